"""Versions in one table: which sentences stand in one row."""

from __future__ import annotations

from onrecord.export.comparison import Cell, Column, Row, Section
from onrecord.model import Span
from onrecord.web.sides import grids

FIRST = "One. Two. Three."
ONE, TWO, THREE = Span(0, 4), Span(5, 9), Span(10, 16)


def cell(place: Span, words: str = FIRST) -> Cell:
    """Words of the first version, or others at a place."""
    return Cell(place.of(words) if words == FIRST else words, (), place)


def section(other: str, *rows: Row) -> Section:
    """The first version "a" with another."""
    return Section(Column("a", "en", ()), Column(other, "en", ()), f"with {other}", rows)


def test_the_first_version_orders_the_rows_of_all() -> None:
    """Three versions give one table; what one lacks is absent there, what only it has follows in a row of its own."""
    b = section(
        "b", Row("kept", cell(ONE), cell(ONE)), Row("dropped", cell(TWO), Cell()),
        Row("added", Cell(), cell(Span(5, 9), "New.")), Row("hardened", cell(THREE), cell(Span(10, 17), "Three!!")),
    )  # fmt: skip
    c = section(
        "c", Row("kept", cell(Span(0, 9)), cell(Span(0, 9), "One. Two.")), Row("kept", cell(THREE), cell(THREE))
    )
    (grid,) = grids([b, c])
    assert [column.name for column in grid.columns] == ["a", "b", "c"]
    assert [[[s.cell.words for s in side] for side in line.sides] for line in grid.lines] == [
        [["One.", "Two."], ["One."], ["One. Two."]],
        [[], ["New."], []],
        [["Three."], ["Three!!"], ["Three."]],
    ]
    assert [line.absent for line in grid.lines] == [(False, True, False), (True, False, False), (False, False, False)]
    assert [line.kept for line in grid.lines] == [False, False, False]
    assert grid.lines[2].sides[1][0].kind == "hardened"


def test_captures_of_a_page_keep_a_table_each() -> None:
    """Where the first side is not the same in all, each comparison has its own table."""
    pairs = section("b", Row("kept", cell(ONE), cell(ONE)))
    later = Section(pairs.other, Column("c", "en", ()), "later", pairs.rows)
    assert [len(grid.columns) for grid in grids([pairs, later])] == [2, 2]
    assert all(line.kept for grid in grids([pairs, later]) for line in grid.lines)
