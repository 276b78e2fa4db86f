"""How phrases that texts repeat are ranked: weights as data, three lanes, one order.

Lives here: the weights, what is never proposed, the order. Not here: the figures of a phrase (``text.phrases``), names,
variants (``formulations``, ``families``).

Set phrases give themselves away in three ways, so there are three lanes. *Marked*: rare or not, they are set off, above
all by quotation marks. *Spread*: many texts hold them, near words that take a stance, and they bind. *Kindred*: their
words are those of other set phrases that are known (``familiar``); it begins behind the others. A phrase has the
best of its ranks, so each kind of evidence has its share of any number of proposals. The weights of the second and
third lane were fitted (logistic regression) on forms of the packs, without the phrases that recall is measured on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.text.phrases import DEFAULT
from onrecord.text.phrases.features import Features
from onrecord.trace.familiar import STRANGE

Floats = NDArray[np.float64]

FLOORS = {"bond": 0.05, "left": 0.05, "right": 0.05, "quoted": 0.01, "aimed": 0.02,
          "saying": 0.02, "nearby": 0.05, "own": 0.0, "value": 0.1}  # fmt: skip
"""What is added to a share before its logarithm (``bond``: the least it counts as)."""

MARKED = {"origins": 1.0, "bond": 3.0, "left": 0.2, "right": 1.6, "quoted": 1.8, "aimed": 0.5,
          "saying": -1.0, "repeat": 1.0, "counted": -10.0}  # fmt: skip
SPACED = {"origins": 0.85, "bond": 2.0, "right": 0.75, "quoted": 0.4, "aimed": 0.07, "nearby": 0.45, "size": 2.0,
          "own": 1.05, "periods": 0.2, "capitals": -3.0, "inner": -0.8, "warm": 2.05, "counted": -10.0,
          "value": 3.0}  # fmt: skip
UNSPACED = {"origins": 1.45, "bond": 2.6, "right": 0.75, "quoted": 0.65, "aimed": 0.4, "nearby": 0.4, "size": 0.65,
            "own": 0.35, "periods": 0.95, "capitals": -3.0, "warm": 2.2, "three": -1.65, "counted": -10.0,
            "value": 0.3}  # fmt: skip
KIN_SPACED = {"bond": 3.9, "right": 0.4, "quoted": 0.5, "nearby": 0.5, "size": -0.5, "own": 0.9, "familiar": 0.8,
              "counted": -5.0, "capitals": -2.6, "value": 0.3, "inner": -0.4, "warm": 1.0}  # fmt: skip
KIN_UNSPACED = {"origins": 1.0, "bond": 3.3, "right": 0.85, "quoted": 0.55, "aimed": 0.4, "nearby": 0.2, "size": -0.6,
                "own": 0.3, "periods": 0.9, "familiar": 0.8, "counted": -11.0, "capitals": -10.5, "three": -1.2,
                "value": 0.25}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """A lane's score is the sum of weights times what they are named for: logarithms of counts and shares of
    ``Features``, ``repeat`` (occurrences in a text), ``size`` (units), ``own`` and ``periods`` (for each text), and
    plainly ``counted``, ``capitals`` (for each unit, at least), ``inner``, ``warm``, ``three`` (whether three units),
    ``familiar`` (a logarithm).

    ``kindred``: the third lane, whose places are ``kin_pace`` times as far apart and begin after ``kin_behind``;
    ``strange``: a phrase of which no word is ``familiar`` must stand in quotation marks for such a share at least.
    ``pace``: by how much faster the spread lane is taken from. ``least_own``: least texts of its own; ``pair_quoted``:
    least share between quotation marks of a phrase of two characters; ``figures``: greatest share beside figures,
    ``rim``: at the ends of texts, where pages keep what is theirs and speakers greet, ``titled``: with all capitals,
    which are names, ``capitals``: of words that never lose theirs, ``named``: of two such words or more among those
    that are not grammar; ``programme``: least share between quotation marks at which a capital makes a title of it,
    ``headed``: least share with a capital in mid-sentence that makes a name; ``going``: greatest share before a word
    that is no grammar, where a phrase is cut from a longer one ("free and fair" elections, trade); ``bare``: share of
    words of value and plain ones together that makes a plain term; ``least_whole``: least share of texts where it is
    not a piece of one longer phrase. A phrase of whose words a share less than ``worth`` are of value must show itself:
    by a share ``sign``, and ``sign_times``, after a stance nearby, or ``sign_quoted`` between quotation marks, or
    ``sign_many`` after a stance in ``sign_texts`` texts; its place is that much ``slower``, and ``behind``.
    """

    marked: Mapping[str, float]
    spread: Mapping[str, float]
    kindred: Mapping[str, float]
    kin_behind: int = 600
    kin_pace: float = 0.75
    strange: float = 0.0
    pace: float = 1.0
    least_own: int = DEFAULT.own
    least_whole: float = 0.0
    figures: float = 0.5
    rim: float = 0.5
    titled: float = 0.9
    programme: float = 0.7
    headed: float = 0.5
    going: float = 0.75
    worth: float = 0.2
    bare: float = 0.99
    named: float = 0.5
    capitals: float = 0.5
    sign: float = 0.0
    sign_quoted: float = 0.0
    sign_times: int = 0
    sign_texts: int = 0
    sign_many: float = 0.0
    behind: int = 0
    slower: float = 1.0
    pair_quoted: float = DEFAULT.quoted


BY_KIND = {
    True: Weights(MARKED, UNSPACED, KIN_UNSPACED, strange=0.05, capitals=1.0, going=1.0, worth=0.0),
    False: Weights(
        MARKED | {"value": 1.5},
        SPACED,
        KIN_SPACED,
        pace=3.0,
        least_whole=0.15,
        sign=0.2,
        sign_quoted=0.1,
        sign_times=4,
        sign_texts=12,
        sign_many=0.1,
        behind=300,
        slower=2.0,
    ),
}
"""Whether a language is written without spaces -> its weights."""


def is_unspaced(value: NDArray[np.uint32], grams: Features) -> bool:
    """True when most grams begin and end with a character that stands alone: a language without spaces."""
    return 2 * int(np.count_nonzero(_alone(value, grams))) > len(grams)


def _alone(value: NDArray[np.uint32], grams: Features) -> NDArray[np.bool_]:
    return np.asarray((value[grams.begin] & 1 == 1) & (value[grams.begin + grams.size - 1] & 1 == 1))


def ranked(
    value: NDArray[np.uint32], grams: Features, grammar: NDArray[np.uint32], least: int = 5, few: bool = False,
    familiar: Floats | None = None,
) -> NDArray[np.int64]:  # fmt: skip
    """Rows of grams that may be proposed, best first; ``value`` of the units, ``grammar`` the values of edge words.
    ``least``: least texts of a phrase in all its inflections; ``few``: one voice or two may be all that speaks in the
    texts, so that a stance nearby shows nothing; ``familiar``: how familiar each gram is (None: no formulation is
    known in the language, and the third lane is left out)."""
    head, tail = value[grams.begin], value[grams.begin + grams.size - 1]
    weights = BY_KIND[is_unspaced(value, grams)]
    kept = (grams.own >= weights.least_own) & (grams.counted < weights.figures) & (grams.bond > 0)
    kept &= (grams.whole >= weights.least_whole) & (grams.rim <= weights.rim)
    kept &= (grams.titled <= weights.titled) & (grams.capitals < weights.capitals * grams.size)
    kept &= (grams.capitals < 2) | (grams.capitals < weights.named * (grams.size - grams.inner))
    kept &= grams.bare < weights.bare
    kept &= (grams.quoted < weights.programme) | (grams.capitals == 0)
    texts, times = together(grams.kin, grams.texts), together(grams.kin, grams.times)
    kept &= texts >= least
    kept &= (grams.headed < weights.headed) | (grams.capitals > 0)
    near, going = (together(grams.kin, share * grams.times) for share in (grams.nearby, grams.going))
    kept &= (going <= weights.going * times) | (len(grammar) == 0)
    after = (near >= weights.sign * times) & (near >= weights.sign_times)
    after |= (near >= weights.sign_many * times) & (texts >= weights.sign_texts)
    kept &= (grams.value >= weights.worth) | (grams.quoted >= weights.sign_quoted) | (after if not few else False)
    kept &= ~((grams.size == 2) & _alone(value, grams) & (grams.quoted < weights.pair_quoted))
    kept &= ~(np.isin(head, grammar) | np.isin(tail, grammar))
    if familiar is not None:
        kept &= (familiar > STRANGE) | (grams.quoted >= weights.strange)
    rows = np.flatnonzero(kept)
    known = _figures(grams, rows)
    place = np.minimum(_lane(weights.marked, known) * weights.pace, _lane(weights.spread, known))
    if familiar is not None:
        kindred = _lane(weights.kindred, known | {"familiar": familiar[rows]})
        place = np.minimum(place, kindred * weights.kin_pace + weights.kin_behind)
    if weights.behind:
        valued = grams.value[rows] >= weights.worth
        place[valued] = _places(-place[valued])
        place[~valued] = _places(-place[~valued]) * weights.slower + weights.behind
    return rows[_inflections_together(place, grams.kin[rows], grams.texts[rows])]


def _lane(weights: Mapping[str, float], known: Mapping[str, Floats]) -> Floats:
    """The places in one lane."""
    return _places(sum(weight * known[name] for name, weight in weights.items()))


def _inflections_together(place: Floats, kin: NDArray[np.int32], texts: NDArray[np.int32]) -> NDArray[np.int64]:
    """The order of places, where all inflections have that of the one most texts hold, and it comes first."""
    most = np.lexsort((place, -texts, kin))
    heads = most[np.diff(kin[most], prepend=-1) != 0]
    shared = np.zeros(int(kin.max()) + 1 if len(kin) else 1)
    shared[kin[heads]] = place[heads]
    return np.lexsort((place, -texts, shared[kin]))


def together(kin: NDArray[np.int32], what: NDArray[np.int32] | NDArray[np.float32]) -> Floats:
    """The sum over all inflections of each phrase."""
    return np.asarray(np.bincount(kin, weights=what)[kin], np.float64) if len(kin) else np.empty(0)


def _figures(grams: Features, rows: NDArray[np.int64]) -> dict[str, Floats]:
    """What weights multiply, of some rows."""
    texts, times = grams.texts[rows], grams.times[rows]
    known: dict[str, Floats] = {
        "origins": np.log(together(grams.kin, grams.origins)[rows]),
        "size": np.log(grams.size[rows]),
        "repeat": np.log(times / texts),
        "own": np.log(grams.own[rows] / texts),
        "periods": np.log(np.maximum(grams.periods[rows], 1) / texts),
        "capitals": grams.capitals[rows] / grams.size[rows],
        "three": (grams.size[rows] == 3).astype(np.float64),
        "bond": np.log(np.maximum(grams.bond[rows], FLOORS["bond"])),
    }
    known |= {name: getattr(grams, name)[rows].astype(np.float64) for name in ("counted", "inner", "warm")}
    shares = FLOORS.keys() - known.keys()
    return known | {name: np.log(getattr(grams, name)[rows] + FLOORS[name]) for name in shares}


def _places(score: Floats | float) -> Floats:
    """The place of each in the order of scores, from 0."""
    order = np.argsort(-np.asarray(score), kind="stable")
    place = np.empty(len(order))
    place[order] = np.arange(len(order))
    return place
