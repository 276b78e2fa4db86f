"""What a pack is: the types that one TOML per field fills with actors, measures, initiatives and formulations.

Lives here: types and look-ups by name and date. Not here: reading TOML (``packs/``), the facts themselves.
A fact without a source is not a fact: every term of office and every formulation names where it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.dates import bounds


@dataclass(frozen=True, slots=True)
class Names:
    """Names by language code; the first of each is the preferred one."""

    by_lang: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every name in every language, without repeats, in order."""
        return tuple(dict.fromkeys(n for _, names in self.by_lang for n in names))

    def preferred(self, lang: str = "en") -> str:
        """The preferred name in a language, else the first there is, else an empty string."""
        table = dict(self.by_lang)
        names = table.get(lang) or next(iter(table.values()), ())
        return names[0] if names else ""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's term in one office: EDTF ``since`` and ``until`` (None: open), both days included."""

    person: str
    office: str
    since: str | None
    until: str | None
    source: str

    def holds_on(self, day: str) -> bool:
        """True when the term surely covers an EDTF date: all of its days lie inside the term."""
        low, high = bounds(day)
        if low is None or high is None:
            return False
        begin, end = bounds(self.since)[1], bounds(self.until)[0]
        return (begin is None or begin <= low) and (end is None or high <= end)


@dataclass(frozen=True, slots=True)
class Office:
    """A capacity: "Foreign Ministry Spokesperson" of a body of a country. ``id`` is stable ("cn.mfa.spokesperson")."""

    id: str
    names: Names
    body: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body or person. ``kind`` is "state", "body" or "person"; a state's id is its ISO 3166 code.

    Words that stand for it without being its name: ``adjectives`` ("Chinese", "американский") and ``seats``, places
    that stand for a government ("Washington").
    """

    id: str
    kind: str
    names: Names
    country: str | None = None
    source: str = ""
    adjectives: Names = Names()
    seats: Names = Names()


@dataclass(frozen=True, slots=True)
class Entity:
    """A measure or initiative that positions can be about. ``kind`` is "measure" or "initiative"."""

    id: str
    kind: str
    names: Names
    issuer: str = ""
    date: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A set formulation: official forms by language."""

    id: str
    forms: Names
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """One field's knowledge. ``not_names``: words that hold a name and are none ("发展中国家" is not 中国)."""

    id: str
    title: str
    actors: tuple[Actor, ...] = ()
    offices: tuple[Office, ...] = ()
    terms: tuple[Term, ...] = ()
    entities: tuple[Entity, ...] = ()
    formulas: tuple[Formula, ...] = ()
    not_names: Names = Names()
