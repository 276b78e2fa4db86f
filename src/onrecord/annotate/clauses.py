"""Words reported without marks of quotation, in languages that set words apart by spaces.

Lives here: where a content clause begins and ends: X said that words; words, X said; X called on Y to do Z; according
to X, words. Not here: quotations (``beside``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from onrecord.annotate import subjects
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.found import Mode
from onrecord.annotate.reading import Reading, add, add_quotes, quotes_from, words_between, words_in
from onrecord.annotate.stretch import Stretch
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
FEW_WORDS = 4
BEFORE_CLAUSE = frozenset(",?!—–-")


def is_relative(reading: Reading, cue: Cue, end: int, at: int) -> bool:
    """ "announced a rule that requires": the cue has an object, and what looks like a content clause belongs to it."""
    low, lex = reading.view.words.low, reading.lex
    return at > end and bool(lex.bare) and low[end] in lex.determiners and low[cue.first] not in lex.addressed


def opens_bare(view: Stretch, lex: Lexicon, at: int, cue_word: str) -> bool:
    """True when a clause without an opening word may start at token ``at``: a pronoun after any cue, a noun phrase
    after those of ``Speech.bare``."""
    word = view.words.low[at]
    if word in lex.pronouns or word in lex.first or word in lex.neuter:
        return True
    return cue_word in lex.bare and (word in lex.determiners or view.capital(at))


def clause(reading: Reading, tokens: Tokens, rule: str, subject: Tokens | None, cue: Cue) -> bool:
    """Record tokens as the words of a subject, up to where the clause ends; False when they are too few."""
    tokens = _cut_clause(reading, tokens)
    if words_between(reading.view, *tokens) < 2:
        return False
    inner = list(quotes_from(reading, *tokens))
    if inner and words_between(reading.view, *tokens) <= words_in(reading.view, inner):
        add_quotes(reading, inner, rule.replace("clause", "quote"), subject, cue)
    else:
        add(reading, [tokens], "mixed" if inner else "indirect", rule, subject, cue)
    return True


def _cut_clause(reading: Reading, tokens: Tokens) -> Tokens:
    """End a clause before ", adding ...", ", according to ..." and ", X said"."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    for at in range(tokens[0] + 2, tokens[1] - 1):
        if view.inside[at] or low[at] != ",":
            continue
        after = low[at + 1]
        if after in lex.according or lex.is_participle(after):
            return (tokens[0], at)
        if (
            after in lex.openers
            and at + 2 < tokens[1]
            and low[at + 2] in lex.frames
            and low[at + 2] not in lex.doubtful
        ):
            return (tokens[0], at)
    return tokens


def clause_before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """ "Words, X said." and "Words, X said, words."."""
    view, period = reading.view, reading.period
    low = view.words.low
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    if edge - period.first < 3 or low[edge - 1] not in BEFORE_CLAUSE or view.inside[edge - 1]:
        return False
    after = low[end] if end < period.end else "."
    if after not in ".,;—" and after not in reading.lex.stops:
        return False
    if reading.first_claimed < edge:
        return False
    before = (period.first, edge - 1)
    inner = quotes_from(reading, period.first, edge)
    mode: Mode = "mixed" if inner else "indirect"
    if (
        after == ","
        and words_between(view, end, period.end) > FEW_WORDS
        and view.words.low[end + 1] not in reading.lex.frames
    ):
        add(reading, [before, (end + 1, period.end)], mode, "clause/around", subject, cue)
    else:
        add(reading, [before], mode, "clause/before", subject, cue)
    return True


def object_after(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
    """ "X urged Y to do Z", "X accused Y of doing Z", "vowing to do Z"."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if not lex.bare:
        return False
    for at in range(end, min(period.end - 1, end + ADVERBIAL)):
        if view.inside[at] or low[at] in ".;:":
            return False
        follows = low[at + 1]
        if low[at] in lex.infinitive and not (
            at + 1 < period.end and (follows in lex.determiners or view.capital(at + 1))
        ):
            return (at == end or cue.frame == "stance") and clause(
                reading, (at, period.end), "object/after", subject, cue
            )
        if low[at] in lex.blame and cue.frame == "stance" and follows.endswith(lex.participles):
            return clause(reading, (at + 1, period.end), "object/after", subject, cue)
    return False


def according(reading: Reading, cue: Cue) -> None:
    """According to X, words; words, according to X."""
    view, lex, period = reading.view, reading.lex, reading.period
    opens = cue.first - period.first <= 1
    subject = subjects.right_of(view, lex, cue.end, period, appositive=not opens)
    if subject is None or cue.first in reading.claimed:
        return
    if opens:
        tokens = (subject[1] + (subject[1] < period.end and view.words.low[subject[1]] == ","), period.end)
    else:
        tokens = (period.first, cue.first)
    if tokens[1] - tokens[0] > 2:
        clause(reading, tokens, "according", subject, cue)
        reading.subject = subject
