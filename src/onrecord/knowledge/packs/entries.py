"""What a valid pack entry is: TOML tables to ``knowledge.pack`` values, with every problem found on the way.

Lives here: keys, types, references. Not here: files (``packs``), the types (``knowledge.pack``).
TOML tables know no lines, so the line of an entry is that of its ``[[header]]``, counted in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from onrecord.dates import bounds
from onrecord.knowledge.pack import Actor, Entity, Formula, Names, Office, Pack, Term

FORMAT = 1
OPEN = ".."

# kind of entry -> required keys, optional keys
KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actor": (("id", "kind", "names", "source"), ("country",)),
    "office": (("id", "names"), ("country", "body", "source")),
    "term": (("person", "office", "since", "until", "source"), ()),
    "entity": (("id", "kind", "names", "source"), ("issuer", "date")),
    "formula": (("id", "forms", "source"), ()),
}
KINDS = {"actor": ("state", "body", "person"), "entity": ("measure", "initiative")}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line (0: the file as a whole), and its mend, in one sentence."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


@dataclass(slots=True)
class _Desk:
    """The file being read: its problems, and the line of the entry in hand."""

    lines: dict[tuple[str, int], int]
    problems: list[Problem] = field(default_factory=list)
    place: str = ""
    line: int = 0

    def at(self, kind: str, number: int) -> None:
        self.line, self.place = self.lines.get((kind, number), 0), f"[[{kind}]] {number + 1}"

    def wrong(self, words: str) -> None:
        self.problems.append(Problem(self.line, f"{self.place}: {words}" if self.place else words))


def is_id(words: str) -> bool:
    """True for letters, digits, - and . of ASCII, beginning with a letter or digit."""
    return (
        words.isascii()
        and words[0].isalnum()
        and len(words) < 100
        and words.replace("-", "").replace(".", "").isalnum()
    )


def is_state(words: str) -> bool:
    """True for the form of an ISO 3166-1 code: two capital letters."""
    return len(words) == 2 and words.isascii() and words.isalpha() and words.isupper()


@cache
def is_language(code: str) -> bool:
    """True for a BCP 47 code of the forms en, zh-Hant, pt-BR."""
    primary, *rest = code.split("-")
    script = [r for r in rest if len(r) == 4 and r.isalpha() and r.istitle()]
    return (
        code.isascii()
        and 2 <= len(primary) <= 3
        and primary.isalpha()
        and primary.islower()
        and (len(rest) == len(script) + sum(is_state(r) for r in rest) <= 2)
    )


def build(stem: str, data: dict[str, Any], text: str) -> tuple[Pack, list[Problem]]:
    """A pack of what can be read, and all problems; use the pack only when there are none."""
    desk = _Desk(_headers(text))
    if data.get("format") != FORMAT:
        desk.wrong(f"format is {data.get('format')!r}; write format = {FORMAT}")
    for key in data:
        if key not in ("format", "id", "title", *KEYS):
            desk.wrong(f"unknown key {key!r}; known: id, title, {', '.join(f'[[{k}]]' for k in KEYS)}")
    made: dict[str, list[Any]] = {kind: _entries(kind, data.get(kind, []), desk) for kind in KEYS}
    _references(made, desk)
    actors, offices, terms, entities, formulas = (
        tuple(e for e, _ in made[kind]) for kind in ("actor", "office", "term", "entity", "formula")
    )
    names = (str(data.get("id", stem)), str(data.get("title", stem)))
    pack = Pack(*names, actors, offices, terms, entities, formulas)
    return pack, sorted(desk.problems, key=lambda p: p.line)


def _headers(text: str) -> dict[tuple[str, int], int]:
    """Line of the nth header of each kind."""
    lines: dict[tuple[str, int], int] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name = line.strip().partition("]]")[0].removeprefix("[[").strip() if line.lstrip().startswith("[[") else ""
        if name:
            lines[name, seen.get(name, 0)] = number
            seen[name] = seen.get(name, 0) + 1
    return lines


def _entries(kind: str, tables: object, desk: _Desk) -> list[tuple[Any, int]]:
    """Values of one kind with their line."""
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        desk.line, desk.place = 0, ""
        desk.wrong(f"{kind!r} must be tables; write [[{kind}]] before each entry")
        return []
    made = []
    for number, table in enumerate(tables):
        desk.at(kind, number)
        if _has_keys(kind, table, desk):
            made.append((_MAKERS[kind](table, desk), desk.line))
    return made


def _has_keys(kind: str, table: dict[str, Any], desk: _Desk) -> bool:
    required, optional = KEYS[kind]
    before = len(desk.problems)
    for key in required:
        if key not in table:
            desk.wrong(f"{key} is missing; add {key} = ...")
    for key, value in table.items():
        if key not in (*required, *optional):
            desk.wrong(f"unknown key {key!r}; known: {', '.join((*required, *optional))}")
        elif key not in ("names", "forms") and (not isinstance(value, str) or not value.strip()):
            desk.wrong(f"{key} must be words in quotes, not {value!r}")
    if "id" in table and isinstance(table["id"], str) and not is_id(table["id"]):
        desk.wrong(f"id {table['id']!r}: use letters, digits, - and .")
    if kind in KINDS and isinstance(table.get("kind"), str) and table["kind"] not in KINDS[kind]:
        desk.wrong(f"kind {table['kind']!r}; known: {', '.join(KINDS[kind])}")
    return len(desk.problems) == before


def _names(key: str, value: object, desk: _Desk) -> Names:
    """Names by language; a single name may stand without a list."""
    if not isinstance(value, dict) or not value:
        desk.wrong(f"{key} must say a language for each name, such as {{ en = [...] }}")
        return Names()
    rows = []
    for lang, names in value.items():
        forms = [names] if isinstance(names, str) else names
        if not is_language(lang):
            desk.wrong(f"{key}: {lang!r} is no language code such as en or zh-Hant")
        if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and f.strip() for f in forms):
            desk.wrong(f"{key}.{lang} must be a list of words in quotes")
        else:
            rows.append((lang, tuple(forms)))
    return Names(tuple(rows))


def _date(key: str, value: str | None, desk: _Desk) -> str | None:
    if value is None or value == OPEN:
        return None
    try:
        bounds(value)
    except ValueError:
        desk.wrong(f"{key} {value!r} is no date; write 2024, 2024-01 or 2024-01-29")
        return None
    return value


def _actor(t: dict[str, Any], desk: _Desk) -> Actor:
    if t["kind"] == "state" and not is_state(t["id"]):
        desk.wrong(f"a state's id is its ISO 3166 code of two capital letters, not {t['id']!r}")
    return Actor(t["id"], t["kind"], _names("names", t["names"], desk), t.get("country"), t["source"])


def _office(t: dict[str, Any], desk: _Desk) -> Office:
    return Office(t["id"], _names("names", t["names"], desk), t.get("body"), t.get("country"))


def _term(t: dict[str, Any], desk: _Desk) -> Term:
    since, until = _date("since", t["since"], desk), _date("until", t["until"], desk)
    begin, end = bounds(since)[0], bounds(until)[1]
    if begin and end and begin > end:
        desk.wrong(f"until {until} is before since {since}; exchange them")
    for key, date in (("since", since), ("until", until)):
        if date and bounds(date)[0] is None:
            desk.wrong(f"{key} {date!r} has no year; add it")
    return Term(t["person"], t["office"], since, until, t["source"])


def _entity(t: dict[str, Any], desk: _Desk) -> Entity:
    names, date = _names("names", t["names"], desk), _date("date", t.get("date"), desk)
    return Entity(t["id"], t["kind"], names, t.get("issuer", ""), date, t["source"])


def _formula(t: dict[str, Any], desk: _Desk) -> Formula:
    return Formula(t["id"], _names("forms", t["forms"], desk), t["source"])


_MAKERS: dict[str, Callable[[dict[str, Any], _Desk], object]] = {
    "actor": _actor, "office": _office, "term": _term, "entity": _entity, "formula": _formula,
}  # fmt: skip


def _references(made: dict[str, list[tuple[Any, int]]], desk: _Desk) -> None:
    """Ids are unique; every id that is named exists in the file, or is a state's code."""
    desk.place = ""
    seen: dict[str, int] = {}
    for kind in ("actor", "office", "entity", "formula"):
        for entry, line in made[kind]:
            desk.line = line
            if entry.id in seen:
                desk.wrong(f"[[{kind}]] {entry.id!r}: the id is used before (line {seen[entry.id]}); choose another")
            seen.setdefault(entry.id, line)
    kinds = {a.id: a.kind for a, _ in made["actor"]}
    wanted = [(e, line, "country", e.country, "state") for e, line in (*made["actor"], *made["office"])]
    wanted += [(e, line, "body", e.body, "body") for e, line in made["office"]]
    wanted += [(e, line, "issuer", e.issuer or None, "") for e, line in made["entity"]]
    wanted += [(e, line, "person", e.person, "person") for e, line in made["term"]]
    for _entry, line, key, value, kind in wanted:
        desk.line = line
        known = value in kinds and kind in ("", kinds[value])
        if value is not None and not known and not (kind in ("", "state") and is_state(value)):
            desk.wrong(f"{key} {value!r} is no {kind or 'actor'} of this file; add an [[actor]] with this id")
    offices = {o.id for o, _ in made["office"]}
    for term, line in made["term"]:
        desk.line = line
        if term.office not in offices:
            desk.wrong(f"office {term.office!r} is not in this file; add an [[office]] with this id")
