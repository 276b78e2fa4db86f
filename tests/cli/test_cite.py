"""The verbs `cite` and `export`: names, ranges, filters, files; what they write is verified against `source`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import Record

Run = Callable[..., tuple[int, bytes, str]]
TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_citation.py"
QA = """<html lang="en"><head><title>Embassy answers</title></head><body><h1>Embassy answers &amp; more</h1>
<p>3 May 2025</p><p>Question: How does Valdoria see the tariff?</p>
<p>Embassy Spokesperson: Valdoria opposes the harbour tariff.</p></body></html>"""
NEWS = 'CORVANE, 5 March 2025. "Teshar will keep the northern strait open," said Ada Quill, its minister, on Friday.\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page, a copy of its words in other bytes, and a report; and the record of them."""
    place = tmp_path_factory.mktemp("cited")
    files = {"qa.html": QA, "copy.html": QA.replace("<body>", "<body >"), "news.txt": NEWS}
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    with Record.open(place / "held", write=True) as record:
        record.add([place / name for name in files], workers=1)
    return place


@pytest.fixture
def run(folder: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in the folder; standard output stays bytes."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ONRECORD_RECORD", "held")
    return command


@pytest.fixture
def held(run: Run) -> list[str]:
    """Ids of the statements."""
    return [json.loads(line)["id"] for line in run("list", "--json")[1].splitlines()]


def verified(*words: str) -> int:
    """The exit status of the verifier, run as a stranger would."""
    return subprocess.run([sys.executable, "-I", str(TOOL), *words], check=False, capture_output=True).returncode


def test_a_citation_is_verified_against_the_source(run: Run, held: list[str], folder: Path) -> None:
    """Each kind of id, and a range in both spellings, gives a citation that the original bytes bear out."""
    with Record.open("held") as record:
        found = record.show(held[-1])
        names = [found.statement.id, found.utterances[0].id]
        names += [c.id for c in record.citations() if c.kind == "position"]
    (folder / "original").write_bytes(run("source", held[-1])[1])
    for words in [(name,) for name in names] + [(held[-1], "2-9"), (f"{held[-1]}:2-9",), (held[-1], "[2:9]")]:
        status, out, err = run("cite", *words)
        assert (status, err) == (0, "")
        (folder / "cited").write_bytes(out)
        assert verified("cited", "--original", "original") == 0
        assert verified("cited", "--original", str(TOOL)) == 1


@pytest.mark.parametrize("form", ["web-annotation", "csl-json", "bibtex", "ris", "gbt7714", "csv", "jsonl", "html"])
def test_an_export_is_verified_against_all_originals(form: str, run: Run, folder: Path) -> None:
    """The export of the whole record to a file; copies of one text are each cited with their own bytes."""
    assert run("export", "--as", form, "-o", "out")[0] == 0
    assert verified("out", *(w for f in ("qa.html", "copy.html", "news.txt") for w in ("--original", f))) == 0
    assert verified("out", "--original", "qa.html", "--original", "news.txt") == 1
    assert not list(folder.glob("*.part"))


def test_filters_and_kinds_choose(run: Run, held: list[str]) -> None:
    """`--what`, filters of `list` and words of `search` say what is written; status 3 when that is nothing."""

    def rows(*words: str) -> list[dict[str, str]]:
        return [json.loads(line) for line in run("export", "--as", "jsonl", *words)[1].splitlines()]

    assert {r["kind"] for r in rows()} == {"utterance", "position"}
    assert {r["kind"] for r in rows("--what", "statement")} == {"statement"}
    assert len(rows("--what", "statement", "--form", "qa")) == 2
    assert {r["speaker"] for r in rows("--actor", "Ada Quill", "--what", "utterance")} == {"Ada Quill"}
    assert [r["kind"] for r in rows("northern strait")] == ["passage"]
    assert run("export", "--as", "csv", "lighthouse")[0] == 3
    assert run("export", "--as", "csv", "--lang", "ar")[0] == 3


def test_what_cannot_be_cited_is_one_sentence(run: Run, held: list[str]) -> None:
    """Wrong names, ranges, formats and kinds, and a folder that is not there, each say what is wrong."""
    for words, said in (
        (("cite", "s000"), "no statement has an id"),
        (("cite", "x"), "no id"),
        (("cite", held[0], "9-2"), "not in the text"),
        (("cite", held[0], "2-999999"), "not in the text"),
        (("cite", held[0], "two"), "START-END"),
        (("cite", held[0], "--as", "endnote"), "bibtex"),
        (("export", "--as", "csv", "--what", "verse"), "position"),
        (("export", "--as", "csv", "--what", "passage"), "give words"),
        (("export", "--as", "csv", "-o", "none/out.csv"), "cannot be written"),
    ):
        status, out, err = run(*words)
        assert (status, out) == (1, b"")
        assert said in err
        assert err.count("\n") == 1
