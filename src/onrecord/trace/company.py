"""Words that a phrase was usually said together with, and is said without since: an observation with its thresholds.

Lives here: that rule, over what stands around the uses of a phrase. Not here: where uses come from (``record``), bursts
and silence of the phrase itself (``swings``). It is an observation about this record and no reason.

*Together*: two words or more (three Han characters), without grammar at either end, that stand in the same line, at
most ``WIDTH`` code points away, in at least ``LEAST`` origins and in at least ``USUAL`` of those that hold the phrase
up to the day they last stood there. *Missing since*: of the later origins with the phrase, surely later, none has them,
where at that share ``swings.EXPECTED`` or more would. Of words inside other words the longest count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.knowledge.edges import edges
from onrecord.text import fold
from onrecord.trace.swings import silence

WIDTH, LEAST, USUAL = 200, 5, 0.5
MOST_USES = 5_000  # the newest are looked at
LONGEST, SHORTEST, SHORTEST_HAN = 12, 2, 3
TOLD = 5
_HAN = "\u2e80"
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before and after one use in its paragraph, the ISO days it can be of, its origin, its language."""

    before: str
    after: str
    first_day: str
    last_day: str
    origin: int
    lang: str


@dataclass(frozen=True, slots=True)
class Parted:
    """One observation: ``words`` (folded) stood beside the phrase in ``together`` of ``held`` origins up to ``when``,
    the last day of the last such use, and in none of ``later`` ones; ``expected`` would at the rate before."""

    words: str
    lang: str
    when: str
    together: int
    held: int
    later: int
    expected: float


def parted(uses: Iterable[Beside]) -> tuple[Parted, ...]:
    """The observations, those with the most expected first; ``TOLD`` at most."""
    by_lang: defaultdict[str, list[Beside]] = defaultdict(list)
    for one in sorted(uses, key=lambda use: use.last_day)[-MOST_USES:]:
        by_lang[fold.primary(one.lang)].append(one)
    found = [one for lang, some in by_lang.items() for one in _of_language(some, lang)]
    return tuple(sorted(found, key=lambda one: (-one.expected, one.words))[:TOLD])


def _of_language(uses: Sequence[Beside], lang: str) -> list[Parted]:
    grammar = {form for word in edges(lang) for form in fold.forms(word)}
    found: dict[Gram, Parted] = {}
    for gram, where in _frequent(uses).items():
        if gram[0] in grammar or gram[-1] in grammar or len(gram) < _least(gram):
            continue
        one = _missing(gram, {uses[n].origin for n in where}, [uses[n] for n in where], uses, lang)
        if one:
            found[gram] = one
    return [one for gram, one in found.items() if not any(_inside(gram, other) for other in found)]


def _least(gram: Gram) -> int:
    return SHORTEST_HAN if gram[0] >= _HAN else SHORTEST


def _missing(
    gram: Gram, origins: set[int], those: Sequence[Beside], uses: Sequence[Beside], lang: str
) -> Parted | None:
    when = max(one.last_day for one in those)
    later = {one.origin for one in uses if one.first_day > when} - origins
    held = {one.origin for one in uses} - later
    quiet = silence(when, len(origins), len(held), len(later))
    if quiet is None or len(origins) < USUAL * len(held):
        return None
    words = ("" if gram[0] >= _HAN else " ").join(gram)
    return Parted(words, lang, when, len(origins), len(held), len(later), quiet.expected)


def _inside(gram: Gram, other: Gram) -> bool:
    """True when a gram is a part of another, longer one."""
    size = len(gram)
    return size < len(other) and any(other[at : at + size] == gram for at in range(len(other) - size + 1))


def _usual(ranks: set[int]) -> bool:
    """Whether words were in enough origins at some time, by the numbers of these in the order of days: what is longer
    was so only when its parts were."""
    return any(n >= LEAST and n >= USUAL * (rank + 1) for n, rank in enumerate(sorted(ranks), 1))


def _frequent(uses: Sequence[Beside]) -> Mapping[Gram, set[int]]:
    """Every run of words that enough origins hold beside the phrase, with the uses that have it; level by level, for a
    run is frequent only when both that are shorter by one are."""
    sides = [(n, fold.forms(side)) for n, use in enumerate(uses) for side in (use.before, use.after)]
    rank: dict[int, int] = {}
    for use in uses:
        rank.setdefault(use.origin, len(rank))
    all_found: dict[Gram, set[int]] = {}
    shorter: dict[Gram, set[int]] = {}
    for size in range(1, LONGEST + 1):
        now: defaultdict[Gram, set[int]] = defaultdict(set)
        for n, forms in sides:
            for at in range(len(forms) - size + 1):
                gram = tuple(forms[at : at + size])
                if size == 1 or (gram[1:] in shorter and gram[:-1] in shorter):
                    now[gram].add(n)
        shorter = {gram: some for gram, some in now.items() if _usual({rank[uses[n].origin] for n in some})}
        if not shorter:
            break
        all_found |= shorter
    return all_found
