"""Whose page a stretch of words is, when it says "we" and nobody is named as its voice.

Lives here: the state of the publisher, else the actor that stands as a subject or is named most often. Not here: the
voices of a page that names them (``holders``), who answers under bare labels (``answering``).
"""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.positions.holders import Desk, takes_positions
from onrecord.annotate.positions.naming import SUFFIXES, Names
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.lookup import actor
from onrecord.model import Speaker

NAME = 4  # tokens of a name


def of_page(desk: Desk, view: Stretch, tab: Table, names: Names) -> Speaker | None:
    """The state that the publisher speaks for, else the one that stands most often as a subject, else the one named
    most; None when there is none of these."""
    home = actor(desk.page.know, desk.section.cast.home or "")
    if home is not None:
        return Speaker(home.names.preferred(desk.language.code), home.id)
    return _subject(view, tab, names, frozenset(desk.language.speech.compass)) or _named(desk, view, tab)


def _subject(view: Stretch, tab: Table, names: Names, compass: frozenset[str]) -> Speaker | None:
    """The state or body that most often stands before a verb; "New X" and "South X" are no X."""
    low, found = view.words.low, Counter[str]()
    first: dict[str, Speaker] = {}
    for at in [i for i, word in enumerate(low) if word in tab.starts or word in tab.passives]:
        if not at or not view.capital(at - 1) or low[at - 1].endswith(SUFFIXES):
            continue
        for size in range(min(NAME, at), 0, -1):
            named = names.known(at - size, at)
            piece = at > size and view.capital(at - size - 1) and low[at - size - 1] in compass
            if named is not None and takes_positions(named) and not piece:
                found[named.id] += 1
                span = view.words.span(at - size, at)
                first.setdefault(named.id, Speaker(span.of(view.chars), named.id, span))
                break
    return first[found.most_common(1)[0][0]] if found else None


def _named(desk: Desk, view: Stretch, tab: Table) -> Speaker | None:
    """The state that the stretch names most, when it speaks in the first person."""
    low = view.words.low
    if not any(word in tab.own for word in low):
        return None
    states = Counter(s for at, w in enumerate(low) if (s := tab.demonyms.get(w)) and view.capital(at))
    known = actor(desk.page.know, states.most_common(1)[0][0]) if states else None
    return Speaker(known.names.preferred(desk.language.code), known.id) if known else None
