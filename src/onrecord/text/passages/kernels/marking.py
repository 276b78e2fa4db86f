"""What a unit tells: looked up in the sorted table of words and runs.

Lives here: the hash of a run of characters, and the longest run over a unit. Not here: how the table is made
(``passages.telling``), what differs (``differing``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept

TELLS_NOTHING, NEGATES, COUNTS, NAMED, TITLED, NO_NAME = 0, 1, 2, 3, 4, 5  # ``passages.telling``
ALONE = np.uint32(1)  # the lowest two bits of a character that stands alone
_LONGEST, _GIVEN = 8, 2  # characters of a run; those that may follow the surname
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_RUN = np.uint64(1 << 60)  # in the hash of a run, which is thereby none of a word
_KIND, _KINDS = np.uint64(3), np.uint64(7)  # the lowest bits of an entry
_TWO, _SIX, _PLACE = np.uint64(2), np.uint64(6), np.uint64(63)
SIEVE = 1024  # words of 64 bits, of which each value has one bit: most words are no entry at one look
_SIEVE = np.uint64(SIEVE - 1)


@kept
def run(value: NDArray[np.uint32], begin: int, end: int) -> np.uint64:
    """The hash of units ``[begin, end)``, of 61 bits, larger than any value of a unit."""
    total = np.uint64(0)
    for i in range(begin, end):
        total = _and(total, value[i])
    return (total >> _KIND) | _RUN


@kept
def _and(total: np.uint64, value: np.uint32) -> np.uint64:
    total = (total ^ np.uint64(value)) * _GOLDEN
    return total ^ (total >> _FOLD)


@kept
def in_run(
    value: NDArray[np.uint32],
    begins: int,
    ends: int,
    unit: int,
    mark: NDArray[np.uint64],
    sieve: NDArray[np.uint64],
) -> tuple[int, int, int]:
    """What the longest run over a unit tells, and its first and last unit.

    A surname behind a title stands for the given name too, so that a unit a little behind it is in the run.
    """
    told, first, last = np.int64(TELLS_NOTHING), np.int64(unit), np.int64(unit)
    longest = np.int64(1)
    for begin in range(unit, max(begins, unit - _LONGEST - _GIVEN + 1) - 1, -1):
        if value[begin] & 3 != ALONE:
            break
        total = np.uint64(0)
        for end in range(begin, min(ends, begin + _LONGEST)):
            if value[end] & 3 != ALONE:
                break
            total = _and(total, value[end])
            if end - begin < longest or end + _GIVEN < unit:
                continue
            kind = among(mark, sieve, (total >> _KIND) | _RUN)
            if kind == TITLED and end <= unit:
                told, first, last, longest = np.int64(NAMED), np.int64(end), np.int64(max(end, unit)), end - begin + 1
            elif kind != TELLS_NOTHING and kind != TITLED and end >= unit:
                told, first, last, longest = kind, np.int64(begin), np.int64(end), end - begin + 1
    return told, first, last


@kept
def among(mark: NDArray[np.uint64], sieve: NDArray[np.uint64], value: np.uint64) -> int:
    """What a value tells; 0 when it is none of these. ``mark`` and ``sieve``: ``passages.telling.Marks``."""
    place = value >> _TWO
    if not (sieve[(place >> _SIX) & _SIEVE] >> (place & _PLACE)) & np.uint64(1):
        return np.int64(TELLS_NOTHING)
    low, high = 0, len(mark)
    while low < high:
        middle = (low + high) // 2
        if mark[middle] >> _KIND < value:
            low = middle + 1
        else:
            high = middle
    if low < len(mark) and mark[low] >> _KIND == value:
        return np.int64(mark[low] & _KINDS)
    return np.int64(TELLS_NOTHING)
