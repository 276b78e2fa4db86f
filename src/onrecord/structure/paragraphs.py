"""Step 1: layout pieces become paragraphs, in every medium.

Lives here: which pieces belong together. Not here: what a paragraph is for. A line continues the one before it when
no blank line stands between, and the first line was *full* (the next word did not fit) or broke off in mid sentence;
both only in a text that is wrapped at all. Marks of Markdown and of HTML are noted as layout; characters stay.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from onrecord.model import Piece
from onrecord.structure.passage import Passage, Sheet
from onrecord.text.detect import is_han

FULL = 0.84  # of the text's width: proportional type and hyphenation leave up to this much of a line empty
WIDEST = 140  # a text with longer lines is not wrapped
NARROWEST = 16
LEAST_RAGGED = 0.3  # share of lines that break off in mid sentence, below which no text is wrapped
HAN_WIDEST = 60
LABEL = 7  # characters of a Chinese label with its colon
HEAD = 16  # lines at the head of a text that may be datelines of their own
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "figcaption", "th"))
STOPS = ".!?…。！？؟:：;；”\"»)）]】」』’'"
OPENERS = ("\\[[", "[[", "# ", "## ", "### ", "#### ", "|", "![", "> ", "***", "---", "===", "Q\xa0", "Q ")
RUN_ON = "，,、。;；)）】」』:："


def group(sheet: Sheet) -> list[Passage]:
    """The paragraphs of a text, in order; they cover every layout piece."""
    pieces = sheet.pieces
    if not pieces:
        return []
    if sheet.medium == "page":
        return _elements(sheet)
    lines = _lines_of(sheet)
    gaps = [
        (1, False) if b.span.start - a.span.end == 1 else _gap(sheet.chars, a, b) for a, b in itertools.pairwise(pieces)
    ]
    if sheet.medium == "print":
        gaps = _leading(pieces, gaps)
    sheet.wrap = wrap_width(sheet, lines, gaps)
    passages = [_start(sheet, 0, 0)]
    for i in range(1, len(pieces)):
        gap, hard = gaps[i - 1]
        joined = (gap < 2 and not hard and _continues(sheet, lines, i, passages[-1])) or (gap > 1 and _broken(sheet, i))
        if joined or _raised(sheet, i):
            passages[-1].end = pieces[i].span.end
            passages[-1].lines += 1
        else:
            passages.append(_start(sheet, i, gap))
    return passages


@dataclass(frozen=True, slots=True)
class _Lines:
    """What is asked of every line, each asked once: where it starts and ends, whether it opens like prose (no list
    item, link or rule), and whether any line of the text holds a Markdown link or escaped bracket."""

    starts: list[int]
    ends: list[int]
    prose: list[bool]
    links: bool
    escapes: bool

    def first_word(self, chars: str, i: int) -> int:
        """The length of a line's first word; one Chinese character is a word."""
        start, end = self.starts[i], self.ends[i]
        if is_han(chars[start]):
            return 1
        space = chars.find(" ", start, end)
        return (space if space > 0 else end) - start


def _lines_of(sheet: Sheet) -> _Lines:
    chars = sheet.chars
    spans = [(p.span.start, p.span.end) for p in sheet.pieces]
    prose = [_opens_prose(chars, start, end) for start, end in spans]
    return _Lines([a for a, _ in spans], [b for _, b in spans], prose, "](" in chars, "\\[" in chars)


def _opens_prose(chars: str, start: int, end: int) -> bool:
    first = chars[start]
    if first.isalpha() and first != "Q":  # neither a list mark nor any of OPENERS
        return True
    return not (bullet(chars, start, end) or chars.startswith(OPENERS, start))


def _gap(chars: str, before: Piece, after: Piece) -> tuple[int, bool]:
    """Line ends between two pieces, and whether two spaces before the first make it a hard break (Markdown)."""
    between = chars[before.span.end : after.span.start]
    lines = between.count("\n") or between.count("\r") or 1
    if before.page != after.page:
        lines = 1
    return lines, between.startswith("  ") and lines == 1


