"""How renderings of one phrase take turns over time: observations about a record, no verdicts.

Lives here: the arithmetic over dated uses. Not here: what renders what (``text.align.competing``), where uses come from
(``record.rendering``). A change is told where all dated origins fall apart into stretches that surely follow each
other, each with one form in three quarters of its origins and in three at least, and not that of the stretch before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log

LEAST = 3  # origins that have a form on its side of a change
SHARE = 3 / 4  # forms that alternate never reach it
FIRM, CUTS = 2.5, 3.0  # of twice the nats gained, with the logarithm of the number of uses: chance passes in 1 of 20


@dataclass(frozen=True, slots=True)
class Dated:
    """One origin's use of a form, between two ISO days."""

    form: str
    first_day: str
    last_day: str
    origin: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A form that most origins of a stretch of time have: so many of so many, from day to day (ISO)."""

    form: str
    origins: int
    held: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Two stretches, one surely after the other, with other forms."""

    before: Stretch
    after: Stretch


def turns(uses: Sequence[Dated]) -> tuple[Turn, ...]:
    """The changes of form, earliest first; none when the forms stand side by side all the time.

    >>> forms = ["joint lamp"] * 3 + ["shared lamp"] * 3
    >>> rows = [Dated(form, f"2031-0{n}-01", f"2031-0{n}-01", n) for n, form in enumerate(forms, 1)]
    >>> [(turn.before.form, turn.after.form, turn.after.since) for turn in turns(rows)]
    [('joint lamp', 'shared lamp', '2031-04-01')]
    """
    once = {(one.form, one.origin): one for one in sorted(uses, key=lambda u: (u.first_day, u.last_day), reverse=True)}
    rows = sorted(once.values(), key=lambda u: (u.first_day, u.last_day, u.form))
    return tuple(Turn(one, other) for one, other in pairwise(_parted(rows)) if _firm(one, other, rows))


def _parted(rows: Sequence[Dated]) -> list[Stretch]:
    """The uses cut into stretches so that most origins have their stretch's form; none when no such cut leaves nothing
    over."""
    ends = list(accumulate((one.last_day for one in rows), max))
    found: list[tuple[int, int, tuple[Stretch, ...]] | None] = [(0, 0, ())] + [None] * len(rows)
    for start in range(len(rows)):
        before = found[start]
        if before is None or (start and ends[start - 1] >= rows[start].first_day):
            continue
        tally: Counter[str] = Counter()
        for end in range(start + 1, len(rows) + 1):
            tally[rows[end - 1].form] += 1
            form, count = tally.most_common(1)[0]
            if count < max(LEAST, SHARE * (end - start)) or (before[2] and before[2][-1].form == form):
                continue
            known = found[end]
            if known is None or (before[0] + count, before[1] - 1) > known[:2]:
                stretch = _stretch(rows[start:end], form, count)
                found[end] = before[0] + count, before[1] - 1, (*before[2], stretch)
    whole = found[len(rows)]
    return list(whole[2]) if whole else []


def _firm(one: Stretch, other: Stretch, rows: Sequence[Dated]) -> bool:
    """Whether two stretches differ by more than the best of all places to cut would by chance: Dunning's ratio."""
    here = [u.form == one.form for u in rows if one.since <= u.first_day <= one.until]
    there = [u.form == one.form for u in rows if other.since <= u.first_day <= other.until]
    gain = _entropy([*here, *there]) - _entropy(here) - _entropy(there)
    return 2 * gain >= FIRM + CUTS * log(len(rows))


def _entropy(marks: Sequence[bool]) -> float:
    """The entropy of yes and no times their number, in nats."""
    counts = (sum(marks), len(marks) - sum(marks))
    return sum(count * log(len(marks) / count) for count in counts if count)


def _stretch(rows: Sequence[Dated], form: str, count: int) -> Stretch:
    mine = [one for one in rows if one.form == form]
    return Stretch(form, count, len(rows), min(u.first_day for u in mine), max(u.last_day for u in mine))
