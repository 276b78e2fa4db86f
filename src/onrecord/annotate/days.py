"""A day named inside a sentence: "le 4 mars 2025", "este martes", "во вторник, 4 марта,", "يوم الثلاثاء".

Lives here: where such words begin and end among tokens, for languages in which they may stand between a verb and its
subject. Not here: which day that is (``text.datewords``), the words (``Calendar``), English (``finite``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.stretch import Stretch

LONGEST = 10
LEAD = 2  # words before the day itself: "en la", "le", "في يوم"
DAY_DIGITS = 2
YEAR_DIGITS = 4


def end_of(view: Stretch, lex: Lexicon, at: int, last: int) -> int:
    """The token after the day that begins at token ``at``, before token ``last``; ``at`` itself when none does."""
    first, low = at, view.words.low
    while at < last and at - first < LEAD and low[at] in lex.days.leads and low[at] not in lex.days.alone:
        at += 1
    end = _named(view, lex, at, last)
    if end == at or view.inside[first]:
        return first
    more = end + (end < last and low[end] == ",")
    dated = _numbered(view, lex, more, last)
    if dated > more:  # "во вторник, 4 марта,": a comma closes what one opens
        closes = more > end and dated < last and low[dated] == ","
        return dated + closes
    return end


def begin_of(view: Stretch, lex: Lexicon, end: int, first: int) -> int:
    """Where the day that ends before token ``end`` begins, not before token ``first``; ``end`` when none does."""
    low = view.words.low
    if end <= first or not (low[end - 1] in lex.days.ends or low[end - 1][:1].isdigit()):
        return end
    for at in range(max(first, end - LONGEST), end):
        if (low[at] in lex.days.firsts or low[at][:1].isdigit()) and end_of(view, lex, at, end) == end:
            part = at > first and (lex.is_join(low[at - 1]) or low[at - 1] in lex.prepositions)
            return end if part else at  # "la reunión del martes": of the noun
    return end


def _named(view: Stretch, lex: Lexicon, at: int, last: int) -> int:
    """Past a weekday or "yesterday" with the part of the day, or past a day of a month."""
    low, days = view.words.low, lex.days
    end = at
    if at < last and low[at] in days.alone:
        end = at + 1
        if low[at] in days.leads:  # "اليوم الثلاثاء"
            end += end < last and low[end] in lex.times
    elif at < last and low[at] in lex.times:
        end = at + 1
    else:
        end = _numbered(view, lex, at, last)
    while at < end < last and low[end] in days.tails:
        end += 1
    return end


def _numbered(view: Stretch, lex: Lexicon, at: int, last: int) -> int:
    """Past "[le] 4 [de] marzo [de 2025]"; ``at`` when that is not what begins here."""
    low, days, first = view.words.low, lex.days, at
    at += at < last and low[at] in days.leads and low[at] not in days.alone
    if at >= last or not _is_day(low[at], days.ordinals):
        return first
    at += 1
    at += at < last and low[at] in days.ordinals
    at += at < last and low[at] in days.joins
    if at >= last or low[at] not in days.months:
        return first
    while at < last and low[at] in days.months:
        at += 1
    year = at
    while year < last and low[year] in days.joins:
        year += 1
    if year < last and len(low[year]) == YEAR_DIGITS and low[year].isdigit():
        at = year + 1
        at += at < last and low[at] in days.years
    return at


def _is_day(word: str, ordinals: frozenset[str]) -> bool:
    digits = len(word) - len(word.lstrip("0123456789٠١٢٣٤٥٦٧٨٩"))
    return 0 < digits <= DAY_DIGITS and (digits == len(word) or word[digits:] in ordinals)
