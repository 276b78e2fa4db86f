"""Stretches of a text, and the map from a text back to its source.

Lives here: ``Span``, ``Run`` and ``Runs``. Not here: what stands at a span (``page``, ``claims``).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, overload

RunKind = Literal["same", "decoded", "space", "break"]
RUN_KINDS: tuple[RunKind, ...] = ("same", "decoded", "space", "break")
_NUMBER = {kind: number for number, kind in enumerate(RUN_KINDS)}
_COLUMNS = 5
_BYTES = 4


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch ``[start, end)`` of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, chars: str) -> str:
        """The characters this span covers."""
        return chars[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same stretch, ``by`` characters later."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of the map from text back to the decoded source.

    ``text`` is a span of ``Text.chars``; ``source`` a span of the *decoded source* in code points (HTML and
    plain text), or of the page's character indexes when ``page`` >= 0 (PDF), or of the part's characters (DOCX).
    Kinds: ``same`` (equal characters), ``decoded`` (a character reference or entity), ``space`` (a run of white
    space shown as one space), ``break`` (a line break that a tag or page end stands for; ``source`` is that tag,
    or empty). Runs of a Text are in order, touch, and cover every character.
    """

    text: Span
    source: Span
    kind: RunKind = "same"
    page: int = -1


@dataclass(frozen=True, slots=True)
class Runs(Sequence[Run]):
    """The runs of a text. A page has hundreds and hardly one is ever looked at, so a Run is made when it is asked for.

    ``packed`` is five columns, one after the other, of 32-bit little-endian numbers, one for each run: where its text
    ends (it starts where the last one ended, the first at 0), start and end of its source, its kind's place in
    RUN_KINDS, its page. ValueError when it cannot be that.
    """

    packed: bytes = b""

    def __post_init__(self) -> None:
        if len(self.packed) % (_COLUMNS * _BYTES):
            raise ValueError("runs of unequal columns")
        kinds = self._column(3)
        if kinds and not 0 <= min(kinds) <= max(kinds) < len(RUN_KINDS):
            raise ValueError("a run of no kind")

    @classmethod
    def pack(
        cls,
        ends: Sequence[int],
        source_starts: Sequence[int],
        source_ends: Sequence[int],
        kinds: Iterable[RunKind],
        pages: Iterable[int],
    ) -> Runs:
        """Runs from their columns.

        >>> Runs.pack([3, 4], [0, 8], [3, 12], ["same", "break"], [-1, -1])[1]
        Run(text=Span(start=3, end=4), source=Span(start=8, end=12), kind='break', page=-1)
        """
        columns = (ends, source_starts, source_ends, map(_NUMBER.__getitem__, kinds), pages)
        return cls(b"".join([_numbers(column) for column in columns]))

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Runs:
        """Runs from single ones; ValueError when they do not touch."""
        rows, at = list(runs), 0
        for run in rows:
            if run.text.start != at:
                raise ValueError(f"runs do not touch at {at}")
            at = run.text.end
        sources = [run.source for run in rows]
        return cls.pack(
            [run.text.end for run in rows],
            [source.start for source in sources],
            [source.end for source in sources],
            [run.kind for run in rows],
            [run.page for run in rows],
        )

    def __len__(self) -> int:
        return len(self.packed) // (_COLUMNS * _BYTES)

    @overload
    def __getitem__(self, index: int) -> Run: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Run, ...]: ...

    def __getitem__(self, index: int | slice) -> Run | tuple[Run, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index]
        ends, starts, stops, kinds, pages = map(self._column, range(_COLUMNS))
        text = Span(ends[place - 1] if place else 0, ends[place])
        return Run(text, Span(starts[place], stops[place]), RUN_KINDS[kinds[place]], pages[place])

    def __iter__(self) -> Iterator[Run]:
        at = 0
        for end, start, stop, kind, page in zip(*map(self._column, range(_COLUMNS)), strict=True):
            yield Run(Span(at, end), Span(start, stop), RUN_KINDS[kind], page)
            at = end

    def within(self, length: int) -> bool:
        """True when the texts of all runs lie in ``[0, length)``, in order."""
        ends = self._column(0)
        return not ends or (ends[0] >= 0 and ends[-1] <= length and sorted(ends) == ends.tolist())

    def _column(self, number: int) -> array[int]:
        size = len(self.packed) // _COLUMNS
        return _array(self.packed[number * size : (number + 1) * size])


def _array(raw: bytes) -> array[int]:
    numbers = array("i", raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _numbers(column: Iterable[int]) -> bytes:
    numbers = array("i", column)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


NO_RUNS = Runs()
