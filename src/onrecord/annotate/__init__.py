"""Annotate: whose words each stretch holds, and which known formulations stand in it.

Lives here: ``annotate``. Not here: what a stretch is for (``structure``), comparing documents.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.knowledge import Knowledge
from onrecord.model import Block, Notice, Occurrence, Position, Source, Statement, Text, Utterance


@dataclass(frozen=True, slots=True)
class Annotated:
    """Marks of one text."""

    utterances: tuple[Utterance, ...] = ()
    positions: tuple[Position, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    notices: tuple[Notice, ...] = ()


def annotate(
    source: Source, text: Text, blocks: tuple[Block, ...], statements: tuple[Statement, ...], know: Knowledge
) -> Annotated:
    """Find the voices of a labelled text."""
    return Annotated()
