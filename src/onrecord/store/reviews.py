"""Judgements and proposals: kept, read back, and which sources they are about.

Lives here: their rows, the claims they are made on, and how far judgements are replayed. Not here: what a judgement
does (``judge``). Rows are only ever added. ``meta.replayed`` is "judgement labelling": all judgements up to the first
number are laid over all labels up to the second; whatever came later is waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import apsw
import msgspec

from onrecord.errors import InputError, NotHeld
from onrecord.model import (
    About,
    Anchor,
    Judgement,
    Position,
    Proposal,
    Span,
    Speaker,
    Statement,
    Target,
    Text,
    Utterance,
    position_id,
)
from onrecord.store import read, rows
from onrecord.store.batch import Batch

_NEWEST = "SELECT max(id) FROM labelling GROUP BY source"
_MACHINE = f"SELECT max(id) FROM labelling WHERE instr(labeller, '{rows.JUDGED}') = 0 GROUP BY source"
_MARK = "INSERT OR REPLACE INTO meta(key, value) VALUES('replayed', ?)"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, utterance or position that holds now, with its text and the statement it is of."""

    text: Text
    what: Statement | Utterance | Position
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How far judgements are replayed (``judgement``, ``labelling``) and how far there is something to replay."""

    judgement: int
    labelling: int
    last_judgement: int
    last_labelling: int


class _Subject(msgspec.Struct):
    about: About
    mark: Span | None
    detail: str


class _Verdict(msgspec.Struct):
    field: str
    value: str
    entity: str | None
    country: str | None
    place: Span | None


def keep(batch: Batch, judgements: Sequence[Judgement]) -> list[Judgement]:
    """Add judgements; gives them with their numbers."""
    kept = []
    for one in judgements:
        subject = rows.json_text(_Subject(one.about, one.mark, one.detail))
        verdict = rows.json_text(_Verdict(one.field, one.value, one.entity, one.country, one.place))
        number, _ = batch.add(rows.JUDGEMENT, (), (*_anchor(one.anchor), subject, verdict, one.by, one.at))
        kept.append(replace(one, id=number))
    return kept


def keep_proposals(batch: Batch, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Add proposals; gives them with their numbers."""
    kept = []
    for one in proposals:
        fields = (*_anchor(one.anchor), one.kind, one.claim, one.by, one.at)
        kept.append(replace(one, id=batch.add(rows.PROPOSAL, (), fields)[0]))
    return kept


def _anchor(anchor: Anchor) -> tuple[str, int, int, str]:
    return anchor.text_id, anchor.span.start, anchor.span.end, anchor.quote


def judgements(connection: apsw.Connection) -> list[Judgement]:
    """Every judgement in order, each verified; InputError when one is damaged."""
    return [_judgement(number, fields) for number, fields in _verified(connection, rows.JUDGEMENT)]


def _judgement(number: int, fields: tuple[Any, ...]) -> Judgement:
    text, start, end, quote, subject, verdict, by, at = fields
    try:
        about = msgspec.json.decode(subject, type=_Subject)
        said = msgspec.json.decode(verdict, type=_Verdict)
    except msgspec.DecodeError:
        raise read.damaged(f"judgement {number}") from None
    return Judgement(
        about.about, said.field, said.value, by, at, Anchor(text, Span(start, end), quote), about.mark, about.detail,
        said.entity, said.country, said.place, number,
    )  # fmt: skip


def proposals(connection: apsw.Connection) -> list[Proposal]:
    """Every proposal in order, each verified; InputError when one is damaged."""
    found = []
    for number, (text, start, end, quote, kind, claim, by, at) in _verified(connection, rows.PROPOSAL):
        found.append(Proposal(kind, Anchor(text, Span(start, end), quote), claim, by, at, number))
    return found


def _verified(connection: apsw.Connection, table: rows.Table) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sql = f"SELECT x.id, x.hash, {table.columns('x')} FROM {table.name} x ORDER BY x.id"
    for number, guard, *fields in connection.execute(sql):
        if rows.row_hash(table, b"", tuple(fields)) != guard:
            raise read.damaged(f"{table.name} {number}")
        yield number, tuple(fields)


