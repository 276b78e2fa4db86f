"""Places of quotations: the characters of texts, and which statement, paragraph and voice a stretch stands in.

Lives here: those questions, by row number of a text. Not here: finding places (``trace``), verdicts (``compare``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw
import msgspec

from onrecord.model import Span, digest
from onrecord.store.read import damaged

_CHARS = "SELECT id, sha256, chars FROM text WHERE id IN (SELECT value FROM json_each(?))"
_STATEMENTS = """SELECT s.name, s.start, s."end", s.lang, s.form, s.date, s.published, s.publisher, s.authority, l.id,
        t.sha256, (SELECT c.locator FROM capture c WHERE c.source = l.source ORDER BY c.id LIMIT 1)
    FROM reading r JOIN labelling l ON l.reading = r.id JOIN statement s ON s.labelling = l.id
    JOIN text t ON t.id = r.text
    WHERE r.text = ?1 AND s.start <= ?2 AND s."end" > ?2
        AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)
    ORDER BY s."end" - s.start, l.id LIMIT 1"""
_BLOCK = 'SELECT start, "end" FROM block WHERE labelling = ?1 AND start <= ?2 AND "end" > ?2 ORDER BY id LIMIT 1'
_VOICES = """SELECT start, "end", parts, speaker, capacity, mode FROM utterance
    WHERE labelling = ?1 AND start <= ?2 AND "end" > ?2 ORDER BY "end" - start, id"""
_DAYS = """SELECT r.text, min(ifnull(s.first_day, '9999')) FROM reading r JOIN labelling l ON l.reading = r.id
    JOIN statement s ON s.labelling = l.id WHERE r.text IN (SELECT value FROM json_each(?)) GROUP BY r.text"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stretch stands: its statement, the paragraph (block) around its beginning, and the innermost voice there.
    Spans are code points of the text ``text_id``."""

    statement: str
    text_id: str
    block: Span
    lang: str
    form: str
    date: str | None
    published: str | None
    publisher: str | None
    authority: str
    locator: str
    speaker: str | None = None
    capacity: str | None = None
    mode: str | None = None


def characters(connection: apsw.Connection, texts: Sequence[int]) -> dict[int, str]:
    """The characters of texts by row number, each verified; InputError when one does not match its hash."""
    found: dict[int, str] = {}
    for number, sha256, chars in connection.execute(_CHARS, (msgspec.json.encode(list(texts)).decode(),)):
        if digest(chars) != sha256:
            raise damaged(f"text {sha256}")
        found[number] = chars
    return found


def first_days(connection: apsw.Connection, texts: Sequence[int]) -> dict[int, str]:
    """The earliest day that a statement of each text can be of; "9999" when none is known."""
    return dict(connection.execute(_DAYS, (msgspec.json.encode(list(texts)).decode(),)))


def standing(connection: apsw.Connection, text: int, at: int) -> Standing | None:
    """The statement, paragraph and voice at a code point of a text; None outside every statement."""
    row = connection.execute(_STATEMENTS, (text, at)).fetchone()
    if row is None:
        return None
    name, start, end, lang, form, date, published, publisher, authority, labelling, sha256, locator = row
    block = connection.execute(_BLOCK, (labelling, at)).fetchone() or (start, end)
    voice = (None, None, None)
    for v_start, v_end, parts, *told in connection.execute(_VOICES, (labelling, at)):
        stretches = msgspec.json.decode(parts, type=list[tuple[int, int]]) or [(v_start, v_end)]
        if any(low <= at < high for low, high in stretches):
            voice = tuple(told)
            break
    place = (name, sha256, Span(*block), lang, form, date, published, publisher, authority, locator or "")
    return Standing(*place, *voice)
