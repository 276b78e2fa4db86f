"""The head of a text that was delivered: "STATEMENT BY / H.E. Ms. N. N. / Minister of X of Y / at the ... Debate".

Lives here: where the name and the office of who delivers it stand, over line breaks, in whatever kinds of block the
labeller saw. Not here: one-line headings of pages (``heading``), who that is (``cast``), the words (``Delivery``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.annotate import mention
from onrecord.annotate.mention import EDGES
from onrecord.knowledge.language import Delivery, Language
from onrecord.model import Span

HEAD_CHARS = 900
LINES = 10
NEAR = 2  # words between a work and a preposition that is common inside names ("Speech of")
REACH = 14  # words between what is delivered and who delivers it ("Address to the ... Assembly by")
NAME_WORDS = 6
LONGEST = 40
OPENING = 3
POSSESSIVES = ("’s", "'s")
DASHES = ("-", "—", "–", "|")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the name and the title of a speaker stand; a title may stand alone, and a name too."""

    name: Span | None
    title: Span | None


class _Word(NamedTuple):
    """A white-space word: where, its letters in small, and whether it is the first of its line."""

    start: int
    end: int
    printed: str
    low: str
    first: bool


def head(chars: str, span: Span, language: Language) -> Head | None:
    """Who delivers the text that begins at ``span``; None when its head does not say so."""
    if not language.delivery.works:
        return None
    words = list(_words(chars, Span(span.start, min(span.end, span.start + HEAD_CHARS)), language.delivery))
    for begin in _begins(words, language):
        found = _read(chars, _trim(_until(words[begin : begin + LONGEST], language), language), language)
        if found is not None:
            return found
    for begin in _lines(words, language):
        named = _until(words[begin : begin + LONGEST], language)
        whole = named and named == _trim(named, language) and _is_head(named, language)
        found = _read(chars, named, language) if whole else None
        if found is not None and found.name is not None and found.title is not None:
            return found
    return None


def _words(chars: str, span: Span, told: Delivery) -> Iterator[_Word]:
    at = span.start
    dotted = tuple(x for x in told.styles if "." in x[:-1])
    for line in span.of(chars).splitlines(keepends=True):
        place = at
        for number, printed in enumerate(_joined(line.split(), told)):
            place = chars.index(printed, place)
            low = printed.lower()
            glued = max(len(x) for x in dotted if low.startswith(x)) if low.startswith(dotted) else 0
            if 0 < glued < len(printed):  # "H.E.Nora"
                yield _Word(place, place + glued, printed[:glued], printed[:glued].lower(), number == 0)
                place, printed, number = place + glued, printed[glued:], 1
            yield _Word(place, place + len(printed), printed, printed.strip(EDGES).lower(), number == 0)
            place += len(printed)
        at += len(line)


def _joined(line: list[str], told: Delivery) -> list[str]:
    """The words of a line without forms of address that a space sets apart ("H. E.")."""
    pairs = {
        at for at, (a, b) in enumerate(pairwise(line)) if len(a) == len(b) == 2 and f"{a}{b}".lower() in told.styles
    }
    return [word for at, word in enumerate(line) if at not in pairs and at - 1 not in pairs] if pairs else line


def _begins(words: list[_Word], language: Language) -> Iterator[int]:
    """Where the one who delivers may be named: behind "delivered by", "statement by", then "speech of"."""
    told, data = language.delivery, language.speech
    for at, word in enumerate(words):
        if word.low in told.given and at + 1 < len(words) and words[at + 1].low in told.by:
            yield at + 2
    for at, word in enumerate(words):
        if word.low not in told.works or word.start - words[0].start > HEAD_CHARS // 2 or _is_prose(words, at):
            continue
        for by in told.by:
            reach = words[at + 1 : at + (1 + NEAR if by in told.joins else REACH)]
            yield from (at + 2 + n for n, other in enumerate(reach) if other.low == by)
        if at + 1 < len(words) and words[at + 1].low in data.offices:
            yield at + 1


def _is_prose(words: list[_Word], at: int) -> bool:
    """True for a line as long as a paragraph: what it calls a statement is another's."""
    begin = next((n for n in range(at, -1, -1) if words[n].first), 0)
    end = next((n for n in range(at + 1, len(words)) if words[n].first), len(words))
    return end - begin > LONGEST


