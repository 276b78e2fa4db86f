"""The schedule: which worker gets which job, and what a worker's silence, death or lie means for the document.

Lives here: the parent's loop over workers. Not here: the order of answers (``local``), starting processes
(``template``), what is believed of a frame (``frames``). The laws (docs/decisions/0004):

- the clock of the wall runs for each part of a job anew, and only while somebody listens to the worker;
- a part that runs out of time (wall or processor) is set aside as ``timeout_or_memory`` at once;
- a part whose worker dies is tried once more in a fresh one, then set aside as ``worker_killed``;
- a worker that lies is killed, and the part it was at is set aside as ``worker_killed``;
- the job goes on behind the bad part; jobs that waited behind it lose nothing.
"""

from __future__ import annotations

import errno
import heapq
import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.engines import frames
from onrecord.engines.frames import Aside, Begin, Done, Frame, Inbox, Kept, Lie, Passed, Ready, Tired
from onrecord.engines.jobs import Answer, Finished, Job
from onrecord.engines.template import Hand, Spawner
from onrecord.errors import BugError
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside
from onrecord.reasons import Reason

BATCH_JOBS = 32
BATCH_BYTES = 1 << 20
SMALL_BYTES = 1 << 18
HELD_BYTES = 64 << 20
_CHUNK = 1 << 20
_FAILED_STARTS = 5
_TIMEOUT = "it passed the limit of {} s"


@dataclass(slots=True, order=True)
class _Running:
    """A job on its way: ``turn`` is its place in the caller's order, ``part`` the next part expected; ``begun`` says
    that this part was found and is being read."""

    turn: int
    job: Job = field(compare=False)
    part: int = field(compare=False)
    begun: bool = field(default=False, compare=False)
    deaths: int = field(default=0, compare=False)
    stored: int = field(default=0, compare=False)
    aside: int = field(default=0, compare=False)
    spent: float = field(default=0.0, compare=False)
    closed: bool = field(default=False, compare=False)

    @property
    def large(self) -> bool:
        return self.job.size > SMALL_BYTES


@dataclass(slots=True, eq=False)
class _Worker:
    """A worker and what it has to do: ``queue[0]`` is what it works on; ``clock`` is when it last gave a sign."""

    hand: Hand
    inbox: Inbox
    clock: float
    queue: deque[_Running] = field(default_factory=deque)
    outbox: bytearray = field(default_factory=bytearray)
    queued: int = 0
    ready: bool = False
    listening: bool = True
    writing: bool = False


