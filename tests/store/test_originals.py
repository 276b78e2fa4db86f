"""Original bytes in tar files."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.model import digest
from onrecord.store import Entry, Store, originals
from onrecord.store.originals import BLOCK, End, Place, header


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 8**11 - 1])
def test_headers_are_those_of_a_tar_library(size: int) -> None:
    """A header is the POSIX ustar header that the standard library writes for the same member."""
    info = tarfile.TarInfo(digest(str(size)))
    info.size, info.mode = size, 0o444
    read = tarfile.TarInfo.frombuf(header(info.name, size), "ascii", "strict")
    assert (read.name, read.size, read.mode, read.mtime) == (info.name, size, 0o444, 0)
    ours, theirs = header(info.name, size), info.tobuf(tarfile.USTAR_FORMAT)
    assert ours[:148] + ours[156:265] == theirs[:148] + theirs[156:265]


def test_any_tar_unpacks_the_originals(store: Store, make: Any) -> None:
    """Members are named by their sha256 and hold the bytes as found."""
    texts = ["Auria objects.", "", "x" * BLOCK, "奥里亚" * 400]
    store.put([Entry(make(text, f"{i}.txt")) for i, text in enumerate(texts)])
    with tarfile.open(store.folder / "originals" / "000001.tar") as tar:
        held = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
    assert held == {digest(text): text.encode() for text in texts}


def test_what_a_killed_run_left_is_cut_off(store: Store, make: Any) -> None:
    """Bytes past the end that the database knows go before the next batch; nothing else changes."""
    store.put([Entry(make("One.", "a.txt"))])
    path = store.folder / "originals" / "000001.tar"
    whole = path.read_bytes()
    with path.open("ab") as file:
        file.write(b"half a member")
    store.put([Entry(make("Two.", "b.txt"))])
    assert path.read_bytes()[: len(whole)] == whole
    assert len(path.read_bytes()) == 2 * len(whole)
    assert store.source_bytes("b.txt") == b"Two."


def test_a_new_file_begins_when_one_is_full(store: Store, make: Any, monkeypatch: Any) -> None:
    """Files have a bound; a member is never split, and one above the bound has a file of its own."""
    monkeypatch.setattr(originals, "PACK_BYTES", 3 * BLOCK)
    texts = ["a" * BLOCK, "b" * BLOCK, "c" * 9 * BLOCK, "d"]
    for i, text in enumerate(texts):
        store.put([Entry(make(text, f"{i}.txt"))])
    assert len(store.originals.packs()) == 3
    assert [store.source_bytes(f"{i}.txt") for i in range(4)] == [t.encode() for t in texts]
    assert not list(store.check())


def test_missing_and_damaged_originals_are_said(tmp_path: Path) -> None:
    """Bytes that are gone or changed raise with the file's name."""
    held = originals.Originals(tmp_path)
    with pytest.raises(InputError, match="missing"):
        held.read(digest(b"x"), Place(1, BLOCK), 1)
    held.write([(End().place(1)[0], digest(b"x"), b"x")])
    assert held.read(digest(b"x"), Place(1, BLOCK), 1) == b"x"
    with pytest.raises(InputError, match="damaged"):
        held.read(digest(b"y"), Place(1, BLOCK), 1)
    with pytest.raises(InputError, match="shorter"):
        held.write([(Place(1, 9 * BLOCK), digest(b"z"), b"z")])


def test_a_large_member_is_written_whole(tmp_path: Path, monkeypatch: Any) -> None:
    """Writing in several chunks gives the same bytes."""
    monkeypatch.setattr(originals, "_WRITE_BYTES", 1_000)
    end, items = End(), []
    for i in range(9):
        data = bytes([i]) * (i * 300)
        place, end = end.place(len(data))
        items.append((place, digest(data), data))
    held = originals.Originals(tmp_path)
    held.write(items)
    assert [held.read(sha, place, len(data)) for place, sha, data in items] == [data for *_, data in items]
    with tarfile.open(fileobj=io.BytesIO(held.path(1).read_bytes())) as tar:
        assert tar.getnames() == [sha for _, sha, _ in items]
