"""Reading: documents, statements and lists, each verified against its hashes before it is shown.

Lives here: questions by id and plain lists. Not here: search (``search``), the whole record's health (``check``).
Damage found on the way raises InputError with the place and what to do.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import apsw
import msgspec

from onrecord.errors import InputError, NotHeld
from onrecord.model import (
    Block,
    Dossier,
    Made,
    Notice,
    Occurrence,
    Position,
    Span,
    Statement,
    Text,
    Utterance,
    digest,
)
from onrecord.store import rows
from onrecord.store.originals import Originals, Place
from onrecord.store.rows import Fields, Table
from onrecord.store.versions import ALONE, Version, Versions


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """One time that a page was seen: ``sequence`` counts the captures of its ``address``; ``source`` is the sha256 of
    the bytes seen."""

    source: str
    locator: str
    address: str
    sequence: int
    publisher: str | None
    retrieved: str


@dataclass(frozen=True, slots=True)
class Held:
    """A statement with all that the record holds of it.

    ``text`` is the whole text; blocks and claims are those inside the statement. ``captures`` are the places and times
    its bytes were seen; ``revisions`` every capture of the same page, this one among them. ``latest`` is False
    when a relabelling has replaced these labels; ``version`` tells look-alikes apart."""

    statement: Statement
    source: str
    media_type: str
    text: Text
    made: Made
    generation: int
    latest: bool
    blocks: tuple[Block, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    positions: tuple[Position, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    notices: tuple[Notice, ...] = ()
    captures: tuple[CaptureRow, ...] = ()
    revisions: tuple[CaptureRow, ...] = ()
    version: Version = ALONE


@dataclass(frozen=True, slots=True)
class Labelled:
    """One generation of labels of a source, as stored."""

    id: int
    source_id: int
    sha256: str
    media_type: str
    generation: int
    latest: bool
    text: Text
    made: Made
    labels: dict[str, tuple[Any, ...]] = field(default_factory=dict)


_LABELLING = f"""SELECT l.id, l.hash, {rows.LABELLING.columns("l")}, r.id, r.hash, {rows.READING.columns("r")},
    t.sha256, t.chars, s.id, s.hash, {rows.SOURCE.columns("s")},
    (SELECT max(generation) FROM labelling WHERE source = l.source)
    FROM labelling l JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text JOIN source s ON s.id = l.source
    WHERE l.id = ?"""
_CAPTURE = """SELECT s.sha256, c.locator, c.address, c.sequence, c.publisher, c.retrieved
    FROM capture c JOIN source s ON s.id = c.source"""
_UNJUDGED = f"WHERE instr(labeller, '{rows.JUDGED}') = 0"
_VALUE: dict[str, Callable[[Fields], Any]] = {
    "statement": rows.statement_of,
    "block": rows.block_of,
    "utterance": rows.utterance_of,
    "position": rows.position_of,
    "occurrence": rows.occurrence_of,
    "notice": rows.notice_of,
}


def damaged(what: str) -> InputError:
    """The error for a row that does not match its hash."""
    return InputError(f"{what} is damaged: it does not match its hash; run `onrecord check` and restore a backup")


def labelling(connection: apsw.Connection, number: int) -> Labelled:
    """A generation of labels with its text, every row verified; InputError when damaged."""
    row = connection.execute(_LABELLING, (number,)).fetchone()
    if row is None:
        raise damaged(f"labelling {number}")
    lid, l_hash, generation, onrecord, made_reader, knowledge, labeller, parts = row[:8]
    rid, r_hash, reader, blob, sha256, chars, sid, s_hash = row[8:16]
    source_fields, newest = row[16:19], row[19]
    reading_parent = s_hash + bytes.fromhex(sha256)
    _verify(rows.SOURCE, sid, b"", source_fields, s_hash)
    _verify(rows.READING, rid, reading_parent, (reader, blob), r_hash)
    _verify(rows.LABELLING, lid, r_hash, row[2:8], l_hash)
    if digest(chars) != sha256:
        raise damaged(f"text {sha256}")
    layout, runs = _layout(blob, rid)
    text = Text(sha256, source_fields[0], reader, chars, layout, runs)
    made = rows.made_of(onrecord, made_reader, knowledge, labeller)
    labels = _labels(connection, lid, l_hash, msgspec.json.decode(parts, type=list[int]))
    return Labelled(lid, sid, source_fields[0], source_fields[2], generation, generation == newest, text, made, labels)


def _layout(blob: bytes, number: int) -> tuple[Any, Any]:
    try:
        return rows.layout_of(blob)
    except (zlib.error, msgspec.MsgspecError):
        raise damaged(f"reading {number}") from None


def _labels(connection: apsw.Connection, number: int, guard: bytes, counts: list[int]) -> dict[str, tuple[Any, ...]]:
    found = {}
    for table, count in zip(rows.LABELS, counts, strict=True):
        sql = f"SELECT x.id, {table.columns('x')}, x.hash FROM {table.name} x WHERE x.labelling = ? ORDER BY x.id"
        held = list(connection.execute(sql, (number,)))
        for new, *fields, guarded in held:
            _verify(table, new, guard, tuple(fields), guarded)
        if len(held) != count:
            raise damaged(f"labelling {number} ({count} rows of {table.name} expected, {len(held)} found): it")
        found[table.name] = tuple(_VALUE[table.name](tuple(row[1:-1])) for row in held)
    return found


def _verify(table: Table, number: int, parent: bytes, fields: Fields, guard: bytes) -> None:
    if rows.row_hash(table, parent, fields) != guard:
        raise damaged(f"{table.name} {number}")


def find_statement(connection: apsw.Connection, name: str) -> tuple[str, int]:
    """The id and the latest labelling of the statement whose id is ``name`` or alone begins with it."""
    if not name:
        raise InputError("give the id of a statement, or its beginning")
    sql = """SELECT t.name, max(t.labelling) FROM statement t WHERE t.name >= ?1 AND t.name < ?2
        GROUP BY t.name LIMIT 6"""
    found = list(connection.execute(sql, (name, name + "\U0010ffff")))
    exact = [row for row in found if row[0] == name]
    if len(exact or found) == 1:
        full, number = (exact or found)[0]
        return str(full), int(number)
    if not found:
        raise NotHeld(f"no statement has an id that begins with {name!r}; `onrecord search` shows ids")
    names = ", ".join(row[0] for row in found[:5])
    raise InputError(f"several statements have ids that begin with {name!r} ({names}...); give more of it")


def find_source(connection: apsw.Connection, name: str) -> str:
    """The sha256 of the source whose sha256, locator or address is ``name``, whose sha256 alone begins with it, or
    whose file alone is called so. InputError names the files when there are several."""
    sql = "SELECT sha256 FROM source WHERE sha256 >= ?1 AND sha256 < ?2 LIMIT 2"
    found = list(connection.execute(sql, (name, name + "\U0010ffff"))) if len(name) >= 6 else []
    if len(found) == 1:
        return str(found[0][0])
    by_place = connection.execute(f"{_CAPTURE} WHERE c.locator = ?1 OR c.address = ?1 ORDER BY c.id DESC", (name,))
    row = by_place.fetchone()
    return str(row[0]) if row else _called(connection, name)


def _called(connection: apsw.Connection, name: str) -> str:
    """The source of the one file with this name, in whatever folder it was: what people remember of a document."""
    sql = "SELECT DISTINCT s.sha256, c.locator FROM capture c JOIN source s ON s.id = c.source WHERE {} LIMIT 4"
    ends = "substr(c.locator, -length(?1)) = ?1"
    found = list(connection.execute(sql.format(ends), (f"/{name}",))) if name else []
    if not found:
        raise NotHeld(f"no source has the id, the address or the file name {name!r}")
    if len({sha256 for sha256, _ in found}) > 1:
        places = ", ".join(locator for _, locator in found[:3])
        raise InputError(f"several files are called {name!r} ({places}...); give the whole path or an id")
    return str(found[0][0])


def latest_labelling(connection: apsw.Connection, sha256: str) -> int:
    """The labelling that holds for a source."""
    sql = """SELECT l.id FROM labelling l JOIN source s ON s.id = l.source WHERE s.sha256 = ?
        ORDER BY l.generation DESC LIMIT 1"""
    row = connection.execute(sql, (sha256,)).fetchone()
    if row is None:
        raise NotHeld(f"no source {sha256!r} is held")
    return int(row[0])


def captures(connection: apsw.Connection, where: str, value: str) -> tuple[CaptureRow, ...]:
    """Captures by "source", "locator" or "address", oldest first."""
    column = {"source": "s.sha256", "locator": "c.locator", "address": "c.address"}[where]
    return tuple(
        CaptureRow(*row) for row in connection.execute(f"{_CAPTURE} WHERE {column} = ? ORDER BY c.id", (value,))
    )


def statement(connection: apsw.Connection, name: str) -> Held:
    """A statement by its id or the beginning of it; InputError when unknown, ambiguous or damaged."""
    full, number = find_statement(connection, name)
    whole = labelling(connection, number)
    one = next(s for s in whole.labels["statement"] if s.id == full)
    seen = captures(connection, "source", whole.sha256)
    same_page = {c.address for c in seen}
    revisions = [c for address in sorted(same_page) for c in captures(connection, "address", address)]
    alone = len(whole.labels["statement"]) == 1
    same_words = "SELECT likeness FROM statement WHERE labelling = ? AND name = ?"
    ((likeness,),) = connection.execute(same_words, (number, full))
    inside = {u.id for u in whole.labels["utterance"] if u.statement == full or alone}

    def within(span: Span | None) -> bool:
        return alone or span is None or one.span.covers(span)

    return Held(
        one, whole.sha256, whole.media_type, whole.text, whole.made, whole.generation, whole.latest,
        tuple(b for b in whole.labels["block"] if within(b.span)),
        tuple(u for u in whole.labels["utterance"] if u.id in inside),
        tuple(p for p in whole.labels["position"] if p.utterance in inside),
        tuple(o for o in whole.labels["occurrence"] if within(o.span)),
        tuple(n for n in whole.labels["notice"] if within(n.span)),
        seen, tuple(revisions), Versions(connection).of(full, whole.sha256, likeness),
    )  # fmt: skip


def dossier(connection: apsw.Connection, originals: Originals, name: str) -> Dossier:
    """The Dossier of a source (sha256, its beginning, locator or address) or of a statement's id."""
    try:
        number = find_statement(connection, name)[1]
    except InputError as unknown:
        try:
            number = latest_labelling(connection, find_source(connection, name))
        except InputError:
            raise unknown from None
    return _dossier(connection, originals, labelling(connection, number))


