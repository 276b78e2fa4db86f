"""One side of an alignment as arrays: which units its sentences hold, and how long they are.

Lives here: sentences -> numbered units. Not here: cutting (``units``), tables (``lexicon``, ``priors``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.settings import LENGTHS
from onrecord.text.align.units import Units, units

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences of one language. ``tokens[offsets[i]:offsets[i + 1]]`` are sentence i's units as numbers in ``vocab``;
    ``lengths`` are in characters of English that would say as much; ``named`` maps a unit that is written with a
    capital, or stands in a script without, to a word it is written as."""

    lang: str
    sentences: Sequence[str]
    units: list[Units]
    vocab: list[str]
    number: dict[str, int]
    tokens: Ints
    offsets: Ints
    lengths: Floats
    named: dict[str, str]

    def __len__(self) -> int:
        return len(self.sentences)


def side(sentences: Sequence[str], lang: str, words: Collection[str], cut: list[Units] | None = None) -> Side:
    """The side of these sentences; ``lang`` is a primary subtag."""
    found = cut or [units(sentence, lang, words) for sentence in sentences]
    number: dict[str, int] = {}
    tokens = [number.setdefault(key, len(number)) for one in found for key in one.keys]
    offsets = np.zeros(len(found) + 1, np.int32)
    np.cumsum([len(one) for one in found], out=offsets[1:])
    usual = LENGTHS.get(lang, 1.0)
    lengths = np.array([(len(s) - s.count(" ")) / usual for s in sentences], np.float32)
    named = _named(sentences, found, caseless=lang == "ar")
    return Side(lang, sentences, found, list(number), number, np.array(tokens, np.int32), offsets, lengths, named)


def _named(sentences: Sequence[str], found: list[Units], *, caseless: bool) -> dict[str, str]:
    named: dict[str, str] = {}
    for sentence, one in zip(sentences, found, strict=True):
        for at in range(len(one)) if caseless else one.named:
            if one.keys[at] not in named:
                named[one.keys[at]] = sentence[one.starts[at] : one.ends[at]]
    return named
