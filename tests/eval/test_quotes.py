"""Floors of the sets of quotations: US news with speakers, and parallel sentences in six languages.

Lives here: running the line over each set and comparing with ``floors.json``. Not here: scoring (the scorer beside the
sets, ``score_quotes.py``); gold (``test_gate``).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.export.dossier import encode
from onrecord.record.lines import process_lines

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))[
    "quotes"
]


def figure(figures: dict[str, Any], path: str) -> float:
    """A figure by its path; a number picks from precision, recall and F1 ("quotes.found.2")."""
    value: Any = figures
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, list) else value[key]
    return float(value)


def under(figures: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Sentences for the figures under their floor."""
    found = {path: figure(figures, path) for path in floors}
    return [f"{path} is {n}, the floor is {floors[path]}" for path, n in found.items() if n < floors[path]]


def run(script: Path, *arguments: object) -> str:
    """What a script prints."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", FLOORS)
def test_quotations_keep_their_floors(name: str, shared: Path, tmp_path: Path) -> None:
    """No figure of a set is below its floor."""
    gold = shared / "eval" / "quotes" / f"{name}.jsonl"
    lang = name.removeprefix("pud_") if name.startswith("pud_") else "en"
    rows: list[dict[str, Any]] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    lines = [msgspec.json.encode({"id": r["doc_id"], "text": r["text"], "lang": lang}) for r in rows]
    dossiers, predicted = tmp_path / "dossiers.jsonl", tmp_path / "predicted.jsonl"
    dossiers.write_bytes(b"".join(encode(r) + b"\n" for r in process_lines(lines, gold.parent, workers=2)))
    predicted.write_text(run(shared / "eval" / "to_pred.py", "quotes", dossiers), encoding="utf-8")
    figures: dict[str, Any] = json.loads(run(shared / "eval" / "score_quotes.py", gold, predicted, "--json"))
    assert under(figures, FLOORS[name]) == []


def test_a_fall_is_noticed() -> None:
    """A figure under its floor is named, and a floor for a figure that the scorer does not print is an error."""
    figures = {"quotes": {"found": [80.0, 40.0, 53.3], "n_gold": 9}}
    assert under(figures, {"quotes.found.2": 53.0}) == []
    assert under(figures, {"quotes.found.2": 54.0}) == ["quotes.found.2 is 53.3, the floor is 54.0"]
    with pytest.raises(KeyError):
        under(figures, {"quotes.lost": 1.0})
