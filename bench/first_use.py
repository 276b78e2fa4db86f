"""First use against brute force: python bench/first_use.py TEXTS.jsonl.gz... [--texts 600] [--phrases 300] [--plant]

Adds texts of some files (evenly drawn) to a fresh record, draws runs of two to six words (Chinese: three to eight
characters, no punctuation between) from what is said in them, and compares the days of the earliest use in
``Record.trace`` with those that reading every block of every statement finds: words are runs of letters and digits,
case aside, Chinese ones single characters. Prints how many differ and the seconds a trace takes. ``--plant`` leaves
every third statement out of the reading: the comparison must then fail (exit status 1), or it could not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

from onrecord import Record
from onrecord.dates import bounds

SAID = ("headline", "question", "answer", "body")
Days = tuple[str, str] | None


def words(text: str) -> list[str]:
    """Words in lower case."""
    found: list[str] = []
    run = ""
    for char in unicodedata.normalize("NFKC", text).casefold() + " ":
        if char.isalnum() and char < "\u2e80":
            run += char
            continue
        if run:
            found.append(run)
        run = ""
        if char.isalnum():
            found.append(char)
    return found


def said(record: Record) -> list[tuple[Days, str, list[str]]]:
    """For each statement its days, its blocks' words with a bar between blocks, and what is drawn from."""
    held = []
    for one in record.statements(limit=1_000_000):
        shown = record.show(one.id)
        low, high = bounds(one.date or one.published)
        blocks = [b.span.of(shown.text.chars) for b in shown.blocks if b.kind in SAID]
        spoken = " | ".join(" ".join(words(block)) for block in blocks)
        plain = "".join(c if c.isalnum() or c == " " else "|" for block in [*blocks, ""] for c in block + "|")
        held.append(((low, high) if low and high else None, f" {spoken} ", plain.split("|")))
    return held


def earliest(held: list[tuple[Days, str, list[str]]], phrase: str) -> tuple[str | None, str | None]:
    """The days between which the earliest dated use lies."""
    wanted = f" {' '.join(words(phrase))} "
    days = [d for d, spoken, _ in held if d and wanted in spoken]
    return (min(d[0] for d in days), min(d[1] for d in days)) if days else (None, None)


def drawn(source: random.Random, held: list[tuple[Days, str, list[str]]], count: int) -> list[str]:
    """Phrases that stand in the statements."""
    found: list[str] = []
    while len(found) < count:
        run = words(source.choice(source.choice(held)[2]))
        han = bool(run) and run[0] >= "\u2e80"
        size = source.randint(3, 8) if han else source.randint(2, 6)
        if len(run) >= size:
            at = source.randrange(len(run) - size + 1)
            part = run[at : at + size]
            if all((word >= "\u2e80") == han for word in part):
                found.append(("" if han else " ").join(part))
    return found


def main() -> int:
    """Run and print; 1 when a date differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--texts", type=int, default=600)
    parser.add_argument("--phrases", type=int, default=300)
    parser.add_argument("--plant", action="store_true")
    asked = parser.parse_args()
    source = random.Random(3)
    lines = [line for path in asked.files for line in gzip.decompress(path.read_bytes()).splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "in.jsonl"
        keys = ("id", "text", "date", "lang")
        chosen = [json.loads(line) for line in source.sample(lines, asked.texts)]
        rows = [{key: row[key] for key in keys if row.get(key)} for row in chosen]
        given.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        with Record.open(Path(folder) / "record", write=True) as record:
            record.add([given])
            held = said(record)
            phrases = drawn(source, held, asked.phrases)
            read = [row for n, row in enumerate(held) if n % 3] if asked.plant else held
            start, wrong = time.process_time(), list[str]()
            for phrase in phrases:
                found = record.trace(phrase)
                days = found.first.days if found else (None, None)
                if days != earliest(read, phrase):
                    wrong.append(f"{phrase!r}: traced {days}, read {earliest(read, phrase)}")
            each = (time.process_time() - start) / len(phrases)
    right = len(phrases) - len(wrong)
    print(f"{len(held)} statements, {len(phrases)} phrases: {right} first uses as read, {len(wrong)} others")
    print(f"{each:.3f} CPU s for a trace and its reading")
    print("\n".join(wrong[:10]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
