"""Where beads are looked for: a band about anchors, the pairs of sentences that are likest and in ascending order.

Lives here: likeness of sentences -> bounds of the search. Not here: likeness itself, the search (``kernels``).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.kernels import paths
from onrecord.text.align.settings import Settings

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
SMALL = 60  # sentences up to which everything is looked at
BEST = 6  # candidates of a sentence for an anchor
THIN = 0.15  # share of sentences with an anchor below which anchors are not trusted


@dataclass(frozen=True, slots=True)
class Band:
    """For each place i between sentences the places ``low[i] .. high[i]`` of the other side, and the same turned."""

    low: Ints
    high: Ints
    far_low: Ints
    far_high: Ints

    @classmethod
    def of(cls, low: Ints, high: Ints, m: int) -> Band:
        """The band of ascending bounds; the turned bounds are worked out."""
        places = np.arange(m + 1)
        far_low = np.searchsorted(high, places, side="left").astype(np.int32)
        far_high = (np.searchsorted(low, places, side="right") - 1).astype(np.int32)
        return cls(low, high, far_low, far_high)

    @classmethod
    def whole(cls, n: int, m: int) -> Band:
        """Everything."""
        return cls.of(np.zeros(n + 1, np.int32), np.full(n + 1, m, np.int32), m)


def band(like: Floats, lengths: Floats, far_lengths: Floats, settings: Settings) -> Band:
    """The band for sentences with these likenesses (all pairs) and lengths."""
    n, m = like.shape
    if max(n, m) <= SMALL:
        return Band.whole(n, m)
    one, other = np.cumsum(lengths) / max(lengths.sum(), 1), np.cumsum(far_lengths) / max(far_lengths.sum(), 1)
    near = np.exp(-(((one[:, None] - other[None, :]) / 0.15) ** 2))
    few = min(BEST, m)
    least = np.partition(like, m - few, axis=1)[:, m - few][:, None]
    worth = np.where((like >= least) & (like > 0.05), like * near, 0).astype(np.float32)
    path = paths.anchors(worth, np.zeros(n, np.int32), m)
    rows, columns = like.max(axis=1), like.max(axis=0)
    kept = [
        (i, int(j))
        for i, j in enumerate(path)
        if j >= 0 and worth[i, j] > settings.anchor and like[i, j] >= 0.9 * rows[i] and like[i, j] >= 0.9 * columns[j]
    ]
    if len(kept) < THIN * min(n, m):
        kept = []
    return _about([(-1, -1), *kept, (n, m)], n, m, settings.band)


def _about(points: list[tuple[int, int]], n: int, m: int, beside: int) -> Band:
    """Bounds about the straight lines between points, wider where points are far apart."""
    low, high = np.zeros(n + 1, np.int32), np.full(n + 1, m, np.int32)
    for (i0, j0), (i1, j1) in pairwise(points):
        far = i1 - i0 > 15 or j1 - j0 > 15
        width = beside + (min(0.5 * (j1 - j0), max(60.0, 0.08 * m)) if far else 0)
        for i in range(max(i0 + 1, 0), min(i1 + 1, n + 1)):
            middle = j0 + 1 + (i - i0) / max(i1 - i0, 1) * (j1 - j0 - 1)
            low[i], high[i] = max(0, int(middle - width)), min(m, int(middle + width + 1))
    low[0], high[n] = 0, m
    return Band.of(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high), m)
