"""The positions screen: actors and measures, and the sentences of one cell.

Lives here: its question and answers. Not here: the table (``record``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.record import Positions, Record, Standing, Wanted
from onrecord.store import Quotation
from onrecord.web.screens.voices import Voice, voice

MOST_ROWS, MOST_COLUMNS, MOST_SENTENCES = 50, 24, 200
LANGS = ("en", "zh")
SIGNS = {
    "support": "+", "welcome": "+", "commit": "●", "propose": "●", "oppose": "−", "criticise": "−", "deny": "−",
    "demand": "!", "warn": "!", "appeal": "?", "concern": "~", "announce": "·",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks, as on the command line; ``page`` and ``wide`` count pages of rows and columns from 1."""

    actor: str | None = None
    measure: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    lang: str | None = None
    page: int = 1
    wide: int = 1

    def wanted(self) -> Wanted:
        """As the record takes it."""
        return Wanted(self.actor, self.measure, self.act, self.since, self.until, self.as_of, self.lang, over_time=True)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """One actor with a cell for each column in order; None: no statement held."""

    id: str
    name: str
    cells: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True)
class PositionsAnswer:
    """A page of the table; ``left_out`` texts are not surely of the time before ``as_of``; ``more`` rows and
    ``more_columns`` follow. ``names`` of actors and measures by id and language."""

    question: Question
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int
    more: int
    more_columns: int = 0
    names: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """The sentences of a cell, newest first, with their words; ``more``: only the newest ``MOST_SENTENCES`` of them."""

    question: Question
    row: str
    column: str
    quotations: tuple[Said, ...]
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    more: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that takes a position, with its place."""

    id: str
    statement: str
    words: str
    act: str
    negated: bool
    holder: str
    strength: int | None
    start: int
    end: int
    lang: str
    date: str | None
    published: str | None
    publisher: str | None
    authority: str
    voice: Voice


def ask(record: Record, question: Question) -> PositionsAnswer:
    """The table of what is asked; InputError for what is not known."""
    left, top = (question.wide - 1) * MOST_COLUMNS, (question.page - 1) * MOST_ROWS
    rows, columns = slice(top, top + MOST_ROWS), slice(left, left + MOST_COLUMNS)
    part = record.positions_page(question.wanted(), rows, columns)
    cells = {(cell.row, cell.column): cell for cell in part.cells}
    shown = tuple(Column(*one) for one in part.columns)
    found = [Row(id, name, tuple(cells.get((id, c.id)) for c in shown)) for id, name in part.rows]
    names = record.names([*(c.id for c in shown), *(row.id for row in found)], LANGS)
    return PositionsAnswer(
        question, shown, tuple(found), part.left_out, max(0, part.all_rows - rows.stop),
        max(0, part.all_columns - columns.stop), names,
    )  # fmt: skip


def held(record: Record, question: Question) -> Positions:
    """The record's own answer: every cell."""
    w = question.wanted()
    return record.positions(
        actor=w.actor, measure=w.measure, act=w.act, since=w.since, until=w.until, as_of=w.as_of, lang=w.lang,
        over_time=True,
    )  # fmt: skip


def ask_cell(record: Record, question: Question, row: str, column: str) -> CellAnswer:
    """The sentences of one cell."""
    some = record.quotations(row, column, limit=MOST_SENTENCES + 1, wanted=question.wanted())
    found, more = some[:MOST_SENTENCES], len(some) > MOST_SENTENCES
    names = record.names([row, column, *(q.publisher or "" for q in found)], LANGS)
    return CellAnswer(question, row, column, tuple(map(_said, found)), names, more)


def _said(q: Quotation) -> Said:
    p = q.position
    return Said(
        q.id, q.statement, q.words, p.act, p.negated, p.holder.name, p.strength, p.span.start, p.span.end, q.lang,
        q.date, q.published, q.publisher, q.authority, voice(q.voice, p.utterance),
    )  # fmt: skip
