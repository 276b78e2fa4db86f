"""Passages that texts share: the kernel of ``compare`` and ``trace``.

Lives here: a pure function from texts to pairs of passages with exact places on both sides. Not here: where texts come
from, how an index is kept, what a shared passage means.

The line: characters -> units (a word, or one Han character) -> shingles (short runs of units) -> one sort -> seeds
(equal shingles that cannot grow to the left) -> passages (greedy extension over insertions, deletions and
substitutions, ended where the score drops). One setting serves every script, for lengths are weighed, not counted:
a word weighs 3, a character that stands alone 2.

Nothing here is random, and nothing depends on the order of texts but which of two is named first.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.text.passages.found import Passage, Passages
from onrecord.text.passages.held import Held, nothing
from onrecord.text.passages.settings import DEFAULT, Settings
from onrecord.text.passages.units import Units, units, values

__all__ = ["DEFAULT", "Held", "Passage", "Passages", "Settings", "Units", "find", "nothing", "units", "values"]


def find(texts: Sequence[str], settings: Settings = DEFAULT, negators: Sequence[str] = ()) -> Passages:
    """All passages that two different texts share; ``a`` comes before ``b`` in ``texts``.

    A place with more than ``settings.cap`` like it before it is joined to the last of them only, so that the work
    stays linear in the number of copies. ``negators`` are words whose loss makes two passages differ ("not", "不").
    """
    from onrecord.text.passages.join import join, shingles  # loads the compiler: only those who search pay for it

    cut = units(texts)
    return join(nothing(), cut, shingles(cut, 0, settings), settings, values(negators))
