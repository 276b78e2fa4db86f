"""An attribution inside the marks of its quotation: «Words, — said X, — words.»

Lives here: finding one and cutting the quotation in two. Not here: attributions outside the marks (``beside``). Only in
languages that put the verb before its subject there (``Lexicon.inverts``): French sets the incise off by commas,
Russian and Spanish by a dash too.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import subjects
from onrecord.annotate.cues import Cue
from onrecord.annotate.reading import Reading, add, words_between
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

DASHES = frozenset("—–-―")
BEFORE = frozenset(",.!?…—–-―")
AFTER = frozenset(",.;:!?…—–-―")
REACH = 16
FEWEST = 2


def unmarked(view: Stretch) -> Stretch:
    """The same tokens as if no marks stood around them."""
    return replace(view, inside=[0] * len(view.inside))


def read(reading: Reading, cues: list[Cue], plain: Stretch) -> None:
    """Record the quotations of the period that hold their own attribution; ``cues`` are those inside marks, ``plain``
    is the stretch as ``unmarked`` gives it."""
    view = reading.view
    bare = replace(reading, view=plain)
    for cue in cues:
        quote = view.inside[cue.first] - 1
        if cue.frame != "say" or quote in reading.taken:
            continue
        found = _incise(bare, cue, view.quote_tokens[quote])
        if found is not None:
            subject, halves = found
            add(reading, halves, "direct", "quote/incise", subject, cue)
            reading.taken.add(quote)
            reading.subject = subject


def _incise(reading: Reading, cue: Cue, quote: Tokens) -> tuple[Tokens, list[Tokens]] | None:
    """The subject of an incise and the two halves of the words around it."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    inner = Period(quote[0] + 1, quote[1] - 1, reading.period.paragraph)
    subject: Tokens | None
    if cue.first > inner.first + 2 and low[cue.first - 2].endswith("-") and low[cue.first - 1] in lex.pronouns:
        subject, begin = (cue.first - 1, cue.first), subjects.verb_start(view, lex, cue.first - 1)
    else:
        subject, begin = _subject(reading, cue, inner), subjects.before_auxiliaries(view, lex, cue.first, inner)
    if subject is None or begin <= inner.first or low[begin - 1] not in BEFORE:
        return None
    end = max(subject[1], cue.end)
    while end < inner.end and low[end] not in AFTER and end - cue.end < REACH:
        end += 1
    if end >= inner.end or low[end] not in AFTER:
        return None
    dashed = low[begin - 1] in DASHES
    if dashed and low[end] not in DASHES and not (low[end + 1 : end + 2] and low[end + 1] in DASHES):
        return None
    while begin > inner.first and low[begin - 1] in DASHES:
        begin -= 1
    while end < inner.end and low[end] in AFTER:
        end += 1
    halves = [half for half in ((inner.first, begin), (end, inner.end)) if words_between(view, *half)]
    enough = bool(halves) and words_between(view, inner.first, begin) >= FEWEST
    return (subject, halves) if enough else None


def _subject(reading: Reading, cue: Cue, inner: Period) -> Tokens | None:
    """Who speaks: a pronoun, or a noun phrase that is named or has an office or an article."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    at = cue.end
    if subjects.is_written_on(view, lex, at, inner):
        return (at + 1, at + 2)
    if at < inner.end and low[at] in lex.pronouns:
        return (at, at + 1)
    at = subjects.past_adverbial(view, lex, at, inner)
    if at >= inner.end or lex.opens_clause(low[at]) or low[at] in lex.prepositions:
        return None
    subject = subjects.right_of(view, lex, at, inner, appositive=False)
    if subject is None:
        return None
    named = any(view.capital(i) or low[i] in lex.offices for i in range(*subject))
    return subject if named or lex.is_determiner(low[at]) else None
