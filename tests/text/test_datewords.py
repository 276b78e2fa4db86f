"""Dates in words: cases by kind, and properties that hold for every date in every language."""

from __future__ import annotations

import datetime
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import bounds
from onrecord.knowledge.language import Calendar, Language
from onrecord.knowledge.languages import LANGUAGES
from onrecord.model import Span
from onrecord.text.dateforms import number
from onrecord.text.datewords import find

CASES = json.loads((Path(__file__).parent / "cases" / "dates.json").read_text(encoding="utf-8"))
BY_CODE = {language.code: language for language in LANGUAGES}


def _params(kind: str) -> list[Any]:
    marks = pytest.mark.xfail(strict=True) if kind == "known-failure" else ()
    return [pytest.param(case, id=case["label"], marks=marks) for case in CASES[kind]]


@pytest.mark.parametrize("case", _params("wild") + _params("known-failure"))
def test_dates_are_read(case: dict[str, Any]) -> None:
    """A date as people write it is read as EDTF, and one that cannot be read says why."""
    found = find(case["text"], [BY_CODE[case["lang"]]])

    assert case["dates"] == [m.date for m in found if m.date]
    if "unread" in case:
        assert case["unread"] == [m.rule for m in found if not m.date]
    if "rule" in case:
        assert case["rule"] == found[0].rule


@pytest.mark.parametrize("case", _params("must-not-match"))
def test_no_date_is_no_date(case: dict[str, Any]) -> None:
    """Words and figures that only resemble a date give none, not even an unread one."""
    found = find(case["text"], [BY_CODE[case["lang"]]])

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda x: x.code)
def test_calendar_is_whole(language: Language) -> None:
    """Every language names seven weekdays, the orders it writes, and twelve months unless it numbers them."""
    calendar = language.calendar
    words = [w for forms in (*calendar.months, *calendar.weekdays) for w in forms]

    assert len(calendar.weekdays) == 7
    assert calendar.patterns
    assert len(calendar.months) == (0 if "y年m月d日" in calendar.patterns else 12)
    assert all(w == w.lower().strip() and w for w in words)
    assert len({f for forms in calendar.months for f in forms}) == sum(len(forms) for forms in calendar.months)


def _written(day: datetime.date, calendar: Calendar, form: int, capital: bool) -> str:
    """A day as its language writes it, with the ``form``-th name of the month."""
    if not calendar.months:
        return f"{day.year}年{day.month}月{day.day}日"
    names = calendar.months[day.month - 1]
    month = names[form % len(names)].capitalize() if capital else names[form % len(names)]
    of_month = f"{calendar.of_month[0]} " if calendar.of_month else ""
    of_year = f"{calendar.of_year[0]} " if calendar.of_year else ""
    return f"{day.day} {of_month}{month} {of_year}{day.year:04d}"


@given(
    st.sampled_from(LANGUAGES),
    st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)),
    st.integers(0, 5),
    st.booleans(),
)
def test_every_day_is_found_in_every_language(language: Language, day: datetime.date, form: int, capital: bool) -> None:
    """A day written out in a language is found at its place, whatever stands around it, and is that day."""
    words = _written(day, language.calendar, form, capital)
    text = f"— {words}, "

    (mention,) = find(text, [language])

    assert (day.isoformat(), words) == (mention.date, mention.span.of(text))
    assert bounds(mention.date) == (day.isoformat(), day.isoformat())


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_iso_days_are_found(day: datetime.date) -> None:
    """An ISO day is found as itself."""
    assert [day.isoformat()] == [m.date for m in find(f"({day.isoformat()})", LANGUAGES)]


@given(st.text(alphabet="0123456789-/.年月日 JanuaryMay,一二十〇至29\n", max_size=80))
def test_mentions_lie_in_order_and_are_real(text: str) -> None:
    """On any text mentions are in order, do not overlap, lie inside it, and every date is one that a calendar has."""
    found = find(text, LANGUAGES)

    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    for mention in found:
        bounds(mention.date)


@given(st.integers(1, 99))
def test_chinese_numerals_count(value: int) -> None:
    """Chinese numerals below one hundred have their value."""
    digits = "零一二三四五六七八九"
    tens, units = divmod(value, 10)
    words = ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[units] if units else "")

    assert value == number(words)


def test_span_narrows_the_search() -> None:
    """Only dates inside the span are found, at offsets of the whole text; a date it cuts is left out or cut short."""
    text = "29 January 2024. Then 30 January 2024."

    assert [Span(22, 37)] == [m.span for m in find(text, LANGUAGES, Span(17, len(text)))]


def test_hostile_text_is_passed_over() -> None:
    """The hostile dates are all either read as they stand or left unread with a rule, and none is repaired."""
    hostile = "\n".join(
        ["On 30 February 2025", "31 November", "0000-00-00", "9999-99-99T99:99:99Z", "平成31年4月31日", "12025-01-14"]
    )

    assert [None] * len(find(hostile, LANGUAGES)) == [m.date for m in find(hostile, LANGUAGES)]
