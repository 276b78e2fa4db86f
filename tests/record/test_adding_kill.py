"""`onrecord add` killed between the store's commit and what follows it: the same command again ends as one full run."""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.cli.app import build
from onrecord.record import linking, reusing
from onrecord.store import Store
from onrecord.trace import index as index_room
from onrecord.trace.arrays import Manifest, write_manifest
from onrecord.trace.index import PassageIndex

SHARED = (
    "The council of Valdoria holds that the strait must stay open to grain ships of every flag in winter and summer."
)

WORDS = ["harbour", "tariff", "fleet", "bridge", "treaty", "valley", "border", "barley", "quarry", "meadow", "canal"]


def _write(folder: Path, numbers: range) -> None:
    """Documents that share one sentence, and otherwise nothing."""
    folder.mkdir(exist_ok=True)
    for n in numbers:
        own = " ".join(random.Random(n).choices(WORDS, k=40))
        (folder / f"{n}.txt").write_text(f"{n + 1} May 2031\n\n{SHARED} {own}.\n", encoding="utf-8")


def _add(folder: Path, record: Path) -> None:
    """The verb itself."""
    with suppress(SystemExit):
        build()(["add", str(folder), "--record", str(record), "--workers", "1"])


def _killed(folder: Path, record: Path, plant: Callable[[], None]) -> None:
    """The verb in a child that dies at what ``plant`` put in its way."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            plant()
            _add(folder, record)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status), "the child came to its end: the event did not happen"


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _after_manifest(folder: Path, manifest: Manifest) -> None:
    write_manifest(folder, manifest)
    _die()


EVENTS: dict[str, tuple[object, str, Callable[..., None]]] = {
    "before the index": (reusing, "current", _die),
    "arrays written, manifest not": (index_room, "write_manifest", _die),
    "manifest written, links not": (index_room, "write_manifest", _after_manifest),
    "links found, not kept": (Store, "link", _die),
    "links kept, origins not": (Record, "_fold", _die),
}


def _state(record: Path) -> tuple[object, ...]:
    """What the record answers: passages, links, origins, by ids and places."""
    with Record.open(record, write=True) as held:
        ids = sorted(one.id for one in held.statements(limit=100))
        found = sorted((s.a.statement.statement, s.a.start, s.a.end, s.b.statement.statement, s.b.start, s.b.end,
                        s.score, s.differs) for s in held.reuse())  # fmt: skip
        links = sorted({repr(link) for id in ids for link in linking.versions(held._store, id)})
        origins = sorted(sorted(member.statement for member in origin.members) for origin in held.origins())
        return ids, found, links, origins, list(held.check())


@dataclass(slots=True)
class Made:
    """Made once: documents, the record of a run that nobody disturbed, and one that was killed after its commit."""

    documents: Path
    full: tuple[object, ...] = ()
    committed: Path = Path()


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("documents"))


@pytest.fixture
def made(_made: Made) -> Made:
    """Three documents added, then three more: once in peace, once killed before the index."""
    if not _made.full:
        folder, killed, peace = (_made.documents / name for name in ("documents", "killed", "peace"))
        _write(folder, range(3))
        _add(folder, killed)
        shutil.copytree(killed, peace)
        _write(folder, range(6))
        _killed(folder, killed, lambda: setattr(reusing, "current", _die))
        _add(folder, peace)
        _made.documents, _made.full, _made.committed = folder, _state(peace), killed
    return _made


def _ended(made: Made, record: Path, plant: Callable[[], None]) -> tuple[object, ...]:
    """What is left after the same command was killed once more, at what ``plant`` puts in its way, and then ended."""
    shutil.copytree(made.committed, record)
    _killed(made.documents, record, plant)
    _add(made.documents, record)
    return _state(record)


@pytest.mark.parametrize("event", EVENTS)
def test_killed_after_the_commit_and_started_again_ends_as_one_full_run(event: str, tmp_path: Path, made: Made) -> None:
    """Wherever a run dies once the store has committed, the next finds the same passages, links and origins."""
    room, name, fault = EVENTS[event]

    assert _ended(made, tmp_path / "record", lambda: setattr(room, name, fault)) == made.full
    assert len(made.full[1]) == 15  # type: ignore[arg-type]


def test_an_index_that_promises_too_early_is_caught(tmp_path: Path, made: Made) -> None:
    """The harness can fail: a manifest that says what is not written yet ends otherwise."""

    def too_early(
        self: PassageIndex, new: object, keys: object, found: object, batch: list[tuple[int, int, str]]
    ) -> None:
        self.note(batch[-1][1])
        _die()

    assert _ended(made, tmp_path / "record", lambda: setattr(PassageIndex, "_append", too_early)) != made.full
