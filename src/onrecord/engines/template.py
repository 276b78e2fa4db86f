"""The parent's side of the template process: start it, have it fork workers, end them.

Lives here: ``Template`` (the default ``Spawner``) and ``Hand`` (what the parent holds of one worker). Not here: what
the template does (``worker``), which job goes where (``local``). Tests hand in other spawners.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
from dataclasses import dataclass
from typing import Protocol

import msgspec

from onrecord.engines.frames import MESSAGE_BYTES, Hello
from onrecord.engines.jobs import KnowledgeSpec
from onrecord.errors import BugError
from onrecord.limits import Limits

PIPE_BYTES = 1 << 20
MOCK_VARIABLE = "ONRECORD_MOCK_DOCUMENTS"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_IO_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Hand:
    """One worker as the parent holds it: write jobs to ``jobs``, read frames from ``answers`` (both never block)."""

    pid: int
    jobs: int
    answers: int


class Spawner(Protocol):
    """Starts and ends workers."""

    def spawn(self) -> Hand:
        """A new worker."""

    def end(self, hand: Hand) -> int:
        """Kill a worker if it lives, close its pipes, and give its wait status."""

    def close(self) -> None:
        """End everything."""


class Template:
    """Forks workers from a process that has loaded the knowledge once."""

    def __init__(
        self, limits: Limits, knowledge: KnowledgeSpec, *, mocks: bool | None = None, warm: bool = True
    ) -> None:
        obey = os.environ.get(MOCK_VARIABLE) == "1" if mocks is None else mocks
        self._hello = msgspec.msgpack.encode(Hello(limits, knowledge, obey, warm))
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The template's process id; 0 before the first worker."""
        return self._process.pid if self._process else 0

    def spawn(self) -> Hand:
        """A new worker; starts the template when there is none or it has died. BugError when it cannot."""
        try:
            return self._fork()
        except (OSError, BugError):
            self.close()
            return self._fork()

    def end(self, hand: Hand) -> int:
        """Kill a worker and all it started; its wait status (SIGKILL's when the template is gone)."""
        for number in (hand.jobs, hand.answers):
            os.close(number)
        try:
            return self._ask(struct.pack("<q", hand.pid))
        except (OSError, BugError):
            return int(signal.SIGKILL)

    def close(self) -> None:
        """End the template, and with it every worker (they are told by the kernel)."""
        if self._control:
            self._control.close()
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(2)
            self._process.kill()
            self._process.wait()
        self._control = self._process = None

    def _fork(self) -> Hand:
        self._start()
        jobs_read, jobs_write = os.pipe()
        answers_read, answers_write = os.pipe()
        try:
            for number in (jobs_write, answers_read):
                os.set_blocking(number, False)
                with contextlib.suppress(OSError):
                    fcntl.fcntl(number, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
            pid = self._ask(b"fork", jobs_read, answers_write)
        except BaseException:
            os.close(jobs_write)
            os.close(answers_read)
            raise
        finally:
            os.close(jobs_read)
            os.close(answers_write)
        return Hand(pid, jobs_write, answers_read)

    def _start(self) -> None:
        if self._process:
            return
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "onrecord.engines.worker", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env={**os.environ, **_ONE_THREAD},
            )
        self._control = ours
        ours.send(self._hello)
        if ours.recv(MESSAGE_BYTES) != b"ready":
            raise BugError(f"the template of the workers did not start (exit status {self._process.wait()})")

    def _ask(self, message: bytes, *ends: int) -> int:
        if self._control is None:
            raise BugError("the template of the workers is not running")
        socket.send_fds(self._control, [message], list(ends))
        answer = self._control.recv(8)
        if len(answer) != 8:
            raise BugError("the template of the workers has died")
        return int(struct.unpack("<q", answer)[0])
