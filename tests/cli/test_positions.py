"""The verb `positions` as a user meets it: table, matrix, CSV, JSON, one cell, and what is not held."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import build
from onrecord.model import (
    Block,
    Dossier,
    Layout,
    Made,
    Position,
    Span,
    Speaker,
    Statement,
    Target,
    Utterance,
    make_source,
    make_text,
)
from onrecord.record.tabled import COLUMNS
from onrecord.store import Entry, Store

Run = Callable[..., tuple[int, str, str]]
RULE = "weather-chip-export-rule"


def dossier(name: str, words: str, holder: Speaker, act: str, *, about: str, entity: str | None, date: str) -> Dossier:
    """One document of one sentence that is one position."""
    source = make_source(f"{name} {words}".encode(), "text/plain", f"{name}.txt")
    text, whole = make_text(source, "plain/1", words, Layout(), ()), Span(0, len(words))
    statement = Statement(f"s{name:0>16}", whole, "en", "report", date)
    voice = Utterance(f"u{name:0>16}", whole, "narration", "narration/page", statement.id)
    start = words.index(about)
    target = Target(Span(start, start + len(about)), entity)
    position = Position(voice.id, whole, holder, act, Span(0, 4), "by/hand", target, strength=4)
    blocks = (Block("body", whole, "en", 1.0, "lines/1"),)
    return Dossier(source, text, blocks, (statement,), (voice,), (position,), made=Made("0", "plain/1", "k"))


@pytest.fixture
def run(run: Run) -> Run:
    """Run a command line in a folder with a record of five positions."""
    teshar, body = Speaker("Teshar", "XT"), Speaker("=SUM(Body)")
    rule = "the chip rule"
    documents = [
        dossier("1", "Teshar opposes the chip rule.", teshar, "oppose", about=rule, entity=RULE, date="2030"),
        dossier("2", "Teshar rejects the chip rule.", teshar, "oppose", about=rule, entity=RULE, date="2031-05"),
        dossier("3", "Teshar condemns the chip rule.", teshar, "criticise", about=rule, entity=RULE, date="2032"),
        dossier("4", "Teshar fears |no| chip.", teshar, "concern", about="|no|", entity=None, date="2031-02-03"),
        dossier("5", "Body: not against it at all.", body, "oppose", about="it", entity=None, date="2031-02-03"),
    ]  # fmt: skip
    documents[4] = replace(documents[4], positions=(replace(documents[4].positions[0], negated=True),))
    with Store.open(Path("onrecord-record"), write=True, create=True) as store:
        store.put([Entry(d) for d in documents])
    return lambda *words: run("positions", *words)


def test_the_table(run: Run) -> None:
    """Each cell says the acts with counts, the word of the scale, latest act and dates; no target is lost."""
    assert run() == (
        0,
        "Teshar <XT>\n"
        "  Weather-Chip Export Rule <weather-chip-export-rule>: consistently against: opposes in 2 of 3, criticises in"
        " 1 of 3, 2030-32\n"
        "      latest: criticises, 2032; 3 positions, 3 texts, 3 origins, first 2030\n"
        "  other targets <other>: is concerned in 1 of 1, 2031\n"
        "      latest: is concerned, 2031-02-03; 1 position, 1 text, 1 origin\n"
        '      such as "|no|"\n'
        "=SUM(Body)\n"
        "  other targets <other>: does not oppose in 1 of 1, 2031\n"
        "      latest: does not oppose, 2031-02-03; 1 position, 1 text, 1 origin\n"
        '      such as "it"\n'
        "3 cells; what is not listed: no statement held. Quotations: --cell ACTOR MEASURE\n",
        "",
    )


def test_undated_texts_have_no_latest_act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no date tells which act came last, the table says so instead of naming one."""
    words = "Statement by the Ministry of Trade of Kenya\n\nWe welcome the salt pact. We reject the salt tax."
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Record.open(tmp_path / "onrecord-record", write=True) as held:
        held.add([tmp_path / "a.txt"], workers=1)
    out = CliRunner().invoke(build(), ["positions"]).output
    assert "latest: not known, for no text tells its year; 2 positions" in out


def test_the_matrix_has_blanks_and_is_safe(run: Run) -> None:
    """Markdown has a row for each actor; a blank where no statement is held; nothing of a document becomes markup."""
    out = run("--md", "--every-target")[1].splitlines()

    assert out[0] == "| | Weather-Chip Export Rule | \\|no\\| | it |"
    assert out[2].startswith("| Teshar | consistently against: opposes in 2 of 3")
    assert out[3] == "| =SUM(Body) | | | does not oppose in 1 of 1, 2031; latest does not oppose (2031-02-03) |"
    assert "no statement held" in out[-1]


