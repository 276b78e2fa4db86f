"""Verdicts on quotations from texts of invented countries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.compare.quotation import bare, read
from onrecord.compare.telling import telling
from onrecord.compare.verify import Window, verify
from onrecord.knowledge import Knowledge, load

CASES = json.loads((Path(__file__).parent / "cases" / "verdicts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def judged(case: dict[str, Any], know: Knowledge) -> Any:
    chars = CASES["text"][case["lang"][:2]]
    return verify(read(bare(case["quote"])), [Window(7, chars, 0, len(chars))], telling(know, case["lang"]))


@pytest.mark.parametrize("case", CASES["wild"], ids=lambda case: case["label"])
def test_the_verdict_says_how_the_words_stand_to_those_held(case: dict[str, Any], know: Knowledge) -> None:
    """The verdict is the one that its definition gives, and what changed is named by its kind."""
    found = judged(case, know)
    assert found.verdict == case["verdict"], found
    if "kind" in case:
        assert case["kind"] in {change.kind for change in found.changes}


def test_every_place_and_change_can_be_read_off_the_characters(know: Knowledge) -> None:
    """Spans of parts and changes hold the words they are said to hold, on both sides."""
    for case in CASES["wild"]:
        chars, quote = CASES["text"][case["lang"][:2]], bare(case["quote"])
        found = judged(case, know)
        for part in found.parts:
            assert part.text == 7
            assert part.span.of(chars)
        for change in found.changes:
            assert change.a_words in ("…", change.a.of(quote))
            assert change.b.of(chars) == change.b_words or not change.b_words


def test_nothing_to_look_in_is_not_held(know: Knowledge) -> None:
    """Without a window nothing is held, and nothing is near."""
    found = verify(read("any words at all"), [], telling(know, "en"))
    assert (found.verdict, found.parts, found.share) == ("not_held", (), 0.0)
