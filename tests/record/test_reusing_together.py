"""Several processes bring one passage index up to date: they take turns, and nobody waits for ever."""

from __future__ import annotations

import multiprocessing
import random
from contextlib import nullcontext
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


def _go_on(folder: Path, seed: int, locked: bool) -> None:
    """In a child: the index is thrown away now and then, and brought up to date again."""
    chance, know = random.Random(seed), load()
    if not locked:
        reusing.turn = lambda file: nullcontext()  # type: ignore[attr-defined]
    with Store.open(folder, write=False) as store:
        for _ in range(TIMES):
            made = reusing.anew(store, know) if chance.random() < 0.2 else reusing.current(store, know)
            assert len(made) == TEXTS
            assert len(made.pairs()) >= 0


def _together(folder: Path, *, locked: bool) -> bool:
    """Whether all processes came to their end and the index is what one process makes."""
    with Store.open(folder, write=True, create=True) as store:
        store.put([Entry(_dossier(number)) for number in range(TEXTS)])
    passages.find(["one two three four five six seven eight nine"] * 2)
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=_go_on, args=(folder, seed, locked)) for seed in range(PROCESSES)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    with Store.open(folder, write=False) as store:
        left = _in_order(reusing.current(store, load()))
        return all(child.exitcode == 0 for child in children) and np.array_equal(
            left, _in_order(reusing.anew(store, load()))
        )


def test_processes_take_turns(tmp_path: Path) -> None:
    """Three processes that go on with one index, or make it anew, leave what one leaves."""
    assert _together(tmp_path / "record", locked=True)


def test_without_turns_they_disturb_each_other(tmp_path: Path) -> None:
    """The harness can fail: without the lock some process finds the index wanting."""
    assert not _together(tmp_path / "record", locked=False)


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
