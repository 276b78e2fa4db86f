"""New texts against those held and against each other: one sort, then seeds in the order of their places.

Lives here: the steps and their memory. Not here: the loops (``kernels``), the settings' meaning (``settings``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.arrays import Held, Keys, Units, let_go
from onrecord.text.passages.found import COLUMNS, Passages, Whole
from onrecord.text.passages.kernels import cutting, differing, edges, placing, reaching, seeding
from onrecord.text.passages.settings import Settings
from onrecord.text.passages.telling import Marks

ROWS = 1 << 18
KEYS = 1 << 16  # looked at together
SEEDS = 1 << 20  # made at a time
RULES = ("drop", "glance", "promise", "least", "letters", "alike")


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Units with the text of each 256th; their places begin at ``base``, their texts at ``text``."""

    units: Units
    near: NDArray[np.int32]
    base: int
    text: int


def join(held: Held, new: Units, keys: Keys, settings: Settings, telling: Marks) -> Passages:
    """The passages of each new text with all texts before it; texts are numbered from the first held on.

    ``keys``: the new units' ``shingles``, whose base is the number of units held. ``telling``: what tells sides apart.
    """
    old, fresh = _side(held.units, 0, 0), _side(new, len(held.units), held.units.texts)
    found = _seeds(old, fresh, held.runs, keys, settings)
    first = np.uint64(fresh.base << cutting.PLACE_BITS)
    split = int(np.searchsorted(found, first))
    found[split:] -= first
    parts = ((old, found[:split], (0, 0)), (fresh, found[split:], (fresh.text, fresh.base)))
    rows = [made for side, some, shift in parts for made in _rows(side, fresh, some, telling, settings, shift)]
    return Passages(rows[0] if len(rows) == 1 else np.concatenate([np.empty((0, COLUMNS), np.int64), *rows]))


def _side(units: Units, base: int, text: int) -> _Side:
    near = np.zeros((len(units) >> seeding.COARSE) + 1, np.int32)
    seeding.coarse(units.first, near)
    return _Side(units, near, base, text)


def _seeds(old: _Side, new: _Side, runs: tuple[Keys, ...], keys: Keys, settings: Settings) -> Keys:
    """The seeds of new places, sorted by place."""
    mark = np.zeros(len(new.units), np.uint8)
    key = keys
    if runs:
        key = np.concatenate([keys, *(_held(run, keys, settings.cap, new.base, mark) for run in runs)])
        key.sort()
    seeding.needs(key, settings.common, settings.cap, new.base, mark)
    parts = list(_parts(old, new, key, mark, settings))
    found = parts[0] if len(parts) == 1 else np.concatenate(parts)
    found.sort()
    return found


def _parts(old: _Side, new: _Side, key: Keys, mark: NDArray[np.uint8], settings: Settings) -> Iterator[Keys]:
    """The seeds of sorted keys, some at a time, so that what is noted of each key stays in the processor's cache."""
    some, known = _room(min(KEYS, len(key)))
    numbers = new.base, settings.cap
    out, filled, at = np.empty(settings.cap + min(SEEDS, len(key) * settings.cap), np.uint64), 0, 0
    while at < len(key):
        size, at = seeding.repeated(key, at, some)
        if not size and at < len(key):
            some, known = _room(2 * len(some))  # a shingle that stands more often than there is room for
            continue
        for side in (old, new) if len(old.units) else (new,):
            places = (side.units.value, side.units.first, side.near, side.base, side.text, settings.shingle)
            seeding.context(some[:size], *places, *known)
        done = 0
        while done < size:
            count, done = seeding.seeds(some[:size], *known, mark, *numbers, done, out[filled:])
            filled += count
            if done < size:
                yield out[:filled]
                out, filled = np.empty_like(out), 0
    yield out[:filled]


def _room(size: int) -> tuple[Keys, tuple[Whole, Whole, NDArray[np.int32]]]:
    """Room for keys, and what ``context`` notes of each: what stands before it and after it, whose it is."""
    known = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.int32)
    return np.empty(size, np.uint64), known


def _held(run: Keys, keys: Keys, cap: int, base: int, mark: NDArray[np.uint8]) -> Keys:
    """What a run has of the shingles of ``keys``."""
    found = np.empty(seeding.held(run, keys, cap, base, mark, np.empty(0, np.uint64)), np.uint64)
    seeding.held(run, keys, cap, base, mark, found)
    let_go(run)
    return found


def _rows(
    a: _Side, b: _Side, found: Keys, telling: Marks, settings: Settings, shift: tuple[int, int]
) -> Iterator[Whole]:
    """Passages in code points; ``found`` numbers side a from 0, and ``shift`` is added to its texts and units."""
    rules = np.array([getattr(settings, name) for name in RULES], np.int64)
    sides = (a.units.value, a.units.length, a.units.first, a.near, b.units.value, b.units.length, b.units.first, b.near)
    memory = np.full((max(1, b.units.texts), reaching.MEMORY), -1, np.int64)
    work = np.empty(reaching.WIDTH, np.int64)
    out = np.empty((min(ROWS, 2 * len(found) + 2), reaching.COLUMNS), np.int64)
    before = np.empty(len(out), np.int64)
    at = 0
    while at < len(found):
        rows, at = reaching.passages(found, *sides, b.base, b.text, rules, memory, work, before, out, at)
        out[:rows, reaching.A] += shift[0]
        out[:rows, reaching.A_FIRST : reaching.A_END + 1] += shift[1]
        yield _as_characters(a, b, out[:rows], telling, settings)


def _as_characters(a: _Side, b: _Side, rows: Whole, telling: Marks, settings: Settings) -> Whole:
    """Rows in units to rows in code points of each text, with what differs."""
    told, made = np.empty((len(rows), differing.TOLD), np.int64), np.empty((len(rows), COLUMNS), np.int64)
    one, other = a.units, b.units
    values = (
        a.base, one.value, one.kind, one.start, one.length, b.base, other.value, other.kind, other.start, other.length,
    )  # fmt: skip
    sides = rows[:, reaching.A_FIRST : reaching.B_END + 1]  # begin and end of a, begin and end of b
    longest = int((sides[:, 1::2] - sides[:, ::2]).max(initial=0)) + 2 * edges.LONGEST
    words = np.empty(longest, np.uint32), np.empty(longest, np.uint32)
    kinds, places = np.empty(2 * longest, np.uint8), np.empty(2 * longest, np.int64)
    room = *words, kinds, places, np.empty(16, np.int64)
    differing.differences(rows, *values, telling.mark, telling.sieve, settings.few, *room, told)
    starts = a.base, one.start, one.length, one.kind, b.base, other.start, other.length, other.kind
    placing.characters(rows, told, *starts, made)
    return made
