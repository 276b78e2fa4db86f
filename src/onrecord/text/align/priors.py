"""What translates what in two given texts before they are aligned: the lexicon's rows, numbers, and names by sound.

Lives here: the table of one pair of sides, as arrays. Not here: the lexicon, what alignment teaches (``learn``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align import names
from onrecord.text.align.lexicon import Lexicon
from onrecord.text.align.sides import Side
from onrecord.text.detect import is_han

Row = dict[int, float]
COGNATE = 0.5  # weight of two words spelt alike
SOUND = 0.7  # weight of two names that sound alike
PARTS = 0.6  # weight of a Chinese word's parts where the word itself is not listed
SHARE_ALIKE = 0.66  # common beginning over the longer of two words
SHORTEST_COGNATE = 4
LATIN = frozenset({"en", "fr", "es", "de", "it", "pt", "nl"})


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse table: unit u of one side has translations ``to[start[u]:start[u + 1]]`` with weights ``weight``."""

    start: NDArray[np.int32]
    to: NDArray[np.int32]
    weight: NDArray[np.float32]

    def row(self, unit: int) -> list[tuple[int, float]]:
        """Translations of one unit with their weights."""
        at = slice(self.start[unit], self.start[unit + 1])
        return list(zip(self.to[at].tolist(), self.weight[at].tolist(), strict=True))


def packed(rows: list[Row]) -> Rows:
    """Rows as arrays."""
    start = np.zeros(len(rows) + 1, np.int32)
    np.cumsum([len(row) for row in rows], out=start[1:])
    to = np.fromiter((u for row in rows for u in row), np.int32, int(start[-1]))
    weight = np.fromiter((w for row in rows for w in row.values()), np.float32, int(start[-1]))
    return Rows(start, to, weight)


def priors(one: Side, other: Side, lexicon: Lexicon) -> tuple[Rows, Rows]:
    """The tables of both directions for the units that the two sides hold."""
    extra = _extra(one, other, lexicon)
    forward = [_row(unit, other, lexicon.forward, lexicon) for unit in one.vocab]
    backward = [_row(unit, one, lexicon.backward, lexicon) for unit in other.vocab]
    for a, b, weight in extra:
        forward[a][b] = max(forward[a].get(b, 0.0), weight)
        backward[b][a] = max(backward[b].get(a, 0.0), weight)
    return packed(forward), packed(backward)


def _row(unit: str, to: Side, table: Mapping[str, Mapping[str, float]], lexicon: Lexicon) -> Row:
    row = _listed(unit, to, table)
    if not row and unit not in table and len(unit) > 1 and is_han(unit[0]):
        for part in unit:
            for u, weight in _listed(part, to, table).items():
                row[u] = row.get(u, 0.0) + PARTS * weight / len(unit)
    return row


def _listed(unit: str, to: Side, table: Mapping[str, Mapping[str, float]]) -> Row:
    found = ((to.number.get(key), weight) for key, weight in table.get(unit, {}).items())
    return {u: weight for u, weight in found if u is not None}


def _extra(one: Side, other: Side, lexicon: Lexicon) -> list[tuple[int, int, float]]:
    """Pairs beyond the lists: the same key on both sides, words spelt alike, names that sound alike."""
    same = one.lang == other.lang
    found = [
        (a, other.number[key], 1.0)
        for key, a in one.number.items()
        if key in other.number and (same or _says_itself(key, one, other, lexicon))
    ]
    if same:
        return found
    if one.lang in LATIN and other.lang in LATIN:
        found += _cognates(one, other, lexicon)
    else:
        found += _sounds(one, other, lexicon)
    return found


def _says_itself(key: str, one: Side, other: Side, lexicon: Lexicon) -> bool:
    """Numbers, and words that are the same in both languages without being too common or too short in either."""
    if key[0] == "#":
        return True
    stopped = key in lexicon.stops[0] or key in lexicon.stops[1]
    return not stopped and (len(key) > 3 or key in one.named or key in other.named)


def _cognates(one: Side, other: Side, lexicon: Lexicon) -> list[tuple[int, int, float]]:
    begins: defaultdict[str, list[str]] = defaultdict(list)
    for key in other.vocab:
        if len(key) >= SHORTEST_COGNATE and key not in lexicon.stops[1]:
            begins[names.latin(key)[:SHORTEST_COGNATE]].append(key)
    found = []
    for key in one.vocab:
        plain = names.latin(key)
        if len(plain) < SHORTEST_COGNATE or key in lexicon.stops[0]:
            continue
        for mate in begins.get(plain[:SHORTEST_COGNATE], ()):
            share = _common(plain, names.latin(mate))
            if share >= SHARE_ALIKE:
                found.append((one.number[key], other.number[mate], COGNATE * share))
    return found


def _common(a: str, b: str) -> float:
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return n / max(len(a), len(b))


def _sounds(one: Side, other: Side, lexicon: Lexicon) -> list[tuple[int, int, float]]:
    keyed: defaultdict[str, list[str]] = defaultdict(list)
    for unit, written in other.named.items():
        for key in names.keys(written, other.lang):
            keyed[key].append(unit)
    found = []
    for unit, written in one.named.items():
        mates = {mate for key in names.keys(written, one.lang) for mate in keyed.get(key, ())}
        found += [(one.number[unit], other.number[mate], SOUND / len(mates)) for mate in mates if mate != unit]
    return found
