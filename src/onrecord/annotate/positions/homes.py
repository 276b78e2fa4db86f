"""Whose a speech is, where nothing says whose its speaker is.

Lives here: the state that a speech names most. Not here: who holds a stance in it (``inflected_holder``), whom a page
speaks for (``sides``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.quotations import stretches
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.lookup import actor, actor_named, opens
from onrecord.model import Speaker

HEAD = 60  # words in which a speech says whose it is
HEADED = 5  # how often a state in the heading counts
FEW = 2  # of two states named so often at most, the first one counts
THRICE = 3
EVERY = 300  # words in which a speech says "we" once at least, and three times at all unless it is shorter
LEAST = 4  # letters of the stem of an adjective
EDGE_MARKS = ".,;:()«»“”\"'"
RELATING = "ск"  # in Russian adjectives of places
RUSSIAN = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
ROMANCE = ("", "s", "o", "a", "os", "as", "e", "es")


def home_of(desk: Desk) -> Speaker | None:
    """The state that a speech names most often, its people and its adjectives too, its heading counting for several:
    its speaker's, where nothing says whose he is; None when two are named as often, and in a text that hardly says "we"
    of itself (a report). Where a speech was given, and who is greeted first, says less."""
    said, chars = _said(desk), desk.section.statement.span.of(desk.page.chars)
    words = _words(_Key(desk.page.know, desk.language))
    ends = desk.language.stance.first_endings or ("\0",)
    ours = sum(n for word, n in said.items() if word.endswith(ends))
    ours += sum(said[word] for word in said.keys() & words.own)
    if said.total() >= EVERY and (ours < THRICE or ours * EVERY < said.total()):
        return None
    counts = _named(desk)
    for word in said.keys() & words.adjectives.keys():
        number = chars.count(f" {word}") if word in words.names else said[word]  # in small letters an adjective
        counts[words.adjectives[word]] += number
    ranked = counts.most_common(2)
    even = len(ranked) > 1 and ranked[0][1] == ranked[1][1] > FEW
    home = actor(desk.page.know, ranked[0][0]) if ranked and not even else None
    return Speaker(home.names.preferred(desk.language.code), home.id) if home else None


def _said(desk: Desk) -> Counter[str]:
    """The words of a statement outside quotations, in small letters, with their numbers."""
    said: Counter[str] = Counter()
    for language, paragraphs in stretches(desk.page, desk.section):
        view = desk.page.view(paragraphs, language)
        low = view.words.low
        said.update([word for at, word in enumerate(low) if not view.inside[at]] if view.quotes else low)
    return said


def _named(desk: Desk) -> Counter[str]:
    """How often each state is named by its name."""
    span, know = desk.section.statement.span, desk.page.know
    words = span.of(desk.page.chars).split()
    counts: Counter[str] = Counter()
    agents = frozenset(desk.language.stance.agents)
    begins = opens(know)
    headed = False
    heading = _heading(desk)
    for at in [at for at, word in enumerate(words) if not word[0].islower()]:
        if not begins[words[at].strip(EDGE_MARKS)]:
            continue
        near = [w.strip(EDGE_MARKS) for w in words[at : at + 3]]
        if not near[0][:1].isupper() and near[0][:1].lower() != near[0][:1].upper():
            continue
        for size in (3, 2, 1):
            known = actor_named(know, " ".join(near[:size]), desk.language.code)
            if known is not None and not agents.isdisjoint(w.strip(EDGE_MARKS) for w in words[max(0, at - 2) : at]):
                break  # "par la …": who did what is spoken of
            if known is not None and known.kind == "state":
                counts[known.id] += 1 if headed or at >= heading else HEADED
                headed = headed or at < heading
                break
    return counts


def _heading(desk: Desk) -> int:
    """How many of a speech's words stand before its text begins."""
    start = desk.section.statement.span.start
    body = next((block.span.start for block in desk.section.blocks if block.kind == "body"), start)
    return min(HEAD, len(desk.page.chars[start:body].split()))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a language: of one's own side, adjectives and words for a people with their states (of one that two
    states share, none), and those of them that are names of states too ("Noruega")."""

    own: frozenset[str]
    adjectives: dict[str, str]
    names: frozenset[str]


class _Key:
    """A Knowledge and a language as a cheap dictionary key."""

    def __init__(self, know: Knowledge, language: Language) -> None:
        self.know, self.language = know, language

    def __hash__(self) -> int:
        return hash((self.know.fingerprint, self.language.code))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and hash(other) == hash(self)


@lru_cache(maxsize=16)
def _words(key: _Key) -> _Words:
    stance, code = key.language.stance, key.language.code
    found: dict[str, str] = {}
    shared: set[str] = set()
    states = [one for pack in key.know.packs for one in pack.actors if one.kind == "state"]
    for one in states:
        listed = dict(one.adjectives.by_lang).get(code, ())
        for form in {bent for word in listed if len(word) > LEAST for bent in _forms(word.lower())}:
            if found.setdefault(form, one.id) != one.id:
                shared.add(form)
    names = frozenset(n.lower() for one in states for n in dict(one.names.by_lang).get(code, ()))
    own = frozenset((*stance.own, *stance.firsts))
    return _Words(own, {form: state for form, state in found.items() if form not in shared}, names)


def _forms(adjective: str) -> set[str]:
    """An adjective in its endings: Russian ones of places in -ский, Romance ones."""
    if RELATING in adjective:
        stem = adjective[: adjective.rfind(RELATING) + len(RELATING)]
        return {stem + ending for ending in RUSSIAN}
    bare = adjective.removesuffix("s")
    stem = bare[:-1] if bare[-1:] in "aeo" else bare
    return {adjective, *(stem + ending for ending in ROMANCE)}
