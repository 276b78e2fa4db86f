"""Whose act a cue is: the subject that belongs to it in its sentence.

Lives here: which noun phrase a cue has for a subject: beside it, after it, before a relative word, or the subject of
the clause before. Not here: where a noun phrase begins and ends (``subjects``), what is reported (``spaced``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate import quoting
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.finite import opening, subjects
from onrecord.annotate.finite.clauses import BEFORE_CLAUSE
from onrecord.annotate.reading import Reading
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

PARTS = 3


@dataclass(frozen=True, slots=True)
class Agent:
    """The subject of a cue: its ``mention`` beside the words, ``named`` the noun phrase a relative word stands for.
    The attribution covers the tokens ``[begin, end)``; ``trailing`` when the subject belongs to a clause before."""

    mention: Tokens
    begin: int
    end: int
    named: Tokens | None = None
    trailing: bool = False
    relative: bool = False


def of(reading: Reading, cue: Cue) -> Agent | None:
    """The agent of a cue; None when it has none, or the word is no verb in its place."""
    if _follows_noun_word(reading, cue):
        return _after_infinitive(reading, cue)
    inverted = _inverted(reading, cue)
    if inverted is not None:
        return Agent(inverted, cue.first, inverted[1])
    return None if _is_name(reading, cue) else _beside(reading, cue)


def _beside(reading: Reading, cue: Cue) -> Agent | None:
    """The subject left of a cue; participles and relatives look for the subject of their clause."""
    view, lex, period = reading.view, reading.lex, reading.period
    edge = subjects.before_auxiliaries(view, lex, cue.first, period)
    if _is_passive(view, lex, edge, cue):
        return None
    before = view.words.low[edge - 1] if edge > period.first else ""
    bare = not any(
        view.words.low[i] in lex.syntax.finite or view.words.low[i] in lex.syntax.be for i in range(edge, cue.first)
    )
    if bare and view.words.low[cue.first] in lex.syntax.perfect:
        return None
    if lex.is_participle(view.words.low[cue.first]) and bare:
        return _of_participle(reading, cue, before)
    if before in lex.syntax.relatives:
        return _of_relative(reading, cue, edge)
    if before in lex.openers and edge - 1 > period.first:
        return _trailing(cue, subject_before(reading, cue.first))
    found = _left(reading, cue)
    return None if found is None or _is_noun(view, lex, found.mention, cue) else found


def _left(reading: Reading, cue: Cue) -> Agent | None:
    """The noun phrase left of a cue; "a letter obtained by Y warns": the phrase before the participle."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    subject = subjects.left_of(view, lex, cue.first, period)
    if subject is None:
        return None
    first = subject[0]
    if first - 2 > period.first and low[first - 1] in lex.syntax.doers and lex.is_past(low[first - 2]):
        subject = subjects.phrase_before(view, lex, first - 2, period) or subject
    return Agent(subject, min(subject[0], cue.first), cue.end)


def subject_before(reading: Reading, before: int) -> Tokens | None:
    """The subject of the act before: the last that spoke in the sentence, unless it did in a subordinate clause."""
    subject, low = reading.subject, reading.view.words.low
    if subject is None or (subject[0] > reading.period.first and reading.lex.opens_clause(low[subject[0] - 1])):
        return clause_subject(reading, before) or subject
    return subject


def _trailing(cue: Cue, subject: Tokens | None) -> Agent | None:
    return Agent(subject, cue.first, cue.end, trailing=True) if subject else None


def _follows_noun_word(reading: Reading, cue: Cue) -> bool:
    """True after an article or a preposition that stands inside a noun phrase: no verb in that place."""
    if cue.first == reading.period.first:
        return False
    lex, before = reading.lex, reading.view.words.low[cue.first - 1]
    if before in lex.joins and lex.is_participle(reading.view.words.low[cue.first]):
        return False
    if before in lex.syntax.quantifiers and reading.view.words.low[cue.first] not in lex.syntax.nouns:
        return False
    return before in lex.determiners or before in lex.objects or before in lex.joins


def _after_infinitive(reading: Reading, cue: Cue) -> Agent | None:
    """ "X went on to say": the subject of the verb before "to"."""
    view, lex, period = reading.view, reading.lex, reading.period
    at = cue.first - 1
    if view.words.low[at] not in lex.infinitive or at - 1 <= period.first:
        return None
    if view.words.low[cue.first].endswith(("s", "ed", "ing")) and not view.words.low[cue.first].endswith("ss"):
        return None
    verb = at - 1 - (view.words.low[at - 1] in lex.syntax.infinitive_links)
    be = next((i for i in range(at - 1, max(period.first, at - 4), -1) if view.words.low[i] in lex.syntax.be), 0)
    if be > period.first and view.words.low[at - 1] in lex.syntax.ready:
        subject = subjects.left_of(view, lex, be, period)
        return Agent(subject, subject[0], cue.end) if subject else None
    if verb <= period.first or not (is_verb(view, lex, verb) or view.words.low[verb] in lex.frames):
        return None
    subject = subjects.left_of(view, lex, verb, period)
    return Agent(subject, subject[0], cue.end) if subject else None


