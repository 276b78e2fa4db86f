"""Positions measured on the evaluation sets: gold documents, PLOVER records, multi-rater sentences, UN speeches.

Runs readers, structure and annotate on each text as given, writes dossiers to a temporary folder and prints what the
scorers beside the evaluation texts say: all, and the two halves by a hash of the id (rules are made on the first and
confirmed on the second). For the gold also each language, each act, and a baseline whose holder is always the
document's state; for annotate the words per second of process time. Nothing is tuned here.

    python bench/positions.py [SET ...] [--misses] [--keep FOLDER]     # gold plover_verbal plover_gsr multirater unscon
"""

from __future__ import annotations

import argparse
import collections
import copy
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord import annotate, knowledge, readers, structure
from onrecord.errors import Refused
from onrecord.export import dossier as published
from onrecord.model import Dossier, Made, make_source
from onrecord.version import VERSION

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
EVAL = SHARED / "eval"
FILES = {
    "plover_verbal": ("plover_verbal.jsonl", "plover_gsr"),
    "plover_gsr": ("plover_gsr.jsonl", "plover_gsr"),
    "multirater": ("cameo_multirater.jsonl", "multirater"),
    "unscon": ("unscon_sentences.jsonl", "unscon"),
}
POSITION_ROWS = ("position_found", "position_act", "position_act_holder", "position_full")
Row = dict[str, Any]


