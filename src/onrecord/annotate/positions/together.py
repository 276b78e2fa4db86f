"""Several actors that hold one stance together: "France, Germany and Italy oppose", "neither X nor Y", "مصر وفرنسا".

Lives here: from the tokens of a subject to its members. Not here: which actor a noun phrase names (``naming``), who
holds (``who``). A subject is cut only when every member names another actor of the packs: "the Ministry of Trade and
Industry" is one.
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.naming import Names
from onrecord.annotate.positions.subject import Tokens, head
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.model import Span, Speaker

LONGEST = 4  # tokens of a name
COMMAS = frozenset({",", "،", "、"})


class Together:
    """Cuts the subjects of one stretch. ``joined``: a conjunction that the language writes on to a word ("و")."""

    def __init__(self, view: Stretch, lex: Lexicon, tab: Table, names: Names, joined: tuple[str, ...]) -> None:
        self._view, self._lex, self._tab, self._names = view, lex, tab, names
        self._joined = joined
        self._links = tab.ands | tab.neithers | COMMAS

    def members(self, tokens: Tokens, floor: int) -> tuple[Speaker, ...]:
        """The actors of a subject, two or more, in order, from token ``floor`` on; empty for one."""
        first, last = self._back(tokens[0], floor), self._on(tokens[1])
        low = self._view.words.low
        apart = self._tab.ands | self._tab.neithers
        if apart.isdisjoint(low[first:last]) and not self._written_on(first, last):
            return ()
        each = [self._named(part) for part in self._parts(first, last)]
        found = tuple(who for who in each if who is not None)
        if len(found) < len(each) or len({who.actor for who in found}) < len(found) or len(found) < 2:
            return ()
        return found

    def _written_on(self, first: int, last: int) -> list[int]:
        """The tokens of a subject, its first aside, that name an actor after a conjunction written on."""
        low = self._view.words.low
        rows = [at for at in range(first + 1, last) if low[at].startswith(self._joined)] if self._joined else []
        return [at for at in rows if self._names.inside(self._view.words.span(at, at + 1)) is not None]

    def _parts(self, first: int, last: int) -> list[Tokens]:
        low = self._view.words.low
        cuts, at = [], first
        for end in range(first, last):
            if low[end] in self._links:
                cuts.append((at, end))
                at = end + 1
        cuts.append((at, last))
        for at in self._written_on(first, last):
            cuts = [piece for a, b in cuts for piece in ([(a, at), (at, b)] if a < at < b else [(a, b)])]
        return [(a, b) for a, b in cuts if b > a]

    def _named(self, part: Tokens) -> Speaker | None:
        """The actor of the packs that a member is."""
        first, last = head(self._view, self._lex, part)
        while first < last - 1 and self._view.words.low[first] in self._lex.openers:
            first += 1
        who = self._names.phrase(first, last)
        if self._joined and first > 0 and self._view.words.low[first].startswith(self._joined):
            span = self._view.words.span(first, last)
            named = self._names.inside(span)
            bare = Span(span.start + 1, span.end)
            who = Speaker(bare.of(self._view.chars), named.actor, bare) if named else who
        elif (who is None or who.actor is None) and self._joined:
            who = self._names.inside(self._view.words.span(first, last))
        return who if who is not None and who.actor is not None else None

    def _back(self, first: int, floor: int) -> int:
        """Where a subject begins that a comma was taken to open ("France, Germany and Italy")."""
        low = self._view.words.low
        while True:
            end = first
            while end > floor and low[end - 1] in self._links:
                end -= 1
            sizes = range(min(LONGEST, end - floor), 0, -1) if end < first else ()
            size = next((n for n in sizes if self._begins(end - n, end, floor)), 0)
            if not size:
                return first
            first = end - size

    def _begins(self, first: int, last: int, floor: int) -> bool:
        """True for the name of an actor, perhaps after an article, at the beginning of a clause or a list."""
        low, bare = self._view.words.low, first + (self._view.words.low[first] in self._lex.determiners)
        if bare >= last or self._names.known(bare, last) is None:
            return False
        before = low[first - 1] if first > floor else ""
        opens = before in self._links or before in self._lex.openers or self._lex.opens_clause(before)
        return not before or opens or not self._view.is_word(first - 1)

    def _on(self, last: int) -> int:
        """Where a subject ends that goes on after its first name ("rechazan X y Z el plan")."""
        low = self._view.words.low
        while last + 1 < len(low):
            start = last
            while start < len(low) and low[start] in self._links:
                start += 1
            bare = start + (start < len(low) and low[start] in self._lex.determiners)
            sizes = range(min(LONGEST, len(low) - bare), 0, -1) if last < start and low[last] not in COMMAS else ()
            size = next((n for n in sizes if self._names.known(bare, bare + n) is not None), 0)
            on = self._joined and start == last and low[last].startswith(self._joined)
            if size:
                last = bare + size
            elif on and self._names.inside(self._view.words.span(last, last + 1)) is not None:
                last += 1
            else:
                return last
        return last
