"""Several processes bring one passage index up to date: they take turns, and nobody waits for ever."""

from __future__ import annotations

import multiprocessing
import random
from contextlib import nullcontext
from multiprocessing.synchronize import Event
from pathlib import Path

import numpy as np
import pytest
from tests.record.test_reusing_kill import _dossier, _in_order

from onrecord.errors import InUse
from onrecord.knowledge import load
from onrecord.record import reusing
from onrecord.store import Entry, Store
from onrecord.text import passages
from onrecord.trace.index import PassageIndex
from onrecord.trace.lock import turn

TEXTS, PROCESSES, TIMES = 60, 3, 40
STEP_IN_S = 3.0  # how long the one inside waits for the other to come in too
FORK = multiprocessing.get_context("fork")


def _go_on(folder: Path, seed: int) -> None:
    """In a child: the index is thrown away now and then, and brought up to date again."""
    chance, know = random.Random(seed), load()
    with Store.open(folder, write=False) as store:
        for _ in range(TIMES):
            made = reusing.anew(store, know) if chance.random() < 0.2 else reusing.current(store, know)
            assert len(made) == TEXTS
            assert len(made.pairs()) >= 0


def _filled(folder: Path, numbers: range) -> Path:
    with Store.open(folder, write=True, create=True) as store:
        store.put([Entry(_dossier(number)) for number in numbers])
    passages.find(["one two three four five six seven eight nine"] * 2)  # compiled here, once for all children
    return folder


def _whole(folder: Path) -> bool:
    """Whether what was left is what one process makes."""
    with Store.open(folder, write=False) as store:
        left = _in_order(reusing.current(store, load()))
        return np.array_equal(left, _in_order(reusing.anew(store, load())))


def _enter(folder: Path, mine: Event, other: Event, seen: Event) -> None:
    """In a child: go on with the index; say that it is at it, wait for the other, and say whether that one was too."""
    go_on = reusing._catch_up

    def wait(store: Store, index: PassageIndex) -> bool:
        mine.set()
        if other.wait(STEP_IN_S):
            seen.set()
        held = go_on(store, index)
        mine.clear()
        return held

    reusing._catch_up = wait
    with Store.open(folder, write=False) as store:
        reusing.current(store, load())


def _both_at_it(folder: Path) -> bool:
    """Whether two processes that go on with one index were at it at once."""
    _filled(folder, range(TEXTS // 2))
    with Store.open(folder, write=False) as store:
        reusing.current(store, load())  # two that begin one folder at once could fail before they are at it
    _filled(folder, range(TEXTS // 2, TEXTS))
    one, two, seen = FORK.Event(), FORK.Event(), FORK.Event()
    children = [FORK.Process(target=_enter, args=(folder, *pair, seen)) for pair in ((one, two), (two, one))]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return seen.is_set()


def test_processes_take_turns(tmp_path: Path) -> None:
    """Three processes that go on with one index, or make it anew, leave what one leaves."""
    folder = _filled(tmp_path / "record", range(TEXTS))
    children = [FORK.Process(target=_go_on, args=(folder, seed)) for seed in range(PROCESSES)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * PROCESSES
    assert _whole(folder)


def test_one_is_at_it_at_a_time(tmp_path: Path) -> None:
    """A process that comes while another goes on with the index waits until that one has ended."""
    assert not _both_at_it(tmp_path / "record")


def test_without_turns_both_are_at_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness can fail: without the lock the two meet inside."""
    monkeypatch.setattr(reusing, "turn", lambda file: nullcontext())
    assert _both_at_it(tmp_path / "record")


def test_whoever_waits_too_long_is_told(tmp_path: Path) -> None:
    """A lock that stays held gives one sentence with the reason; when it is let go the next one has it."""
    file = tmp_path / "passages.lock"
    with (
        turn(file),
        pytest.raises(InUse, match=r"^in_use: another process .*passages up to date; wait"),
        turn(file, 0),
    ):
        pass
    with turn(file, 0):
        assert PassageIndex(tmp_path / "passages").last == -1
