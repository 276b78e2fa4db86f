"""Whom a stance is about, by the first actor that its target names.

Lives here: names and adjectives of states in a target, but not those inside a longer name. Not here: addressees beside
a verb (``who``), which actor some tokens name (``naming``).
"""

from __future__ import annotations

import unicodedata

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.naming import SUFFIXES, Names, plain
from onrecord.annotate.positions.subject import Tokens
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.lookup import actor
from onrecord.model import Speaker

LONGEST = 3  # tokens of a name


def named_in(
    desk: Desk, view: Stretch, lex: Lexicon, tab: Table, names: Names, target: Tokens, holder: str | None
) -> Speaker | None:
    """The first actor named in the tokens of a target who is not its ``holder`` (an actor's id); None for none."""
    for at in range(*target):
        if not view.capital(at) or _is_money(view, at + 1):
            continue
        for size in range(min(LONGEST, target[1] - at), 0, -1):
            body = names.known(at, at + size)
            if body is not None and (_goes_on(view, lex, tab, at + size) or _is_piece(desk, view, at)):
                break
            if body is not None and body.kind != "person" and body.id != holder:
                span = view.words.span(at, at + size)
                return Speaker(span.of(view.chars), body.id, span)
        state = tab.demonyms.get(plain(view.words.low[at]))
        if state is not None and state != holder and not _is_piece(desk, view, at):
            known = actor(desk.page.know, state)
            name = known.names.preferred(desk.language.code) if known else state
            return Speaker(name, state, view.words.span(at, at + 1))
    return None


def _goes_on(view: Stretch, lex: Lexicon, tab: Table, at: int) -> bool:
    """True when the name before token ``at`` is but the beginning of another ("X Courier", "X Police Service")."""
    if at >= len(view.words) or not view.is_word(at) or not view.capital(at) or at not in range(1, len(view.words)):
        return False
    word = plain(view.words.low[at])
    if view.words.low[at - 1].endswith(SUFFIXES) or word in lex.times or word in lex.stops:
        return False
    return not (word in tab.actors or word in tab.offices or word in tab.demonyms)


def _is_money(view: Stretch, at: int) -> bool:
    """True for the sign of a currency at token ``at``, written on to the one before ("US$50")."""
    words = view.words
    if at >= len(words) or words.starts[at] != words.ends[at - 1]:
        return False
    return unicodedata.category(words.low[at][0]) == "Sc"


def _is_piece(desk: Desk, view: Stretch, at: int) -> bool:
    """True for the name of a state behind a word of direction ("South X Sea")."""
    return at > 0 and view.capital(at - 1) and view.words.low[at - 1] in desk.language.speech.compass
