"""Who says no: negations of two wordings in different languages held against each other.

Lives here: whether one side denies what the other does not. Not here: the words (``knowledge.lexicons``), finding them
(``telling``). Plain negations are counted on both sides. A side that has more of them than the other has of plain and
lexical ones together ("unable", 拒绝) denies something alone. "Not only" for "only" is told too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.compare.telling import Mark

FIRST: Final = "on the first side only"
SECOND: Final = "on the second side only"


def denied_once(one: Sequence[Mark], other: Sequence[Mark]) -> str:
    """Where a negation stands that the other side has no answer to; "" when there is none, or it cannot be told."""
    (here, soft_here), (there, soft_there) = _counts(one), _counts(other)
    if here > there + max(0, soft_there - soft_here):
        return FIRST
    if there > here + max(0, soft_here - soft_there):
        return SECOND
    return _turned(one, other)


def _counts(marks: Sequence[Mark]) -> tuple[int, int]:
    return sum(m.kind == "negation" for m in marks), sum(m.kind == "refusing" for m in marks)


def _turned(one: Sequence[Mark], other: Sequence[Mark]) -> str:
    """Where "not only" stands: for "only" on the other side, or for "only ... but also", which has lost its "not"."""
    here, there = {m.kind for m in one}, {m.kind for m in other}
    for mine, theirs, where in ((here, there, FIRST), (there, here, SECOND)):
        bare = "only" in theirs and "only" not in mine and not {"besides", "negation"} & theirs
        if bare and ("besides" in mine or "also" in theirs):
            return where
    return ""
