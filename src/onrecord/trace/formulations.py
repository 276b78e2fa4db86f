"""Set formulations proposed: which of the phrases that texts repeat are set, best first.

Lives here: the weights, what is kept out, what is told of each. Not here: counting (``text.phrases``), records
(``record.phrasing``), lines of JSON (``trace.phrase_lines``).

A score is a weighted sum of logarithms (``Weights``), each of a plain figure of the phrase: how many texts hold it, how
firmly its words bind, how it is marked off (quotation marks, punctuation, enumerations), and whether words that take a
stance lead up to it. Nothing is proposed that begins or ends with a word of grammar, stands beside figures, or is a
name. A phrase that is another with a word or two more, in mostly the same texts, or an inflection of it, is its form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge import Knowledge
from onrecord.knowledge.edges import edges
from onrecord.knowledge.lookup import fold as folded
from onrecord.knowledge.lookup import office_named
from onrecord.model import Span
from onrecord.text import fold, passages, phrases
from onrecord.text.named import actors_in
from onrecord.text.phrases import Words

if TYPE_CHECKING:
    from onrecord.text.phrases.counting import Counted
    from onrecord.text.phrases.features import Features

Floats = NDArray[np.float64]


class First(msgspec.Struct, frozen=True):
    """The earliest text held with a phrase, and its date (None: no text with it is dated)."""

    id: str | int
    date: str | None


class Formulation(msgspec.Struct, frozen=True):
    """One proposal: its forms, the one seen most first; texts and origins that hold the first form."""

    forms: tuple[str, ...]
    lang: str
    texts: int
    origins: int
    first: First
    score: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A text to look in: the caller's id, its characters and its EDTF date."""

    id: str | int
    chars: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """A score is the sum of these times the logarithm of what they are named for (the last, times the share itself).

    ``texts``: how many hold the phrase, near-copies counted once; ``bond``: how firmly its words bind; shares of its
    occurrences: beside punctuation on the ``left``, on the ``right``, on both sides (``alone``), between quotation
    marks (``quoted``), beside an enumeration mark (``listed``), after a word that takes a stance (``aimed``), before
    one that reports (``saying``); ``repeat``: occurrences in a text; ``size``: units; ``counted``: beside figures.

    ``own``: least texts of its own; ``pair_quoted``: least share between quotation marks of a phrase of two
    characters; ``figures``: greatest share beside figures.
    """

    texts: float = 1.0
    bond: float = 3.0
    left: float = 0.2
    right: float = 1.6
    alone: float = -0.2
    quoted: float = 1.8
    listed: float = 0.15
    aimed: float = 0.5
    saying: float = -1.0
    repeat: float = 1.0
    size: float = 0.0
    counted: float = -10.0
    own: int = 3
    figures: float = 0.5
    pair_quoted: float = 0.3


WEIGHTS = Weights()
FLOORS = {"bond": 0.05, "left": 0.05, "right": 0.05, "alone": 0.02, "quoted": 0.01, "listed": 0.02, "aimed": 0.02,
          "saying": 0.02}  # fmt: skip
_FRAMES = ("object", "to", "order", "work", "modal", "noun")
_TRIM = 2  # units by which one form of a phrase may be longer than another
_SAME = 0.5  # and the least share of the shorter one's texts that hold it


def formulations(
    entries: Sequence[Entry], lang: str, know: Knowledge, top: int, weights: Weights = WEIGHTS
) -> list[Formulation]:
    """The ``top`` proposals of texts in one language, best first."""
    from onrecord.text.phrases.features import features

    entries = sorted(entries, key=lambda entry: (entry.date is None, entry.date or ""))
    counted = phrases.count([entry.chars for entry in entries], words=_words(lang, know))
    grams = features(counted.levels, len(counted.units))
    score = scores(counted, grams, passages.values(edges(lang)), weights)
    order = np.argsort(-score, kind="stable")
    order = order[score[order] > -np.inf]
    return list(_Proposing(entries, counted, grams, score, lang, know).best(order, top))


def _words(lang: str, know: Knowledge) -> Words:
    """The words of a language that are looked for beside phrases; none for one that is not known."""
    language = know.language(lang)
    if language is None:
        return phrases.NONE
    aims = tuple(form for word in language.stance.words if word.frame in _FRAMES for form in word.forms)
    return Words(aims, language.speech.say, edges(lang))


