"""How well a run of sentences of one side explains the sentences of the other, unit by unit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.kernels.masses import Floats, Ints, lay, lift
from onrecord.text.passages.kernels.kept import kept


def explained(
    offsets: Ints,
    tokens: Ints,
    start: Ints,
    to: Ints,
    weight: Floats,
    size: int,
    far_offsets: Ints,
    far_tokens: Ints,
    worth: Floats,
    chance: Floats,
    low: Ints,
    high: Ints,
    most: int,
    trust: float,
) -> Floats:
    """For each end i and length a of a run, the running total over far sentences from ``low[i - most]`` on.

    ``out[i, a, k]`` is the sum over far sentences ``base .. base + k - 1`` of the log ratio of their units given the
    run against chance. ``low`` and ``high`` bound, for each place between sentences, the places of the far
    side looked at.
    """
    base = low[np.maximum(np.arange(len(offsets)) - most, 0)]
    out = np.zeros((len(offsets), most + 1, max(0, int((high[: len(offsets)] - base).max())) + 1), np.float32)
    mass, tuning = np.zeros(size, np.float32), np.array([trust], np.float64)
    _explain(offsets, tokens, start, to, weight, far_offsets, far_tokens, worth, chance, low, high, most, tuning, mass,
             out)  # fmt: skip
    return out


@kept
def _explain(
    offsets: Ints,
    tokens: Ints,
    start: Ints,
    to: Ints,
    weight: Floats,
    far_offsets: Ints,
    far_tokens: Ints,
    worth: Floats,
    chance: Floats,
    low: Ints,
    high: Ints,
    most: int,
    tuning: NDArray[np.float64],
    mass: Floats,
    out: Floats,
) -> None:
    """Fill ``out``; ``mass`` has room for the far units and is zero, ``tuning`` holds ``trust``."""
    n, trust = len(offsets) - 1, tuning[0]
    for i in range(1, n + 1):
        base = low[max(i - most, 0)]
        for a in range(1, min(most, i) + 1):
            s = i - a  # the run grows backwards by one sentence
            lay(s, offsets, tokens, start, to, weight, mass)
            length = max(offsets[i] - offsets[s], 1)
            total = np.float32(0.0)
            for j in range(base, high[i]):
                for t in range(far_offsets[j], far_offsets[j + 1]):
                    v = far_tokens[t]
                    total += worth[v] * np.log((1.0 - trust) + trust * mass[v] / (length * chance[v]))
                out[i, a, j - base + 1] = total
        for a in range(1, min(most, i) + 1):
            lift(i - a, offsets, tokens, start, to, mass)
