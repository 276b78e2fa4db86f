"""A labelled text made by hand: these tests are about voices, not about finding paragraphs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord import annotate, knowledge
from onrecord.annotate import Annotated
from onrecord.knowledge import Knowledge
from onrecord.model import Block, Form, Layout, Span, Statement, Text, Utterance, make_source, make_text

CASES = Path(__file__).parent / "cases"
REPORTED = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Read:
    """A text and what was found in it."""

    text: Text
    blocks: tuple[Block, ...]
    marks: Annotated

    @property
    def reported(self) -> list[Utterance]:
        """Quotations and reported speech, without turns and narration."""
        return [u for u in self.marks.utterances if u.mode in REPORTED]

    @property
    def turns(self) -> list[Utterance]:
        """The turns."""
        return [u for u in self.marks.utterances if u.mode == "turn"]

    def words(self, utterance: Utterance) -> str:
        """The characters of an utterance; an ellipsis stands between the parts of a split one."""
        return " … ".join(part.of(self.text.chars) for part in utterance.parts or (utterance.span,))


def lines(chars: str) -> list[Span]:
    """The stretches between line ends that are not blank, without white space around."""
    found, at = [], 0
    for line in chars.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if start < end:
            found.append(Span(start, end))
        at += len(line) + 1
    return found


def blocks_of(chars: str, lang: str, *, labels: bool) -> tuple[Block, ...]:
    """One block a line; with ``labels``, "Name: words" opens a turn ("?" at its end makes it a question), a line
    without a label goes on, "# " opens a headline and "- " is furniture."""
    blocks: list[Block] = []
    turn = -1
    for span in lines(chars):
        line = span.of(chars)
        if line.startswith("# "):
            blocks.append(Block("headline", Span(span.start + 2, span.end), lang, 1.0, "test"))
        elif line.startswith("- "):
            blocks.append(Block("furniture", span, lang, 1.0, "test"))
        elif not labels:
            blocks.append(Block("body", span, lang, 1.0, "test"))
        else:
            at = next((i for i, c in enumerate(line[:60]) if c in ":："), -1)
            turn += at > 0
            kind = "question" if line.endswith(("?", "？", "؟")) else "answer"
            mention = Span(span.start, span.start + at) if at > 0 else None
            blocks.append(Block(kind, span, lang, 1.0, "test", "" if mention else "continued", mention, turn))
    return tuple(blocks)


@pytest.fixture(scope="session")
def know() -> Knowledge:
    """The bundled knowledge, with the invented countries of the sample."""
    return knowledge.load()


Reader = Callable[..., Read]


@pytest.fixture(scope="session")
def read(know: Knowledge) -> Reader:
    """Annotate a text: ``read(chars, lang, form=, date=, publisher=, labels=)``."""

    def _read(
        chars: str,
        lang: str = "en",
        *,
        form: Form = "report",
        date: str | None = None,
        publisher: str | None = None,
        labels: bool = False,
    ) -> Read:
        source = make_source(chars.encode("utf-8", "surrogatepass"), "text/plain", "test")
        text = make_text(source, "test/1", chars, Layout(), ())
        statement = Statement("s", Span(0, len(chars)), lang, form, date, publisher=publisher)
        blocks = blocks_of(chars, lang, labels=labels)
        return Read(text, blocks, annotate.annotate(source, text, blocks, (statement,), know))

    return _read


def cases(name: str) -> list[Any]:
    """The cases of a data file as parameters; a known failure must fail, so that a closed gap is noticed."""
    gap = pytest.mark.xfail(strict=True, reason="known failure")
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(row, id=f"{row['lang']}: {row['label']}", marks=gap if row["kind"] == "known-failure" else ())
        for row in rows
    ]
