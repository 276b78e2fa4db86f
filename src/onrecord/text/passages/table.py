"""What each code point is to a passage: one number, from the fold that search uses.

Lives here: the table, and what a code point looks like (a capital, a numeral, a stop). Not here: the fold
(``text.fold``).
A number is 0 between words, 1 for a mark that is no part of a word's value (accents, harakat, tatweel, apostrophes);
else up to characters of 21 bits each, the first lowest, with the highest bit set for one that stands alone.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.text.fold import folded

BETWEEN, MARK = 0, 1
STANDS_ALONE = 1 << 63
BITS = 21
_LETTERS_HELD = 3
_APOSTROPHES = "'’ʼ"  # between the letters of one word: "don’t" is as long as "dont"
_SIZE = 0x110000
_PIECE = 1 << 16  # code points looked at together, so that a short text costs little
CAPITAL, NUMERAL, STOP = 1, 2, 4
_STOPS = "\0\n.!?:。！？：؟।"
_NUMERALS = "〇零二三四五六七八九十百千万亿两"  # and not 一, which stands in too many other words


def tables_for(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Tables over all code points, right for those in ``codes``: numbers uint64[0x110000], looks uint8[0x110000]."""
    table, look, known = _tables()
    for at in range(0, len(codes), _PIECE):
        piece = codes[at : at + _PIECE]
        seen = known[piece]
        if seen.all():
            continue
        fresh = sorted(set(piece[~seen].tolist()))  # np.unique would load half of numpy
        for code in fresh:
            table[code], look[code] = value(chr(code)), _look(chr(code))
        known[fresh] = True
    return table, look


@cache
def _tables() -> tuple[NDArray[np.uint64], NDArray[np.uint8], NDArray[np.bool_]]:
    return np.zeros(_SIZE, np.uint64), np.zeros(_SIZE, np.uint8), np.zeros(_SIZE, np.bool_)


def _look(char: str) -> int:
    if char in _STOPS:
        return STOP
    if char.isdecimal() or char in _NUMERALS:
        return NUMERAL
    return CAPITAL if char.isupper() else 0


def value(char: str) -> int:
    """The number of one character.

    >>> value("!"), value("a") == value("Ａ"), value("權") == value("权") > STANDS_ALONE
    (0, True, True)
    """
    if char in _APOSTROPHES:
        return MARK
    form = folded(char)
    letters = [c for c in form.strip() if not unicodedata.combining(c)]
    if not letters:
        return BETWEEN if form.isspace() else MARK
    packed = 0
    for letter in reversed(letters[:_LETTERS_HELD]):
        packed = packed << BITS | ord(letter)
    return packed | (STANDS_ALONE if form[0] == " " else 0)
