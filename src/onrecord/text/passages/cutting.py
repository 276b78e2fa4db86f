"""Texts cut into units.

Lives here: from characters to the arrays of ``Units``. Not here: the arrays' meaning (``arrays``), what a code point is
(``table``), the compiled loop (``kernels.cutting``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.arrays import Units
from onrecord.text.passages.table import tables_for

LONGEST = 60_000  # code points of one unit, which must fit in 16 bits
PROSE = 8  # so many words with spaces among characters that stand alone stay words, as a passage needs as many
WORDS, MIXED, LETTERS = 0, 1, 2
TOGETHER = 1 << 18  # code points cut together, so that they stay in the processor's cache


def units(texts: Sequence[str], how: int = MIXED) -> Units:
    """Cut texts into units; all of them together must have less than 2**31 code points.

    ``how``: words stay whole (WORDS), all are cut into letters (LETTERS), or a few among characters that stand alone
    are, as English names in Chinese text (MIXED).
    """
    from onrecord.text.passages.kernels.cutting import cut

    size = sum(map(len, texts))  # memory that no unit is written to is never given by the system
    start, length, value = np.empty(size, np.int32), np.empty(size, np.uint16), np.empty(size, np.uint32)
    kind, first = np.empty(size, np.uint8), np.zeros(len(texts) + 1, np.int64)
    n = done = 0
    while done < len(texts):
        until = done + 1
        ends = [0, len(texts[done])]
        while until < len(texts) and ends[-1] < TOGETHER:
            ends.append(ends[-1] + len(texts[until]))
            until += 1
        codes = _codes("".join(texts[done:until]))
        ends_of = np.array(ends, np.int64)
        n = cut(codes, ends_of, *tables_for(codes), how, PROSE, LONGEST, start, length, value, kind, first[done:], n)
        done = until
    return Units(start[:n], length[:n], value[:n], kind[:n], first)


def words(value: NDArray[np.uint32], kind: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Values of units, letters made words again as WORDS would have cut them; and the first unit of each."""
    from onrecord.text.passages.kernels.cutting import words as fill

    made, unit = np.empty(len(value), np.uint32), np.empty(len(value), np.int64)
    n = fill(value, kind, 0, len(value), made, np.empty(len(value), np.uint8), unit)
    return made[:n], unit[:n]


def _codes(chars: str) -> NDArray[Any]:
    """The code points, in 16 bits each where they fit: half of the memory to pass through."""
    short = chars.encode("utf-16-le", "surrogatepass")
    if len(short) == 2 * len(chars):
        return np.frombuffer(short, np.uint16)
    return np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), np.uint32)


def values(words: Sequence[str]) -> NDArray[np.uint32]:
    """The sorted values of words that are one unit each; longer ones are left out."""
    cut = units(words, WORDS)
    one = np.flatnonzero(np.diff(cut.first) == 1)
    return np.array(sorted(set(cut.value[cut.first[one]].tolist())), np.uint32)
