"""Words reported without marks of quotation, in languages that set words apart by spaces.

Lives here: where a content clause begins and ends: X said that words; words, X said; X called on Y to do Z; according
to X, words. Not here: quotations (``beside``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from onrecord.annotate import silence
from onrecord.annotate.cues import Cue, Lexicon, phrase_at
from onrecord.annotate.finite import subjects
from onrecord.annotate.found import Mode
from onrecord.annotate.reading import Reading, add, add_quotes, quotes_from, words_between, words_in
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
FEW_WORDS = 4
OBJECT = 8
ADDRESSEE = 6
BEFORE_CLAUSE = frozenset(",?!—–-")


def clause(
    reading: Reading,
    tokens: Tokens,
    rule: str,
    subject: Tokens | None,
    cue: Cue,
    *,
    anonymous: bool = False,
    whole: bool = False,
) -> bool:
    """Record tokens as the words of a subject, up to where the clause ends; False when they are too few."""
    tokens = tokens if whole else _cut_clause(reading, tokens, cue)
    if words_between(reading.view, *tokens) < 2:
        return False
    inner = list(quotes_from(reading, *tokens))
    if inner and words_between(reading.view, *tokens) <= words_in(reading.view, inner):
        add_quotes(reading, inner, rule.replace("clause", "quote"), subject, cue)
    else:
        add(reading, [tokens], "mixed" if inner else "indirect", rule, subject, cue, anonymous=anonymous)
    return True


def _cut_clause(reading: Reading, tokens: Tokens, cue: Cue) -> Tokens:
    """End a clause before ", adding ...", ", according to ...", ", X said" and ", although ...", and where the sentence
    around it goes on."""
    view = reading.view
    low = view.words.low
    least = tokens[0] + 2
    subordinate = _in_subordinate(reading, cue) or reading.relative
    for at in range(least, tokens[1] - 1):
        if view.inside[at]:
            continue
        if low[at] == ",":
            if subordinate or _ends_at_comma(reading, at, tokens[1]):
                return (tokens[0], at)
        elif _ends_here(reading, at, tokens[1], cue):
            return (tokens[0], at)
    return tokens


def _in_subordinate(reading: Reading, cue: Cue) -> bool:
    """True for "When X said that Y, Z": the clause ends with its comma."""
    view, lex, period = reading.view, reading.lex, reading.period
    return period.first < cue.first and view.words.low[period.first] in lex.syntax.subordinators


def _ends_at_comma(reading: Reading, comma: int, end: int) -> bool:
    view, lex = reading.view, reading.lex
    low = view.words.low
    after = low[comma + 1]
    if phrase_at(view.words, comma + 1, lex.according) or lex.is_participle(after):
        return True
    if after in lex.syntax.cuts:
        return not _quotes_on(reading, comma + 1, end)
    if after in lex.openers and comma + 2 < end and low[comma + 2] in lex.frames and low[comma + 2] not in lex.doubtful:
        return True
    if after in lex.openers and comma + 2 < end and low[comma + 2] in lex.alone:
        return _attribution_at(reading, comma + 2, end, closed=False)
    return after in lex.syntax.articles or _attribution_at(reading, comma + 1, end)


def _quotes_on(reading: Reading, at: int, end: int) -> bool:
    """True when a quotation follows and no cue before it: the same speaker's words go on."""
    view, lex = reading.view, reading.lex
    following = quotes_from(reading, at, end)
    if not following:
        return False
    first, last = view.quote_tokens[following[0]]
    long = words_between(view, first, last) >= FEW_WORDS
    return long and not any(view.words.low[i] in lex.frames and not view.capital(i) for i in range(at, first))


def _attribution_at(reading: Reading, at: int, end: int, *, closed: bool = True) -> bool:
    """True for "X said", when ``closed`` up to the end of the clause or a mark."""
    view, lex = reading.view, reading.lex
    subject = subjects.right_of(view, lex, at, reading.period, appositive=False)
    if subject is None or subject[1] >= end:
        return False
    verb = subject[1]
    while verb < end - 1 and lex.is_auxiliary(view.words.low[verb]):
        verb += 1
    if view.words.low[verb] not in lex.frames or lex.frames[view.words.low[verb]] not in ("say", "think"):
        return False
    return not closed or verb + 1 >= end or view.words.low[verb + 1] in ",.;" or view.words.low[verb + 1] in lex.stops


