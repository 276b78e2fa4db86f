"""Phrases that texts repeat: the kernel of ``formulations``.

Lives here: a pure function from texts to every run of units that enough of them hold, with what stands around it. Not
here: which of them is a set phrase (``trace.formulations``), where texts come from.

The line: characters -> units (``text.passages``) -> gaps between them (may a phrase cross here, end here, does a
quotation open) -> grams, level by level -> their own contexts. No list of words and no segmenter has a part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.text.phrases.arrays import DEFAULT, NONE, Level, Settings, Words

if TYPE_CHECKING:
    from onrecord.text.phrases.counting import Counted

__all__ = ["DEFAULT", "NONE", "Level", "Settings", "Words", "count"]


def count(
    texts: Sequence[str], settings: Settings = DEFAULT, words: Words = NONE, periods: Sequence[int] = ()
) -> Counted:
    """The grams of texts; all of them together must have less than 2**31 code points."""
    from onrecord.text.phrases.counting import count as run  # numpy and the loops: not for every command

    return run(texts, settings, words, periods)
