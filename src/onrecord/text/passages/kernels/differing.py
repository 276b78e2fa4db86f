"""What differs between the two sides of a passage: numbers, names, negations.

Lives here: one loop over the units of each pair. Not here: which words negate (``knowledge.languages``).
A word that tells is one that stands more often on one side than on the other; edits of other words do not count.
Words cut into letters are compared as words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import INSIDE, NAME, NUMBER, words
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
    a_word: NDArray[np.uint32],
    b_word: NDArray[np.uint32],
    word_kind: NDArray[np.uint8],
    word_unit: NDArray[np.int64],
    out: NDArray[np.int64],
) -> None:
    """Fill ``out`` int64[rows, 3]: what differs (0: nothing), and the unit of a and of b that tell (-1: none).

    ``rows`` are those of ``reaching``, whose units begin at the bases; ``out`` numbers them from 0. Names count only
    where at most ``few`` units of either side have no match on the other, since in a text that was written anew they
    differ for other reasons. ``negations`` is sorted. ``a_word``, ``b_word``, ``word_kind`` and ``word_unit`` have room
    for the units of the longest side, the last two for both sides one after the other.
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
        while a > rows[row, A_FIRST] - a_base and (_inside(a_kind, a, a_end) or _inside(b_kind, b, b_end)):
            a -= 1
            b -= 1
        while a_end < rows[row, A_END] - a_base and (
            _inside(a_kind, a_end, a_end + 1) or _inside(b_kind, b_end, b_end + 1)
        ):
            a_end += 1
            b_end += 1
        half = len(a_word)
        kind_a, kind_b, unit_a, unit_b = word_kind[:half], word_kind[half:], word_unit[:half], word_unit[half:]
        many_a = words(a_value, a_kind, a, a_end, a_word, kind_a, unit_a)
        many_b = words(b_value, b_kind, b, b_end, b_word, kind_b, unit_b)
        odd_a, number_a, negation_a, name_a = _odd(a_word, kind_a, unit_a, many_a, b_word, many_b, negations, few)
        odd_b, number_b, negation_b, name_b = _odd(b_word, kind_b, unit_b, many_b, a_word, many_a, negations, few)
        if number_a >= 0 or number_b >= 0:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NUMBERS, number_a, number_b
        elif negation_a >= 0 or negation_b >= 0:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NEGATIONS, negation_a, negation_b
        elif (name_a >= 0 or name_b >= 0) and max(odd_a, odd_b) <= few:
            out[row, WHAT], out[row, A_UNIT], out[row, B_UNIT] = NAMES, name_a, name_b


@kept
def _inside(kind: NDArray[np.uint8], unit: int, end: int) -> bool:
    """Whether a unit before ``end`` goes on with the word of the unit before it."""
    return unit < end and kind[unit] & INSIDE != 0


@kept
def _odd(
    value: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    unit: NDArray[np.int64],
    end: int,
    other: NDArray[np.uint32],
    other_end: int,
    negations: NDArray[np.uint32],
    few: int,
) -> tuple[int, int, int, int]:
    """How many words the other side has less often, and the unit of the first that is a number, a negation, a name.

    Nothing is looked for that cannot tell any more: past ``few`` units names do not, past a number nothing does.
    """
    odd = 0
    number = negation = name = -1
    at = 0
    for i in range(end):
        if at < other_end and other[at] == value[i]:
            at += 1
            continue
        at = _after(other, at, other_end, value[i])
        negates = negation < 0 and _among(negations, value[i])
        if odd > few and kind[i] != NUMBER and not negates:
            continue
        mine = 0
        for j in range(end):
            mine += value[j] == value[i]
        for j in range(other_end):
            mine -= other[j] == value[i]
        if mine <= 0:
            continue
        odd += 1
        if kind[i] == NUMBER:
            number = unit[i]
            break
        if kind[i] == NAME and name < 0:
            name = unit[i]
        if negates:
            negation = unit[i]
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