def texts(name: str) -> list[Row]:
    """The rows of a set: at least id and text."""
    if name == "gold":
        return [json.loads(p.read_text(encoding="utf-8")) for p in sorted((EVAL / "gold").glob("*.json"))]
    lines = (EVAL / "events" / FILES[name][0]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def half(row: Row) -> int:
    """0 or 1, by the id."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % 2


def process(rows: list[Row]) -> tuple[dict[str, Row], float]:
    """Shown dossiers by id, and words per second of annotate."""
    know = knowledge.load()
    words, inside = 0, 0.0
    shown: dict[str, Row] = {}
    for row in rows:
        source = make_source(row["text"].encode(), "text/plain", row["id"])
        try:
            text = readers.read(source).text
        except Refused:
            continue
        labelled = structure.label(source, text, know)
        at = time.process_time()
        marks = annotate.annotate(source, text, labelled.blocks, labelled.statements, know)
        inside += time.process_time() - at
        words += len(row["text"].split())
        dossier = Dossier(
            source=source,
            text=text,
            blocks=labelled.blocks,
            statements=labelled.statements,
            utterances=marks.utterances,
            positions=marks.positions,
            occurrences=marks.occurrences,
            notices=(*labelled.notices, *marks.notices),
            made=Made(VERSION, text.reader, know.fingerprint),
        )
        shown[row["id"]] = json.loads(published.encode(published.shape(dossier)))
    return shown, words / inside if inside else 0.0


def write(path: Path, rows: list[Row]) -> Path:
    """Rows as JSON lines."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return path


def ask(script: str, *arguments: object) -> str:
    """What one of the evaluation's scripts prints."""
    command = [sys.executable, str(EVAL / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def score_events(name: str, rows: list[Row], shown: dict[str, Row], folder: Path) -> str:
    """The scorer's figures for some rows of a set of events."""
    kind = FILES[name][1]
    gold = write(folder / "gold.jsonl", rows)
    dossiers = write(folder / "dossiers.jsonl", [{"id": r["id"], "dossier": shown.get(r["id"])} for r in rows])
    wanted = "unscon" if kind == "unscon" else "events"
    pred = folder / "pred.jsonl"
    pred.write_text(ask("to_pred.py", wanted, dossiers), encoding="utf-8")
    return ask("score_events.py", gold, pred, "--kind", kind)


def score_gold(rows: list[Row], shown: dict[str, Row], folder: Path, misses: bool = False) -> Row:
    """The scorer's figures for some gold documents."""
    chosen = folder / "gold"
    shutil.rmtree(chosen, ignore_errors=True)
    chosen.mkdir()
    shutil.copy(EVAL / "gold" / "holders.alias", chosen)
    for row in rows:
        (chosen / f"{row['id']}.json").write_text(json.dumps(row), encoding="utf-8")
    dossiers = write(folder / "dossiers.jsonl", [{"id": r["id"], "dossier": shown.get(r["id"])} for r in rows])
    if misses:
        print(
            "\n".join(x for x in ask("score_gold.py", chosen, dossiers, "--misses").splitlines() if "\tposition\t" in x)
        )
    return dict(json.loads(ask("score_gold.py", chosen, dossiers, "--json")))


def ladder(figures: Row) -> str:
    """Found, + act, + act and holder, full: F1, and precision and recall of found."""
    found = figures["position_found"]
    steps = " / ".join(f"{figures[row]['F1']:.1f}" for row in POSITION_ROWS)
    return f"{steps}   (found P {found['P']} R {found['R']}; gold {found['gold']}, given {found['pred']})"


def only_act(rows: list[Row], shown: dict[str, Row], act: str) -> tuple[list[Row], dict[str, Row]]:
    """The same documents with the positions of one act alone."""
    gold = [{**r, "positions": [p for p in r["positions"] if p["act"] == act]} for r in rows]
    given = {k: {**d, "positions": [p for p in d["positions"] if p["act"] == act]} for k, d in shown.items()}
    return gold, given


def always_state(rows: list[Row], shown: dict[str, Row]) -> dict[str, Row]:
    """The baseline: every position is held by the state that the document's positions name most."""
    changed = copy.deepcopy(shown)
    for row in rows:
        held = changed.get(row["id"], {}).get("positions", [])
        counts = collections.Counter(p["holder"]["actor"] for p in held if p["holder"]["actor"])
        state = counts.most_common(1)[0][0] if counts else None
        for p in held:
            p["holder"] = {"name": state or "", "actor": state, "start": None, "end": None}
    return changed


def language(row: Row) -> str:
    """The primary language of a gold document, by the share of its segments."""
    sizes: collections.Counter[str] = collections.Counter()
    for s in row["segments"]:
        sizes[(s["lang"] or "").split("-")[0]] += s["end"] - s["start"]
    return sizes.most_common(1)[0][0] if sizes else ""


def gold(rows: list[Row], shown: dict[str, Row], folder: Path, misses: bool) -> None:
    """Everything said about the gold documents."""
    print("gold, all       ", ladder(score_gold(rows, shown, folder, misses)))
    for n in (0, 1):
        print(f"gold, half {n}    ", ladder(score_gold([r for r in rows if half(r) == n], shown, folder)))
    for code in sorted({language(r) for r in rows}):
        print(f"gold, {code:9} ", ladder(score_gold([r for r in rows if language(r) == code], shown, folder)))
    print("always the state", ladder(score_gold(rows, always_state(rows, shown), folder)))
    for act in sorted({p["act"] for r in rows for p in r["positions"]}):
        found = score_gold(*only_act(rows, shown, act), folder)["position_act"]
        print(f"   {act:10} P {found['P']:5.1f} R {found['R']:5.1f} F1 {found['F1']:5.1f}  gold {found['gold']}")


def main() -> None:
    """Run the sets named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["gold", *FILES])
    parser.add_argument("--misses", action="store_true", help="print the gold positions that were not found")
    parser.add_argument("--keep", type=Path, help="a folder for the dossiers")
    args = parser.parse_args()
    for name in args.sets:
        rows = texts(name)
        shown, speed = process(rows)
        print(f"== {name}: annotate {speed:,.0f} words/s")
        if args.keep:
            write(args.keep / f"{name}.jsonl", [{"id": k, "dossier": v} for k, v in shown.items()])
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            if name == "gold":
                gold(rows, shown, folder, args.misses)
                continue
            print("all   ", score_events(name, rows, shown, folder))
            for n in (0, 1):
                print(f"half {n}", score_events(name, [r for r in rows if half(r) == n], shown, folder).splitlines()[0])


if __name__ == "__main__":
    main()
