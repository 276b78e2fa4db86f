"""The written forms of dates, as patterns: figures, Chinese, and one grammar that alphabetic languages fill.

Lives here: building patterns from a Calendar, and reading one match. Not here: what stands around a match, ranges of
two dates, choosing between overlapping matches (``datewords``); month names (``knowledge.languages``).
Every repetition is bounded, so a search is linear on any text.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from onrecord.dates import PartialDate
from onrecord.knowledge.language import Calendar

BAD, AMBIGUOUS, OTHER = "bad", "ambiguous", "other_calendar"
DIFFERS = " (weekday differs)"

_N = "[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]"
_S = "[ \\t\\r\\n\u00a0\u2009\u202f]{1,4}"
_O = "[ \\t\\r\\n\u00a0\u2009\u202f\u3000]{0,2}"
_DASH = "[-\u2010-\u2015]"
_RAISED = "[\"”″'’°º™*]"
_YEAR = f"(?P<y%d>{_N}{{4}})"
_HAN = "〇○零一二三四五六七八九"
_HAN_VALUE = {c: v for v, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one match says: an EDTF date or None, and the rule (a form's name, or why there is no date)."""

    date: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Forms:
    """One pattern and how to read its matches; None from ``read`` says that the match is no date at all."""

    pattern: Any
    read: Callable[[Any], Reading | None]

    def search(self, chars: str, start: int, end: int) -> Iterator[tuple[int, int, Reading | None]]:
        """Start, end and reading of each match in ``chars[start:end]``."""
        part = chars[start:end]
        for match in self.pattern.finditer(part):
            yield start + match.start(), start + match.end(), self.read(match)

    def whole(self, words: str) -> Reading | None:
        """The reading of words that are one date and nothing else."""
        match = self.pattern.fullmatch(words)
        return self.read(match) if match else None


def number(digits: str) -> int:
    """The value of digits of any script, or of a Chinese numeral below one hundred or a Chinese year.

    >>> number("二十九"), number("二〇二四"), number("٢٩")
    (29, 2024, 29)
    """
    if digits[0] not in _HAN_VALUE and digits[0] not in "十廿":
        return int(digits)
    if len(digits) == 4 and "十" not in digits:
        return int("".join(str(_HAN_VALUE[c]) for c in digits))
    tens, mark, units = digits.replace("廿", "二十").partition("十")
    if not mark:
        return _HAN_VALUE[digits]
    return (_HAN_VALUE[tens] if tens else 1) * 10 + (_HAN_VALUE[units] if units else 0)


def _any_of(forms: Iterable[str]) -> str:
    """An alternation, longest first, in which a space may be any short white space."""
    ordered = sorted(set(forms), key=lambda f: (-len(f), f))
    return "(?:" + "|".join(_S.join(re2.escape(w) for w in f.split()) for f in ordered) + ")"


def _flat(words: str) -> str:
    return " ".join(words.lower().split())


def words(code: str, calendar: Calendar) -> Forms | None:
    """The forms of an alphabetic language; None for a language without month names."""
    if not calendar.months:
        return None
    months = {form: n for n, forms in enumerate(calendar.months, 1) for form in forms}
    days = {form: n for n, forms in enumerate(calendar.weekdays) for form in forms}
    orders = (
        *calendar.patterns,
        *(("other",) if calendar.others else ()),
        *(("year",) if calendar.year_heads or calendar.year_tails else ()),
    )
    branches = [_branch(order, n, calendar) for n, order in enumerate(orders)]
    pattern = re2.compile("(?i)" + "|".join(branches))
    names = sorted(pattern.groupindex, key=pattern.groupindex.__getitem__)
    return Forms(pattern, lambda match: _read_words(match, names, code, calendar, orders, months, days))


