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

LINES = 6
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
    found = _states(page, section, language, frozenset())
    if len(found) != 1:
        return person
    country, place = next(iter(found.items()))
    because = Evidence("country", country, "country_of_letterhead", place)
    return replace(person, country=country, evidence=(*person.evidence, because))


def issuer(page: Page, section: Section, actors: frozenset[str]) -> tuple[str, Span] | None:
    """The id and place of the only state in first lines that stand with a word of ``actors``, such as the government or
    the people whose message it is; None when there is none."""
    found = _states(page, section, section.language, actors) if section.language else {}
    return next(iter(found.items())) if len(found) == 1 else None


def _states(page: Page, section: Section, language: Language, beside: frozenset[str]) -> dict[str, Span]:
    """The states that the lines before the words name, each at its first place; with ``beside``, only where the
    line or the one above holds one of these words."""
    found: dict[str, Span] = {}
    styles = set(language.delivery.styles).difference(language.speech.determiners)
    first, above = section is page.sections[0], list[str]()
    for line in _lines(page.chars, Span(0 if first else section.statement.span.start, section.statement.span.end)):
        words = [w.strip(EDGES).lower() for w in line.of(page.chars).split()]
        if len(line) > LONGEST or not styles.isdisjoint(words):
            break
        near, above = {*above, *words}, words
        if beside and beside.isdisjoint(near):
            continue
        for named in actors_in(page.know, page.chars, line, language.code):
            if _is_topic(page.chars[line.start : named.span.start], language):
                continue
            if any(a.id == named.id and a.kind == "state" for pack in page.know.packs for a in pack.actors):
                found.setdefault(named.id, named.span)
    return found


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
