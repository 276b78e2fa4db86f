"""The index against the texts: every shadow column made again and compared, token by token.

Lives here: that comparison. Not here: how the columns are made (``shadow``), damage inside the index's own pages
(SQLite's ``integrity_check``). A contentless index gives no text back, but ``fts5vocab`` lists every instance of every
token; both sides are added up for each row and compared, so that memory is one number for each row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import count

import apsw

from onrecord.store import rows, shadow
from onrecord.store.finding import BACKUP, REINDEX, Finding
from onrecord.store.reindex import NOW, folded_by
from onrecord.text.fold import FOLD, forms

_MASK = 2**64 - 1


def check(connection: apsw.Connection) -> Iterator[Finding]:
    """Rows of the index that are missing, left over, or do not hold what they should."""
    yield from _folding(connection)
    held = {number for (number,) in connection.execute("SELECT rowid FROM words")}
    sizes: dict[int, tuple[int, int]] = {}
    wanted = _wanted(connection, sizes)
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
    yield from _sizes(connection, sizes)


def _folding(connection: apsw.Connection) -> Iterator[Finding]:
    """The note by which folding the index was made, and no note that nobody wrote."""
    made = folded_by(connection)
    if made != FOLD:
        yield Finding("index", "meta fold", f"says that the index was made by {made or 'nothing'}, not {FOLD}", REINDEX)
    for key, value in connection.execute("SELECT key, value FROM meta WHERE key NOT IN ('fold', 'links')"):
        numbers = value.split() if key == "replayed" else []
        if len(numbers) != 2 or not all(n.isascii() and n.isdigit() for n in numbers):
            yield Finding("meta", f"meta {key}", f"holds {value!r}, which this version does not write", BACKUP)


def _sizes(connection: apsw.Connection, wanted: dict[int, tuple[int, int]]) -> Iterator[Finding]:
    """FTS5's own counts, which no query reads here: tokens of each row, and their totals."""
    for number, packed in connection.execute("SELECT id, sz FROM words_docsize"):
        if number in wanted and tuple(_varints(packed)) != wanted[number]:
            yield Finding("index", f"block {shadow.place(number)[0]}", "is in the index with another size", REINDEX)
    totals = [len(wanted), *(sum(size[column] for size in wanted.values()) for column in (0, 1))]
    row = connection.execute("SELECT block FROM words_data WHERE id = 1").fetchone()
    if (list(_varints(row[0])) if row and row[0] else [0, 0, 0]) != totals:
        yield Finding("index", "words_data 1", "does not hold the number of rows and words", REINDEX)


def _varints(packed: bytes) -> Iterator[int]:
    """SQLite's numbers of seven bits a byte, the highest first; what cannot be one is no number of words."""
    value = 0
    for byte in packed if isinstance(packed, bytes) else b"":
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            yield value
            value = 0
    if value:
        yield -1


def _wanted(connection: apsw.Connection, sizes: dict[int, tuple[int, int]]) -> dict[int, int]:
    """The sum of each row's words; ``sizes`` takes their number in each column."""
    sums: dict[int, int] = {}
    for number, *fields, day, chars in connection.execute(NOW):
        block = rows.block_of(tuple(fields))
        for row in shadow.index_rows(chars, block, number, day, forms(block.span.of(chars))):
            sizes[row.rowid] = len(row.exact.split()), len(row.stem.split())
            sums[row.rowid] = _sum(row.exact, "exact") + _sum(row.stem, "stem")
    return sums


def _sum(view: str, column: str) -> int:
    """Each token of a view weighed by its place; Python's own hash serves, as it is used within one run only."""
    return sum(hash((form, column)) * odd for form, odd in zip(view.split(), count(1, 2), strict=False))


def _held(connection: apsw.Connection) -> dict[int, int]:
    connection.execute("CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', 'words', 'instance')").fetchall()
    sums: dict[int, int] = defaultdict(int)
    last, weights = None, {"exact": 0, "stem": 0}
    try:
        for term, number, column, offset in connection.execute("SELECT term, doc, col, offset FROM temp.instances"):
            if term != last:
                last, weights = term, {name: hash((term, name)) for name in weights}
            sums[number] += weights[column] * (2 * offset + 1)
    finally:
        connection.execute("DROP TABLE temp.instances").fetchall()
    return dict(sums)
