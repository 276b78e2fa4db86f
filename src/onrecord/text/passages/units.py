"""Texts cut into units, as arrays.

Lives here: ``Units``. Not here: what a code point is (``table``), the compiled loop (``kernels.cutting``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.table import table_for

LONGEST = 60_000  # code points of one unit, which must fit in 16 bits


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of texts, one after another; the arrays may lie in memory or in files.

    ``start`` int32[n]: place in its text; ``length`` uint16[n]; ``value`` uint32[n]: a hash of the folded unit whose
    lowest bit says that it stands alone; ``first`` int64[texts + 1]: number of each text's first unit.
    """

    start: NDArray[np.int32]
    length: NDArray[np.uint16]
    value: NDArray[np.uint32]
    first: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.value)

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.first) - 1


def units(texts: Sequence[str]) -> Units:
    """Cut texts into units; all of them together must have less than 2**31 code points."""
    from onrecord.text.passages.kernels.cutting import cut

    offset = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=offset[1:])
    codes = np.frombuffer("\0".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    start, length, value = (
        np.empty(len(codes), np.int32),
        np.empty(len(codes), np.uint16),
        np.empty(len(codes), np.uint32),
    )
    count = cut(codes, table_for(codes), LONGEST, start, length, value)
    first = np.searchsorted(start[:count], offset).astype(np.int64)
    own = start[:count] - np.repeat(offset[:-1], np.diff(first)).astype(np.int32)
    return Units(own, length[:count].copy(), value[:count].copy(), first)
