"""What targets are grouped by, kept beside the record; and parts of the table of positions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import onrecord.demo
from onrecord import Record
from onrecord.knowledge import Knowledge, load
from onrecord.record import Wanted, grouped
from onrecord.record.targets import grouping

WORDS = [f"the {n} rules of harbour {n}" for n in range(8)]


@pytest.fixture
def know(monkeypatch: pytest.MonkeyPatch) -> Knowledge:
    """What is known, with nothing met before; the file is worth its while from three targets on."""
    monkeypatch.setattr(grouped, "FEW", 2)
    known = load()
    grouping(known).met.clear()
    return known


def test_groups_are_kept_and_read_again(tmp_path: Path, know: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later process groups nothing that an earlier one did, and has the same groups."""
    made = grouped.keys(tmp_path, know, WORDS)
    assert made == {words: grouping(know).keys(words) for words in WORDS}
    grouping(know).met.clear()
    monkeypatch.setattr("onrecord.record.targets.Grouping.keys", lambda *_: pytest.fail("it was kept"))
    assert grouped.keys(tmp_path, know, WORDS) == made


def test_groups_of_others_and_damaged_ones_are_made_again(tmp_path: Path, know: Knowledge) -> None:
    """A file of other knowledge, one with a flipped bit and one that is no such file are not believed."""
    made = grouped.keys(tmp_path, know, WORDS)
    file = tmp_path / grouped.FILE
    whole = file.read_bytes()
    assert grouped._read(tmp_path, know) == made
    assert grouped._read(tmp_path, replace(know, fingerprint="other")) == {}
    for damaged in (whole[:-1] + bytes([whole[-1] ^ 1]), b"", b"\0" * 99):
        file.write_bytes(damaged)
        grouping(know).met.clear()
        assert grouped._read(tmp_path, know) == {}
        assert grouped.keys(tmp_path, know, WORDS) == made
    assert file.read_bytes() == whole


def test_no_file_is_made_where_none_can_be(tmp_path: Path, know: Knowledge) -> None:
    """A folder that cannot be written to costs time and no answer, and nothing half written stays."""
    (tmp_path / grouped.FILE).mkdir()
    assert grouped.keys(tmp_path, know, WORDS).keys() == set(WORDS)
    assert [one.name for one in tmp_path.iterdir()] == [grouped.FILE]
    assert grouped.keys(tmp_path / "none", know, WORDS).keys() == set(WORDS)


@pytest.mark.parametrize("over_time", [False, True])
def test_parts_of_the_table_are_the_table(tmp_path: Path, over_time: bool) -> None:
    """All parts together are the cells of the whole table, in its order of rows, with the same counts and words."""
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([Path(onrecord.demo.__file__).parent / "documents"], workers=1)
        whole, wanted = record.positions(over_time=over_time), Wanted(over_time=over_time)
        first = record.positions_page(wanted, slice(0, 2), slice(0, 3))
        parts = [
            record.positions_page(wanted, slice(top, top + 2), slice(left, left + 3))
            for top in range(0, first.all_rows, 2)
            for left in range(0, first.all_columns, 3)
        ]
    assert len(first.rows) == 2 < first.all_rows
    assert len(first.columns) == 3 < first.all_columns
    assert sorted((c for p in parts for c in p.cells), key=repr) == sorted(whole.cells, key=repr)
    rows = [row for part in parts for row in part.rows]
    assert list(dict.fromkeys(rows)) == list(dict.fromkeys((c.row, c.holder) for c in whole.cells))
    assert {c for p in parts for c in p.columns} == {(c.column, c.about, c.kind) for c in whole.cells}
