"""The original bytes, one file each, named by their hash: ``originals/ab/<sha256>``.

Lives here: writing, reading and listing these files. Not here: what they mean. Anyone can check them with
``sha256sum``, without this program. A file is written beside its place, forced to the disk, then renamed, and the
folder is forced to the disk too; only after that is the database told. What a killed run leaves behind is either
whole and unused, or named ``*.part`` and swept at the next opening for writing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model import digest

FOLDER = "originals"
_PART = ".part"
_AT_ONCE = 4  # the disk takes several forced writes in one go when they are asked for together


class Originals:
    """The folder of original bytes of one record."""

    def __init__(self, record: Path) -> None:
        self.folder = record / FOLDER
        self._pool: ThreadPoolExecutor | None = None

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash stand, or would stand."""
        return self.folder / sha256[:2] / sha256

    def add(self, sources: Iterable[tuple[str, bytes]]) -> None:
        """Write ``(sha256, bytes)`` durably; bytes that are held and whole are left alone. OSError from the disk."""
        missing = [(sha, data) for sha, data in dict(sources).items() if not self._holds(sha, data)]
        if not missing:
            return
        made = {self.path(sha).parent for sha, _ in missing}
        new = [folder for folder in made if not folder.is_dir()]
        for folder in new:
            folder.mkdir(parents=True, exist_ok=True)
        if len(missing) == 1:
            self._write(missing[0])
        else:
            self._pool = self._pool or ThreadPoolExecutor(_AT_ONCE)
            list(self._pool.map(self._write, missing))
        for folder in (*sorted(made), *((self.folder,) if new else ())):
            _force(folder)

    def read(self, sha256: str) -> bytes:
        """The bytes with this hash, verified; InputError when they are missing or damaged."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise InputError(f"the original {sha256} is missing from {self.folder}; restore it from a backup") from None
        if digest(data) != sha256:
            raise InputError(f"the original {sha256} is damaged; restore {self.path(sha256)} from a backup")
        return data

    def names(self) -> Iterator[tuple[str, Path]]:
        """Every file of the folder by name, in order."""
        for path in sorted(self.folder.glob("*/*")):
            yield path.name, path

    def sweep(self) -> None:
        """Remove the unfinished files that a killed run left behind."""
        for path in self.folder.glob(f"*/*{_PART}"):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """End the writing threads."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _holds(self, sha256: str, data: bytes) -> bool:
        path = self.path(sha256)
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data

    def _write(self, item: tuple[str, bytes]) -> None:
        sha256, data = item
        path = self.path(sha256)
        part = path.with_name(sha256 + _PART)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
