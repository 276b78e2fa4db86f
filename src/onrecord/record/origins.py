"""Origins of a record: which statements are one source with its copies and the reports that lean on it.

Lives here: what is asked of the kept fold. Not here: how it is kept (``folding``), the fold (``trace.origins``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.knowledge import Knowledge
from onrecord.record import folding
from onrecord.store import Filters, Page, Store
from onrecord.store.origins import Grouped

MOST_HITS = 1_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """A statement of an origin. ``why`` it is in it ("same words", "copy", "excerpt", "report"; "" for the first) and
    ``of`` which; ``own`` and ``theirs`` are the shares of this one and of that one that they have in common."""

    statement: str
    date: str | None
    published: str | None
    publisher: str | None
    lang: str
    why: str = ""
    of: str | None = None
    own: float = 0.0
    theirs: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Statements that are one source: the first of them, then those that lean on it, earliest first."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Hits (paragraphs) of a search, the texts (statements) they stand in, and the origins of these."""

    hits: int
    texts: int
    origins: int


def counted(store: Store, know: Knowledge, words: str, filters: Filters, *, stem: bool) -> Counted:
    """All hits of a search by texts and by origins."""
    with store.view():
        hits = store.search(words, filters, Page(stemmed=stem, limit=MOST_HITS)).hits
        names = {hit.statement for hit in hits if hit.statement}
        if not names:
            return Counted(len(hits), 0, 0)
        folding.refresh(store, know)
        firsts = {one.statement: one.first for one in store.origins.named(names)}
    return Counted(len(hits), len(names), len(set(firsts.values())))


def numbers(store: Store, know: Knowledge, statements: Iterable[int]) -> dict[int, int]:
    """For statements (rows) that hold now the row of the first statement of their origin: what counts by origin are
    made over, wherever they are shown."""
    with store.view():
        folding.refresh(store, know)
        return store.origins.of(statements)


def origins(store: Store, know: Knowledge) -> list[Origin]:
    """Every origin of two statements or more, the largest first."""
    with store.view():
        folding.refresh(store, know)
        found = store.origins.grouped()
    groups: dict[int, list[Grouped]] = {}
    for one in found:
        groups.setdefault(one.first, []).append(one)
    given = []
    for first, members in groups.items():
        rest = sorted(members, key=lambda one: (one.number != first, one.first_day or "~"))
        given.append(Origin(tuple(map(_member, rest))))
    return sorted(given, key=lambda o: (-len(o.members), o.members[0].statement))


def _member(one: Grouped) -> Member:
    shown = one.statement, one.date, one.published, one.publisher, one.lang
    return Member(*shown, one.why, one.leans_on, one.own, one.theirs)
