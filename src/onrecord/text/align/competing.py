"""All that renders one phrase in aligned beads: runs of words that take turns at standing where it stands.

Lives here: which runs share the pairings of a phrase out among them. Not here: the score of a run (``counterparts``),
what is known beforehand, dates. The best run takes the pairings that hold it; then the best of those that are left,
and so on: what stands beside another rendering is not counted for a second one. Runs may have commas inside
("planned together, built together"). A run is closed: words beside it that stand there nearly always
belong to it, unless words of the first text outside the phrase explain them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log

from onrecord.text.align.counterparts import (
    LEAST_BEADS,
    Key,
    Pairing,
    Run,
    Spot,
    Stand,
    nested,
    runs_of,
    score_of,
    written,
)
from onrecord.text.align.lexicon import Lexicon
from onrecord.text.align.units import units

LONGEST = 14  # words of a run, which may have commas inside
CLOSED = 0.8  # a run is given with the words beside it when they stand in this share of its pairings
LEAST_SCORE = 0.25  # a run below it renders nothing
LEAST_ALONE = 0.8  # the same of a run that one pairing alone holds: words must explain most of it
MOST = 12  # renderings of one phrase


@dataclass(frozen=True, slots=True)
class Competing:
    """One rendering: as it is written most often; the pairings that it took, each with its half-open code points in the
    second text; how many pairings without the phrase hold it (``elsewhere``), and how firmly it goes with the
    phrase: Dice's coefficient, Dunning's log-likelihood ratio, and the score it was chosen by."""

    form: str
    taken: tuple[Spot, ...]
    elsewhere: int
    dice: float
    likelihood: float
    score: float


@dataclass(slots=True)
class Field:
    """Pairings in which phrases are looked for, and the words of the two languages; what they hold is counted once."""

    pairings: Sequence[Pairing]
    words: Lexicon
    runs: list[dict[Key, Stand]] = field(init=False)

    def __post_init__(self) -> None:
        lang, stops = self.words.langs[1], self.words.stops[1]
        han = self.words.words
        self.runs = [runs_of(p.other, lang, stops, han, lists=True, longest=LONGEST) for p in self.pairings]

    def held(self, wanted: Collection[int]) -> Counter[Key]:
        """In how many pairings the runs stand that any of the ``wanted`` pairings (numbers) has."""
        keys = {key for number in wanted for key in self.runs[number]}
        return Counter(key for row in self.runs for key in keys & row.keys())


def competing(spots: Sequence[Spot], within: Field) -> list[Competing]:
    """The renderings of a phrase that stands at ``spots``, best first."""
    left = list({number: (number, start, end) for number, start, end in reversed(spots)}.values())[::-1]
    beads, runs, pairings = len(left), within.runs, within.pairings
    total = within.held([number for number, _, _ in left])
    beside = Counter(key for number, _, _ in left for key in runs[number])
    covers = {spot[0]: dict(_covers(spot, within)) for spot in left}
    foreign = {spot[0]: _foreign(spot, within) for spot in left}
    found: list[Competing] = []
    while left and len(found) < MOST:
        table = _scored(left, covers)
        key, score = _best(table, len(left), total - beside)
        if score < LEAST_SCORE:
            break
        key = _closed(key, table, {n: covers[n] for n, _, _ in left}, foreign)
        run = table[key]
        taken = tuple((n, *runs[n][key][:2]) for n, _, _ in left if key in runs[n])
        form = written({key}, [runs[n] for n, _, _ in taken], [pairings[n] for n, _, _ in taken])[key]
        dice = 2 * run.together / (beads + total[key])
        ratio = likelihood_ratio(beside[key], beads, total[key], len(pairings))
        found.append(Competing(form, taken, total[key] - beside[key], round(dice, 3), round(ratio, 1), round(score, 3)))
        gone = {number for number, _, _ in taken}
        left = [spot for spot in left if spot[0] not in gone]
    return found


def likelihood_ratio(both: int, one: int, other: int, all: int) -> float:
    """Dunning's G2 of two things that stand in ``one`` and ``other`` of ``all`` pairings, ``both`` together; below 0
    when they stand together less often than by chance.

    >>> round(likelihood_ratio(4, 4, 4, 40), 1), round(likelihood_ratio(1, 10, 4, 40), 1)
    (26.0, 0.0)
    """
    cells = ((both, one, other), (one - both, one, all - other), (other - both, all - one, other),
             (all - one - other + both, all - one, all - other))  # fmt: skip
    ratio = 2 * sum(seen * log(seen * all / (row * column)) for seen, row, column in cells if seen > 0)
    return ratio if both * all >= one * other else -ratio


def _covers(spot: Spot, within: Field) -> Iterator[tuple[Key, float]]:
    """Of each run of a pairing the harmonic mean of the shares of the run's telling words and of the phrase's
    characters that explain each other, by the links of the pairing or by the lexicon: one word of the phrase may
    stand for several ("high-quality")."""
    number, first, last = spot
    pair, words = within.pairings[number], within.words
    here = _words_of(pair.one, words, (first, last))
    size = max(1, sum(end - start for _, start, end in here))
    links = [k for k in pair.links if first <= k.one.start and k.one.end <= last]
    for key, (start, end, telling) in within.runs[number].items():
        inside = [k for k in links if start <= k.other.start and k.other.end <= end]
        known = {k for unit, _, _ in here for k in words.forward.get(unit, ()) if k not in words.stops[1]}
        told = max(len({k.other.start for k in inside}), len(known & set(key)))
        linked = {k.one.start for k in inside}
        mine = min(1.0, told / telling)
        theirs = sum(
            e - s for unit, s, e in here if s in linked or not set(key).isdisjoint(words.forward.get(unit, ()))
        ) / size  # fmt: skip
        yield key, 2 * mine * theirs / (mine + theirs) if mine and theirs else 0.0


def _words_of(chars: str, words: Lexicon, place: tuple[int, int]) -> list[tuple[str, int, int]]:
    """The telling units of a stretch with their half-open code points in the whole text."""
    row = units(chars[place[0] : place[1]], words.langs[0], words.words)
    every = zip(row.keys, row.starts, row.ends, strict=True)
    return [(key, place[0] + start, place[0] + end) for key, start, end in every if key not in words.stops[0]]


def _scored(left: Sequence[Spot], covers: Mapping[int, Mapping[Key, float]]) -> dict[Key, Run]:
    """The runs of the pairings that are left; of many pairings those alone that two hold."""
    table: defaultdict[Key, Run] = defaultdict(Run)
    for number, _, _ in left:
        for key, cover in covers[number].items():
            run = table[key]
            run.together += 1
            run.cover += cover
    least = 1 if len(left) < 2 * LEAST_BEADS else LEAST_BEADS
    return {key: run for key, run in table.items() if run.together >= least}


def _best(table: Mapping[Key, Run], beads: int, outside: Mapping[Key, int]) -> tuple[Key, float]:
    """The run with the best score, counted over the pairings that are left and those without the phrase."""
    ranked = [(_score(run, beads, outside[key], len(key)), run.together, key) for key, run in table.items()]
    score, _, key = max((one for one in ranked if one[1] > 1 or one[0] >= LEAST_ALONE), default=(0.0, 0, ()))
    return key, score


def _closed(
    key: Key, table: Mapping[Key, Run], held: Mapping[int, Collection[Key]], foreign: Mapping[int, Set[str]]
) -> Key:
    """The run with the words beside it that nearly always stand there and that nothing else explains."""
    least = max(LEAST_BEADS, CLOSED * table[key].together)
    longer = [k for k, r in table.items() if r.together >= least and len(k) > len(key) and nested(k, key)]
    for k in sorted(longer, key=lambda k: (-len(k), -table[k].together, k)):
        added = set(k) - set(key)
        if 2 * sum(k in keys and not added.isdisjoint(foreign[n]) for n, keys in held.items()) < table[k].together:
            return k
    return key


def _foreign(spot: Spot, within: Field) -> Set[str]:
    """The units of a second text that words outside the phrase explain."""
    number, first, last = spot
    pair = within.pairings[number]
    outside = {k.other.start for k in pair.links if k.one.end <= first or k.one.start >= last}
    row = units(pair.other, within.words.langs[1], within.words.words)
    return {key for key, start in zip(row.keys, row.starts, strict=True) if start in outside}


def _score(run: Run, beads: int, outside: int, words: int) -> float:
    """The score of ``counterparts``; of what stands in one pairing alone the length says nothing."""
    return score_of(run, beads, run.together + outside, words if run.together > 1 else 0)
