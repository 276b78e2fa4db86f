"""The rounds of alignment: align, learn from the beads, align again.

Lives here: the order of the steps for one or many pairs of texts. Not here: the steps. For many, sentences are numbered
in one row, so that one table serves them all, and each pair is searched by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align import loose
from onrecord.text.align import settings as chosen
from onrecord.text.align.band import Band, band
from onrecord.text.align.embedding import STRENGTH, Embed, runs, usual
from onrecord.text.align.explain import explained as with_words
from onrecord.text.align.explain import mates
from onrecord.text.align.found import Alignment, Bead, Link, Place
from onrecord.text.align.kernels import evidence, paths
from onrecord.text.align.learn import learned
from onrecord.text.align.lexicon import Lexicon
from onrecord.text.align.priors import Rows, priors
from onrecord.text.align.settings import Settings
from onrecord.text.align.sides import Side, side

Floats = NDArray[np.float32]
Vectors = tuple[Floats, Floats, float, float]
NO_VECTORS: Vectors = (np.zeros((1, 1, 1), np.float32), np.zeros((1, 1, 1), np.float32), 0.0, 0.0)
ENOUGH = 8  # sentences from which a text can teach: fewer agree with whatever they were aligned to
LOOSE_MOST = 2  # sentences on a side of a bead that has no neighbours to speak for it


def run(
    texts: Sequence[tuple[Sequence[str], Sequence[str]]],
    words: Lexicon,
    settings: Settings,
    *,
    explain: bool,
    embed: Embed | None = None,
) -> list[Alignment]:
    """Alignments of the pairs, in order."""
    one = side([s for a, _ in texts for s in a], words.langs[0], words.words)
    other = side([s for _, b in texts for s in b], words.langs[1], words.words)
    first = list(accumulate((len(a) for a, _ in texts), initial=0))
    second = list(accumulate((len(b) for _, b in texts), initial=0))
    prior = priors(one, other, words)
    tables, beads = prior, [[] for _ in texts]  # type: tuple[Rows, Rows], list[list[Bead]]
    shapes, bands = settings.shapes(), dict[int, Band]()
    vectors = {first[k]: _vectors(*pair, settings.most, embed) for k, pair in enumerate(texts) if embed and all(pair)}
    learning = settings.ordered and words.langs[0] != words.langs[1] and min(len(one), len(other)) >= ENOUGH
    for number in range(settings.rounds if learning else 1):
        if number:
            met = [(b.one, b.other) for found in beads for b in found if b.one and b.other]
            shapes = settings.shapes(Counter((len(b.one), len(b.other)) for found in beads for b in found))
            tables = learned(one, other, met, prior, settings.kappa)
        weigh = Weighing(one, other, tables, words, settings, shapes)
        weigh.vectors = vectors
        weigh.bands = bands if number == settings.rounds - 1 else {}  # the last round looks where the one before did
        beads = [weigh.beads((first[k], first[k + 1]), (second[k], second[k + 1])) for k in range(len(texts))]
        bands = weigh.bands
    if explain:
        worth, known = weigh.telling(), mates(tables)
        beads = [[with_words(b, (one, other), known, worth) if b.one and b.other else b for b in row] for row in beads]
    return [Alignment(tuple(_moved(b, first[k], second[k]) for b in row), words.langs) for k, row in enumerate(beads)]


def _moved(bead: Bead, one: int, other: int) -> Bead:
    """A bead with its sentences numbered from the beginning of its own texts."""
    if not one and not other:
        return bead
    links = (Link(_at(link.one, one), _at(link.other, other), link.weight) for link in bead.links)
    mine, theirs = tuple(i - one for i in bead.one), tuple(j - other for j in bead.other)
    bare_one = tuple(_at(place, one) for place in bead.bare_one)
    bare_other = tuple(_at(place, other) for place in bead.bare_other)
    return Bead(mine, theirs, bead.score, bead.covered, tuple(links), bare_one, bare_other)


def _at(place: Place, by: int) -> Place:
    return Place(place.sentence - by, place.start, place.end)


def _vectors(one: Sequence[str], other: Sequence[str], most: int, embed: Embed) -> Vectors:
    a, b = runs(one, most, embed), runs(other, most, embed)
    return a, b, usual(a, b), STRENGTH


class Weighing:
    """What one table says of two sides: the worth and chance of each unit, and the beads of a pair of stretches."""

    def __init__(
        self, one: Side, other: Side, tables: tuple[Rows, Rows], words: Lexicon, settings: Settings, shapes: Floats
    ) -> None:
        self.shapes = shapes
        self.bands: dict[int, Band] = {}
        self.vectors: Mapping[int, Vectors] = {}
        self.one, self.other, self.tables, self.settings = one, other, tables, settings
        self.chance = (_chance(one, words.stops[0], settings), _chance(other, words.stops[1], settings))
        self.worth = (
            _worth(one, tables, words, settings),
            _worth(other, tables[::-1], words.turned(), settings),
        )
        self.idf = _idf(other, self.chance[1], words.stops[1])
        self.ratio = chosen.ratio(float(one.lengths.sum()), float(other.lengths.sum()))

    def telling(self) -> tuple[Floats, Floats]:
        """Worth of units of both sides, where a word unknown to the tables counts in full: it tells, unexplained."""
        return tuple(np.where(w == np.float32(self.settings.unknown), np.float32(1), w) for w in self.worth)  # type: ignore[return-value]

    def beads(self, one: tuple[int, int], other: tuple[int, int]) -> list[Bead]:
        """The best row of beads of sentences ``one[0] .. one[1] - 1`` and ``other[0] .. other[1] - 1``."""
        (i0, i1), (j0, j1) = one, other
        if i0 == i1 or j0 == j1:
            lone = [Bead((i,), (), 0.0) for i in range(i0, i1)]
            return [*lone, *(Bead((), (j,), 0.0) for j in range(j0, j1))]
        a, b = _cut(self.one, i0, i1), _cut(self.other, j0, j1)
        if not self.settings.ordered:
            return self._loose(a, b, i0, j0)
        places = self.bands.get(i0) or self._band(a, b)
        self.bands[i0] = places
        vectors = self.vectors.get(i0, NO_VECTORS)
        rows, scores = self._search(a, b, places, vectors)
        if not len(rows):
            rows, scores = self._search(a, b, Band.whole(i1 - i0, j1 - j0), vectors)
        return [
            Bead(tuple(range(i0 + i - x, i0 + i)), tuple(range(j0 + j - y, j0 + j)), round(float(score), 3))
            for (i, j, x, y), score in zip(rows.tolist(), scores.tolist(), strict=True)
        ]

    def _band(self, a: _Stretch, b: _Stretch) -> Band:
        n, m = len(a.lengths), len(b.lengths)
        forward = self.tables[0]
        low, high = np.zeros(n, np.int32), np.full(n, m, np.int32)
        like = paths.likeness(
            a.offsets, a.tokens, forward.start, forward.to, forward.weight, len(self.other.vocab),
            b.offsets, b.tokens, self.idf, low, high,
        )  # fmt: skip
        return band(like, a.lengths, b.lengths, self.settings)

    def _loose(self, a: _Stretch, b: _Stretch, i0: int, j0: int) -> list[Bead]:
        s = self.settings
        most = min(s.most, LOOSE_MOST)
        near, far = self._evidence(a, b, Band.whole(len(a.lengths), len(b.lengths)), most)
        rows, scores = paths.candidates(
            near, far, self.shapes, a.lengths, b.lengths, most, self.ratio, s.spread, s.weigh, loose.LEAST
        )
        found = loose.chosen(rows, scores, len(a.lengths), len(b.lengths))
        return [_moved(bead, -i0, -j0) for bead in found]

    def _evidence(self, a: _Stretch, b: _Stretch, places: Band, most: int) -> tuple[Floats, Floats]:
        forward, backward, s = *self.tables, self.settings
        near = evidence.explained(
            a.offsets, a.tokens, forward.start, forward.to, forward.weight, len(self.other.vocab),
            b.offsets, b.tokens, self.worth[1], self.chance[1], places.low, places.high, most, s.trust,
        )  # fmt: skip
        far = evidence.explained(
            b.offsets, b.tokens, backward.start, backward.to, backward.weight, len(self.one.vocab),
            a.offsets, a.tokens, self.worth[0], self.chance[0], places.far_low, places.far_high, most, s.trust,
        )  # fmt: skip
        return near, far

    def _search(self, a: _Stretch, b: _Stretch, places: Band, vectors: Vectors) -> tuple[NDArray[np.int32], Floats]:
        s = self.settings
        near, far = self._evidence(a, b, places, s.most)
        found: tuple[NDArray[np.int32], Floats] = paths.beads(
            near, far, places.low, places.high, places.far_low, self.shapes,
            a.lengths, b.lengths, s.most, self.ratio, s.spread, s.weigh, *vectors,
        )  # fmt: skip
        return found


class _Stretch:
    """Some sentences of a side, numbered from 0; the units keep their numbers."""

    def __init__(self, side: Side, start: int, end: int) -> None:
        begin, stop = int(side.offsets[start]), int(side.offsets[end])
        self.offsets = side.offsets[start : end + 1] - np.int32(begin)
        self.tokens = side.tokens[begin:stop]
        self.lengths = side.lengths[start:end]


def _cut(side: Side, start: int, end: int) -> _Stretch:
    return _Stretch(side, start, end)


def _chance(side: Side, stops: frozenset[str], settings: Settings) -> Floats:
    """How likely each unit is by chance: as often as in the side, seen as part of a longer text of the language."""
    usual = np.full(len(side.vocab), settings.rare, np.float32)
    usual[[number for unit, number in side.number.items() if unit in stops]] = settings.frequent
    counts = np.bincount(side.tokens, minlength=len(side.vocab)).astype(np.float32)
    return np.asarray((counts + 0.5 + settings.beyond * usual) / (counts.sum() + settings.beyond), np.float32)


def _worth(side: Side, tables: tuple[Rows, Rows], words: Lexicon, settings: Settings) -> Floats:
    """What a unit's being explained or not is worth: little where it is too common, or where no table knows it."""
    own, back = tables
    met = np.diff(own.start) > 0
    met[back.to] = True
    same = words.langs[0] == words.langs[1]
    worth = np.ones(len(side.vocab), np.float32)
    for unit, number in side.number.items():
        if unit in words.stops[0]:
            worth[number] = settings.common
        elif not met[number] and unit[0] != "#" and not same:
            worth[number] = settings.lacking if unit in words.forward else settings.unknown
    return worth


def _idf(side: Side, chance: Floats, stops: frozenset[str]) -> Floats:
    idf = np.log(1 + 1 / np.maximum(chance, 1e-9)).astype(np.float32) / np.float32(10)
    idf[[number for unit, number in side.number.items() if unit in stops]] *= np.float32(0.2)
    return np.asarray(idf, np.float32)
