"""Quotations that no cue claims: signed ones, those in a sentence with a subject, those whose speaker comes after.

Lives here: who speaks where nothing reports. Not here: quotations beside a cue, and the speaker before who goes on
(``beside``). A few words in marks are a term, capital letters a title: they stay nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.annotate import quoting
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.finite import agents, clauses, subjects
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add_quotes, quotes_from, trimmed, words_between, words_in
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens
from onrecord.text.segment import is_end

DASHES = frozenset("-–—―")
ENOUGH = 4
SIGNATURE = 24
TITLE = 0.6
SMALL = 4
NEAR = 12


def is_alone(reading: Reading) -> bool:
    """True for a period that is a quotation nobody claims and hardly anything else."""
    free = quoting.free(reading)
    return bool(free) and quoting.is_most(reading, free)


def signed(reading: Reading, after: Period | None) -> None:
    """ "“Words.” — X" and a quotation whose next paragraph is "—X, office"."""
    view, period = reading.view, reading.period
    free = quoting.free(reading)
    if not free or not is_alone(reading):
        return
    rest = view.quote_tokens[free[-1]][1]
    signature = Period(rest, period.end, period.paragraph)
    if rest >= period.end and after is not None and after.paragraph == period.paragraph + 1:
        signature = after
    subject = _signature(reading, signature)
    if subject is not None:
        add_quotes(reading, free, "quote/signed", subject, None)


def _signature(reading: Reading, period: Period) -> Tokens | None:
    """The name behind a dash that opens a short line."""
    view = reading.view
    at = period.first
    if period.end - at > SIGNATURE or at >= period.end or view.words.low[at] not in DASHES:
        return None
    while at < period.end and view.words.low[at] in DASHES:
        at += 1
    if at >= period.end or view.inside[at] or not view.capital(at):
        return None
    return subjects.right_of(view, reading.lex, at, period)


def in_sentence(reading: Reading) -> None:
    """ "X credited the plan with “...”": a sentence whose subject can speak holds quotations without a cue. The words
    are what stands after its verb, or the quotations when that is far."""
    view, lex, period = reading.view, reading.lex, reading.period
    long = [q for q in quoting.free(reading) if words_between(view, *view.quote_tokens[q]) >= ENOUGH]
    free = [q for q in long if not _is_title(reading, q)]
    if not free or is_alone(reading):
        return
    if reading.found and reading.subject is not None:
        add_quotes(reading, free, "quote/alone", agents.subject_before(reading, view.quote_tokens[free[0]][0]), None)
        return
    first = view.quote_tokens[free[0]][0]
    subject = agents.clause_subject(reading, first)
    if subject is None or not _can_speak(reading, subject):
        return
    verb = subject[1]
    while verb < first and lex.is_auxiliary(view.words.low[verb]):
        verb += 1
    if verb >= first or not view.is_word(verb) or _is_no_verb(reading, verb):
        return
    cue = Cue(verb, verb + 1, "voice")
    if first - verb <= NEAR and not any(i in reading.claimed for i in range(verb, first)):
        clauses.clause(reading, (verb + 1, period.end), "quote/alone", subject, cue)
    else:
        add_quotes(reading, free, "quote/alone", subject, cue)


def introduced(reading: Reading, before: Period | None, last: Found | None) -> None:
    """ "X shook his head. “Words.”": quotations that open a period, and that nobody claims, are of the person whom the
    sentence before is about; ``last`` is what was found last. A sentence that reports or quotes leaves them to whoever
    spoke in it."""
    view = reading.view
    if before is None or not is_alone(reading) or reading.period.paragraph - before.paragraph > 1:
        return
    free = quoting.free(reading)
    if view.quote_tokens[free[0]][0] != reading.period.first or any(view.inside[before.first : before.end]):
        return
    if words_in(view, free) < ENOUGH or (last is not None and last.span.end > view.words.starts[before.first]):
        return
    scene = Reading(view, reading.lex, before, [])
    subject = _person(scene, agents.clause_subject(scene, before.end - 1))
    if subject is None or _is_no_verb(scene, subject[1]) or not is_end(view.words.low[before.end - 1]):
        return
    if before.paragraph == reading.period.paragraph or (_is_paragraph(view, before) and subject[1] - subject[0] > 1):
        add_quotes(reading, free, "quote/introduced", subject, None)


def scene(view: Stretch, lex: Lexicon, period: Period) -> Tokens | None:
    """The person whom a sentence is about: an office and a name of several words that open it, the name perhaps in
    apposition ("Her counterpart, N. N., was"); None for all others."""
    if any(view.inside[period.first : period.end]):
        return None
    reading = Reading(view, lex, period, [])
    subject = agents.clause_subject(reading, period.end - 1)
    if subject is None or view.words.low[subject[0]] in lex.alone or subject[1] >= period.end - 1:
        return None
    first, end = subject
    low = view.words.low
    if any(low[i] in lex.offices and view.capital(i + 1) for i in range(end, period.end - 1)):
        return None  # two persons: which of them a pronoun is, nobody knows
    if low[end] == "," and view.words.low[end - 1] in lex.offices:
        name = subjects.right_of(view, lex, end + 1, period, appositive=False)
        closed = name is not None and view.words.low[name[1] : name[1] + 1] == [","]
        return (first, name[1]) if name and closed and _is_full_name(view, name) else None
    at = end
    while at > first and view.capital(at - 1) and view.words.low[at - 1] not in lex.offices:
        at -= 1
    return subject if at > first and _is_full_name(view, (at, end)) else None


def _is_full_name(view: Stretch, tokens: Tokens) -> bool:
    """True for two or three words with capital letters."""
    return 2 <= tokens[1] - tokens[0] <= SMALL - 1 and all(view.capital(i) for i in range(*tokens))


def _is_paragraph(view: Stretch, period: Period) -> bool:
    """True for a sentence that is a whole paragraph."""
    at = bisect_left(view.periods, period.first, key=lambda one: one.first)
    near = view.periods[max(0, at - 1) : at + 2]
    return sum(one.paragraph == period.paragraph for one in near) == 1


def _person(reading: Reading, subject: Tokens | None) -> Tokens | None:
    """A subject that is an office or a name; without the verb behind a name that nobody knows for one."""
    if subject is None:
        return None
    view, lex = reading.view, reading.lex
    first, end = subject
    if view.words.low[end - 1] in lex.offices:
        return subject
    if view.words.low[first] in lex.alone:
        return None
    at = first
    while at < end and (view.capital(at) or not view.is_word(at) or view.words.low[at] in lex.offices):
        at += 1
    name = (first, at)
    joined = at < end and (view.words.low[at] in lex.joins or view.words.low[at] in lex.stops)
    return name if at > first and not joined and _can_speak(reading, name) else None


def _is_no_verb(reading: Reading, at: int) -> bool:
    """True for a word that is surely no verb: an article, a preposition, a name."""
    view, lex = reading.view, reading.lex
    word = view.words.low[at]
    return word in lex.determiners or word in lex.stops or word in lex.prepositions or view.capital(at)


def _is_title(reading: Reading, quote: int) -> bool:
    """True when most longer words have capital letters."""
    view = reading.view
    first, last = view.quote_tokens[quote]
    long = [i for i in range(first, last) if view.words.ends[i] - view.words.starts[i] > SMALL]
    return sum(view.capital(i) for i in long) > TITLE * len(long)


def _can_speak(reading: Reading, subject: Tokens) -> bool:
    """True for a name, a third person and an office."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if subject[1] - subject[0] == 1 and low[subject[0]] in lex.alone:
        return low[subject[0]] in lex.pronouns
    last = subject[1] - 1
    if all(word.isupper() for word in view.words.span(*subject).of(view.chars).split()) and last > subject[0]:
        return False
    return (view.capital(last) and subject[0] != last) or low[last] in lex.offices or _is_name(reading, subject)


