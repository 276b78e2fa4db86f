"""Softer or harder: the strength ladder on two sides of a pair, in any two languages.

Lives here: which stances are comparable, and the answer. Not here: rungs (``knowledge.codes``), finding positions
(``annotate``), modal words (``knowledge.modality``). Two sides are compared only where both take a stance of one
family; everything else is not comparable, which is an answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.model import Span

Way = Literal["softened", "hardened"]

FAMILY: Final[dict[str, str]] = {
    "demand": "ask", "appeal": "ask", "propose": "ask",
    "oppose": "against", "criticise": "against", "deny": "against", "concern": "against",
    "support": "for", "welcome": "for",
    "commit": "will", "warn": "warn",
}  # fmt: skip
BLURRED: Final = frozenset({"will", "against"})  # between languages a word and its usual translation stand a rung apart


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance found in a sentence: its act, its rung (1 to 6), whether it is negated, its words (``cue``, code
    points of the text), and the actor who takes it, where known."""

    act: str
    rung: int
    negated: bool
    cue: Span
    words: str
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the ladder: from ``one`` to ``other``, rungs and words; ``what`` is the family or "modal"."""

    way: Way
    what: str
    one: tuple[int, str]
    other: tuple[int, str]


def step(one: Sequence[Stand], other: Sequence[Stand], blurred: Collection[str] = ()) -> Step | None:
    """How a second wording is softer or harder than a first; None when they are level or not comparable.

    Comparable are sides that take as many stances of a family, none of them negated differently or taken by somebody
    else, and no two families that move in different directions. In ``blurred`` families one rung is no step.
    """
    found = []
    for family in sorted(_families(one) & _families(other)):
        here, there = _of(one, family), _of(other, family)
        if len(here) != len(there) or Counter(s.negated for s in here) != Counter(s.negated for s in there):
            continue
        high, low = max(here, key=_rung), max(there, key=_rung)
        if high.who and low.who and high.who != low.who:
            continue
        if abs(high.rung - low.rung) > (family in blurred):
            way: Way = "softened" if low.rung < high.rung else "hardened"
            found.append(Step(way, family, (high.rung, high.words), (low.rung, low.words)))
    return found[0] if len({s.way for s in found}) == 1 else None


def modal_step(one: Sequence[tuple[int, str]], other: Sequence[tuple[int, str]], least: int = 1) -> Step | None:
    """The same for modal words (rung, word): only where both sides have one and it differs by ``least`` or more."""
    if len(one) != 1 or len(other) != 1 or abs(one[0][0] - other[0][0]) < least:
        return None
    return Step("softened" if other[0][0] < one[0][0] else "hardened", "modal", one[0], other[0])


def _families(stands: Sequence[Stand]) -> set[str]:
    return {FAMILY[s.act] for s in stands if s.act in FAMILY}


def _of(stands: Sequence[Stand], family: str) -> list[Stand]:
    return [s for s in stands if FAMILY.get(s.act) == family]


def _rung(stand: Stand) -> int:
    return stand.rung
