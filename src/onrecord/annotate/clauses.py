"""Words reported without marks of quotation, in languages that set words apart by spaces.

Lives here: where a content clause begins and ends: X said that words; words, X said; X called on Y to do Z; according
to X, words. Not here: quotations (``beside``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import subjects
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.found import Mode
from onrecord.annotate.reading import Reading, add, add_quotes, quotes_from, words_between, words_in
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
ASIDE = 20
LEADING = 6
NEAR = 3
FEW_WORDS = 4
BEFORE_CLAUSE = frozenset(",?!—–-")


def is_relative(reading: Reading, cue: Cue, end: int, at: int) -> bool:
    """ "announced a rule that requires": the cue has an object, and what looks like a content clause belongs to it."""
    low, lex = reading.view.words.low, reading.lex
    if lex.prepositions:
        if at > end and low[end] in lex.remote:
            return True
        apart = lex.inverts and not lex.comma_before and at > end + 1 and low[at - 1] == ","
        return at > end and (
            low[at - 1] in lex.heads or (apart and end > cue.end) or has_object(reading, end, at, cue.end)
        )
    return at > end and bool(lex.bare) and low[end] in lex.determiners and low[cue.first] not in lex.addressed


def has_object(reading: Reading, end: int, at: int, cue_end: int = -1) -> bool:
    """True when a cue that ends at ``end`` has a thing for its object before ``at`` ("announced a plan that..."); a
    person or a day is none ("said the minister that...", "said this Monday that...")."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if at <= end or not lex.prepositions:
        return False
    bare = bool(lex.past) and view.is_word(end) and end == cue_end and _is_bare(view, lex, end)
    if not lex.is_determiner(low[end]) and not bare:
        return False
    return not any(
        view.capital(i) or low[i] in lex.offices or low[i] in lex.times or low[i].isdigit() for i in range(end, at)
    )


def _is_bare(view: Stretch, lex: Lexicon, at: int) -> bool:
    """True for a noun without an article ("counting things that ...")."""
    word = view.words.low[at]
    known = word in lex.stops or word in lex.times or lex.is_auxiliary(word) or lex.is_person(word) or word in lex.heads
    return not known and word not in lex.prepositions and not view.capital(at) and word not in lex.frames


def wants(reading: Reading, end: int, at: int) -> bool:
    """True when a clause after a stance verb says what is wanted: right after it, or over a preposition."""
    low, lex = reading.view.words.low, reading.lex
    return bool(lex.prepositions) and (at == end or (at == end + 1 and (low[end] in lex.infinitive or low[end] == ",")))


def infinitive_at(view: Stretch, lex: Lexicon, at: int, period: Period) -> bool:
    """True when what is said begins with an infinitive at token ``at`` ("a dit vouloir", "dijo no tener")."""
    low = view.words.low
    while at < period.end and (lex.is_auxiliary(low[at]) or low[at] in lex.infinitive):
        at += 1
    if at + 2 >= period.end or view.capital(at) or low[at] in lex.frames or low[at] in lex.offices:
        return False
    return lex.is_infinitive(low[at]) and low[at] not in lex.stops and not lex.is_determiner(low[at])


