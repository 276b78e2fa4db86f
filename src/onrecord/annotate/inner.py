"""A voice inside a voice: "X said that Y had told Z that words".

Lives here: reports inside the words that another report gave, as utterances of their own beside the outer one. Not
here: what a cue reports (``reader``), which utterance holds which (``quotations``). Only a clause behind an opening
word, of somebody who is named, is one: what stands behind a bare verb there is too often no report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from onrecord.annotate.cues import Cue
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading
from onrecord.annotate.stretch import Period

OWNED = ("ه", "ها", "هم")  # pronouns written on to a noun


def read(reading: Reading, mine: list[Cue], read_cue: Callable[[Reading, Cue], None]) -> None:
    """Add the reports inside the clauses that a period has reported; ``mine`` are its cues, in order."""
    held = [cue for cue in mine if cue.frame == "say" and cue.first in reading.claimed]
    if not held:
        return
    outer = {found.cue for found in reading.found}
    spans = [part for found in reading.found for part in found.parts if found.mode != "direct"]
    words = reading.view.words
    claimed: set[int] = set()
    for cue in held:
        span = words.span(cue.first, cue.end)
        inside = next((part for part in spans if part.covers(span)), None)
        if span in outer or inside is None:
            continue
        first = next(i for i in range(reading.period.first, cue.first + 1) if words.starts[i] >= inside.start)
        end = next((i for i in range(cue.end, reading.period.end) if words.ends[i] > inside.end), reading.period.end)
        nested = Reading(reading.view, reading.lex, Period(first, end, reading.period.paragraph), [], claimed)
        read_cue(nested, cue)
        reading.found.extend(replace(found, rule="inner/that") for found in nested.found if _is_voice(nested, found))


def _is_voice(nested: Reading, found: Found) -> bool:
    """True for words behind "that" of somebody who is named, by a name, an office or a noun phrase."""
    view, lex = nested.view, nested.lex
    if found.source is None or found.named is not None or found.rule != "clause/after":
        return False
    before = bisect_left(view.words.starts, found.parts[0].start) - 1
    source = found.source.of(view.chars).lower()
    known = source not in lex.alone and source not in lex.syntax.relatives and source not in lex.relatives
    first = view.words.low[before + 1]
    elided = lex.inverts and ("'" in first or "’" in first) and lex.opens_clause(first)  # "qu'il"
    known = known and (view.words.low[before] in lex.plain or elided)
    return known and (bool(lex.syntax.verbs) or _may_tell(nested, found, before))


def _may_tell(nested: Reading, found: Found, opener: int) -> bool:
    """Where finite verbs are not known by form: True for somebody named right before a cue that "that" follows, in the
    case of subjects, and no noun of what is his ("le témoignage de X", "مكتبه") or part of another phrase."""
    view, lex = nested.view, nested.lex
    if found.source is None or found.cue is None:
        return False
    words = view.words
    first = bisect_left(words.starts, found.source.start)
    after = bisect_left(words.starts, found.cue.end)
    told = words.low[after - 1]
    if told.endswith(lex.impersonal or ("\0",)) or told in lex.records or (lex.comma_before and opener - after > 1):
        return False
    if first > nested.period.first and (words.low[first - 1] in lex.prepositions or lex.is_join(words.low[first - 1])):
        return False
    while first < after - 1 and lex.is_determiner(words.low[first]) and "'" not in words.low[first]:
        first += 1
    word = words.low[first].replace("’", "'").rpartition("'")[2]
    if lex.subject_after:
        return word in lex.offices or not word.endswith(OWNED)
    printed = words.span(first, first + 1).of(view.chars)
    return word in lex.offices or word in lex.outlets or word in lex.honorifics or any(c.isupper() for c in printed[:3])
