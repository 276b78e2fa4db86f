"""Folding for search: which spellings count as the same word, and the way back to the characters.

Lives here: one table from a code point to its folded form, the two shadow views of a text that the index holds
(``fold_exact``, ``fold_stem``), and tokens with their spans. Not here: the index (``store``), what a query means.

Rules. The fold looks at one code point at a time, so it is linear, never normalises a long run of combining marks
(``NFC`` is quadratic in them), and every folded character knows the character it comes from. A view is tokens set
apart by spaces, so that the index needs no tokenizer of its own: the ``ascii`` one of any SQLite build will do.
A change of the table is a change of ``FOLD``: records made with another version are indexed again.

What is the same: case, width and compatibility forms (NFKD, case folding), precomposed and combining accents,
traditional and simplified characters (one to one, by OpenCC and a few of its phrase entries), Arabic harakat and
tatweel, alif with hamza or madda, ta marbuta and ha, alif maqsura and ya, digits of any script, Russian yo and ye.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

import opencc
import snowballstemmer

FOLD = "fold/1"
LONGEST_WORD = 64  # no word: taken as it is, without a stem
LONGEST_FORM = 1_000  # FTS5 cuts tokens at 32 KiB; ours are cut before
_SPACE = " "
_FEW = 12
_MIXED = 1.3  # bytes a character from which on a text is not in ASCII but for a few characters
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
_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")
STEMMED = (*_STEMMERS, "ar")


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of a view: its folded form and the span ``[start, end)`` of the characters it comes from."""

    form: str
    start: int
    end: int


def fold_exact(chars: str) -> str:
    """The view for searching by form: folded tokens set apart by spaces.

    >>> fold_exact("The U.S. said：人權！").split()
    ['the', 'u', 's', 'said', '人', '权']
    """
    return chars.translate(_table())


def folded(char: str) -> str:
    """What one character folds to, with spaces around it where it stands alone; "" for marks, " " between tokens.

    >>> folded("Ａ"), folded("權"), folded("!")
    ('a', ' 权 ', ' ')
    """
    return _table()[ord(char)]


def forms(chars: str) -> list[str]:
    """The folded tokens of ``chars``, in order; a token of more than LONGEST_FORM characters is cut there.

    >>> forms("Straße 人權")
    ['strasse', '人', '权']
    """
    return Folded(chars).forms


def _plainer(chars: str) -> str:
    """The same tokens with the few characters that are not ASCII folded first, where that leaves ASCII alone.

    A page of English with curly quotation marks then takes the fast way of ``str.translate``, ten times faster.
    """
    if chars.isascii() or len(chars.encode(errors="surrogatepass")) > _MIXED * len(chars):
        return chars
    odd = [char for char in set(chars) if not char.isascii()]
    if len(odd) > _FEW:
        return chars
    plain = chars
    for char in odd:
        plain = plain.replace(char, _table()[ord(char)])
    return plain if plain.isascii() else chars


def _cut(chars: str, found: list[str]) -> list[str]:
    if len(chars) > LONGEST_FORM and max(map(len, found), default=0) > LONGEST_FORM:
        return [form[:LONGEST_FORM] for form in found]
    return found


def fold_stem(chars: str, lang: str) -> str:
    """The view for searching by stem: as many tokens as ``fold_exact`` gives, each a stem of ``lang``.

    Empty for a language without stems, for then it would only repeat the exact view.

    >>> fold_stem("Measures opposed", "en")
    'measur oppos'
    >>> fold_stem("والصين", "ar"), fold_stem("人权", "zh-Hans")
    ('صين', '')
    """
    return stems(forms(chars), lang)


def stems(found: list[str], lang: str) -> str:
    """The stem view of folded tokens; empty for a language without stems."""
    code = primary(lang)
    return _SPACE.join(map(_stem(code), found)) if code in STEMMED else ""


def stemming(lang: str) -> Callable[[str], str]:
    """What gives the stem of one folded token of a language with stems."""
    return _stem(primary(lang))


def stem(form: str, lang: str) -> str:
    """The stem of one folded token; the token itself for a language without stems."""
    code = primary(lang)
    return _stem(code)(form) if code in STEMMED else form


def primary(lang: str) -> str:
    """The primary language subtag: "zh" of "zh-Hans"."""
    return lang.partition("-")[0].lower()


class View:
    """The folded tokens of a stretch of characters, and the way back from a token to the characters it comes from.

    The way back is worked out only as far as it is asked for.
    """

    __slots__ = ("_at", "_ends", "_folded", "_whole", "chars", "forms")

    def __init__(self, chars: str) -> None:
        self.chars = chars
        self._folded = fold_exact(chars)
        self._whole = self._folded.split()
        self.forms = _cut(chars, self._whole)
        self._at: list[int] = []
        self._ends: list[int] | None = None

    def start(self, token: int) -> int:
        """Where the characters of a token begin."""
        return self._home(self._place(token))

    def end(self, token: int) -> int:
        """Where the characters of a token end; marks that fold to nothing (harakat) belong to the letter before."""
        return _past_marks(self.chars, self._home(self._place(token) + len(self._whole[token]) - 1) + 1)

    def _place(self, token: int) -> int:
        """Where a token begins in the folded characters."""
        if not self._at:
            at = 0
            for part in self._folded.split(_SPACE):
                if part:
                    self._at.append(at)
                at += len(part) + 1
        return self._at[token]

    def _home(self, place: int) -> int:
        """The index of the character that a folded character comes from."""
        if self._ends is None:
            table = _table()
            plain = self.chars.isascii()
            self._ends = [] if plain else list(accumulate(map(len, map(table.__getitem__, map(ord, self.chars)))))
        return bisect_right(self._ends, place) if self._ends else place


