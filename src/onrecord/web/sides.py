"""Versions side by side: the pairs of the first with each of the others as rows of one table.

Lives here: which sentences stand in one row. Not here: pairs (``record``), the answer (``screens.comparing``). The
sentences of the first version order the rows; where one comparison joins sentences that another keeps apart, they share
a row. What only one version has stands after the row before it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.export.comparison import Cell, Column, Marked, Note, Row, Section


@dataclass(frozen=True, slots=True)
class Stood:
    """Sentences of one version in a row: their words, what they are to the first ("kept", "reworded", "softened",
    "hardened", "added"), and why."""

    cell: Cell
    kind: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row: for each version what stands there. ``absent``: of each version, that nothing in it answers to the
    sentence (False: it was not compared with it). ``kept``: nothing differs."""

    sides: tuple[tuple[Stood, ...], ...]
    absent: tuple[bool, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """The heads of the columns and the rows; ``sections`` are the comparisons in order."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]


def grids(sections: Sequence[Section]) -> tuple[Grid, ...]:
    """One table where the first side is the same in all, else one for each."""
    if len({s.one.name for s in sections}) == 1 and len({s.other.name for s in sections}) == len(sections):
        return (_grid(sections),)
    return tuple(_grid([section]) for section in sections)


@dataclass(slots=True)
class _Group:
    """A row being made: the stretch of the first version, and what stands in each version."""

    start: int
    end: int
    sides: list[list[Stood]]
    dropped: set[int] = field(default_factory=set)
    after: list[tuple[int, Row]] = field(default_factory=list)


def _grid(sections: Sequence[Section]) -> Grid:
    count = len(sections) + 1
    groups = [_Group(-1, -1, [[] for _ in range(count)]), *_groups(sections, count)]
    for number, section in enumerate(sections, 1):
        here = groups[0]
        for row in section.rows:
            if row.one.place is None:
                here.after.append((number, row))
                continue
            here = next(g for g in groups if g.start <= row.one.place.start < g.end)
            if row.other.place is None:
                here.dropped.add(number)
            else:
                here.sides[number].append(Stood(row.other, row.kind, row.notes))
    for group in groups[1:]:
        group.sides[0] = [Stood(cell) for cell in _first(group, sections)]
    lines = [line for group in groups for line in _lines(group, count)]
    return Grid((sections[0].one, *(s.other for s in sections)), tuple(lines), tuple(sections))


def _groups(sections: Sequence[Section], count: int) -> list[_Group]:
    """The stretches of the first version, joined where those of two comparisons overlap."""
    places = sorted(row.one.place for s in sections for row in s.rows if row.one.place is not None)
    groups: list[_Group] = []
    for place in places:
        if groups and place.start < groups[-1].end:
            groups[-1].end = max(groups[-1].end, place.end)
        else:
            groups.append(_Group(place.start, place.end, [[] for _ in range(count)]))
    return groups


def _first(group: _Group, sections: Sequence[Section]) -> list[Cell]:
    """The words of the first version in a row, cut as finely as any comparison does; marks of all that cut so."""
    finest: list[Cell] = []
    marks: dict[tuple[int, int], list[Marked]] = {}
    for section in sections:
        cells = [r.one for r in section.rows if r.one.place and group.start <= r.one.place.start < group.end]
        for cell in cells:
            if cell.place:
                marks.setdefault((cell.place.start, cell.place.end), []).extend(cell.marks)
        finest = max(finest, cells, key=len)
    shown = {(c.place.start, c.place.end): c for c in finest if c.place}
    return [Cell(c.words, tuple(dict.fromkeys(marks[key])), c.place) for key, c in sorted(shown.items())]


def _lines(group: _Group, count: int) -> list[Line]:
    found = []
    if group.start >= 0:
        kinds = {one.kind for side in group.sides[1:] for one in side}
        same = not group.dropped and kinds <= {"kept"}
        found.append(Line(tuple(map(tuple, group.sides)), tuple(n in group.dropped for n in range(count)), same))
    for number, row in group.after:
        sides = [(Stood(row.other, row.kind, row.notes),) if n == number else () for n in range(count)]
        found.append(Line(tuple(sides), tuple(n == 0 for n in range(count)), False))
    return found
