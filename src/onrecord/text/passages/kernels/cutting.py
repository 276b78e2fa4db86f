"""Code points to units, units to shingles.

Lives here: two loops. Not here: what a code point is (``passages.table``).
Hashes are products with odd constants of 64 bits (Fibonacci hashing; FNV-1a inside a word): two different units meet
in one value once in two thousand million, and every seed is confirmed unit by unit.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept

_LETTER = np.uint64(0x1FFFFF)
_BITS = np.uint64(21)
_ALONE = np.uint64(63)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_FNV, _FNV_START = np.uint64(1099511628211), np.uint64(1469598103934665603)
_HALF, _FOLD = np.uint64(32), np.uint64(29)
_ONE, _BUT_ONE = np.uint32(1), np.uint32(0xFFFFFFFE)
PLAIN, NUMBER, NAME = 0, 1, 2
PLACE_BITS = 30
_PLACE = np.uint64(PLACE_BITS)


@kept
def cut(
    codes: NDArray[Any],
    ends: NDArray[np.int64],
    table: NDArray[np.uint64],
    look: NDArray[np.uint8],
    longest: int,
    start: NDArray[np.int32],
    length: NDArray[np.uint16],
    value: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    first: NDArray[np.int64],
    n: int,
) -> int:
    """Fill ``start``, ``length``, ``value``, ``kind`` from number ``n`` on with the units of texts; how many there are.

    Text ``t`` is ``codes[ends[t]:ends[t + 1]]``, and its first unit's number is written to ``first[t]``, the number
    after all to the place after. ``look`` says of each code point whether it is a capital (1), a numeral (2) or the
    end of a sentence (4).
    """
    for text in range(len(ends) - 1):
        first[text] = n
        begins, size = ends[text], ends[text + 1]
        i = begins
        fresh = True  # at the start of a sentence, where a capital is no name
        while i < size:
            letter = table[codes[i]]
            seen = look[codes[i]]
            if letter <= 1:
                fresh = fresh or seen == 4
                i += 1
                continue
            start[n] = i - begins
            if letter >> _ALONE:
                value[n] = np.uint32(((letter & _LETTER) * _GOLDEN) >> _HALF) | _ONE
                kind[n] = NUMBER if seen == 2 else PLAIN
                i += 1
                length[n] = 1
                n += 1
                fresh = False
                continue
            begin = end = i
            total = _FNV_START
            digits = False
            while i < size and i - begin < longest:
                letter = table[codes[i]]
                if letter == 0 or letter >> _ALONE:
                    break
                digits |= look[codes[i]] == 2
                i += 1
                if letter == 1:
                    continue
                end = i
                while letter:
                    total = (total ^ (letter & _LETTER)) * _FNV
                    letter >>= _BITS
            total = (total ^ (total >> _FOLD)) * _MIX
            length[n] = end - begin
            value[n] = np.uint32(total >> _HALF) & _BUT_ONE
            kind[n] = NUMBER if digits else (NAME if seen == 1 and not fresh else PLAIN)
            fresh = False
            n += 1
    first[len(ends) - 1] = n
    return n


@kept
def shingles(value: NDArray[np.uint32], first: NDArray[np.int64], weight: int, key: NDArray[np.uint64]) -> int:
    """Fill ``key`` with a shingle for each unit that begins one: hash in the high bits, the unit's number in the low.

    A shingle is the shortest run of units of one text with at least ``weight``. Returns how many there are.
    """
    n = 0
    for text in range(len(first) - 1):
        end = first[text + 1]
        for i in range(first[text], end):
            total = np.uint64(0)
            held = 0
            j = i
            while j < end and held < weight:
                total = (total ^ np.uint64(value[j])) * _GOLDEN
                total ^= total >> _HALF
                held += 2 if value[j] & _ONE else 3
                j += 1
            if held < weight:
                break
            key[n] = ((total >> _PLACE) << _PLACE) | np.uint64(i)
            n += 1
    return n
