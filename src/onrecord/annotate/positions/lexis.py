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
    """Forms with what they stand for; ``at`` finds the longest one that begins at a place."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._rows = dict(rows)
        heads: dict[str, set[int]] = {}
        for form in self._rows:
            heads.setdefault(form[0], set()).add(len(form))
        self._sizes = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in heads.items()}

    def at(self, chars: str, place: int, end: int) -> tuple[str, T] | None:
        """The longest form in ``chars[place:end]`` from its beginning, with its value."""
        for size in self._sizes.get(chars[place], ()):
            form = chars[place : place + size]
            if place + size <= end and form in self._rows:
                return form, self._rows[form]
        return None

    def __contains__(self, form: str) -> bool:
        return form in self._rows


@dataclass(frozen=True, slots=True)
class Lexis:
    """The tables of one language. ``cues`` take a stance where they stand; ``acts`` (own measures) only after an actor;
    ``works`` only under a modality or in a directive. ``skips`` stand between a subject and its verb, ``preps`` open a
    phrase before the verb, ``purposes`` what the words before are for. ``traps``: longer words that hold a cue and are
    none. ``creeds``: objects that turn a verb of policy into support; ``work`` stands for one that is not listed."""

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


@lru_cache(maxsize=8)
def lexis(language: Language) -> Lexis:
    """The tables of one language; built once."""
    stance, speech = language.stance, language.speech
    cues: list[tuple[str, StanceWord]] = []
    acts: list[tuple[str, StanceWord]] = []
    works: list[tuple[str, StanceWord]] = []
    for word in stance.words:
        table = works if word.frame == "work" else acts if word.act == "announce" else cues
        table.extend((form, word) for form in word.forms)
    skips = {*stance.adverbs, *stance.boosts, *stance.hedges, *speech.openers, *speech.auxiliaries}
    plain = {*skips, *stance.before, *stance.negators, *(form for form, _ in (*cues, *acts))}
    return Lexis(
        Forms(cues),
        Forms(acts),
        Forms(works),
        _listed(skips),
        _listed(stance.before),
        _listed(stance.negators),
        _listed(stance.unreal),
        _listed(stance.purposes),
        _listed(t for t in stance.traps if t not in plain),
        frozenset(stance.boosts),
        tuple(link for word in stance.words if word.frame == "work" for link in word.links),
        StanceWord((), "commit", "work"),
    )


def _listed(forms: Iterable[str]) -> Forms[bool]:
    return Forms((form, True) for form in forms)
