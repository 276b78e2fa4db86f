"""The formulation screen: the formulations of the packs, and one phrase over time.

Lives here: its questions and answers. Not here: counting (``record``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record import Record
from onrecord.trace.phrases import Trace


@dataclass(frozen=True, slots=True)
class Known:
    """A formulation that the packs know, with how often texts held have it."""

    id: str
    name: str
    uses: int
    texts: int


@dataclass(frozen=True, slots=True)
class FormulationsAnswer:
    """``trace`` of the phrase asked for (None: not held); without one, what the packs know and the record holds."""

    phrase: str
    by: Literal["year", "month"]
    trace: Trace | None = None
    known: tuple[Known, ...] = ()


def ask(record: Record, phrase: str, by: Literal["year", "month"]) -> FormulationsAnswer:
    """One phrase over time, or the list."""
    if phrase.strip():
        return FormulationsAnswer(phrase, by, record.trace(phrase, by=by))
    return FormulationsAnswer(phrase, by, known=tuple(Known(*one) for one in record.known_formulations()))
