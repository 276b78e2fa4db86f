"""Grams counted level by level: a gram is the pair of the gram one unit shorter and the unit after it.

Lives here: the steps. Not here: loops (``kernels``), what is proposed (``trace.formulations``).

Each level packs gram, next unit and place into 64 bits and sorts once; only places where both shorter grams stand in
enough texts go on, so that the levels soon get small. A gram's parts are kept as numbers, not as places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages import Units
from onrecord.text.phrases import kernels
from onrecord.text.phrases.arrays import Ints, Level, Settings

WORD_BITS = 64
MANY_CAPITALS = 1 << 30
USUAL, WARM_FLOOR = 5, 0.01  # a word begins with this many occurrences of the usual warmth


@dataclass(frozen=True, slots=True, eq=False)
class _Corpus:
    """What stays the same for all levels: of each unit its text, and its room to the next wall; which are grammar; how
    many with and without a capital stand before each; which stand alone."""

    doc: Ints
    near: Ints
    first: NDArray[np.int64]
    origin: Ints
    gap: NDArray[np.uint16]
    room: NDArray[np.uint8]
    light: NDArray[np.bool_]
    settings: Settings
    period: Ints
    upper: Ints
    lower: Ints
    unspaced: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Grams:
    """One level before its contexts are known: gram at each unit, the units where one begins, a row for each gram."""

    size: int
    gram: Ints
    places: Ints
    texts: Ints
    origins: Ints
    times: Ints
    begin: Ints


def levels(
    units: Units, gap: NDArray[np.uint16], origin: Ints, light: NDArray[np.bool_], settings: Settings, period: Ints
) -> tuple[list[Level], NDArray[np.float32], Ints]:
    """The grams of every length from one unit on, and of each unit how warm its word is (``_warm``) and its number.

    ``gap`` is as ``kernels.gaps`` fills it; ``origin`` and ``period`` (in order) of each text.

    ``light``: whether each unit is a word of grammar; a gram that is longer by one takes nothing from a shorter.
    """
    doc = np.repeat(np.arange(units.texts, dtype=np.int32), np.diff(units.first))
    near = doc[:: 1 << kernels.COARSE].copy()
    room = np.empty(len(units), np.uint8)
    kernels.reach(gap, settings.most + 1, room)
    capital = (gap[:-1] & kernels.UPPER) != 0
    upper, lower = _before(capital), _before(~(capital | light))
    corpus = _Corpus(
        doc, near, units.first, origin, gap, room, light, settings, period, upper, lower, units.value & 1 == 1
    )
    now = _single(corpus, units.value)
    unit, vocabulary = np.maximum(now.gram, 0), len(now.texts)
    word = now.gram
    warm = _warm(word, gap, light)
    made: list[Level] = []
    prefix = suffix = np.empty(0, np.int32)
    while len(now.texts) and now.size <= settings.most:
        after = _longer(corpus, now, unit, vocabulary)
        parts = now.gram[after.begin], now.gram[after.begin + 1]
        made.append(_level(corpus, now, after, parts, (prefix, suffix)))
        (prefix, suffix), now = parts, after
    return made, warm, word


def _warm(word: Ints, gap: NDArray[np.uint16], light: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The logarithm of the share of a word's occurrences that follow a stance nearby; 0 for grammar and rare words."""
    near = (gap[:-1] & kernels.NEAR) != 0
    times = np.bincount(word + 1)
    share = np.bincount(word + 1, weights=near) + USUAL * near.mean() if len(near) else times
    table = np.log(share / (times + USUAL) + WARM_FLOOR).astype(np.float32)
    table[:1] = 0
    return np.where(light, np.float32(0), table[word + 1])


def _single(corpus: _Corpus, value: NDArray[np.uint32]) -> _Grams:
    bits = len(value).bit_length()
    key = (value.astype(np.uint64) << np.uint64(bits)) | np.arange(len(value), dtype=np.uint64)
    return _grouped(corpus, 1, [key], bits, np.arange(len(value), dtype=np.int32))


