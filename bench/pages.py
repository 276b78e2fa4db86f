"""Score the program on web pages with known main content: bench/pages.py [--set NAME] [--labeller] [--types]

Runs ``process`` on each page (``--labeller``: reader and content labeller alone, every main piece a body and ``h1`` the
headline), writes the dossiers to a temporary file and calls the evaluation's own scorer on it: F1 of main content,
paragraphs lost, page dates. Exit 1 when a floor of FLOORS is missed. On the development pages the shipped weights have
seen the answers: the honest figure there is the cross-validation of ``train_content.py``. Not here: the scorer.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import readers
from onrecord.errors import Refused
from onrecord.export.dossier import encode, shape
from onrecord.knowledge import load
from onrecord.model import Source, make_source
from onrecord.pipeline import process
from onrecord.structure import content

ROOT = Path(__file__).resolve().parent.parent
SETS = ("mfa_2020", "wcxb_dev")
FLOORS = {"mfa_2020": 0.99, "wcxb_dev": 0.86}
DATES_RIGHT, DATES_WRONG = 0.97, 0.005  # shares of the pages whose date is known; nothing may be lost on these pages


def _whole(figures: dict[str, Any]) -> bool:
    """True when no paragraph was lost and the dates are right often enough and wrong seldom enough."""
    dates = figures["published"]
    known = sum(dates.values())
    right, wrong = dates.get("right", 0), dates.get("wrong", 0)
    return not figures["paragraphs_lost"] and right >= DATES_RIGHT * known and wrong <= DATES_WRONG * known


def pages(path: Path) -> Iterator[dict[str, Any]]:
    """The pages of an evaluation file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def source_of(page: dict[str, Any]) -> Source:
    """A page as a source, with nothing told but its address."""
    data = base64.b64decode(page["html_base64"]) if "html_base64" in page else page["html"].encode()
    return make_source(data, "text/html", page.get("url") or page["id"])


def whole(source: Source, know: Any) -> dict[str, Any]:
    """The published dossier of a page."""
    found: dict[str, Any] = json.loads(encode(shape(process(source, know))))
    return found


def labelled(source: Source, _: Any) -> dict[str, Any]:
    """As much of a dossier as reader and labeller alone can fill."""
    text = readers.read(source).text
    main = zip(text.layout.pieces, content.score(text), strict=True)
    blocks = [
        {"kind": "headline" if p.tag == "h1" else "body", "start": p.span.start, "end": p.span.end}
        for p, chance in main
        if chance >= content.MAIN and p.tag != "title"
    ]
    return {"text": {"chars": text.chars}, "blocks": blocks, "statements": []}


def score(path: Path, make: Any, kept: set[str] | None = None) -> dict[str, Any]:
    """What the evaluation's scorer says of one set."""
    know, ids = load(), []
    with tempfile.TemporaryDirectory() as scratch:
        out, chosen = Path(scratch) / "dossiers.jsonl", Path(scratch) / "pages.jsonl.gz"
        with out.open("w", encoding="utf-8") as lines, gzip.open(chosen, "wt", encoding="utf-8") as gold:
            for page in pages(path):
                ident = page.get("id") or page["url"]
                if kept is not None and ident not in kept:
                    continue
                ids.append(ident)
                gold.write(json.dumps(page) + "\n")
                try:
                    dossier = make(source_of(page), know)
                except Refused:
                    dossier = None
                lines.write(json.dumps({"id": ident, "dossier": dossier}) + "\n")
        command = [sys.executable, str(path.parent / "score.py"), str(chosen), str(out)]
        figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


def main() -> int:
    """Print the scorer's figures for each set asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--labeller", action="store_true", help="reader and content labeller alone")
    parser.add_argument("--types", action="store_true", help="also by page type, where pages have one")
    args = parser.parse_args()
    missed = 0
    for name in args.set or SETS:
        path, make = args.shared / "eval" / "pages" / f"{name}.jsonl.gz", labelled if args.labeller else whole
        figures = score(path, make)
        print(name, figures, flush=True)
        missed += figures["F1"] < FLOORS[name] or (name == "mfa_2020" and not args.labeller and not _whole(figures))
        by_type: dict[str, set[str]] = {}
        for page in pages(path) if args.types else ():
            by_type.setdefault(page.get("page_type", "-"), set()).add(page.get("id") or page["url"])
        for kind, idents in sorted(by_type.items()):
            print(f"  {kind}:", score(path, make, idents), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
