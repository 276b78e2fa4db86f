"""Lists of statements.

Lives here: one line for each statement, by filters, newest first. Not here: search for words (``search``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import apsw
import msgspec

from onrecord.model import Evidence, Notice, Span
from onrecord.store.period import Period
from onrecord.store.search import NOBODY, Filters
from onrecord.store.versions import ALONE, Version, Versions


@dataclass(frozen=True, slots=True)
class Summary:
    """One statement of a list. ``title`` is the printed one, else the one that the carrier told, else empty; ``chars``
    is the length of its stretch; ``version`` tells look-alikes apart, ``notices`` are
    the reasons why the text is not what its outlet stated."""

    id: str
    title: str
    date: str | None
    published: str | None
    date_sure: bool
    lang: str
    form: str
    authority: str
    publisher: str | None
    venue: str | None
    chars: int
    source: str
    locator: str
    version: Version = ALONE
    notices: tuple[str, ...] = ()


_SQL = """SELECT s.name, s.title_start, s.title_end, s.date, s.published, s.lang, s.form, s.authority, s.publisher,
    s.venue, s."end" - s.start, o.sha256, (SELECT locator FROM capture WHERE source = o.id ORDER BY id LIMIT 1),
    s.first_day, s.last_day, t.chars, s.evidence, s.likeness,
    (SELECT group_concat(DISTINCT reason) FROM notice
    WHERE labelling = s.labelling AND reason IN ('illegible_text', 'soft_redirect'))
    FROM statement s CROSS JOIN labelling l ON l.id = s.labelling CROSS JOIN source o ON o.id = l.source
    CROSS JOIN reading r ON r.id = l.reading CROSS JOIN text t ON t.id = r.text
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)"""
_ACTOR = """ AND EXISTS (SELECT 1 FROM utterance u WHERE u.labelling = s.labelling AND (u.statement = s.name OR
    u.statement = '') AND (u.actor = ? OR u.country = ? OR u.speaker = ? COLLATE NOCASE))"""

_NAMELESS = """ AND NOT EXISTS (SELECT 1 FROM utterance u WHERE u.labelling = s.labelling AND (u.statement = s.name OR
    u.statement = '') AND coalesce(u.actor, u.speaker, '') != '')"""


def statements(connection: apsw.Connection, filters: Filters, limit: int, offset: int) -> list[Summary]:
    """Statements that hold now, newest first; those without any date last, then in the order they were added."""
    period = Period.of(filters.since, filters.until)
    sql, values = _question(filters, period)
    found: list[tuple[Any, ...]] = []
    for row in connection.execute(sql, values):
        if len(found) == offset + limit:
            break
        if period.may_hold(row[3], row[13], row[14]):
            found.append(row)
    versions = Versions(connection)
    return [_summary(row, period, versions) for row in found[offset:]]


def _question(filters: Filters, period: Period) -> tuple[str, list[str | int]]:
    sql, values = _SQL, list[str | int]()
    for column, value in (
        ("s.form", filters.form),
        ("s.authority", filters.authority),
        ("s.publisher", filters.publisher),
    ):
        if value:
            sql += f" AND {column} = ?"
            values.append(value)
    if filters.lang:
        sql += " AND (s.lang = ? OR substr(s.lang, 1, ?) = ?)"
        values += [filters.lang, len(filters.lang) + 1, f"{filters.lang}-"]
    if period.since:
        sql += " AND (s.last_day IS NULL OR s.last_day >= ?)"
        values.append(period.since)
    if period.until:
        sql += " AND (s.first_day IS NULL OR s.first_day <= ?)"
        values.append(period.until)
    if filters.actor == NOBODY:
        sql += _NAMELESS
    elif filters.actor:
        sql += _ACTOR
        values += [filters.actor] * 3
    return f"{sql} ORDER BY s.last_day DESC, s.id", values


def _told_title(evidence: str) -> str:
    """The title that the carrier told, from a statement's evidence as stored; empty when there is none."""
    if '"title"' not in evidence:
        return ""
    try:
        told = msgspec.json.decode(evidence, type=list[Evidence])
    except msgspec.MsgspecError:
        return ""  # damaged: `check` says so
    return next((e.value for e in told if e.field == "title"), "")


def _summary(row: tuple[Any, ...], period: Period, versions: Versions) -> Summary:
    name, t0, t1, date, published, *labels = row[:10]
    length, source, locator, first, last, chars, evidence, likeness, noticed = row[10:]
    lang, form, authority, publisher, venue = labels
    title = _told_title(str(evidence)) if t0 is None else Span(t0, t1).of(chars)
    return Summary(
        name, title, date, published, period.surely_holds(date, first, last), lang, form, authority, publisher, venue,
        length, source, locator or "", versions.of(name, source, likeness),
        tuple(sorted(noticed.split(","))) if noticed else (),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noted:
    """A notice that holds now, with the source (sha256) it is about and a place where that was found."""

    notice: Notice
    source: str
    locator: str


_NOTICES = """SELECT n.reason, n.detail, n.start, n."end", o.sha256,
    (SELECT locator FROM capture WHERE source = o.id ORDER BY id LIMIT 1)
    FROM notice n JOIN labelling l ON l.id = n.labelling JOIN source o ON o.id = l.source
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source) ORDER BY n.reason, n.id"""


def notices(connection: apsw.Connection) -> list[Noted]:
    """Every notice that holds now, by its reason, then in the order the documents were added."""
    return [
        Noted(Notice(reason, detail, None if start is None else Span(start, end)), source, locator or "")
        for reason, detail, start, end, source, locator in connection.execute(_NOTICES)
    ]
