"""Voices: whose words each position stands in.

Lives here: the SQL question that joins positions with utterances and statements. Not here: who speaks for whom
(``record.voicing``), counting (``stances``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import apsw

_SQL = """SELECT p.id, p.holder_actor, p.holder, u.mode, u.rule, u.speaker, u.actor, u.country, u.capacity, s.publisher
    FROM position p JOIN statement s ON s.id = p.statement
    LEFT JOIN utterance u ON u.labelling = p.labelling AND u.name = p.utterance"""


class Voiced(NamedTuple):
    """A position's holder (id of an actor or None, name) and the voice of its utterance (all None when the row that
    names it is gone): mode, rule, speaker's name, actor's id, country, capacity; and the outlet of the statement."""

    holder_actor: str | None
    holder: str
    mode: str | None
    rule: str | None
    speaker: str | None
    actor: str | None
    country: str | None
    capacity: str | None
    publisher: str | None


def of_holders(connection: apsw.Connection, own: Callable[[Voiced], bool]) -> set[int]:
    """Numbers of the positions whose voice is ``own``: asked once for each different pair of holder and voice."""
    asked: dict[tuple[str | None, ...], bool] = {}
    found = set()
    for number, *rest in connection.execute(_SQL):
        key = tuple(rest)
        if key not in asked:
            asked[key] = own(Voiced(*rest))
        if asked[key]:
            found.add(number)
    return found
