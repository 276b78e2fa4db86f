"""Words and runs of characters that tell two sides of a passage apart, as one sorted table.

Lives here: the table's type and how it is made from strings. Not here: the strings (``trace.telling``), the loop that
looks them up (``kernels.marking``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.cutting import WORDS, units

NEGATES, COUNTS, NAMES, TITLED, NO_NAME = 1, 2, 3, 4, 5
_SIEVE = 1024  # words of 64 bits, as in ``kernels.marking``
LONGEST_RUN = 8  # characters that stand alone, in one name


class Telling(msgspec.Struct, frozen=True):
    """Strings by what they tell. ``negations``, ``numbers`` and ``names`` are words, or two to ``LONGEST_RUN``
    characters that stand alone; ``titled`` are titles with the first character of a surname, which the rest of a
    person's name follows; ``no_names`` are words with a capital that are none."""

    negations: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """``mark`` uint64[n], sorted: a word's value or the hash of a run, times 8, and what it tells; ``sieve`` finds most
    words that are none of them."""

    mark: NDArray[np.uint64]
    sieve: NDArray[np.uint64]


def marks(telling: Telling) -> Marks:
    """The table of these strings; what is several words, or one character among runs too long, is left out."""
    made: dict[int, int] = {}
    sorts = (TITLED, telling.titled), (NAMES, telling.names), (COUNTS, telling.numbers), (NO_NAME, telling.no_names)
    for kind, strings in sorts:
        made.update((one, kind) for one in _values(strings))
    made.update((one, NEGATES) for one in _values(telling.negations))
    return sifted(np.array(sorted(value << 3 | kind for value, kind in made.items()), np.uint64))


def sifted(mark: NDArray[np.uint64]) -> Marks:
    """The table of such entries."""
    place = mark >> np.uint64(5)  # the kind, and what sort of unit a word is, are no part of it
    sieve = np.zeros(_SIEVE, np.uint64)
    np.bitwise_or.at(sieve, (place >> np.uint64(6)) & np.uint64(_SIEVE - 1), np.uint64(1) << (place & np.uint64(63)))
    return Marks(mark, sieve)


def _values(strings: Sequence[str]) -> list[int]:
    """The value of each string that is one unit, the hash of each that is a run."""
    from onrecord.text.passages.kernels.marking import run

    cut = units(strings, WORDS)
    made = []
    for one in range(len(strings)):
        begin, end = int(cut.first[one]), int(cut.first[one + 1])
        if end - begin == 1:
            made.append(int(cut.value[begin]))
        elif 1 < end - begin <= LONGEST_RUN and bool((cut.value[begin:end] & 1).all()):
            made.append(int(run(cut.value, begin, end)))
    return made