def waiting(connection: apsw.Connection) -> Waiting:
    """What was kept since judgements were last replayed."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'replayed'").fetchone()
    done = [int(n) for n in row[0].split()] if row else [0, 0]
    sql = "SELECT (SELECT ifnull(max(id), 0) FROM judgement), (SELECT ifnull(max(id), 0) FROM labelling)"
    ((last_judgement, last_labelling),) = connection.execute(sql)
    return Waiting(done[0], done[1], last_judgement, last_labelling)


def replayed(batch: Batch, judgement: int, labelling: int) -> None:
    """Note how far judgements are replayed."""
    batch.statements.append((_MARK, (f"{judgement} {labelling}",)))


def sources_about(
    connection: apsw.Connection, texts: Iterable[str], named: Callable[[str], bool] | None, since: int
) -> list[str]:
    """Sources (sha256) whose text is one of ``texts``, or in which a voice or holder has a name that ``named`` takes,
    and whose labels changed after the labelling ``since``; in the order they were added."""
    found: set[int] = set()
    of_text = "SELECT r.source FROM reading r JOIN text t ON t.id = r.text WHERE t.sha256 = ?"
    for sha256 in texts:
        found.update(source for (source,) in connection.execute(of_text, (sha256,)))
    if named is not None:
        found.update(_naming(connection, named))
    sql = """SELECT s.sha256 FROM source s WHERE s.id = ?
        AND (SELECT max(id) FROM labelling WHERE source = s.id) > ?"""
    return [sha256 for source in sorted(found) for (sha256,) in connection.execute(sql, (source, since))]


def _naming(connection: apsw.Connection, named: Callable[[str], bool]) -> Iterator[int]:
    for table, column in (("utterance", "speaker"), ("position", "holder"), ("position", "towards")):
        forms = [
            (form,)
            for (form,) in connection.execute(f"SELECT DISTINCT {column} FROM {table}")
            if form is not None and named(form)
        ]
        sql = f"SELECT DISTINCT l.source FROM {table} x JOIN labelling l ON l.id = x.labelling WHERE x.{column} = ?"
        for form in forms:
            yield from (source for (source,) in connection.execute(sql, form))


def applied(connection: apsw.Connection) -> set[int]:
    """Numbers of the judgements that are applied in labels that hold now."""
    sql = f"SELECT labeller FROM labelling WHERE id IN ({_NEWEST}) AND instr(labeller, '{rows.JUDGED}') > 0"
    return {n for (labeller,) in connection.execute(sql) for n in rows.made_of("", "", "", labeller).judgements}


def claim(connection: apsw.Connection, name: str) -> Claim:
    """The claim whose id is ``name`` or alone begins with it: s... statement, u... utterance, p... position.

    A claim that a judgement changed or removed is found by its id of before, too, as the rules made it. InputError when
    it is unknown (labels may have changed since it was printed), ambiguous or damaged.
    """
    finders = {"s": _statements, "u": _utterances, "p": _positions}
    if len(name) < 4 or name[0] not in finders:
        raise InputError(f"{name!r} is no id of a statement (s...), utterance (u...) or position (p...)")
    found = dict(finders[name[0]](connection, name, _NEWEST)) or dict(finders[name[0]](connection, name, _MACHINE))
    if not found:
        raise NotHeld(f"nothing that holds now has an id that begins with {name!r}; `onrecord show` prints ids")
    if len(found) > 1 and name not in found:
        raise InputError(f"several ids begin with {name!r} ({', '.join(sorted(found)[:5])}...); give more of it")
    full = name if name in found else next(iter(found))
    return _claim(read.labelling(connection, found[full]), full)


def _claim(whole: read.Labelled, name: str) -> Claim:
    statements: tuple[Statement, ...] = whole.labels["statement"]
    utterances: tuple[Utterance, ...] = whole.labels["utterance"]
    names = {s.id: s for s in statements}
    homes = {u.id: names.get(u.statement) for u in utterances}
    if name[0] == "s":
        return Claim(whole.text, names[name], names[name])
    if name[0] == "u":
        one = next(u for u in utterances if u.id == name)
        return Claim(whole.text, one, homes[name])
    position = next(p for p in whole.labels["position"] if position_id(whole.text.id, p) == name)
    return Claim(whole.text, position, homes.get(position.utterance))


def _statements(connection: apsw.Connection, name: str, among: str) -> Iterator[tuple[str, int]]:
    yield read.find_statement(connection, name)


def _utterances(connection: apsw.Connection, name: str, among: str) -> Iterator[tuple[str, int]]:
    sql = f"SELECT name, labelling FROM utterance WHERE name >= ? AND name < ? AND labelling IN ({among})"
    yield from connection.execute(sql, (name, name + "\U0010ffff"))


def _positions(connection: apsw.Connection, name: str, among: str) -> Iterator[tuple[str, int]]:
    sql = f"""SELECT p.labelling, t.sha256, p.start, p."end", p.cue_start, p.cue_end, p.act, p.target_start,
        p.target_end, p.holder FROM position p JOIN labelling l ON l.id = p.labelling JOIN reading r ON r.id = l.reading
        JOIN text t ON t.id = r.text WHERE p.labelling IN ({among})"""
    for labelling, sha256, start, end, c0, c1, act, t0, t1, holder in connection.execute(sql):
        target = None if t0 is None else Target(Span(t0, t1))
        one = Position("", Span(start, end), Speaker(holder), act, Span(c0, c1), "", target)
        found = position_id(sha256, one)
        if found.startswith(name):
            yield found, labelling
