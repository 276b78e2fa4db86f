"""`kill -9` while judging: what was acknowledged is kept, what is kept is applied at the next write."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

from onrecord import Record
from onrecord.judge import Hand, judgement_of
from onrecord.knowledge import load
from onrecord.model import Block, Dossier, Layout, Made, Span, Speaker, Statement, Utterance, make_source, make_text
from onrecord.reasons import Unapplied
from onrecord.record import judging
from onrecord.store import Entry, Store

KILLS = int(os.environ.get("ONRECORD_KILLS", "300")) // 20
TURNS = 5  # of a planted fault, each with kills at other places
WORDS = "The minister said: Valdoria opposes the harbour tariff."


def _dossier(number: int) -> Dossier:
    source = make_source(f"{number} {WORDS}".encode(), "text/plain", f"{number}.txt")
    text, whole = make_text(source, "plain/1", WORDS, Layout(), ()), Span(0, len(WORDS))
    statement = Statement(f"s{number:016}", whole, "en", "report", "2031")
    voice = Utterance("u0000000000000001", whole, "turn", "turn/label", statement.id, Speaker("The minister"))
    return Dossier(
        source, text, (Block("body", whole, "en", 1.0, "b"),), (statement,), (voice,), made=Made("0", "b", "k")
    )


def _judge_until_killed(folder: Path, told: int, *, plant: bool) -> None:
    """In the child: one judgement after the other; each is told after it is kept and applied (``plant``: before)."""
    with Store.open(folder, write=True) as store:
        claim = store.claim("u0000000000000001")
        made = judgement_of(claim.text, claim.what, ("capacity", "x"), Hand("Ana", "2031"), load())
        number = len(store.judgements())
        while True:
            number, value = number + 1, f"capacity {time.monotonic_ns()}"
            if plant:
                os.write(told, f"{number} {value}\n".encode())
                time.sleep(0.02)  # the window that the kill must fall into
            judging.keep(store, [replace(made, value=value)])
            if not plant:
                os.write(told, f"{number} {value}\n".encode())


def _killed(folder: Path, chance: random.Random, *, plant: bool) -> list[tuple[int, str]]:
    """Start a child, kill it at a random moment, and give what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _judge_until_killed(folder, writing, plant=plant)
        finally:
            os._exit(1)
    os.close(writing)
    first = os.read(reading, 1)  # the child is at work
    time.sleep(chance.random() * 0.15)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lines = (first + os.read(reading, 1 << 20)).decode().rpartition("\n")[0].splitlines()
    os.close(reading)
    return [(int(number), value) for number, _, value in (line.partition(" ") for line in lines)]


def campaign(folder: Path, kills: int, *, plant: bool) -> tuple[int, list[str]]:
    """Kill and look, again and again: how many judgements were told, and what was wrong afterwards."""
    told, wrong, chance = 0, list[str](), random.Random(5)
    with Store.open(folder, write=True, create=True) as store:
        store.put([Entry(_dossier(i)) for i in range(5)])
    for _ in range(kills):
        lines = _killed(folder, chance, plant=plant)
        told += len(lines)
        with Record.open(folder, write=True) as record:
            held = {r.judgement.id: r for r in record.judgements()}
            shown = {u.capacity for s in record.statements() for u in record.show(s.id).utterances}
            wrong += [f"check: {finding}" for finding in record.check()]
        values = {number: ruling.judgement.value for number, ruling in held.items()}
        wrong += [f"lost {number}" for number, value in lines if values.get(number) != value]
        due = {number: "" if number == max(held) else Unapplied.OVERRULED for number in held}
        wrong += [f"not applied {number}: {r.reason}" for number, r in held.items() if r.reason != due[number]]
        if held and shown != {held[max(held)].judgement.value}:
            wrong.append(f"in force: {shown}")
    return told, wrong


def test_no_acknowledged_judgement_is_lost(tmp_path: Path) -> None:
    """After every kill each judgement told is held, the latest one is in force everywhere, and the record is sound."""
    told, wrong = campaign(tmp_path / "record", KILLS, plant=False)
    assert wrong == []
    assert told > KILLS


def test_telling_too_early_is_caught(tmp_path: Path) -> None:
    """The harness can fail: a child that tells a judgement before it is kept is caught (in one of several turns)."""
    assert any(campaign(tmp_path / str(turn), 12, plant=True)[1] for turn in range(TURNS))
