"""What a code point between two words says of a phrase that begins or ends there.

Lives here: the table. Not here: loops (``kernels``), what a word is (``text.passages``).
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

SPACE, JOINS, LISTS, ENDS, OPENS, CLOSES, BOTH, CAPITAL, DIGIT = 1, 2, 3, 4, 5, 6, 7, 8, 9
_LISTS = "、"  # a phrase may hold these, but not end with one
_JOINS = "-‐‑–·・&'’‘ʼ\u00ad\u200b\u200c\u200d\ufeff"
_OPENS, _CLOSES, _BOTH = "「『«„‟", "」』»”", '"＂“'  # “ ends a quotation in German and Russian
_BREAKS = "\0\n\r\v\f\x85\u2028\u2029\t"


def looks_for(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """A table over all code points, right for those in ``codes``."""
    table, known = _table()
    seen = np.zeros(len(table), np.bool_)
    seen[codes] = True
    for code in np.flatnonzero(seen & ~known).tolist():
        table[code] = look(chr(code))
    known |= seen
    return table


@cache
def _table() -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    return np.zeros(0x110000, np.uint8), np.zeros(0x110000, np.bool_)


def look(char: str) -> int:
    """What one character is; 0 for a letter.

    >>> look(" ") == SPACE, look("“") == BOTH, look("a"), look("、") == LISTS, look("—") == ENDS
    (True, True, 0, True, True)
    """
    for chars, kind in (
        (_BREAKS, ENDS),
        (_LISTS, LISTS),
        (_JOINS, JOINS),
        (_OPENS, OPENS),
        (_CLOSES, CLOSES),
        (_BOTH, BOTH),
    ):
        if char in chars:
            return kind
    category = unicodedata.category(char)
    if char.isdecimal():
        return DIGIT
    if category == "Lu" or category == "Lt":
        return CAPITAL
    if category[0] in "LM" or category in ("Nl", "No"):
        return 0
    return SPACE if category == "Zs" else ENDS
