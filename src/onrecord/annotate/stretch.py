"""A stretch of paragraphs made ready for reading: tokens, quotations, and the reach of one attribution.

Lives here: the view that the finders of quotations and reported speech share. Not here: cues, subjects, content.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate import marks, words
from onrecord.annotate.marks import Quoted
from onrecord.annotate.words import Words
from onrecord.knowledge.language import Speech
from onrecord.model import Span
from onrecord.text.segment import ANY_ENDS, is_end

SHORT = 4
SHUT = frozenset("”\"»’』」'")
_BOUNDS = SHUT | ANY_ENDS


@dataclass(frozen=True, slots=True)
class Period:
    """Tokens ``[first, end)`` that one attribution can reach: a sentence, its quotations kept whole."""

    first: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of one voice in one language. ``inside[i]`` is 1 + the index of the quotation that token ``i`` lies in
    (its marks too), 0 for none. ``quote_tokens[q]`` are the tokens ``[first, end)`` of a quotation with its marks."""

    chars: str
    words: Words
    quotes: list[Quoted]
    inside: list[int]
    quote_tokens: list[tuple[int, int]]
    periods: list[Period]
    unclosed: int

    def initial(self, at: int) -> str:
        """The first character of a token as printed."""
        return self.chars[self.words.starts[at]]

    def capital(self, at: int) -> bool:
        """True when a token begins with a capital letter."""
        return self.chars[self.words.starts[at]].isupper()

    def is_word(self, at: int) -> bool:
        """True for a token of letters or digits."""
        return self.chars[self.words.starts[at]].isalnum()


def make(chars: str, paragraphs: list[Span], speech: Speech) -> Stretch:
    """Tokens, quotations and periods of neighbouring paragraphs, in time linear in their length."""
    whole = Span(paragraphs[0].start, paragraphs[-1].end)
    cut = words.cut(chars, whole)
    if speech.folds:
        cut = words.folded(cut, speech.folds)
    if speech.enclitics:
        cut = words.apart(cut, speech.enclitics)
    quotes, unclosed = marks.pair(chars, paragraphs, speech.marks)
    inside, quote_tokens = _inside(cut, quotes)
    half = Stretch(chars, cut, quotes, inside, quote_tokens, [], unclosed)
    half.periods.extend(_periods(half, paragraphs, _shortened(speech), _starters(speech)))
    return half


@lru_cache(maxsize=32)
def _shortened(speech: Speech) -> frozenset[str]:
    """Forms of address that a full stop may shorten ("dr"); an article or a long word ends its sentence."""
    return frozenset(w for w in speech.honorifics if len(w) <= SHORT + 1 and w not in speech.determiners)


@lru_cache(maxsize=32)
def _starters(speech: Speech) -> frozenset[str]:
    """Words that begin a sentence after an acronym ("in the U.S. He said") when they have a capital letter."""
    return frozenset((*speech.pronouns, *speech.first, *speech.neuter, *speech.openers, *speech.determiners))


def _inside(cut: Words, quotes: list[Quoted]) -> tuple[list[int], list[tuple[int, int]]]:
    inside = [0] * len(cut)
    spans: list[tuple[int, int]] = []
    at = 0
    for number, quote in enumerate(quotes, 1):
        first = bisect_left(cut.starts, quote.outer.start, at)
        at = bisect_left(cut.starts, quote.outer.end, first)
        inside[first:at] = [number] * (at - first)
        spans.append((first, at))
    return inside, spans


def _periods(
    view: Stretch, paragraphs: list[Span], honorifics: frozenset[str], starters: frozenset[str]
) -> list[Period]:
    found: list[Period] = []
    starts = view.words.starts
    bounds = [i for i, word in enumerate(view.words.low) if word in _BOUNDS]
    bounds.append(len(starts))
    at = bound = 0
    for number, paragraph in enumerate(paragraphs):
        at = first = bisect_left(starts, paragraph.start, at)
        end = bisect_left(starts, paragraph.end, at)
        while bounds[bound] < end - 1:
            last = bounds[bound]
            bound += 1
            if last >= at and _ends(view, last, honorifics, starters):
                found.append(Period(first, last + 1, number))
                first = last + 1
        if end > first:
            found.append(Period(first, end, number))
        at = end
    return found


def _ends(view: Stretch, at: int, honorifics: frozenset[str], starters: frozenset[str]) -> bool:
    """True when a period ends with token ``at``; another token follows in the paragraph."""
    word = view.words.low[at]
    after = view.initial(at + 1)
    if is_end(word):
        if view.inside[at] or after.islower() or after in ",;)]":
            return False
        return word != "." or not _abbreviated(view, at, honorifics) or _begins_anew(view, at, starters)
    if not view.inside[at] or view.inside[at + 1] == view.inside[at] or word not in SHUT:
        return False
    before = at - 1
    while before > 0 and view.words.low[before] in SHUT:
        before -= 1
    return (
        before >= 0
        and is_end(view.words.low[before])
        and not after.islower()
        and after.isalnum() | bool(view.inside[at + 1])
    )


def _begins_anew(view: Stretch, dot: int, starters: frozenset[str]) -> bool:
    """True for an acronym before a word that begins a sentence."""
    acronym = "." in view.words.low[dot - 1]
    return acronym and view.capital(dot + 1) and view.words.low[dot + 1] in starters


def _abbreviated(view: Stretch, dot: int, honorifics: frozenset[str]) -> bool:
    if dot == 0 or view.words.ends[dot - 1] != view.words.starts[dot]:
        return False
    before = view.words.low[dot - 1]
    after = view.initial(dot + 1) if dot + 1 < len(view.words) else " "
    if after.isdigit():
        written_on = view.words.starts[dot + 1] == view.words.ends[dot]
        if (before[-1].isdigit() and written_on) or (
            len(before) <= SHORT and before.isalpha() and view.capital(dot - 1)
        ):
            return True
    return (len(before) == 1 and before.isalpha()) or "." in before or before in honorifics
