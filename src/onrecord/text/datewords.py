"""Dates in words: finds them in six languages and in figures, as EDTF. Completes nothing.

Lives here: what may stand around a date, two dates joined to a range, the choice among overlapping matches. Not here:
the written forms (``dateforms``), month names (``knowledge.languages.*.calendar``), arithmetic (``dates``), deciding
which date is a statement's (``structure.dates.heading``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from onrecord.dates import PartialDate, parse
from onrecord.knowledge.language import Calendar, Language
from onrecord.model import Span
from onrecord.text import dateforms
from onrecord.text.dateforms import AMBIGUOUS, BAD, OTHER, Forms, Reading

__all__ = ["AMBIGUOUS", "BAD", "OTHER", "DateMention", "find"]

_DIGITS = "1203456789١٢٣٤٥٦٧٨٩٠۱۲۳۴۵۶۷۸۹۰１２３４５６７８９０"
_ORDERS = ("d m y", "m d y", "m y")  # orders of words; those of figures and signs name the signs themselves
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015~～")
# what follows a number and 日 when it is no day of a month: within, ago, after, each, yen, Japan, evening paper
_NO_DAY_AFTER = frozenset("内內前后後间間均元本币幣游程化夜晚")
_RELATIVE_YEARS = frozenset("今去明前同当當每本翌次")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. ``date`` is EDTF: a date, or an interval; None when the words alone say no date, and then
    ``rule`` says why: "bad" (no calendar has it), "ambiguous" (01/02/2024), "other_calendar", "weekday:1" (Monday is
    0), "relative:-1". Else ``rule`` names the form read. ``lang`` is "" for figures."""

    span: Span
    date: str | None
    rule: str
    lang: str


