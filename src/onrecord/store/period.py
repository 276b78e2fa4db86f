"""A period of days that statements are asked for, and whether a partial date lies in it.

Lives here: that arithmetic. Not here: dates themselves (``dates``). Nothing is completed: a date that only can lie in
the period is kept and said to be unsure; one that cannot is left out.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from onrecord.dates import PartialDate, bounds, parse
from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``since`` to ``until`` (ISO, both included; None: open)."""

    since: str | None = None
    until: str | None = None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Period:
        """The period between two EDTF dates; InputError when one is none.

        >>> Period.of("2024", "2024-02")
        Period(since='2024-01-01', until='2024-02-29')
        """
        return cls(_bounds(since)[0], _bounds(until)[1])

    def may_hold(self, date: str | None, first: str | None, last: str | None) -> bool:
        """True when a statement with this EDTF date, bounded by ``first`` and ``last``, can be of the period."""
        if first is not None and last is not None:
            return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)
        return self.since is None or self.until is None or date is None or _recurs(date, self.since, self.until)

    def surely_holds(self, date: str | None, first: str | None, last: str | None) -> bool:
        """True when it must be: its own date is known and lies wholly inside. Always true for an open period."""
        if self.since is None and self.until is None:
            return True
        if first is None or last is None or bounds_of(date) == (None, None):
            return False
        return (self.since is None or first >= self.since) and (self.until is None or last <= self.until)


def bounds_of(date: str | None) -> tuple[str | None, str | None]:
    """Bounds of an EDTF date; (None, None) when there are none or it is no date."""
    try:
        return bounds(date)
    except ValueError:
        return None, None


def _bounds(date: str | None) -> tuple[str | None, str | None]:
    try:
        found = bounds(date)
    except ValueError:
        raise InputError(f"{date!r} is not a date; write 2024, 2024-01 or 2024-01-29") from None
    if date and found == (None, None):
        raise InputError(f"{date!r} has no year; write 2024, 2024-01 or 2024-01-29")
    return found


def _recurs(date: str, since: str, until: str) -> bool:
    """True when a date without a year falls on some day of the period."""
    first, last = datetime.date.fromisoformat(since), datetime.date.fromisoformat(until)
    try:
        partial = parse(date)
    except ValueError:
        return True
    for year in range(first.year, min(last.year, first.year + 8) + 1):
        try:
            low, high = partial.filled(PartialDate(year)).bounds() or (first, last)
        except ValueError:
            continue
        if low <= last and high >= first:
            return True
    return False
