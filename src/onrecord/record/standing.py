"""Who stands where on what: the table of actors and measures, and the quotations of one cell.

Lives here: which row a position goes to, and the sentence of a cell. Not here: columns (``columns``), counting
(``store.stances``), thresholds (``knowledge.scale``), printing (``cli``). No position is lost: each has a row and a
column. A cell that is not in the table says: no statement held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from onrecord import judge
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge, lookup, scale
from onrecord.knowledge.codes import ACTS
from onrecord.knowledge.pack import fold
from onrecord.record import meant, origins, rising, voicing
from onrecord.record.columns import RANK, Columns, Kind, columns
from onrecord.record.rising import Rise
from onrecord.store import Asked, Counted, Quotation, Store, Tally
from onrecord.store.tallies import Group, tallies
from onrecord.store.tally import Dated

EXAMPLES = 3
Place = tuple[str, str]  # row and column


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
class Page:
    """A part of the table: ``columns`` (id, name, kind) measures first, ``rows`` (id, name), and their ``cells``, in no
    order; how many rows and columns there are in all; ``left_out`` as above."""

    columns: tuple[tuple[str, str, Kind], ...]
    rows: tuple[tuple[str, str], ...]
    cells: tuple[Standing, ...]
    all_rows: int
    all_columns: int
    left_out: int = 0


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
    placed = _placed(store, know, wanted)
    table = _table(placed)
    return Positions(tuple(_ordered(table.standings(table.cells))), placed.counted.left_out)


def page(store: Store, know: Knowledge, wanted: Wanted, rows: slice, columns: slice) -> Page:
    """Some rows and columns of the same table; cells that are not shown are neither made nor worded, which is most of
    the work."""
    placed = _placed(store, know, wanted)
    across, down = Counter[str](), Counter[str]()
    entities: dict[str, str | None] = {}
    for (key, found), (row, column) in zip(placed.counted.groups.items(), placed.places, strict=True):
        down[row] += len(found)
        across[column] += len(found)
        entities.setdefault(column, key[2])
    described = {column: placed.columns.described(column, entity) for column, entity in entities.items()}
    left = sorted(down, key=lambda r: (-down[r], r))
    top = sorted(across, key=lambda c: (RANK[described[c][1]], -across[c], c))
    table = _table(placed, set(left[rows]), set(top[columns]))
    return Page(
        tuple((c, *described[c][:2]) for c in top[columns]), tuple((row, table.row_name(row)) for row in left[rows]),
        tuple(table.standings(table.cells)), len(left), len(top), placed.counted.left_out,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    """What is counted, and the row and column of each of its groups, in their order."""

    know: Knowledge
    wanted: Wanted
    counted: Counted
    columns: Columns
    row_of: _Rows
    places: list[Place]


def _placed(store: Store, know: Knowledge, wanted: Wanted) -> _Placed:
    counted = store.count_positions(_asked(know, wanted))
    if wanted.by_origin:
        counted.statements.likeness.update(origins.numbers(store, know, counted.statements.likeness))
    made, row_of = columns(counted, know, store.folder, every_target=wanted.every_target), _Rows(know, wanted.by_state)
    places = [
        (row_of.actor(actor) or fold(holder), made.of(entity, words))
        for actor, holder, entity, words, _, _ in counted.groups
    ]
    return _Placed(know, wanted, counted, made, row_of, places)


@dataclass(frozen=True, slots=True)
class _Table:
    """Cells with their actor, entity and statements; ``names`` of each row, ``rungs`` where years are asked for."""

    placed: _Placed
    cells: dict[Place, tuple[str | None, str | None, Group]]
    names: dict[str, Counter[str]]
    actors: dict[str, str | None]
    rungs: dict[Place, Group] | None

    def row_name(self, row: str) -> str:
        """The actor's name, or what a holder whom no pack knows is most often called."""
        actor, names = self.actors[row], self.names[row]
        known = lookup.actor(self.placed.know, actor) if actor else None
        return (known.names.preferred("en") if known else actor) or min(names, key=lambda n: (-names[n], n))

    def standings(self, places: Collection[Place]) -> list[Standing]:
        """These cells with their counts, worded."""
        dated = self.placed.counted.statements
        held = [self.cells[place] for place in places]
        some, rows = _examples(self, set(places)), {row: self.row_name(row) for row in {row for row, _ in places}}
        made = [
            _standing(place, actor, rows[place[0]], entity, self.placed.columns, tally, some.get(place, ()))
            for place, (actor, entity, _), tally in zip(
                places, held, tallies([group for *_, group in held], dated, scale.SIDES.get), strict=True
            )
        ]
        if self.rungs is None:
            return made
        return [
            _over_time(one, group, self.rungs[one.row, one.column], dated) if one.tally.texts > 1 else one
            for one, (*_, group) in zip(made, held, strict=True)
        ]


