"""Paragraphs of a large record that may say in another language what a quotation says: those that share rare words.

Lives here: which words are looked up and which paragraphs are looked at. Not here: the index of words (``store``), what
translates what (``text.align``), likeness and verdicts (``compare``). A paragraph is a proposal and decides nothing.

Each telling word of a quotation is looked up by its translations; a word counts the more the fewer paragraphs hold one
of them, and not at all where more than ``COMMON`` do. So a quotation of common words alone is not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log

from onrecord.model import Span
from onrecord.store import Store
from onrecord.store.worded import Paragraph, Piece
from onrecord.text.align import Lexicon
from onrecord.text.align.units import units
from onrecord.text.fold import primary

COMMON = 1_000  # paragraphs that hold a word: one that more hold is passed over
TRANSLATIONS = 6  # of a word, those of greatest weight
LEAST = 0.04  # weight of a translation that is looked up
FEW = 12  # paragraphs that are looked at for one quotation
SHARE = 0.2  # of what the words of a quotation are worth, in such a paragraph
AROUND = 600  # code points on either side of a paragraph, for quotations of several sentences
Stretch = tuple[int, Span]  # a text (row) and code points of it


@dataclass(slots=True)
class Sharing:
    """The paragraphs of a record, asked by words; what was looked up is remembered."""

    store: Store
    known: dict[tuple[str, str], list[Piece] | None] = field(default_factory=dict)

    def stretches(self, quotations: Sequence[str], words: Lexicon, *, several: bool) -> list[Stretch]:
        """Where any of the quotations may be translated, each place once; ``several`` sentences take what is around."""
        with self.store.view():
            held = self.store.paragraphs([piece for one in quotations for piece in self._best(one, words)])
        wide: defaultdict[int, list[Span]] = defaultdict(list)
        for one in held:
            if primary(one.lang) == words.langs[1]:
                wide[one.text].append(_around(one) if several else Span(one.start, one.end))
        return [(text, span) for text, spans in wide.items() for span in _joined(spans)]

    def _best(self, quotation: str, words: Lexicon) -> list[Piece]:
        """The pieces that share most with a quotation."""
        score: defaultdict[Piece, float] = defaultdict(float)
        whole, paragraphs = 0.0, self.store.size[1]
        for forms in _looked_up(quotation, words):
            held = {piece for form in forms for piece in self._holding(form, words.langs[1]) or ()}
            if held:
                worth = log(1 + paragraphs / len(held))
                whole += worth
                for piece in held:
                    score[piece] += worth
        best = nsmallest(FEW, score, key=lambda piece: (-score[piece], piece))
        return [piece for piece in best if score[piece] >= SHARE * whole]

    def _holding(self, form: str, lang: str) -> list[Piece] | None:
        if (form, lang) not in self.known:
            self.known[form, lang] = self.store.holding(form, lang, COMMON)
        return self.known[form, lang]


def _looked_up(quotation: str, words: Lexicon) -> Iterator[list[str]]:
    """For each telling word of a quotation its translations, or itself where it is a number or written alike."""
    for unit in dict.fromkeys(units(quotation, words.langs[0], words.words).keys):
        if unit in words.stops[0]:
            continue
        if unit.startswith("#"):
            if unit[1:].isdigit():
                yield [unit[1:]]
            continue
        row = sorted(words.forward.get(unit, {}).items(), key=lambda one: -one[1])[:TRANSLATIONS]
        forms = [form for form, weight in row if weight >= LEAST and form not in words.stops[1] and form[0] != "#"]
        yield forms or [unit]


def _around(one: Paragraph) -> Span:
    return Span(max(one.low, one.start - AROUND), min(one.high, one.end + AROUND))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
