"""The quality gate: measured figures may not fall below the floors pinned in ``floors.json``.

Lives here: running the line over the evaluation material and comparing with the floors. Not here: scoring (the
scorers beside the material). The material's digest is pinned too, so that a changed corpus is noticed. A floor is
raised when a figure rises; lowering one is a decision that a reviewer must see.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.export.dossier import encode
from onrecord.record.lines import process_lines

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


def below(figures: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Sentences for the figures that are missing or under their floor."""
    found = []
    for name, floor in floors.items():
        value: Any = figures
        for key in name.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is None or value < floor:
            found.append(f"{name} is {value}, the floor is {floor}")
    return found


def corpus_digest(folder: Path) -> str:
    """sha256 over the names and bytes of the gold documents, in order."""
    state = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        state.update(path.name.encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


@pytest.fixture(scope="module")
def gold_figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Figures of the shared scorer on the gold documents, read through the workers as a user would."""
    gold = shared / "eval" / "gold"
    documents = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(gold.glob("*.json"))]
    lines = [msgspec.json.encode({"id": d["id"], "text": d["text"]}) for d in documents]
    out = tmp_path_factory.mktemp("gold") / "dossiers.jsonl"
    out.write_bytes(b"".join(encode(r) + b"\n" for r in process_lines(lines, gold, workers=2)))
    scorer = [sys.executable, str(shared / "eval" / "score_gold.py"), str(gold), str(out), "--json"]
    done = subprocess.run(scorer, capture_output=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def test_gold_figures_keep_their_floors(gold_figures: dict[str, Any]) -> None:
    """No figure on the gold documents is below its floor, and no document failed or changed its text."""
    assert gold_figures["failed"] == 0
    assert gold_figures["text_changed"] == 0
    assert below(gold_figures, FLOORS["gold"]) == []


def test_gold_is_the_corpus_that_was_measured(shared: Path) -> None:
    """The floors belong to this corpus and no other."""
    assert corpus_digest(shared / "eval" / "gold") == FLOORS["gold_digest"]


def test_a_fall_is_noticed() -> None:
    """The comparison fails for a figure under its floor and for one that is missing."""
    assert below({"a": 90.0, "b": {"F1": 50.0}}, {"a": 89.0, "b.F1": 49.0}) == []
    assert below({"a": 88.9}, {"a": 89.0, "c": 1.0}) == ["a is 88.9, the floor is 89.0", "c is None, the floor is 1.0"]
