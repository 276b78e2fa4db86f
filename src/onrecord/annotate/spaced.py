"""Quotations and reported speech in languages that set words apart by spaces.

Lives here: from a cue and its subject to the words reported, period by period. Not here: the words for it (``Speech``),
subjects (``subjects``), Chinese (``unspaced``). The rules, in the order in which they are tried on a cue:

1. ``quote/before``: “words,” X said / said X.      4. ``clause/before``: words, X said.
2. ``quote/after``: X said: “words”.                5. ``clause/around``: words, X said, words.
3. ``clause/after``: X said that words.             6. ``object/after``: X called on Y to do Z.
7. ``quote/next``: X said: and the quotation opens the next paragraph.
Then ``according``: according to X, words; ``quote/label``: X: “words”; ``quote/goes-on``: a quotation that nobody
claims right after one that somebody did.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import beside, clauses, cues, days, incises, quoting, subjects
from onrecord.annotate import inner as reported
from onrecord.annotate.clauses import ADVERBIAL, BEFORE_CLAUSE
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add_quotes, cues_of
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

NEAR = 3  # paragraphs over which a verb without a subject goes on with the speaker before


def find(view: Stretch, lex: Lexicon) -> list[Found]:
    """Everything reported in a stretch, in order of reading."""
    heard = cues.find(view.words, lex)
    by_period = cues_of(view.periods, [c for c in heard if not view.inside[c.first]])
    marked = [c for c in heard if view.inside[c.first]] if lex.prepositions else []
    by_quote = cues_of(view.periods, marked)
    plain = incises.unmarked(view) if marked else view
    found: list[Found] = []
    last_paragraph = -9
    announced: tuple[Tokens, Cue] | None = None
    last_announced = -9
    quote = 0
    for period, mine, inner in zip(view.periods, by_period, by_quote, strict=True):
        quotes = []
        while quote < len(view.quotes) and view.quote_tokens[quote][0] < period.end:
            quotes.append(quote)
            quote += 1
        if not mine and not quotes:
            continue
        near = bool(found) and period.paragraph - last_paragraph <= NEAR
        reading = Reading(view, lex, period, quotes, follows=near and lex.drops_subject)
        if (
            announced is not None
            and quoting.opens_with(view, period, quotes)
            and period.paragraph - last_announced == 1
        ):
            add_quotes(reading, quotes[:1], "quote/next", announced[0], announced[1])
        if inner and lex.inverts:
            incises.read(reading, inner, plain)
        for cue in mine:
            _read_cue(reading, cue)
        reported.read(reading, mine, _read_cue)
        announced, last_announced = reading.announced, period.paragraph
        beside.label(reading)
        beside.goes_on(reading, bool(found or reading.found) and period.paragraph - last_paragraph <= 1)
        if inner:
            _read_inside(reading, inner, plain)
        if reading.found:
            more = sorted(reading.found, key=lambda f: f.span)
            quoting.join(found, more, beside.is_one, anew=period.paragraph != last_paragraph)
            last_paragraph = period.paragraph
    return found


def _read_inside(reading: Reading, inner: list[Cue], plain: Stretch) -> None:
    """What the words between marks report of others: "X said: “Y thinks that ...”"; pronouns there are not read."""
    view, lex = reading.view, reading.lex
    outer = {found.cue for found in reading.found}
    for cue in inner:
        first, end = view.quote_tokens[view.inside[cue.first] - 1]
        if view.words.span(cue.first, cue.end) in outer:
            continue
        nested = Reading(plain, lex, Period(first + 1, end - 1, reading.period.paragraph), [])
        _read_cue(nested, cue)
        for found in nested.found:
            if found.source is not None and not _is_pronoun(found.source.of(view.chars), lex):
                reading.found.append(found)


def _is_pronoun(source: str, lex: Lexicon) -> bool:
    head = source.lower().split()[0]
    return head in lex.pronouns or head in lex.first or head in lex.neuter


def _read_cue(reading: Reading, cue: Cue) -> None:
    if cue.first in reading.claimed:
        return
    if cue.frame == "according":
        clauses.according(reading, cue)
        return
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if cue.first > period.first and (
        low[cue.first - 1] in lex.determiners or low[cue.first - 1] in lex.objects | lex.joins
    ):
        return
    if subjects.is_passive(view, lex, cue.first, period):
        return
    if not subjects.is_finite(view, lex, cue.first, period):
        return
    verb = subjects.before_auxiliaries(view, lex, cue.first, period) if lex.likewise else cue.first
    if verb > period.first and low[verb - 1] in lex.likewise:
        clauses.likewise(reading, Cue(verb - 1, cue.end, "according"))
        return
    if lex.prepositions and cue.first > period.first and low[cue.first - 1] in lex.according:
        return
    inverted = _right(reading, cue) if lex.subject_after else _inverted(reading, cue)
    subject = inverted or subjects.left_of(view, lex, cue.first, period)
    trailing = False
    if lex.subject_after and lex.is_participle(low[cue.first]):
        inverted, trailing = None, True
        subject = reading.subject or subjects.right_of(view, lex, period.first + 1, period)
    if subject is None and lex.relatives:
        subject = subjects.antecedent(view, lex, cue.first, period)
    if subject is None and _participle(reading, cue):
        subject, trailing = reading.subject, True
    if subject is None and lex.is_participle(low[cue.first]) and cue.first > period.first and low[cue.first - 1] == ",":
        subject, trailing = _first_subject(reading), True
    if subject is None:
        subject = inverted = _opening(reading, cue)
    if subject is None and lex.drops_subject and cue.frame == "say" and cue.first - period.first <= 1:
        _without_subject(reading, cue)
    if subject is None or (lex.prepositions and not _can_speak(reading, cue, subject)):
        return
    begin = cue.first if inverted or trailing else subjects.verb_start(view, lex, min(subject[0], cue.first))
    end = inverted[1] if inverted else cue.end
    if (
        (cue.frame == "say" and not trailing and (beside.before(reading, cue, subject, begin, end)))
        or _quote_or_clause_after(reading, cue, subject, end)
        or (
            cue.frame != "stance"
            and not trailing
            and (inverted or not lex.inverts or begin < min(subject[0], cue.first))
            and not lex.subject_after
            and clauses.clause_before(reading, cue, subject, begin, end)
        )
        or clauses.object_after(reading, cue, subject, end)
    ):
        reading.subject = subject


def _opening(reading: Reading, cue: Cue) -> Tokens | None:
    """The subject of "Writes a woman: ..." and "Said the minister that ...", where the verb opens the sentence."""
    view, lex, period = reading.view, reading.lex, reading.period
    if not lex.inverts or cue.frame != "say" or cue.end >= period.end:
        return None
    if cue.first - period.first > 1 and days.end_of(view, lex, period.first, period.end) != cue.first:
        return None
    subject = subjects.right_of(view, lex, cue.end, period)
    if subject is None or subject[1] >= period.end:
        return None
    follows = view.words.low[subject[1]]
    comma = follows == "," and subject[1] + 1 < period.end and lex.opens_clause(view.words.low[subject[1] + 1])
    return subject if follows == ":" or comma or lex.opens_clause(follows) else None


def _without_subject(reading: Reading, cue: Cue) -> None:
    """ "Añadió que ...": the speaker before, when he is near, else nobody that is named; "decimos que ..." is the
    voice's own."""
    if reading.lex.is_own(reading.view.words.low[cue.first]):
        return
    before = len(reading.found)
    _quote_or_clause_after(reading, cue, None, cue.end)
    if not reading.follows:
        reading.found[before:] = [replace(found, follows=False) for found in reading.found[before:]]


