"""What each code point is to a passage: one number, from the fold that search uses.

Lives here: the table, and what a code point looks like (a capital, a numeral, a stop, a space). Not here: the fold
(``text.fold``).
A number is 0 between words, 1 for a mark that is no part of a word's value (accents, harakat, tatweel, apostrophes);
else up to characters of 21 bits each, the first lowest, with the highest bit set for one that stands alone.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages import keeping

BETWEEN, MARK = 0, 1
STANDS_ALONE = 1 << 63
BITS = 21
_LETTERS_HELD = 3
_APOSTROPHES = "'’ʼ"  # between the letters of one word: "don’t" is as long as "dont"
_SIZE = 0x110000
_PLANE = 1 << 16  # code points of the basic plane, whose table is kept
_PIECE = 1 << 16  # code points looked at together, so that a short text costs little
CAPITAL, NUMERAL, STOP, SPACE = 1, 2, 4, 8
_STOPS = "\0\n.!?:。！？：؟।"
_NUMERALS = "〇零二三四五六七八九十百千万亿两"  # and not 一, which stands in too many other words


class _Plane(msgspec.Struct, frozen=True):
    """Numbers and looks of the first ``_PLANE`` code points, as bytes."""

    numbers: bytes
    looks: bytes


def tables_for(codes: NDArray[Any]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Tables over all code points, right for those in ``codes``: numbers uint64[0x110000], looks uint8[0x110000]."""
    table, look, known = _tables()
    for at in range(0, len(codes), _PIECE):
        piece = codes[at : at + _PIECE]
        if known[0] and (codes.itemsize == 2 or piece.max() < _PLANE):
            continue
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
    """Zeros, but for the first plane where it can be kept: making all of it takes as long as 5,000 documents."""
    table, look, known = np.zeros(_SIZE, np.uint64), np.zeros(_SIZE, np.uint8), np.zeros(_SIZE, np.bool_)
    if keeping.folder(__file__):
        held = keeping.value(__file__, "table", _made_of(), _Plane, _plane)
        table[:_PLANE], look[:_PLANE] = np.frombuffer(held.numbers, np.uint64), np.frombuffer(held.looks, np.uint8)
        known[:_PLANE] = True
    return table, look, known


def _plane() -> _Plane:
    """The first plane, made code point by code point."""
    chars = [chr(code) for code in range(_PLANE)]
    numbers, looks = np.array([value(char) for char in chars], np.uint64), np.array([*map(_look, chars)], np.uint8)
    return _Plane(numbers.tobytes(), looks.tobytes())


def _made_of() -> list[object]:
    """All that the table depends on: its code, the fold's, the version of OpenCC and of Unicode."""
    here = Path(__file__)
    parts: list[object] = [
        keeping.digest(file.read_bytes()) for file in (here, here.parent.parent / "fold" / "characters.py")
    ]
    opencc = find_spec("opencc")
    if opencc and opencc.origin:
        parts += sorted(file.name for file in Path(opencc.origin).parent.parent.glob("[oO]pen[cC][cC]-*.dist-info"))
    return [*parts, unicodedata.unidata_version, sys.byteorder]


def _look(char: str) -> int:
    if char in _STOPS:
        return STOP
    if char.isdecimal() or char in _NUMERALS:
        return NUMERAL
    return CAPITAL if char.isupper() else SPACE if char.isspace() else 0


def value(char: str) -> int:
    """The number of one character.

    >>> value("!"), value("a") == value("Ａ"), value("權") == value("权") > STANDS_ALONE
    (0, True, True)
    """
    if char in _APOSTROPHES:
        return MARK
    from onrecord.text.fold import folded  # loads OpenCC, which a kept table spares

    form = folded(char)
    letters = [c for c in form.strip() if not unicodedata.combining(c)]
    if not letters:
        return BETWEEN if form.isspace() else MARK
    packed = 0
    for letter in reversed(letters[:_LETTERS_HELD]):
        packed = packed << BITS | ord(letter)
    return packed | (STANDS_ALONE if form[0] == " " else 0)
