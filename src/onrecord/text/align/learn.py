"""What aligned sentences teach about words: IBM model 1, held to the lexicon by pseudo-counts (MAP-EM).

Lives here: learning one table each way from beads. Not here: whose beads they are (a text's own, or a record's).
All steps are sums over arrays of (word, word) cells of beads, so the cost is linear in them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.priors import Rows
from onrecord.text.align.sides import Side

Ints = NDArray[np.int64]
Pair = tuple[tuple[int, ...], tuple[int, ...]]
_ITERATIONS = 4
_LEAST = 4e-3  # weights below are dropped
_CHANCE = 1.0  # weight of a word that comes from nowhere
_SMOOTH = 0.2


def tokens_of(side: Side, sentences: Sequence[int]) -> list[int]:
    """The numbers of all units of these sentences."""
    return [t for i in sentences for t in side.tokens[side.offsets[i] : side.offsets[i + 1]].tolist()]


def learned(
    one: Side, other: Side, beads: Sequence[Pair], priors: tuple[Rows, Rows], kappa: float
) -> tuple[Rows, Rows]:
    """The tables of both directions, from the priors and the beads of two sides."""
    texts = [(tokens_of(one, a), tokens_of(other, b)) for a, b in beads]
    texts = [(a, b) for a, b in texts if a and b]
    if not texts:
        return priors
    forward = _model(texts, len(one.vocab), len(other.vocab), priors[0], kappa)
    turned = [(b, a) for a, b in texts]
    return forward, _model(turned, len(other.vocab), len(one.vocab), priors[1], kappa)


def _model(texts: list[tuple[list[int], list[int]]], size: int, far: int, prior: Rows, kappa: float) -> Rows:
    word, mate, group, count = _cells(texts)
    key = word * far + mate
    known = np.repeat(np.arange(size, dtype=np.int64), np.diff(prior.start)) * far + prior.to
    every, at = np.unique(np.concatenate([key, known]), return_inverse=True)
    cell, held = at[: len(key)], at[len(key) :]
    base = np.zeros(len(every))
    base[held] = prior.weight
    owner = every // far
    met = np.bincount(cell, minlength=len(every)).astype(float)
    table = _normal(met / np.maximum(np.bincount(owner, met, size), 1.0)[owner] + base, owner, size, 0.0)
    by_chance = np.bincount(mate, count, far)
    by_chance = _CHANCE * by_chance / by_chance.sum()
    groups = int(group[-1]) + 1
    chance = np.zeros(groups)
    chance[group] = by_chance[mate]
    heavy = np.zeros(groups)
    heavy[group] = count
    for _ in range(_ITERATIONS):
        share = table[cell]
        share *= (heavy / (np.bincount(group, share, groups) + chance))[group]
        table = _normal(np.bincount(cell, share, len(every)) + kappa * base, owner, size, _SMOOTH)
    kept = table > _LEAST
    start = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(owner[kept], minlength=size), out=start[1:])
    return Rows(start, (every[kept] % far).astype(np.int32), table[kept].astype(np.float32))


def _normal(weights: NDArray[np.float64], owner: Ints, size: int, smooth: float) -> NDArray[np.float64]:
    whole = np.bincount(owner, weights, size) + smooth
    return np.asarray(weights / np.maximum(whole, 1e-12)[owner])


def _cells(texts: list[tuple[list[int], list[int]]]) -> tuple[Ints, Ints, Ints, NDArray[np.float64]]:
    """For each word of one side beside each different word of the other in a bead: both, the number of (bead, other
    word), and how often the other word stands there."""
    words, mates, groups, counts = [], [], [], []
    number = 0
    for a, b in texts:
        mine = np.array(a, np.int64)
        theirs, often = np.unique(np.array(b, np.int64), return_counts=True)
        words.append(np.tile(mine, len(theirs)))
        mates.append(np.repeat(theirs, len(mine)))
        groups.append(np.repeat(np.arange(number, number + len(theirs)), len(mine)))
        counts.append(np.repeat(often, len(mine)))
        number += len(theirs)
    return (*map(np.concatenate, (words, mates, groups)), np.concatenate(counts).astype(float))  # type: ignore[return-value]
