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
from onrecord.web.screens.others import Other, others

MOST, MOST_QUOTATIONS = 4, 20
LANGS = ("en", "zh")


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """``sections``: the first statement with each of the others, or of one alone its captures in order; ``receipts`` of
    the quotations asked for; ``versions`` of the first that can be compared with it; ``names`` of outlets."""

    ids: tuple[str, ...]
    quotation: str = ""
    sections: tuple[Section, ...] = ()
    receipts: tuple[Receipt, ...] = field(default=())
    versions: tuple[Other, ...] = ()
    names: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a cell; ``kind`` is empty where nothing changed."""

    text: str
    kind: str = ""
    tells: bool = False


def ask(record: Record, ids: Sequence[str], quotation: str) -> CompareAnswer:
    """Compare up to ``MOST`` statements and check quotations, one a line; InputError says what is wrong."""
    names = named(ids)
    lines = [line.strip() for line in quotation.splitlines() if line.strip()]
    if len(lines) > MOST_QUOTATIONS:
        raise InputError(f"at most {MOST_QUOTATIONS} quotations are checked at once; leave some out")
    found = record.compare(*names) if len(names) > 1 or (names and not lines) else []
    receipts = record.verify(lines) if lines else []
    versions = suggested(record, names)
    outlets = [other.publisher or "" for other in versions]
    outlets += [value for one in found for side in (one.one, one.other) if (value := side.statement.publisher)]
    return CompareAnswer(
        names, quotation, tuple(map(section, found)), tuple(receipts), versions, record.names(outlets, LANGS)
    )


def suggested(record: Record, names: Sequence[str]) -> tuple[Other, ...]:
    """Other versions of the first statement; none where it is not held."""
    try:
        return others(record, record.show(names[0])) if names else ()
    except InputError:
        return ()


def named(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids asked for, each once; InputError when they are too many."""
    names = tuple(dict.fromkeys(name.strip() for name in ids if name.strip()))
    if len(names) > MOST:
        raise InputError(f"at most {MOST} statements can stand side by side; leave some out")
    if len(names) == 1 and sum(bool(name.strip()) for name in ids) > 1:
        raise InputError(f"{names[0]} was given twice; give another statement to compare it with")
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
