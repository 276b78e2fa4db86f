"""Kill `onrecord add` at random moments and see what it keeps: python bench/kill.py [--kills N] [--seed S]

Each round adds one folder of small documents to a new record. The run is killed with SIGKILL at a random moment and
started again, until it ends by itself. After every kill: each acknowledged document (a line of `--json`, written after
COMMIT) is in the record with its bytes. After every round: no duplicate, no gap, and the fingerprint is
that of a run that nobody disturbed; after every fifth, `check` finds nothing.

What runs is the command itself: the child of a fork enters ``onrecord.cli.main`` with its arguments, so that a start
costs milliseconds instead of a second of imports. Workers are real, forked from the child, which has the knowledge
loaded, and die with it. Batches are cut to a few documents so that a run has many commits.

``plant`` acknowledges one batch before it commits it: the harness must catch that, or it proves nothing. A kill says
nothing about power: what was written but not forced survives a kill.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.engines import local, worker
from onrecord.engines.frames import Hello
from onrecord.engines.jobs import KnowledgeSpec
from onrecord.engines.template import Hand
from onrecord.knowledge import Knowledge, load
from onrecord.limits import Limits
from onrecord.record import adding
from onrecord.store import PutResult, Store

DOCUMENTS = 30
BATCH = 3
LONGEST_S = 60.0
CHECK_EVERY = 5


@dataclass(slots=True)
class Outcome:
    """What a campaign saw. ``violations`` must be empty, except in a control."""

    kills: int = 0
    rounds: int = 0
    acknowledged: int = 0
    with_some_held: int = 0
    seconds: float = 0.0
    violations: list[str] = field(default_factory=list)


class ForkSpawner:
    """Workers forked from this very process, which has the knowledge loaded already."""

    know: Knowledge

    def __init__(self, limits: Limits, knowledge: KnowledgeSpec) -> None:
        self._hello = Hello(limits, knowledge, False)
        self._hands: list[Hand] = []

    def spawn(self) -> Hand:
        """A new worker."""
        jobs_read, jobs_write = os.pipe()
        answers_read, answers_write = os.pipe()
        parent, pid = os.getpid(), os.fork()
        if pid == 0:
            with suppress(BaseException):
                _close_all_but(jobs_read, answers_write)
                os.setsid()
                worker._Worker(self._hello, self.know, jobs_read, answers_write).serve(parent)
            os._exit(0)
        os.close(jobs_read)
        os.close(answers_write)
        for number in (jobs_write, answers_read):
            os.set_blocking(number, False)
        self._hands.append(Hand(pid, jobs_write, answers_read))
        return self._hands[-1]

    def end(self, hand: Hand) -> int:
        """Kill a worker and reap it."""
        self._hands.remove(hand)
        os.close(hand.jobs)
        os.close(hand.answers)
        os.kill(hand.pid, signal.SIGKILL)
        return os.waitpid(hand.pid, 0)[1]

    def close(self) -> None:
        """End every worker."""
        for hand in list(self._hands):
            self.end(hand)


def _close_all_but(*kept: int) -> None:
    """A worker holds nothing of the record: not its lock, not its database, not its brothers' pipes."""
    for number in set(map(int, os.listdir("/proc/self/fd"))) - {0, 1, 2, *kept}:  # noqa: PTH208
        with suppress(OSError):
            os.close(number)


def write_documents(folder: Path, count: int) -> None:
    """Small documents about invented countries, one of them twice, one of them empty."""
    folder.mkdir()
    for i in range(count):
        words = f"Port Veil, 4 May 2031 - Auria opposes measure {max(i, 1)}.\n\n“We object,” the minister said.\n"
        (folder / f"{i:03d}.txt").write_text(words if i != 7 else "", encoding="utf-8")


