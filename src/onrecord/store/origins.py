"""What is asked of the fold of statements into origins, as it is kept.

Lives here: those questions. Not here: how its tables change (``folds``), when (``record.folding``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import apsw

from onrecord.store.rows import json_text

_NAMED = """SELECT o.id, s.name, r.text, o.lang, s.publisher, s.authority, o.first_day, o.last_day, o.first
    FROM origin o JOIN statement s ON s.id = o.id JOIN labelling l ON l.id = s.labelling JOIN reading r
    ON r.id = l.reading WHERE s.name IN (SELECT value FROM json_each(?)) ORDER BY r.text, s.start, s.id"""
_GROUPS = """SELECT o.id, o.first, s.name, s.date, s.published, s.publisher, o.lang, o.why, x.name, o.own, o.theirs,
        o.first_day FROM origin o JOIN statement s ON s.id = o.id JOIN labelling l ON l.id = s.labelling
    JOIN reading r ON r.id = l.reading LEFT JOIN statement x ON x.id = o.leans_on
    WHERE o.first IN (SELECT first FROM origin WHERE leans_on IS NOT NULL) ORDER BY r.text, s.start, s.id"""


@dataclass(frozen=True, slots=True)
class Named:
    """A statement that holds now: its row, id, the row of its text, facts of it, and the first row of its origin."""

    number: int
    statement: str
    text: int
    lang: str
    publisher: str | None
    authority: str
    first_day: str | None
    last_day: str | None
    first: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """A statement in an origin of two or more; ``leans_on`` is a statement's id."""

    number: int
    first: int
    statement: str
    date: str | None
    published: str | None
    publisher: str | None
    lang: str
    why: str
    leans_on: str | None
    own: float
    theirs: float
    first_day: str | None


@dataclass(frozen=True, slots=True)
class Origins:
    """The kept fold as one connection reads it."""

    connection: apsw.Connection

    def of(self, statements: Iterable[int]) -> dict[int, int]:
        """For statements (rows) the first of their origin."""
        sql = "SELECT id, first FROM origin WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._ask(sql, statements))

    def named(self, names: Iterable[str]) -> list[Named]:
        """The statements with these ids, in the order of texts and places."""
        return [Named(*row) for row in self._ask(_NAMED, names)]

    def grouped(self) -> list[Grouped]:
        """The statements of every origin of two or more, in the order of texts and places."""
        return [Grouped(*row) for row in self.connection.execute(_GROUPS)]

    def totals(self, langs: Iterable[str], by: Literal["year", "month"]) -> dict[str, tuple[int, int, int]]:
        """For each period the texts in some languages, code points said in them, and their origins."""
        sql = f"""SELECT {by}, count(*), sum(said), count(DISTINCT first) FROM origin
            WHERE lang IN (SELECT value FROM json_each(?)) GROUP BY {by}"""
        return {period: (texts, said, origins) for period, texts, said, origins in self._ask(sql, langs)}

    def starts(self, langs: Iterable[str]) -> tuple[str | None, str | None]:
        """The least first day and the least last day of the dated texts in some languages."""
        sql = "SELECT min(first_day), min(last_day) FROM origin WHERE lang IN (SELECT value FROM json_each(?))"
        ((first, last),) = self._ask(sql, langs)
        return first, last

    def later(self, langs: Iterable[str], day: str = "") -> int:
        """Origins with a text in some languages that surely is later than an ISO day; "": with a dated text."""
        sql = (
            "SELECT count(DISTINCT first) FROM origin WHERE lang IN (SELECT value FROM json_each(?)) AND first_day > ?"
        )
        ((count,),) = self._ask(sql, langs, day)
        return int(count)

    def later_among(self, langs: Iterable[str], day: str, origins: Iterable[int]) -> int:
        """How many of some origins have a text in some languages that surely is later than an ISO day."""
        sql = """SELECT count(DISTINCT first) FROM origin WHERE lang IN (SELECT value FROM json_each(?))
            AND first_day > ? AND first IN (SELECT value FROM json_each(?))"""
        ((count,),) = self._ask(sql, langs, day, json_text(list(origins)))
        return int(count)

    def _ask(self, sql: str, some: Iterable[str | int], *values: str) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(sql, (json_text(list(some)), *values)))
