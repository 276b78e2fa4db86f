"""Code points to units, units to shingles.

Lives here: the loops, and what the lowest two bits of a unit's value say: a word (0), a character that stands alone
(1), a letter of a word (2). Not here: what a code point is (``passages.table``).
Hashes are products with odd constants of 64 bits (Fibonacci hashing; FNV-1a inside a word): two different units meet
in one value once in a thousand million, and every seed is confirmed unit by unit. A letter's value is its code point,
so that a word cut into letters has the value of the word (``words``).
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
_ALONE_UNIT, _LETTER_UNIT, _SORT = np.uint32(1), np.uint32(2), np.uint32(3)
_HASH, _SORT_BITS = np.uint32(0xFFFFFFFC), np.uint32(2)
PLAIN, NUMBER, NAME, INSIDE = 0, 1, 2, 4
WORDS, MIXED, LETTERS = 0, 1, 2
PLACE_BITS = 30
_PLACE = np.uint64(PLACE_BITS)


@kept
def cut(
    codes: NDArray[Any],
    ends: NDArray[np.int64],
    table: NDArray[np.uint64],
    look: NDArray[np.uint8],
    how: int,
    prose: int,
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
    after all to the place after. ``look`` says of each code point whether it is a capital (1), a numeral (2), the
    end of a sentence (4) or a space (8). ``how``: WORDS stay whole, all are cut into LETTERS, or MIXED: those that
    ``_among_lone`` says.
    """
    for text in range(len(ends) - 1):
        first[text] = n
        begins, size = ends[text], ends[text + 1]
        i = begins
        fresh = True  # at the start of a sentence, where a capital is no name
        lone = decided = False
        letters = how == LETTERS
        while i < size:
            letter = table[codes[i]]
            seen = look[codes[i]]
            if letter <= 1:
                fresh = fresh or seen == 4
                i += 1
                continue
            start[n] = i - begins
            if letter >> _ALONE:
                lone, decided = True, False
                value[n] = (np.uint32(((letter & _LETTER) * _GOLDEN) >> _HALF) & _HASH) | _ALONE_UNIT
                kind[n] = NUMBER if seen == 2 else PLAIN
                i += 1
                length[n] = 1
                n += 1
                fresh = False
                continue
            if how == MIXED and not decided:
                letters, decided = _among_lone(codes, i, size, table, look, prose, lone), True
            if letters:
                inside = 0
                while i < size:
                    letter = table[codes[i]]
                    if letter == 0 or letter >> _ALONE:
                        break
                    if letter > 1:
                        seen = look[codes[i]]
                        named = seen == 1 and not fresh and not inside
                        start[n], length[n] = i - begins, 1
                        value[n] = (np.uint32(letter & _LETTER) << _SORT_BITS) | _LETTER_UNIT
                        kind[n] = (NUMBER if seen == 2 else (NAME if named else PLAIN)) | inside
                        inside = INSIDE
                        n += 1
                    i += 1
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
            length[n] = end - begin
            value[n] = _word(total)
            kind[n] = NUMBER if digits else (NAME if seen == 1 and not fresh else PLAIN)
            fresh = False
            n += 1
    first[len(ends) - 1] = n
    return n


@kept
def _word(total: np.uint64) -> np.uint32:
    """The value of a word from the hash of its letters."""
    return np.uint32(((total ^ (total >> _FOLD)) * _MIX) >> _HALF) & _HASH


@kept
def _among_lone(
    codes: NDArray[Any],
    begin: int,
    end: int,
    table: NDArray[np.uint64],
    look: NDArray[np.uint8],
    prose: int,
    lone: bool,
) -> bool:
    """Whether the words from ``begin`` to the next character that stands alone are some among such characters.

    They are when ``lone`` (such a character stands before them) or one comes before ``prose`` of them have a space in
    front. There a space more or less tells nothing and a word is long, so that an edit of few letters leaves none.
    """
    spaced = 0
    space = False
    for i in range(begin, end):
        letter = table[codes[i]]
        if letter >> _ALONE:
            return True
        if letter > 1:
            spaced += space
            space = False
            if spaced >= prose:
                return False
        else:
            space = space or look[codes[i]] == 8
    return lone


@kept
def words(
    value: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    begin: int,
    end: int,
    out_value: NDArray[np.uint32],
    out_kind: NDArray[np.uint8],
    out_unit: NDArray[np.int64],
) -> int:
    """Fill ``out`` with units ``[begin, end)``, those of letters made words again; how many.

    A word is a number when one of its letters is a numeral; ``out_unit`` is the number of its first unit.
    """
    n = 0
    i = begin
    while i < end:
        out_unit[n], out_value[n], out_kind[n] = i, value[i], kind[i] & 3
        if value[i] & _SORT == _LETTER_UNIT:
            total = _FNV_START
            first = i
            while i < end and value[i] & _SORT == _LETTER_UNIT and (i == first or kind[i] & INSIDE):
                total = (total ^ np.uint64(value[i] >> _SORT_BITS)) * _FNV
                if kind[i] & 3 == NUMBER:
                    out_kind[n] = NUMBER
                i += 1
            out_value[n] = _word(total)
        else:
            i += 1
        n += 1
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
                held += 3 - np.int64(value[j] & _SORT)
                j += 1
            if held < weight:
                break
            key[n] = ((total >> _PLACE) << _PLACE) | np.uint64(i)
            n += 1
    return n
