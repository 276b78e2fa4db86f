"""Words of stance that take none, in languages whose verbs show who speaks.

Lives here: what a relative clause says of its noun ("lo que tenemos que …"), what is said of "this", what a verb has
done to a pronoun, a preposition that takes a stance only right behind its holder. Not here: frames (``inflected``),
whom a subject names (``who``).
"""

from __future__ import annotations

from onrecord.annotate.positions.inflected_holder import Reading, Tokens, Verb, is_first
from onrecord.annotate.positions.table import Cue
from onrecord.knowledge.stance import StanceWord

REACH = 3  # tokens before a relative pronoun within which its noun's article stands


def restricts(reading: Reading, at: int) -> bool:
    """True for a verb right behind a relative pronoun whose noun or article stands before it ("la parte que nos …",
    "esto es lo que tenemos que …"); "we must" after a verb of saying is none."""
    low, lex, first = reading.view.words.low, reading.lex, reading.sentence.first
    pronoun = at - 1
    while pronoun > first and (low[pronoun] in reading.tab.clitics or lex.is_auxiliary(low[pronoun])):
        pronoun -= 1
    content = lex.opens_clause(low[pronoun])
    if pronoun <= first or low[pronoun] in reading.tab.ands or not (content or low[pronoun] in lex.relatives):
        return False
    if not content:
        return True
    near = range(max(first, pronoun - REACH + 1), pronoun)
    return low[pronoun - 1] in lex.determiners | reading.tab.clitics or (
        any(low[i] in lex.determiners for i in near) and not any(i in reading.verbs for i in near)
    )


def points(reading: Reading, subject: Tokens | None) -> bool:
    """True for a subject that only points ("esto es fundamental"): what it is about is not told."""
    if subject is None or subject[1] - subject[0] != 1:
        return False
    return reading.view.words.low[subject[0]] in reading.tab.pointers


def empty(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    """True for what one will do to a pronoun and no more ("lo vamos a seguir haciendo"), and for a feeling told only
    of oneself ("me siento orgullosa como …")."""
    low, first, last = reading.view.words.low, reading.sentence.first, reading.sentence.end
    ours = is_first(reading, low[cue.first])
    if word.act == "commit" and word.frame == "to" and ours and cue.first > first:
        return low[cue.first - 1] in reading.tab.clitics
    if word.act == "appeal" and ours and cue.end - cue.first == 1 and first < cue.first and after < last:
        awaited = low[cue.first - 1] in reading.tab.clitics  # "los esperamos mañana"
        return awaited and not reading.lex.opens_clause(low[after]) and not reading.lex.opens_clause(low[cue.end])
    return word.act == "welcome" and word.frame == "object" and after < last and low[after] in reading.tab.ends


def astray(reading: Reading, cue: Cue, around: Verb, after: int) -> bool:
    """True for a preposition of stance ("против") that does not stand right behind one actor by itself ("борьба
    против …"), or whose object is a state: states are set against one another in contests ("X против Y")."""
    low = reading.view.words.low
    if cue.end - cue.first > 1 or low[cue.first] not in reading.forms.language.stance.verbless:
        return False
    if after >= reading.sentence.end or reading.holders.is_state(after):
        return True
    if around.own:
        return around.subject is not None or not around.negated
    subject = around.subject
    return subject is None or subject[1] - subject[0] != 1 or low[subject[0]] in reading.tab.things