def _is_name(reading: Reading, subject: Tokens) -> bool:
    """True for one word with a capital letter that is no adverb, article or opening word."""
    view, lex = reading.view, reading.lex
    word = view.words.low[subject[0]]
    known = word in lex.determiners or word in lex.stops or lex.is_auxiliary(word) or word in lex.openers
    return subject[1] - subject[0] == 1 and view.capital(subject[0]) and not known


def announces(reading: Reading) -> tuple[Tokens, Cue] | None:
    """The subject of a sentence that ends with a colon, and its verb, before a paragraph that is quoted."""
    view, period = reading.view, reading.period
    end = period.end - 1
    if view.words.low[end] != ":" or view.inside[end] or quotes_from(reading, period.first, end):
        return None
    subject = agents.clause_subject(reading, end)
    if subject is None or not _can_speak(reading, subject) or subject[1] >= end:
        return None
    return subject, Cue(subject[1], subject[1] + 1, "voice")


def shared(reading: Reading, waiting: Reading | None) -> list[Found]:
    """A quotation in a paragraph by itself, right before one that opens with a quotation and names its speaker."""
    view, period = reading.view, reading.period
    if waiting is None or period.paragraph - waiting.period.paragraph != 1 or not reading.quotes:
        return []
    if view.quote_tokens[reading.quotes[0]][0] != period.first:
        return []
    first = next((f for f in reading.found if f.rule == "quote/before" and f.source), None)
    if first is None:
        return []
    inner = [trimmed(view.chars, view.quotes[quote].inner) for quote in quoting.free(waiting)]
    return [replace(first, parts=(span,), mode="direct", rule="quote/shared") for span in inner if len(span)]