def scores(counted: Counted, grams: Features, grammar: NDArray[np.uint32], weights: Weights) -> Floats:
    """The score of each gram; minus infinity for what is never proposed."""
    value = counted.units.value
    head, tail = value[grams.begin], value[grams.begin + grams.size - 1]
    pair = (grams.size == 2) & (head & 1 == 1) & (tail & 1 == 1)
    kept = (grams.own >= weights.own) & (grams.counted < weights.figures) & (grams.bond > 0)
    kept &= ~(pair & (grams.quoted < weights.pair_quoted))
    kept &= ~(np.isin(head, grammar) | np.isin(tail, grammar))
    score = weights.texts * np.log(grams.origins) + weights.size * np.log(grams.size)
    score += weights.repeat * np.log(grams.times / grams.texts) + weights.counted * grams.counted
    for name, floor in FLOORS.items():
        share = getattr(grams, name)
        share = np.maximum(share, floor) if name == "bond" else share + floor
        score += getattr(weights, name) * np.log(share)
    return np.where(kept, score, -np.inf)


@dataclass(frozen=True, slots=True, eq=False)
class _Proposing:
    """What proposals are made from."""

    entries: Sequence[Entry]
    counted: Counted
    grams: Features
    score: Floats
    lang: str
    know: Knowledge

    def best(self, order: NDArray[np.int64], top: int) -> list[Formulation]:
        """The first ``top`` phrases of an order of grams, each with its other forms among them."""
        heads: list[int] = []
        forms: dict[int, dict[str, None]] = {}
        known: dict[object, int] = {}
        for i in order.tolist():
            form = self._form(i)
            if self._is_no_phrase(form):
                continue
            head = self._head(i, form, known)
            if head is None:
                if len(heads) == top:
                    break
                head = i
                heads.append(i)
            forms.setdefault(head, {}).setdefault(form)
            for key in self._keys(i, form):
                known.setdefault(key, i if head == i else head)
        return [self._told(i, tuple(forms[i])) for i in heads]

    def _form(self, i: int) -> str:
        text, start, end = self.counted.span(int(self.grams.plain[i]), int(self.grams.size[i]))
        return " ".join(self.entries[text].chars[start:end].split())

    def _keys(self, i: int, form: str) -> list[tuple[str, object]]:
        """What makes another gram a form of this one: its units, less a few at an end, and its stems."""
        begin, size = int(self.grams.begin[i]), int(self.grams.size[i])
        units = tuple(self.counted.units.value[begin : begin + size].tolist())
        cuts = [units[a : size - b] for a in range(_TRIM + 1) for b in range(_TRIM + 1 - a) if size - a - b >= size / 2]
        stems: object = fold.stems(form.lower().split(), self.lang) if self.lang in fold.STEMMED else units
        return [("whole", units), ("stems", stems), *(("part", cut) for cut in cuts[1:])]

    def _head(self, i: int, form: str, known: dict[object, int]) -> int | None:
        """The better phrase that this gram is a form of; None when it is a phrase itself."""
        for kind, key in self._keys(i, form):
            wanted = {"whole": ("part", "whole"), "part": ("whole",), "stems": ("stems",)}[kind]
            for other in wanted:
                head = known.get((other, key))
                if head is not None and (kind == "stems" or self._alike(i, head)):
                    return head
        return None

    def _alike(self, i: int, head: int) -> bool:
        """True when the rarer of two grams stands in enough of the texts of the other."""
        one, other = int(self.grams.texts[i]), int(self.grams.texts[head])
        return min(one, other) >= _SAME * max(one, other)

    def _is_no_phrase(self, form: str) -> bool:
        """True for one long word with hyphens, and for a phrase that is nothing but names: the packs' actors and
        offices, or words that always have a capital."""
        words = form.split()
        if len(words) == 1 and form[0] < "\u2e80":
            return True
        if len(words) > 1 and all(word[:1].isupper() or len(word) <= 3 for word in words):
            return True
        office = office_named(self.know, form, self.lang)
        if office and folded(form) in map(folded, office.names.all()):
            return True
        for words_so in dict.fromkeys((form, form.title())):  # a phrase is shown with the fewest capitals it has
            found = actors_in(self.know, words_so, Span(0, len(form)), self.lang)
            if 2 * sum(named.span.end - named.span.start for named in found) > len(form):
                return True
        return False

    def _told(self, i: int, forms: tuple[str, ...]) -> Formulation:
        first = self.entries[self.counted.span(int(self.grams.begin[i]), 1)[0]]
        texts, origins = int(self.grams.texts[i]), int(self.grams.origins[i])
        return Formulation(
            forms, self.lang, texts, origins, First(first.id, first.date), round(float(self.score[i]), 3)
        )
