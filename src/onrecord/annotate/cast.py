"""The speakers of one statement: from a mention to a person, a capacity and a country, with the reason for each.

Lives here: who a mention is, within one statement and by the packs' terms of office on its date. Not here: splitting
a mention (``mention``), who was met before (``people``), finding mentions (``turns``, ``reported``), the packs. Rules:
nobody is merged by look; a surname stands for a person named in full in the same statement, or for the holder of the
title beside it; an office without exactly one holder on the date stays an office without a person.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import grounds, introductions, mention, proxies, surnames, whose
from onrecord.annotate.keys import is_part, key, last_word, nominatives, title_forms
from onrecord.annotate.people import People, Person
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.lookup import actor as actor_by_id
from onrecord.knowledge.lookup import actor_named, find_publisher, office_named, person_for, terms_of
from onrecord.knowledge.lookup import office as office_by_id
from onrecord.knowledge.pack import Actor, Names, Office
from onrecord.model import Block, Evidence, Span, Statement
from onrecord.text.fold import simplified
from onrecord.text.named import actor_in

MENTION_CHARS = 200


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
        self._home = whose.home(know, statement)
        self._people = People()
        self._read: dict[str, Person] = {}
        self._spoken = _stretches(blocks)
        self._introduced: dict[str, introductions.Introduced] = {}

    @property
    def home(self) -> str | None:
        """The state that the statement's publisher speaks for."""
        return self._home

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

    def only_before(self, at: int, language: Language) -> Person | None:
        """The only person introduced with an office before a place."""
        self._now = language
        place = self._introductions().only(at)
        return self.person(place, language) if place else None

    def titled(self, person: Person, title: Span) -> Person:
        """A person with the title printed at another place, such as the headline."""
        words = " ".join(title.of(self.chars).split())
        known = actor_by_id(self.know, person.actor) if person.actor else None
        found = self._in_office(person, known, words, self._office(words), title)
        self._people.keep(found)
        return found

    def outlet(self, span: Span, otherwise: Person | None = None) -> Person:
        """The asker that a label names: an outlet the publishers know ("Northern Wire", "《泻湖日报》记者"), else
        ``otherwise``, else the words as printed."""
        printed = " ".join(span.of(self.chars).split())
        for name in self._without_reporter(printed):
            known = find_publisher(self.know, name)
            if known is not None:
                named = self._part(span, name)
                because = Evidence("actor", known.id, "outlet_named", named, f"publisher:{known.id}")
                return Person(name, known.id, evidence=(grounds.printed(name, named), because))
        return otherwise or Person(printed, evidence=(grounds.printed(printed, span),))

    def _without_reporter(self, printed: str) -> tuple[str, ...]:
        """A label as printed, and without the word for a reporter and the marks of a title."""
        words = self.language.labels.journalist if self.language else ()
        bare = next((printed[: -len(w)] for w in words if printed.lower().endswith(w)), printed)
        return tuple(dict.fromkeys((printed, bare.strip(mention.EDGES))))

    def _resolve(self, printed: str, span: Span) -> Person:
        whom = proxies.whom(printed, self._now.speech) if self._now else ""
        if whom:
            of = self._resolve(whom, self._part(span, whom))
            return Person(printed, None, printed, of.country, proxies.because(printed, of.evidence, span))
        named = self._shifted(mention.read(printed, self._now))
        if not named.name:
            return self._office_alone(named.title or printed, span)
        office, country = self._office(named.title)
        if office is not None and self._is_held_by_another(office, named, span):
            office, country = None, None
        if office is None and country is None and named.title and self._now:
            office, country = surnames.office_of(self.know, named, self._day, self._now)
        holder = self._holder(office, span)
        full, known = self._full_name(named.name, holder)
        office, country = self._own(office, country, known, named.title)
        because = self._why(named.name, full, known, self._part(span, named.name))
        person = Person(full, known.id if known else None, evidence=because)
        if named.title:
            return self._in_office(person, known, named.title, (office, country), self._part(span, named.title))
        return self._untitled(person, known, span)

    def _shifted(self, named: mention.Named) -> mention.Named:
        """A name that begins with more of the title ("Федерации Имя Фамилия"): cut where a known person begins. In a
        script without capitals the whole may look like a title."""
        if named.title and not named.name and self._now and self._now.spaced:
            return self._known_end(named.title.split(" "), self._now) or named
        if named.title and not named.name and self._unspaced and self._now:
            return self._known_start(named.title, self._now) or named
        words = named.name.split(" ")
        if not named.title or len(words) < 3:
            return self._behind_state(named)
        for cut in range(1, len(words) - 1):
            known = self._named(" ".join(words[cut:]))
            if known is not None and known.kind == "person":
                return mention.Named(" ".join(words[cut:]), f"{named.title} {' '.join(words[:cut])}")
        return self._behind_state(named)

    def _behind_state(self, named: mention.Named) -> mention.Named:
        """A name behind a state in the genitive ("президент Лузении Толмин"), in languages that mark it."""
        first, _, rest = named.name.partition(" ")
        if not (named.title and rest and self._now and first.endswith(self._now.speech.genitives or ("\0",))):
            return named
        state = actor_in(self.know, first, Span(0, len(first)), self._lang)
        return mention.Named(rest, f"{named.title} {first}") if state and state.how == "name" else named

    def _known_start(self, title: str, language: Language) -> mention.Named | None:
        """A known person's name before the office ("某某主席"), where no spaces set words apart."""
        at, end = mention.first_office(title, language.speech)
        known = self._named(title[:at]) if at > 0 and end == len(title) else None
        return mention.Named(title[:at], title[at:]) if known is not None and known.kind == "person" else None

    def _known_end(self, words: list[str], language: Language) -> mention.Named | None:
        """A title whose last words are a known person's name; behind an office, in a script with capitals."""
        for cut in range(1, len(words) - 1):
            led = mention.is_office(words[cut - 1], language.speech) or words[cut].upper() == words[cut].lower()
            known = self._named(" ".join(words[cut:])) if led else None
            if known is not None and known.kind == "person":
                return mention.Named(" ".join(words[cut:]), " ".join(words[:cut]))
        return None

    def _office_alone(self, title: str, span: Span) -> Person:
        earlier = self._people.titled(title, self._now)
        if earlier is not None:
            return replace(earlier, evidence=(*earlier.evidence, Evidence("name", earlier.name, "title_earlier", span)))
        office, country = self._office(title)
        holder = self._holder(office, span)
        if holder is not None:
            return holder
        known = self._named(title)
        if known is not None:
            because = (*self._why(title, title, known, span), *grounds.of_actor(known, span))
            return Person(title, known.id, None, known.id if known.kind == "state" else known.country, because)
        capacity = self._capacity_name(office, title) if self._is_office(title) else None
        nation = (office.country if office else None) or (country if capacity else None)
        rows = [grounds.printed(title, span)]
        if capacity:
            where = f"pack:{office.id}" if office else ""
            rows.append(Evidence("capacity", capacity, "office_named", span, where))
        return Person(title, None, capacity, nation, (*rows, *grounds.of_country(nation, office, None, span)))

    def _in_office(
        self, person: Person, known: Actor | None, title: str, named: tuple[Office | None, str | None], span: Span
    ) -> Person:
        """A person with the title at ``span``, which names an office and a country."""
        office, country = named
        capacity = self._capacity_name(office, title)
        nation = (office.country if office else None) or country or (known.country if known else None)
        because = (
            *person.evidence,
            Evidence("capacity", capacity, "title_beside_name", span, f"pack:{office.id}" if office else ""),
            *grounds.of_country(nation, office, None if country else known, span),
        )
        return replace(person, capacity=capacity, country=nation, evidence=because)

    def _untitled(self, person: Person, known: Actor | None, span: Span) -> Person:
        """A name without a title here: the title met before, the one it is introduced with, or the one it holds on
        the statement's date, when that is exactly one."""
        earlier = self._people.earlier(person.name)
        if earlier is not None and earlier.capacity is not None:
            return earlier
        title = self._introductions().title(person.name)
        if title:
            place = self._introductions().title_place(person.name) or span
            return self._in_office(person, known, title, self._office(title), place)
        if known is None:
            return person
        if known.kind == "state":
            return replace(person, country=known.id, evidence=(*person.evidence, *grounds.of_actor(known, span)))
        held = terms_of(self.know, known.id, self._day)
        row = office_by_id(self.know, held[0].office) if len({t.office for t in held}) == 1 else None
        if row is None:
            because = (*person.evidence, *grounds.of_actor(known, span))
            return replace(person, country=known.country, evidence=because)
        capacity = self._capacity_name(row, "")
        nation = row.country or known.country
        because = (
            *person.evidence,
            Evidence("capacity", capacity, "term_of_office", span, f"pack:{held[0].source}"),
            *grounds.of_country(nation, row, known, span),
        )
        return replace(person, capacity=capacity, country=nation, evidence=because)

    def _full_name(self, name: str, holder: Person | None) -> tuple[str, Actor | None]:
        """The full form of a name and its actor: the packs, then the holder of the title, then the statement."""
        actor = self._named(name)
        if actor is not None and actor.kind != "person":
            return name, actor
        if actor is not None and (" " in name or self._unspaced or "." in name):
            return self._called(actor.names, name), actor
        if holder is not None and is_part(name, holder.name):
            return holder.name, actor_by_id(self.know, holder.actor or "")
        earlier = self._people.earlier(name)
        if earlier is not None:
            return earlier.name, actor_by_id(self.know, earlier.actor or "")
        longer = self._introduced_name(name)
        if not longer:
            return (name, actor) if actor is not None else self._declined(name)
        known = self._named(longer)
        return (self._called(known.names, longer) if known and known.kind == "person" else longer), known

    def _declined(self, name: str) -> tuple[str, Actor | None]:
        """A surname in another case: whose it is when its nominative is met, introduced or known; else as printed."""
        for form in nominatives(name, self._now):
            alone = form == last_word(form).rpartition(".")[2]  # a surname without a first name is nobody's by itself
            known = None if alone else self._named(form)
            if known is not None and known.kind == "person":
                return self._called(known.names, form), known
            met = self._people.earlier(form)
            longer = met.name if met else self._introduced_name(form)
            if longer:
                return longer, actor_by_id(self.know, met.actor or "") if met else self._named(longer)
        return name, None

    def _called(self, names: Names, printed: str) -> str:
        """The preferred form in the language at hand, else the words as printed."""
        table = dict(names.by_lang)
        forms = table.get(self._lang) or table.get(self._lang.partition("-")[0]) or ()
        if self._unspaced and printed and self._plain(printed) in forms:
            return printed
        return forms[0] if forms else " ".join(printed.split())

    def _named(self, name: str) -> Actor | None:
        """The actor of a name, with or without the article before it."""
        articles = self._now.speech.determiners if self._now and self._now.spaced else ()
        name = self._plain(name)
        first, _, rest = name.partition(" ")
        found = actor_named(self.know, name, self._lang)
        return found or (actor_named(self.know, rest, self._lang) if rest and first.lower() in articles else None)

    def _introduced_name(self, name: str) -> str:
        return "" if " " in name or self._now is None else self._introductions().full(name)

    def _introductions(self) -> introductions.Introduced:
        """How this statement introduces people, in the language at hand; read once."""
        if self._now is None:
            return introductions.Introduced()
        code = self._now.code
        if code not in self._introduced:
            self._introduced[code] = introductions.find(self.chars, self._spoken, self._now)
        return self._introduced[code]

    def _office(self, title: str) -> tuple[Office | None, str | None]:
        """The office that title words name, and the country they name; the publisher's state where they name none."""
        if not title or self._now is None:
            return None, None
        title = " ".join(self._plain(title).split())
        country = whose.country(self.know, title, self._now)
        for words in title_forms(title):
            for nation in dict.fromkeys((country, self._home if country is None else country)):
                found = office_named(self.know, words, self._lang, nation)
                if found is not None and whose.may_be(self.know, found, words, self._now, country):
                    return found, country or found.country
        return None, country

    def _own(
        self, office: Office | None, country: str | None, known: Actor | None, title: str
    ) -> tuple[Office | None, str | None]:
        """The office and country of a title, those of the person's own state when the packs know it and the title names
        none: "Prime Minister X" is not the page's when X is known to be another's."""
        theirs = known.country if known is not None and known.kind == "person" else None
        if office is None or theirs is None or office.country in (None, theirs) or self._now is None:
            return office, country
        if whose.country(self.know, self._plain(title), self._now) is not None:
            return office, country
        forms = title_forms(" ".join(self._plain(title).split()))
        found = (office_named(self.know, words, self._lang, theirs) for words in forms)
        return next((row for row in found if row is not None and row.country == theirs), None), theirs

    def _is_held_by_another(self, office: Office, named: mention.Named, span: Span) -> bool:
        """True for "Prime Minister X" on a page that tells of its own state's minister Y: the title names no state,
        so X's is another's."""
        if self._now is None or whose.country(self.know, named.title, self._now) is not None:
            return False
        holder = self._holder(office, span)
        if holder is None or is_part(named.name, holder.name) or self._named(named.name) is not None:
            return False
        names = [holder.name] if self._unspaced else [w for w in holder.name.split() if len(w) > 2]
        return any(name in self.chars for name in names)

    def _is_office(self, title: str) -> bool:
        offices = self._now.speech.offices if self._now else ()
        words = [w.strip(mention.EDGES) for w in title.lower().split()]
        return any(o in title for o in offices) if self._unspaced else any(w in offices for w in words)

    @property
    def _day(self) -> str | None:
        return self.statement.date or self.statement.published

    def _holder(self, office: Office | None, span: Span) -> Person | None:
        """Who surely held the office on the statement's date."""
        term = person_for(self.know, office.id, self._day) if office else None
        known = actor_by_id(self.know, term.person) if term else None
        if office is None or term is None or known is None:
            return None
        capacity = self._capacity_name(office, "")
        name = self._called(known.names, "") or known.names.preferred() or known.id
        nation = office.country or known.country
        because = (
            Evidence("name", name, "term_of_office", span, f"pack:{term.source}"),
            Evidence("actor", known.id, "term_of_office", span, f"pack:{term.source}"),
            Evidence("capacity", capacity, "office_named", span, f"pack:{office.id}"),
            *grounds.of_country(nation, office, known, span),
        )
        return Person(name, known.id, capacity, nation, because)

    def _capacity_name(self, office: Office | None, title: str) -> str:
        if office is None:
            return " ".join(title.split())
        return self._called(office.names, title) or office.names.preferred()

    def _remember(self, person: Person, printed: str) -> Person:
        self._people.remember(person, self._shifted(mention.read(printed, self._now)), self._now)
        return person

    def _why(self, printed: str, full: str, actor: Actor | None, span: Span) -> tuple[Evidence, ...]:
        same = key(printed) == key(full)
        return grounds.of_name(full, actor, span, None if same else self._in_full(full), same=same)

    def _in_full(self, name: str) -> Span | None:
        """Where a full name stands: where it is introduced, else where it was met before."""
        earlier = self._people.named(name)
        met = (e.span for e in earlier.evidence if e.rule == "name_as_printed") if earlier else ()
        return self._introductions().place(name) or next(iter(met), None)

    def _part(self, span: Span, words: str) -> Span:
        """Where some words of a mention stand; the whole mention when it is printed otherwise."""
        at = span.of(self.chars).rfind(words)
        return Span(span.start + at, span.start + at + len(words)) if at >= 0 and words else span

    @property
    def _lang(self) -> str:
        return self._now.code if self._now else ""

    def _plain(self, words: str) -> str:
        """Words as the packs write them: in simplified script where a language has two."""
        return simplified(words) if self._unspaced else words

    @property
    def _unspaced(self) -> bool:
        return self._now is not None and not self._now.spaced


def _stretches(blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    kinds = ("dateline", "body", "question", "answer")
    return tuple(b.span for b in blocks if b.kind in kinds)
