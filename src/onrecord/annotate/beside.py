"""Quotations beside a reporting word, in languages that set words apart by spaces.

Lives here: “words,” X said; X said: “words”; X: “words”; and who goes on speaking. Not here: clauses without marks
(``clauses``), the order in which rules are tried (``spaced``).
"""

from __future__ import annotations

from onrecord.annotate import clauses, quoting, subjects
from onrecord.annotate.cues import Cue
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add, add_quotes, quotes_from, words_between, words_in
from onrecord.annotate.subjects import Tokens

ADVERBIAL = 12
FEW_WORDS = 4
LONG = 6
OPENING = frozenset(":,—–-")


def before(reading: Reading, cue: Cue, subject: Tokens, begin: int, end: int) -> bool:
    """“words,” X said / said X: the quotations of the period that stand before the attribution."""
    view, period = reading.view, reading.period
    edge = subjects.before_auxiliaries(view, reading.lex, begin, period) if begin == cue.first else begin
    ready = quoting.ready_before(reading, edge)
    if not ready:
        return False
    if reading.lex.prepositions and _is_name(reading, ready, edge):
        return False
    if quoting.is_all(reading, ready, edge):
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
    if after and words_between(reading.view, end, quoting.start(reading.view, after[0])) <= FEW_WORDS:
        add_quotes(reading, after[:1], "quote/split", subject, cue)


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
    free = quoting.free(reading)
    named = quoting.label_before(reading, free[0]) if free and not reading.found else None
    if named is not None and (not reading.lex.prepositions or _is_label(reading, *named, free)):
        add_quotes(reading, free, "quote/label", named, None)


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
    free = quoting.free(reading)
    if near and free and quoting.is_most(reading, free):
        quoting.go_on(reading, free, FEW_WORDS)


def is_one(first: Found, second: Found) -> bool:
    """True for two halves of one quotation."""
    return first.mode == second.mode == "direct" and quoting.is_same_voice(first, second)
