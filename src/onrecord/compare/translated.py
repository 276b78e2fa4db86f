"""Versions in two languages: whether aligned sentences make one text a translation of the other.

Lives here: pure functions over an alignment. Not here: aligning (``text.align``), which texts are candidates
(``record.crossing``). Likeness of whole texts only says whom to look at: what decides is how much of each text stands
in sentences that answer to each other word by word. Texts of fewer than ``LEAST`` sentences are not judged, nor are
reports in another language: texts on one subject have a third of each other by chance, and no report read had more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare.link import PASSAGES, Stated, gap, is_later
from onrecord.model import Span, VersionLink
from onrecord.text.align import Alignment, Bead

RULE = "aligned"
LEAST = 3  # sentences of each text
BORNE = 0.4  # least share of telling words of both sides that have an answer, for a pair of sentences to count
WHOLE = 0.55  # least share of both texts in such pairs


@dataclass(frozen=True, slots=True)
class Sentences:
    """A statement and its sentences, as code points of its text with their words."""

    stated: Stated
    spans: tuple[Span, ...]
    words: tuple[str, ...]


def aligned(one: Sentences, other: Sentences, found: Alignment, margin: float) -> VersionLink | None:
    """The link that an alignment of two statements bears out, if any; ``margin`` is told as a reason."""
    if min(len(one.spans), len(other.spans)) < LEAST:
        return None
    pairs = [bead for bead in found.pairs if min(bead.covered) >= BORNE and bead.score > 0]
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
        "translation",
        first.stated.id,
        second.stated.id,
        round(min(1.0, max(mine, theirs)), 3),
        RULE,
        tuple(places),
        told,
    )


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
