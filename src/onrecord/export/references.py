"""What the reference formats share: author, title, container, dates of a citation, as a bibliography has them.

Lives here: the choice of these values, and parts of partial dates. Not here: how a format writes them. No date is
completed: a month without a day has none in any format, and what a format cannot write is left to a field of text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord import dates
from onrecord.export.citation import Citation

PRESS = frozenset({"state_media", "wire", "press"})
TITLE = 80


@dataclass(frozen=True, slots=True)
class Reference:
    """Values of one bibliography entry; empty where there is none. ``author`` is who speaks, else the outlet (then
    ``container`` is empty); ``issued``, ``event`` and ``accessed`` are EDTF; ``quote`` is empty for a whole statement;
    ``note`` says capacity, form and authority."""

    author: str
    title: str
    container: str
    issued: str
    event: str
    accessed: str
    url: str
    lang: str
    quote: str
    note: str
    press: bool


def keyed(citations: Iterable[Citation]) -> Iterator[tuple[str, Citation]]:
    """Each citation with a key of its own: its id; where copies of a text share one, the later ones get a number."""
    seen: Counter[str] = Counter()
    for one in citations:
        seen[one.id] += 1
        yield one.id if seen[one.id] == 1 else f"{one.id}-{seen[one.id]}", one


def reference(c: Citation) -> Reference:
    """The entry of a citation. What has no title is called by its first words."""
    s = c.statement
    author = c.speaker or c.publisher
    details = [c.capacity or "", s.venue or "" if s else "", f"{s.form}, {s.authority}" if s else ""]
    details.append("" if c.locator == c.url else c.locator)
    return Reference(
        author=line(author),
        title=c.title or cut(c.quote, TITLE),
        container=line(c.publisher) if c.speaker else "",
        issued=c.issued or "",
        event=(c.date or "") if c.published and c.date != c.published else "",
        accessed=_day(c.retrieved),
        url=c.url,
        lang="" if c.lang == "und" else c.lang,
        quote="" if c.kind == "statement" else line(c.quote),
        note=line("; ".join(d for d in details if d)),
        press=bool(s and s.authority in PRESS),
    )


def parts(edtf: str) -> list[list[int]]:
    """Year, month and day of a date as far as they are known from the left, twice for an interval; empty when a part
    is unknown before a known one, which only words can say.

    >>> parts("2024-01"), parts("2024-01-29/2024-02"), parts("XXXX-01-29"), parts("2024-XX-25")
    ([[2024, 1]], [[2024, 1, 29], [2024, 2]], [], [])
    """
    try:
        known = [dates.parse(one) for one in edtf.split("/")] if edtf else []
    except ValueError:
        return []
    if any(d.year is None or (d.day is not None and d.month is None) for d in known):
        return []
    return [[n for n in (d.year, d.month, d.day) if n is not None] for d in known]


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def cut(text: str, most: int) -> str:
    """The text on one line, cut at ``most`` characters."""
    whole = line(text)
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"


def _day(retrieved: str) -> str:
    """The day of a time stamp; empty when it begins with none."""
    day = retrieved[:10]
    try:
        return day if dates.parse(day).whole else ""
    except ValueError:
        return ""
