"""The template and the workers forked from it: the only processes that parse anything.

Lives here: ``main`` of the template (``python -m onrecord.engines.worker FD``), which loads knowledge once and forks,
and the loop of a worker. Not here: the parent's side (``template``), the walls (``sandbox``), the work (``line``).
The template never sees a byte of a document, has one thread, and does what three words of the parent say: ``fork``
(with two pipe ends), a pid (end that worker: kill its group, reap it, sweep what it left), end of stream (stop).
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import struct
import sys
from pathlib import Path

import msgspec

from onrecord.engines import sandbox
from onrecord.engines.frames import MESSAGE_BYTES, Aside, Frame, Hello, Kept, Ready, Tired, pack, split
from onrecord.engines.jobs import Job
from onrecord.engines.line import Line
from onrecord.knowledge import Knowledge, load
from onrecord.model import SetAside, make_source
from onrecord.reasons import Reason

_CHUNK = 1 << 20
_PR_SET_CHILD_SUBREAPER = 36
_NICENESS = 5  # whoever reads the record meanwhile comes first; alone on the machine it costs nothing
_MEMORY_SHARE = 4  # a worker that has grown by a quarter of its allowance may ask for a successor


def main(arguments: list[str]) -> None:
    """Serve one parent over the inherited control socket whose descriptor is ``arguments[0]``."""
    control = socket.socket(fileno=int(arguments[0]))
    _adopt_orphans()
    os.nice(_NICENESS)
    hello = msgspec.msgpack.decode(control.recv(MESSAGE_BYTES), type=Hello)
    know = load(tuple(Path(p) for p in hello.knowledge.pack_files))
    if hello.warm:
        _warm(know)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # dossiers hold no cycles: looking for some costs a third of the time on big pages
    control.send(b"ready")
    children: set[int] = set()
    while True:
        message, ends, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 2)
        if not message:
            return
        if message == b"fork":
            pid = _fork(control, hello, know, ends)
            children.add(pid)
            control.send(struct.pack("<q", pid))
        else:
            (pid,) = struct.unpack("<q", message)
            control.send(struct.pack("<q", _end(pid, children)))


def _warm(know: Knowledge) -> None:
    """Run a few lines through every step, and load what readers load late, once for all workers."""
    import lxml.etree  # noqa: F401
    import pypdfium2  # noqa: F401

    from onrecord import pipeline

    for data in _WARM:
        with contextlib.suppress(Exception):
            pipeline.process(make_source(data.encode(), "text/plain", "warm"), know)
    with contextlib.suppress(Exception):
        html = f"<title>x</title><p>{_WARM[0]}</p>"
        pipeline.process(make_source(html.encode(), "text/html", "warm"), know)


_WARM = (
    "Statement\n\nThe spokesperson said on 3 March: “We oppose the measure.”\nQuestion: Why?\nAnswer: It is unfair.",
    "声明\n\n发言人3月3日表示：“我们反对这一措施。”\n问：为什么？\n答：这不公平。",
    "Déclaration\n\nLe porte-parole a déclaré le 3 mars : « Nous nous opposons à cette mesure. »",
    "Declaración\n\nEl portavoz dijo el 3 de marzo: «Nos oponemos a la medida».",
    "Заявление\n\n3 марта представитель заявил: «Мы выступаем против этой меры».",
    "بيان\n\nقال المتحدث في 3 مارس: «نعارض هذا الإجراء».",
)


def _fork(control: socket.socket, hello: Hello, know: Knowledge, ends: list[int]) -> int:
    template = os.getpid()
    pid = os.fork()
    if pid:
        for end in ends:
            os.close(end)
        return pid
    try:
        control.close()
        os.setsid()
        _Worker(hello, know, *ends).serve(template)
    except BaseException as error:
        with contextlib.suppress(BaseException):
            os.write(2, f"onrecord worker: {error!r}\n".encode())
        os._exit(70)
    os._exit(0)


def _end(pid: int, children: set[int]) -> int:
    """Kill a worker and all it started; its wait status, or SIGKILL's when it is not ours."""
    if pid not in children:
        return int(signal.SIGKILL)
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    children.discard(pid)
    _sweep(children)
    return status


def _adopt_orphans() -> None:
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, ctypes.c_ulong(1), 0, 0, 0)


def _sweep(children: set[int]) -> None:
    """Kill processes that fell to us when their parent, a worker, died."""
    with contextlib.suppress(OSError, ValueError):
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        for stray in {int(p) for p in listed} - children:
            os.kill(stray, signal.SIGKILL)
            os.waitpid(stray, 0)


class _Worker:
    """One worker: jobs in by one pipe, frames out by another."""

    def __init__(self, hello: Hello, know: Knowledge, jobs: int, answers: int) -> None:
        self._limits = hello.limits
        self._jobs, self._answers = jobs, answers
        self._line = Line(know, hello.limits, self._allow, self._worn, hello.mocks, tell=self._send)
        self._decoder = msgspec.msgpack.Decoder(Job)
        self._begin_bytes = 0

    def serve(self, template: int) -> None:
        """Work until the parent closes the pipe, or until worn out."""
        for standard in (0, 1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), standard)
        sandbox.enter(self._limits)
        if os.getppid() != template:
            return  # the template died before the kernel was told to take us along
        self._begin_bytes = sandbox.mapped_bytes()
        self._send(Ready())
        buffer = bytearray()
        while chunk := os.read(self._jobs, _CHUNK):
            buffer += chunk
            for body in split(buffer, self._limits.answer_bytes):
                if not self._do(self._decoder.decode(body)):
                    return

    def _do(self, job: Job) -> bool:
        """One job; False when the worker is to end."""
        for frame in self._line.frames(job):
            self._send(frame)
            if isinstance(frame, Tired):
                return False
        if self._line.documents >= self._limits.worker_documents:
            self._send(Tired())
            return False
        return True

    def _allow(self) -> None:
        sandbox.allow_cpu(self._limits.worker_cpu_s)

    def _worn(self) -> bool:
        """Inside a container: enough documents, and memory has grown; opening it again is worth it only then."""
        if self._line.documents < self._limits.worker_documents:
            return False
        return sandbox.mapped_bytes() - self._begin_bytes > self._limits.worker_memory_bytes // _MEMORY_SHARE

    def _send(self, frame: Frame) -> None:
        data = memoryview(self._packed(frame))
        while data:
            data = data[os.write(self._answers, data) :]

    def _packed(self, frame: Frame) -> bytes:
        try:
            packed = pack(frame)
        except UnicodeEncodeError:
            return self._instead(frame, Reason.BAD_UNICODE, "it holds code points that no text can hold")
        except MemoryError:
            return self._instead(frame, Reason.TIMEOUT_OR_MEMORY, "its answer needs more memory than a worker may use")
        if len(packed) - 4 > self._limits.answer_bytes:
            return self._instead(frame, Reason.TOO_LARGE, f"its answer has {len(packed)} bytes")
        return packed

    def _instead(self, frame: Frame, reason: Reason, detail: str) -> bytes:
        if not isinstance(frame, Kept | Aside):
            raise ValueError(detail)
        told = frame.dossier.source.locator if isinstance(frame, Kept) else frame.aside.locator
        locator = told.encode("utf-8", "backslashreplace").decode()
        return pack(Aside(frame.key, frame.part, SetAside(locator, reason.value, detail, frame.part)))


if __name__ == "__main__":
    main(sys.argv[1:])
