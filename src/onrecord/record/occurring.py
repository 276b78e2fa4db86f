"""Reports of one occasion: units of the passage index weighed against each other among texts of near days.

Lives here: what of the index is a statement's, whose quotation stands in whose text. Not here: the rule
(``compare.occasion``), which statements are near (``nearby``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.compare import occasion
from onrecord.compare.occasion import Bags, Sample, Shared, Values
from onrecord.model import VersionLink
from onrecord.record.nearby import Nearby
from onrecord.store import Linkable, Store
from onrecord.text import passages
from onrecord.text.fold import primary
from onrecord.text.passages import Units
from onrecord.trace.index import PassageIndex

SAMPLE = 500  # texts of the record that tell how rare a unit is
WORD, ALONE = 1.0, 2 / 3  # weight of a word, and of a character that stands alone
_TWO = np.uint64(32)


class Occurring:
    """Finds reports of one occasion block by block; how rare units are is read once."""

    def __init__(self, store: Store, index: PassageIndex) -> None:
        self._index = index
        self._numbers = {int(key): n for n, key in enumerate(index.keys.tolist())}
        step = -(-len(index.keys) // SAMPLE) or 1
        sample: defaultdict[str, list[Values]] = defaultdict(list)
        for one in store.linkable(texts=index.keys[::step].tolist()):
            sample[primary(one.lang)].append(_values(index.held.units, self._slice(one)))
        self._samples = {lang: Sample(texts) for lang, texts in sample.items()}

    def links(self, around: Nearby, known: frozenset[frozenset[str]]) -> Iterator[VersionLink]:
        """Links of new statements with near reports of the same occasion, those of ``known`` pairs left out."""
        new = around.by_language(around.new)
        for lang, names in around.by_language(list(around.held)).items():
            places = {name: self._slice(one) for name in names if (one := around.held[name][0]).text in self._numbers}
            sample = self._samples.get(lang) or Sample([])
            if lang in new and max(len(places), sample.texts) >= occasion.TEXTS:
                yield from _Reports(around, self._index.held.units, places, sample).links(new[lang], known)

    def _slice(self, one: Linkable) -> slice:
        """The units of a statement, as places in the index."""
        units, text = self._index.held.units, self._numbers[one.text]
        low, high = int(units.first[text]), int(units.first[text + 1])
        return slice(*(low + np.searchsorted(units.start[low:high], (one.start, one.end))).tolist())


def _values(units: Units, own: slice) -> Values:
    """What a statement is weighed by: its words, and each two characters that stand alone side by side."""
    words, first = passages.words(units.value[own], units.kind[own])
    value = words.astype(np.uint64)
    alone = (value & np.uint64(1)) == 1
    both = np.flatnonzero(alone[:-1] & alone[1:] & (np.diff(units.start[own][first]) == 1))
    return np.concatenate([value[~alone], (value[both] << _TWO) | value[both + 1]])


@dataclass(slots=True)
class _Reports:
    """Statements of one language with their units."""

    around: Nearby
    units: Units
    places: Mapping[str, slice]
    sample: Sample

    def links(self, new: Sequence[str], known: frozenset[frozenset[str]]) -> Iterator[VersionLink]:
        """The links of the new statements among them."""
        names = list(self.places)
        at = {name: n for n, name in enumerate(names)}
        bags = Bags([_values(self.units, place) for place in self.places.values()], self.sample)
        seen = set(known)
        for one in new:
            if one not in at:
                continue
            row = bags.like(at[one])
            for n in np.flatnonzero(row >= min(occasion.LIKE, occasion.ALIKE)).tolist():
                other = names[n]
                if frozenset((one, other)) in seen or not self.around.near(one, other, occasion.DAYS):
                    continue
                seen.add(frozenset((one, other)))
                apart = float(row[n]) / ((occasion.rest(row, n) + occasion.rest(bags.like(n), at[one])) / 2)
                people = self.around.people(one) & self.around.people(other)
                shared = Shared(float(row[n]), apart, *self._quoted(one, other), people)
                made = occasion.occasion(self.around.held[one][1], self.around.held[other][1], shared)
                if made:
                    yield made

    def _quoted(self, one: str, other: str) -> tuple[float, tuple[tuple[int, int, int, int], ...]]:
        """The greatest weight of a quotation of one that stands in the other, and its places in both."""
        best, places = 0.0, tuple[tuple[int, int, int, int], ...]()
        for a, b in ((one, other), (other, one)):
            for start, end in self.around.quoted(a):
                weight, found = self._held(a, (start, end), b)
                if weight > best:
                    here = (start, end, *found) if a == one else (*found, start, end)
                    best, places = weight, (here,)
        return best, places

    def _held(self, quoter: str, span: tuple[int, int], other: str) -> tuple[float, tuple[int, int]]:
        """The weight of a quotation, and where its units stand one after the other in another statement."""
        units, own, far = self.units, self.places[quoter], self.places[other]
        low, high = (own.start + np.searchsorted(units.start[own], span)).tolist()
        asked, _ = passages.words(units.value[low:high], units.kind[low:high])
        held, place = passages.words(units.value[far], units.kind[far])
        weight = float(np.where(asked & np.uint32(1), ALONE, WORD).sum())
        if weight < occasion.QUOTED or len(asked) > len(held):
            return 0.0, (0, 0)
        at = np.flatnonzero(held[: len(held) - len(asked) + 1] == asked[0])
        for n in range(1, len(asked)):
            at = at[held[at + n] == asked[n]]
            if not len(at):
                return 0.0, (0, 0)
        end = int(at[0]) + len(asked)
        first, last = (
            far.start + int(place[at[0]]),
            far.start + (int(place[end]) if end < len(place) else len(units.value[far])) - 1,
        )
        return weight, (int(units.start[first]), int(units.start[last]) + int(units.length[last]))