def _longer(corpus: _Corpus, now: _Grams, unit: Ints, vocabulary: int) -> _Grams:
    """The next level, sorted in as many parts as fit 64 bits and the places allowed at once."""
    unit_bits, place_bits = vocabulary.bit_length(), len(unit).bit_length()
    fit = 1 << (WORD_BITS - unit_bits - place_bits)
    parts = max(-(-len(now.texts) // fit), -(-len(now.places) // corpus.settings.part))
    step = -(-len(now.texts) // parts)

    def keys() -> Iterator[NDArray[np.uint64]]:
        for low in range(0, len(now.texts), step):
            key = np.empty(len(now.places), np.uint64)
            how = (now.size + 1, low, low + step, unit_bits, place_bits)
            yield key[: kernels.longer(now.places, now.gram, unit, corpus.room, *how, key)]

    return _grouped(corpus, now.size + 1, keys(), place_bits, now.places)


def _grouped(corpus: _Corpus, size: int, keys: Iterable[NDArray[np.uint64]], place_bits: int, among: Ints) -> _Grams:
    """The grams of sorted keys; ``among`` the places, in order, where they may begin."""
    gram = np.full(len(corpus.doc), -1, np.int32)
    made: list[list[Ints]] = [[np.empty(0, np.int32)] for _ in range(4)]
    total, least = 0, corpus.settings.least
    for key in keys:
        key.sort()
        stamp = np.full(len(corpus.origin), -1, np.int64)
        columns = [np.empty(len(key) // least + 1, np.int32) for _ in made]
        after = kernels.group(
            key, place_bits, corpus.near, corpus.first, corpus.origin, least, total, stamp, gram, *columns
        )
        for rows, column in zip(made, columns, strict=True):
            rows.append(column[: after - total].copy())
        total = after
    places = among[gram[among] >= 0]
    return _Grams(size, gram, places, *(np.concatenate(rows) for rows in made))


def _level(corpus: _Corpus, now: _Grams, after: _Grams, parts: tuple[Ints, Ints], own: tuple[Ints, Ints]) -> Level:
    """A level with what its grams grow to (``parts``: prefix and suffix of each longer gram) and stand beside."""
    many = len(now.texts)
    right, left = np.full(many, -1, np.int32), np.full(many, -1, np.int32)
    ends = corpus.light[after.begin], corpus.light[after.begin + now.size]
    kernels.extend(*parts, after.texts, *ends, right, left)
    most_right, most_left = (np.where(m >= 0, after.texts[m], 0) if len(after.texts) else m * 0 for m in (right, left))
    right[most_right < corpus.settings.share * now.texts] = -1
    left[most_left < corpus.settings.share * now.texts] = -1
    cell = np.zeros((many, kernels.CELL), np.int32)
    cell[:, kernels.COLUMNS :] = -1, -1, MANY_CAPITALS
    plain = now.begin.copy()
    if now.size > 1:
        wanted = _wanted(corpus, now, after, right, left)
        grams = (now.places, now.gram, now.size, after.gram, np.stack((right, left), 1), wanted)
        around = (corpus.gap, corpus.doc, corpus.period, corpus.upper, corpus.lower)
        kernels.contexts(*grams, *around, cell, plain)
    capitals, counts = cell[:, kernels.CAPITALS].copy(), cell[:, : kernels.COLUMNS].copy()
    rows = (now.texts, now.origins, now.times, now.begin, *own, plain, capitals, most_right, most_left)
    return Level(now.size, *rows, counts)


def _wanted(corpus: _Corpus, now: _Grams, after: _Grams, right: Ints, left: Ints) -> NDArray[np.bool_]:
    """Which grams can be set phrases at all; the rest, half of all occurrences, is not worth the loop."""
    head, tail = now.begin, now.begin + now.size - 1
    wanted = ~(corpus.light[head] | corpus.light[tail])
    for more in (right, left):
        taken = np.where(more >= 0, after.times[more], 0) if len(after.times) else 0
        wanted &= now.times - taken >= corpus.settings.own
    if now.size == 2:
        marks = (corpus.gap[now.places] & kernels.OPEN != 0) & (corpus.gap[now.places + 2] & kernels.CLOSE != 0)
        quoted = np.bincount(now.gram[now.places[marks]], minlength=len(wanted))
        unspaced = corpus.unspaced[head] & corpus.unspaced[tail]
        wanted &= ~unspaced | (quoted >= corpus.settings.quoted * now.times)
    return wanted


def _before(what: NDArray[np.bool_]) -> Ints:
    """How many stand before each, and all of them."""
    found = np.zeros(len(what) + 1, np.int32)
    np.cumsum(what, out=found[1:])
    return found
