"""Origins of a record: which statements are one source with its copies and the reports that lean on it.

Lives here: what the store and the index hand to the fold, and what comes back. Not here: the fold (``trace.origins``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge import Knowledge
from onrecord.record import reusing
from onrecord.store import Filters, Page, Store
from onrecord.store.texts import Stretch
from onrecord.text.passages import Passages
from onrecord.trace import origins as fold

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
    hits = store.search(words, filters, Page(stemmed=stem, limit=MOST_HITS)).hits
    names = {hit.statement for hit in hits if hit.statement}
    if not names:
        return Counted(len(hits), 0, 0)
    stretches, found = folded(store, know)
    origin = {s.statement: int(found.of[n]) for n, s in enumerate(stretches)}
    return Counted(len(hits), len(names), len({origin[name] for name in names if name in origin}))


def folded(store: Store, know: Knowledge) -> tuple[list[Stretch], fold.Origins]:
    """The statements that hold now, and the origin of each by its number in that list."""
    stretches = store.stretches()
    index = reusing.current(store, know)
    spans = _spans(stretches, index.keys, index.pairs())
    said = fold.Said(
        np.array([s.said for s in stretches], np.int64),
        np.array([_day(s.first_day) for s in stretches], np.int64),
        np.array([_day(s.last_day) for s in stretches], np.int64),
        np.array([s.likeness for s in stretches], np.int64),
    )
    return stretches, fold.origins(said, spans)


def numbers(store: Store, know: Knowledge) -> dict[int, int]:
    """For the row of each statement that holds now the row of the first statement of its origin: what counts by origin
    are made over, wherever they are shown."""
    stretches, found = folded(store, know)
    return {s.number: stretches[first].number for s, first in zip(stretches, found.of.tolist(), strict=True)}


def origins(store: Store, know: Knowledge) -> list[Origin]:
    """Every origin of two statements or more, the largest first."""
    stretches, found = folded(store, know)
    why = {lean.one: lean for lean in found.leans}
    groups: dict[int, list[int]] = {}
    for number, first in enumerate(found.of.tolist()):
        groups.setdefault(first, []).append(number)
    given = []
    for first, members in groups.items():
        if len(members) > 1:
            rest = sorted(members, key=lambda n: (n != first, _day(stretches[n].first_day) or 99999999, n))
            given.append(Origin(tuple(_member(stretches, n, why.get(n)) for n in rest)))
    return sorted(given, key=lambda o: (-len(o.members), o.members[0].statement))


def _member(stretches: Sequence[Stretch], number: int, lean: fold.Lean | None) -> Member:
    s = stretches[number]
    told = (lean.why, stretches[lean.other].statement, lean.own, lean.theirs) if lean else ("", None, 0.0, 0.0)
    return Member(s.statement, s.date, s.published, s.publisher, s.lang, *told)


def _day(day: str | None) -> int:
    return int(day.replace("-", "")) if day else 0


def _spans(stretches: Sequence[Stretch], keys: NDArray[np.int64], found: Passages) -> NDArray[np.int64]:
    """Passages that do not differ, with the statements (by number) that hold their middles."""
    rows = found.rows[found.rows[:, 8] == 0]
    if not len(rows) or not stretches:
        return np.empty((0, 6), np.int64)
    width = max(s.end for s in stretches) + 1
    place = np.array([s.text * width + s.start for s in stretches], np.int64)
    end = np.array([s.text * width + s.end for s in stretches], np.int64)
    sides = []
    for at in (0, 3):
        middle = keys[rows[:, at]] * width + np.minimum((rows[:, at + 1] + rows[:, at + 2]) // 2, width - 1)
        owner = np.searchsorted(place, middle, side="right") - 1
        sides.append(np.where((owner >= 0) & (middle < end[owner]), owner, -1))
    a, b = sides
    spans = np.stack([a, rows[:, 1], rows[:, 2], b, rows[:, 4], rows[:, 5]], axis=1)
    kept: NDArray[np.int64] = spans[(a >= 0) & (b >= 0) & (a != b)]
    return kept
