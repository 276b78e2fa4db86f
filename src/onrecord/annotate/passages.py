"""Sentences and cues of paragraphs written without spaces.

Lives here: what ``unspaced`` reads: sentences with their quotations and reporting words, in linear time. Not here: what
a cue reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.marks import Quoted
from onrecord.knowledge.language import Speech
from onrecord.model import Span
from onrecord.text.segment import ENDS

TAIL = 30
COLONS = ("：", ":")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in its place; ``doubtful`` and ``stance`` as in ``Speech``."""

    span: Span
    doubtful: bool
    stance: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its quotations kept whole, with the quotations and cues in it."""

    span: Span
    paragraph: int
    quotes: tuple[Quoted, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``Speech`` as look-up tables, longest words first; traps by the word they hold."""

    cues: tuple[tuple[str, bool, bool], ...]
    traps: dict[str, tuple[tuple[str, int], ...]]
    pronouns: frozenset[str]
    openers: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    stops: tuple[str, ...]
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    onward: tuple[str, ...]
    own: tuple[str, ...]
    bare: frozenset[str]
    brief: frozenset[str]
    objects: tuple[str, ...]
    contrasts: tuple[str, ...]
    plain: frozenset[str]
    citing: tuple[str, ...]
    wires: tuple[str, ...]
    addressed: frozenset[str]
    acts: tuple[str, ...]


@lru_cache(maxsize=8)
def lexicon(speech: Speech) -> Lexicon:
    """The tables of one language; built once."""
    doubtful, stance = set(speech.doubtful), set(speech.stance)
    words = dict.fromkeys((*speech.say, *speech.think, *speech.stance))
    cues = tuple((w, w in doubtful, w in stance) for w in sorted(words, key=len, reverse=True))
    held = (*(w for w, _, _ in cues), *speech.stops)
    traps = {w: tuple((t, t.index(w)) for t in speech.traps if w in t and t != w) for w in held}
    pronouns = frozenset((*speech.pronouns, *speech.first))
    return Lexicon(
        cues,
        traps,
        pronouns,
        _by_size(speech.openers),
        _by_size(speech.auxiliaries),
        _by_size(speech.stops),
        _by_size(speech.tails),
        speech.heads,
        speech.onward,
        speech.own,
        frozenset(speech.bare),
        frozenset(speech.brief),
        speech.objects,
        speech.contrasts or ("\0",),
        frozenset(w for w in speech.bare if len(w) == 1),
        speech.citing,
        speech.wires or ("\0",),
        frozenset(speech.addressed),
        tuple(dict.fromkeys((*speech.acts, *speech.stance))),
    )


def _by_size(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def sentences(chars: str, paragraphs: list[Span], quotes: list[Quoted], lex: Lexicon) -> list[Sentence]:
    """The sentences of the paragraphs, in order, each with its quotations and cues."""
    result: list[Sentence] = []
    quote = cue = 0
    cues = _cues(chars, Span(paragraphs[0].start, paragraphs[-1].end), quotes, lex) if paragraphs else []
    for number, paragraph in enumerate(paragraphs):
        for span in _cut(chars, paragraph, number, quotes):
            mine = []
            while quote < len(quotes) and quotes[quote].outer.start < span.end:
                mine.append(quotes[quote])
                quote += 1
            heard = []
            while cue < len(cues) and cues[cue].span.start < span.end:
                heard.append(cues[cue])
                cue += 1
            result.append(Sentence(span, number, tuple(mine), tuple(heard)))
    return result


def _cut(chars: str, paragraph: Span, number: int, quotes: list[Quoted]) -> list[Span]:
    """Sentences of a paragraph, quotations kept whole; a quotation that ends a sentence ends it outside too, unless a
    short attribution follows."""
    ends: list[int] = []
    at = paragraph.start
    for quote in [*(q for q in quotes if q.paragraph == number), None]:
        stop = quote.outer.start if quote else paragraph.end
        ends.extend(i + 1 for i in range(at, stop) if chars[i] in ENDS)
        if quote is None:
            break
        at = quote.outer.end
        if quote.closed and at - 2 >= 0 and chars[at - 2] in ENDS:
            told = chars[paragraph.start : quote.outer.start].rstrip()[-1:] in COLONS  # who says it stands before
            ends.append(at if told else -at)
    return _joined(chars, paragraph, ends)


def _joined(chars: str, paragraph: Span, ends: list[int]) -> list[Span]:
    spans, start = [], paragraph.start
    for n, end in enumerate(ends):
        follows = abs(ends[n + 1]) if n + 1 < len(ends) else paragraph.end
        if end < 0 and follows + end <= TAIL and "“" not in chars[-end:follows]:
            continue
        if abs(end) > start:
            spans.append(Span(start, abs(end)))
            start = abs(end)
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def _cues(chars: str, whole: Span, quotes: list[Quoted], lex: Lexicon) -> list[Cue]:
    taken: dict[int, int] = {}
    found: list[Cue] = []
    signs = set(whole.of(chars))
    for word, doubtful, stance in lex.cues:
        at = chars.find(word, whole.start, whole.end) if word[0] in signs else -1
        while at >= 0:
            end = at + len(word)
            if taken.keys().isdisjoint(range(at, end)) and not trapped(chars, word, at, lex):
                for i in range(at, end):
                    taken[i] = end
                found.append(Cue(Span(at, end), doubtful, stance))
            at = chars.find(word, end, whole.end)
    found.sort(key=lambda c: c.span)
    return _outside(_joined_cues(chars, found, lex), quotes)


def _joined_cues(chars: str, cues: list[Cue], lex: Lexicon) -> list[Cue]:
    """A cue and the bare word of saying written on to it ("X反驳称") are one; not where the cue is who says it
    ("有分析称")."""
    result: list[Cue] = []
    for cue in cues:
        last = result[-1] if result else None
        joined = last is not None and last.span.end == cue.span.start and cue.span.of(chars) in lex.plain
        before = chars[last.span.start - 1 : last.span.start] if last is not None else ""
        if joined and last is not None and before.isalnum() and before not in "有据":
            result[-1] = Cue(Span(last.span.start, cue.span.end), cue.doubtful, last.stance)
        else:
            result.append(cue)
    return result


def _outside(cues: list[Cue], quotes: list[Quoted]) -> list[Cue]:
    result, quote = [], 0
    for cue in cues:
        while quote < len(quotes) and quotes[quote].outer.end <= cue.span.start:
            quote += 1
        if quote >= len(quotes) or cue.span.start < quotes[quote].outer.start:
            result.append(cue)
    return result


def trapped(chars: str, word: str, at: int, lex: Lexicon) -> bool:
    """True when the word at this place is part of a longer one that is no cue (or no stop)."""
    return any(at >= offset and chars.startswith(trap, at - offset) for trap, offset in lex.traps.get(word, ()))
