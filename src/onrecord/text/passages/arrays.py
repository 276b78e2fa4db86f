"""The arrays that passages are found in.

Lives here: ``Units`` and ``Held``, values over arrays, in memory or in files. Not here: files (``trace``), loops
(``kernels``).
"""

from __future__ import annotations

from dataclasses import dataclass
from mmap import MADV_DONTNEED, mmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
LARGE = 1 << 24  # bytes


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of texts, one after another; the arrays may lie in memory or in files.

    ``start`` int32[n]: place in its text; ``length`` uint16[n]; ``value`` uint32[n]: a hash of the folded unit whose
    lowest two bits say what it is: a word (0), a character that stands alone (1), a letter (2); ``kind`` uint8[n]: 1 a
    number, 2 a name (a capital inside a sentence), else 0, and 4 more for a letter that is not its word's first;
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


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """``units`` of all texts held; ``runs``: sorted keys, each text's in one of them, places counted over all units."""

    units: Units
    runs: tuple[Keys, ...] = ()


def let_go(array: NDArray[Any]) -> None:
    """Give the memory back that a read-through file takes: its pages come again from the file when they are asked for.

    Of an array that lies in no mapped file, or in a small one, nothing is given back.
    """
    source = getattr(array.base, "obj", None)
    if isinstance(source, mmap) and array.nbytes >= LARGE:
        source.madvise(MADV_DONTNEED)


def nothing() -> Held:
    """No text held."""
    start, length, value = np.empty(0, np.int32), np.empty(0, np.uint16), np.empty(0, np.uint32)
    return Held(Units(start, length, value, np.empty(0, np.uint8), np.zeros(1, np.int64)))
