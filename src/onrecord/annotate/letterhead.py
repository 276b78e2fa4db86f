"""The state whose paper a delivered text is on: "REPUBLIC OF X / Permanent Mission of the Republic of X to ...".

Lives here: the only state that the lines above the words of a speech name. Not here: titles (``whose``), outlets that
the publishers know (``cast``). A title that names a state, or an outlet's, comes first.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import whose
from onrecord.annotate.mention import EDGES
from onrecord.annotate.page import Page, Section
from onrecord.annotate.people import Person
from onrecord.knowledge import Language
from onrecord.model import Evidence, Span
from onrecord.text.named import actors_in

LINES = 4
LONGEST = 90


def stated(page: Page, section: Section, person: Person, mention: Span | None) -> Person:
    """The person with the country of the first lines, when those before the place and the day name one state only;
    as given otherwise. A body that its heading names with its state is of that state."""
    language = section.language
    if language is None:
        return person
    if not person.capacity:
        printed = mention.of(page.chars) if mention and not person.actor else ""
        own = whose.country(page.know, printed, language) if printed else None
        because = Evidence("country", own or "", "country_in_name", mention)
        return replace(person, country=own, evidence=(*person.evidence, because)) if own else person
    found: dict[str, Span] = {}
    styles = set(language.delivery.styles).difference(language.speech.determiners)
    first = section is page.sections[0]
    for line in _lines(page.chars, Span(0 if first else section.statement.span.start, section.statement.span.end)):
        words = [w.strip(EDGES).lower() for w in line.of(page.chars).split()]
        if len(line) > LONGEST or not styles.isdisjoint(words):
            break
        for named in actors_in(page.know, page.chars, line, language.code):
            if _is_topic(page.chars[line.start : named.span.start], language):
                continue
            if any(a.id == named.id and a.kind == "state" for pack in page.know.packs for a in pack.actors):
                found.setdefault(named.id, named.span)
    if len(found) != 1:
        return person
    country, place = next(iter(found.items()))
    because = Evidence("country", country, "country_of_letterhead", place)
    return replace(person, country=country, evidence=(*person.evidence, because))


def _is_topic(before: str, language: Language) -> bool:
    """True when words before a state say that it is what is spoken on, or where ("Statement on the X")."""
    words = [w for w in before.lower().split() if w not in language.speech.determiners]
    return bool(words) and words[-1] in {*language.delivery.to, *language.delivery.at}


def _lines(chars: str, span: Span) -> list[Span]:
    found, at = [], span.start
    for line in span.of(chars)[: LINES * LONGEST * 2].splitlines(keepends=True):
        if line.strip():
            found.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return found[:LINES]
