"""Line ends inside a sentence: a text whose lines were broken at a width reads on over them.

Lives here: which line ends those are. Not here: what other characters between two words say (``marks``).

A line end parts two words unless nothing else stands between them (one line break, spaces) and the line looks full. In
a script with capitals the next word begins with a small letter and the line has ``FEW`` characters or more; in one
without, a heading looks like the beginning of a sentence, so the line must have ``FULL`` of the length of the longest
of its paragraph, and the paragraph a line as long besides.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept
from onrecord.text.phrases.marks import CAPITAL

FEW, FEW_ALONE = 30, 12  # characters of a full line; of one in a script written without spaces
FULL = 0.75
_BREAK = 10
_CASELESS = 0x590  # from here on the scripts of the six languages have no capitals
_ALONE = 0x2E80

Codes = NDArray[np.uint32]
Places = NDArray[np.int32]


def wrapped(codes: Codes, look: NDArray[np.uint8]) -> Places:
    """The places in ``codes`` of the line ends that part no words, in order.

    ``look`` is ``marks.looks_for(codes)``; U+0000 stands after each text.
    """
    breaks: Places = np.flatnonzero(codes == _BREAK).astype(np.int32)
    last, following, text = (np.empty(len(breaks), np.int32) for _ in range(3))
    beside(codes, last, following, text)
    inner = (last >= 0) & (following >= 0)
    breaks, last, following, text = breaks[inner], last[inner], following[inner], text[inner]
    if not len(breaks):
        return breaks
    same = np.concatenate([[False], following[1:] == following[:-1], [False]])
    apart = same[1:] | same[:-1]  # more than one line end between two words
    before, after = look[codes[last]], look[codes[following]]
    words = ((before == 0) | (before == CAPITAL)) & (after == 0) & ~apart
    soft: Places = breaks[words & _full(last, following, text, codes, apart)]
    return soft


def _full(last: Places, following: Places, text: Places, codes: Codes, apart: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the line before each break is full; ``text``: where its text begins; ``apart``: it has others beside."""
    size = last + 1 - np.maximum(np.concatenate([text[:1], following[:-1]]), text)
    caseless = codes[following] >= _CASELESS
    few = np.where(codes[following] >= _ALONE, FEW_ALONE, FEW)
    other = np.concatenate([[False], apart[:-1] | (text[1:] != text[:-1])])  # a blank line begins another paragraph
    paragraph = np.cumsum(other)
    longest = np.zeros(int(paragraph[-1]) + 1, np.int32)
    np.maximum.at(longest, paragraph, size)
    full = size >= FULL * longest[paragraph]
    many = np.bincount(paragraph, weights=full)[paragraph] > 1
    told: NDArray[np.bool_] = (size >= few) & (~caseless | (full & many))
    return told


@kept
def beside(
    codes: NDArray[np.uint32], last: NDArray[np.int32], following: NDArray[np.int32], text: NDArray[np.int32]
) -> None:
    """For each line end the places of the characters before and after it that are no white space (-1: none), and of
    the first character of its text."""
    n = done = 0
    seen, begins = -1, 0
    for at in range(len(codes)):
        code = codes[at]
        if code == 10:
            last[n], text[n], following[n] = seen, begins, -1
            n += 1
        elif not (code == 32 or code == 9 or code == 13 or code == 0xA0 or code == 0x3000):
            while done < n:
                following[done] = at
                done += 1
            seen = at
            if code == 0:
                begins = at + 1
