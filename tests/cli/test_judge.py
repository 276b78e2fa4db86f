"""The verb `judge` as a user meets it: whole outputs, errors and exit statuses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import Record

Run = Callable[..., tuple[int, str, str]]
QA = """Question: How does Valdoria see the harbour tariff?
Embassy Spokesperson: Valdoria opposes the harbour tariff. Trade should serve all coasts.
"""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one document and its record, made once."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "qa.txt").write_text(QA, encoding="utf-8")
    with Record.open(folder / "onrecord-record", write=True) as record:
        record.add([folder / "qa.txt"], workers=1)
    return folder


@pytest.fixture
def run(ready: Path, run: Run) -> Run:
    """Run a command line in a folder with a copy of the record."""
    shutil.copytree(ready / "onrecord-record", "onrecord-record")
    return run


def statement(run: Run) -> str:
    """The id of the statement."""
    return str(json.loads(run("list", "--json")[1])["id"])


def answer(run: Run) -> str:
    """The id of the utterance that answers."""
    dossier = json.loads(run("show", statement(run), "--json")[1])
    return next(u["id"] for u in dossier["utterances"] if u["answers"])


def test_a_judgement_is_printed_listed_shown_and_undone(run: Run) -> None:
    """Each step says what was decided, by whom, over which rule, and whether it is applied."""
    name = answer(run)

    status, out, err = run("judge", name[:9], "--speaker", "Edda Lorne", "--by", "Ana")

    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("1  utterance: speaker is Edda Lorne <edda-lorne>  by Ana, ")
    assert lines[0].endswith("  applied")
    assert "over turn/" in lines[1]
    shown = run("show", statement(run), "--layer", "utterances")[1]
    assert "speaker: Edda Lorne by Ana, " in shown
    assert ", over turn/" in shown
    assert run("judge", "--undo", "1", "--by", "Ben")[0] == 0
    listed = run("judge", "--list")[1]
    assert "not applied: a later judgement undoes it [undone]" in listed
    assert listed.endswith("2 judgements, 1 not applied\n")
    assert "Edda Lorne" not in run("show", statement(run), "--layer", "utterances")[1]
    assert run("check")[1].endswith("all is well\n")


def test_a_judged_position_says_its_new_id(run: Run) -> None:
    """Act, target and holder are part of an id: the printed one finds the position again, the list says what holds."""
    dossier = json.loads(run("show", statement(run), "--json")[1])
    shown = run("show", statement(run), "--layer", "positions")[1]
    name = next(word for line in shown.splitlines() for word in line.split() if word.startswith("p") and len(word) > 12)
    assert dossier["positions"]

    out = run("judge", name, "--act", "warn", "--by", "Ana")[1]
    now = out.split("the position is ")[1].split()[0]
    assert now != name
    assert run("judge", now, "--act", "deny", "--by", "Ana")[0] == 0

    listed = run("judge", "--list")[1]
    assert "[overruled]" in listed
    assert listed.endswith("2 judgements, 1 not applied\n")
    status, _, err = run("judge", "--undo", "9", "--by", "Ana")
    assert (status, err.count("\n")) == (1, 1)


def test_a_layer_is_a_layer_of_json_too(run: Run) -> None:
    """Only the parts asked for stand beside the source."""
    whole = json.loads(run("show", statement(run), "--json")[1])
    part = json.loads(run("show", statement(run), "--layer", "positions", "--json")[1])
    assert part == {key: whole[key] for key in ("source", "positions")}


def test_judgements_are_json(run: Run) -> None:
    """One line each, with the characters judged."""
    run("judge", answer(run), "--capacity", "ambassador", "--by", "Ana")

    one = json.loads(run("judge", "--list", "--json")[1])

    assert (one["judgement"]["field"], one["judgement"]["value"], one["reason"]) == ("capacity", "ambassador", "")
    assert one["judgement"]["anchor"]["quote"].startswith("Embassy Spokesperson")


@pytest.mark.parametrize(
    "words",
    [
        (), ("--act", "oppose"), ("u123456",), ("--undo", "1", "--list"), ("u123456", "--undo", "1"),
        ("ufffffff", "--wrong"), ("--undo", "5"), ("--accept", "5"), ("--same", "A", "a"), ("--list", "--record", "no"),
        ("s1234567", "--wrong", "--record", "no"),
    ],
)  # fmt: skip
def test_a_wrong_command_is_one_sentence(run: Run, words: tuple[str, ...]) -> None:
    """Nothing is kept and one sentence says what to give."""
    status, out, err = run("judge", *words)

    assert (status, out) == (1, "")
    assert err.startswith("onrecord: ")
    assert len(err.splitlines()) == 1
    assert not Path("no").exists()
