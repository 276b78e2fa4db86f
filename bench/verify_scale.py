"""A whole article verified against a large record: what `onrecord verify` costs as a process, and what of it is start.

    python bench/verify_scale.py FOLDER [--statements 200000] [--quotations 40] [--runs 5]

FOLDER/record is filled once with short statements (stretches of two lines or so of dated corpora in four languages,
put into the store without the readers: verifying alone is measured), FOLDER/article.txt once with quotations between
their marks: of ten, six as they stand, one with a word changed, one with words left out, one of two sentences of
different statements, and one that nothing holds. Printed are the verdicts, and the least and the median of wall and CPU
seconds of: the whole process (interpreter, imports, packs, reading the article, answers), the same without other
languages, one quotation, ``--version`` (the start alone), and the answers alone in a process that has answered once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from search_speed import dossier, in_turn, lines

from onrecord import Record
from onrecord.knowledge import load
from onrecord.record import lines as documents
from onrecord.record import quoting
from onrecord.store import Entry, Store

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
CORPORA = ("whitehouse_en", "xwlb_zh", "cfk_es", "kremlin_ru", "picker_zh", "state_dept_rss_en")
SIZE, BATCH = 160, 512
PROGRAM = "from onrecord.cli import main; main()"
MARKS = {"zh": "“”", "es": "«»", "ru": "«»"}
SAID = {"zh": "发言人说：", "es": "El portavoz dijo: ", "ru": "Представитель заявил: "}


def pieces(name: str) -> Iterator[dict[str, Any]]:
    """Short statements of a corpus: whole lines until there are ``SIZE`` characters, half of that in Chinese."""
    for text in lines(SHARED / "bulk" / f"{name}.jsonl.gz"):
        enough = SIZE // 2 if str(text.get("lang", "")).startswith("zh") else SIZE
        held = ""
        for line in str(text.get("text") or "").splitlines():
            held = f"{held}\n{line.strip()}" if held and line.strip() else held or line.strip()
            if len(held) >= enough:
                yield {"text": held, "lang": text.get("lang"), "date": text.get("date")}
                held = ""


def fill(folder: Path, count: int) -> None:
    """A record of so many statements, and its passages indexed."""
    began = time.process_time()
    with Store.open(folder, write=True, create=True) as store:
        made = (dossier(n, one) for n, one in enumerate(islice(in_turn([pieces(c) for c in CORPORA]), count)))
        entries = (Entry(one) for one in made if one)
        while batch := list(islice(entries, BATCH)):
            store.put(batch)
    print(f"{count} statements put in {time.process_time() - began:.0f} CPU s", flush=True)
    began = time.process_time()
    with Record.open(folder) as record:
        record.verify("words that nobody has ever said anywhere", translations=False)
    print(f"indexed in {time.process_time() - began:.0f} CPU s", flush=True)


def article(folder: Path, count: int) -> str:
    """Paragraphs with a quotation each, in the language of what they quote."""
    chance = random.Random(11)
    with Record.open(folder) as record:
        rows = record._store.connection.execute(
            "SELECT b.lang, t.chars FROM block b JOIN labelling l ON l.id = b.labelling JOIN reading r"
            " ON r.id = l.reading JOIN text t ON t.id = r.text WHERE length(t.chars) BETWEEN 160 AND 400"
        )
        held = [(lang[:2], " ".join(chars.replace("“", "").replace("”", "").split())) for lang, chars in rows]
    held = [one for one in held if not set(one[1]) & set("«»\"'‘’„")]
    told = []
    for number in range(count):
        lang, chars = chance.choice(held)
        words = quoted(chance, number, chars, next(c for x, c in iter(lambda: chance.choice(held), None) if x == lang))
        told.append(f"{SAID.get(lang, 'The spokesperson said: ')}{words.join(MARKS.get(lang, '“”'))}")
    return "\n\n".join(told)


def quoted(chance: random.Random, number: int, chars: str, other: str) -> str:
    """The quotation of a number: see above."""
    spaced = " " in chars[:60]
    parts = chars.split()[:26] if spaced else list(chars[:70])
    more, join = (other.split()[:14] if spaced else list(other[:30])), (" " if spaced else "").join
    way = number % 10
    if way == 6:
        parts[len(parts) // 2] = more[len(more) // 2]
    if way == 7:
        parts[10:14] = ["…"]
    if way == 8:
        parts = parts[:14] + more if spaced else parts[:30] + more
    if way == 9:
        chance.shuffle(parts)
    return join(parts)


def process(*args: str) -> tuple[float, float, str]:
    """Wall and CPU seconds of the program with arguments, and what it printed."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", PROGRAM, *args], capture_output=True, text=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(done.stderr)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def told(name: str, runs: int, run: Callable[[], tuple[float, float, str]]) -> str:
    """Run, print the times, give what was printed last; the first run is not counted."""
    made = [run() for _ in range(runs + 1)][1:]
    wall, cpu = ([one[n] for one in made] for n in (0, 1))
    figures = [f"{min(x):.2f} (median {statistics.median(x):.2f})" for x in (wall, cpu)]  # type: ignore[type-var]
    print(f"{name:32} wall s {figures[0]}  CPU s {figures[1]}", flush=True)
    return str(made[-1][2])


def answered(record: Record, asked: list[Any]) -> tuple[float, float, str]:
    """Wall and CPU seconds of the answers alone."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = record.verify(asked)
    return time.perf_counter() - wall, time.process_time() - cpu, str(len(found))


def main() -> None:
    """Make what is missing, run, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--quotations", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    record, paper = given.folder / "record", given.folder / "article.txt"
    if not record.exists():
        fill(record, given.statements)
    if not paper.exists():
        paper.write_text(article(record, given.quotations), encoding="utf-8")
    verify = ("verify", str(paper), "--against", str(record), "--json")
    said = told("process, article", given.runs, lambda: process(*verify))
    print(dict(Counter(json.loads(line)["verdict"] for line in said.splitlines())))
    told("process, no other languages", given.runs, lambda: process(*verify, "--no-translations"))
    told(
        "process, one quotation", given.runs, lambda: process("verify", "words that nobody has ever said", *verify[2:])
    )
    told("process, --version", given.runs, lambda: process("--version"))
    asked = list(quoting.of_document(documents.process(str(paper)), load()).asked)
    with Record.open(record) as held:
        told("answers alone", given.runs, lambda: answered(held, asked))


if __name__ == "__main__":
    main()
