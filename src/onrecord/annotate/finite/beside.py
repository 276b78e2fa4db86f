"""Quotations beside a reporting word, in languages that set words apart by spaces.

Lives here: “words,” X said; X said: “words”; X: “words”; and who goes on speaking. Not here: clauses without marks
(``clauses``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from onrecord.annotate import quoting
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.finite import clauses, subjects
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add, add_quotes, quotes_from, words_between
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
ASKED = ("?", "!")
DASHES = ("-", "–", "—")
FEW_WORDS = 4
BEFORE = ("quote/before", "clause/before")
SCARE = 2
ENOUGH = 2
FAR = 26  # tokens of a noun phrase with what belongs to it


def before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """“words,” X said / said X: the quotations of the period that stand before the attribution."""
    view, period = reading.view, reading.period
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    ready = quoting.ready_before(reading, edge)
    if not ready:
        return False
    if quoting.is_all(reading, ready, edge):
        add_quotes(reading, ready, "quote/before", subject, cue)
    elif closes_there(reading, end):
        add(reading, [(period.first, edge)], "mixed", "quote/before", subject, cue)
    else:
        return False
    _quote_goes_on(reading, subject, cue, end)
    return True


def closes_there(reading: Reading, end: int) -> bool:
    """True when nothing is reported after an attribution that ends at token ``end``."""
    view, lex, period = reading.view, reading.lex, reading.period
    if end >= period.end:
        return True
    word = view.words.low[end]
    return word in ".,;—" or word in lex.times or (word in lex.stops and not lex.opens_clause(word) and word != "if")


def _quote_goes_on(reading: Reading, subject: Tokens, cue: Cue, end: int) -> None:
    """The second half of a split quotation: “A,” he said, “b.”"""
    after = list(quotes_from(reading, end, min(end + 2 * ADVERBIAL, reading.period.end)))
    if not after:
        return
    first = quoting.start(reading.view, after[0])
    between = words_between(reading.view, end, first)
    joined = between == 1 and reading.view.words.low[first - 1] in reading.lex.openers
    few = between <= FEW_WORDS or not any(reading.view.words.low[i] in reading.lex.frames for i in range(end, first))
    if between == 0 or joined or (few and not reading.view.is_word(first - 1)):
        add_quotes(reading, after[:1], "quote/split", subject, cue)


def after(reading: Reading, cue: Cue, subject: Tokens | None, end: int, at: int) -> bool:
    """X said “words”: the quotation that begins at token ``at``, after the cue that ends at ``end``."""
    view, period = reading.view, reading.period
    quote = view.inside[at] - 1
    if quote in reading.taken:
        return False
    first, last = view.quote_tokens[quote]
    blamed = cue.frame in ("stance", "act") and last < period.end and _ends_with_comma(view, quote, last)
    if blamed and attribution(view, reading.lex, last, period) is not None:
        return False
    between = words_between(view, end, at)
    if cue.frame in ("stance", "act") or (between and _is_complement(reading, end, at)):
        return _inside(reading, cue, subject, end, quote)
    if words_between(view, first, last) < FEW_WORDS and between:
        return False
    rest = words_between(view, last, period.end)
    if not between and rest > 2 and view.words.low[last - 2] not in ".!?," and view.words.low[last : last + 1] != [","]:
        return clauses.clause(reading, (at, period.end), "quote/after", subject, cue)
    same = list(quotes_from(reading, first, period.end)) if rest == 0 else [quote]
    add_quotes(reading, same, "quote/after", subject, cue)
    return True


def _is_complement(reading: Reading, end: int, at: int) -> bool:
    """True for "described the rule as “...”": what stands between cue and quotation belongs to what is reported; not
    an adverbial ("said in a speech: “...”") nor the one who is told."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if (
        not view.is_word(at - 1)
        or not view.is_word(end)
        or low[end] in lex.stops
        or lex.is_auxiliary(low[end])
        or low[end] in lex.times
    ):
        return False
    return low[end] not in lex.syntax.told and not view.capital(at - 1) and low[at - 1] not in lex.syntax.told


def _inside(reading: Reading, cue: Cue, subject: Tokens | None, end: int, quote: int) -> bool:
    """ "called the rule “a narrow gate”": the complement of a cue, with a quotation of some words in it."""
    view, period = reading.view, reading.period
    first, last = view.quote_tokens[quote]
    if words_between(view, first, last) < SCARE or period.end <= end:
        return False
    begin = end
    while begin < first and not view.is_word(begin):
        begin += 1
    if cue.frame == "act" and _is_others(reading, begin, first):
        return False
    return clauses.clause(reading, (begin, period.end), "quote/inside", subject, cue)


