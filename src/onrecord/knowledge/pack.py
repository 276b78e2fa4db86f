"""What a pack is: the types that one TOML per field fills with actors, measures, initiatives and formulations.

Lives here: types and look-ups by name and date. Not here: reading TOML (``packs/``), the facts themselves.
A fact without a source is not a fact: every term of office and every formulation names where it was seen (``source``,
further places in ``also``), and ``verified`` says how well: one of ``GRADES``, or "" where nobody has graded it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from onrecord.dates import bounds

# on the issuer's own site or an official transcript; official words carried by another; press and law firms; nowhere
GRADES = ("official", "official_mirror", "secondary", "unverified")


def fold(name: str) -> str:
    """A name for comparing: width, case and white space set aside.

    >>> fold("  Ｆｏｒｅｉｇｎ  Ministry ")
    'foreign ministry'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return " ".join(plain.casefold().split())


@dataclass(frozen=True, slots=True)
class Names:
    """Names by language code; the first of each is the preferred one."""

    by_lang: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every name in every language, without repeats, in order."""
        return tuple(dict.fromkeys(n for _, names in self.by_lang for n in names))

    def preferred(self, lang: str = "en") -> str:
        """The preferred name in a language of whatever script, else the first there is, else an empty string."""
        table = dict(self.by_lang)
        names = table.get(lang) or table.get(lang.partition("-")[0]) or next(iter(table.values()), ())
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
    """A capacity: "Foreign Ministry Spokesperson" of a body of a country. ``id`` is stable ("cn.mfa.spokesperson").
    ``shared``: several persons hold it at once."""

    id: str
    names: Names
    body: str | None = None
    country: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body, company or person. ``kind`` is "state", "body", "company" or "person"; a state's id is its ISO
    3166 code. A company belongs to a ``country`` and does not speak for it.

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
    also: tuple[str, ...] = ()
    verified: str = ""
    wikidata: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A measure or initiative that positions can be about. ``kind`` is "measure" or "initiative", ``type`` what sort
    of one in free words ("regulation"). ``date`` is the day it is known by; ``dates`` has every dated step of it
    ("published", "effective") as (what, EDTF). ``issuer`` is an actor's id; ``legal_ref`` a citation of its text."""

    id: str
    kind: str
    names: Names
    issuer: str = ""
    date: str | None = None
    source: str = ""
    type: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    legal_ref: str = ""
    status: str = ""
    also: tuple[str, ...] = ()
    verified: str = ""
    wikidata: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A set formulation: official forms by language. ``gloss`` says in plain words what it says, ``holders`` who uses
    it (ids of actors), ``first_seen`` the date of the earliest use known (EDTF)."""

    id: str
    forms: Names
    source: str = ""
    gloss: str = ""
    holders: tuple[str, ...] = ()
    first_seen: str | None = None
    also: tuple[str, ...] = ()
    verified: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """One field's knowledge. ``not_names``: words that hold a name and are none ("发展中国家" is not 中国).
    ``uses``: ids of bundled packs whose actors and offices this one names."""

    id: str
    title: str
    actors: tuple[Actor, ...] = ()
    offices: tuple[Office, ...] = ()
    terms: tuple[Term, ...] = ()
    entities: tuple[Entity, ...] = ()
    formulas: tuple[Formula, ...] = ()
    not_names: Names = Names()
    uses: tuple[str, ...] = ()
