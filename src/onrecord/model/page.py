"""The nouns of a page: bytes as found, their characters, the layout, and what each stretch is for.

Lives here: Source, Text and what they are made of, Block, Notice. Not here: spans and runs (``spans``), what is
claimed about the words (``claims``), I/O, knowledge, rules.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model.spans import NO_RUNS, Run, Runs, Span

BlockKind = Literal["headline", "dateline", "question", "answer", "body", "keywords", "source", "furniture"]

BLOCK_KINDS: tuple[BlockKind, ...] = (
    "headline", "dateline", "question", "answer", "body", "keywords", "source", "furniture",
)  # fmt: skip


def digest(data: bytes | str) -> str:
    """sha256 in hexadecimal of bytes, or of a string's UTF-8 form."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


SPOKEN: tuple[BlockKind, ...] = ("headline", "dateline", "body", "question", "answer")
"""Blocks in which known formulations are looked for."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a Text that can be checked without this program: W3C TextPosition and TextQuote selectors."""

    text_id: str
    span: Span
    quote: str

    def holds(self, chars: str) -> bool:
        """True when the quote stands at the span."""
        return self.span.of(chars) == self.quote


@dataclass(frozen=True, slots=True)
class Told:
    """Something said *about* a source by what carried it: an HTTP header, a feed entry, a data-set field.

    ``name`` is one of: charset, url, date, title, lang, publisher, author, media_type, id (the carrier's own),
    container (where in which file the bytes stood). ``by`` names the carrier and its field, such as
    "http:Content-Type", "feed:pubDate", "field:date", "caller".
    """

    name: str
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as found, never changed. ``id`` is sha256 of ``data``; ``retrieved`` is ISO 8601 or empty.

    ``notices`` are what collecting it showed already (a feed's bad link, bytes after a gzip member).
    """

    id: str
    data: bytes
    media_type: str
    locator: str
    publisher: str | None = None
    retrieved: str = ""
    told: tuple[Told, ...] = ()
    notices: tuple[Notice, ...] = ()

    def told_value(self, name: str) -> Told | None:
        """The first thing told under ``name``."""
        return next((t for t in self.told if t.name == name), None)


def make_source(
    data: bytes,
    media_type: str,
    locator: str,
    *,
    publisher: str | None = None,
    retrieved: str = "",
    told: tuple[Told, ...] = (),
    notices: tuple[Notice, ...] = (),
) -> Source:
    """A Source whose id is the hash of its bytes."""
    return Source(digest(data), data, media_type, locator, publisher, retrieved, told, notices)


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became the decoded source.

    ``encoding`` is a Python codec name; ``label`` the label it came from and ``by`` who gave it (bom, http, meta,
    utf8, detector, caller, default). ``skipped`` counts bytes before the first character (a BOM). ``marks`` are
    checkpoints ``(character, byte)``: from one to the next, the bytes are ``chars.encode(encoding)``, except that
    an undecodable stretch is one checkpoint at its replacement character and the next just after it.
    """

    encoding: str = "utf-8"
    label: str = ""
    by: str = "default"
    skipped: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    bad_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """An element that holds text: its tag, the index of its parent in ``Layout.nodes`` (-1: none), and its
    class and id attributes, joined by spaces, in lower case."""

    tag: str
    parent: int = -1
    names: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that the layout sets apart: a line of a plain text, a paragraph or cell of a page, a PDF line.

    ``tag`` is "line" for plain text, else the block element ("p", "h1", "li", "td", "br", ...); ``node`` indexes
    ``Layout.nodes`` (-1: none). ``linked`` and ``strong`` count characters inside links and bold print.
    ``page`` is the 0-based page (-1: none) and ``box`` its left, bottom, right, top in PDF points.
    """

    span: Span
    tag: str = "line"
    node: int = -1
    linked: int = 0
    strong: int = 0
    page: int = -1
    box: tuple[float, float, float, float] | None = None
    size: float = 0.0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A value the page states about itself outside its shown text: a meta tag, JSON-LD, a time element, an
    attribute. ``name`` is "meta:article:published_time", "ld:datePublished", "time:datetime", "link:canonical",
    "html:lang", "title"...; ``source`` is the span of ``value`` in the decoded source; ``text`` the span in
    ``Text.chars`` where the element stands, when it has one."""

    name: str
    value: str
    source: Span
    text: Span | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader saw besides characters: pieces in order (they touch no other and cover every character that
    is not white space), the elements they stand in, links and emphasised stretches, page facts."""

    pieces: tuple[Piece, ...] = ()
    nodes: tuple[Node, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    emphasis: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    decoding: Decoding = Decoding()

    def fact(self, *names: str) -> Fact | None:
        """The first fact that has one of ``names``, in the order of ``names``."""
        for name in names:
            for fact in self.facts:
                if fact.name == name:
                    return fact
        return None


@dataclass(frozen=True, slots=True)
class Text:
    """A lossless projection of a source. ``id`` is sha256 of ``chars``; ``reader`` is name/version ("html/1")."""

    id: str
    source_id: str
    reader: str
    chars: str
    layout: Layout = Layout()
    runs: Runs = NO_RUNS

    def anchor(self, span: Span) -> Anchor:
        """An Anchor for a span of this text."""
        return Anchor(self.id, span, span.of(self.chars))


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch. ``kind`` is one of BLOCK_KINDS; ``label`` may be finer ("navigation", "comment",
    "table", "title", "speaker"); ``mention`` is the printed speaker label at its head ("Question:", "В.Путин:")
    without the colon. Blocks of a text are in order, do not overlap, and cover all that is not white space.
    ``turn`` numbers the turn the block belongs to (-1: none); ``label`` of a continued turn is "continued"."""

    kind: BlockKind
    span: Span
    lang: str
    score: float
    labeller: str
    label: str = ""
    mention: Span | None = None
    turn: int = -1


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before trusting a text. ``reason`` is a code of ``reasons.Reason``."""

    reason: str
    detail: str
    span: Span | None = None


def make_text(source: Source, reader: str, chars: str, layout: Layout, runs: Iterable[Run]) -> Text:
    """A Text whose id is the hash of its characters."""
    return Text(digest(chars), source.id, reader, chars, layout, runs if isinstance(runs, Runs) else Runs.of(runs))
