"""New texts against those held and against each other: one sort, then seeds in the order of their places.

Lives here: the steps and their memory. Not here: the loops (``kernels``), the settings' meaning (``settings``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.arrays import Held, Keys, Units
from onrecord.text.passages.found import COLUMNS, Passages, Whole
from onrecord.text.passages.kernels import cutting, differing, placing, reaching, seeding
from onrecord.text.passages.settings import Settings

ROWS = 1 << 18
SEEDS = 1 << 20  # made at a time
RULES = ("lone", "lone_alone", "near", "drift", "drop", "glance", "promise", "least", "letters", "alike")


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Units with the text of each 256th; their places begin at ``base``, their texts at ``text``."""

    units: Units
    near: NDArray[np.int32]
    base: int
    text: int


def join(held: Held, new: Units, keys: Keys, settings: Settings, negations: NDArray[np.uint32]) -> Passages:
    """The passages of each new text with all texts before it; texts are numbered from the first held on.

    ``keys``: the new units' ``shingles``, whose base is the number of units held. ``negations``: sorted values of words
    that negate.
    """
    old, fresh = _side(held.units, 0, 0), _side(new, len(held.units), held.units.texts)
    found = _seeds(old, fresh, held.runs, keys, settings)
    split = int(np.searchsorted(found, np.uint64(fresh.base << (cutting.PLACE_BITS + int(seeding.FLAGS)))))
    inner = found[split:] - np.uint64(fresh.base << (cutting.PLACE_BITS + int(seeding.FLAGS)))
    parts = ((old, found[:split], (0, 0)), (fresh, inner, (fresh.text, fresh.base)))
    rows = [
        _as_characters(side, fresh, _grow(side, fresh, some, settings, shift), negations, settings)
        for side, some, shift in parts
    ]
    return Passages(np.concatenate(rows))


def _side(units: Units, base: int, text: int) -> _Side:
    near = np.zeros((len(units) >> seeding.COARSE) + 1, np.int32)
    seeding.coarse(units.first, near)
    return _Side(units, near, base, text)


def _seeds(old: _Side, new: _Side, runs: tuple[Keys, ...], keys: Keys, settings: Settings) -> Keys:
    """The seeds of new places, sorted by place."""
    mark = np.zeros(len(new.units), np.uint8)
    key = np.concatenate([keys, *(_held(run, keys, settings.cap, new.base, mark) for run in runs)])
    if runs:
        key.sort()
    seeding.crowded(key, settings.common, settings.cap, new.base, mark)
    key = key[: seeding.repeated(key)]
    before, after, owner = np.empty(len(key), np.int64), np.empty(len(key), np.int64), np.empty(len(key), np.int32)
    for side in (old, new):
        places = (side.units.value, side.units.first, side.near, side.base, side.text, settings.shingle)
        seeding.context(key, *places, before, after, owner)
    parts, at = [np.empty(0, np.uint64)], 0
    while at < len(key):
        some = np.empty(settings.cap + min(SEEDS, len(key) * settings.cap), np.uint64)
        count, at = seeding.seeds(key, before, after, owner, mark, new.base, settings.rare, settings.cap, at, some)
        parts.append(some[:count])
    found = np.concatenate(parts)
    found.sort()
    return found


def _held(run: Keys, keys: Keys, cap: int, base: int, mark: NDArray[np.uint8]) -> Keys:
    """What a run has of the shingles of ``keys``."""
    found = np.empty(seeding.held(run, keys, cap, base, mark, np.empty(0, np.uint64)), np.uint64)
    seeding.held(run, keys, cap, base, mark, found)
    return found


def _grow(a: _Side, b: _Side, found: Keys, settings: Settings, shift: tuple[int, int]) -> Whole:
    """Passages as rows in units; ``found`` numbers side a from 0, and ``shift`` is added to its texts and units."""
    rules = np.array([getattr(settings, name) for name in RULES], np.int64)
    sides = (a.units.value, a.units.length, a.units.first, a.near, b.units.value, b.units.length, b.units.first, b.near)
    memory = np.full((max(1, b.units.texts), reaching.MEMORY), -1, np.int64)
    work = np.empty(reaching.WIDTH, np.int64)
    taken = []
    at = 0
    while at < len(found):
        out = np.empty((min(ROWS, 2 * len(found) + 2), reaching.COLUMNS), np.int64)
        before = np.empty(len(out), np.int64)
        rows, at = reaching.passages(found, *sides, b.base, b.text, rules, memory, work, before, out, at)
        taken.append(out[:rows])
    rows_found = np.concatenate(taken) if taken else np.empty((0, reaching.COLUMNS), np.int64)
    rows_found[:, reaching.A] += shift[0]
    rows_found[:, reaching.A_FIRST : reaching.A_END + 1] += shift[1]
    return rows_found


def _as_characters(a: _Side, b: _Side, rows: Whole, negations: NDArray[np.uint32], settings: Settings) -> Whole:
    """Rows in units to rows in code points of each text, with what differs."""
    told, made = np.empty((len(rows), 3), np.int64), np.empty((len(rows), COLUMNS), np.int64)
    values = (a.base, a.units.value, a.units.kind, b.base, b.units.value, b.units.kind)
    sides = rows[:, reaching.A_FIRST : reaching.B_END + 1]  # begin and end of a, begin and end of b
    longest = int((sides[:, 1::2] - sides[:, ::2]).max(initial=0))
    words = np.empty(longest, np.uint32), np.empty(longest, np.uint32)
    kinds, places = np.empty(2 * longest, np.uint8), np.empty(2 * longest, np.int64)
    differing.differences(rows, *values, negations, settings.few, *words, kinds, places, told)
    one = a.base, a.units.start, a.units.length, a.units.kind
    other = b.base, b.units.start, b.units.length, b.units.kind
    placing.characters(rows, told, *one, *other, made)
    return made
