"""The trace of one phrase: how often, by whom, since when.

Lives here: the arithmetic over uses and texts. Not here: where uses come from (``record.tracing``).

A date is an interval of days and stays one: the earliest use lies between the least first day and the least last day of
all uses, and every use that can be of that time is named. A period is a year or a month; a text whose date does not
tell the month is counted under its year, one that does not tell the year under its interval, one without a date under
"no date". What is counted over is what texts in the languages of the uses say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.trace.company import Parted
from onrecord.trace.swings import Swing, bursts, silence

HEAT = ((0.2, "constant"), (0.05, "common"), (0.01, "some"), (0.0, "rare"))
ENOUGH, FEW = 5, "few"  # origins of a period from which on a share has a word of ``HEAT``; the word below
NO_DATE = "no date"
NO_VOICE = "no voice"
By = Literal["year", "month"]


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a statement: ``first_day`` and ``last_day`` are the ISO days that it can be of (None: no year is
    known), ``origin`` equal for all of one origin."""

    statement: str
    lang: str
    publisher: str | None
    authority: str
    first_day: str | None
    last_day: str | None
    origin: int


@dataclass(frozen=True, slots=True)
class Said:
    """One use: the text, the form and its language, who says it, half-open code points."""

    text: Text
    form: str
    lang: str
    actor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """So many uses in so many texts of so many origins under one key."""

    key: str
    uses: int
    texts: int
    origins: int


