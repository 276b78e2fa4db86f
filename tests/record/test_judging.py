"""Judgements through the record: kept, replayed after every change, undone, found sound."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from onrecord import Record
from onrecord.errors import InputError
from onrecord.judge import Hand, judgement_of
from onrecord.knowledge import load
from onrecord.model import Span
from onrecord.reasons import Unapplied
from onrecord.record import judging
from onrecord.store import Filters, Store

QA = """Question: What is the position of Valdoria on the harbour tariff?
Foreign Ministry Spokesperson: Valdoria opposes the tariff. We will continue to talk with all sides.
"""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one document, made once."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "qa.txt").write_text(QA, encoding="utf-8")
    with Record.open(folder / "record", write=True) as opened:
        opened.add([folder / "qa.txt"], workers=1)
    return folder / "record"


@pytest.fixture
def record(ready: Path, tmp_path: Path) -> Path:
    return shutil.copytree(ready, tmp_path / "record")


def ids(record: Path) -> tuple[str, str]:
    """The statement, and the utterance of its answer."""
    with Record.open(record) as held:
        name = held.statements()[0].id
        return name, next(u.id for u in held.show(name).utterances if u.answers)


def speaker(record: Path) -> str:
    with Record.open(record) as held:
        return next(u.speaker.name for u in held.show(ids(record)[0]).utterances if u.answers and u.speaker)


def test_a_judged_speaker_is_found_shown_and_outlives_relabelling(record: Path) -> None:
    """Search, show and filters follow the judgement; relabelling replays it; check finds nothing."""
    with Record.open(record, write=True) as held:
        (made,) = held.judge(ids(record)[1], "Ana", speaker="Edda Lorne")
        assert (made.id, made.by) == (1, "Ana")
        assert [r.reason for r in held.judgements()] == [""]
        assert held.search("opposes", Filters(actor="edda-lorne")).hits[0].speaker == "Edda Lorne"
        assert {r.outcome for r in held.relabel(workers=1)} == {"same"}
    assert speaker(record) == "Edda Lorne"
    with Record.open(record) as held:
        assert list(held.check()) == []


def test_a_claim_that_was_judged_is_found_by_its_id_of_before(record: Path) -> None:
    """Two judgements on one claim, with the id that was printed before the first; one of them removes it."""
    name = ids(record)[1]
    with Record.open(record, write=True) as held:
        held.judge(name, "Ana", wrong="yes")
        held.judge(name, "Ben", capacity="envoy")
        assert [r.reason for r in held.judgements()] == ["", Unapplied.OVERRULED]
        held.undo(1, "Ana")
        assert [r.reason for r in held.judgements()] == [Unapplied.UNDONE, "", ""]


def test_undoing_brings_the_rules_back(record: Path) -> None:
    """An undone judgement stays listed and has no effect; its labels are those of the rules."""
    before = speaker(record)
    with Record.open(record, write=True) as held:
        held.judge(ids(record)[1], "Ana", speaker="Edda Lorne")
        held.undo(1, "Ben")
        assert [r.reason for r in held.judgements()] == [Unapplied.UNDONE, ""]
        with pytest.raises(InputError, match="no judgement 9"):
            held.undo(9, "Ben")
        with pytest.raises(InputError, match="judgement 1 is undone already, by 2;"):
            held.undo(1, "Ben")
        held.undo(2, "Ben")
        assert [r.reason for r in held.judgements()] == ["", Unapplied.UNDONE, ""]
        held.undo(1, "Ben")
    assert speaker(record) == before


def test_a_judged_date_orders_and_filters(record: Path) -> None:
    """Lists and periods follow a judged date."""
    with Record.open(record, write=True) as held:
        held.judge(ids(record)[0], "Ana", date="2031-05")
        listed = held.statements(Filters(since="2031", until="2031"))
        assert [(s.date, s.date_sure) for s in listed] == [("2031-05", True)]


def test_names_are_merged_in_documents_added_later(record: Path, tmp_path: Path) -> None:
    """A judgement about names holds for every document, those to come too."""
    (tmp_path / "later.txt").write_text(QA.replace("talk", "speak"), encoding="utf-8")
    with Record.open(record, write=True) as held:
        held.judge_names("Edda Lorne", "Foreign Ministry Spokesperson", "Ana", same=True)
        held.add([tmp_path / "later.txt"], workers=1)
        hits = held.search("opposes", Filters(actor="edda-lorne")).hits
        assert len(hits) == 2
        assert list(held.check()) == []


def test_a_judgement_kept_before_a_kill_is_applied_at_the_next_write(record: Path) -> None:
    """What is on the disk when the process dies waits, says so, and is applied when the record is opened to write."""
    with Store.open(record, write=True) as store:
        claim = store.claim(ids(record)[1])
        hand = Hand("Ana", "2031-05-04")
        store.judge([judgement_of(claim.text, claim.what, ("speaker", "Edda Lorne"), hand, load())])
    with Record.open(record) as held:
        assert [r.reason for r in held.judgements()] == [Unapplied.WAITING]
        assert list(held.check()) == []
    Record.open(record, write=True).close()
    assert speaker(record) == "Edda Lorne"
    with Record.open(record) as held:
        assert [r.reason for r in held.judgements()] == [""]


def test_a_text_that_is_not_held_is_said(record: Path) -> None:
    """A judgement about other characters is kept and listed with its reason."""
    with Store.open(record, write=True) as store:
        claim = store.claim(ids(record)[1])
        text = type(claim.text)("0" * 64, "", "", claim.text.chars)
        made = judgement_of(text, claim.what, ("wrong", "yes"), Hand("Ana", "2031"), load())
        store.judge([made])
    with Record.open(record, write=True) as held:
        assert [r.reason for r in held.judgements()] == [Unapplied.NOT_HELD]


def test_a_changed_judgement_is_found(record: Path) -> None:
    """Rows of judgements have hashes: one that was changed is neither shown nor sound."""
    with Record.open(record, write=True) as held:
        held.judge(ids(record)[1], "Ana", wrong="yes")
    connection = apsw.Connection(str(record / "record.sqlite"))
    connection.execute("UPDATE judgement SET by = 'Ben'").fetchall()
    connection.close()
    with Record.open(record) as held:
        assert "row" in {f.kind for f in held.check()}
        with pytest.raises(InputError, match="damaged"):
            held.judgements()


def test_an_unknown_claim_is_one_sentence(record: Path) -> None:
    """An id that no longer holds, or is none, says where to find ids."""
    with Record.open(record, write=True) as held:
        for name in ("uffffffff", "pffffffff", "sffffffff", "x"):
            with pytest.raises(InputError, match=r"id|begins"):
                held.judge(name, "Ana", wrong="yes")


def test_better_rules_keep_the_judgement(record: Path) -> None:
    """Labels made again, with other rules and ends that moved a little, carry the judgement; the rules' stay below."""
    with Store.open(record, write=True) as store:
        claim = store.claim(ids(record)[1])
        hand = Hand("Ana", "2031-05-04")
        judging.keep(store, [judgement_of(claim.text, claim.what, ("speaker", "Edda Lorne"), hand, load())])
        sha256 = store.statement(ids(record)[0]).source
        base = store.machine_dossier(sha256)
        changed = tuple(
            replace(u, rule="turn/better", span=Span(u.span.start, u.span.end - 2)) if u.id == claim.what.id else u  # type: ignore[union-attr]
            for u in base.utterances
        )
        store.relabel([replace(base, utterances=changed)])
        judging.catch_up(store)

        now = next(u for u in store.dossier(sha256).utterances if u.rule == "turn/better")
        assert now.speaker is not None
        assert now.speaker.name == "Edda Lorne"
        assert now.evidence[0].where.endswith("over turn/better (Foreign Ministry Spokesperson)")
        assert store.machine_dossier(sha256).utterances == changed
        assert judging.catch_up(store) == 0
        assert list(store.check()) == []


def test_judging_reaches_every_copy_of_the_characters(record: Path, tmp_path: Path) -> None:
    """Other bytes with the same characters, added later, are judged too."""
    with Record.open(record, write=True) as held:
        held.judge(ids(record)[1], "Ana", speaker="Edda Lorne")
        (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + QA.encode())
        held.add([tmp_path / "bom.txt"], workers=1)
        assert held.counts()["text"] == 1
        assert [h.speaker for h in held.search("opposes").hits] == ["Edda Lorne"] * 2