def _is_others(reading: Reading, begin: int, end: int) -> bool:
    """True for what others say, of which an act is ("rejected calls to delay the “Act”", "condemned the claim that"):
    no words of who acts."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    for at in range(begin, min(end - 1, begin + FEW_WORDS)):
        if low[at] in lex.stops or low[at] in lex.infinitive:
            return False
        if low[at] in lex.syntax.nominal or (low[at] in lex.syntax.nouns and low[at] in lex.frames):
            return low[at + 1] in lex.infinitive or low[at + 1] in lex.stops
    return False


def is_title(reading: Reading, at: int, end: int) -> bool:
    """True for a few words in marks away from the cue: the name of a programme, and no words of the speaker."""
    view = reading.view
    first, last = view.quote_tokens[view.inside[at] - 1]
    return words_between(view, first, last) < FEW_WORDS and words_between(view, end, first) > 0


def is_asked(view: Stretch, lex: Lexicon, before: Period, period: Period) -> bool:
    """True when a period ends with “...?” and the next is its attribution: "X asked", up to a mark or an adverbial; a
    full stop inside the marks needs an attribution and nothing else ("X said.")."""
    last = before.end - 1
    if not view.inside[last] or view.inside[period.first] or view.inside[last] == view.inside[period.first]:
        return False
    first, end = view.quote_tokens[view.inside[last] - 1]
    while end > first and not view.is_word(end - 1) and view.words.low[end - 1] not in ASKED:
        end -= 1
    if end <= first or view.words.low[end - 1] not in (*ASKED, "."):
        return False
    stated = view.words.low[end - 1] == "."
    subject = subjects.right_of(view, lex, period.first, period)
    if subject is None:
        return False
    at = subject[1] + (subject[1] < period.end and view.words.low[subject[1]] == ",")
    while at < period.end and lex.is_auxiliary(view.words.low[at]):
        at += 1
    if at >= period.end:
        return False
    if stated and (period.end - at > 2 or lex.frames.get(view.words.low[at]) != "say"):
        return False
    if lex.frames.get(view.words.low[at]) not in ("say", "voice"):
        return lex.is_past(view.words.low[at]) and period.end - at <= 2
    told = view.words.low[at] in lex.addressed
    at += 1
    while at < period.end and (lex.is_auxiliary(view.words.low[at]) or view.words.low[at] in lex.syntax.told):
        at += 1
    follows = view.words.low[at] if at < period.end else "."
    if told and at < period.end and view.capital(at):
        return not any(lex.opens_clause(view.words.low[i]) or view.inside[i] for i in range(at, period.end))
    return follows in ".,;—" or (follows in lex.stops and not lex.opens_clause(follows)) or follows in lex.times


def attributed(reading: Reading) -> None:
    """“words,” X shot back: a quotation that ends with a comma and nobody claims belongs to the subject of the verb
    after it, whatever the verb."""
    view, lex, period = reading.view, reading.lex, reading.period
    free = [q for q in reading.quotes if q not in reading.taken]
    while free and (
        view.quote_tokens[free[-1]][1] + 1 >= period.end
        or not _ends_with_comma(view, free[-1], view.quote_tokens[free[-1]][1])
    ):
        free.pop()
    if not free:
        return
    end = view.quote_tokens[free[-1]][1]
    at = end + (view.words.low[end] == ",")
    at += at + 1 < period.end and view.words.low[at] in lex.syntax.similes
    if _far_attribution(reading, free, at):
        return
    subject = subjects.right_of(view, lex, at, period)
    opens = view.capital(at) or view.words.low[at] in lex.alone or view.words.low[at] in lex.determiners
    if subject is None or not opens:
        return
    verb = subject[1] + (subject[1] < period.end and view.words.low[subject[1]] == ",")
    while verb < period.end and lex.is_auxiliary(view.words.low[verb]):
        verb += 1
    if view.words.low[at] in lex.alone:
        subject, verb = (at, at + 1), at + 1
    elif verb < period.end and view.words.low[verb] in lex.stops:
        verb = _last_word(view, verb, period)
    if verb < period.end and view.is_word(verb) and view.words.low[verb] not in lex.stops:
        add_quotes(reading, free, "quote/before", subject, Cue(verb, verb + 1, "voice"))


def _far_attribution(reading: Reading, free: list[int], at: int) -> bool:
    """“words,” the senator and former governor told X: quotations whose attribution has a long noun phrase, up to the
    first finite verb of saying."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    verb = attribution(view, lex, at, period)
    if verb is None:
        return False
    subject = subjects.right_of(view, lex, at, period, appositive=False) or (at, verb)
    while low[subject[1] - 1] in lex.stops and subject[1] - subject[0] > 1:
        subject = (subject[0], subject[1] - 1)
    add_quotes(reading, free, "quote/before", subject, Cue(verb, verb + 1, "say"))
    return True


