"""Learn the content labeller's weights and say how good they are: bench/train_content.py [--shared PATH] --write

1. Read each development page of WCXB (CC BY 4.0; the licence and names stand in NOTICE) with the program's own reader.
2. Gold: a piece is main content when at least half of its words align with the page's known main content.
   A piece weighs as much as it can change the page's F1, so that every page counts alike.
3. Features by ``structure.content_features``; columns kept: the KEPT that gain most in a first, short run over all.
   (Choosing columns sees no held-out answers: it is done again inside each fold.)
4. Five folds; all pages of a registrable domain are in one fold. In each, weights and the threshold come from the
   other four; the figure is the evaluation's F1, mean over pages, those without main content (F1 is 0) included.
5. ``--write``: the same on all pages, to ``src/onrecord/structure/content_weights.json`` or the path that follows.

Everything is drawn from fixed seeds: the same pages, reader and numpy give the same file. About five and a
half minutes of processor time. ``--shuffled`` is the harness's own check: it learns from answers shuffled within
pages; F1 must fall.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from boosting import Options, learn
from content_gold import f1, shares, words
from sklearn.model_selection import GroupKFold
from tld import get_fld

from onrecord import readers
from onrecord.model import make_source
from onrecord.structure import content, content_features
from onrecord.structure.content import settle
from onrecord.structure.trees import Trees, chances

ROOT = Path(__file__).resolve().parent.parent
KEPT = 80
SEEDS = (1, 2)  # one run each; their trees vote together, which steadies pages unlike any learnt from
OPTIONS = Options(trees=110)
SHORT = Options(trees=60, seed=7)
THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
Floats = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to learn from; rows of ``values`` are its pieces."""

    ident: str
    kind: str
    domain: str
    seen: content_features.Page
    made: content_features.Columns  # what ``settle`` reads
    values: Floats
    wanted: Floats
    weights: Floats
    counts: list[Counter[str]]
    gold: Counter[str]


def page_of(row: dict[str, Any], names: list[str]) -> Page:
    """One line of the development file."""
    url = row["url"] or row["id"]
    text = readers.read(make_source(row["html"].encode(), "text/html", url)).text
    seen = content_features.Page(text)
    made = content_features.columns(seen)
    share, sizes = shares(text, row["main_content"])
    gold = Counter(words(row["main_content"]))
    stake = np.where(sizes > 0, (sizes + 1) / (max(gold.total(), 20) + sizes.sum() / 4), 0)
    return Page(
        ident=row["id"],
        kind=row["page_type"],
        domain=get_fld(url, fail_silently=True, fix_protocol=True) or url,
        seen=seen,
        made={name: made[name] for name in ("linked", "alike_link", "in_dense")},
        values=content_features.matrix(made, names),
        wanted=(share >= 0.5).astype(float),
        weights=np.minimum(stake, 1),
        counts=[Counter(words(p.span.of(text.chars))) for p in text.layout.pieces],
        gold=gold,
    )


def fit(pages: list[Page], kept: int = KEPT) -> tuple[list[int], Trees]:
    """Columns and trees from these pages; pages without main content teach nothing."""
    usable = [p for p in pages if p.gold]
    values = np.concatenate([p.values for p in usable])
    wanted = np.concatenate([p.wanted for p in usable])
    weights = np.concatenate([p.weights for p in usable])
    weights = np.minimum(weights / weights.mean(), 15)
    gains = np.zeros(values.shape[1])
    learn(values, wanted, weights, SHORT, gains)
    columns = sorted(np.argsort(-gains, kind="stable")[:kept].tolist())
    runs = [learn(values[:, columns], wanted, weights, replace(OPTIONS, seed=seed)) for seed in SEEDS]
    return columns, Trees(
        base=sum(r.base for r in runs) / len(runs),
        features=np.concatenate([r.features for r in runs]),
        thresholds=np.concatenate([r.thresholds for r in runs]),
        leaves=np.concatenate([r.leaves for r in runs]) / len(runs),
    )


def predict(page: Page, columns: list[int], trees: Trees) -> Floats:
    """What the labeller would say of the page before the threshold is moved to one half."""
    return settle(chances(trees.votes(page.values[:, columns])), page.seen, page.made)


