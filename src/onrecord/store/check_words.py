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
from onrecord.store.finding import REINDEX, Finding
from onrecord.store.reindex import NOW
from onrecord.text.fold import forms

_MASK = 2**64 - 1


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
    for number, *fields, day, chars in connection.execute(NOW):
        block = rows.block_of(tuple(fields))
        for row in shadow.index_rows(chars, block, number, day, forms(block.span.of(chars))):
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
