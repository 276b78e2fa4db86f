"""How a judgement finds its claim again: by characters, then by what tells claims at one place apart.

Lives here: these comparisons. Not here: what is done with the claim (``replay``). A claim whose ends moved a little
(NEAR of the characters are shared) is the same claim; when two would do, none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.model import Judgement, Position, Span, Statement, Utterance, distinction
from onrecord.reasons import Unapplied

NEAR = 0.8
Found = int | Unapplied
Likeness = Callable[[int], int]


def share(one: Span, other: Span) -> float:
    """Characters that two spans share, of all that they cover.

    >>> share(Span(0, 10), Span(0, 8))
    0.8
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    if common <= 0:
        return float(one == other)
    return common / (len(one) + len(other) - common)


def utterance(utterances: Sequence[Utterance], judgement: Judgement) -> Found:
    """The utterance at the place of a judgement; ``detail`` is its mode."""
    return _pick(
        judgement,
        [(i, u.span) for i, u in enumerate(utterances)],
        lambda i: int(utterances[i].mode == judgement.detail),
    )


def position(positions: Sequence[Position], judgement: Judgement) -> Found:
    """The position at the place of a judgement: its cue must meet the judged one, and the details decide."""
    mark, wanted = judgement.mark, judgement.detail.split("|", 2)

    def likeness(index: int) -> int:
        parts = distinction(positions[index]).split("|", 2)
        return sum(a == b for a, b in zip(parts, wanted, strict=False))

    places = [(i, p.span) for i, p in enumerate(positions) if mark is None or p.cue.overlaps(mark) or p.cue == mark]
    return _pick(judgement, places, likeness)


def statement(statements: Sequence[Statement], judgement: Judgement) -> Found:
    """The statement of a judgement: the one with its id, else the only one around its place."""
    for index, one in enumerate(statements):
        if one.id == judgement.detail:
            return index
    around = [i for i, s in enumerate(statements) if s.span.covers(judgement.anchor.span)]
    if len(around) == 1:
        return around[0]
    return Unapplied.SEVERAL_THERE if around else Unapplied.NOTHING_THERE


def _pick(judgement: Judgement, places: Sequence[tuple[int, Span]], likeness: Likeness) -> Found:
    """The claim at the very place, else the nearest enough; of several the one most alike, if it is alone."""
    exact = [i for i, span in places if span == judgement.anchor.span]
    found = exact or [i for i, span in places if share(span, judgement.anchor.span) >= NEAR]
    if not found:
        return Unapplied.NOTHING_THERE
    best = max(likeness(i) for i in found)
    alike = [i for i in found if likeness(i) == best]
    return alike[0] if len(alike) == 1 else Unapplied.SEVERAL_THERE
