"""New texts against those held and against each other: one sort, then seeds in the order of their places.

Lives here: the steps and their memory. Not here: the loops (``kernels``), the settings' meaning (``settings``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.found import Passages, Whole
from onrecord.text.passages.held import Held, Keys
from onrecord.text.passages.kernels import cutting, reaching, seeding
from onrecord.text.passages.settings import Settings
from onrecord.text.passages.units import Units

ROWS = 1 << 18
RULES = ("lone", "near", "drift", "gap", "drop", "glance", "promise", "least", "letters", "alike")


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Units with the text of each 256th; their places begin at ``base``, their texts at ``text``."""

    units: Units
    near: NDArray[np.int32]
    base: int
    text: int


def shingles(units: Units, base: int, settings: Settings) -> Keys:
    """The sorted shingles of units whose places begin at ``base``: hash in the high bits, place in the low ones."""
    key = np.empty(len(units), np.uint64)
    key = key[: cutting.shingles(units.value, units.first, settings.shingle, key)]
    key += np.uint64(base)
    key.sort()
    return key


def join(held: Held, new: Units, keys: Keys, settings: Settings) -> Passages:
    """The passages of each new text with all texts before it; texts are numbered from the first held on.

    ``keys``: the new units' ``shingles``, whose base is the number of units held.
    """
    old, fresh = _side(held.units, 0, 0), _side(new, len(held.units), held.units.texts)
    found = _seeds(old, fresh, held.runs, keys, settings)
    split = int(np.searchsorted(found, np.uint64(fresh.base << (cutting.PLACE_BITS + 1))))
    rows = [_grow(old, fresh, found[:split], settings)] if split else []
    inner = found[split:] - np.uint64(fresh.base << (cutting.PLACE_BITS + 1))
    rows.append(_grow(_Side(new, fresh.near, 0, 0), fresh, inner, settings, shift=(fresh.text, fresh.base)))
    return Passages(np.concatenate([_as_characters(old, fresh, part) for part in rows]))


def _side(units: Units, base: int, text: int) -> _Side:
    near = np.zeros((len(units) >> seeding.COARSE) + 1, np.int32)
    seeding.coarse(units.first, near)
    return _Side(units, near, base, text)


def _seeds(old: _Side, new: _Side, runs: tuple[Keys, ...], keys: Keys, settings: Settings) -> Keys:
    """The seeds of new places, sorted by place."""
    mark = np.zeros(len(new.units), np.uint8)
    key = np.concatenate([keys, *(_held(run, keys, settings.cap) for run in runs)])
    if runs:
        key.sort()
    seeding.crowded(key, settings.cap, new.base, mark)
    key = key[: seeding.repeated(key)]
    before, owner = np.empty(len(key), np.int64), np.empty(len(key), np.int32)
    for side in (old, new):
        units = side.units
        seeding.context(key, units.value, units.first, side.near, side.base, side.text, before, owner)
    given = (key, before, owner, mark, new.base, settings.cap, settings.rare)
    found = np.empty(seeding.seeds(*given, np.empty(0, np.uint64)), np.uint64)  # counted first, then written
    seeding.seeds(*given, found)
    found.sort()
    return found


def _held(run: Keys, keys: Keys, most: int) -> Keys:
    """What a run has of the shingles of ``keys``."""
    found = np.empty(seeding.held(run, keys, most, np.empty(0, np.uint64)), np.uint64)
    seeding.held(run, keys, most, found)
    return found


def _grow(a: _Side, b: _Side, found: Keys, settings: Settings, shift: tuple[int, int] = (0, 0)) -> Whole:
    """Passages as rows in units; ``shift`` is added to the texts and units of side a."""
    rules = np.array([getattr(settings, name) for name in RULES], np.int64)
    sides = (a.units.value, a.units.length, a.units.first, a.near, b.units.value, b.units.length, b.units.first, b.near)
    taken = []
    at = 0
    while at < len(found):
        out = np.empty((min(ROWS, 2 * len(found) + 2), reaching.COLUMNS), np.int64)
        rows, at = reaching.passages(found, *sides, b.base, b.text, rules, out, at)
        taken.append(out[:rows])
    rows_found = np.concatenate(taken) if taken else np.empty((0, reaching.COLUMNS), np.int64)
    rows_found[:, reaching.A] += shift[0]
    rows_found[:, reaching.A_FIRST : reaching.A_END + 1] += shift[1]
    return rows_found


def _as_characters(old: _Side, new: _Side, rows: Whole) -> Whole:
    """Rows in units to rows in code points of each text."""
    made = np.empty((len(rows), 8), np.int64)
    fresh = len(rows) > 0 and rows[0, reaching.A] >= new.text
    for at, side, text, begin in (
        (0, new if fresh else old, reaching.A, reaching.A_FIRST),
        (3, new, reaching.B, reaching.B_FIRST),
    ):
        last = rows[:, begin + 1] - 1 - side.base
        made[:, at] = rows[:, text]
        made[:, at + 1] = side.units.start[rows[:, begin] - side.base]
        made[:, at + 2] = side.units.start[last].astype(np.int64) + side.units.length[last]
    made[:, 6:8] = rows[:, reaching.SCORE : reaching.MATCHED + 1]
    return made
