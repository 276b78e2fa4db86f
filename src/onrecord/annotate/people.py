"""The people met so far in one statement, by name and by title.

Lives here: ``Person``, and under which words one who was met is found again: the name, its last word, the title and
the words for an office in it. Not here: who a mention is (``cast``), how names and titles are compared (``keys``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.keys import key, last_word, title_ends
from onrecord.annotate.mention import Named
from onrecord.knowledge import Language
from onrecord.model import Evidence, Span, Speaker


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker resolved: ``name`` as the statement calls them in full, ids where the packs have them."""

    name: str
    actor: str | None = None
    capacity: str | None = None
    country: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def speaker(self, span: Span | None) -> Speaker:
        """This person as the speaker mentioned at ``span``."""
        return Speaker(self.name, self.actor, span)


class People:
    """Who was met, in the order they are met: of one name the first stays, of one title or surname the last."""

    def __init__(self) -> None:
        self._names: dict[str, Person] = {}
        self._titles: dict[str, Person] = {}
        self._tails: dict[str, Person] = {}

    def named(self, name: str) -> Person | None:
        """Who was met under just this name."""
        return self._names.get(key(name))

    def earlier(self, name: str) -> Person | None:
        """Who was met under a name; a single word may be a surname."""
        return self.named(name) or self._tails.get(key(name)) or self._surnamed(name)

    def _surnamed(self, name: str) -> Person | None:
        return None if " " in name else self._names.get(key(last_word(name)))

    def titled(self, title: str, language: Language | None) -> Person | None:
        """Who was met with a title, or with the office that is all that a mention says ("the spokesperson")."""
        return self._titles.get(key(title)) or self._titles.get(_bare_office(title, language))

    def keep(self, person: Person) -> None:
        """Have a person in the place of one of the same name."""
        self._names[key(person.name)] = person

    def remember(self, person: Person, mention: Named, language: Language | None) -> None:
        """A person met under a mention."""
        if mention.name:
            self._names.setdefault(key(person.name), person)
            if language is None or language.spaced:
                self._names[key(last_word(person.name))] = person
                self._tails.update((tail, person) for tail in _compound_tails(person.name, language))
        if mention.title and (mention.name or person.actor):
            self._titles[key(mention.title)] = person
            words = (*_offices_in(mention.title, language), *title_ends(mention.title, language))
            self._titles.update((word, person) for word in words)


def _compound_tails(name: str, language: Language | None) -> list[str]:
    """Surnames of several words that a name ends with: from a word in small letters on ("da Silva"), or from one that
    opens such a name ("عبد العاطي")."""
    words = name.split()
    compounds = language.speech.compounds if language else ()
    places = (i for i in range(1, len(words) - 1) if words[i] in compounds or words[i][:1].islower())
    return [key(" ".join(words[i:])) for i in places]


def _offices_in(title: str, language: Language | None) -> list[str]:
    """The words for an office in a title, by which it may be called again."""
    offices = language.speech.offices if language else ()
    if language is not None and not language.spaced:
        return [word for word in offices if title.endswith(word)]
    return [word for word in key(title).split(" ") if word in offices]


def _bare_office(title: str, language: Language | None) -> str:
    """A mention that is nothing but an office, without its article ("the spokesperson", "the prime minister")."""
    if language is None or not language.spaced:
        return ""
    words = [word for word in key(title).split(" ") if word not in language.speech.determiners]
    return " ".join(words) if words and words[-1] in language.speech.offices else ""
