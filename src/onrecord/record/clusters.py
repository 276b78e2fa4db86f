"""Passages that the same words run through: pairs of shared passages made clusters, with the days they stand on.

Lives here: which places are one passage, and the order of a cluster. Not here: finding pairs (``reusing``), folding
whole statements into origins (``trace.origins``). A pair that differs in a number, a name or a negation joins nothing,
so two uses of one template stay apart; so do a whole copy and a sentence of it: two places in a statement are one where
they share more than half of the longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record.reusing import Shared, Side

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A passage with all its places, earliest first, one for each statement; those without a day stand last.

    ``first``, ``last``: EDTF dates of the earliest and the latest place that has a day, None when none has.
    """

    places: tuple[Side, ...]
    first: str | None
    last: str | None


def clusters(found: Iterable[Shared]) -> list[Cluster]:
    """The clusters of shared passages: those of most statements first, then the longer, then by id."""
    sides: dict[Key, Side] = {}
    up: dict[Key, Key] = {}
    for pair in found:
        if not pair.differs:
            for side in (pair.a, pair.b):
                sides.setdefault(_key(side), side)
            _join(up, _key(pair.a), _key(pair.b))
    ordered = sorted(sides)
    for one, other in _overlapping(ordered):
        if 2 * (min(one[2], other[2]) - other[1]) > max(one[2] - one[1], other[2] - other[1]):
            _join(up, one, other)
    groups: dict[Key, list[Side]] = {}
    for key in ordered:
        groups.setdefault(_top(up, key), []).append(sides[key])
    made = [_cluster(group) for group in groups.values()]
    return sorted(made, key=lambda one: (-len(one.places), -_length(one.places[0]), _key(one.places[0])))


def _key(side: Side) -> Key:
    return side.statement.statement, side.start, side.end


def _length(side: Side) -> int:
    return side.end - side.start


def _overlapping(ordered: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Stretches of one statement that have characters in common, the earlier first."""
    for number, one in enumerate(ordered):
        at = number + 1
        while at < len(ordered) and ordered[at][0] == one[0] and ordered[at][1] < one[2]:
            yield one, ordered[at]
            at += 1


def _top(up: dict[Key, Key], key: Key) -> Key:
    while (above := up.get(key, key)) != key:
        up[key] = up.get(above, above)
        key = above
    return key


def _join(up: dict[Key, Key], one: Key, other: Key) -> None:
    one, other = _top(up, one), _top(up, other)
    if one != other:
        up[max(one, other)] = min(one, other)


def _cluster(sides: list[Side]) -> Cluster:
    """Of the places in one statement the longest stands for it."""
    longest: dict[str, Side] = {}
    for side in sides:
        held = longest.setdefault(side.statement.statement, side)
        if _length(side) > _length(held):
            longest[side.statement.statement] = side
    places = sorted(longest.values(), key=lambda side: (side.statement.first_day or "~", _key(side)))
    dated = [side.statement.date or side.statement.published for side in places if side.statement.first_day]
    return Cluster(tuple(places), dated[0] if dated else None, dated[-1] if dated else None)
