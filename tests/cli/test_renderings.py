"""`formulations --renderings` as a user meets it: lines, JSON, acceptance, exit statuses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record.test_rendering import FORMS, PHRASE, fill

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked record, made once."""
    return fill(tmp_path_factory.mktemp("ready"), FORMS)


@pytest.fixture
def run(ready: Path, run: Run) -> Run:
    """Run a command line beside a copy of the record."""
    shutil.copytree(ready, Path.cwd() / "onrecord-record")
    return run


def test_lines_say_by_whom_since_when_and_what_changed(run: Run) -> None:
    """The phrase, each rendering with receipts, and the change as an observation."""
    status, out, err = run("formulations", "--renderings", PHRASE, "--lang", "en")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"{PHRASE}  zh -> en: 6 pairs of sentences in 6 translations"
    assert lines[1].startswith("  joint lamps  proposed: 3 of 6 pairs, 3 texts, 3 origins; dice 0.667, log-likelihood ")
    assert "first 2031-01-05, last 2031-03-05; by Valdoria Herald 2, Island Post 1; said by " in lines[2]
    assert lines[-2] == (
        '  observed: since 2031-04-05 "shared lanterns" in 3 of 3 origins; '
        'from 2031-01-05 to 2031-03-05 "joint lamps" in 3 of 3 origins'
    )
    assert lines[-1] == "observed in this record; none of them is a claim"


def test_a_rendering_is_accepted_for_its_phrase(run: Run) -> None:
    """The phrase first, then the rendering; JSON has every receipt."""
    status, _, err = run("formulations", "accept", "joint lamps", "--renders", PHRASE, "--by", "Ana")
    assert (status, "accept it first" in err) == (1, True)
    assert run("formulations", "accept", PHRASE, "--by", "Ana")[0] == 0
    status, out, _ = run("formulations", "accept", "joint lamps", "--renders", PHRASE, "--by", "Ana")
    assert status == 0
    assert out.startswith("2  accept formulation joint lamps [en] for f")
    (found,) = map(json.loads, run("formulations", "--renderings", PHRASE, "--json")[1].splitlines())
    assert [(one["form"], one["known"], len(one["places"])) for one in found["found"]] == [
        ("joint lamps", True, 3), ("shared lanterns", False, 3),
    ]  # fmt: skip
    status, out, _ = run("formulations", "--renderings", "--lang", "en")
    assert status == 0
    assert "  joint lamps  known: 3 of " in out


def test_what_no_translation_holds_has_status_3(run: Run) -> None:
    """One sentence, and another for two phrases."""
    assert run("formulations", "--renderings", "灯塔与风")[:2] == (3, "no translation of '灯塔与风' is linked\n")
    assert run("formulations", "--renderings", "a", "b")[0] == 1