def statements_of(connection: apsw.Connection, name: str) -> list[str]:
    """Ids of the statements that hold for a source (sha256, its beginning, locator or address), original or not."""
    number = latest_labelling(connection, find_source(connection, name))
    return [id for (id,) in connection.execute("SELECT name FROM statement WHERE labelling = ? ORDER BY id", (number,))]


def dossiers(connection: apsw.Connection, originals: Originals, *, machine: bool = False) -> Iterator[Dossier]:
    """Every source with the labels that hold for it, or those that no judgement changed, in the order of adding."""
    newest = f"SELECT max(id) FROM labelling {_UNJUDGED if machine else ''} GROUP BY source ORDER BY source"
    for (number,) in list(connection.execute(newest)):
        yield _dossier(connection, originals, labelling(connection, number))


def machine_dossier(connection: apsw.Connection, originals: Originals, sha256: str) -> Dossier:
    """The dossier of a source with the latest labels that no judgement changed."""
    sql = f"SELECT max(id) FROM labelling {_UNJUDGED} AND source = (SELECT id FROM source WHERE sha256 = ?)"
    ((number,),) = connection.execute(sql, (sha256,))
    if number is None:
        raise NotHeld(f"no source {sha256!r} is held")
    return _dossier(connection, originals, labelling(connection, number))


