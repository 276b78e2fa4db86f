"""Units of alignment: what is compared across languages, with places.

Lives here: characters -> units. A word of a spaced script is its stem, a Chinese stretch is cut by the longest words
of a list, numbers and months have keys of their own ("#12", "#m3"). Not here: which units translate each other
(``lexicon``). One pass over the characters, one table look-up for each word: alignment of whole books begins here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from onrecord.knowledge import lexicons
from onrecord.text import fold
from onrecord.text.align import numbers
from onrecord.text.detect import is_han
from onrecord.text.match import american

COMMA_DECIMAL = frozenset({"fr", "es", "ru", "ar", "de", "pt", "it"})
LONGEST = 10  # characters of the longest listed Chinese word
_SEPARATORS = ".,\u066b\u066c"
_PERCENT = "百分之"
_BOUND = 100_000
_FOREIGN = frozenset({"zh", "ja", "ru", "ar"})  # languages with a script of their own


@dataclass(slots=True)
class Units:
    """The units of one sentence: ``keys`` with the places ``[start, end)`` of the characters they come from.

    ``named`` are the places in ``keys`` of units written with a capital: they can be names.
    """

    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.keys)

    def add(self, key: str, start: int, end: int) -> None:
        """One more unit at the end."""
        self.keys.append(key)
        self.starts.append(start)
        self.ends.append(end)

    def join(self, more: Units, shift: int) -> None:
        """The units of what stands ``shift`` code points further on, at the end."""
        before = len(self.keys)
        self.keys += more.keys
        self.starts += [start + shift for start in more.starts]
        self.ends += [end + shift for end in more.ends]
        self.named += [at + before for at in more.named]

    def last(self, start: int) -> str:
        """The key of the last unit if nothing but one white space stands between it and ``start``; else ""."""
        return self.keys[-1] if self.keys and start - self.ends[-1] <= 1 else ""


class _Kinds(dict[str, str]):
    """Character -> l(etter), d(igit), h(an) or "" for what stands between."""

    def __missing__(self, char: str) -> str:
        category = unicodedata.category(char)
        kind = "h" if is_han(char) else "d" if category == "Nd" else "l" if category[0] in "LM" else ""
        self[char] = kind
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


class _Keys(dict[str, str]):
    """Word as written -> its key; grows with the vocabulary, up to a bound."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self._numbers = {form if lang == "en" else stemmed(form, lang): n for form, n in lexicons.numbers(lang).items()}

    def __missing__(self, word: str) -> str:
        if len(self) >= _BOUND:
            self.clear()
        self[word] = made = self._make(word)
        return made

    def _make(self, word: str) -> str:
        if self._lang in _FOREIGN and word.isascii():
            return keys("en")[word]  # a Latin word among others is the same word in both languages
        if self._lang == "en":
            if word in ("US", "USA"):
                return "usa"
            number = self._numbers.get(word) or (self._numbers.get(word.lower()) if not word[0].isupper() else None)
            number = number or (self._numbers.get(word.lower()) if word.lower() != "may" else None)
            if number and number[0] == "m" and not word[0].isupper():
                number = None
        else:
            number = self._numbers.get(stemmed(word, self._lang))
        return f"#{number}" if number else stemmed(word, self._lang)


def stemmed(word: str, lang: str) -> str:
    """The unit of a word: its folded stem."""
    plain = "".join(fold.forms(word))
    return fold.stem(american(plain) if lang == "en" else plain, lang)


@cache
def keys(lang: str) -> _Keys:
    """The table of a language's words."""
    return _Keys(lang)


def units(chars: str, lang: str, words: Collection[str] = frozenset()) -> Units:
    """The units of a sentence; ``lang`` is a primary subtag, ``words`` the Chinese words known (simplified script).

    >>> units("In March 2012, 1.2 billion dollars", "en").keys
    ['in', '#m3', '#2012', '#1200000000', 'dollar']
    >>> units("2012年3月，12亿美元", "zh", {"美元"}).keys
    ['#2012', '年', '#m3', '#1200000000', '美元']
    """
    found = Units()
    kinds, table = _kinds(), keys(lang)
    at, size = 0, len(chars)
    while at < size:
        kind = kinds[chars[at]]
        if not kind:
            at += 1
            continue
        end = at + 1
        while end < size and kinds[chars[end]] == kind:
            end += 1
        if kind == "l":
            _word(found, chars, (at, end), table)
        elif kind == "h":
            _han(found, fold.simplified(chars[at:end]), at, words)
        else:
            end = _number(found, chars, at, lang)
        at = end
    return found