def _of_participle(reading: Reading, cue: Cue, before: str) -> Agent | None:
    """ "saying that": of the clause before after a comma, a preposition or a paper ("a letter saying"), else of the
    noun beside it ("the voters saying")."""
    view, lex, period = reading.view, reading.lex, reading.period
    if not before:
        return None
    edge = subjects.before_auxiliaries(view, lex, cue.first, period)
    if not view.is_word(edge - 1) or before in lex.stops or before in lex.openers or before in lex.joins:
        return _trailing(cue, subject_before(reading, cue.first))
    beside_it = subjects.left_of(view, lex, cue.first, period)
    if beside_it is None:
        return None
    if before in lex.syntax.papers:
        main = clause_subject(reading, cue.first)
        if main is not None and main[1] <= beside_it[0]:
            return _trailing(cue, main)
    return Agent(beside_it, beside_it[0], cue.end)


def _of_relative(reading: Reading, cue: Cue, edge: int) -> Agent | None:
    """ "X, who said": the relative word is the mention, the noun phrase before it has the name."""
    view, lex, period = reading.view, reading.lex, reading.period
    at = edge - 1
    end = at - (at > period.first and view.words.low[at - 1] == ",")
    named = subjects.phrase_before(view, lex, end, period) if end > period.first else None
    if view.words.low[at] not in lex.syntax.persons and (named is None or _sums_up(view, lex, named, end, at, period)):
        return None
    return Agent((at, at + 1), at, cue.end, named, trailing=True, relative=True)


def _sums_up(view: Stretch, lex: Lexicon, named: Tokens, end: int, at: int, period: Period) -> bool:
    """ "..., in time, which shows": after a comma and a bare noun under a preposition, "which" is the clause."""
    bare = named[1] - named[0] == 1 and not view.capital(named[0])
    return bare and end < at and named[0] > period.first and view.words.low[named[0] - 1] in lex.stops


def clause_subject(reading: Reading, before: int) -> Tokens | None:
    """The subject of the main clause that stands before a token: the noun phrase that opens the sentence, after
    adverbial parts up to their commas."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    at = period.first
    for _ in range(PARTS):
        while at < before and (not view.is_word(at) or low[at] in lex.openers):
            at += 1
        if at >= before:
            return None
        subject = None if _opens_adverbial(reading, at) else _phrase_at(reading, at)
        if subject is not None and not _is_adverbial(reading, subject, before):
            return subject if subject[1] < before else None
        at = next((i + 1 for i in range(at, before) if low[i] == "," and not view.inside[i]), before)
    return _of_subordinate(reading, before)


def _of_subordinate(reading: Reading, before: int) -> Tokens | None:
    """The subject of a clause that opens with "when" or "as" and is not over ("When X spoke and said ...")."""
    first = reading.period.first
    if first + 1 >= before or reading.view.words.low[first] not in reading.lex.syntax.subordinators:
        return None
    subject = _phrase_at(reading, first + 1)
    return subject if subject and subject[1] < before else None


def _phrase_at(reading: Reading, at: int) -> Tokens | None:
    if reading.view.inside[at]:
        return None
    return subjects.right_of(reading.view, reading.lex, at, reading.period, appositive=False)


def _opens_adverbial(reading: Reading, at: int) -> bool:
    """True for a preposition, an opening word or a participle that opens a sentence ("Asked about it, X ...")."""
    view, lex, period = reading.view, reading.lex, reading.period
    word = view.words.low[at]
    if word in lex.stops or word in lex.prepositions or lex.opens_clause(word) or lex.is_participle(word):
        return True
    if lex.is_auxiliary(word) and at + 1 < period.end and view.words.low[at + 1] in lex.stops:
        return True  # "Shortly after X spoke, Y ..."
    verbal = word.endswith(lex.participles) or word in lex.syntax.pasts
    named = at + 1 < period.end and view.capital(at + 1) and view.words.low[at + 1] not in lex.times
    return verbal and not named


def _is_adverbial(reading: Reading, subject: Tokens, before: int) -> bool:
    """True for "Hours later," before another subject: an adverb or a day closes the part that the comma ends."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    at = subject[1]
    if at < before and low[at - 1] in lex.syntax.durations:
        return True
    while at < before and (lex.is_auxiliary(low[at]) or low[at] in lex.openers or low[at] in lex.times):
        at += 1
    return at > subject[1] and at < before and low[at] == "," and not view.inside[at]


def _is_name(reading: Reading, cue: Cue) -> bool:
    """True for a word with a capital letter inside a sentence whose words have small ones ("The Washington Post")."""
    view, period = reading.view, reading.period
    at = cue.first
    if not view.capital(at) or at == period.first or not view.is_word(at - 1):
        return False
    words = [i for i in range(period.first, min(period.end, period.first + 24)) if view.is_word(i)]
    return sum(view.capital(i) for i in words) < 0.6 * len(words)


def is_verb(view: Stretch, lex: Lexicon, at: int) -> bool:
    """True for a finite form of a known verb that no article, possessive or adjective makes a participle."""
    return view.words.low[at] in lex.syntax.verbs and not view.capital(at)


