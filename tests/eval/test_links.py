"""Links between the version groups keep their floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from onrecord import Record

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["links"]


def test_links_between_version_groups_keep_their_floors(shared: Path, tmp_path: Path) -> None:
    """The shared scorer's figures over a record made by `add` are not below the pinned ones."""
    folder = shared / "eval" / "versions"
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([folder / "documents.jsonl.gz"], link=True)
        links = record.links()
        ids = record.document_ids([id for one in links for id in (one.one, one.other)])
    rows = [{"a": ids[one.one], "b": ids[one.other], "kind": one.kind, "score": one.score} for one in links]
    out = tmp_path / "links.jsonl"
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scorer = [sys.executable, str(folder / "score.py"), str(folder / "groups.json"), str(out)]
    figures = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    for name, floor in FLOORS.items():
        assert figures[name] >= floor, figures
