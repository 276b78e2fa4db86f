"""The dates of one statement: when it was said, and when the page was published. Kept apart, each with evidence.

Lives here: the decision, and what disagrees with it. Not here: finding dates in words (``text.datewords``), the
places where dates stand (``printed``), what a page says of itself (``published``), arithmetic (``dates``).

The statement's date is, in this order: a date line in the heading; a full date in the title or an agency's dateline;
a date line at the foot; the date that opens a sentence about a public act in the first lines; "on Tuesday" or
"yesterday" there, when the page is dated.
A year or day that the words leave out is taken from the page's date only, and the rule says so; else it stays out.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.dates import PartialDate, parse
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.lookup import find_publisher, publisher
from onrecord.knowledge.publisher import Publisher
from onrecord.model import Block, Evidence, Notice, Source, Span, Text
from onrecord.reasons import Reason
from onrecord.structure.dates.page import Printed, page_of, whole_day
from onrecord.structure.dates.printed import Found, is_digest, printed
from onrecord.structure.dates.published import candidates
from onrecord.text import dateforms, datewords
from onrecord.text.datewords import DateMention

HEAD_CHARS, FOOT_CHARS = 1500, 240
_BACK_DAYS, _AHEAD_DAYS, _REPORT_DAYS = 31, 1, 3
DAY = " + day of the page"  # in the rule of a weekday counted back from the page's date
_BODY = ("body", "question", "answer")


@dataclass(frozen=True, slots=True)
class Heading:
    """``date`` and ``published`` are EDTF or None; ``evidence`` explains each, and shows what disagrees."""

    date: str | None = None
    published: str | None = None
    evidence: tuple[Evidence, ...] = ()
    notices: tuple[Notice, ...] = ()


def decide(source: Source, text: Text, blocks: tuple[Block, ...], span: Span, lang: str, know: Knowledge) -> Heading:
    """The dates of the statement at ``span``, of language ``lang``; ``blocks`` are all blocks of the text."""
    languages, outlet = _languages(know, lang), _outlet(source, know)
    page = page_of(text, blocks, languages)
    head, foot, body = _zones(blocks, span, len(text.chars))
    near = [_by_outlet(m, outlet, text.chars) for m in datewords.find(text.chars, languages, head)]
    last = [_by_outlet(m, outlet, text.chars) for m in datewords.find(text.chars, languages, foot, loose=False)]
    top, bottom = printed(page, near, body), printed(page, last, body, foot=True)
    pages = candidates(source, page, languages, head, outlet.zone if outlet else None)
    pages += _printed_for_page(top, bottom)
    published = pages[0].value if pages else None
    digest = is_digest(page, near, head)
    said = _said(_without_page(top, pages), _without_page(bottom, pages), published, digest=digest)
    evidence = [*_ranked(said), *_ranked(pages)]
    if not said:
        evidence += _unresolved(text, top, [] if digest else near, body)
    return Heading(said[0].value if said else None, published, tuple(evidence), tuple(_notices(text, [*near, *last])))


def _languages(know: Knowledge, lang: str) -> tuple[Language, ...]:
    """The statement's language and Chinese, whose dates look like no other's; all, when the language is not known."""
    mine = know.language(lang)
    if mine is None:
        return know.languages
    han = know.language("zh")
    return (mine,) if han is None or han is mine else (mine, han)


def _outlet(source: Source, know: Knowledge) -> Publisher | None:
    told = source.told_value("url")
    for name in (source.publisher, told.value if told else None, source.locator):
        found = name and (publisher(know, name) or find_publisher(know, name))
        if found:
            return found
    return None


def _by_outlet(mention: DateMention, outlet: Publisher | None, chars: str) -> DateMention:
    """01/02/2024 read as its publisher writes it, when that is known."""
    if mention.rule != datewords.AMBIGUOUS or not outlet or not outlet.order:
        return mention
    words = mention.span.of(chars)
    mark = next(c for c in words if not c.isdecimal())
    first, second, year = words.split(mark)
    reading = dateforms.ordered(int(first), int(second), year, mark, outlet.order)
    return DateMention(mention.span, reading.date, f"{reading.rule} by {outlet.id}", mention.lang)


def _zones(blocks: Sequence[Block], span: Span, size: int) -> tuple[Span, Span, Span]:
    """The stretches that may date a statement: its head, its foot, and its words from their first body block on."""
    mine = [b for b in blocks if b.span.start < span.end and b.span.end > span.start]
    first = next((b.span.start for b in mine if b.kind in _BODY), span.start)
    earlier = any(b.kind in _BODY and b.span.end <= span.start for b in blocks)
    start = span.start if earlier else max(0, span.start - 400)
    foot = Span(max(first, span.start, span.end - FOOT_CHARS), span.end)
    most = span.end if foot.start - first < FOOT_CHARS else foot.start  # a short text is head and foot at once
    head = Span(start, max(start, min(max(first, span.start) + HEAD_CHARS, most)))
    return head, foot, Span(first, span.end)


def _without_page(found: Found, pages: Sequence[Evidence]) -> Found:
    """Without bare dates beside the title of a page: they say when it was put up, and nothing of the statement."""
    taken = {e.span for e in pages if e.rule.startswith("beside title")}
    kept = [p for p in found.lines if not (p.mention.span in taken and (p.bare or p.place == "stamp"))]
    return replace(found, lines=kept)


def _printed_for_page(top: Found, bottom: Found) -> list[Evidence]:
    """Printed dates that tell of the page itself: beside "published", with a time of day, or in an agency's opening."""
    lines = [p for p in (*top.lines, *bottom.lines) if p.posted or p.time or p.first]
    wires = [p for p in top.openings if p.place == "wire"]
    return [_evidence("published", p) for p in (*lines, *wires) if whole_day(p.mention.date)]


