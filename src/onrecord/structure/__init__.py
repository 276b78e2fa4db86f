"""Structure: what each stretch of a text is for, and which acts of stating it holds.

Lives here: ``label``. Not here: who speaks (``annotate``), characters (``readers``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.knowledge import Knowledge
from onrecord.model import Block, Notice, Source, Span, Statement, Text, short_id

LABELLER = "structure/0"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Blocks and statements of one text, and notices."""

    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    notices: tuple[Notice, ...] = ()


def label(source: Source, text: Text, know: Knowledge) -> Labelled:
    """Label every piece of a text and cut the text into statements."""
    blocks = tuple(Block("body", p.span, "und", 0.0, LABELLER) for p in text.layout.pieces)
    whole = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)
    return Labelled(blocks, (Statement(short_id("s", source.id, text.id, 0), whole, "und", "statement"),))