@dataclass(frozen=True, slots=True)
class Form:
    """One form in one language; one that the pack knows and nothing held has is counted 0 and has no ``first`` use."""

    lang: str
    form: str
    uses: int
    texts: int
    origins: int
    first: Edge | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """One period: counts, uses per million characters and per text, the share of its origins that hold the phrase, and
    the word for that share (``HEAT``; ``FEW``: of fewer than ``ENOUGH`` origins a share tells nothing)."""

    period: str
    uses: int
    texts: int
    origins: int
    per_million: float
    per_text: float
    share: float
    heat: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The earliest (or latest) use: the days between which it lies, a statement with its place, and all statements that
    can be it. ``days`` (None, None): no use has a date."""

    days: tuple[str | None, str | None]
    statement: str
    publisher: str | None
    start: int
    end: int
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The first use by one actor. ``surely_after``: its days lie after those of the step before."""

    actor: str
    first: Edge
    surely_after: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """All of it. ``starts``: the days between which the earliest dated text in the languages of the uses (``langs``)
    lies; ``lineage``: the actors in the order of their first uses, ``unnamed``: uses whose speaker is not known, who is
    no actor; ``undated``: uses in texts without a date; ``swings``: periods of many uses, and silence since the last
    one; ``parted``: what it was usually said together with, and is not since."""

    phrase: str
    formulation: str | None
    forms: tuple[Form, ...]
    periods: tuple[Period, ...]
    actors: tuple[Count, ...]
    authorities: tuple[Count, ...]
    first: Edge
    last: Edge
    lineage: tuple[Step, ...]
    undated: int
    starts: tuple[str | None, str | None]
    swings: tuple[Swing, ...] = ()
    parted: tuple[Parted, ...] = ()
    langs: tuple[str, ...] = ()
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What is counted over. Of the texts in the languages of the uses: the days between which the earliest dated one
    lies; texts, code points said and origins by period; ``dated`` origins; the origins with a text
    surely ``later`` than the latest use; and how many of these hold the phrase (``returned``)."""

    starts: tuple[str | None, str | None]
    periods: Mapping[str, tuple[int, int, int]]
    dated: int
    later: int
    returned: int


def traced(
    named: tuple[str, str | None], known: Sequence[tuple[str, str]], found: Sequence[Said], held: Held,
    by: By, parted: tuple[Parted, ...] = (),
) -> Trace:  # fmt: skip
    """The trace of a phrase (its words, the formulation's id) with one use at least.

    ``known``: (language, form) of the pack; ``held``: what it is counted over, by the same periods.
    """
    return Trace(
        *named, _forms(known, found), _periods(found, held, by), counts(found, lambda s: s.actor),
        counts(found, lambda s: s.text.authority), first_of(found), last_of(found), _lineage(found),
        sum(s.text.first_day is None for s in found), held.starts, _swings(found, held, by), parted,
        tuple(sorted({s.text.lang for s in found})), sum(s.actor == NO_VOICE for s in found),
    )  # fmt: skip


def _size(found: Iterable[Said]) -> tuple[int, int, int]:
    held = list(found)
    return len(held), len({s.text.statement for s in held}), len({s.text.origin for s in held})


def counts(found: Sequence[Said], key: Callable[[Said], str]) -> tuple[Count, ...]:
    """Uses, texts and origins under each key, most origins first."""
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    counts = [Count(name, *_size(some)) for name, some in groups.items()]
    return tuple(sorted(counts, key=lambda c: (-c.origins, -c.uses, c.key)))


def _forms(known: Sequence[tuple[str, str]], found: Sequence[Said]) -> tuple[Form, ...]:
    groups: dict[tuple[str, str], list[Said]] = {pair: [] for pair in known}
    for one in found:
        groups.setdefault((one.lang, one.form), []).append(one)
    forms = [Form(lang, form, *_size(some), first_of(some) if some else None) for (lang, form), some in groups.items()]
    return tuple(sorted(forms, key=lambda f: (f.lang, -f.origins, -f.uses, f.form)))


def period_of(first: str | None, last: str | None, by: By) -> str:
    """The period of a text that can be of these ISO days.

    >>> period_of("2031-04-02", "2031-04-02", "month"), period_of("2031-01-01", "2031-12-31", "month")
    ('2031-04', '2031')
    """
    if first is None or last is None:
        return NO_DATE
    if by == "month" and first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else f"{first}/{last}"


def _periods(found: Sequence[Said], held: Held, by: By) -> tuple[Period, ...]:
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found:
        groups[period_of(one.text.first_day, one.text.last_day, by)].append(one)
    made = []
    for period in sorted(groups, key=lambda p: (p == NO_DATE, p)):
        size = _size(groups[period])
        texts, chars, origins = held.periods[period]
        share = size[2] / origins
        rates = round(1e6 * size[0] / max(chars, 1), 1), round(size[0] / texts, 4), round(share, 4)
        made.append(Period(period, *size, *rates, heat_of(share, origins)))
    return tuple(made)


def heat_of(share: float, origins: int) -> str:
    """The word for a share of so many origins.

    >>> heat_of(0.25, 40), heat_of(1.0, 1)
    ('constant', 'few')
    """
    return next(word for least, word in HEAT if share >= least) if origins >= ENOUGH else FEW


def _swings(found: Sequence[Said], held: Held, by: By) -> tuple[Swing, ...]:
    """Bursts and silence among the dated texts in the languages of the uses."""
    last = last_of(found).days[1]
    if last is None:
        return ()
    using: defaultdict[str, set[int]] = defaultdict(set)
    for one in found:
        using[period_of(one.text.first_day, one.text.last_day, by)].add(one.text.origin)
    using.pop(NO_DATE, None)
    there = {period: origins for period, (_, _, origins) in held.periods.items() if period != NO_DATE}
    quiet = silence(last, len(set().union(*using.values())), held.dated - held.later, held.later - held.returned)
    found_bursts = bursts({period: len(some) for period, some in using.items()}, there)
    return (*found_bursts, quiet) if quiet else found_bursts


def first_of(found: Sequence[Said]) -> Edge:
    """The earliest use."""
    dated = [s for s in found if s.text.first_day and s.text.last_day]
    if not dated:
        return _edge((None, None), found[0], found)
    low, high = min(s.text.first_day or "" for s in dated), min(s.text.last_day or "" for s in dated)
    can = [s for s in dated if (s.text.first_day or "") <= high]
    return _edge((low, high), min(can, key=lambda s: (s.text.last_day or "", s.text.first_day or "", s.start)), can)


def last_of(found: Sequence[Said]) -> Edge:
    """The latest use."""
    dated = [s for s in found if s.text.first_day and s.text.last_day]
    if not dated:
        return _edge((None, None), found[-1], found)
    low, high = max(s.text.first_day or "" for s in dated), max(s.text.last_day or "" for s in dated)
    can = [s for s in dated if (s.text.last_day or "") >= low]
    return _edge((low, high), max(can, key=lambda s: (s.text.first_day or "", s.text.last_day or "", s.start)), can)


def _edge(days: tuple[str | None, str | None], one: Said, can: Sequence[Said]) -> Edge:
    names = tuple(dict.fromkeys(s.text.statement for s in can))
    return Edge(days, one.text.statement, one.text.publisher, one.start, one.end, names)


def _lineage(found: Sequence[Said]) -> tuple[Step, ...]:
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found:
        if one.actor != NO_VOICE:
            groups[one.actor].append(one)
    firsts = [(actor, first_of(some)) for actor, some in groups.items()]
    dated = [(actor, first) for actor, first in firsts if first.days[1]]
    steps: list[Step] = []
    for actor, first in sorted(dated, key=lambda x: (x[1].days[1] or "", x[1].days[0] or "", x[0])):
        before = steps[-1].first.days[1] if steps else None
        steps.append(Step(actor, first, before is not None and (first.days[0] or "") > before))
    return tuple(steps)
