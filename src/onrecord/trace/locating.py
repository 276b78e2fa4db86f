"""Where quotations may stand: windows of held texts, found by shingles, and by their rarest word where those fail.

Lives here: looking places up in the arrays of a passage index; all quotations at once. Not here: what a window shows
(``compare.verify``), which statement it belongs to (``record``). Every window is a proposal and decides nothing.

A shingle (four words, five characters) is looked up by halving in the sorted runs; where that gives nothing, those of
the quotation's letters, as which words among Chinese characters are held. A quotation of fewer words, or one whose
every shingle was changed, is looked for at the places of its rarest unit, in one pass over the units held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.text import passages
from onrecord.text.passages import Units
from onrecord.trace.index import PassageIndex

PLACE_BITS = 30
COMMON = 200  # places of one shingle that are looked at: the first half and the last
APART = 400  # units between two hits of one text that make two windows
LONGEST = 1_200  # units of a window
WINDOWS = 8  # proposals for one quotation
SAMPLE = 1 << 19
CHUNK = 1 << 22
RARE = 4_000  # places of a rarest unit that are looked at
SHARE = 0.5  # least share of a quotation's units around its rarest one
_PLACES = np.uint64((1 << PLACE_BITS) - 1)
_PLACE = np.uint64(PLACE_BITS)
_HIGH = np.uint32(16)
Whole = NDArray[np.int64]


@dataclass(slots=True)
class Window:
    """Code points ``[start, end)`` of the text with number ``text`` in the index that hold the hits ``seeds``: numbers
    of units of the quotation."""

    text: int
    start: int
    end: int
    seeds: set[int] = field(default_factory=set)


def locate(index: PassageIndex, quotations: Sequence[str]) -> list[list[Window]]:
    """For each quotation the windows where it may stand, best first; none where nothing like it is held."""
    held = index.held.units
    if not len(held) or not quotations:
        return [[] for _ in quotations]
    asked = passages.units(quotations)
    found = _by_shingles(index, asked)
    poor = _poor(found)
    spelt = _by_shingles(index, passages.units([quotations[n] for n in poor], passages.LETTERS))
    for n, windows in zip(poor, spelt, strict=True):
        found[n] = windows if _rich(windows) else found[n]
    for n, (seeds, places) in _scan(held, asked, _poor(found)).items():
        found[n] = _chosen([*found[n], *_windows(held, seeds, places)])
    return found


def _poor(found: Sequence[Sequence[Window]]) -> list[int]:
    """Which quotations have no window with two hits."""
    return [n for n, windows in enumerate(found) if not _rich(windows)]


def _rich(windows: Sequence[Window]) -> bool:
    return len(windows) > 0 and len(windows[0].seeds) > 1


def _by_shingles(index: PassageIndex, asked: Units) -> list[list[Window]]:
    """The windows that the shingles of each quotation give."""
    quote, seed, place = _hits(index, asked)
    return [_windows(index.held.units, seed[quote == n], place[quote == n]) for n in range(asked.texts)]


def _hits(index: PassageIndex, asked: Units) -> tuple[Whole, Whole, Whole]:
    """Hits of shingles: the quotation, its unit, and the place among all units held."""
    keys = passages.shingles(asked, 0, index.settings)
    own = (keys & _PLACES).astype(np.int64)
    low = (keys >> _PLACE) << _PLACE
    seeds, places = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for run in index.held.runs:
        begins, ends = np.searchsorted(run, low), np.searchsorted(run, low | _PLACES, side="right")
        for unit, begin, end in zip(own.tolist(), begins.tolist(), ends.tolist(), strict=True):
            if begin == end:
                continue
            some = run[begin:end] if end - begin <= COMMON else _ends(run, begin, end)
            places.append((some & _PLACES).astype(np.int64))
            seeds.append(np.full(len(some), unit, np.int64))
    seed, place = np.concatenate(seeds), np.concatenate(places)
    quote = np.searchsorted(asked.first, seed, side="right") - 1
    return quote, seed - asked.first[quote], place


def _ends(run: NDArray[np.uint64], begin: int, end: int) -> NDArray[np.uint64]:
    return np.concatenate([run[begin : begin + COMMON // 2], run[end - COMMON // 2 : end]])


def _windows(held: Units, seeds: Whole, places: Whole) -> list[Window]:
    """Hits of one quotation gathered to windows, those with the most different seeds first."""
    texts = np.searchsorted(held.first, places, side="right") - 1
    found: list[Window] = []
    first = last = -APART
    for at in np.argsort(places, kind="stable").tolist():
        text, place = int(texts[at]), int(places[at])
        start = int(held.start[place])
        if not found or found[-1].text != text or place - last > APART or place - first > LONGEST:
            found.append(Window(text, start, start))
            first = place
        found[-1].end = start + int(held.length[place])
        found[-1].seeds.add(int(seeds[at]))
        last = place
    return _chosen(found)


def _chosen(windows: list[Window]) -> list[Window]:
    """The best windows; after the first half, those that hold what the ones before do not."""
    rest = sorted(windows, key=lambda w: (-len(w.seeds), w.text, w.start))
    chosen = rest[: WINDOWS // 2]
    rest = rest[WINDOWS // 2 :]
    covered = {seed for window in chosen for seed in window.seeds}
    while rest and len(chosen) < WINDOWS:
        best = max(rest[:COMMON], key=lambda w: len(w.seeds - covered))
        if not best.seeds - covered:
            break
        chosen.append(best)
        rest.remove(best)
        covered |= best.seeds
    return [*chosen, *rest[: WINDOWS - len(chosen)]]


def _scan(held: Units, asked: Units, wanted: Sequence[int]) -> dict[int, tuple[Whole, Whole]]:
    """For each wanted quotation the places of its rarest unit around which most of its units stand."""
    spans = {n: (int(asked.first[n]), int(asked.first[n + 1])) for n in wanted}
    spans = {n: span for n, span in spans.items() if span[1] > span[0]}
    if not spans:
        return {}
    sample = np.sort(np.asarray(held.value[:: max(1, len(held) // SAMPLE)]))
    rare = {n: _rarest(sample, asked.value[begin:end]) for n, (begin, end) in spans.items()}
    probes = np.unique(np.array([asked.value[spans[n][0] + k] for n, k in rare.items()], np.uint32))
    places = _places(held.value, probes)
    return {
        n: _around(held.value, asked.value[begin:end], rare[n], places[int(asked.value[begin + rare[n]])])
        for n, (begin, end) in spans.items()
    }


def _rarest(sample: NDArray[np.uint32], values: NDArray[np.uint32]) -> int:
    counts = np.searchsorted(sample, values, side="right") - np.searchsorted(sample, values)
    return int(np.argmin(counts))


def _places(values: NDArray[np.uint32], probes: NDArray[np.uint32]) -> dict[int, Whole]:
    """Every place of each of a few units, in one pass."""
    table = np.zeros(1 << 16, np.bool_)
    table[probes >> _HIGH] = True
    found: dict[int, list[Whole]] = defaultdict(list)
    for begin in range(0, len(values), CHUNK):
        part = np.asarray(values[begin : begin + CHUNK])
        near = np.flatnonzero(table[part >> _HIGH])
        some = part[near]
        for probe in probes.tolist():
            found[probe].append(near[some == probe] + begin)
    return {probe: np.concatenate(parts) for probe, parts in found.items()}


def _around(held: NDArray[np.uint32], values: NDArray[np.uint32], rarest: int, places: Whole) -> tuple[Whole, Whole]:
    """The places of a quotation's rarest unit around which its other units stand, with that unit's number as seed."""
    if len(places) > RARE:
        places = np.concatenate([places[: RARE // 2], places[-RARE // 2 :]])
    slack = 0 if len(values) < 4 else 3
    offsets = np.arange(-rarest - slack, len(values) - rarest + slack)
    around = np.clip(places[:, None] + offsets[None, :], 0, len(held) - 1)
    there = np.asarray(held[around.reshape(-1)]).reshape(around.shape)
    count = np.zeros(len(places), np.int64)
    for value in np.unique(values):
        count += (there == value).any(axis=1)
    best = np.argsort(-count, kind="stable")[:WINDOWS]
    best = best[count[best] >= max(1.0, SHARE * len(np.unique(values)))]
    return np.full(len(best), rarest, np.int64), places[best]