def _ends_here(reading: Reading, at: int, end: int, cue: Cue) -> bool:
    """True at a semicolon, and at "and" before another act of the same subject ("said that ... and told ...")."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if low[at] == ";":
        return True
    if low[at] in lex.syntax.conjoins and view.capital(at + 1) and _attribution_at(reading, at + 1, end, closed=False):
        return True
    if low[at] not in lex.openers:
        return False
    verb = at + 1
    while verb < end - 1 and lex.is_auxiliary(low[verb]) and low[verb] not in lex.syntax.be:
        verb += 1
    if low[cue.first].endswith("s") and low[verb].endswith("s") and low[verb] in lex.acts:
        return low[verb] not in lex.doubtful
    if not (_is_past(lex, low[cue.first]) or _acted(lex, low, cue)):
        return False
    if low[verb] in lex.acts:
        return lex.is_past(low[verb]) and low[verb] not in lex.doubtful
    return low[verb] in lex.frames and low[verb] not in lex.doubtful and _is_past(lex, low[verb])


def _is_past(lex: Lexicon, word: str) -> bool:
    return word in lex.syntax.pasts


def _acted(lex: Lexicon, low: list[str], cue: Cue) -> bool:
    """True for the past of an act that reports no words ("rejected")."""
    return cue.frame == "act" and lex.is_past(low[cue.first])


def closes(reading: Reading, cue: Cue) -> bool:
    """True when ", X said" closes a period, at most with a day or place after it."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if cue.frame not in ("say", "think") or lex.is_participle(low[cue.first]):
        return False
    subject = subjects.left_of(view, lex, cue.first, period)
    if subject is None or subject[0] - period.first < 4 or not _after_comma(reading, subject[0]):
        return False
    rest = range(cue.end, period.end)
    if len(rest) > ADVERBIAL or any(view.inside[i] or lex.opens_clause(low[i]) or low[i] == ":" for i in rest):
        return False
    return cue.end >= period.end or low[cue.end] in ".," or low[cue.end] in lex.stops or low[cue.end] in lex.times


def _after_comma(reading: Reading, at: int) -> bool:
    """True right after a comma, inside the marks of a quotation or not, which does not open its period."""
    view, period = reading.view, reading.period
    if view.words.low[at - 1] == ",":
        return True
    if not view.inside[at - 1]:
        return False
    return view.words.low[at - 2] == "," and view.quote_tokens[view.inside[at - 1] - 1][0] > period.first


def is_around(reading: Reading, subject: Tokens, end: int) -> bool:
    """True for "Words, X said, words": marks on both sides, no quotation after them, and a clause before them that no
    preposition or participle opens."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if end + 1 >= period.end or subject[0] - period.first < OBJECT // 4 or low[end] != "," or view.inside[end + 1]:
        return False
    opens = low[period.first]
    return low[subject[0] - 1] == "," and opens not in lex.stops and not opens.endswith(lex.participles)


def _may_be_said(reading: Reading, subject: Tokens, edge: int, end: int) -> bool:
    """True when what stands before "X said" can be a clause: no mere adverbial ("In other cases, X agreed to")."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if end + 1 < period.end and low[end] in lex.infinitive and not _names_a_thing(reading, end + 1):
        return False
    opens, closes = low[subject[0]], end >= period.end or low[end] == "."
    named = opens in lex.determiners or opens in lex.alone or any(view.capital(i) for i in range(*subject))
    if not closes and not named and not low[subject[1] - 1].endswith("s"):
        return False
    if low[period.first] not in lex.stops:
        return True
    words = range(period.first, edge)
    return any(low[i] in lex.syntax.finite or (low[i] in lex.syntax.verbs and not view.capital(i)) for i in words)


def clause_before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """ "Words, X said." and "Words, X said, words."."""
    view, period = reading.view, reading.period
    low = view.words.low
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    after = low[end] if end < period.end else "."
    verb = low[end + 1] if after == "," and end + 1 < period.end else ""
    goes_on = verb in reading.lex.syntax.finite or verb in reading.lex.syntax.be  # "Lusenia, he noted, had said ..."
    if edge - period.first < 3 - goes_on or low[edge - 1] not in BEFORE_CLAUSE or view.inside[edge - 1]:
        return False
    if after not in ".,;—" and not _is_adverbial(reading.lex, after):
        return False
    if cue.frame == "think" and after in reading.lex.syntax.objects_of:
        return False
    if reading.first_claimed < edge or not _may_be_said(reading, subject, edge, end):
        return False
    before = (period.first, edge - 1)
    inner = quotes_from(reading, period.first, edge)
    mode: Mode = "mixed" if inner else "indirect"
    if (
        after == ","
        and (goes_on or words_between(view, end, period.end) > FEW_WORDS)
        and view.words.low[end + 1] not in reading.lex.frames
    ):
        add(reading, [before, (end + 1, period.end)], mode, "clause/around", subject, cue)
    else:
        add(reading, [before], mode, "clause/before", subject, cue)
    return True