def after_aside(reading: Reading, end: int) -> int:
    """The token after "said, as he had before," when it opens a content clause; else ``end``."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if not lex.inverts or end + 1 >= period.end or low[end] != ",":
        return end
    if (
        low[end + 1] in lex.openers
        or lex.opens_clause(low[end + 1])
        or low[end + 2 : end + 3] in ([w] for w in lex.seconds)
    ):
        return end
    for at in range(end + 1, min(period.end - 1, end + ASIDE)):
        if view.inside[at] or low[at] in ".:;":
            return end
        if low[at] == ",":
            return at + 1 if lex.opens_clause(low[at + 1]) else end
    return end


def opens_bare(view: Stretch, lex: Lexicon, at: int, cue_word: str) -> bool:
    """True when a clause without an opening word may start at token ``at``: a pronoun after any cue, a noun phrase
    after those of ``Speech.bare``."""
    word = view.words.low[at]
    if word in lex.pronouns or word in lex.first or word in lex.neuter:
        return True
    return cue_word in lex.bare and (word in lex.determiners or view.capital(at))


def clause(reading: Reading, tokens: Tokens, rule: str, subject: Tokens | None, cue: Cue) -> bool:
    """Record tokens as the words of a subject, up to where the clause ends; False when they are too few."""
    tokens = _cut_at_act(reading, _cut_clause(reading, tokens), cue)
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
        if after in lex.contrasts and not quotes_from(reading, at, tokens[1]):
            return (tokens[0], at)
        if (
            after in lex.openers
            and at + 2 < tokens[1]
            and low[at + 2] in lex.frames
            and low[at + 2] not in lex.doubtful
        ):
            return (tokens[0], at)
    return _cut_at_cue(reading, tokens) if lex.prepositions else tokens


def _cut_at_act(reading: Reading, tokens: Tokens, cue: Cue) -> Tokens:
    """End a clause before "and" with another act of the same subject: a verb of the same form as the cue's, right after
    the conjunction ("declaró que ... y comunicó")."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    mine = [form for form in lex.again for i in range(max(0, cue.first - NEAR), cue.end) if _has_form(low[i], form)]
    if not mine:
        return tokens
    for at in range(tokens[0] + 3, tokens[1] - 2):
        if low[at] in lex.openers and not view.inside[at] and any(_has_form(low[at + 1], form) for form in mine):
            return (tokens[0], at)
    return tokens


def _has_form(word: str, form: str) -> bool:
    """True for a word that is one of the forms ("a avait"), or ends with it ("-ó")."""
    return word.endswith(form[1:]) if form.startswith("-") else word in form.split()


def _cut_at_cue(reading: Reading, tokens: Tokens) -> Tokens:
    """End a clause before "and added that": a conjunction, and a cue that opens a clause of its own."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    for at in range(tokens[0] + 2, tokens[1] - 3):
        if low[at] not in lex.openers or view.inside[at] or subjects.is_name_word(view, at, reading.period.first):
            continue
        verb = at + 1
        while verb < tokens[1] - 2 and lex.is_auxiliary(low[verb]) and not lex.is_determiner(low[verb]):
            verb += 1
        comma = low[at - 1] == "," and (verb > at + 1 or low[verb] not in lex.doubtful)
        if low[verb] in lex.frames and (comma or _opens_own(reading, verb)):
            return (tokens[0], at)
    return tokens


def _opens_own(reading: Reading, verb: int) -> bool:
    low, lex = reading.view.words.low, reading.lex
    follows = low[verb + 1]
    return lex.opens_clause(follows) or (follows == "," and lex.opens_clause(low[verb + 2]))


def clause_before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """ "Words, X said." and "Words, X said, words."."""
    view, period = reading.view, reading.period
    low = view.words.low
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    if edge - period.first < 3 or low[edge - 1] not in BEFORE_CLAUSE or view.inside[edge - 1]:
        return False
    lex = reading.lex
    after = low[end] if end < period.end else "."
    dated = lex.inverts and (after in lex.times or lex.is_determiner(after))
    if after not in ".,;—" and after not in lex.stops and not dated:
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
    if not lex.bare and not lex.infinitives:
        return False
    for at in range(end, min(period.end - 1, end + ADVERBIAL)):
        if view.inside[at] or low[at] in ".;:":
            return False
        follows = low[at + 1]
        if lex.infinitives:
            if cue.frame == "stance" and _opens_infinitive(reading, end, at):
                return clause(reading, (at, period.end), "object/after", subject, cue)
            continue
        if low[at] in lex.infinitive and not (
            at + 1 < period.end and (follows in lex.determiners or view.capital(at + 1))
        ):
            return (at == end or cue.frame == "stance") and clause(
                reading, (at, period.end), "object/after", subject, cue
            )
        if low[at] in lex.blame and cue.frame == "stance" and follows.endswith(lex.participles):
            return clause(reading, (at + 1, period.end), "object/after", subject, cue)
    return False


def _opens_infinitive(reading: Reading, end: int, at: int) -> bool:
    """True when token ``at`` opens what somebody is called on to do: a preposition and an infinitive, or an infinitive
    where the language needs no preposition."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if lex.infinitive and low[at] not in lex.infinitive:
        return False
    start = at + bool(lex.infinitive)
    return (at > end or bool(lex.infinitive)) and infinitive_at(view, lex, start, period)