def _participle(reading: Reading, cue: Cue) -> bool:
    """ ", adding that": a cue after a comma or a conjunction whose subject is the one before it."""
    at = cue.first - 1
    low = reading.view.words.low
    while at > reading.period.first and reading.lex.is_auxiliary(low[at]):
        at -= 1
    return (
        reading.subject is not None and at > reading.period.first and (low[at] == "," or low[at] in reading.lex.openers)
    )


def _first_subject(reading: Reading) -> Tokens | None:
    """The noun phrase that opens the sentence, when an auxiliary or a verb known here follows it."""
    view, lex, period = reading.view, reading.lex, reading.period
    subject = subjects.right_of(view, lex, period.first, period, appositive=False)
    if subject is None or subject[1] >= period.end:
        return None
    follows = view.words.low[subject[1]]
    return subject if lex.is_auxiliary(follows) or follows in lex.frames else None


def _inverted(reading: Reading, cue: Cue) -> Tokens | None:
    """The subject of "“...,” said X": to the right of a cue that follows a quotation or a comma."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    edge = subjects.before_auxiliaries(view, lex, cue.first, period)
    if cue.frame not in ("say", "think" if lex.inverts else "say") or edge <= period.first or cue.end >= period.end:
        return None
    quoted = quoting.after_quote(view, edge, period)
    if not quoted and low[edge - 1] not in BEFORE_CLAUSE:
        return None
    if subjects.is_written_on(view, lex, cue.end, period):
        return (cue.end + 1, cue.end + 2)
    if low[cue.end] in lex.pronouns:
        behind = low[cue.end + 1] if cue.end + 1 < period.end else ""
        alone = not behind or not view.is_word(cue.end + 1) or behind in lex.syntax.told | lex.prepositions | lex.times
        return (cue.end, cue.end + 1) if quoted and alone else None
    if view.inside[cue.end] or lex.opens_clause(low[cue.end]) or not view.is_word(cue.end):
        return None
    begin = subjects.past_adverbial(view, lex, cue.end, period) if lex.inverts else cue.end
    subject = subjects.right_of(view, lex, begin, period) if begin < period.end else None
    if subject is None or quoted:
        return subject
    if lex.inverts and _is_object(reading, cue, subject):
        return None
    closes = subject[1] >= period.end - 1 or low[subject[1]] in ".,;—" or low[subject[1]] in lex.stops
    named = view.capital(begin) or lex.is_determiner(low[begin]) or low[begin] in lex.offices
    if lex.inverts:
        named = subject[1] >= period.end - 1 or any(view.capital(i) or low[i] in lex.offices for i in range(*subject))
        closes = closes or low[subject[1]] in lex.times or lex.is_determiner(low[subject[1]])
        named = named and (not lex.oblique or _is_nominative(reading, subject))
    return subject if closes and named and edge - period.first > (1 if lex.inverts else 3) else None


def _is_nominative(reading: Reading, subject: Tokens) -> bool:
    """True for a name or an office in the case of subjects, where a language has cases."""
    lex, low = reading.lex, reading.view.words.low
    head = low[subject[0]]
    if head.endswith(lex.oblique) or head[:-1] in lex.offices:
        return False
    return reading.view.capital(subject[0]) or any(low[i] in lex.offices for i in range(*subject))


def _can_speak(reading: Reading, cue: Cue, subject: Tokens) -> bool:
    """False for "this shows", and for a verb in the first person beside a noun ("plans we propose")."""
    lex, low = reading.lex, reading.view.words.low
    if subject[1] - subject[0] == 1 and low[subject[0]] in lex.things:
        return False
    if lex.is_own(low[cue.first]) and low[subject[1] - 1] not in lex.first:
        return False
    return (
        not lex.past
        or subject[0] > cue.first
        or subjects.is_nominal(reading.view, lex, subject, reading.period, cue.first)
    )


def _right(reading: Reading, cue: Cue) -> Tokens | None:
    """The subject after a verb, where that is its usual place."""
    view, lex, period = reading.view, reading.lex, reading.period
    return subjects.right_of(view, lex, cue.end, period) if cue.end < period.end else None


def _is_object(reading: Reading, cue: Cue, phrase: Tokens) -> bool:
    """True when the noun phrase after a cue is what it acts on: "X, the president, recalled the plan"."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if lex.is_participle(low[cue.first]):
        return True
    if view.capital(phrase[0]) or any(low[i] in lex.offices for i in range(*phrase)):
        return False
    return subjects.left_of(view, lex, cue.first, period) is not None


