"""Finding many known phrases at once, over folded text, with exact places.

Lives here: the matcher. Not here: which phrases (packs), folding (``fold``). One pass over the folded tokens: at each
token, one set look-up for every length that a phrase beginning with that token has, so time is linear in the text for
any number of phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from onrecord.model import Span
from onrecord.text import fold

Key = TypeVar("Key")
Spell = Callable[[list[str]], list[str]]
_ENDINGS = (
    ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("tre", "ter"), ("tred", "tered"),
    ("ence", "ense"), ("ences", "enses"), ("gramme", "gram"), ("grammes", "grams"),
)  # fmt: skip


def stemmer(lang: str) -> Spell | None:
    """Stems of a language, for phrases that are found in every inflection; None for a language without stems."""
    code = fold.primary(lang)
    if code == "en":
        spelt = _english()
        return lambda words: list(map(spelt.__getitem__, words))
    return (lambda words: fold.stems(words, code).split()) if code in fold.STEMMED else None


class _English(dict[str, str]):
    """Word -> stem of its American spelling; grows with the vocabulary, up to a bound."""

    BOUND = 50_000

    def __missing__(self, word: str) -> str:
        made = fold.stem(american(word), "en")
        if len(self) >= self.BOUND:
            self.clear()
        self[word] = made
        return made


@cache
def _english() -> _English:
    return _English()


def american(word: str) -> str:
    """An English word as American spelling has it; it need not be a word, for both sides are spelt alike.

    >>> [american(word) for word in ("civilisation", "politicised", "labour", "centred", "defence", "hour", "rise")]
    ['civilization', 'politicized', 'labor', 'centered', 'defense', 'hour', 'rise']
    """
    word = word.replace("isation", "ization")
    for old, new in _ENDINGS:
        if word.endswith(old) and len(word) > len(old) + 2:
            word = word.removesuffix(old) + new
            break
    at = word.find("our")
    return word[:at] + "or" + word[at + 3 :] if at >= 3 else word


def words_of(phrase: str, spell: Spell | None = None) -> tuple[str, ...]:
    """The words of a phrase as they are compared."""
    words = _folded(phrase)
    return tuple(spell(list(words))) if spell else words


def _without(phrase: str, spell: Spell | None, fillers: frozenset[str]) -> tuple[str, ...]:
    """The compared words of a phrase without fillers; none of a phrase with a filler at its edge, or of one word."""
    words = _folded(phrase)
    left = [word for word in words if word not in fillers]
    if len(left) < 2 or words[0] in fillers or words[-1] in fillers:
        return ()
    return tuple(spell(left)) if spell else tuple(left)


@lru_cache(maxsize=16_384)
def _folded(phrase: str) -> tuple[str, ...]:
    """The packs' phrases are asked for again by the tables of every language."""
    return tuple(fold.fold_exact(phrase).split())