def _lines(words: list[_Word], language: Language) -> Iterator[int]:
    """The first lines that open with a form of address, an office, or stand above one that opens with an office."""
    firsts = [at for at, word in enumerate(words) if word.first]
    for at, below in list(pairwise([*firsts, len(words)]))[:LINES]:
        line, works = words[at:below], language.delivery.works
        if _salutes(line, language):
            return
        if line[0].low in language.delivery.asides or any(w.low in works for w in line):
            continue
        beneath = words[below : below + OPENING]
        under = _opens_office(beneath, language) and not any(w.low in works for w in beneath)
        under = under and _is_name(line, language.delivery)
        if _opens_style(line, language) or _opens_office(line[:OPENING], language) or under:
            yield at


def _is_head(words: list[_Word], language: Language) -> bool:
    """True for words with capitals and small ones between them: a sentence ("The spokesperson, N. N., said") is none,
    nor a line that ends as one that speaks to somebody."""
    told = language.delivery
    small = {*told.joins, *told.particles, *told.styles, *language.speech.determiners}
    owns = (w.printed.endswith(POSSESSIVES) and not _is_owned(other, language) for w, other in pairwise(words))
    if any(owns) or any(w.low in told.doings for w in words):  # "Minister X's call with Minister Y"
        return False
    held = all(w.low in small or not w.printed[:1].islower() for w in words)
    return held and words[-1].printed[-1] not in ",;:!"


def _is_owned(word: _Word, language: Language) -> bool:
    """True for what a possessive inside a title is followed by ("People's Republic", "Prime Minister's Office")."""
    return word.low in language.speech.standing or mention.is_office(word.low, language.speech)


def _opens_style(line: list[_Word], language: Language) -> bool:
    """True for a line that opens with a form of address; an article is one only before another word of it ("The
    Honourable")."""
    styles = language.delivery.styles
    article = line[0].low in language.speech.determiners
    return line[0].low in styles and (not article or any(w.low in styles for w in line[1:2]))


def _salutes(line: list[_Word], language: Language) -> bool:
    """True for a line that speaks to somebody: "Mr. President," and the like."""
    rest = [w for w in line if w.low not in language.delivery.styles]
    return (
        0 < len(rest) < len(line)
        and line[0].low in language.delivery.styles
        and rest[0].printed[-1] in ",:;!."
        and mention.is_office(rest[0].low, language.speech)
    )


def _opens_office(words: list[_Word], language: Language) -> bool:
    """True when an office stands within a few words that all have capitals."""
    at = next((n for n, w in enumerate(words) if mention.is_office(w.low, language.speech)), -1)
    return at >= 0 and all(w.printed[:1].isupper() for w in words[: at + 1])


def _trim(words: list[_Word], language: Language) -> list[_Word]:
    """Without small words at the end."""
    told = language.delivery
    small = {*told.joins, *told.at, *told.to, *language.speech.determiners}
    end = len(words)
    while end and words[end - 1].low in small:
        end -= 1
    return words[:end]


def _until(words: list[_Word], language: Language) -> list[_Word]:
    """Words up to where and when it is delivered, to a salutation, or to a line that names nobody."""
    told, named = language.delivery, False
    for at, word in enumerate(words):
        event = word.low in told.events or any(c.isdigit() for c in word.low)
        if event and not (word.low in told.events and at and words[at - 1].low in told.joins and not named):
            return _before_event(words, at, told)
        opens = word.first and at > 0
        if named and (
            word.low in told.at
            or (word.low in told.to and word.low not in language.speech.infinitive and _ends_name(words[:at], language))
        ):
            return words[:at]
        if opens and (word.low in (*told.at, *told.to) or word.low in told.asides or word.printed[:1] in "(*•-"):
            return words[:at]
        goes = at > 0 and words[at - 1].low in told.joins
        if opens and named and not goes and word.low in told.styles and _has_title(words[:at]):
            return words[:at]
        if opens and word.printed[:1].islower() and word.low not in (*told.joins, *told.particles):
            return words[:at]
        named = named or (word.low not in told.styles and word.printed[:1].isupper())
    return words


def _ends_name(words: list[_Word], language: Language) -> bool:
    """True when words end with a person's name behind an office ("Prime Minister N. N. / on ...")."""
    begin = max((n for n, w in enumerate(words) if w.first or (n and words[n - 1].printed.endswith(","))), default=0)
    read = mention.read(" ".join(w.printed for w in words[begin:]), language)
    return bool(read.name and read.title)


def _has_title(words: list[_Word]) -> bool:
    """True when a comma or a line break has set something apart already."""
    return any(w.printed.endswith(",") for w in words) or any(w.first for w in words[1:])


