"""The fold of statements into origins, kept: how its tables change.

Lives here: rows taken out, put in and folded, in one transaction. Not here: the fold (``trace.origins``), when it is
brought up to date (``record.folding``), what is asked of it (``origins``). The tables can be thrown away.
A record opened for reading cannot keep a newer fold: it gets tables of its own that last as long as the connection and
stand before the record's. Each row has its hash, and the note (``fold``) their number and sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass

import apsw

from onrecord.store import schema
from onrecord.store.batch import add_up
from onrecord.store.finding import Finding
from onrecord.store.rows import Fields, Table, number, row_hash

ORIGIN = Table(
    "origin", (), ("id", "first", "lang", "first_day", "last_day", "year", "month", "said", "likeness", "leans_on",
                   "why", "own", "theirs"))  # fmt: skip
LEAN = Table("lean", (), ("one", "other", "why", "own", "theirs"))
AGAIN = "`onrecord reindex` makes the origins again"
_TABLES = ("origin", "lean", "fold")
_JOINED = """FROM origin o JOIN statement s ON s.id = o.id JOIN labelling l ON l.id = s.labelling
    JOIN reading r ON r.id = l.reading"""
_GONE = f"SELECT r.text {_JOINED} WHERE l.source IN (SELECT source FROM labelling WHERE id > ?)"
_STANDING = f"SELECT o.id {_JOINED} WHERE r.text IN (SELECT value FROM json_each(?))"
_PLACED = f"SELECT o.id, o.lang, o.first_day, o.last_day, o.year, o.month, o.said, o.likeness {_JOINED}"
_ORDER = "ORDER BY r.text, s.start, s.id"
_SOME = "IN (SELECT value FROM json_each(?))"
_NOTE_SUM = """INSERT INTO fold VALUES(1, '', -1, 0, '', ?1, ?2)
    ON CONFLICT DO UPDATE SET rule = '', rows = ?1, mixed = ?2"""
_BESIDE = """SELECT other FROM lean WHERE one IN (SELECT value FROM json_each(?1))
    UNION SELECT one FROM lean WHERE other IN (SELECT value FROM json_each(?1))
    UNION SELECT b.id FROM origin a JOIN origin b ON b.likeness = a.likeness
    WHERE a.id IN (SELECT value FROM json_each(?1)) AND a.likeness <> 0"""


@dataclass(frozen=True, slots=True)
class Note:
    """What a fold was made by (``rule``), up to which labelling (row), from how many ``texts`` of the passage index,
    and a ``mark`` of these."""

    rule: str
    last: int
    texts: int
    mark: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement before it is folded: its row, language, ISO days, the ``year`` and ``month`` it is counted under, how
    many code points are said, and a number that is equal for equal words."""

    id: int
    lang: str
    first_day: str | None
    last_day: str | None
    year: str
    month: str
    said: int
    likeness: int


@dataclass(frozen=True, slots=True)
class Folds:
    """The origin of a statement by its ``first`` statement (rows), and what it leans on itself: ``why``, shares."""

    first: int
    leans_on: int | None = None
    why: str = ""
    own: float = 0.0
    theirs: float = 0.0


