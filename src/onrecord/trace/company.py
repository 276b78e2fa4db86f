"""Words that a phrase was usually said together with, and is said without since: an observation with its thresholds.

Lives here: that rule, over what stands around the uses of a phrase. Not here: where uses come from (``record``), bursts
and silence of the phrase itself (``swings``). It is an observation about this record and no reason.

*Together*: two words or more (three Han characters), without grammar at either end, that stand in the same line, at
most ``WIDTH`` code points away, in at least ``LEAST`` origins and in at least ``USUAL`` of those that hold the phrase
up to the day they last stood there. *Missing since*: of the later origins with the phrase, surely later, none has them,
where at that share ``swings.EXPECTED`` or more would. Of words inside other words the longest count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge.edges import edges
from onrecord.text import fold
from onrecord.trace.swings import silence

WIDTH, LEAST, USUAL = 200, 5, 0.5
MOST_USES = 5_000  # the newest are looked at
LONGEST, SHORTEST, SHORTEST_HAN = 12, 2, 3
TOLD = 5
_HAN = "\u2e80"
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before and after one use in its paragraph, the ISO days it can be of, its origin, its language."""

    before: str
    after: str
    first_day: str
    last_day: str
    origin: int
    lang: str


@dataclass(frozen=True, slots=True)
class Parted:
    """One observation: ``words`` (folded) stood beside the phrase in ``together`` of ``held`` origins up to ``when``,
    the last day of the last such use, and in none of ``later`` ones; ``expected`` would at the rate before."""

    words: str
    lang: str
    when: str
    together: int
    held: int
    later: int
    expected: float


def parted(uses: Iterable[Beside]) -> tuple[Parted, ...]:
    """The observations, those with the most expected first; ``TOLD`` at most."""
    by_lang: defaultdict[str, list[Beside]] = defaultdict(list)
    for one in sorted(uses, key=lambda use: use.last_day)[-MOST_USES:]:
        by_lang[fold.primary(one.lang)].append(one)
    found = [one for lang, some in by_lang.items() for one in _of_language(some, lang)]
    return tuple(sorted(found, key=lambda one: (-one.expected, one.words))[:TOLD])


def _of_language(uses: Sequence[Beside], lang: str) -> list[Parted]:
    grammar = {form for word in edges(lang) for form in fold.forms(word)}
    found: dict[Gram, Parted] = {}
    for gram, where in _frequent(uses).items():
        if gram[0] in grammar or gram[-1] in grammar or len(gram) < _least(gram):
            continue
        one = _missing(gram, {uses[n].origin for n in where}, [uses[n] for n in where], uses, lang)
        if one:
            found[gram] = one
    return [one for gram, one in found.items() if not any(_inside(gram, other) for other in found)]


def _least(gram: Gram) -> int:
    return SHORTEST_HAN if gram[0] >= _HAN else SHORTEST


def _missing(
    gram: Gram, origins: set[int], those: Sequence[Beside], uses: Sequence[Beside], lang: str
) -> Parted | None:
    when = max(one.last_day for one in those)
    later = {one.origin for one in uses if one.first_day > when} - origins
    held = {one.origin for one in uses} - later
    quiet = silence(when, len(origins), len(held), len(later))
    if quiet is None or len(origins) < USUAL * len(held):
        return None
    words = ("" if gram[0] >= _HAN else " ").join(gram)
    return Parted(words, lang, when, len(origins), len(held), len(later), quiet.expected)


def _inside(gram: Gram, other: Gram) -> bool:
    """True when a gram is a part of another, longer one."""
    size = len(gram)
    return size < len(other) and any(other[at : at + size] == gram for at in range(len(other) - size + 1))


def _frequent(uses: Sequence[Beside]) -> Mapping[Gram, set[int]]:
    """Every run of words that was usual beside the phrase at some time, with the uses that have it; level by level, for
    a run is usual only when both that are shorter by one are: a run is the pair of these."""
    numbers: dict[str, int] = {}
    sides = [(n, fold.forms(side)) for n, use in enumerate(uses) for side in (use.before, use.after)]
    gram = np.array([x for _, forms in sides for x in (*(numbers.setdefault(f, len(numbers)) for f in forms), -1)], int)
    use = np.repeat([n for n, _ in sides], [len(forms) + 1 for _, forms in sides])
    seen: dict[int, int] = {}
    rank = np.array([seen.setdefault(one.origin, len(seen)) for one in uses], int)
    words, found = list(numbers), dict[Gram, set[int]]()
    first = gram
    for size in range(1, LONGEST + 1):
        gram = _usual(gram, rank[use])
        places = np.flatnonzero(gram >= 0)
        if not len(places):
            break
        for at, which in zip(places.tolist(), use[places].tolist(), strict=True):
            found.setdefault(tuple(words[n] for n in first[at : at + size].tolist()), set()).add(which)
        both = np.where((gram[:-1] >= 0) & (gram[1:] >= 0), gram[:-1] * len(gram) + gram[1:], -1)
        gram = np.append(both, -1)
    return found


def _usual(gram: NDArray[np.int64], rank: NDArray[np.int64]) -> NDArray[np.int64]:
    """Runs numbered anew, -1 for those that were in enough origins at no time, by the numbers of these in the order of
    days: what is longer was usual only when its parts were."""
    places = np.flatnonzero(gram >= 0)
    _, of = np.unique(gram[places], return_inverse=True)
    pair = np.unique(of * (len(gram) + 1) + rank[places])
    run, ranks = pair // (len(gram) + 1), pair % (len(gram) + 1)
    many = np.arange(len(run)) - np.searchsorted(run, run) + 1
    usual = np.zeros(int(of.max(initial=-1)) + 1, bool)
    usual[run[(many >= LEAST) & (many >= USUAL * (ranks + 1))]] = True
    kept = np.full(len(gram), -1)
    kept[places[usual[of]]] = of[usual[of]]
    return kept
