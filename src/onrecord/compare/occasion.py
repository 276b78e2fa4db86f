"""Two reports of one occasion in one language that share no long run of words: rare words, names and short quotations.

Lives here: how like two texts are by the units they share, and the rule. Not here: units (``text.passages``), which
texts are near (``record.occurring``). A unit counts the more the fewer texts hold it, of those days and of a sample of
all; what everybody writes about in a week does not stand out. Among few texts nothing can stand out: none is judged.
An official text is reported by its words: a name and rare words alone never make a report of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.link import Stated, gap, is_later
from onrecord.model import VersionLink

RULE = "occasion"
DAYS = 1
TEXTS = 20  # least texts of a language that a unit's rarity is counted over
LIKE = 0.15  # least likeness of two texts of which one has a quotation of the other
QUOTED = 4  # least words of it (a character that stands alone is two thirds of one)
ALIKE = 0.12  # least likeness of two texts that name one person,
APART = 1.25  # and how far it stands out
NEXT = 4
Values = NDArray[np.uint64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: likeness, how far it stands out from the next ones of both, the greatest weight of a
    quotation of one that stands in the other (in words), with its places in both, and people whom both name."""

    like: float
    apart: float
    quoted: float = 0.0
    places: tuple[tuple[int, int, int, int], ...] = ()
    people: frozenset[str] = frozenset()


class Sample:
    """How many of some texts hold a unit."""

    def __init__(self, texts: Sequence[Values]) -> None:
        self.texts = len(texts)
        every = np.concatenate([np.unique(text) for text in texts]) if texts else np.empty(0, np.uint64)
        self._values, self._counts = np.unique(every, return_counts=True)

    def held(self, values: Values) -> NDArray[np.int64]:
        """For each unit in how many of the texts it stands."""
        if not len(self._values):
            return np.zeros(len(values), np.int64)
        at = np.minimum(np.searchsorted(self._values, values), len(self._values) - 1)
        return np.where(self._values[at] == values, self._counts[at], 0)


class Bags:
    """Texts as weighed units: ``like(i)`` gives the likeness of text i with every text."""

    def __init__(self, texts: Sequence[Values], sample: Sample) -> None:
        """``sample``: other texts, which tell how rare a unit is."""
        sizes = [len(text) for text in texts]
        every = np.concatenate(texts) if texts else np.empty(0, np.uint64)
        owner = np.repeat(np.arange(len(texts)), sizes)
        self.vocab, unit = np.unique(every, return_inverse=True)
        pair, times = np.unique(owner * max(1, len(self.vocab)) + unit, return_counts=True)
        self._owner, self._unit = pair // max(1, len(self.vocab)), pair % max(1, len(self.vocab))
        held = np.bincount(self._unit, minlength=len(self.vocab))
        held = held + sample.held(self.vocab)
        weight = (1 + np.log(times)) * np.log((len(texts) + sample.texts + 1) / (held[self._unit] + 0.5))
        norm = np.sqrt(np.bincount(self._owner, weight**2, len(texts)))
        self._weight = weight / np.maximum(norm, 1e-9)[self._owner]
        self._first = np.searchsorted(self._owner, np.arange(len(texts) + 1))
        self._rows: dict[int, Floats] = {}

    def like(self, text: int) -> Floats:
        """The likeness, 0 to 1, of a text with every text; its own is 0."""
        if text not in self._rows:
            mine = slice(self._first[text], self._first[text + 1])
            dense = np.zeros(len(self.vocab))
            dense[self._unit[mine]] = self._weight[mine]
            row = np.bincount(self._owner, self._weight * dense[self._unit], len(self._first) - 1)
            row[text] = 0.0
            self._rows[text] = row.astype(np.float32)
        return self._rows[text]


def rest(row: Floats, but: int) -> float:
    """The mean of the greatest of a row, one left out."""
    others = np.sort(np.delete(row, but))[::-1][:NEXT]
    return max(0.02, float(others.mean()) if len(others) else 0.0)


def occasion(one: Stated, other: Stated, shared: Shared) -> VersionLink | None:
    """The link of two reports of one occasion, if what they share bears it out."""
    days = gap(one, other)
    if days is None or days > DAYS or (one.outlet == other.outlet and one.outlet):
        return None
    quoted = shared.quoted >= QUOTED and shared.like >= LIKE
    press = not one.official and not other.official
    named = press and bool(shared.people) and shared.like >= ALIKE and shared.apart >= APART
    if not quoted and not named:
        return None
    first, second, places = one, other, shared.places
    if not is_later(one, other, (0.0, 0.0)):
        first, second, places = other, one, tuple((c, d, a, b) for a, b, c, d in places)
    told = [("days", str(days)), ("like", f"{shared.like:.2f}"), ("margin", f"{shared.apart:.1f}")]
    told += [("names", ", ".join(sorted(shared.people)))] if shared.people else []
    score = round(min(1.0, shared.like + 0.1 * quoted + 0.1 * named), 3)
    return VersionLink("report", first.id, second.id, score, RULE, tuple(sorted(places)), tuple(told))
