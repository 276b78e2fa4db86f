"""Shared passages of a record: what is found, kept up to date, thrown away and made again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record

SAID = "Valdoria will not accept any rule that closes the northern strait to the fishing boats of its neighbours"
NEWS = f"""Valdoria answers its neighbours

CORVANE, 5 March 2025. A spokesperson of the Foreign Ministry spoke on Wednesday. "{SAID}," she said.
The ministry gave no date for the next round of talks.
"""
REPORT = f"""Harbour diary

Ships wait at the northern strait. "{SAID.replace("not ", "")}," an official said, and the fleet sailed on.
"""


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record of two texts that share a sentence but for its negation."""
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "two.txt").write_text(REPORT, encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "one.txt", tmp_path / "two.txt"], workers=1)
        yield record


def test_a_shared_passage_names_both_statements_and_what_differs(record: Record) -> None:
    """Both sides are characters of stored texts; a lost negation is named with its place."""
    (found,) = record.reuse()
    sides = {}
    for side, word in ((found.a, found.a_word), (found.b, found.b_word)):
        chars = record.show(side.statement.statement).text.chars
        sides[chars[side.start : side.end]] = word and chars[slice(*word)]
    assert sides == {SAID: "not", SAID.replace("not ", ""): None}
    assert found.differs == "negation"


def test_a_statement_is_side_a_of_its_own_passages(record: Record) -> None:
    """Asked of one statement, each passage begins with it."""
    for listed in record.statements():
        (found,) = record.reuse(listed.id)
        assert found.a.statement.statement == listed.id


def test_what_is_added_later_is_taken_in(record: Record, tmp_path: Path) -> None:
    """The index goes on with what is new, and gives what a new index gives."""
    assert len(record.reuse()) == 1
    (tmp_path / "three.txt").write_text(f"A diary of the coast.\n\nOne sentence stays: {SAID}.\n", encoding="utf-8")
    record.add([tmp_path / "three.txt"], workers=1)
    went_on = record.reuse()
    shutil.rmtree(record.path / "passages")
    assert record.reuse() == went_on
    assert len(went_on) == 3


def test_page_furniture_is_no_passage(tmp_path: Path) -> None:
    """What stands around the words of two pages of one site is not what they share."""
    page = """<html><body><nav><a href="/">Home of the Harbour Council</a>
    <a href="/a">All the news of the northern coast</a> <a href="/b">Members and committees of the council</a></nav>
    <article><h1>{title}</h1><p>{words}</p></article></body></html>"""
    words = {
        "Boats": "The fishing boats came back on Monday with less than in the years before, the master told us.",
        "Winter": "Nobody in the upper valley had seen so much snow since the bridge was built, an old teacher said.",
    }
    for title, said in words.items():
        (tmp_path / f"{title}.html").write_text(page.format(title=title, words=said), encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "Boats.html", tmp_path / "Winter.html"], workers=1)
        assert record.reuse() == []
