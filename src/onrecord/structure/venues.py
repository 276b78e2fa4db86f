"""Where and at what occasion a statement was made, as printed: "regular press conference", 例行记者会, "Amber Hall".

Lives here: which printed words are the venue of one statement. Not here: the words (``Labels.venue``), place lines
(``opening``). An occasion is read in the title and the lines of place and time; then a line that is a place; then an
occasion named in the first sentences. None where nothing is printed.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Evidence, Span
from onrecord.structure.passage import Passage, Sheet

FIRST = 2  # paragraphs of text that may name the occasion
HEAD = 400  # characters of each that are looked at
TEXT = ("body", "question", "answer")


def venue_of(sheet: Sheet, part: list[Passage], lang: str) -> Evidence | None:
    """The venue of a statement with the place it stands in, or None."""
    heads = [p for p in part if p.kind == "dateline" or (p.kind == "headline" and p.label != "section")]
    first = [p for p in part if p.kind in TEXT][:FIRST]
    place = next((p.span() for p in part if p.kind == "dateline" and p.label == "place"), None)
    return (
        _occasion(sheet, heads, lang, "occasion_line")
        or (Evidence("venue", place.of(sheet.chars), "place_line", place) if place else None)
        or _occasion(sheet, [p for p in first if not p.mention], lang, "occasion_in_first_sentences")
    )


def _occasion(sheet: Sheet, passages: Iterable[Passage], lang: str, rule: str) -> Evidence | None:
    pattern = sheet.rules.venues.get(lang.split("-")[0])
    if pattern is None:
        return None
    for passage in passages:
        end = min(passage.end, passage.start + HEAD)
        found = pattern.search(sheet.chars[passage.start : end].replace("\n", " "))
        if found:
            span = Span(passage.start + found.start(), passage.start + found.end())
            return Evidence("venue", " ".join(span.of(sheet.chars).split()), rule, span)
    return None
