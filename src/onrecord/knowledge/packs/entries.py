"""What a valid pack entry is: TOML tables to ``knowledge.pack`` values, with every problem found on the way.

Lives here: the keys of each kind of entry and what may stand in each. Not here: files (``packs``), what entries owe
each other (``rules``), the types (``knowledge.pack``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from onrecord.dates import bounds
from onrecord.knowledge.pack import GRADES, Actor, Entity, Formula, Names, Office, Pack, Term
from onrecord.knowledge.packs.problems import Desk, Part, Place, Problem
from onrecord.knowledge.packs.rules import Made, entries_agree, is_state

FORMATS = (1, 2)  # 2 adds keys to 1 and takes none away
OPEN = ".."
LONGEST_WORDS = 1_000

_GRADED = ("source", "also", "verified", "note")
# kind of entry -> required keys, optional keys
KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actor": (("id", "kind", "names", "source"), ("country", "adjectives", "seats", "wikidata", *_GRADED[1:])),
    "office": (("id", "names"), ("country", "body", "source", "shared")),
    "term": (("person", "office", "since", "until", "source"), ()),
    "entity": (
        ("id", "kind", "names", "source"),
        ("issuer", "date", "type", "dates", "legal_ref", "status", "wikidata", *_GRADED[1:]),
    ),
    "formula": (("id", "forms", "source"), ("gloss", "holders", "first_seen", "variants", *_GRADED[1:])),
}
HEAD = ("format", "id", "title", "uses", "not_names")
KINDS = {"actor": ("state", "body", "company", "person"), "entity": ("measure", "initiative")}


def is_id(words: str) -> bool:
    """True for letters, digits, - and . of ASCII, beginning with a letter or digit."""
    return (
        words.isascii()
        and words[:1].isalnum()
        and len(words) < 100
        and words.replace("-", "").replace(".", "").isalnum()
    )


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


def build(
    stem: str, parts: list[Part], known: Mapping[str, Pack], *, trusted: bool = False
) -> tuple[Pack, list[Problem]]:
    """A pack of what can be read of its files (the first has the head), and all problems; use the pack only when
    there are none. ``known``: the packs that it may say it uses, by id. A ``trusted`` pack is read without checks."""
    desk = Desk(Place(parts[0]), trusted)
    desk.problems += [Problem(line, words, part.name) for part in parts for line, words in part.wrong]
    head = _head(stem, parts, known, desk)
    made: Made = {kind: [row for part in parts for row in _entries(kind, part, desk)] for kind in KEYS}
    if not trusted:
        entries_agree(made, tuple(known[id] for id in head.uses if id in known), desk)
    actors, offices, terms, entities, formulas = (tuple(e for e, _ in made[kind]) for kind in KEYS)
    pack = Pack(head.id, head.title, actors, offices, terms, entities, formulas, head.not_names, head.uses)
    order = {part.name: number for number, part in enumerate(parts)}
    return pack, sorted(desk.problems, key=lambda p: (order.get(p.file, 0), p.line))


def _head(stem: str, parts: list[Part], known: Mapping[str, Pack], desk: Desk) -> Pack:
    """The pack without its entries."""
    for number, part in enumerate(parts):
        desk.place = Place(part)
        allowed = (*HEAD, *KEYS) if number == 0 else tuple(KEYS)
        for key in part.data:
            if key not in allowed:
                desk.wrong(
                    f"unknown key {key!r}; known: {', '.join(k if k in HEAD else f'[[{k}]]' for k in allowed)}", key
                )
    data = parts[0].data
    desk.place = Place(parts[0])
    if not any(part.data for part in parts):
        desk.wrong('the file is empty; write format = 2, id = "..." and [[actor]] or other entries (docs/packs.md)')
        return Pack(stem, stem)
    if data.get("format") not in FORMATS or isinstance(data.get("format"), bool):
        desk.wrong(f"format is {data.get('format')!r}; write format = {FORMATS[-1]}")
    for key in ("id", "title"):
        if not isinstance(data.get(key, stem), str) or not str(data.get(key, stem)).strip():
            desk.wrong(f"{key} must be words in quotes, not {data[key]!r}")
    if not is_id(str(data.get("id", "pack"))):
        desk.wrong(f"id {data['id']!r}: use letters, digits, - and .")
    uses = _list("uses", data.get("uses", []), desk)
    for id in uses:
        if id not in known and not desk.trusted:
            desk.wrong(f"uses {id!r}: no such pack; there is: {', '.join(sorted(known))}")
    not_names = _names("not_names", data["not_names"], desk) if "not_names" in data else Names()
    return Pack(str(data.get("id", stem)), str(data.get("title", stem)), not_names=not_names, uses=uses)


def _entries(kind: str, part: Part, desk: Desk) -> list[tuple[Any, Place]]:
    """Values of one kind with their places."""
    tables = part.data.get(kind, [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        desk.place = Place(part)
        desk.wrong(f"{kind!r} must be tables; write [[{kind}]] before each entry")
        return []
    if desk.trusted and part.rows:
        place = Place(part, kind, 0)
        return [(Formula(t["id"], _names("forms", t["forms"], desk), t["source"]), place) for t in tables]
    made = []
    for number, table in enumerate(tables):
        desk.place = Place(part, kind, number)
        whole = table if desk.trusted or _has_keys(kind, table, desk) else _mended(kind, table, number)
        made.append((_MAKERS[kind](whole, desk), desk.place))
    return made


def _has_keys(kind: str, table: dict[str, Any], desk: Desk) -> bool:
    required, optional = KEYS[kind]
    before = len(desk.problems)
    for key in required:
        if key not in table:
            desk.wrong(f"{key} is missing; add {key} = ...")
    for key, value in table.items():
        if key not in (*required, *optional):
            desk.wrong(f"unknown key {key!r}; known: {', '.join((*required, *optional))}", key)
        elif key not in _SHAPED and (not isinstance(value, str) or not value.strip()):
            desk.wrong(f"{key} must be words in quotes, not {value!r}")
        elif isinstance(value, str) and len(value) > LONGEST_WORDS:
            desk.wrong(f"{key} is longer than {LONGEST_WORDS} characters; shorten it")
    _closed(kind, table, desk)
    return len(desk.problems) == before


def _mended(kind: str, table: dict[str, Any], number: int) -> dict[str, Any]:
    """A wrong entry with something in place of what was noted, so that all else of it is looked at in the same run."""
    blank: dict[str, Any] = {"id": f"?{number}", "names": {"en": "?x"}, "forms": {"en": "?x"}}
    required, optional = KEYS[kind]
    kept = {k: v for k, v in table.items() if k in _SHAPED or (isinstance(v, str) and v.strip())}
    whole = {k: kept.get(k, blank.get(k)) for k in required} | {k: v for k, v in kept.items() if k in optional}
    if kind in KINDS and whole["kind"] not in KINDS[kind]:
        whole["kind"] = ""
    return whole


def _closed(kind: str, table: dict[str, Any], desk: Desk) -> None:
    """Values that come from a closed list or have a fixed form."""
    id, sort, grade = table.get("id"), table.get("kind"), table.get("verified")
    if isinstance(id, str) and not is_id(id):
        desk.wrong(f"id {id!r}: use letters, digits, - and .")
    if kind in KINDS and isinstance(sort, str) and sort not in KINDS[kind]:
        desk.wrong(f"kind {sort!r}; known: {', '.join(KINDS[kind])}")
    if isinstance(grade, str) and grade not in GRADES:
        desk.wrong(f"verified {grade!r}; known: {', '.join(GRADES)}")
    item = table.get("wikidata")
    if isinstance(item, str) and not (item[:1] == "Q" and item[1:].isdecimal()):
        desk.wrong(f"wikidata {item!r}: write the item's number, such as Q148")


def _names(key: str, value: object, desk: Desk) -> Names:
    """Names by language; a single name may stand without a list."""
    if desk.trusted and isinstance(value, dict):
        return Names(tuple((lang, (n,) if isinstance(n, str) else tuple(n)) for lang, n in value.items()))
    if not isinstance(value, dict) or not value:
        desk.wrong(f"{key} must say a language for each name, such as {{ en = [...] }}")
        return Names()
    rows = []
    for lang, names in value.items():
        forms = [names] if isinstance(names, str) else names
        if not is_language(lang):
            desk.wrong(f"{key}: {lang!r} is no language code such as en or zh-Hant")
        if isinstance(forms, list) and not forms:
            desk.wrong(f"{key}.{lang} is empty; it must be a list of words in quotes, or be left out")
        elif not isinstance(forms, list) or not all(isinstance(f, str) and f.strip() for f in forms):
            desk.wrong(f"{key}.{lang} must be a list of words in quotes")
        else:
            _matchable(f"{key}.{lang}", forms, desk)
            rows.append((lang, tuple(forms)))
    return Names(tuple(rows))


def _matchable(key: str, forms: list[str], desk: Desk) -> None:
    """A name of marks alone is found nowhere; one given twice is a slip."""
    for form in forms:
        if not any(map(str.isalnum, form)):
            desk.wrong(f"{key}: {form!r} has no letter; write the words themselves")
        if len(form) > LONGEST_WORDS:
            desk.wrong(f"{key}: a form is longer than {LONGEST_WORDS} characters; shorten it")
    for form in dict.fromkeys(f for f in forms if forms.count(f) > 1):
        desk.wrong(f"{key}: {form!r} is there twice; take one away")


def _list(key: str, value: object, desk: Desk) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        desk.wrong(f"{key} must be a list of words in quotes, not {value!r}")
        return ()
    return tuple(value)


def _date(key: str, value: object, desk: Desk) -> str | None:
    if value is None or value == OPEN:
        return None
    if desk.trusted:
        return str(value)
    try:
        bounds(value if isinstance(value, str) else "")
    except ValueError:
        desk.wrong(f"{key} {value!r} is no date; write 2024, 2024-01 or 2024-01-29")
        return None
    return str(value)


def _dates(value: object, desk: Desk) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        desk.wrong("dates must name each date, such as { published = 2024-01-29 } with the date in quotes")
        return ()
    found = [(what, _date(f"dates.{what}", date, desk)) for what, date in value.items()]
    return tuple((what, date) for what, date in found if date)


def _actor(t: dict[str, Any], desk: Desk) -> Actor:
    if t["kind"] == "state" and not is_state(t["id"]):
        desk.wrong(f"a state's id is its ISO 3166 code of two capital letters, not {t['id']!r}", "id")
    names, adjectives, seats = (
        _names(key, t[key], desk) if key in t else Names() for key in ("names", "adjectives", "seats")
    )
    words = (t.get("verified", ""), t.get("wikidata", ""), t.get("note", ""))
    also = _list("also", t.get("also", []), desk)
    return Actor(t["id"], t["kind"], names, t.get("country"), t["source"], adjectives, seats, also, *words)


def _office(t: dict[str, Any], desk: Desk) -> Office:
    if not isinstance(t.get("shared", False), bool):
        desk.wrong(f"shared must be true or false, not {t['shared']!r}")
    names = _names("names", t["names"], desk)
    return Office(t["id"], names, t.get("body"), t.get("country"), t.get("shared") is True)


def _term(t: dict[str, Any], desk: Desk) -> Term:
    since, until = _date("since", t["since"], desk), _date("until", t["until"], desk)
    if not desk.trusted:
        _in_order(since, until, desk)
    return Term(t["person"], t["office"], since, until, t["source"])


def _in_order(since: str | None, until: str | None, desk: Desk) -> None:
    begin, end = bounds(since)[0], bounds(until)[1]
    if begin and end and begin > end:
        desk.wrong(f"until {until} is before since {since}; exchange them")
    for key, date in (("since", since), ("until", until)):
        if date and bounds(date)[0] is None:
            desk.wrong(f"{key} {date!r} has no year; add it")


def _entity(t: dict[str, Any], desk: Desk) -> Entity:
    return Entity(
        t["id"],
        t["kind"],
        _names("names", t["names"], desk),
        t.get("issuer", ""),
        _date("date", t.get("date"), desk),
        t["source"],
        type=t.get("type", ""),
        dates=_dates(t.get("dates", {}), desk),
        legal_ref=t.get("legal_ref", ""),
        status=t.get("status", ""),
        also=_list("also", t.get("also", []), desk),
        verified=t.get("verified", ""),
        wikidata=t.get("wikidata", ""),
        note=t.get("note", ""),
    )


def _formula(t: dict[str, Any], desk: Desk) -> Formula:
    if not isinstance(t.get("variants", False), bool):
        desk.wrong(f"variants must be true or false, not {t['variants']!r}")
    return Formula(
        t["id"],
        _names("forms", t["forms"], desk),
        t["source"],
        gloss=t.get("gloss", ""),
        holders=_list("holders", t.get("holders", []), desk),
        first_seen=_date("first_seen", t.get("first_seen"), desk),
        also=_list("also", t.get("also", []), desk),
        verified=t.get("verified", ""),
        note=t.get("note", ""),
    )


_SHAPED = ("names", "forms", "adjectives", "seats", "also", "holders", "dates", "shared", "variants")
_MAKERS: dict[str, Callable[[dict[str, Any], Desk], object]] = {
    "actor": _actor, "office": _office, "term": _term, "entity": _entity, "formula": _formula,
}  # fmt: skip
