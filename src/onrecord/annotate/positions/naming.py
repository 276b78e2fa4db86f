"""Which political actor a noun phrase names, in languages that set words apart by spaces.

Lives here: ``Names``, from tokens to an actor, by names of the packs, adjectives of states, offices and generic nouns
("ministry", "union", "companies"); a scholar is no political actor. Not here: whose a voice is, pronouns, owners and
addressees (``who``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.alone import is_publisher, of_home
from onrecord.annotate.positions.holders import COMPANY, Desk, takes_positions
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.lookup import actor, actor_named, opens
from onrecord.knowledge.pack import Actor
from onrecord.model import Span, Speaker
from onrecord.text.named import actors_in

LONGEST_NAME = 5
OWNED = ("’s", "'s")
SUFFIXES = (*OWNED, "s’", "s'")


class Names:
    """Reads the noun phrases of one stretch."""

    def __init__(self, desk: Desk, view: Stretch, lex: Lexicon, tab: Table) -> None:
        self._desk = desk
        self._view = view
        self._lex = lex
        self._tab = tab
        self._named: dict[str, Actor | None] = {}
        self._phrases: dict[tuple[int, int], Speaker | None] = {}
        self._abroad: dict[str, bool] = {}
        self._opens = opens(desk.page.know)

    def phrase(self, first: int, last: int) -> Speaker | None:
        """The political actor of a noun phrase; several rules ask for the same one."""
        if (first, last) not in self._phrases:
            self._phrases[first, last] = self._read(first, last)
        return self._phrases[first, last]

    def _read(self, first: int, last: int) -> Speaker | None:
        view, tab = self._view, self._tab
        low = [plain(w) for w in view.words.low[first:last]]
        outside = self._outside(first, low)
        if outside and (low[-1] not in tab.actors or (_one(low[-1], tab.offices) and tab.ands.isdisjoint(outside))):
            return None
        begin = first
        while begin < last - 1 and view.words.low[begin] in self._lex.determiners:
            begin += 1
        span = view.words.span(begin, last)
        words = span.of(view.chars)
        bare = _unelided(words)
        if bare != words and self._desk.language.stance.infinitives:
            span, words = Span(span.end - len(bare), span.end), bare
            low[begin - first] = _unelided(low[begin - first])
        whole = self._look(words)
        if whole is not None and (takes_positions(whole) or whole.kind == COMPANY):
            return Speaker(words, whole.id, view.words.span(first, last))
        nouns = [w for w in low if w in tab.actors and w not in tab.demonyms]
        apart = bool(outside) or (bool(nouns) and tab.seats.issuperset(nouns))
        state = None if apart else self.state(begin, last)
        people = low[-1] in tab.demonyms and view.capital(last - 1)
        if people or any(w in tab.actors for w in low):
            if state is None and not apart and self._desk.language.stance.infinitives:
                named = self.inside(span)
                state = named.actor if named is not None else None
            if (
                state is None
                and not apart
                and any(view.capital(i) and plain(view.words.low[i]) in tab.offices for i in range(begin, last))
            ):
                state = self._desk.section.cast.person(span, self._desk.language).country
            home = self._desk.section.cast.home
            if state is None and not apart and of_home(view, self._lex, tab, begin, last, self._abroad, home):
                state = home
            return Speaker(words, state, view.words.span(first, last))
        if not apart and self._joined(begin, last):
            return Speaker(words, None, view.words.span(first, last))
        if last - begin == 1 and words.isupper() and len(words) > 1 and words.replace("-", "").isalpha():
            section = self._desk.section
            if state is None and is_publisher(self._desk.page.know, section.statement.publisher, words):
                state = section.cast.home
            return Speaker(words, state, view.words.span(first, last))
        if all(view.capital(i) or not view.is_word(i) for i in range(begin, last)) and last - begin <= LONGEST_NAME:
            person = self._desk.section.cast.person(span, self._desk.language)
            if person.country or (whole is not None and whole.kind == "person"):
                return Speaker(
                    words, person.country or (whole.country if whole else None), view.words.span(first, last)
                )
            if state is not None:
                return Speaker(words, state, view.words.span(first, last))
        return None

    def _joined(self, first: int, last: int) -> bool:
        """True for names of several actors with a conjunction between them ("Lusenia and Teshar")."""
        low, starts = self._view.words.low, [first]
        for at in range(first, last):
            if low[at] in self._tab.ands | self._tab.neithers or low[at] == ",":
                starts.append(at + 1)
        if len(starts) < 2:
            return False
        ends = [*(at - 1 for at in starts[1:]), last]
        parts = [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
        return len(parts) > 1 and all(self._named_by(a, b) for a, b in parts)

    def _named_by(self, first: int, last: int) -> bool:
        known = self.known(first + (self._view.words.low[first] in self._lex.determiners and last - first > 1), last)
        return known is not None and takes_positions(known)

    def _outside(self, first: int, low: list[str]) -> list[str]:
        """The tokens from the last noun of someone outside politics; none from that in "Industry Minister" or "Ministry
        of Industry"."""
        tab, view = self._tab, self._view
        bodies = [i for i, w in enumerate(low) if w in tab.actors and w not in tab.seats and view.capital(first + i)]
        for at in range(len(low) - 1, -1, -1):
            if low[at] in tab.not_actors:
                titled = view.capital(first + at) and (at + 1 in bodies or any(i < at for i in bodies))
                if not titled:
                    return low[at:]
        return []

    def state(self, first: int, last: int) -> str | None:
        """The state that a name or an adjective in the tokens stands for."""
        low = self._view.words.low
        for at in range(first, last):
            state = self._tab.demonyms.get(plain(low[at]))
            if state is not None and self.may_name(at):
                return state
            if not self.may_name(at):
                continue
            for size in range(min(4, last - at), 0, -1):
                named = self.known(at, at + size)
                if named is not None and takes_positions(named):
                    return named.id if named.kind == "state" else (named.country or named.id)
        return None

    def may_name(self, at: int) -> bool:
        """True for a capital letter, and for any letter of a script that has none."""
        initial = self._view.initial(at)
        return self._view.capital(at) or (initial.isalpha() and initial.lower() == initial.upper())

    def known(self, first: int, last: int) -> Actor | None:
        """The actor of the packs that the tokens as a whole name."""
        words = self._view.words
        return self._look(self._view.chars[words.starts[first] : words.ends[last - 1]])

    def _look(self, words: str) -> Actor | None:
        bare = plain(_unelided(words)) if "'" in words or "’" in words else words
        if not self._opens[bare.partition(" ")[0]]:
            return None
        if bare not in self._named:
            self._named[bare] = actor_named(self._desk.page.know, bare, self._desk.language.code)
        return self._named[bare]

    def inside(self, span: Span) -> Speaker | None:
        """The first state or body that words name in any inflection ("французское", "à Alger"); for languages that
        inflect names and their adjectives."""
        code, know, chars = self._desk.language.code, self._desk.page.know, self._view.chars
        found = actors_in(know, chars, span, code)
        for article in self._tab.articles if not found else ():
            bare = Span(min(span.start + len(article), span.end), span.end)
            if len(bare) > 0 and chars.startswith(article, span.start) and " " not in bare.of(chars):
                found = actors_in(know, chars, bare, code)
        for one in found:
            known = actor(self._desk.page.know, one.id)
            if known is not None and takes_positions(known):
                return Speaker(one.span.of(self._view.chars), one.id, one.span)
        return None


def _unelided(words: str) -> str:
    """Without an article or preposition written on to the first word ("l’Alpine")."""
    return words[2:] if len(words) > 3 and words[1] in "’'" and words[0] in "lLdD" else words


def plain(word: str) -> str:
    """A word without the ending of a possessor."""
    if word.endswith(OWNED):
        for suffix in OWNED:
            word = word.removesuffix(suffix)
    return word


def _one(word: str, nouns: frozenset[str]) -> bool:
    """True for a noun of the set or its plural."""
    return word in nouns or word.removesuffix("s") in nouns
