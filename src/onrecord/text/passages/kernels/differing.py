"""What differs between the two sides of a passage: numbers, names, negations.

Lives here: one loop over the units of each pair. Not here: which words tell (``trace.telling``).
A word that tells is one that stands more often on one side than on the other; edits of other words do not count.
Words cut into letters are compared as words; a character that stands alone tells as part of a run ("泰国").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import INSIDE, NAME, NUMBER, words
from onrecord.text.passages.kernels.edges import beyond
from onrecord.text.passages.kernels.kept import kept
from onrecord.text.passages.kernels.marking import ALONE, COUNTS, NEGATES, NO_NAME, TELLS_NOTHING, among, in_run
from onrecord.text.passages.kernels.reaching import A_END, A_FIRST, B_END, B_FIRST

WHAT, A_UNIT, A_LAST, B_UNIT, B_LAST = 0, 1, 2, 3, 4
TOLD = 5
SAME, NUMBERS, NEGATIONS, NAMES = 0, 1, 2, 3


@kept
def differences(
    rows: NDArray[np.int64],
    a_base: int,
    a_value: NDArray[np.uint32],
    a_kind: NDArray[np.uint8],
    a_start: NDArray[np.int32],
    a_length: NDArray[np.uint16],
    b_base: int,
    b_value: NDArray[np.uint32],
    b_kind: NDArray[np.uint8],
    b_start: NDArray[np.int32],
    b_length: NDArray[np.uint16],
    mark: NDArray[np.uint64],
    sieve: NDArray[np.uint64],
    few: int,
    a_word: NDArray[np.uint32],
    b_word: NDArray[np.uint32],
    word_kind: NDArray[np.uint8],
    word_unit: NDArray[np.int64],
    place: NDArray[np.int64],
    out: NDArray[np.int64],
) -> None:
    """Fill ``out`` int64[rows, 5]: what differs (0: nothing), first and last unit of a and of b that tell (-1: none).

    ``rows`` are those of ``reaching``, whose units begin at the bases; ``out`` numbers them from 0. Numerals and
    negations tell always; words of numbers and names only where at most ``few`` other units of either side have no
    match, since in a text that was written anew they differ for other reasons. ``mark`` and ``sieve`` are
    ``passages.telling.Marks``. ``a_word``, ``b_word``, ``word_kind`` and ``word_unit`` have room for the units of the
    longest side and four more, the last two for both sides one after the other; ``place`` int64[16].
    """
    for row in range(len(rows)):
        a_first, b_first = rows[row, A_FIRST] - a_base, rows[row, B_FIRST] - b_base
        a_last, b_last = rows[row, A_END] - a_base, rows[row, B_END] - b_base
        for step in (-1, 1):
            beside_a, beside_b = (a_last, b_last) if step > 0 else (a_first - 1, b_first - 1)
            more_a, more_b = beyond(
                a_value, a_kind, a_start, a_length, beside_a,
                b_value, b_kind, b_start, b_length, beside_b, step, mark, sieve,
            )  # fmt: skip
            if step > 0:
                a_last, b_last = a_last + more_a, b_last + more_b
            else:
                a_first, b_first = a_first - more_a, b_first - more_b
        a, a_end, b, b_end = a_first, a_last, b_first, b_last
        out[row, WHAT] = SAME
        out[row, A_UNIT] = out[row, A_LAST] = out[row, B_UNIT] = out[row, B_LAST] = -1
        while a < a_end and b < b_end and a_value[a] == b_value[b]:
            a += 1
            b += 1
        while a < a_end and b < b_end and a_value[a_end - 1] == b_value[b_end - 1]:
            a_end -= 1
            b_end -= 1
        if a == a_end and b == b_end:
            continue
        while a > a_first and (_inside(a_kind, a, a_end) or _inside(b_kind, b, b_end)):
            a -= 1
            b -= 1
        while a_end < a_last and (_inside(a_kind, a_end, a_end + 1) or _inside(b_kind, b_end, b_end + 1)):
            a_end += 1
            b_end += 1
        half = len(a_word)
        kind_a, kind_b, unit_a, unit_b = word_kind[:half], word_kind[half:], word_unit[:half], word_unit[half:]
        many_a = words(a_value, a_kind, a, a_end, a_word, kind_a, unit_a)
        many_b = words(b_value, b_kind, b, b_end, b_word, kind_b, unit_b)
        one, other = place[:8], place[8:]
        plain = max(
            _odd(a_word, kind_a, unit_a, many_a, b_word, many_b, a_value, a_first, a_last, mark, sieve, few, one),
            _odd(b_word, kind_b, unit_b, many_b, a_word, many_a, b_value, b_first, b_last, mark, sieve, few, other),
        )
        for what, at in ((NUMBERS, 0), (NEGATIONS, 2), (NUMBERS, 4), (NAMES, 6)):
            if (one[at] >= 0 or other[at] >= 0) and (at < 4 or plain <= few):
                out[row, WHAT] = what
                in_one = 4 if at == 0 and one[at] < 0 else at  # "3" on one side and "three" on the other
                in_other = 4 if at == 0 and other[at] < 0 else at
                out[row, A_UNIT], out[row, A_LAST] = one[in_one], one[in_one + 1]
                out[row, B_UNIT], out[row, B_LAST] = other[in_other], other[in_other + 1]
                break


@kept
def _inside(kind: NDArray[np.uint8], unit: int, end: int) -> bool:
    """Whether a unit before ``end`` goes on with the word of the unit before it."""
    return unit < end and kind[unit] & INSIDE != 0


@kept
def _odd(
    word: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    unit: NDArray[np.int64],
    end: int,
    other: NDArray[np.uint32],
    other_end: int,
    value: NDArray[np.uint32],
    begins: int,
    ends: int,
    mark: NDArray[np.uint64],
    sieve: NDArray[np.uint64],
    few: int,
    place: NDArray[np.int64],
) -> int:
    """How many words that tell nothing the other side has less often; ``few`` and one more stand for any more.

    Fills ``place`` with first and last unit (-1: none) of the first numeral, negation, word of a number, and name.
    Nothing is looked for that cannot tell any more: past ``few`` words of numbers and names do not, past a numeral
    nothing does. The side is units ``[begins, ends)`` of ``value``.
    """
    place[:] = -1
    plain = at = 0
    for i in range(end):
        if at < other_end and other[at] == word[i]:
            at += 1
            continue
        at = _after(other, at, other_end, word[i])
        told = np.int64(TELLS_NOTHING)
        if kind[i] != NUMBER:
            told = among(mark, sieve, np.uint64(word[i]))
            if plain > few and told != NEGATES:
                continue
        if not _more(word, end, other, other_end, word[i]):
            continue
        first = last = unit[i]
        if word[i] & 3 == ALONE:
            run_told, run_first, run_last = in_run(value, begins, ends, first, mark, sieve)
            if run_told != TELLS_NOTHING:
                told, first, last = run_told, run_first, run_last
        if kind[i] == NUMBER:
            place[0], place[1] = first, last
            break
        if told == NO_NAME or (told == TELLS_NOTHING and kind[i] != NAME):
            plain += 1
            continue
        sort = 2 if told == NEGATES else (4 if told == COUNTS else 6)
        if place[sort] < 0:
            place[sort], place[sort + 1] = first, last
    return plain


@kept
def _more(word: NDArray[np.uint32], end: int, other: NDArray[np.uint32], other_end: int, one: np.uint32) -> bool:
    """Whether a word stands more often here than on the other side."""
    mine = 0
    for j in range(end):
        mine += word[j] == one
    for j in range(other_end):
        mine -= other[j] == one
    return mine > 0


@kept
def _after(other: NDArray[np.uint32], at: int, end: int, value: np.uint32) -> int:
    """The place after the next unit of this value nearby, else ``at``."""
    for j in range(at, min(end, at + 8)):
        if other[j] == value:
            return j + 1
    return at
