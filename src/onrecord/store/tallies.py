"""The arithmetic of cells: positions, texts, origins, dates and sides of many cells at once.

Lives here: counting over arrays, so that 200,000 positions take a fraction of a second. Not here: which positions are
counted and their dates (``stances``), the values (``tally``: asked for where arrays are not). Days are numbers such as
20310504; 0 stands for no date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from onrecord.store.tally import ActCount, Dated, Tally

Array = np.ndarray[Any, np.dtype[Any]]
Group = dict[tuple[str, int], list[int]]
Side = Callable[[str], str | None]
_FAR = 99999999


@dataclass(frozen=True, slots=True)
class _Statements:
    """The same as arrays, indexed by number."""

    size: int
    like: Array
    likes: int
    first: Array
    last: Array
    unsure: Array


def tallies(cells: Sequence[Group], dated: Dated, side: Side) -> list[Tally]:
    """The counts of each cell: a cell has the statements of each (act, negated), one for each position; ``side`` says
    which acts are "for" and "against"."""
    if not cells:
        return []
    keys = [key for cell in cells for key in cell]
    lists = [held for cell in cells for held in cell.values()]
    if 2 * sum(map(len, lists)) < len(dated.likeness):
        dated = dated.only(set(chain.from_iterable(lists)))  # a part of a large table costs what it holds
    arrays = _arrays(dated)
    lengths = np.array([len(held) for held in lists])
    owner = np.repeat(np.arange(len(cells)), [len(cell) for cell in cells])
    numbers = np.fromiter(chain.from_iterable(lists), dtype=np.int64, count=int(lengths.sum()))
    code = np.repeat(np.arange(len(keys)), lengths)
    like = arrays.like[numbers]
    texts, origins = _distinct(code, numbers, len(keys)), _distinct(code, like, len(keys))
    counts = [
        ActCount(act, bool(negated), *row)
        for (act, negated), *row in zip(keys, lengths.tolist(), texts.tolist(), origins.tolist(), strict=True)
    ]
    newest = np.zeros(len(cells), dtype=np.int64)
    np.maximum.at(newest, owner[code], arrays.first[numbers])
    last_day = np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(last_day, code, arrays.last[numbers])
    late = (last_day >= newest[owner]).tolist()
    whole = _whole(owner[code], numbers, arrays, len(cells))
    sides = _sides(
        owner[code], like, np.array([side(a) if not n else None for a, n in keys], dtype=object)[code], len(cells)
    )
    return _packed(cells, counts, late, whole, sides, _dates(dated))


def _arrays(dated: Dated) -> _Statements:
    size = max(dated.likeness, default=0) + 1
    held = np.fromiter(dated.likeness, dtype=np.int64, count=len(dated.likeness))
    values = np.fromiter(dated.likeness.values(), dtype=np.int64, count=len(dated.likeness))
    unique, inverse = np.unique(values, return_inverse=True)
    like, first, last, unsure = (np.zeros(size, dtype=np.int64) for _ in range(4))
    like[held] = inverse
    for number, (low, high) in dated.days.items():
        first[number], last[number] = _number(low), _number(high)
    unsure[list(dated.unsure)] = 1
    return _Statements(size, like, len(unique), first, last, unsure)


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def _day(number: int) -> str | None:
    digits = f"{number:08}"
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if number else None


def _pairs(groups: Array, values: Array) -> tuple[Array, Array]:
    """Distinct (group, value) pairs in order of groups."""
    width = int(values.max(initial=0)) + 1
    unique = _unique(groups * width + values)
    return unique // width, unique % width


def _unique(values: Array) -> Array:
    """Distinct values in order; by sorting, which is several times faster than numpy's hashing on such arrays."""
    rising = np.sort(values)
    return rising[np.concatenate(([True], rising[1:] != rising[:-1]))] if len(rising) else rising


def _distinct(groups: Array, values: Array, count: int) -> Array:
    return np.bincount(_pairs(groups, values)[0], minlength=count)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Counts of whole cells: texts, origins, unsure texts, and the days of the first and last statement."""

    texts: list[int]
    origins: list[int]
    unsure: list[int]
    first: list[tuple[int, int]]
    last: list[tuple[int, int]]


def _whole(cell: Array, numbers: Array, arrays: _Statements, count: int) -> _Whole:
    owner, number = _pairs(cell, numbers)
    first, last = arrays.first[number], arrays.last[number]
    begin = np.full(count, _FAR * (_FAR + 1) + _FAR, dtype=np.int64)
    np.minimum.at(begin, owner, np.where(first > 0, first * (_FAR + 1) + last, begin[0]))
    end = np.zeros(count, dtype=np.int64)
    np.maximum.at(end, owner, last * (_FAR + 1) + first)
    return _Whole(
        np.bincount(owner, minlength=count).tolist(),
        _distinct(cell, arrays.like[numbers], count).tolist(),
        np.bincount(owner, weights=arrays.unsure[number], minlength=count).astype(np.int64).tolist(),
        [divmod(n, _FAR + 1) for n in begin.tolist()],
        [divmod(n, _FAR + 1)[::-1] for n in end.tolist()],
    )  # fmt: skip


def _sides(cell: Array, like: Array, side: Array, count: int) -> list[tuple[int, int, int]]:
    """Origins of each cell that are for, against, both."""
    width = int(like.max(initial=0)) + 1
    pair = cell * width + like
    pro, contra = _unique(pair[side == "for"]), _unique(pair[side == "against"])
    both = np.intersect1d(pro, contra, assume_unique=True)
    a, b, c = (np.bincount(x // width, minlength=count) for x in (pro, contra, both))
    return list(zip((a - c).tolist(), (b - c).tolist(), c.tolist(), strict=True))


def _dates(dated: Dated) -> dict[tuple[int, int], str | None]:
    """The EDTF date behind a pair of days."""
    return {(_number(low), _number(high)): dated.edtf[number] for number, (low, high) in dated.days.items()}


def _packed(
    cells: Sequence[Group],
    counts: list[ActCount],
    late: list[bool],
    whole: _Whole,
    sides: list[tuple[int, int, int]],
    dates: dict[tuple[int, int], str | None],
) -> list[Tally]:
    found, at = [], 0
    for index, cell in enumerate(cells):
        own = list(zip(counts[at : at + len(cell)], late[at : at + len(cell)], strict=True))
        at += len(cell)
        own.sort(key=lambda x: (-x[0].origins, -x[0].texts, -x[0].positions, x[0].act, x[0].negated))
        first, last = whole.first[index], whole.last[index]
        known = last[1] > 0
        found.append(
            Tally(
                sum(a.positions for a, _ in own), whole.texts[index], whole.origins[index], tuple(a for a, _ in own),
                tuple((a.act, a.negated) for a, newest in own if newest), dates[first] if known else None,
                dates[last] if known else None, sides[index], whole.unsure[index],
                (_day(first[0]), _day(last[1])) if known else (None, None),
            )
        )  # fmt: skip
    return found
