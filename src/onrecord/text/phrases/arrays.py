"""Grams as arrays: the answer of phrase counting, and its settings.

Lives here: values. Not here: how they are counted (``levels``), what is made of them (``trace.formulations``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Settings:
    """``least``: texts that must hold a gram. ``most``: units of the longest gram. ``share``: a longer gram that stands
    in this share of a gram's texts takes its occurrences away from it. ``part``: places sorted at once. What stands
    around a gram is not counted when it surely has fewer than ``own`` occurrences of its own, nor, of two characters,
    when less than ``quoted`` of its occurrences stand between quotation marks."""

    least: int = 5
    most: int = 24
    share: float = 0.3
    part: int = 1 << 26
    own: int = 3
    quoted: float = 0.3


DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Words:
    """Words to look for beside phrases: ``aims`` take a stance on what follows ("oppose"), ``says`` report ("said");
    a word of ``passed`` is grammar: it
    may stand between the former and the phrase ("the"), and no longer gram that begins or ends with it takes a
    phrase's occurrences away. Inside them: ``values``, words of value (one that ends in * stands for all that begin
    so), ``plain`` those that make plain terms of these; ``stem`` gives what is equal in all inflections of a word."""

    aims: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    stem: Callable[[str], str] | None = None


NONE = Words()


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The grams of ``size`` units, by number.

    ``texts``, ``origins`` (groups of like texts), ``times``: how many of them hold it, and occurrences; ``begin``: the
    unit where the first begins; ``plain``: the same for the first with the fewest capitals, ``capitals`` how many those
    are; ``prefix``, ``suffix``: numbers of the grams one unit shorter; ``right``, ``left``: texts of the commonest gram
    one unit longer on that side; ``counts``: see ``kernels``, of grams that neither begin nor end with grammar alone.
    """

    size: int
    texts: Ints
    origins: Ints
    times: Ints
    begin: Ints
    prefix: Ints
    suffix: Ints
    plain: Ints
    capitals: Ints
    right: Ints
    left: Ints
    counts: Ints

    def __len__(self) -> int:
        return len(self.texts)
