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

from onrecord.annotate import cues, subjects
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.found import Found, Mode
from onrecord.annotate.reading import Reading, add, add_quotes, claim, quotes_from, words_between, words_in
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
NEAR = 16
FEW_WORDS = 4
LABEL = 14
BEFORE_CLAUSE = frozenset(",?!—–-")


def find(view: Stretch, lex: Lexicon) -> list[Found]:
    """Everything reported in a stretch, in order of reading."""
    by_period = _cues_by_period(view, cues.find(view.words, lex))
    found: list[Found] = []
    last_paragraph = -9
    announced: tuple[Tokens, Cue] | None = None
    last_announced = -9
    quote = 0
    for period, mine in zip(view.periods, by_period, strict=True):
        quotes = []
        while quote < len(view.quotes) and view.quote_tokens[quote][0] < period.end:
            quotes.append(quote)
            quote += 1
        if not mine and not quotes:
            continue
        near = bool(found) and period.paragraph - last_paragraph <= 1
        reading = Reading(view, lex, period, quotes, follows=near and lex.drops_subject)
        if announced is not None and _opens_with_quote(view, period, quotes) and period.paragraph - last_announced == 1:
            add_quotes(reading, quotes[:1], "quote/next", announced[0], announced[1])
        for cue in mine:
            _read_cue(reading, cue)
        announced, last_announced = reading.announced, period.paragraph
        _label(reading)
        _goes_on(reading, bool(found or reading.found) and period.paragraph - last_paragraph <= 1)
        if reading.found:
            last_paragraph = period.paragraph
            found.extend(sorted(reading.found, key=lambda f: f.span))
    return found


def _opens_with_quote(view: Stretch, period: Period, quotes: list[int]) -> bool:
    return bool(quotes) and view.quote_tokens[quotes[0]][0] == period.first


def _cues_by_period(view: Stretch, all_cues: list[Cue]) -> list[list[Cue]]:
    outside = [c for c in all_cues if not view.inside[c.first]]
    result: list[list[Cue]] = []
    at = 0
    for period in view.periods:
        mine = []
        while at < len(outside) and outside[at].first < period.end:
            mine.append(outside[at])
            at += 1
        result.append(mine)
    return result


def _read_cue(reading: Reading, cue: Cue) -> None:
    if cue.first in reading.claimed:
        return
    if cue.frame == "according":
        _according(reading, cue)
        return
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    if cue.first > period.first and (
        low[cue.first - 1] in lex.determiners or low[cue.first - 1] in lex.objects | lex.joins
    ):
        return
    inverted = _inverted(reading, cue)
    subject = inverted or subjects.left_of(view, lex, cue.first, period)
    trailing = False
    if subject is None and lex.subject_after:
        subject = subjects.right_of(view, lex, cue.end, period)
        inverted = subject
    if subject is None and _participle(reading, cue):
        subject, trailing = reading.subject, True
    if subject is None and lex.is_participle(low[cue.first]) and cue.first > period.first and low[cue.first - 1] == ",":
        subject, trailing = _first_subject(reading), True
    if subject is None and reading.follows and cue.frame == "say" and cue.first - period.first <= 1:
        _quote_or_clause_after(reading, cue, None, cue.end)
    if subject is None:
        return
    begin = cue.first if inverted or trailing else min(subject[0], cue.first)
    end = inverted[1] if inverted else cue.end
    if (
        (cue.frame == "say" and not trailing and (_quote_before(reading, cue, subject, begin, end)))
        or _quote_or_clause_after(reading, cue, subject, end)
        or (cue.frame != "stance" and not trailing and _clause_before(reading, cue, subject, begin, end))
        or _object_after(reading, cue, subject, end)
    ):
        reading.subject = subject


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
    if cue.frame != "say" or edge <= period.first or cue.end >= period.end:
        return None
    quoted = _after_quote(view, edge, period)
    if not quoted and low[edge - 1] not in BEFORE_CLAUSE:
        return None
    if low[cue.end] in lex.pronouns:
        alone = cue.end + 1 >= period.end or not view.is_word(cue.end + 1)
        return (cue.end, cue.end + 1) if quoted and alone else None
    if view.inside[cue.end] or lex.opens_clause(low[cue.end]) or not view.is_word(cue.end):
        return None
    subject = subjects.right_of(view, lex, cue.end, period)
    if subject is None or quoted:
        return subject
    closes = subject[1] >= period.end - 1 or low[subject[1]] in ".,;—" or low[subject[1]] in lex.stops
    named = view.capital(cue.end) or low[cue.end] in lex.determiners or low[cue.end] in lex.offices
    return subject if closes and named and edge - period.first > 3 else None


def _after_quote(view: Stretch, edge: int, period: Period) -> bool:
    """True when nothing but punctuation stands between a quotation and token ``edge``."""
    at = edge - 1
    while at > period.first and not view.inside[at] and not view.is_word(at):
        at -= 1
    return bool(view.inside[at])


def _quote_before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    view, period = reading.view, reading.period
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    closed = list(quotes_from(reading, period.first, edge))[-NEAR:]
    ready = [q for q in closed if view.quote_tokens[q][1] <= edge and q not in reading.taken]
    if not ready or words_between(view, view.quote_tokens[ready[-1]][1], edge):
        return False
    first = view.quote_tokens[ready[0]][0]
    if (
        first == period.first
        or words_between(view, period.first, first) == 0
        or reading.first_claimed < first
        or words_in(view, ready) > (edge - period.first) * 0.7
    ):
        add_quotes(reading, ready, "quote/before", subject, cue)
    else:
        add(reading, [(period.first, edge)], "mixed", "quote/before", subject, cue)
    _quote_goes_on(reading, subject, cue, end)
    return True


