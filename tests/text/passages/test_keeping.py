"""What is kept in files is what would be made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.text import passages
from onrecord.text.passages import keeping, table
from onrecord.trace import gathering, telling


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that values are kept in."""
    monkeypatch.setattr(keeping, "folder", lambda code: tmp_path)
    return tmp_path


def test_a_value_is_made_once_for_what_it_is_made_of(folder: Path) -> None:
    """The same sources give the value kept, others a new one."""
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return [len(made)]

    given = [keeping.value("x", "name", made_of, list[int], make) for made_of in ((1,), (1,), (2,), (1,))]
    assert given == [[1], [1], [2], [1]]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"half"])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    """A file that is not whole counts for nothing."""
    keeping.value("x", "name", (1,), list[int], lambda: [7])
    (one,) = folder.iterdir()
    one.write_bytes(damage)
    assert keeping.value("x", "name", (1,), list[int], lambda: [8]) == [8]
    assert keeping.value("x", "name", (1,), list[int], lambda: [9]) == [8]


def test_nothing_is_kept_where_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder the value is made each time."""
    monkeypatch.setattr(keeping, "folder", lambda code: None)
    assert keeping.value("x", "name", (1,), list[int], lambda: [1]) == [1]
    assert keeping.value("x", "name", (1,), list[int], lambda: [2]) == [2]


def test_the_kept_table_says_what_each_code_point_says_alone() -> None:
    """Samples of every script, from the table as searches use it."""
    codes = np.array([ord(c) for c in "aÉ關关7⑦٣ß’\u0301 。\0か한\U0001d5ba😀"], np.uint32)
    numbers, looks = table.tables_for(codes)
    assert numbers[codes].tolist() == [table.value(chr(code)) for code in codes.tolist()]
    assert looks[codes].tolist() == [table._look(chr(code)) for code in codes.tolist()]


def test_what_tells_is_kept_as_it_is_made(folder: Path) -> None:
    """Made and read back alike, once."""
    telling.known.cache_clear()
    made = telling.known()
    telling.known.cache_clear()
    kept = telling.known()
    assert kept.mark.tolist() == made.mark.tolist() == passages.marks(gathering.gathered()).mark.tolist()
    assert kept.mark.tolist() == sorted(kept.mark.tolist())
    assert len(list(folder.iterdir())) == 1
