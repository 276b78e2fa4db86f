"""What is found: passages as arrays.

Lives here: the answer's type. Not here: how it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
WHAT = ("", "number", "negation", "name")
COLUMNS = 13


@dataclass(frozen=True, slots=True)
class Passage:
    """One pair: texts by number, spans as half-open code points of each text, score and matched weight.

    ``a_from``, ``a_to`` and ``b_from``, ``b_to`` are the first unit of each side that makes them differ (-1: none).
    """

    a: int
    a_start: int
    a_end: int
    b: int
    b_start: int
    b_end: int
    score: int
    matched: int
    differs: int = 0
    a_from: int = -1
    a_to: int = -1
    b_from: int = -1
    b_to: int = -1

    @property
    def what(self) -> str:
        """What changed: "number", "negation", "name", or "" when nothing that tells did."""
        return WHAT[self.differs]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """``rows`` is int64[n, 13], a row for each pair in the order of ``Passage``; sorted by a, then a_start."""

    rows: Whole

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Passage]:
        for row in self.rows.tolist():
            yield Passage(*row)
