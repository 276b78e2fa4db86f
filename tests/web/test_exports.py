"""Files to keep: every format from every screen, the same bytes as the command line gives."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.export.formats import FORMATS, Format
from onrecord.record import Choice
from onrecord.web import guard

NAMES = [one.name for one in FORMATS]


@pytest.mark.parametrize("form", FORMATS, ids=NAMES)
def test_a_search_is_exported_in_every_format(reader: TestClient, folder: Path, form: Format) -> None:
    """The file holds what `onrecord export` writes for the same words, with the format's media type and suffix."""
    answer = reader.get(f"/api/export/{form.name}", params={"q": "harbour"})
    with Record.open(folder) as record:
        wanted = b"".join(record.export(form.name, Choice(kinds=form.holds, words="harbour", limit=1_000)))
    assert answer.content == wanted
    assert answer.headers["content-type"].split(";")[0] == form.media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="onrecord{form.suffix}"'


@pytest.mark.parametrize("form", NAMES)
def test_a_statement_and_a_claim_are_cited_in_every_format(reader: TestClient, folder: Path, form: str) -> None:
    """A statement with its claims, a position, and characters of a text each make a file."""
    with Record.open(folder) as record:
        one = record.statements()[0]
        cited = record.cite(one.id, form, characters=(0, 5))
        position = next(record.citations(Choice(kinds=("position",)))).id
        alone = record.cite(position, form)
    assert reader.get(f"/api/cite/{one.id}", params={"as": form, "start": 0, "end": 5}).content == cited
    assert reader.get(f"/api/cite/{position}", params={"as": form}).content == alone
    assert reader.get(f"/api/statement/{one.id}/export/{form}").status_code == 200


def test_all_of_a_statement_is_the_statement_and_its_claims(reader: TestClient, folder: Path) -> None:
    """The lines of a statement's export are the statement, then its utterances and positions."""
    with Record.open(folder) as record:
        listed = {one.id: len(record.show(one.id).positions) for one in record.statements()}
    for name, count in listed.items():
        rows = rows_of(reader.get(f"/api/statement/{name}/export/csv").text)
        assert rows[0]["id"] == name
        assert sum(row["kind"] == "position" for row in rows) == count


def test_the_sentences_of_a_cell_and_the_table(reader: TestClient, folder: Path) -> None:
    """A cell's export holds its sentences; the table has a line for each cell, with the counts of the record."""
    with Record.open(folder) as record:
        cells = record.positions().cells
    table = rows_of(reader.get("/api/positions.csv").text)
    assert [(r["row"], r["column"], r["texts"]) for r in table] == [
        (c.row, c.column, str(c.tally.texts)) for c in cells
    ]
    where = {"row": cells[0].row, "column": cells[0].column}
    rows = rows_of(reader.get("/api/positions/cell/export/csv", params=where).text)
    assert len(rows) == cells[0].tally.positions


def test_the_places_of_a_phrase(reader: TestClient, folder: Path) -> None:
    """A phrase's export holds every place that its trace counts."""
    with Record.open(folder) as record:
        trace = record.trace("harbour")
    assert trace is not None
    rows = rows_of(reader.get("/api/formulations/export/csv", params={"phrase": "harbour"}).text)
    assert len(rows) == sum(p.uses for p in trace.periods) + trace.undated
    assert {row["quote"] for row in rows} == {"harbour"}