@dataclass(frozen=True, slots=True)
class MayLean:
    """Statement (row) ``one`` may fold into the origin of ``other``."""

    one: int
    other: int
    why: str
    own: float
    theirs: float


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept fold as one connection changes it; ``scratch``: in tables of the connection alone."""

    connection: apsw.Connection
    scratch: bool

    def note(self) -> Note | None:
        """What the fold was made by and for; None before the first."""
        row = self.connection.execute("SELECT rule, last, texts, mark FROM fold").fetchone()
        return Note(*row) if row else None

    def newest(self) -> int:
        """The last labelling held (row); -1 when there is none."""
        ((last,),) = self.connection.execute("SELECT ifnull(max(id), -1) FROM labelling")
        return int(last)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction for all that is changed inside."""
        if not self.scratch:
            with self.connection:
                yield
            return
        self.connection.pragma("query_only", 0)  # the record itself stays closed to writing: it is opened so
        try:
            with self.connection:
                self._set_up()
                yield
        finally:
            self.connection.pragma("query_only", 1)

    def _set_up(self) -> None:
        """Tables of this connection, with what the record's have."""
        if self.connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'fold'").fetchone():
            return
        for statement in schema.ORIGINS.split(";\n"):
            own = statement.replace("CREATE TABLE ", "CREATE TEMP TABLE ").replace("INDEX ", "INDEX temp.")
            self.connection.execute(own).fetchall()
        for table in _TABLES:
            self.connection.execute(f"INSERT INTO temp.{table} SELECT * FROM main.{table}").fetchall()

    def clear(self) -> None:
        """Throw everything away."""
        for table in _TABLES:
            self.connection.execute(f"DELETE FROM {table}").fetchall()

    def changed_texts(self, last: int) -> list[int]:
        """Texts (rows) of labels after a labelling, and of those that these replaced."""
        new = "SELECT r.text FROM labelling l JOIN reading r ON r.id = l.reading WHERE l.id > ?"
        return sorted({text for sql in (new, _GONE) for (text,) in self.connection.execute(sql, (last,))})

    def take_out(self, texts: Sequence[int]) -> set[int]:
        """Take out every statement of texts; gives those that may fold otherwise without them."""
        out = [id for (id,) in self.connection.execute(_STANDING, (_list(texts),))]
        beside = self._beside(out)
        self._delete("origin", "id", out)
        self._delete("lean", "one", out)
        self._delete("lean", "other", out)
        return beside - set(out)

    def put_in(self, placed: Iterable[Placed], leans: Iterable[MayLean]) -> None:
        """Add statements, each its own origin for now, and what may lean on what."""
        self._insert(ORIGIN, (_fields(one, Folds(one.id)) for one in placed))
        self._insert(LEAN, map(astuple, leans))

    def together(self, some: Iterable[int] | None) -> tuple[list[Placed], list[MayLean]]:
        """All statements (None) or those that fold together with some, in the order of texts and places, and what may
        lean on what among them."""
        chosen = () if some is None else (_list(sorted(self._reached(some))),)
        which = [f"WHERE {column} {_SOME}" if chosen else "" for column in ("o.id", "one")]
        placed = self.connection.execute(f"{_PLACED} {which[0]} {_ORDER}", chosen)
        leans = self.connection.execute(
            f"SELECT {LEAN.columns('x')} FROM lean x {which[1]} ORDER BY one, other", chosen
        )
        return [Placed(*row) for row in placed], [MayLean(*row) for row in leans]

    def _reached(self, some: Iterable[int]) -> set[int]:
        held, new = set[int](), set(some)
        while new:
            held |= new
            new = self._beside(new) - held
        return held

    def _beside(self, some: Iterable[int]) -> set[int]:
        return {id for (id,) in self.connection.execute(_BESIDE, (_list(some),))}

    def fold(self, placed: Sequence[Placed], folds: Sequence[Folds]) -> None:
        """Keep what statements fold into."""
        self._delete("origin", "id", [one.id for one in placed])
        self._insert(ORIGIN, (_fields(one, of) for one, of in zip(placed, folds, strict=True)))

    def keep(self, note: Note) -> None:
        """Write down what the fold was made by and for."""
        rows, mixed = self._sum()
        self.connection.execute("DELETE FROM fold").fetchall()
        values = (1, *astuple(note), rows, mixed)
        self.connection.execute("INSERT INTO fold VALUES(?, ?, ?, ?, ?, ?, ?)", values).fetchall()

    def _sum(self) -> tuple[int, int]:
        row = self.connection.execute("SELECT rows, mixed FROM fold").fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def _insert(self, table: Table, rows: Iterable[Fields]) -> None:
        guarded = [(*row, row_hash(table, b"", row)) for row in rows]
        values = ", ".join("?" * (len(table.fields) + 1))
        self.connection.executemany(f"INSERT INTO {table.name} VALUES({values})", guarded)
        self._count(1, [row[-1] for row in guarded])

    def _delete(self, table: str, column: str, ids: Iterable[int]) -> None:
        which = f"FROM {table} WHERE {column} {_SOME}"
        guards = [guard for (guard,) in self.connection.execute(f"SELECT hash {which}", (_list(ids),))]
        self.connection.execute(f"DELETE {which}", (_list(ids),)).fetchall()
        self._count(-1, guards)

    def _count(self, sign: int, guards: Sequence[bytes]) -> None:
        """Note that rows with these hashes came (1) or went (-1)."""
        rows, mixed = self._sum()
        total = (mixed + sign * sum(map(number, guards))) & (2**64 - 1)
        values = (rows + sign * len(guards), total - 2**64 if total >= 2**63 else total)
        self.connection.execute(_NOTE_SUM, values).fetchall()


def check(connection: apsw.Connection) -> Iterator[Finding]:
    """Rows of the fold that are not as they were written, one by one and in number."""
    count, mixed = 0, 0
    for table in (ORIGIN, LEAN):
        for guard, *fields in connection.execute(f"SELECT x.hash, {table.columns('x')} FROM {table.name} x"):
            count, mixed = count + 1, add_up(mixed, (guard,))
            if row_hash(table, b"", tuple(fields)) != guard:
                yield Finding("row", f"{table.name} {fields[0]}", "does not match its hash", AGAIN)
    noted = connection.execute("SELECT rows, mixed FROM fold").fetchone() or (0, 0)
    if (count, mixed) != noted:
        yield Finding("tally", "origin", f"{count} rows are held where {noted[0]} were, or their sums differ", AGAIN)


def _fields(one: Placed, of: Folds) -> Fields:
    return (one.id, of.first, *astuple(one)[1:], of.leans_on, of.why, of.own, of.theirs)


def _list(numbers: Iterable[int]) -> str:
    return "[" + ",".join(map(str, numbers)) + "]"
