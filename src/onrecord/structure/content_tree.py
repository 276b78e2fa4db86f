"""The elements of a page as columns: sums over what stands below and above each of them.

Lives here: ``Tree``, running sums, what class and id names hit. Not here: features of pieces
(``content_features.py``), the words themselves (``content_words.py``). Everything is linear in the nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

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
        parent, depth, last = [0] * size, [0] * size, list(range(size))
        for i, node in enumerate(nodes, 1):
            above = node.parent + 1
            if 0 < above < i:
                parent[i] = above
            depth[i] = depth[parent[i]] + 1
        for i in range(size - 1, 0, -1):
            if last[i] > last[parent[i]]:
                last[parent[i]] = last[i]
        self.size = size
        self.parent, self.depth, self.last = np.array(parent), np.array(depth), np.array(last)
        self._by_end = np.argsort(self.last, kind="stable")
        self._ended = np.searchsorted(self.last[self._by_end], np.arange(size), "left")

    def below(self, own: Numbers) -> Numbers:
        """Sum of ``own`` (rows are nodes) over each node and its descendants."""
        sums = running(own)
        return sums[self.last + 1] - sums[: self.size]

    def path(self, own: Numbers) -> Numbers:
        """Sum of ``own`` over each node and its ancestors."""
        return running(own)[1:] - running(own[self._by_end])[self._ended]


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
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(string, len(numbers)) for string in strings]
    return list(numbers), np.array(found, np.int64)


@lru_cache(maxsize=50_000)
def name_categories(name: str) -> int:
    """Categories of WORDS that one class or id name hits, as bits: any word that stands anywhere in it.

    >>> [CATEGORIES[c] for c in range(len(CATEGORIES)) if name_categories("article-sidebar") >> c & 1]
    ['body', 'around']
    """
    return sum(1 << c for c, category in enumerate(CATEGORIES) if any(w in name for w in WORDS[category]))


def name_hits(distinct: Sequence[str]) -> npt.NDArray[np.float32]:
    """Whether class and id names (as a node holds them) hit each category (names x categories), 0 or 1."""
    bits = np.zeros(len(distinct), np.int64)
    for i, names in enumerate(distinct):
        hit = 0
        for name in names[:NAMES_LENGTH].split():
            hit |= name_categories(name)
        bits[i] = hit
    return ((bits[:, None] >> np.arange(len(CATEGORIES))) & 1).astype(np.float32)
