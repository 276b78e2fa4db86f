"""Which statements of one language are versions of one act: by the passages they share, their days and outlets.

Lives here: pure functions over passages. Not here: finding passages (``text.passages``), two languages (``meeting``,
``spoken``), which statements are held (``record.linking``).

A text that leans on another by the measure of origins (``LEANS`` of it) is a version whatever the days. One that
shares less is an excerpt or a report when the two are near in time and what they share is their own. Evidence is the
weight of shared words, twice where they stand as a quotation. A word counts the less the more texts of other times hold
it too (formulas), and not at all in addresses and markup, where texts end alike, and where two texts of one outlet
share what others of that outlet have as well (its templates). How much is needed depends on who the two are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model import LinkKind, VersionLink
from onrecord.text.passages import COPY, LEANS

RULE = "passages"
NEAR = 21  # days between the two
FAR = 45  # days after which words that return are nobody's own
ENOUGH = {  # least evidence (a word 3, a character that stands alone 2; quoted: twice), by who the two are
    "stated": 45.0,  # an official text or state media, and another outlet
    "reports": 60.0,  # two reports of different outlets
    "one outlet": 100.0,
}
QUOTED = 27.0  # of two reports: least weight of shared words that one of them quotes, else
PLAIN = 180.0  # that much evidence without
PART = 0.3  # of two reports of one outlet, and of statements of unknown ones: least share of one of them
EDGE = 0.12  # share of a text at its ends where an outlet's own lines stand
AHEAD = 1  # days by which a report may be dated before the text that it reports
PASSAGES = 12  # most passages that a link keeps


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement as linking sees it: its id, ``size`` code points said, its place ``[start, end)``, the days it can be
    of as ordinals (said, published; each first and last, none when not known), its outlet and page ("" unknown),
    whether a government or its media speaks in it (``official``), a hash of its words, its direct quotations,
    whether it is a report by its form (``reports``), an official text of an unknown outlet by its form
    (``by_form``), and a statement by its form (``states``)."""

    id: str
    lang: str
    size: int
    start: int
    end: int
    days: tuple[tuple[int, int], ...]
    outlet: str = ""
    address: str = ""
    official: bool = False
    likeness: int = 0
    quoted: tuple[tuple[int, int], ...] = ()
    reports: bool = False
    by_form: bool = False
    states: bool = False

    @property
    def speaks(self) -> bool:
        """Whether officials speak in it, by its outlet or by its form."""
        return self.official or self.by_form


@dataclass(frozen=True, slots=True)
class Common:
    """A passage of the statement looked at and another: half-open code points of both texts, the weight of what
    matches, and whether a number, name or negation differs."""

    other: str
    here: tuple[int, int]
    there: tuple[int, int]
    weight: float
    differs: str = ""


def gap(one: Stated, other: Stated) -> int | None:
    """The least days between two statements; None when the days of one are not known."""
    found = [max(0, a[0] - b[1], b[0] - a[1]) for a in one.days for b in other.days]
    return min(found) if found else None


def within(
    one: Stated, others: Mapping[str, Stated], common: Sequence[Common], void: NDArray[np.bool_]
) -> list[VersionLink]:
    """The links of a statement with others of its language that share passages with it.

    ``void`` marks the code points of its text, from ``one.start``, that are addresses and markup.
    """
    by_other: defaultdict[str, list[Common]] = defaultdict(list)
    for passage in common:
        by_other[passage.other].append(passage)
    pairs = [_Pair.of(one, others[name], passages) for name, passages in by_other.items()]
    own = np.where(void, 0.0, 1.0 / (1.0 + _held_by(one, [p for p in pairs if p.days is None or p.days > FAR])))
    template = _held_by(one, _distinct([p for p in pairs if p.other.outlet == one.outlet and not p.leans])) > 1
    plain, house = own.astype(np.float32), np.where(template, 0.0, own).astype(np.float32)
    found = (_link(pair, house if pair.one_outlet else plain) for pair in pairs)
    return [link for link in found if link]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two statements, what they share, the days between them, and the share of each that the other has."""

    one: Stated
    other: Stated
    passages: Sequence[Common]
    days: int | None
    mine: float
    theirs: float

    @classmethod
    def of(cls, one: Stated, other: Stated, passages: Sequence[Common]) -> _Pair:
        same = [p for p in passages if not p.differs]
        mine = _covered([p.here for p in same]) / max(one.size, 1)
        theirs = _covered([p.there for p in same]) / max(other.size, 1)
        return cls(one, other, passages, gap(one, other), min(1.0, mine), min(1.0, theirs))

    @property
    def leans(self) -> bool:
        return max(self.mine, self.theirs) >= LEANS

    @property
    def shown(self) -> tuple[float, float]:
        """The shares for a reader: of all passages, those with a changed number, name or negation too."""
        mine = _covered([p.here for p in self.passages]) / max(self.one.size, 1)
        theirs = _covered([p.there for p in self.passages]) / max(self.other.size, 1)
        return min(1.0, mine), min(1.0, theirs)

    @property
    def one_outlet(self) -> bool:
        return bool(self.one.outlet) and self.one.outlet == self.other.outlet


def _distinct(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Pairs whose other sides have different words."""
    return list({p.other.likeness or p.other.id: p for p in pairs}.values())


