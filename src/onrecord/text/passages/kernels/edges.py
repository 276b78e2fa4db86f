"""What stands right beside a passage and tells its two sides apart: "... since 2026." and "... since 2030.".

Lives here: how far each side is looked at beyond its end. Not here: the passage itself, which ends before a difference
that nothing equal follows (``reaching``), what a value tells (``marking``).
Only a word with at most one character before it (a space) counts, since what a full stop or a colon parts from the
passage is another sentence.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import INSIDE, NAME, NUMBER
from onrecord.text.passages.kernels.kept import kept
from onrecord.text.passages.kernels.marking import ALONE, COUNTS, NAMED, NEGATES, NO_NAME, among, in_run

_GAP = 1  # characters
LONGEST = 60  # units of a word beside a passage; of a longer one nothing is told


@kept
def beyond(
    a_value: NDArray[np.uint32],
    a_kind: NDArray[np.uint8],
    a_start: NDArray[np.int32],
    a_length: NDArray[np.uint16],
    a: int,
    b_value: NDArray[np.uint32],
    b_kind: NDArray[np.uint8],
    b_start: NDArray[np.int32],
    b_length: NDArray[np.uint16],
    b: int,
    step: int,
    mark: NDArray[np.uint64],
    sieve: NDArray[np.uint64],
) -> tuple[int, int]:
    """How many units of a and of b from units ``a`` and ``b`` on tell the sides apart (0 and 0: none do).

    ``a`` and ``b`` are the first units behind the passage (``step`` 1) or the last before it (-1).
    """
    if not _beside(a_start, a_length, a, step) or not _beside(b_start, b_length, b, step):
        return 0, 0
    one, many = _told(a_value, a_kind, a_start, a, step, mark, sieve)
    other, more = _told(b_value, b_kind, b_start, b, step, mark, sieve)
    if one == NEGATES and _goes_on(a_value, a_start, a_length, a, b_value[b], step):
        return 2, 1
    if other == NEGATES and _goes_on(b_value, b_start, b_length, b, a_value[a], step):
        return 1, 2
    if step < 0 and one == COUNTS:  # of a list, a page or a day more often than of the words
        return 0, 0
    if (
        one != other
        or one < COUNTS
        or one == NO_NAME
        or max(many, more) > LONGEST
        or _same(a_value, a, many, b_value, b, more, step)
    ):
        return 0, 0
    return many, more


@kept
def _same(
    a_value: NDArray[np.uint32], a: int, many: int, b_value: NDArray[np.uint32], b: int, more: int, step: int
) -> bool:
    """Whether so many units of a and of b are equal."""
    i = 0
    while i < min(many, more) and a_value[a + step * i] == b_value[b + step * i]:
        i += 1
    return i == many == more


@kept
def _beside(start: NDArray[np.int32], length: NDArray[np.uint16], unit: int, step: int) -> bool:
    """Whether a unit is of the same text as the one it is beside, and hardly parted from it."""
    before, after = (unit - 1, unit) if step > 0 else (unit, unit + 1)
    if before < 0 or after >= len(start):
        return False
    gap = np.int64(start[after]) - start[before] - length[before]
    return bool(0 <= gap <= _GAP)


@kept
def _told(
    value: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    start: NDArray[np.int32],
    unit: int,
    step: int,
    mark: NDArray[np.uint64],
    sieve: NDArray[np.uint64],
) -> tuple[int, int]:
    """What the word or run at a unit tells, and how many units of it lie beyond the passage."""
    if value[unit] & 3 == ALONE:
        told, first, last = in_run(value, max(0, unit - LONGEST), min(len(value), unit + LONGEST), unit, mark, sieve)
        if told >= COUNTS and start[first] <= start[unit] <= start[last]:  # all in one text
            return told, last - unit + 1 if step > 0 else unit - first + 1
    many = _word(kind, unit, step)
    if kind[unit] & 3 == NUMBER:
        return np.int64(COUNTS), many
    told = among(mark, sieve, np.uint64(value[unit]))
    if kind[unit] & 3 == NAME and told != NO_NAME:
        return np.int64(NAMED), many
    return told, many


@kept
def _goes_on(
    value: NDArray[np.uint32],
    start: NDArray[np.int32],
    length: NDArray[np.uint16],
    unit: int,
    other: np.uint32,
    step: int,
) -> bool:
    """Whether behind a negation stands what the other side has in its place."""
    return _beside(start, length, unit + step, step) and bool(value[unit + step] == other)


@kept
def _word(kind: NDArray[np.uint8], unit: int, step: int) -> int:
    """How many units the word has that begins or, looking back, ends here."""
    size = 1
    if step > 0:
        while size <= LONGEST and unit + size < len(kind) and kind[unit + size] & INSIDE:
            size += 1
    else:
        while size <= LONGEST and unit - size >= 0 and kind[unit - size + 1] & INSIDE:
            size += 1
    return size
