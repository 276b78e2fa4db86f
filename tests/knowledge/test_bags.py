"""Likely bags: entries whose forms are several phrases are noticed, wordings of one phrase are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import build
from onrecord.knowledge.packs import bundled_files, check, doubts
from onrecord.knowledge.packs.bags import heaps_of, is_bag

CASES = Path(__file__).with_name("cases")
ROWS: dict[str, list[dict[str, Any]]] = json.loads(CASES.joinpath("bags.json").read_text("utf-8"))
GOOD = CASES.joinpath("islands.toml").read_text("utf-8")
BAG = GOOD.replace('["open harbours"]', '["open harbours", "calm tides", "a lamp for every boat"]')


@pytest.mark.parametrize("case", ROWS["bags"], ids=lambda c: c["why"])
def test_several_phrases_are_noticed(case: dict[str, Any]) -> None:
    """Forms without a word in common are likely several formulations."""
    assert is_bag(heaps_of(case["forms"], case["lang"]))


@pytest.mark.parametrize("case", ROWS["one"], ids=lambda c: c["why"])
def test_wordings_of_one_phrase_are_not(case: dict[str, Any]) -> None:
    """Forms that share words or a frame, and few forms, are left alone."""
    assert not is_bag(heaps_of(case["forms"], case["lang"]))


def test_a_doubt_names_file_line_and_mend_and_the_pack_is_read(tmp_path: Path) -> None:
    """A likely bag is a warning at the line of its forms; it is no problem, and ``variants = true`` settles it."""
    path = tmp_path / "islands.toml"
    path.write_text(BAG, "utf-8")
    (doubt,) = doubts(path)
    line = next(n for n, words in enumerate(BAG.splitlines(), 1) if "open harbours" in words)

    assert check(path) == []
    assert doubt.line == line
    assert "set apart as formulations of their own, or say variants = true" in doubt.words

    path.write_text(BAG.replace('id = "open-harbours"', 'id = "open-harbours"\nvariants = true'), "utf-8")
    assert (check(path), doubts(path)) == ([], [])


def test_variants_is_a_truth_value(tmp_path: Path) -> None:
    """Another value of ``variants`` is an error."""
    path = tmp_path / "islands.toml"
    path.write_text(BAG.replace('id = "open-harbours"', 'id = "open-harbours"\nvariants = "yes"'), "utf-8")

    assert ["variants must be true or false" in problem.words for problem in check(path)] == [True]


def test_the_verb_prints_warnings_and_succeeds(tmp_path: Path) -> None:
    """``packs check`` prints a warning and its exit status stays 0."""
    path = tmp_path / "islands.toml"
    path.write_text(BAG, "utf-8")
    result = CliRunner().invoke(build(), ["packs", "check", str(path)])

    assert result.exit_code == 0
    assert "0 problems, 1 warning" in result.output
    assert "warning: line" in result.output


def test_a_pack_that_cannot_be_read_has_no_doubts(tmp_path: Path) -> None:
    """Of a broken file only the problem is told."""
    path = tmp_path / "islands.toml"
    path.write_text("[[formula", "utf-8")

    assert doubts(path) == []


@pytest.mark.parametrize("place", bundled_files(), ids=lambda p: p.name)
def test_bundled_packs_have_no_likely_bag(place: Any) -> None:
    """Every formulation that ships is one phrase with its wordings and renderings."""
    assert [str(doubt) for doubt in doubts(Path(str(place)))] == []