def _word(found: Units, chars: str, span: tuple[int, int], table: _Keys) -> None:
    start, end = span
    key = table[chars[start:end]]
    if key[:2] == "#x":
        before = found.last(start)
        if before[:1] == "#" and before[1:2].isdigit():
            found.keys[-1] = numbers.key(float(before[1:]) * float(key[2:]))
            found.ends[-1] = end
            return
        key = f"#{key[2:]}"
    elif end - start == 1 and _initials(found, chars, start):
        found.keys[-1] = "usa" if found.keys[-1] + key == "us" else found.keys[-1] + key
        found.ends[-1] = end
        return
    if chars[start].isupper():
        found.named.append(len(found.keys))
    found.add(key, start, end)


def _initials(found: Units, chars: str, start: int) -> bool:
    """True for a capital after a capital and a full stop: "U.S." is one word."""
    if not found.ends or found.ends[-1] != start - 1 or chars[start - 1] != "." or not chars[start].isupper():
        return False
    return chars[found.starts[-1] : start - 1].isupper()


def _number(found: Units, chars: str, start: int, lang: str) -> int:
    """Read the number that begins at ``start``; where it ends."""
    kinds, size = _kinds(), len(chars)
    end = start
    while end < size and (
        kinds[chars[end]] == "d" or (chars[end] in _SEPARATORS and end + 1 < size and kinds[chars[end + 1]] == "d")
    ):
        end += 1
    plain = "".join(str(unicodedata.decimal(c, c)) for c in chars[start:end])
    value = numbers.digits(plain, comma_decimal=lang in COMMA_DECIMAL)
    scale = end
    while scale < size and chars[scale] in "万亿萬億百千":
        scale += 1
    if value is None:
        found.add(chars[start:end], start, end)
        return end
    if scale > end:
        found.add(numbers.key(numbers.scaled(value, fold.simplified(chars[end:scale]))), start, scale)
        return scale
    if lang in COMMA_DECIMAL and end - start == 3 and chars[start - 1 : start] in (" ", "\xa0", "\u202f"):
        before = found.last(start)
        if (
            before[:1] == "#"
            and before[1:].isdigit()
            and chars[start:end].isdigit()
            and chars[found.starts[-1]].isdigit()
        ):
            found.keys[-1] = numbers.key(float(before[1:]) * 1000 + value)
            found.ends[-1] = end
            return end
    if chars[end : end + 1] == "月" and 1 <= value <= 12:
        found.add(f"#m{round(value)}", start, end + 1)
        return end + 1
    found.add(numbers.key(value), start, end)
    return end


def _han(found: Units, run: str, offset: int, words: Collection[str]) -> None:
    """Cut a run of Chinese characters: the longest listed word first, else a numeral, else one character."""
    at, size = 0, len(run)
    while at < size:
        if run.startswith(_PERCENT, at):
            at += len(_PERCENT)
            continue
        longest = next((n for n in range(min(LONGEST, size - at), 1, -1) if run[at : at + n] in words), 1)
        end = at
        while end < size and run[end] in numbers.HAN_NUMERALS:
            end += 1
        if end - at > (longest if longest > 1 else 0) and _numeral(found, run, (at, end), offset):
            at = found.ends[-1] - offset
            continue
        found.add(run[at : at + longest], offset + at, offset + at + longest)
        at += longest


def _numeral(found: Units, run: str, span: tuple[int, int], offset: int) -> bool:
    start, end = span
    value = numbers.han(run[start:end])
    if value is None or (value < 2 and end - start == 1):
        return False
    if run[end : end + 1] == "月" and 1 <= value <= 12:
        found.add(f"#m{round(value)}", offset + start, offset + end + 1)
    else:
        found.add(numbers.key(value), offset + start, offset + end)
    return True
