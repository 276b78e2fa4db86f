"""Questions to the packs and publishers: who held an office on a day, whose name this is, which outlet.

Lives here: look-ups over loaded knowledge, by tables built once for each Knowledge. Not here: types (``pack``,
``publisher``), reading TOML. Names match whole, case and width folded; nothing is matched by likeness.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import Actor, Names, Office, Term
from onrecord.knowledge.pack import fold as fold
from onrecord.knowledge.publisher import Publisher

REMEMBERED = 20_000  # answers kept of each kind of question


@dataclass(slots=True)
class _Tables:
    """name -> (language, entry) rows; offices by id; terms by office; outlets by host and name. ``asked``: answers
    given already, up to a bound, for a text asks about the same words again and again."""

    actors: dict[str, list[tuple[str, Actor]]] = field(default_factory=dict)
    offices: dict[str, list[tuple[str, Office]]] = field(default_factory=dict)
    office_ids: dict[str, Office] = field(default_factory=dict)
    actor_ids: dict[str, Actor] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=dict)
    publisher_ids: dict[str, Publisher] = field(default_factory=dict)
    hosts: dict[str, Publisher] = field(default_factory=dict)
    outlets: dict[str, list[Publisher]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    things: dict[str, Names] = field(default_factory=dict)
    opens: Opens | None = None
    asked: dict[tuple[str, str], Actor | None] = field(default_factory=dict)
    bearers: dict[str, list[Term]] = field(default_factory=dict)
    asked_offices: dict[tuple[str, str, str | None], Office | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A Knowledge as a cheap dictionary key: hashing all of it would cost more than the look-up."""

    know: Knowledge

    def __hash__(self) -> int:
        return hash(self.know.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (
            other.know.packs is self.know.packs and other.know.publishers is self.know.publishers
        )


@lru_cache(maxsize=8)
def _tables(key: _Key) -> _Tables:
    tables = _Tables()
    for pack in key.know.packs:
        for actor in pack.actors:
            tables.actor_ids.setdefault(actor.id, actor)
            for lang, name in _named(actor.names):
                tables.actors.setdefault(name, []).append((lang, actor))
                tables.heads.add(name.partition(" ")[0])
        for office in pack.offices:
            tables.office_ids.setdefault(office.id, office)
            for lang, name in _named(office.names):
                tables.offices.setdefault(name, []).append((lang, office))
        for term in pack.terms:
            tables.terms.setdefault(term.office, []).append(term)
        for thing, forms in (*((e.id, e.names) for e in pack.entities), *((f.id, f.forms) for f in pack.formulas)):
            tables.things.setdefault(thing, forms)
    for publisher in key.know.publishers:
        tables.publisher_ids.setdefault(publisher.id, publisher)
        tables.hosts.update(dict.fromkeys(publisher.hosts, publisher))
        for name in {name for _, name in _named(publisher.names)}:
            tables.outlets.setdefault(name, []).append(publisher)
    return tables


def _named(names: Names) -> Iterable[tuple[str, str]]:
    return [(lang.split("-")[0], fold(form)) for lang, forms in names.by_lang for form in forms]


def person_for(know: Knowledge, office: str, date: str | None) -> Term | None:
    """The only term that surely covers an EDTF date in an office (by id); None when none or several do."""
    if date is None:
        return None
    terms = [t for t in _tables(_Key(know)).terms.get(office, []) if t.holds_on(date)]
    return terms[0] if len({t.person for t in terms}) == 1 else None


def terms_of(know: Knowledge, person: str, date: str | None) -> tuple[Term, ...]:
    """Every term that a person (by id) surely holds on an EDTF date."""
    rows = _tables(_Key(know)).terms.values()
    return tuple(t for terms in rows for t in terms if date and t.person == person and t.holds_on(date))


def terms_named(know: Knowledge, word: str) -> tuple[Term, ...]:
    """Every term of a person in whose names a folded word stands, or whose folded name it is."""
    tables = _tables(_Key(know))
    if not tables.bearers:
        for term in (t for terms in tables.terms.values() for t in terms):
            person = tables.actor_ids.get(term.person)
            names = {fold(name) for name in person.names.all()} if person else set()
            for part in {*names, *(w for name in names for w in name.split())}:
                tables.bearers.setdefault(part, []).append(term)
    return tuple(tables.bearers.get(word, ()))


def actor(know: Knowledge, id: str) -> Actor | None:
    """The actor with this id."""
    return _tables(_Key(know)).actor_ids.get(id)


def office(know: Knowledge, id: str) -> Office | None:
    """The office with this id."""
    return _tables(_Key(know)).office_ids.get(id)


def publisher(know: Knowledge, id: str) -> Publisher | None:
    """The publisher with this id."""
    return _tables(_Key(know)).publisher_ids.get(id)


def thing(know: Knowledge, id: str) -> Names | None:
    """The names of the measure, initiative or formulation with this id."""
    return _tables(_Key(know)).things.get(id)


def actor_named(know: Knowledge, name: str, lang: str = "") -> Actor | None:
    """The actor with this name, in ``lang`` first; None when unknown or shared by several."""
    tables, question = _tables(_Key(know)), (name, lang)
    if question not in tables.asked:
        rows = tables.actors.get(fold(name), [])
        mine = {a.id: a for code, a in rows if code == lang.split("-")[0]} or {a.id: a for _, a in rows}
        if len(tables.asked) >= REMEMBERED:
            tables.asked.clear()
        tables.asked[question] = next(iter(mine.values())) if len(mine) == 1 else None
    return tables.asked[question]


class Opens(dict[str, bool]):
    """Word -> whether the name of an actor may begin with it; ``actor_named`` knows none that begins otherwise. A word
    that folds to nothing may stand before a name. Grows with the words met, up to a bound."""

    def __init__(self, heads: set[str]) -> None:
        super().__init__()
        self._heads = heads

    def __missing__(self, word: str) -> bool:
        head = fold(word).partition(" ")[0]
        if len(self) >= REMEMBERED:
            self.clear()
        may = self[word] = not head or head in self._heads
        return may


def opens(know: Knowledge) -> Opens:
    """Which words may begin the name of an actor."""
    tables = _tables(_Key(know))
    if tables.opens is None:
        tables.opens = Opens(tables.heads)
    return tables.opens


def office_named(know: Knowledge, words: str, lang: str = "", country: str | None = None) -> Office | None:
    """The office these title words name, in a country when given; None when unknown or shared by several.

    The words may hold more than the office ("Chinese Foreign Ministry spokesperson"): the longest office name that
    stands in them as whole words counts.
    """
    tables, question = _tables(_Key(know)), (words, lang, country)
    if question not in tables.asked_offices:
        if len(tables.asked_offices) >= REMEMBERED:
            tables.asked_offices.clear()
        tables.asked_offices[question] = _office_in(tables.offices, words, lang, country)
    return tables.asked_offices[question]


def _office_in(table: dict[str, list[tuple[str, Office]]], words: str, lang: str, country: str | None) -> Office | None:
    said = fold(words)
    exact = _one_office(table.get(said, []), lang, country)
    if exact:
        return exact
    inside = [name for name in table if name in said and _holds(said, name)]
    for name in sorted(inside, key=len, reverse=True):
        found = _one_office(table[name], lang, country)
        if found:
            return found
    return None


def office_names(know: Knowledge) -> Collection[str]:
    """The folded names of all offices, in every language."""
    return _tables(_Key(know)).offices.keys()


def office_at(office: Office, words: str) -> tuple[int, int] | None:
    """Where in folded words the longest name of an office stands, as whole words: (start, end) half-open; None when no
    name of it does."""
    names = sorted({fold(name) for name in office.names.all()}, key=len, reverse=True)
    places = ((at, at + len(name)) for name in names if (at := _place(words, name)) >= 0)
    return next(places, None)


def _one_office(rows: list[tuple[str, Office]], lang: str, country: str | None) -> Office | None:
    rows = [(code, o) for code, o in rows if country is None or o.country == country]
    mine = {o.id: o for code, o in rows if code == lang.split("-")[0]} or {o.id: o for _, o in rows}
    return next(iter(mine.values())) if len(mine) == 1 else None


def _holds(words: str, name: str) -> bool:
    """True when ``name`` stands in ``words`` as whole words (scripts without spaces: anywhere)."""
    return _place(words, name) >= 0


def _place(words: str, name: str) -> int:
    """Where ``name`` stands first in ``words`` as whole words; -1 when nowhere."""
    at = words.find(name)
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(name) : at + len(name) + 1]
        wide = name[0] >= "\u2e80"
        if wide or not (before.isalnum() or after.isalnum()):
            return at
        at = words.find(name, at + 1)
    return -1


def find_publisher(know: Knowledge, host_or_name: str) -> Publisher | None:
    """The outlet of a host name, URL or printed name; None when unknown.

    A host finds the outlet that owns it or the nearest domain above it ("fr.china-embassy.gov.cn"); a host listed with
    www. finds itself only.
    """
    tables, words = _tables(_Key(know)), host_or_name.strip()
    rows = tables.outlets.get(fold(words), [])
    if len({p.id for p in rows}) == 1:
        return rows[0]
    host = _host(words)
    if host in tables.hosts:
        return tables.hosts[host]
    host = host.removeprefix("www.")
    while host:
        if host in tables.hosts:
            return tables.hosts[host]
        host = host.partition(".")[2]
    return None


def _host(words: str) -> str:
    if any(c.isspace() for c in words) or "." not in words:
        return ""
    try:
        return urlsplit(words if "//" in words else "//" + words).hostname or ""
    except ValueError:
        return ""
