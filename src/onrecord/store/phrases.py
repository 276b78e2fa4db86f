"""Where known formulations stand, as they were found when documents were added.

Lives here: that one question over stored occurrences. Not here: words that no pack knows (``search``), counting
(``trace``).
"""

from __future__ import annotations

from dataclasses import dataclass

import apsw

# the innermost voice around an occurrence is whose words they are
_VOICE = """(SELECT u.{} FROM utterance u WHERE u.labelling = o.labelling AND u.start <= o.start
    AND u."end" >= o."end" ORDER BY u."end" - u.start, u.id LIMIT 1)"""
_USES = f"""SELECT s.name, o.form, o.start, o."end", {_VOICE.format("speaker")}, {_VOICE.format("actor")}
    FROM occurrence o JOIN labelling l ON l.id = o.labelling
    JOIN statement s ON s.labelling = l.id AND s.start <= o.start AND o.start < s."end"
    WHERE o.formulation = ? AND l.id = (SELECT max(id) FROM labelling WHERE source = l.source)
    ORDER BY l.id, o.start"""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a phrase stands: the statement, half-open code points of its text, the form (as the pack has it),
    and whose words they are."""

    statement: str
    form: str
    start: int
    end: int
    speaker: str | None
    actor: str | None


def uses(connection: apsw.Connection, formulation: str) -> list[Use]:
    """Every occurrence of a formulation that holds now."""
    return [Use(*row) for row in connection.execute(_USES, (formulation,))]
