"""Words and marks of a stretch, each with its exact place.

Lives here: cutting characters into tokens, in linear time. Not here: sentences (``periods``), quotation (``marks``).
A token is a run of letters, digits and combining marks, joined by apostrophes, hyphens and the dots of initials
("U.S", "U.S.-led", "porte-parole"), or one other character that is not white space.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.model import Span

SPACE, WORD, MARK = 0, 1, 2
_JOINER, _DOT = 3, 4  # marks too, unless they stand inside a word
_PLANE = 0x10000
_JOINERS = (0x27, 0x2019, 0x2D, 0x2010, 0x2011)

Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens: code-point places, the words in lower case (of the same length as printed), and in ``before[i]`` how
    many of the tokens before ``i`` begin with a letter or digit (one entry more than there are tokens)."""

    starts: list[int]
    ends: list[int]
    low: list[str]
    before: list[int]

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
        return Words([], [], [], [0])
    codes = np.frombuffer(stretch.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds(codes)
    edges = (kinds[:-1] == MARK) | (kinds[:-1] != kinds[1:])
    first = kinds != SPACE
    last = first.copy()
    first[1:] &= edges
    last[:-1] &= edges
    starts = np.flatnonzero(first)
    ends = np.flatnonzero(last) + 1
    low = lower(stretch)
    forms = [low[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    starts_there = (starts + span.start).tolist()
    return Words(starts_there, (ends + span.start).tolist(), forms, _before(stretch, codes, starts))


def fold(word: str, folds: tuple[tuple[str, str], ...]) -> str:
    """A word with the characters of each fold read as the one beside them; "" passes them over."""
    for table in _folds(folds):
        word = word.translate(table)
    return word


@lru_cache(maxsize=32)
def _folds(folds: tuple[tuple[str, str], ...]) -> tuple[dict[int, str], ...]:
    return tuple(str.maketrans(dict.fromkeys(same, other)) for same, other in folds)


def folded(words: Words, folds: tuple[tuple[str, str], ...]) -> Words:
    """The tokens in their folded spelling; places stay."""
    table = str.maketrans({c: other for same, other in folds for c in same})
    return replace(words, low=[w if w.isascii() else w.translate(table) or w for w in words.low])


def apart(words: Words, endings: tuple[str, ...]) -> Words:
    """Tokens with pronouns written on to them cut in three: "a-t-il" is "a", "-t-", "il"."""
    hits = {}
    for at, word in enumerate(words.low):
        if "-" in word:
            ending = max((e for e in endings if word.endswith(e) and len(word) > len(e)), key=len, default="")
            if ending:
                hits[at] = ending
    if not hits:
        return words
    starts, ends, low = list(words.starts), list(words.ends), list(words.low)
    for at, ending in reversed(hits.items()):
        link = ending.rindex("-") + 1
        edges = (starts[at], ends[at] - len(ending), ends[at] - len(ending) + link, ends[at])
        starts[at : at + 1] = edges[:3]
        ends[at : at + 1] = edges[1:]
        low[at : at + 1] = (words.low[at][: -len(ending)], ending[:link], ending[link:])
    before = [0]
    for form in low:
        before.append(before[-1] + form[0].isalnum())
    return Words(starts, ends, low, before)


def lower(chars: str) -> str:
    """Lower case that keeps every character in its place."""
    low = chars.lower()
    if len(low) == len(chars):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in chars)


def _kinds(codes: npt.NDArray[np.uint32]) -> Codes:
    kinds = _table()[np.minimum(codes, _PLANE)]
    if len(codes) > 2:
        word = kinds == WORD
        middle = kinds[1:-1]
        joined = middle == _JOINER
        dots = middle == _DOT
        dots[1:] &= ~word[:-3]
        joined |= dots
        joined &= word[:-2]
        joined &= word[2:]
        compounds = _compounds(kinds)
        middle[joined] = WORD
        kinds[compounds] = WORD
    np.minimum(kinds, MARK, out=kinds)
    return kinds


def _compounds(kinds: Codes) -> npt.NDArray[np.intp]:
    """Places of the last dot of an acronym and the hyphen that ties the next word to it ("U.S.-led")."""
    dots = kinds == _DOT
    last = np.flatnonzero(dots[2:-2] & dots[:-4] & (kinds[3:-1] == _JOINER) & (kinds[4:] == WORD)) + 2
    last = last[kinds[last - 1] == WORD]
    return np.concatenate((last, last + 1))


def _before(stretch: str, codes: npt.NDArray[np.uint32], starts: npt.NDArray[np.intp]) -> list[int]:
    initials = codes[starts]
    worded = _alphanumeric()[np.minimum(initials, _PLANE)]
    for rare in np.flatnonzero(initials >= _PLANE).tolist():
        worded[rare] = stretch[starts[rare]].isalnum()
    return [0, *np.cumsum(worded).tolist()]


@cache
def _alphanumeric() -> npt.NDArray[np.bool_]:
    return np.frombuffer(bytes(map(str.isalnum, map(chr, range(_PLANE + 1)))), dtype=np.bool_)


@cache
def _table() -> Codes:
    chars = list(map(chr, range(_PLANE + 1)))
    space = np.frombuffer(bytes(map(str.isspace, chars)), dtype=np.bool_)
    classes = "".join(map(unicodedata.category, chars)).encode("ascii")[::2]
    kinds = np.full(_PLANE + 1, MARK, dtype=np.uint8)
    kinds[space] = SPACE
    kinds[0xFEFF] = SPACE
    kinds[_alphanumeric() | (np.frombuffer(classes, dtype=np.uint8) == ord("M"))] = WORD
    for code in _JOINERS:
        kinds[code] = _JOINER
    kinds[ord(".")] = _DOT
    kinds[_PLANE] = WORD
    return kinds