def _table(placed: _Placed, rows: Collection[str] | None = None, shown: Collection[str] | None = None) -> _Table:
    """The cells of these rows and columns; None: of all."""
    counted, over_time = placed.counted, placed.wanted.over_time
    cells: dict[Place, tuple[str | None, str | None, Group]] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    actors: dict[str, str | None] = {}
    rungs: dict[Place, Group] = {}
    for (key, found), place in zip(counted.groups.items(), placed.places, strict=True):
        row, column = place
        if rows is not None and row not in rows:
            continue
        actor_, holder, entity, _, act, negated = key
        actor = placed.row_of.actor(actor_)
        names[row][holder] += len(found)
        actors.setdefault(row, actor)
        if shown is not None and column not in shown:
            continue
        cell = cells.setdefault(place, (actor, entity, {}))[2]
        cell.setdefault((act, negated), []).extend(found)
        if over_time:
            rungs.setdefault(place, {}).setdefault((act, negated), []).extend(counted.rungs[key])
    return _Table(placed, cells, names, actors, rungs if over_time else None)


def _over_time(one: Standing, group: Group, rungs: Group, dated: Dated) -> Standing:
    numbers = (number for some in group.values() for number in some)
    return replace(one, years=rising.years(numbers, dated), hardened=rising.rise(group, rungs, dated))


def quotations(store: Store, know: Knowledge, cell: tuple[str, str], wanted: Wanted, limit: int) -> list[Quotation]:
    """The positions of one cell (``row``, ``column``; a name of the actor or measure will do), newest first."""
    row, column = cell
    asked = _asked(know, replace(wanted, actor=None, measure=None))
    held = columns(store.count_positions(asked), know, store.folder, every_target=wanted.every_target)
    entity = judge.entity_of(know, column)
    target = {column, fold(column), held.places.get(column, column), *([entity] if entity else [])}
    return store.quotations(
        replace(
            asked,
            holder=meant.holder(know, row, exact=not wanted.by_state),
            target=lambda e, w: held.of(e, w) in target,
        ),
        limit,
    )


def stood(store: Store, know: Knowledge, wanted: Wanted, limit: int) -> list[Quotation]:
    """The positions that the whole table of ``wanted`` counts, newest first."""
    return store.quotations(_asked(know, wanted), limit)


def _asked(know: Knowledge, wanted: Wanted) -> Asked:
    if wanted.act and wanted.act not in ACTS:
        raise InputError(f"no act is called {wanted.act!r}; there are: {', '.join(ACTS)}")
    target = meant.target(know, wanted.measure) if wanted.measure else None
    return Asked(
        wanted.since, wanted.until, wanted.as_of, wanted.lang, (wanted.act,) if wanted.act else (),
        meant.holder(know, wanted.actor) if wanted.actor else None, target, wanted.over_time,
        voicing.own_words(know) if wanted.own else None,
    )  # fmt: skip


def _examples(table: _Table, places: set[Place]) -> dict[Place, tuple[str, ...]]:
    """For each of these cells that holds many things, the targets most often counted in it."""
    found: dict[Place, Counter[str]] = defaultdict(Counter)
    many = {place for place in places if place[1] == "other" or place[1].startswith("on:")}
    placed = table.placed
    for ((_, _, _, words, _, _), numbers), place in zip(placed.counted.groups.items(), placed.places, strict=True):
        if words is not None and place in many:
            found[place][words] += len(numbers)
    return {place: tuple(words for words, _ in targets.most_common(EXAMPLES)) for place, targets in found.items()}


def _standing(
    place: Place,
    actor: str | None,
    holder: str,
    entity: str | None,
    held: Columns,
    counts: Tally,
    examples: tuple[str, ...],
) -> Standing:
    about, kind, rule = held.described(place[1], entity)
    words = scale.wording(*counts.sides) if kind in ("measure", "words") else ""
    return Standing(*place, actor, holder, entity, about, kind, counts, sentence(counts), words, examples, rule)


def sentence(counts: Tally, most: int = 3) -> str:
    """The acts of a cell with the origins that hold each, and the years: "opposes in 9 of 9, 2023-25"."""
    acts = [f"{scale.verb(a.act, negated=a.negated)} in {a.origins} of {counts.origins}" for a in counts.acts[:most]]
    rest = len(counts.acts) - most
    more = [f"{rest} other act{'s' if rest > 1 else ''}"] if rest > 0 else []
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


def _ordered(standings: Iterable[Standing]) -> list[Standing]:
    """Rows with most positions first; in a row the measures first, "other" and "none" last."""
    held = list(standings)
    size: Counter[str] = Counter()
    for one in held:
        size[one.row] += one.tally.positions
    return sorted(held, key=lambda s: (-size[s.row], s.row, RANK[s.kind], -s.tally.positions, s.column))
