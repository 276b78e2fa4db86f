"""People introduced with an office of a state: whom a surname names later, where a name ends without capital letters.

Lives here: the last words of names behind an office of a state ("le ministre norvégien, M. Ola Sandberg"); in a script
without capitals those that stand again after a verb of saying or of stance ("وزير الخارجية التشيلي لوكاس فيغا … وهنأ
فيغا"), and no others. Not here: full names and capacities (``introductions``), whom a subject names (``naming``).
"""

from __future__ import annotations

from functools import cached_property

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.naming import Names
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.model import Speaker

OFFICE = 7  # tokens of an office with its state
LONGEST = 4  # tokens of a name
SHORTEST = 3  # letters of a surname
COMMA = 3  # tokens between an office and a name: a comma, "M."


class People:
    """The people of one stretch, read when asked for."""

    def __init__(self, view: Stretch, lex: Lexicon, tab: Table, names: Names) -> None:
        self._view, self._lex, self._tab, self._names = view, lex, tab, names

    @cached_property
    def _states(self) -> dict[str, str]:
        return _people(self._view, self._lex, self._tab, self._names)

    def surname(self, first: int, last: int) -> Speaker | None:
        """Somebody met before with his office, by the surname that tokens end with."""
        view, capitals = self._view, not self._tab.articles
        whole = all(view.capital(at) or not view.is_word(at) for at in range(first, last))
        if last - first > (LONGEST if capitals else 1) or (capitals and not whole):
            return None
        state = self._states.get(view.words.low[last - 1])
        span = self._view.words.span(first, last)
        return Speaker(span.of(self._view.chars), state, span) if state else None

    def name_end(self, first: int, *, addressed: bool, links: tuple[str, ...] = ()) -> int:
        """Where a name ends that stands at a token behind an office: one that comes again in the text or, of a verb
        that is ``addressed`` to somebody, has a state or an office behind it; one of several words without an article
        has a link of the verb behind it."""
        low = self._view.words.low
        end = _name_end(self._view, self._lex, self._tab, self._names, first)
        again = [at + 1 for at in range(first, end) if low[at] in self._states]
        if again or not addressed or end >= len(low):
            return again[-1] if again else first
        if low[end] in links and end - first > 1 and not low[first].startswith(self._tab.articles):
            return end
        whom = low[end] in self._tab.actors or self._names.inside(self._view.words.span(end, end + 1)) is not None
        return end if whom else first


def _people(view: Stretch, lex: Lexicon, tab: Table, names: Names) -> dict[str, str]:
    """The state of each surname, in small letters; of those that two states' people share, none."""
    low = view.words.low
    after = {low[at + 1] for at in range(len(low) - 1) if _is_verb(low[at], lex, tab)}
    found: dict[str, str] = {}
    shared: set[str] = set()
    for at in [i for i, word in enumerate(low) if word in tab.offices or word in tab.actors]:
        placed = _state(view, at, names)
        if placed is None:
            continue
        state, end = placed
        uncased = low[end : _name_end(view, lex, tab, names, end)] if tab.articles else []
        for name in uncased if tab.articles else _surnames(view, lex, tab, end):
            if len(name) < SHORTEST or (tab.articles and name not in after):
                continue
            if found.setdefault(name, state) != state:
                shared.add(name)
    return {name: state for name, state in found.items() if name not in shared}


def _surnames(view: Stretch, lex: Lexicon, tab: Table, first: int) -> list[str]:
    """The last word of a name of several in capital letters, behind an office and perhaps its comma."""
    low, at = view.words.low, first
    while at < len(low) and at - first < COMMA:
        dot = low[at] == "." and low[at - 1] in lex.honorifics  # any other ends a sentence
        if not (dot or low[at] == "," or low[at] in lex.honorifics):
            break
        at += 1
    end = at
    while end < min(at + LONGEST, len(view.words)) and view.is_word(end) and view.capital(end):
        end += 1
    return [low[end - 1]] if end - at > 1 and low[end - 1] not in tab.actors else []


def _name_end(view: Stretch, lex: Lexicon, tab: Table, names: Names, first: int) -> int:
    """Where the words end at token ``first`` that may be a name: before a small word, a verb, a state, an office."""
    low, end = view.words.low, first
    while end < min(first + LONGEST, len(low)) and view.is_word(end):
        word = low[end]
        small = word in lex.stops or word in lex.determiners or lex.opens_clause(word) or lex.is_auxiliary(word)
        if small or word in tab.actors or _is_verb(word, lex, tab) or names.inside(view.words.span(end, end + 1)):
            break
        end += 1
    return end


def _is_verb(word: str, lex: Lexicon, tab: Table) -> bool:
    return word in tab.act_starts or word in tab.lights or word in lex.frames


def _state(view: Stretch, at: int, names: Names) -> tuple[str, int] | None:
    """The state of the office at a token, and where the office ends: behind its state's name or adjective."""
    for end in range(at + 1, min(at + OFFICE, len(view.words))):
        if not view.is_word(end):
            return None
        named = names.inside(view.words.span(end, end + 1))
        if named is not None and named.actor is not None:
            return named.actor, end + 1
    return None
