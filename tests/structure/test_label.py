"""``structure.label`` on texts of many layouts: real layouts, invented contents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.knowledge import Knowledge, load
from onrecord.model import Layout, Piece, Run, Span, Text, make_source, make_text
from onrecord.structure import Labelled, label

CASES = Path(__file__).parent / "cases"


def read_cases(kind: str) -> list[Any]:
    """The cases of one kind, as parameters named by their labels."""
    marks = pytest.mark.xfail(strict=True) if kind == "known_failures" else ()
    rows = json.loads((CASES / f"label_{kind}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["label"], marks=marks) for row in rows]


def lines_of(chars: str) -> tuple[Piece, ...]:
    """One piece a line that is not blank, as the plain reader gives them."""
    pieces, at = [], 0
    for line in chars.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            pieces.append(Piece(Span(start, start + len(bare))))
        at += len(line)
    return tuple(pieces)


def plain(chars: str) -> Text:
    """A plain text as read."""
    source = make_source(chars.encode("utf-8", "surrogatepass"), "text/plain", "case")
    whole = Span(0, len(chars))
    return make_text(source, "plain/1", chars, Layout(lines_of(chars)), (Run(whole, whole),))


def labelled(chars: str, know: Knowledge) -> Labelled:
    """The labels of a plain text."""
    source = make_source(chars.encode("utf-8", "surrogatepass"), "text/plain", "case")
    return label(source, plain(chars), know)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def shown(result: Labelled, case: dict[str, Any]) -> list[list[str | None]]:
    """Kind, language, mention and first words of each block, as the cases write them."""
    chars, rows = case["text"], []
    for i, block in enumerate(result.blocks):
        mention = block.mention.of(chars) if block.mention else None
        begins = case["expect"][i][3] if i < len(case["expect"]) else block.span.of(chars)[:20]
        words = block.span.of(chars)
        rows.append([block.kind, block.lang, mention, begins if words.startswith(begins) else words[:20]])
    return rows


@pytest.mark.parametrize("case", [*read_cases("wild"), *read_cases("must_not_match"), *read_cases("known_failures")])
def test_label(case: dict[str, Any], know: Knowledge) -> None:
    """Blocks, their kinds, languages and speaker labels are those a careful reader gives."""
    result = labelled(case["text"], know)

    assert case["expect"] == shown(result, case)
    if "form" in case:
        assert case["form"] == max(result.statements, key=lambda s: len(s.span)).form
    if "statements" in case:
        assert case["statements"] == [s.lang for s in result.statements]


def test_turns_are_numbered(know: Knowledge) -> None:
    """Paragraphs of one speaker share a turn; the next speaker opens the next one."""
    text = (
        "Question: Will the strait open?\nSpokesperson: It will.\nWe expect it in May.\n"
        "Question: For all ships?\nSpokesperson: Yes."
    )

    result = labelled(text, know)

    assert [b.turn for b in result.blocks] == [0, 1, 1, 2, 3]
    assert [b.label for b in result.blocks] == ["turn", "turn", "continued", "turn", "turn"]


def test_every_value_of_a_statement_has_evidence(know: Knowledge) -> None:
    """Form, title, venue and authority name the rule that gave them."""
    text = "Remarks by Minister Lowe\nAmber Hall\n\nMINISTER LOWE: Thank you all for coming to this hall today.\n"

    (statement,) = labelled(text, know).statements

    fields = {e.field for e in statement.evidence}
    given = {n for n in ("title", "venue", "publisher") if getattr(statement, n) is not None}
    assert given | {"form"} <= fields
    assert all(e.rule for e in statement.evidence)


def test_a_text_without_pieces_has_no_blocks(know: Knowledge) -> None:
    """An empty text gives nothing and raises nothing."""
    result = labelled(" \n", know)

    assert (result.blocks, result.statements) == ((), ())
