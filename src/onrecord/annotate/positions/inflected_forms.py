"""Forms of stance words by what they show, for languages whose verbs show who speaks.

Lives here: the first person, infinitives, participles of a language, as its texts are read. Not here: reading
(``inflected``), the words (``Stance``).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from onrecord.annotate.words import fold
from onrecord.knowledge.language import Language

NEVER = ("\0",)


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms by what they show: the first person, infinitives, participles that need an auxiliary; ``tos`` open what an
    addressee is to do. ``inverts``: a subject may follow its verb."""

    language: Language
    firsts: frozenset[str]
    infinitives: frozenset[str]
    participles: frozenset[str]
    tos: frozenset[str]
    everybody: frozenset[str]
    possessives: frozenset[str]
    fors: frozenset[str]
    asides: frozenset[str]
    copulas: frozenset[str]
    purposes: frozenset[str]
    honorifics: frozenset[str]
    inverts: bool
    endings: tuple[str, ...]
    endings_of_gerunds: tuple[str, ...]
    ands: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """A language as a cheap dictionary key: hashing all of its words would cost more than reading a page."""

    language: Language

    def __hash__(self) -> int:
        return hash(self.language.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and other.language.stance is self.language.stance


@lru_cache(maxsize=8)
def forms_of(key: Key) -> Forms:
    """The forms of a language as its texts are read (``words.fold``); built once."""
    stance, folds = key.language.stance, key.language.speech.folds
    folded: dict[str, Any] = {
        one.name: _folded(getattr(stance, one.name), folds)
        for one in fields(stance)
        if folds and one.name not in ("words", "demonyms", "inverts", "pairs")
    }
    words = tuple(replace(w, forms=_folded(w.forms, folds), links=_folded(w.links, folds)) for w in stance.words)
    read = replace(stance, words=words, **folded)
    speech = replace(key.language.speech, offices=_folded(key.language.speech.offices, folds))
    return Forms(
        replace(key.language, stance=read, speech=speech),
        frozenset(read.firsts),
        frozenset(read.infinitives),
        frozenset(read.participles),
        frozenset(read.tos),
        frozenset(read.everybody),
        frozenset(read.possessives),
        frozenset(read.fors),
        frozenset(read.asides),
        frozenset(read.copulas),
        frozenset(read.purposes),
        frozenset(speech.honorifics),
        read.inverts,
        read.first_endings or NEVER,
        read.gerunds or NEVER,
        read.ands or NEVER,
    )


def _folded(words: tuple[str, ...], folds: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(fold(word, folds) for word in words) if folds else words
