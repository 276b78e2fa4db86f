"""What a sentence says of the other side's units: mass laid on them, and taken away again.

Lives here: loops that other loops of this folder call. Not here: what the mass is compared with.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@kept
def lay(sentence: int, offsets: Ints, tokens: Ints, start: Ints, to: Ints, weight: Floats, mass: Floats) -> None:
    """Add to ``mass`` what each unit of a sentence gives to the far units it is tied to."""
    for t in range(offsets[sentence], offsets[sentence + 1]):
        u = tokens[t]
        for r in range(start[u], start[u + 1]):
            mass[to[r]] += weight[r]


@kept
def lift(sentence: int, offsets: Ints, tokens: Ints, start: Ints, to: Ints, mass: Floats) -> None:
    """Make ``mass`` zero wherever a sentence laid some."""
    for t in range(offsets[sentence], offsets[sentence + 1]):
        u = tokens[t]
        for r in range(start[u], start[u + 1]):
            mass[to[r]] = 0.0
