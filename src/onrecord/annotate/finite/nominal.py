"""Nouns and adjectives that report: "Daro's warning that ...", "is confident that ...".

Lives here: the clause after such a word and whose it is. Not here: verbs (``agents``), where a clause ends
(``clauses``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Cue
from onrecord.annotate.finite import agents, clauses, subjects
from onrecord.annotate.reading import Reading
from onrecord.annotate.subjects import Tokens

POSSESSIVE = ("'s", "’s", "s'", "s’")
NEAR = 9


def read(reading: Reading, cue: Cue) -> None:
    """Record the clause that "that" opens after a noun or an adjective which reports."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if cue.end >= period.end - 2 or low[cue.end] not in lex.plain or view.inside[cue.first]:
        return
    if cue.end + 1 in reading.claimed:
        return
    owner = _of_adjective(reading, cue) if low[cue.first] in lex.syntax.attitudes else _of_noun(reading, cue)
    if owner is None and low[cue.first] in lex.syntax.attitudes:
        return
    clauses.clause(reading, (cue.end + 1, period.end), "noun/that", owner, cue, anonymous=owner is None)


def _of_adjective(reading: Reading, cue: Cue) -> Tokens | None:
    """ "X is confident", "X made it clear", "X felt sure": the subject of the verb before the adjective."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    at = cue.first - 1
    while at > period.first and (lex.is_auxiliary(low[at]) and low[at] not in lex.syntax.be):
        at -= 1
    at -= low[at] in lex.neuter and at - 1 > period.first
    if low[at] not in lex.syntax.be and low[at] not in lex.syntax.verbs and low[at] not in lex.frames:
        return reading.subject
    if low[at] not in lex.syntax.be and not lex.is_auxiliary(low[at]):
        return subjects.left_of(view, lex, at, period)
    return subjects.left_of(view, lex, at + 1, period)


def _of_noun(reading: Reading, cue: Cue) -> Tokens | None:
    """The possessor before the noun ("Daro's claim", "his claim"), else the subject of a verb that has it for its
    object ("X repeated the claim")."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    for at in range(cue.first - 1, max(period.first, cue.first - NEAR) - 1, -1):
        if low[at].endswith(POSSESSIVE):
            return subjects.phrase_before(view, lex, at + 1, period)
        if low[at] in lex.syntax.owners:
            return (at, at + 1)
        if low[at] in lex.syntax.be:
            return None
        if agents.is_verb(view, lex, at) or (low[at] in lex.frames and low[at] not in lex.syntax.nouns):
            if lex.is_participle(low[at]):
                return reading.subject or agents.clause_subject(reading, at)
            return subjects.left_of(view, lex, at, period)
        if not view.is_word(at):
            return None
    return None
    return None
