"""A page that reports what no official text held says: told so, and never linked as a version of it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import build

SAMPLE = Path(str(files("onrecord"))) / "demo" / "documents"
OFFICIAL = ("01_teshar_press_conference_zh.html", "02_teshar_press_conference_en.html")
REWRITTEN = (
    "On January 15, Tesharian Foreign Ministry spokesperson Halim Daro answered a question about the licences. Daro "
    "stated that the sea offers room for all who fish in it, and that walls built on water seldom outlast a tide.\n\n"
    "Observers believe that the step may cool trade between the two coasts for many seasons to come.\n\n"
    "Daro pointed out that honest cooperation is a bridge which each side has to keep in repair. He called on Valdoria "
    "to show the patience that befits an old neighbour, and affirmed that Teshar will keep growing its own orchards.\n"
)
ELSEWHERE = (
    "On January 15, Valdorian Foreign Ministry spokesperson Edda Lorne spoke of orchards. Lorne stated that an apple "
    "picked too early feeds nobody, and added that growers who wait will be thanked by the market.\n"
)
PARTLY = (
    "On January 15, Tesharian Foreign Ministry spokesperson Halim Daro met the press. Daro stated that weather knows "
    "no borders, and a sound forecast protects lives on every coast.\n\n"
    "Daro pointed out that honest cooperation is a bridge which each side has to keep in repair for those who follow.\n"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A ministry's briefing in two languages, a wire that quotes it, and pages with words that nobody holds."""
    path = tmp_path / "pages.jsonl"
    day = {"date": "2025-01-15"}
    rows = [("rewritten", REWRITTEN, day), ("elsewhere", ELSEWHERE, day), ("partly", PARTLY, {})]
    lines = [json.dumps({"id": id, "publisher": "Tidepool Blog", "text": t} | date) for id, t, date in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    folder = tmp_path / "record"
    with Record.open(folder, write=True) as held:
        held.add([*(SAMPLE / name for name in (*OFFICIAL, "05_northern_wire_report_en.html")), path], workers=1)
    return folder


def test_words_that_the_official_text_held_does_not_have_are_said_to_be_unheld(record: Path) -> None:
    """The rewritten answer leans on nothing; the wire that quotes the briefing does, and for another state nothing is
    held that could have the words."""
    with Record.open(record) as held:
        summaries = held.statements()
        (wire,) = (one.id for one in summaries if one.publisher == "sample-northern-wire")
        assert held.reported(wire) is None
        named = {told: name for name, told in held.document_ids([one.id for one in summaries]).items()}
        assert held.versions(named["rewritten"]) == []
        told = held.reported(named["rewritten"])
        assert told is not None
        assert told.found == ()
        assert told.sayings == 4
        assert held.reported(named["elsewhere"]) is None
    done = CliRunner().invoke(build(), ["link", named["rewritten"], "--record", str(record)])
    assert done.exit_code == 3
    assert "what it reports is not found in the official text held" in done.output


def test_of_a_report_without_a_year_the_sayings_that_are_held_are_counted(record: Path) -> None:
    """A text that tells the day and no year: one of its two sayings stands in the official text of such a day."""
    with Record.open(record) as held:
        named = {told: name for name, told in held.document_ids([one.id for one in held.statements()]).items()}
        told = held.reported(named["partly"])
        assert told is not None
        (official,) = (one.id for one in held.statements() if one.lang == "en" and one.authority.startswith("official"))
        assert (told.sayings, told.found) == (2, ((official, 1),))
    done = CliRunner().invoke(build(), ["link", named["partly"], "--record", str(record)])
    assert "of 2 sayings of officials in it 1 is found in the official texts held, 1 not" in done.output
