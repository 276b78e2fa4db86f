"""Which pieces of a page its known main content came from, and how well a choice of pieces matches it.

Lives here: the alignment of a page's words to the words of ``main_content``, and the evaluation's F1 over word counts.
Not here: learning (``boosting.py``), the order of work (``train_content.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import re2

from onrecord.model import Text

WORD = re2.compile(r"[\x{4e00}-\x{9fff}]|[\pL\pN]+")


def words(string: str | None) -> list[str]:
    """Words as the evaluation counts them: each Han character, each run of letters and digits, in lower case."""
    found: list[str] = WORD.findall((string or "").lower())
    return found


def common(page: Sequence[str], gold: Sequence[str]) -> list[bool]:
    """Which words of ``page`` stand in one longest common subsequence with ``gold``; the earliest possible ones.

    Bit-parallel (Hyyrö 2004): bit j of a row is 0 where the common length grows at gold word j. Order matters, so
    that a menu which holds the same words as a sentence is not taken for it.
    """
    full = (1 << len(gold)) - 1
    places: dict[str, int] = {}
    for j, word in enumerate(gold):
        places[word] = places.get(word, 0) | 1 << j
    row, rows = full, [full]
    for word in page:
        met = row & places.get(word, 0)
        row = ((row + met) | (row - met)) & full
        rows.append(row)
    hit = [False] * len(page)
    i, j = len(page), len(gold) - 1
    while i and j >= 0:
        if rows[i] >> j & 1:
            j -= 1
        elif not rows[i - 1] >> j & 1:
            i -= 1
        else:
            i, j, hit[i - 1] = i - 1, j - 1, True
    return hit


def shares(text: Text, main: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Share of each piece's words that come from ``main``, and how many words each has.

    The mean of the earliest and the latest alignment: a word that stands twice on the page counts half in both
    places unless its neighbours decide. The title element is no content: its words stand in the heading too.
    """
    own = [[] if p.tag == "title" else words(p.span.of(text.chars)) for p in text.layout.pieces]
    flat, gold = [w for piece in own for w in piece], words(main)
    early = np.array(common(flat, gold), float)
    late = np.array(common(flat[::-1], gold[::-1])[::-1], float)
    sums = np.concatenate([[0.0], np.cumsum((early + late) / 2)])
    sizes = np.array([len(piece) for piece in own], int)
    ends = np.cumsum(sizes)
    return (sums[ends] - sums[ends - sizes]) / np.maximum(sizes, 1), sizes.astype(float)


def f1(chosen: Counter[str], gold: Counter[str]) -> float:
    """The evaluation's F1 of word counts; 0 when nothing is shared."""
    both = sum((chosen & gold).values())
    return 2 * both / (sum(chosen.values()) + sum(gold.values())) if both else 0.0