def _dossier(connection: apsw.Connection, originals: Originals, whole: Labelled) -> Dossier:
    sql = f"SELECT {rows.CAPTURE.columns('c')}, c.hash, c.id, s.hash FROM capture c JOIN source s ON s.id = c.source"
    row = connection.execute(f"{sql} WHERE c.source = ? ORDER BY c.id LIMIT 1", (whole.source_id,)).fetchone()
    if row is None:
        raise damaged(f"source {whole.sha256}")
    fields, (guard, number, parent) = tuple(row[:-3]), row[-3:]
    _verify(rows.CAPTURE, number, parent, fields, guard)
    source = rows.source_of(whole.sha256, original(connection, originals, whole.sha256), whole.media_type, fields)
    parts = whole.labels
    return Dossier(
        source, whole.text, parts["block"], parts["statement"], parts["utterance"], parts["position"],
        parts["occurrence"], parts["notice"], whole.made,
    )  # fmt: skip


def original(connection: apsw.Connection, originals: Originals, sha256: str) -> bytes:
    """The original bytes of a source, verified."""
    row = connection.execute("SELECT pack, at, bytes FROM source WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise NotHeld(f"no source {sha256!r} is held")
    return originals.read(sha256, Place(row[0], row[1]), row[2])


def counts(connection: apsw.Connection) -> dict[str, int]:
    """How many there are of each thing; labels are those that hold now."""
    newest = "WHERE labelling IN (SELECT max(id) FROM labelling GROUP BY source)"
    questions = {
        name: f"SELECT count(*) FROM {name}"
        for name in ("source", "capture", "text", "set_aside", "judgement", "proposal")
    }
    questions |= {table.name: f"SELECT count(*) FROM {table.name} {newest}" for table in rows.LABELS}
    revised = "SELECT address FROM capture GROUP BY address HAVING count(DISTINCT source) > 1"
    questions["revised"] = f"SELECT count(*) FROM ({revised})"
    return {name: count for name, sql in questions.items() for (count,) in connection.execute(sql)}


def state(connection: apsw.Connection) -> str:
    """The tally of all guarded rows, which every addition, judgement and relabelling changes, and the last attempt."""
    tally = [f"{name}:{rows}:{mixed}" for name, rows, mixed in connection.execute("SELECT * FROM tally ORDER BY name")]
    return " ".join([*tally, *map(str, connection.execute("SELECT max(id) FROM attempt"))])
