"""PDF reader: the text layer by pdfium, every character with its page and index, every visual line with its box.

Lives here: pages to characters, pieces, runs. Not here: signs in the raw file (``pdfraw``), paragraphs and page
furniture (``structure``). Characters are taken one by one as pdfium orders them and none is dropped: ``Run.source``
holds pdfium's character indexes on ``Run.page``. A text layer is what the file *says* it shows; only a look at the page
can prove it, so notices tell what is known to differ. No script or action is run, no embedded file opened.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Fact, Layout, Notice, Piece, Run, Source, Span, make_text
from onrecord.readers import characters, pdfraw
from onrecord.readers.reading import Reading
from onrecord.reasons import Reason

NAME = "pdf"
VERSION = 1
_HYPHENS = (0x02, 0xFFFE)  # pdfium's mark for a hyphen at a line's end
_BREAKS = "\r\n"
_INVISIBLE = (3, 7)  # text render modes: neither filled nor stroked; clip only
_BOLD = 600
_IMAGE = 3
_TINY = 1.0
_UNMAPPED_SHARE = 0.02
_META = ("Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate")


def read_pdf(source: Source, limits: Limits = DEFAULT) -> Reading:
    """Read a PDF; Refused(encrypted, broken_pdf, no_text_layer, ratio)."""
    raw = pdfraw.list_objects(source.data, limits)
    pages = _Pages()
    document = _open(source.data)
    try:
        for number in range(min(len(document), limits.pdf_pages)):
            _take_page(document, number, pages)
        facts = _facts(document)
        total = len(document)
    finally:
        document.close()
    chars = "".join(pages.chars)
    if not chars.strip():
        _refuse_empty(pages, total)
    layout = Layout(pieces=tuple(pages.pieces), emphasis=tuple(pages.strong), facts=facts)
    text = make_text(source, f"{NAME}/{VERSION}", chars, layout, tuple(pages.runs))
    notices = (*_raw_notices(raw, limits), *_page_notices(pages, total, limits), *characters.notices(chars, limits))
    return Reading(text, notices)


@dataclass(slots=True)
class _Pages:
    """What has been taken so far; ``at`` is the number of characters."""

    chars: list[str] = field(default_factory=list)
    at: int = 0
    runs: list[Run] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    unmapped: int = 0
    bad_unicode: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    """How one text object is drawn."""

    bold: bool
    invisible: bool
    size: float


def _open(data: bytes) -> Any:
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Refused(Reason.ENCRYPTED, "a password is needed to open it") from None
        cut = b"%%EOF" not in data[-2048:]
        raise Refused(Reason.BROKEN_PDF, "pdfium cannot open it" + (" (the end is missing)" if cut else "")) from None


def _take_page(document: Any, number: int, pages: _Pages) -> None:
    """One page's lines, set apart from the page before by a line break."""
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        pages.broken.append(number + 1)
        return
    begin = pages.at
    if pages.at:
        _add_break(pages, number, Span(0, 0))
    styles: dict[int, _Style] = {}
    for indexes, units in _lines(text):
        if isinstance(units, str):
            _add_line(text, number, indexes, units, styles, pages)
        if indexes.end > indexes.start and units is None:
            _add_break(pages, number, indexes)
    _judge_page(page, number, begin, pages)
    text.close()
    page.close()


def _lines(text: Any) -> Iterator[tuple[Span, str | None]]:
    """Lines of a page as (character indexes, characters), and between them their breaks as (indexes, None)."""
    from pypdfium2 import raw as pdfium

    get, raw = pdfium.FPDFText_GetUnicode, text.raw
    chars = "".join([_char(get(raw, i)) for i in range(text.count_chars())])
    at = 0
    while at < len(chars):
        end = at
        while end < len(chars) and chars[end] not in _BREAKS:
            end += 1
        if end > at:
            yield Span(at, end), chars[at:end]
        at = end
        while end < len(chars) and chars[end] in _BREAKS:
            end += 1
            if chars[at:end] == "\r\n" or (chars[at:end] in _BREAKS and chars[end : end + 1] != "\n"):
                break
        if end > at:
            yield Span(at, end), None
        at = end


