"""A title and a surname that only one office holder of that day bears: "President Example", "某某总统".

Lives here: the last way to say whose office a short title means, where neither the title nor the outlet names a state.
Not here: titles that name one (``whose``), names in full (``cast``). Rule: the title is the beginning of an office's
name ("Secretary" of "Secretary of State") or all of it but the state, the name is part of the name of somebody who
surely held it on the day, and nobody else fits.
"""

from __future__ import annotations

from onrecord.annotate.keys import is_part
from onrecord.annotate.mention import Named
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.lookup import actor as actor_by_id
from onrecord.knowledge.lookup import actor_named, terms_named
from onrecord.knowledge.lookup import office as office_by_id
from onrecord.knowledge.pack import Office, fold

LEAST = 2  # letters of a title


def office_of(know: Knowledge, named: Named, day: str | None, language: Language) -> tuple[Office | None, str | None]:
    """The office and its country; (None, None) when no holder on that EDTF day, or more than one, fits."""
    name, spaced, first = named.name, language.spaced, named.title.partition(" ")
    said = fold(first[2] if first[0].lower() in language.speech.determiners else named.title)
    if not name or len(said) < LEAST or day is None:
        return None, None
    found = {}
    last = fold(name).split()[-1:] or [""]
    for term in (t for t in terms_named(know, last[0]) if t.holds_on(day)):
        office, person = office_by_id(know, term.office), actor_by_id(know, term.person)
        if office is None or person is None or not _is_called(office, said, know, language):
            continue
        if any(_is_theirs(name, full, spaced=spaced) for full in person.names.all()):
            found[person.id] = office
    office = next(iter(found.values())) if len(found) == 1 else None
    return office, office.country if office else None


def _is_called(office: Office, said: str, know: Knowledge, language: Language) -> bool:
    """True when a title is the first words of an office's name, or its name without the state's."""
    for name in map(fold, office.names.all()):
        if language.spaced and name.startswith(f"{said} "):
            return True
        if name.endswith(said) and name != said:
            state = actor_named(know, name.removesuffix(said).strip(), language.code)
            if state is not None and state.id == office.country:
                return True
    return False


def _is_theirs(name: str, full: str, *, spaced: bool) -> bool:
    return is_part(name, full) if spaced else name == full
