"""Dates printed in the heading, the opening and the foot of a statement, sorted by the place they stand in.

Lives here: the places. Not here: what each looks like (``datelines``, ``openings``), what the page says of itself
(``published``), the choice between them (``heading``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.dates import parse
from onrecord.model import Span
from onrecord.structure.dates.datelines import line_date, stamp_date
from onrecord.structure.dates.openings import headed_date, opening_date, wire_date
from onrecord.structure.dates.page import Page, Printed, is_wide, whole_day
from onrecord.text.datewords import DateMention

_LONG_LINE = 50


@dataclass(slots=True)
class Found:
    """What stands where dates stand, in order of the text."""

    lines: list[Printed] = field(default_factory=list)
    titles: list[Printed] = field(default_factory=list)
    openings: list[Printed] = field(default_factory=list)
    words: list[Printed] = field(default_factory=list)


def printed(page: Page, mentions: Sequence[DateMention], body: Span, foot: bool = False) -> Found:
    """Sort the mentions of a heading (or foot) by the place they stand in; ``body`` begins where the words begin."""
    found = Found()
    wide = is_wide(page.text.chars, body.start)
    reach, top = body.start + (320 if wide else 800), body.start + (200 if wide else 400)
    for mention in mentions:
        start = mention.span.start
        line = None
        if mention.date is not None and (foot or start < top or page.kind(start) == "dateline"):
            # before the words of a plain text begin, a labeller's doubt about a bare date does not count
            line = line_date(page, mention, foot, by_title=start < body.start and page.title < 0)
        if line is None and not foot and start < reach:
            line = stamp_date(page, mention)
        if line:
            (found.titles if line.place == "title" else found.lines).append(line)
        elif not foot and start < body.start and page.kind(start) == "dateline" and _is_day(mention):
            found.openings.extend(wire for wire in (wire_date(page, mention),) if wire)
        elif not foot and body.start <= start < reach:
            _open(page, mention, body.start, found)
    if len({p.mention.date for p in found.lines}) > 2:  # a list of dated entries dates nothing
        found.lines[:] = [p for p in found.lines if page.kind(p.mention.span.start) == "dateline"]
    return found


def _is_day(mention: DateMention) -> bool:
    return mention.date is not None and "/" not in mention.date and parse(mention.date).precision == "day"


def _open(page: Page, mention: DateMention, body: int, found: Found) -> None:
    """Put a dated first sentence, or one that says "on Tuesday", where it belongs; turns date nothing."""
    if page.kind(mention.span.start) in ("question", "answer"):
        return
    if mention.date is None:
        word = opening_date(page, mention, body) if mention.rule.startswith(("weekday:", "relative:")) else None
        if word:
            found.words.append(word)
    elif _is_day(mention):
        opening = opening_date(page, mention, body) or headed_date(page, mention, body)
        if opening:
            found.openings.append(opening)


def is_digest(page: Page, mentions: Sequence[DateMention], span: Span) -> bool:
    """True when three or more paragraphs open with a day, on two or more days: a digest or chronology."""
    chars, opens = page.text.chars, []
    for mention in mentions:
        n = bisect_left(page.pieces, mention.span.start, key=lambda p: p.span.start)
        starts = n < len(page.pieces) and page.pieces[n].span.start == mention.span.start
        if starts and whole_day(mention.date) and len(page.pieces[n].span.of(chars)) > _LONG_LINE:
            opens.append(mention.date)
    return len(opens) >= 3 and len(set(opens)) >= 2
