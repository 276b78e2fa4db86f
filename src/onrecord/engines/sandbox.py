"""The walls around a worker: what the kernel forbids it, and how much it may use.

Lives here: ``enter`` (called once in a fresh child, before any byte of a document), the allowance of processor time
for each document, and ``facts`` for ``onrecord doctor``. Not here: the clock on the wall (the parent's watchdog,
``local``). Every wall is tried and none is taken for granted: a kernel without Landlock still has limits and the
filter of system calls, and ``facts`` says which walls stand.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.engines import landlock, seccomp
from onrecord.limits import Limits

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWNET = 0x40000000
_CAPSET = {"x86_64": 126, "aarch64": 91}
_CAPABILITY_VERSION = 0x20080522
_CAP_DAC_READ_SEARCH = 1 << 2  # root keeps the right to read files of others, and nothing else
_OPEN_FILES = 64


def enter(limits: Limits) -> tuple[str, ...]:
    """Wall this process in for good; the names of the walls that stand."""
    stand = [*_prctls(), *_limits(limits)]
    _drop_capabilities()
    if landlock.restrict():
        stand.append("landlock")
    if seccomp.restrict():
        stand.append("seccomp")
    elif _leave_network():
        stand.append("network namespace")
    return tuple(stand)


def allow_cpu(seconds: int) -> None:
    """Let this process use ``seconds`` more of processor time before SIGXCPU ends it."""
    soft = int(time.process_time()) + seconds + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def mapped_bytes() -> int:
    """The address space of this process in bytes (what RLIMIT_AS counts); 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 0


def facts() -> list[tuple[str, bool, str]]:
    """What protects a worker on this machine, tried in a throw-away child: (name, whether it holds, detail)."""
    version = landlock.abi()
    seen = dict(line.split("=", 1) for line in _in_child(_probe).splitlines() if "=" in line)
    rows = [("Landlock", version > 0, f"ABI {version}" if version else "not in this kernel")]
    rows.append(("system call filter", "seccomp" in seen.get("walls", ""), seen.get("walls", "the probe died")))
    for key, what in _PROBES:
        outcome = seen.get(key, "not known")
        rows.append((what, outcome.startswith("refused") != (key == "read"), outcome))
    return rows


_PROBES = (
    ("write", "worker writes a file"),
    ("socket", "worker opens a socket"),
    ("fork", "worker starts a process"),
    ("signal", "worker signals its parent"),
    ("read", "worker reads files by name"),
    ("memory", "worker takes more memory than allowed"),
)


def _probe() -> str:
    """Walk against each wall; one ``name=status`` a line."""
    stand = enter(Limits(worker_memory_bytes=64 * 1024 * 1024))
    tries: tuple[tuple[str, Callable[[], object]], ...] = (
        ("write", lambda: os.open("/tmp/onrecord-probe", os.O_WRONLY | os.O_CREAT)),
        ("socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
        ("fork", _fork_and_go),
        ("signal", lambda: os.kill(os.getppid(), 0)),
        ("read", lambda: os.close(os.open(__file__, os.O_RDONLY))),
        ("memory", lambda: bytearray(256 * 1024 * 1024)),
    )
    return "\n".join([f"walls={', '.join(stand)}", *(f"{name}={_outcome(attempt)}" for name, attempt in tries)])


def _outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except (OSError, MemoryError) as error:
        return f"refused ({getattr(error, 'strerror', None) or 'out of memory'})"
    return "possible"


def _fork_and_go() -> None:
    if os.fork() == 0:
        os._exit(0)


def _in_child(work: Callable[[], str]) -> str:
    """Run ``work`` in a forked child and give what it returns; empty when the child died."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        try:
            os.write(write, work().encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        told = stream.read()
    os.waitpid(pid, 0)
    return told.decode()


def _prctls() -> list[str]:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
    alone = libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), 0, 0, 0) == 0
    return ["no_new_privs"] if alone else []


def _limits(limits: Limits) -> list[str]:
    """Set the kernel's limits; each one that cannot be set is left out of the list, never fatal."""
    wanted = [
        ("memory", resource.RLIMIT_AS, mapped_bytes() + limits.worker_memory_bytes),
        ("file size", resource.RLIMIT_FSIZE, 0),
        ("open files", resource.RLIMIT_NOFILE, _OPEN_FILES),
        ("core", resource.RLIMIT_CORE, 0),
    ]
    if seccomp.calls() is None:  # the filter forbids processes but not threads, which RLIMIT_NPROC counts too
        wanted.append(("processes", resource.RLIMIT_NPROC, 0))
    return [name for name, which, value in wanted if _set(which, value)]


def _set(which: int, value: int) -> bool:
    try:
        resource.setrlimit(which, (value, value))
    except (ValueError, OSError):
        return False
    return True


def _drop_capabilities() -> None:
    """Give up every capability but reading (matters only for root); failing is no harm done."""
    number = _CAPSET.get(os.uname().machine)
    if number is None or os.geteuid() != 0:
        return
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    keep = struct.pack("=6I", _CAP_DAC_READ_SEARCH, _CAP_DAC_READ_SEARCH, 0, 0, 0, 0)
    ctypes.CDLL(None, use_errno=True).syscall(number, header, keep)


def _leave_network() -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET) == 0)
