"""Seeds to passages: how far two texts go on alike.

Lives here: the greedy extension and the walk over seeds. Not here: seeds (``seeding``), what a passage means.

Extension keeps, for each number of differences, the furthest place reached on every diagonal (Myers 1986; with a drop
limit, Zhang, Schwartz, Wagner and Miller 2000), so that equal stretches cost one comparison a unit and only
differences cost more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import PLACE_BITS
from onrecord.text.passages.kernels.kept import kept
from onrecord.text.passages.kernels.seeding import text_of

BAND = 16
MIDDLE = BAND + 2  # two places on either side stay dead
WIDTH = 2 * MIDDLE + 1
_STEP = 1 << 32
_SCORE = _STEP - 1
_ZERO = 1 << 30  # what a score of 0 is in the low half, so that scores below it need no sign
_DEAD = -(1 << 62)
_PLACE = np.uint64(PLACE_BITS)
_PLACES = np.uint64((1 << PLACE_BITS) - 1)
_ALONE, _SORT = np.uint32(1), np.uint32(3)
LOOK, SKEW = 12, 8  # units that are looked at before an extension, and diagonals on either side
AROUND = LOOK + SKEW + 1
_NEXT = np.uintp(1)
HEAD, HEAD_OF, MEMORY = 0, 1, 2  # what is remembered of each text b: the last passage with it, and for which text a
A, B, A_FIRST, A_END, B_FIRST, B_END, SCORE, MATCHED, COLUMNS = 0, 1, 2, 3, 4, 5, 6, 7, 8


@kept
def reach(
    a_value: NDArray[np.uint32],
    b_value: NDArray[np.uint32],
    a: int,
    b: int,
    a_room: int,
    b_room: int,
    step: int,
    cost: int,
    drop: int,
    work: NDArray[np.int64],
) -> tuple[int, int, int, int]:
    """From places a and b in direction ``step``: units taken of a and of b, score, matched weight, at the best score.

    Every difference costs ``cost``, so that after any number of rounds all places have paid the same. ``work``
    int64[WIDTH] holds a place for each diagonal: units of a taken in the high half, score in the low one, so that the
    furthest of three, and of equals the best, is the greatest number, found without a branch.
    """
    if a_room <= 0 or b_room <= 0:
        return 0, 0, 0, 0
    i = 0
    score = _ZERO
    room = min(a_room, b_room)
    while i < room and a_value[np.uintp(a + step * i)] == b_value[np.uintp(b + step * i)]:
        score += 3 - np.int64(a_value[np.uintp(a + step * i)] & _SORT)
        i += 1
    best, best_i, best_j, best_round = score, i, i, 0
    low = high = MIDDLE
    work[np.uintp(MIDDLE)] = i * _STEP + score
    rounds = 0
    while low <= high:
        rounds += 1
        work[np.uintp(low - 1)] = work[np.uintp(low - 2)] = _DEAD
        work[np.uintp(high + 1)] = work[np.uintp(high + 2)] = _DEAD
        begin, end = max(2, low - 1), min(WIDTH - 3, high + 1)
        low, high = WIDTH, -1
        before = _DEAD
        here = work[np.uintp(begin)]
        for k in range(begin, end + 1):
            after = work[np.uintp(k + 1)]
            now = max(max(here, after) + _STEP, before) - cost
            before, here = here, after
            i = now >> 32
            j = i + k - MIDDLE
            if i < 0 or j < 0 or i > a_room or j > b_room:
                work[np.uintp(k)] = _DEAD
                continue
            while i < a_room and j < b_room and a_value[np.uintp(a + step * i)] == b_value[np.uintp(b + step * j)]:
                now += _STEP + 3 - np.int64(a_value[np.uintp(a + step * i)] & _SORT)
                i += 1
                j += 1
            score = now & _SCORE
            if score > best:
                best, best_i, best_j, best_round = score, i, j, rounds
            if score < best - drop:
                now = _DEAD
            else:
                low = min(low, k)
                high = k
            work[np.uintp(k)] = now
    return best_i, best_j, best - _ZERO, best - _ZERO + best_round * cost


@kept
def _goes_on(a_value: NDArray[np.uint32], b_value: NDArray[np.uint32], a: int, b: int) -> bool:
    """Whether two units side by side are alike in ``LOOK`` units from ``a`` on and as many near ``b``.

    Without such a pair an extension gains nothing and only makes sure of it at ten times the cost: nothing branches
    in these loops, so that the compiler compares eight diagonals at once. Reads ``LOOK + SKEW`` units either way.
    """
    first, other = np.uintp(a), np.uintp(b - SKEW)
    unlike = np.uint32(0xFFFFFFFF)
    for i in range(LOOK):
        one, next_one = a_value[first + np.uintp(i)], a_value[first + np.uintp(i + 1)]
        for diagonal in range(2 * SKEW):
            at = other + np.uintp(i + diagonal)
            unlike = min(unlike, (one ^ b_value[at]) | (next_one ^ b_value[at + _NEXT]))
    return bool(unlike == 0)


@kept
def _thin(value: NDArray[np.uint32], length: NDArray[np.uint16], begin: int, end: int, letters: int) -> int:
    """The weight of units ``[begin, end)``, or -1 when they hold too few letters."""
    weight = 0
    held = 0
    for i in range(begin, end):
        weight += 3 - np.int64(value[i] & _SORT)
        held += 24 if value[i] & _ALONE else 10 * np.int64(length[i])
    return weight if held >= letters else -1


@kept
def passages(
    seeds: NDArray[np.uint64],
    a_value: NDArray[np.uint32],
    a_length: NDArray[np.uint16],
    a_first: NDArray[np.int64],
    a_near: NDArray[np.int32],
    b_value: NDArray[np.uint32],
    b_length: NDArray[np.uint16],
    b_first: NDArray[np.int64],
    b_near: NDArray[np.int32],
    b_base: int,
    b_text: int,
    rules: NDArray[np.int64],
    memory: NDArray[np.int64],
    work: NDArray[np.int64],
    before: NDArray[np.int64],
    out: NDArray[np.int64],
    next_seed: int,
) -> tuple[int, int]:
    """Grow sorted seeds from number ``next_seed`` on into rows of ``out``; rows filled, and the seed to go on with.

    Places a are numbers of a's units; those of b begin at ``b_base`` and its texts at ``b_text``. Rows give units and
    texts in that numbering. It stops at a new text a when less than half of ``out`` is free, so that the caller can
    take the rows away and call again. ``rules`` holds the numbers of ``Settings``; ``memory`` int64[texts of b, MEMORY]
    is filled with -1 before the first call, ``work`` is int64[WIDTH] and ``before`` as long as ``out``.
    """
    drop, glance, promise, least, letters, alike = rules
    rows = 0
    owner = -1
    for number in range(next_seed, len(seeds)):
        seed = seeds[number]
        a = np.int64(seed >> _PLACE)
        b = np.int64(seed & _PLACES) - b_base
        if owner < 0 or a_first[owner + 1] <= a:
            if rows * 2 > len(out):
                return rows, number
            owner = text_of(a_near, a_first, a)
        other = text_of(b_near, b_first, b)
        known = memory[other]
        if known[HEAD_OF] != owner:
            known[HEAD_OF], known[HEAD] = owner, -1
        row = known[HEAD]
        while row >= 0 and not (
            out[row, A_FIRST] <= a < out[row, A_END] and out[row, B_FIRST] <= b + b_base < out[row, B_END]
        ):
            row = before[row]
        if row >= 0:
            continue
        cost = max(2, 3 - np.int64(a_value[a] & _SORT))
        n = 0
        score = 0
        a_end, b_end = a_first[owner + 1], b_first[other + 1]
        while a + n < a_end and b + n < b_end and a_value[np.uintp(a + n)] == b_value[np.uintp(b + n)]:
            score += 3 - np.int64(a_value[np.uintp(a + n)] & _SORT)
            n += 1
        a_left, b_left, a_right, b_right = a - a_first[owner], b - b_first[other], a_end - a - n, b_end - b - n
        # where a text ends too near to look, which must not hang on what stands beside it, the extension makes sure
        if min(a_left, b_left, b_right + n) >= AROUND and not _goes_on(a_value, b_value, a - LOOK - 1, b - LOOK - 1):
            a_left = 0
        if min(a_right, b_right, b_left + n) >= AROUND and not _goes_on(a_value, b_value, a + n, b + n):
            a_right = 0
        if score < least:
            if a_left <= 0 and a_right <= 0:
                continue
            left = reach(a_value, b_value, a - 1, b - 1, a_left, b_left, -1, cost, glance, work)
            right = reach(a_value, b_value, a + n, b + n, a_right, b_right, 1, cost, glance, work)
            if left[2] + right[2] <= 0 or score + left[2] + right[2] < promise:
                continue
        left = reach(a_value, b_value, a - 1, b - 1, a_left, b_left, -1, cost, drop, work)
        right = reach(a_value, b_value, a + n, b + n, a_right, b_right, 1, cost, drop, work)
        total = score + left[2] + right[2]
        if total < least or rows == len(out):
            continue
        matched = score + left[3] + right[3]
        a_weight = _thin(a_value, a_length, a - left[0], a + n + right[0], letters)
        b_weight = _thin(b_value, b_length, b - left[1], b + n + right[1], letters)
        if a_weight < 0 or b_weight < 0 or matched * 200 < alike * (a_weight + b_weight):
            continue
        out[rows, A], out[rows, B], out[rows, SCORE], out[rows, MATCHED] = owner, other + b_text, total, matched
        out[rows, A_FIRST], out[rows, A_END] = a - left[0], a + n + right[0]
        out[rows, B_FIRST], out[rows, B_END] = b + b_base - left[1], b + b_base + n + right[1]
        before[rows] = known[HEAD]
        known[HEAD] = rows
        rows += 1
    return rows, len(seeds)
