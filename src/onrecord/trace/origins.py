"""Texts folded into origins: copies of a whole text, and reports that lean on one source.

Lives here: a pure function over arrays. Not here: where passages and sizes come from (``record.origins``).

A text *leans* on another when passages of that one cover LEANS of it. It folds when it is the later of the two, or the
shorter where the dates do not tell; so a round-up that quotes two statements does not make one of them. Passages with
another number, name or negation count for nothing: what follows a template is no copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages import COPY, LEANS

Whole = NDArray[np.int64]
Why = Literal["same words", "copy", "excerpt", "report"]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Texts by number, all int64[n]: ``size`` code points said, ``first`` and ``last`` the days that it can be of, as
    numbers (0: not known), ``likeness`` equal for equal words."""

    size: Whole
    first: Whole
    last: Whole
    likeness: Whole

    def __len__(self) -> int:
        return len(self.size)


@dataclass(frozen=True, slots=True)
class Lean:
    """Text ``one`` folds into the origin of ``other``. ``own``, ``theirs``: the share of each that they have in common.

    ``why``: "same words" (nothing else), "copy" (COPY of both), "excerpt" (COPY of ``one``), "report" (LEANS of it)."""

    one: int
    other: int
    why: Why
    own: float
    theirs: float


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """``of`` int64[n]: the first text of each text's origin; ``leans``: why, at most one for each text that folds."""

    of: Whole
    leans: tuple[Lean, ...]


def origins(said: Said, spans: Whole) -> Origins:
    """Fold texts by the passages they share: ``spans`` int64[m, 6] are a, a_start, a_end, b, b_start, b_end (code
    points of the texts), without those that differ. The first text of an origin is the one that leans on no other."""
    return folded(said, leaning(said, spans))


def folded(said: Said, may_lean: Iterable[Lean]) -> Origins:
    """Fold texts by what may lean on what, and by equal words. Texts that neither joins, not even through others, can
    be folded apart: the answer is the same while their order is."""
    found = sorted([*_equal(said), *may_lean], key=lambda x: (-min(x.own, 1.0), -x.theirs, x.one, x.other))
    above = np.arange(len(said))
    leans = []
    for lean in found:  # strongest first; a text that has folded already leans on one source only
        one, other = _top(above, lean.one), _top(above, lean.other)
        if one == lean.one and one != other:
            above[one] = other
            leans.append(lean)
    of = np.array([_top(above, n) for n in range(len(above))], np.int64)
    return Origins(of, tuple(sorted(leans, key=lambda x: x.one)))


def _top(above: NDArray[Any], number: int) -> int:
    while above[number] != number:
        above[number] = above[above[number]]
        number = int(above[number])
    return number


def _equal(said: Said) -> list[Lean]:
    """Each text on the first with the same words."""
    order = sorted(range(len(said)), key=lambda n: (int(said.likeness[n]), _age(said, n)))
    head, found = -1, []
    for number in order:
        if head >= 0 and said.likeness[head] == said.likeness[number] and said.likeness[number]:
            found.append(Lean(number, head, "same words", 1.0, 1.0))
        else:
            head = number
    return found


def _age(said: Said, number: int) -> tuple[int, int, int]:
    """What sorts the earliest first: the last day it can be of, else after all; the longest; as they came."""
    return int(said.last[number]) or 99999999, -int(said.size[number]), number


def leaning(said: Said, spans: Whole) -> list[Lean]:
    """What may lean on what, by the passages shared (``origins``)."""
    found = []
    for one, other, own, theirs in _shares(said, spans):
        if max(own, theirs) < LEANS:
            continue
        if _later(said, other, one):
            one, other, own, theirs = other, one, theirs, own
        if own >= LEANS:
            whole = own >= COPY
            found.append(Lean(one, other, "copy" if whole and theirs >= COPY else "excerpt" if whole else "report",
                              round(own, 3), round(theirs, 3)))  # fmt: skip
    return found


def _later(said: Said, one: int, other: int) -> bool:
    """Whether ``one`` is the text that leans: surely later, or, where dates do not tell, shorter."""
    if said.first[one] and said.last[other] and said.first[one] > said.last[other]:
        return True
    if said.first[other] and said.last[one] and said.first[other] > said.last[one]:
        return False
    return (int(said.size[one]), -one) < (int(said.size[other]), -other)


def _shares(said: Said, spans: Whole) -> list[tuple[int, int, float, float]]:
    """For each two texts with passages the share of each that passages cover."""
    if not len(spans):
        return []
    turned = spans[:, 0] > spans[:, 3]
    rows = np.where(turned[:, None], spans[:, [3, 4, 5, 0, 1, 2]], spans)
    pair = rows[:, 0] * len(said) + rows[:, 3]
    held, group = np.unique(pair, return_inverse=True)
    a, b = held // len(said), held % len(said)
    own = _covered(group, rows[:, 1], rows[:, 2], len(held)) / np.maximum(said.size[a], 1)
    theirs = _covered(group, rows[:, 4], rows[:, 5], len(held)) / np.maximum(said.size[b], 1)
    shares = np.minimum(own, 1.0).tolist(), np.minimum(theirs, 1.0).tolist()
    return list(zip(a.tolist(), b.tolist(), *shares, strict=True))


def _covered(group: Whole, start: Whole, end: Whole, count: int) -> Whole:
    """How many places the union of each group's stretches has."""
    width = int(end.max()) + 1
    order = np.lexsort((start, group))
    begin, close = (group * width + start)[order], (group * width + end)[order]
    reached = np.maximum.accumulate(np.concatenate(([0], close[:-1])))
    fresh = np.maximum(close - np.maximum(begin, reached), 0)
    return np.bincount(group[order], weights=fresh, minlength=count).astype(np.int64)
