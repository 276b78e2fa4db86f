"""Shared passages measured: planted corpora through ``onrecord reuse``, one more text among many, quotations.

Corpora come from the evaluation's generator (real text with planted passages; past about 12,000 English documents its
word chain) and are judged by its scorer, which needs ``rapidfuzz``. CPU seconds are those of the whole process tree,
with start-up. ``scipy``, which numba would load when a development install has it (0.7 s), is kept out.

    python bench/reuse.py [--en 5000] [--zh 1000] [--held 10000] [--store 0] [--questions 200]    # 0 leaves a part out
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.knowledge import load
from onrecord.record import Record, reusing
from onrecord.text import passages
from onrecord.trace import telling
from onrecord.trace.index import PassageIndex

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
TOOLS = SHARED / "eval" / "reuse"
MORE = 100  # texts added one by one
QUOTED, CHANGED = 20, 2
PROGRAM = "import sys; sys.modules['scipy'] = None; from onrecord.cli import main; main()"
HAN_SHARE = 0.67


def generated(lang: str, count: int, folder: Path) -> Path:
    """A planted corpus: docs.jsonl, truth.jsonl, negatives.jsonl."""
    out = folder / f"{lang}{count}"
    command = [sys.executable, str(TOOLS / "gen.py"), lang, str(count), str(out), "--boiler", "--negatives"]
    print(_printed(command).strip(), flush=True)
    return out


def _printed(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read(file: Path) -> list[dict[str, Any]]:
    """Lines of JSON."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def whole_run(corpus: Path) -> None:
    """All pairs of a corpus in a process of its own: cost, and what the scorer says."""
    pairs = corpus / "pairs.jsonl"
    command = [sys.executable, "-c", PROGRAM, "reuse", str(corpus / "docs.jsonl"), "--out", str(pairs)]
    begin = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    if status:
        raise SystemExit(f"onrecord reuse ended with status {status}")
    size = (corpus / "docs.jsonl").stat().st_size / 1e6
    cpu = used.ru_utime + used.ru_stime
    print(f"  {cpu:.2f} CPU s ({wall:.1f} s wall), {used.ru_maxrss / 1024:.0f} MiB at most, {size / cpu:.1f} MB/CPU s")
    print("  " + _printed([sys.executable, str(TOOLS / "score.py"), str(corpus), str(pairs)]).strip(), flush=True)


def han_only(corpus: Path) -> None:
    """Recall over those true pairs whose passage is Han characters for the most part, by the scorer's rule.

    The generator edits characters and drops white space in Chinese corpora, which leaves nothing of Latin words.
    """
    chars = {x["id"]: x["text"] for x in read(corpus / "docs.jsonl")}
    found: dict[tuple[str, str], list[tuple[int, ...]]] = {}
    for p in read(corpus / "pairs.jsonl"):
        found.setdefault((p["a"], p["b"]), []).append((p["a_start"], p["a_end"], p["b_start"], p["b_end"]))
        found.setdefault((p["b"], p["a"]), []).append((p["b_start"], p["b_end"], p["a_start"], p["a_end"]))
    right = total = 0
    for t in read(corpus / "truth.jsonl"):
        words = chars[t["a"]][t["a_start"] : t["a_end"]]
        if sum("\u4e00" <= c <= "\u9fff" for c in words) < HAN_SHARE * sum(c.isalnum() for c in words):
            continue
        total += 1
        a, b = (t["a_start"], t["a_end"]), (t["b_start"], t["b_end"])
        near = [p for p in found.get((t["a"], t["b"]), []) if _both(p[:2], a) and _both(p[2:], b)]
        right += _covered([p[:2] for p in near], a) >= 0.5 and _covered([p[2:] for p in near], b) >= 0.5
    print(f"  of {total} pairs that are Han characters for the most part: recall {right / total:.4f}")


def whole_copies(corpus: Path) -> None:
    """The speed floor: libraries that compare whole documents by MinHash, in a process of their own each.

    They find copies of documents and no passages: planted passages are a small part of a document.
    """
    for name in ("rensa", "datasketch"):
        if not find_spec(name):
            print(f"  {name} is not installed (pip install '.[bench]')")
            continue
        child = subprocess.Popen([sys.executable, str(Path(__file__).parent / "minhash.py"), name, str(corpus)])
        _, status, used = os.wait4(child.pid, 0)
        cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        print(f"  {name}: {cpu:.2f} CPU s, {memory:.0f} MiB at most" + (" and failed" if status else ""), flush=True)