def _quote_goes_on(reading: Reading, subject: Tokens, cue: Cue, end: int) -> None:
    """The second half of a split quotation: “A,” he said, “b.”"""
    after = list(quotes_from(reading, end, min(end + 2 * ADVERBIAL, reading.period.end)))
    if after and words_between(reading.view, end, view_start(reading, after[0])) <= FEW_WORDS:
        add_quotes(reading, after[:1], "quote/split", subject, cue)


def view_start(reading: Reading, quote: int) -> int:
    """The first token of a quotation."""
    return reading.view.quote_tokens[quote][0]


def _quote_or_clause_after(reading: Reading, cue: Cue, subject: Tokens | None, end: int) -> bool:
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    for at in range(end, min(period.end, end + ADVERBIAL)):
        if view.inside[at]:
            return _from_quote(reading, cue, subject, end, at)
        if low[at] == ":":
            if at + 1 >= period.end and subject is not None and cue.frame == "say":
                reading.announced = (subject, cue)
            return cue.frame != "stance" and _clause(reading, (at + 1, period.end), "clause/colon", subject, cue)
        if lex.opens_clause(low[at]):
            if cue.frame == "stance" or _is_relative(reading, cue, end, at):
                return False
            start = at + (low[at] in lex.plain)
            return _clause(reading, (start, period.end), "clause/after", subject, cue)
        if at == end and lex.bare and cue.frame != "stance" and _opens_bare(view, lex, at, low[cue.first]):
            return _clause(reading, (at, period.end), "clause/bare", subject, cue)
        if low[at] in ".;" or (low[at] in lex.frames and low[at] not in lex.doubtful):
            return False
    return False


def _from_quote(reading: Reading, cue: Cue, subject: Tokens | None, end: int, at: int) -> bool:
    view, period = reading.view, reading.period
    quote = view.inside[at] - 1
    if quote in reading.taken or cue.frame == "stance":
        return False
    first, last = view.quote_tokens[quote]
    adjacent = words_between(view, end, at) == 0
    if words_between(view, first, last) < FEW_WORDS and not adjacent:
        return False
    rest = words_between(view, last, period.end)
    if adjacent and rest > 2 and view.words.low[last - 2] not in ".!?," and view.words.low[last : last + 1] != [","]:
        return _clause(reading, (at, period.end), "quote/after", subject, cue)
    same = list(quotes_from(reading, first, period.end)) if rest == 0 else [quote]
    add_quotes(reading, same, "quote/after", subject, cue)
    return True


def _is_relative(reading: Reading, cue: Cue, end: int, at: int) -> bool:
    """ "announced a rule that requires": the cue has an object, and what looks like a content clause belongs to it."""
    low, lex = reading.view.words.low, reading.lex
    return at > end and bool(lex.bare) and low[end] in lex.determiners and low[cue.first] not in lex.addressed


def _opens_bare(view: Stretch, lex: Lexicon, at: int, cue_word: str) -> bool:
    """True when a clause without an opening word may start at token ``at``: a pronoun after any cue, a noun phrase
    after those of ``Speech.bare``."""
    word = view.words.low[at]
    if word in lex.pronouns or word in lex.first or word in lex.neuter:
        return True
    return cue_word in lex.bare and (word in lex.determiners or view.capital(at))


def _clause(reading: Reading, tokens: Tokens, rule: str, subject: Tokens | None, cue: Cue) -> bool:
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


def _clause_before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
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


def _object_after(reading: Reading, cue: Cue, subject: Tokens, end: int) -> bool:
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
            return (at == end or cue.frame == "stance") and _clause(
                reading, (at, period.end), "object/after", subject, cue
            )
        if low[at] in lex.blame and cue.frame == "stance" and follows.endswith(lex.participles):
            return _clause(reading, (at + 1, period.end), "object/after", subject, cue)
    return False


def _according(reading: Reading, cue: Cue) -> None:
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
        _clause(reading, tokens, "according", subject, cue)
        reading.subject = subject


def _label(reading: Reading) -> None:
    """ "Name, Office: “words”" at the start of a paragraph."""
    view, period = reading.view, reading.period
    free = [q for q in reading.quotes if q not in reading.taken]
    if not free or reading.found:
        return
    first = view_start(reading, free[0])
    at = first - 1
    while at > period.first and not view.is_word(at) and view.words.low[at] != ":":
        at -= 1
    if at <= period.first or view.words.low[at] != ":" or at - period.first > LABEL:
        return
    begin = period.first
    while begin < at and not view.is_word(begin):
        begin += 1
    if begin < at and view.capital(begin):
        add_quotes(reading, free, "quote/label", (begin, at), None)


def _goes_on(reading: Reading, near: bool) -> None:
    """Quotations nobody claimed: the speaker before goes on, when they are most of the period."""
    view, period = reading.view, reading.period
    free = [q for q in reading.quotes if q not in reading.taken]
    if not near or not free or words_in(view, free) * 2 <= words_between(view, period.first, period.end):
        return
    for quote in free:
        first, last = view.quote_tokens[quote]
        if words_between(view, first, last) >= FEW_WORDS:
            reading.found.append(Found((view.quotes[quote].inner,), "direct", "quote/goes-on", follows=True))
            claim(reading, first, last)