def _descending(seconds: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    """Lengths of phrases by their second word, longest first; a phrase of one word stands before any."""
    single = seconds[""]
    return {
        second: tuple(sizes) if len(sizes) == 1 and sizes >= single else tuple(sorted(sizes | single, reverse=True))
        for second, sizes in seconds.items()
    }


@dataclass(frozen=True, slots=True)
class _Index(Generic[Key]):
    by_words: dict[tuple[str, ...], Key]
    lengths: dict[str, dict[str, tuple[int, ...]]]  # by first and second word ("": phrases of one word)
    lasts: dict[str, dict[int, set[str]]]  # last words by first word and length: phrases that may have a word more


class Matcher(Generic[Key]):
    """Known phrases, each with what it stands for. Case, width, accents and Han variants do not matter.

    ``spell`` makes of the folded words of phrases and texts, one for one, the words that are compared (``stemmer``).
    ``fillers`` are folded words that are not compared, in phrases and texts ("the", "and"); a phrase that begins or
    ends with one is found by none. ``wide``: a phrase of so many words or more is also found with one word more inside
    (0: none); only when overlapping ones are asked for.

    >>> found = Matcher({"win-win": "w", "win-win outcomes": "o"}).find("For Win–Win  outcomes.", Span(0, 22))
    >>> [(span.start, span.end, key) for span, key in found]
    [(4, 21, 'o')]
    >>> [span.end for span, _ in Matcher({"win-win outcome": "o"}, stemmer("en")).find("win-win outcomes", Span(0, 16))]
    [16]
    """

    def __init__(
        self,
        phrases: Mapping[str, Key],
        spell: Spell | None = None,
        fillers: frozenset[str] = frozenset(),
        wide: int = 0,
    ) -> None:
        rows = reversed(tuple(phrases.items()))
        by_words = {_without(p, spell, fillers) if fillers else words_of(p, spell): key for p, key in rows}
        self._set(by_words, spell, fillers, wide)

    @classmethod
    def of_words(cls, by_words: dict[tuple[str, ...], Key], spell: Spell | None = None) -> Matcher[Key]:
        """A matcher of phrases given as their compared words (``words_of``)."""
        made = cls({}, spell)
        made._set(by_words, spell)
        return made

    def _set(
        self,
        by_words: dict[tuple[str, ...], Key],
        spell: Spell | None,
        fillers: frozenset[str] = frozenset(),
        wide: int = 0,
    ) -> None:
        by_words.pop((), None)
        lengths: dict[str, dict[str, set[int]]] = {}
        lasts: dict[str, dict[int, set[str]]] = {}
        for words in by_words:
            seconds = lengths.setdefault(words[0], {"": set()})
            seconds.setdefault(words[1] if len(words) > 1 else "", set()).add(len(words))
            if 1 < wide <= len(words):
                lasts.setdefault(words[0], {}).setdefault(len(words), set()).add(words[-1])
        self._index = _Index(by_words, {first: _descending(seconds) for first, seconds in lengths.items()}, lasts)
        self._spell, self._fillers = spell, fillers

    def __len__(self) -> int:
        return len(self._index.by_words)

    def find(
        self, chars: str, span: Span, *, overlapping: bool = False, forms: list[str] | None = None
    ) -> list[tuple[Span, Key]]:
        """Phrases in ``chars[span]``, in order; where two overlap, the one that starts first, then the longer, or
        both when ``overlapping`` (of those that start at one word, the longest). ``forms`` are the folded words of
        the span, for those who have them."""
        stretch = span.of(chars)
        words = fold.forms(stretch) if forms is None else forms
        if self._fillers:
            kept = [i for i, word in enumerate(words) if word not in self._fillers]
            words = [words[i] for i in kept]
        if self._spell:
            words = self._spell(words)
        hits = self._hits(words, overlapping)
        if overlapping and self._index.lasts:
            hits += self._wider(words)
        if not hits:
            return []
        if self._fillers:
            hits = [(kept[i], kept[i + n - 1] - kept[i] + 1, key) for i, n, key in hits]
        places = fold.Places(stretch)
        return [(Span(*places.span(i, i + n)).shift(span.start), key) for i, n, key in hits]

    def _hits(self, words: list[str], overlapping: bool = False) -> list[tuple[int, int, Key]]:
        by_words, lengths = self._index.by_words, self._index.lengths
        if lengths.keys().isdisjoint(words):
            return []
        hits: list[tuple[int, int, Key]] = []
        free = 0
        last = len(words) - 1
        for i in [i for i, word in enumerate(words) if word in lengths]:
            if i < free:
                continue
            seconds = lengths[words[i]]
            for n in seconds.get(words[i + 1], seconds[""]) if i < last else seconds[""]:
                phrase = tuple(words[i : i + n])
                if len(phrase) == n and phrase in by_words:
                    hits.append((i, n, by_words[phrase]))
                    free = i + 1 if overlapping else i + n
                    break
        return hits

    def _wider(self, words: list[str]) -> list[tuple[int, int, Key]]:
        """Phrases with one word more inside: first word, number of words with it, key."""
        by_words, lasts = self._index.by_words, self._index.lasts
        if lasts.keys().isdisjoint(words):
            return []
        return [
            (i, n + 1, by_words[phrase])
            for i in [i for i, word in enumerate(words) if word in lasts]
            for n, ends in lasts[words[i]].items()
            if i + n < len(words) and words[i + n] in ends
            for at in range(i + 1, i + n)
            if (phrase := (*words[i:at], *words[at + 1 : i + n + 1])) in by_words
        ]
