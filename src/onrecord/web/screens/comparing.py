"""The compare screen: statements side by side, and quotations checked against the record.

Lives here: its questions and answers. Not here: comparing and verifying (``record``). The columns are rows of one
table, so that they can only be scrolled together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.compare.receipts import Receipt
from onrecord.errors import InputError
from onrecord.export.comparison import Cell, Section
from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.compared import section

MOST = 4


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """``sections``: the first statement with each of the others, or of one alone its captures in order; ``receipts`` of
    the quotations asked for."""

    ids: tuple[str, ...]
    quotation: str = ""
    sections: tuple[Section, ...] = ()
    receipts: tuple[Receipt, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a cell; ``kind`` is empty where nothing changed."""

    text: str
    kind: str = ""
    tells: bool = False


def ask(record: Record, ids: Sequence[str], quotation: str) -> CompareAnswer:
    """Compare up to ``MOST`` statements and check a quotation; InputError says what is wrong."""
    names = named(ids)
    found = record.compare(*names) if names else []
    receipts = record.verify(quotation) if quotation.strip() else []
    return CompareAnswer(names, quotation, tuple(map(section, found)), tuple(receipts))


def named(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids asked for, each once; InputError when they are too many."""
    names = tuple(dict.fromkeys(name.strip() for name in ids if name.strip()))
    if len(names) > MOST:
        raise InputError(f"at most {MOST} statements can stand side by side; leave some out")
    return names


def pieces(cell: Cell) -> list[Piece]:
    """The words of a cell cut at its marks; joined they are the cell's words."""
    cut, at = [], 0
    for mark in sorted(cell.marks, key=lambda m: m.span):
        if mark.span.start < at or not len(mark.span):
            continue
        cut += [Piece(cell.words[at : mark.span.start]), Piece(mark.span.of(cell.words), mark.kind, mark.tells)]
        at = mark.span.end
    rest = Span(at, len(cell.words)).of(cell.words)
    return [piece for piece in [*cut, Piece(rest)] if piece.text]
