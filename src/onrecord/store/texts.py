"""Texts as passage search takes them: characters with everything that is not said in them blanked.

Lives here: those questions. Not here: the index (``trace``). Offsets stay those of the stored text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import apsw

from onrecord.model import digest
from onrecord.store.read import damaged

SAID = ("headline", "question", "answer", "body")
BLANK = "\0"
KINDS = '["' + '","'.join(SAID) + '"]'
"""The kinds of blocks that are said, as a list in JSON."""
_SINCE = """SELECT l.id, t.id, t.sha256, t.chars, b.start, b."end" FROM labelling l JOIN reading r ON r.id = l.reading
    JOIN text t ON t.id = r.text LEFT JOIN block b ON b.labelling = l.id AND b.kind IN (SELECT value FROM json_each(?2))
    WHERE l.id > ?1 ORDER BY l.id, b.start"""
_PLACES = """SELECT t.id, s.name, s.start, s."end", s.lang, s.form, s.date, s.published, s.publisher, s.authority,
        s.first_day, s.likeness
    FROM statement s JOIN labelling l ON l.id = s.labelling JOIN reading r ON r.id = l.reading
    JOIN text t ON t.id = r.text
    WHERE l.id IN (SELECT max(id) FROM labelling GROUP BY source) AND t.id IN (SELECT value FROM json_each(?))
    ORDER BY t.id, s.id"""

_STRETCHES = """SELECT s.id, t.id, s.name, s.start, s."end", s.lang, s.date, s.published, s.publisher, s.authority,
        s.first_day, s.last_day, s.likeness, ifnull((SELECT sum(b."end" - b.start) FROM block b WHERE b.labelling = l.id
        AND b.statement = s.id AND b.kind IN (SELECT value FROM json_each(?))), 0)
    FROM statement s JOIN labelling l ON l.id = s.labelling JOIN reading r ON r.id = l.reading
    JOIN text t ON t.id = r.text WHERE l.id = (SELECT max(id) FROM labelling WHERE source = l.source) {}
    ORDER BY t.id, s.start, s.id"""
_OF_TEXTS = "AND t.id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Blanked:
    """A text under one labelling: row of the labelling and of the text, ``chars`` with NUL for all but SAID, its id."""

    labelling: int
    text: int
    chars: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A statement that holds now, where it stands (``text`` is a row, ``start`` and ``end`` code points), with what a
    list shows of it."""

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
    first_day: str | None
    likeness: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A statement that holds now: its row, its text's row, where it stands, its days, and how many code points of it
    are said (``said``)."""

    number: int
    text: int
    statement: str
    start: int
    end: int
    lang: str
    date: str | None
    published: str | None
    publisher: str | None
    authority: str
    first_day: str | None
    last_day: str | None
    likeness: int
    said: int


def since(connection: apsw.Connection, labelling: int) -> Iterator[Blanked]:
    """Every labelling after a row number, in order; InputError when a text does not match its hash."""
    for _, rows in groupby(connection.execute(_SINCE, (labelling, KINDS)), key=lambda row: row[0]):
        held = list(rows)
        number, text, sha256, chars = held[0][:4]
        if digest(chars) != sha256:
            raise damaged(f"text {sha256}")
        yield Blanked(number, text, blank(chars, [(row[4], row[5]) for row in held if row[4] is not None]), sha256)


def blank(chars: str, said: Sequence[tuple[int, int]]) -> str:
    """The characters with NUL outside the stretches, which are in order.

    >>> blank("Menu. Words.", [(6, 12)])
    '\\x00\\x00\\x00\\x00\\x00\\x00Words.'
    """
    parts, at = [], 0
    for start, end in said:
        parts += [BLANK * (start - at), chars[start:end]]
        at = end
    return "".join([*parts, BLANK * (len(chars) - at)])


def number(connection: apsw.Connection, sha256: str) -> int:
    """The row number of a text by its id; -1 when it is not held."""
    row = connection.execute("SELECT id FROM text WHERE sha256 = ?", (sha256,)).fetchone()
    return int(row[0]) if row else -1


def places(connection: apsw.Connection, texts: Sequence[int]) -> list[Place]:
    """The statements of texts (rows), in the order of texts."""
    return [Place(*row) for row in connection.execute(_PLACES, ("[" + ",".join(map(str, texts)) + "]",))]


def stretches(connection: apsw.Connection, texts: Sequence[int] | None = None) -> list[Stretch]:
    """Every statement that holds now, or those of some texts (rows), in the order of texts and places."""
    sql = _STRETCHES.format("" if texts is None else _OF_TEXTS)
    values = (KINDS,) if texts is None else (KINDS, "[" + ",".join(map(str, texts)) + "]")
    return [Stretch(*row) for row in connection.execute(sql, values)]
