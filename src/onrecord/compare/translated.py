"""Versions in two languages: whether aligned sentences make one text a translation of the other.

Lives here: pure functions over an alignment. Not here: aligning (``text.align``), which texts are candidates
(``record.crossing``). Likeness of whole texts only says whom to look at: what decides is how much of each text stands
in sentences that answer to each other word by word. Texts of fewer than ``LEAST`` sentences are not judged. What a
report has of an official text is a report of it in whatever language, unless it is the whole text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare.link import PASSAGES, Stated, gap, is_later
from onrecord.model import LinkKind, Span, VersionLink
from onrecord.text.align import Alignment, Bead

RULE = "aligned"
LEAST = 3  # sentences of each text
BORNE = 0.4  # least share of telling words of both sides that have an answer, for a pair of sentences to count
APART = 3.0  # how far a likeness stands out from those of enough others for the pair to need no more than
FAINT = 0.15  # this share: short texts teach the aligner little
WHOLE = 0.55  # least share of both texts in such pairs
NAMES, SAME = 2, 0.5  # from so many states and people on that a text names, its translation names this share of them
ALL = 0.9  # share from which what is no official text is its translation nevertheless


@dataclass(frozen=True, slots=True)
class Sentences:
    """A statement and its sentences, as code points of its text with their words."""

    stated: Stated
    spans: tuple[Span, ...]
    words: tuple[str, ...]


def same_names(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two texts can be one in two languages by the states and people (ids) that they name: speeches of two
    states to one assembly are alike in their words, and name others.

    >>> same_names(frozenset({"BY", "RU"}), frozenset({"CA", "US", "HT"})), same_names(frozenset({"BY"}), frozenset())
    (False, True)
    """
    fewer = min(len(mine), len(theirs))
    return fewer < NAMES or len(mine & theirs) >= SAME * fewer


def aligned(
    one: Sentences, other: Sentences, found: Alignment, margin: float, *, stands_out: bool = False
) -> VersionLink | None:
    """The link that an alignment of two statements bears out, if any; ``margin`` is told as a reason. ``stands_out``:
    no other pair of many is nearly as like."""
    if min(len(one.spans), len(other.spans)) < LEAST:
        return None
    borne = FAINT if stands_out else BORNE
    pairs = [bead for bead in found.pairs if min(bead.covered) >= borne and bead.score > 0]
    mine, theirs = _share(one, [b.one for b in pairs]), _share(other, [b.other for b in pairs])
    if len(pairs) < LEAST or min(mine, theirs) < WHOLE:
        return None
    days = gap(one.stated, other.stated)
    later = is_later(one.stated, other.stated, (mine, theirs))
    first, second, shares = (one, other, (mine, theirs)) if later else (other, one, (theirs, mine))
    best = sorted(pairs, key=lambda b: -b.score)[:PASSAGES]
    places = sorted(_place(one, other, bead) if later else _turned(_place(one, other, bead)) for bead in best)
    told = (
        *([("days", str(days))] if days is not None else []),
        ("aligned", f"{shares[0]:.0%} / {shares[1]:.0%}"), ("margin", f"{margin:.1f}"),
    )  # fmt: skip
    return VersionLink(
        _kind(first.stated, second.stated, min(shares)),
        first.stated.id,
        second.stated.id,
        round(min(1.0, max(mine, theirs)), 3),
        RULE,
        tuple(places),
        told,
    )


def _kind(later: Stated, earlier: Stated, share: float) -> LinkKind:
    """A report that gives an official text's words is no translation of it."""
    reported = later.reports or (not later.official and earlier.official)
    return "report" if reported and share < ALL else "translation"


def _share(text: Sentences, groups: Sequence[Sequence[int]]) -> float:
    """The share of a text's characters in some of its sentences."""
    whole = sum(map(len, text.spans))
    return sum(len(text.spans[n]) for group in groups for n in group) / max(whole, 1)


def _place(one: Sentences, other: Sentences, bead: Bead) -> tuple[int, int, int, int]:
    return (
        one.spans[bead.one[0]].start, one.spans[bead.one[-1]].end,
        other.spans[bead.other[0]].start, other.spans[bead.other[-1]].end,
    )  # fmt: skip


def _turned(place: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return (*place[2:], *place[:2])
