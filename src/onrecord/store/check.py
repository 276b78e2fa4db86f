"""The health of a whole record: everything that can be made again is made again and compared.

Lives here: what is looked at, in which order, and what each finding says. Not here: mending. The parts: this file
(database, rows, tally, sequences, originals), ``check_labels`` (spans, blocks, links), ``check_words`` (the index).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import digest
from onrecord.store import check_labels, check_words, connect, folds, links, rows, schema
from onrecord.store.batch import add_up
from onrecord.store.finding import BACKUP, Finding
from onrecord.store.originals import BLOCK, Originals, Place, after, header
from onrecord.store.rows import Table, json_text

_PARENTS = {
    "capture": "JOIN source p ON p.id = x.source",
    "reading": "JOIN source p ON p.id = x.source JOIN text t ON t.id = x.text",
    "labelling": "JOIN reading p ON p.id = x.reading AND p.source = x.source",
}
_LABEL_PARENT = "JOIN labelling p ON p.id = x.labelling"


@dataclass(frozen=True, slots=True)
class _Record:
    folder: Path
    connection: apsw.Connection
    originals: Originals


def check(folder: Path, limits: Limits) -> Iterator[Finding]:
    """Every fault of a record; nothing for a healthy one. InputError when there is no record to look at.

    A step that cannot go on because the database cannot be read is itself a finding, and the next step follows.
    """
    with connect.sentences(folder):
        connection = connect.open_reader(folder, limits, scratch=True)
    record = _Record(folder, connection, Originals(folder))
    try:
        for step in _STEPS:
            yield from _guarded(step, record)
    finally:
        connection.close()


def _guarded(step: Callable[[_Record], Iterator[Finding]], record: _Record) -> Iterator[Finding]:
    where = str(record.folder / connect.DATABASE)
    try:
        yield from step(record)
    except (apsw.Error, UnicodeDecodeError, ValueError, TypeError, OverflowError) as error:
        yield Finding("database", where, f"cannot be read any further ({type(error).__name__}: {error})", BACKUP)
    except OSError as error:
        named = str(error.filename or record.folder)
        yield Finding("original", named, f"cannot be read: {error.strerror or error}", BACKUP)
    except InputError as error:
        yield Finding("database", where, str(error), BACKUP)


def _database(record: _Record) -> Iterator[Finding]:
    where = str(record.folder / connect.DATABASE)
    for (line,) in record.connection.execute("PRAGMA integrity_check(50)"):
        if line != "ok":
            yield Finding("database", where, line, BACKUP)
    for table, row, parent, _ in record.connection.execute("PRAGMA foreign_key_check"):
        yield Finding("link", f"{table} {row}", f"hangs on a row of {parent} that is not there", BACKUP)


def _schema(record: _Record) -> Iterator[Finding]:
    clean = apsw.Connection(":memory:")
    for _, step in schema.STEPS:
        for statement in step.split(";\n"):
            clean.execute(statement).fetchall()
    question = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    wanted, held = dict(clean.execute(question)), dict(record.connection.execute(question))
    clean.close()
    for name in sorted(wanted.keys() | held.keys()):
        if wanted.get(name) != held.get(name) and not name.startswith("sqlite_"):
            yield Finding("schema", name, "is not as this version of Onrecord makes it", BACKUP)


def _texts(record: _Record) -> Iterator[Finding]:
    for number, sha256, chars in record.connection.execute("SELECT id, sha256, chars FROM text"):
        if digest(chars) != sha256:
            yield Finding("text", f"text {number}", f"its characters do not match its hash {sha256}", BACKUP)


def _rows(record: _Record) -> Iterator[Finding]:
    for table in rows.TABLES:
        yield from _guarded_rows(record, table)


def _guarded_rows(record: _Record, table: Table) -> Iterator[Finding]:
    """Rows against their hashes, and the sum of the hashes against the tally."""
    count, mixed = 0, 0
    for number, guard, parent, *fields in record.connection.execute(_row_sql(table)):
        count, mixed = count + 1, add_up(mixed, (guard,))
        if rows.row_hash(table, parent, tuple(fields)) != guard:
            yield Finding("row", f"{table.name} {number}", "does not match its hash", BACKUP)
    held = record.connection.execute("SELECT rows, mixed FROM tally WHERE name = ?", (table.name,)).fetchone()
    if (count, mixed) != (held or (0, 0)):
        expected = held[0] if held else 0
        what = f"{expected} rows were written and {count} are linked and readable, or their sums differ"
        yield Finding("tally", table.name, what, BACKUP)


def _row_sql(table: Table) -> str:
    joined = _PARENTS.get(table.name, _LABEL_PARENT if table in rows.LABELS else "")
    parent = "p.hash" if joined else "x''"
    if table is rows.READING:
        parent = "p.hash || unhex(t.sha256)"
    # || makes text of two blobs: cast back
    return (
        f"SELECT x.id, x.hash, CAST({parent} AS BLOB), {table.columns('x')} FROM {table.name} x {joined} ORDER BY x.id"
    )


def _sequences(record: _Record) -> Iterator[Finding]:
    gaps = {
        "capture": """SELECT address, count(*), max(sequence) FROM capture GROUP BY address
            HAVING count(*) <> max(sequence)""",
        "labelling": """SELECT source, count(*), max(generation) FROM labelling GROUP BY source
            HAVING count(*) <> max(generation)""",
    }
    for name, sql in gaps.items():
        for what, count, last in record.connection.execute(sql):
            yield Finding("sequence", f"{name} of {what}", f"{count} held, but the last one is number {last}", BACKUP)
    for table in ("source", "capture", "text", "reading", "labelling"):
        count, last = record.connection.execute(f"SELECT count(*), ifnull(max(id), 0) FROM {table}").fetchall()[0]
        if count != last:
            yield Finding("sequence", table, f"{count} rows held, but the last one is number {last}", BACKUP)
    lost = """SELECT sha256 FROM source s WHERE NOT EXISTS (SELECT 1 FROM capture WHERE source = s.id)
        OR NOT EXISTS (SELECT 1 FROM labelling WHERE source = s.id)"""
    for (sha256,) in record.connection.execute(lost):
        yield Finding("sequence", f"source {sha256}", "has no capture or no labels", BACKUP)
    undone = """SELECT locator, found, (SELECT count(*) FROM part WHERE attempt = a.id) AS held FROM attempt a
        WHERE done AND found <> held"""
    for locator, found, count in record.connection.execute(undone):
        again = "add the file again"
        yield Finding("sequence", locator, f"{found} members were found in it, but {count} were finished", again)

    unknown = """SELECT a.locator, p.part FROM part p JOIN attempt a ON a.id = p.attempt WHERE p.outcome = 'set_aside'
        AND NOT EXISTS (SELECT 1 FROM set_aside WHERE file = a.file AND part = p.part)"""
    for locator, part in record.connection.execute(unknown):
        yield Finding("sequence", locator, f"member {part} was set aside, but no row says so", BACKUP)
    lost_tally = "SELECT name FROM tally WHERE name NOT IN (SELECT value FROM json_each(?))"
    for (name,) in record.connection.execute(lost_tally, (json_text([t.name for t in rows.TABLES]),)):
        yield Finding("tally", name, "is the tally of no table", BACKUP)


def _originals(record: _Record) -> Iterator[Finding]:
    """Each member against its hash and header, one after the other without a gap, and no other files."""
    packs = record.originals.packs()
    reached: dict[int, int] = {}
    sql = "SELECT pack, at, sha256, bytes FROM source ORDER BY pack, at"
    for pack, at, sha256, size in record.connection.execute(sql):
        path = record.originals.path(pack)
        if path not in packs:
            if pack not in reached:
                yield Finding("original", str(path), "is missing: the original bytes of sources are not there", BACKUP)
            reached[pack] = 0
            continue
        if at - BLOCK != reached.get(pack, 0):
            yield Finding("original", f"{path} at {at}", "is not where the one before it ends", BACKUP)
        yield from _member(record, Place(pack, at), sha256, size)
        reached[pack] = after(Place(pack, at), size).at
    for path, size in packs.items():
        number = int(path.stem) if path.suffix == ".tar" and path.stem.isdigit() else 0
        if number not in reached:
            yield Finding("original", str(path), "is no file of this record", "move it out of the record")
        elif reached[number] and size < reached[number]:
            yield Finding("original", str(path), f"ends at {size}, not at {reached[number]}", BACKUP)


def _member(record: _Record, place: Place, sha256: str, size: int) -> Iterator[Finding]:
    path = record.originals.path(place.pack)
    with path.open("rb") as file:
        file.seek(place.at - BLOCK)
        head, data = file.read(BLOCK), file.read(size)
    if digest(data) != sha256:
        yield Finding("original", f"{path} at {place.at}", f"its bytes do not match their hash {sha256}", BACKUP)
    if head != header(sha256, size):
        yield Finding("original", f"{path} at {place.at}", "its tar header is damaged; its bytes are not", BACKUP)


def _labels(record: _Record) -> Iterator[Finding]:
    yield from check_labels.check(record.connection)


def _words(record: _Record) -> Iterator[Finding]:
    yield from check_words.check(record.connection)


def _links(record: _Record) -> Iterator[Finding]:
    yield from links.check(record.connection)


def _origins(record: _Record) -> Iterator[Finding]:
    yield from folds.check(record.connection)


_STEPS: tuple[Callable[[_Record], Iterator[Finding]], ...] = (
    _database, _schema, _texts, _rows, _sequences, _originals, _labels, _words, _links, _origins,
)  # fmt: skip


def fingerprint(connection: apsw.Connection) -> str:
    """A digest of all documents and claims that does not depend on the order they came in, nor on any clock.

    Equal for two records that hold the same sources from the same locators with the same labels, and the same
    set-aside rows. Left out: numbers of rows, captures' times and sequence, jobs, judgements.
    """
    parts = [sha256 for (sha256,) in connection.execute("SELECT sha256 FROM text ORDER BY sha256")]
    for table in (rows.SOURCE, rows.READING, rows.LABELLING, *rows.LABELS, rows.SET_ASIDE):
        hashes = (guard for (guard,) in connection.execute(f"SELECT hash FROM {table.name}"))
        count = connection.execute(f"SELECT count(*) FROM {table.name}").fetchall()[0][0]
        parts.append(f"{table.name} {count} {add_up(0, hashes)}")
    places = "SELECT DISTINCT s.sha256, c.locator, c.address FROM capture c JOIN source s ON s.id = c.source"
    parts += sorted("\x1f".join(row) for row in connection.execute(places))
    return digest("\x1e".join(parts))
