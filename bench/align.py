"""How well sentences are aligned, what each source of words buys, and how fast.

    python bench/align.py [SHARED] [--sets mag,mac,...] [--ablation] [--speed]

Lives here: running ``text.align`` over the evaluation sets and printing tables. Not here: scoring (the scorer beside
the material), the gate (``tests/eval/test_align.py``, which takes ``figures`` from here). Damaged sets are made by the
material's ``damage.py`` with its seed. Each text is aligned by itself; with ``--pooled`` those of a set teach
each other.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.knowledge import load
from onrecord.text.align import align_all, lexicon
from onrecord.text.align.lexicon import SOURCES

NTREX = {"fra": "fr", "spa": "es", "rus": "ru", "arb": "ar", "zho-CN": "zh"}
SETS = ("mag", "mac", *NTREX)
ABLATION = ((), ("packs",), ("tico19",), ("words",), ("words", "packs"), SOURCES)


@dataclass(frozen=True)
class Task:
    """Languages, pairs of texts as sentences, and the files of their true beads."""

    langs: tuple[str, str]
    texts: list[tuple[list[str], list[str]]]
    gold: list[Path]


def sentences(path: Path) -> list[str]:
    """The sentences of a file, one a line."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def task(shared: Path, name: str, work: Path) -> Task:
    """A set by name: mag (magazines), mac (novel chapters), or a language of ntrex, damaged."""
    material = shared / "eval" / "align"
    if name in NTREX:
        folder, langs = work / name, ("en", NTREX[name])
        if not folder.exists():
            made = [sys.executable, str(material / "damage.py"), name, str(folder)]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    else:
        folder, langs = (
            material / {"mag": "mag", "mac": "mac_dev"}[name],
            {"mag": ("en", "zh"), "mac": ("zh", "en")}[name],
        )
    names = sorted(path.name for path in (folder / "src").iterdir())
    texts = [(sentences(folder / "src" / n), sentences(folder / "tgt" / n)) for n in names]
    return Task(langs, texts, [folder / "gold" / f"{n}.align" for n in names])


def scorer(shared: Path) -> Any:
    """The material's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_align", shared / "eval" / "align" / "score_align.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(
    shared: Path, name: str, work: Path, sources: Sequence[str] = SOURCES, *, pooled: bool = False
) -> dict[str, float]:
    """strict and lax F1, F1 of omissions and insertions ("null"), and CPU seconds of one set."""
    given, score = task(shared, name, work), scorer(shared)
    words = lexicon(given.langs, load(), sources=sources)
    begin = time.process_time()
    if pooled:
        found = align_all(given.texts, words, explain=False)
    else:
        found = [align_all([pair], words, explain=False)[0] for pair in given.texts]
    spent = time.process_time() - begin
    pairs = [(score.read(g), {(b.one, b.other) for b in a.beads}) for g, a in zip(given.gold, found, strict=True)]
    got = score.score(pairs)
    return {"strict": got["strict"]["f1"], "lax": got["lax"]["f1"], "null": got["null"]["f1"], "cpu_s": spent}


def print_quality(shared: Path, sets: Sequence[str], work: Path, *, pooled: bool) -> None:
    """One line a set, and the worst and mean over the damaged ones."""
    rows = {name: figures(shared, name, work, pooled=pooled) for name in sets}
    for name, row in rows.items():
        print(f"{name:8s}" + "".join(f"  {key} {value:.3f}" for key, value in row.items()))
    damaged = [rows[name] for name in sets if name in NTREX]
    if damaged:
        nulls = [row["null"] for row in damaged]
        print(
            f"damaged: worst strict {min(row['strict'] for row in damaged):.3f}, "
            f"mean null {sum(nulls) / len(nulls):.3f}"
        )


def print_ablation(shared: Path, sets: Sequence[str], work: Path) -> None:
    """Strict F1 of each set with some of the sources only."""
    for sources in ABLATION:
        row = [figures(shared, name, work, sources) for name in sets]
        cells = "".join(f"  {name} {got['strict']:.3f}/{got['null']:.2f}" for name, got in zip(sets, row, strict=True))
        print(f"{'+'.join(sources) or 'nothing but lengths, numbers, names by sound':48s}{cells}")


def print_speed(shared: Path, work: Path) -> None:
    """CPU and wall seconds of the largest pair, and pairs a second of a damaged set, after the loops are compiled."""
    for name in ("mag", "fra"):
        given = task(shared, name, work)
        words = lexicon(given.langs, load())
        align_all(given.texts[:1] if name != "mag" else [tuple(side[:90] for side in given.texts[0])], words)
        cpu, wall = time.process_time(), time.perf_counter()
        for pair in given.texts:
            align_all([pair], words)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        one, other = (sum(len(pair[side]) for pair in given.texts) for side in (0, 1))
        sizes = f"{len(given.texts)} pairs, {one} x {other} sentences"
        print(f"{name}: {sizes}: {cpu:.2f} CPU s, {wall:.2f} s, {len(given.texts) / cpu:.1f} pairs a CPU second")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


def main() -> None:
    """Parse and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--pooled", action="store_true")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sets = given.sets.split(",")
        if given.speed:
            print_speed(given.shared, Path(folder))
        elif given.ablation:
            print_ablation(given.shared, sets, Path(folder))
        else:
            print_quality(given.shared, sets, Path(folder), pooled=given.pooled)


if __name__ == "__main__":
    main()
