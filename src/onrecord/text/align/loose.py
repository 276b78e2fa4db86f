"""Alignment without order, for reports that quote a statement in their own sequence.

Lives here: choosing beads by score for each sentence alone, greatest first, none overlapping. Not here: scores
(``rounds.Weighing``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.found import Bead

Floats = NDArray[np.float32]
LEAST = 3.0  # score of a bead without the support of its neighbours


def chosen(rows: NDArray[np.int32], scores: Floats, n: int, m: int) -> list[Bead]:
    """Beads of candidates (ends i, j and sizes a, b), greatest first; then every other sentence by itself."""
    free_one, free_other = set(range(n)), set(range(m))
    beads = []
    for at in np.argsort(-scores / np.maximum(rows[:, 2], rows[:, 3]), kind="stable").tolist():
        i, j, a, b = rows[at].tolist()
        one, other = range(i - a, i), range(j - b, j)
        if free_one.issuperset(one) and free_other.issuperset(other):
            free_one.difference_update(one)
            free_other.difference_update(other)
            beads.append(Bead(tuple(one), tuple(other), round(float(scores[at]), 3)))
    beads += [Bead((i,), (), 0.0) for i in free_one]
    beads.sort(key=lambda bead: bead.one)
    return beads + [Bead((), (j,), 0.0) for j in sorted(free_other)]
