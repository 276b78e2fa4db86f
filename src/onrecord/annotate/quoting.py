"""Quotations of one period, whichever way its language is read.

Lives here: which quotations stand before an attribution, behind a label and in nobody's words, and joining the halves
of one. Not here: what each way of reading makes of them (``beside``, ``finite.beside``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, claim, quotes_from, trimmed, words_between, words_in
from onrecord.annotate.stretch import Period, Stretch

NEAR = 16
LABEL = 14
MOST = 0.7


def opens_with(view: Stretch, period: Period, quotes: list[int]) -> bool:
    """True when a period begins with its first quotation."""
    return bool(quotes) and view.quote_tokens[quotes[0]][0] == period.first


def after_quote(view: Stretch, edge: int, period: Period) -> bool:
    """True when nothing but punctuation stands between a quotation and token ``edge``."""
    at = edge - 1
    while at > period.first and not view.inside[at] and not view.is_word(at):
        at -= 1
    return bool(view.inside[at])


def free(reading: Reading) -> list[int]:
    """The quotations of the period that nobody has claimed."""
    return [quote for quote in reading.quotes if quote not in reading.taken]


def start(view: Stretch, quote: int) -> int:
    """The first token of a quotation."""
    return view.quote_tokens[quote][0]


def ready_before(reading: Reading, edge: int) -> list[int]:
    """The free quotations right before token ``edge``, where an attribution begins."""
    view = reading.view
    closed = list(quotes_from(reading, reading.period.first, edge))[-NEAR:]
    ready = [q for q in closed if view.quote_tokens[q][1] <= edge and q not in reading.taken]
    return [] if ready and words_between(view, view.quote_tokens[ready[-1]][1], edge) else ready


def is_all(reading: Reading, ready: list[int], edge: int) -> bool:
    """True when what stands before token ``edge`` is quotations, and hardly any words around them."""
    view, period = reading.view, reading.period
    first = start(view, ready[0])
    return (
        first == period.first
        or words_between(view, period.first, first) == 0
        or reading.first_claimed < first
        or words_in(view, ready) > (edge - period.first) * MOST
    )


def label_before(reading: Reading, quote: int) -> tuple[int, int] | None:
    """The tokens from the first word of a period to the colon before a quotation, when it begins with a capital."""
    view, period = reading.view, reading.period
    at = start(view, quote) - 1
    while at > period.first and not view.is_word(at) and view.words.low[at] != ":":
        at -= 1
    if at <= period.first or view.words.low[at] != ":" or at - period.first > LABEL:
        return None
    begin = period.first
    while begin < at and not view.is_word(begin):
        begin += 1
    return (begin, at) if begin < at and view.capital(begin) else None


def is_most(reading: Reading, quotes: list[int]) -> bool:
    """True when most words of the period stand in the quotations."""
    view, period = reading.view, reading.period
    return words_in(view, quotes) * 2 > words_between(view, period.first, period.end)


def go_on(reading: Reading, quotes: list[int], least: int) -> None:
    """Give quotations of ``least`` words or more to the speaker before."""
    view = reading.view
    for quote in quotes:
        first, last = view.quote_tokens[quote]
        if words_between(view, first, last) >= least:
            words = trimmed(view.chars, view.quotes[quote].inner)
            reading.found.append(Found((words,), "direct", "quote/goes-on", follows=True))
            claim(reading, first, last)


def join(found: list[Found], more: list[Found], is_one: Callable[[Found, Found], bool], *, anew: bool) -> None:
    """Add what a period gave to what the periods before it gave. A quotation that goes on in the same paragraph is one
    with the quotation before it: “A,” X said. “B.” (``anew``: the period opens a paragraph.)"""
    for find in more:
        before = found[-1] if found and not anew else None
        if before is not None and is_one(before, find):
            found[-1] = replace(before, parts=(*before.parts, *find.parts))
        else:
            found.append(find)
        anew = False


def is_same_voice(first: Found, second: Found) -> bool:
    """True for a second half that follows, or that one cue and one mention attribute as well."""
    return second.follows or (first.cue is not None and first.cue == second.cue and first.source == second.source)
