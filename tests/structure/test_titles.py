"""The title of a statement: the whole headline, what the carrier told, what the window says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import readers
from onrecord.knowledge import Knowledge, load
from onrecord.model import Told, make_source
from onrecord.structure import label

CASES = json.loads((Path(__file__).parent / "cases" / "titles.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_title(case: dict[str, Any], know: Knowledge) -> None:
    """A told title outweighs a stray line, and a printed one is the whole headline without the marks around it."""
    told = (Told("title", case["told"], case["by"]),) if "told" in case else ()
    source = make_source(case["text"].encode(), case.get("type", "text/plain"), "case", told=told)
    text = readers.read(source).text
    statement = label(source, text, know).statements[0]
    (why,) = [e for e in statement.evidence if e.field == "title"]
    assert (why.value, why.rule) == (case["title"], case["rule"])
    assert (statement.title is not None) == case["printed"]
    if statement.title:
        assert " ".join(statement.title.of(text.chars).split()) == case["title"]
