"""Finding many known phrases at once, over folded text, with exact places.

Lives here: the matcher, and several of them asked at once. Not here: which phrases (packs), folding (``fold``). One
pass over the folded tokens finds those by which phrases are looked for (the anchor of a phrase is its rarest word); a
phrase is compared where the word beside its anchor stands there too, so time is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Generic, TypeVar

import re2

from onrecord.model import Span
from onrecord.text import fold
from onrecord.text.memo import Memo

Key = TypeVar("Key")
Spell = Callable[[list[str]], list[str]]
NEAR = 2  # words from an anchor to the word beside it, with one word more between them
_SMALL = 3  # letters of words that are likely grammar
_ENDINGS = (
    ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("tre", "ter"), ("tred", "tered"),
    ("ence", "ense"), ("ences", "enses"), ("gramme", "gram"), ("grammes", "grams"), ("yse", "yze"), ("ysed", "yzed"),
    ("yses", "yzes"), ("ysing", "yzing"), ("ogue", "og"),
    ("ogues", "ogs"),
)  # fmt: skip
_DOUBLED = re2.compile(r"([aeiou][a-z]*?[^aeiouy][aeo]l)l(ing|ed|er|ers|or|ors)$")  # travelling, labelled, counsellor


def stemmer(lang: str) -> Spell | None:
    """Stems of a language, for phrases that are found in every inflection; None for a language without stems. One
    language has one, so that those who share it can share what it made."""
    return _stemmer(fold.primary(lang))


@cache
def _stemmer(code: str) -> Spell | None:
    if code != "en" and code not in fold.STEMMED:
        return None
    spelt = _english().__getitem__ if code == "en" else fold.stemming(code)
    return lambda words: list(map(spelt, words))


@cache
def _english() -> Memo[str, str]:
    """Word -> stem of its American spelling."""
    return Memo(lambda word: fold.stem(american(word), "en"))


def american(word: str) -> str:
    """An English word as American spelling has it; it need not be a word, for both sides are spelt alike.

    >>> [american(word) for word in ("civilisation", "politicised", "labour", "centred", "defence", "hour", "rise")]
    ['civilization', 'politicized', 'labor', 'centered', 'defense', 'hour', 'rise']
    >>> [american(word) for word in ("travelling", "labelled", "analysed", "judgement", "telling", "called", "filled")]
    ['traveling', 'labeled', 'analyzed', 'judgment', 'telling', 'called', 'filled']
    """
    word = word.replace("isation", "ization").replace("dgement", "dgment")
    if "ll" in word:
        word = _DOUBLED.sub(r"\1\2", word)
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


_Row = tuple[int, tuple[str, ...]]  # which word of a phrase is its anchor; the phrase
_Rows = dict[str, list[_Row]]


class _Anchored:
    """The phrases of one anchor: those of one word, others by the word after it, or before it where it is the last;
    ``beside`` are these words."""

    __slots__ = ("after", "alone", "before", "beside")

    def __init__(self) -> None:
        self.alone: list[_Row] = []
        self.after: _Rows = {}
        self.before: _Rows = {}
        self.beside: set[str] = set()


def _anchored(phrases: Iterable[tuple[str, ...]]) -> dict[str, _Anchored]:
    """Phrases by the word of each by which it is looked for: of the longer words the one that fewest phrases have. A
    text is full of "the" and "to"; most of it is then passed over at the first look."""
    phrases = list(phrases)
    uses = Counter(chain.from_iterable(phrases))
    rarely = uses.total()
    found: dict[str, _Anchored] = {}
    for phrase in phrases:
        ranks = [uses[word] + (rarely if len(word) <= _SMALL else 0) for word in phrase]
        at = ranks.index(min(ranks))
        rows = found.get(phrase[at])
        if rows is None:
            rows = found[phrase[at]] = _Anchored()
        if len(phrase) == 1:
            rows.alone.append((at, phrase))
            continue
        side, beside = (rows.after, phrase[at + 1]) if at + 1 < len(phrase) else (rows.before, phrase[at - 1])
        rows.beside.add(beside)
        if beside in side:
            side[beside].append((at, phrase))
        else:
            side[beside] = [(at, phrase)]
    return found


def _has_one_more(words: list[str], start: int, phrase: tuple[str, ...]) -> bool:
    """True when a phrase stands at ``start`` with one word more inside."""
    size = len(phrase)
    end = start + size
    if start < 0 or end >= len(words) or words[start] != phrase[0] or words[end] != phrase[-1]:
        return False
    at = next((i for i in range(1, size - 1) if words[start + i] != phrase[i]), size - 1)
    return words[start + at + 1 : end + 1] == list(phrase[at:])


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
        self._by_words, self._anchors, self._wide = by_words, _anchored(by_words), wide
        self._spell, self._fillers = spell, fillers
        self._alone = Matchers((self,))

    def __len__(self) -> int:
        return len(self._by_words)

    def find(self, chars: str, span: Span, *, overlapping: bool = False) -> list[tuple[Span, Key]]:
        """Phrases in ``chars[span]``, in order; where two overlap, the one that starts first, then the longer, or
        both when ``overlapping`` (of those that start at one word, the longest)."""
        return self._alone.find(chars, span, overlapping=overlapping)

    @property
    def spell(self) -> Spell | None:
        """What makes of folded words those that are compared."""
        return self._spell

    def looks_for(self, word: str, spelt: str) -> bool:
        """True when phrases are looked for by a folded word, which is compared as ``spelt``."""
        return spelt in self._anchors and word not in self._fillers

    def hits(self, seen: _Seen, places: list[int], overlapping: bool) -> list[tuple[int, int, Key]]:
        """Phrases whose anchors stand at some of the tokens ``places``: first token, how many, key."""
        words = seen.spelt(self._spell)
        if not self._fillers:
            return self._hits(words, places, overlapping)
        kept = seen.kept(self._fillers)
        words = [words[i] for i in kept]
        hits = self._hits(words, [bisect_left(kept, at) for at in places], overlapping)
        return [(kept[i], kept[i + n - 1] - kept[i] + 1, key) for i, n, key in hits]

    def _hits(self, words: list[str], places: list[int], overlapping: bool) -> list[tuple[int, int, Key]]:
        longest: dict[int, int] = {}
        more: set[tuple[int, tuple[str, ...]]] = set()
        wide = self._wide if overlapping else 0
        for place, (at, phrase) in self._near(words, places, NEAR if wide > 1 else 1):
            start, size = place - at, len(phrase)
            fits = (
                0 <= start <= len(words) - size and words[start] == phrase[0] and words[start + size - 1] == phrase[-1]
            )
            if fits and size > longest.get(start, 0) and tuple(words[start : start + size]) == phrase:
                longest[start] = size
            if 1 < wide <= size:
                more.update((begin, phrase) for begin in (start, start - 1) if _has_one_more(words, begin, phrase))
        hits = [(i, n, self._by_words[tuple(words[i : i + n])]) for i, n in sorted(longest.items())]
        hits = hits if overlapping else _apart(hits)
        return hits + [(i, len(phrase) + 1, self._by_words[phrase]) for i, phrase in more] if more else hits

    def _near(self, words: list[str], places: list[int], reach: int) -> Iterator[tuple[int, _Row]]:
        """Phrases whose anchor stands at one of the places, the word beside it on its side within ``reach`` words."""
        size = len(words)
        for place in places:
            rows = self._anchors[words[place]]
            for row in rows.alone:
                yield place, row
            if rows.beside.isdisjoint(words[place - reach if place > reach else 0 : place + reach + 1]):
                continue
            for step in range(1, reach + 1):
                if place + step < size:
                    for row in rows.after.get(words[place + step], ()):
                        yield place, row
                if place >= step:
                    for row in rows.before.get(words[place - step], ()):
                        yield place, row


def _apart(hits: list[tuple[int, int, Key]]) -> list[tuple[int, int, Key]]:
    """Of hits in order those that begin behind the one kept before."""
    kept: list[tuple[int, int, Key]] = []
    for hit in hits:
        if not kept or hit[0] >= kept[-1][0] + kept[-1][1]:
            kept.append(hit)
    return kept


class _Seen:
    """The folded words of one stretch, and what they are compared by, made once for all who ask."""

    __slots__ = ("_kept", "_spelt", "words")

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._spelt: dict[Spell | None, list[str]] = {None: words}
        self._kept: dict[frozenset[str], list[int]] = {}

    def spelt(self, spell: Spell | None) -> list[str]:
        """The words as they are compared."""
        if spell not in self._spelt and spell is not None:
            self._spelt[spell] = spell(self.words)
        return self._spelt[spell]

    def kept(self, fillers: frozenset[str]) -> list[int]:
        """The places of the words that are no fillers."""
        if fillers not in self._kept:
            self._kept[fillers] = [i for i, word in enumerate(self.words) if word not in fillers]
        return self._kept[fillers]


class _Anchors(dict[str, int]):
    """Folded word -> which of several matchers look for phrases by it, one bit for each; up to a bound."""

    BOUND = 50_000

    def __init__(self, matchers: Sequence[Matcher[Any]]) -> None:
        super().__init__()
        self._asked = [
            (spell, [(1 << number, matcher) for number, matcher in enumerate(matchers) if matcher.spell is spell])
            for spell in dict.fromkeys(matcher.spell for matcher in matchers)
        ]

    def __missing__(self, word: str) -> int:
        if len(self) >= self.BOUND:
            self.clear()
        bits = 0
        for spell, matchers in self._asked:
            spelt = spell([word])[0] if spell else word
            for bit, matcher in matchers:
                if matcher.looks_for(word, spelt):
                    bits |= bit
        self[word] = bits
        return bits


class Matchers(Generic[Key]):
    """Several matchers over the same words: folding, spelling and the first look at each word are done once.

    >>> both = Matchers([Matcher({"open sea": 1}), Matcher({"open seas": 2}, stemmer("en"))])
    >>> both.find("the open sea", Span(0, 12))
    [(Span(start=4, end=12), 1), (Span(start=4, end=12), 2)]
    """

    def __init__(self, matchers: Iterable[Matcher[Key]]) -> None:
        self._matchers = tuple(matcher for matcher in matchers if len(matcher))
        self._anchors = _Anchors(self._matchers)

    def find(self, chars: str, span: Span, *, overlapping: bool = False) -> list[tuple[Span, Key]]:
        """What each matcher finds (``Matcher.find``), one matcher after the other."""
        folded = fold.Folded(span.of(chars))
        seen = _Seen(folded.forms)
        places = [(at, bits) for at, bits in enumerate(map(self._anchors.__getitem__, seen.words)) if bits]
        found: list[tuple[Span, Key]] = []
        for number, matcher in enumerate(self._matchers):
            mine = [at for at, bits in places if bits >> number & 1]
            for i, n, key in matcher.hits(seen, mine, overlapping) if mine else ():
                start, end = folded.span(i, i + n)
                found.append((Span(span.start + start, span.start + end), key))
        return found
