"""Other versions of a statement: revisions of its page, and what shares its words.

Lives here: one line for each, so that it can be opened and compared. Not here: finding them (``record``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Record
from onrecord.store import Held


@dataclass(frozen=True, slots=True)
class Other:
    """Another statement: what it is to this one ("revision", "copy"), and what tells it apart."""

    kind: str
    statement: str
    title: str
    lang: str
    date: str | None
    published: str | None
    authority: str
    publisher: str | None
    seen: str = ""


def others(record: Record, held: Held) -> tuple[Other, ...]:
    """The other captures of the page in their order, then the first statement with the same words."""
    found: dict[str, Other] = {}
    for capture in held.revisions:
        if capture.source == held.source:
            continue
        for id in record.statements_of(capture.source):
            found.setdefault(id, _other("revision", record.show(id), capture.retrieved))
    first = held.version.copy_of
    if first:
        found.setdefault(first, _other("copy", record.show(first)))
    found.pop(held.statement.id, None)
    same = [one for one in found.values() if one.kind != "revision" or one.lang == held.statement.lang]
    return tuple(same)


def _other(kind: str, held: Held, seen: str = "") -> Other:
    one = held.statement
    title = one.title.of(held.text.chars) if one.title else ""
    return Other(kind, one.id, title, one.lang, one.date, one.published, one.authority, one.publisher, seen)
