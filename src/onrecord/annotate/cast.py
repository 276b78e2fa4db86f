"""The speakers of one statement: from a mention to a person, a capacity and a country, with the reason for each.

Lives here: who a mention is, within one statement and by the packs' terms of office on its date. Not here: splitting
a mention (``mention``), finding mentions (``turns``, ``reported``), the packs themselves. Rules: nobody is merged by
look; a surname stands for a person named in full in the same statement, or for the holder of the title beside it; an
office without exactly one holder on the date stays an office without a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.annotate import introductions, mention
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.lookup import actor_named, find_publisher, office_named, person_for
from onrecord.knowledge.pack import Actor, Office
from onrecord.model import Block, Evidence, Span, Speaker, Statement

MENTION_CHARS = 200


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker resolved: ``name`` as the statement calls them in full, ids where the packs have them."""

    name: str
    actor: str | None = None
    capacity: str | None = None
    country: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def speaker(self, span: Span | None) -> Speaker:
        """This person as the speaker mentioned at ``span``."""
        return Speaker(self.name, self.actor, span)


class Cast:
    """Who is who in one statement. Remembers people in the order they are met; give mentions in text order."""

    def __init__(
        self,
        know: Knowledge,
        chars: str,
        statement: Statement,
        blocks: tuple[Block, ...],
        language: Language | None,
    ) -> None:
        self.know = know
        self.chars = chars
        self.statement = statement
        self.language = language
        self._now = language
        self._people: dict[str, Person] = {}
        self._titles: dict[str, Person] = {}
        self._read: dict[str, Person] = {}
        self._spoken = _stretches(blocks)
        self._introduced: introductions.Names | None = None

    def person(self, span: Span, language: Language | None = None) -> Person:
        """Who the mention at ``span`` is; ``language`` is that of the words around it (else the statement's)."""
        self._now = language or self.language
        printed = span.of(self.chars)[:MENTION_CHARS]
        known = self._read.get(printed)
        if known is None:
            known = self._remember(self._resolve(printed, span), printed)
            self._read[printed] = known
        return known

    def host(self, span: Span | None) -> Person | None:
        """Who the heading says is speaking, from a mention in it."""
        return self.person(span) if span else None

    def outlet(self, span: Span) -> Person:
        """The asker that a question's label names: an outlet the publishers know, or the words as printed."""
        printed = " ".join(span.of(self.chars).split())
        known = find_publisher(self.know, printed)
        if known is None:
            return Person(printed)
        because = (Evidence("actor", known.id, "outlet_named", span, f"publisher:{known.id}"),)
        return Person(printed, known.id, evidence=because)

    # -- from words to a person

    def _resolve(self, printed: str, span: Span) -> Person:
        named = mention.read(printed, self._now)
        country = self._country_in(named.title)
        office = self._office(named.title, country)
        holder = self._holder(office, span)
        if not named.name:
            return self._office_alone(named.title or printed, office, holder, country, span)
        full, actor = self._full_name(named.name, holder)
        person = Person(full, actor.id if actor else None, evidence=self._why(named.name, full, actor, span))
        if named.title:
            return self._in_office(person, named.title, office, country or (actor.country if actor else None), span)
        return self._capacity_by_date(person, actor, span)

    def _office_alone(
        self, title: str, office: Office | None, holder: Person | None, country: str | None, span: Span
    ) -> Person:
        earlier = self._titles.get(_key(title)) or self._titles.get(_key(_last_word(title)))
        if earlier is not None:
            return replace(earlier, evidence=(*earlier.evidence, Evidence("name", earlier.name, "title_earlier", span)))
        if holder is not None:
            return holder
        because = self._country_because(country, office, span)
        return Person(title, None, self._capacity_name(office, title), country, because)

    def _in_office(self, person: Person, title: str, office: Office | None, country: str | None, span: Span) -> Person:
        capacity = self._capacity_name(office, title)
        nation = (office.country if office else None) or country
        because = (
            *person.evidence,
            Evidence("capacity", capacity, "title_beside_name", span, f"pack:{office.id}" if office else ""),
            *self._country_because(nation, office, span),
        )
        return replace(person, capacity=capacity, country=nation, evidence=because)

    def _capacity_by_date(self, person: Person, actor: Actor | None, span: Span) -> Person:
        """The office a known person held on the statement's date, when it was exactly one."""
        earlier = self._earlier(person.name)
        if earlier is not None and earlier.capacity is not None:
            return replace(earlier, evidence=earlier.evidence)
        if actor is None:
            return person
        held = self._offices_of(actor.id)
        if len(held) != 1:
            return replace(person, country=actor.country)
        office, source = held[0]
        capacity = self._capacity_name(office, "")
        nation = office.country or actor.country
        because = (*person.evidence, Evidence("capacity", capacity, "term_of_office", span, f"pack:{source}"))
        return replace(person, capacity=capacity, country=nation, evidence=because)

    def _full_name(self, name: str, holder: Person | None) -> tuple[str, Actor | None]:
        """The full form of a name and its actor: the packs, then the holder of the title, then the statement."""
        actor = actor_named(self.know, name, self._lang)
        if actor is not None and (" " in name or self._unspaced):
            return name, actor
        if holder is not None and _is_part(name, holder.name):
            return holder.name, self._actor(holder.actor)
        earlier = self._earlier(name)
        if earlier is not None:
            return earlier.name, self._actor(earlier.actor)
        longer = self._introduced_name(name)
        return (longer, actor_named(self.know, longer, self._lang)) if longer else (name, actor)

    def _introduced_name(self, name: str) -> str:
        if " " in name or self._now is None or not self._now.spaced:
            return ""
        if self._introduced is None:
            self._introduced = introductions.names(self.chars, self._spoken, self._now)
        return self._introduced.full(name)

    # -- offices and countries

    def _office(self, title: str, country: str | None) -> Office | None:
        if not title:
            return None
        for words in _title_forms(title):
            office = office_named(self.know, words, self._lang, country)
            if office is not None:
                return office
        return None

    def _holder(self, office: Office | None, span: Span) -> Person | None:
        if office is None:
            return None
        term = person_for(self.know, office.id, self.statement.date or self.statement.published)
        actor = self._actor(term.person) if term else None
        if term is None or actor is None:
            return None
        name = actor.names.preferred(self._lang) or actor.id
        capacity = self._capacity_name(office, "")
        because = (
            Evidence("actor", actor.id, "term_of_office", span, f"pack:{term.source}"),
            Evidence("capacity", capacity, "office_named", span, f"pack:{office.id}"),
        )
        return Person(name, actor.id, capacity, office.country or actor.country, because)

    def _offices_of(self, person: str) -> list[tuple[Office, str]]:
        day = self.statement.date or self.statement.published
        if not day:
            return []
        offices = {o.id: o for p in self.know.packs for o in p.offices}
        terms = (t for p in self.know.packs for t in p.terms if t.person == person)
        return [(offices[t.office], t.source) for t in terms if t.office in offices and t.holds_on(day)]

    def _country_in(self, title: str) -> str | None:
        """The only state whose name stands in a title."""
        words = [title] if self._unspaced else [w.strip(mention.EDGES) for w in title.split()]
        found = set()
        for n in range(1, 4):
            for i in range(len(words) - n + 1):
                phrase = " ".join(words[i : i + n])
                actor = self._state(phrase)
                if actor is not None:
                    found.add(actor.id)
        if len(found) != 1:
            return None
        return next(iter(found))

    def _state(self, phrase: str) -> Actor | None:
        if not self._unspaced:
            actor = actor_named(self.know, phrase, self._lang) if phrase else None
            return actor if actor is not None and actor.kind == "state" else None
        for size in range(min(len(phrase), 8), 1, -1):
            actor = actor_named(self.know, phrase[:size], self._lang)
            if actor is not None and actor.kind == "state":
                return actor
        return None

    def _actor(self, actor_id: str | None) -> Actor | None:
        return next((a for p in self.know.packs for a in p.actors if a.id == actor_id), None) if actor_id else None

    def _capacity_name(self, office: Office | None, title: str) -> str:
        if office is None:
            return " ".join(title.split())
        return office.names.preferred(self._lang) or office.names.preferred("en")

    def _country_because(self, country: str | None, office: Office | None, span: Span) -> tuple[Evidence, ...]:
        if not country:
            return ()
        rule = "country_of_office" if office and office.country == country else "country_in_title"
        return (Evidence("country", country, rule, span, f"pack:{office.id}" if office else ""),)

    # -- memory

    def _remember(self, person: Person, printed: str) -> Person:
        named = mention.read(printed, self._now)
        if named.name:
            self._people.setdefault(_key(person.name), person)
            if not self._unspaced:
                self._people[_key(_last_word(person.name))] = person
        if named.name and named.title:
            self._titles[_key(named.title)] = person
            self._titles[_key(_last_word(named.title))] = person
        return person

    def _earlier(self, name: str) -> Person | None:
        return self._people.get(_key(name)) or (None if " " in name else self._people.get(_key(_last_word(name))))

    def _why(self, printed: str, full: str, actor: Actor | None, span: Span) -> tuple[Evidence, ...]:
        rows = [Evidence("name", full, "name_as_printed" if printed == full else "name_in_full_elsewhere", span)]
        if actor is not None:
            rows.append(Evidence("actor", actor.id, "actor_named", span, f"pack:{actor.id}"))
        return tuple(rows)

    @property
    def _lang(self) -> str:
        return self._now.code if self._now else ""

    @property
    def _unspaced(self) -> bool:
        return self._now is not None and not self._now.spaced


def _stretches(blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    kinds = ("headline", "dateline", "body", "question", "answer")
    return tuple(b.span for b in blocks if b.kind in kinds)


def _title_forms(title: str) -> tuple[str, ...]:
    plain = " ".join(title.split())
    return tuple(dict.fromkeys((plain, plain.removeprefix("the ").removeprefix("The "))))


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _last_word(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _is_part(name: str, full: str) -> bool:
    """True when every word of ``name`` is a word of ``full`` (case aside)."""
    words = set(_key(full).split(" "))
    return all(w in words for w in _key(name).split(" ")) or (len(name) > 1 and _key(name) in _key(full).split("·"))
