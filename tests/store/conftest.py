"""Dossiers made by hand about invented countries, and records that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.model import (
    Block,
    Dossier,
    Evidence,
    Layout,
    Made,
    Notice,
    Occurrence,
    Piece,
    Position,
    Run,
    Span,
    Speaker,
    Statement,
    Target,
    Told,
    Utterance,
    make_source,
    make_text,
    short_id,
)
from onrecord.store import Store

NO_LAYOUT = Layout()
MADE = Made("0.1", "plain/1", "k1", "lines/1")
Make = Callable[..., Dossier]


def dossier(
    chars: str,
    locator: str = "notes/a.txt",
    *,
    data: bytes | None = None,
    date: str | None = "2031-05-04",
    published: str | None = None,
    lang: str = "en",
    actor: str | None = "AU-X",
    kinds: tuple[str, ...] = (),
    told: tuple[Told, ...] = (),
    retrieved: str = "",
    made: Made = MADE,
    layout: Layout = NO_LAYOUT,
) -> Dossier:
    """A dossier with one block for each line, one statement over all, one utterance and one position for each block."""
    source = make_source(
        data if data is not None else chars.encode(), "text/plain", locator, told=told, retrieved=retrieved
    )
    lines, at = [], 0
    for line in chars.split("\n"):
        if line.strip():
            lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    pieces = layout if layout.facts else Layout(tuple(Piece(span) for span in lines))
    text = make_text(source, "plain/1", chars, pieces, (Run(Span(0, len(chars)), Span(0, len(chars))),))
    name = short_id("s", source.id, text.id)
    all_kinds = (*kinds, *("body",) * (len(lines) - len(kinds)))
    blocks = tuple(
        Block(kind, span, lang, 0.5, "lines/1", turn=i, mention=Span(span.start, span.start + 1))
        for i, (kind, span) in enumerate(zip(all_kinds, lines, strict=True))
    )
    because = (Evidence("date", date or "", "heading", Span(0, 1)), Evidence("form", "report", "default", where="none"))
    statement = Statement(
        name, Span(0, len(chars)), lang, "report", date, published, "Port Veil", "veil.times", "press",
        lines[0] if lines else None, because,
    )  # fmt: skip
    speaker = Speaker("Ada Quill", actor, lines[0] if lines else None) if actor else None
    utterances = tuple(
        Utterance(
            f"u{i}", span, "direct", "turn", name, speaker, "Minister", "AU-X", (span,), Span(span.start, span.start),
            evidence=because,
        )
        for i, span in enumerate(lines)
    )  # fmt: skip
    positions = tuple(
        Position(u.id, u.span, Speaker("Auria", "AU-X"), "oppose", u.span, "p1", Target(u.span, "the.measure"), speaker)
        for u in utterances
    )
    first = lines[0] if lines else Span(0, 0)
    return Dossier(
        source, text, blocks, (statement,), utterances, positions, (Occurrence("f1", "a form", first),),
        (Notice("charset_unsure", "a guess", first), Notice("odd_markup", "far")), made,
    )  # fmt: skip


@pytest.fixture
def make() -> Make:
    """The maker of dossiers."""
    return dossier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new record, open for writing."""
    with Store.open(tmp_path / "record", write=True, create=True) as opened:
        yield opened
