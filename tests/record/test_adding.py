"""Adding through the whole line: outcomes, going on after a stop, and what is acknowledged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.errors import InputError, KnowledgeError
from onrecord.record import Added, Skipped, Summary
from onrecord.record.events import Opened

QA = """Question: What is the position of Valdoria on the harbour tariff?
Foreign Ministry Spokesperson: Valdoria opposes the tariff. We will continue to talk with all sides.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "qa.txt").write_text(QA, encoding="utf-8")
    (documents / "empty.txt").write_bytes(b"")
    lines = [
        {"text": f"Statement number {i} of the Ministry.", "url": f"https://valdoria.example/{i}"} for i in range(5)
    ]
    (documents / "set.jsonl").write_text("\n".join(json.dumps(x) for x in lines) + "\nnot json\n", encoding="utf-8")
    return documents


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record", write=True) as record:
        yield record


def _added(record: Record, path: Path) -> list[Added]:
    return [e for e in record.adding([path], workers=1) if isinstance(e, Added)]


def test_each_thing_has_one_outcome(record: Record, folder: Path) -> None:
    """Every file and member is either kept or set aside with a reason; none vanishes."""
    events = _added(record, folder)

    assert sorted((e.outcome, e.reason) for e in events if e.reason) == [
        ("set_aside", "bad_json"),
        ("set_aside", "empty"),
    ]
    assert sum(e.outcome == "new" for e in events) == 6
    assert record.counts()["source"] == 6


def test_adding_again_changes_nothing_and_says_so(record: Record, folder: Path) -> None:
    """The same bytes from the same place are a no-op."""
    record.add([folder], workers=1)
    before = record.counts()

    again = record.add([folder], workers=1)

    assert record.counts() == before
    assert again.files_held + again.total("same") >= 2
    assert again.total("new") == 0


def test_same_page_with_new_bytes_is_a_revision(record: Record, tmp_path: Path) -> None:
    """Other bytes at one locator are kept beside the earlier ones, and both stay readable."""
    page = tmp_path / "page.html"
    page.write_text("<title>Remarks</title><p>Valdoria urges restraint.</p>", encoding="utf-8")
    first = _added(record, page)[0]
    page.write_text("<title>Remarks</title><p>Valdoria demands restraint.</p>", encoding="utf-8")

    second = _added(record, page)[0]

    assert (first.outcome, second.outcome, second.before) == ("new", "revision", first.source)
    assert "urges" in record.dossier(first.source).text.chars
    assert [c.sequence for c in record.revisions(first.locator)] == [1, 2]


