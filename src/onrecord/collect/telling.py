"""Telling: what a carrier says of a document, made into Told values or left unsaid.

Lives here: dates in machine forms, short strings that may be stored. Not here: dates in words (``text.datewords``).
Rule: a value that cannot be right is not told; nothing is repaired.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.model import Told

LONGEST = 2000


def machine_date(value: str) -> str | None:
    """ISO 8601 of a date in the forms of RFC 822 or ISO 8601; None for anything else.

    >>> machine_date("Thu, 24 Jun 2021 15:33:37 +0000")
    '2021-06-24T15:33:37+00:00'
    >>> machine_date("2025-01-14"), machine_date("2025-13-45"), machine_date("now")
    ('2025-01-14', None, None)
    """
    value = value.strip()[:64]
    if value[:4].isascii() and value[:4].isdigit() and value[4:5] == "-":
        try:
            return (
                date.fromisoformat(value).isoformat() if len(value) == 10 else datetime.fromisoformat(value).isoformat()
            )
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def field_date(value: object) -> str | None:
    """A data set's date as it may be told: the string as written, or a number that is a year or a day.

    >>> field_date("8 May 2024, 23:15"), field_date(20240508), field_date(1715180000)
    ('8 May 2024, 23:15', '2024-05-08', None)
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        if 1000 <= value <= 2999:
            return str(value)
        return machine_date(f"{value // 10000}-{value // 100 % 100:02}-{value % 100:02}") if value < 30000000 else None
    if isinstance(value, str) and value.strip() and len(value) <= 100 and any(c.isdigit() for c in value):
        return value.strip()
    return None


def told(name: str, value: object, by: str) -> Iterator[Told]:
    """One Told, or none when there is nothing to say. ``value`` may be a string or a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and value.strip():
        yield Told(name, value.strip()[:LONGEST], by)
