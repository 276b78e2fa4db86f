"""The index made again from the texts: after damage, or when folding has changed.

Lives here: that, and which folding an index was made with. Not here: what its rows are (``shadow``).
"""

from __future__ import annotations

import apsw

from onrecord.store import rows, shadow
from onrecord.text.fold import FOLD, forms

NOW = f"""SELECT b.id, {rows.BLOCK.columns("b")}, s.last_day, t.chars FROM labelling l
    JOIN block b ON b.labelling = l.id LEFT JOIN statement s ON s.id = b.statement
    JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source) ORDER BY b.id"""
_INSERT = "INSERT INTO words(rowid, exact, stem) VALUES(?, ?, ?)"
_PAGE = 5_000


def folded_by(connection: apsw.Connection) -> str:
    """The version of folding that the index was made with; empty for a record without any yet."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'fold'").fetchone()
    return str(row[0]) if row else ""


def reindex(connection: apsw.Connection) -> int:
    """Empty the index and fill it again, in one transaction; gives the number of rows."""
    count, waiting = 0, list[tuple[int, str, str]]()
    with connection:
        connection.execute("INSERT INTO words(words) VALUES('delete-all')").fetchall()
        for number, *fields, day, chars in connection.execute(NOW):
            block = rows.block_of(tuple(fields))
            made = shadow.index_rows(chars, block, number, day, forms(block.span.of(chars)))
            waiting += ((row.rowid, row.exact, row.stem) for row in made)
            if len(waiting) >= _PAGE:
                connection.executemany(_INSERT, sorted(waiting))
                count, waiting = count + len(waiting), []
        connection.executemany(_INSERT, sorted(waiting))
        connection.execute("INSERT OR REPLACE INTO meta(key, value) VALUES('fold', ?)", (FOLD,)).fetchall()
    return count + len(waiting)