def _is_adverbial(lex: Lexicon, word: str) -> bool:
    return word in lex.stops or word in lex.times or word in lex.syntax.adverbials


def shown(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
    """ "The poll shows X ahead of Y": what a poll, a study or a paper shows."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if low[cue.first] not in lex.syntax.displays or not any(low[i] in lex.syntax.studies for i in range(*subject)):
        return False
    return end < period.end and view.is_word(end) and clause(reading, (end, period.end), "clause/shows", subject, cue)


def object_after(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
    """ "X urged Y to do Z", "X accused Y of doing Z", "vowing to do Z"."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if low[cue.first] not in lex.syntax.wants or silence.kept(low, cue.first, lex):
        return False
    for at in range(end, min(period.end - 1, end + OBJECT)):
        if view.inside[at] or low[at] in ".;:":
            return False
        if at > end and (low[at] in lex.syntax.finite or agent_verb(reading, at)):
            return False
        follows = low[at + 1]
        if low[at] in lex.infinitive and not _names_a_thing(reading, at + 1):
            wanted = at == end or cue.frame == "stance" or low[cue.first] in lex.addressed
            return wanted and clause(reading, (at, period.end), "object/after", subject, cue)
        if low[at] in lex.blame and cue.frame == "stance" and follows.endswith(lex.participles):
            return clause(reading, (at + 1, period.end), "object/after", subject, cue)
    return False


def named_as(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
    """ "X called the plan a mistake", "X described it as a gift": what somebody says a thing is."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if low[cue.first] not in lex.syntax.naming or end >= period.end or low[end] in lex.stops:
        return False
    for at in range(end + 1, min(period.end - 1, end + OBJECT)):
        if view.inside[at] or not view.is_word(at) or low[at] in lex.infinitive:
            return False
        second = low[at] in lex.syntax.articles and low[at - 1] not in lex.stops and low[at - 1] not in lex.determiners
        if low[at] in lex.syntax.manner or (second and low[cue.first] in lex.syntax.wants):
            return clause(reading, (end, period.end), "clause/named", subject, cue)
    return False


def agent_verb(reading: Reading, at: int) -> bool:
    """True for a finite verb that ends the object of the verb before it."""
    view, lex = reading.view, reading.lex
    return view.words.low[at] in lex.syntax.verbs and not view.capital(at)


def _names_a_thing(reading: Reading, at: int) -> bool:
    """True when no infinitive follows "to": an article, a name, a number, a pronoun."""
    view, lex = reading.view, reading.lex
    word = view.words.low[at]
    return word in lex.determiners or view.capital(at) or word[0].isdigit() or word in lex.syntax.told


def as_said(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
    """ "As X noted, words.": the sentence after the comma."""
    view, period = reading.view, reading.period
    low = view.words.low
    if subject[0] - period.first != 1 or low[period.first] not in reading.lex.syntax.manner:
        return False
    if end + 1 >= period.end or low[end] != ",":
        return False
    return clause(reading, (end + 1, period.end), "clause/as", subject, cue)


def asked(reading: Reading, cue: Cue) -> bool:
    """ "Asked whether words, X said ...": a question that nobody is named for."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if cue.end + 2 >= period.end or low[cue.first] not in lex.addressed or low[cue.first] not in lex.syntax.pasts:
        return False
    opens = cue.first == period.first or low[cue.first - 1] in lex.syntax.subordinators
    if not opens or not lex.opens_clause(low[cue.end]) or low[cue.end] in lex.plain:
        return False
    comma = next((i for i in range(cue.end, period.end) if low[i] == "," and not view.inside[i]), period.end)
    return clause(reading, (cue.end, comma), "clause/asked", None, cue, anonymous=True)


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
        clause(reading, tokens, "according", subject, cue, whole=not opens)
        reading.subject = subject