class Schedule:
    """One run's workers and jobs."""

    def __init__(self, jobs: Iterator[Job], spawner: Spawner, workers: int, limits: Limits, *, ordered: bool) -> None:
        self.head = 0  # the first turn that is not finished; kept by the caller in an ordered run
        self._jobs, self._spawner, self._count, self._limits = jobs, spawner, workers, limits
        self._ordered = ordered
        self._again: list[_Running] = []  # a heap: jobs to go on with
        self._turns = 0
        self._drawn_out = False
        self._held = 0
        self._failed = 0
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()
        self._out: deque[tuple[Answer, int, int]] = deque()

    def answers(self) -> Iterator[Answer]:
        """Answers as they come."""
        for answer, _, _ in self.numbered():
            yield answer

    def numbered(self) -> Iterator[tuple[Answer, int, int]]:
        """Answers as they come, each with its job's turn and its size in bytes."""
        while self._feed():
            self._listen()
            left = time.monotonic()
            while self._out:
                yield self._out.popleft()
            self._forgive(time.monotonic() - left)

    def hold(self, size: int) -> None:
        """The caller of an ordered run keeps (or lets go, when negative) ``size`` bytes of answers."""
        self._held += size

    def close(self) -> None:
        """End all workers."""
        for worker in list(self._workers):
            self._end(worker)
        self._selector.close()

    # -- giving out jobs

    def _feed(self) -> bool:
        """Give every worker with room its next job; False when nothing is left to wait for."""
        while self._may_hire() or self._roomiest():
            running = self._next()
            if running is None:
                break
            self._give(self._hire() if self._may_hire() else self._roomiest() or self._hire(), running)
        return any(w.queue for w in self._workers) or bool(self._again)

    def _may_hire(self) -> bool:
        """True while there are fewer workers than asked for and none of them is idle."""
        return len(self._workers) < self._count and all(w.queue for w in self._workers)

    def _roomiest(self) -> _Worker | None:
        """The worker with the shortest queue that has room."""
        free = (w for w in self._workers if _has_room(w))
        return min(free, key=lambda w: len(w.queue), default=None)

    def _next(self) -> _Running | None:
        if self._again:
            return heapq.heappop(self._again)
        if self._drawn_out:
            return None
        asked = time.monotonic()
        job = next(self._jobs, None)
        self._forgive(time.monotonic() - asked)
        if job is None:
            self._drawn_out = True
            return None
        running = _Running(self._turns, job, job.start)
        self._turns += 1
        return running

    def _hire(self) -> _Worker:
        hand = self._spawner.spawn()
        worker = _Worker(hand, Inbox(self._limits.answer_bytes), time.monotonic())
        self._workers.append(worker)
        self._selector.register(hand.answers, selectors.EVENT_READ, worker)
        return worker

    def _give(self, worker: _Worker, running: _Running) -> None:
        if not worker.queue:
            worker.clock = time.monotonic()
        worker.queue.append(running)
        worker.queued += running.job.size
        job = replace(running.job, start=running.part, locator=_printable(running.job.locator))
        worker.outbox += frames.pack(job)
        self._write(worker)

    def _write(self, worker: _Worker) -> None:
        """Write jobs as far as the pipe takes them, and come back when it takes more."""
        try:
            while worker.outbox:
                del worker.outbox[: os.write(worker.hand.jobs, worker.outbox)]
        except OSError as error:
            if error.errno != errno.EAGAIN:
                worker.outbox.clear()  # the worker is gone; its other pipe will say so
        wants = bool(worker.outbox)
        if wants and not worker.writing:
            self._selector.register(worker.hand.jobs, selectors.EVENT_WRITE, worker)
        elif worker.writing and not wants:
            self._selector.unregister(worker.hand.jobs)
        worker.writing = wants

    # -- taking answers

    def _listen(self) -> None:
        self._choose_whom_to_hear()
        for key, _ in self._selector.select(self._patience()):
            worker: _Worker = key.data
            if worker not in self._workers:
                continue
            if key.fd == worker.hand.jobs:
                self._write(worker)
            else:
                self._read(worker)
        self._watch()

    def _choose_whom_to_hear(self) -> None:
        """In an ordered run with much held back, hear only the worker that has the first unfinished job."""
        if not self._ordered:
            return
        first = {id(w) for w in self._workers if any(r.turn == self.head for r in w.queue)}
        for worker in self._workers:
            wanted = self._held < HELD_BYTES or not first or id(worker) in first
            if wanted == worker.listening:
                continue
            if wanted:
                self._selector.register(worker.hand.answers, selectors.EVENT_READ, worker)
                worker.clock = time.monotonic()
            else:
                self._selector.unregister(worker.hand.answers)
            worker.listening = wanted

    def _patience(self) -> float:
        """Seconds until the first worker's time is up."""
        busy = [w.clock for w in self._workers if w.queue and w.listening]
        if not busy:
            return 1.0 if self._workers else 0.0
        return max(0.0, min(busy) + self._limits.worker_wall_s - time.monotonic())

    def _read(self, worker: _Worker) -> None:
        try:
            chunk = os.read(worker.hand.answers, _CHUNK)
        except BlockingIOError:
            return
        if not chunk:
            self._bury(worker)
            return
        try:
            for frame, size in worker.inbox.feed(chunk):
                self._take(worker, frame, size)
                if isinstance(frame, Tired):
                    self._retire(worker)
                    return
        except Lie as lie:
            self._expose(worker, lie)

    def _take(self, worker: _Worker, frame: Frame, size: int) -> None:
        now = time.monotonic()
        if isinstance(frame, Ready | Tired):
            worker.ready, worker.clock, self._failed = True, now, 0
            return
        if not worker.queue or frame.key != worker.queue[0].job.key:
            raise Lie("an answer to a job it does not have")
        running = worker.queue[0]
        running.spent += now - worker.clock
        worker.clock = now
        match frame:
            case Passed():
                _expect(not running.begun, "parts out of order")
            case Begin():
                _expect(frame.part == running.part and not running.begun, "parts out of order")
                running.begun = True
            case Kept() | Aside():
                _expect(frame.part == running.part and running.begun, "parts out of order")
                self._keep(running, frame, size)
            case Done():
                nothing = running.part == running.job.start and frame.found <= running.part
                _expect(not running.begun and (frame.found == running.part or nothing), "a false count")
                worker.queued -= running.job.size
                worker.queue.popleft()
                self._finish(running, frame.skipped)

    def _keep(self, running: _Running, frame: Kept | Aside, size: int) -> None:
        if isinstance(frame, Kept):
            frames.believe(frame.dossier)
            self._answer(running, frame.dossier, size)
        else:
            frames.believe_reason(frame.aside.reason)
            self._answer(running, frame.aside, size)

    def _answer(self, running: _Running, payload: Dossier | SetAside, size: int = 0) -> None:
        """Pass on the answer for the part at hand, and go to the next part."""
        if isinstance(payload, SetAside):
            running.aside += 1
        else:
            running.stored += 1
        self._out.append((Answer(running.job.key, running.part, payload), running.turn, size))
        running.part += 1
        running.begun, running.deaths = False, 0

    def _finish(self, running: _Running, skipped: tuple[tuple[str, int], ...] = ()) -> None:
        running.closed = True
        counts = Finished(running.stored + running.aside, running.stored, running.aside, skipped)
        self._out.append((Answer(running.job.key, -1, counts), running.turn, 0))

    # -- silence, death, lies

    def _watch(self) -> None:
        """End workers whose part, or whose whole job, has had its time."""
        now = time.monotonic()
        for worker in list(self._workers):
            if not worker.queue or not worker.listening:
                continue
            if now - worker.clock >= self._limits.worker_wall_s:
                detail = _TIMEOUT.format(self._limits.worker_wall_s)
                self._condemn(worker, Reason.TIMEOUT_OR_MEMORY, detail)
            elif worker.queue[0].spent >= self._limits.container_wall_s:
                worker.queue[0].begun = False
                detail = f"after part {worker.queue[0].part}, " + _TIMEOUT.format(self._limits.container_wall_s)
                self._condemn(worker, Reason.TIMEOUT_OR_MEMORY, detail)

    def _forgive(self, seconds: float) -> None:
        """The caller was busy for so long (with an answer or with the next job): that counts for no worker."""
        for worker in self._workers:
            worker.clock += seconds

    def _bury(self, worker: _Worker) -> None:
        """A worker died by itself."""
        status = self._end(worker)
        if not worker.ready:
            self._failed += 1
            if self._failed >= _FAILED_STARTS:
                raise BugError(f"workers do not start (wait status {status}); see `onrecord doctor`")
        elif worker.queue:
            self._blame(worker.queue[0], status)
        self._requeue(worker)

    def _blame(self, running: _Running, status: int) -> None:
        """A death at a part: out of processor time is final, anything else has a second try."""
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
            detail = f"it passed the limit of {self._limits.worker_cpu_s} s of processor time"
            self._set_aside(running, Reason.TIMEOUT_OR_MEMORY, detail)
            return
        running.deaths += 1
        if running.deaths >= self._limits.worker_deaths:
            self._set_aside(running, Reason.WORKER_KILLED, f"{_fate(status)}, {running.deaths} times")

    def _condemn(self, worker: _Worker, reason: Reason, detail: str) -> None:
        """Kill a worker; what it worked on is set aside."""
        self._end(worker)
        if worker.queue:
            self._set_aside(worker.queue[0], reason, detail)
        self._requeue(worker)

    def _expose(self, worker: _Worker, lie: Lie) -> None:
        """A worker lied: the part it had begun is to blame; a part not begun yet has a second try elsewhere."""
        if worker.queue and not worker.queue[0].begun:
            worker.queue[0].deaths += 1
            if worker.queue[0].deaths < self._limits.worker_deaths:
                self._retire(worker)
                return
        self._condemn(worker, Reason.WORKER_KILLED, f"its worker sent a false answer: {lie}")

    def _retire(self, worker: _Worker) -> None:
        """A worker ends in honour: whatever it has not closed is given to others."""
        self._end(worker)
        self._requeue(worker)

    def _set_aside(self, running: _Running, reason: Reason, detail: str) -> None:
        """Set the part at hand aside. When it was not even found, no later part can be: the job ends here."""
        found = running.begun
        self._answer(running, SetAside(_printable(running.job.locator), reason.value, detail, running.part))
        if not found:
            self._finish(running)

    def _requeue(self, worker: _Worker) -> None:
        for running in worker.queue:
            if not running.closed:
                running.begun = False
                heapq.heappush(self._again, running)
        worker.queue.clear()

    def _end(self, worker: _Worker) -> int:
        if worker.listening:
            self._selector.unregister(worker.hand.answers)
        if worker.writing:
            self._selector.unregister(worker.hand.jobs)
        self._workers.remove(worker)
        return self._spawner.end(worker.hand)


def _has_room(worker: _Worker) -> bool:
    """Small jobs are sent ahead; a large one has its worker to itself."""
    if not worker.queue:
        return True
    return not worker.queue[-1].large and len(worker.queue) < BATCH_JOBS and worker.queued < BATCH_BYTES


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Lie(otherwise)


def _fate(status: int) -> str:
    """A wait status in words.

    >>> _fate(11)
    'its worker died of SIGSEGV'
    """
    if os.WIFSIGNALED(status):
        return f"its worker died of {signal.Signals(os.WTERMSIG(status)).name}"
    return f"its worker ended with status {os.waitstatus_to_exitcode(status)}"


def _printable(locator: str) -> str:
    """A locator that can be sent and stored: bytes that are no text are shown as escapes."""
    return locator.encode("utf-8", "backslashreplace").decode()
