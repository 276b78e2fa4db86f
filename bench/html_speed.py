"""Pages per second: reading a page (and labelling its main content) against trafilatura, on the same pages.

Run: ``python bench/html_speed.py [FOLDER] [--pages N] [--rounds R]``. FOLDER holds ``*.jsonl.gz`` files of pages
({"html": ...} or {"html_base64": ...}); without it, the evaluation material beside the project is used. The ways take
turns in one process, page by page; ``--collector worker`` sets Python's garbage collector for all of them to look less
often, as suits a process that makes many small values; CPU seconds are compared, so a busy machine slows all alike.
Prints one line a way and the ratios.
"""

from __future__ import annotations

import argparse
import base64
import gc
import gzip
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura

from onrecord import readers
from onrecord.model import Source, make_source
from onrecord.structure import content

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def pages(folder: Path) -> Iterator[bytes]:
    """All pages of a folder's ``*.jsonl.gz`` files."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path) as lines:
            for line in lines:
                page = json.loads(line)
                yield base64.b64decode(page["html_base64"]) if "html_base64" in page else page["html"].encode()


def project(source: Source) -> None:
    """Read one page: decode, project, collect facts, count a second time."""
    readers.read(source)


def label(source: Source) -> None:
    """Read one page and score its pieces."""
    content.score(readers.read(source).text)


def extract(source: Source) -> None:
    """What trafilatura does by default."""
    trafilatura.extract(source.data)


WAYS: dict[str, Callable[[Source], None]] = {
    "projection": project,
    "projection + labels": label,
    "trafilatura": extract,
}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    options.add_argument("folder", nargs="?", type=Path, default=SHARED / "eval" / "pages")
    options.add_argument("--pages", type=int, default=120)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--collector", choices=("default", "worker"), default="default")
    asked = options.parse_args()
    everything = list(pages(asked.folder))
    sample = random.Random(20).sample(everything, min(asked.pages, len(everything)))
    sources = [make_source(data, "text/html", "bench") for data in sample]
    spent = dict.fromkeys(WAYS, 0.0)
    for run in WAYS.values():
        run(sources[0])  # imports and tables are not measured
    if asked.collector == "worker":
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
    for _ in range(asked.rounds):
        for source in sources:
            for name, run in WAYS.items():
                start = time.process_time()
                run(source)
                spent[name] += time.process_time() - start
    count = len(sources) * asked.rounds
    for name, seconds in spent.items():
        print(f"{name:20} {count / seconds:7.1f} pages/s   {spent['trafilatura'] / seconds:5.2f} x trafilatura")


if __name__ == "__main__":
    main()
