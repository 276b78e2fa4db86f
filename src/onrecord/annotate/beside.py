"""Quotations beside a reporting word, in languages that set words apart by spaces.

Lives here: “words,” X said; X said: “words”; X: “words”; and who goes on speaking. Not here: clauses without marks
(``clauses``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import clauses, subjects
from onrecord.annotate.cues import Cue
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add, add_quotes, claim, quotes_from, trimmed, words_between, words_in
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
NEAR = 16
FEW_WORDS = 4
LABEL = 14
LONG = 6
OPENING = frozenset(":,—–-")


def opens_with(view: Stretch, period: Period, quotes: list[int]) -> bool:
    """True when a period begins with its first quotation."""
    return bool(quotes) and view.quote_tokens[quotes[0]][0] == period.first


def after_quote(view: Stretch, edge: int, period: Period) -> bool:
    """True when nothing but punctuation stands between a quotation and token ``edge``."""
    at = edge - 1
    while at > period.first and not view.inside[at] and not view.is_word(at):
        at -= 1
    return bool(view.inside[at])


def before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """“words,” X said / said X: the quotations of the period that stand before the attribution."""
    view, period = reading.view, reading.period
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    closed = list(quotes_from(reading, period.first, edge))[-NEAR:]
    ready = [q for q in closed if view.quote_tokens[q][1] <= edge and q not in reading.taken]
    if not ready or words_between(view, view.quote_tokens[ready[-1]][1], edge):
        return False
    first = view.quote_tokens[ready[0]][0]
    if reading.lex.prepositions and _is_name(reading, ready, edge):
        return False
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


def _is_name(reading: Reading, quotes: list[int], edge: int) -> bool:
    """True for a short quotation inside a sentence right before its verb (a newspaper's name)."""
    view = reading.view
    last = view.quote_tokens[quotes[-1]][1]
    return last == edge and words_in(view, quotes) < FEW_WORDS and view.words.low[last - 2] not in ".,!?"


def _quote_goes_on(reading: Reading, subject: Tokens, cue: Cue, end: int) -> None:
    """The second half of a split quotation: “A,” he said, “b.”"""
    after = list(quotes_from(reading, end, min(end + 2 * ADVERBIAL, reading.period.end)))
    if after and words_between(reading.view, end, _view_start(reading, after[0])) <= FEW_WORDS:
        add_quotes(reading, after[:1], "quote/split", subject, cue)


def _view_start(reading: Reading, quote: int) -> int:
    """The first token of a quotation."""
    return reading.view.quote_tokens[quote][0]


def after(reading: Reading, cue: Cue, subject: Tokens | None, end: int, at: int) -> bool:
    """X said “words”: the quotation that begins at token ``at``, after the cue that ends at ``end``."""
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
        return clauses.clause(reading, (at, period.end), "quote/after", subject, cue)
    same = list(quotes_from(reading, first, period.end)) if rest == 0 else [quote]
    add_quotes(reading, same, "quote/after", subject, cue)
    return True


def opens_words(reading: Reading, end: int, at: int) -> bool:
    """True when the quotation at token ``at`` is what the cue before it says, and not the name of a thing ("described
    the recording of “...”"): it follows the cue, a mark or an opening word, or is long."""
    view, lex = reading.view, reading.lex
    before = view.words.low[at - 1]
    if at == end or before in OPENING or lex.opens_clause(before):
        return True
    return words_between(view, *view.quote_tokens[view.inside[at] - 1]) >= LONG


def label(reading: Reading) -> None:
    """ "Name, Office: “words”" at the start of a paragraph."""
    view, period = reading.view, reading.period
    free = [q for q in reading.quotes if q not in reading.taken]
    if not free or reading.found:
        return
    first = _view_start(reading, free[0])
    at = first - 1
    while at > period.first and not view.is_word(at) and view.words.low[at] != ":":
        at -= 1
    if at <= period.first or view.words.low[at] != ":" or at - period.first > LABEL:
        return
    begin = period.first
    while begin < at and not view.is_word(begin):
        begin += 1
    if begin < at and view.capital(begin) and (not reading.lex.prepositions or _is_label(reading, begin, at, free)):
        add_quotes(reading, free, "quote/label", (begin, at), None)


def _is_label(reading: Reading, begin: int, end: int, quotes: list[int]) -> bool:
    """True for tokens that can be a name and an office, with no other words in small letters, before more than a
    name in marks."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if words_in(view, quotes) < FEW_WORDS or lex.is_own(low[begin]):
        return False
    return all(
        view.capital(i) or low[i] in lex.offices or low[i] in lex.joins or low[i] in lex.honorifics or low[i] in ",.()"
        for i in range(begin, end)
    )


def goes_on(reading: Reading, near: bool) -> None:
    """Quotations nobody claimed: the speaker before goes on, when they are most of the period."""
    view, period = reading.view, reading.period
    free = [q for q in reading.quotes if q not in reading.taken]
    if not near or not free or words_in(view, free) * 2 <= words_between(view, period.first, period.end):
        return
    for quote in free:
        first, last = view.quote_tokens[quote]
        if words_between(view, first, last) >= FEW_WORDS:
            words = trimmed(view.chars, view.quotes[quote].inner)
            reading.found.append(Found((words,), "direct", "quote/goes-on", follows=True))
            claim(reading, first, last)


def join(found: list[Found], more: list[Found], *, anew: bool) -> None:
    """Add what a period gave to what the periods before it gave. A quotation that goes on in the same paragraph is one
    with the quotation before it: “A,” X said. “B.” (``anew``: the period opens a paragraph.)"""
    for find in more:
        before = found[-1] if found and not anew else None
        if before is not None and _is_one(before, find):
            found[-1] = replace(before, parts=(*before.parts, *find.parts))
        else:
            found.append(find)
        anew = False


def _is_one(first: Found, second: Found) -> bool:
    if first.mode != "direct" or second.mode != "direct":
        return False
    return second.follows or (first.cue is not None and first.cue == second.cue and first.source == second.source)
