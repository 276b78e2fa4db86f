"""Dates printed in the heading, the opening and the foot of a statement: which of them date it, and by which rule.

Lives here: date lines, wire openings, dated first sentences, words such as "on Tuesday". Not here: what the page says
of itself (``published``), the choice between them (``heading``), the words (``knowledge.languages.*.calendar``).
A date counts only where one stands by habit; a date somewhere in the running text dates nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import re2

from onrecord.dates import parse
from onrecord.knowledge import Language
from onrecord.knowledge.language import Calendar
from onrecord.model import Block, BlockKind, Piece, Span, Text
from onrecord.text.datewords import DateMention

_WIDE = "\u2e80"
_LONG_LINE = 50
_ENDS = ".!?。！？…:：;；\n"
_WIRE_MARKS = ("电", "電", "讯", "訊", "消息", "报道", "報道")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date at a place where dates stand. ``place`` is line, title, opening, wire or near (beside a word of
    speaking). ``posted`` says that the words around it tell of the page; ``time`` that a time of day stands there."""

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


@cache
def words_of(calendars: tuple[Calendar, ...], say: tuple[str, ...]) -> Words:
    """The words of several calendars together; ``say`` are further words of speaking."""

    def single(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(f for f in forms if " " not in f and f[0] < _WIDE)

    def phrases(forms: Iterable[str]) -> tuple[str, ...]:
        """Words found anywhere; one Chinese character counts only before a pause ("说，"), else it is part of one."""
        longer = [f for f in forms if " " in f or (f[0] >= _WIDE and len(f) > 1)]
        short = [f + pause for f in forms if f[0] >= _WIDE and len(f) == 1 for pause in "，,：:“"]
        return tuple(dict.fromkeys((*longer, *short)))

    acts = [*(w for c in calendars for w in c.acts), *say]
    future = [w for c in calendars for w in c.future]
    return Words(
        single(acts), phrases(acts), single(future), phrases(future),
        frozenset(w for c in calendars for w in (*c.openers, *c.articles)),
        tuple(w for c in calendars for w in c.posted), tuple(w for c in calendars for w in c.updated),
    )  # fmt: skip


def page_of(text: Text, blocks: Sequence[Block], languages: tuple[Language, ...]) -> Page:
    """A Page of a text and its blocks."""
    say = tuple(w for x in languages for w in x.speech.say)
    page = Page(text, text.layout.pieces, blocks, words_of(tuple(x.calendar for x in languages), say))
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


@cache
def _times() -> object:
    return re2.compile(
        r"(?i)\d{1,2}\s?[:：h.时時点點]\s?\d{2}(?:[:：分]\d{0,2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?"
    )


def line_date(page: Page, mention: DateMention, foot: bool, by_title: bool = False) -> Printed | None:
    """The mention as a date line (or a dated title), when its line holds little else.

    Furniture holds no date lines, but beside the title (``by_title``) a labeller's doubt does not count.
    """
    n = page.at(mention.span.start)
    if n < 0 or not whole_day(mention.date):
        return None
    piece, chars = page.pieces[n], page.text.chars
    line = piece.span.of(chars)
    low, high = mention.span.start - piece.span.start, mention.span.end - piece.span.start
    kind = page.kind(mention.span.start)
    titled = n == page.title or piece.tag == "title" or kind == "headline"
    if len(line) > 400 or piece.linked * 2 > len(line):
        return None
    if kind in ("furniture", "keywords") and not (titled or by_title):
        return None
    if len(line) > 160 or high > len(line):
        line, low, high = _window(line, low, min(high, len(line)))
    if titled:
        return Printed(mention, "title") if parse(mention.date or "").year else None
    rest, time = _rest(line[:low] + " " + line[high:])
    if _goes_on(line[high:]) or _runs_on(page, n) or not _is_label(page, rest):
        return None
    lowered = rest.lower()
    if any(w in lowered for w in page.words.updated):
        return None
    posted = any(w in lowered for w in page.words.posted)
    return Printed(mention, "line", posted, time, n == 0 and piece.tag == "line" and not rest, not rest, foot)


def _window(line: str, low: int, high: int) -> tuple[str, int, int]:
    """The stretch between line breaks around a date, in a piece of several lines."""
    start, end = line.rfind("\n", 0, low) + 1, line.find("\n", high)
    end = len(line) if end < 0 else end
    return line[start:end], low - start, high - start


def _goes_on(after: str) -> bool:
    """True when a sentence ends or goes on right after the date: prose, no label."""
    return after[:1] in ("起", "前", "后", "後", "至") or (after[:2] in (". ", "。") and after[2:3].isalnum())


def _rest(words: str) -> tuple[str, bool]:
    """What a line says besides its date, and whether that held a time of day."""
    bare = _times().sub(" ", words)  # type: ignore[attr-defined]
    return " ".join(bare.strip(" ()[]（）【】|,，.·—–-:：*_#\u00a0").split()), bare != words


def _is_label(page: Page, rest: str) -> bool:
    """True for a few words that are no sentence: a place, an office, a label."""
    wide = sum(c >= _WIDE for c in rest)
    if len(rest) > (30 if wide * 2 > len(rest) else 60) or "。" in rest or is_ahead(page, rest):
        return False
    if any(w in rest.lower() for w in page.words.posted):
        return True
    lower = [w for w in rest.split() if w[0].islower() and len(w) > 3]
    return len(lower) <= 1 and wide <= 12 and not (wide > 8 and has_act(page, rest))


def _runs_on(page: Page, n: int) -> bool:
    """True when a line is a stretch of a paragraph that goes on over several lines."""
    pieces, chars = page.pieces, page.text.chars
    if pieces[n].tag != "line":
        return False

    def joined(a: int, b: int) -> bool:
        return a >= 0 and b < len(pieces) and chars.count("\n", pieces[a].span.end, pieces[b].span.start) == 1

    line = pieces[n].span.of(chars)
    before = pieces[n - 1].span.of(chars) if joined(n - 1, n) else ""
    after = pieces[n + 1].span.of(chars) if joined(n, n + 1) else ""
    if after and len(line) > _LONG_LINE and line[-1] not in ".!?。：:)）":
        return True
    if len(before) > _LONG_LINE and before[0] < _WIDE:
        last = before.split()[-1]
        if last[-1] == "," or (
            last[-1].isalnum() and last[0].islower() and (len(last) < 5 or not line[0].isupper() or line[-1] == ".")
        ):
            return True
    return after[:1].islower()


def stamp_date(page: Page, mention: DateMention) -> Printed | None:
    """A full date and a time of day, with no preposition before: a dateline, perhaps run into its text."""
    chars = page.text.chars
    if not whole_day(mention.date) or parse(mention.date or "").year is None:
        return None
    if page.kind(mention.span.start) == "furniture":
        return None
    after = chars[mention.span.end : mention.span.end + 12].lstrip(" ,|\u00a0")
    time = _times().match(after)  # type: ignore[attr-defined]
    before = chars[max(0, mention.span.start - 40) : mention.span.start]
    last = (before.split() or [""])[-1]
    in_prose = not before.endswith("\n") and last[:1].islower() and (len(last) < 4 or last in page.words.openers)
    if in_prose or not time or not any(c in time.group() for c in ":：mM"):
        return None
    return Printed(mention, "stamp", time=True)


def opening_date(page: Page, mention: DateMention, body: int) -> Printed | None:
    """The mention as the date that opens a sentence about a public act, or that stands beside a word of speaking."""
    chars = page.text.chars
    low, high = _sentence(chars, mention.span, body)
    before, sentence = chars[low : mention.span.start], chars[low:high]
    if is_ahead(page, sentence) or not has_act(page, sentence) or _too_late(chars, low, body):
        return None
    lead = before.strip(" \u3000\u00a0\r\n\t*_“\"'«（(")
    after = chars[mention.span.end : high]
    if after[:1] in ("起", "前", "后", "後", "是"):
        return None
    if mention.date and _is_wire(lead, chars[mention.span.end : mention.span.end + 24]):
        return Printed(mention, "wire")
    if lead.lower() in page.words.openers or not lead:
        return Printed(mention, "opening")
    date = parse(mention.date) if mention.date else None
    if date and date.year:  # inside a sentence, a writer adds the year to days long past
        return None
    bare = date is not None and date.month is None
    return Printed(mention, "near") if _beside_act(page, lead, after[:3] if bare else after) else None


def _too_late(chars: str, low: int, body: int) -> bool:
    """True for a sentence inside a paragraph that stands far from the start: it tells of the past, not of today."""
    opens = not chars[max(body, low - 2) : low].strip(" \u3000\t\u00a0") or "\n" in chars[max(0, low - 2) : low + 2]
    far = 150 if _is_wide(chars, body) else 400
    return low - body > far and not opens


def _sentence(chars: str, span: Span, floor: int) -> tuple[int, int]:
    """The sentence around a span, by its nearest ends; abbreviations are not told apart, which only narrows it."""
    low = span.start
    while low > max(floor, span.start - 300) and not _is_end(chars, low - 1):
        low -= 1
    high = span.end
    while high < min(len(chars), span.end + 400) and not _is_end(chars, high):
        high += 1
    return low, high


def _is_end(chars: str, n: int) -> bool:
    if chars[n] not in _ENDS:
        return False
    if chars[n] == ".":
        word = chars[max(0, n - 12) : n].split()[-1:] or [""]
        short = len(word[0]) < 3 or (len(word[0]) < 5 and word[0].istitle()) or "." in word[0]
        return chars[n + 1 : n + 2].isspace() and not short
    return chars[n] != "\n" or chars[n - 1 : n] == "\n" or chars[n + 1 : n + 2] == "\n"


def _is_wire(lead: str, after: str) -> bool:
    """A news agency's opening: outlet or place, date, and a mark such as 电, (Agency) or /AGENCY/ and a dash."""
    if len(lead) > 40:
        return False
    tail = after.lstrip(" 日,.")
    if tail.startswith(_WIRE_MARKS):
        return True
    if not lead or not tail or tail[0] not in "(（/[-–—.":
        return False
    if any(w[0].islower() and len(w) > 2 for w in lead.split()):
        return False
    return bool(tail[0] in "-–—" or any(mark in tail for mark in (") -", ") —", ") –", "/.", "/ -", "）")))


def _beside_act(page: Page, lead: str, after: str) -> bool:
    """True when a word of speaking stands just before the date ("said on") or, in Chinese, just after it."""
    if after[:1] >= _WIDE and has_act(page, after[:8]):
        return True
    tokens = lead.lower().split()
    tail = tokens[:-1] if tokens and tokens[-1].strip(",(") in page.words.openers else []
    return bool(tail) and len(lead) < 220 and has_act(page, " ".join(tail[-2:]))


@dataclass(slots=True)
class Found:
    """What stands where dates stand, in order of the text."""

    lines: list[Printed] = field(default_factory=list)
    titles: list[Printed] = field(default_factory=list)
    openings: list[Printed] = field(default_factory=list)
    words: list[Printed] = field(default_factory=list)


def printed(page: Page, mentions: Sequence[DateMention], body: Span, foot: bool = False) -> Found:
    """Sort the mentions of a heading (or foot) by the place they stand in; ``body`` begins where the words begin."""
    found = Found()
    wide = _is_wide(page.text.chars, body.start)
    reach, top = body.start + (320 if wide else 800), body.start + (200 if wide else 400)
    for mention in mentions:
        start = mention.span.start
        line = None if mention.date is None or not (foot or start < top) else line_date(page, mention, foot)
        if line is None and not foot and start < reach:
            line = stamp_date(page, mention)
        if line:
            (found.titles if line.place == "title" else found.lines).append(line)
        elif not foot and body.start <= start < reach:
            _open(page, mention, body.start, found)
    if len({p.mention.date for p in found.lines}) > 2:  # a list of dated entries dates nothing
        found.lines[:] = [p for p in found.lines if page.kind(p.mention.span.start) == "dateline"]
    return found


def _open(page: Page, mention: DateMention, body: int, found: Found) -> None:
    """Put a dated first sentence, or one that says "on Tuesday", where it belongs."""
    if mention.date is None:
        word = opening_date(page, mention, body) if mention.rule.startswith(("weekday:", "relative:")) else None
        if word:
            found.words.append(word)
    elif "/" not in mention.date and parse(mention.date).precision == "day":
        opening = opening_date(page, mention, body)
        if opening:
            found.openings.append(opening)


def _is_wide(chars: str, start: int) -> bool:
    """True when the words from ``start`` on are of a script without spaces, in which less room says more."""
    return any(c >= _WIDE for c in chars[start : start + 12])


def is_digest(page: Page, mentions: Sequence[DateMention], span: Span) -> bool:
    """True when three or more paragraphs open with a day, on two or more days: a digest or chronology."""
    chars, opens = page.text.chars, []
    for mention in mentions:
        n = bisect_left(page.pieces, mention.span.start, key=lambda p: p.span.start)
        starts = n < len(page.pieces) and page.pieces[n].span.start == mention.span.start
        if starts and whole_day(mention.date) and len(page.pieces[n].span.of(chars)) > _LONG_LINE:
            opens.append(mention.date)
    return len(opens) >= 3 and len(set(opens)) >= 2
