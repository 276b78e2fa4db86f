"""Lists of statements.

Lives here: one line for each statement, by filters, newest first. Not here: search for words (``search``).
"""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from onrecord.model import Span
from onrecord.store.period import Period
from onrecord.store.search import Filters


@dataclass(frozen=True, slots=True)
class Summary:
    """One statement of a list. ``title`` is empty when there is none; ``chars`` is the length of its stretch."""

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


_SQL = """SELECT s.name, s.title_start, s.title_end, s.date, s.published, s.lang, s.form, s.authority, s.publisher,
    s.venue, s."end" - s.start, o.sha256, (SELECT locator FROM capture WHERE source = o.id ORDER BY id LIMIT 1),
    s.first_day, s.last_day, t.chars
    FROM statement s JOIN labelling l ON l.id = s.labelling JOIN source o ON o.id = l.source
    JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)"""
_ACTOR = """ AND EXISTS (SELECT 1 FROM utterance u WHERE u.labelling = s.labelling AND (u.statement = s.name OR
    u.statement = '') AND (u.actor = ? OR u.country = ? OR u.speaker = ? COLLATE NOCASE))"""


def statements(connection: apsw.Connection, filters: Filters, limit: int, offset: int) -> list[Summary]:
    """Statements that hold now, newest first; those without any date last, then in the order they were added."""
    period = Period.of(filters.since, filters.until)
    sql, values = _question(filters, period)
    found: list[Summary] = []
    for row in connection.execute(sql, values):
        if len(found) == offset + limit:
            break
        if period.may_hold(row[3], row[13], row[14]):
            found.append(_summary(row, period))
    return found[offset:]


def _question(filters: Filters, period: Period) -> tuple[str, list[str | int]]:
    sql, values = _SQL, list[str | int]()
    for column, value in (("s.form", filters.form), ("s.authority", filters.authority)):
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
    if filters.actor:
        sql += _ACTOR
        values += [filters.actor] * 3
    return f"{sql} ORDER BY s.last_day DESC, s.id", values


def _summary(row: tuple[object, ...], period: Period) -> Summary:
    (
        name,
        t0,
        t1,
        date,
        published,
        lang,
        form,
        authority,
        publisher,
        venue,
        length,
        source,
        locator,
        first,
        last,
        chars,
    ) = row
    title = "" if t0 is None else Span(t0, t1).of(chars)  # type: ignore[arg-type]
    sure = period.surely_holds(date, first, last)  # type: ignore[arg-type]
    values = (
        name,
        title,
        date,
        published,
        sure,
        lang,
        form,
        authority,
        publisher,
        venue,
        length,
        source,
        locator or "",
    )
    return Summary(*values)  # type: ignore[arg-type]
