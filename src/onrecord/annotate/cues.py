"""Reporting words of a language, ready for look-up.

Lives here: the lexicon built from ``Speech`` once, and finding cues among tokens. Not here: what a cue reports.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, Literal

from onrecord.annotate.words import Words, fold
from onrecord.knowledge.language import Calendar, Speech

ON = "…"  # at the end of a phrase: its last word is written on to the next one
Frame = Literal["say", "think", "stance", "voice", "act", "noun", "according"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase: tokens ``[first, end)``."""

    first: int
    end: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class Grammar:
    """``Syntax`` as sets."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    be: frozenset[str]
    moods: frozenset[str]
    relatives: frozenset[str]
    persons: frozenset[str]
    papers: frozenset[str]
    infinitive_links: frozenset[str]
    subordinators: frozenset[str]
    nominal: frozenset[str]
    attitudes: frozenset[str]
    owners: frozenset[str]
    told: frozenset[str]
    articles: frozenset[str]
    pasts: frozenset[str]
    wants: frozenset[str]
    adverbials: frozenset[str]
    objects_of: frozenset[str]
    finite: frozenset[str]
    empty: frozenset[str]
    cuts: frozenset[str]
    perfect: frozenset[str]
    quantifiers: frozenset[str]
    ready: frozenset[str]
    speakers: frozenset[str]
    adjectival: frozenset[str]
    counting: frozenset[str]
    objective: frozenset[str]
    doers: frozenset[str]
    possessors: frozenset[str]
    collectives: frozenset[str]
    manner: frozenset[str]
    displays: frozenset[str]
    conjoins: frozenset[str]
    similes: frozenset[str]
    studies: frozenset[str]
    naming: frozenset[str]
    durations: frozenset[str]
    origins: frozenset[str]
    refuses: frozenset[str]
    tellings: frozenset[str]
    givings: frozenset[str]
    told_things: frozenset[str]
    posts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Days:
    """``Calendar`` as sets of single words, as texts are read: ``alone`` name a day by themselves ("hier")."""

    months: frozenset[str]
    alone: frozenset[str]
    leads: frozenset[str]
    tails: frozenset[str]
    joins: frozenset[str]
    ordinals: frozenset[str]
    years: frozenset[str]
    firsts: frozenset[str]
    ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``Speech`` as sets; ``according`` and ``traps`` by first word; ``times`` are names of days, ``starts``
    the words that a cue, a phrase or a trap may begin with."""

    frames: dict[str, Frame]
    syntax: Grammar
    acts: frozenset[str]
    alone: frozenset[str]
    doubtful: frozenset[str]
    pronouns: frozenset[str]
    offices: frozenset[str]
    complementizers: frozenset[str]
    auxiliaries: frozenset[str]
    stops: frozenset[str]
    determiners: frozenset[str]
    openers: frozenset[str]
    honorifics: frozenset[str]
    according: dict[str, tuple[tuple[str, ...], ...]]
    traps: dict[str, tuple[tuple[str, ...], ...]]
    joins: frozenset[str]
    adverbs: tuple[str, ...]
    objects: frozenset[str]
    bare: frozenset[str]
    addressed: frozenset[str]
    plain: frozenset[str]
    participles: tuple[str, ...]
    first: frozenset[str]
    drops_subject: bool
    times: frozenset[str]
    subject_after: bool
    starts: frozenset[str]
    neuter: frozenset[str]
    infinitive: frozenset[str]
    blame: frozenset[str]
    prepositions: frozenset[str]
    infinitives: tuple[str, ...]
    passives: frozenset[str]
    reflexives: tuple[str, ...]
    inverts: bool
    heads: frozenset[str]
    past: tuple[str, ...]
    seconds: frozenset[str]
    likewise: frozenset[str]
    first_endings: tuple[str, ...]
    comma_before: bool
    records: frozenset[str]
    things: frozenset[str]
    relatives: frozenset[str]
    attached: tuple[str, ...]
    impersonal: tuple[str, ...]
    oblique: tuple[str, ...]
    indefinites: frozenset[str]
    remote: frozenset[str]
    outlets: frozenset[str]
    contrasts: frozenset[str]
    again: tuple[str, ...]
    pasts: tuple[str, ...]
    hosts: frozenset[str]
    days: Days

    def opens_clause(self, word: str) -> bool:
        """True for a word that opens a content clause, elided forms ("qu'il") too."""
        if word in self.complementizers:
            return True
        return ("'" in word or "’" in word) and _elided(word) in self.complementizers

    def reaches(self, word: str) -> bool:
        """True for an opening word that may stand apart from its cue ("said on Monday that"), unlike "how" or "if"."""
        return not self.inverts or word in self.plain or _elided(word) != word

    def is_own(self, word: str) -> bool:
        """True for a verb in the first person."""
        return word in self.first or (bool(self.first_endings) and word.endswith(self.first_endings))

    def is_person(self, word: str) -> bool:
        """True for a pronoun that may be a subject."""
        return word in self.pronouns or word in self.first or word in self.neuter

    def is_determiner(self, word: str) -> bool:
        """True for a word that opens a noun phrase, alone or written on to it ("l'association")."""
        return word in self.determiners or (self.inverts and _elided(word) in self.determiners)

    def is_join(self, word: str) -> bool:
        """True for a preposition inside a noun phrase, alone or written on to its noun ("d'Europe")."""
        return word in self.joins or (self.inverts and _elided(word) in self.joins)

    def is_infinitive(self, word: str) -> bool:
        """True for a word that ends as an infinitive does."""
        return len(word) > 3 and bool(self.infinitives) and word.endswith(self.infinitives)

    def is_participle(self, word: str) -> bool:
        """True for a cue that goes on with the subject before it ("adding")."""
        return word in self.frames and bool(self.participles) and word.endswith(self.participles)

    def is_past(self, word: str) -> bool:
        """True for a word that ends as past forms do, known as a verb or not."""
        return bool(self.pasts) and word.endswith(self.pasts)

    def is_auxiliary(self, word: str) -> bool:
        """True for what may stand between a subject and its cue."""
        if word in self.auxiliaries:
            return True
        adverb = len(word) > 4 and bool(self.adverbs) and word.endswith(self.adverbs)
        if adverb and word[1] in "'’":  # "l'engagement": a noun
            return False
        return adverb and word not in self.syntax.speakers and word not in self.syntax.nouns


