"""Sorted shingles to seeds: pairs of places where two texts say the same.

Lives here: loops over runs of equal shingles. Not here: growing a seed (``reaching``).

A place joins every place before it that has its shingle, or only the last of them when ``cap`` stand before it. So
what a text is joined to depends on the texts before it alone: texts added one by one give what one run over all gives.
A seed that could grow to the left is left out, for the shingle before it gives the same passage; unless ``cap`` stand
before that one, which then may have joined other places.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import PLACE_BITS
from onrecord.text.passages.kernels.kept import kept

_PLACE = np.uint64(PLACE_BITS)
_PLACES = np.uint64((1 << PLACE_BITS) - 1)
_RARE = np.uint64(1)
_NONE = np.uint64(0)
COARSE = 8  # the text of every 256th unit is noted, so that most look-ups stay in the processor's cache


@kept
def coarse(first: NDArray[np.int64], texts: NDArray[np.int32]) -> None:
    """Fill ``texts`` with the text that each 256th unit belongs to."""
    text = 0
    for block in range(len(texts)):
        while text < len(first) - 2 and first[text + 1] <= block << COARSE:
            text += 1
        texts[block] = text


@kept
def crowded(key: NDArray[np.uint64], cap: int, base: int, mark: NDArray[np.uint8]) -> None:
    """Mark the new places (from ``base`` on) before which ``cap`` places or more have the same shingle."""
    n = len(key)
    i = 0
    while i < n:
        j = i + 1
        while j < n and key[j] >> _PLACE == key[i] >> _PLACE:
            if j - i >= cap and np.int64(key[j] & _PLACES) >= base:
                mark[np.int64(key[j] & _PLACES) - base] = 1
            j += 1
        i = j


@kept
def held(key: NDArray[np.uint64], new: NDArray[np.uint64], most: int, out: NDArray[np.uint64]) -> int:
    """Fill ``out``, as far as it goes, with what sorted ``key`` has of the shingles of sorted ``new``; how many.

    Of a shingle that stands more than ``most`` times the first ``most`` and the last are taken.
    """
    n = len(key)
    count = 0
    low = 0
    i = 0
    while i < len(new):
        shingle = new[i] >> _PLACE
        low = _lower(key, shingle << _PLACE, low)
        high = low
        while high < n and key[high] >> _PLACE == shingle:
            if high - low < most:
                if count < len(out):
                    out[count] = key[high]
                count += 1
            high += 1
        if high - low > most:
            if count < len(out):
                out[count] = key[high - 1]
            count += 1
        low = high
        while i < len(new) and new[i] >> _PLACE == shingle:
            i += 1
    return count


@kept
def _lower(key: NDArray[np.uint64], least: np.uint64, begin: int) -> int:
    """The first index from ``begin`` on whose key is not below ``least``: steps that double, then halving."""
    n = len(key)
    step = 1
    low = begin
    while low + step < n and key[low + step] < least:
        low += step
        step *= 2
    high = min(n, low + step + 1)
    while low < high:
        middle = (low + high) // 2
        if key[middle] < least:
            low = middle + 1
        else:
            high = middle
    return low


@kept
def repeated(key: NDArray[np.uint64]) -> int:
    """Move the keys whose shingle stands more than once to the front, in their order; how many there are."""
    n = len(key)
    count = 0
    i = 0
    while i < n:
        j = i + 1
        while j < n and key[j] >> _PLACE == key[i] >> _PLACE:
            j += 1
        if j - i > 1:
            for x in range(i, j):
                key[count] = key[x]
                count += 1
        i = j
    return count


@kept
def context(
    key: NDArray[np.uint64],
    value: NDArray[np.uint32],
    first: NDArray[np.int64],
    near: NDArray[np.int32],
    base: int,
    text: int,
    before: NDArray[np.int64],
    owner: NDArray[np.int32],
) -> None:
    """Fill ``before`` and ``owner`` (see ``seeds``) for the keys whose places are those of these units.

    The units' places begin at ``base``, their texts at number ``text``; ``near`` is what ``coarse`` gives.
    """
    for x in range(len(key)):
        at = np.int64(key[x] & _PLACES) - base
        if 0 <= at < len(value):
            own = np.int64(near[at >> COARSE])
            while first[own + 1] <= at:
                own += 1
            owner[x] = own + text
            before[x] = np.int64(value[at - 1]) if at > first[own] else -1


@kept
def seeds(
    key: NDArray[np.uint64],
    before: NDArray[np.int64],
    owner: NDArray[np.int32],
    mark: NDArray[np.uint8],
    base: int,
    cap: int,
    rare: int,
    out: NDArray[np.uint64],
) -> int:
    """Fill ``out`` with the seeds of new places, as far as it goes; how many there are.

    For each of the sorted ``key``: ``before`` is the unit before its place in its text (-1: none), ``owner`` its text.
    A seed packs place a, the later place b and whether its shingle is rare: ``a << 31 | b << 1 | rare``.
    """
    n = len(key)
    room = len(out)
    count = 0
    i = 0
    while i < n:
        j = i + 1
        while j < n and key[j] >> _PLACE == key[i] >> _PLACE:
            j += 1
        for y in range(i + 1, j):
            b = key[y] & _PLACES
            new = np.int64(b) - base
            if new < 0:
                continue
            open_left = before[y] < 0 or mark[new - 1] == 1
            flag = _RARE if y - i < rare else _NONE
            for x in range(i if y - i < cap else y - 1, y):
                if owner[x] != owner[y] and (open_left or before[x] != before[y]):
                    if count < room:
                        out[count] = ((key[x] & _PLACES) << _PLACE | b) << _RARE | flag
                    count += 1
        i = j
    return count
