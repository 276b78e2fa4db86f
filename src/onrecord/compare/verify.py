"""A quotation against the places where it may stand: word for word, changed in form, altered, joined, or not held.

Lives here: the verdict and what it rests on. Not here: finding places (``trace.locating``), statements (``record``),
other languages (``across``). The verdicts are defined in ``docs/decisions/0010-verdicts.md``; they say how the words
stand to the words held, and nothing about who wrote them.

The words of the quotation are matched in each window; the part that fits best is taken, then, for what it leaves, the
next, wherever it stands. Whatever is left differs, word by word (``differ``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.compare import words as cutting
from onrecord.compare.differ import Change, Op, Side, keys, named, ops
from onrecord.compare.fitting import DEAREST, PART, Case, Fit, Part, Window, clause, fits_of, part_of, run_in, to_edges
from onrecord.compare.quotation import Quotation
from onrecord.compare.telling import Telling
from onrecord.model import Span

Verdict = Literal["verbatim", "formal", "altered", "stitched", "translation", "not_held"]
VERDICTS: tuple[Verdict, ...] = ("verbatim", "formal", "altered", "stitched", "translation", "not_held")
LEFT_OUT = 300  # words that an ellipsis may stand for
LEAST = 15  # least score of a quotation that is held with changes
SHARE = 0.65  # and least share of its weight
JOINED = 0.75  # least share of a quotation that its parts have
INSERTED = 8  # words that a bracket may stand for


@dataclass(frozen=True, slots=True)
class Found:
    """The verdict, the parts (of one text unless stitched; for ``not_held`` the nearest words, if any), the changes
    (``a`` is the quotation, ``b`` the text) and the share of the quotation's weight that stands there unchanged."""

    verdict: Verdict
    parts: tuple[Part, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0


NOTHING = Found("not_held")


def _any(parts: Sequence[Part]) -> bool:
    """Nothing is known of voices."""
    return True


def verify(
    quotation: Quotation, windows: Sequence[Window], tell: Telling, one_voice: Callable[[Sequence[Part]], bool] = _any
) -> Found:
    """The verdict on a quotation, given the windows where it may stand; ties go to the window that comes first.

    ``one_voice``: whether parts of several texts may be of one voice; those of different ones are not joined.
    """
    case = Case(quotation, tell)
    if not quotation.side.words:
        return NOTHING
    exact = _exact(quotation, windows, tell)
    if exact and exact.verdict == "verbatim":
        return exact
    singles = [_single(case, window) for window in windows]
    best = max((s for s in [exact, *singles] if s), key=_rank, default=NOTHING)
    if best.verdict in ("verbatim", "formal"):
        return best
    joined = _of_one_voice(case, windows, one_voice)
    return joined if joined and _rank(joined) > _rank(best) else best


def _of_one_voice(case: Case, windows: Sequence[Window], one_voice: Callable[[Sequence[Part]], bool]) -> Found | None:
    """The parts joined, wherever they stand; where those are of several voices, the best joined ones of one text."""
    joined = _joined(case, windows)
    if joined is None or len({part.text for part in joined.parts}) == 1 or one_voice(joined.parts):
        return joined
    texts = dict.fromkeys(window.text for window in windows)
    inside = [_joined(case, [window for window in windows if window.text == text]) for text in texts]
    return max((found for found in inside if found), key=_rank, default=None)


def _rank(found: Found) -> tuple[int, float]:
    order = {"verbatim": 4, "formal": 3, "altered": 1, "stitched": 1, "translation": 0, "not_held": 0}
    return order[found.verdict], found.share


def _exact(quotation: Quotation, windows: Sequence[Window], tell: Telling) -> Found | None:
    """The quotation's words one after the other, spelling aside; the window with the same spelling first."""
    asked = keys(quotation.side)
    best: Found | None = None
    for window in windows:
        at = run_in(asked, keys(window.side))
        if at is None:
            continue
        fit = Fit(window, ((0, at, len(asked)),), 0)
        found = _judged(quotation, [fit], tell)
        if found.verdict == "verbatim":
            return found
        best = best or found
    return best


def _single(case: Case, window: Window) -> Found | None:
    """The best reading of a quotation in one window, its parts in order over ellipses."""
    quotation, tell = case.quotation, case.tell
    fits = fits_of(case, [window], 0, len(quotation.side.words))
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


def _in_order(quotation: Quotation, fits: list[Fit]) -> list[Fit]:
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


def _elided(quotation: Quotation, one: Fit, other: Fit) -> bool:
    """True when an ellipsis stands between two parts, and not too much in the text."""
    marked = any(one.end <= gap <= other.first for gap in quotation.gaps)
    return marked and one.window is other.window and 0 <= other.begins - one.ends <= LEFT_OUT


def _judged(quotation: Quotation, fits: Sequence[Fit], tell: Telling) -> Found:
    """The verdict of parts in order in one text: changes inside them, at their edges, and over ellipses."""
    made: list[Change] = []
    fits = [to_edges(quotation, fit, not n, n + 1 == len(fits)) for n, fit in enumerate(fits)]
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
    return Found(verdict, tuple(part_of(fit) for fit in fits), tuple(made), share)


def _ellipsis(quotation: Quotation, one: Fit, other: Fit) -> Change:
    at = quotation.side.words[other.first].start
    gap = other.window.side.span(one.ends, other.begins)
    return Change("ellipsis", Span(at, at), gap, "…", "")


def _changes(quotation: Quotation, fit: Fit, low: int, high: int, tell: Telling) -> list[Change]:
    """The changes of words ``[low, high)`` against the window around a part; words before and after the part stand
    against as many of the text."""
    before = min(fit.first - low, fit.begins)
    after = min(high - fit.end, len(fit.window.side.words) - fit.ends)
    first, end = fit.begins - clause(fit, before, -1), fit.ends + clause(fit, after, 1)
    runs = [(i - low, j - first, size) for i, j, size in fit.runs]
    asked = Side(quotation.side.chars, quotation.side.words[low:high])
    held = Side(fit.window.side.chars, fit.window.side.words[first:end])
    found = ops(runs, asked, held)
    made = named(found, asked, held, tell)
    return [_marked(quotation, change, op, low, asked, held) for change, op in zip(made, found, strict=True)]


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


def _joined(case: Case, windows: Sequence[Window]) -> Found | None:
    """A quotation whose parts stand far apart; None when it has no two of them or they leave too much of it."""
    quotation, tell = case.quotation, case.tell
    fits = [f for f in fits_of(case, windows, 0, len(quotation.side.words)) if f.score >= PART]
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
    return Found("stitched", tuple(map(part_of, fits)), tuple(c for c in made if not c.formal), min(1.0, share))
