"""The published shape of dossiers."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.export.dossier import encode, schema, shape
from onrecord.knowledge import Knowledge, load
from onrecord.model import make_source
from onrecord.pipeline import process

KINDS = ["headline", "dateline", "question", "answer", "body", "keywords", "source", "furniture"]


@pytest.fixture(scope="module")
def know() -> Knowledge:
    return load()


def _dossier(text: str, know: Knowledge) -> dict[str, object]:
    return json.loads(encode(shape(process(make_source(text.encode(), "text/plain", "t"), know))))


def test_schema_lists_the_eight_kinds_and_the_version() -> None:
    """The schema names the block kinds of the contract and carries its version."""
    found = schema()

    assert found["$defs"]["BlockOut"]["properties"]["kind"]["enum"] == sorted(KINDS)
    assert found["$id"].endswith(":1.0")


def test_schema_refuses_an_unknown_kind(know: Knowledge) -> None:
    """A dossier with a block kind of its own making breaks the schema: the check can fail."""
    dossier = _dossier("Question: How are you?\nAnswer: Well.", know)
    dossier["blocks"][0]["kind"] = "sidebar"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(dossier, schema())


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_text_gives_a_dossier_of_the_schema_or_a_refusal(know: Knowledge, text: str) -> None:
    """Whatever the text, its dossier keeps the schema and the characters."""
    try:
        dossier = _dossier(text, know)
    except Refused:
        return

    jsonschema.validate(dossier, schema())
    assert msgspec.json.decode(msgspec.json.encode(dossier)) == dossier
