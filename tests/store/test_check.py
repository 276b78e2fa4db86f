"""Check: every kind of planted damage is found, and nothing in a healthy record."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest

from onrecord.errors import InputError
from onrecord.model import SetAside
from onrecord.store import Entry, Finding, Finish, Job, Store, check, rows, schema
from onrecord.store.originals import BLOCK

FLIPS = int(os.environ.get("ONRECORD_FLIPS", "200"))  # nightly: 5,000
Damage = Callable[[apsw.Connection, Path], object]


@pytest.fixture
def record(tmp_path: Path, make: Any) -> Path:
    """A closed record with every kind of row."""
    folder = tmp_path / "record"
    job = Job("feed.xml", "f" * 64)
    with Store.open(folder, write=True, create=True) as store:
        given = [make(f"Auria objects {i} times.\nПозиция Аурии.\n奥里亚反对。", f"{i}.txt") for i in range(6)]
        store.put([Entry(d, job, i) for i, d in enumerate(given)])
        store.put([Entry(make("Other words.", "1.txt")), Entry(SetAside("x", "empty", "no bytes")), Finish(job, 6)])
        text = given[0].text
        with store.connection:
            store.connection.execute(
                "INSERT INTO judgement(id, text, start, end, quote, subject, verdict, by, at, hash)"
                " VALUES(1, ?, 0, 5, ?, '', 'right', 'a reader', '', ?)",
                (text.id, text.chars[:5], _judgement_hash(text.id, text.chars[:5])),
            )
            store.connection.execute("INSERT INTO tally VALUES('judgement', 1, ?)", (_signed(text.id, text.chars[:5]),))
    return folder


def _judgement_hash(text: str, quote: str) -> bytes:
    return rows.row_hash(rows.JUDGEMENT, b"", (text, 0, 5, quote, "", "right", "a reader", ""))


def _signed(text: str, quote: str) -> int:
    return int.from_bytes(_judgement_hash(text, quote), "big", signed=True)


def findings(folder: Path) -> list[Finding]:
    """What check says of a record."""
    with Store.open(folder, write=False) as store:
        return list(store.check())


def sql(text: str) -> Damage:
    """Damage done by a statement; ``tables`` are the words in it that may name one."""

    def damage(connection: apsw.Connection, folder: Path) -> object:
        return connection.execute(text).fetchall()

    damage.tables = frozenset(text.replace("(", " ").replace(")", " ").split())  # type: ignore[attr-defined]
    return damage


def _pack(change: Callable[[bytearray], bytearray]) -> Damage:
    def damage(connection: apsw.Connection, folder: Path) -> None:
        path = folder / "originals" / "000001.tar"
        path.write_bytes(change(bytearray(path.read_bytes())))

    return damage


def _flip(offset: int) -> Callable[[bytearray], bytearray]:
    def change(data: bytearray) -> bytearray:
        data[offset] ^= 1
        return data

    return change


DAMAGE: dict[str, tuple[str, Damage]] = {
    "a character of a text": ("text", sql("UPDATE text SET chars = replace(chars, 'objects 2', 'agrees 2')")),
    "the hash of a text": ("text", sql("UPDATE text SET sha256 = 'a' || substr(sha256, 2) WHERE id = 2")),
    "a speaker": ("row", sql("UPDATE utterance SET speaker = 'Bo Lark' WHERE id = 3")),
    "a speaker's actor": ("row", sql("UPDATE utterance SET actor = NULL WHERE id = 3")),
    "an act": ("row", sql("UPDATE position SET act = 'support' WHERE id = 4")),
    "a negation": ("row", sql("UPDATE position SET negated = 1 WHERE id = 4")),
    "a date": ("row", sql("UPDATE statement SET date = '2031-05-05' WHERE id = 2")),
    "a block's kind": ("row", sql("UPDATE block SET kind = 'furniture' WHERE id = 5")),
    "a block's span": ("row", sql('UPDATE block SET "end" = "end" - 1 WHERE id = 5')),
    "a locator": ("row", sql("UPDATE capture SET locator = 'other' WHERE id = 3")),
    "a set-aside reason": ("row", sql("UPDATE set_aside SET reason = 'no_text'")),
    "a reader": ("row", sql("UPDATE reading SET reader = 'plain/9' WHERE id = 3")),
    "a layout": ("row", sql("UPDATE reading SET layout = zeroblob(9) WHERE id = 3")),
    "the knowledge a labelling was made with": ("row", sql("UPDATE labelling SET knowledge = 'k2' WHERE id = 3")),
    "a formulation": ("row", sql("UPDATE occurrence SET formulation = 'f2' WHERE id = 3")),
    "a notice": ("row", sql("UPDATE notice SET detail = 'none' WHERE id = 3")),
    "a judgement": ("row", sql("UPDATE judgement SET verdict = 'wrong'")),
    "a claim moved to another document": ("row", sql("UPDATE utterance SET labelling = 1 WHERE id = 8")),
    "a block hung on another statement": ("link", sql("UPDATE block SET statement = 1 WHERE id = 8")),
    "a block hung on no statement": ("link", sql("UPDATE block SET statement = NULL WHERE id = 8")),
    "a link that leads nowhere": ("link", sql("UPDATE utterance SET labelling = 999 WHERE id = 8")),
    "a claim left out": ("tally", sql("DELETE FROM position WHERE id = (SELECT max(id) FROM position)")),
    "a set-aside row left out": ("tally", sql("DELETE FROM set_aside")),
    "a claim twice": (
        "tally",
        sql(
            'INSERT INTO occurrence SELECT 99, labelling, formulation, form, start, "end", hash FROM occurrence LIMIT 1'
        ),
    ),
    "a capture left out": ("sequence", sql("DELETE FROM capture WHERE id = 2")),
    "a capture's number": ("sequence", sql("UPDATE capture SET sequence = 5 WHERE sequence = 2")),
    "a generation's number": ("sequence", sql("UPDATE labelling SET generation = 2 WHERE id = 2")),
    "a finished member left out": ("sequence", sql("DELETE FROM part WHERE part = 2")),
    "a paragraph not in the index": ("index", sql("DELETE FROM words WHERE rowid = (SELECT min(rowid) FROM words)")),
    "other words in the index": (
        "index",
        sql("UPDATE words SET exact = 'a', stem = 'b' WHERE rowid = (SELECT max(rowid) FROM words)"),
    ),
    "a row of the index too many": ("index", sql("INSERT INTO words(rowid, exact, stem) VALUES(77, 'a', 'b')")),
    "a size in the index": (
        "index",
        sql("UPDATE words_docsize SET sz = x'0909' WHERE id = (SELECT max(id) FROM words_docsize)"),
    ),
    "a size that is no number": (
        "index",
        sql("UPDATE words_docsize SET sz = x'ff' WHERE id = (SELECT max(id) FROM words_docsize)"),
    ),
    "a size left out": ("index", sql("DELETE FROM words_docsize WHERE id = (SELECT max(id) FROM words_docsize)")),
    "the totals of the index": ("index", sql("UPDATE words_data SET block = x'020202' WHERE id = 1")),
    "the index's version": ("database", sql("UPDATE words_config SET v = 9 WHERE k = 'version'")),
    "a page of the index found under another word": ("database", sql("UPDATE words_idx SET term = x'7a7a', pgno = 99")),
    "the folding": ("index", sql("UPDATE meta SET value = 'fold/0' WHERE key = 'fold'")),
    "the folding left out": ("index", sql("DELETE FROM meta WHERE key = 'fold'")),
    "a note nobody wrote": ("meta", sql("INSERT INTO meta VALUES('other', '1')")),
    "the media type of a source": ("row", sql("UPDATE source SET media_type = 'text/html' WHERE id = 2")),
    "a proposal nobody made": (
        "tally",
        sql("INSERT INTO proposal VALUES(1, 't', 0, 1, 'q', 'k', '{}', 'm', '', x'00')"),
    ),
    "a link nobody found": (
        "tally",
        sql("INSERT INTO link VALUES(1, 'report', 'a', 'b', 0.5, 'r', '[]', '[]', x'00')"),
    ),
    "an origin nobody folded": (
        "tally",
        sql("INSERT INTO origin VALUES(1, 1, 'en', NULL, NULL, '', '', 1, 1, NULL, '', 0, 0, x'00')"),
    ),
    "a lean nobody found": ("row", sql("INSERT INTO lean VALUES(1, 2, 'copy', 1, 1, x'00')")),
    "the sum of the fold": ("tally", sql("INSERT INTO fold VALUES(1, '', 1, 0, '', 7, 7)")),
    "a link without its hash": (
        "row",
        sql("INSERT INTO link VALUES(1, 'report', 'a', 'b', 0.5, 'r', '[]', '[]', x'00')"),
    ),
    "how many members a file has": ("sequence", sql("UPDATE attempt SET found = 9")),
    "a member set aside without a row": ("sequence", sql("UPDATE part SET outcome = 'set_aside' WHERE part = 2")),
    "a tally": ("tally", sql("UPDATE tally SET rows = rows + 1 WHERE name = 'notice'")),
    "a tally of no table": ("tally", sql("INSERT INTO tally VALUES('other', 1, 1)")),
    "a table's definition": ("schema", sql("ALTER TABLE notice ADD COLUMN extra TEXT")),
    "an index of a table left out": ("schema", sql("DROP INDEX utterance_actor")),
    "a bit of an original": ("original", _pack(_flip(BLOCK + 3))),
    "a bit of a tar header": ("original", _pack(_flip(40))),
    "the end of the originals": ("original", _pack(lambda data: data[:-BLOCK])),
    "an original's place": ("original", sql("UPDATE source SET at = at + 512 WHERE id = 2")),
    "the originals gone": ("original", lambda connection, folder: shutil.rmtree(folder / "originals")),
    "a strange file": ("original", lambda connection, folder: (folder / "originals" / "x.txt").write_text("x")),
}


def test_a_healthy_record_has_no_findings(record: Path) -> None:
    """Nothing is found where nothing is wrong, and what a killed run leaves past the end is nothing wrong."""
    assert findings(record) == []
    with (record / "originals" / "000001.tar").open("ab") as file:
        file.write(b"left by a killed run")
    assert findings(record) == []


@pytest.mark.parametrize("name", DAMAGE)
def test_planted_damage_is_found(record: Path, name: str) -> None:
    """Each kind of damage gives a finding of its kind that names a place and a way to mend it."""
    kind, damage = DAMAGE[name]
    connection = apsw.Connection(str(record / "record.sqlite"))
    damage(connection, record)
    connection.close()
    found = findings(record)
    assert kind in {f.kind for f in found}
    assert all(f.where and f.what and f.mend for f in found)


def test_every_table_has_its_planted_damage() -> None:
    """No table of the schema, nor of the index inside it, is left out of the damage above."""
    clean = apsw.Connection(":memory:")
    for _, step in schema.STEPS:
        clean.execute(step).fetchall()
    tables = {name for (name,) in clean.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    damaged = {table for table in tables for _, (_, damage) in DAMAGE.items() if table in getattr(damage, "tables", ())}
    assert tables - damaged == set()


def test_damage_is_found_when_a_statement_is_read(record: Path) -> None:
    """A citation is verified when it is read: a changed word, claim or original raises and is not shown."""
    with Store.open(record, write=True) as store:
        names = [s.id for s in store.list_statements()]
        store.connection.execute("UPDATE text SET chars = replace(chars, 'objects 2', 'agrees 2!')").fetchall()
        store.connection.execute("UPDATE position SET act = 'support' WHERE labelling = 4").fetchall()
        broken = 0
        for name in names:
            try:
                store.statement(name)
            except InputError as error:
                assert "damaged" in str(error)  # noqa: PT017
                broken += 1
        assert broken == 2
    _pack(_flip(BLOCK + 3))(store.connection, record)
    with Store.open(record, write=False) as store, pytest.raises(InputError, match="damaged"):
        store.source_bytes("0.txt")


def state(folder: Path) -> object:
    """All documents and claims of a record as values: what a flip must not change unseen."""
    with Store.open(folder, write=False) as store:
        tables = ("source", "capture", "text", "reading", "labelling", "statement", "block", "utterance", "position")
        rows = [list(store.connection.execute(f"SELECT * FROM {t} ORDER BY id")) for t in tables]
        return rows, [store.source_bytes(sha) for (sha,) in store.connection.execute("SELECT sha256 FROM source")]


def unseen_flips(folder: Path, scratch: Path, flips: int, seed: int) -> tuple[int, list[str]]:
    """Flip one bit at a time: how many flips were seen, and those that changed a document or claim unseen."""
    chance, whole = random.Random(seed), state(folder)
    files = [folder / "record.sqlite", folder / "originals" / "000001.tar"]
    sizes = [path.stat().st_size for path in files]
    shutil.copytree(folder, scratch)
    seen, unseen = 0, []
    for number in range(flips):
        path, offset = _pick(files, sizes, chance)
        target, bit = scratch / path.relative_to(folder), 1 << chance.randrange(8)
        data = bytearray(path.read_bytes())
        data[offset] ^= bit
        target.write_bytes(data)
        try:
            noticed = bool(findings(scratch))
        except InputError:
            noticed = True
        seen += noticed
        if not noticed and state(scratch) != whole:
            unseen.append(f"seed {seed} flip {number}: {path.name} byte {offset} bit {bit}")
        target.write_bytes(path.read_bytes())
    return seen, unseen


def _pick(files: list[Path], sizes: list[int], chance: random.Random) -> tuple[Path, int]:
    offset = chance.randrange(sum(sizes))
    return (files[0], offset) if offset < sizes[0] else (files[1], offset - sizes[0])


def test_a_flipped_bit_that_changes_a_document_is_found(record: Path, tmp_path: Path) -> None:
    """Of single flipped bits all over a record, each that changes a document or a claim is found."""
    seen, unseen = unseen_flips(record, tmp_path / "flipped", FLIPS, seed=3)
    assert unseen == []
    assert seen > FLIPS // 10


def test_without_hashes_the_same_flips_go_unseen(record: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """The harness can fail: with SQLite's own check alone, some of the flips change documents unseen."""
    monkeypatch.setattr(check, "_STEPS", check._STEPS[:2])
    assert unseen_flips(record, tmp_path / "flipped", 60, seed=3)[1]


