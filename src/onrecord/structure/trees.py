"""Symmetric decision trees as plain arrays, and how they vote.

Lives here: the value and its evaluation by numpy, over all rows at once. Not here: learning (``bench/boosting.py``),
what the columns mean (``content_features.py``). A symmetric tree asks the same question at every node of a level:
the answers are the bits of the leaf's number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROWS_AT_ONCE = 512  # keeps the answers of a large page in the processor's cache


@dataclass(frozen=True, slots=True)
class Trees:
    """``features`` and ``thresholds`` are trees x depth, ``leaves`` trees x 2**depth; bit k of a leaf's number says
    whether the feature of level k is above its threshold. ``base`` is the vote before any tree."""

    base: float
    features: npt.NDArray[np.int64]
    thresholds: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float32]

    def votes(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Log-odds for each row of ``values`` (rows x columns); a NaN answers no to every question."""
        trees, depth = self.features.shape
        result = np.full(len(values), self.base)
        first = (np.arange(trees) << depth)[:, None]
        flat = self.leaves.ravel()
        for low in range(0, len(values), ROWS_AT_ONCE):
            columns = np.ascontiguousarray(values[low : low + ROWS_AT_ONCE].T)  # a question then reads one row
            leaf = np.zeros((trees, columns.shape[1]), np.uint8 if depth <= 8 else np.int64)
            for level in range(depth):
                answers = columns.take(self.features[:, level], axis=0) > self.thresholds[:, level, None]
                leaf |= answers.view(np.uint8) << level if depth <= 8 else answers.astype(np.int64) << level
            result[low : low + ROWS_AT_ONCE] += flat.take(first + leaf).sum(axis=0, dtype=np.float64)
        return result


def chances(votes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Log-odds as probabilities in [0, 1], without overflow.

    >>> chances(np.array([-1000.0, 0.0, 1000.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    result: npt.NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(votes, -700, 700)))
    return np.where(votes < -700, 0.0, result)
