"""From texts to grams: cutting, gaps, like texts.

Lives here: what is made before the levels. Not here: the levels (``levels``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text import fold, passages
from onrecord.text.passages import Units
from onrecord.text.phrases import kernels
from onrecord.text.phrases import words as words_loops
from onrecord.text.phrases.arrays import DEFAULT, NONE, Ints, Level, Settings, Words
from onrecord.text.phrases.levels import levels
from onrecord.text.phrases.marks import looks_for
from onrecord.text.phrases.wraps import wrapped

Gap = NDArray[np.uint16]
SKETCH, BAND, WIDTH = 16, 4, 5
RIM, RIM_PART = 60, 6  # units at either end of a text, and the least part of it that they are
BEGUN_BITS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """``units`` of the texts, ``levels`` of their grams (one unit first), ``origin`` of each text; of each unit whether
    it is ``light`` (grammar), how ``warm`` its word (``levels``), whether it is of a word of
    value (``valued``) or else a ``plain`` one, and a
    number that is equal for all inflections of its word (``stem``; -1: a word of few texts)."""

    units: Units
    levels: list[Level]
    origin: Ints
    light: NDArray[np.bool_]
    warm: NDArray[np.float32]
    valued: NDArray[np.bool_]
    plain: NDArray[np.bool_]
    stem: Ints

    def span(self, begin: int, size: int) -> tuple[int, int, int]:
        """The text and half-open code points of ``size`` units from unit ``begin`` on."""
        text = int(np.searchsorted(self.units.first, begin, "right")) - 1
        last = begin + size - 1
        return text, int(self.units.start[begin]), int(self.units.start[last]) + int(self.units.length[last])


def count(
    texts: Sequence[str], settings: Settings = DEFAULT, words: Words = NONE, periods: Sequence[int] = ()
) -> Counted:
    """The grams of texts; all of them together must have less than 2**31 code points. ``periods``: a number for each
    text, never falling."""
    units = passages.units(texts, passages.WORDS)
    origin = origins(units)
    gap = _gaps(texts, units)
    light = _among(units.value, passages.values(words.passed))
    for forms, flag, after in ((words.aims, kernels.AIM, True), (words.says, kernels.SAY, False)):
        _mark(units, forms, light, flag, after, gap)
    words_loops.near(gap)
    kernels.rim(units.first, RIM, RIM_PART, gap)
    gap[:-1] |= np.where(light | (gap[:-1] & kernels.WALL != 0), 0, kernels.ON).astype(np.uint16)
    period = np.array(periods if len(periods) else np.zeros(len(texts)), np.int32)
    made, warm, word = levels(units, gap, origin, light, settings, period)
    known = wordings(texts, units, made[0].begin if made else np.empty(0, np.int32))
    valued = _valued(units, word, known, words.values)
    plain = _listed(known, words.plain)[word] & ~valued
    return Counted(units, made, origin, light, warm, valued, plain, _stems(word, known, words))


def wordings(texts: Sequence[str], units: Units, begin: Ints) -> list[str]:
    """The folded words that begin at some units."""
    text = np.searchsorted(units.first, begin, "right") - 1
    start, end = units.start[begin], units.start[begin] + units.length[begin]
    places = zip(text.tolist(), start.tolist(), end.tolist(), strict=True)
    return ["".join(fold.forms(texts[t][a:b])) for t, a, b in places]


def _stems(word: Ints, known: Sequence[str], words: Words) -> Ints:
    if words.stem is None:
        return word
    numbers: dict[str, int] = {}
    return np.array([*(numbers.setdefault(words.stem(one), len(numbers)) for one in known), -1], np.int32)[word]


def _valued(units: Units, word: Ints, known: Sequence[str], values: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each unit is a word of value, or stands in one that has no spaces around it."""
    found = _listed(known, values)[word]
    if runs := _runs(values):
        words_loops.covered(units.value, *runs, found)
    return found


def _listed(known: Sequence[str], some: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each word is one of some, which may end in *; and once more False, for a word of few texts."""
    plain = ["".join(fold.forms(one.rstrip("*"))) for one in some]
    begin = {form for form, one in zip(plain, some, strict=True) if one.endswith("*")}
    whole = set(plain)
    is_one = [one in whole or any(one[:n] in begin for n in range(2, len(one))) for one in known]
    return np.array([*is_one, False], np.bool_)


def _mark(units: Units, forms: Sequence[str], passed: NDArray[np.bool_], flag: int, after: bool, gap: Gap) -> None:
    """Set a flag beside every place where one of the forms stands."""
    if runs := _runs(forms):
        words_loops.cues(units.value, *runs, passed, flag, int(after), gap)


def _runs(
    forms: Sequence[str],
) -> tuple[NDArray[np.bool_], NDArray[np.uint64], NDArray[np.bool_], int] | None:
    """What the loops need to know of forms: upper bits of first units, hashes, lower bits of what begins one, the
    longest; None when there is no form."""
    cut = passages.units(forms, passages.WORDS)
    known, begun = np.empty(cut.texts, np.uint64), np.zeros(1 << BEGUN_BITS, np.bool_)
    words_loops.hashes(cut.value, cut.first, known, begun)
    some = np.diff(cut.first) > 0
    if not some.any():
        return None
    starts = _uppers(cut.value[cut.first[:-1][some]])
    return starts, np.unique(known[some]), begun, int(np.diff(cut.first).max())


def _among(value: NDArray[np.uint32], some: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each value is one of some; a table of upper bits first, for few are."""
    may = np.flatnonzero(_uppers(some)[value >> np.uint32(16)])
    found = np.zeros(len(value), np.bool_)
    found[may[np.isin(value[may], some)]] = True
    return found


def _uppers(values: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """A table of the upper 16 bits of values."""
    table = np.zeros(1 << 16, np.bool_)
    table[values >> np.uint32(16)] = True
    return table


def _gaps(texts: Sequence[str], units: Units) -> Gap:
    """What stands before each unit and after the last."""
    offset = np.zeros(len(texts), np.int64)
    np.cumsum([len(text) + 1 for text in texts[:-1]], out=offset[1:])
    codes = np.frombuffer("\0".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    start = units.start + np.repeat(offset, np.diff(units.first)).astype(np.int32)
    gap = np.zeros(len(units) + 1, np.uint16)
    look, inside = looks_for(codes), np.zeros(len(codes), np.bool_)
    kernels.addresses(codes, look, inside)
    kernels.gaps(codes, look, start, units.length, units.value, inside, wrapped(codes, look), gap)
    return gap


def origins(units: Units) -> Ints:
    """For each text the number of the first text that is like it: near-copies share most of their runs of units.

    Of each text the least hashes in 16 classes are compared in four bands of four: two texts with nine tenths of their
    runs in common meet in one of them nearly always (0.98), two with a third hardly ever (0.05).
    """
    least = np.full((units.texts, SKETCH), np.iinfo(np.uint64).max, np.uint64)
    words_loops.sketch(units.value, units.first, WIDTH, least)
    origin = np.arange(units.texts, dtype=np.int32)
    full = np.flatnonzero((least != np.iinfo(np.uint64).max).all(axis=1))
    for band in range(0, SKETCH, BAND):
        _, same = np.unique(least[full, band : band + BAND], axis=0, return_inverse=True)
        group = same.reshape(-1).astype(np.int32)
        words_loops.united(full.astype(np.int32), group, np.full(len(group), -1, np.int32), origin)
    return origin
