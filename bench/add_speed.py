"""`add` of many plain texts: python bench/add_speed.py [--documents N] [--workers N] [--words N]

Writes N documents of about 600 words about invented countries, adds them through the whole line (find, hash, worker
processes, read, label, annotate, frames, store), and prints documents a second by the clock, CPU milliseconds a
document in this process and in the workers, the slope of memory over the run, and where the time of one document
goes, stage by stage.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord import annotate, readers, structure
from onrecord.engines import frames
from onrecord.knowledge import load
from onrecord.knowledge.languages.en import LANGUAGE as ENGLISH
from onrecord.model import Dossier, Made, make_source
from onrecord.record import Record
from onrecord.store import Entry, Store
from onrecord.store.batch import Batch
from onrecord.store.originals import Originals
from onrecord.text import fold

SAMPLE = 400
BATCH = 128
_SYLLABLES = ("ba", "ko", "ri", "ten", "mu", "sal", "ver", "dis", "pon", "gra", "li", "no", "tur", "mar", "ist", "an")
_SAY = ("said", "stressed", "noted", "told reporters")


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """English's most frequent words first, as in any text, then invented ones: words of no language at all would be
    taken for a broken text layer and looked at again and again."""
    frequent = list(dict.fromkeys(ENGLISH.labels.common))[:120]
    return frequent + ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(size - len(frequent))]


def document(number: int, words: int, chance: random.Random, known: list[str], weights: list[float]) -> str:
    """A report of about ``words`` words: headline, dateline, paragraphs, some with quotations."""
    chosen = iter(chance.choices(known, cum_weights=weights, k=words + 200))
    lines = [f"Auria opposes measure {number}", f"PORT VEIL, {chance.randint(1, 28)} May 2031 (Veil Times) -"]
    left = words
    while left > 0:
        said = " ".join(next(chosen) for _ in range(20))
        rest = " ".join(next(chosen) for _ in range(25))
        lines.append(f"{rest.capitalize()}. “We oppose {said},” Minister Ada Quill {chance.choice(_SAY)} on Tuesday.")
        left -= 55
    return "\n\n".join(lines) + "\n"


def write(folder: Path, count: int, words: int) -> None:
    """The documents, one file each, 1,000 to a folder."""
    chance = random.Random(1)
    known = vocabulary(chance, 30_000)
    weights: list[float] = []
    for rank in range(len(known)):  # Zipf: few words are common, most are rare
        weights.append((weights[-1] if weights else 0.0) + 1 / (rank + 1))
    for i in range(count):
        place = folder / f"{i // 1000:04d}"
        place.mkdir(exist_ok=True, parents=True)
        (place / f"{i:06d}.txt").write_text(document(i, words, chance, known, weights), encoding="utf-8")


def memory_mib() -> float:
    """Resident memory of this process and of all that it started."""
    pages, waiting = 0, [os.getpid()]
    while waiting:
        process = Path(f"/proc/{waiting.pop()}")
        try:
            pages += int((process / "statm").read_text().split()[1])
            for task in (process / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return pages * resource.getpagesize() / 2**20


def slope(samples: list[tuple[int, float]]) -> float:
    """MiB for each 10,000 documents, by least squares over the second half of the run, without its very end, when
    the workers are gone already."""
    late = samples[len(samples) // 2 : -max(len(samples) // 20, 2)]
    mean_x, mean_y = (sum(column) / len(late) for column in zip(*late, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in late)
    return 10_000 * sum((x - mean_x) * (y - mean_y) for x, y in late) / spread if spread else 0.0


def add(folder: Path, record: Path, workers: int, count: int) -> None:
    """Add everything and print what it took."""
    samples: list[tuple[int, float]] = []
    every = max(count // 100, 1)
    begun, kept, before = time.monotonic(), 0, _cpu()
    with Record.open(record, write=True) as held:
        for event in held.adding([folder], workers=workers):
            kept += getattr(event, "outcome", "") == "new"
            if kept % every == 0 and kept:
                samples.append((kept, memory_mib()))
    seconds = time.monotonic() - begun
    own, others = (after - early for after, early in zip(_cpu(), before, strict=True))
    print(f"{kept} of {count} documents in {seconds:.1f} s: {kept / seconds:.0f} documents/s with {workers} workers")
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"CPU a document: this process {own / kept:.2f} ms, workers {others / kept:.2f} ms")
    print(f"memory: {samples[-1][1]:.0f} MiB at the end, {slope(samples):+.1f} MiB for each 10,000 documents")


def _cpu() -> tuple[float, float]:
    """CPU milliseconds of this process, and of those it started that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, others = ((usage.ru_utime + usage.ru_stime) * 1000 for usage in both)
    return own, others


