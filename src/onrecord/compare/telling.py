"""What tells two wordings apart in a language: negations, modal words, words of dates, names.

Lives here: tables built once for each language from ``knowledge``, and the marks of a stretch. Not here: the words
(``knowledge``), what differs (``differ``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.knowledge import Knowledge, Language, lexicons, lookup
from onrecord.knowledge.modality import CONTRACTIONS, MODALS
from onrecord.model import Span
from onrecord.text.fold import forms, primary
from onrecord.text.match import Matcher
from onrecord.text.named import actors_in

Told = Literal["negation", "modal", "date", "refusing", "besides", "only", "also", "empty", "hedge", "saying"]
_STOPS = '\0\n.!?:。！？：؟“"«„'


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that tells, at a place: ``value`` is what must be equal on both sides (a rung, a month, "not")."""

    kind: Told
    value: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The tables of one language. ``shorter``: endings such as "n't" and the words they stand for.
    ``named`` gives the actors in a few words, ``names`` the one whose name they are, ``states`` the states with their
    places."""

    lang: str
    spaced: bool
    marks: Matcher[tuple[Told, str]]
    shorter: tuple[tuple[str, tuple[str, ...]], ...]
    named: Callable[[str], frozenset[str]]
    names: Callable[[str], str]
    states: Callable[[str], tuple[tuple[str, Span], ...]]

    def find(self, chars: str, span: Span) -> list[Mark]:
        """The words that tell in a stretch, in order."""
        return [Mark(kind, value, at) for at, (kind, value) in self.marks.find(chars, span)]

    def is_name(self, chars: str, at: int) -> bool:
        """True for a word whose capital stands for a name: inside a sentence, in a script that has capitals."""
        if not self.spaced or not chars[at].isupper():
            return False
        before = chars[max(0, at - 6) : at].rstrip(" \t\xa0")
        return bool(before) and before[-1] not in _STOPS


def telling(know: Knowledge, lang: str) -> Telling:
    """What tells in a language; for one we do not know only numbers and capitals do."""
    return _telling(_Key(know, lang))


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A Knowledge and a language as a cheap dictionary key."""

    know: Knowledge
    lang: str

    def __hash__(self) -> int:
        return hash((self.know.fingerprint, self.lang))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.know.fingerprint == self.know.fingerprint and other.lang == self.lang


@lru_cache(maxsize=16)
def _telling(key: _Key) -> Telling:
    know, lang = key.know, key.lang
    language, code = know.language(lang), primary(lang)

    @lru_cache(maxsize=5_000)
    def named(words: str) -> frozenset[str]:
        return frozenset(found.id for found in actors_in(know, words, Span(0, len(words)), lang))

    @lru_cache(maxsize=5_000)
    def names(words: str) -> str:
        """The actor whose name all of the words are, an article aside; "" when there is none."""
        found = actors_in(know, words, Span(0, len(words)), lang)
        rest = (words[: found[0].span.start] + words[found[0].span.end :]).strip(" .,") if len(found) == 1 else words
        return found[0].id if found and (not rest or rest.lower() == "the") else ""

    def states(words: str) -> tuple[tuple[str, Span], ...]:
        found = actors_in(know, words, Span(0, len(words)), lang)
        return tuple((one.id, one.span) for one in found if (a := lookup.actor(know, one.id)) and a.kind == "state")

    phrases = _phrases(language, code) if language else {}
    spaced = language.spaced if language else True
    return Telling(lang, spaced, Matcher(phrases), CONTRACTIONS.get(code, ()), named, names, states)


def _phrases(language: Language, code: str) -> dict[str, tuple[Told, str]]:
    """Phrase -> what it tells; months by number, so that "Jan." and "January" are one."""
    speech = language.speech
    found: dict[str, tuple[Told, str]] = dict.fromkeys((*speech.say, *speech.think), ("saying", ""))
    for number, names in enumerate(language.calendar.months, 1):
        found.update({name: ("date", f"month {number}") for name in names if name != "may"})
    for number, names in enumerate(language.calendar.weekdays):
        found.update({name: ("date", f"weekday {number}") for name in names if len(name) > 2 or not language.spaced})
    for rung, words in MODALS.get(code, ()):
        found.update({word: ("modal", str(rung)) for word in words})
    denying = lexicons.denying(code)
    hedges = denying.get("hedge", ())
    found.update({trap: ("empty", "") for trap in speech.traps if not trap.startswith(hedges or ("\0",))})
    for word in (*language.stance.negators, *denying.get("plain", ())):
        found[word] = ("negation", "".join(forms(word)) if not language.spaced else "not")
    for kind, told in _DENYING:
        found.update(dict.fromkeys(denying.get(kind, ()), (told, "no")))
    found.update(dict.fromkeys(denying.get("empty", ()), ("empty", "")))
    return found


_DENYING: tuple[tuple[str, Told], ...] = (
    ("only", "only"), ("lexical", "refusing"), ("besides", "besides"), ("also", "also"), ("hedge", "hedge"),
)  # fmt: skip
