"""The scale of wording is complete, in order, and as it is published."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.knowledge import scale
from onrecord.knowledge.codes import ACTS


def test_every_act_has_its_verbs() -> None:
    """No act lacks a verb or its negation, and sides are taken by acts only."""
    assert set(scale.VERBS) == set(scale.NEGATED) == set(ACTS)
    assert set(scale.SIDES) <= set(ACTS)


def test_thresholds_rise_to_one_and_mirror() -> None:
    """The bounds cover 0 to 1, and what is for is treated as what is against."""
    bounds = [bound for bound, _ in scale.SCALE]
    assert all(a < b for a, b in pairwise(bounds))
    assert bounds[-1] == 1.0
    assert [round(1 - b, 9) for b in bounds[:-1]] == [round(b, 9) for b in reversed(bounds[:-1])]


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ((9, 0, 0), "consistently for"), ((0, 9, 0), "consistently against"), ((18, 2, 0), "almost always for"),
        ((2, 1, 0), "mostly for"), ((1, 1, 1), "both for and against"), ((1, 3, 0), "mostly against"),
        ((1, 9, 0), "almost always against"), ((2, 0, 0), ""), ((0, 0, 0), ""),
    ],
)  # fmt: skip
def test_words_follow_the_share(sides: tuple[int, int, int], words: str) -> None:
    """A share falls under the first bound it does not pass; few origins carry no word."""
    assert scale.wording(*sides) == words


def test_the_published_tables_are_the_data(root: Path) -> None:
    """docs/positions.md prints the scale, the sides, and the least number, as they are."""
    text = (root / "docs" / "positions.md").read_text(encoding="utf-8")
    low = 0.0
    for bound, words in scale.SCALE:
        assert f"| {low:.2f} to {bound:.2f} | {words} |" in text
        low = bound
    for act in ACTS:
        assert f"| {act} | {scale.VERBS[act]} | {scale.NEGATED[act]} | {scale.SIDES.get(act, 'none')} |" in text
    assert f"fewer than {scale.LEAST} origins" in text
