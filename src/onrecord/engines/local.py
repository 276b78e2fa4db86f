"""The local engine: many jobs over a few workers on this machine.

Lives here: ``run``, and the order of answers. Not here: who gets which job and what a worker's death means
(``schedule``), processes (``template``, ``worker``), any step of the line. Nothing is read ahead without bound: while
the caller is busy, nobody reads the workers' pipes, and a worker with a full pipe waits.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.engines.frames import Aside, Done, Kept
from onrecord.engines.jobs import Answer, Finished, Job, KnowledgeSpec
from onrecord.engines.schedule import Schedule
from onrecord.engines.template import MOCK_VARIABLE, Spawner, Template
from onrecord.limits import DEFAULT, Limits


def run(
    jobs: Iterable[Job],
    *,
    workers: int = 2,
    limits: Limits = DEFAULT,
    knowledge: KnowledgeSpec = KnowledgeSpec(),
    ordered: bool = False,
    spawner: Spawner | None = None,
) -> Iterator[Answer]:
    """Answers of all jobs, each job's own in the order of its parts and closed by a Finished.

    ``jobs`` is drawn from lazily, just before a job goes to a worker, so what its iterator does first (an attempt row)
    happens before any byte is parsed. ``ordered`` keeps the order of jobs too. ``workers=0`` runs in this process,
    without walls: for tests and debugging. A ``spawner`` that is handed in is used under its own limits and knowledge
    and stays open for further runs (the caller closes it). BugError when no worker can be started.
    """
    if workers == 0:
        yield from _here(jobs, limits, knowledge)
        return
    template = spawner or Template(limits, knowledge)
    schedule = Schedule(iter(jobs), template, workers, limits, ordered=ordered)
    try:
        yield from _in_order(schedule) if ordered else schedule.answers()
    finally:
        schedule.close()
        if spawner is None:
            template.close()


def _in_order(schedule: Schedule) -> Iterator[Answer]:
    """Answers of the first unfinished job at once, those of later jobs when their turn comes."""
    held: dict[int, deque[tuple[Answer, int]]] = {}
    for answer, turn, size in schedule.numbered():
        held.setdefault(turn, deque()).append((answer, size))
        schedule.hold(size)
        while schedule.head in held:
            queue = held[schedule.head]
            while queue:
                ready, size = queue.popleft()
                schedule.hold(-size)
                yield ready
                if isinstance(ready.payload, Finished):
                    del held[schedule.head]
                    schedule.head += 1
                    break
            else:
                break


def _here(jobs: Iterable[Job], limits: Limits, knowledge: KnowledgeSpec) -> Iterator[Answer]:
    """The line in this process; its stages are imported only here, so that a parent of workers starts without them."""
    from onrecord.engines.line import Line
    from onrecord.knowledge import load

    know = load(tuple(Path(p) for p in knowledge.pack_files))
    line = Line(know, limits, mocks=os.environ.get(MOCK_VARIABLE) == "1")
    for job in jobs:
        stored = aside = 0
        line.documents = 0
        for frame in line.frames(job):
            if isinstance(frame, Kept):
                stored += 1
                yield Answer(frame.key, frame.part, frame.dossier)
            elif isinstance(frame, Aside):
                aside += 1
                yield Answer(frame.key, frame.part, frame.aside)
            elif isinstance(frame, Done):
                yield Answer(frame.key, -1, Finished(stored + aside, stored, aside, frame.skipped))
