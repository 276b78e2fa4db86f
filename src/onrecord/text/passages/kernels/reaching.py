"""Seeds to passages: how far two texts go on alike.

Lives here: the greedy extension and the walk over seeds. Not here: seeds (``seeding``), what a passage means.

Extension keeps, for each number of differences, the furthest place reached on every diagonal (Myers 1986; with a drop
limit, Zhang, Schwartz, Wagner and Miller 2000), so that equal stretches cost one comparison a unit and only
differences cost more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.compiled import compiled
from onrecord.text.passages.kernels.cutting import PLACE_BITS
from onrecord.text.passages.kernels.seeding import COARSE

BAND = 16
WIDTH = 2 * BAND + 1
_PLACE = np.uint64(PLACE_BITS)
_PLACES = np.uint64((1 << PLACE_BITS) - 1)
_RARE = np.uint64(1)
_ONE = np.uint32(1)
A, B, A_FIRST, A_END, B_FIRST, B_END, SCORE, MATCHED, COLUMNS = 0, 1, 2, 3, 4, 5, 6, 7, 8


@compiled
def reach(
    a_value: NDArray[np.uint32],
    b_value: NDArray[np.uint32],
    a: int,
    b: int,
    a_room: int,
    b_room: int,
    step: int,
    gap: int,
    drop: int,
    work: NDArray[np.int64],
) -> tuple[int, int, int, int]:
    """From places a and b in direction ``step``: units taken of a and of b, score, matched weight, at the best score.

    ``work`` int64[6, WIDTH] holds, by diagonal, units of a taken, score and matched weight, now and next.
    """
    i = 0
    score = 0
    while i < a_room and i < b_room and a_value[a + step * i] == b_value[b + step * i]:
        score += 2 if a_value[a + step * i] & _ONE else 3
        i += 1
    best, best_i, best_j, best_matched = score, i, i, score
    low = high = BAND
    work[0, BAND], work[1, BAND], work[2, BAND] = i, score, score
    while low <= high:
        next_low, next_high = WIDTH, -1
        for k in range(max(0, low - 1), min(WIDTH - 1, high + 1) + 1):
            shift = k - BAND
            i, score, matched = -1, 0, 0
            if low <= k <= high and 0 <= work[0, k] < a_room and work[0, k] + shift < b_room:
                i = work[0, k] + 1
                score = work[1, k] - (2 if a_value[a + step * work[0, k]] & _ONE else 3)
                matched = work[2, k]
            more_b = low <= k - 1 <= high and work[0, k - 1] >= 0 and work[0, k - 1] + shift <= b_room
            if more_b and (work[0, k - 1] > i or (work[0, k - 1] == i and work[1, k - 1] - gap > score)):
                i, score, matched = work[0, k - 1], work[1, k - 1] - gap, work[2, k - 1]
            more_a = low <= k + 1 <= high and 0 <= work[0, k + 1] < a_room
            if more_a and (work[0, k + 1] + 1 > i or (work[0, k + 1] + 1 == i and work[1, k + 1] - gap > score)):
                i, score, matched = work[0, k + 1] + 1, work[1, k + 1] - gap, work[2, k + 1]
            j = i + shift
            if i >= 0 and 0 <= j <= b_room:
                while i < a_room and j < b_room and a_value[a + step * i] == b_value[b + step * j]:
                    weight = 2 if a_value[a + step * i] & _ONE else 3
                    score += weight
                    matched += weight
                    i += 1
                    j += 1
                if score > best:
                    best, best_i, best_j, best_matched = score, i, j, matched
                if score < best - drop:
                    i = -1
            else:
                i = -1
            work[3, k], work[4, k], work[5, k] = i, score, matched
            if i >= 0:
                next_low = min(next_low, k)
                next_high = k
        low, high = next_low, next_high
        for k in range(low, high + 1):
            work[0, k], work[1, k], work[2, k] = work[3, k], work[4, k], work[5, k]
    return best_i, best_j, best, best_matched


@compiled
def _thin(value: NDArray[np.uint32], length: NDArray[np.uint16], begin: int, end: int, letters: int) -> int:
    """The weight of units ``[begin, end)``, or -1 when they hold too few letters."""
    weight = 0
    held = 0
    for i in range(begin, end):
        alone = value[i] & _ONE
        weight += 2 if alone else 3
        held += 24 if alone else 10 * np.int64(length[i])
    return weight if held >= letters else -1


@compiled
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
    out: NDArray[np.int64],
    next_seed: int,
) -> tuple[int, int]:
    """Grow sorted seeds from number ``next_seed`` on into rows of ``out``; rows filled, and the seed to go on with.

    Places a are numbers of a's units; those of b begin at ``b_base`` and its texts at ``b_text``. Rows give units and
    texts in that numbering. It stops at a new text a when less than half of ``out`` is free, so that the caller can
    take the rows away and call again. ``rules`` holds the numbers of ``Settings``.
    """
    lone, near, drift, gap, drop, glance, promise, least, letters, alike = rules
    count = len(b_first) - 1
    head = np.full(count, -1, np.int64)  # last passage with text b, while the text a is `head_of`
    head_of = np.full(count, -1, np.int64)
    waiting_a = np.zeros(count, np.int64)  # end of the last seed with text b, while the text a is `waiting_of`
    waiting_b = np.zeros(count, np.int64)
    waiting_of = np.full(count, -1, np.int64)
    before = np.full(len(out), -1, np.int64)
    work = np.empty((6, WIDTH), np.int64)
    rows = 0
    owner = -1
    for number in range(next_seed, len(seeds)):
        seed = seeds[number]
        a = np.int64(seed >> _RARE >> _PLACE)
        b = np.int64(seed >> _RARE & _PLACES) - b_base
        if owner < 0 or a_first[owner + 1] <= a:
            if rows * 2 > len(out):
                return rows, number
            owner = np.int64(a_near[a >> COARSE])
            while a_first[owner + 1] <= a:
                owner += 1
        other = np.int64(b_near[b >> COARSE])
        while b_first[other + 1] <= b:
            other += 1
        if head_of[other] != owner:
            head_of[other], head[other] = owner, -1
        row = head[other]
        while row >= 0 and not (
            out[row, A_FIRST] <= a < out[row, A_END] and out[row, B_FIRST] <= b + b_base < out[row, B_END]
        ):
            row = before[row]
        if row >= 0:
            continue
        n = 0
        score = 0
        a_end, b_end = a_first[owner + 1], b_first[other + 1]
        while a + n < a_end and b + n < b_end and a_value[a + n] == b_value[b + n]:
            score += 2 if a_value[a + n] & _ONE else 3
            n += 1
        tried = score >= lone or seed & _RARE == _RARE
        if not tried:
            tried = (
                waiting_of[other] == owner
                and a - waiting_a[other] <= near
                and abs((b - waiting_b[other]) - (a - waiting_a[other])) <= drift
            )
            waiting_a[other], waiting_b[other], waiting_of[other] = a + n, b + n, owner
        if not tried:
            continue
        a_left, b_left, a_right, b_right = a - a_first[owner], b - b_first[other], a_end - a - n, b_end - b - n
        left = reach(a_value, b_value, a - 1, b - 1, a_left, b_left, -1, gap, glance, work)
        right = reach(a_value, b_value, a + n, b + n, a_right, b_right, 1, gap, glance, work)
        if score + left[2] + right[2] < promise:
            continue
        left = reach(a_value, b_value, a - 1, b - 1, a_left, b_left, -1, gap, drop, work)
        right = reach(a_value, b_value, a + n, b + n, a_right, b_right, 1, gap, drop, work)
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
        before[rows] = head[other]
        head[other] = rows
        rows += 1
    return rows, len(seeds)
