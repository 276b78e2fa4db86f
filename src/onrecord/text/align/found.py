"""What an alignment says: beads, the words that carried them, and how sure each is.

Lives here: the values. Not here: how they are found.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a sentence: the sentence's number on its side, and the word's code points ``[start, end)`` in it."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two words that explain each other; ``weight`` is between 0 and 1."""

    one: Place
    other: Place
    weight: float


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same, as numbers on both sides; one side empty: nothing on the other side answers to it.

    ``score`` is the log of how much likelier the bead is under translation than by chance (an empty side: the sum its
    sentences would have lost as parts of beads is not counted, so scores compare among beads of two sides). ``covered``
    is the share of telling words that have a link, on each side; ``links`` are the words that carried the bead, and
    ``bare_one`` and ``bare_other`` the telling words without one.
    """

    one: tuple[int, ...]
    other: tuple[int, ...]
    score: float
    covered: tuple[float, float] = (0.0, 0.0)
    links: tuple[Link, ...] = ()
    bare_one: tuple[Place, ...] = ()
    bare_other: tuple[Place, ...] = ()

    @property
    def kind(self) -> str:
        """ "pair", "omission" (only the first side has it) or "insertion" (only the second)."""
        return "insertion" if not self.one else "pair" if self.other else "omission"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in order of the first side (insertions where they stand); every sentence is in exactly one bead."""

    beads: tuple[Bead, ...]
    langs: tuple[str, str]

    @property
    def pairs(self) -> tuple[Bead, ...]:
        """The beads with both sides."""
        return tuple(bead for bead in self.beads if bead.one and bead.other)

    @property
    def omissions(self) -> tuple[Bead, ...]:
        """What only the first side has."""
        return tuple(bead for bead in self.beads if not bead.other)

    @property
    def insertions(self) -> tuple[Bead, ...]:
        """What only the second side has."""
        return tuple(bead for bead in self.beads if not bead.one)