def test_without_the_originals_there_are_sentences(record: Path) -> None:
    """The folder of originals deleted, or a folder in a file's place: one sentence each that says what to do."""
    shutil.rmtree(record / "originals")
    with Store.open(record, write=False) as store:
        assert store.statement(store.statements_of("0.txt")[0]).text.chars
        for ask in (store.source_bytes, store.dossier):
            with pytest.raises(InputError, match="is missing: restore it from a backup"):
                ask("0.txt")
        assert [f.kind for f in store.check()] == ["original"]
    (record / "originals" / "000001.tar").mkdir(parents=True)
    with Store.open(record, write=False) as store:
        with pytest.raises(InputError, match="cannot be read"):
            store.source_bytes("0.txt")
        assert {f.kind for f in store.check()} == {"original"}


def test_an_index_can_be_made_again(record: Path) -> None:
    """Making the index again mends every fault of the index and changes no document."""
    with Store.open(record, write=True) as store:
        before = store.fingerprint(), store.search("objects").hits
        store.connection.execute("DELETE FROM words WHERE rowid = (SELECT max(rowid) FROM words)").fetchall()
        store.connection.execute("INSERT INTO words(rowid, exact, stem) VALUES(77, 'objects', 'b')").fetchall()
        assert store.search("objects").hits != before[1] or list(store.check())
        assert store.reindex() == store.counts()["block"]
        assert (store.fingerprint(), store.search("objects").hits) == before
        assert list(store.check()) == []


def test_an_index_of_another_folding_is_not_asked_but_made_again(record: Path) -> None:
    """A record whose index was folded otherwise is not searched wrongly: a reader says so, a writer mends it."""
    connection = apsw.Connection(str(record / "record.sqlite"))
    connection.execute("UPDATE meta SET value = 'fold/0' WHERE key = 'fold'").fetchall()
    connection.close()
    with Store.open(record, write=False) as reader, pytest.raises(InputError, match="fold/0"):
        reader.search("objects")
    Store.open(record, write=True).close()
    with Store.open(record, write=False) as reader:
        assert reader.search("objects").hits
