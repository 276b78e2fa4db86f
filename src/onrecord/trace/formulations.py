"""Set formulations proposed: which of the phrases that texts repeat are set, best first.

Lives here: the weights, what is kept out, what is told of each. Not here: counting (``text.phrases``), records
(``record.phrasing``), lines of JSON (``trace.phrase_lines``).

A score is a product of named parts (``Weights``), each a plain figure of the phrase: how many texts hold it outside a
longer phrase, how firmly its words bind, and how it is marked off: between quotation marks, beside punctuation, in
enumerations. Nothing is proposed that begins or ends with a word of grammar, stands beside figures, or is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge import Knowledge
from onrecord.knowledge.edges import edges
from onrecord.model import Span
from onrecord.text import passages, phrases
from onrecord.text.named import actors_in

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
    """score = origins' own share ** ``spread`` x bond ** ``bond`` x (``bare`` + ``edge`` x edge + ``quote`` x quoted
    + ``list`` x listed) x (1 - counted) x repeats ** ``repeat``, where edge is the greater share of punctuation on the
    left or right and repeats the occurrences in a text.

    ``own``: least texts of its own; ``figures``: greatest share beside figures; ``pair_quoted``: least share between
    quotation marks of a phrase of two characters.
    """

    spread: float = 0.4
    bond: float = 1.5
    bare: float = 0.2
    edge: float = 1.0
    quote: float = 2.0
    list: float = 0.5
    repeat: float = 0.5
    own: int = 3
    figures: float = 0.5
    pair_quoted: float = 0.3


WEIGHTS = Weights()
_EXTRA = 2  # candidates looked at, for each wanted


def formulations(
    entries: Sequence[Entry], lang: str, know: Knowledge, top: int, weights: Weights = WEIGHTS
) -> list[Formulation]:
    """The ``top`` proposals of texts in one language, best first."""
    from onrecord.text.phrases.features import features

    entries = sorted(entries, key=lambda entry: (entry.date is None, entry.date or ""))
    counted = phrases.count([entry.chars for entry in entries])
    grams = features(counted.levels, len(counted.units))
    score = _scores(counted, grams, passages.values(edges(lang)), weights)
    order = np.argsort(-score, kind="stable")
    order = order[score[order] > 0]
    return list(_proposals(entries, counted, grams, score, order, lang, know, top))


def _scores(counted: Counted, grams: Features, grammar: NDArray[np.uint32], weights: Weights) -> Floats:
    """The score of each gram; 0 for what is never proposed."""
    value = counted.units.value
    head, tail = value[grams.begin], value[grams.begin + grams.size - 1]
    pair = (grams.size == 2) & (head & 1 == 1) & (tail & 1 == 1)
    kept = (grams.own >= weights.own) & (grams.counted < weights.figures) & (grams.bond > 0)
    kept &= ~(pair & (grams.quoted < weights.pair_quoted))
    kept &= ~(np.isin(head, grammar) | np.isin(tail, grammar))
    marked = weights.bare + weights.edge * np.maximum(grams.left, grams.right)
    marked += weights.quote * grams.quoted + weights.list * grams.listed
    spread = (grams.own * (grams.origins / grams.texts)) ** weights.spread
    repeats = (grams.times / grams.texts) ** weights.repeat
    score = spread * np.maximum(grams.bond, 0) ** weights.bond * marked * (1 - grams.counted) * repeats
    return np.where(kept, score, 0.0)


def _proposals(
    entries: Sequence[Entry], counted: Counted, grams: Features, score: Floats, order: NDArray[np.int64],
    lang: str, know: Knowledge, top: int,
) -> Iterator[Formulation]:  # fmt: skip
    seen: set[str] = set()
    for i in order.tolist():
        text, start, end = counted.span(int(grams.plain[i]), int(grams.size[i]))
        form = " ".join(entries[text].chars[start:end].split())
        if form in seen or _is_name(form, lang, know):
            continue
        seen.add(form)
        first = entries[counted.span(int(grams.begin[i]), 1)[0]]
        told = First(first.id, first.date)
        yield Formulation((form,), lang, int(grams.texts[i]), int(grams.origins[i]), told, round(float(score[i]), 4))
        if len(seen) >= top:
            return


def _is_name(form: str, lang: str, know: Knowledge) -> bool:
    """True for a phrase that is nothing but names: the packs' actors, or words that always have a capital."""
    words = form.split()
    if len(words) > 1 and all(word[:1].isupper() or len(word) <= 3 for word in words):
        return True
    held = sum(named.span.end - named.span.start for named in actors_in(know, form, Span(0, len(form)), lang))
    return held * 2 > len(form)
