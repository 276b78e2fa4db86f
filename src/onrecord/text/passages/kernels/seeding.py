"""Sorted shingles to seeds: pairs of places where two texts say the same.

Lives here: loops over runs of equal shingles. Not here: growing a seed (``reaching``).

A place joins every place before it that has its shingle, or only the last of them when ``cap`` stand before it. So
what a text is joined to depends on the texts before it alone: texts added one by one give what one run over all gives.
For every ``common`` places that have its shingle before it a place joins those alone that go on alike for one unit
more, up to three: what is said everywhere is no sign of a copy until it is longer, and without this
the work would grow with every text held. Any other seed is worth growing, however few units it has.
A seed that could grow to the left is left out, for the shingle before it gives the same passage; unless that one was
not joined for being common.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import PLACE_BITS
from onrecord.text.passages.kernels.kept import kept

_PLACE = np.uint64(PLACE_BITS)
_PLACES = np.uint64((1 << PLACE_BITS) - 1)
_SORT = np.uint32(3)
MOST, FULL = 3, 4  # units more that a place needs at most; FULL: it is joined to the last before it only
_PART, _FOLD, _KEPT = 21, np.uint32(11), np.uint32((1 << 21) - 1)  # of 63 bits: three units
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
def text_of(near: NDArray[np.int32], first: NDArray[np.int64], unit: int) -> int:
    """The text that a unit belongs to; ``near`` is what ``coarse`` gives."""
    text = np.int64(near[unit >> COARSE])
    while first[text + 1] <= unit:
        text += 1
    return text


@kept
def needs(key: NDArray[np.uint64], common: int, cap: int, base: int, mark: NDArray[np.uint8]) -> None:
    """Mark the new places (from ``base`` on) with the units more that they need, or FULL where ``cap`` precede them."""
    n = len(key)
    i = 0
    while i < n:
        j = i + 1
        while j < n and key[j] >> _PLACE == key[i] >> _PLACE:
            at = np.int64(key[j] & _PLACES) - base
            if j - i >= min(common, cap) and at >= 0:
                mark[at] = max(mark[at], FULL if j - i >= cap else min(MOST, (j - i) // common))
            j += 1
        i = j


@kept
def held(
    key: NDArray[np.uint64],
    new: NDArray[np.uint64],
    cap: int,
    base: int,
    mark: NDArray[np.uint8],
    out: NDArray[np.uint64],
) -> int:
    """Fill ``out``, as far as it goes, with what sorted ``key`` has of the shingles of sorted ``new``; how many.

    Of a shingle that stands ``cap`` times or more only the last is taken, and its new places are marked FULL.
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
            high += 1
        full = high - low >= cap
        for x in range(high - 1 if full else low, high):
            if count < len(out):
                out[count] = key[x]
            count += 1
        low = high
        while i < len(new) and new[i] >> _PLACE == shingle:
            if full:
                mark[np.int64(new[i] & _PLACES) - base] = FULL
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
def repeated(key: NDArray[np.uint64], begin: int, out: NDArray[np.uint64]) -> tuple[int, int]:
    """Fill ``out`` with the keys from ``begin`` on whose shingle stands more than once; how many, and where to go on.

    A shingle's keys stay together: it stops before one that ``out`` has no room for.
    """
    n = len(key)
    count = 0
    i = begin
    while i < n:
        j = i + 1
        while j < n and key[j] >> _PLACE == key[i] >> _PLACE:
            j += 1
        if j - i > 1:
            if count + j - i > len(out):
                return count, i
            for x in range(i, j):
                out[count] = key[x]
                count += 1
        i = j
    return count, n


@kept
def context(
    key: NDArray[np.uint64],
    value: NDArray[np.uint32],
    first: NDArray[np.int64],
    near: NDArray[np.int32],
    base: int,
    text: int,
    weight: int,
    before: NDArray[np.int64],
    after: NDArray[np.int64],
    owner: NDArray[np.int32],
) -> None:
    """Fill ``before``, ``after`` and ``owner`` (see ``seeds``) for the keys whose places are those of these units.

    The units' places begin at ``base``, their texts at number ``text``; ``near`` is what ``coarse`` gives; ``weight``
    is that of a shingle.
    """
    for x in range(len(key)):
        at = np.int64(key[x] & _PLACES) - base
        if 0 <= at < len(value):
            own = text_of(near, first, at)
            owner[x] = own + text
            before[x] = np.int64(value[at - 1]) if at > first[own] else -1
            left = weight
            j = at
            while left > 0:
                left -= 3 - np.int64(value[j] & _SORT)
                j += 1
            after[x] = 0
            for more in range(min(3, first[own + 1] - j)):
                unit = value[j + more]
                after[x] |= np.int64((unit ^ unit >> _FOLD) & _KEPT) << (_PART * more)


@kept
def seeds(
    key: NDArray[np.uint64],
    before: NDArray[np.int64],
    after: NDArray[np.int64],
    owner: NDArray[np.int32],
    mark: NDArray[np.uint8],
    base: int,
    cap: int,
    begin: int,
    out: NDArray[np.uint64],
) -> tuple[int, int]:
    """Fill ``out`` with the seeds of new places, those of key ``begin`` first; how many, and the key to go on with.

    For each of the sorted ``key``: ``before`` is the unit before its place in its text (-1: none), ``after`` holds the
    three after its shingle, the first lowest, ``owner`` is its text; ``mark``: see ``needs``. It stops where less than
    ``cap`` places of ``out`` are free, more than which no key can take. A seed is ``a << 32 | b``, b the later place.
    """
    n = len(key)
    count = 0
    i = begin
    while i > 0 and key[i - 1] >> _PLACE == key[begin] >> _PLACE:
        i -= 1
    for y in range(begin, n):
        if key[y] >> _PLACE != key[i] >> _PLACE:
            i = y
            continue
        b = key[y] & _PLACES
        new = np.int64(b) - base
        if y == i or new < 0:
            continue
        if len(out) - count < cap:
            return count, y
        full = mark[new] == FULL
        need = 0 if full else _first_units(mark[new])
        left = mark[new - 1] if before[y] >= 0 else FULL
        need_left = _first_units(left) if left < FULL else 0
        for x in range(y - 1 if full else i, y):
            unlike = after[x] ^ after[y]
            if owner[x] == owner[y] or unlike & need:
                continue
            if left == FULL or before[x] != before[y] or unlike & need_left:
                out[count] = (key[x] & _PLACES) << _PLACE | b
                count += 1
    return count, n


@kept
def _first_units(count: int) -> int:
    """The bits of ``after`` that hold the first units."""
    return (1 << _PART * count) - 1
