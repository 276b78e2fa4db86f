"""Observations about a phrase over time: periods that hold it far more often, and silence since the last use.

Lives here: two rules with their thresholds. Not here: counting (``phrases``). Both are observations about this record
and no reasons: a record may hold other texts, or fewer, since.

*Burst*: at least ``LEAST`` origins of a period hold the phrase, and ``TIMES`` as many as at the rate of all other
periods. *Silence*: at least ``LEAST`` origins held the phrase, and of the origins that surely are later than the last
use none holds it, where at the rate up to then ``EXPECTED`` would (by chance none would in fewer than one case of a
hundred).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LEAST, TIMES, EXPECTED = 3, 3.0, 5.0


@dataclass(frozen=True, slots=True)
class Swing:
    """One observation: ``when`` is the period, or the last day of the last use; ``origins`` hold the phrase of ``held``
    origins there, ``expected`` would at the rate elsewhere or before."""

    kind: Literal["burst", "silence"]
    when: str
    origins: int
    held: int
    expected: float


def bursts(using: Mapping[str, int], held: Mapping[str, int]) -> tuple[Swing, ...]:
    """Bursts among periods; origins that use the phrase and origins held, for each period.

    >>> bursts({"2031": 6, "2032": 1}, {"2031": 10, "2032": 30, "2033": 10})
    (Swing(kind='burst', when='2031', origins=6, held=10, expected=0.2),)
    """
    all_using, all_held = sum(using.values()), sum(held.values())
    found = []
    for period in sorted(using):
        elsewhere = all_held - held[period]
        expected = (all_using - using[period]) / elsewhere * held[period] if elsewhere else float(using[period])
        if using[period] >= LEAST and using[period] >= TIMES * expected:
            found.append(Swing("burst", period, using[period], held[period], round(expected, 1)))
    return tuple(found)


def silence(last: str, using: int, before: int, after: int) -> Swing | None:
    """The silence after a day: origins that use the phrase, origins held up to that day, and later ones.

    >>> silence("2031-05-02", 10, 50, 40), silence("2031-05-02", 10, 50, 20)
    (Swing(kind='silence', when='2031-05-02', origins=0, held=40, expected=8.0), None)
    >>> silence("2031-05-02", 2, 10, 90) is None  # two uses are too few to tell
    True
    """
    expected = using / before * after if before and using >= LEAST else 0.0
    return Swing("silence", last, 0, after, round(expected, 1)) if expected >= EXPECTED else None
