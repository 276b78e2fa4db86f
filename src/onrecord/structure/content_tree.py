"""The elements of a page as columns: sums over what stands below and above each of them.

Lives here: ``Tree``, running sums, what class and id names hit. Not here: features of pieces
(``content_features.py``), the words themselves (``content_words.py``). Everything is linear in the nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import re2

from onrecord.model import Node
from onrecord.structure.content_words import WORDS

Numbers = npt.NDArray[Any]
CATEGORIES = tuple(WORDS)
NAMES_LENGTH = 400  # characters of class and id names that are read


class Tree:
    """The nodes of a layout with an invisible root at 0 (node i of the layout is i + 1).

    Nodes stand in document order, so the descendants of ``i`` are ``i + 1 .. last[i]``, and every sum over a subtree
    or over a path is a difference of running sums. A parent that is not before its child counts as the root.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        size = len(nodes) + 1
        parent, depth, last = [0], [0], list(range(size))
        for i, node in enumerate(nodes, 1):
            above = node.parent + 1
            if not 0 < above < i:
                above = 0
            parent.append(above)
            depth.append(depth[above] + 1)
        for i in range(size - 1, 0, -1):
            above, end = parent[i], last[i]
            if end > last[above]:
                last[above] = end
        self.size = size
        self.parent, self.depth, self.last = np.array(parent), np.array(depth), np.array(last)
        self._by_end = np.argsort(self.last, kind="stable")
        self._ended = np.searchsorted(self.last[self._by_end], np.arange(size), "left")

    def below(self, own: Numbers) -> Numbers:
        """Sum of ``own`` (rows are nodes) over each node and its descendants."""
        sums = running(own)
        found: Numbers = sums[self.last + 1] - sums[: self.size]
        return found

    def path(self, own: Numbers) -> Numbers:
        """Sum of ``own`` over each node and its ancestors."""
        found: Numbers = running(own)[1:] - running(own[self._by_end])[self._ended]
        return found


def running(values: Numbers) -> Numbers:
    """Running sums with a leading zero row: ``running(v)[j] - running(v)[i]`` sums rows ``i .. j - 1``."""
    sums = np.zeros((len(values) + 1, *values.shape[1:]))
    np.cumsum(values, axis=0, dtype=np.float64, out=sums[1:])
    return sums


def numbered(strings: Iterable[str]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The distinct strings in order of appearance, and the number of each string's among them.

    >>> numbered(["div", "p", "div"])[0]
    ['div', 'p']
    """
    strings = list(strings)
    distinct = list(dict.fromkeys(strings))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    return distinct, np.array([numbers[string] for string in strings], np.int64)


@cache
def _vocabulary() -> Any:
    """All words of WORDS as one automaton that answers with the numbers of the categories hit."""
    found = re2.Set.SearchSet()
    for words in WORDS.values():
        found.Add("|".join(map(re2.escape, words)))
    found.Compile()
    return found


@lru_cache(maxsize=20_000)  # pages of one site share their names
def name_categories(names: str) -> int:
    """Categories of WORDS that class and id names hit, as bits: any word that stands anywhere in one.

    >>> [CATEGORIES[c] for c in range(len(CATEGORIES)) if name_categories("article-sidebar wide") >> c & 1]
    ['body', 'around']
    """
    return sum(1 << category for category in _vocabulary().Match(names.encode("utf-8", "replace")) or ())


def name_hits(distinct: Sequence[str]) -> npt.NDArray[np.float32]:
    """Whether class and id names (as a node holds them) hit each category (names x categories), 0 or 1."""
    bits = np.array([name_categories(names[:NAMES_LENGTH]) for names in distinct])
    return ((bits[:, None] >> np.arange(len(CATEGORIES))) & 1).astype(np.float32)
