"""Opening: builds, pragmas, locks, versions, and errors as sentences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import apsw
import pytest

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.store import Entry, Store, connect, schema


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ("3.40.1", False), ("3.44.5", False), ("3.44.6", True), ("3.45.0", False), ("3.50.6", False),
        ("3.50.7", True), ("3.51.0", False), ("3.51.2", False), ("3.51.3", True), ("3.54.1", True), ("4.0.0", True),
    ],
)  # fmt: skip
def test_builds_with_the_write_ahead_race_are_refused(version: str, sound: bool) -> None:
    """Builds from before the mend are not accepted, back-ports are."""
    assert connect.sound_build(version) is sound


def test_an_affected_build_cannot_open_a_record(tmp_path: Path, monkeypatch: Any) -> None:
    """With an affected SQLite nothing is opened, for reading or for writing."""
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    for write in (True, False):
        with pytest.raises(InputError, match=r"3\.51\.2"):
            Store.open(tmp_path, write=write, create=True)


def test_the_pragmas_that_safety_rests_on_are_in_force(store: Store) -> None:
    """Read back from the connections themselves: apsw stops a multi-statement execute at its first row."""
    assert connect.pragmas(store.connection, tuple(connect.WRITER_PRAGMAS)) == connect.WRITER_PRAGMAS
    assert store.connection.pragma("synchronous") == 2
    assert store.connection.pragma("journal_mode") == "wal"
    with Store.open(store.folder, write=False) as reader:
        assert connect.pragmas(reader.connection, tuple(connect.READER_PRAGMAS)) == connect.READER_PRAGMAS
        with pytest.raises(apsw.ReadOnlyError):
            reader.connection.execute("DELETE FROM source").fetchall()


def test_a_pragma_that_does_not_hold_is_noticed(monkeypatch: Any) -> None:
    """A setting that the file system or build does not take is an error, not a silent loss of safety."""
    connection = apsw.Connection(":memory:")
    with pytest.raises(InputError, match="journal_mode"):
        connect._set(connection, {"journal_mode": "wal"})


def test_a_second_writer_is_told_who_writes(store: Store) -> None:
    """One writer: another process gets a sentence with the number of the process that writes."""
    code = f"from onrecord.store import Store; Store.open({str(store.folder)!r}, write=True)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"the record is in use by process {os.getpid()}" in done.stderr


def test_the_lock_ends_with_the_writer(tmp_path: Path, make: Any) -> None:
    """After a writer is gone, by closing or by an error at opening, the next one may write."""
    folder = tmp_path / "r"
    with pytest.raises(InputError, match="is full"):
        Store.open(folder, write=True, create=True, limits=Limits(free_space_bytes=1 << 60))
    for _ in range(2):
        with Store.open(folder, write=True, create=True) as store:
            store.put([Entry(make("One."))])


def test_readers_see_one_state_while_a_writer_writes(store: Store, make: Any) -> None:
    """A reader beside the writer sees what is committed, whole."""
    store.put([Entry(make("measure one", "a.txt"))])
    with Store.open(store.folder, write=False) as reader:
        assert reader.counts()["source"] == 1
        store.put([Entry(make("measure two", "b.txt"))])
        assert reader.counts()["source"] == 2
        assert len(reader.search("measure").hits) == 2


def test_a_reader_cannot_put(store: Store, make: Any) -> None:
    """A record open for reading refuses entries with a sentence."""
    with Store.open(store.folder, write=False) as reader, pytest.raises(InputError, match="for reading only"):
        reader.put([Entry(make("One."))])


def test_no_record_other_files_and_later_versions_are_refused(tmp_path: Path) -> None:
    """What is not a record of ours, or of a later version, is refused with what to do."""
    with pytest.raises(InputError, match="holds no record"):
        Store.open(tmp_path / "none", write=False)
    with pytest.raises(InputError, match="holds no record"):
        Store.open(tmp_path / "none", write=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="is a file"):
        Store.open(tmp_path / "file", write=True, create=True)
    other = tmp_path / "other"
    other.mkdir()
    apsw.Connection(str(other / "record.sqlite")).execute("CREATE TABLE t(x)").fetchall()
    for write in (True, False):
        with pytest.raises(InputError, match="not a record"):
            Store.open(other, write=write)
    Store.open(tmp_path / "r", write=True, create=True).close()
    apsw.Connection(str(tmp_path / "r" / "record.sqlite")).pragma("user_version", schema.VERSION + 1)
    with pytest.raises(InputError, match="later Onrecord"):
        Store.open(tmp_path / "r", write=False)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """Bytes that are no database give a sentence, not a traceback."""
    (tmp_path / "record.sqlite").write_bytes(b"no database at all " * 500)
    for write in (True, False):
        with pytest.raises(InputError, match="damaged"):
            Store.open(tmp_path, write=write)


def test_any_sqlite_tool_opens_a_record(store: Store, make: Any) -> None:
    """Plain tables and the built-in tokenizer: a bare connection reads texts and asks the index."""
    store.put([Entry(make("Auria objects to the measure."))])
    bare = apsw.Connection(str(store.folder / "record.sqlite"), flags=apsw.SQLITE_OPEN_READONLY)
    assert bare.execute("SELECT chars FROM text").fetchall() == [("Auria objects to the measure.",)]
    assert bare.execute("SELECT count(*) FROM words WHERE words MATCH 'measure'").fetchall() == [(1,)]


def test_a_record_on_a_read_only_medium_can_be_read(tmp_path: Path, make: Any, monkeypatch: Any) -> None:
    """A folder where nothing can be written is opened as a file that nobody changes."""
    folder = tmp_path / "r"
    with Store.open(folder, write=True, create=True) as store:
        store.put([Entry(make("measure"))])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(folder, write=False) as reader:
        assert len(reader.search("measure").hits) == 1
    assert sorted(p.name for p in folder.iterdir()) == ["originals", "record.lock", "record.sqlite"]


def test_a_record_of_the_first_tables_is_brought_up_to_date(tmp_path: Path, make: Any) -> None:
    """A reader says what to do; the next writer adds what is new, keeps what is held, and the record is sound."""
    folder = tmp_path / "old"
    folder.mkdir()
    old = apsw.Connection(str(folder / "record.sqlite"))
    old.pragma("application_id", schema.APPLICATION_ID)
    for statement in schema.STEPS[0][1].split(";\n"):
        old.execute(statement).fetchall()
    old.pragma("user_version", 1)
    old.close()

    with pytest.raises(InputError, match="brings it up to date"):
        Store.open(folder, write=False)
    with Store.open(folder, write=True) as store:
        store.put([Entry(make("Auria objects."))])
    with Store.open(folder, write=False) as store:
        assert list(store.check()) == []
        assert store.counts()["position"] == 1


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """A record is never put among other files; an empty folder and what a killed first run left are taken."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other files and no record"):
        Store.open(tmp_path, write=True, create=True)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
    begun = tmp_path / "begun"
    begun.mkdir()
    (begun / "record.lock").touch()
    Store.open(begun, write=True, create=True).close()
