"""The verb `formulations` as a user meets it: whole outputs, decisions, errors and exit statuses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import Record

Run = Callable[..., tuple[int, str, str]]
WORDS = ("lamps", "kites", "bread", "clouds", "stones", "tables", "barrels", "clocks")
VERBS = ("opened", "kept", "sold", "saw", "moved", "built", "wanted", "counted")


def lines() -> list[dict[str, str]]:
    """Eight texts that repeat one phrase and nothing else."""
    made = []
    for n, word in enumerate(WORDS):
        seen = f"{VERBS[n - 1]} {n * 7 + 11} {WORDS[n - 2]}"
        said = f"They {VERBS[n]} and {word} {VERBS[n - 3]} an “open harbour”. {seen}."
        made.append({"id": f"t{n}", "text": said, "date": f"2031-0{n + 1}-11", "lang": "en"})
    return made


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record of these texts, made once."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines())), encoding="utf-8")
    with Record.open(folder / "onrecord-record", write=True) as record:
        record.add([folder / "texts.jsonl"], workers=1)
    return folder


@pytest.fixture
def run(ready: Path, run: Run) -> Run:
    """Run a command line in a folder with a copy of the record."""
    shutil.copytree(ready, Path.cwd(), dirs_exist_ok=True)
    return run


def test_proposals_are_numbered_lines(run: Run) -> None:
    """Number, phrase, language, texts, origins, the earliest text held; then how many, and that they are no claims."""
    status, out, err = run("formulations")
    first, last = out.splitlines()
    assert (status, err) == (0, "")
    assert first.startswith("1  open harbour  [en]  8 texts, 8 origins, earliest held 2031-01-11  s")
    assert last == "1 phrase proposed; none of them is a claim"


def test_a_proposal_is_accepted_by_its_number_and_rejected_by_its_words(run: Run) -> None:
    """The line says what was decided and by whom; an accepted phrase shows its id, a rejected one is gone."""
    status, out, _ = run("formulations", "accept", "1", "--by", "Ana")
    assert status == 0
    assert out.startswith("1  accept formulation open harbour [en]  by Ana, 20")
    assert out.endswith("  applied\n")
    assert "  accepted by Ana: f" in run("formulations")[1]
    assert "open harbour" in run("trace", "open harbour")[1]
    assert run("formulations", "reject", "Open Harbour", "--by", "Ben")[0] == 0
    assert run("formulations")[:2] == (3, "0 phrases proposed; none of them is a claim\n")
    listed = run("judge", "--list")[1].splitlines()
    assert "overruled" in listed[0] or "a later judgement" in listed[0]
    assert listed[-1] == "2 judgements, 1 not applied"
    assert run("judge", "--undo", "2", "--by", "Ben")[0] == 0
    assert "accepted by Ana" in run("formulations")[1]


def test_lines_of_json_give_lines_of_json(run: Run) -> None:
    """A file of lines needs no record; a proposal has its forms, variants and first text."""
    status, out, _ = run("formulations", "texts.jsonl", "--top", "3")
    (one,) = map(json.loads, out.splitlines())
    assert status == 0
    assert one == {
        "forms": ["open harbour"], "lang": "en", "texts": 8, "origins": 8, "first": {"id": "t0", "date": "2031-01-11"},
        "score": 1.0, "variants": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept",), "say which phrase to accept"),
        (("reject", "9"), "there is no proposal 9"),
        (("accept", "calm lighthouse"), "no statement held has 'calm lighthouse'"),
        (("a.jsonl", "b.jsonl"), "give one file of lines"),
        (("accept", "…"), "no word to look for"),
    ],
)
def test_wrong_requests_are_told_in_a_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    """Status 1 and what to do instead."""
    status, _, err = run("formulations", *words)
    assert status == 1
    assert said in err
