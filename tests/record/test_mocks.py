"""Documents that attack their reader, through the real `add`: none stops the run, none harms its neighbours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.limits import DEFAULT
from onrecord.record import Added

QUICK = replace(DEFAULT, worker_wall_s=4, worker_cpu_s=2)
EXPECTED = {
    "allocate": {"timeout_or_memory"},
    "exit": {"worker_killed"},
    "fork-bomb": {"internal_error"},
    "hoard": {"timeout_or_memory"},
    "lie-garbage": {"worker_killed"},
    "segfault": {"worker_killed"},
    "sleep": {"timeout_or_memory"},
    "spin": {"timeout_or_memory"},
}


def _folder(tmp_path: Path) -> Path:
    """Each attack stands between two good documents."""
    for number, order in enumerate(EXPECTED):
        (tmp_path / f"{number}-0-good.txt").write_text(
            f"Statement {number} of the Ministry of Valdoria.", encoding="utf-8"
        )
        (tmp_path / f"{number}-1-{order}.txt").write_text(f"onrecord-mock {order} {number}", encoding="utf-8")
    (tmp_path / "9-good.txt").write_text("The last statement of the Ministry of Valdoria.", encoding="utf-8")
    return tmp_path


def test_attacks_are_set_aside_and_their_neighbours_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attack has its reason, every good document is stored, and the record is sound."""
    monkeypatch.setenv("ONRECORD_MOCK_DOCUMENTS", "1")
    folder = _folder(tmp_path)  # the record is made inside it, and is not read

    with Record.open(tmp_path / "record", write=True, limits=QUICK) as record:
        events = [e for e in record.adding([folder], workers=2) if isinstance(e, Added)]
        findings = list(record.check())

    reasons = {Path(e.locator).stem.partition("-")[2][2:]: e.reason for e in events if e.reason}
    assert {order: reason for order, reason in reasons.items() if reason not in EXPECTED[order]} == {}
    assert set(reasons) == set(EXPECTED)
    assert sum(e.outcome == "new" for e in events) == len(EXPECTED) + 1
    assert findings == []


def test_without_the_switch_a_mock_is_a_text_like_any_other(tmp_path: Path) -> None:
    """Nobody's document is obeyed in earnest."""
    (tmp_path / "mock.txt").write_text("onrecord-mock exit 1", encoding="utf-8")

    with Record.open(tmp_path / "record", write=True) as record:
        assert record.add([tmp_path / "mock.txt"], workers=1).total("new") == 1
