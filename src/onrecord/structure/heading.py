"""The dates of one statement: when it was said, and when the page was published. Kept apart, each with evidence.

Lives here: the decision. Not here: finding dates in words (``text.datewords``), arithmetic (``dates``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.knowledge import Knowledge
from onrecord.model import Block, Evidence, Notice, Source, Span, Text


@dataclass(frozen=True, slots=True)
class Heading:
    """``date`` and ``published`` are EDTF or None; ``evidence`` explains each, and shows what disagrees."""

    date: str | None = None
    published: str | None = None
    evidence: tuple[Evidence, ...] = ()
    notices: tuple[Notice, ...] = ()


def decide(source: Source, text: Text, blocks: tuple[Block, ...], span: Span, lang: str, know: Knowledge) -> Heading:
    """The dates of the statement at ``span``, of language ``lang``; ``blocks`` are all blocks of the text."""
    return Heading()
