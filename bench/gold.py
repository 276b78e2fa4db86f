"""Score the program on the hand-made gold: bench/gold.py [--shared PATH] [--only ID ...] [--blocks] [--each] [--blind]

Runs ``process`` on each gold text as given (no title, date or outlet is told), writes the dossiers to a temporary
file and calls the evaluation's own scorer on it. ``--blocks`` prints each stretch whose kind or language differs from
the gold; ``--each`` the share of characters right for each document and outlet; ``--blind`` knows only the set
formulations of people who had read no mark of the gold (``blind.py``). Exit 1 when a floor of FLOORS is missed.
Not here: the scorer (it comes with the evaluation material), tuning.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from blind import count, only_blind

from onrecord.errors import Refused
from onrecord.export.dossier import encode, shape
from onrecord.knowledge import Knowledge, load
from onrecord.model import Dossier, Told, make_source
from onrecord.pipeline import process

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {"block_kind": 93.0, "block_kind_macro_f1": 80.0, "block_lang": 98.0, "form": 85.0, "illegible_noticed": 100.0}


def read_gold(folder: Path, only: list[str]) -> list[dict[str, Any]]:
    """The gold documents, all or those named."""
    paths = sorted(folder.glob("*.json"))
    return [json.loads(p.read_text(encoding="utf-8")) for p in paths if not only or p.stem in only]


def dossier_of(gold: dict[str, Any], know: Knowledge) -> Dossier | None:
    """What the program makes of a gold text; None when it refuses it."""
    told = (Told("charset", "utf-8", "caller"),)
    source = make_source(gold["text"].encode("utf-8", "surrogatepass"), "text/plain", gold["id"], told=told)
    try:
        return process(source, know)
    except Refused:
        return None


def score(folder: Path, dossiers: dict[str, Dossier | None], misses: bool) -> dict[str, Any]:
    """The figures of the evaluation's scorer; its table is printed."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "dossiers.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for ident, dossier in dossiers.items():
                shown = json.loads(encode(shape(dossier))) if dossier else None
                out.write(json.dumps({"id": ident, "dossier": shown}, ensure_ascii=False) + "\n")
        command = [sys.executable, str(folder.parent / "score_gold.py"), str(folder), str(path)]
        print(subprocess.run([*command, *(["--misses"] if misses else [])], capture_output=True, text=True).stdout)
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def marks(gold: dict[str, Any], dossier: Dossier) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """For each character: gold kind, found kind, gold language, found language (primary subtags)."""
    rows: list[list[str | None]] = [[None] * 4 for _ in gold["text"]]
    for s in gold["segments"]:
        for i in range(s["start"], s["end"]):
            rows[i][0], rows[i][2] = s["role"], (s["lang"] or "").split("-")[0]
    for b in dossier.blocks:
        for i in range(b.span.start, min(b.span.end, len(rows))):
            rows[i][1], rows[i][3] = b.kind, b.lang.split("-")[0]
    return [(a, b, c, d) for a, b, c, d in rows]


def each(gold: dict[str, Any], dossier: Dossier) -> str:
    """One line: shares of characters right, form, turns."""
    rows = [r for r, c in zip(marks(gold, dossier), gold["text"], strict=True) if not c.isspace() and r[0]]
    kind = sum(a == b for a, b, _, _ in rows) / len(rows)
    lang = sum(c == d for _, _, c, d in rows) / len(rows)
    form = max(dossier.statements, key=lambda s: len(s.span)).form if dossier.statements else "-"
    same = "=" if form == gold["doc"]["kind"] else "x"
    shares = f"kind {100 * kind:5.1f} lang {100 * lang:5.1f}"
    return f"{gold['id']} {gold.get('outlet') or '-':45.45} {shares} form {form} {same} {gold['doc']['kind']}"


def differences(gold: dict[str, Any], dossier: Dossier) -> list[str]:
    """Stretches whose kind or language differs, with the rule that decided."""
    text, rows, lines, at = gold["text"], marks(gold, dossier), [], 0
    while at < len(text):
        end = at + 1
        while end < len(text) and rows[end] == rows[at]:
            end += 1
        wanted, got, lang, found = rows[at]
        stretch = text[at:end]
        if stretch.strip() and wanted and (wanted != got or lang != found):
            rule = next((b.labeller for b in dossier.blocks if b.span.start <= at < b.span.end), "?")
            lines.append(f"  {wanted}/{lang} -> {got}/{found} [{rule}] {len(stretch)} {stretch[:70]!r}")
        at = end
    return lines


def main() -> int:
    """Run, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--blocks", action="store_true")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--blind", action="store_true")
    args = parser.parse_args()
    folder, know = args.shared / "eval" / "gold", load()
    golds = read_gold(folder, args.only)
    know = only_blind(know) if args.blind else know
    if args.blind:
        print(f"{count(know)} forms of set formulations written blind")
    if not golds:
        print(f"there is no gold in {folder}; give its folder with --shared")
        return 2
    dossiers = {g["id"]: dossier_of(g, know) for g in golds}
    for gold in golds:
        dossier = dossiers[gold["id"]]
        if dossier and not gold.get("illegible") and (args.each or args.blocks):
            print(each(gold, dossier))
            print("\n".join(differences(gold, dossier)) if args.blocks else "", end="\n" if args.blocks else "")
    if args.only:
        return 0
    figures = score(folder, dossiers, args.misses)
    missed = [f"{k} {figures[k]} < {floor}" for k, floor in FLOORS.items() if (figures[k] or 0) < floor]
    print("floors held" if not missed else "BELOW FLOOR: " + "; ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
