"""Machine code of loops is kept, loaded without the compiler, and made again when it cannot be trusted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from onrecord.text.passages import keeping
from onrecord.text.passages.kernels import machine
from onrecord.text.passages.kernels.kept import Kept, kept
from onrecord.text.passages.kernels.seeding import coarse

FIRST = np.array([0, 300, 700], np.int64)
PROGRAM = """
import sys
from onrecord.text import passages
found = passages.find(["the envoy said in the harbour that no ship may leave the bay"] * 2)
print(len(found), "numba" in sys.modules)
"""

PHRASES = """
import sys
from onrecord.text import phrases
from onrecord.text.phrases.features import features
texts = ["the envoy opposes the open harbour of stone and said so"] * 9
found = features(phrases.count(texts, phrases.Settings(least=2), phrases.Words(("opposes",), ("said",), ("the",))))
print(len(found) > 0, "numba" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that machine code is kept in."""
    monkeypatch.setattr(keeping, "folder", lambda code: tmp_path)
    return tmp_path


def texts(loop: Kept[..., None]) -> list[int]:
    """What the loop says of 700 units."""
    out = np.zeros(3, np.int32)
    loop(FIRST, out)
    return out.tolist()


def fresh() -> Kept[..., None]:
    """The loop as a process has it that did not call it yet."""
    assert isinstance(coarse, Kept)
    return kept(coarse.function)  # type: ignore[return-value]


def test_a_second_process_finds_passages_without_the_compiler() -> None:
    """What one process compiled the next one only loads."""
    runs = [subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True) for _ in "ab"]
    assert runs[1].stdout.split() == ["1", "False"]


def test_a_second_process_counts_phrases_without_the_compiler() -> None:
    """No loop of phrase counting needs more than its arguments, so that all of them are kept."""
    runs = [subprocess.run([sys.executable, "-c", PHRASES], capture_output=True, text=True, check=True) for _ in "ab"]
    assert runs[1].stdout.split() == ["True", "False"]


def test_kept_code_is_used_and_says_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop's code is written once, and read by whoever calls it next."""
    assert texts(fresh()) == [0, 0, 1]
    assert [file.suffix for file in folder.iterdir()] == [".kept"]
    monkeypatch.setattr(machine, "_make", None)
    assert texts(fresh()) == [0, 0, 1]


@pytest.mark.parametrize("damage", [b"", b"\xa5\x5a\xa5", b"half"])
def test_damaged_code_is_made_again(folder: Path, damage: bytes) -> None:
    """Code whose digest is wrong, or a file cut short, is never run."""
    texts(fresh())
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    at = len(whole) // 2
    file.write_bytes(whole[:at] + damage + (whole[at + len(damage) :] if damage else b""))
    assert not keeping.read(file, machine._Code)
    assert texts(fresh()) == [0, 0, 1]
    assert keeping.read(file, machine._Code)


def test_without_a_folder_the_code_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written the loop runs all the same."""
    monkeypatch.setattr(keeping, "folder", lambda code: None)
    assert texts(fresh()) == [0, 0, 1]


def test_what_does_not_fit_is_left_to_the_compiler(folder: Path) -> None:
    """An array that is no plain stretch of memory, or a loop that makes an array, is not kept."""
    out = np.zeros(6, np.int32)[::2]
    fresh()(FIRST, out)
    assert out.tolist() == [0, 0, 1]
    makes = kept(_makes)
    assert makes(np.arange(3)) == 3
    assert not list(folder.iterdir())


def _makes(values: np.ndarray) -> int:  # type: ignore[type-arg]
    return len(np.sort(values))
