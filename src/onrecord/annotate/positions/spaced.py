"""Stances in languages that set words apart by spaces.

Lives here: from a stance word to its clause, holder and target, period by period. Not here: the words (``Stance``),
languages without spaces (``unspaced``), whose voice it is (``holders``).
"""

from __future__ import annotations

from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.language import Language


def find(view: Stretch, language: Language) -> list[Stand]:
    """Every stance of a stretch, in order."""
    return []
