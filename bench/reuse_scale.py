"""Shared passages in large corpora: growth of cost with the number of documents, memory, one more text among many.

The documents come from a word chain of order 2 over 4,000 real texts, as the evaluation's generator makes those past
its base text (here for all of them, so that every size is of one kind, and a hundred times faster): they hold no
planted passage and share more short runs of words than real texts do, which is the hard case for cost.

    python bench/reuse_scale.py [--sizes 5000 20000 100000] [--held 0] [--gigabyte]

CPU seconds are those of ``onrecord reuse`` as a process, with start-up; ``--held`` adds 100 texts one by one to
an index that holds so many; ``--gigabyte`` makes documents until the file has 10**9 bytes and runs them under 4 GiB.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from onrecord.text import passages
from onrecord.trace import telling
from onrecord.trace.index import PassageIndex

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
BASE, TEXTS = SHARED / "bulk" / "whitehouse_en.jsonl.gz", 4000
WORDS, SHORTEST, LONGEST, TOGETHER = 1000, 2000, 5800, 2000
PROGRAM = "import sys; sys.modules['scipy'] = None; from onrecord.cli import main; main()"
MORE = 100
FILLED = 10_000  # texts put into the index together


def documents(seed: int = 1) -> Iterator[str]:
    """Documents without end: each word follows the two before it as somewhere in the base text."""
    with gzip.open(BASE, "rt", encoding="utf-8") as lines:
        words = " ".join(json.loads(line)["text"] for line in islice(lines, TEXTS)).split()
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    known, ids = list(numbers), np.array([numbers[word] for word in words], np.int64)
    pair = ids[:-2] * len(known) + ids[1:-1]
    order = np.argsort(pair, kind="stable")
    starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
    sizes = np.diff(starts, append=len(pair))
    begin, size = np.empty_like(order), np.empty_like(order)
    begin[order], size[order] = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    source = np.random.default_rng(seed)
    while True:
        at = source.integers(0, len(pair) - 1, TOGETHER)
        rows = np.empty((WORDS, TOGETHER), np.int64)
        for row in rows:
            chosen = order[begin[at] + (source.random(TOGETHER) * size[at]).astype(np.int64)]
            row[:] = ids[chosen + 2]
            at = np.minimum(chosen + 1, len(pair) - 1)
        for column, length in zip(rows.T.tolist(), source.integers(SHORTEST, LONGEST, TOGETHER).tolist(), strict=True):
            yield " ".join([known[number] for number in column])[:length]


def written(file: Path, count: int, most: float = math.inf) -> int:
    """Lines of JSON until there are ``count`` or ``most`` bytes; the bytes. In a process of its own, whose memory does
    not count for the one that is measured after it."""
    writer = multiprocessing.get_context("spawn").Process(target=write, args=(file, count, most))
    writer.start()
    writer.join()
    return file.stat().st_size


def write(file: Path, count: int, most: float) -> None:
    """What ``written`` does."""
    size = 0
    with file.open("w", encoding="utf-8") as out:
        for number, text in enumerate(islice(documents(), count)):
            size += out.write(json.dumps({"id": number, "text": text}) + "\n")
            if size >= most:
                break


def whole(file: Path, size: int) -> float:
    """All pairs of a file in a process of its own: its CPU seconds."""
    pairs = file.with_suffix(".pairs")
    child = subprocess.Popen([sys.executable, "-c", PROGRAM, "reuse", str(file), "--out", str(pairs)])
    _, status, used = os.wait4(child.pid, 0)
    cpu = used.ru_utime + used.ru_stime
    with pairs.open("rb") as lines:
        found = sum(1 for _ in lines)
    print(
        f"  {size / 1e6:.0f} MB: {cpu:.1f} CPU s, {size / cpu / 1e6:.1f} MB/CPU s, {used.ru_maxrss / 1024:.0f} MiB at"
        f" most, {found:,} pairs" + (f", STATUS {status}" if status else ""),
        flush=True,
    )
    return cpu


def one_more(folder: Path, held: int) -> None:
    """Texts added one by one to an index that holds many; what those share is not looked for, and hangs on nothing."""
    index, texts = PassageIndex(folder / "index", telling.known()), documents(2)
    begin, none = time.process_time(), passages.Passages(np.empty((0, 13), np.int64))
    for first in range(0, held, FILLED):
        batch = [(first + number, first + number, text) for number, text in enumerate(islice(texts, FILLED))]
        new = passages.units([text for _, _, text in batch])
        index._append(new, passages.shingles(new, len(index.held.units), index.settings), none, batch)
    print(f"  {len(index):,} held after {time.process_time() - begin:.0f} CPU s (making the texts too)", flush=True)
    spent = []
    for number, text in enumerate(islice(texts, MORE), held):
        begin = time.process_time()
        index.add([(number, number, text)])
        spent.append((time.process_time() - begin) * 1000)
    spent.sort()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  add one: median {statistics.median(spent):.1f} CPU ms, p95 {spent[94]:.1f}; {most:.0f} MiB at most")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[5000, 20_000, 100_000])
    parser.add_argument("--held", type=int, default=0)
    parser.add_argument("--gigabyte", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "docs.jsonl"
        passages.find(["one two three four five six seven eight nine"] * 2)  # compiles, once on a machine
        spent = []
        for count in asked.sizes:
            print(f"{count:,} documents", flush=True)
            spent.append((count, whole(file, written(file, count))))
        for (few, less), (many, more) in pairwise(spent):
            print(f"  from {few:,} to {many:,}: exponent {math.log(more / less) / math.log(many / few):.2f}")
        if len(spent) > 2:
            (few, less), (many, more) = spent[0], spent[-1]
            print(f"  from {few:,} to {many:,}: exponent {math.log(more / less) / math.log(many / few):.2f}")
        if asked.gigabyte:
            print("a gigabyte", flush=True)
            whole(file, written(file, 1 << 40, 1e9))
        if asked.held:
            file.unlink(missing_ok=True)
            one_more(Path(temporary), asked.held)


if __name__ == "__main__":
    main()
