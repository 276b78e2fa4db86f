"""Passages that texts share: the kernel of ``compare`` and ``trace``.

Lives here: a pure function from texts to pairs of passages with exact places on both sides. Not here: where texts come
from, how an index is kept, what a shared passage means.

The line: characters -> units (a word, one Han character, or a letter of a word among such characters) -> shingles
(short runs of units) -> one sort -> seeds (equal shingles that cannot grow to the left) -> passages (greedy extension
over insertions, deletions and substitutions, ended where the score drops). One setting serves every script, for lengths
are weighed, not counted: a word weighs 3, a character that stands alone 2, a letter 1.

Nothing here is random, and nothing depends on the order of texts but which of two is named first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.arrays import Held, Units, let_go, nothing
from onrecord.text.passages.cutting import LETTERS, MIXED, WORDS, units, values, words
from onrecord.text.passages.found import WHAT, Passage, Passages
from onrecord.text.passages.settings import COPY, DEFAULT, LEANS, Settings
from onrecord.text.passages.telling import Marks, Telling, marks, sifted

__all__ = [
    "COPY", "DEFAULT", "LEANS", "LETTERS", "MIXED", "WHAT", "WORDS", "Held", "Marks", "Passage", "Passages", "Settings",
    "Telling", "Units", "find", "join", "let_go", "marks", "nothing", "shingles", "sifted", "units", "values", "words",
]  # fmt: skip


def find(texts: Sequence[str], settings: Settings = DEFAULT, telling: Telling | None = None) -> Passages:
    """All passages that two different texts share; ``a`` comes before ``b`` in ``texts``.

    A place with more than ``settings.cap`` like it before it is joined to the last of them only, so that the work
    stays linear in the number of copies. ``telling`` are words whose loss makes two passages differ ("not", "不").
    """
    return join(nothing(), units(texts), 0, settings, marks(telling or Telling()))


def shingles(new: Units, base: int, settings: Settings) -> NDArray[np.uint64]:
    """The sorted shingles of units whose places begin at ``base``: hash in the high bits, place in the low ones."""
    from onrecord.text.passages.kernels.cutting import shingles as fill

    key = np.empty(len(new), np.uint64)
    key = key[: fill(new.value, new.first, settings.shingle, key)]
    key += np.uint64(base)
    key.sort()
    return key


def join(
    held: Held,
    new: Units,
    base: int,
    settings: Settings,
    telling: Marks,
    keys: NDArray[np.uint64] | None = None,
) -> Passages:
    """The passages of each new text with all texts before it; texts are numbered from the first held on.

    ``base`` is the number of units held; ``keys`` are the new units' ``shingles``; ``telling`` what tells sides apart.
    """
    from onrecord.text.passages.joining import join as run  # loads the compiler: only those who search pay for it

    return run(held, new, shingles(new, base, settings) if keys is None else keys, settings, telling)
