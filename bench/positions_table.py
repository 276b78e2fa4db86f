"""The table of positions at many positions: python bench/positions_table.py [--positions N] [--each M] [--keep FOLDER]

Fills a record with made-up documents of M positions each (40 actors, 60 measures, a third of the targets known to no
pack), then asks for the whole table, one actor's row, the table as of a day, and the quotations of one cell. Prints the
median and the longest of five runs by the clock, and the CPU time of the median. Knowledge is loaded before.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.knowledge import load
from onrecord.knowledge.codes import ACTS
from onrecord.model import (
    Block,
    Dossier,
    Layout,
    Made,
    Position,
    Span,
    Speaker,
    Statement,
    Target,
    Utterance,
    make_source,
    make_text,
)  # fmt: skip
from onrecord.record.standing import Wanted, positions, quotations
from onrecord.store import Entry, Store

RUNS, BATCH = 5, 256
HOLDERS = [(f"X{i}", f"Actor {i}") for i in range(30)] + [(None, f"Body number {i}") for i in range(10)]


def dossier(number: int, each: int, chance: random.Random) -> Dossier:
    """A document with ``each`` sentences, every one a position."""
    lines, spans, at = [], [], 0
    for i in range(each):
        words = f"Document {number}: sentence {i} objects to measure {chance.randrange(90)} of the harbour."
        lines.append(words)
        spans.append(Span(at, at + len(words)))
        at += len(words) + 1
    chars = "\n".join(lines)
    source = make_source(chars.encode(), "text/plain", f"{number}.txt")
    text = make_text(source, "bench/1", chars, Layout(), ())
    day = f"{chance.randrange(2020, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    whole = Span(0, len(chars))
    statement = Statement(f"s{number:08}", whole, "en", "report", day if chance.random() < 0.9 else day[:7])
    voice = Utterance(f"u{number:08}", whole, "narration", "bench", statement.id)
    found = tuple(_position(voice.id, span, chars, chance) for span in spans)
    blocks = tuple(Block("body", span, "en", 1.0, "bench") for span in spans)
    return Dossier(source, text, blocks, (statement,), (voice,), found, made=Made("bench", "bench/1", ""))


def _position(voice: str, span: Span, chars: str, chance: random.Random) -> Position:
    start = chars.index("measure", span.start)
    target, measure = Span(start, chars.index(" of", start)), int(chars[start + 8 : chars.index(" of", start)])
    actor, name = chance.choices(HOLDERS, weights=range(len(HOLDERS), 0, -1))[0]
    return Position(
        voice, span, Speaker(name, actor), chance.choice(ACTS), Span(start - 11, start - 1), "bench",
        Target(target, f"the.measure.{measure}" if measure < 60 else None), negated=chance.random() < 0.05,
    )  # fmt: skip


def fill(store: Store, count: int, each: int) -> None:
    """Put documents until there are ``count`` positions."""
    chance = random.Random(7)
    made = [dossier(i, each, chance) for i in range(count // each)]
    for at in range(0, len(made), BATCH):
        store.put([Entry(d) for d in made[at : at + BATCH]])


def measure(name: str, ask: Callable[[], int]) -> None:
    """Print how long a question takes."""
    clock, cpu = [], []
    for _ in range(RUNS):
        begin, began = time.perf_counter(), time.process_time()
        size = ask()
        clock.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - began)
    middle, most, used = sorted(clock)[RUNS // 2], max(clock), sorted(cpu)[RUNS // 2]
    print(f"{name:<28} {middle:6.3f} s  longest {most:6.3f} s  cpu {used:6.3f} s  {size} cells or quotations")


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--positions", type=int, default=200_000)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    folder = args.keep or Path(tempfile.mkdtemp(prefix="onrecord-bench-"))
    if not (folder / "record.sqlite").exists():
        begin = time.perf_counter()
        with Store.open(folder, write=True, create=True) as store:
            fill(store, args.positions, args.each)
        print(f"filled in {time.perf_counter() - begin:.0f} s")
    began = time.process_time()
    sum(range(20_000_000))
    print(f"yardstick: the sum of 20 million numbers takes {time.process_time() - began:.2f} s of CPU on this machine")
    know = load()
    with Store.open(folder, write=False) as store:
        print(f"{store.counts()['position']} positions in {store.counts()['statement']} statements")
        measure("the whole table", lambda: len(positions(store, know, Wanted()).cells))
        measure("one actor", lambda: len(positions(store, know, Wanted(actor="X3")).cells))
        measure("as of a day", lambda: len(positions(store, know, Wanted(as_of="2023-06-30")).cells))
        measure(
            "one cell, 100 quotations", lambda: len(quotations(store, know, ("X3", "the.measure.5"), Wanted(), 100))
        )


if __name__ == "__main__":
    main()