def _both(one: tuple[int, ...], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covered(spans: list[tuple[int, ...]], whole: tuple[int, int]) -> float:
    places = set[int]()
    for begin, end in spans:
        places.update(range(max(begin, whole[0]), min(end, whole[1])))
    return len(places) / (whole[1] - whole[0])


def one_more(texts: list[str], folder: Path) -> PassageIndex:
    """Texts added one by one to an index that holds the others, and asked without being added."""
    index = PassageIndex(folder / "index", telling.known())
    held = len(texts) - MORE
    index.add((n, n, text) for n, text in enumerate(texts[:held]))
    index.ask(texts[-1])
    _spread(f"add one text to {held:,}, index", _each(range(held, len(texts)), lambda n: index.add([(n, n, texts[n])])))
    return index


def _each(numbers: range, do: Callable[[int], object]) -> list[float]:
    spent = []
    for number in numbers:
        begin = time.process_time()
        do(number)
        spent.append((time.process_time() - begin) * 1000)
    return spent


def _spread(what: str, spent: list[float]) -> None:
    spent = sorted(spent)
    print(
        f"  {what}: median {statistics.median(spent):.1f} CPU ms, p95 {spent[int(0.95 * len(spent))]:.1f}", flush=True
    )


def questions(texts: list[str], index: PassageIndex, count: int) -> None:
    """Quotations of 20 words with 2 changed: is a passage given that holds half of the words quoted, in place?"""
    source = random.Random(4)
    vocabulary = " ".join(source.sample(texts, 100)).split()
    spent, right = [], 0
    for _ in range(count):
        number = source.randrange(len(texts))
        words = texts[number].split()
        at = source.randrange(len(words) - QUOTED)
        quoted = words[at : at + QUOTED]
        changed = list(quoted)
        for place in source.sample(range(QUOTED), CHANGED):
            changed[place] = source.choice(vocabulary)
        begin = time.process_time()
        found = index.ask(" ".join(changed))
        spent.append((time.process_time() - begin) * 1000)
        right += any(_holds(texts[int(index.keys[p.a])], p, quoted) for p in found)
    _spread(f"source of a quotation of {QUOTED} words, {CHANGED} changed: {right} of {count} found", spent)


def _holds(text: str, passage: passages.Passage, quoted: list[str]) -> bool:
    """Whether at least half of the quotation stands in a passage found, in a text that holds all of it."""
    given = " ".join(text[passage.a_start : passage.a_end].split())
    whole = " ".join(text[max(0, passage.a_start - 400) : passage.a_end + 400].split())
    words = " ".join(quoted)
    return words in whole and (given in words or words in given) and 2 * len(given) >= len(words)


def through_store(lines: list[str], folder: Path) -> None:
    """Texts added to a record one by one, and the index brought up to date: the second figure is the index's share."""
    file, know = folder / "held.jsonl", load()
    held = len(lines) - MORE // 5
    file.write_text("\n".join(lines[:held]) + "\n", encoding="utf-8")
    with Record.open(folder / "record", write=True) as record:
        record.add([file], link=False)
        reusing.current(record._store, know)
        add, index = [], []
        for number, line in enumerate(lines[held:]):
            one = folder / f"one{number}.jsonl"
            one.write_text(line + "\n", encoding="utf-8")
            begin = time.perf_counter()
            record.add([one], workers=1, link=False)  # linking brings the index up to date too
            add.append((time.perf_counter() - begin) * 1000)
            begin = time.process_time()
            reusing.current(record._store, know)
            index.append((time.process_time() - begin) * 1000)
    print(
        f"  record of {held:,}: add of one file, median {statistics.median(add):.0f} ms wall, with its worker process"
    )
    _spread("  its passages, opening the index too", index)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, size in (("en", 5000), ("zh", 1000), ("held", 10_000), ("store", 0), ("questions", 200)):
        parser.add_argument(f"--{name}", type=int, default=size)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        passages.find(["one two three four five six seven eight nine"] * 2)  # compiles, once on a machine
        for lang, count in (("en", asked.en), ("zh", asked.zh)):
            if count:
                corpus = generated(lang, count, folder)
                whole_run(corpus)
                whole_copies(corpus)
                if lang == "zh":
                    han_only(corpus)
        if asked.held:
            texts = [x["text"] for x in read(generated("en", asked.held + MORE, folder) / "docs.jsonl")]
            questions(texts, one_more(texts, folder), asked.questions)
        if asked.store:
            corpus = generated("en", asked.store + MORE // 5, folder)
            through_store((corpus / "docs.jsonl").read_text(encoding="utf-8").splitlines(), folder)


if __name__ == "__main__":
    main()
