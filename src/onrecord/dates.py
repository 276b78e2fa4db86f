"""Partial dates in EDTF (ISO 8601-2 level 1 subset). A partial date is an interval; nothing is ever completed.

Lives here: the arithmetic of dates. Not here: words for months (``knowledge.languages``), finding dates in text
(``text.datewords``), deciding which date is a statement's (``structure``).

Forms used: ``2024``, ``2024-01``, ``2024-01-29``; unspecified digits ``XXXX-01-29``, ``2024-XX-25``; intervals
``2024-01-29/2024-02-01`` (both ends included).
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1000, 2999


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year, of which some parts may be unknown (None).

    >>> str(PartialDate(None, 1, 29))
    'XXXX-01-29'
    >>> PartialDate(2024, 1).bounds()
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 31))
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not _possible(self.year, self.month, self.day):
            given = "-".join(str(part) for part in (self.year, self.month, self.day) if part is not None)
            raise ValueError(f"no calendar has the date {given}")

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.day is not None:
            month = "XX" if self.month is None else f"{self.month:02d}"
            return f"{year}-{month}-{self.day:02d}"
        return year if self.month is None else f"{year}-{self.month:02d}"

    @property
    def precision(self) -> str:
        """The finest part that is known: year, month, day; "none" when not even the year is.

        >>> PartialDate(2025, 1).precision
        'month'
        """
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "none" if self.year is None else "year"

    @property
    def whole(self) -> bool:
        """True for a full calendar day."""
        return None not in (self.year, self.month, self.day)

    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day it can be; None when the year is unknown."""
        if self.year is None:
            return None
        low_month, high_month = (self.month, self.month) if self.month else (1, 12)
        if self.day is None:
            last = calendar.monthrange(self.year, high_month)[1]
            return datetime.date(self.year, low_month, 1), datetime.date(self.year, high_month, last)
        days = [
            datetime.date(self.year, m, self.day)
            for m in range(low_month, high_month + 1)
            if self.day <= calendar.monthrange(self.year, m)[1]
        ]
        return days[0], days[-1]

    def agrees(self, other: PartialDate) -> bool:
        """True when both can be the same day.

        >>> PartialDate(None, 1, 29).agrees(PartialDate(2024, 1, 29))
        True
        """
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)

    def filled(self, other: PartialDate) -> PartialDate:
        """This date with its unknown parts taken from ``other``; raises ValueError if no calendar has the result."""
        return PartialDate(
            self.year if self.year is not None else other.year,
            self.month if self.month is not None else other.month,
            self.day if self.day is not None else other.day,
        )


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if month is None:
        return 1 <= day <= 31
    longest = calendar.monthrange(2000 if year is None else year, month)[1]
    return 1 <= day <= longest


def parse(edtf: str) -> PartialDate:
    """Read one EDTF date (not an interval); ValueError when it is none.

    >>> parse("XXXX-01-29")
    PartialDate(year=None, month=1, day=29)
    """
    parts = edtf.split("-")
    shapes = [len(p) for p in parts]
    if shapes not in ([4], [4, 2], [4, 2, 2]):
        raise ValueError(f"not an EDTF date: {edtf!r}")
    numbers = [_number(p, edtf) for p in parts] + [None, None]
    return PartialDate(numbers[0], numbers[1], numbers[2])


def _number(part: str, edtf: str) -> int | None:
    if set(part) == {"X"}:
        return None
    if not (part.isascii() and part.isdigit()):
        raise ValueError(f"not an EDTF date: {edtf!r}")
    return int(part)


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day of an EDTF date or interval, for sorting and filtering; (None, None) if unknown.

    >>> bounds("2024-01")
    ('2024-01-01', '2024-01-31')
    >>> bounds("XXXX-01-29")
    (None, None)
    """
    if not edtf:
        return None, None
    first, _, last = edtf.partition("/")
    low, high = parse(first).bounds(), parse(last or first).bounds()
    return (low[0].isoformat() if low else None, high[1].isoformat() if high else None)
