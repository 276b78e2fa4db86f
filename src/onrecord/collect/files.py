"""Files and folders: walk them in a fixed order, open only regular files inside the folder that was given.

Lives here: ``find`` and ``open_file``. Not here: what a file holds (``kinds``, ``expanding``). Rules: ``O_NOFOLLOW |
O_NONBLOCK | O_CLOEXEC``, then ``fstat`` says regular or nothing is read; a link is followed only to a file inside the
root; a folder that is a link is never entered (what it shows inside the root is found under its own name); sizes come
from ``fstat``. An empty folder named like a page is reported (not_a_file); a full one is walked, so that its files are
not lost. Names that begin with a dot inside a folder are left out unless ``hidden`` is set, and counted.
"""

# Paths are bytes here (names that are no UTF-8), which pathlib does not know.
# ruff: noqa: PTH110, PTH112, PTH116, PTH118, PTH119, PTH120
from __future__ import annotations

import errno
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.collect import kinds
from onrecord.collect.locators import absolute, locator_of
from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import SetAside, digest
from onrecord.reasons import Reason

FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
STDIN = "-"
TEXTS = (kinds.PLAIN, kinds.MARKDOWN, kinds.MAIL)


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file: ``path`` to open (bytes, links resolved), ``locator`` as the record names it, ``size`` in bytes.

    ``data`` holds the bytes themselves for standard input; ``path`` is empty then.
    """

    path: bytes
    locator: str
    size: int
    data: bytes | None = None

    @property
    def name(self) -> str:
        """The file's own name, for its suffix; not storable (undecodable bytes are surrogates)."""
        return os.path.basename(os.fsdecode(self.path)) if self.path else self.locator


class Finding(Iterator[Found | SetAside]):
    """The walk; ``skipped`` counts what was passed over on purpose (hidden names, links to folders inside)."""

    def __init__(self, items: Iterator[Found | SetAside], skipped: Counter[str]) -> None:
        self._items = items
        self.skipped = skipped

    def __next__(self) -> Found | SetAside:
        return next(self._items)


def find(
    paths: Sequence[str | Path | bytes],
    limits: Limits = DEFAULT,
    *,
    hidden: bool = False,
    stdin: BinaryIO | None = None,
) -> Finding:
    """Every file under ``paths``, each folder in the byte order of its names; ``-`` is standard input.

    What cannot be taken comes as a SetAside: not_a_file, link_loop, path_escape, too_large, unreadable.
    """
    skipped: Counter[str] = Counter()
    return Finding(_find(paths, limits, hidden, stdin, skipped), skipped)


def open_file(path: bytes) -> tuple[BinaryIO, int]:
    """A regular file opened for reading, and its size; Refused(not_a_file, link_loop, unreadable)."""
    try:
        handle = os.open(path, FLAGS)
    except OSError as error:
        raise _refused(error) from None
    info = os.fstat(handle)
    if not stat.S_ISREG(info.st_mode):
        os.close(handle)
        raise Refused(Reason.NOT_A_FILE, _what(info.st_mode))
    return os.fdopen(handle, "rb", buffering=kinds.HEAD_BYTES), info.st_size


def _find(
    paths: Sequence[str | Path | bytes], limits: Limits, hidden: bool, stdin: BinaryIO | None, skipped: Counter[str]
) -> Iterator[Found | SetAside]:
    for path in paths:
        if path in (STDIN, b"-"):
            yield _stdin(stdin or sys.stdin.buffer, limits)
            continue
        root = absolute(path)
        real = os.path.realpath(root)
        if os.path.isdir(real):
            yield from _walk(root, os.path.realpath(root), hidden, limits, skipped)
        else:
            yield _take(real if os.path.exists(real) else root, locator_of(root), limits)


def _stdin(stream: BinaryIO, limits: Limits) -> Found | SetAside:
    data = stream.read(limits.inflate_bytes + 1)
    if len(data) > limits.inflate_bytes:
        return SetAside(STDIN, Reason.TOO_LARGE.value, f"standard input is read up to {limits.inflate_bytes} bytes")
    return Found(b"", f"stdin:{digest(data)[:16]}", len(data), data)  # two inputs are not two versions of one page


