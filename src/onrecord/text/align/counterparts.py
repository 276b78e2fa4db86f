"""What renders a phrase in the other language: runs of words that stand where it stands and that its words explain.

Lives here: choosing renderings from aligned beads. Not here: which phrases (``trace.formulations``), alignment. A run's
score is Dice^.5 x (.15 + cover): Dice over the beads that hold the phrase and those that hold the run; cover, averaged
over beads, the harmonic mean of the shares of the run's telling words and of the phrase's characters that the bead's
links join. Longer runs win ties. Beads in which the phrase only stands inside a longer one do not count for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.text.align.found import Bead, Link, Place
from onrecord.text.align.units import units

LONGEST = 10  # words of a run
LEAST_BEADS = 2
FLOOR = 0.15  # what a run without any link still keeps of its Dice
LENGTH = 0.03  # gain of each word, to settle ties
_BREAKS = frozenset('.,;:!?()[]“”"«»—–、。，；：！？（）《》\n')
_LISTS = frozenset(",，、")  # marks that a phrase may have inside when it is asked so


@dataclass(frozen=True, slots=True)
class Rendering:
    """A phrase and what renders it: ``together`` of the ``beads`` that hold the phrase hold the rendering, which
    ``elsewhere`` more beads hold; ``others`` are further renderings with the beads that hold them."""

    phrase: str
    rendering: str
    beads: int
    together: int
    elsewhere: int
    score: float
    others: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """One bead as words: both texts, and the links with places in them."""

    one: str
    other: str
    links: tuple[Link, ...]


@dataclass(slots=True)
class Run:
    """A run of words beside a phrase: in how many of its pairings, and the sum of its covers there."""

    together: int = 0
    cover: float = 0.0


Key = tuple[str, ...]  # the units of a run
Spot = tuple[int, int, int]  # where a phrase stands: the number of a pairing, half-open code points of its first text
Stand = tuple[int, int, int]  # where a run stands in a second text: start, end, and how many telling words it has


def pairing(bead: Bead, one: Sequence[str], other: Sequence[str]) -> Pairing:
    """The bead's texts, sentence by sentence joined, with the links moved to their places in them."""

    def joined(sentences: Sequence[str], numbers: Sequence[int]) -> tuple[str, dict[int, int]]:
        starts, text = {}, ""
        for number in numbers:
            starts[number] = len(text)
            text += sentences[number] + "\n"
        return text, starts

    a, first = joined(one, bead.one)
    b, second = joined(other, bead.other)
    moved = tuple(
        Link(
            Place(0, x.start + first[x.sentence], x.end + first[x.sentence]),
            Place(0, y.start + second[y.sentence], y.end + second[y.sentence]),
            link.weight,
        )
        for link in bead.links
        for x, y in ((link.one, link.other),)
    )
    return Pairing(a, b, moved)


def renderings(
    phrases: Iterable[str], pairings: Sequence[Pairing], lang: str, stops: frozenset[str]
) -> list[Rendering]:
    """The best rendering of each phrase in ``lang`` (primary subtag), best first; phrases without one are left out."""
    runs = [runs_of(p.other, lang, stops) for p in pairings]
    held = _held(sorted(set(phrases), key=len, reverse=True), pairings)
    tables = {
        phrase: scored([(n, at, at + len(phrase)) for n, at in places], pairings, runs)
        for phrase, places in held.items()
    }
    wanted = {key for table in tables.values() for key in table}
    total = Counter(key for row in runs for key in row if key in wanted)
    forms = written(wanted, runs, pairings)
    found = [_best(phrase, len(held[phrase]), table, total, forms) for phrase, table in tables.items()]
    return sorted((one for one in found if one), key=lambda one: -one.score)