def test_a_comparison_and_what_was_set_aside(reader: TestClient, folder: Path) -> None:
    """The comparison is a page without scripts; what was set aside is a table."""
    with Record.open(folder) as record:
        names = [s.id for s in record.statements() if s.lang == "en"][:2]
    page = reader.get("/api/compare.html", params={"id": names})
    assert page.headers["content-disposition"].startswith("attachment")
    assert "<script" not in page.text
    assert rows_of(reader.get("/api/record/set-aside.csv").text) == []


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/export/docx?q=harbour", 400, "bad_question"), ("/api/export/csv?q=zebra", 404, "not_held"),
        ("/api/export/csv?q=harbour&limit=0", 422, "bad_value"), ("/api/cite/zz", 400, "bad_question"),
        ("/api/cite/s0000", 404, "not_held"), ("/api/cite/s0000?start=3", 400, "bad_question"),
        ("/api/formulations/export/csv?phrase=", 400, "bad_question"), ("/api/compare.html?id=zz", 404, "not_held"),
        ("/api/positions/cell/export/csv?row=nobody&column=none", 404, "not_held"),
        ("/api/none", 404, "no_such_address"),
        ("/api/export/csv?q=harbour&what=poem", 400, "bad_question"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_a_sentence_and_a_code(reader: TestClient, path: str, status: int, code: str) -> None:
    """A file that cannot be made is an answer of one sentence with its code, never half a file."""
    answer = reader.get(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "content-disposition" not in answer.headers


def test_files_need_the_key(stranger: TestClient) -> None:
    """Nothing is exported without the key of this start, and the refusal is JSON where programs ask."""
    answer = stranger.get("/api/export/csv?q=harbour")
    assert (answer.status_code, answer.json()["code"]) == (401, "no_key")
    assert guard.COOKIE not in answer.headers.get("set-cookie", "")


def rows_of(text: str) -> list[dict[str, str]]:
    """The lines of a CSV file by its header."""
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    "path",
    [
        "/", "/?q=harbour", "/positions", "/positions/cell?row=AURIA&column=COLUMN", "/formulations?phrase=harbour",
        "/compare?id=FIRST&id=SECOND", "/compare?quotation=harbour+tariff", "/record", "/statement/FIRST",
        "/statement/FIRST?claim=CLAIM",
    ],
)  # fmt: skip
def test_every_screen_leads_to_every_format(reader: TestClient, folder: Path, path: str) -> None:
    """On each screen there is a file of each format for what it shows, and each of them can be had."""
    with Record.open(folder) as record:
        english = [s.id for s in record.statements() if s.lang == "en"]
        one, other = sorted(english, key=lambda id: -len(record.show(id).positions))
        cell = record.positions().cells[0]
        claim = next(record.citations(Choice(kinds=("position",), names=(one,)))).id
    told = {"FIRST": one, "SECOND": other, "AURIA": cell.row, "COLUMN": cell.column, "CLAIM": claim}
    for word, value in told.items():
        path = path.replace(word, value)
    page = lxml.html.fromstring(reader.get(path).text)
    files = [str(link.get("href")) for link in page.iter("a") if link.get("download") is not None]
    for form in FORMATS:
        led = [link for link in files if f"/{form.name}" in link or f"as={form.name}" in link]
        assert led, form.name
        assert reader.get(led[0]).headers["content-type"].split(";")[0] == form.media_type


def test_the_sentences_of_a_table_and_known_formulations(reader: TestClient, folder: Path) -> None:
    """The export of a table of positions has a line for each position that the record holds now."""
    with Record.open(folder) as record:
        counted = sum(cell.tally.positions for cell in record.positions().cells)
        known = record.known_formulations()
    assert len(rows_of(reader.get("/api/positions/export/csv").text)) == counted > 0
    assert len(rows_of(reader.get("/api/formulations.csv").text)) == len(known)
    assert reader.get("/api/statements/export/csv").status_code == 400


def test_a_format_whose_package_is_missing_is_no_link(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where this install cannot write a format the page says which package it lacks, and links to the others."""
    linked = "/api/export/parquet"
    assert linked in reader.get("/?q=fisheries").text  # another question: pages are kept
    monkeypatch.setattr("onrecord.export.formats.find_spec", lambda name: None)
    shown = reader.get("/?q=harbour").text
    assert linked not in shown
    assert "needs the package pyarrow" in shown
    assert "/api/export/jsonl" in shown
