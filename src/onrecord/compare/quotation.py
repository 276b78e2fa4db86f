"""A quotation as it was written: its words, and what the quoter marked as his own.

Lives here: ellipses and brackets. Not here: where it stands (``verify``), pairing of quotation marks (``annotate``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import re2

from onrecord.compare import words as cutting
from onrecord.compare.differ import Side
from onrecord.model import Span

_ELLIPSIS = r"[\[(（【]?\s*(?:\.{3,}|…+|⋯+|。{3,}|\.(?: \.){2,}|—\s*\.{3})\s*[\])）】]?"
_SQUARE = r"\[[^\[\]\n]{1,120}\]|【[^【】\n]{1,60}】"
_ROUND = r"\([^()\n]{1,120}\)|（[^（）\n]{1,60}）"
OUTER = "“”\"„«»‘’'「」『』‹› \t\n\r\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Quotation:
    """``side``: its characters and words. ``gaps``: numbers of words before which an ellipsis stands; ``inserted``: of
    words in square brackets, ``aside``: of words in round ones."""

    side: Side
    gaps: frozenset[int]
    inserted: frozenset[int]
    aside: frozenset[int]

    @property
    def own(self) -> frozenset[int]:
        """Numbers of the words that may be the quoter's own."""
        return self.inserted | self.aside

    @property
    def weight(self) -> int:
        """The weight of the words that are not the quoter's own."""
        return sum(w.weight for n, w in enumerate(self.side.words) if n not in self.inserted)


def read(chars: str) -> Quotation:
    """A quotation without its marks.

    >>> quotation = read("“many … are [now] here”")
    >>> sorted(quotation.gaps), sorted(quotation.inserted)
    ([1], [2])
    """
    found = cutting.cut(chars)
    gaps = {sum(w.start < span.start for w in found) for span in _spans(_ELLIPSIS, chars)}
    whole = [(n, Span(w.start, w.end)) for n, w in enumerate(found)]

    def within(pattern: str) -> frozenset[int]:
        spans = _spans(pattern, chars)
        return frozenset(n for n, place in whole for span in spans if span.start < place.start and place.end < span.end)

    return Quotation(
        Side(chars, found), frozenset(n for n in gaps if 0 < n < len(found)), within(_SQUARE), within(_ROUND)
    )


def bare(chars: str) -> str:
    """A quoted string without the marks around it.

    >>> bare("“We agreed,” ")
    'We agreed,'
    """
    return chars.strip(OUTER)


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re2._Regexp:
    return re2.compile(pattern)


def _spans(pattern: str, chars: str) -> list[Span]:
    return [Span(*m.span()) for m in _compiled(pattern).finditer(chars)]
