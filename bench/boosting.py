"""Gradient boosting of symmetric trees, in numpy, for training only.

Lives here: the learner. Not here: what is learnt (``train_content.py``), the trees' form and how they vote
(``onrecord.structure.trees``). A symmetric tree asks the same question at every node of a level, so a tree of depth
six is six comparisons and one look-up: for a page this votes about ten times faster in numpy than free-form trees,
and scikit-learn does not grow them. Logistic loss, second-order steps, quantile bins, row and column sampling;
everything is drawn from one seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.structure.trees import Trees

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Options:
    """How to learn; the defaults are what cross-validation chose."""

    trees: int = 200
    depth: int = 6
    rate: float = 0.12
    bins: int = 48
    top: float = 0.12  # share of rows with the steepest slopes, always looked at
    rest: float = 0.12  # share of the other rows, drawn for each tree and counted up
    columns: float = 0.35
    shrink: float = 8.0  # L2 on leaf values
    least: float = 20.0  # least sample weight for a side to count
    seed: int = 1


def edges(values: npt.NDArray[np.float32], bins: int) -> list[npt.NDArray[np.float32]]:
    """Bin edges of each column: quantiles of its distinct values, at most ``bins - 1``."""
    found = []
    for column in values.T:
        distinct = np.unique(column)
        if len(distinct) <= bins:
            found.append(((distinct[1:] + distinct[:-1]) / 2).astype(np.float32))
        else:
            cuts = np.quantile(column, np.linspace(0, 1, bins + 1)[1:-1], method="nearest")
            found.append(np.unique(cuts).astype(np.float32))
    return found


def binned(values: npt.NDArray[np.float32], cuts: list[npt.NDArray[np.float32]]) -> Bytes:
    """Bin number of each value (columns x rows): how many edges are below it."""
    return np.stack([np.searchsorted(c, v, "left") for c, v in zip(cuts, values.T, strict=True)]).astype(np.uint8)


def learn(
    values: npt.NDArray[np.float32], wanted: Floats, weights: Floats, options: Options, gains: Floats | None = None
) -> Trees:
    """Trees whose summed votes are the log-odds of ``wanted`` (0..1) under ``weights``; adds to ``gains`` by column."""
    cuts = edges(values, options.bins)
    bins = binned(values, cuts)
    draw = np.random.default_rng(options.seed)
    mean = float((wanted * weights).sum() / weights.sum())
    base = float(np.log(mean / (1 - mean)))
    votes = np.full(len(wanted), base)
    features = np.zeros((options.trees, options.depth), np.int64)
    thresholds = np.full((options.trees, options.depth), np.inf, np.float32)
    leaves = np.zeros((options.trees, 2**options.depth), np.float32)
    usable = np.array([c for c in range(len(cuts)) if len(cuts[c])])
    for t in range(options.trees):
        chance = 1 / (1 + np.exp(-votes))
        slope, bend = weights * (wanted - chance), weights * chance * (1 - chance)
        rows, scale = steepest(slope, draw, options)
        columns = draw.choice(usable, max(1, int(len(usable) * options.columns)), replace=False)
        leaf = np.zeros(len(rows), np.int64)
        up, down = slope[rows] * scale, bend[rows] * scale
        sub = bins[np.ix_(columns, rows)].astype(np.int64)
        for level in range(options.depth):
            gain, column, cut = best_cut(sub, leaf, up, down, 2**level, options)
            if gain <= 0:
                continue
            chosen = int(columns[column])
            features[t, level], thresholds[t, level] = chosen, cuts[chosen][cut]
            leaf = leaf + (sub[column] > cut) * 2**level
            if gains is not None:
                gains[chosen] += gain
        ups, downs = np.bincount(leaf, up, 2**options.depth), np.bincount(leaf, down, 2**options.depth)
        leaves[t] = options.rate * ups / (downs + options.shrink)
        votes += vote(values, features[t], thresholds[t], leaves[t])
    return Trees(base, features, thresholds, leaves)


def steepest(slope: Floats, draw: np.random.Generator, options: Options) -> tuple[npt.NDArray[np.int64], Floats]:
    """Rows for one tree and what each counts: those of steepest slope, and a sample that stands for the others."""
    size = len(slope)
    top = int(size * options.top)
    ranked = np.argpartition(-np.abs(slope), top)
    others = draw.choice(ranked[top:], int(size * options.rest), replace=False)
    scale = np.concatenate([np.ones(top), np.full(len(others), (1 - options.top) / options.rest)])
    return np.concatenate([ranked[:top], others]), scale


def vote(
    values: npt.NDArray[np.float32],
    features: npt.NDArray[np.int64],
    thresholds: npt.NDArray[np.float32],
    leaves: npt.NDArray[np.float32],
) -> Floats:
    """What one tree says of each row."""
    leaf = np.zeros(len(values), np.int64)
    for level, (feature, threshold) in enumerate(zip(features, thresholds, strict=True)):
        leaf += (values[:, feature] > threshold) * 2**level
    return leaves[leaf].astype(np.float64)


def best_cut(
    bins: npt.NDArray[np.int64],
    leaf: npt.NDArray[np.int64],
    slope: Floats,
    bend: Floats,
    sides: int,
    options: Options,
) -> tuple[float, int, int]:
    """The one question for all leaves of a level that gains most: (gain, row of ``bins``, bin)."""
    best = (0.0, -1, -1)
    size = options.bins + 1
    keys = leaf * size
    for column, row in enumerate(bins):
        key = keys + row
        up = np.bincount(key, slope, sides * size).reshape(sides, size).cumsum(axis=1)
        down = np.bincount(key, bend, sides * size).reshape(sides, size).cumsum(axis=1)
        up_all, down_all = up[:, -1:], down[:, -1:]
        score = up**2 / (down + options.shrink) + (up_all - up) ** 2 / (down_all - down + options.shrink)
        enough = (down[:, :-1] > options.least * 0.05) & ((down_all - down)[:, :-1] > options.least * 0.05)
        whole = up_all**2 / (down_all + options.shrink)
        gain = np.where(enough, score[:, :-1] - whole, 0).sum(axis=0)
        cut = int(np.argmax(gain))
        if gain[cut] > best[0]:
            best = (float(gain[cut]), column, cut)
    return best