def _said(top: Found, bottom: Found, published: str | None, *, digest: bool) -> list[Evidence]:
    """Candidates for the day of the statement, best first."""
    wire = min((p.mention.span.start for p in top.openings if p.place in ("wire", "dateline")), default=None)
    above = [p for p in top.lines if wire is None or p.mention.span.start < wire]  # a short text is head and foot
    lines = [_evidence("date", p) for p in above if not p.posted]
    below = [_evidence("date", p) for p in (*top.lines, *bottom.lines) if p not in above and not p.posted]
    titles = [_evidence("date", p) for p in top.titles]
    if not lines and (titles or wire is not None):
        below, later = [], below  # what stands at the foot may be the site's: a title or agency's dateline goes first
    else:
        later = []
    lines = [*lines, *below]
    day = _page_day(lines, titles, published)
    places = [] if digest else sorted((*top.openings, *top.words), key=lambda p: p.mention.span.start)
    told = [e for p in places if (e := _completed(p, day) if p.mention.date else _resolved(p, day))]
    if lines and told:
        more = next((e for e in told if (e is told[0] or DAY in e.rule) and _says_more(e, lines[0])), None)
        if more is None:
            return [*lines, *titles, *told]
        told = [more, *(e for e in told if e is not more)]
    return [*told, *lines, *titles] if lines else [*titles, *told, *later]


def _page_day(lines: Sequence[Evidence], titles: Sequence[Evidence], published: str | None) -> datetime.date | None:
    """The day that may complete others: the page's date, else that of its date line or title."""
    for edtf in (published, *(e.value for e in (*lines, *titles))):
        date = parse(edtf) if edtf and "/" not in edtf else None
        if date and date.whole:
            return date.bounds()[0]  # type: ignore[index]
    return None


def _says_more(told: Evidence, line: Evidence) -> bool:
    """True when a report's first sentences tell of another day, shortly before the day of its date line."""
    one, two = parse(told.value), parse(line.value)
    if not (one.whole and two.whole):
        return False
    low, high = one.bounds(), two.bounds()
    return bool(low and high and 0 < (high[0] - low[0]).days <= _REPORT_DAYS)


def _completed(place: Printed, day: datetime.date | None) -> Evidence | None:
    """A printed date, with the page's year (and month) when it leaves them out and the page is dated."""
    date = parse(place.mention.date or "")
    if date.whole or day is None:
        if date.whole and day and not -_AHEAD_DAYS <= (day - _day(date)).days <= _BACK_DAYS:
            return None
        return _evidence("date", place) if date.month else None
    back = (day + datetime.timedelta(_AHEAD_DAYS - n) for n in range(_BACK_DAYS + _AHEAD_DAYS + 1))
    fits = [d for d in back if date.agrees(PartialDate(d.year, d.month, d.day))]
    if fits:
        return _evidence("date", place, fits[0].isoformat(), " + year of the page")
    return _evidence("date", place) if date.month else None


def _unresolved(text: Text, top: Found, near: Sequence[DateMention], body: Span) -> list[Evidence]:
    """Why the date is open: a weekday or "yesterday" stands there, and no date of the page to reckon it from."""
    loose = [m for m in near if m.date is None and m.rule.startswith(("weekday:", "relative:"))]
    found = [p.mention for p in top.words] or [m for m in loose if m.span.start >= body.start]
    return [Evidence("date_unresolved", m.span.of(text.chars), f"{m.lang}:{m.rule}", m.span) for m in found[:1]]


def _resolved(place: Printed, day: datetime.date | None) -> Evidence | None:
    """ "Tuesday" and "yesterday", counted back from the page's day; None without it."""
    if day is None:
        return None
    kind, _, number = place.mention.rule.partition(":")
    if kind == "weekday":
        back = (day.weekday() - int(number)) % 7
    else:
        back = -int(number)
    if back < 0:
        return None
    return _evidence("date", place, (day - datetime.timedelta(back)).isoformat(), DAY)


def _day(date: PartialDate) -> datetime.date:
    return datetime.date(date.year or 1, date.month or 1, date.day or 1)


def _evidence(field: str, place: Printed, value: str = "", more: str = "") -> Evidence:
    where = "foot " if place.foot else ""
    rule = f"{where}{place.place} ({place.mention.rule}){more}"
    return Evidence(field, value or place.mention.date or "", rule, place.mention.span)


def _ranked(found: Sequence[Evidence]) -> list[Evidence]:
    """The value that counts, then the first of each other value: what disagrees."""
    kept: dict[str, Evidence] = {}
    for one in found:
        kept.setdefault(one.value, one)
    return list(kept.values())


def _notices(text: Text, mentions: Sequence[DateMention]) -> list[Notice]:
    """Dates that no calendar has: left unread, and said so."""
    return [
        Notice(Reason.BAD_DATE.value, f"{m.span.of(text.chars)!r} was left unread", m.span)
        for m in mentions
        if m.rule == datewords.BAD
    ]
