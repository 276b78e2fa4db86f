"""Which targets that no pack knows as a measure are one: the rules that group them, by name.

Lives here: ``Grouping``, from the words of a target to what they are grouped by. Not here: how many texts a group needs
(``standing``), the words folded away (``languages``). Three rules, the first that finds company is taken:

- ``formulation``: but for a leading article the words are a form of a set formulation of the packs, in any language
- ``folded``: the words, but for case, leading articles and possessives, number, and the name of a state against its
  adjective ("the U.S. tariff" and "American tariffs")
- ``head``: so folded, up to the first preposition or clause, when two words or more are left ("unfair trade practices
  of China"); one word ("abuse of X") would join what is not alike
- ``mention``: the longest set formulation that stands in the words ("abuse of export controls"). Such a group is a
  topic: one may be for one target in it and against another, so it has no word of the scale

States stay apart: "Chinese tariffs" are never "American tariffs".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.knowledge import Knowledge
from onrecord.text import fold

Rule = Literal["formulation", "folded", "head", "mention"]
Key = tuple[Rule, str]
GROUPS = "targets/1"  # names these rules where their groups are kept: other rules, another number
_SHORTEST = 4  # letters of a Latin word whose final s may be a plural
_HEAD = 2
_MENTION = 8  # words of the longest formulation looked for inside a target
_WORDS = 100_000  # whose ending is remembered
_STATE = 4  # words of the longest name of a state
_LONGEST = 24  # words of a target that are read for its groups


@dataclass(frozen=True, slots=True)
class Grouping:
    """Words of all languages that are folded away or end a head, states by their names, formulations by folded form."""

    leads: frozenset[str]
    links: frozenset[str]
    states: dict[str, str]
    formulas: dict[str, str]
    lengths: dict[str, tuple[int, ...]]  # of states by their first word, longest first: most words begin none
    spans: dict[str, tuple[int, ...]]  # the same of formulations of two words or more
    plain: dict[str, str]  # words met already without their ending
    met: dict[str, tuple[Key, ...]]  # targets met already with what they are grouped by (``grouped``)

    def keys(self, words: str) -> tuple[Key, ...]:
        """What a target may be grouped by, the narrowest rule first; empty for marks alone."""
        read = self._folded(words)
        if not read:
            return ()
        whole = " ".join(read)
        found: list[Key] = [("formulation", self.formulas[whole])] if whole in self.formulas else []
        found.append(("folded", whole))
        cut = next((i for i, word in enumerate(read) if word in self.links), len(read))
        if cut >= _HEAD:
            found.append(("head", " ".join(read[:cut])))
        mentioned = self._mentioned(read)
        if mentioned:
            found.append(("mention", mentioned))
        return tuple(found)

    def _mentioned(self, read: list[str]) -> str:
        """The id of the longest formulation of two words or more inside; empty for none."""
        spans, most = self.spans, len(read)
        here = [(n, at) for at, word in enumerate(read) if word in spans for n in spans[word] if at + n <= most]
        for size, at in sorted(here, key=lambda one: (-one[0], one[1])):
            id = self.formulas.get(" ".join(read[at : at + size]))
            if id:
                return id
        return ""

    def _folded(self, words: str) -> list[str]:
        read = fold.forms(words)[:_LONGEST]
        while read and read[0] in self.leads:
            read = read[1:]
        if len(self.plain) > _WORDS:
            self.plain.clear()
        return self._with_states(read) if not self.lengths.keys().isdisjoint(read) else list(map(self._short, read))

    def _with_states(self, read: list[str]) -> list[str]:
        """Words with the names and adjectives of states as their codes; in Han text a name is several of them."""
        found, at = [], 0
        while at < len(read):
            sizes = self.lengths.get(read[at], ())
            size = next((n for n in sizes if " ".join(read[at : at + n]) in self.states), 0)
            found.append(self._short(self.states[" ".join(read[at : at + size])] if size else read[at]))
            at += size or 1
        return found

    def _short(self, word: str) -> str:
        short = self.plain.get(word)
        if short is None:
            short = self.plain[word] = self._plain(word)
        return short

    def _plain(self, word: str) -> str:
        """A word without the ending of its number: stems of Russian and Arabic, the final s of Latin words."""
        if word in self.links or word.isupper():
            return word
        if "\u0400" <= word[:1] < "\u0530":
            return fold.stem(word, "ru")
        if "\u0600" <= word[:1] < "\u0700":
            return fold.stem(word, "ar")
        return word[:-1] if len(word) >= _SHORTEST and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """Knowledge as a cheap dictionary key."""

    know: Knowledge

    def __hash__(self) -> int:
        return hash(self.know.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.know.packs is self.know.packs


def grouping(know: Knowledge) -> Grouping:
    """The rules over what is known, made once for each Knowledge."""
    return _made(_Known(know))


@lru_cache(maxsize=4)
def _made(known: _Known) -> Grouping:
    know = known.know
    stances = [language.stance for language in know.languages]
    leads = frozenset(
        word
        for one in stances
        for phrase in (*one.fillers, *one.theirs, *one.possessives, *one.pointers)
        for word in fold.forms(phrase)
        if " " not in phrase
    )
    links = frozenset(
        " ".join(fold.forms(phrase))
        for language, one in zip(know.languages, stances, strict=True)
        if language.spaced
        for phrase in (*language.speech.joins, *one.relatives, *language.speech.complementizers)
    )
    states = _states(know)
    made = Grouping(leads, links, states, {}, _sizes(states, 1, _STATE), {}, {}, {})
    forms = {
        " ".join(made._folded(form)): formula.id
        for pack in reversed(know.packs)
        for formula in pack.formulas
        for form in formula.forms.all()
    }
    return Grouping(leads, links, states, forms, made.lengths, _sizes(forms, 2, _MENTION), made.plain, made.met)


def _sizes(names: Iterable[str], least: int, most: int) -> dict[str, tuple[int, ...]]:
    """How many words the names have, longest first, by the first word of each."""
    found: dict[str, set[int]] = {}
    for name in names:
        words = name.split(" ")
        if least <= len(words) <= most:
            found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def _states(know: Knowledge) -> dict[str, str]:
    """The folded names and adjectives of states that are a word, or Han characters, with the code of the state."""
    found: dict[str, str] = {}
    for pack in know.packs:
        for actor in pack.actors:
            if actor.kind == "state":
                for name in (*actor.names.all(), *actor.adjectives.all()):
                    words = " ".join(fold.forms(name))
                    if len(words) > 1:
                        found[words] = actor.id if found.get(words, actor.id) == actor.id else ""
    return {words: id for words, id in found.items() if id}
