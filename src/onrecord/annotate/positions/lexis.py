"""Words of stance as look-up tables, for languages written without spaces.

Lives here: finding the longest listed word at a place, in constant time. Not here: the words (``knowledge.stance``),
what a word means in its clause (``unspaced``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from onrecord.knowledge.language import Language
from onrecord.knowledge.stance import StanceWord

T = TypeVar("T")


class Forms(Generic[T]):
    """Forms with what they stand for; ``at`` finds the longest one that begins at a place. Looked up by their first two
    signs, so that most places cost one look."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._rows = dict(rows)
        heads: dict[str, set[int]] = {}
        for form in self._rows:
            heads.setdefault(form[:2], set()).add(len(form))
        self._sizes = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in heads.items()}
        self.heads = frozenset(self._sizes)  # the first two signs of every form, or its only one

    def at(self, chars: str, place: int, end: int) -> tuple[str, T] | None:
        """The longest form in ``chars[place:end]`` from its beginning, with its value."""
        head, sizes, rows = chars[place : place + 2], self._sizes, self._rows
        if head in sizes:
            for size in sizes[head]:
                form = chars[place : place + size]
                if place + size <= end and form in rows:
                    return form, rows[form]
        single = head[:1]
        if single in sizes and place < end:
            return single, rows[single]
        return None

    def __contains__(self, form: str) -> bool:
        return form in self._rows


@dataclass(frozen=True, slots=True)
class Lexis:
    """The tables of one language. ``cues`` take a stance where they stand; ``acts`` (own measures) only after an actor;
    ``works`` only under a modality or in a directive. ``skips`` stand between a subject and its verb, ``preps`` open a
    phrase before the verb, ``purposes`` what the words before are for. ``traps``: longer words that hold a cue and are
    none. ``creeds``: objects that turn a verb of policy into support; ``work`` stands for one that is not listed.
    ``opens`` are all forms with which a verb phrase may open, ``takes`` the cues and acts of more than one sign."""

    cues: Forms[StanceWord]
    acts: Forms[StanceWord]
    works: Forms[StanceWord]
    skips: Forms[bool]
    preps: Forms[bool]
    negators: Forms[bool]
    unreal: Forms[bool]
    purposes: Forms[bool]
    traps: Forms[bool]
    boosts: frozenset[str]
    creeds: tuple[str, ...]
    work: StanceWord
    offices: Forms[bool]
    says: Forms[bool]
    heads: frozenset[str]
    opens: Forms[bool]
    takes: Forms[bool]
    maybes: Forms[bool]

    def begins(self, chars: str, place: int) -> bool:
        """Some listed form may begin at a place; False for most."""
        return chars[place : place + 2] in self.heads or chars[place] in self.heads


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A language as a cheap dictionary key: hashing all of its words would cost more than reading a page."""

    language: Language

    def __hash__(self) -> int:
        return hash(self.language.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.language is self.language


def lexis(language: Language) -> Lexis:
    """The tables of one language; built once."""
    return _built(_Key(language))


@lru_cache(maxsize=8)
def _built(key: _Key) -> Lexis:
    stance, speech = key.language.stance, key.language.speech
    cues: list[tuple[str, StanceWord]] = []
    acts: list[tuple[str, StanceWord]] = []
    works: list[tuple[str, StanceWord]] = []
    for word in stance.words:
        table = works if word.frame == "work" else acts if word.act == "announce" else cues
        table.extend((form, word) for form in word.forms)
    skips = {*stance.adverbs, *stance.boosts, *stance.hedges, *stance.maybes, *speech.openers, *speech.auxiliaries}
    plain = {*skips, *stance.before, *stance.negators, *(form for form, _ in (*cues, *acts))}
    said, done, worked = Forms(cues), Forms(acts), Forms(works)
    between, before, no = _listed(skips), _listed(stance.before), _listed(stance.negators)
    traps = _listed(t for t in stance.traps if t not in plain)
    parts = (said.heads, done.heads, worked.heads, between.heads, before.heads, no.heads, traps.heads)
    heads = frozenset().union(*parts)
    return Lexis(
        said,
        done,
        worked,
        between,
        before,
        no,
        _listed(stance.unreal),
        _listed(stance.purposes),
        traps,
        frozenset(stance.boosts),
        tuple(link for word in stance.words if word.frame == "work" for link in word.links),
        StanceWord((), "commit", "work"),
        _listed(speech.offices),
        _listed(w for w in speech.say if len(w) > 1),
        heads,
        _listed((*skips, *stance.before, *stance.negators, *(form for form, _ in (*cues, *acts, *works)))),
        _listed(form for form, _ in (*cues, *acts) if len(form) > 1),
        _listed(stance.maybes),
    )


def _listed(forms: Iterable[str]) -> Forms[bool]:
    return Forms((form, True) for form in forms)
