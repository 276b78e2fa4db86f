"""The counts of a cell of positions, as values.

Lives here: what is counted of one cell, and the dates that counting needs. Not here: the arithmetic (``tallies``, which
alone needs arrays), which positions are counted (``stances``).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ActCount:
    """One act of a cell (or its negation): ``positions`` in so many ``texts`` of so many ``origins``."""

    act: str
    negated: bool
    positions: int
    texts: int
    origins: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one cell. ``latest`` are the acts whose date can be the latest, ``first`` and ``last`` EDTF dates
    of the first and last statement (None: none is dated); ``sides`` counts origins that are for, against, both.
    ``unsure`` counts texts whose date only can lie in the asked period. ``acts``: most origins first. ``days`` are the
    first and last ISO day that any of the statements can be of."""

    positions: int
    texts: int
    origins: int
    acts: tuple[ActCount, ...]
    latest: tuple[tuple[str, bool], ...]
    first: str | None
    last: str | None
    sides: tuple[int, int, int]
    unsure: int
    days: tuple[str | None, str | None]


@dataclass(slots=True)
class Dated:
    """Statements by number: the EDTF date of each, its likeness, the (first, last) day it can be of (absent without a
    year). ``unsure``: its date only can lie in the asked period."""

    edtf: dict[int, str | None] = field(default_factory=dict)
    likeness: dict[int, int] = field(default_factory=dict)
    days: dict[int, tuple[str, str]] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)

    def only(self, numbers: set[int]) -> Dated:
        """The same of these statements alone."""
        return Dated(
            {n: self.edtf[n] for n in numbers if n in self.edtf}, {n: self.likeness[n] for n in numbers},
            {n: self.days[n] for n in numbers if n in self.days}, self.unsure & numbers,
        )  # fmt: skip
