"""Grouping of targets: what is folded together, and what never is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.knowledge import load
from onrecord.record.targets import grouping

CASES = json.loads((Path(__file__).parent / "cases" / "targets.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["together"], ids=lambda case: case["one"])
def test_targets_that_are_one(case: dict[str, str]) -> None:
    """Both targets have a key of the rule in common, and it is the narrowest that they have in common."""
    rules = grouping(load())
    shared = [key for key in rules.keys(case["one"]) if key in rules.keys(case["other"])]

    assert shared[0][0] == case["rule"]


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["one"])
def test_targets_that_are_not_one(case: dict[str, str]) -> None:
    """Targets of two states, or with one general word in common, share no key."""
    rules = grouping(load())

    assert not set(rules.keys(case["one"])) & set(rules.keys(case["other"]))
