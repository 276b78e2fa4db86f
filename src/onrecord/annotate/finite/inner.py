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
    known = source not in lex.alone and source not in lex.syntax.relatives
    return known and view.words.low[before] in lex.plain