def _branch(order: str, n: int, calendar: Calendar) -> str:
    """The pattern of one order; its groups are w (weekday), a and b (days), m and n (months), y, each with ``n``."""
    month = f"(?P<m{n}>{_any_of(f for forms in calendar.months for f in forms)})"
    weekday = (
        f"(?:(?P<w{n}>{_any_of(f for forms in calendar.weekdays for f in forms)})\\.?,?{_S}{_opt(calendar.articles)})?"
    )
    # scanned pages turn a raised "th" into one of these marks
    ordinal = f"(?:{_any_of(calendar.ordinals)}|{_RAISED})?" if calendar.ordinals else f"{_RAISED}?"
    until = f"{_O}{_DASH}{_O}" + (f"|{_S}{_any_of(calendar.ranges)}{_S}" if calendar.ranges else "")
    day = f"(?P<a{n}>{_N}{{1,2}}){ordinal}(?:(?:{until})(?P<b{n}>{_N}{{1,2}}){ordinal})?"
    tail = f"(?:{_S}{_any_of(calendar.year_tails)})?" if calendar.year_tails else ""
    year = f"{_opt(calendar.of_year)}{_YEAR % n}{tail}"
    twin = f"(?:{_O}[/(]{_O}(?P<n{n}>{_any_of(f for forms in calendar.months for f in forms)})\\)?)?"
    if order == "d m y":
        return f"{weekday}{day}(?:{_S}|-){_opt(calendar.of_month)}{month}\\.?{twin}(?:(?:,?{_S}|-){year})?"
    if order == "m d y":
        # "May 2022" must not be read as the 20th of May, so the year is tried first
        again, late = month.replace(f"<m{n}>", f"<k{n}>"), year.replace(f"<y{n}>", f"<z{n}>")
        return f"{month}\\.?,?{_S}{year}|{weekday}{again}\\.?{_S}{day}(?:,?{_S}{late})?"
    if order == "m y":
        return f"{month}\\.?{twin},?{_S}{year}"
    if order == "other":
        return f"{_N}{{1,2}}{ordinal}{_S}(?P<o{n}>{_any_of(calendar.others)}),?{_S}{_N}{{4}}"
    alone = f"(?:19|20|\u0661\u0669|\u0662\u0660){_N}{{2}}"
    headed = [f"{_any_of(calendar.year_heads)}{_S}(?P<y{n}>{alone})"] if calendar.year_heads else []
    tailed = [f"(?P<z{n}>{alone}){_S}{_any_of(calendar.year_tails)}"] if calendar.year_tails else []
    return "|".join((*headed, *tailed))


def _opt(forms: tuple[str, ...]) -> str:
    return f"(?:{_any_of(forms)}{_S})?" if forms else ""


def _read_words(
    match: Any,
    names: Sequence[str],
    code: str,
    calendar: Calendar,
    orders: tuple[str, ...],
    months: dict[str, int],
    days: dict[str, int],
) -> Reading | None:
    groups = {k: v for k, v in zip(names, match.groups(), strict=True) if v is not None}
    n = int(next(iter(groups))[1:])
    parts = {k[0]: v for k, v in groups.items()}
    if "o" in parts:
        return Reading(None, OTHER)
    name, year = parts.get("m") or parts.get("k"), parts.get("y") or parts.get("z")
    if calendar.capital and name and not name[0].isupper() and not ("a" in parts and year):
        return None
    if name is None:
        return made(number(year or "0"), None, None, f"{code}:year")
    month = months[_flat(name)]
    if "n" in parts and months[_flat(parts["n"])] != month:
        return Reading(None, BAD)
    weekday = days[_flat(parts["w"])] if "w" in parts else None
    rule = f"{code}:{orders[n]}" if year else f"{code}:{orders[n][:3]}"
    if "a" not in parts:
        return made(number(year or "0"), month, None, f"{code}:m y")
    first, last = number(parts["a"]), number(parts.get("b", "0"))
    return _days(number(year) if year else None, month, (first, last), rule, weekday)


def _days(year: int | None, month: int, days: tuple[int, int], rule: str, weekday: int | None) -> Reading | None:
    first, last = days
    if not 1 <= first <= 31 or last > 31:
        return None
    low = made(year, month, first, rule, weekday)
    if not last or low.date is None:
        return low
    high = made(year, month, last, rule)
    if high.date is None:
        return high
    return Reading(f"{low.date}/{high.date}", rule + " range") if first < last else Reading(None, BAD)


def made(year: int | None, month: int | None, day: int | None, rule: str, weekday: int | None = None) -> Reading:
    """The date of these numbers under ``rule``; no date and rule "bad" when no calendar has it.

    >>> made(2025, 2, 30, "en:d m y")
    Reading(date=None, rule='bad')
    """
    try:
        date = PartialDate(year, month, day)
    except ValueError:
        return Reading(None, BAD)
    if weekday is not None and year and month and day and datetime.date(year, month, day).weekday() != weekday:
        rule += DIFFERS
    return Reading(str(date), rule)