def _held_by(one: Stated, pairs: Sequence[_Pair]) -> NDArray[np.int32]:
    """For each code point of a statement how many of the others hold it, too."""
    count = np.zeros(one.end - one.start, np.int32)
    for pair in pairs:
        held = np.zeros(len(count), bool)
        for passage in pair.passages:
            held[max(0, passage.here[0] - one.start) : max(0, passage.here[1] - one.start)] = True
        count += held
    return count


def _link(pair: _Pair, own: NDArray[np.float32]) -> VersionLink | None:
    quoted, plain = _weights(pair, own)
    evidence = 2 * quoted + plain
    near = pair.days is not None and pair.days <= NEAR
    if not pair.leans and not (near and _enough(pair, quoted, evidence)):
        return None
    kind, later = _kind(pair.one, pair.other, (pair.mine, pair.theirs))
    score = round(max(pair.mine, pair.theirs, evidence / (evidence + ENOUGH["stated"])), 3)
    told = [("days", str(pair.days))] if pair.days is not None else []
    mine, theirs = pair.shown
    told += [("shared", f"{mine:.0%} / {theirs:.0%}"), ("evidence", f"{evidence:.0f}")]
    best = sorted(pair.passages, key=lambda p: -p.weight)[:PASSAGES]
    if later is pair.one:
        places = sorted((*p.here, *p.there) for p in best)
        return VersionLink(kind, pair.one.id, pair.other.id, score, RULE, tuple(places), tuple(told))
    places = sorted((*p.there, *p.here) for p in best)
    told[-2] = ("shared", f"{theirs:.0%} / {mine:.0%}")
    return VersionLink(kind, pair.other.id, pair.one.id, score, RULE, tuple(places), tuple(told))


def _enough(pair: _Pair, quoted: float, evidence: float) -> bool:
    stated = pair.one.official or pair.other.official
    part = max(pair.mine, pair.theirs) >= PART
    if _are_acts(pair.one, pair.other) and not part:
        return False
    if pair.one_outlet:
        return evidence >= ENOUGH["one outlet"] and (stated or part)
    if stated:
        return evidence >= ENOUGH["stated"]
    return evidence >= ENOUGH["reports"] and (quoted >= QUOTED or evidence >= PLAIN)


def _are_acts(one: Stated, other: Stated) -> bool:
    """Whether two texts are acts of their own, in which formulas return: statements, no reports, of which one at least
    is of an outlet that nobody knows."""
    return one.states and other.states and not (one.outlet and other.outlet)


def _weights(pair: _Pair, own: NDArray[np.float32]) -> tuple[float, float]:
    """The weight of shared words that one of the two quotes, and of the others."""
    quoted = plain = 0.0
    for passage in pair.passages:
        start, end = passage.here[0] - pair.one.start, passage.here[1] - pair.one.start
        weight = passage.weight * float(own[start:end].mean()) if end > start else 0.0
        if _inside(pair.one, passage.here) or _inside(pair.other, passage.there):
            quoted += weight
        elif not (_at_edge(pair.one, passage.here) and _at_edge(pair.other, passage.there)):
            plain += weight
    return quoted, plain


def _inside(text: Stated, span: tuple[int, int]) -> bool:
    """Whether most of a stretch stands in direct quotations."""
    held = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in text.quoted)
    return 2 * held >= span[1] - span[0]


def _at_edge(text: Stated, span: tuple[int, int]) -> bool:
    """Whether a stretch stands among the last lines of a text."""
    return span[0] >= text.end - (text.end - text.start) * EDGE


def _kind(one: Stated, other: Stated, shares: tuple[float, float]) -> tuple[LinkKind, Stated]:
    """The kind of a pair, and which of the two is it."""
    mine, theirs = shares
    later, earlier = (one, other) if is_later(one, other, shares) else (other, one)
    if one.address and one.address == other.address:
        return "revision", later
    if min(mine, theirs) >= COPY:
        return "repost", later
    share = mine if later is one else theirs
    turned = (later.speaks, earlier.reports) > (earlier.speaks, later.reports) and (gap(one, other) or 0) <= AHEAD
    if share < COPY and turned:  # what officials said, or a statement, reports no press
        return ("excerpt" if max(mine, theirs) >= COPY else "report"), earlier
    return ("excerpt" if share >= COPY else "report"), later


def is_later(one: Stated, other: Stated, shares: tuple[float, float]) -> bool:
    """Whether ``one`` is the version: surely later, else not the official one, else the one that has more of it
    (``shares``: of each that the other has)."""
    if one.days and other.days:
        a, b = min(d[1] for d in one.days), min(d[1] for d in other.days)
        if a != b:
            return a > b
    if one.official != other.official:
        return other.official
    if abs(shares[0] - shares[1]) > 0.1:
        return shares[0] > shares[1]
    return (one.size, other.id) < (other.size, one.id)


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """How many places the union of stretches has."""
    total, reached = 0, -1
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
