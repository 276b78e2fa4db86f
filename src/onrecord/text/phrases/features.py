"""What speaks for or against a gram being a set phrase, as arrays over all grams of two units and more.

Lives here: the figures. Not here: how they are weighed (``trace.formulations``), which words are function words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.text.phrases import kernels
from onrecord.text.phrases import words as words_loops
from onrecord.text.phrases.arrays import Ints, Level

if TYPE_CHECKING:
    from onrecord.text.phrases.counting import Counted

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """A row for each gram. ``size``, ``texts``, ``origins``, ``times``, ``own`` (texts where no dominating longer gram
    holds it), ``begin``, ``plain`` and ``capitals`` are as in ``Level``; ``bond`` is the least normalised pointwise
    mutual information over all ways to cut the gram in two (-1 to 1); the others are shares of ``times``: that it
    stands beside punctuation on the ``left``, on the ``right``, before a word that is no grammar (``going`` on),
    exactly between quotation marks (``quoted``), with a capital on its first word though no sentence begins there
    (``headed``), beside a figure (``counted``), after a word that takes a stance (``aimed``), before one that reports
    (``saying``), at most ten units after a stance (``nearby``). ``periods`` are those with a use; ``inner`` words of
    grammar inside; ``warm``: how often its other words follow a stance nearby, the mean of logarithms. ``whole``: the
    share of its texts in which it is not a piece of the same longer phrase, however much longer, that does not begin or
    end with grammar. ``rim``: the share of its times among the first or last units of a text; ``titled``: where all its
    words but grammar have a capital; ``value``: the share of its units but grammar that are of words of value, ``bare``
    of these or of plain words (0 without a plain one); ``kin``: a number, equal for all inflections of a phrase, also
    in another order and with other grammar inside."""

    size: Ints
    texts: Ints
    origins: Ints
    times: Ints
    own: Ints
    begin: Ints
    plain: Ints
    capitals: Ints
    bond: Floats
    left: Floats
    right: Floats
    going: Floats
    quoted: Floats
    headed: Floats
    counted: Floats
    aimed: Floats
    saying: Floats
    nearby: Floats
    periods: Ints
    inner: Ints
    warm: Floats
    whole: Floats
    rim: Floats
    titled: Floats
    value: Floats
    bare: Floats
    kin: Ints

    def __len__(self) -> int:
        return len(self.size)


def features(counted: Counted, least_own: int = 2) -> Features:
    """The features of all grams of at least two units that have enough own texts."""
    levels, units = counted.levels, len(counted.units)
    light = np.concatenate(([0], np.cumsum(counted.light, dtype=np.int32)))
    warm = np.concatenate(([0.0], np.cumsum(counted.warm, dtype=np.float64)))
    valued, plain = (
        np.concatenate(([0], np.cumsum(of & ~counted.light, dtype=np.int32))) for of in (counted.valued, counted.plain)
    )
    rows = []
    within = _within(levels, counted.light)
    for at in range(1, len(levels)):
        level = levels[at]
        chosen = np.flatnonzero(level.counts[:, kernels.OWN] >= least_own)
        if not len(chosen):
            continue
        counts, times = level.counts[chosen], level.times[chosen]
        whole = (np.full(len(chosen), level.size, np.int32), level.texts[chosen], level.origins[chosen], times,
                 counts[:, kernels.OWN], level.begin[chosen], level.plain[chosen], level.capitals[chosen])  # fmt: skip
        order = (
            kernels.LEFT,
            kernels.RIGHT,
            kernels.GOING,
            kernels.QUOTED,
            kernels.HEADED,
            kernels.COUNTED,
            kernels.AIMED,
            kernels.SAYING,
            kernels.NEARBY,
            kernels.RIMMED,
            kernels.TITLED,
        )
        shares = [(counts[:, c] / times).astype(np.float32) for c in order]
        begin = level.begin[chosen]
        end = begin + level.size
        grammar = light[end] - light[begin]
        heat = ((warm[end] - warm[begin]) / np.maximum(level.size - grammar, 1)).astype(np.float32)
        inner = (light[end - 1] - light[begin + 1]).astype(np.int32)
        whole_share = (1 - within[at][chosen] / level.texts[chosen]).astype(np.float32)
        worth = ((valued[end] - valued[begin]) / np.maximum(level.size - grammar, 1)).astype(np.float32)
        some = plain[end] - plain[begin]
        bare = np.where(some > 0, worth + some / np.maximum(level.size - grammar, 1), 0).astype(np.float32)
        last = counts[:, kernels.PERIODS], inner, heat, whole_share, *shares[-2:], worth, bare
        rows.append((*whole, _bond(levels, at, chosen, units), *shares[:-2], *last))
    if not rows:
        none = np.empty(0, np.int32)
        empty = none.astype(np.float32)
        rows.append((*[none] * 8, *[empty] * 10, none, none, *[empty] * 6))
    columns = [np.concatenate(column) for column in zip(*rows, strict=True)]
    key = np.empty(len(columns[0]), np.uint64)
    words_loops.alike(counted.stem, counted.light, counted.units.value, columns[5], columns[0], key)
    columns.append(np.unique(key, return_inverse=True)[1].astype(np.int32))
    return Features(*columns)


def _within(levels: list[Level], light: NDArray[np.bool_]) -> list[Ints]:
    """For each gram of each level, the texts of the most held longer gram that holds it; one with grammar at an end is
    looked through."""
    found = [np.zeros(len(level), np.int32) for level in levels]
    for at in range(len(levels) - 1, 0, -1):
        level = levels[at]
        ends = light[level.begin] | light[level.begin + level.size - 1]
        held = np.maximum(found[at], np.where(ends, 0, level.texts)).astype(np.int32)
        kernels.spread(level.prefix, held, found[at - 1])
        kernels.spread(level.suffix, held, found[at - 1])
    return found


def _bond(levels: list[Level], at: int, chosen: NDArray[np.int64], units: int) -> Floats:
    """The least normalised association of two parts of each gram, over all cuts."""
    level = levels[at]
    whole = np.log(level.times[chosen])
    heads, tails = [], []  # association of the first s units, of the last s units, s from the longest down
    head = tail = chosen.astype(np.int32)
    for shorter in range(at, 0, -1):
        head, tail = levels[shorter].prefix[head], levels[shorter].suffix[tail]
        heads.append(np.log(levels[shorter - 1].times[head]))
        tails.append(np.log(levels[shorter - 1].times[tail]))
    size = np.log(max(units, 2))
    parts = [a + b for a, b in zip(heads, reversed(tails), strict=True)]
    most = np.max(parts, axis=0)
    return np.asarray((whole + size - most) / np.maximum(size - whole, 1e-9), np.float32)