def _char(code: int) -> str:
    """A character as it can be stored: one for each of pdfium's, so that indexes stay equal."""
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _add_line(text: Any, number: int, indexes: Span, chars: str, styles: dict[int, _Style], pages: _Pages) -> None:
    span = Span(pages.at, pages.at + len(chars))
    pages.chars.append(chars)
    pages.at = span.end
    pages.runs.append(Run(span, indexes, "same", number))
    body = chars.strip()
    if not body:
        return
    lead = len(chars) - len(chars.lstrip())
    inner = Span(span.start + lead, span.start + lead + len(body))
    first = indexes.start + lead
    drawn = [_style(text, i, styles) for i in range(first, first + len(body))]
    strong = _stretches(inner.start, [s.bold for s in drawn])
    unseen = _stretches(inner.start, [s.invisible or 0 < s.size < _TINY for s in drawn])
    pages.strong += strong
    pages.hidden += unseen
    pages.unmapped += sum(1 for c in body if c == "\ufffd" or c < " ")
    hidden = sum(map(len, unseen)) == len(body)
    box = _box(text, first, len(body))
    size = round(max(s.size for s in drawn), 1)
    piece = Piece(inner, "line", strong=sum(map(len, strong)), page=number, box=box, size=size, hidden=hidden)
    pages.pieces.append(piece)


def _add_break(pages: _Pages, number: int, indexes: Span) -> None:
    pages.chars.append("\n")
    pages.runs.append(Run(Span(pages.at, pages.at + 1), indexes, "break", number))
    pages.at += 1


def _stretches(start: int, flags: list[bool]) -> list[Span]:
    """Runs of true flags as spans that begin at ``start``.

    >>> _stretches(10, [False, True, True, False, True])
    [Span(start=11, end=13), Span(start=14, end=15)]
    """
    spans: list[Span] = []
    for i, flag in enumerate(flags, start):
        if flag and spans and spans[-1].end == i:
            spans[-1] = Span(spans[-1].start, i + 1)
        elif flag:
            spans.append(Span(i, i + 1))
    return spans


def _style(text: Any, index: int, styles: dict[int, _Style]) -> _Style:
    """The style of a character, looked up once for each text object; generated characters have none."""
    import ctypes

    from pypdfium2 import raw as pdfium

    drawn = pdfium.FPDFText_GetTextObject(text.raw, index)
    key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
    if key not in styles:
        styles[key] = _look_up(text, index, drawn) if key else _Style(False, False, 0.0)
    return styles[key]


def _look_up(text: Any, index: int, drawn: Any) -> _Style:
    from pypdfium2 import raw as pdfium

    matrix = pdfium.FS_MATRIX()
    known = pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    size = pdfium.FPDFText_GetFontSize(text.raw, index) * scale
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
    return _Style(pdfium.FPDFText_GetFontWeight(text.raw, index) >= _BOLD, mode in _INVISIBLE, size)


