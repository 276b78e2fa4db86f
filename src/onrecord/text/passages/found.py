"""What is found: passages as arrays.

Lives here: the answer's type. Not here: how it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Passage:
    """One pair: texts by number, spans as half-open code points of each text, score and matched weight."""

    a: int
    a_start: int
    a_end: int
    b: int
    b_start: int
    b_end: int
    score: int
    matched: int


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """``rows`` is int64[n, 8], a row for each pair in the order of ``Passage``; sorted by a, then a_start."""

    rows: Whole

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Passage]:
        for row in self.rows.tolist():
            yield Passage(*row)