def attribution(view: Stretch, lex: Lexicon, at: int, period: Period) -> int | None:
    """The finite verb of saying of the noun phrase that begins at token ``at``, over its relative clauses and
    appositions; None when there is none before a mark that ends it or another quotation."""
    low = view.words.low
    if at >= period.end or view.inside[at] or low[at] in lex.alone:
        return None
    if not (view.capital(at) or low[at] in lex.determiners or _names(view, at, period)):
        return None
    for i in range(at + 1, min(period.end, at + FAR)):
        if view.inside[i] or (low[i] in ".;:" and low[i] != ".") or (lex.opens_clause(low[i]) and low[i] in lex.plain):
            return None
        said = lex.frames.get(low[i]) == "say" and low[i] not in lex.doubtful and not view.capital(i)
        if said and (low[i] in lex.syntax.pasts or low[i].endswith("s")) and low[i - 1] not in lex.determiners:
            return i
    return None


def _names(view: Stretch, at: int, period: Period) -> bool:
    """True for words in small letters before a name ("harbour experts Daro Vell and ...")."""
    last = min(period.end, at + FEW_WORDS)
    return any(view.capital(i) and view.is_word(i) for i in range(at, last)) and view.is_word(at)


def _last_word(view: Stretch, at: int, period: Period) -> int:
    """The word before the next mark: "a voice in the film says,"."""
    while at + 1 < min(period.end, at + quoting.LABEL) and view.is_word(at + 1) and not view.inside[at + 1]:
        at += 1
    return at


def _ends_with_comma(view: Stretch, quote: int, end: int) -> bool:
    if view.words.low[end] == ",":
        return True
    at = view.quote_tokens[quote][1] - 1
    while at > view.quote_tokens[quote][0] and view.words.low[at] not in ",." and not view.is_word(at):
        at -= 1
    return view.words.low[at] == ","


def label(reading: Reading) -> None:
    """ "Name, Office: “words”" at the start of a paragraph."""
    free = quoting.free(reading)
    named = quoting.label_before(reading, free[0]) if free and not reading.found else None
    if named is not None:
        add_quotes(reading, free, "quote/label", _named_in_label(reading, *named), None)


def dash_label(reading: Reading, colon: int) -> bool:
    """ "Sailors agree - Daro Vell: “words”": a name between a dash and a colon."""
    view, period = reading.view, reading.period
    begin = colon
    while begin > period.first and colon - begin < FEW_WORDS and view.capital(begin - 1):
        begin -= 1
    if begin == colon or begin <= period.first or view.words.low[begin - 1] not in DASHES:
        return False
    free = [q for q in quotes_from(reading, colon, period.end) if q not in reading.taken]
    add_quotes(reading, free, "quote/label", (begin, colon), None)
    return bool(free)


def _named_in_label(reading: Reading, begin: int, at: int) -> Tokens | None:
    """Who a label names: all of it, or the subject when it is a clause ("She then addressed them again:"); None, the
    speaker before, when an adverbial is all ("Then, later that month:")."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if low[begin] in lex.alone:
        return (begin, begin + 1)
    if low[begin] in lex.openers or low[begin] in lex.stops or low[begin] in lex.prepositions:
        origin = next((i for i in range(begin, min(at, begin + FEW_WORDS)) if low[i] in lex.syntax.origins), at)
        if origin + 1 < at:
            return subjects.right_of(view, lex, origin + 1, period)
        named = any(low[i] in lex.syntax.papers for i in range(begin + 1, at)) and low[begin + 1] in lex.determiners
        return (begin + 1, at) if named else None
    subject = subjects.right_of(view, lex, begin, period)
    verb = subject[1] if subject else at
    return subject if subject and verb < at and view.is_word(verb) and low[verb] not in lex.stops else (begin, at)


def goes_on(reading: Reading, near: bool) -> None:
    """Quotations nobody claimed: the speaker before goes on, when they are most of the period; else those that are
    sentences, behind words of his."""
    free = quoting.free(reading)
    if not near or not free:
        return
    if not quoting.is_most(reading, free):
        view = reading.view
        free = [q for q in free if reading.found and _is_sentence(view.quotes[q].inner.of(view.chars).strip())]
    quoting.go_on(reading, free, ENOUGH)


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words[-1:] in (".", "?", "!")


def is_one(first: Found, second: Found) -> bool:
    """True for two halves of one quotation; the first may be words around one before their attribution."""
    if second.mode != "direct" or (first.mode != "direct" and first.rule not in BEFORE):
        return False
    return quoting.is_same_voice(first, second)