def _box(text: Any, index: int, count: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a stretch of characters in points."""
    rects = [text.get_rect(i) for i in range(text.count_rects(index, count))]
    if not rects:
        return None
    left, bottom = min(r[0] for r in rects), min(r[1] for r in rects)
    right, top = max(r[2] for r in rects), max(r[3] for r in rects)
    return (round(left, 1), round(bottom, 1), round(right, 1), round(top, 1))


def _judge_page(page: Any, number: int, begin: int, pages: _Pages) -> None:
    """A page without text but with a picture is a scan; one whose text is all unseen over a picture was recognised."""
    mine = [p for p in pages.pieces[::-1] if p.page == number]
    if mine and not all(p.hidden for p in mine):
        return
    if not _has_image(page):
        return
    if not mine:
        pages.scans.append(number + 1)
        return
    pages.recognised.append(number + 1)
    pages.hidden = [s for s in pages.hidden if s.start < begin]


def _has_image(page: Any) -> bool:
    from pypdfium2 import raw as pdfium

    count = min(pdfium.FPDFPage_CountObjects(page.raw), 1000)
    return any(pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, i)) == _IMAGE for i in range(count))


def _refuse_empty(pages: _Pages, total: int) -> None:
    if pages.broken and len(pages.broken) == total:
        raise Refused(Reason.BROKEN_PDF, "no page can be read")
    what = "it holds pictures of pages" if pages.scans else "it has no text"
    raise Refused(Reason.NO_TEXT_LAYER, f"{total} page{'' if total == 1 else 's'}; {what}")


def _facts(document: Any) -> tuple[Fact, ...]:
    """What the file states about itself; dates as ISO 8601. Its values stand in no text, so their spans are empty."""
    stated = document.get_metadata_dict(skip_empty=True)
    values = [(name, str(stated.get(name, "")).strip("\0 \t\r\n")) for name in _META]
    return tuple(
        Fact(f"pdf:{name}", iso_date(value) if name.endswith("Date") else value, Span(0, 0))
        for name, value in values
        if value and value.isprintable()
    )


def iso_date(value: str) -> str:
    """A PDF date as ISO 8601, as precise as it is; anything else as it stands. ISO 32000-1, 7.9.4.

    >>> iso_date("D:20250114083000+08'00'"), iso_date("D:2025"), iso_date("yesterday")
    ('2025-01-14T08:30:00+08:00', '2025', 'yesterday')
    """
    body = value.removeprefix("D:")
    digits = body[:14]
    count = next((i for i, c in enumerate(digits) if not ("0" <= c <= "9")), len(digits))
    if count < 4:
        return value
    parts = (digits[:4], digits[4:6], digits[6:8], digits[8:10], digits[10:12], digits[12:14])
    whole = list(parts[: 1 + (count - 4) // 2])
    day, clock = "-".join(whole[:3]), ":".join(whole[3:])
    if len(whole) < 5:
        return day
    zone = body[14:].replace("'", ":").strip(":") if len(whole) == 6 else ""
    zone = "Z" if zone.startswith("Z") else zone
    return f"{day}T{clock}{zone}"


def _raw_notices(raw: pdfraw.RawPdf, limits: Limits) -> Iterator[Notice]:
    """What the raw file shows."""
    if actions := pdfraw.actions(raw):
        yield Notice(Reason.ACTIVE_CONTENT.value, f"it names {', '.join(actions)}; nothing was run or opened")
    if behind := pdfraw.bytes_behind_end(raw.data):
        yield Notice(Reason.TRAILING_DATA.value, f"{behind} bytes follow the end of the PDF")
    if b"%%EOF" not in raw.data:
        yield Notice(Reason.TRUNCATED_INPUT.value, "the file has no end mark; what pdfium could rebuild was read")
    for detail in pdfraw.contradictions(raw, limits):
        yield Notice(Reason.TEXT_LAYER_UNVERIFIED.value, detail)


def _page_notices(pages: _Pages, total: int, limits: Limits) -> Iterator[Notice]:
    """What the pages showed."""
    if pages.broken:
        yield Notice(Reason.BROKEN_PDF.value, f"{_numbers(pages.broken)} of {total} cannot be read")
    if pages.scans:
        yield Notice(Reason.NO_TEXT_LAYER.value, f"{_numbers(pages.scans)} of {total}: a picture without text")
    if pages.recognised:
        detail = f"{_numbers(pages.recognised)}: unseen text over a picture, as text recognition leaves it"
        yield Notice(Reason.TEXT_LAYER_UNVERIFIED.value, detail)
    if pages.hidden:
        count = sum(map(len, pages.hidden))
        yield Notice(Reason.HIDDEN_TEXT.value, f"{count} characters are not drawn or too small to see", pages.hidden[0])
    if pages.unmapped > _UNMAPPED_SHARE * pages.at:
        detail = f"{pages.unmapped} of {pages.at} characters have no known meaning in their font"
        yield Notice(Reason.TEXT_LAYER_UNVERIFIED.value, detail)
    if total > limits.pdf_pages:
        yield Notice(Reason.TOO_LARGE.value, f"{limits.pdf_pages} of {total} pages were read")


def _numbers(numbers: list[int]) -> str:
    """Page numbers in words, the first few of many.

    >>> _numbers([1]), _numbers([1, 2, 3, 4, 5, 6])
    ('page 1', 'pages 1, 2, 3, 4, 5 and 1 more')
    """
    shown = ", ".join(str(n) for n in numbers[:5])
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"page{'' if len(numbers) == 1 else 's'} {shown}{more}"
