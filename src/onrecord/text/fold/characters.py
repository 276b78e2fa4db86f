"""The fold of one code point: the table, and the exact view of a stretch.

Lives here: which characters count as the same. Not here: tokens and their places (``views``), stems (``stemmers``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

import opencc

SPACE = " "
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2EE60), (0x30000, 0x323B0))
# written without spaces between words: each character is a token of its own, as Han characters are
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3008), (0x3040, 0x30FF), (0x31F0, 0x31FF))
_HANGUL = (0xAC00, 0xD7A4)
_ARABIC = ((0x0600, 0x0700), (0x0750, 0x0780), (0x08A0, 0x0900))
# OpenCC decides these by the phrase they stand in; a fold looks at one character, so both spellings meet in one
_PHRASE_CHARACTERS = {"著": "着", "瞭": "了", "覆": "复", "藉": "借", "妳": "你", "馀": "余"}
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "",
    "ئ": "ئ", "ؤ": "ؤ",  # other words: not to lose their hamza, as decomposing them would
    "ё": "е", "Ё": "е", "ı": "i",
}  # fmt: skip


def fold_exact(chars: str) -> str:
    """The view for searching by form: folded tokens set apart by spaces.

    >>> fold_exact("The U.S. said：人權！").split()
    ['the', 'u', 's', 'said', '人', '权']
    """
    return chars.translate(table())


def folded(char: str) -> str:
    """What one character folds to, with spaces around it where it stands alone; "" for marks, " " between tokens.

    >>> folded("Ａ"), folded("權"), folded("!")
    ('a', ' 权 ', ' ')
    """
    return table()[ord(char)]


class _Table(dict[int, str]):
    """Code point -> folded form, filled as code points are met."""

    def __missing__(self, code: int) -> str:
        form = self[code] = _fold_one(chr(code))
        return form


@cache
def table() -> _Table:
    """The table, made as it is first asked for."""
    return _Table()


def _fold_one(char: str) -> str:
    code = ord(char)
    if char in _LETTERS:
        return _LETTERS[char]
    if _within(code, _HAN):
        return f" {_simplified(unicodedata.normalize('NFKC', char))} "
    if _HANGUL[0] <= code < _HANGUL[1]:
        return char
    folded = "".join(_kept(c) for c in unicodedata.normalize("NFKD", char).casefold())
    return f" {' '.join(folded)} " if _within(code, _UNSPACED) and folded.strip() else folded


def _kept(char: str) -> str:
    """One decomposed, lower-case character: itself, a digit, nothing, or a space where a token ends."""
    category, code = unicodedata.category(char), ord(char)
    if char in _LETTERS:
        return _LETTERS[char]
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category[0] == "M":
        return "" if _within(code, _ARABIC) or 0xFE00 <= code < 0xFE10 else char
    if category == "Cf":
        return ""
    if category[0] in "LN" or category == "Co":
        return f" {_simplified(char)} " if _within(code, _HAN) else char
    return SPACE


def _within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(low <= code < high for low, high in ranges)


class _Simple(dict[int, int]):
    """Code point -> code point of the simplified character; grows with the characters met."""

    def __missing__(self, code: int) -> int:
        made = ord(_simplified(chr(code))) if _within(code, _HAN) else code
        self[code] = made
        return made


@cache
def _simple() -> _Simple:
    return _Simple()


def simplified(chars: str) -> str:
    """The characters as simplified script writes them, each converted alone, so that every place stays its own.

    >>> simplified("關稅 10%")
    '关税 10%'
    """
    return chars.translate(_simple())


def _simplified(char: str) -> str:
    """A character as simplified script writes it, converted alone; one that no script writes otherwise stays."""
    if char in _PHRASE_CHARACTERS or char == "么":
        return _PHRASE_CHARACTERS.get(char, char)
    for convert in _converters():
        once = convert(char)
        if once != char and len(once) == 1:
            again = _converters()[0](once)
            return str(again if len(again) == 1 else once)
    return char


@cache
def _converters() -> tuple[Callable[[str], str], ...]:
    return tuple(opencc.OpenCC(name).convert for name in ("t2s", "hk2s", "tw2s"))
