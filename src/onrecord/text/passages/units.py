"""Texts cut into units, as arrays.

Lives here: ``Units``. Not here: what a code point is (``table``), the compiled loop (``kernels.cutting``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.table import tables_for

LONGEST = 60_000  # code points of one unit, which must fit in 16 bits


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of texts, one after another; the arrays may lie in memory or in files.

    ``start`` int32[n]: place in its text; ``length`` uint16[n]; ``value`` uint32[n]: a hash of the folded unit whose
    lowest bit says that it stands alone; ``kind`` uint8[n]: 1 a number, 2 a name (a capital inside a sentence), else 0;
    ``first`` int64[texts + 1]: number of each text's first unit.
    """

    start: NDArray[np.int32]
    length: NDArray[np.uint16]
    value: NDArray[np.uint32]
    kind: NDArray[np.uint8]
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
    size = len(codes)
    start, length, value = np.empty(size, np.int32), np.empty(size, np.uint16), np.empty(size, np.uint32)
    kind = np.empty(size, np.uint8)
    count = cut(codes, *tables_for(codes), LONGEST, start, length, value, kind)
    first = np.searchsorted(start[:count], offset).astype(np.int64)
    own = start[:count] - np.repeat(offset[:-1], np.diff(first)).astype(np.int32)
    return Units(own, length[:count].copy(), value[:count].copy(), kind[:count].copy(), first)


def values(words: Sequence[str]) -> NDArray[np.uint32]:
    """The sorted values of words that are one unit each; longer ones are left out."""
    cut = units(words)
    one = np.flatnonzero(np.diff(cut.first) == 1)
    return np.unique(cut.value[cut.first[one]])


def nothing() -> Units:
    """The units of no text."""
    return Units(
        np.empty(0, np.int32),
        np.empty(0, np.uint16),
        np.empty(0, np.uint32),
        np.empty(0, np.uint8),
        np.zeros(1, np.int64),
    )
