"""Values that are dear to make, kept in files beside the code (or in the user's cache).

Lives here: where such files stand, reading and writing them. Not here: what is in them (``table``, ``kernels.machine``,
``trace.reuse``).

A file is named after everything that went into its value, so that no file is ever out of date; it is used only when
the digest in it is right, and put in its place at once. It is as trustworthy as the folder that it stands in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_DIGEST = 16


def value(code: str, name: str, made_of: Sequence[object], kind: type[T], make: Callable[[], T]) -> T:
    """The value kept under a name, or made and kept.

    ``made_of`` is all that it depends on, and ``code`` the file of whoever makes it.
    """
    place = file(code, name, made_of)
    held = read(place, kind) if place else None
    if held is not None:
        return held
    made = make()
    if place:
        write(place, made)
    return made


def file(code: str, name: str, made_of: Sequence[object]) -> Path | None:
    """The file for such a value; None where nothing can be written."""
    where = folder(code)
    return where / f"{name}-{digest(repr(made_of).encode()).hex()}.kept" if where else None


def digest(data: bytes) -> bytes:
    """What names data, and shows that it is whole."""
    return blake2b(data, digest_size=_DIGEST).digest()


def read(place: Path, kind: type[T]) -> T | None:
    """What a file holds; None when there is none, or it is not whole or of another kind."""
    try:
        held = place.read_bytes()
        return msgspec.msgpack.decode(held[_DIGEST:], type=kind) if held[:_DIGEST] == digest(held[_DIGEST:]) else None
    except (OSError, msgspec.DecodeError):
        return None


def write(place: Path, made: object) -> None:
    """Put a value in its place at once; older files are left to those that may be reading them."""
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    held = msgspec.msgpack.encode(made)
    try:
        beside.write_bytes(digest(held) + held)
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)


@cache
def folder(code: str) -> Path | None:
    """Where what belongs to a file of code is kept; None where nothing can be written."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    for one in (Path(code).parent / "__pycache__", home / "onrecord" / "kernels"):
        try:
            one.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(one, os.W_OK):
            return one
    return None