def test_csv_is_never_a_formula(run: Run) -> None:
    """Cells of the table are lines; a name that begins with = is quoted."""
    rows = list(csv.DictReader(io.StringIO(run("--csv")[1])))

    assert [r["holder"] for r in rows] == ["Teshar", "Teshar", "'=SUM(Body)"]
    assert (rows[0]["measure"], rows[0]["positions"], rows[0]["origins"]) == (RULE, "3", "3")
    assert rows[0]["acts"] == "opposes 2/2/2; criticises 1/1/1"


def test_json_and_one_cell(run: Run) -> None:
    """The row and column of a cell give its quotations, newest first, with ids and characters; names will do too."""
    cell = json.loads(run("--json")[1].splitlines()[0])
    one = run("--cell", cell["row"], cell["column"])

    assert one == run("--cell", "Teshar", "Weather-Chip Export Rule")
    assert [line.strip() for line in one[1].splitlines() if "the chip rule." in line] == [
        "Teshar condemns the chip rule.", "Teshar rejects the chip rule.", "Teshar opposes the chip rule.",
    ]  # fmt: skip
    quoted = json.loads(run("--cell", "XT", RULE, "--json", "--limit", "1")[1])
    assert (quoted["words"], quoted["start"], quoted["end"], quoted["date"]) == (
        "Teshar condemns the chip rule.", 0, 30, "2032",
    )  # fmt: skip


def test_filters_and_the_table_as_it_stood(run: Run) -> None:
    """A month may lie in a period that ends in it, but surely had not been said on its fourth."""
    assert "2 texts" in run("--measure", RULE, "--until", "2031-05-04")[1]
    assert "1 with a date that only may lie in the period" in run("--measure", RULE, "--until", "2031-05-04")[1]
    out = run("--measure", RULE, "--as-of", "2031-05-04")[1]
    assert "latest: opposes, 2030; 1 position" in out
    assert "2 texts left out: not surely dated on or before 2031-05-04" in out
    assert run("--act", "criticise")[1].count("latest") == 1


def test_nothing_held_is_said(run: Run) -> None:
    """Exit status 3, and the words for it."""
    assert run("--actor", "XV") == (3, "no position is held of what the options leave\n", "")
    status, out, _ = run("--actor", "edda-lorne")
    assert (status, "'edda-lorne': who speaks for a state or body takes its stances" in out) == (3, True)
    assert run("--cell", "XV", RULE) == (3, f"no statement held: XV on {RULE}\n", "")
    status, out, _ = run("--cell", "XT", RULE, "--act", "deny", "--as-of", "2025")
    assert (status, "within --act deny --as-of 2025; without these filters" in out) == (3, True)


@pytest.mark.parametrize("words", [("--act", "like"), ("--since", "soon"), ("--json", "--md"), ("--as-of", "XXXX-01")])
def test_a_wrong_value_is_one_sentence(run: Run, words: tuple[str, ...]) -> None:
    """It says what to give."""
    status, out, err = run(*words)
    assert (status, out, len(err.splitlines())) == (1, "", 1)


def test_a_measure_that_nothing_is_held_on_gets_a_hint(run: Run) -> None:
    """Words that no pack names as a measure: what was looked for, and that a pack can name it."""
    status, out, _ = run("--measure", "nonexistent accord")

    assert status == 3
    assert "--pack FILE adds a pack" in out


def test_people_and_bodies_in_the_row_of_their_state(run: Run) -> None:
    """One row for a country holds what its holders' own rows held; a holder whom no pack knows keeps its row."""
    rows = list(csv.DictReader(io.StringIO(run("--csv", "--by-state")[1])))

    assert [r["actor"] for r in rows] == ["XT", "XT", ""]


def test_only_what_the_holder_says_itself(run: Run) -> None:
    """What pages of no outlet tell of a state is not its own words: neither in the table nor in a cell."""
    for words in (("--own",), ("--own", "--cell", "Teshar", RULE)):
        status, out, _ = run(*words)

        assert status == 3
        assert "oppose" not in out


def test_the_columns_of_the_csv_are_documented(root: Path) -> None:
    """Each column stands in docs/positions.md, in order."""
    page = (root / "docs" / "positions.md").read_text(encoding="utf-8")
    table = page.split("## Columns of the CSV")[1].split("##")[0]
    named = [
        name.strip() for row in table.splitlines()[3:] if row.startswith("|") for name in row.split("|")[1].split(",")
    ]

    assert named == list(COLUMNS)
