from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.engines import landlock, sandbox, seccomp
from onrecord.limits import Limits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are those of Linux")
MIB = 1 << 20


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _thread() -> None:
    import threading

    worker = threading.Thread(target=lambda: None)
    worker.start()
    worker.join()


def _socketpair() -> None:
    socket.socketpair()


def attempts(folder: Path) -> dict[str, Callable[[], object]]:
    """What a hostile document might make its reader do."""
    victim = folder / "victim"
    return {
        "make a file": lambda: (folder / "new").write_bytes(b"x"),
        "write a file": lambda: victim.write_bytes(b"x"),
        "append to a file": lambda: os.open(victim, os.O_WRONLY | os.O_APPEND),
        "cut a file": lambda: os.truncate(victim, 0),
        "remove a file": victim.unlink,
        "rename a file": lambda: victim.rename(folder / "other"),
        "link a file": lambda: os.link(victim, folder / "hard"),
        "make a folder": lambda: (folder / "sub").mkdir(),
        "make a pipe": lambda: os.mkfifo(folder / "pipe"),
        "change rights": lambda: victim.chmod(0o777),
        "open a TCP socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "open a UDP socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "open a local socket": _socketpair,
        "start a process": _fork,
        "start a program": lambda: os.execv("/bin/true", ["true"]),
        "signal its parent": lambda: os.kill(os.getppid(), 0),
        "leave its session": lambda: os.setpgid(0, os.getppid()),
        "take 1 GiB": lambda: bytearray(1024 * MIB),
    }


def tried(attempt: Callable[[], object], *, walls: bool, memory: int = 64 * MIB) -> str:
    """The outcome of an attempt in a child of its own: "refused" or "done" ("died" when it hangs, too)."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            signal.alarm(60)
            if walls:
                sandbox.enter(Limits(worker_memory_bytes=memory))
            attempt()
            os._exit(0)
        except (OSError, MemoryError):
            os._exit(9)
        except BaseException:
            os._exit(70)
    return {0: "done", 9: "refused"}.get(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), "died")


@pytest.mark.parametrize("name", list(attempts(Path("x"))))
def test_a_worker_cannot(name: str, tmp_path: Path):
    """The walls refuse each attempt, which is possible without them."""
    (tmp_path / "victim").write_bytes(b"kept")

    assert tried(attempts(tmp_path)[name], walls=True) == "refused"
    assert (tmp_path / "victim").read_bytes() == b"kept"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["victim"]
    if name != "leave its session":
        assert tried(attempts(tmp_path)[name], walls=False) == "done"


@pytest.mark.parametrize(
    "attempt",
    [lambda: Path(__file__).read_bytes(), lambda: list(Path("/").iterdir()), _thread, lambda: bytearray(16 * MIB)],
    ids=["read a file", "list a folder", "start a thread", "take 16 MiB"],
)
def test_a_worker_can(attempt: Callable[[], object]):
    """What readers need stays possible: reading files by name, threads, memory within the limit."""
    assert tried(attempt, walls=True, memory=512 * MIB) == "done"


def test_processor_time_runs_out():
    """A process that uses up its allowance is ended by SIGXCPU."""
    pid = os.fork()
    if pid == 0:
        sandbox.allow_cpu(0)
        while True:
            pass
    status = os.waitpid(pid, 0)[1]

    assert os.WTERMSIG(status) == signal.SIGXCPU


def test_the_allowance_is_renewed():
    """Each call grants the seconds anew, counted from what is used."""
    import resource

    sandbox.allow_cpu(1000)
    first = resource.getrlimit(resource.RLIMIT_CPU)[0]
    sandbox.allow_cpu(2000)

    assert resource.getrlimit(resource.RLIMIT_CPU)[0] - first >= 1000
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def test_facts_tell_what_holds():
    """``doctor`` gets a row for each wall, with a verdict and words."""
    rows = sandbox.facts()

    assert len(rows) == 8
    assert all(isinstance(held, bool) and name and detail for name, held, detail in rows)
    if landlock.abi() and seccomp.calls():
        assert all(held for _, held, _ in rows)


def test_without_landlock_the_filter_still_forbids_writing(tmp_path: Path):
    """The two walls against writing are independent."""

    def only_seccomp() -> None:
        ctypes.CDLL(None).prctl(38, ctypes.c_ulong(1), 0, 0, 0)
        assert seccomp.restrict()
        (tmp_path / "new").write_bytes(b"x")

    if seccomp.calls() is None:
        pytest.skip("no table of system calls for this machine")
    assert tried(only_seccomp, walls=False) == "refused"


def test_without_the_filter_landlock_still_forbids_writing(tmp_path: Path):
    """The two walls against writing are independent."""

    def only_landlock() -> None:
        ctypes.CDLL(None).prctl(38, ctypes.c_ulong(1), 0, 0, 0)
        assert landlock.restrict()
        (tmp_path / "new").write_bytes(b"x")

    if not landlock.abi():
        pytest.skip("no Landlock in this kernel")
    assert tried(only_landlock, walls=False) == "refused"
