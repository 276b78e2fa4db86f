"""Local engine: many jobs over a few worker processes on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.engines.jobs import Answer, Job, KnowledgeSpec
from onrecord.limits import DEFAULT, Limits


def run(
    jobs: Iterable[Job],
    *,
    workers: int = 2,
    limits: Limits = DEFAULT,
    knowledge: KnowledgeSpec = KnowledgeSpec(),  # noqa: B008 - frozen
    ordered: bool = False,
) -> Iterator[Answer]:
    """Answers of all jobs, each job's own in the order of its parts and closed by a Finished.

    ``jobs`` is drawn from lazily, just before a job goes to a worker, so what its iterator does first (an attempt row)
    happens before any byte is parsed. ``ordered`` keeps the order of jobs too. ``workers=0`` runs in this process,
    without walls: for tests and debugging.
    """
    raise NotImplementedError