def find(
    chars: str, languages: Iterable[Language], span: Span | None = None, *, loose: bool = True
) -> list[DateMention]:
    """Dates in ``chars`` (in ``span`` only, when given), in order, without overlaps.

    Without ``loose``, weekdays alone and words such as "yesterday" are passed over.
    Wrong for looking up durations, ages and times of day: they are not dates and are passed over.

    >>> from onrecord.knowledge.languages import LANGUAGES
    >>> [(m.date, m.rule) for m in find("On January 29 it may rain; 30 February 2025", LANGUAGES)]
    [('XXXX-01-29', 'en:m d'), (None, 'bad')]
    """
    start, end = (span.start, span.end) if span else (0, len(chars))
    languages = tuple(languages)
    part = chars[start:end]
    figured = any(digit in part for digit in _DIGITS)
    latin = part.isascii() or _letters().search(part) is None
    found = _collect(chars, dateforms.figures(), "", start, end) if figured else []
    for language in languages:
        dated, words, spelled = _forms(_Key(language))
        if latin and not spelled:
            continue
        for forms in dated:
            if figured or language.calendar.patterns[0][0] == "y":
                found += _collect(chars, forms, language.code, start, end)
        if loose and words:
            found += _collect(chars, words, language.code, start, end)
    return _joined(chars, _apart(found), languages)


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A Language as a cheap dictionary key: hashing all of its words would cost more than a search."""

    language: Language

    def __hash__(self) -> int:
        return id(self.language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.language is self.language


@cache
def _letters() -> re2._Regexp:
    """A letter of a script that is not Latin."""
    return re2.compile(r"[\p{Han}\p{Cyrillic}\p{Arabic}]")


@lru_cache(maxsize=64)
def _forms(key: _Key) -> tuple[tuple[Forms, ...], Forms | None, bool]:
    """The forms of a language's dates, and of its words that need a date from elsewhere; and whether any of them can
    stand in a text without a letter of another script than Latin."""
    code, calendar = key.language.code.split("-")[0], key.language.calendar
    made = [dateforms.words(code, calendar)]
    if any("年" in pattern for pattern in calendar.patterns):
        made.append(dateforms.han(code, calendar))
    known = (*(f for forms in calendar.months for f in forms), *calendar.others, *(w for w, _ in calendar.relative))
    names = (*known, *(f for forms in calendar.weekdays for f in forms), *calendar.patterns, *calendar.year_heads)
    spelled = any(_letters().search(name) is None for name in names if name not in _ORDERS)
    return tuple(forms for forms in made if forms), dateforms.loose(code, calendar), spelled


def _collect(chars: str, forms: Forms, lang: str, start: int, end: int) -> list[DateMention]:
    mentions = []
    for low, high, reading in forms.search(chars, start, end):
        line = chars.find("\n", low, high)
        if line > 0:
            below = _below(chars, forms, lang, Span(line, high), end)
            mentions += below
            if below:
                continue
        if line > 0 and not _stands_alone(chars, low, high):  # the next line's number is no part of this date
            high = line
            reading = forms.whole(chars[low:high])
        if reading is not None and _stands_alone(chars, low, high):
            checked = _in_place(chars, low, high, reading)
            if checked:
                mentions.append(DateMention(Span(low, high), checked.date, checked.rule, lang))
    return mentions


def _below(chars: str, forms: Forms, lang: str, rest: Span, end: int) -> list[DateMention]:
    """The date that opens the line after a match's first one, when the match took only a part of it ("Statement 12"
    above "March 1, 2024")."""
    start = rest.start
    while start < rest.end and chars[start].isspace():
        start += 1
    close = chars.find("\n", start, end)
    found = _collect(chars, forms, lang, start, end if close < 0 else close) if start < rest.end else []
    return [m for m in found[:1] if m.span.start == start and m.span.end > rest.end]


def _stands_alone(chars: str, low: int, high: int) -> bool:
    """False when the match is the middle of a longer word, number, path or percentage."""
    before, after = chars[low - 1 : low], chars[high : high + 1]
    first, last = chars[low], chars[high - 1]
    if first.isdecimal():
        if before.isdecimal() or (before and before in ".,:/-" and chars[low - 2 : low - 1].isdecimal()):
            return False
        if before and (before in "/_\\=$€£" or (before.isalpha() and not _wide(before) and first < "\u2e80")):
            return False
    elif before.isalnum() and not _wide(before) and not _wide(first):
        return False
    if last.isdecimal():
        if after.isalnum() and not _wide(after):
            return False
        return not (after and (after in "%/_" or (after in ".,:-" and chars[high + 1 : high + 2].isdecimal())))
    return not (last.isalpha() and after.isalnum() and not _wide(last) and not _wide(after))


def _wide(char: str) -> bool:
    """True for Han and Kana, which set no spaces between words."""
    return char >= "\u2e80"


def _in_place(chars: str, low: int, high: int, reading: Reading) -> Reading | None:
    """A Chinese date looked at with its neighbours: a year before it that was not read, a duration, a decade."""
    shape = reading.rule.partition(":")[2]
    if not shape or ("日" not in shape and "年" not in shape):
        return reading
    after = chars[high : high + 1]
    if shape == "y年" and after in ("代", "来", "來"):
        return None
    if shape == "d日" and (after in _NO_DAY_AFTER or chars[low - 1 : low] in ("月", "第", "每", "近", "共")):
        return None
    if chars[low - 1 : low] == "年" and chars[low - 2 : low - 1] not in _RELATIVE_YEARS:
        return Reading(None, OTHER)
    return reading


def _apart(mentions: list[DateMention]) -> list[DateMention]:
    """Without overlaps: the earlier wins, then the longer."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _joined(chars: str, mentions: list[DateMention], languages: tuple[Language, ...]) -> list[DateMention]:
    """Two days with only a range word or dash between them become one interval."""
    calendars = {x.code: x.calendar for x in languages}
    out: list[DateMention] = []
    for mention in mentions:
        both = _interval(chars, out[-1], mention, calendars.get(mention.lang)) if out else None
        if both:
            out[-1] = both
        else:
            out.append(mention)
    return out


def _interval(chars: str, one: DateMention, two: DateMention, calendar: Calendar | None) -> DateMention | None:
    gap = chars[one.span.end : two.span.start]
    if len(gap) > 12 or not one.date or not two.date or "/" in one.date + two.date:
        return None
    word = gap.strip().lower()
    if not (word in _DASHES or (calendar and word in calendar.ranges)):
        return None
    date = _between(parse(one.date), parse(two.date))
    return DateMention(Span(one.span.start, two.span.end), date, f"{two.rule} range", two.lang) if date else None


def _between(low: PartialDate, high: PartialDate) -> str | None:
    """The interval of two written days; what one leaves out stands in the other. None when they are in no order."""
    if low.day is None or high.day is None:
        return None
    try:
        high = high.filled(PartialDate(None, low.month))
        turned = low.month is not None and high.month is not None and low.month > high.month
        if low.year is None and high.year is not None:
            low = PartialDate(high.year - turned, low.month, low.day)
        elif high.year is None and low.year is not None:
            high = PartialDate(low.year + turned, high.month, high.day)
    except ValueError:
        return None
    in_order = (low.year, low.month, low.day) < (high.year, high.month, high.day) if low.year else not turned
    return f"{low}/{high}" if in_order and low.month is not None else None