def according(reading: Reading, cue: Cue) -> None:
    """According to X, words; words, according to X."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    opens = cue.first - period.first <= 1 or (bool(lex.prepositions) and low[cue.first - 1] in ";:")
    subject = _source(reading, cue, appositive=not opens)
    if subject is None or cue.first in reading.claimed:
        return
    if lex.inverts and not opens and low[cue.first - 1] not in BEFORE_CLAUSE and not view.inside[cue.first - 1]:
        return
    if opens:
        subject = _up_to_comma(view, lex, subject, period)
        closed = subject[1] < period.end and low[subject[1]] in ",:"
        if lex.inverts and not closed:
            return
        tokens = (subject[1] + closed, period.end)
    else:
        tokens = (period.first, cue.first)
        if lex.inverts and _around(reading, tokens, subject, cue):
            reading.subject = subject
            return
    if tokens[1] - tokens[0] > 2:
        clause(reading, tokens, "according", subject, cue)
        reading.subject = subject


def likewise(reading: Reading, cue: Cue) -> None:
    """ "As X said, words"; "as they say to me, words" has no speaker that is named."""
    low, period = reading.view.words.low, reading.period
    before = len(reading.found)
    according(reading, cue)
    told = low[cue.end - 1].endswith(reading.lex.impersonal or ("\0",))
    alone = told and cue.end + 1 < period.end and low[cue.end] == ","
    if len(reading.found) == before and alone and cue.first - period.first <= LEADING:
        clause(reading, (cue.end + 1, period.end), "according", None, cue)
        reading.found[before:] = [replace(found, follows=False) for found in reading.found[before:]]


def _around(reading: Reading, before: Tokens, subject: Tokens, cue: Cue) -> bool:
    """ "Words, according to X, words": the words on both sides."""
    view, period = reading.view, reading.period
    at = subject[1]
    if at >= period.end or view.words.low[at] != "," or words_between(view, at, period.end) < 2:
        return False
    if reading.first_claimed < period.end:
        return True
    mode: Mode = "mixed" if quotes_from(reading, before[0], period.end) else "indirect"
    halves = [half for half in (before, (at + 1, period.end)) if words_between(view, *half)]
    add(reading, halves, mode, "according", subject, cue)
    return True


def _source(reading: Reading, cue: Cue, *, appositive: bool) -> Tokens | None:
    """Whom "according to" names, behind a verb too ("según dijo X", "как сообщили в X")."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    at = cue.end
    if lex.prepositions:
        while (
            at < period.end and (low[at] in lex.frames or lex.is_auxiliary(low[at])) and not lex.is_determiner(low[at])
        ):
            at += 1
        if at > cue.end or low[cue.end - 1] in lex.frames:
            at = subjects.past_adverbial(view, lex, at, period) if at < period.end else at
            if at < period.end and low[at] in lex.prepositions:
                at += 1
    return subjects.right_of(view, lex, at, period, appositive=appositive) if at < period.end else None


def _is_name_to_comma(view: Stretch, at: int, period: Period) -> bool:
    """True for words with capital letters up to the next comma ("another writer, Ada Vell, ...")."""
    end = at
    while end < period.end and view.capital(end):
        end += 1
    return 2 <= end - at <= LEADING and end < period.end and view.words.low[end] == ","


def _up_to_comma(view: Stretch, lex: Lexicon, subject: Tokens, period: Period) -> Tokens:
    """The source of "According to a report on trade, words", up to the comma; a comma before an office is inside it."""
    low = view.words.low
    at = subject[1]
    if not lex.prepositions or at >= period.end:
        return subject
    while at < min(period.end, subject[1] + ADVERBIAL) and low[at] not in ",:" and not view.inside[at]:
        at += 1
    if (
        at + 1 < period.end
        and low[at] == ","
        and (low[at + 1] in lex.offices or _is_name_to_comma(view, at + 1, period))
    ):
        at += 1
        while at < period.end and low[at] not in ",:" and not view.inside[at]:
            at += 1
    return (subject[0], at) if at < period.end and low[at] in ",:" else subject
