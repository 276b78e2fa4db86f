"""Paragraphs that hold a word, read off the index of words.

Lives here: those questions. Not here: which words are asked for (``record.sharing``), search with all it confirms
(``search``): what is proposed here is looked at closely by whoever asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw
import msgspec

from onrecord.model import Span
from onrecord.store import shadow
from onrecord.store.texts import KINDS
from onrecord.text.fold import STEMMED, forms, primary

_HOLDING = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
_PARAGRAPHS = """SELECT b.id, r.text, b.start, b."end", b.lang, s.start, s."end" FROM block b
    JOIN labelling l ON l.id = b.labelling JOIN reading r ON r.id = l.reading JOIN statement s ON s.id = b.statement
    WHERE b.id IN (SELECT value FROM json_each(?1)) AND b.kind IN (SELECT value FROM json_each(?2))
        AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)"""

Piece = tuple[int, int]
"""A block (row) and the number of a stretch of it, as they are indexed."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a block that is said: its text's row, its place and its statement's place (code points), its
    language."""

    text: int
    start: int
    end: int
    lang: str
    low: int
    high: int


def size(connection: apsw.Connection) -> tuple[int, int]:
    """About how many statements and paragraphs there are: the last row numbers."""
    row = connection.execute(
        "SELECT ifnull((SELECT max(id) FROM statement), 0), ifnull((SELECT max(id) FROM block), 0)"
    )
    statements, blocks = next(row)
    return statements, blocks


def holding(connection: apsw.Connection, word: str, lang: str, most: int) -> list[Piece] | None:
    """Pieces of blocks that hold a word of a language, in any form where it has stems; None when there are more than
    ``most``."""
    tokens = forms(word) if primary(lang) not in STEMMED else [word]
    asked = " ".join(token.replace('"', '""') for token in tokens)
    if not asked:
        return []
    column = "stem" if primary(lang) in STEMMED else "exact"
    found = [row for (row,) in connection.execute(_HOLDING, (f'{column} : "{asked}"', most + 1))]
    return None if len(found) > most else [shadow.place(row) for row in found]


def paragraphs(connection: apsw.Connection, pieces: Sequence[Piece]) -> list[Paragraph]:
    """Those of the pieces that are said and hold now."""
    asked = msgspec.json.encode(sorted({block for block, _ in pieces})).decode()
    blocks = {row[0]: row[1:] for row in connection.execute(_PARAGRAPHS, (asked, KINDS))}
    found = []
    for block, piece in sorted(set(pieces) if blocks else ()):
        if block not in blocks:
            continue
        text, start, end, *rest = blocks[block]
        span = Span(start, end)
        if len(span) > shadow.PIECE_CHARS:
            span = shadow.pieces(_characters(connection, text), span)[piece]
        found.append(Paragraph(text, span.start, span.end, *rest))
    return found


def _characters(connection: apsw.Connection, text: int) -> str:
    return str(next(connection.execute("SELECT chars FROM text WHERE id = ?", (text,)))[0])
