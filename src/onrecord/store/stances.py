"""Positions counted: who took which act towards what, in how many texts and origins, first, last and latest.

Lives here: the one SQL question, filters by period and language; one cell's positions. Not here: the arithmetic of
cells (``tallies``), names of actors and measures, wording (``record``, ``knowledge.scale``).

An *origin* stands for all statements with the same words outside furniture, datelines and source lines, as
``search --fold-copies`` has them. A negated position is counted under its act as negated, never as the act. Dates stay
intervals: what is latest is every act whose date can be the latest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

import apsw

from onrecord.model import Position, Text, Utterance, position_id
from onrecord.store import read, voices
from onrecord.store.period import Period, bounds_of
from onrecord.store.tally import Dated

_NEWEST = "SELECT max(id) FROM labelling GROUP BY source"
# a name beside an actor's id and words beside an entity's would only make more groups of the same cell
_POSITIONS = """SELECT holder_actor, iif(holder_actor IS NULL, holder, ''), target_entity,
    iif(target_entity IS NULL, target, NULL), act, negated, statement, ifnull(strength, 0), id FROM position
    WHERE statement IS NOT NULL AND substr(rule, 1, 5) != 'event'"""  # an event that is told is no stance taken
_STATEMENTS = f"""SELECT id, date, published, first_day, last_day, likeness, lang FROM statement
    WHERE labelling IN ({_NEWEST})"""
Key = tuple[str | None, str, str | None, str | None, str, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions are counted. ``since``, ``until`` and ``as_of`` are EDTF (both ends included): a statement that
    only can lie in the period is counted and marked, but ``as_of`` takes what surely had been said. ``acts`` are acts,
    ``lang`` a language. ``holder`` and ``target`` say of a position's (actor's id, name) and (entity's id, words)
    whether it is wanted; ``own`` of its holder and voice. ``rungs``: the strength of each position is given too."""

    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    lang: str | None = None
    acts: tuple[str, ...] = ()
    holder: Callable[[str | None, str], bool] | None = None
    target: Callable[[str | None, str | None], bool] | None = None
    rungs: bool = False
    own: Callable[[voices.Voiced], bool] | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers of the statements of positions, one for each position, by (actor's id, holder without one, entity's id,
    words without one, act, negated); the statements; and the number of texts with positions left out because their
    date is not surely on or before ``as_of``. ``rungs`` are the strengths (1 to 6; 0: unknown) in the same order."""

    groups: dict[Key, list[int]]
    statements: Dated
    left_out: int
    rungs: dict[Key, list[int]]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One position with where it stands: ids, place, date, the statement around it, and the utterance it stands in."""

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
    voice: Utterance | None = None

    @property
    def words(self) -> str:
        """The characters of the position."""
        return self.position.span.of(self.text.chars)


def count(connection: apsw.Connection, asked: Asked) -> Counted:
    """Positions that hold now and are asked for, grouped by holder and target as they stand in the record."""
    statements, later = _dated(connection, asked)
    known = statements.likeness
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    rungs: defaultdict[Key, list[int]] = defaultdict(list)
    left = set()
    sql, values = _POSITIONS, list[str]()
    if asked.acts:
        sql += f" AND act IN ({', '.join('?' * len(asked.acts))})"
        values += asked.acts
    own = voices.of_holders(connection, asked.own) if asked.own else None
    for row in connection.execute(sql, values):  # 200,000 of them in a large record: nothing is unpacked here
        number = row[6]
        if own is not None and row[8] not in own:
            continue
        if number in known:
            groups[row[:6]].append(number)
            if asked.rungs:
                rungs[row[:6]].append(row[7])
        elif number in later:
            left.add(number)
    wanted = {key: found for key, found in groups.items() if _wanted(key, asked)}
    return Counted(wanted, statements, len(left), rungs)


def _wanted(key: Key, asked: Asked) -> bool:
    actor, holder, entity, words = key[:4]
    return (asked.holder is None or asked.holder(actor, holder)) and (
        asked.target is None or asked.target(entity, words)
    )


def _dated(connection: apsw.Connection, asked: Asked) -> tuple[Dated, set[int]]:
    """Statements asked for, and those left out only because they are not surely of ``as_of`` or before."""
    period, day = Period.of(asked.since, asked.until), Period.of(None, asked.as_of).until
    found, later, has_year = Dated(), set[int](), dict[str | None, bool]()
    for number, date, published, first, last, likeness, lang in connection.execute(_STATEMENTS):
        if asked.lang and lang != asked.lang and not lang.startswith(f"{asked.lang}-"):
            continue
        if not period.may_hold(date, first, last):
            continue
        if day is not None and (last is None or last > day):
            later.add(number)
            continue
        if date not in has_year:
            has_year[date] = bounds_of(date) != (None, None)
        edtf = date if has_year[date] or not published else published
        found.edtf[number], found.likeness[number] = edtf, likeness
        if first is not None:
            found.days[number] = (first, last)
        if not period.surely_holds(edtf, first, last):
            found.unsure.add(number)
    return found, later


def quotations(connection: apsw.Connection, asked: Asked, limit: int) -> list[Quotation]:
    """The positions asked for one by one, newest first, each read from verified rows; at most ``limit``."""
    statements, _ = _dated(connection, asked)
    sql = "SELECT id, labelling, statement, holder_actor, holder, target_entity, target, act FROM position"
    sql += " WHERE substr(rule, 1, 5) != 'event'"
    own = voices.of_holders(connection, asked.own) if asked.own else None
    found = [
        (labelling, number, statement)
        for number, labelling, statement, actor, holder, entity, words, act in connection.execute(sql)
        if statement in statements.likeness
        and (not asked.acts or act in asked.acts)
        and (own is None or number in own)
        and _wanted((actor, holder, entity, words, act, 0), asked)
    ]
    found.sort(key=lambda row: (statements.days.get(row[2], ("", ""))[::-1], -row[1]), reverse=True)
    read_already: dict[int, dict[int, Quotation]] = {}
    given = []
    for labelling, number, statement in found[:limit]:
        if labelling not in read_already:
            read_already[labelling] = _quotations(connection, labelling)
        given.append(replace(read_already[labelling][number], sure=statement not in statements.unsure))
    return given


def _quotations(connection: apsw.Connection, labelling: int) -> dict[int, Quotation]:
    """Every position of a labelling by the number of its row, all verified."""
    whole = read.labelling(connection, labelling)
    names = {s.id: s for s in whole.labels["statement"]}
    voices = {u.id: u for u in whole.labels["utterance"]}
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
                s.authority, True, voices.get(one.utterance),
            )  # fmt: skip
    return found
