"""Where and at what occasion a statement was made, as printed: "regular press conference", 例行记者会, "Amber Hall".

Lives here: which printed words are the venue of one statement. Not here: the words (``Labels.venue``), which lines
are lines of place and time (``opening``). An occasion is read in the title and the lines of place and time; then a
place there; then an occasion named in the first sentences. None where nothing is printed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from onrecord.model import Evidence, Span
from onrecord.structure.passage import Passage, Sheet
from onrecord.text import datewords

FIRST = 2  # paragraphs of text that may name the occasion
HEAD = 400  # characters of each that are looked at
DATED_LINE = 100
TEXT = ("body", "question", "answer")
SIGNS = "0123456789:., |–—-"  # times of day, and what stands between a date and a place
SMALL = frozenset(("de", "of", "the", "du", "la", "del"))
TIMES = ("", "date", "dateline")  # labels of lines that may hold a date and a place


def venue_of(sheet: Sheet, part: list[Passage], lang: str) -> Evidence | None:
    """The venue of a statement with the place it stands in, or None."""
    heads = [p for p in part if p.kind == "dateline" or (p.kind == "headline" and p.label != "section")]
    first = [p for p in part if p.kind in TEXT][:FIRST]
    return (
        _occasion(sheet, heads, lang, "occasion_line")
        or _place(sheet, [p for p in part if p.kind == "dateline"])
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
            words = found.group().rstrip(" ,")
            return _found(sheet, passage.start + found.start(), len(words), rule)
    return None


def _found(sheet: Sheet, start: int, length: int, rule: str) -> Evidence:
    span = Span(start, start + length)
    return Evidence("venue", " ".join(span.of(sheet.chars).split()), rule, span)


def _place(sheet: Sheet, lines: list[Passage]) -> Evidence | None:
    """A line that is a place, or the place beside a date ("New York, 24 September")."""
    for line in lines:
        if line.label == "place" and line.rule == "place_name":
            return _found(sheet, line.start, line.end - line.start, "place_name")
    near = {id(b) for a, b in itertools.pairwise(lines) if a.label in TIMES}
    near |= {id(a) for a, b in itertools.pairwise(lines) if b.label in TIMES}
    for line in lines:
        words = sheet.of(line)
        named = line.label == "place" and _looks_like_a_place(words) and ("," in words or id(line) in near)
        if named:
            return _found(sheet, line.start, len(words), "place_line")
    found = (_beside_date(sheet, line) for line in lines if line.label in TIMES and line.end - line.start <= DATED_LINE)
    return next((f for f in found if f), None)


def _beside_date(sheet: Sheet, line: Passage) -> Evidence | None:
    """What stands in a date line before its date, or after the date and its time of day, when it is a place and all
    that the line says besides."""
    words = sheet.of(line)
    dates = datewords.find(words, sheet.rules.know.languages) if any(c.isdigit() for c in words) else []
    if len(dates) != 1 or dates[0].date is None:
        return None
    before = words[: dates[0].span.start].rstrip(SIGNS).removesuffix(" le").rstrip(SIGNS)
    after = words[dates[0].span.end :].lstrip(SIGNS).rstrip(" ,.|–—-")
    place = after or before
    if (before and after) or not _looks_like_a_place(place):
        return None
    at = 0 if place == before else words.rindex(place)
    return None if _is_common(sheet, place) else _found(sheet, line.start + at, len(place), "place_beside_date")


def _is_common(sheet: Sheet, words: str) -> bool:
    """True for a function word or article before a date ("On", "Le"), and where a byline word opens ("By Ana Pell")."""
    folded = words.casefold()
    calendars = [language.calendar for language in sheet.rules.know.languages]
    if any(folded in (*c.openers, *c.articles) for c in calendars):
        return True
    return any(folded in common or folded.split()[0] in common for common in sheet.rules.common.values())


def _looks_like_a_place(words: str) -> bool:
    """Capitalised words, up to three parts with commas between; no capitals throughout, no figures."""
    if len(words) > 60 or (words.isupper() and len(words) > 4):
        return False
    parts = words.split(", ")
    return len(parts) <= 3 and all(_is_name(part.split(" ")) for part in parts)


def _is_name(tokens: list[str]) -> bool:
    if len(tokens) > 5 or not tokens[0][:1].isupper():
        return False
    plain = all(c.isalpha() or c in ".'’-" for token in tokens for c in token)
    return plain and all(token[:1].isupper() or token in SMALL for token in tokens)