def _is_passive(view: Stretch, lex: Lexicon, edge: int, cue: Cue) -> bool:
    low = view.words.low
    word = low[cue.first]
    if lex.is_participle(word) or word in lex.syntax.moods:
        return False
    return any(low[i] in lex.syntax.be for i in range(edge, cue.first))


def _is_noun(view: Stretch, lex: Lexicon, subject: Tokens, cue: Cue) -> bool:
    """True for a cue that is a noun here: "a fundraising email", "44 emails", "the bank's report"."""
    word = view.words.low[cue.first]
    if word in lex.syntax.nouns and _is_bare(view, lex, subject):
        return True
    if word not in lex.syntax.nouns:
        return view.capital(cue.first) and view.capital(subject[1] - 1) and word in lex.doubtful
    if view.capital(cue.first):
        return True
    last = view.words.low[subject[1] - 1]
    follows = view.words.low[cue.end] if cue.end < len(view.words) else ""
    if follows in lex.pronouns and not word.endswith("s"):
        return False
    if last.endswith(("'s", "’s", "s'", "s’")) or last.isdigit():
        return True
    if word.endswith("s") and not word.endswith("ss"):
        return last.endswith("s") and not view.capital(subject[1] - 1)
    if subject[1] < cue.first or word in lex.syntax.pasts:
        return False
    plural = last.endswith("s") or last in lex.pronouns or last in lex.first or last in lex.neuter
    plural = plural or last in lex.syntax.collectives
    return not plural and last not in lex.syntax.persons


def _opens_clause(reading: Reading, subject: Tokens | None) -> bool:
    """True for a subject that a clause begins with: it opens the sentence, or an opening word or a mark does."""
    if subject is None or subject[0] <= reading.period.first:
        return subject is not None
    before = reading.view.words.low[subject[0] - 1]
    return before in reading.lex.openers or reading.lex.opens_clause(before) or not reading.view.is_word(subject[0] - 1)


def _is_bare(view: Stretch, lex: Lexicon, subject: Tokens) -> bool:
    """True for one word in small letters that is no pronoun, no plural and no word for who speaks."""
    word = view.words.low[subject[0]]
    if subject[1] - subject[0] > 1 or view.capital(subject[0]) or not word.isalpha():
        return False
    known = word in lex.alone or word in lex.syntax.quantifiers or word in lex.syntax.speakers
    return not (known or word in lex.offices or word.endswith("s"))


def _inverted(reading: Reading, cue: Cue) -> Tokens | None:
    """The subject of "“...,” said X": to the right of a cue that follows a quotation or a comma."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    edge = subjects.before_auxiliaries(view, lex, cue.first, period)
    if cue.frame not in ("say", "voice") or cue.end >= period.end or lex.is_participle(low[cue.first]):
        return None
    if edge <= period.first:
        return _opening(reading, cue) if cue.first == period.first else None
    quoted = quoting.after_quote(view, edge, period)
    if not quoted and low[edge - 1] not in BEFORE_CLAUSE:
        return None
    if not quoted and low[cue.first] in lex.addressed:
        return None
    if low[cue.end] in lex.pronouns:
        alone = cue.end + 1 >= period.end or not view.is_word(cue.end + 1)
        return (cue.end, cue.end + 1) if quoted and alone else None
    if view.inside[cue.end] or lex.opens_clause(low[cue.end]) or not view.is_word(cue.end):
        return None
    subject = subjects.right_of(view, lex, cue.end, period)
    if subject is None or (subject[1] < period.end and low[subject[1]] in lex.syntax.finite):
        return None
    if low[subject[1] - 1] in lex.syntax.durations or (not quoted and low[subject[1] : subject[1] + 1] == [":"]):
        return None
    if quoted:
        return subject
    if any(not view.capital(i) and opening.is_past_form(lex, low, i) for i in range(subject[0] + 2, subject[1])):
        return None
    closes = subject[1] >= period.end - 1 or low[subject[1]] in ".,;—" or low[subject[1]] in lex.syntax.persons
    if not closes and low[subject[1]] in lex.stops:
        closes = not _opens_clause(reading, subjects.left_of(view, lex, cue.first, period))
    named = low[cue.end] in lex.determiners or any(view.capital(i) or low[i] in lex.offices for i in range(*subject))
    return subject if closes and named and edge - period.first > 3 else None


def _opening(reading: Reading, cue: Cue) -> Tokens | None:
    """The subject of "Said X, “...”": right of a past form that opens a sentence, before a quotation or a colon."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    told = low[cue.first] in lex.addressed or low[cue.first] not in lex.syntax.pasts
    if told or not view.capital(cue.end) or low[cue.end] in lex.times or view.inside[cue.end]:
        return None
    subject = subjects.right_of(view, lex, cue.end, period)
    if subject is None:
        return None
    rest = range(subject[1], min(period.end, subject[1] + quoting.LABEL))
    speaks = any(low[i] in ",:" and (i + 1 >= period.end or view.inside[i + 1]) for i in rest)
    return subject if speaks else None
