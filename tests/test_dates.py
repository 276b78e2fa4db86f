"""Partial dates: they are written and read back unchanged, they are intervals, and nothing is completed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate, bounds, parse

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A real day of which some parts may be hidden."""
    day = draw(DAYS)
    shape = draw(st.sampled_from(("ymd", "md", "yd", "d", "ym", "y", "m")))
    return PartialDate(
        day.year if "y" in shape else None, day.month if "m" in shape else None, day.day if "d" in shape else None
    )


@given(partial_dates())
def test_written_and_read_back(date: PartialDate) -> None:
    """EDTF of a partial date reads back as the same date."""
    assert parse(str(date)) == date


@given(partial_dates())
def test_bounds_hold_every_day_it_may_mean(date: PartialDate) -> None:
    """First and last day lie in order and agree with the date; without a year there are none."""
    limits = date.bounds()

    assert (limits is None) == (date.year is None)
    if limits:
        low, high = limits
        assert low <= high
        assert all(date.agrees(PartialDate(d.year, d.month, d.day)) for d in limits)


@given(partial_dates(), partial_dates())
def test_agreeing_is_mutual(one: PartialDate, other: PartialDate) -> None:
    """Two dates can be the same day, or not, whichever is asked first; a date agrees with itself."""
    assert one.agrees(other) == other.agrees(one)
    assert one.agrees(one)


@given(DAYS)
def test_a_whole_day_fills_what_it_agrees_with(day: datetime.date) -> None:
    """Filling a date from a day that it agrees with gives that day, and keeps what was known."""
    whole = PartialDate(day.year, day.month, day.day)

    assert PartialDate(None, day.month, day.day).filled(whole) == whole


@pytest.mark.parametrize(
    "words",
    ["", "2024-1-2", "24", "2024-01-29T10:00", "XXXX-1", "2024-13", "2024-02-30", "２０２４", "0000", "2024-01-00"],
)
def test_no_date_is_refused(words: str) -> None:
    """What is no EDTF date, or a date that no calendar has, is an error and never repaired."""
    with pytest.raises(ValueError, match="date"):
        parse(words)


def test_bounds_of_intervals_and_unknown() -> None:
    """An interval runs from its first to its last day; an unknown date has no bounds."""
    assert bounds("2024-01/2024-02-03") == ("2024-01-01", "2024-02-03")
    assert bounds("XXXX-01-29") == (None, None)
    assert bounds(None) == (None, None)
    assert bounds("2024-XX-31") == ("2024-01-31", "2024-12-31")
