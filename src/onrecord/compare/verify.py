"""A quotation against the places where it may stand: word for word, changed in form, altered, joined, or not held.

Lives here: the verdict and what it rests on. Not here: finding places (``trace.locating``), statements (``record``),
other languages (``across``). The verdicts are defined in ``docs/decisions/0010-verdicts.md``; they say how the words
stand to the words held, and nothing about who wrote them.

The words of the quotation are matched in each window; the part that fits best is taken, then, for what it leaves, the
next, wherever it stands. Whatever is left differs, word by word (``differ``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from onrecord.compare import words as cutting
from onrecord.compare.differ import Change, Op, Side, blocks, keys, named, ops, without_islands
from onrecord.compare.quotation import Quotation
from onrecord.compare.telling import Telling
from onrecord.model import Span

Verdict = Literal["verbatim", "formal", "altered", "stitched", "translation", "not_held"]
VERDICTS: tuple[Verdict, ...] = ("verbatim", "formal", "altered", "stitched", "translation", "not_held")
FAR = 25  # words between two stretches that makes them two parts (a hanzi counts two thirds)
LEFT_OUT = 300  # words that an ellipsis may stand for
PART = 15  # least weight of a part: five words, eight hanzi
SHORT_PART = 6  # beside an ellipsis
PARTS = 4
LEAST = 15  # least score of a quotation that is held with changes
SHARE = 0.65  # and least share of its weight
JOINED = 0.75  # least share of a quotation that its parts have
DEAREST = 12  # the most that one change costs
INSERTED = 8  # words that a bracket may stand for


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
class Found:
    """The verdict, the parts (of one text unless stitched; for ``not_held`` the nearest words, if any), the changes
    (``a`` is the quotation, ``b`` the text) and the share of the quotation's weight that stands there unchanged."""

    verdict: Verdict
    parts: tuple[Part, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0


NOTHING = Found("not_held")


@dataclass(frozen=True, slots=True)
class _Fit:
    """Matching runs of a quotation's words ``[low, high)`` in one window, near each other."""

    window: Window
    runs: tuple[tuple[int, int, int], ...]
    score: int

    @property
    def first(self) -> int:
        return self.runs[0][0]

    @property
    def end(self) -> int:
        return self.runs[-1][0] + self.runs[-1][2]

    @property
    def begins(self) -> int:
        """The first word of the window."""
        return self.runs[0][1]

    @property
    def ends(self) -> int:
        return self.runs[-1][1] + self.runs[-1][2]


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """A quotation under work, with the clusters found already."""

    quotation: Quotation
    tell: Telling
    known: dict[tuple[int, int, int], list[_Fit]] = field(default_factory=dict)


def verify(quotation: Quotation, windows: Sequence[Window], tell: Telling) -> Found:
    """The verdict on a quotation, given the windows where it may stand; ties go to the window that comes first."""
    case = _Case(quotation, tell)
    if not quotation.side.words:
        return NOTHING
    exact = _exact(quotation, windows, tell)
    if exact and exact.verdict == "verbatim":
        return exact
    singles = [_single(case, window) for window in windows]
    best = max((s for s in [exact, *singles] if s), key=_rank, default=NOTHING)
    if best.verdict in ("verbatim", "formal"):
        return best
    joined = _joined(case, windows)
    return joined if joined and _rank(joined) > _rank(best) else best


def _rank(found: Found) -> tuple[int, float]:
    order = {"verbatim": 4, "formal": 3, "altered": 1, "stitched": 1, "translation": 0, "not_held": 0}
    return order[found.verdict], found.share


def _exact(quotation: Quotation, windows: Sequence[Window], tell: Telling) -> Found | None:
    """The quotation's words one after the other, spelling aside; the window with the same spelling first."""
    asked = keys(quotation.side)
    best: Found | None = None
    for window in windows:
        at = _run(asked, keys(window.side))
        if at is None:
            continue
        fit = _Fit(window, ((0, at, len(asked)),), 0)
        found = _judged(quotation, [fit], tell)
        if found.verdict == "verbatim":
            return found
        best = best or found
    return best


def _run(asked: list[str], held: list[str]) -> int | None:
    """Where a list of forms stands in another."""
    size, at = len(asked), -1
    while True:
        try:
            at = held.index(asked[0], at + 1)
        except ValueError:
            return None
        if held[at : at + size] == asked:
            return at


def _single(case: _Case, window: Window) -> Found | None:
    """The best reading of a quotation in one window, its parts in order over ellipses."""
    quotation, tell = case.quotation, case.tell
    fits = _fits(case, [window], 0, len(quotation.side.words))
    kept = _in_order(quotation, fits)
    if not kept:
        return None
    found = _judged(quotation, kept, tell)
    if found.verdict in ("verbatim", "formal"):
        return found
    return _bounded(quotation, found)


def _bounded(quotation: Quotation, found: Found) -> Found:
    """An altered quotation keeps enough of its words, in absolute weight and in share; else it is not held."""
    cost = sum(_cost(change) for change in found.changes if not change.formal)
    enough = found.share >= SHARE and found.share * quotation.weight - cost >= LEAST
    return found if enough else replace(found, verdict="not_held")


def _cost(change: Change) -> int:
    """What a change takes away: words left out cost less than words put in."""
    put = cutting.weight(cutting.cut(change.a_words))
    left = cutting.weight(cutting.cut(change.b_words))
    return min(DEAREST, max(put, 3 + left // 6 if not put else 0))


def _in_order(quotation: Quotation, fits: list[_Fit]) -> list[_Fit]:
    """The best part, and those around it that follow each other over ellipses."""
    if not fits:
        return []
    kept = [max(fits, key=lambda fit: fit.score)]
    for fit in sorted(fits, key=lambda fit: -fit.score):
        after, before = kept[-1], kept[0]
        if fit.first >= after.end and _elided(quotation, after, fit):
            kept.append(fit)
        elif fit.end <= before.first and _elided(quotation, fit, before):
            kept.insert(0, fit)
    return kept


def _elided(quotation: Quotation, one: _Fit, other: _Fit) -> bool:
    """True when an ellipsis stands between two parts, and not too much in the text."""
    marked = any(one.end <= gap <= other.first for gap in quotation.gaps)
    return marked and one.window is other.window and 0 <= other.begins - one.ends <= LEFT_OUT


def _fits(case: _Case, windows: Sequence[Window], low: int, high: int, depth: int = 0) -> list[_Fit]:
    """The best part for words ``[low, high)``, then the best for what it leaves on either side."""
    quotation = case.quotation
    least = SHORT_PART if quotation.gaps & set(range(low, high + 1)) or not depth else PART
    if depth >= PARTS or cutting.weight(quotation.side.words[low:high]) < least:
        return []
    best = max((f for w in windows for f in _clusters(case, w, low, high)), key=lambda f: f.score, default=None)
    if best is None or (depth and best.score < least):
        return []
    return [
        *_fits(case, windows, low, best.first, depth + 1),
        best,
        *_fits(case, windows, best.end, high, depth + 1),
    ]


def _clusters(case: _Case, window: Window, low: int, high: int) -> list[_Fit]:
    """Matching runs of a window gathered while less than ``FAR`` words lie between them."""
    known = (id(window), low, high)
    if known not in case.known:
        case.known[known] = _gathered(case.quotation, window, low, high)
    return case.known[known]


def _gathered(quotation: Quotation, window: Window, low: int, high: int) -> list[_Fit]:
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


def _best_of(quotation: Quotation, window: Window, runs: list[tuple[int, int, int]]) -> _Fit:
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
    return _Fit(window, tuple(kept), best)


def _judged(quotation: Quotation, fits: Sequence[_Fit], tell: Telling) -> Found:
    """The verdict of parts in order in one text: changes inside them, at their edges, and over ellipses."""
    made: list[Change] = []
    for n, fit in enumerate(fits):
        low = fits[n - 1].end if n else 0
        high = len(quotation.side.words) if n + 1 == len(fits) else fit.end
        made += _changes(quotation, fit, low, high, tell)
        if n:
            made.append(_ellipsis(quotation, fits[n - 1], fit))
    share = sum(quotation.side.words[k].weight for f in fits for i, _, size in f.runs for k in range(i, i + size)
                if k not in quotation.inserted) / max(1, quotation.weight)  # fmt: skip
    told = [change for change in made if not change.formal]
    verdict: Verdict = "altered" if told else ("formal" if made else "verbatim")
    return Found(verdict, tuple(_part(fit) for fit in fits), tuple(made), share)


def _part(fit: _Fit) -> Part:
    return Part(fit.window.text, fit.window.side.span(fit.begins, fit.ends), fit.first, fit.end)


def _ellipsis(quotation: Quotation, one: _Fit, other: _Fit) -> Change:
    at = quotation.side.words[other.first].start
    gap = other.window.side.span(one.ends, other.begins)
    return Change("ellipsis", Span(at, at), gap, "…", "")


def _changes(quotation: Quotation, fit: _Fit, low: int, high: int, tell: Telling) -> list[Change]:
    """The changes of words ``[low, high)`` against the window around a part; words before and after the part stand
    against as many of the text."""
    before = min(fit.first - low, fit.begins)
    after = min(high - fit.end, len(fit.window.side.words) - fit.ends)
    first, end = fit.begins - _clause(fit, before, -1), fit.ends + _clause(fit, after, 1)
    runs = [(i - low, j - first, size) for i, j, size in fit.runs]
    asked = Side(quotation.side.chars, quotation.side.words[low:high])
    held = Side(fit.window.side.chars, fit.window.side.words[first:end])
    found = ops(runs, asked, held)
    made = named(found, asked, held, tell)
    return [_marked(quotation, change, op, low, asked, held) for change, op in zip(made, found, strict=True)]


def _clause(fit: _Fit, most: int, step: int) -> int:
    """How many of ``most`` words beside a part belong to its sentence."""
    side = fit.window.side
    at = fit.begins if step < 0 else fit.ends - 1
    for n in range(most):
        here, there = (side.words[at - 1], side.words[at]) if step < 0 else (side.words[at], side.words[at + 1])
        if any(mark in ".!?。！？\n\0" for mark in side.chars[here.end : there.start]):
            return n
        at += step
    return most


def _marked(quotation: Quotation, change: Change, op: Op, low: int, asked: Side, held: Side) -> Change:
    """A change that the quoter marked: an ellipsis for words left out, brackets for words put in."""
    i, i2, j, j2 = op
    own = range(i + low, i2 + low)
    if not len(own) and i + low in quotation.gaps:
        return replace(change, kind="ellipsis")
    if len(own) and all(k in quotation.inserted for k in own) and j2 - j <= INSERTED:
        return replace(change, kind="bracket")
    if len(own) and j2 == j and all(k in quotation.inserted or k in quotation.aside for k in own):
        return replace(change, kind="bracket")
    return change


def _joined(case: _Case, windows: Sequence[Window]) -> Found | None:
    """A quotation whose parts stand far apart; None when it has no two of them or they leave too much of it."""
    quotation, tell = case.quotation, case.tell
    fits = [f for f in _fits(case, windows, 0, len(quotation.side.words)) if f.score >= PART]
    if len(fits) < 2:
        return None
    made: list[Change] = []
    for n, fit in enumerate(fits):
        high = fits[n + 1].first if n + 1 < len(fits) else len(quotation.side.words)
        made += _changes(quotation, fit, fits[n - 1].end if n else 0, fit.end if n + 1 < len(fits) else high, tell)
    matched = sum(cutting.weight(quotation.side.words[i : i + size]) for f in fits for i, _, size in f.runs)
    share = matched / max(1, quotation.weight)
    if share < JOINED:
        return None
    return Found("stitched", tuple(map(_part, fits)), tuple(c for c in made if not c.formal), min(1.0, share))