def _leading(pieces: tuple[Piece, ...], gaps: list[tuple[int, bool]]) -> list[tuple[int, bool]]:
    """Gaps of a printed text by its own line spacing: a paragraph begins where a line stands further down than usual,
    or further up (a new column)."""
    drops = [_drop(a, b) for a, b in itertools.pairwise(pieces)]
    usual = sorted(d for d in drops if d > 0)
    if not usual:
        return [(1, False) for _ in gaps]
    most = 1.35 * usual[len(usual) // 2]
    return [(1 if d == 0 or 0 < d <= most else 2, False) for d in drops]


def _drop(before: Piece, after: Piece) -> float:
    """How far below the line before a line stands, in points; 0 at a page end or where the place is unknown."""
    if before.page != after.page or before.box is None or after.box is None:
        return 0.0
    return round(before.box[1] - after.box[1], 1) or 0.1


def wrap_width(sheet: Sheet, lines: _Lines, gaps: list[tuple[int, bool]]) -> int:
    """The width at which the text is wrapped, in characters; 0 when each line is a paragraph."""
    chars, starts, ends = sheet.chars, lines.starts, lines.ends
    pairs = [i for i, (gap, hard) in enumerate(gaps) if gap == 1 and not hard and lines.prose[i + 1]]
    if lines.escapes:
        pairs = [i for i in pairs if not chars.startswith("\\[", starts[i])]
    if not pairs:
        return 0
    plain = [i for i in pairs if chars.find("](", starts[i], ends[i]) < 0] if lines.links else pairs
    lengths = sorted(ends[i] - starts[i] for i in plain)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.95) if len(lengths) > 20 else -1]
    if not NARROWEST <= width <= WIDEST or (width > HAN_WIDEST and is_han(chars[starts[pairs[0]]])):
        return 0
    ragged = sum(1 for i in pairs if _breaks_off(chars[ends[i] - 1], chars[starts[i + 1]])) / len(pairs)
    if ragged < LEAST_RAGGED and len(pairs) >= 3:
        return 0
    full = sum(1 for i in pairs if ends[i] - starts[i] + 1 + lines.first_word(chars, i + 1) >= FULL * width)
    return width if _wrapped(full / len(pairs), ragged, len(pairs)) else 0


def _wrapped(full: float, ragged: float, pairs: int) -> bool:
    """Whether the shares of full lines and of lines that break off make a wrapped text. Measured on 400 documents:
    wrapped ones have at least .5 and .3, texts of one paragraph a line at most .4 of lines that break off by chance."""
    if pairs < 3:
        return full == ragged == 1.0
    if pairs < 8:
        return (full >= 0.6 and ragged >= 0.45) or ragged >= 0.7
    return (full >= 0.4 and ragged >= LEAST_RAGGED) or ragged >= 0.6


def _breaks_off(last: str, following: str) -> bool:
    """True when a line that ends in ``last`` ends in mid sentence: no stop, and the next line (``following`` is its
    first character) does not begin like a sentence."""
    if last in ",-–—" or last.isalnum():
        return following.islower() or (not following.isupper() and following.isalpha()) or last in ",-"
    return last in ",、，"


def _continues(sheet: Sheet, lines: _Lines, i: int, passage: Passage) -> bool:
    chars, start, end = sheet.chars, lines.starts[i], lines.ends[i]
    first, last = chars[start], chars[lines.ends[i - 1] - 1]
    length = lines.ends[i - 1] - lines.starts[i - 1]
    if first in "=-~" and is_rule(chars[start:end]):
        if passage.lines == 1 and first in "=-" and length <= 120 and last not in ".。":
            passage.mark = "heading"
            return True
        return False
    if passage.mark == "heading":
        return False
    if lines.escapes and _escaped(chars, lines.starts[i - 1], lines.ends[i - 1]):
        return True
    if first in RUN_ON or (first == "." and end - start == 1):
        return True
    if not sheet.wrap or not lines.prose[i] or not _full(sheet, lines, i, length, last):
        return False
    if chars.endswith("\\]", lines.starts[i - 1], lines.ends[i - 1]) or _voice(chars, start, end):
        return False
    if _labelled(chars, start, end) and _labelled(chars, lines.starts[i - 1], lines.ends[i - 1]):
        return False
    here, there = sheet.pieces[i].size, sheet.pieces[i - 1].size
    if here and there and abs(here - there) > 0.12 * max(here, there):
        return False
    return i >= HEAD or not any(h.sort == "dateline" for h in sheet.rules.lines.hits(chars[start:end]))


def _escaped(chars: str, start: int, end: int) -> bool:
    """True for a line that opens an escaped bracket and does not close it."""
    return chars.startswith("\\[", start) and chars.find("\\]", start, end) < 0


def _full(sheet: Sheet, lines: _Lines, i: int, length: int, last: str) -> bool:
    """True when the line before ``i`` had no room for the next word, or is no stub and broke off in mid sentence."""
    chars = sheet.chars
    if length + 1 + lines.first_word(chars, i) >= FULL * sheet.wrap:
        return True
    first = chars[lines.starts[i]]
    return length >= 0.3 * sheet.wrap and _breaks_off(last, first) and (first.islower() or is_han(first))


def _broken(sheet: Sheet, i: int) -> bool:
    """True when a blank line or a page end falls in mid sentence of a wrapped text: a full line, then small letters."""
    before, after = sheet.pieces[i - 1].span, sheet.pieces[i].span
    if not sheet.wrap or len(before) < 0.6 * sheet.wrap or len(after) < 0.3 * sheet.wrap:
        return False
    last = sheet.chars[before.end - 1]
    return sheet.chars[after.start].islower() and (last.isalnum() or last in ",-–—")


def _raised(sheet: Sheet, i: int) -> bool:
    """True when print sets the ending of an ordinal ("79" / "th Session") as a line of its own."""
    if sheet.medium != "print" or not sheet.chars[sheet.pieces[i - 1].span.end - 1].isdecimal():
        return False
    head = sheet.chars[sheet.pieces[i].span.start : sheet.pieces[i].span.start + 6].split()[0]
    return head in sheet.rules.ordinals