def _before_event(words: list[_Word], at: int, told: Delivery) -> list[_Word]:
    """Without the words that lead to the meeting ("at the United Nations General ...")."""
    if words[at].first:
        return words[:at]
    for back in range(at - 1, max(at - 9, 0), -1):
        if words[back].low in (*told.at, *told.to):
            return words[:back]
        if words[back].first:
            return words[:back]
    return words[:at]


def _read(chars: str, words: list[_Word], language: Language) -> Head | None:
    """The name and the title among the words, piece by piece."""
    told = language.delivery
    name: Span | None = None
    title: list[_Word] = []
    for piece in _pieces(words, language):
        office = any(mention.is_office(w.low, language.speech) for w in piece)
        if not office and name is None and _is_name(piece, told):
            name = _span(chars, piece)
        elif office and not title:
            called = _called(piece, language) if name is None else 0
            name = _span(chars, piece[called:]) if called else name
            title = piece[:called] if called else list(piece)
        elif title and (office or _goes_on(piece, told)):
            title += piece
    if name is None and not title:
        return None
    found = _span(chars, title) if title else None
    return Head(name, found) if found or _is_likely(name, chars) else None


def _called(piece: list[_Word], language: Language) -> int:
    """Where a name begins behind its office in one piece ("Prime Minister NAGAI Rio"); 0 when none does."""
    last = max(at for at, w in enumerate(piece) if mention.is_office(w.low, language.speech))
    rest = piece[last + 1 :]
    general = {*language.speech.standing, *language.delivery.particles}
    if 2 <= len(rest) <= 4 and _is_name(rest, language.delivery) and rest[0].low not in general:
        return last + 1
    name = mention.read(" ".join(w.printed for w in piece), language).name
    return len(piece) - len(name.split()) if name and piece[-1].printed.strip(EDGES) == name.split()[-1] else 0


def _is_likely(name: Span | None, chars: str) -> bool:
    """A name without any office must be two words at least."""
    return name is not None and len(name.of(chars).split()) > 1


def _pieces(words: list[_Word], language: Language) -> Iterator[list[_Word]]:
    """Runs between commas, line breaks, dashes and forms of address. A line that goes on with the one before ("OF THE
    REPUBLIC") is one run with it."""
    told, determiners = language.delivery, language.speech.determiners
    piece: list[_Word] = []
    for number, word in enumerate(words):
        goes = bool(piece) and (word.low in told.joins or piece[-1].low in told.joins)
        breaks = word.first and not goes and not _is_split_name(piece, words[number:], language)
        style = word.low in told.styles and not (piece and not breaks and (word.low in determiners or goes))
        if piece and (breaks or style or word.printed in DASHES):
            yield piece
            piece = []
        if not style and word.low and word.printed not in DASHES:
            piece.append(word)
            if word.printed.endswith((",", ";", ":")):
                yield piece
                piece = []
    if piece:
        yield piece


def _is_split_name(piece: list[_Word], rest: list[_Word], language: Language) -> bool:
    """True where a line break stands inside a name ("Klaus / Example,"): the words before and up to the comma or the
    end of the line are few, have capitals and are no office."""
    tail = list(rest[:1])
    for word in rest[1:3]:
        if word.first or tail[-1].printed.endswith(","):
            break
        tail.append(word)
    whole = [*piece, *tail]
    few = 0 < len(piece) < 4 and len(whole) < 5 and (len(tail) == 1 or len(piece) == 1)
    offices = any(mention.is_office(w.low, language.speech) for w in whole)
    return few and not offices and _is_name(whole, language.delivery)


def _is_name(piece: list[_Word], told: Delivery) -> bool:
    named = [w for w in piece if w.low not in told.particles]
    if piece[-1].printed.endswith(":"):
        return False
    return 0 < len(named) <= NAME_WORDS and all(w.printed[:1].isupper() and w.low not in told.joins for w in named)


def _goes_on(piece: list[_Word], told: Delivery) -> bool:
    """True for words that belong to the title before them: capitals, or a join first."""
    return piece[0].low in told.joins or all(w.printed[:1].isupper() or w.low in told.joins for w in piece)


def _span(chars: str, words: list[_Word]) -> Span:
    """The stretch of some words, without marks at its ends."""
    start, end = words[0].start, words[-1].end
    while end > start + 1 and chars[end - 1] in ",;:":
        end -= 1
    while start < end - 1 and chars[start] in "}{|*":
        start += 1
    return Span(start, end)
