"""Press quotations against official texts keep their floors."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

from onrecord.compare.receipts import shape
from onrecord.knowledge import load
from onrecord.record import quoting, verifying

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["verify"]


def test_verdicts_on_press_quotations_keep_their_floors(shared: Path, tmp_path: Path) -> None:
    """The shared scorer's figures are not below the pinned ones."""
    folder, know = shared / "eval" / "verify", load()
    with (folder / "quotes.jsonl").open("rb") as stream:
        asked = quoting.of_lines(stream)
    with gzip.open(folder / "official.jsonl.gz", "rb") as texts, quoting.lines_to_ask(texts, know) as corpus:
        found = verifying.receipts(corpus, know, asked)
    out = tmp_path / "verdicts.jsonl"
    out.write_text("".join(json.dumps(shape(one)) + "\n" for one in found), encoding="utf-8")
    scorer = [sys.executable, str(folder / "score.py"), str(folder / "quotes.jsonl"), str(out)]
    figures = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout.splitlines()[-1])
    for name, floor in FLOORS.items():
        assert figures[name] >= floor, figures