@cache
def figures() -> Forms:
    """Dates in figures only: 2024-01-29, 2024/1/29, 29.01.2024, 29/01/2024."""
    time = f"(?:T{_N}{{2}}:{_N}{{2}}[0-9:.,]{{0,10}}(?:Z|[+-]{_N}{{2}}:?{_N}{{2}})?)?"
    pattern = re2.compile(
        f"(?P<y>{_N}{{4}})(?P<s>[-/.])(?P<m>{_N}{{1,2}})(?P<t>[-/.])(?P<d>{_N}{{1,2}}){time}"
        f"|(?P<a>{_N}{{1,2}})(?P<u>[-/.])(?P<b>{_N}{{1,2}})(?P<v>[-/.])(?P<z>{_N}{{4}}|{_N}{{2}})"
    )
    return Forms(pattern, _read_figures)


def _read_figures(match: Any) -> Reading | None:
    y, s, m, t, d, a, u, b, v, z = match.group("y", "s", "m", "t", "d", "a", "u", "b", "v", "z")
    if y:
        return made(int(y), int(m), int(d), f"figures:y{s}m{s}d") if s == t else None
    if u != v or (len(z) == 2 and u != "/"):
        return None
    return ordered(int(a), int(b), z, u, "")


def ordered(first: int, second: int, year: str, mark: str, order: str) -> Reading:
    """29/01/2024 and the like. Dots put the day first; with other marks one number must be above 12, or both equal,
    or ``order`` ("dmy", "mdy": how a publisher writes) must be known. A year of two digits names no century.

    >>> ordered(1, 2, "2024", "/", ""), ordered(1, 2, "2024", "/", "mdy").date
    (Reading(date=None, rule='ambiguous'), '2024-01-02')
    """
    if len(year) == 2:
        return Reading(None, AMBIGUOUS)
    if mark == "." or order == "dmy" or first > 12 or (first == second and first <= 12):
        return made(int(year), second, first, f"figures:d{mark}m{mark}y")
    if order == "mdy" or second > 12:
        return made(int(year), first, second, f"figures:m{mark}d{mark}y")
    return Reading(None, AMBIGUOUS)


def han(code: str, calendar: Calendar) -> Forms:
    """Chinese dates, in figures or Chinese numerals: 2024年1月29日, 二〇二四年一月, 1月29日, 2024年, 29日."""
    tens = "三十一|三十|[二廿]?十?[一二三四五六七八九]|[二]?十|廿"
    year = f"{_N}{{4}}|[一二][{_HAN}]{{3}}"
    month = f"{_N}{{1,2}}|十[一二]?|[一二三四五六七八九]"
    weekday = f"(?:{_O}[（(]?(?P<w>{_any_of(f for forms in calendar.weekdays for f in forms)})[）)]?)?"
    day = f"{_O}(?P<d>{_N}{{1,2}}|{tens}){_O}[日号號]{weekday}"
    bare = f"(?P<e>{_N}{{1,2}}){_O}[日号號]"
    full = f"(?P<y>{year}){_O}年(?:{_O}(?P<m>{month}){_O}月(?:{day})?)?"
    short = f"(?P<k>{month}){_O}月{day.replace('<d>', '<c>').replace('<w>', '<x>')}"
    days = {form: n for n, forms in enumerate(calendar.weekdays) for form in forms}
    return Forms(re2.compile(f"{full}|{short}|{bare}"), lambda match: _read_han(match, code, days))


def _read_han(match: Any, code: str, days: dict[str, int]) -> Reading | None:
    y, m, d, w, k, c, x, e = match.group("y", "m", "d", "w", "k", "c", "x", "e")
    if e:
        return made(None, None, int(e), f"{code}:d日") if 1 <= int(e) <= 31 else None
    if k:
        return made(None, number(k), number(c), f"{code}:m月d日", days.get(x or ""))
    shape = "y年" + ("m月" if m else "") + ("d日" if d else "")
    return made(number(y), number(m) if m else None, number(d) if d else None, f"{code}:{shape}", days.get(w or ""))


def loose(code: str, calendar: Calendar) -> Forms | None:
    """Words that need a date from elsewhere: weekdays ("weekday:1", Monday 0) and "yesterday" ("relative:-1")."""
    rules = {
        f: f"weekday:{n}" for n, forms in enumerate(calendar.weekdays) for f in forms if f == forms[0] or len(f) > 5
    }
    if not calendar.capital:
        rules = {f: f"weekday:{n}" for n, forms in enumerate(calendar.weekdays) for f in forms}
    relative = {word: f"relative:{days}" for word, days in calendar.relative}
    if not rules and not relative:
        return None

    def read(match: Any) -> Reading | None:
        words = match.group()
        if calendar.capital and _flat(words) in rules and not words[0].isupper():
            return None
        return Reading(None, (rules | relative)[_flat(words)])

    return Forms(re2.compile("(?i)" + _any_of([*rules, *relative])), read)
