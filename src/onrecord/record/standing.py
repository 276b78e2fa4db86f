"""Who stands where on what: the table of actors and measures, and the quotations of one cell.

Lives here: which row and column a position goes to, their names, and the sentence of a cell. Not here: counting
(``store.stances``), thresholds (``knowledge.scale``), printing (``cli``). No position is lost: a target that no pack
knows has a column of its group (``targets``) when OWN_COLUMN texts or more have it, else it is counted under "other"; a
position without a target under "none". A cell that is not in the table says: no statement held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from onrecord import judge
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge, lookup, scale
from onrecord.knowledge.codes import ACTS
from onrecord.knowledge.pack import fold
from onrecord.record import origins, rising, voicing
from onrecord.record.rising import Rise
from onrecord.record.targets import grouping
from onrecord.store import Asked, Counted, Quotation, Store, Tally
from onrecord.store.tallies import Group, tallies
from onrecord.store.tally import Dated

OWN_COLUMN = 2
EXAMPLES = 3
Kind = Literal["measure", "words", "topic", "other", "none"]
BY_MEASURE, BY_ITSELF = "pack", "words"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: an actor (id, country or name), a measure (id, name or words), acts, a period, a language.
    ``every_target``: each target no pack knows has a column of its own. ``by_origin``: counts of origins are over those
    of ``Record.origins`` (copies, excerpts, reports that lean on one source), not only over texts with the same words.
    ``by_state``: people and bodies stand in the row of their country; companies, which do not speak for theirs, in
    their own. ``over_time``: cells have their years, and whether they hardened. ``own``: only what the holder says
    itself (``voicing``), not what others tell of it.
    """

    actor: str | None = None
    measure: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    lang: str | None = None
    every_target: bool = False
    by_origin: bool = False
    by_state: bool = False
    over_time: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """One cell: where an actor stands on a measure. ``row`` and ``column`` are what ``quotations`` takes.

    ``actor`` is a stable id or None, ``holder`` the name; ``measure`` the pack's id or None, ``about`` its name or the
    words of the target; ``kind`` says what the column is. ``sentence`` tells the acts with counts of origins and the
    years ("opposes in 9 of 9, 2023-25"); ``wording`` is the word of the scale, empty below ``scale.LEAST`` origins
    and where a column holds many targets; ``examples`` are some of those. ``grouped`` names the rule that put targets
    under one column: "pack" for a measure, one of ``targets.Rule`` or "words" (as they stand) for words. ``years`` are
    texts of each year, ``hardened`` says that the latest words are stronger than all before: both only when asked for,
    and of two texts or more.
    """

    row: str
    column: str
    actor: str | None
    holder: str
    measure: str | None
    about: str
    kind: Kind
    tally: Tally
    sentence: str
    wording: str
    examples: tuple[str, ...] = ()
    grouped: str = ""
    years: tuple[tuple[str, int], ...] = ()
    hardened: Rise | None = None


