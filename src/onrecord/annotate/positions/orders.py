"""Stances on what another is to do: "urges X to do Y", "accuses X of Y", "asked X for Y".

Lives here: from a verb whose holder is known to the one addressed and what is wanted of them; what one only asks to
know. Not here: finding the holder (``verbal``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.doing import WISH, doing_end
from onrecord.annotate.positions.reading import Reading, add
from onrecord.annotate.positions.subject import Verb
from onrecord.annotate.positions.table import Cue
from onrecord.annotate.positions.who import Holder
from onrecord.knowledge.stance import StanceWord

ASKING = frozenset({"demand", "appeal"})
FIRM = 5  # the rung from which what is wanted is demanded, of whomever ("demands the release of prisoners")


def order(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    """Record what the holder of a verb wants of another: ``begin`` and ``end`` are the tokens of its clause."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = cue.after
    end = max(end, first)
    linked = cue.after > cue.end and lex.opens_clause(low[first - 1])
    blames = word.act not in ASKING and bool(lex.blame.intersection(word.links))
    if blames and cue.after > cue.end and low[cue.first].endswith("ed") and not reading.lone:  # "officials accused of"
        return
    asks = low[cue.first] in tab.asks
    if asks and not linked and _inquires(reading, first, end):
        return
    links = frozenset(word.links) if asks and cue.after == cue.end else frozenset()
    split = next((i for i in range(first, end) if low[i] in links or _splits(lex, low[i], blames)), None)
    split = None if linked or (split is not None and _is_object(reading, cue, word, split)) else split
    if (split == first and cue.after == cue.end) or (first < end and low[first] in tab.ands):
        return  # "will call on and be hosted by X"
    if split is None and word.needs_link and not linked and not reading.lone:  # "will call on the minister"
        return
    refrain = split is not None and split > first and low[split] in lex.infinitive and low[split - 1] in tab.negators
    addressed = (first, split - refrain if split is not None else end)
    if refrain and asks and addressed[1] == first:  # "asked not to be named": of nobody
        return
    if (
        word.act == "demand"
        and word.strength < FIRM
        and addressed[1] > first
        and not reading.holders.is_named(addressed)
    ):
        if word.strength <= WISH and not reading.lone:
            return
        word = replace(word, act="appeal")
    if split is None:
        if end > first and (word.links == () or cue.after > cue.end or low[first] not in lex.stops):
            add(reading, cue, word, around, holder, (begin, end), (first, end), "stance/order")
            reading.scope = end
        return
    towards = (first, addressed[1]) if addressed[1] > first else None
    doing = low[split] in lex.infinitive
    end = max(end, doing_end(reading, split + 1, end)) if doing else end
    for number, part in enumerate(clauses.pieces(view, lex, tab, split + 1, end, doing=doing)):
        span = (begin if number == 0 else part[0], part[1])
        told = (split - 1, part[1]) if refrain and number == 0 else part  # "not to reopen the port"
        add(reading, cue, word, around, holder, span, told, "stance/order", number, towards)
    reading.scope = end


def _inquires(reading: Reading, first: int, end: int) -> bool:
    """True for what one asks to know ("asked the ministry about it", "asked whether"), before any word of what is to be
    done."""
    low, tab = reading.view.words.low, reading.tab
    told = next((low[i] for i in range(first, end) if low[i] in tab.queries or low[i] in reading.lex.infinitive), "")
    return told in tab.queries


def _is_object(reading: Reading, cue: Cue, word: StanceWord, split: int) -> bool:
    """True when a preposition belongs to the thing that is demanded ("demands an end to the war")."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    firm = word.act == "demand" and word.strength >= FIRM and cue.after == cue.end
    if not firm or low[split] not in lex.infinitive:
        return False
    after = low[split + 1] if split + 1 < reading.sentence.end else ""
    return after not in tab.deeds and not lex.is_auxiliary(after)


def _splits(lex: Lexicon, word: str, blames: bool) -> bool:
    """True for a word between the one addressed and what is wanted of them, or what they are blamed for."""
    return word in lex.infinitive or (blames and word in lex.blame) or lex.opens_clause(word)
