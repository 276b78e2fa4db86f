"""Links between statements, and what is known of statements when they are linked.

Lives here: those questions and rows. Not here: which statements are versions of one (``compare.link``). Links are
derived values: they can be made again from what is held. Each row has its hash, and the note in ``meta`` their number
and sum, so that damage is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import apsw
import msgspec

from onrecord.model import Told, VersionLink
from onrecord.store.batch import add_up
from onrecord.store.finding import Finding
from onrecord.store.rows import Table, row_hash
from onrecord.store.texts import KINDS


@dataclass(frozen=True, slots=True)
class Linkable:
    """A statement that holds now, as far as linking looks at it: rows of the statement, its labelling and text, its
    place there, and ``said``, how many code points of it are said. ``address`` is where its bytes came from last."""

    number: int
    labelling: int
    text: int
    statement: str
    start: int
    end: int
    lang: str
    form: str
    date: str | None
    published: str | None
    publisher: str | None
    authority: str
    likeness: int
    address: str
    said: int
    evidence: str
    title_start: int | None
    title_end: int | None


_FACTS = """SELECT s.id, l.id, t.id, s.name, s.start, s."end", s.lang, s.form, s.date, s.published, s.publisher,
        s.authority, s.likeness,
        ifnull((SELECT address FROM capture WHERE source = l.source ORDER BY id DESC LIMIT 1), ''),
        ifnull((SELECT sum(b."end" - b.start) FROM block b WHERE b.labelling = l.id AND b.statement = s.id
            AND b.kind IN (SELECT value FROM json_each(?1))), 0), s.evidence, s.title_start, s.title_end
    FROM statement s JOIN labelling l ON l.id = s.labelling JOIN reading r ON r.id = l.reading
    JOIN text t ON t.id = r.text
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)"""
_SAID = """SELECT b.start, b."end", b.lang FROM block b WHERE b.statement = ?2
    AND b.kind IN (SELECT value FROM json_each(?1)) ORDER BY b.start"""
_NAMED = """SELECT DISTINCT id FROM (
    SELECT u.actor AS id FROM utterance u WHERE u.labelling = ?1 AND u.statement = ?2
    UNION ALL SELECT u.country FROM utterance u WHERE u.labelling = ?1 AND u.statement = ?2
    UNION ALL SELECT p.holder_actor FROM position p WHERE p.statement = ?3
    UNION ALL SELECT p.towards_actor FROM position p WHERE p.statement = ?3
    UNION ALL SELECT p.target_entity FROM position p WHERE p.statement = ?3
    UNION ALL SELECT o.formulation FROM occurrence o WHERE o.labelling = ?1 AND o.start >= ?4 AND o."end" <= ?5)
    WHERE id IS NOT NULL"""
_QUOTED = """SELECT u.start, u."end", u.parts FROM utterance u WHERE u.labelling = ? AND u.statement = ?
    AND u.mode IN ('direct', 'mixed')"""
_LINK = "SELECT kind, one, other, score, rule, passages, told FROM link"
_HOLDS = """SELECT 1 FROM statement s JOIN labelling l ON l.id = s.labelling WHERE s.name = ?
    AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source) LIMIT 1"""
LINK = Table("link", (), ("kind", "one", "other", "score", "rule", "passages", "told"))
_STATE = "SELECT value FROM meta WHERE key = 'links'"
_TOLD = """SELECT c.told FROM statement s JOIN labelling l ON l.id = s.labelling JOIN capture c ON c.source = l.source
    WHERE s.name = ? ORDER BY c.id LIMIT 1"""
AGAIN = "`onrecord link --again` makes the links again"
Row = tuple[str, str, str, float, str, str, str]


def state(connection: apsw.Connection) -> tuple[str, int]:
    """The rule that the links were made by, and the last labelling they were made for ("", -1 at the beginning)."""
    row = connection.execute(_STATE).fetchone()
    return (str(row[0]).split()[0], int(str(row[0]).split()[1])) if row else ("", -1)


def waiting(connection: apsw.Connection) -> int:
    """How many statements that hold now were labelled after the links were made."""
    sql = """SELECT count(*) FROM statement s JOIN labelling l ON l.id = s.labelling
        WHERE l.id > ? AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)"""
    ((number,),) = connection.execute(sql, (state(connection)[1],))
    return int(number)


def wait(connection: apsw.Connection) -> bool:
    """Whether any does: one row is looked for, so that a page may ask."""
    sql = """SELECT EXISTS (SELECT 1 FROM labelling l JOIN statement s ON s.labelling = l.id
        WHERE l.id > ? AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source))"""
    ((some,),) = connection.execute(sql, (state(connection)[1],))
    return bool(some)


def clear(connection: apsw.Connection) -> None:
    """Throw every link away."""
    with connection:
        connection.execute("DELETE FROM link").fetchall()
        connection.execute("DELETE FROM meta WHERE key = 'links'").fetchall()


def put(connection: apsw.Connection, anew: Sequence[str], links: Iterable[VersionLink], rule: str, last: int) -> None:
    """Keep links in one transaction; those that statements ``anew`` had are replaced."""
    with connection:
        connection.executemany("DELETE FROM link WHERE one = ?1 OR other = ?1", [(name,) for name in anew])
        made = [_row(link) for link in links]
        values = "INSERT INTO link(kind, one, other, score, rule, passages, told, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
        connection.executemany(values, [(*row, row_hash(LINK, b"", row)) for row in made])
        value = f"{rule} {last} {_summed(connection)}"
        connection.execute("INSERT OR REPLACE INTO meta(key, value) VALUES('links', ?)", (value,)).fetchall()


def check(connection: apsw.Connection) -> Iterator[Finding]:
    """Links that are not as they were written, one by one and in number."""
    for number, guard, *fields in connection.execute(f"SELECT id, hash, {LINK.columns('x')} FROM link x"):
        if row_hash(LINK, b"", tuple(fields)) != guard:
            yield Finding("row", f"link {number}", "does not match its hash", AGAIN)
    row = connection.execute(_STATE).fetchone()
    noted, held = (" ".join(str(row[0]).split()[2:]) if row else "0 0"), _summed(connection)
    if noted != held:
        yield Finding("tally", "link", f"{held.split()[0]} rows are held, or their sums differ", AGAIN)


def _summed(connection: apsw.Connection) -> str:
    """How many links there are, and the sum of their hashes."""
    hashes = [guard for (guard,) in connection.execute("SELECT hash FROM link")]
    return f"{len(hashes)} {add_up(0, hashes)}"


def of(connection: apsw.Connection, name: str) -> list[VersionLink]:
    """The links of a statement whose other side still holds, best first."""
    sql = f"{_LINK} WHERE one = ?1 UNION {_LINK} WHERE other = ?1"
    found = [_link(row) for row in connection.execute(sql, (name,))]
    return sorted(_holding(connection, found), key=lambda link: (-link.score, link.one, link.other))


def every(connection: apsw.Connection) -> list[VersionLink]:
    """All links whose sides still hold, in the order they were made."""
    return _holding(connection, [_link(row) for row in connection.execute(f"{_LINK} ORDER BY id")])


def facts(connection: apsw.Connection, *, since: int = -1, texts: Sequence[int] | None = None) -> list[Linkable]:
    """Statements that hold now: those labelled after a labelling's row, or those of some texts (rows)."""
    if texts is None:
        rows = connection.execute(f"{_FACTS} AND l.id > ?2 ORDER BY s.id", (KINDS, since))
    else:
        chosen = "[" + ",".join(map(str, texts)) + "]"
        rows = connection.execute(
            f"{_FACTS} AND t.id IN (SELECT value FROM json_each(?2)) ORDER BY s.id", (KINDS, chosen)
        )
    return [Linkable(*row) for row in rows]


