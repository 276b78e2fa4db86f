"""What is set aside, and what was and has been read since.

Lives here: telling the two apart. Not here: setting aside (``put``). Rows are never removed: a file that could not be
read stays on record as such, and is *mended* when a later try of its part, or a later file at its place, was kept.
"""

from __future__ import annotations

from collections import defaultdict

import apsw

from onrecord.model import SetAside
from onrecord.store import rows

_ATTEMPTS = """SELECT id, locator, file, EXISTS (SELECT 1 FROM part WHERE attempt = a.id AND outcome <> 'set_aside')
    FROM attempt a WHERE done"""


def set_aside(connection: apsw.Connection, *, mended: bool = False) -> list[SetAside]:
    """What is set aside now, in the order it came; ``mended``: what was and is read instead."""
    sql = f"SELECT {rows.SET_ASIDE.columns('x')} FROM set_aside x ORDER BY id"
    found = list(connection.execute(sql))
    tries = _tries(connection) if found else {}
    return [rows.set_aside_of(tuple(row)) for row in found if _is_mended(connection, row, tries) is mended]


Tries = dict[str, list[tuple[int, str, bool]]]


def _tries(connection: apsw.Connection) -> Tries:
    """For each place the files that were read to their end there: number, sha256, whether anything was kept."""
    found: Tries = defaultdict(list)
    for number, locator, file, kept in connection.execute(_ATTEMPTS):
        found[locator].append((number, file, bool(kept)))
    return found


def _is_mended(connection: apsw.Connection, row: tuple[str, str, int, str, str], tries: Tries) -> bool:
    locator, file, part, *_ = row
    places = locator.split("#")
    here = [t for n in range(len(places)) for t in tries.get("#".join(places[: n + 1]), ())]
    own = next((number for number, sha256, _ in here if sha256 == file), None)
    if any(kept and (own is None or number > own) for number, _, kept in here):
        return own is not None or not file
    sql = "SELECT 1 FROM part WHERE attempt = ? AND part = ? AND outcome <> 'set_aside'"
    return own is not None and connection.execute(sql, (own, part)).fetchone() is not None
