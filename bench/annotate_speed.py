"""The whole annotate stage on one core: python bench/annotate_speed.py TEXTS.jsonl.gz ... [--documents N] [--rounds N]
[--baseline SRC]

Each line of a file is a document with its words under "text". A fresh process reads, labels and annotates half as many
documents as are measured (tables are built, words get known), then annotates each of the others once; CPU seconds of
``annotate`` count alone. With ``--baseline`` (the folder ``src`` of another checkout) a second process takes the same
documents, one after the other in turn with the first, so that both meet the machine in the same moment. Of each
document the least of all rounds counts. Prints for each file words and characters a CPU second, the ratio to the
baseline, and how many texts the two answer differently.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord import annotate, readers, structure
from onrecord.knowledge import Knowledge, load
from onrecord.model import Block, Source, Statement, Text, make_source

HERE = Path(annotate.__file__).parents[2]
Labelled = tuple[Source, Text, tuple[Block, ...], tuple[Statement, ...]]


def texts(path: Path, count: int) -> list[str]:
    """The first documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]


def serve(path: Path, documents: int) -> None:
    """Annotate the next document for every line that comes in: CPU seconds and a digest of the answer go out."""
    know = load()
    pages = list(_labelled(texts(path, documents + documents // 2), know))
    for page in pages[: documents // 2]:
        annotate.annotate(*page, know)
    print(len(pages) - documents // 2, flush=True)
    for page in pages[documents // 2 :]:
        sys.stdin.readline()
        before = time.process_time()
        marks = annotate.annotate(*page, know)
        spent = time.process_time() - before
        print(spent, hashlib.sha256(repr(marks).encode()).hexdigest(), flush=True)


def _labelled(found: list[str], know: Knowledge) -> Iterator[Labelled]:
    for words in found:
        source = make_source(words.encode(), "text/plain", "document")
        text = readers.read(source).text
        labelled = structure.label(source, text, know)
        yield source, text, labelled.blocks, labelled.statements


class Worker:
    """A process that annotates with the code of one checkout."""

    def __init__(self, src: Path, path: Path, documents: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(path), "--documents", str(documents), "--serve"],
            env={**os.environ, "PYTHONPATH": str(src.resolve())},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> list[str]:
        """The next line that the process prints, as words."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().split()

    def next(self) -> tuple[float, str]:
        """CPU seconds and digest of the next document."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        spent, digest = self.line()
        return float(spent), digest

    def close(self) -> None:
        """Wait for its end."""
        self._process.communicate()


def measured(sources: list[Path], path: Path, documents: int) -> list[list[tuple[float, str]]]:
    """Seconds and digest of each document under each checkout, in turn."""
    workers = [Worker(src, path, documents) for src in sources]
    [count] = {int(worker.line()[0]) for worker in workers}
    rows = [[worker.next() for worker in workers] for _ in range(count)]
    for worker in workers:
        worker.close()
    return [list(column) for column in zip(*rows, strict=True)]


def compared(path: Path, documents: int, rounds: int, sources: list[Path]) -> None:
    """Print the row of one file."""
    found = texts(path, documents + documents // 2)[documents // 2 :]
    words, characters = sum(len(text.split()) for text in found), sum(map(len, found))
    runs = [measured(sources, path, documents) for _ in range(rounds)]
    least = [
        [min(run[who][i][0] for run in runs) for i in range(len(found))] for who in range(len(sources))
    ]  # fmt: skip
    spent = list(map(sum, least))
    row = (
        f"{path.name.partition('.')[0]:20} {words / spent[0]:9,.0f} words/s {characters / spent[0]:10,.0f} characters/s"
    )
    if len(sources) > 1:
        other = sum(mine[1] != theirs[1] for mine, theirs in zip(runs[0][0], runs[0][1], strict=True))
        row += (
            f"   baseline {words / spent[1]:9,.0f} words/s   ratio {spent[1] / spent[0]:.2f}   {other} answers differ"
        )
    print(row, flush=True)


def main() -> None:
    """Measure every file that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.files[0], options.documents)
        return
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    for path in options.files:
        compared(path, options.documents, options.rounds, [HERE, *filter(None, [options.baseline])])


if __name__ == "__main__":
    main()
