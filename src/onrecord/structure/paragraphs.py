"""Step 1: layout pieces become paragraphs, in every medium.

Lives here: which pieces belong together. Not here: what a paragraph is for. A line continues the one before it when
no blank line stands between, and the first line was *full* (the next word did not fit) or broke off in mid sentence;
both only in a text that is wrapped at all. Marks of Markdown and of HTML are noted as layout; characters stay.
"""

from __future__ import annotations

import itertools

from onrecord.model import Piece
from onrecord.structure.passage import Passage, Sheet
from onrecord.text.detect import is_han

FULL = 0.84  # of the text's width: proportional type and hyphenation leave up to this much of a line empty
WIDEST = 140  # a text with longer lines is not wrapped
NARROWEST = 16
HAN_WIDEST = 60
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
    gaps = [_gap(sheet.chars, a, b) for a, b in itertools.pairwise(pieces)]
    if sheet.medium == "print":
        gaps = _leading(pieces, gaps)
    sheet.wrap = wrap_width(sheet, gaps)
    passages = [_start(sheet, 0, 0)]
    for i in range(1, len(pieces)):
        lines, hard = gaps[i - 1]
        if (lines < 2 and not hard and _continues(sheet, i, passages[-1])) or (lines > 1 and _broken(sheet, i)):
            passages[-1].end = pieces[i].span.end
            passages[-1].lines += 1
        else:
            passages.append(_start(sheet, i, lines))
    return passages


def _gap(chars: str, before: Piece, after: Piece) -> tuple[int, bool]:
    """Line ends between two pieces, and whether two spaces before the first make it a hard break (Markdown)."""
    between = chars[before.span.end : after.span.start]
    if between == "\n":
        return 1, False
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


def wrap_width(sheet: Sheet, gaps: list[tuple[int, bool]]) -> int:
    """The width at which the text is wrapped, in characters; 0 when each line is a paragraph."""
    spans = [p.span for p in sheet.pieces]
    chars = sheet.chars
    pairs = [i for i, (lines, hard) in enumerate(gaps) if lines == 1 and not hard and _prose(sheet, i)]
    if not pairs:
        return 0
    lengths = sorted(len(spans[i]) for i in pairs if "](" not in spans[i].of(chars))
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.95) if len(lengths) > 20 else -1]
    if not NARROWEST <= width <= WIDEST:
        return 0
    ragged = sum(1 for i in pairs if _breaks_off(spans[i].of(chars), chars[spans[i + 1].start]))
    full = sum(1 for i in pairs if len(spans[i]) + 1 + _first_word(sheet, i + 1) >= FULL * width)
    wide = width > HAN_WIDEST and is_han(chars[spans[pairs[0]].start])
    return width if not wide and _wrapped(full / len(pairs), ragged / len(pairs), len(pairs)) else 0


def _prose(sheet: Sheet, i: int) -> bool:
    """True for a line that a line of prose may follow: the next one opens no list item, link or rule."""
    start, end = sheet.pieces[i + 1].span.start, sheet.pieces[i + 1].span.end
    chars = sheet.chars
    return not (
        bullet(chars, start, end)
        or chars.startswith(OPENERS, start)
        or chars.startswith("\\[", sheet.pieces[i].span.start)
    )


def _wrapped(full: float, ragged: float, pairs: int) -> bool:
    """Whether the shares of full lines and of lines that break off make a wrapped text. Measured on 400 documents:
    wrapped ones have at least .5 and .3, texts of one paragraph a line at most .4 of lines that break off by chance."""
    if pairs < 3:
        return full == ragged == 1.0
    if pairs < 8:
        return (full >= 0.6 and ragged >= 0.45) or ragged >= 0.7
    return (full >= 0.4 and ragged >= 0.3) or ragged >= 0.6


def _first_word(sheet: Sheet, i: int) -> int:
    span = sheet.pieces[i].span
    if is_han(sheet.chars[span.start]):
        return 1
    space = sheet.chars.find(" ", span.start, span.end)
    return (space if space > 0 else span.end) - span.start


def _breaks_off(line: str, following: str) -> bool:
    """True when a line ends in mid sentence: no stop, and the next line does not begin like a sentence."""
    last = line[-1]
    if last in ",-–—" or last.isalnum():
        return following.islower() or (not following.isupper() and following.isalpha()) or last in ",-"
    return last in ",、，"


def _continues(sheet: Sheet, i: int, passage: Passage) -> bool:
    span, before = sheet.pieces[i].span, sheet.pieces[i - 1].span
    chars = sheet.chars
    first = chars[span.start]
    if first in "=-~" and is_rule(span.of(chars)):
        if passage.lines == 1 and first in "=-" and len(before) <= 120 and chars[before.end - 1] not in ".。":
            passage.mark = "heading"
            return True
        return False
    if passage.mark == "heading":
        return False
    if chars.startswith("\\[", before.start) and "\\]" not in before.of(chars):
        return True
    if first in RUN_ON or (first == "." and len(span) == 1):
        return True
    if not sheet.wrap or bullet(chars, span.start, span.end) or chars.startswith(OPENERS, span.start):
        return False
    if i < HEAD and any(h.sort == "dateline" for h in sheet.rules.lines.hits(span.of(chars))):
        return False
    line = before.of(chars)
    if line.endswith("\\]") or _voice(chars, span.start, span.end):
        return False
    here, there = sheet.pieces[i].size, sheet.pieces[i - 1].size
    if here and there and abs(here - there) > 0.12 * max(here, there):
        return False
    if len(line) + 1 + _first_word(sheet, i) >= FULL * sheet.wrap:
        return True
    return len(line) >= 0.3 * sheet.wrap and _breaks_off(line, first) and (first.islower() or is_han(first))


def _broken(sheet: Sheet, i: int) -> bool:
    """True when a blank line or a page end falls in mid sentence of a wrapped text: a full line, then small letters."""
    before, after = sheet.pieces[i - 1].span, sheet.pieces[i].span
    if not sheet.wrap or len(before) < 0.6 * sheet.wrap or len(after) < 0.3 * sheet.wrap:
        return False
    last = sheet.chars[before.end - 1]
    return sheet.chars[after.start].islower() and (last.isalnum() or last in ",-–—")


def _voice(chars: str, start: int, end: int) -> bool:
    """True when a line opens with a printed speaker label in capitals ("MR. SMITH:", "Q:")."""
    colon = chars.find(":", start, min(end, start + 90))
    if colon < 0:
        return False
    label = chars[start:colon].strip("*_ ")
    if not label[:1].isalpha():
        return False
    return label.isupper() or (len(label) > 2 and label[1] == "." and label[0].isupper() and label.count(" ") <= 1)


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
    return lines < 2 and (len(line) >= FULL * width or _breaks_off(line, sheet.chars[piece.span.start]))
