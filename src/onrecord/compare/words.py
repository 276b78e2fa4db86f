"""Words as they are compared: letters, numbers and signs that carry meaning, each with its place.

Lives here: cutting. Not here: units of passage search (``text.passages``: they are for finding, and know no "1.5").
A number is one word with its separators, so that "1.5" is not "15" and "3,000" is "3000"; letters with stops are one
("U.S." is "us"), so are letters with brackets or an apostrophe inside ("[t]he", "don't"); a Han, Kana or Thai
character is a word by itself.
Case, width, accents and traditional characters are folded (``text.fold``).
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal

from onrecord.text.fold import folded, forms
from onrecord.text.match import american

Kind = Literal["word", "number", "han", "sign"]
WORD_WEIGHT, HAN_WEIGHT = 3, 2
_LETTER, _NUMBER, _ALONE, _SIGN, _APOSTROPHE, _BRACKET, _POINT, _MINUS, _OTHER = "LNHSABPM "
_MARKS = {
    **dict.fromkeys("%‰$€£¥°₽", _SIGN), **dict.fromkeys("'’ʼ", _APOSTROPHE), **dict.fromkeys("[]\\", _BRACKET),
    **dict.fromkeys(".,٫٬", _POINT), **dict.fromkeys("-−", _MINUS),
}  # fmt: skip
_BEFORE_MINUS = "($€£¥~"
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_GROUP = 3
_LETTERS = string.ascii_letters


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded form, its place ``[start, end)`` in the characters, and its kind."""

    form: str
    start: int
    end: int
    kind: Kind

    @property
    def weight(self) -> int:
        """A word weighs 3, a character that is a word by itself 2."""
        return HAN_WEIGHT if self.kind == "han" else WORD_WEIGHT

    @property
    def numeral(self) -> bool:
        """True for a number, in figures or as a Han numeral."""
        return self.kind == "number" or (self.kind == "han" and self.form in _NUMERALS)


def cut(chars: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``chars[start:end]``, with places in ``chars``.

    >>> [w.form for w in cut("The U.S. paid $3,000, 1.5% of it; [t]he rest: 權利。")]
    ['the', 'us', 'paid', '$', '3000', '1.5', '%', 'of', 'it', 'the', 'rest', '权', '利']
    """
    part = chars[start:end]
    classes = part.translate(_classes())
    runs: list[tuple[str, int, int]] = []
    at = 0
    for name, run in groupby(classes):
        size = sum(1 for _ in run)
        runs.append((name, at, at + size))
        at += size
    found: list[Word] = []
    n = 0
    while n < len(runs):
        name, first, last = runs[n]
        n += 1
        if name in (_ALONE, _SIGN):
            kind: Kind = "han" if name == _ALONE else "sign"
            found += [Word(_form(part[i], kind), start + i, start + i + 1, kind) for i in range(first, last)]
        elif name in (_LETTER, _NUMBER):
            n, last = _whole(runs, n, part)
            kind = "word" if name == _LETTER else "number"
            if kind == "number" and first and _is_minus(part, first - 1):
                first -= 1
            form = _form(part[first:last], kind)
            if form:
                found.append(Word(form, start + first, start + last, kind))
    return found


def _whole(runs: list[tuple[str, int, int]], n: int, part: str) -> tuple[int, int]:
    """From the run before ``n``, letters or digits, to the end of its word: the next run, and where the word ends."""
    name, first, last = runs[n - 1]
    dotted = name == _LETTER and last - first == 1
    while n + 1 < len(runs):
        (joint, _, at), (after, begin, end) = runs[n], runs[n + 1]
        single = at - last == 1
        if name == _LETTER:
            joins = after == _LETTER and ((joint == _APOSTROPHE and single) or joint == _BRACKET)
            if dotted and joint == _POINT and single and part[at - 1] == ".":
                joins = after == _LETTER and end - begin == 1
        else:
            joins = after == _NUMBER and joint in (_POINT, _APOSTROPHE) and single
        if not joins:
            break
        n, last = n + 2, end
    if name == _NUMBER and n < len(runs) and runs[n][0] == _LETTER and part[runs[n][1]].isascii():
        n, last = n + 1, runs[n][2]
    elif dotted and "." in part[first:last] and part[last : last + 1] == ".":
        last += 1
    return n, last


def _is_minus(part: str, at: int) -> bool:
    """True for a minus sign, which is no hyphen and no dash between two numbers."""
    return part[at] in "-−" and (at == 0 or part[at - 1].isspace() or part[at - 1] in _BEFORE_MINUS)


class _Classes(dict[int, str]):
    """Code point -> what it is to a word, filled as code points are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        made = self[code] = _MARKS.get(char) or _class(char)
        return made


def _class(char: str) -> str:
    if char.isdecimal():
        return _NUMBER
    category = unicodedata.category(char)
    if category[0] in "LN":
        return _ALONE if folded(char).startswith(" ") else _LETTER
    return _LETTER if category == "Mn" or char == "ـ" else _OTHER


@cache
def _classes() -> _Classes:
    return _Classes()


@lru_cache(maxsize=50_000)
def _form(printed: str, kind: Kind) -> str:
    if kind == "sign":
        return printed
    if kind == "number":
        return _number(printed)
    return "'".join("".join(forms(part)) for part in printed.translate(_DROPPED).split("'"))


_DROPPED: dict[int, str | None] = {**{ord(mark): None for mark in ".[]\\"}, ord("’"): "'", ord("ʼ"): "'"}


def _number(printed: str) -> str:
    """Digits without separators of thousands; any other separator as a point.

    >>> [_number(n) for n in ("3,000", "1.5", "1,5", "1.234.567", "０７", "−5", "47th")]
    ['3000', '1.5', '1.5', '1234567', '07', '-5', '47th']
    """
    sign = "-" if printed[0] in "-−" else ""
    bare = printed.rstrip(_LETTERS)
    tail = printed[len(bare) :].lower()
    parts = "".join(c if c.isdecimal() else " " for c in bare).split()
    plain = ["".join(forms(part)) for part in parts]
    grouped = len(plain[0]) <= _GROUP and all(len(part) == _GROUP for part in plain[1:])
    return sign + ("" if grouped else ".").join(plain) + tail


@lru_cache(maxsize=50_000)
def spelled(form: str) -> str:
    """A form by which spellings of one word are equal ("defence", "defense")."""
    return american(form)


def key(words: Sequence[Word]) -> str:
    """Words written on to each other: equal for "co-operation" and "cooperation"."""
    return "".join(spelled(w.form) for w in words)


def weight(words: Sequence[Word]) -> int:
    """The weight of words together."""
    return sum(w.weight for w in words)
