"""Symmetric decision trees as plain arrays, and how they vote.

Lives here: the value and its evaluation by numpy, over all rows at once. Not here: learning (``bench/boosting.py``),
what the columns mean (``content_features.py``). A symmetric tree asks the same question at every node of a level:
the answers are the bits of the leaf's number.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

ROWS_AT_ONCE = 512  # keeps the answers of a large page in the processor's cache

# The distinct questions: their features, their thresholds as a column, and which of them (depth x trees) is asked.
Asked = tuple[npt.NDArray[np.int64], npt.NDArray[np.float32], npt.NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Trees:
    """``features`` and ``thresholds`` are trees x depth, ``leaves`` trees x 2**depth; bit k of a leaf's number says
    whether the feature of level k is above its threshold. ``base`` is the vote before any tree."""

    base: float
    features: npt.NDArray[np.int64]
    thresholds: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float32]
    _asked: Asked = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_asked", _asked(self.features, self.thresholds))

    def votes(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Log-odds for each row of ``values`` (rows x columns); a NaN answers no to every question."""
        trees, depth = self.features.shape
        features, thresholds, places = self._asked
        result = np.full(len(values), self.base)
        first = (np.arange(trees) << depth)[:, None]
        flat = self.leaves.ravel()
        for low in range(0, len(values), ROWS_AT_ONCE):
            columns = np.ascontiguousarray(values[low : low + ROWS_AT_ONCE].T)  # a question then reads one row
            answers = (columns.take(features, axis=0) > thresholds).view(np.uint8)
            if depth > 8:
                answers = answers.astype(np.int64)
            leaf = answers.take(places[0], axis=0)
            for level in range(1, depth):
                leaf |= answers.take(places[level], axis=0) << level
            result[low : low + ROWS_AT_ONCE] += flat.take(first + leaf).sum(axis=0, dtype=np.float64)
        return result


def _asked(features: npt.NDArray[np.int64], thresholds: npt.NDArray[np.float32]) -> Asked:
    """The distinct questions: trees share two thirds of theirs, so each is answered once for all of them."""
    number: dict[tuple[int, float], int] = {}
    rows = zip(features.T.ravel().tolist(), thresholds.T.ravel().tolist(), strict=True)
    places = np.array([number.setdefault(question, len(number)) for question in rows]).reshape(features.T.shape)
    asked, above = zip(*number, strict=True)
    return np.array(asked, np.int64), np.array(above, np.float32)[:, None], places


def chances(votes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Log-odds as probabilities in [0, 1], without overflow.

    >>> chances(np.array([-1000.0, 0.0, 1000.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    result: npt.NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(votes, -700, 700)))
    return np.where(votes < -700, 0.0, result)
