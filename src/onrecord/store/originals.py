"""The original bytes, one after the other in tar files: ``originals/000001.tar``, members named by their sha256.

Lives here: writing and reading these files. Not here: what the bytes mean, which of them are held (``source``).
Any ``tar`` unpacks them and ``sha256sum`` checks them, without this program. Files are only appended to; the database
says where they end. A batch is written and forced to the disk before its transaction commits; what a killed run
left behind the end that the database knows is cut off before the next batch is written. Why not one file for each
source: ``docs/decisions/0005-store.md``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model import digest

FOLDER = "originals"
PACK_BYTES = 1 << 30
BLOCK = 512
LOST = (
    "is missing: restore it from a backup; without it texts and claims can be shown and searched, but neither checked "
    "against the bytes they came from nor labelled again"
)
_WRITE_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member's bytes stand: ``at`` is the offset of the bytes, just after their header, in file ``pack``."""

    pack: int
    at: int


@dataclass(frozen=True, slots=True)
class End:
    """Where the next member's header goes."""

    pack: int = 1
    at: int = 0

    def place(self, size: int) -> tuple[Place, End]:
        """The place of ``size`` more bytes, and the end after them."""
        here = End(self.pack + 1) if self.at and self.at + size > PACK_BYTES else self
        return Place(here.pack, here.at + BLOCK), after(Place(here.pack, here.at + BLOCK), size)


def after(place: Place, size: int) -> End:
    """The end when the bytes at ``place`` are the last ones: members fill whole blocks."""
    return End(place.pack, place.at + -(-size // BLOCK) * BLOCK)


def header(sha256: str, size: int) -> bytes:
    """The POSIX ustar header of a member; it holds no time and no owner, so that equal batches give equal files."""
    fields = sha256.encode("ascii").ljust(100, b"\0") + b"0000444\0" + b"0000000\0" * 2 + b"%011o\0" % size
    head = fields + b"%011o\0" % 0 + b" " * 8 + b"0" + b"\0" * 100 + b"ustar\x0000"
    head = head.ljust(BLOCK, b"\0")
    return head[:148] + b"%06o\0 " % sum(head) + head[156:]


class Originals:
    """The folder of original bytes of one record."""

    def __init__(self, record: Path) -> None:
        self.folder = record / FOLDER

    def path(self, pack: int) -> Path:
        """The file that holds a pack."""
        return self.folder / f"{pack:06d}.tar"

    def write(self, items: Iterable[tuple[Place, str, bytes]]) -> None:
        """Write ``(place, sha256, bytes)`` in order of place, durably. OSError from the disk."""
        for pack, members in groupby(items, key=lambda item: item[0].pack):
            self._append(pack, list(members))

    def _append(self, pack: int, members: list[tuple[Place, str, bytes]]) -> None:
        path, start = self.path(pack), members[0][0].at - BLOCK
        new = not path.exists()
        if new:
            self.folder.mkdir(exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            if os.fstat(handle).st_size < start:
                raise InputError(f"{path} is shorter than the record says; restore it from a backup")
            os.ftruncate(handle, start)
            os.lseek(handle, start, os.SEEK_SET)
            for chunk in _chunks(members):
                _write_all(handle, chunk)
            os.fsync(handle)
        finally:
            os.close(handle)
        if new:
            force(self.folder)
            force(self.folder.parent)

    def read(self, sha256: str, place: Place, size: int) -> bytes:
        """The bytes of a member, verified; InputError when they are missing or damaged."""
        path = self.path(place.pack)
        try:
            with path.open("rb") as file:
                file.seek(place.at)
                data = file.read(size)
        except FileNotFoundError:
            raise InputError(f"{path}, which holds the original bytes, {LOST}") from None
        except OSError as error:
            raise InputError(f"{path}, which holds the original bytes, cannot be read: {error.strerror}") from None
        if digest(data) != sha256:
            raise InputError(f"the original {sha256} in {path} is damaged; restore that file from a backup")
        return data

    def packs(self) -> dict[Path, int]:
        """Every file of the folder with its size."""
        return {path: path.stat().st_size for path in sorted(self.folder.glob("*"))} if self.folder.is_dir() else {}


def _chunks(members: list[tuple[Place, str, bytes]]) -> Iterator[bytes]:
    """Headers, bytes and filling, joined up to a bound, so that many small members are one write."""
    held: list[bytes] = []
    size = 0
    for _, sha256, data in members:
        held += (header(sha256, len(data)), data, b"\0" * (-len(data) % BLOCK))
        size += len(data) + 2 * BLOCK
        if size >= _WRITE_BYTES:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def force(folder: Path) -> None:
    """Force a folder's entries to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