class Folded:
    """The folded tokens of a stretch (``forms``) and where they stand (as ``View`` has them), for those who ask for few
    places: only the words between white space that hold them are looked at again, for white space never folds to
    anything else.

    >>> Folded("“ﬁve-fold” 人權！").span(1, 3)
    (5, 12)
    """

    __slots__ = ("_begins", "_chars", "_parts", "_upto", "_views", "_words", "forms")

    def __init__(self, chars: str) -> None:
        self._chars = chars
        self._words: list[str] = []
        self._parts: list[tuple[str, ...]] = []
        self._upto: list[int] = []
        self._begins: list[int] = []
        self._views: dict[int, View] = {}
        plain = _plainer(chars)
        if plain.isascii():
            self.forms = _cut(chars, plain.translate(_table()).split())
        else:
            self._words = chars.split()
            self._parts = list(map(_known().__getitem__, self._words))
            self.forms = _cut(chars, list(chain.from_iterable(self._parts)))

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The characters from token ``first`` to just before token ``end``."""
        begin, edges = self._place(first)
        last, ends = self._place(end - 1)
        return begin + edges[0], last + ends[1]

    def _place(self, token: int) -> tuple[int, tuple[int, int]]:
        """Where the word that holds a token begins, and the edges of the token in it."""
        if not self._upto:
            self._words = self._words or self._chars.split()
            parts = self._parts or map(_known().__getitem__, self._words)
            self._upto = list(accumulate(map(len, parts), initial=0))
            self._begins = _beginnings(self._chars, self._words)
        number = bisect_right(self._upto, token) - 1
        return self._begins[number], self._edges(number, token - self._upto[number])

    def _edges(self, number: int, token: int) -> tuple[int, int]:
        word = self._words[number]
        if len(word) <= _Known.LONGEST:
            return _known_edges()[word][token]
        if number not in self._views:
            self._views[number] = View(word)
        view = self._views[number]
        return view.start(token), view.end(token)


def _beginnings(chars: str, words: list[str]) -> list[int]:
    """Where the words between white space begin."""
    head = chars.index(words[0]) if words else 0
    begins = list(accumulate(map((1).__add__, map(len, words)), initial=head))
    if begins.pop() - 1 == len(chars.rstrip()):  # one space between any two
        return begins
    begins, at = [], 0
    for word in words:
        at = chars.index(word, at)
        begins.append(at)
        at += len(word)
    return begins


class _Known(dict[str, tuple[str, ...]]):
    """A word between white space -> its folded tokens: a language's words come again and again. Up to a bound."""

    BOUND = 50_000
    LONGEST = 32

    def __missing__(self, word: str) -> tuple[str, ...]:
        made = tuple(word.translate(_table()).split())
        if len(word) <= self.LONGEST:
            if len(self) >= self.BOUND:
                self.clear()
            self[word] = made
        return made


@cache
def _known() -> _Known:
    return _Known()


class _Edges(dict[str, tuple[tuple[int, int], ...]]):
    """A short word between white space -> the edges of its folded tokens in it. Up to a bound."""

    def __missing__(self, word: str) -> tuple[tuple[int, int], ...]:
        made = tuple((token.start, token.end) for token in tokens(word))
        if len(self) >= _Known.BOUND:
            self.clear()
        self[word] = made
        return made


@cache
def _known_edges() -> _Edges:
    return _Edges()


def tokens(chars: str) -> list[Token]:
    """The tokens of the exact view with the spans they come from.

    >>> tokens("ﬁve 人")
    [Token(form='five', start=0, end=3), Token(form='人', start=4, end=5)]
    """
    view = View(chars)
    return [Token(form, view.start(i), view.end(i)) for i, form in enumerate(view.forms)]


def _past_marks(chars: str, end: int) -> int:
    """Marks that fold to nothing (harakat) belong to the letter before them."""
    while end < len(chars) and unicodedata.category(chars[end]) == "Mn" and not _table()[ord(chars[end])]:
        end += 1
    return end


class _Table(dict[int, str]):
    """Code point -> folded form, filled as code points are met."""

    def __missing__(self, code: int) -> str:
        form = self[code] = _fold_one(chr(code))
        return form


@cache
def _table() -> _Table:
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
    return _SPACE


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


class _Stems(dict[str, str]):
    """Folded token -> stem, for one language; grows with the vocabulary, up to a bound."""

    BOUND = 200_000

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, form: str) -> str:
        if len(self) >= self.BOUND:
            self.clear()
        made = self[form] = self._make(form) if len(form) <= LONGEST_WORD else form
        return made


@cache
def _stem(code: str) -> Callable[[str], str]:
    if code == "ar":
        return _Stems(_stem_arabic).__getitem__
    stemmer = snowballstemmer.stemmer(_STEMMERS[code])

    def make(form: str) -> str:
        # stemmers know the precomposed letters; what they return is folded again
        return "".join(fold_exact(stemmer.stemWord(unicodedata.normalize("NFC", form))).split()) or form

    return _Stems(make).__getitem__


def _stem_arabic(form: str) -> str:
    """A word without its article and the particles written with it; what remains has two letters or more."""
    for prefix in _ARABIC_PREFIXES:
        if form.startswith(prefix) and len(form) >= len(prefix) + 2:
            return form.removeprefix(prefix)
    return form
