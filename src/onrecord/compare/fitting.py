"""Where the words of a quotation stand in a window: matching runs near each other, and what they leave on either side.

Lives here: finding parts. Not here: what is made of them (``verify``), naming differences (``differ``).

The words are matched in each window; the part that fits best is taken, then, for what it leaves, the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.compare import words as cutting
from onrecord.compare.differ import Side, blocks, keys, without_islands
from onrecord.compare.quotation import Quotation
from onrecord.compare.telling import Telling
from onrecord.model import Span

FAR = 25  # words between two stretches that makes them two parts (a hanzi counts two thirds)
PART = 15  # least weight of a part: five words, eight hanzi
SHORT_PART = 6  # beside an ellipsis
PARTS = 4
DEAREST = 12  # the most that one change costs
EDGE = 3  # words at an end of a quotation that may stand apart from its part
SKIPPED = 6  # words left out between


@dataclass(frozen=True)
class Window:
    """A stretch ``[start, end)`` of a held text that may hold a quotation, cut into words when it is looked at.
    ``text`` names it for the caller."""

    text: int
    chars: str
    start: int
    end: int

    @cached_property
    def side(self) -> Side:
        """The words of the stretch."""
        return Side(self.chars, cutting.cut(self.chars, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``[first, end)`` of a quotation that stand at ``span`` of a text."""

    text: int
    span: Span
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Fit:
    """Matching runs of a quotation's words ``[low, high)`` in one window, near each other."""

    window: Window
    runs: tuple[tuple[int, int, int], ...]
    score: int

    @property
    def first(self) -> int:
        """The first word of the quotation."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """The word of the quotation behind the last."""
        return self.runs[-1][0] + self.runs[-1][2]

    @property
    def begins(self) -> int:
        """The first word of the window."""
        return self.runs[0][1]

    @property
    def ends(self) -> int:
        """The word of the window behind the last."""
        return self.runs[-1][1] + self.runs[-1][2]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A quotation under work, with the clusters found already."""

    quotation: Quotation
    tell: Telling
    known: dict[tuple[int, int, int], list[Fit]] = field(default_factory=dict)


def fits_of(case: Case, windows: Sequence[Window], low: int, high: int, depth: int = 0) -> list[Fit]:
    """The best part for words ``[low, high)``, then the best for what it leaves on either side."""
    quotation = case.quotation
    least = SHORT_PART if quotation.gaps & set(range(low, high + 1)) or not depth else PART
    if depth >= PARTS or cutting.weight(quotation.side.words[low:high]) < least:
        return []
    best = max((f for w in windows for f in _clusters(case, w, low, high)), key=lambda f: f.score, default=None)
    if best is None or (depth and best.score < least):
        return []
    return [
        *fits_of(case, windows, low, best.first, depth + 1),
        best,
        *fits_of(case, windows, best.end, high, depth + 1),
    ]


def _clusters(case: Case, window: Window, low: int, high: int) -> list[Fit]:
    """Matching runs of a window gathered while less than ``FAR`` words lie between them."""
    known = (id(window), low, high)
    if known not in case.known:
        case.known[known] = _gathered(case.quotation, window, low, high)
    return case.known[known]


def _gathered(quotation: Quotation, window: Window, low: int, high: int) -> list[Fit]:
    words = quotation.side.words[low:high]
    part = Side(quotation.side.chars, words)
    matched = without_islands(blocks(keys(part), keys(window.side)), part, window.side)
    groups: list[list[tuple[int, int, int]]] = []
    for i, j, size in matched:
        run = (i + low, j, size)
        if groups:
            last = groups[-1][-1]
            between = window.side.words[last[1] + last[2] : j]
            if cutting.weight(between) <= FAR * cutting.WORD_WEIGHT:
                groups[-1].append(run)
                continue
        groups.append([run])
    return [_best_of(quotation, window, runs) for runs in groups]


def _best_of(quotation: Quotation, window: Window, runs: list[tuple[int, int, int]]) -> Fit:
    """The neighbouring runs with the best score: matched weight, less what the changes between them cost."""
    best, kept = 0, runs[:1]
    score, first = 0, 0
    for n, (i, j, size) in enumerate(runs):
        if n:
            i0, j0, size0 = runs[n - 1]
            put = sum(quotation.side.words[k].weight for k in range(i0 + size0, i) if k not in quotation.own)
            left = 0 if i in quotation.gaps else cutting.weight(window.side.words[j0 + size0 : j])
            score -= min(DEAREST, max(put, left // 6))
        if score <= 0:
            score, first = 0, n
        score += cutting.weight(quotation.side.words[i : i + size])
        if score > best:
            best, kept = score, runs[first : n + 1]
    return Fit(window, tuple(kept), best)


def to_edges(quotation: Quotation, fit: Fit, head: bool, tail: bool) -> Fit:
    """A part grown to the last words of the quotation that stand a little behind it ("a fair environment" for "a fair,
    inclusive environment"), and to its first that stand a little before it: words between them were left out."""
    asked, held = keys(quotation.side), keys(fit.window.side)
    if tail and 0 < len(asked) - fit.end <= EDGE:
        rest = asked[fit.end :]
        behind = held[fit.ends : fit.ends + clause(fit, len(rest) + SKIPPED, 1)]
        if at := run_in(rest, behind):
            fit = replace(fit, runs=(*fit.runs, (fit.end, fit.ends + at, len(rest))))
    if head and 0 < fit.first <= EDGE:
        rest = asked[: fit.first]
        more = clause(fit, len(rest) + SKIPPED, -1)
        before = held[fit.begins - more : fit.begins]
        at = run_in(rest[::-1], before[::-1])
        if at:
            fit = replace(fit, runs=((0, fit.begins - at - len(rest), len(rest)), *fit.runs))
    return fit


def clause(fit: Fit, most: int, step: int) -> int:
    """How many of ``most`` words beside a part, as far as there are any, belong to its sentence."""
    side = fit.window.side
    at = fit.begins if step < 0 else fit.ends - 1
    most = min(most, fit.begins if step < 0 else len(side.words) - fit.ends)
    for n in range(most):
        here, there = (side.words[at - 1], side.words[at]) if step < 0 else (side.words[at], side.words[at + 1])
        if any(mark in ".!?。！？\n\0" for mark in side.chars[here.end : there.start]):
            return n
        at += step
    return most


def part_of(fit: Fit) -> Part:
    """Where a fit stands."""
    return Part(fit.window.text, fit.window.side.span(fit.begins, fit.ends), fit.first, fit.end)


def run_in(asked: list[str], held: list[str]) -> int | None:
    """Where a list of forms stands in another."""
    size, at = len(asked), -1
    while True:
        try:
            at = held.index(asked[0], at + 1)
        except ValueError:
            return None
        if held[at : at + size] == asked:
            return at