def _walk(top: bytes, root: bytes, hidden: bool, limits: Limits, skipped: Counter[str]) -> Iterator[Found | SetAside]:
    """``top`` is the folder as the user named it, ``root`` the same with links resolved. No recursion: a stack."""
    stack: list[tuple[bytes, str | None]] = [(b"", None)]
    while stack:
        inner, kind = stack.pop()
        folder = os.path.join(root, inner) if inner else root
        if kind in ("file", "link"):
            yield from _member(top, root, inner, kind, limits, skipped)
            continue
        try:
            with os.scandir(folder) as listing:
                entries = sorted(((e.name, _kind(e)) for e in listing), reverse=True)
        except OSError as error:
            refused = _refused(error)
            yield SetAside(locator_of(os.path.join(top, inner)), refused.reason.value, refused.detail)
            continue
        if not entries and inner and kinds.suffix(os.fsdecode(inner)) in kinds.SUFFIXES:
            yield SetAside(
                locator_of(os.path.join(top, inner)), Reason.NOT_A_FILE.value, "an empty folder, named like a file"
            )
        for name, what in entries:
            if name.startswith(b".") and not hidden:
                skipped["hidden name"] += 1
            else:
                stack.append((os.path.join(inner, name), what))


def _kind(entry: os.DirEntry[bytes]) -> str:
    if entry.is_symlink():
        return "link"
    return "folder" if entry.is_dir(follow_symlinks=False) else "file"


def _member(
    top: bytes, root: bytes, inner: bytes, kind: str, limits: Limits, skipped: Counter[str]
) -> Iterator[Found | SetAside]:
    locator = locator_of(os.path.join(top, inner))
    path = os.path.join(root, inner)
    if kind == "link":
        try:
            path = _target(path, root)
        except Refused as refused:
            yield SetAside(locator, refused.reason.value, refused.detail)
            return
        if not path:
            skipped["link to a folder that is walked itself"] += 1
            return
    yield _take(path, locator, limits)


def _target(link: bytes, root: bytes) -> bytes:
    """The file a link leads to; empty for a folder inside the root, which is walked under its own name."""
    try:
        info = os.stat(link)
    except OSError as error:
        raise _refused(error) from None
    real = os.path.realpath(link)
    above = os.path.dirname(link)
    if stat.S_ISDIR(info.st_mode) and (above == real or above.startswith(real.rstrip(b"/") + b"/")):
        raise Refused(Reason.LINK_LOOP, "a link to a folder that holds it")
    if not stat.S_ISREG(info.st_mode) and not stat.S_ISDIR(info.st_mode):
        raise Refused(Reason.NOT_A_FILE, f"a link to {_what(info.st_mode)}")
    if not real.startswith(root.rstrip(b"/") + b"/"):
        raise Refused(Reason.PATH_ESCAPE, "a link that leads outside the folder that was given")
    return b"" if stat.S_ISDIR(info.st_mode) else real


def _take(path: bytes, locator: str, limits: Limits) -> Found | SetAside:
    try:
        stream, size = open_file(path)
    except Refused as refused:
        return SetAside(locator, refused.reason.value, refused.detail)
    stream.close()
    most = _most(os.fsdecode(path), limits)
    if size > most:
        return SetAside(locator, Reason.TOO_LARGE.value, f"{size} bytes; the limit for this kind of file is {most}")
    return Found(path, locator, size)


def _most(name: str, limits: Limits) -> int:
    """The size limit that a name implies: texts are read whole, containers in steps."""
    named = kinds.SUFFIXES.get(kinds.suffix(name), "")
    if named in TEXTS:
        return limits.text_file_bytes
    if named == kinds.HTML:
        return limits.html_bytes
    return limits.container_bytes if named in kinds.CONTAINERS else limits.file_bytes


def _refused(error: OSError) -> Refused:
    if error.errno == errno.ELOOP:
        return Refused(Reason.LINK_LOOP, "a symbolic link that leads to itself, or stands where a file was")
    if error.errno in (errno.ENXIO, errno.ENODEV):
        return Refused(Reason.NOT_A_FILE, "a socket or a device")
    return Refused(Reason.UNREADABLE, error.strerror or "cannot be opened")


def _what(mode: int) -> str:
    kinds_of_file = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((what for test, what in kinds_of_file if test(mode)), "something that is no regular file")
