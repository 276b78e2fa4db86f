"""Floors of the sets of events: PLOVER records, multi-rater sentences, UN speeches, scored by their own scorer."""

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

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["events"]
SETS = {
    "plover_verbal": ("plover_verbal.jsonl", "plover_gsr", "events"),
    "multirater": ("cameo_multirater.jsonl", "multirater", "events"),
    "unscon": ("unscon_sentences.jsonl", "unscon", "unscon"),
}


def number_after(text: str, words: str) -> float:
    """The number that stands after some words in what the scorer prints."""
    return float(text.split(words, 1)[1].split()[0].strip("|,"))


def run(script: Path, *arguments: object) -> str:
    """What a script prints."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", SETS)
def test_events_keep_their_floors(name: str, shared: Path, tmp_path: Path) -> None:
    """No figure of a set is below its floor."""
    file, kind, wanted = SETS[name]
    gold = shared / "eval" / "events" / file
    rows: list[dict[str, Any]] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    lines = [msgspec.json.encode({"id": r["id"], "text": r["text"]}) for r in rows]
    dossiers, pred = tmp_path / "dossiers.jsonl", tmp_path / "pred.jsonl"
    dossiers.write_bytes(b"".join(encode(r) + b"\n" for r in process_lines(lines, gold.parent, workers=2)))
    pred.write_text(run(shared / "eval" / "to_pred.py", wanted, dossiers), encoding="utf-8")
    shown = run(shared / "eval" / "score_events.py", gold, pred, "--kind", kind).splitlines()[0]
    found = {words: number_after(shown, words) for words in FLOORS[name]}
    assert {w: n for w, n in found.items() if n < FLOORS[name][w]} == {}


def test_the_number_is_the_one_after_the_words() -> None:
    """The number read is the one after the words, and a missing one is an error."""
    assert number_after("P 1.0 R 2.0 F1 3.5 | source 4.0 (n=1)", "F1") == 3.5
    with pytest.raises(IndexError):
        number_after("P 1.0", "F1")