def near(connection: apsw.Connection, first: str, last: str) -> list[Linkable]:
    """Statements that hold now and can be of these ISO days, both included."""
    sql = f"{_FACTS} AND s.last_day >= ?2 AND s.first_day <= ?3 ORDER BY s.id"
    return [Linkable(*row) for row in connection.execute(sql, (KINDS, first, last))]


def said(connection: apsw.Connection, number: int) -> list[tuple[int, int, str]]:
    """The stretches of a statement (row) that are said, with their languages."""
    return [(start, end, lang) for start, end, lang in connection.execute(_SAID, (KINDS, number))]


def quoted(connection: apsw.Connection, one: Linkable) -> list[tuple[int, int]]:
    """The stretches of a statement that stand as another's words: direct quotations, part by part."""
    found: list[tuple[int, int]] = []
    for start, end, parts in connection.execute(_QUOTED, (one.labelling, one.statement)):
        pieces = msgspec.json.decode(parts, type=list[tuple[int, int]])
        found += pieces or [(start, end)]
    return sorted(found)


def named(connection: apsw.Connection, one: Linkable) -> frozenset[str]:
    """Ids of actors, entities and formulations in a statement: what it names in no language."""
    values = (one.labelling, one.statement, one.number, one.start, one.end)
    return frozenset(str(id) for (id,) in connection.execute(_NAMED, values))


def document_ids(connection: apsw.Connection, names: Iterable[str]) -> dict[str, str]:
    """For statements the id that their carrier gave the document (a data set's field), else the statement's own."""
    found = {}
    for name in dict.fromkeys(names):
        row = connection.execute(_TOLD, (name,)).fetchone()
        told = msgspec.json.decode(row[0], type=list[Told]) if row else []
        found[name] = next((one.value for one in told if one.name == "id"), name)
    return found


def _row(link: VersionLink) -> Row:
    encode = msgspec.json.encode
    return (
        link.kind, link.one, link.other, link.score, link.rule,
        encode(link.passages).decode(), encode(link.told).decode(),
    )  # fmt: skip


def _link(row: Row) -> VersionLink:
    kind, one, other, score, rule, passages, told = row
    decode = msgspec.json.decode
    return VersionLink(
        kind, one, other, score, rule,  # type: ignore[arg-type]
        decode(passages, type=tuple[tuple[int, int, int, int], ...]), decode(told, type=tuple[tuple[str, str], ...]),
    )  # fmt: skip


def _holding(connection: apsw.Connection, links: Sequence[VersionLink]) -> list[VersionLink]:
    names = {name for link in links for name in (link.one, link.other)}
    held = {name for name in names if connection.execute(_HOLDS, (name,)).fetchone()}
    return [link for link in links if link.one in held and link.other in held]