def _held(phrases: Sequence[str], pairings: Sequence[Pairing]) -> dict[str, list[tuple[int, int]]]:
    """Phrase -> (pairing, place) of each pairing that holds it: outside of longer phrases, if two do, else anywhere."""
    alone: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    anywhere: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, p in enumerate(pairings):
        taken: list[tuple[int, int]] = []
        low = p.one.lower()
        for phrase in phrases:
            places = list(_places(low, phrase.lower()))
            free = [at for at in places if not any(s <= at and at + len(phrase) <= e for s, e in taken)]
            taken += [(at, at + len(phrase)) for at in free]
            if places:
                anywhere[phrase].append((number, places[0]))
            if free:
                alone[phrase].append((number, free[0]))
    chosen = {
        phrase: alone[phrase] if len(alone[phrase]) >= LEAST_BEADS else places for phrase, places in anywhere.items()
    }
    return {phrase: places for phrase, places in chosen.items() if len(places) >= LEAST_BEADS}


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def runs_of(
    text: str,
    lang: str,
    stops: frozenset[str],
    words: frozenset[str] = frozenset(),
    *,
    lists: bool = False,
    longest: int = LONGEST,
) -> dict[Key, Stand]:
    """Runs of words that cross no mark (with ``lists`` none but commas) and neither begin nor end with a word of
    grammar -> where they first stand; ``words`` are the Chinese words known."""
    found: dict[Key, Stand] = {}
    breaks = _BREAKS - _LISTS if lists else _BREAKS
    row = units(text, lang, words)
    for i in range(len(row)):
        if row.keys[i] in stops:
            continue
        telling = 0
        for j in range(i, min(i + longest, len(row))):
            if j > i and not breaks.isdisjoint(text[row.ends[j - 1] : row.starts[j]]):
                break
            if row.keys[j] not in stops:
                telling += 1
                found.setdefault(tuple(row.keys[i : j + 1]), (row.starts[i], row.ends[j], telling))
    return found


def scored(spots: Sequence[Spot], pairings: Sequence[Pairing], runs: Sequence[Mapping[Key, Stand]]) -> dict[Key, Run]:
    """Runs beside a phrase: in how many of its pairings, and the sum of their covers."""
    table: defaultdict[Key, Run] = defaultdict(Run)
    least = 1 if len(spots) < 2 * LEAST_BEADS else LEAST_BEADS
    for number, first, last in spots:
        size = len("".join(pairings[number].one[first:last].split()))
        links = [k for k in pairings[number].links if first <= k.one.start and k.one.end <= last]
        for key, (start, end, telling) in runs[number].items():
            run = table[key]
            run.together += 1
            inside = [k for k in links if start <= k.other.start and k.other.end <= end]
            if inside:
                mine = min(1.0, len(inside) / telling)
                theirs = min(1.0, sum(k.one.end - k.one.start for k in inside) / size)
                run.cover += 2 * mine * theirs / (mine + theirs)
    return {key: run for key, run in table.items() if run.together >= least}


def written(wanted: set[Key], runs: Sequence[Mapping[Key, Stand]], pairings: Sequence[Pairing]) -> dict[Key, str]:
    """Each run as it is written most often."""
    forms: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for row, p in zip(runs, pairings, strict=True):
        for key in wanted & row.keys():
            start, end, _ = row[key]
            forms[key][" ".join(p.other[start:end].split())] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in forms.items()}


def _best(
    phrase: str, beads: int, table: Mapping[Key, Run], total: Mapping[Key, int], forms: Mapping[Key, str]
) -> Rendering | None:
    ranked = sorted(((score_of(run, beads, total[key], len(key)), key) for key, run in table.items()), reverse=True)
    if not ranked:
        return None
    score, key = ranked[0]
    together = table[key].together
    others = tuple((forms[k], table[k].together) for _, k in ranked[1:] if not nested(k, key))[:2]
    return Rendering(phrase, forms[key], beads, together, total[key] - together, round(score, 3), others)


def score_of(run: Run, beads: int, total: int, words: int) -> float:
    """Dice^.5 x (.15 + cover), a little more for each word."""
    dice = 2 * run.together / (beads + total)
    return float(dice**0.5 * (FLOOR + run.cover / run.together) * (1 + LENGTH * words))


def nested(one: Key, other: Key) -> bool:
    """True when the shorter run is a part of the longer."""
    short, long = sorted((one, other), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
