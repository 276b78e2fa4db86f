"""Positions counted: who took which act towards what, in how many texts and origins, first, last and latest.

Lives here: the one SQL question, filters by period and language, and the arithmetic of cells; one cell's positions.
Not here: names of actors and measures, wording (``record``, ``knowledge.scale``).

An *origin* stands for all statements with the same words outside furniture, datelines and source lines, as
``search --fold-copies`` has them. A negated position is counted under its act as negated, never as the act. Dates stay
intervals: what is latest is every act whose date can be the latest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import apsw

from onrecord.model import Position, Text, position_id
from onrecord.store import read
from onrecord.store.period import Period, bounds_of

_NEWEST = "SELECT max(id) FROM labelling GROUP BY source"
_POSITIONS = """SELECT holder_actor, holder, target_entity, target, act, negated, statement FROM position
    WHERE statement IS NOT NULL"""
_STATEMENTS = f"""SELECT id, date, published, first_day, last_day, likeness, lang FROM statement
    WHERE labelling IN ({_NEWEST})"""
Key = tuple[str | None, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions are counted. ``since``, ``until`` and ``as_of`` are EDTF (both ends included): a statement that
    only can lie in the period is counted and marked, but ``as_of`` takes what surely had been said. ``acts`` are acts,
    ``lang`` a language. ``holder`` and ``target`` say of a position's (actor's id, name) and (entity's id, words)
    whether it is wanted."""

    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    lang: str | None = None
    acts: tuple[str, ...] = ()
    holder: Callable[[str | None, str], bool] | None = None
    target: Callable[[str | None, str | None], bool] | None = None


