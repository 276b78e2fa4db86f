"""The index against the texts: every shadow column made again and compared, token by token.

Lives here: that comparison. Not here: how the columns are made (``shadow``), damage inside the index's own pages
(SQLite's ``integrity_check``). A contentless index gives no text back, but ``fts5vocab`` lists every instance of every
token; both sides are added up for each row and compared, so that memory is one number for each row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import apsw

from onrecord.model import Span
from onrecord.store import rows, shadow
from onrecord.store.finding import REINDEX, Finding
from onrecord.text.fold import forms

_MASK = 2**64 - 1
_BLOCKS = f"""SELECT b.id, {rows.BLOCK.columns("b")}, s.last_day, t.chars FROM labelling l
    JOIN block b ON b.labelling = l.id LEFT JOIN statement s ON s.id = b.statement
    JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source) ORDER BY b.id"""


def check(connection: apsw.Connection) -> Iterator[Finding]:
    """Rows of the index that are missing, left over, or do not hold what they should."""
    held = {number for (number,) in connection.execute("SELECT rowid FROM words")}
    wanted = _wanted(connection)
    for number in sorted(held - wanted.keys()):
        yield Finding("index", f"row {number}", "belongs to no paragraph that holds now", REINDEX)
    for number in sorted(wanted.keys() - held):
        yield Finding("index", f"block {shadow.place(number)[0]}", "is not in the index", REINDEX)
    found = _held(connection)
    for number in sorted(wanted.keys() & held):
        if found.get(number, 0) & _MASK != wanted[number] & _MASK:
            yield Finding("index", f"block {shadow.place(number)[0]}", "is in the index with other words", REINDEX)
    for number in sorted(found.keys() - held):
        yield Finding("index", f"row {number}", "has words in the index but no row", REINDEX)


def _wanted(connection: apsw.Connection) -> dict[int, int]:
    sums: dict[int, int] = {}
    for number, *fields, day, chars in connection.execute(_BLOCKS):
        block = rows.block_of(tuple(fields))
        for row in shadow.index_rows(
            chars, block, number, day, forms(Span(block.span.start, block.span.end).of(chars))
        ):
            exact, stem = row.exact.split(), row.stem.split()
            sums[row.rowid] = sum(_weight(form, "exact") * (2 * i + 1) for i, form in enumerate(exact)) + sum(
                _weight(form, "stem") * (2 * i + 1) for i, form in enumerate(stem)
            )
    return sums


def _held(connection: apsw.Connection) -> dict[int, int]:
    connection.execute("CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', 'words', 'instance')").fetchall()
    sums: dict[int, int] = defaultdict(int)
    try:
        for term, number, column, offset in connection.execute("SELECT term, doc, col, offset FROM temp.instances"):
            sums[number] += _weight(term, column) * (2 * offset + 1)
    finally:
        connection.execute("DROP TABLE temp.instances").fetchall()
    return dict(sums)


def _weight(form: str, column: str) -> int:
    """A number for a token in a column; Python's own hash, which differs from run to run but not within one."""
    return hash((form, column))
