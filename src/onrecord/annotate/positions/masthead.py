"""Whose page a stretch of words is, when it says "we" and nobody is named as its voice.

Lives here: the state of the publisher, else the one whose government or people heads the page, else the actor that
stands as a subject or is named most often. Not here: the
voices of a page that names them (``holders``), who answers under bare labels (``answering``).
"""

from __future__ import annotations

from collections import Counter

from onrecord.annotate import letterhead
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.holders import Desk, takes_positions
from onrecord.annotate.positions.naming import SUFFIXES, Names
from onrecord.annotate.positions.table import Table
from onrecord.annotate.quotations import stretches
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.lookup import actor
from onrecord.model import Speaker

NAME = 4  # tokens of a name


def of_page(desk: Desk, lex: Lexicon, tab: Table) -> Speaker | None:
    """The state that the publisher speaks for, else the one whose government heads the page, else the one that stands
    most often as a subject, else the one named most; None when there is none of these. One answer for all stretches
    of a statement in one language."""
    key = (desk.section.statement.id, desk.language.code)
    if key not in desk.page.sides:
        desk.page.sides[key] = _side(desk, lex, tab)
    return desk.page.sides[key]


def _side(desk: Desk, lex: Lexicon, tab: Table) -> Speaker | None:
    home = actor(desk.page.know, desk.section.cast.home or "")
    if home is not None:
        return Speaker(home.names.preferred(desk.language.code), home.id)
    found = stretches(desk.page, desk.section)
    views = [desk.page.view(paragraphs, language) for language, paragraphs in found if language is desk.language]
    return _issuer(desk, tab) or _subject(desk, lex, tab, views) or _named(desk, tab, views)


def _issuer(desk: Desk, tab: Table) -> Speaker | None:
    """The state whose government or people the first lines name ("MESSAGE FROM THE GOVERNMENT OF X")."""
    found = letterhead.issuer(desk.page, desk.section, tab.actors - tab.seats)
    known = actor(desk.page.know, found[0]) if found else None
    return Speaker(known.names.preferred(desk.language.code), known.id) if known else None


def _subject(desk: Desk, lex: Lexicon, tab: Table, views: list[Stretch]) -> Speaker | None:
    """The state or body that most often stands before a verb outside quotations; "New X" and "South X" are no X."""
    found = Counter[str]()
    first: dict[str, Speaker] = {}
    for view in views:
        names = Names(desk, view, lex, tab)
        low = view.words.low
        for at in [i for i, word in enumerate(low) if word in tab.starts or word in tab.passives]:
            if not at or view.inside[at] or not view.capital(at - 1) or low[at - 1].endswith(SUFFIXES):
                continue
            subject = _before(desk, view, names, at)
            if subject is not None and subject.actor:
                found[subject.actor] += 1
                first.setdefault(subject.actor, subject)
    return first[found.most_common(1)[0][0]] if found else None


def _before(desk: Desk, view: Stretch, names: Names, at: int) -> Speaker | None:
    """The longest name of an actor that ends before a token."""
    compass = desk.language.speech.compass
    for size in range(min(NAME, at), 0, -1):
        named = names.known(at - size, at)
        piece = at > size and view.capital(at - size - 1) and view.words.low[at - size - 1] in compass
        if named is not None and takes_positions(named) and not piece:
            span = view.words.span(at - size, at)
            return Speaker(span.of(view.chars), named.id, span)
    return None


def _named(desk: Desk, tab: Table, views: list[Stretch]) -> Speaker | None:
    """The state that a statement names most, when it speaks in the first person."""
    if not any(word in tab.own for view in views for word in view.words.low):
        return None
    states = Counter(
        state
        for view in views
        for at, word in enumerate(view.words.low)
        if (state := tab.demonyms.get(word)) and view.capital(at) and not (at and view.capital(at - 1))
    )
    known = actor(desk.page.know, states.most_common(1)[0][0]) if states else None
    return Speaker(known.names.preferred(desk.language.code), known.id) if known else None
