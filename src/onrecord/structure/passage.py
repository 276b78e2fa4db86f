"""What the steps of ``structure.label`` work on: passages (paragraphs being labelled) and the sheet they stand on.

Lives here: the two working types. Not here: any rule. A Passage is changed by the steps and leaves the room only as
a frozen ``Block``. Spans of passages are in order, do not overlap, and cover all that is not white space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Piece, Source, Span, Text
from onrecord.structure.rules import Rules


@dataclass(slots=True)
class Passage:
    """A paragraph being labelled.

    ``kind`` is empty until a step decides it; ``rule`` names that step's rule. ``gap`` counts line ends before it
    (0 at the head of a text), ``mark`` is the layout's own mark ("heading", "bold", "bullet", "quote",
    "cell" of a table of content, or empty),
    ``lines`` the number of lines or pieces in it, ``first`` the index of its first layout piece. ``sort`` and
    ``mention`` describe a printed speaker label at its head; ``said_from`` is where the words after it begin.
    ``told_by`` says what showed its language (script, words, model, neighbours).
    ``hint`` names what line patterns would make of it if its place agrees; ``main`` the content model's probability.
    """

    start: int
    end: int
    first: int = -1
    lines: int = 1
    gap: int = 0
    mark: str = ""
    kind: str = ""
    label: str = ""
    rule: str = ""
    lang: str = ""
    score: float = 0.0
    sort: str = ""
    mention: tuple[int, int] | None = None
    said_from: int = -1
    turn: int = -1
    main: float = -1.0
    told_by: str = ""
    hint: tuple[str, ...] = ()

    def decide(self, kind: str, rule: str, label: str = "", score: float = 0.9) -> None:
        """Set the kind once: a later step does not overrule an earlier one through this door."""
        if not self.kind:
            self.kind, self.rule, self.label, self.score = kind, rule, label, score

    def span(self) -> Span:
        """The characters it covers."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Sheet:
    """The text under work and what the steps share. ``medium`` is "lines", "page" (HTML, DOCX) or "print" (PDF);
    ``chars`` are the text's, of the same length; ``wrap`` is the width it is wrapped at (0: not wrapped)."""

    source: Source
    text: Text
    rules: Rules
    medium: str
    chars: str
    wrap: int = 0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The layout pieces of the text."""
        return self.text.layout.pieces

    def of(self, passage: Passage) -> str:
        """The characters of a passage."""
        return self.chars[passage.start : passage.end]


def undecided(passages: Iterable[Passage]) -> list[Passage]:
    """The passages that no step has given a kind yet."""
    return [p for p in passages if not p.kind]
