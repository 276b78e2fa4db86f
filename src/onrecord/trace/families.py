"""Families of phrases: which phrase is a variant of which.

Lives here: containment, one unit changed, other inflections. Not here: the order phrases come in (``ranking``), what is
told of them (``formulations``). A phrase is its units as bytes (four each), so that parts are slices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["longer", "part", "inflection", "wording", "near"]
WIDTH = 4
NEAR_SPACED, NEAR_UNSPACED = 4, 8  # units of a phrase in which one may be another


@dataclass(slots=True)
class Families:
    """Heads of families by their units, parts, stems and units less one; numbers are the caller's."""

    whole: dict[bytes, int] = field(default_factory=dict)
    parts: dict[bytes, int] = field(default_factory=dict)
    stems: dict[object, int] = field(default_factory=dict)
    less_one: dict[bytes, int] = field(default_factory=dict)

    def head(self, units: bytes, stems: object, spaced: bool) -> tuple[int, Kind] | None:
        """The head that a phrase is a variant of, and how: another inflection; the longest head in it; the best head it
        is a part of; one that differs in one unit of four (of eight characters). None: it may be a head itself.

        >>> known = Families()
        >>> known.add(0, b"aaaabbbb", "ab", True)
        >>> known.head(b"ccccaaaabbbb", "cab", True), known.head(b"bbbb", "b", True), known.head(b"cccc", "c", True)
        ((0, 'longer'), (0, 'part'), None)
        """
        if (found := self.stems.get(stems)) is not None:
            return found, "inflection"
        size = len(units)
        for length in range(size, 0, -WIDTH):
            for start in range(0, size - length + 1, WIDTH):
                if (found := self.whole.get(units[start : start + length])) is not None:
                    return found, "longer"
        if (found := self.parts.get(units)) is not None:
            return found, "part"
        for short in _less_one(units, spaced):
            if (found := self.less_one.get(short)) is not None:
                return found, "near"
        return None

    def add(self, number: int, units: bytes, stems: object, spaced: bool) -> None:
        """Make a phrase the head of a family; of two heads that have a part in common the first keeps it."""
        self.whole[units] = number
        self.stems.setdefault(stems, number)
        size = len(units)
        for length in range(WIDTH, size, WIDTH):
            for start in range(0, size - length + 1, WIDTH):
                self.parts.setdefault(units[start : start + length], number)
        for short in _less_one(units, spaced):
            self.less_one.setdefault(short, number)


def _less_one(units: bytes, spaced: bool) -> Iterator[bytes]:
    """A long phrase without each of its inner units, marked by which; nothing of a short one."""
    if len(units) >= WIDTH * (NEAR_SPACED if spaced else NEAR_UNSPACED):
        for at in range(0, len(units), WIDTH):
            yield units[:at] + b"-" + units[at + WIDTH :]
