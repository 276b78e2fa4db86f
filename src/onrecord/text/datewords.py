"""Dates in words: finds them in six languages and in figures, as EDTF. Completes nothing.

Lives here: finding. Not here: month names (``knowledge.languages.*.calendar``), arithmetic (``dates``), deciding
which date is a statement's (``structure.heading``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.knowledge import Language
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. ``date`` is EDTF (a date or an interval), None when unreadable (``rule`` says why: "bad"
    for a date no calendar has, "ambiguous" for 01/02/2024, "weekday", "relative"). ``lang`` is "" for figures."""

    span: Span
    date: str | None
    rule: str
    lang: str


def find(chars: str, languages: Iterable[Language], span: Span | None = None) -> list[DateMention]:
    """Dates in ``chars`` (in ``span`` only, when given), in order, without overlaps."""
    return []
