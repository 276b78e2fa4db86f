"""Structure: what each stretch of a text is for, and which acts of stating it holds.

Lives here: ``label``, a literal list of steps. Not here: who speaks (``annotate``), characters (``readers``). A step
takes the sheet and the passages and gives passages; a kind once decided stays, so the order below is the order of
trust. No step raises, whatever the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.knowledge import Knowledge
from onrecord.model import Block, Notice, Source, Span, Statement, Text
from onrecord.reasons import Reason
from onrecord.structure import (
    content,
    debris,
    inline,
    lines,
    main_text,
    opening,
    paragraphs,
    sections,
    statements,
    tables,
    tail,
    tongues,
    turns,
)
from onrecord.structure.notices import notices
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import rules_of

__all__ = ["LABELLER", "Labelled", "label"]

LABELLER = "structure/1"
DOUBTFUL = (Reason.ILLEGIBLE_TEXT, Reason.SOFT_REDIRECT)  # nobody's statement stands in such a text as it is
FLAT_TAGS = frozenset(("line", ""))

Step = Callable[[Sheet, list[Passage]], list[Passage]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Blocks and statements of one text, and notices."""

    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    notices: tuple[Notice, ...] = ()


CUT: tuple[tuple[str, Step], ...] = (
    ("inline", inline.cut),
    ("tongues", tongues.assign),
)
MARK: tuple[tuple[str, Step], ...] = (
    ("debris", debris.mark),
    ("lines", lines.mark),
    ("voices", turns.find),
    ("opening", opening.mark),
    ("tail", tail.mark),
    ("sections", sections.mark),
    ("turns", turns.number),
)


def label(source: Source, text: Text, know: Knowledge) -> Labelled:
    """Label every piece of a text and cut the text into statements.

    Blocks are in order, do not overlap and cover all that is not white space. A text without pieces has none.
    """
    sheet = make_sheet(source, text, know)
    passages = _passages(sheet)
    for _, step in CUT:
        passages = step(sheet, passages)
    main = [p for p in passages if p.rule != main_text.NOT_MAIN]
    for _, step in MARK:
        main = step(sheet, main)
    for passage in main:
        passage.decide("body", *(("table_in_text", "table") if passage.mark == tables.CELL else ("remainder",)))
    noted = tuple(notices(sheet, passages))
    if any(n.reason == Reason.ILLEGIBLE_TEXT for n in noted):
        for passage in passages:
            passage.lang = "und"
    blocks = tuple(_block(p) for p in passages)
    translated = next((n.span for n in noted if n.reason == Reason.TRANSLATION), None)
    doubtful = next((n.reason for n in noted if n.reason in DOUBTFUL), "")
    found, dated = statements.find(sheet, passages, blocks, translated, doubtful)
    return Labelled(blocks, tuple(found), (*noted, *dated))


def make_sheet(source: Source, text: Text, know: Knowledge) -> Sheet:
    """The working sheet of a text; half surrogates, which no pattern engine takes, are read as a replacement sign."""
    chars = _encodable(text.chars)
    safe = text if chars is text.chars else replace(text, chars=chars)
    return Sheet(source, safe, rules_of(know), _medium(text), chars)


def _medium(text: Text) -> str:
    pieces = text.layout.pieces
    if not pieces:
        return "lines"
    if text.layout.nodes:
        return "page"
    return "print" if pieces[0].page >= 0 else "lines" if pieces[0].tag in FLAT_TAGS else "page"


def _encodable(chars: str) -> str:
    try:
        chars.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in chars)
    return chars


def _passages(sheet: Sheet) -> list[Passage]:
    passages = paragraphs.group(sheet)
    if sheet.medium == "page" and sheet.text.layout.nodes:
        scores = content.score(sheet.text)
        passages = main_text.mark(sheet, passages, scores)
    elif sheet.medium == "lines":
        tables.mark_pipes(sheet, passages)
    return passages


def _block(p: Passage) -> Block:
    kind = p.kind or "body"
    mention = Span(*p.mention) if p.mention else None
    label = p.label if p.label != "remainder" else ""
    return Block(kind, Span(p.start, p.end), p.lang, p.score, f"{LABELLER}:{p.rule}", label, mention, p.turn)  # type: ignore[arg-type]