@dataclass(frozen=True, slots=True)
class Positions:
    """The cells in order of rows and columns (most positions first); ``left_out`` counts texts that ``as_of`` leaves
    out because their date is not surely on or before it."""

    cells: tuple[Standing, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column a target goes to: ``places`` by its words; ``own`` has name and rule of a column of words."""

    entities: dict[str, str]
    places: dict[str, str]
    own: dict[str, tuple[str, str]]

    def of(self, entity: str | None, words: str | None) -> str:
        """The id of the column."""
        if entity is not None:
            return entity
        return "none" if words is None else self.places.get(words, "other")

    def described(self, column: str, entity: str | None) -> tuple[str, Kind, str]:
        """Its name, kind and rule."""
        if entity is not None:
            return self.entities.get(entity, entity), "measure", BY_MEASURE
        if column in self.own:
            about, rule = self.own[column]
            return about, "topic" if rule == "mention" else "words", rule
        return ("other targets", "other", "") if column == "other" else ("no target named", "none", "")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Whose row a position stands in: its holder's, or that of the holder's country."""

    know: Knowledge
    by_state: bool
    known: dict[str, str] = field(default_factory=dict)

    def actor(self, actor: str | None) -> str | None:
        """The id of the row's actor; None for a holder whom no pack knows."""
        if actor is None or not self.by_state:
            return actor
        if actor not in self.known:
            held = lookup.actor(self.know, actor)
            country = held.country if held and held.kind != "company" else None
            self.known[actor] = country or actor
        return self.known[actor]


def positions(store: Store, know: Knowledge, wanted: Wanted) -> Positions:
    """The table of what is wanted."""
    counted = store.count_positions(_asked(know, wanted))
    if wanted.by_origin:
        counted.statements.likeness.update(origins.numbers(store, know, counted.statements.likeness))
    columns = _columns(counted, know, wanted)
    cells: dict[tuple[str, str], tuple[str | None, str | None, Group]] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    strengths: defaultdict[tuple[str, str], Group] = defaultdict(dict)
    row_of = _Rows(know, wanted.by_state)
    for (actor_, holder, entity, words, act, negated), found in counted.groups.items():
        actor = row_of.actor(actor_)
        row = actor or fold(holder)
        names[row][holder] += len(found)
        column = columns.of(entity, words)
        cell = cells.setdefault((row, column), (actor, entity, {}))[2]
        cell.setdefault((act, negated), []).extend(found)
        if wanted.over_time:
            rungs = counted.rungs[actor_, holder, entity, words, act, negated]
            strengths[row, column].setdefault((act, negated), []).extend(rungs)
    counts = tallies([group for *_, group in cells.values()], counted.statements, scale.SIDES.get)
    some = _examples(counted, columns, row_of)
    standings = [
        replace(
            _standing(place, actor, _row_name(know, actor, names[place[0]]), entity, columns, tally),
            examples=some.get(place, ()),
        )
        for (place, (actor, entity, _)), tally in zip(cells.items(), counts, strict=True)
    ]
    if wanted.over_time:
        groups = (group for *_, group in cells.values())
        standings = [
            _over_time(one, group, strengths[one.row, one.column], counted.statements) if one.tally.texts > 1 else one
            for one, group in zip(standings, groups, strict=True)
        ]
    return Positions(tuple(_ordered(standings)), counted.left_out)


def _over_time(one: Standing, group: Group, rungs: Group, dated: Dated) -> Standing:
    numbers = (number for some in group.values() for number in some)
    return replace(one, years=rising.years(numbers, dated), hardened=rising.rise(group, rungs, dated))


def quotations(store: Store, know: Knowledge, cell: tuple[str, str], wanted: Wanted, limit: int) -> list[Quotation]:
    """The positions of one cell (``row``, ``column``; a name of the actor or measure will do), newest first."""
    row, column = cell
    asked = _asked(know, replace(wanted, actor=None, measure=None))
    columns = _columns(store.count_positions(asked), know, wanted)
    entity = judge.entity_of(know, column)
    target = {column, fold(column), columns.places.get(column, column), *([entity] if entity else [])}
    return store.quotations(
        replace(
            asked, holder=_holder(know, row, exact=not wanted.by_state), target=lambda e, w: columns.of(e, w) in target
        ),
        limit,
    )


def _asked(know: Knowledge, wanted: Wanted) -> Asked:
    if wanted.act and wanted.act not in ACTS:
        raise InputError(f"no act is called {wanted.act!r}; there are: {', '.join(ACTS)}")
    target = _target(know, wanted.measure) if wanted.measure else None
    return Asked(
        wanted.since, wanted.until, wanted.as_of, wanted.lang, (wanted.act,) if wanted.act else (),
        _holder(know, wanted.actor) if wanted.actor else None, target, wanted.over_time,
        voicing.own_words(know) if wanted.own else None,
    )  # fmt: skip


def _holder(know: Knowledge, value: str, *, exact: bool = False) -> Callable[[str | None, str], bool]:
    """Whether a holder is meant by an id or a name, or (unless ``exact``) speaks for that country."""
    named, folded = lookup.actor_named(know, value), fold(value)
    ids = {value, *([named.id] if named else [])}

    def meant(actor: str | None, holder: str) -> bool:
        if actor is None:
            return fold(holder) == folded
        known = None if exact or actor in ids else lookup.actor(know, actor)
        return actor in ids or (known is not None and known.country in ids)

    return meant


def _target(know: Knowledge, value: str) -> Callable[[str | None, str | None], bool]:
    """Whether a target is meant by an entity's id or name, or by words that stand in it."""
    id, folded = judge.entity_of(know, value), fold(value)
    return lambda entity, words: (
        entity in (id, value) if entity is not None else words is not None and folded in fold(words)
    )


def _columns(counted: Counted, know: Knowledge, wanted: Wanted) -> _Columns:
    """Columns of words: the first of a target's groups that enough texts have."""
    held: dict[str, set[int]] = {}
    for (_, _, entity, words, _, _), found in counted.groups.items():
        if entity is None and words is not None:
            held.setdefault(words, set()).update(found)
    if wanted.every_target:
        keys: dict[str, tuple[tuple[str, str], ...]] = {words: ((BY_ITSELF, fold(words)),) for words in held}
    else:
        rules = grouping(know)
        keys = {words: rules.keys(words) for words in held}
    texts: dict[tuple[str, str], set[int]] = {}
    for words, some in keys.items():
        for key in some:
            texts.setdefault(key, set()).update(held[words])
    least = 1 if wanted.every_target else OWN_COLUMN
    taken = {words: next((k for k in some if len(texts[k]) >= least), None) for words, some in keys.items()}
    names = _group_names(know, taken, held)
    places = {words: names[key][0] for words, key in taken.items() if key is not None}
    return _Columns(_entity_names(know), places, {column: (about, key[0]) for key, (column, about) in names.items()})


def _group_names(
    know: Knowledge, taken: dict[str, tuple[str, str] | None], held: dict[str, set[int]]
) -> dict[tuple[str, str], tuple[str, str]]:
    """For each group its column's id and name: a formulation's preferred form, a head, else the words of most texts."""
    formulas = {f.id: f.forms.preferred("en") for pack in reversed(know.packs) for f in pack.formulas}
    best: dict[tuple[str, str], tuple[int, int, str]] = {}
    for words, key in taken.items():
        if key is not None:
            mine = (-len(held[words]), len(words), words)
            best[key] = min(best.get(key, mine), mine)
    return {key: _named(key, formulas, words) for key, (_, _, words) in best.items()}


def _named(key: tuple[str, str], formulas: dict[str, str], words: str) -> tuple[str, str]:
    """The id of a group's column and its name."""
    if key[0] == "formulation":
        return key[1], formulas[key[1]]
    return (f"on:{key[1]}", formulas[key[1]]) if key[0] == "mention" else (fold(words), words)


def _examples(counted: Counted, columns: _Columns, row_of: _Rows) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each cell that holds many things, the targets most often counted in it."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (actor, holder, entity, words, _, _), numbers in counted.groups.items():
        column = columns.of(entity, words) if words is not None else "none"
        if words is not None and (column == "other" or column.startswith("on:")):
            found[row_of.actor(actor) or fold(holder), column][words] += len(numbers)
    return {place: tuple(words for words, _ in targets.most_common(EXAMPLES)) for place, targets in found.items()}


def _standing(
    place: tuple[str, str], actor: str | None, holder: str, entity: str | None, columns: _Columns, counts: Tally
) -> Standing:
    about, kind, rule = columns.described(place[1], entity)
    words = scale.wording(*counts.sides) if kind in ("measure", "words") else ""
    return Standing(*place, actor, holder, entity, about, kind, counts, sentence(counts), words, grouped=rule)


def sentence(counts: Tally, most: int = 3) -> str:
    """The acts of a cell with the origins that hold each, and the years: "opposes in 9 of 9, 2023-25"."""
    acts = [f"{scale.verb(a.act, negated=a.negated)} in {a.origins} of {counts.origins}" for a in counts.acts[:most]]
    more = [f"{len(counts.acts) - most} more"] if len(counts.acts) > most else []
    span = years(*counts.days)
    return ", ".join([*acts, *more, *([span] if span else [])])


def years(first: str | None, last: str | None) -> str:
    """The years from one ISO day to another.

    >>> years("2023-05-01", "2025-01-15"), years("2024-01-01", "2024-02-01"), years(None, None)
    ('2023-25', '2024', '')
    """
    if first is None or last is None:
        return ""
    one, other = first[:4], last[:4]
    if one == other:
        return one
    return f"{one}-{other[2:]}" if one[:2] == other[:2] else f"{one}-{other}"


def _row_name(know: Knowledge, actor: str | None, names: Counter[str]) -> str:
    known = lookup.actor(know, actor) if actor else None
    return (known.names.preferred("en") if known else actor) or min(names, key=lambda n: (-names[n], n))


def _entity_names(know: Knowledge) -> dict[str, str]:
    return {e.id: e.names.preferred("en") or e.id for pack in reversed(know.packs) for e in pack.entities}


def _ordered(standings: Iterable[Standing]) -> list[Standing]:
    """Rows with most positions first; in a row the measures first, "other" and "none" last."""
    held = list(standings)
    size: Counter[str] = Counter()
    for one in held:
        size[one.row] += one.tally.positions
    rank = {"measure": 0, "words": 1, "topic": 2, "other": 3, "none": 4}
    return sorted(held, key=lambda s: (-size[s.row], s.row, rank[s.kind], -s.tally.positions, s.column))