def _voice(chars: str, start: int, end: int) -> bool:
    """True when a line opens with a printed speaker label in capitals ("MR. SMITH:", "Q:")."""
    colon = chars.find(":", start, min(end, start + 90))
    if colon < 0:
        return False
    label = chars[start:colon].strip("*_ ")
    if not label[:1].isalpha():
        return False
    return label.isupper() or (len(label) > 2 and label[1] == "." and label[0].isupper() and label.count(" ") <= 1)


def _labelled(chars: str, start: int, end: int) -> bool:
    """True for a line that opens with a short Chinese label ("来源：", "浏览量："): such lines make a list."""
    colon = chars.find("：", start, min(end, start + LABEL))
    return colon > start and all(is_han(c) for c in chars[start:colon])


def bullet(chars: str, start: int, end: int) -> int:
    """The length of a list mark at the head of a line ("-   ", "• ", "(a) ", "12. "); 0 when there is none.

    >>> bullet("-   Item", 0, 8), bullet("12. Item", 0, 8), bullet("12.5 percent", 0, 12)
    (4, 4, 0)
    """
    first = chars[start]
    if first in "-*+•·●○▪■◆–—\uf0b7\u25e6":
        at = start + 1
        while at < end and chars[at] in " \xa0\t":
            at += 1
        return at - start if at > start + 1 or first in "•●○▪■◆\uf0b7\u25e6" else 0
    at = start + (first == "(")
    digits = at
    while at < end and at - digits < 3 and chars[at].isdigit():
        at += 1
    if at == digits and at < end and chars[at].isalpha() and first == "(":
        at += 1
    if at > digits and at + 1 < end and chars[at] in ".)" and chars[at + 1] in " \xa0\t":
        return at + 2 - start
    return 0


def is_rule(line: str) -> bool:
    """True for a line drawn with signs ("-----", "=====", "* * *")."""
    head = line[:12].lstrip(" ")
    if head.strip(head[:1] + " "):
        return False
    signs = set(line) - {" "}
    return len(line) >= 3 and len(signs) == 1 and not signs & set("0123456789") and not next(iter(signs)).isalnum()


def _start(sheet: Sheet, i: int, gap: int) -> Passage:
    piece = sheet.pieces[i]
    passage = Passage(piece.span.start, piece.span.end, first=i, gap=gap)
    passage.mark = _mark(sheet, piece)
    return passage


def _mark(sheet: Sheet, piece: Piece) -> str:
    chars, (start, end) = sheet.chars, (piece.span.start, piece.span.end)
    if piece.tag in HEADINGS:
        return "heading"
    first = chars[start]
    if first == "#":
        hashes = start
        while hashes < end and hashes < start + 7 and chars[hashes] == "#":
            hashes += 1
        return "heading" if hashes < end and chars[hashes] == " " and hashes <= start + 6 else ""
    if first.isalnum():
        return "bullet" if first.isdigit() and bullet(chars, start, end) else ""
    if first in "*_" and chars.startswith(("**", "__"), start):
        return "bold"
    if first == ">":
        return "quote"
    return "bullet" if bullet(chars, start, end) else ""


def _elements(sheet: Sheet) -> list[Passage]:
    """One passage an element; stretches between ``<br>`` are joined only where the page is wrapped by them."""
    passages: list[Passage] = []
    pieces = sheet.pieces
    wrapped = _br_width(sheet)
    for i, piece in enumerate(pieces):
        before = pieces[i - 1] if i else None
        same = before is not None and piece.tag == "br" and before.node == piece.node
        if same and before and wrapped and _br_joins(sheet, before, piece, wrapped):
            passages[-1].end = piece.span.end
            passages[-1].lines += 1
            continue
        passage = _start(sheet, i, 1 if same else 2 if i else 0)
        if piece.strong >= 0.9 * len(piece.span) and not passage.mark:
            passage.mark = "bold"
        passages.append(passage)
    return passages


def _br_width(sheet: Sheet) -> int:
    """The width of a page wrapped with ``<br>``: most of its stretches end alike, in mid sentence. 0 for others."""
    spans = [p.span for p in sheet.pieces if p.tag == "br"]
    if len(spans) < 8:
        return 0
    lengths = sorted(len(s) for s in spans)
    width = lengths[int(len(lengths) * 0.9)]
    near = sum(1 for n in lengths if n >= 0.75 * width)
    return width if NARROWEST <= width <= WIDEST and near >= 0.6 * len(lengths) else 0


def _br_joins(sheet: Sheet, before: Piece, piece: Piece, width: int) -> bool:
    lines = sheet.chars.count("\n", before.span.end, piece.span.start)
    line = before.span.of(sheet.chars)
    return lines < 2 and (len(line) >= FULL * width or _breaks_off(line[-1], sheet.chars[piece.span.start]))
