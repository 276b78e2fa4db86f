"""A batch: rows made in memory, looked up as if they were written, written in one transaction.

Lives here: numbers of new rows, look-ups over what is held and what is about to be, the transaction itself and the
tally. Not here: what an entry becomes (``put``), columns (``rows``).

The tally keeps, for each guarded table, how many rows there are and the sum of their hashes modulo 2^64, so that a
row that is missing altogether is noticed too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import apsw

from onrecord.store.originals import End, Originals, Place, after
from onrecord.store.rows import TABLES, Fields, Table, number, row_hash

_TEXT = "INSERT INTO text(id, sha256, chars) VALUES(?, ?, ?)"
_WORDS = "INSERT INTO words(rowid, exact, stem) VALUES(?, ?, ?)"
_UNWORDS = "DELETE FROM words WHERE rowid = ?"
_TALLY = "INSERT OR REPLACE INTO tally(name, rows, mixed) VALUES(?, ?, ?)"
_HELD = """SELECT s.id, s.hash, ifnull(max(l.generation), 0) FROM source s LEFT JOIN labelling l ON l.source = s.id
    WHERE s.sha256 = ? GROUP BY s.id"""
_NAMES = """SELECT t.name FROM statement t JOIN labelling l ON l.id = t.labelling
    WHERE l.source = ? AND l.generation = ? ORDER BY t.id"""
_CAPTURES = """SELECT c.sequence, c.address, c.locator, s.sha256, c.retrieved FROM capture c
    JOIN source s ON s.id = c.source WHERE c.address = ?1 OR c.locator = ?2 ORDER BY c.id"""
_ORDER = ("text", *(table.name for table in TABLES))


@dataclass(slots=True)
class Known:
    """A source that is held: its number and hash, its latest generation of labels and the statements in it."""

    id: int
    hash: bytes
    generation: int = 0
    statements: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture that is held, as far as a new one is compared with it."""

    sequence: int
    address: str
    locator: str
    source: str
    retrieved: str


@dataclass(slots=True)
class Ledger:
    """What the only writer knows by heart: the last number of each table and the tally."""

    ids: dict[str, int] = field(default_factory=dict)
    tally: dict[str, tuple[int, int]] = field(default_factory=dict)
    end: End = field(default_factory=End)

    @classmethod
    def read(cls, connection: apsw.Connection) -> Ledger:
        """The ledger of a record as it stands."""
        ids = {
            name: last for name in _ORDER for (last,) in connection.execute(f"SELECT ifnull(max(id), 0) FROM {name}")
        }
        tally = {name: (rows, mixed) for name, rows, mixed in connection.execute("SELECT name, rows, mixed FROM tally")}
        last = connection.execute("SELECT pack, at, bytes FROM source ORDER BY pack DESC, at DESC LIMIT 1").fetchone()
        return cls(ids, tally, after(Place(last[0], last[1]), last[2]) if last else End())

    def copy(self) -> Ledger:
        """A ledger to change while a batch is not yet committed."""
        return Ledger(dict(self.ids), dict(self.tally), self.end)


def add_up(mixed: int, hashes: Iterable[bytes]) -> int:
    """A signed 64-bit sum of row hashes."""
    total = (mixed + sum(number(h) for h in hashes)) & (2**64 - 1)
    return total - 2**64 if total >= 2**63 else total


class Batch:
    """Rows to be written together."""

    def __init__(self, connection: apsw.Connection, ledger: Ledger) -> None:
        self.connection = connection
        self.ledger = ledger
        self.rows: dict[str, list[Fields]] = defaultdict(list)
        self.statements: list[tuple[str, Fields]] = []
        self.originals: list[tuple[Place, str, bytes]] = []
        self.sources: dict[str, Known] = {}
        self.texts: dict[str, int] = {}
        self.relabelled: set[str] = set()
        self._by_place: dict[str, list[Capture]] = defaultdict(list)

    def next_id(self, name: str) -> int:
        """The number of the next row of a table."""
        self.ledger.ids[name] = new = self.ledger.ids[name] + 1
        return new

    def add(
        self, table: Table, joins: tuple[int | None, ...], fields: Fields, parent: bytes = b""
    ) -> tuple[int, bytes]:
        """Add a guarded row; gives its number and hash."""
        new, guard = self.next_id(table.name), row_hash(table, parent, fields)
        self.rows[table.name].append((new, *joins, *fields, guard))
        return new, guard

    def add_original(self, sha256: str, data: bytes) -> Place:
        """Give original bytes their place."""
        place, self.ledger.end = self.ledger.end.place(len(data))
        self.originals.append((place, sha256, data))
        return place

    def mark(self) -> tuple[Ledger, dict[str, int], int]:
        """A point to come back to when an entry turns out to be unfit."""
        return self.ledger.copy(), {name: len(found) for name, found in self.rows.items()}, len(self.originals)

    def back_to(self, mark: tuple[Ledger, dict[str, int], int]) -> None:
        """Forget the rows added since ``mark``."""
        self.ledger, lengths, originals = mark
        for name, found in self.rows.items():
            del found[lengths.get(name, 0) :]
        self.texts = {sha256: new for sha256, new in self.texts.items() if new <= self.ledger.ids["text"]}
        del self.originals[originals:]

    def source(self, sha256: str) -> Known | None:
        """The source with these bytes, held or about to be."""
        if sha256 not in self.sources:
            row = self.connection.execute(_HELD, (sha256,)).fetchone()
            if row is None:
                return None
            self.sources[sha256] = Known(*row)
        return self.sources[sha256]

    def statement_names(self, known: Known) -> tuple[str, ...]:
        """The ids of the statements that hold for a source."""
        if known.statements is None:
            found = self.connection.execute(_NAMES, (known.id, known.generation))
            known.statements = tuple(name for (name,) in found)
        return known.statements

    def text(self, sha256: str) -> int | None:
        """The number of the text with these characters, held or about to be."""
        if sha256 in self.texts:
            return self.texts[sha256]
        row = self.connection.execute("SELECT id FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        return row[0] if row else None

    def captures(self, address: str, locator: str) -> list[Capture]:
        """Captures from this address or locator, held or about to be, oldest first."""
        held = [Capture(*row) for row in self.connection.execute(_CAPTURES, (address, locator))]
        return [*held, *dict.fromkeys((*self._by_place[address], *self._by_place[locator]))]

    def captured(self, capture: Capture) -> None:
        """Note a capture that is about to be written."""
        self._by_place[capture.address].append(capture)
        if capture.locator != capture.address:
            self._by_place[capture.locator].append(capture)

    def write(self, originals: Originals) -> None:
        """Original bytes first, then every row in one transaction; apsw and OSError leave everything as it was."""
        originals.write(self.originals)
        inserts = {table.name: table.insert for table in TABLES} | {"text": _TEXT}
        with self.connection:
            for name in _ORDER:
                if self.rows[name]:
                    self.connection.executemany(inserts[name], self.rows[name])
            self.connection.executemany(_UNWORDS, self.rows["unwords"])
            # the index takes rows in rising order without writing itself out in between
            self.connection.executemany(_WORDS, sorted(self.rows["words"]))
            self._write_tally()
            for sql, values in self.statements:
                self.connection.execute(sql, values)

    def _write_tally(self) -> None:
        for table in TABLES:
            added = self.rows[table.name]
            if added:
                rows, mixed = self.ledger.tally.get(table.name, (0, 0))
                self.ledger.tally[table.name] = rows + len(added), add_up(mixed, (row[-1] for row in added))
                self.connection.execute(_TALLY, (table.name, *self.ledger.tally[table.name]))