def test_same_bytes_elsewhere_are_a_copy(record: Record, tmp_path: Path) -> None:
    """One stored object, two locators."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(QA, encoding="utf-8")

    outcomes = [e.outcome for e in _added(record, tmp_path / "a.txt") + _added(record, tmp_path / "b.txt")]

    assert outcomes == ["new", "copy"]
    assert record.counts()["source"] == 1


def test_stopping_in_the_middle_loses_and_repeats_nothing(tmp_path: Path, folder: Path) -> None:
    """A run that is left half-way goes on to the state of an uninterrupted one."""
    with Record.open(tmp_path / "one", write=True) as record:
        events = record.adding([folder], workers=1)
        next(events)
        events.close()
    with Record.open(tmp_path / "one", write=True) as record:
        record.add([folder], workers=1)
        resumed = record.counts()
    with Record.open(tmp_path / "two", write=True) as record:
        record.add([folder], workers=1)

        assert record.counts() == resumed


def test_a_broken_file_added_again_says_again_why(record: Record, folder: Path) -> None:
    """A file that was set aside is looked at again: the reason may be gone, or must be said again."""
    record.add([folder], workers=1)

    again = _added(record, folder / "empty.txt")

    assert [(e.outcome, e.reason) for e in again] == [("set_aside", "empty")]


def test_relabelling_with_the_same_knowledge_changes_nothing(record: Record, folder: Path) -> None:
    """Relabelling over unchanged knowledge reports every source as the same."""
    record.add([folder], workers=1)

    assert {r.outcome for r in record.relabel(workers=1)} == {"same"}


def test_a_missing_record_is_one_sentence(tmp_path: Path) -> None:
    """Opening a record that is not there says how to make one."""
    with pytest.raises(InputError, match="holds no record"):
        Record.open(tmp_path / "nothing")


def test_hidden_names_are_counted(record: Record, folder: Path) -> None:
    """Names that begin with a dot are passed over, and that is said."""
    (folder / ".note.txt").write_text("x", encoding="utf-8")

    skipped = [e for e in record.adding([folder], workers=1) if isinstance(e, Skipped)]

    assert sum(e.count for e in skipped) == 1


def test_containers_are_counted_by_kind(record: Record, tmp_path: Path) -> None:
    """A container is one event with its kind, what it gave and what was set aside; plain files are none."""
    rows = [{"text": "Norland regrets the rule. It closes the sea."}, {"text": ""}, {"text": "Sudmark agrees with it."}]
    rows_file, plain = tmp_path / "rows.jsonl", tmp_path / "qa.txt"
    plain.write_text(QA, encoding="utf-8")
    rows_file.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    summary = Summary()

    for event in (events := list(record.adding([rows_file, plain], workers=1))):
        summary.count(event)

    assert [(e.kind, e.kept, e.aside) for e in events if isinstance(e, Opened)] == [("jsonl", 2, 1)]
    assert {kind: dict(counts) for kind, counts in summary.containers.items()} == {
        "jsonl": {"files": 1, "kept": 2, "aside": 1}
    }
    assert not summary.skipped


def test_a_record_inside_the_folder_is_not_read(tmp_path: Path) -> None:
    """The record's own files are passed over, and that is said."""
    (tmp_path / "qa.txt").write_text(QA, encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path], workers=1)

        again = record.add([tmp_path], workers=1)

    assert again.reasons == {}
    assert again.skipped["file of the record itself"] >= 2


def test_a_page_that_goes_back_to_earlier_bytes_is_a_revision(record: Record, tmp_path: Path) -> None:
    """A, then B, then A again: three captures, the last of which holds A."""
    page = tmp_path / "page.txt"
    outcomes = []
    for words in ("Valdoria urges restraint.", "Valdoria demands restraint.", "Valdoria urges restraint."):
        page.write_text(words, encoding="utf-8")
        outcomes += [e.outcome for e in _added(record, page)]

    assert outcomes == ["new", "revision", "revision"]
    captures = record.revisions(str(page))
    assert captures[0].source == captures[2].source != captures[1].source
    assert [e.outcome for e in _added(record, page)] == ["same"]


def test_a_wrong_pack_is_said_before_any_work(tmp_path: Path) -> None:
    """A pack that is missing or wrong is one sentence about that file."""
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("format = 1\n[[actor]]\n", encoding="utf-8")

    for pack in (wrong, tmp_path / "missing.toml"):
        with pytest.raises(KnowledgeError, match=pack.name):
            Record.open(tmp_path / "record", write=True, packs=[pack])


def test_words_between_the_halves_of_a_quotation_are_not_the_speakers(record: Record, tmp_path: Path) -> None:
    """A hit between the parts of a split quotation is the reporter's; inside a part it is the speaker's."""
    said = 'News\n\n"The northern strait stays open," Minister Halim Daro stated gravely, "to all our neighbours."\n'
    (tmp_path / "news.txt").write_text(said, encoding="utf-8")
    record.add([tmp_path / "news.txt"], workers=1)

    (between,) = record.search("gravely").hits
    (inside,) = record.search("neighbours").hits
    assert (between.mode, inside.mode) == ("narration", "direct")
    assert "Daro" in (inside.speaker or "")
