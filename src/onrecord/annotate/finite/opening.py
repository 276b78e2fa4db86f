"""Whether reported words begin at a token, without marks of quotation, where finite verbs are known by their form.

Lives here: clauses with an opening word that are none, clauses without one, and those after whoever is told. Not here:
where a clause ends (``clauses``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.reading import Reading

ADVERBIAL = 12
ADDRESSEE = 6
TIME = 4  # tokens of a phrase of time ("earlier this week")


def is_relative(reading: Reading, cue: Cue, end: int, at: int) -> bool:
    """ "announced a rule that requires": the cue has an object, and what looks like a content clause belongs to it."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if at == end or not lex.bare or low[cue.first] in lex.addressed or _is_time(reading, end):
        return False
    if low[end] in lex.determiners:
        return True
    if any(low[i] in lex.determiners for i in range(end, at)) and low[end] in lex.infinitive:
        return True
    return low[at] not in lex.plain or not (
        low[end] in lex.stops
        or low[end] in lex.syntax.adverbials
        or lex.is_auxiliary(low[end])
        or low[end] in lex.times
        or not view.is_word(end)
    )


def opens_bare_after(reading: Reading, cue: Cue, end: int, at: int) -> bool:
    """True when a clause without an opening word begins at token ``at``: right after the cue that ends at ``end``,
    after a day, or after the one who is told."""
    if 0 < at - end < ADDRESSEE and opens_after_addressee(reading, end, at, cue):
        return True
    lex, before = reading.lex, reading.view.words.low[at - 1]
    later = at > end and (before in lex.times or (before in lex.syntax.adverbials and reading.view.capital(at)))
    return (at == end or later) and opens_bare(reading, at, cue)


def opens_bare(reading: Reading, at: int, cue: Cue) -> bool:
    """True when a clause without an opening word may start at token ``at``: a pronoun after any cue, a noun phrase
    after those of ``Speech.bare`` and, where finite verbs are known, after any cue when such a verb follows."""
    view, lex = reading.view, reading.lex
    word, cue_word = view.words.low[at], view.words.low[cue.first]
    if cue_word in lex.addressed:
        return False
    after = view.words.low[at + 1] if at + 1 < reading.period.end else "."
    if word in lex.pronouns or word in lex.first or word in lex.neuter:
        return after != ":" and after not in lex.stops and not _is_time(reading, at)
    if _is_time(reading, at):
        return False
    if word in lex.syntax.empty or (word in lex.syntax.quantifiers and lex.is_auxiliary(word)):
        return _has_finite(reading, at)
    if not view.is_word(at) or word in lex.times or lex.is_auxiliary(word):
        return False
    if word in lex.stops or word in lex.according or (word in lex.syntax.verbs and not view.capital(at)):
        return False
    if cue_word in lex.bare:
        return True
    return _has_finite(reading, at)


def _is_time(reading: Reading, at: int) -> bool:
    """True for a phrase of time before an opening word ("said this morning that"): the clause begins behind it."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    for look in range(at, min(reading.period.end - 1, at + TIME)):
        if low[look] in lex.syntax.durations or low[look] in lex.times:
            return lex.opens_clause(low[look + 1]) or low[look + 1] in lex.stops or not view.is_word(look + 1)
        if low[look] not in lex.determiners and low[look] not in lex.syntax.adverbials:
            return False
    return False


def opens_after_addressee(reading: Reading, begin: int, at: int, cue: Cue) -> bool:
    """ "told reporters he would", "told him the rule was": a clause after the one who is told."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if low[cue.first] not in lex.addressed or not view.is_word(at):
        return False
    if low[at] in lex.alone and low[at] not in lex.syntax.persons:
        return low[at - 1] not in lex.stops or at - begin > 1
    if at - begin == 1 and low[begin] in lex.syntax.told:
        return _has_finite(reading, at)
    return (
        low[at] in lex.determiners
        and low[at - 1] not in lex.stops
        and low[at - 1] not in lex.joins
        and _has_finite(reading, at)
    )


def _has_finite(reading: Reading, begin: int) -> bool:
    """True when a noun phrase and a finite verb begin at a token, without a mark between them."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if lex.is_participle(low[begin]):
        return False
    for at in range(begin + 1, min(period.end, begin + ADVERBIAL)):
        if view.inside[at] or not view.is_word(at) or lex.opens_clause(low[at]) or low[at] in lex.syntax.relatives:
            return False
        if low[at] in lex.syntax.finite:
            return low[at - 1] not in lex.pronouns and low[at - 1] not in lex.first
        if (
            at - begin > 1
            and not view.capital(at)
            and low[min(at + 1, period.end - 1)] not in lex.syntax.doers
            and is_past_form(lex, low, at)
        ):
            return True
    return False


def is_past_form(lex: Lexicon, low: list[str], at: int) -> bool:
    """True for a verb after a noun phrase: a cue's, or a past that no article or adverb makes an adjective."""
    if low[at] in lex.frames and low[at] not in lex.doubtful:
        return low[at].endswith("s") or low[at] in lex.syntax.pasts
    before = low[at - 1]
    return lex.is_past(low[at]) and before not in lex.determiners and not lex.is_auxiliary(before)
