"""Whether a position stands in its holder's own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import knowledge
from onrecord.record.voicing import own_words
from onrecord.store import Voiced

CASES = json.loads((Path(__file__).parent / "cases" / "voicing.json").read_text(encoding="utf-8"))
NOBODY = Voiced(None, "", None, None, None, None, None, None, None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_case(case: dict[str, Any]) -> None:
    """The holder, who speaks for its state, and its own pages are its own words; all others are not."""
    actor, name = case["holder"]
    voice = NOBODY._replace(holder_actor=actor, holder=name, **case["voice"])

    assert own_words(knowledge.load())(voice) is case["own"]
