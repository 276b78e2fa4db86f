"""Adding that was cut short: sums add up, runs killed again and again get further, what is mended is told."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.record import Summary, adding


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record", write=True) as record:
        yield record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three files, a set of five lines of which one is no JSON, and an empty file: nine things to find."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for i in range(3):
        (documents / f"{i}.txt").write_text(f"Valdoria opposes tariff {i}.\n", encoding="utf-8")
    lines = [json.dumps({"text": f"Statement number {i} of the Ministry."}) for i in range(4)]
    (documents / "set.jsonl").write_text("\n".join([*lines, "not json", ""]), encoding="utf-8")
    (documents / "empty.txt").touch()
    return documents


FOUND = 9


def _cut_short(record: Record, *, after: int) -> None:
    """The state that a kill leaves between the last part of a file and the note that it is finished."""
    db = record._store.connection
    db.execute("DELETE FROM part WHERE part > ?", (after,)).fetchall()
    db.execute("UPDATE attempt SET done = 0, found = 0").fetchall()


@pytest.mark.parametrize("after", [99, 2, 0])
def test_what_was_found_adds_up_after_a_stop(record: Record, folder: Path, after: int) -> None:
    """Whatever an earlier run had finished, the sum of the next is stored + held + set aside = found; then again."""
    assert record.add([folder], workers=1).found() == FOUND
    _cut_short(record, after=after)

    resumed = record.add([folder], workers=1)

    assert (resumed.found(), resumed.total("new")) == (FOUND, 0)
    assert resumed.reasons.total() + resumed.held_aside == 2
    assert record.add([folder], workers=1).found() == FOUND
    assert list(record.check()) == []


def _first(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files in the order in which they are handed to workers."""
    seen: list[str] = []
    real = adding._engine_job

    def spy(number: int, found: object, *rest: object) -> object:
        seen.append(Path(found.locator).name)  # type: ignore[attr-defined]
        return real(number, found, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "_engine_job", spy)
    record.add([folder], workers=1)
    return seen


def test_new_files_come_before_those_that_are_held(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a folder of which much is held, the rest is read first: comparing what is held cannot eat a short run."""
    record.add([folder], workers=1)
    (folder / "0.txt").write_text("Valdoria supports the tariff.\n", encoding="utf-8")
    (folder / "zz.txt").write_text("Valdoria rejects the tariff.\n", encoding="utf-8")

    assert _first(record, folder, monkeypatch)[:1] == ["zz.txt"]
    assert record.counts()["revised"] == 1


def test_what_was_begun_often_comes_last(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that earlier runs began again and again without end does not stand before the others."""
    record.add([folder / "0.txt"], workers=1)
    db = record._store.connection
    db.execute("DELETE FROM part").fetchall()
    db.execute("UPDATE attempt SET done = 0, found = 0, tries = 7").fetchall()

    assert _first(record, folder, monkeypatch)[-1] == "0.txt"


def test_bytes_piped_in_again_add_nothing(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input has no place: bytes held from a file, or of an earlier revision of a page, are only held."""
    page = '<link rel="canonical" href="https://veil.example/1"><p>Valdoria {} the tariff today.</p>'
    for word in ("opposes", "supports"):
        (folder / "page.html").write_text(page.format(word), encoding="utf-8")
        record.add([folder / "page.html"], workers=1)
    before = record.counts()

    for data in (page.format("opposes"), page.format("supports"), page.format("opposes")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        summary = record.add(["-"], workers=1)
        assert (summary.total("same") + summary.files_held, summary.found()) == (1, 1)
    assert record.counts() == before


def test_what_could_be_read_since_is_not_listed_as_set_aside(record: Record, folder: Path) -> None:
    """A file set aside and read later, by a later try or with other bytes, is mended; what is still broken is not."""
    record.add([folder], workers=1)
    assert len(record.set_aside()) == 2
    (folder / "empty.txt").write_text("Valdoria explains its vote.\n", encoding="utf-8")
    record.add([folder], workers=1)
    assert [a.reason for a in record.set_aside()] == ["bad_json"]
    assert [a.reason for a in record.set_aside(mended=True)] == ["empty"]

    db = record._store.connection
    db.execute("UPDATE part SET outcome = 'new' WHERE outcome = 'set_aside'").fetchall()

    assert record.set_aside() == []
    assert list(record.check()) == []


def test_what_is_still_broken_is_told_each_time(record: Record, folder: Path) -> None:
    """A file that can never be read is set aside, and listed, however often it is added."""
    for _ in range(3):
        summary = record.add([folder / "empty.txt"], workers=1)
        assert (summary.reasons["empty"], summary.files_held, len(record.set_aside())) == (1, 0, 1)


def test_a_file_broken_later_is_still_listed(record: Record, folder: Path) -> None:
    """What was kept before does not mend what is set aside after it."""
    (folder / "0.txt").write_bytes(b"")
    record.add([folder / "1.txt"], workers=1)
    (folder / "1.txt").write_bytes(b"")

    summary: Summary = record.add([folder], workers=1)

    assert summary.reasons["empty"] == 3
    assert len([a for a in record.set_aside() if a.reason == "empty"]) == 3
