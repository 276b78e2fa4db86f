"""How familiar the words of a phrase are: in how many known formulations they stand.

Lives here: that figure of each phrase. Not here: how it is weighed (``ranking``), where known formulations come from.

What official texts repeat as a set phrase is mostly made of words, in Chinese of pairs of characters, of which other
set phrases are made too. A known formulation never speaks for itself: those that hold a phrase, and those that stand in
it, are left aside when it is looked at, so that nothing is proposed for being known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text import passages
from onrecord.text.phrases.counting import Counted
from onrecord.text.phrases.features import Features

Floats = NDArray[np.float64]
Words = NDArray[np.int64]  # a row for each phrase, a number for each word
Keys = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]

NONE_KNOWN = 0.5  # so many formulations a word counts as standing in, at least
STRANGE = float(np.log(NONE_KNOWN)) + 1e-6  # no more: no word stands in a known formulation
LONGEST = 12  # words of a known form that is looked for inside longer phrases
LOWER = (1 << 18) - 1
MIX = np.uint64(0x9E3779B97F4A7C15)


def familiar(counted: Counted, grams: Features, known: Sequence[str], unspaced: bool) -> Floats:
    """For each gram the mean logarithm of the known formulations in which its words beside grammar stand; in a language
    without spaces its pairs of characters."""
    forms, light = _as_words(counted, known)
    items = _sorted(_once(_items(alike, light, unspaced)) for alike in forms)
    runs = _sorted(_hash(_windows(alike, size)).ravel() for alike in forms for size in range(2, alike.shape[1] + 1))
    whole = _sorted(_hash(alike) for alike in forms)
    found = np.empty(len(grams))
    for rows, words in _by_size(counted, grams):
        each = _items(words, light, unspaced)
        among = _times(items, each) - _times(runs, _hash(words))[:, None]
        _without_inner(among, words, whole, 1 if unspaced else 0)
        told = np.where(each < 0, 0.0, np.log(np.maximum(among, 0) + NONE_KNOWN))
        found[rows] = told.sum(axis=1) / np.maximum((each >= 0).sum(axis=1), 1)
    return found


def _without_inner(among: NDArray[np.int64], words: Words, whole: Keys, step: int) -> None:
    """Take from the counts of items those known forms that stand inside the row; ``step``: words of an item but one."""
    for size in range(2, min(words.shape[1], LONGEST + 1)):
        inner = _times(whole, _hash(_windows(words, size)))
        for row, at in zip(*(where.tolist() for where in np.nonzero(inner)), strict=True):
            among[row, at : at + size - step] -= 1


def _as_words(counted: Counted, known: Sequence[str]) -> tuple[list[Words], NDArray[np.bool_]]:
    """Known forms as numbers of words that are equal in all inflections (-1: no word of these texts), without repeats,
    a row for each and an array for each length; and of each number whether it is grammar."""
    begin = counted.levels[0].begin if counted.levels else np.empty(0, np.int32)
    value, stem = counted.units.value[begin], counted.stem[begin].astype(np.int64)
    order = np.argsort(value)
    value, stem, grammar = value[order], stem[order], counted.light[begin][order]
    light = np.zeros(int(stem.max(initial=0)) + 1, np.bool_)
    light[stem[stem >= 0]] = grammar[stem >= 0]
    cut = passages.units(known, passages.WORDS)
    words = np.full(len(cut), -1, np.int64)
    if len(value):
        at = np.minimum(np.searchsorted(value, cut.value), len(value) - 1)
        words = np.where(value[at] == cut.value, stem[at], -1)
    sizes = np.diff(cut.first)
    alike = (words[cut.first[:-1][sizes == size][:, None] + np.arange(size)] for size in np.unique(sizes[sizes > 1]))
    return [np.unique(rows, axis=0) for rows in alike], light


def _items(words: Words, light: NDArray[np.bool_], unspaced: bool) -> Words:
    """What is counted of each row of words: those that are no grammar, or pairs of neighbours; -1 for all else."""
    if not unspaced:
        return np.where((words >= 0) & ~light[words], words, -1)
    one, other = words[:, :-1], words[:, 1:]
    return np.where((one >= 0) & (other >= 0), one * len(light) + other, -1)


def _once(items: Words) -> Words:
    """All items of all rows, those that stand twice in a row once."""
    some = np.sort(items, axis=1)
    first = np.diff(some, axis=1, prepend=-1) != 0
    return np.asarray(some[first], np.int64)


def _windows(words: Words, size: int) -> Words:
    """Each run of so many words of each row."""
    return np.lib.stride_tricks.sliding_window_view(words, size, axis=1)


def _by_size(counted: Counted, grams: Features) -> Iterator[tuple[NDArray[np.int64], Words]]:
    """The rows of all grams of one size, and their words."""
    for size in np.unique(grams.size).tolist():
        rows = np.flatnonzero(grams.size == size)
        yield rows, counted.stem[grams.begin[rows][:, None] + np.arange(size)].astype(np.int64)


def _hash(words: Words) -> NDArray[np.int64]:
    """One number for each run of words along the last axis."""
    found = np.full(words.shape[:-1], words.shape[-1], np.uint64)
    for column in range(words.shape[-1]):
        found = (found ^ (words[..., column] + 1).astype(np.uint64)) * MIX
        found ^= found >> np.uint64(29)
    return found.view(np.int64)


def _sorted(some: Iterable[NDArray[np.int64]]) -> Keys:
    """All of some keys, how often each stands there, and the lower bits that any of them has."""
    values, counts = np.unique(np.concatenate([np.empty(0, np.int64), *some]), return_counts=True)
    lower = np.zeros(LOWER + 1, np.bool_)
    lower[values & LOWER] = True
    return values, counts, lower


def _times(keys: Keys, some: NDArray[np.int64]) -> NDArray[np.int64]:
    """How often each of some stands among keys; few do, so that lower bits are looked at first."""
    values, counts, lower = keys
    found = np.zeros(some.shape, np.int64)
    where = np.nonzero(lower[some & LOWER])
    may = some[where]
    if len(may):
        at = np.minimum(np.searchsorted(values, may), len(values) - 1)
        found[where] = np.where(values[at] == may, counts[at], 0)
    return found
