"""Texts cut into units.

Lives here: from characters to the arrays of ``Units``. Not here: the arrays' meaning (``arrays``), what a code point is
(``table``), the compiled loop (``kernels.cutting``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.arrays import Units
from onrecord.text.passages.table import tables_for

LONGEST = 60_000  # code points of one unit, which must fit in 16 bits


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
    return np.array(sorted(set(cut.value[cut.first[one]].tolist())), np.uint32)