def _elided(word: str) -> str:
    for mark in ("'", "’"):
        head, found, _ = word.partition(mark)
        if found:
            return head + "'"
    return word


@lru_cache(maxsize=32)
def lexicon(speech: Speech, calendar: Calendar) -> Lexicon:
    """The lexicon of one language; built once."""
    speech = _folded(speech)
    frames: dict[str, Frame] = dict.fromkeys(speech.voice, "voice")
    frames.update(dict.fromkeys(speech.stance, "stance"))
    frames.update(dict.fromkeys(speech.think, "think"))
    frames.update(dict.fromkeys(speech.say, "say"))
    according, traps = _phrases(speech.according), _phrases(speech.traps)
    return Lexicon(
        frames,
        Grammar(**{f.name: frozenset(getattr(speech.syntax, f.name)) for f in fields(Grammar)}),
        frozenset(speech.acts) - frozenset(frames) if speech.syntax.verbs else frozenset(),
        frozenset((*speech.pronouns, *speech.first, *speech.neuter)) - frozenset(speech.determiners),
        frozenset((*speech.doubtful, *(w for w in frames if speech.past and w.endswith(speech.past)))),
        frozenset(speech.pronouns),
        frozenset(speech.offices),
        frozenset(speech.complementizers),
        frozenset(speech.auxiliaries),
        frozenset(speech.stops),
        frozenset(speech.determiners),
        frozenset(speech.openers),
        frozenset(speech.honorifics),
        according,
        traps,
        frozenset(speech.joins),
        speech.adverbs,
        frozenset(speech.objects),
        frozenset(speech.bare),
        frozenset(speech.addressed),
        frozenset(speech.plain),
        speech.participles,
        frozenset(speech.first),
        speech.drops_subject,
        frozenset(fold(w, speech.folds) for forms in calendar.weekdays for w in forms),
        speech.subject_after,
        frozenset((*frames, *according, *traps, *_more(speech))),
        frozenset(speech.neuter),
        frozenset(speech.infinitive),
        frozenset(speech.blame),
        frozenset(speech.prepositions),
        speech.infinitives,
        frozenset(speech.passives),
        speech.reflexives,
        speech.inverts,
        frozenset(speech.heads),
        speech.past,
        frozenset(speech.seconds),
        frozenset(speech.likewise),
        speech.first_endings,
        speech.comma_before,
        frozenset(speech.records),
        frozenset(speech.things),
        frozenset(speech.relatives),
        speech.attached,
        speech.impersonal,
        speech.oblique,
        frozenset(speech.indefinites),
        frozenset(speech.remote),
        frozenset(speech.outlets),
        frozenset(speech.contrasts),
        speech.again,
        speech.syntax.past_endings,
        frozenset(speech.hosts),
        _days(calendar, speech.folds),
    )


