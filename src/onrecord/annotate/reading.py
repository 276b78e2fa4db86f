"""One period while it is read: what is found, and which words are already somebody's.

Lives here: the working state of ``spaced`` and the ways to add to it. Not here: the rules.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.found import Found, Mode
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens
from onrecord.model import Span

NOWHERE = 1 << 60
APOSTROPHES = "'’"
WRITTEN_ON = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "that", "there"])
TRIM = frozenset(",.;:—–")
NO_NAME = frozenset(",.;:!?…—–-)")


@dataclass(slots=True)
class Reading:
    """One period while it is read: its cues, the tokens already claimed, and what was found. ``silent`` is the
    sentence before, when nobody speaks in it."""

    view: Stretch
    lex: Lexicon
    period: Period
    quotes: list[int]
    claimed: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    first_claimed: int = NOWHERE
    found: list[Found] = field(default_factory=list)
    subject: Tokens | None = None
    follows: bool = False
    announced: tuple[Tokens, Cue] | None = None
    named: Tokens | None = None
    relative: bool = False
    silent: Period | None = None


def cues_of(periods: list[Period], heard: list[Cue]) -> list[list[Cue]]:
    """The cues of each period; both in the order of their places."""
    result: list[list[Cue]] = []
    at = 0
    for period in periods:
        mine = []
        while at < len(heard) and heard[at].first < period.end:
            mine.append(heard[at])
            at += 1
        result.append(mine)
    return result


def claim(reading: Reading, first: int, end: int) -> None:
    """Mark tokens, and the quotations that begin among them, as somebody's words."""
    reading.claimed.update(range(first, end))
    reading.taken.update(quotes_from(reading, first, end))
    reading.first_claimed = min(reading.first_claimed, first)


def quotes_from(reading: Reading, first: int, end: int) -> range:
    """The quotations that begin with a token in ``[first, end)``: they are numbered in the order of their places."""
    if not reading.quotes:
        return range(0)
    low, high = reading.quotes[0], reading.quotes[-1] + 1
    starts = reading.view.quote_tokens
    begin = bisect_left(starts, (first, 0), low, high)
    return range(begin, bisect_left(starts, (end, 0), begin, high))


def words_between(view: Stretch, first: int, end: int) -> int:
    """How many words stand in the tokens ``[first, end)``."""
    return view.words.before[end] - view.words.before[first] if end > first else 0


def words_in(view: Stretch, quotes: list[int]) -> int:
    """How many words the quotations hold."""
    return sum(words_between(view, *view.quote_tokens[q]) for q in quotes)


def add_quotes(reading: Reading, quotes: list[int], rule: str, subject: Tokens | None, cue: Cue | None) -> None:
    """Record quotations as the words of a subject (None: the speaker before goes on)."""
    view = reading.view
    for quote in quotes:
        first, last = view.quote_tokens[quote]
        if not view.quotes[quote].inner.of(view.chars).strip():
            continue
        claim(reading, first, last)
        reading.found.append(
            Found(
                (trimmed(view.chars, view.quotes[quote].inner),),
                "direct",
                rule,
                _source(view, subject),
                _cue_span(view, cue),
                subject is None,
                _source(view, reading.named) if subject else None,
            )
        )


def add(
    reading: Reading,
    parts: list[Tokens],
    mode: Mode,
    rule: str,
    subject: Tokens | None,
    cue: Cue,
    *,
    anonymous: bool = False,
) -> None:
    """Record stretches of tokens as one report of a subject (None: the speaker before goes on, or nobody is named)."""
    view = reading.view
    spans = []
    for first, end in parts:
        claim(reading, first, end)
        while end > first + 1 and view.words.low[end - 1] in TRIM:
            end -= 1
        while first < end - 1 and view.words.low[first] in TRIM:
            first += 1
        spans.append(view.words.span(first, end))
    named = _source(view, reading.named) if subject else None
    source = _source(view, subject)
    follows = subject is None and not anonymous
    reading.found.append(Found(tuple(spans), mode, rule, source, _cue_span(view, cue), follows, named))


def _source(view: Stretch, subject: Tokens | None) -> Span | None:
    """Where a subject stands, without the verb written on to a pronoun ("he's")."""
    if subject is None:
        return None
    first, end = subject
    while first < end - 1 and view.words.low[first] in NO_NAME:
        first += 1
    span = view.words.span(first, end)
    if end - first > 1:
        return span
    head = next((i for i in range(span.start, span.end) if view.chars[i] in APOSTROPHES), span.end)
    return Span(span.start, head) if head > span.start and view.chars[span.start : head].lower() in WRITTEN_ON else span


def _cue_span(view: Stretch, cue: Cue | None) -> Span | None:
    return view.words.span(cue.first, cue.end) if cue else None


def trimmed(chars: str, inner: Span) -> Span:
    """A quotation without white space inside its marks and without the comma that belongs to the sentence around."""
    start, end = inner.start, inner.end
    while start < end and chars[start].isspace():
        start += 1
    while end > start and (chars[end - 1].isspace() or chars[end - 1] == ","):
        end -= 1
    return Span(start, end) if start < end else inner
