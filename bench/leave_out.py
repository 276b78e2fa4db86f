"""Gold figures with each outlet left out of tuning in turn: python bench/leave_out.py [--shared PATH] [--each]

Rules cannot be unlearned, data can: for each outlet of the gold, every entry of the languages' printed labels that
matches a document of this outlet and no gold document of another one is taken away, as if the outlet had never been
seen, and so are all publishers' own patterns. Its documents are then labelled without them. Prints how many entries
went and the shared scorer's figures over all documents so labelled, beside those with everything in place. Entries that
anybody would have written unseen ("secretary", "вопрос") go too, so the figure is a floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import re2

from onrecord.export.dossier import encode, shape
from onrecord.knowledge import Knowledge, Language, load
from onrecord.model import Told, make_source
from onrecord.pipeline import process

FIGURES = (
    "block_kind", "block_kind_macro_f1", "block_lang", "turn_speaker", "date", "date_where_stated", "form",
)  # fmt: skip


def hits(entry: str, text: str) -> bool:
    """True when a label or pattern stands in a text."""
    if entry.lower() in text.lower():
        return True
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 28
    try:
        return re2.compile(f"(?im){entry}", options).search(text) is not None
    except re2.error:
        return False


def without(know: Knowledge, mine: str, others: str) -> tuple[Knowledge, list[str]]:
    """The knowledge without entries that only ``mine`` shows; gives the entries taken away, too."""
    gone: list[str] = []

    def kept(entries: tuple[str, ...]) -> tuple[str, ...]:
        only = {e for e in entries if hits(e, mine) and not hits(e, others)}
        gone.extend(sorted(only))
        return tuple(e for e in entries if e not in only)

    def pruned(language: Language) -> Language:
        labels = language.labels
        changed = {f.name: kept(getattr(labels, f.name)) for f in fields(labels)}
        return replace(language, labels=replace(labels, **changed))

    bare = tuple(replace(p, furniture=(), dateline=()) for p in know.publishers)
    languages = tuple(pruned(x) for x in know.languages)
    return replace(know, languages=languages, publishers=bare, fingerprint=f"{know.fingerprint}-{len(gone)}"), gone


def line(document: dict[str, Any], know: Knowledge) -> bytes:
    """One line for the scorer."""
    told = (Told("charset", "utf-8", "caller"),)
    dossier = process(make_source(document["text"].encode(), "text/plain", document["id"], told=told), know)
    return b'{"id":"' + document["id"].encode() + b'","dossier":' + encode(shape(dossier)) + b"}\n"


def score(shared: Path, lines: list[bytes]) -> dict[str, Any]:
    """The shared scorer's figures."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        out.write(b"".join(lines))
        out.flush()
        command = [sys.executable, str(shared / "eval/score_gold.py"), str(shared / "eval/gold"), out.name, "--json"]
        found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def main() -> None:
    """Label each outlet's documents without what only that outlet shows, and score them together."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    ask.add_argument("--each", action="store_true", help="name the entries taken away for each outlet")
    given = ask.parse_args()
    documents = [json.loads(p.read_text("utf-8")) for p in sorted((given.shared / "eval/gold").glob("*.json"))]
    outlets: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        outlets[document.get("outlet") or document["id"]].append(document)
    know, taken, lines = load(), 0, list[bytes]()
    for outlet, mine in outlets.items():
        others = "\n".join(d["text"] for d in documents if d not in mine)
        less, gone = without(know, "\n".join(d["text"] for d in mine), others)
        taken += len(gone)
        if given.each:
            print(f"{outlet}: {len(gone)} entries: {gone}")
        lines += [line(d, less) for d in mine]
    whole, left_out = score(given.shared, [line(d, know) for d in documents]), score(given.shared, lines)
    print(f"{len(outlets)} outlets, {taken} entries taken away in all")
    print(f"{'figure':22}{'all data':>10}{'left out':>10}")
    for name in FIGURES:
        print(f"{name:22}{whole[name]:>10}{left_out[name]:>10}")


if __name__ == "__main__":
    main()
