"""Words and marks of a stretch, each with its exact place.

Lives here: cutting characters into tokens, in linear time. Not here: sentences (``periods``), quotation (``marks``).
A token is a run of letters, digits and combining marks, joined by apostrophes, hyphens and the dots of initials
("U.S", "porte-parole"), or one other character that is not white space.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.model import Span

WORD, SPACE, MARK = 1, 0, 2
_PLANE = 0x10000
_JOINERS = (0x27, 0x2019, 0x2D, 0x2010, 0x2011)
_DOT = 0x2E

Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens: code-point places and the words in lower case (of the same length as printed)."""

    starts: list[int]
    ends: list[int]
    low: list[str]

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, end: int) -> Span:
        """The characters from token ``first`` to just before token ``end``."""
        return Span(self.starts[first], self.ends[end - 1])


def cut(chars: str, span: Span) -> Words:
    """The tokens of ``chars[span]``; places count from the start of ``chars``.

    >>> cut("He said: “U.S. chips.”", Span(0, 22)).low
    ['he', 'said', ':', '“', 'u.s', '.', 'chips', '.', '”']
    """
    stretch = span.of(chars)
    if not stretch:
        return Words([], [], [])
    kinds = _kinds(stretch)
    first = kinds != SPACE
    first[1:] &= (kinds[1:] == MARK) | (kinds[:-1] != kinds[1:])
    last = kinds != SPACE
    last[:-1] &= (kinds[:-1] == MARK) | (kinds[:-1] != kinds[1:])
    starts = np.flatnonzero(first).tolist()
    ends = (np.flatnonzero(last) + 1).tolist()
    low = lower(stretch)
    forms = [low[a:b] for a, b in zip(starts, ends, strict=True)]
    if span.start:
        starts = [a + span.start for a in starts]
        ends = [b + span.start for b in ends]
    return Words(starts, ends, forms)


def lower(chars: str) -> str:
    """Lower case that keeps every character in its place."""
    low = chars.lower()
    if len(low) == len(chars):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in chars)


def _kinds(stretch: str) -> Codes:
    codes = np.frombuffer(stretch.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table()[np.minimum(codes, _PLANE)]
    word = kinds == WORD
    if len(codes) > 2:
        joined = np.isin(codes[1:-1], _JOINERS)
        dots = codes[1:-1] == _DOT
        if dots.any():
            alone = np.concatenate(([True], ~word[:-2]))[: len(dots)]
            joined |= dots & alone[: len(dots)]
        kinds[1:-1][joined & word[:-2] & word[2:]] = WORD
    return kinds


@cache
def _table() -> Codes:
    kinds = np.full(_PLANE + 1, MARK, dtype=np.uint8)
    for code in range(_PLANE):
        char = chr(code)
        if char.isalnum() or unicodedata.category(char)[0] == "M":
            kinds[code] = WORD
        elif char.isspace() or char == "\ufeff":
            kinds[code] = SPACE
    kinds[_PLANE] = WORD
    return kinds