@dataclass(frozen=True, slots=True)
class ActCount:
    """One act of a cell (or its negation): ``positions`` in so many ``texts`` of so many ``origins``."""

    act: str
    negated: bool
    positions: int
    texts: int
    origins: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one cell. ``latest`` are the acts whose date can be the latest, ``first`` and ``last`` EDTF dates
    of the first and last statement (None: none is dated); ``sides`` counts origins that are for, against, both.
    ``unsure`` counts texts whose date only can lie in the asked period. ``acts``: most texts first."""

    positions: int
    texts: int
    origins: int
    acts: tuple[ActCount, ...]
    latest: tuple[tuple[str, bool], ...]
    first: str | None
    last: str | None
    sides: tuple[int, int, int]
    unsure: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Groups of positions by key, and the number of texts with positions left out because their date is not surely
    on or before ``as_of``."""

    groups: dict[Key, list[tuple[str, int, int]]]
    statements: dict[int, Dated]
    left_out: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement as the table needs it."""

    edtf: str | None
    first: str | None
    last: str | None
    likeness: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """One position with where it stands: ids, place, date, and the statement around it."""

    id: str
    position: Position
    text: Text
    statement: str
    lang: str
    date: str | None
    published: str | None
    publisher: str | None
    authority: str
    sure: bool

    @property
    def words(self) -> str:
        """The characters of the position."""
        return self.position.span.of(self.text.chars)


def count(connection: apsw.Connection, asked: Asked) -> Counted:
    """Positions that hold now and are asked for, grouped by holder and target as they stand in the record."""
    statements, later = _dated(connection, asked)
    groups: dict[Key, list[tuple[str, int, int]]] = {}
    left = set()
    sql, values = _POSITIONS, list[str]()
    if asked.acts:
        sql += f" AND act IN ({', '.join('?' * len(asked.acts))})"
        values += asked.acts
    for actor, holder, entity, words, act, negated, number in connection.execute(sql, values):
        if number in statements:
            groups.setdefault((actor, holder, entity, words), []).append((act, negated, number))
        elif number in later:
            left.add(number)
    wanted = {key: found for key, found in groups.items() if _wanted(key, asked)}
    return Counted(wanted, statements, len(left))


def _wanted(key: Key, asked: Asked) -> bool:
    actor, holder, entity, words = key
    return (asked.holder is None or asked.holder(actor, holder)) and (
        asked.target is None or asked.target(entity, words)
    )


def _dated(connection: apsw.Connection, asked: Asked) -> tuple[dict[int, Dated], set[int]]:
    """Statements asked for, and those left out only because they are not surely of ``as_of`` or before."""
    period, day = Period.of(asked.since, asked.until), Period.of(None, asked.as_of).until
    found: dict[int, Dated] = {}
    later = set()
    for number, date, published, first, last, likeness, lang in connection.execute(_STATEMENTS):
        if asked.lang and lang != asked.lang and not lang.startswith(f"{asked.lang}-"):
            continue
        if not period.may_hold(date, first, last):
            continue
        if day is not None and (last is None or last > day):
            later.add(number)
            continue
        edtf = date if bounds_of(date) != (None, None) or not published else published
        found[number] = Dated(edtf, first, last, likeness, period.surely_holds(edtf, first, last))
    return found, later


def tally(
    found: Iterable[tuple[str, int, int]], statements: dict[int, Dated], side: Callable[[str], str | None]
) -> Tally:
    """The counts of one cell; ``side`` says which acts are "for" and "against"."""
    by_act: dict[tuple[str, int], list[int]] = {}
    for act, negated, number in found:
        by_act.setdefault((act, negated), []).append(number)
    acts = []
    sides: dict[str, set[int]] = {"for": set(), "against": set()}
    numbers: set[int] = set()
    for (act, negated), held in by_act.items():
        texts = set(held)
        origins = {statements[n].likeness for n in texts}
        acts.append(ActCount(act, bool(negated), len(held), len(texts), len(origins)))
        numbers |= texts
        which = None if negated else side(act)
        if which:
            sides[which] |= origins
    acts.sort(key=lambda a: (-a.origins, -a.texts, -a.positions, a.act, a.negated))
    both = sides["for"] & sides["against"]
    dated = [statements[n] for n in numbers]
    return Tally(
        sum(a.positions for a in acts), len(numbers), len({d.likeness for d in dated}), tuple(acts),
        _latest(by_act, acts, statements), *_ends(dated),
        (len(sides["for"] - both), len(sides["against"] - both), len(both)), sum(not d.sure for d in dated),
    )  # fmt: skip


def _ends(dated: list[Dated]) -> tuple[str | None, str | None]:
    first = min((d for d in dated if d.first), key=lambda d: (d.first or "", d.last or ""), default=None)
    last = max((d for d in dated if d.last), key=lambda d: (d.last or "", d.first or ""), default=None)
    return first.edtf if first else None, last.edtf if last else None


def _latest(
    by_act: dict[tuple[str, int], list[int]], acts: list[ActCount], statements: dict[int, Dated]
) -> tuple[tuple[str, bool], ...]:
    """Every act with a date that no other date surely follows; without any date, every act."""
    newest = max((d.first for held in by_act.values() for n in held if (d := statements[n]).first), default=None)
    if newest is None:
        return tuple((a.act, a.negated) for a in acts)
    return tuple(
        (a.act, a.negated)
        for a in acts
        if any((statements[n].last or "") >= newest for n in by_act[(a.act, int(a.negated))])
    )


def quotations(connection: apsw.Connection, asked: Asked, limit: int) -> list[Quotation]:
    """The positions asked for one by one, newest first, each read from verified rows; at most ``limit``."""
    statements, _ = _dated(connection, asked)
    sql = "SELECT id, labelling, statement, holder_actor, holder, target_entity, target, act FROM position"
    found = [
        (labelling, number, statement)
        for number, labelling, statement, actor, holder, entity, words, act in connection.execute(sql)
        if statement in statements
        and (not asked.acts or act in asked.acts)
        and _wanted((actor, holder, entity, words), asked)
    ]
    found.sort(key=lambda row: (statements[row[2]].last or "", -row[1]), reverse=True)
    read_already: dict[int, dict[int, Quotation]] = {}
    given = []
    for labelling, number, statement in found[:limit]:
        if labelling not in read_already:
            read_already[labelling] = _quotations(connection, labelling)
        given.append(replace(read_already[labelling][number], sure=statements[statement].sure))
    return given


def _quotations(connection: apsw.Connection, labelling: int) -> dict[int, Quotation]:
    """Every position of a labelling by the number of its row, all verified."""
    whole = read.labelling(connection, labelling)
    names = {s.id: s for s in whole.labels["statement"]}
    sql = (
        "SELECT p.id, s.name FROM position p JOIN statement s ON s.id = p.statement WHERE p.labelling = ? ORDER BY p.id"
    )
    ids = dict(connection.execute(sql, (labelling,)))
    numbers = [
        n for (n,) in connection.execute("SELECT id FROM position WHERE labelling = ? ORDER BY id", (labelling,))
    ]
    found = {}
    for number, one in zip(numbers, whole.labels["position"], strict=True):
        if number in ids:
            s = names[ids[number]]
            found[number] = Quotation(
                position_id(whole.text.id, one), one, whole.text, s.id, s.lang, s.date, s.published, s.publisher,
                s.authority, True,
            )  # fmt: skip
    return found
