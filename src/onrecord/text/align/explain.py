"""Which words carried a bead: links between words of both sides, and telling words without one.

Lives here: reading the tables back into words. Not here: finding beads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.found import Bead, Link, Place
from onrecord.text.align.priors import Rows
from onrecord.text.align.sides import Side

LEAST = 0.08  # weight below which two words do not explain each other
TELLING = 0.3  # worth of a word above which its being bare says something


Mates = dict[int, list[tuple[int, float]]]


def mates(tables: tuple[Rows, Rows]) -> Mates:
    """Unit of the first side -> units of the other that explain it or are explained by it, with the heavier weight."""
    both: dict[tuple[int, int], float] = {}
    for turned, table in enumerate(tables):
        kept = np.flatnonzero(table.weight >= LEAST)
        owner = np.searchsorted(table.start, kept, side="right") - 1
        for unit, mate, weight in zip(
            owner.tolist(), table.to[kept].tolist(), table.weight[kept].tolist(), strict=True
        ):
            pair = (mate, unit) if turned else (unit, mate)
            both[pair] = max(both.get(pair, 0.0), weight)
    found: Mates = {}
    for (unit, mate), weight in both.items():
        found.setdefault(unit, []).append((mate, weight))
    return found


def explained(
    bead: Bead, sides: tuple[Side, Side], known: Mates, worth: tuple[NDArray[np.float32], NDArray[np.float32]]
) -> Bead:
    """The bead with its links, each word in one of them: the heaviest pairs first."""
    one, other = _words(sides[0], bead.one), _words(sides[1], bead.other)
    found = sorted(_candidates(one, other, known), reverse=True)
    free_one, free_other = dict(enumerate(one)), dict(enumerate(other))
    links = []
    for weight, a, b in found:
        if -a in free_one and -b in free_other:
            links.append(Link(free_one.pop(-a)[1], free_other.pop(-b)[1], round(min(weight, 1.0), 3)))
    links.sort(key=lambda link: (link.one.sentence, link.one.start))
    bare_one = _telling(free_one.values(), worth[0])
    bare_other = _telling(free_other.values(), worth[1])
    shares = (_share(one, bare_one, worth[0]), _share(other, bare_other, worth[1]))
    return Bead(bead.one, bead.other, bead.score, shares, tuple(links), bare_one, bare_other)


_Word = tuple[int, Place]


def _words(side: Side, sentences: Sequence[int]) -> list[_Word]:
    found = []
    for i in sentences:
        units = side.units[i]
        numbers = side.tokens[side.offsets[i] : side.offsets[i + 1]].tolist()
        found += [(n, Place(i, units.starts[k], units.ends[k])) for k, n in enumerate(numbers)]
    return found


def _candidates(one: list[_Word], other: list[_Word], known: Mates) -> list[tuple[float, int, int]]:
    """Weight, minus the place on one side, minus the place on the other, so that sorting puts early pairs first."""
    places: dict[int, list[int]] = {}
    for k, (unit, _) in enumerate(other):
        places.setdefault(unit, []).append(k)
    return [
        (weight, -k, -at)
        for k, (unit, _) in enumerate(one)
        for mate, weight in known.get(unit, ())
        if mate in places
        for at in places[mate]
    ]


def _telling(words: Iterable[_Word], worth: NDArray[np.float32]) -> tuple[Place, ...]:
    return tuple(place for unit, place in words if worth[unit] > TELLING)


def _share(words: list[_Word], bare: tuple[Place, ...], worth: NDArray[np.float32]) -> float:
    telling = sum(1 for unit, _ in words if worth[unit] > TELLING)
    return round(1 - len(bare) / telling, 3) if telling else 0.0
