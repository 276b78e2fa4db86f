"""Who delivers a text, from a head that runs over lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import knowledge
from onrecord.annotate.delivered import head
from onrecord.model import Span

from .conftest import Reader

CASES = json.loads((Path(__file__).parent / "cases" / "delivered.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_case(case: dict[str, Any], read: Reader) -> None:
    """The name, the office and the state of who delivers it; nobody where the head names nobody."""
    voice = read(case["text"], case["lang"], form="statement").marks.utterances[0]
    found = [voice.speaker.name if voice.speaker else None, voice.capacity, voice.country]

    assert found == (case["expect"] or [None, None, None])


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh-Hans", "ar"])
def test_any_head(lang: str) -> None:
    """Odd heads are read without fault: empty, marks alone, words cut off."""
    language = knowledge.load().language(lang)
    assert language is not None
    for chars in (
        "",
        "\n\n",
        "Statement by",
        "Statement by\nH.E.",
        "H. E.",
        "— , :",
        "by: of, Minister",
        "Discours de",
    ):
        assert head(chars, Span(0, len(chars)), language) is None
