"""The subject of a stance verb, for languages that set words apart by spaces.

Lives here: from a verb to the tokens of its subject and what stands between: negation, modality, passive. Not here: who
the subject is (``who``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.clauses import HARD, Sentence
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch

LONGEST = 40
PARTICIPLE = 5  # letters that the form of a verb that goes on has more than ("speaking", not "king")
OPENING = frozenset('“"‘«„')
Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verb:
    """What surrounds a verb. ``subject`` are tokens or None; ``shared`` when it goes on with the subject before it
    ("and welcomes", ", vowing"); ``infinitive`` after "to"; ``gerund`` after a preposition; ``begin`` is where the verb
    group begins."""

    begin: int
    subject: Tokens | None
    negated: bool = False
    unreal: bool = False
    passive: bool = False
    shared: bool = False
    infinitive: bool = False
    gerund: bool = False
    noun: bool = False
    step: int = 0
    relative: bool = False


def around(view: Stretch, lex: Lexicon, tab: Table, at: int, sentence: Sentence, verbs: frozenset[int]) -> Verb:
    """The verb group that ends with token ``at`` and its subject."""
    low = view.words.low
    begin = at
    negated = unreal = passive = False
    step = 0
    wished = False
    inside = view.inside[at]
    if low[at] in tab.neithers and _is_second(view, tab, at, sentence):
        return Verb(at, None, shared=True)
    while begin > sentence.first:
        word = low[begin - 1]
        if begin - 2 >= sentence.first and f"{low[begin - 2]} {word}" in tab.negators:
            begin, negated = begin - 2, not negated
            continue
        if inside and view.inside[begin - 1] == inside and not view.is_word(begin - 1) and word in OPENING:
            begin -= 1
            inside = view.inside[begin - 1] if begin > sentence.first else 0
            continue
        if view.inside[begin - 1] != inside:
            break
        if word in tab.neithers and _is_second(view, tab, begin - 1, sentence):
            return Verb(begin - 1, None, not negated, unreal, passive, shared=True, step=step)
        if word in tab.negators:
            negated = not negated
        elif word in tab.unreal:
            unreal = not wished
        elif word in tab.boosts:
            step = 1
        elif word in tab.hedges:
            step = -1
        elif word in tab.passives:
            passive = passive or begin == at or low[begin] not in tab.passives or True
        elif word in tab.whens:
            lead = low[begin - 2] if begin - 2 > sentence.first else ""
            begin -= lead in lex.stops or lead in lex.determiners
        elif word in lex.infinitive and begin - 2 >= sentence.first and low[begin - 2] in tab.wishes:
            begin -= 1
            unreal = False
            wished = True
        elif not (lex.is_auxiliary(word) or word in tab.modals):
            break
        begin -= 1
    if begin <= sentence.first or view.inside[begin - 1] != inside:
        return Verb(begin, None, negated, unreal, passive, begin == at, step=step)
    word = low[begin - 1]
    if word in lex.infinitive:
        return Verb(begin - 1, None, negated, unreal, passive, infinitive=True, step=step)
    if word in lex.determiners or word.endswith(("'s", "’s")):
        return Verb(begin, None, noun=True)
    if word == "," or word in tab.joins or word in lex.openers:
        before = begin - 1
        while before > sentence.first and (low[before - 1] == "," or low[before - 1] in tab.joins):
            before -= 1
        apposed = _apposed(view, lex, tab, before, sentence, verbs) if word == "," else None
        return Verb(begin, apposed, negated, unreal, passive, shared=apposed is None, step=step)
    if word in tab.relatives:
        found = _phrase(view, lex, tab, begin - 1, sentence, verbs)
        return Verb(begin, found, negated, unreal, passive, step=step, relative=True)
    if word in lex.stops and not lex.opens_clause(word):
        return Verb(begin, None, negated, unreal, passive, gerund=True, step=step)
    if lex.opens_clause(word):
        found = _phrase(view, lex, tab, begin - 1, sentence, verbs)
        return Verb(begin, found, negated, unreal, passive, step=step, relative=True)
    found = _phrase(view, lex, tab, begin, sentence, verbs)
    unreal = unreal or (found is not None and found[0] > sentence.first and low[found[0] - 1] in tab.unreal)
    unreal = unreal or (found is not None and _is_inverted(view, tab, found[0], sentence))
    return Verb(begin, found, negated, unreal, passive, step=step)


def _is_inverted(view: Stretch, tab: Table, at: int, sentence: Sentence) -> bool:
    """True when a condition opens with its verb right before or at token ``at`` ("Had we opposed it, ...")."""
    low = view.words.low
    for verb in (at, at - 1):
        if verb >= sentence.first and low[verb] in tab.ifs and low[verb] not in tab.unreal:
            return verb == sentence.first or not view.is_word(verb - 1)
    return False


def _is_second(view: Stretch, tab: Table, at: int, sentence: Sentence) -> bool:
    """True for the second of two negations that share their subject ("neither supports nor opposes", "does not support
    nor oppose")."""
    return at - 1 > sentence.first and not tab.negators.isdisjoint(view.words.low[sentence.first : at])


def _phrase(
    view: Stretch, lex: Lexicon, tab: Table, end: int, sentence: Sentence, verbs: frozenset[int], *, loose: bool = False
) -> Tokens | None:
    """The noun phrase that ends before token ``end``, with its prepositional parts, back to the clause's beginning."""
    low = view.words.low
    inside = view.inside[end - 1] if end > sentence.first else 0
    at = end
    while at > sentence.first and end - at < LONGEST:
        word = low[at - 1]
        if word == ")":
            opening = next((i for i in range(at - 2, max(sentence.first, at - 8), -1) if low[i] == "("), None)
            if opening is None or opening <= sentence.first:
                break
            at = opening
            continue
        if view.inside[at - 1] != inside or word in HARD or word in (",", "(", '"'):
            break
        if word in lex.pronouns or word in tab.own or word in lex.neuter:
            return (at - 1, end) if at == end else (at, end)
        if (
            lex.opens_clause(word)
            or word in tab.turns
            or (word in lex.openers and word not in tab.ands and word not in tab.neithers)
        ):
            break
        if at < end and word in lex.frames and word not in lex.doubtful and not view.capital(at - 1):
            break
        if word in tab.passives or word in tab.modals or (word in lex.infinitive and at < end and low[at] in tab.deeds):
            break
        if at - 1 in verbs and not view.capital(at - 1) and _is_verb(view, lex, tab, at - 1, sentence.first):
            if low[at - 1] not in lex.frames and not loose:
                return None
            break
        at -= 1
    while (at < end and not view.is_word(at)) or (at < end and low[at] in lex.openers | tab.joins):
        at += 1
    at = _after_time(tab, low, at, end)
    if at < end and low[at] in lex.stops and low[at] not in lex.joins and low[at] not in tab.ands:
        return None
    return (at, end) if at < end else None


def _is_verb(view: Stretch, lex: Lexicon, tab: Table, at: int, first: int) -> bool:
    """True when a word that may be a noun stands as a verb, by what is beside it."""
    low = view.words.low
    if at + 1 < len(low) and (
        low[at + 1] in lex.determiners or low[at + 1] in lex.infinitive or lex.opens_clause(low[at + 1])
    ):
        return True
    if at > first and (low[at - 1] in lex.pronouns or low[at - 1] in tab.own or lex.is_auxiliary(low[at - 1])):
        return True
    return low[at] not in tab.bases and not low[at].endswith("s") and low[at] not in tab.nouns


def _after_time(tab: Table, low: list[str], at: int, end: int) -> int:
    """Where a noun phrase begins after a word of time that opens its clause ("this morning President X")."""
    times = [i for i in range(at, min(at + 4, end - 1)) if low[i] in tab.whens]
    return times[-1] + 1 if times else at


def _apposed(
    view: Stretch, lex: Lexicon, tab: Table, comma: int, sentence: Sentence, verbs: frozenset[int]
) -> Tokens | None:
    """ "X, the minister of Y, criticised", "X’s minister, N. N., speaking in Y, criticised": the noun phrase before the
    first of the commas."""
    low = view.words.low
    at = comma - 1
    while at > sentence.first and comma - at < LONGEST:
        if low[at] == ",":
            if lex.participles and len(low[at + 1]) > PARTICIPLE and low[at + 1].endswith(lex.participles):
                outer = _apposed(view, lex, tab, at, sentence, verbs)
                if outer is not None:
                    return outer
            found = _phrase(view, lex, tab, at, sentence, verbs)
            if found is None:
                return None
            named = view.capital(found[1] - 1) or (low[found[1] - 1] in tab.offices and view.capital(at + 1))
            return found if named else None
        if at in verbs or low[at] in tab.passives or view.inside[at] != view.inside[comma]:
            return None
        at -= 1
    return None


def before(
    view: Stretch, lex: Lexicon, tab: Table, at: int, sentence: Sentence, verbs: frozenset[int]
) -> Tokens | None:
    """The noun phrase right before a participle that goes with it ("the men detained in X")."""
    return _phrase(view, lex, tab, at, sentence, verbs, loose=True)


def head(view: Stretch, lex: Lexicon, subject: Tokens) -> Tokens:
    """A noun phrase without its prepositional and relative parts."""
    low = view.words.low
    for at in range(subject[0] + 1, subject[1]):
        if low[at] in lex.stops and low[at] != "and" and low[at] not in lex.joins and not view.capital(at):
            return (subject[0], at)
        if low[at] == ",":
            return (subject[0], at)
    return subject
