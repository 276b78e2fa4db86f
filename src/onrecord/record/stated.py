"""A stored statement as the rules of linking see it.

Lives here: that, and dates as days. Not here: the rules (``compare.link``).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from onrecord.compare.link import Stated
from onrecord.dates import bounds
from onrecord.store import Linkable
from onrecord.text.fold import primary

OFFICIAL = frozenset(("official_transcript", "official_translation"))
STATED = frozenset((*OFFICIAL, "state_media"))
SPOKEN = frozenset(("transcript", "qa"))


def by_its_form(one: Linkable) -> bool:
    """Whether a text of an unknown outlet is an official one by its form: questions and what a spokesperson answers."""
    return one.authority == "unknown" and not one.publisher and one.form in SPOKEN


def stated(one: Linkable, quoted: Sequence[tuple[int, int]] = ()) -> Stated:
    """A stored statement as the rules see it."""
    return Stated(
        one.statement, primary(one.lang), one.said, one.start, one.end, _days(one.date, one.published),
        one.publisher or "", one.address, one.authority in STATED, one.likeness,
        tuple(quoted), one.form == "report", by_its_form(one), one.form == "statement",
    )  # fmt: skip


def _days(*dates: str | None) -> tuple[tuple[int, int], ...]:
    found = []
    for edtf in dates:
        try:
            first, last = bounds(edtf)
        except ValueError:
            continue
        if first and last:
            found.append((_ordinal(first), _ordinal(last)))
    return tuple(found)


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()
