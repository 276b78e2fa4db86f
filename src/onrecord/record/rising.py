"""One cell over time: how many texts of each year, and whether the latest words are stronger than all before.

Lives here: two observations about dated statements. Not here: cells (``standing``), rungs (``knowledge.codes``), which
acts can be compared (``compare.strength``).

*Hardened*: in one family of acts (asking, against, for, promising, warning) the strongest rung among the statements
that can be the latest is above the strongest rung among those that surely are earlier. Negated acts and statements
without a year do not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.compare.strength import FAMILY
from onrecord.store.tallies import Group
from onrecord.store.tally import Dated


@dataclass(frozen=True, slots=True)
class Rise:
    """From the rung ``before`` to the rung ``after`` in a family of acts; ``since`` is the first ISO day that the
    latest statement can be of."""

    family: str
    before: int
    after: int
    since: str


def years(numbers: Iterable[int], dated: Dated) -> tuple[tuple[str, int], ...]:
    """Texts of each year, oldest first; a text that can be of two years counts in neither."""
    days = [dated.days[n] for n in set(numbers) if n in dated.days]
    return tuple(sorted(Counter(first[:4] for first, last in days if first[:4] == last[:4]).items()))


def rise(group: Group, rungs: Group, dated: Dated) -> Rise | None:
    """The highest rise of a cell's families; ``rungs`` has a rung (0: unknown) for each statement of ``group``."""
    found: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for (act, negated), numbers in group.items():
        if not negated and act in FAMILY:
            held = zip(numbers, rungs[act, negated], strict=True)
            found[FAMILY[act]] += [(*dated.days[n], rung) for n, rung in held if n in dated.days and rung]
    rises = [made for family, stands in found.items() if (made := _risen(family, stands))]
    return max(rises, key=lambda r: (r.after - r.before, r.after, r.family), default=None)


def _risen(family: str, stands: list[tuple[str, str, int]]) -> Rise | None:
    newest = max((first for first, _, _ in stands), default="")
    late = [rung for _, last, rung in stands if last >= newest]
    before = [rung for _, last, rung in stands if last < newest]
    if not before or max(late) <= max(before):
        return None
    return Rise(family, max(before), max(late), newest)
