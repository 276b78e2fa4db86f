"""Formulations that people accept or reject: counted over held and later texts, replayed, undone, killed."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from onrecord import Record, judge
from onrecord.errors import InputError
from onrecord.judge import Hand
from onrecord.reasons import Unapplied
from onrecord.record import judging
from onrecord.store import Store

PHRASE = "harbour of shared winters"
TEXTS = {
    "a": "The council met. We build a harbour of shared winters. Boats and nets came in.",
    "b": "Pilots said little. Every Harbour of Shared Winters needs lamps; two harbours of shared winters need more.",
    "c": "The market has bread and clocks. Nobody said a word about the coast or the winter.",
}
KILLS = int(os.environ.get("ONRECORD_KILLS", "300")) // 30


def fill(folder: Path, names: str) -> None:
    """Add some of the texts."""
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    with Record.open(folder / "record", write=True) as held:
        held.add([folder / f"{name}.txt" for name in names], workers=1)


def marks(folder: Path) -> list[tuple[str, str]]:
    """Accepted phrases marked in the record: the id and the characters."""
    with Record.open(folder / "record") as held:
        return sorted(
            (one.formulation, one.span.of(shown.text.chars))
            for listed in held.statements()
            for shown in [held.dossier(listed.id)]
            for one in shown.occurrences
            if one.formulation.startswith("f")
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record of two texts, one of which has the phrase."""
    fill(tmp_path, "ac")
    return tmp_path


def test_an_accepted_phrase_counts_over_held_and_later_texts(folder: Path) -> None:
    """In held texts at once, in later ones when they are added, in every inflection; a trace is then a query."""
    with Record.open(folder / "record", write=True) as held:
        made = held.judge_formulation(PHRASE, "Ana")
        assert (made.about, made.field, made.detail) == ("formulation", "accept", "en")
        assert [r.reason for r in held.judgements()] == [""]
    assert [chars for _, chars in marks(folder)] == [PHRASE]
    fill(folder, "b")
    found = marks(folder)
    assert [chars for _, chars in found] == ["Harbour of Shared Winters", PHRASE, "harbours of shared winters"]
    with Record.open(folder / "record") as held:
        traced = held.trace(PHRASE)
        assert traced is not None
        assert traced.formulation == found[0][0]
        assert [(form.form, form.uses) for form in traced.forms] == [(PHRASE, 3)]
        assert list(held.check()) == []


def test_it_outlives_relabelling_and_an_undo_takes_it_all_back(folder: Path) -> None:
    """After an undo the labels are those of before, and so they are after the undo of the undo."""
    with Record.open(folder / "record", write=True) as held:
        before = [held.dossier(one.id).occurrences for one in held.statements()]
        made = held.judge_formulation(PHRASE, "Ana")
        assert {r.outcome for r in held.relabel(workers=1)} == {"same"}
        assert marks(folder)
        undone = held.undo(made.id, "Ana")
        assert [held.dossier(one.id).occurrences for one in held.statements()] == before
        held.undo(undone.id, "Ana")
        assert [r.reason for r in held.judgements()] == ["", Unapplied.UNDONE, ""]
    assert marks(folder)


def test_the_later_decision_holds(folder: Path) -> None:
    """A rejection takes the marks away and overrules; the phrase is not proposed then."""
    with Record.open(folder / "record", write=True) as held:
        held.judge_formulation(PHRASE, "Ana")
        held.judge_formulation(PHRASE.upper(), "Ben", accept=False)
        assert [r.reason for r in held.judgements()] == [Unapplied.OVERRULED, ""]
    assert not marks(folder)


def test_what_nothing_holds_needs_its_language(folder: Path) -> None:
    """A phrase can be accepted before a text has it; it says then that nothing held has it."""
    with Record.open(folder / "record", write=True) as held:
        with pytest.raises(InputError, match="--lang"):
            held.judge_formulation("lighthouse of calm", "Ana")
        with pytest.raises(InputError, match="no proposal 7"):
            held.judge_formulation(7, "Ana")
        held.judge_formulation("lighthouse of calm", "Ana", lang="en-GB")
        assert [r.reason for r in held.judgements()] == [Unapplied.NOT_HELD]


def test_the_longest_of_overlapping_marks_is_left(folder: Path) -> None:
    """A part of an accepted phrase is not marked inside it."""
    with Record.open(folder / "record", write=True) as held:
        held.judge_formulation("shared winters", "Ana")
        held.judge_formulation(PHRASE, "Ana")
    assert [chars for _, chars in marks(folder)] == [PHRASE]


def _judge_until_killed(folder: Path, told: int, *, early: bool) -> None:
    """In the child: accept and reject in turn, each told after it is kept and applied."""
    with Store.open(folder, write=True) as store:
        while True:
            number = len(store.judgements()) + 1
            if early:
                os.write(told, f"{number}\n".encode())
                time.sleep(0.02)
            judging.keep(store, [judge.formulation(PHRASE, "en", Hand("Ana", "2031"), yes=number % 2 == 1)])
            if not early:
                os.write(told, f"{number}\n".encode())


def campaign(folder: Path, kills: int, *, early: bool) -> list[str]:
    """Kill and look, again and again: what was wrong afterwards."""
    wrong, chance = list[str](), random.Random(7)
    for _ in range(kills):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _judge_until_killed(folder / "record", writing, early=early)
            finally:
                os._exit(1)
        os.close(writing)
        first = os.read(reading, 1)
        time.sleep(chance.random() * 0.1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = (first + os.read(reading, 1 << 20)).decode().rpartition("\n")[0].split()
        os.close(reading)
        with Record.open(folder / "record", write=True) as held:
            every = held.judgements()
            wrong += [f"check: {finding}" for finding in held.check()]
        if lines and int(lines[-1]) > len(every):
            wrong.append(f"lost {lines[-1]}")
        if bool(marks(folder)) != (every[-1].judgement.field == "accept" if every else False):
            wrong.append(f"not in force: {every[-1].judgement}")
    return wrong


def test_no_decision_is_lost_by_a_kill(folder: Path) -> None:
    """After every `kill -9` each decision told is held and the latest is in force."""
    assert campaign(folder, KILLS, early=False) == []


def test_a_decision_told_too_early_is_caught(folder: Path) -> None:
    """The harness can fail."""
    assert campaign(folder, 8, early=True)


def test_a_phrase_that_the_packs_count_is_said_to_be_counted_so(folder: Path) -> None:
    """It has no marks of its own; its id and its words lead to the packs' formulation. One held nowhere is not held."""
    (folder / "w.txt").write_text("The council met. Weather knows no borders, and nets came in.", encoding="utf-8")
    with Record.open(folder / "record", write=True) as held:
        held.add([folder / "w.txt"], workers=1)
        made = held.judge_formulation("weather knows no borders", "Ana", lang="en")
        held.judge_formulation("a coast of quiet lamps", "Ana", lang="en")
        assert [one.reason for one in held.judgements()] == [Unapplied.COUNTED_SO, Unapplied.NOT_HELD]
        traces = [held.trace(judge.phrase_id(made.detail, made.value)), held.trace("weather knows no borders")]
        assert [found and found.formulation for found in traces] == ["weather-knows-no-borders"] * 2
