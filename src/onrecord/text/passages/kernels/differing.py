"""What differs between the two sides of a passage: numbers, names, negations.

Lives here: one loop over the units of each pair. Not here: which words negate (``knowledge.languages``).
A unit that tells is one whose value stands more often on one side than on the other; edits of other words do not count.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import NAME, NUMBER
from onrecord.text.passages.kernels.kept import kept
from onrecord.text.passages.kernels.reaching import A_END, A_FIRST, B_END, B_FIRST

WHAT, A_UNIT, B_UNIT = 0, 1, 2
SAME, NUMBERS, NEGATIONS, NAMES = 0, 1, 2, 3


@kept
def differences(
    rows: NDArray[np.int64],
    a_base: int,
    a_value: NDArray[np.uint32],
    a_kind: NDArray[np.uint8],
    b_base: int,
    b_value: NDArray[np.uint32],
    b_kind: NDArray[np.uint8],
    negations: NDArray[np.uint32],
    few: int,
    out: NDArray[np.int64],
) -> None:
    """Fill ``out`` int64[rows, 3]: what differs (0: nothing), and the unit of a and of b that tell (-1: none).

    ``rows`` are those of ``reaching``, whose units begin at the bases; ``out`` numbers them from 0. Names count only
    where at most ``few`` units of either side have no match on the other, since in a text that was written anew they
    differ for other reasons. ``negations`` is sorted.
    """
    for row in range(len(rows)):
        a, a_end = rows[row, A_FIRST] - a_base, rows[row, A_END] - a_base
        b, b_end = rows[row, B_FIRST] - b_base, rows[row, B_END] - b_base
        out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = SAME, -1, -1
        while a < a_end and b < b_end and a_value[a] == b_value[b]:
            a += 1
            b += 1
        while a < a_end and b < b_end and a_value[a_end - 1] == b_value[b_end - 1]:
            a_end -= 1
            b_end -= 1
        if a == a_end and b == b_end:
            continue
        odd_a, number_a, negation_a, name_a = _odd(a_value, a_kind, a, a_end, b_value, b, b_end, negations, few)
        odd_b, number_b, negation_b, name_b = _odd(b_value, b_kind, b, b_end, a_value, a, a_end, negations, few)
        if number_a >= 0 or number_b >= 0:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NUMBERS, number_a, number_b
        elif negation_a >= 0 or negation_b >= 0:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NEGATIONS, negation_a, negation_b
        elif (name_a >= 0 or name_b >= 0) and max(odd_a, odd_b) <= few:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NAMES, name_a, name_b


@kept
def _odd(
    value: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    begin: int,
    end: int,
    other: NDArray[np.uint32],
    other_begin: int,
    other_end: int,
    negations: NDArray[np.uint32],
    few: int,
) -> tuple[int, int, int, int]:
    """How many units the other side has less often, and the first of them that is a number, a negation, a name (-1).

    Nothing is looked for that cannot tell any more: past ``few`` units names do not, past a number nothing does.
    """
    odd = 0
    number = negation = name = -1
    at = other_begin
    for i in range(begin, end):
        if at < other_end and other[at] == value[i]:
            at += 1
            continue
        at = _after(other, at, other_end, value[i])
        negates = negation < 0 and _among(negations, value[i])
        if odd > few and kind[i] != NUMBER and not negates:
            continue
        mine = 0
        for j in range(begin, end):
            mine += value[j] == value[i]
        for j in range(other_begin, other_end):
            mine -= other[j] == value[i]
        if mine <= 0:
            continue
        odd += 1
        if kind[i] == NUMBER:
            number = i
            break
        if kind[i] == NAME and name < 0:
            name = i
        if negates:
            negation = i
    return odd, number, negation, name


@kept
def _among(values: NDArray[np.uint32], value: np.uint32) -> bool:
    """Whether a value is one of these sorted ones."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low < len(values) and values[low] == value


@kept
def _after(other: NDArray[np.uint32], at: int, end: int, value: np.uint32) -> int:
    """The place after the next unit of this value nearby, else ``at``."""
    for j in range(at, min(end, at + 8)):
        if other[j] == value:
            return j + 1
    return at
