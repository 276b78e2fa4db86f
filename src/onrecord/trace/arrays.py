"""Arrays in files that only grow, and one small file that says how much of each is true.

Lives here: appending, merging, mapping, the manifest. Not here: what the numbers mean (``index``).

An array file may be longer than the manifest says, when a run was stopped between the two: the rest counts for nothing
and the next append writes over it. The manifest is written beside and moved over the old one, so that it is always
whole; everything here can be made again from the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from mmap import ACCESS_COPY, mmap
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.text import passages

MANIFEST = "manifest.json"
SLICE = 1 << 23  # keys merged at a time (64 MiB)


class Manifest(msgspec.Struct, frozen=True):
    """What holds: ``made`` names the method and its settings; ``lengths`` of the arrays by name; ``runs``: files of
    sorted keys with their lengths, oldest first; ``next_run``: number of the next such file; ``last``: the caller's
    mark of how far its texts were taken in."""

    made: str
    lengths: dict[str, int] = {}
    runs: tuple[tuple[str, int], ...] = ()
    next_run: int = 0
    last: int = -1


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest, or None when there is none that can be read."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the old one, at once."""
    beside = folder / (MANIFEST + ".new")
    beside.write_bytes(msgspec.json.encode(manifest))
    beside.replace(folder / MANIFEST)


def append(file: Path, length: int, values: NDArray[Any]) -> int:
    """Write values after the first ``length`` of a file's; the new length. Lengths count elements of the dtype."""
    with file.open("r+b" if file.exists() else "w+b") as out:
        out.seek(length * values.itemsize)
        out.write(np.ascontiguousarray(values).data)
        out.truncate()
    return length + values.size


def merge(file: Path, parts: Sequence[NDArray[np.uint64]]) -> int:
    """Write sorted keys of several arrays to a file as one sorted array; its length.

    The keys are taken in slices of their range, so that no more than some ``SLICE`` of them are in memory beside the
    pages of files that were just read, which are given back.
    """
    longest = max(parts, key=len)
    edges = longest[SLICE::SLICE]
    bounds = [[0, *np.searchsorted(part, edges).tolist(), len(part)] for part in parts]
    with file.open("wb") as out:
        for at in range(len(edges) + 1):
            piece = np.concatenate([part[b[at] : b[at + 1]] for part, b in zip(parts, bounds, strict=True)])
            if len(parts) > 1:
                piece.sort(kind="stable")  # the parts are in order already, which this kind uses
            out.write(piece.data)
            for part in parts:
                passages.let_go(part)
    return sum(map(len, parts))


def mapped(file: Path, length: int, dtype: type) -> NDArray[Any]:
    """The first ``length`` elements of a file, mapped into memory (changes stay in memory).

    ValueError when the file is shorter than that.
    """
    if not length:
        return np.empty(0, dtype)
    with file.open("rb") as held:  # np.memmap resolves paths, and took a third of the time to add one text
        return np.frombuffer(mmap(held.fileno(), length * np.dtype(dtype).itemsize, access=ACCESS_COPY), dtype)
