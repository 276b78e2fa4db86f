"""Stances on what follows a verb: "opposes X and Y", "rejected it", "supports doing Z".

Lives here: from a verb whose holder is known to its targets. Not here: finding the holder (``verbal``), who is asked to
do something (``orders``), a doing of one's own (``doing``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.doing import is_doing, is_going, is_said
from onrecord.annotate.positions.reading import Reading, add
from onrecord.annotate.positions.subject import Verb
from onrecord.annotate.positions.table import Cue
from onrecord.annotate.positions.who import Holder
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.codes import CODES
from onrecord.knowledge.stance import StanceWord

NONE = frozenset({"no", "little"})


def objects(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    """Record the stance of a verb on each of its objects: ``begin`` and ``end`` are the tokens of its clause."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = clauses.past_marks(view, cue.after, end)
    if word.frame == "object" and first + 1 < reading.sentence.end and low[first] in tab.ands | tab.neithers:
        joined = first in reading.verbs or first + 1 in reading.verbs
        if joined and not reading.lone:
            reading.waiting.append((cue, word, around, holder, begin))
        if joined or low[first] in tab.ands:
            return
    if word.frame != "event" and end - first < 1:
        return
    if first < end and low[first] in tab.neithers:
        around = replace(around, negated=True)
    if first + 1 < end and low[first] in NONE and not reading.lone:  # "signed no treaty"
        first, around = first + 1, replace(around, negated=not around.negated)
    opens = first < end and lex.opens_clause(low[first])
    fitting = _fitting(reading, cue, word, around, first, end)
    if fitting is None:
        return
    word = fitting
    if opens and word.act in ("support", "announce", "propose") and word.frame == "object" and not reading.lone:
        return
    bare = word.frame == "object" and not opens and cue.after == cue.end and first < end and not reading.lone
    if bare and low[first] in lex.infinitive | lex.stops | tab.passives:
        return
    split = not opens and word.frame == "object" and not reading.lone
    parts = (
        clauses.pieces(view, lex, tab, first, end, doing=False) if split and end > first else [(first, max(first, end))]
    )
    parts = (clauses.paired(view, lex, tab, first, end, reading.sentence) if split else None) or parts
    if points_back(view, lex, first, end) and reading.about is not None and word.frame == "object":
        parts = [reading.about]
    rule = "event" if word.frame == "event" else "stance/verb"
    for one, other, its, who, start in reading.waiting if around.shared and word.frame == "object" else ():
        for number, part in enumerate(parts):
            add(reading, one, other, its, who, (start if number == 0 else part[0], part[1]), part, rule, number)
    reading.waiting.clear()
    for number, part in enumerate(parts):
        span = (begin if number == 0 else part[0], part[1])
        add(reading, cue, word, around, holder, span, part, rule, number)
    if word.frame in ("clause", "object") and word.act:
        reading.scope = end if word.frame == "clause" or word.act in ("oppose", "criticise") else cue.end


def _fitting(reading: Reading, cue: Cue, word: StanceWord, around: Verb, first: int, end: int) -> StanceWord | None:
    """The word with the act that fits its object: perils are no one's wish, charges are denied, what one is to do
    oneself is a commitment; None when the verb says nothing of one's own."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    if word.act == "support" and not around.negated and clauses.is_peril(view, lex, tab, first, end):
        word = replace(word, act="concern", cameo=CODES["concern"][1], strength=0)
    unfounded = word.act == "oppose" and (
        clauses.is_charge(view, lex, tab, first, end) or clauses.called_false(view, lex, tab, first, reading.sentence)
    )
    if unfounded and not reading.lone:
        word = replace(word, act="deny", cameo=CODES["deny"][1], plover="")
    committed = replace(word, act="commit", cameo=CODES["commit"][1]) if word.act == "support" else word
    if cue.after > cue.end and first < end and low[first - 1] in lex.infinitive and low[first] in tab.deeds:
        return None if word.act == "welcome" else committed  # "is proud to support"
    if word.act == "welcome" and first < end and low[first - 1] in lex.infinitive and is_said(reading, first):
        return None  # "is pleased to announce"
    opens = first < end and lex.opens_clause(low[first])
    doing = cue.after > cue.end and word.act == "support" and not opens and is_doing(reading, first)
    return committed if doing and is_going(reading, first) else word


def points_back(view: Stretch, lex: Lexicon, first: int, end: int) -> bool:
    """True for an object that is a pronoun alone ("rejected it"): it is the object of the verb before."""
    return end - first == 1 and view.words.low[first] in lex.neuter
