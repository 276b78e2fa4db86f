"""Origins of a record: copies and reports fold with a reason, templates do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import build

BODY = (
    "The harbour of Corvane stays open to every vessel of the league, and no fee will be asked before the spring. "
    "Our pilots wait at the outer light for those who do not know the sands, as they have done for a hundred years. "
    "Whoever closes the strait closes it for himself as well, and we shall say so in every meeting of the council."
)
PRICES = "The bureau counted {} barrels of salted herring in the northern sheds."
TEXTS = {
    "2031-03-05": f"Statement on the harbour\n\n{BODY}\n",
    "2031-03-07": f"From the coast\n\n{BODY}\n",
    "2031-03-08": "Snow in the valley\n\nNobody had seen so much of it since the bridge was built.\n",
    "2031-05-02": f"Prices of May\n\n{PRICES.format(4120)}\n",
    "2031-06-02": f"Prices of June\n\n{PRICES.format(3877)}\n",
}


def fill(folder: Path, dates: list[str]) -> Path:
    """The folder of a record of some of TEXTS with their dates."""
    lines = [json.dumps({"id": date, "text": TEXTS[date], "date": date}) for date in dates]
    (folder / "texts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Record.open(folder / "record", write=True) as record:
        record.add([folder / "texts.jsonl"], workers=1)
    return folder / "record"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of a statement, a copy two days later, a template used twice, and something else."""
    return fill(tmp_path, list(TEXTS))


def test_a_copy_folds_and_a_template_does_not(record: Path) -> None:
    """One origin of two statements: the later copy leans on the earlier one; changed numbers make no copy."""
    with Record.open(record) as held:
        (origin,) = held.origins()
    first, copy = origin.members
    assert (first.date or first.published, first.why) == ("2031-03-05", "")
    assert (copy.date or copy.published, copy.why, copy.of) == ("2031-03-07", "copy", first.statement)
    assert copy.own > 0.8


def test_the_command_prints_members_and_reasons(record: Path) -> None:
    """`reuse --origins` names each statement, what it leans on and how much of it."""
    done = CliRunner().invoke(build(), ["reuse", "--origins", "--record", str(record)])
    assert done.exit_code == 0
    assert "copy of " in done.output
    assert "1 origin of two statements or more; 1 statement folded" in done.output


def test_hits_are_counted_by_origins(record: Path) -> None:
    """A search counts its hits, their texts, and a copy together with what it is a copy of; 3 when there is none."""
    with Record.open(record) as held:
        found = held.counted("pilots")
    assert (found.hits, found.texts, found.origins) == (2, 2, 1)
    done = CliRunner().invoke(build(), ["search", "pilots", "--origins", "--record", str(record)])
    assert (done.exit_code, done.output.strip()) == (0, "2 hits in 2 texts of 1 origin")
    assert CliRunner().invoke(build(), ["search", "zeppelin", "--origins", "--record", str(record)]).exit_code == 3


def test_a_record_without_copies_exits_with_3(tmp_path: Path) -> None:
    """Nothing folded is said, with its own exit status."""
    record = fill(tmp_path, ["2031-03-08"])
    done = CliRunner().invoke(build(), ["reuse", "--origins", "--record", str(record)])
    assert done.exit_code == 3


def test_positions_are_counted_by_origin_when_asked(tmp_path: Path) -> None:
    """A copy under another headline is an origin of its own words, and no second source."""
    said = f"{BODY} Valdoria opposes the harbour tariff."
    lines = [
        {"id": day, "date": day, "text": f"{head}\n\n{said}\n"}
        for day, head in (("2031-03-05", "Statement on the harbour"), ("2031-03-07", "From the coast"))
    ]
    (tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "texts.jsonl"], workers=1)
        (by_words,), (by_origin,) = (record.positions(by_origin=one).cells for one in (False, True))
    assert (by_words.tally.texts, by_words.tally.origins) == (2, 2)
    assert (by_origin.tally.texts, by_origin.tally.origins) == (2, 1)
