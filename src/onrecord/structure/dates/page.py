"""What the dating of a statement looks at: a text with its blocks and words, and the piece that shows its title.

Lives here: ``Page``, the words that tell an act or something still to come, small questions about both. Not here: any
decision about a date (``datelines``, ``openings``, ``published``, ``heading``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.dates import parse
from onrecord.knowledge import Language
from onrecord.model import Block, BlockKind, Piece, Text
from onrecord.text.datewords import DateMention

WIDE = "\u2e80"


@dataclass(frozen=True, slots=True)
class Printed:
    """A date at a place where dates stand. ``place`` is line, title, stamp, opening, wire, dateline or near (beside a
    word of speaking). ``posted`` says that the words around it tell of the page; ``time`` that a time of day stands by;
    ``first`` that it is the first line of a plain text; ``bare`` that the line says nothing else; ``foot`` that it
    stands at the end."""

    mention: DateMention
    place: str
    posted: bool = False
    time: bool = False
    first: bool = False
    bare: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its pieces, blocks and words, and the piece that shows its title (-1: none)."""

    text: Text
    pieces: Sequence[Piece]
    blocks: Sequence[Block]
    words: Words
    title: int = -1

    def at(self, offset: int) -> int:
        """Index of the piece that holds an offset, or -1."""
        n = bisect_right(self.pieces, offset, key=lambda p: p.span.start) - 1
        return n if n >= 0 and offset < self.pieces[n].span.end else -1

    def kind(self, offset: int) -> BlockKind | None:
        """Kind of the block that holds an offset."""
        n = bisect_right(self.blocks, offset, key=lambda b: b.span.start) - 1
        return self.blocks[n].kind if n >= 0 and offset < self.blocks[n].span.end else None


@dataclass(frozen=True, slots=True)
class Words:
    """The calendar words of the languages in play."""

    acts: frozenset[str] = frozenset()
    act_phrases: tuple[str, ...] = ()
    future: frozenset[str] = frozenset()
    future_phrases: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    posted: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """Languages as a cheap dictionary key: hashing all of their words would cost more than the work."""

    languages: tuple[Language, ...]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.languages)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and len(other.languages) == len(self.languages)
            and all(a is b for a, b in zip(self.languages, other.languages, strict=True))
        )


@lru_cache(maxsize=64)
def _words_of(key: _Key) -> Words:
    """The words of several languages together."""
    calendars = [x.calendar for x in key.languages]

    def single(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(f for f in forms if " " not in f and f[0] < WIDE)

    def phrases(forms: Iterable[str]) -> tuple[str, ...]:
        """Words found anywhere; one Chinese character counts only before a pause ("说，"), else it is part of one."""
        longer = [f for f in forms if " " in f or (f[0] >= WIDE and len(f) > 1)]
        short = [f + pause for f in forms if f[0] >= WIDE and len(f) == 1 for pause in "，,：:“"]
        return tuple(dict.fromkeys((*longer, *short)))

    acts = [*(w for c in calendars for w in c.acts), *(w for x in key.languages for w in x.speech.say)]
    future = [w for c in calendars for w in c.future]
    return Words(
        single(acts), phrases(acts), single(future), phrases(future),
        frozenset(w for c in calendars for w in (*c.openers, *c.articles)),
        tuple(w for c in calendars for w in c.posted), tuple(w for c in calendars for w in c.updated),
    )  # fmt: skip


def page_of(text: Text, blocks: Sequence[Block], languages: tuple[Language, ...]) -> Page:
    """A Page of a text and its blocks."""
    page = Page(text, text.layout.pieces, blocks, _words_of(_Key(languages)))
    return replace(page, title=_title_piece(page))


def _title_piece(page: Page) -> int:
    """The piece that shows the page's title: what the title element says, else the first h1, else the first headline.

    Plain texts have no marked title: -1.
    """
    text, pieces = page.text, page.pieces
    if not pieces or pieces[0].tag == "line":
        return -1
    title = text.layout.fact("title")
    words = _squeeze(title.value) if title else ""
    headings = []
    for n, piece in enumerate(pieces):
        if piece.tag == "title" or not 4 <= len(piece.span) <= 300 or piece.linked * 2 > len(piece.span):
            continue
        if words and len(piece.span) <= 2 * len(words):
            said = _squeeze(piece.span.of(text.chars))
            if len(said) * 3 >= len(words) and (said in words or words in said):
                return n
        if piece.tag == "h1" or page.kind(piece.span.start) == "headline":
            headings.append(n)
    return next((n for n in headings if pieces[n].tag == "h1"), headings[0] if headings else -1)


def _squeeze(words: str) -> str:
    return "".join(words.lower().split())


def whole_day(date: str | None) -> bool:
    """True for a day with month, its year known or not; not for months, years, intervals."""
    return date is not None and "/" not in date and parse(date).precision == "day" and parse(date).month is not None


def has_act(page: Page, words: str) -> bool:
    """True when the words tell of a public act."""
    return _any(words.lower(), page.words.acts, page.words.act_phrases)


def is_ahead(page: Page, words: str) -> bool:
    """True when the words tell of something still to come."""
    return _any(words.lower(), page.words.future, page.words.future_phrases)


def _any(words: str, single: frozenset[str], phrases: tuple[str, ...]) -> bool:
    tokens = {t.strip("\"'“”«»„(),.;:!?[]—–-/،؛") for t in words.split()}
    return not single.isdisjoint(tokens) or any(p in words for p in phrases)


def is_wide(chars: str, start: int) -> bool:
    """True when the words from ``start`` on are of a script without spaces, in which less room says more."""
    return any(c >= WIDE for c in chars[start : start + 12])
