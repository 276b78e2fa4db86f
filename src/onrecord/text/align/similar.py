"""Which texts of two heaps say the same: likeness of whole texts, and how far it stands out (the margin).

Lives here: likeness by weighed words, margins, mutual best pairs. Not here: sentences of a pair (``rounds``), dates and
names as further reasons (``compare``). A likeness alone says little, for texts on one subject are alike; the margin
divides it by what the nearest others reach on both sides (Artetxe and Schwenk 2019).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.lexicon import Lexicon
from onrecord.text.align.priors import Rows, priors
from onrecord.text.align.sides import Side, side
from onrecord.text.align.units import Units

Floats = NDArray[np.float32]
NEAREST = 4


def likeness(
    ones: Sequence[str],
    others: Sequence[str],
    words: Lexicon,
    cut: tuple[list[Units] | None, list[Units] | None] = (None, None),
) -> Floats:
    """The likeness, 0 to 1, of each text of one heap with each of the other: an array of shape (ones, others).

    ``cut`` are the units of both where the caller has them."""
    from onrecord.text.align.kernels import paths

    if not ones or not others:
        return np.zeros((len(ones), len(others)), np.float32)
    a = side(ones, words.langs[0], words.words, cut[0])
    b = side(others, words.langs[1], words.words, cut[1])
    forward, backward = priors(a, b, words)

    def one_way(x: Side, y: Side, table: Rows, stops: frozenset[str]) -> Floats:
        low, high = np.zeros(len(x), np.int32), np.full(len(x), len(y), np.int32)
        idf = _idf(y, stops)
        found: Floats = paths.likeness(
            x.offsets, x.tokens, table.start, table.to, table.weight, len(y.vocab), y.offsets, y.tokens, idf, low, high
        )
        return found

    both = one_way(a, b, forward, words.stops[1]) + one_way(b, a, backward, words.stops[0]).T
    return np.asarray(both / 2, np.float32)


def _idf(side: Side, stops: frozenset[str]) -> Floats:
    """How telling a unit is, by the share of texts that hold it."""
    held = np.zeros(len(side.vocab), np.float32)
    for i in range(len(side)):
        held[np.unique(side.tokens[side.offsets[i] : side.offsets[i + 1]])] += 1
    idf = np.log1p(len(side) / held)
    idf[[number for unit, number in side.number.items() if unit in stops]] *= 0.2
    return np.asarray(idf, np.float32)


def margins(like: Floats) -> Floats:
    """Each likeness over the mean of the nearest on both sides, itself left out; above 1 it stands out."""
    rows, columns = _nearest(like), _nearest(like.T).T
    return np.asarray(like / np.maximum((rows + columns) / 2, 1e-6), np.float32)


def _nearest(like: Floats) -> Floats:
    """For each cell the mean of the ``NEAREST`` greatest of its row without itself."""
    size = like.shape[1]
    if size < 2:
        return np.full(like.shape, 0.05, np.float32)
    few = min(NEAREST, size - 1)
    top = -np.sort(-like, axis=1)[:, : few + 1]
    without = top[:, : few + 1].sum(axis=1)[:, None] - like
    outside = np.broadcast_to(top[:, :few].sum(axis=1)[:, None], like.shape)
    return np.asarray(np.where(like >= top[:, few][:, None], without, outside) / few, np.float32)


def best_pairs(like: Floats, least: float = 1.2) -> list[tuple[int, int, float]]:
    """Pairs that are best for each other with a margin of ``least`` or more: (one, other, margin), best first."""
    if not like.size:
        return []
    margin = margins(like)
    rows, columns = margin.argmax(axis=1), margin.argmax(axis=0)
    found = [(i, int(j), float(margin[i, j])) for i, j in enumerate(rows) if columns[j] == i and margin[i, j] >= least]
    return sorted(found, key=lambda pair: -pair[2])
