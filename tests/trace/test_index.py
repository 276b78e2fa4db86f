"""The passage index: texts taken in piece by piece, files that are cut short, questions."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from onrecord.text import passages
from onrecord.text.passages import Telling
from onrecord.trace.arrays import MANIFEST
from onrecord.trace.index import PassageIndex


def corpus(seed: int, count: int) -> list[str]:
    """Texts of a small vocabulary that copy stretches of one another, with edits."""
    source = random.Random(seed)
    vocabulary = ["".join(source.choice("abcdefgh") for _ in range(source.randint(2, 8))) for _ in range(400)]
    texts: list[list[str]] = []
    for _ in range(count):
        text = source.choices(vocabulary, k=source.randint(0, 150))
        for other in source.sample(texts, min(len(texts), 3)):
            begin = source.randint(0, max(0, len(other) - 10))
            copy = [w if source.random() > 0.1 else source.choice(vocabulary) for w in other[begin : begin + 40]]
            text[source.randint(0, len(text)) : 0] = copy
        texts.append(text)
    return [" ".join(text) for text in texts]


TEXTS = corpus(9, 70)


def rows(found: passages.Passages) -> set[tuple[int, ...]]:
    """Passages as a set."""
    return set(map(tuple, found.rows.tolist()))


def entries(first: int, end: int) -> list[tuple[int, int, str]]:
    """Some of TEXTS with keys and marks."""
    return [(100 + number, number, TEXTS[number]) for number in range(first, end)]


def fill(folder: Path, sizes: list[int]) -> PassageIndex:
    """An index that takes in TEXTS in batches of these sizes, opened anew for each."""
    at = 0
    for size in sizes:
        PassageIndex(folder).add(entries(at, at + size))
        at += size
    return PassageIndex(folder)


@pytest.mark.parametrize("sizes", [[70], [1] * 70, [30, 0, 1, 39]])
def test_batches_of_any_size_give_one_index(tmp_path: Path, sizes: list[int]) -> None:
    """However the texts come, the index holds the passages of one run over all of them."""
    index = fill(tmp_path / "index", sizes)
    assert rows(index.pairs()) == rows(passages.find(TEXTS))
    assert index.keys.tolist() == [100 + number for number in range(70)]
    assert index.last == 69


def test_a_question_is_answered_and_not_kept(tmp_path: Path) -> None:
    """A stretch of a text held is found there, and the index is what it was."""
    index = fill(tmp_path / "index", [70])
    found = list(index.ask(TEXTS[33][40:260]))
    assert any(p.a == 33 and p.a_start <= 45 and p.a_end >= 255 for p in found)
    assert len(PassageIndex(tmp_path / "index")) == 70


def test_the_number_of_files_stays_small(tmp_path: Path) -> None:
    """Sorted runs are merged as texts come one by one, and merged files are removed."""
    fill(tmp_path / "index", [1] * 70)
    assert len(list((tmp_path / "index").glob("run-*"))) <= 6


def test_what_a_stopped_run_left_behind_counts_for_nothing(tmp_path: Path) -> None:
    """Arrays longer than the manifest says, and a half-written manifest beside it, change nothing."""
    folder = tmp_path / "index"
    fill(folder, [40])
    for name in ("value", "start", "key", "pair", "run-0"):
        with (folder / name).open("ab") as file:
            file.write(b"\x07" * 4321)
    (folder / (MANIFEST + ".new")).write_bytes(b'{"made"')
    index = PassageIndex(folder)
    assert index.last == 39
    index.add(entries(40, 70))
    assert rows(index.pairs()) == rows(passages.find(TEXTS))


@pytest.mark.parametrize("name", ["value", "pair", "run-0", MANIFEST])
def test_files_cut_short_are_thrown_away(tmp_path: Path, name: str) -> None:
    """An index whose files do not hold what the manifest says begins anew."""
    folder = tmp_path / "index"
    fill(folder, [40])
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: len(data) // 2])
    index = PassageIndex(folder)
    assert (len(index), index.last) == (0, -1)


def test_other_negators_make_another_index(tmp_path: Path) -> None:
    """An index made with other knowledge is not used."""
    fill(tmp_path / "index", [10])
    assert len(PassageIndex(tmp_path / "index", passages.marks(Telling(("not",))))) == 0


def test_large_texts_are_taken_in_bounded_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many texts given at once are cut into batches of a bounded size, with the same passages."""
    monkeypatch.setattr("onrecord.trace.index.BATCH", 5_000)
    index = PassageIndex(tmp_path / "index")
    assert index.add(entries(0, 70)) == len(passages.find(TEXTS))
    assert np.array_equal(index.keys, 100 + np.arange(70))


def test_texts_passed_through_give_the_same_passages_and_are_not_all_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts that no later one needs leave the same passages, and not all of them stay in the index."""
    whole = PassageIndex(tmp_path / "whole")
    whole.add(entries(0, 70))
    monkeypatch.setattr("onrecord.trace.index.BATCH", 5_000)
    passing = PassageIndex(tmp_path / "passing")
    parts = list(passing.pass_through(entries(0, 70)))
    assert len(parts) > 2
    assert {row for part in parts for row in rows(part)} == rows(whole.pairs())
    assert not len(passing.pairs())
    assert 0 < len(passing) < 70


def test_it_knows_whether_a_text_is_the_one_held(tmp_path: Path) -> None:
    """The same key with other characters is told from the same text and from an unknown key."""
    index = fill(tmp_path / "index", [5])
    assert [index.unchanged(102, TEXTS[2]), index.unchanged(102, TEXTS[3]), index.unchanged(7, "")] == [
        True,
        False,
        None,
    ]


def test_a_mark_is_remembered_without_texts(tmp_path: Path) -> None:
    """Texts looked at and not taken in move the mark."""
    fill(tmp_path / "index", [5]).note(12)
    assert PassageIndex(tmp_path / "index").last == 12
