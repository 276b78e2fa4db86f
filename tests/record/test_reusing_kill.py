"""`kill -9` while documents are added and the passage index goes on: what is left gives what one full run gives."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord import Record
from onrecord.knowledge import Knowledge, load
from onrecord.model import Block, Dossier, Layout, Made, Span, Statement, make_source, make_text
from onrecord.record import reusing
from onrecord.store import Entry, Store
from onrecord.text import passages
from onrecord.trace import index as index_room
from onrecord.trace.index import PassageIndex

DOCUMENTS = 120
KILLS = int(os.environ.get("ONRECORD_KILLS", "300")) // 20
TURNS = 5  # of a planted fault, each with kills at other places
WORDS = ["harbour", "tariff", "strait", "fleet", "council", "winter", "bridge", "treaty", "valley", "border", "grain"]


def _dossier(number: int) -> Dossier:
    """A text that copies a stretch of earlier ones; the same for a number in every run."""
    source = random.Random(number % 40)
    words = [f"{source.choice(WORDS)}{source.randrange(60)}" for _ in range(60)]
    words += [f"{random.Random(number).choice(WORDS)}{number}"]
    held = make_source(f"{number}".encode(), "text/plain", f"{number}.txt")
    text, whole = make_text(held, "plain/1", " ".join(words), Layout(), ()), Span(0, len(" ".join(words)))
    statement = Statement(f"s{number:016}", whole, "en", "report", "2031")
    block = Block("body", whole, "en", 1.0, "b", statement.id)
    return Dossier(held, text, (block,), (statement,), made=Made("0", "b", "k"))


def _add_until_killed(folder: Path, know: Knowledge, begun: int) -> None:
    """In the child: a document at a time, then the index; it goes on with what the record does not hold."""
    with Store.open(folder, write=True) as store:
        os.write(begun, b".")
        for number in range(store.counts()["text"], DOCUMENTS):
            store.put([Entry(_dossier(number))])
            reusing.current(store, know)


def _killed(folder: Path, know: Knowledge, chance: random.Random) -> bool:
    """Start a child and kill it at a random moment; whether it had come to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _add_until_killed(folder, know, writing)
        except BaseException:
            os._exit(1)
        os._exit(0)
    os.read(reading, 1)
    time.sleep(chance.random() * 0.25)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    os.close(reading)
    os.close(writing)
    assert status in (0, signal.SIGKILL)
    return status == 0


def campaign(folder: Path, kills: int) -> tuple[int, bool]:
    """Kill again and again, then end in peace: passages found, and whether a new index has the same ones."""
    know, chance = load(), random.Random(11)
    Store.open(folder, write=True, create=True).close()
    for _ in range(kills):
        if _killed(folder, know, chance):
            break
    with Store.open(folder, write=True) as store:
        store.put([Entry(_dossier(number)) for number in range(store.counts()["text"], DOCUMENTS)])
        went_on = reusing.current(store, know)
        rows, keys = _in_order(went_on), went_on.keys.copy()
        new = reusing.anew(store, know)
        same = np.array_equal(rows, _in_order(new)) and np.array_equal(keys, new.keys)
    return len(rows), same


def _in_order(index: PassageIndex) -> NDArray[np.int64]:
    """Passages by their places: those of one addition stand in another order when there were several."""
    rows = index.pairs().rows.astype(np.int64)
    return rows[np.lexsort(rows.T[::-1])]


@pytest.fixture(autouse=True)
def compiled() -> None:
    """The loops stand ready before the first fork."""
    passages.find(["one two three four five six seven eight nine"] * 2)


def test_an_index_killed_anywhere_ends_as_one_full_run(tmp_path: Path) -> None:
    """After every kill the index goes on, and at the end it holds the passages of an index made at once."""
    found, same = campaign(tmp_path / "record", KILLS)
    assert found >= DOCUMENTS - 40
    assert same


def test_a_manifest_written_too_early_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness can fail: an index that says what it holds before it is written ends otherwise.

    Where a kill falls is chance, so that the fault may show only in the second turn or the third.
    """
    real: Callable[..., None] = PassageIndex._append

    def too_early(
        self: PassageIndex, new: object, keys: object, found: object, batch: list[tuple[int, int, str]]
    ) -> None:
        self.note(batch[-1][1])
        time.sleep(0.02)  # the window that the kill must fall into
        real(self, new, keys, found, batch)

    monkeypatch.setattr(index_room.PassageIndex, "_append", too_early)
    assert not all(campaign(tmp_path / str(turn), 12)[1] for turn in range(TURNS))


def test_the_index_made_again_is_equal(tmp_path: Path) -> None:
    """`reindex_passages` throws the index away and gives the same passages."""
    with Store.open(tmp_path / "record", write=True, create=True) as store:
        store.put([Entry(_dossier(number)) for number in range(50)])
    with Record.open(tmp_path / "record", write=True) as record:
        before = record.reuse()
        assert record.reindex_passages() == (50, len(before))
        assert record.reuse() == before