def start(folder: Path, record: Path, plant: bool) -> tuple[int, int]:
    """Fork a process that runs `onrecord add FOLDER --record RECORD --json`; its pid and the end of its output."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 70
        with suppress(BaseException):
            os.close(read)
            os.dup2(write, 1)
            status = _command(folder, record, plant)
        os._exit(status)
    os.close(write)
    return pid, read


def _command(folder: Path, record: Path, plant: bool) -> int:
    from onrecord.cli import main

    local.Template = ForkSpawner  # type: ignore[assignment,misc]
    adding.BATCH_ENTRIES = BATCH
    if plant:
        adding._commit = _early  # type: ignore[assignment]
    sys.argv = ["onrecord", "add", str(folder), "--record", str(record), "--workers", "1", "--json"]
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _early(going: adding._Run) -> None:
    """The planted fault: events are given first, and what they say is committed with the next batch."""
    late = getattr(_early, "late", [])
    waiting, going.waiting = going.waiting, []
    for _, answer in waiting:
        result = PutResult("new", "", getattr(getattr(answer.payload, "source", None), "id", ""))
        with suppress(AttributeError):
            going.ready.extend(adding._events(answer, result))
    if late:
        going.store.put([entry for entry, _ in late])
    _early.late = waiting  # type: ignore[attr-defined]
    if not waiting:
        _early.late = []  # type: ignore[attr-defined]


def acknowledged(output: bytes) -> set[str]:
    """The sources that whole lines of output say are held."""
    lines = output.split(b"\n")[:-1]
    return {event["source"] for event in map(json.loads, lines) if event.get("source")}


def run_until(folder: Path, record: Path, seconds: float, plant: bool) -> tuple[bytes, bool]:
    """Run the command, killed after ``seconds``; its output and whether it ended by itself (BrokenPipe aside)."""
    pid, output = start(folder, record, plant)
    end = time.monotonic() + seconds
    status: int | None = None
    while status is None and time.monotonic() < end:
        done, code = os.waitpid(pid, os.WNOHANG)
        status = code if done else None
        time.sleep(0.0005)
    if status is None:
        os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    with os.fdopen(output, "rb") as stream:
        written = stream.read()
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"the command failed with status {os.WEXITSTATUS(status)}: {written[-500:]!r}")
    return written, not os.WIFSIGNALED(status)


def held_sources(record: Path) -> set[str]:
    """The sources of a record, each verified against its hash."""
    if not (record / "record.sqlite").is_file():
        return set()
    with Store.open(record, write=True) as store:
        found = {sha256 for (sha256,) in store.connection.execute("SELECT sha256 FROM source")}
        for sha256 in found:
            store.source_bytes(sha256)
    return found


def campaign(kills: int, seed: int, scratch: Path, *, plant: bool = False, first_only: bool = False) -> Outcome:
    """Kill until ``kills`` kills are done (``first_only``: or until the first violation)."""
    chance, seen, begun = random.Random(seed), Outcome(), time.monotonic()
    folder = scratch / "documents"
    write_documents(folder, DOCUMENTS)
    before = time.monotonic()
    run_until(folder, scratch / "undisturbed", LONGEST_S, plant=False)
    whole_run = time.monotonic() - before
    expected = _state(scratch / "undisturbed")
    while seen.kills < kills and not (first_only and seen.violations):
        for violation in _round(folder, scratch / "record", kills, chance, whole_run, expected, seen, plant):
            seen.violations.append(f"seed {seed}, kill {seen.kills}: {violation}")
        shutil.rmtree(scratch / "record", ignore_errors=True)
    seen.seconds = time.monotonic() - begun
    return seen


def _round(
    folder: Path, record: Path, kills: int, chance: random.Random, longest: float,
    expected: tuple[object, ...], seen: Outcome, plant: bool,
) -> Iterator[str]:  # fmt: skip
    acks: set[str] = set()
    over = False
    while not over:
        patience = chance.uniform(0.0, longest * 0.7) if seen.kills < kills else LONGEST_S
        output, over = run_until(folder, record, patience, plant)
        seen.kills += not over
        acks |= acknowledged(output)
        seen.acknowledged += len(acknowledged(output))
        held = held_sources(record)
        seen.with_some_held += len(held) > 0 and not over
        if lost := acks - held:
            yield f"{len(lost)} acknowledged documents are not held"
            return
    seen.rounds += 1
    whole = seen.rounds % CHECK_EVERY == 1
    if _state(record, whole=whole) != (expected if whole else expected[:2]):
        yield "the record differs from that of an undisturbed run"


def _state(record: Path, *, whole: bool = True) -> tuple[object, ...]:
    """Fingerprint and counts of a record, and if ``whole`` what check finds."""
    with Store.open(record, write=False) as store:
        plain = store.fingerprint(), store.counts()
        return (*plain, list(store.check())) if whole else plain


def warm() -> None:
    """Load all that the command needs before the first fork, by running it once on an empty folder."""
    ForkSpawner.know = load()
    worker._warm(ForkSpawner.know)
    output = os.dup(1)
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "documents").mkdir()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _command(Path(scratch) / "documents", Path(scratch) / "record", plant=False)
        list(Store.open(Path(scratch) / "record", write=False).check())
    os.dup2(output, 1)
    gc.collect()
    gc.freeze()


def main() -> None:
    """Run a campaign and its control, and print what was seen."""
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(2), "big"))
    chosen = options.parse_args()
    warm()
    results: dict[str, Callable[[Path], Outcome]] = {
        "as it is": lambda scratch: campaign(chosen.kills, chosen.seed, scratch),
        "control: acknowledges before it commits": lambda scratch: campaign(
            chosen.kills, chosen.seed, scratch, plant=True, first_only=True
        ),
    }
    failed = False
    for name, work in results.items():
        with tempfile.TemporaryDirectory() as scratch:
            seen = work(Path(scratch))
        failed |= (name == "as it is") is bool(seen.violations)
        print(f"{name}: seed {chosen.seed}, {seen.kills} kills ({seen.with_some_held} after a first commit) in")
        print(f"  {seen.rounds} rounds and {seen.seconds:.0f} s, {seen.acknowledged} acknowledged,", end=" ")
        print(f"{len(seen.violations)} violations {seen.violations[:3]}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
