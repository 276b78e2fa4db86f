"""Mock documents: texts that make a worker misbehave on order, so that the walls can be tested through the real line.

Lives here: the orders. Not here: when they are obeyed: only a template that was started with ``mocks=True`` (tests,
``ONRECORD_MOCK_DOCUMENTS=1``) obeys; for any other these are texts like all others. A mock document is a plain text
that begins with ``onrecord-mock``, an order and its number, for example ``onrecord-mock spin``.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import stat
import sys
import time
from collections.abc import Callable

HEAD = b"onrecord-mock "


def act(data: bytes) -> None:
    """Obey the order a mock document holds; any other document does nothing."""
    if not data.startswith(HEAD):
        return
    order = data[len(HEAD) :].split(None, 1)[0].decode("ascii", "replace")
    _ORDERS.get(order, _nothing)()


def _nothing() -> None:
    """An order nobody knows is a document like any other."""


def _sleep() -> None:
    time.sleep(3600)


def _spin() -> None:
    while True:
        pass


def _allocate() -> None:
    block = bytearray(4 << 30)
    block[0] = 1


def _hoard() -> None:
    """Take memory little by little, as a leak does."""
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


def _segfault() -> None:
    ctypes.string_at(0)


def _exit() -> None:
    os._exit(0)


def _abort() -> None:
    os.abort()


def _raise() -> None:
    raise ValueError("a mock document asked for it")


def _recurse() -> None:
    _recurse()


def _fork_bomb() -> None:
    while True:
        os.fork()


def _orphan() -> None:
    """Leave a child behind that outlives its parent, in a session of its own."""
    if os.fork() == 0:
        with contextlib.suppress(OSError):
            os.setsid()
        time.sleep(3600)
        os._exit(0)


def _flood() -> None:
    """Write 1 GiB to standard output."""
    block = b"y" * (1 << 20)
    for _ in range(1024):
        os.write(1, block)


def _frames() -> list[int]:
    """The descriptors a worker writes frames to: all its pipes."""
    return [n for n in range(3, 64) if _is_pipe(n)]


def _is_pipe(number: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(number).st_mode)
    except OSError:
        return False


def _lie_bytes(lie: bytes) -> None:
    for number in _frames():
        with contextlib.suppress(OSError):
            os.write(number, lie)


def _lie_garbage() -> None:
    _lie_bytes(b"\x05\x00\x00\x00\xc1\xc1\xc1\xc1\xc1")


def _lie_length() -> None:
    _lie_bytes(b"\xff\xff\xff\xff" + b"x" * 4096)


def _kill_parent() -> None:
    os.kill(os.getppid(), signal.SIGKILL)


def _write_file() -> None:
    with open(f"/tmp/onrecord-mock-{os.getpid()}", "wb") as stream:  # noqa: PTH123 - the wall is what is tested
        stream.write(b"x")


def _connect() -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9), timeout=1)


def _deep() -> None:
    sys.setrecursionlimit(1 << 30)
    _recurse()


_ORDERS: dict[str, Callable[[], None]] = {
    "abort": _abort,
    "allocate": _allocate,
    "connect": _connect,
    "deep": _deep,
    "exit": _exit,
    "flood": _flood,
    "fork-bomb": _fork_bomb,
    "hoard": _hoard,
    "kill-parent": _kill_parent,
    "lie-garbage": _lie_garbage,
    "lie-length": _lie_length,
    "orphan": _orphan,
    "raise": _raise,
    "recurse": _recurse,
    "segfault": _segfault,
    "sleep": _sleep,
    "spin": _spin,
    "write-file": _write_file,
}
