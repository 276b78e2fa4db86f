"""The loops beside those over grams: words looked for, phrases that are alike, texts that are alike.

Lives here: loops, each a pure function over arrays, compiled when it first runs, and kept. Not here: grams and the
gaps between units (``kernels``), which words are looked for (``counting``). A gram is as there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept
from onrecord.text.phrases.kernels import AIM, NEAR, WALL

REACH = 10  # units after a stance that are near it


@kept
def run_hash(total: np.uint64, value: np.uint32) -> np.uint64:
    """The hash of a run of units with one more."""
    mixed = (total ^ np.uint64(value)) * np.uint64(0x9E3779B97F4A7C15)
    return mixed ^ (mixed >> np.uint64(32))


@kept
def hashes(
    value: NDArray[np.uint32], first: NDArray[np.int64], known: NDArray[np.uint64], begun: NDArray[np.bool_]
) -> None:
    """Fill ``known`` with the hash of each run, and mark in ``begun`` the lower bits of what begins one."""
    mask = np.uint64(len(begun) - 1)
    for run in range(len(first) - 1):
        total = np.uint64(0)
        for i in range(first[run], first[run + 1]):
            total = run_hash(total, value[i])
            begun[total & mask] = True
        known[run] = total


@kept
def sketch(value: NDArray[np.uint32], first: NDArray[np.int64], width: int, least: NDArray[np.uint64]) -> None:
    """Fill ``least`` with, for each text and each of its columns, the least hash of a run of ``width`` units."""
    bins = np.uint64(least.shape[1])
    for text in range(len(first) - 1):
        for i in range(first[text], first[text + 1] - width + 1):
            total = np.uint64(0)
            for j in range(i, i + width):
                total = run_hash(total, value[j])
            column = np.int64(total % bins)
            least[text, column] = min(least[text, column], total // bins)


@kept
def united(
    text: NDArray[np.int32], group: NDArray[np.int32], head: NDArray[np.int32], origin: NDArray[np.int32]
) -> None:
    """Give texts of one group one origin, the least of theirs; ``origin`` stays flat: an origin is its own. ``head`` is
    -1 and has room for each group."""
    for x in range(len(text)):
        a = text[x]
        if head[group[x]] < 0:
            head[group[x]] = a
            continue
        b = head[group[x]]
        while origin[a] != a:
            a = origin[a]
        while origin[b] != b:
            b = origin[b]
        origin[max(a, b)] = min(a, b)
    for a in range(len(origin)):
        origin[a] = origin[origin[a]]


@kept
def cues(
    value: NDArray[np.uint32],
    starts: NDArray[np.bool_],
    known: NDArray[np.uint64],
    begun: NDArray[np.bool_],
    longest: int,
    passed: NDArray[np.bool_],
    flag: int,
    after: int,
    gap: NDArray[np.uint16],
) -> None:
    """Set ``flag`` in the gap before each cue or, with ``after``, in the gap after it and after one ``passed`` unit.

    ``known``: the sorted hashes of all cues (``run_hash``), of at most ``longest`` units; ``begun``: of the lower bits
    of a hash, whether a cue may begin so; ``starts``: of the upper 16 bits of a value, whether a cue may begin with
    it; ``passed``: of each unit, whether it may stand between cue and phrase.
    """
    mask = np.uint64(len(begun) - 1)
    n = len(value)
    for i in range(n):
        if not starts[value[i] >> np.uint32(16)]:
            continue
        total = np.uint64(0)
        for size in range(1, min(longest, n - i) + 1):
            total = run_hash(total, value[i + size - 1])
            if not begun[total & mask]:
                break
            at = np.searchsorted(known, total)
            if at < len(known) and known[at] == total:
                if not after:
                    gap[i] |= flag
                else:
                    gap[i + size] |= flag
                    if i + size < n and passed[i + size] and not gap[i + size] & WALL:
                        gap[i + size + 1] |= flag
            if gap[i + size] & WALL:
                break


@kept
def covered(
    value: NDArray[np.uint32],
    starts: NDArray[np.bool_],
    known: NDArray[np.uint64],
    begun: NDArray[np.bool_],
    longest: int,
    inside: NDArray[np.bool_],
) -> None:
    """Say of each unit whether it stands in one of the runs ``known``; the other arguments are those of ``cues``."""
    mask = np.uint64(len(begun) - 1)
    n = len(value)
    for i in range(n):
        if not starts[value[i] >> np.uint32(16)]:
            continue
        total = np.uint64(0)
        for size in range(1, min(longest, n - i) + 1):
            total = run_hash(total, value[i + size - 1])
            if not begun[total & mask]:
                break
            at = np.searchsorted(known, total)
            if at < len(known) and known[at] == total:
                for x in range(i, i + size):
                    inside[x] = True


@kept
def alike(
    unit: NDArray[np.int32],
    light: NDArray[np.bool_],
    value: NDArray[np.uint32],
    begin: NDArray[np.int32],
    size: NDArray[np.int32],
    key: NDArray[np.uint64],
) -> None:
    """Fill ``key`` with a hash of the numbers of each run of units: of words but grammar, in any order; of characters
    that stand alone, of all in their order."""
    for g in range(len(begin)):
        ordered, free = np.uint64(0), np.uint64(0)
        alone = False
        for i in range(begin[g], begin[g] + size[g]):
            ordered = run_hash(ordered, np.uint32(unit[i]))
            alone = alone or value[i] & 1 == 1
            if not light[i]:
                free += run_hash(np.uint64(1), np.uint32(unit[i]))
        key[g] = ordered if alone else free


@kept
def near(gap: NDArray[np.uint16]) -> None:
    """Set NEAR in each gap that at most REACH units follow a stance in, no wall between."""
    left = 0
    for i in range(len(gap)):
        if gap[i] & AIM:
            left = REACH
        elif gap[i] & WALL:
            left = 0
        if left > 0:
            gap[i] |= NEAR
            left -= 1
