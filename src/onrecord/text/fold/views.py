"""Folded tokens and the way back to the characters they come from.

Lives here: tokens with their spans, the views of a stretch. Not here: which characters are the same (``characters``),
stems (``stemmers``).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from onrecord.text.fold.characters import SPACE, fold_exact, table
from onrecord.text.memo import Memo

LONGEST_FORM = 1_000  # FTS5 cuts tokens at 32 KiB; ours are cut before
_SHORT = 32  # characters of a word between white space that is worth holding
_FEW = 12
_MIXED = 1.3  # bytes a character from which on a text is not in ASCII but for a few characters


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of a view: its folded form and the span ``[start, end)`` of the characters it comes from."""

    form: str
    start: int
    end: int


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
        plain = plain.replace(char, table()[ord(char)])
    return plain if plain.isascii() else chars


def _cut(chars: str, found: list[str]) -> list[str]:
    if len(chars) > LONGEST_FORM and max(map(len, found), default=0) > LONGEST_FORM:
        return [form[:LONGEST_FORM] for form in found]
    return found


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
            for part in self._folded.split(SPACE):
                if part:
                    self._at.append(at)
                at += len(part) + 1
        return self._at[token]

    def _home(self, place: int) -> int:
        """The index of the character that a folded character comes from."""
        if self._ends is None:
            lengths = map(len, map(table().__getitem__, map(ord, self.chars)))
            self._ends = [] if self.chars.isascii() else list(accumulate(lengths))
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
            self.forms = _cut(chars, plain.translate(table()).split())
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
        if len(word) <= _SHORT:
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


@cache
def _known() -> Memo[str, tuple[str, ...]]:
    """Word between white space -> its folded tokens."""
    return Memo(lambda word: tuple(word.translate(table()).split()), keep=lambda word: len(word) <= _SHORT)


@cache
def _known_edges() -> Memo[str, tuple[tuple[int, int], ...]]:
    """Short word between white space -> the edges of its folded tokens in it."""
    return Memo(lambda word: tuple((token.start, token.end) for token in tokens(word)))


def tokens(chars: str) -> list[Token]:
    """The tokens of the exact view with the spans they come from.

    >>> tokens("ﬁve 人")
    [Token(form='five', start=0, end=3), Token(form='人', start=4, end=5)]
    """
    view = View(chars)
    return [Token(form, view.start(i), view.end(i)) for i, form in enumerate(view.forms)]


def _past_marks(chars: str, end: int) -> int:
    """Marks that fold to nothing (harakat) belong to the letter before them."""
    while end < len(chars) and unicodedata.category(chars[end]) == "Mn" and not table()[ord(chars[end])]:
        end += 1
    return end
