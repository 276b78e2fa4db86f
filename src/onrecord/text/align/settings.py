"""The settings of the aligner, each with what it was chosen on.

Lives here: numbers. They were chosen on development texts in six languages, never on a single pair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# the prior of a bead of a and b sentences; what is not named has none
SHAPES = {
    (1, 1): 0.80, (1, 2): 0.075, (2, 1): 0.05, (1, 3): 0.02, (3, 1): 0.008, (2, 2): 0.012, (1, 4): 0.007, (4, 1): 0.002,
    (2, 3): 0.004, (3, 2): 0.002, (1, 5): 0.002, (5, 1): 0.0008, (3, 3): 0.001, (2, 4): 0.001, (4, 2): 0.0004,
}  # fmt: skip
# characters without spaces for one of English, in ordinary prose
LENGTHS = {"en": 1.0, "zh": 0.37, "fr": 1.18, "es": 1.16, "ru": 1.18, "ar": 0.91, "de": 1.2}  # TICO-19; de by guess


@dataclass(frozen=True, slots=True)
class Settings:
    """``most`` sentences on a side of a bead; ``null`` the prior of a sentence without an answer; ``rounds`` of
    learning from the alignment itself; ``band`` places looked at beside the anchors."""

    most: int = 5
    null: float = 0.02
    trust: float = 0.6  # how much of a sentence is thought to be translated word by word
    weigh: float = 0.3  # weight of words against shape and length
    spread: float = 7.0  # variance of length, for each character
    unknown: float = 0.1  # weight of a word that no table knows
    lacking: float = 0.5  # weight of a word that the lexicon knows and whose translations the other text has not
    common: float = 0.15  # weight of a word that proves nothing
    rounds: int = 3
    band: int = 12
    kappa: float = 2.0  # what the lexicon weighs in learning, in counts
    beyond: float = 1000.0  # units of usual text that a side is seen as part of
    rare: float = 1e-4  # usual share of a word
    frequent: float = 1e-2  # usual share of a word that proves nothing
    faith: float = 20.0  # what the usual shapes weigh against those of the texts, in beads
    ordered: bool = True  # False: beads may stand in any order, as in a report
    anchor: float = 0.12  # least likeness of an anchor

    def shapes(self, seen: Mapping[tuple[int, int], int] | None = None) -> NDArray[np.float32]:
        """Log priors by sizes, moved towards the shapes ``seen`` in the round before: translators differ."""
        met = seen or {}
        whole = sum(met.values()) + self.faith
        table = np.full((self.most + 1, self.most + 1), -math.inf, np.float32)
        for (a, b), prior in (SHAPES | {(1, 0): self.null, (0, 1): self.null}).items():
            if a <= self.most and b <= self.most:
                table[a, b] = math.log((met.get((a, b), 0) + self.faith * prior) / whole)
        return table


DEFAULT = Settings()


def ratio(one: float, other: float) -> float:
    """How much longer the other text is than usual: what the two texts have, or 1 where one of them misses a part."""
    seen = other / max(one, 1.0)
    return seen if 0.75 < seen < 1.33 else 1.0