class Stages:
    """CPU time by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside under ``name``."""
        before = time.process_time()
        yield
        self.spent[name] += time.process_time() - before

    def wrap(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """``work``, counted under ``name``."""

        def counted(*given: Any, **named: Any) -> Any:
            with self.stage(name):
                return work(*given, **named)

        return counted


def stages(folder: Path, record: Path) -> None:
    """Where the time of one document goes: each stage by itself, in one process."""
    know, seen = load(), Stages()
    paths = sorted(folder.glob("*/*.txt"))[: SAMPLE + 20]
    batch: list[Entry] = []
    real = Batch.write, Originals.write
    with Store.open(record, write=True, create=True) as store:
        for number, path in enumerate(paths):
            if number == 20:  # patterns are compiled, stems of common words known
                seen.spent.clear()
            batch.append(Entry(_one(path, know, seen)))
            if len(batch) == BATCH or path == paths[-1]:
                Batch.write = seen.wrap("store: transaction and originals", real[0])  # type: ignore[method-assign]
                Originals.write = seen.wrap("store: originals alone", real[1])  # type: ignore[method-assign]
                with seen.stage("store: all"):
                    store.put(batch)
                batch = []
    Batch.write, Originals.write = real  # type: ignore[method-assign]
    transaction = seen.spent["store: transaction and originals"]
    seen.spent["store: rows, hashes, folding, look-ups"] = seen.spent.pop("store: all") - transaction
    seen.spent["store: transaction"] = (
        seen.spent.pop("store: transaction and originals") - seen.spent["store: originals alone"]
    )
    total = sum(seen.spent.values())
    for name, spent in sorted(seen.spent.items(), key=lambda item: -item[1]):
        print(f"  {name:42} {spent / SAMPLE * 1000:7.3f} ms  {spent / total:5.1%}")
    print(f"  {'sum':42} {total / SAMPLE * 1000:7.3f} ms; folding and stemming alone: {_folding(paths):.3f} ms")


def _one(path: Path, know: Any, seen: Stages) -> Dossier:
    """One document through the line, as a worker and the parent take it."""
    source = make_source(path.read_bytes(), "text/plain", str(path))
    with seen.stage("read"):
        reading = readers.read(source)
    with seen.stage("label"):
        labelled = structure.label(source, reading.text, know)
    with seen.stage("annotate"):
        marks = annotate.annotate(source, reading.text, labelled.blocks, labelled.statements, know)
    made = Made("bench", reading.text.reader, know.fingerprint)
    dossier = Dossier(
        source, reading.text, labelled.blocks, labelled.statements, marks.utterances, marks.positions,
        marks.occurrences, made=made,
    )  # fmt: skip
    with seen.stage("frame: pack"):
        packed = frames.pack(frames.Kept(0, 0, dossier))
    with seen.stage("frame: unpack and verify"):
        [(frame, _)] = frames.Inbox(len(packed)).feed(packed)
        frames.believe(frame.dossier)  # type: ignore[union-attr]
    return dossier


def _folding(paths: list[Path]) -> float:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for text in texts:
        fold.stems(fold.forms(text), "en")
    before = time.process_time()
    for text in texts:
        fold.stems(fold.forms(text), "en")
    return (time.process_time() - before) / len(texts) * 1000


def main() -> None:
    """Write, add, print."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--words", type=int, default=600)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "documents"
        write(folder, chosen.documents, chosen.words)
        stages(folder, Path(scratch) / "stages")
        add(folder, Path(scratch) / "record", chosen.workers, chosen.documents)


if __name__ == "__main__":
    main()
