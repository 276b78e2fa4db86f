"""The steps of annotating one text, in order.

Lives here: ``annotate``, a literal list of steps, and ``voiced``, the first of them. Not here: what a stretch is for
(``structure``), comparing documents. Each step gets the same read-only page and gives marks; no step changes what
another found.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate import narration, occurrences, positions, quotations, turns
from onrecord.annotate.page import Page, make_page
from onrecord.knowledge import Knowledge
from onrecord.model import Block, Notice, Occurrence, Position, Source, Statement, Text, Utterance

__all__ = ["VOICES", "Annotated", "annotate", "voiced"]

VOICES = (
    ("turns", turns.find),
    ("narration", narration.find),
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """Marks of one text. ``utterances`` are in the order of their places, wider ones first."""

    utterances: tuple[Utterance, ...] = ()
    positions: tuple[Position, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    notices: tuple[Notice, ...] = ()


def annotate(
    source: Source, text: Text, blocks: tuple[Block, ...], statements: tuple[Statement, ...], know: Knowledge
) -> Annotated:
    """The voices, quotations, positions and known formulations of a labelled text. It raises nothing on any text."""
    page = make_page(source, text, blocks, statements, know)
    ordered, notices = _utterances(page)
    return Annotated(ordered, positions.find(page, ordered), occurrences.find(page), notices)


def voiced(
    source: Source, text: Text, blocks: tuple[Block, ...], statements: tuple[Statement, ...], know: Knowledge
) -> Annotated:
    """The voices and quotations alone, at a fraction of the cost. It raises nothing on any text."""
    ordered, notices = _utterances(make_page(source, text, blocks, statements, know))
    return Annotated(ordered, notices=notices)


def _utterances(page: Page) -> tuple[tuple[Utterance, ...], tuple[Notice, ...]]:
    voices = tuple(u for _, step in VOICES for u in step(page))
    quoted, notices = quotations.find(page, voices)
    return tuple(sorted((*voices, *quoted), key=lambda u: (u.span.start, -u.span.end, u.mode))), notices
