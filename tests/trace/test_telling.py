"""Which words tell two sides of one passage apart, with the words that ship; cases are data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.text import passages
from onrecord.trace.gathering import gathered

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("cases").joinpath("telling.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']} {case['label']}")
def test_what_differs_is_told_with_its_words(case: dict[str, Any]) -> None:
    """The kind of difference, and the words of both sides; "" where an edit tells nothing."""
    one, other = (case["text"].format(case[side]) for side in ("one", "other"))
    (found,) = passages.find([one, other], telling=gathered())
    words = [one[max(found.a_from, 0) : max(found.a_to, 0)], other[max(found.b_from, 0) : max(found.b_to, 0)]]
    assert [found.what, *words] == [case["what"], *case["words"]]


def test_the_case_fails_without_the_words() -> None:
    """None of the cases without a numeral or a capital is told where no words are known."""
    told = [case for case in CASES if case["what"] and case["lang"] in ("ar", "fr", "ru", "es")]
    found = [passages.find([case["text"].format(case[side]) for side in ("one", "other")]) for case in told]
    assert [one.what for pairs in found for one in pairs] == [""] * len(told)
