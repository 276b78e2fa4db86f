"""A text and its report in another language: which sentences of the two answer to each other, in any order.

Lives here: choosing pairs among all sentences of two texts. Not here: how sure one pair is (``across``), translations
of whole texts (``text.align``), kinds of pairs (``pairs``).

A report gives some sentences, in its own order, among others that the text does not have. So a pair must stand out
from the others of both sentences, and its words must answer each other without what the two texts would teach: pairs
that are mostly wrong teach wrong words. The surest pair is taken first, each sentence once; a heading is paired with a
sentence of the text only after all others. Then a sentence that is sure of one that has its pair already joins it,
where it stands beside the other: two sentences told in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.across import NEXT, ONCE, OWN, USUAL, sureness
from onrecord.text.align import Bead, Lexicon, Link, Place, align_all, likeness

SURE = 1.2  # least sureness of a pair: chosen on texts mixed with strangers (bench/compare.py reports)
FEW = 3  # likest sentences of either side that are looked at closely
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Likely:
    """A pair of sentences and how sure it is."""

    sure: float
    bead: Bead

    @property
    def place(self) -> tuple[int, int]:
        return self.bead.one[0], self.bead.other[0]


def matched(
    ones: Sequence[str], others: Sequence[str], words: Lexicon, heads: tuple[frozenset[int], frozenset[int]]
) -> list[Bead]:
    """Beads of the sentences of two texts in the languages of ``words``: pairs, then what either side has alone.

    ``heads`` are the numbers of headings on both sides. Every sentence is in exactly one bead.
    """
    likely = _likely(ones, others, words)
    groups: list[list[_Likely]] = []
    for headed in (False, True):
        for one in likely:
            i, j = one.place
            if (
                ((i in heads[0]) != (j in heads[1])) == headed
                and not _holder(groups, 0, i)
                and not _holder(groups, 1, j)
            ):
                groups.append([one])
    for one in likely:
        _join(groups, one)
    beads = [_whole(group) for group in groups]
    used = {i for b in beads for i in b.one}, {j for b in beads for j in b.other}
    beads += [Bead((i,), (), 0.0) for i in range(len(ones)) if i not in used[0]]
    return beads + [Bead((), (j,), 0.0) for j in range(len(others)) if j not in used[1]]


def _likely(ones: Sequence[str], others: Sequence[str], words: Lexicon) -> list[_Likely]:
    """Pairs that are sure enough, surest first."""
    if not ones or not others:
        return []
    like = likeness(ones, others, words)
    near = {(i, int(j)) for i, row in enumerate(like) for j in np.argsort(-row, kind="stable")[:FEW]}
    near |= {(int(i), j) for j, row in enumerate(like.T) for i in np.argsort(-row, kind="stable")[:FEW]}
    places = sorted(near)
    found = []
    for (i, j), alignment in zip(
        places, align_all([([ones[i]], [others[j]]) for i, j in places], words, ONCE), strict=True
    ):
        for bead in alignment.pairs:
            apart = (_apart(like[i], j) + _apart(like[:, j], i)) / 2
            sure, covered, _ = sureness(bead, apart, (ones[i], others[j]), words)
            if sure >= SURE and covered >= OWN:
                found.append(_Likely(sure, _numbered(bead, i, j)))
    return sorted(found, key=lambda one: (-one.sure, one.place))


def _apart(row: Floats, at: int) -> float:
    """The log of how far a likeness stands out from the next ones."""
    rest = np.sort(np.delete(row, at))[::-1][:NEXT]
    return log(float(row[at]) / max(float(rest.mean()) if len(rest) else 0.0, USUAL) + 1e-3)


def _numbered(bead: Bead, i: int, j: int) -> Bead:
    """A bead of one sentence with one, with their numbers in the texts."""
    links = tuple(Link(_in(link.one, i), _in(link.other, j), link.weight) for link in bead.links)
    bare = tuple(_in(p, i) for p in bead.bare_one), tuple(_in(p, j) for p in bead.bare_other)
    return Bead((i,), (j,), bead.score, bead.covered, links, *bare)


def _in(place: Place, sentence: int) -> Place:
    return replace(place, sentence=sentence)


def _holder(groups: Sequence[list[_Likely]], side: int, number: int) -> list[_Likely] | None:
    return next((group for group in groups if any(one.place[side] == number for one in group)), None)


def _join(groups: Sequence[list[_Likely]], one: _Likely) -> None:
    """Add a sentence to the pair that has its answer, where it stands beside the other sentence of that pair."""
    held = _holder(groups, 0, one.place[0]), _holder(groups, 1, one.place[1])
    for side in (0, 1):
        group = held[1 - side]
        if held[side] is None and group is not None and len({o.place[1 - side] for o in group}) == 1:
            mine = {o.place[side] for o in group}
            if one.place[side] + 1 in mine or one.place[side] - 1 in mine:
                group.append(one)
                return


def _whole(group: Sequence[_Likely]) -> Bead:
    """The beads of a group as one: a word is bare when it is so in each."""
    beads = [one.bead for one in group]
    if len(beads) == 1:
        return beads[0]
    ones = tuple(sorted({n for b in beads for n in b.one}))
    others = tuple(sorted({n for b in beads for n in b.other}))
    linked = {link.one for b in beads for link in b.links}, {link.other for b in beads for link in b.links}
    bare_one = tuple(sorted({p for b in beads for p in b.bare_one} - linked[0], key=_order))
    bare_other = tuple(sorted({p for b in beads for p in b.bare_other} - linked[1], key=_order))
    covered = max(b.covered[0] for b in beads), max(b.covered[1] for b in beads)
    links = tuple(link for b in beads for link in b.links)
    return Bead(ones, others, max(b.score for b in beads), covered, links, bare_one, bare_other)


def _order(place: Place) -> tuple[int, int]:
    return place.sentence, place.start
