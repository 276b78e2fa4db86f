"""Part of step 4: tables of a web page that belong to its main text, and pipe tables of Markdown.

Lives here: telling a table of content (measures, duties, members of a delegation) from one that lays out the page, and
the mark "cell" for its passages. Not here: the score of one piece (``content``), what is not main text (``main_text``).
A cell alone says little, so the table is judged as a whole, by the mean score of its characters.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.structure import content
from onrecord.structure.passage import Passage, Sheet

CELL = "cell"
LONGEST = 400  # characters of a passage; a longer one is running text in a table that lays out a page
LINKED = 0.5
CLIMB = 12


@dataclass(slots=True)
class _Table:
    """The passages of a table by the cell and row they stand in."""

    cells: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    passages: list[Passage] = field(default_factory=list)


def mark(sheet: Sheet, passages: list[Passage]) -> None:
    """Give the passages of each table of content the mark "cell", and at least the table's score."""
    if not any(node.tag == "table" for node in sheet.text.layout.nodes):
        return
    tables: dict[int, _Table] = defaultdict(_Table)
    for passage in passages:
        table, row, cell = _place(sheet, passage)
        if cell >= 0:
            tables[table].cells[row].add(cell)
            tables[table].passages.append(passage)
    for one in tables.values():
        score = _score(sheet, one)
        for passage in one.passages if score >= content.MAIN else ():
            passage.mark, passage.main = CELL, max(passage.main, score)


def mark_pipes(sheet: Sheet, passages: list[Passage]) -> None:
    """Give the rows of each Markdown pipe table the mark "cell": lines between pipes, one of them drawn with dashes."""
    if sheet.chars.find("|--") < 0 and sheet.chars.find("| --") < 0 and sheet.chars.find("|:-") < 0:
        return
    run: list[Passage] = []
    for passage in [*passages, None]:
        line = sheet.of(passage) if passage else ""
        if passage and len(line) > 2 and line[0] == "|" and line[-1] == "|":
            run.append(passage)
            continue
        if any(_drawn(sheet.of(p)) for p in run[1:2]):
            for row in run:
                row.mark = CELL
        run = []


def _drawn(line: str) -> bool:
    return "--" in line and not line.strip("|-: ")


def _place(sheet: Sheet, passage: Passage) -> tuple[int, int, int]:
    """The nodes of the table, row and cell nearest around a passage; the cell is -1 outside tables."""
    nodes, at = sheet.text.layout.nodes, sheet.pieces[passage.first].node
    cell = row = -1
    for _ in range(CLIMB):
        if at < 0:
            break
        tag = nodes[at].tag
        if tag in ("td", "th") and cell < 0:
            cell = at
        elif tag == "tr" and cell >= 0 and row < 0:
            row = at
        elif tag == "table":
            return at, row, cell if row >= 0 else -1
        at = nodes[at].parent
    return -1, -1, -1


def _score(sheet: Sheet, table: _Table) -> float:
    """The mean score of a table's characters; 0 for one that is no table of content: of one row or column, with
    running text, or mostly links."""
    lengths = [p.end - p.start for p in table.passages]
    linked = sum(sheet.pieces[p.first].linked for p in table.passages)
    wide = sum(len(cells) >= 2 for cells in table.cells.values())
    least = 1 if sheet.text.reader.startswith("docx") else 2  # a written document lays nothing out by tables of one row
    if wide < least or max(lengths) > LONGEST or linked > LINKED * sum(lengths):
        return 0.0
    return sum(p.main * n for p, n in zip(table.passages, lengths, strict=True)) / sum(lengths)
