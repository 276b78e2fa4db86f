"""How passages are found: every number of the method, in one place.

Lives here: the settings, in weights (a word 3, a character that stands alone 2, a letter 1) and units. Not here: the
method.
"""

from __future__ import annotations

from dataclasses import dataclass

WORD = 3
ALONE = 2
COPY = 0.8  # so much of both of two texts: one is a copy of the other
LEANS = 0.6  # so much of one text: it leans on the other


@dataclass(frozen=True, slots=True)
class Settings:
    """``shingle``: least weight of a seed (10: four words, five characters or ten letters). ``cap``: a shingle that
    stands oftener joins each place to the one before it only; ``common``: for every so many places before it a place
    joins those alone that go on alike for one unit more, up to three. Extension: an equal unit adds its weight, a
    difference (another unit, one more, one less) takes the weight of the seed's first unit away (2 for a letter); it
    ends when the score falls ``drop`` below its best. A seed of less than ``promise`` is first tried with the smaller
    ``glance``, and grown only if its score comes to that. ``least``: score of a passage; ``letters``: least letters of
    its shorter side, in tenths, where a character that stands alone counts 24; ``alike``: least share, in hundredths,
    of its weight that both sides have. ``few``: names tell two sides apart only where so few units of either have no
    match.
    """

    shingle: int = 10
    cap: int = 64
    common: int = 8
    drop: int = 18
    glance: int = 9
    promise: int = 14
    least: int = 22
    letters: int = 240
    alike: int = 60
    few: int = 3


DEFAULT = Settings()
