"""The kept fold: after any additions, judgements and relabellings it is what folding everything at once gives."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.record import folding, reusing
from onrecord.trace import origins as fold

WORDS = ["boats", "nets", "sand", "light", "pilots", "barrels", "snow", "bridge", "market", "clocks", "bread", "lamps",
         "ropes", "tides", "mills", "ovens", "coins", "maps", "geese", "plums"]  # fmt: skip


def rows(seed: int, count: int) -> list[dict[str, str]]:
    """Texts of random words: some copies, some excerpts, some cut and lengthened, some equal, on any day or none."""
    source = random.Random(seed)
    made: list[list[str]] = []
    lines = []
    for number in range(count):
        said = [" ".join(source.choices(WORDS, k=12)).capitalize() + "." for _ in range(source.randint(3, 8))]
        if made and source.random() < 0.6:
            other = source.choice(made)
            whole = other * 1
            kind = source.randrange(4)
            if kind == 1:
                whole = other[: max(2, len(other) * 2 // 3)]
            elif kind == 2:
                whole = other[1:] + said[:2]
            elif kind == 3:
                whole = other + said[:1]
            said = whole
        made.append(said)
        day = source.choice(["", f"2031-{source.randint(1, 12):02}", f"2031-05-{source.randint(1, 28):02}"])
        lines.append({"id": str(number), "text": "\n\n".join(said)} | ({"date": day} if day else {}))
    return lines


def write(folder: Path, name: str, lines: list[dict[str, str]]) -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def kept(record: Record) -> set[tuple[object, ...]]:
    """The kept fold: each statement with the first of its origin and why."""
    found = record._store.connection.execute(
        "SELECT s.name, f.name, x.name, o.why, o.own, o.theirs FROM origin o JOIN statement s ON s.id = o.id "
        "JOIN statement f ON f.id = o.first LEFT JOIN statement x ON x.id = o.leans_on"
    )
    return set(found)


def at_once(record: Record) -> set[tuple[object, ...]]:
    """The same by folding all statements and all passages in one go, without anything that is kept."""
    store = record._store
    stretches = store.stretches()
    index = reusing.current(store, record._know())
    found = fold.origins(folding.said(stretches), folding.spans(stretches, index.keys, index.pairs()))
    on = {lean.one: lean for lean in found.leans}
    told = set()
    for n, first in enumerate(found.of.tolist()):
        lean = on.get(n)
        why = (stretches[lean.other].statement, lean.why, lean.own, lean.theirs) if lean else (None, "", 0.0, 0.0)
        told.add((stretches[n].statement, stretches[first].statement, *why))
    return told


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_additions_in_any_batches_give_the_fold_of_all(tmp_path: Path, seed: int) -> None:
    """After each of several additions, and with duplicates of texts under other ids, the kept fold is that of all."""
    lines = rows(seed, 40)
    source = random.Random(seed)
    cuts = sorted(source.sample(range(1, 40), 4))
    with Record.open(tmp_path / "record", write=True) as record:
        for number, (low, high) in enumerate(zip([0, *cuts], [*cuts, 40], strict=True)):
            record.add([write(tmp_path, f"{number}.jsonl", lines[low:high])], workers=1)
            assert kept(record) == at_once(record)
        folded = {row for row in kept(record) if row[0] != row[1]}
        assert len({row[3] for row in folded}) >= 2
        assert list(record.check()) == []


def test_new_labels_fold_again(tmp_path: Path) -> None:
    """Relabelling everything, and new labels that one judgement made, leave the kept fold that of all."""
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([write(tmp_path, "a.jsonl", rows(4, 25))], workers=1)
        before = kept(record)
        list(record.relabel(workers=1))
        assert kept(record) == at_once(record) == before
        one = next(iter(record.statements(limit=1)))
        record.judge(one.id, "a reader", date="2030-01-01")
        record.add([write(tmp_path, "b.jsonl", rows(5, 5))], workers=1)
        assert kept(record) == at_once(record)


def test_a_reader_folds_for_itself_and_keeps_nothing(tmp_path: Path) -> None:
    """What was added without folding is folded for whoever asks; the record's own tables stay as they were."""
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([write(tmp_path, "a.jsonl", rows(6, 20))], workers=1)
        record.add([write(tmp_path, "b.jsonl", rows(7, 20))], workers=1, link=False)
        note = record._store.kept_fold.note()
    with Record.open(tmp_path / "record") as record:
        asked = record.origins()
        assert kept(record) == at_once(record)
        assert record._store.connection.execute("SELECT last FROM main.fold").fetchone() == (note.last,)  # type: ignore[union-attr]
        assert list(record.check()) == []
    with Record.open(tmp_path / "record", write=True) as record:
        assert record.origins() == asked
        assert record._store.kept_fold.note() != note


def test_the_fold_can_be_thrown_away(tmp_path: Path) -> None:
    """Made again, also with the passage index, it is the same; a row that was changed is found and mended."""
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([write(tmp_path, "a.jsonl", rows(8, 30))], workers=1)
        before = kept(record)
        record._store.connection.execute("UPDATE origin SET first = id").fetchall()
        assert kept(record) != before
        assert "row" in {finding.kind for finding in record.check()}
        record.reindex_passages()
        assert kept(record) == before
        assert list(record.check()) == []


def test_one_statement_is_its_own_origin(tmp_path: Path) -> None:
    """The first addition needs no passage index, and what comes later still leans on it."""
    lines = rows(9, 1)
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([write(tmp_path, "a.jsonl", lines)], workers=1)
        assert not (tmp_path / "record" / reusing.FOLDER).exists()
        assert len(kept(record)) == 1
        again = lines[0] | {"id": "again", "text": lines[0]["text"] + "\n\nAnd bread."}
        record.add([write(tmp_path, "b.jsonl", [again])], workers=1)
        assert kept(record) == at_once(record)
        assert len({row[1] for row in kept(record)}) == 1
