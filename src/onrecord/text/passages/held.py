"""Texts held for passage search: their units, and sorted shingles in one or more runs.

Lives here: ``Held``, a value over arrays (in memory or in files). Not here: files (``trace``), the join.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages import units
from onrecord.text.passages.units import Units

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """``units`` of all texts held; ``runs``: sorted keys, each text's in one of them, places counted over all units."""

    units: Units
    runs: tuple[Keys, ...] = ()


def nothing() -> Held:
    """No text held."""
    return Held(units.nothing())