def _days(calendar: Calendar, folds: tuple[tuple[str, str], ...]) -> Days:
    def words(*lists: tuple[str, ...]) -> frozenset[str]:
        return frozenset(fold(word, folds) for row in lists for phrase in row for word in phrase.split())

    weekdays, months = words(*calendar.weekdays), words(*calendar.months)
    alone = words(tuple(word for word, _ in calendar.relative if " " not in word))
    leads, tails, years = words(calendar.leads), words(calendar.tails), words(calendar.year_tails)
    joins = words(calendar.of_month, calendar.of_year)
    ends = weekdays | months | alone | tails | years
    return Days(months, alone, leads, tails, joins, words(calendar.ordinals), years, leads | weekdays | alone, ends)


def _more(speech: Speech) -> tuple[str, ...]:
    """Words that report where finite verbs are known: nouns and adjectives before "that", acts beside a quotation."""
    syntax = speech.syntax
    return (*syntax.nominal, *syntax.attitudes, *speech.acts) if syntax.verbs else ()


def _folded(speech: Speech) -> Speech:
    """The words as ``words.folded`` writes those of a text."""
    if not speech.folds:
        return speech
    lists: dict[str, Any] = {}
    for field in fields(speech):
        words = getattr(speech, field.name)
        if isinstance(words, tuple) and field.name not in ("folds", "marks"):
            lists[field.name] = tuple(fold(word, speech.folds) for word in words)
    return replace(speech, **lists)


def _phrases(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in table.items()}


def phrase_at(words: Words, at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens a known phrase covers at ``at``, without the one its last word is written on to; 0 for none."""
    low = words.low
    for phrase in table.get(low[at], ()):
        size = len(phrase)
        last = low[at + size - 1] if at + size <= len(low) else ""
        if low[at : at + size - 1] != [*phrase[:-1]]:
            continue
        if last == phrase[-1]:
            return size
        if phrase[-1].endswith(ON) and last.startswith(phrase[-1][:-1]) and last:
            return size - 1
    return 0


def find(words: Words, lex: Lexicon) -> list[Cue]:
    """Every cue of the tokens, in order. One look-up a token."""
    frames, according, traps = lex.frames, lex.according, lex.traps
    found: list[Cue] = []
    free = 0
    starts, low = lex.starts, words.low
    for at in [i for i, word in enumerate(low) if word in starts]:
        if at < free:
            continue
        word = low[at]
        if word in traps:
            free = at + phrase_at(words, at, traps)
            if free > at:
                continue
        if word in according:
            size = phrase_at(words, at, according)
            if size:
                found.append(Cue(at, at + size, "according"))
                continue
        frame = frames.get(word) or ("act" if word in lex.acts else None)
        if lex.syntax.nominal and _reports_as_noun(words, at, lex):
            frame = "noun"
        if frame is not None:
            found.append(Cue(at, at + 1, frame))
    return found


def _reports_as_noun(words: Words, at: int, lex: Lexicon) -> bool:
    """True for a noun or adjective that reports, before "that"; for a noun that is a verb too, after an article or a
    possessor ("the claim that")."""
    low = words.low
    if at + 1 >= len(low) or low[at + 1] not in lex.plain:
        return False
    if low[at] in lex.syntax.attitudes:
        return True
    if low[at] not in lex.syntax.nominal:
        return False
    before = low[at - 1] if at else ""
    if low[at] not in lex.frames or before in lex.determiners or before in lex.syntax.owners:
        return True
    if before.endswith(("'s", "’s", "s’")):
        return True
    if at < 2 or (low[at - 2] not in lex.determiners and low[at - 2] not in lex.syntax.owners) or before in lex.frames:
        return False
    return not low[at].endswith("s") and not before.endswith("s")