def _quote_or_clause_after(reading: Reading, cue: Cue, subject: Tokens | None, end: int) -> bool:
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    end = clauses.after_aside(reading, end)
    reach = 2 * ADVERBIAL if lex.subject_after else ADVERBIAL
    for at in range(end, min(period.end, end + reach)):
        if view.inside[at]:
            if not lex.prepositions:
                return beside.after(reading, cue, subject, end, at)
            if not view.inside[at - 1] and beside.opens_words(reading, end, at):
                return beside.after(reading, cue, subject, end, at)
            continue
        if low[at] == ":":
            if at + 1 >= period.end and subject is not None and cue.frame == "say":
                reading.announced = (subject, cue)
            if at + 1 < period.end and not view.inside[at + 1] and clauses.has_object(reading, end, at):
                return False
            return cue.frame != "stance" and clauses.clause(reading, (at + 1, period.end), "clause/colon", subject, cue)
        if lex.opens_clause(low[at]):
            if not lex.reaches(low[at]) and at - end > 1:
                return False
            if clauses.is_relative(reading, cue, end, at) or (
                cue.frame == "stance" and not clauses.wants(reading, end, at)
            ):
                return False
            start = at + (low[at] in lex.plain)
            return clauses.clause(reading, (start, period.end), "clause/after", subject, cue)
        if at == end and lex.bare and cue.frame != "stance" and clauses.opens_bare(view, lex, at, low[cue.first]):
            return clauses.clause(reading, (at, period.end), "clause/bare", subject, cue)
        if at == end and cue.frame != "stance" and clauses.infinitive_at(view, lex, at, period):
            return clauses.clause(reading, (at, period.end), "clause/infinitive", subject, cue)
        if low[at] in ".;" or (low[at] in lex.frames and low[at] not in lex.doubtful):
            return False
        if lex.inverts and low[at] == "," and at + 1 < period.end:
            if low[at + 2 : at + 3] and low[at + 2] in lex.seconds:
                return clauses.clause(reading, (at + 1, period.end), "clause/after", subject, cue)
            if not lex.opens_clause(low[at + 1]) and not view.inside[at + 1]:
                return False
        if lex.prepositions and low[at] in lex.stops and low[at] not in lex.prepositions:
            return False
    return False
