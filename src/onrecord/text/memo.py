"""Answers of a function kept as they are asked for, up to a bound.

Lives here: the one dictionary that does so, looked up at the speed of a dictionary. Not here: what is asked, values
kept in files (``keeping``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
BOUND = 50_000


class Memo(dict[K, V]):
    """Question -> answer of ``make``: the words of a language come again and again. Emptied when it holds ``bound``
    answers; a question that ``keep`` refuses (a long word) is answered and not held.

    >>> Memo(str.upper)["a"]
    'A'
    """

    __slots__ = ("_bound", "_keep", "_make")

    def __init__(self, make: Callable[[K], V], bound: int = BOUND, keep: Callable[[K], bool] | None = None) -> None:
        super().__init__()
        self._make, self._bound, self._keep = make, bound, keep

    def __missing__(self, asked: K) -> V:
        made = self._make(asked)
        if self._keep is None or self._keep(asked):
            if len(self) >= self._bound:
                self.clear()
            self[asked] = made
        return made