def quality(page: Page, scores: Floats, threshold: float) -> float:
    """The page's F1 when pieces from ``threshold`` on are main content."""
    chosen: Counter[str] = Counter()
    for piece, score in zip(page.counts, scores, strict=True):
        if score >= threshold:
            chosen.update(piece)
    return f1(chosen, page.gold)


def validate(pages: list[Page], folds: int = 5) -> float:
    """Print F1 by fold and page type; the threshold that serves best over all folds."""
    groups = [p.domain for p in pages]
    scores: dict[str, Floats] = {}
    fold_of: dict[str, int] = {}
    splits = GroupKFold(folds, shuffle=True, random_state=1).split(groups, groups=groups)
    for number, (learnt, held) in enumerate(splits):
        began = time.process_time()
        columns, trees = fit([pages[i] for i in learnt])
        for i in held:
            scores[pages[i].ident] = predict(pages[i], columns, trees)
            fold_of[pages[i].ident] = number
        spent = time.process_time() - began
        print(f"fold {number}: learnt from {len(learnt)}, held out {len(held)}, {spent:.0f} s of CPU", flush=True)
    table = np.array([[quality(p, scores[p.ident], t) for t in THRESHOLDS] for p in pages])
    numbers = np.array([fold_of[p.ident] for p in pages])
    honest = np.zeros(len(pages))
    for number in range(folds):
        best = int(np.argmax(table[numbers != number].mean(axis=0)))  # chosen where the fold's answers are not seen
        honest[numbers == number] = table[numbers == number, best]
    by_fold = [float(honest[numbers == number].mean()) for number in range(folds)]
    print(f"F1 {honest.mean():.4f}; folds {' '.join(f'{f:.4f}' for f in by_fold)}; deviation {np.std(by_fold):.4f}")
    error = honest.std() / math.sqrt(len(pages))
    print(f"standard error over {len(pages)} pages {error:.4f}; domains {len(set(groups))}")
    for kind in sorted({p.kind for p in pages}):
        held = np.array([p.kind == kind for p in pages])
        print(f"  {kind}: {honest[held].mean():.4f} ({held.sum()} pages)")
    print("by threshold:", {t: round(float(f), 4) for t, f in zip(THRESHOLDS, table.mean(axis=0), strict=True)})
    ceiling = [quality(p, p.wanted, 0.5) for p in pages]
    print(f"F1 of the gold pieces themselves (the ceiling) {np.mean(ceiling):.4f}")
    return THRESHOLDS[int(np.argmax(table.mean(axis=0)))]


def write(path: Path, names: list[str], columns: list[int], trees: Trees, threshold: float) -> None:
    """The weights file. ``cut`` is the probability that becomes one half."""
    shipped = {
        "labeller": content.LABELLER,
        "about": "Learnt by bench/train_content.py from the development pages of the Web Content Extraction Benchmark "
        "(WCXB, CC BY 4.0); see NOTICE and docs/decisions/0006-content-labeller.md",
        "names": [names[c] for c in columns],
        "cut": threshold,
        "base": round(trees.base, 6),
        "features": trees.features.tolist(),
        "thresholds": [[None if math.isinf(v) else float(v) for v in row] for row in trees.thresholds.tolist()],
        "leaves": [[float(f"{v:.5g}") for v in row] for row in trees.leaves.tolist()],
    }
    path.write_text(json.dumps(shipped, separators=(",", ":")) + "\n", encoding="utf-8")


def main() -> int:
    """Validate, and write the weights when asked."""
    shipped = ROOT / "src" / "onrecord" / "structure" / content.WEIGHTS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", type=Path, nargs="?", const=shipped, help="write the weights learnt from all pages")
    parser.add_argument("--cut", type=float, help="write with this threshold and skip the validation")
    parser.add_argument("--shuffled", action="store_true", help="check the harness: learn from shuffled answers")
    args = parser.parse_args()
    names = sorted(content_features.names())
    with gzip.open(args.shared / "eval" / "pages" / "wcxb_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [page_of(json.loads(line), names) for line in lines]
    if args.shuffled:
        draw = np.random.default_rng(0)
        pages = [replace(p, wanted=draw.permutation(p.wanted)) for p in pages]
    threshold = args.cut if args.cut is not None else validate(pages)
    if args.write:
        columns, trees = fit(pages)
        write(args.write, names, columns, trees, threshold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
