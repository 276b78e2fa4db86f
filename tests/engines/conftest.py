"""Runs of the local engine with small limits, mock documents allowed, and every worker's pid on record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from onrecord.engines.jobs import Answer, Finished, Job, KnowledgeSpec
from onrecord.engines.local import run
from onrecord.engines.template import Hand, Template
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside

MIB = 1 << 20
LIMITS = Limits(worker_wall_s=3, worker_cpu_s=1, worker_memory_bytes=256 * MIB)


@dataclass
class Watched(Template):
    """A template that remembers whom it hired."""

    limits: Limits = LIMITS
    mocks: bool = True
    pids: list[int] = field(default_factory=list)
    hired: int = 0

    def __post_init__(self) -> None:
        Template.__init__(self, self.limits, KnowledgeSpec(), mocks=self.mocks)

    def spawn(self) -> Hand:
        hand = Template.spawn(self)
        self.hired += 1
        self.pids.append(hand.pid)
        return hand

    def alive(self) -> list[int]:
        """Workers that still run."""
        return [p for p in self.pids if _running(p)]


def _running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@dataclass
class Outcome:
    """A run's answers by job, and who ran it; ``hired`` counts the workers of this run."""

    answers: list[Answer]
    spawner: Watched
    hired: int

    def of(self, key: int) -> list[Dossier | SetAside]:
        return [a.payload for a in self.answers if a.key == key and not isinstance(a.payload, Finished)]

    def end(self, key: int) -> Finished:
        (end,) = (a.payload for a in self.answers if a.key == key and isinstance(a.payload, Finished))
        return end


Running = Callable[..., Outcome]


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """``running(jobs, ...)`` runs jobs to the end under LIMITS (or the ones given); templates are kept and shared."""
    spawners: dict[Limits, Watched] = {}

    def go(jobs: Iterable[Job], *, workers: int = 2, ordered: bool = False, limits: Limits = LIMITS) -> Outcome:
        spawner = spawners.setdefault(limits, Watched(limits))
        before = spawner.hired
        answers = list(run(jobs, workers=workers, limits=limits, ordered=ordered, spawner=spawner))
        return Outcome(answers, spawner, spawner.hired - before)

    yield go
    for spawner in spawners.values():
        spawner.close()


def texts(*bodies: str, first: int = 0) -> Iterator[Job]:
    """One plain-text job for each body."""
    for key, body in enumerate(bodies, first):
        yield Job(key, f"text {key}", data=body.encode(), size=len(body), media_type="text/plain")


@pytest.fixture(scope="session")
def jobs() -> Callable[..., Iterator[Job]]:
    """``jobs(*texts)`` makes plain-text jobs."""
    return texts


@pytest.fixture
def no_mocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mock documents stay plain texts, whatever the environment says."""
    monkeypatch.delenv("ONRECORD_MOCK_DOCUMENTS", raising=False)
    assert "ONRECORD_MOCK_DOCUMENTS" not in os.environ
