"""Quotations and speakers measured on the evaluation sets: gold, PolNeAR dev and PUD, through the whole line.

Reads texts, runs ``pipeline.process``, writes dossiers to a temporary folder and prints what the scorers beside the
evaluation texts say, with words per second of the annotate step's process time. Nothing is tuned here.

    python bench/quotes.py [SET ...]          # gold polnear_dev pud_en pud_zh pud_fr pud_es pud_ru pud_ar
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord import annotate, knowledge, readers, structure
from onrecord.errors import Refused
from onrecord.export import dossier as published
from onrecord.model import Dossier, Made, Told, make_source
from onrecord.version import VERSION

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
SETS = ("gold", "polnear_dev", "pud_en", "pud_zh", "pud_fr", "pud_es", "pud_ru", "pud_ar")


def texts(name: str) -> list[tuple[str, str, str]]:
    """Id, text and language ("" when the set does not say) of every document of a set."""
    if name == "gold":
        files = sorted((SHARED / "eval" / "gold").glob("*.json"))
        return [(g["id"], g["text"], "") for g in map(_json, files)]
    lang = name.removeprefix("pud_") if name.startswith("pud_") else "en"
    lines = (SHARED / "eval" / "quotes" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(g["doc_id"], g["text"], lang) for g in map(json.loads, lines)]


def _json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def run(name: str, out: Path) -> tuple[int, float, float]:
    """Write the dossiers of a set; words, seconds in annotate, seconds in all."""
    know = knowledge.load()
    words, inside = 0, 0.0
    begin = time.process_time()
    with out.open("w", encoding="utf-8") as file:
        for key, chars, lang in texts(name):
            told = (Told("lang", lang, "caller"),) if lang else ()
            source = make_source(chars.encode(), "text/plain", key, told=told)
            try:
                text = readers.read(source).text
            except Refused:
                continue
            labelled = structure.label(source, text, know)
            at = time.process_time()
            marks = annotate.annotate(source, text, labelled.blocks, labelled.statements, know)
            inside += time.process_time() - at
            words += len(chars.split())
            dossier = Dossier(
                source=source,
                text=text,
                blocks=labelled.blocks,
                statements=labelled.statements,
                utterances=marks.utterances,
                occurrences=marks.occurrences,
                notices=(*labelled.notices, *marks.notices),
                made=Made(VERSION, text.reader, know.fingerprint),
            )
            shape = published.encode(published.shape(dossier)).decode()
            file.write(f'{{"id": {json.dumps(key)}, "dossier": {shape}}}\n')
    return words, inside, time.process_time() - begin


def score(name: str, dossiers: Path, folder: Path) -> str:
    """What the evaluation's own scorer prints."""
    tools = SHARED / "eval"
    if name == "gold":
        done = _call(tools / "score_gold.py", tools / "gold", dossiers)
        return "\n".join(x for x in done.splitlines() if x.startswith(("turn", "utterance", "formula")))
    predicted = folder / f"{name}.pred"
    predicted.write_text(_call(tools / "to_pred.py", "quotes", dossiers), encoding="utf-8")
    done = _call(tools / "score_quotes.py", tools / "quotes" / f"{name}.jsonl", predicted)
    return "\n".join(x for x in done.splitlines() if x.startswith(("quotes", "by_type", "quoted")))


def _call(*command: object) -> str:
    return subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True).stdout


def main(names: list[str]) -> None:
    """Measure the sets named, or all."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in names or SETS:
            words, inside, whole = run(name, folder / f"{name}.jsonl")
            speed = f"annotate {words / inside:,.0f} words/s, whole line {words / whole:,.0f} words/s"
            print(f"== {name}: {words:,} words, {speed}")
            print(score(name, folder / f"{name}.jsonl", folder), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
