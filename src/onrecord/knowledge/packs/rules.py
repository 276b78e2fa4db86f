"""What the entries of a pack owe each other: ids, references, terms of one office, names and forms of one meaning.

Lives here: checks over all entries. Not here: the keys of one entry (``entries``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from onrecord.dates import bounds
from onrecord.knowledge.pack import Names, Office, Pack, fold
from onrecord.knowledge.packs.problems import Desk, Place

Made = dict[str, list[tuple[Any, Place]]]


def is_state(words: str) -> bool:
    """True for the form of an ISO 3166-1 code: two capital letters."""
    return len(words) == 2 and words.isascii() and words.isalpha() and words.isupper()


def entries_agree(made: Made, used: tuple[Pack, ...], desk: Desk) -> None:
    """Note every entry that contradicts another one or names one that is not there."""
    _ids(made, used, desk)
    _references(made, used, desk)
    _terms(made, used, desk)
    for lang in sorted({lang for a, _ in made["actor"] for lang, _ in a.names.by_lang}):
        rows: list[tuple[Any, Place, object, Names]] = [
            (a, p, (), Names(tuple(r for r in a.names.by_lang if r[0] == lang))) for a, p in made["actor"]
        ]
        _one_meaning("actor", "name", rows, desk)
    _one_meaning("office", "name", [(o, p, (o.country, o.body), o.names) for o, p in made["office"]], desk)
    _one_meaning("entity", "name", [(e, p, (), e.names) for e, p in made["entity"]], desk)
    _one_meaning("formula", "form", [(f, p, (), f.forms) for f, p in made["formula"]], desk)


def _where(place: Place, other: Place) -> str:
    """The line of a place, with its file when that is another."""
    return f"line {place.line}" if place.file == other.file else f"{place.file}, line {place.line}"


def _ids(made: Made, used: tuple[Pack, ...], desk: Desk) -> None:
    """Every id is used once, in the file and the packs it uses."""
    taken: dict[str, str] = {}
    for pack in used:
        for entries in (pack.actors, pack.offices, pack.entities, pack.formulas):
            taken.update((entry.id, pack.id) for entry in entries)
    seen: dict[str, Place] = {}
    for kind in ("actor", "office", "entity", "formula"):
        for entry, place in made[kind]:
            said = f"[[{kind}]] {entry.id!r}: the id is used"
            if entry.id in seen:
                desk.wrong_at(place, f"{said} before ({_where(seen[entry.id], place)}); choose another", "id")
            elif entry.id in taken:
                desk.wrong_at(place, f"{said} by the pack {taken[entry.id]!r}; choose another", "id")
            seen.setdefault(entry.id, place)


def _references(made: Made, used: tuple[Pack, ...], desk: Desk) -> None:
    """Every id that is named exists in the pack or one it uses, or is a state's code."""
    actors = [a for pack in used for a in pack.actors] + [a for a, _ in made["actor"]]
    kinds = {a.id: a.kind for a in actors}
    offices = {o.id for pack in used for o in pack.offices} | {o.id for o, _ in made["office"]}
    for place, key, value, kind in _named(made):
        known = value in kinds and (kind in ("", kinds[value]) or not kinds[value])
        if not known and not (kind in ("", "state") and is_state(value)):
            what = {"": "actor", "state": "state or ISO 3166 code"}.get(kind, kind)
            desk.wrong_at(place, f"{key} {value!r} is no {what} of this pack; add an [[actor]] with this id", key)
    for term, place in made["term"]:
        if term.office and term.office not in offices:
            desk.wrong_at(
                place, f"office {term.office!r} is not in this pack; add an [[office]] with this id", "office"
            )


def _named(made: Made) -> Iterator[tuple[Place, str, str, str]]:
    """Place, key and value of every reference to an actor, and the kind of actor wanted (empty: any)."""
    rows = [(p, "country", e.country, "state") for e, p in (*made["actor"], *made["office"])]
    rows += [(p, "body", e.body, "body") for e, p in made["office"]]
    rows += [(p, "issuer", e.issuer or None, "") for e, p in made["entity"]]
    rows += [(p, "person", e.person, "person") for e, p in made["term"]]
    rows += [(p, "holders", holder, "") for e, p in made["formula"] for holder in e.holders]
    return (row for row in rows if row[2] is not None)


def _terms(made: Made, used: tuple[Pack, ...], desk: Desk) -> None:
    """Two terms of one office that surely cover a common day, other than the day it changes hands."""
    offices: dict[str, Office] = {o.id: o for pack in used for o in pack.offices}
    offices.update({o.id: o for o, _ in made["office"]})
    by_office: dict[str, list[_Held]] = {}
    for term, place in made["term"]:
        if place in desk.faulty:  # its dates may be those that could not be read
            continue
        begin = bounds(term.since)[1] if term.since else None
        end = bounds(term.until)[0] if term.until else None
        by_office.setdefault(term.office, []).append(_Held(term.person, place, begin or "", end or "9999"))
    for id, rows in by_office.items():
        shared = id not in offices or offices[id].shared
        for one, two in combinations(rows, 2):
            if max(one.begin, two.begin) >= min(one.end, two.end) or (shared and one.person != two.person):
                continue
            said = f"the terms of {one.person!r} ({_where(one.place, two.place)}) and {two.person!r} in {id!r} overlap"
            mend = "or make one of the two" if one.person == two.person else "or write shared = true on the office"
            desk.wrong_at(two.place, f"{said}; correct a date, {mend}")


@dataclass(frozen=True, slots=True)
class _Held:
    """The first and last day that a term surely covers."""

    person: str
    place: Place
    begin: str
    end: str


def _one_meaning(kind: str, what: str, rows: list[tuple[Any, Place, object, Names]], desk: Desk) -> None:
    """No two entries have one name; offices may, in different countries or bodies."""
    seen: dict[object, tuple[Any, Place]] = {}
    for entry, place, scope, names in rows:
        for name in names.all():
            other, there = seen.setdefault((fold(name), scope), (entry, place))
            if other is not entry and not name.startswith("?"):
                said = f"[[{kind}]] {entry.id!r}: the {what} {name!r} is also one of {other.id!r}"
                desk.wrong_at(place, f"{said} ({_where(there, place)}); keep it in one of them", f"{what}s")
