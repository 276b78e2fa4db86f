"""PDF reader: the text layer by pdfium, every character with its page and index, every visual line with its box.

Lives here: pages to characters, pieces, runs. Not here: which fragments share a line (``pdflines``), signs in the raw
file (``pdfraw``), paragraphs and page furniture (``structure``). No character of pdfium's is dropped: ``Run.source``
holds its character indexes on ``Run.page``. A text layer is what the file *says* it shows; only a look at the page can
prove it, so notices tell what is known to differ. No script or action is run, no embedded file opened.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Fact, Layout, Notice, Piece, Run, RunKind, Source, Span, make_text
from onrecord.readers import characters, pdflines, pdfraw
from onrecord.readers.pdflines import Joint
from onrecord.readers.reading import Reading
from onrecord.reasons import Reason

NAME = "pdf"
VERSION = 1
_INVISIBLE = (3, 7)  # text render modes: neither filled nor stroked; clip only
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_NAME_BYTES = 128
_BY_ADDRESS = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
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


@dataclass(frozen=True, slots=True)
class _Style:
    """How one text object is drawn."""

    bold: bool
    invisible: bool
    size: float


_PLAIN = _Style(bold=False, invisible=False, size=0.0)


class _Drawing:
    """How the characters of one page are drawn; looked up once for each text object, generated ones are plain."""

    def __init__(self, text: Any) -> None:
        from pypdfium2 import raw as pdfium

        self._pdfium, self._raw = pdfium, text.raw
        self._styles: dict[int | None, _Style] = {None: _PLAIN}
        place = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
        self._address_of = _BY_ADDRESS(place)  # the same function, giving a number and no pointer object

    def styles(self, indexes: Span) -> list[_Style]:
        """One style for each character index."""
        address_of, raw, known, found = self._address_of, self._raw, self._styles, []
        for index in range(indexes.start, indexes.end):
            key = address_of(raw, index)
            if key not in known:
                known[key] = self._look_up(index)
            found.append(known[key])
        return found

    def _look_up(self, index: int) -> _Style:
        mode = self._pdfium.FPDFTextObj_GetTextRenderMode(self._pdfium.FPDFText_GetTextObject(self._raw, index))
        return _Style(self._is_bold(index), mode in _INVISIBLE, pdflines.type_size(self._raw, index))

    def _is_bold(self, index: int) -> bool:
        """By the font's weight, else by its name: the weight is often not stated."""
        if self._pdfium.FPDFText_GetFontWeight(self._raw, index) >= _BOLD:
            return True
        name = ctypes.create_string_buffer(_NAME_BYTES)
        size = self._pdfium.FPDFText_GetFontInfo(self._raw, index, name, _NAME_BYTES, None)
        return 0 < size <= _NAME_BYTES and any(word in name.value.lower() for word in _BOLD_NAMES)


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
    begin, first = pages.at, len(pages.pieces)
    if pages.at:
        _add(pages, "\n", "break", number, Span(0, 0))
    drawing = _Drawing(text)
    for line in pdflines.lines(pdflines.fragments(text)):
        _add_line(drawing, number, line, pages)
    _judge_page(page, number, begin, pages.pieces[first:], pages)
    text.close()
    page.close()


def _add_line(drawing: _Drawing, number: int, line: list[Joint], pages: _Pages) -> None:
    """One visual line: its characters, its piece, and the break after it."""
    begin = pages.at
    drawn: list[_Style] = []
    for joint in line:
        part = joint.fragment
        if joint.spaced:
            _add(pages, " ", "space", number, part.breaks)
            drawn.append(_PLAIN)
        _add(pages, part.chars, "same", number, part.indexes)
        drawn += drawing.styles(part.indexes)
    body = "".join((" " if j.spaced else "") + j.fragment.chars for j in line)
    if body.strip():
        _add_piece(pages, number, body, begin, drawn, line)
    last = max(line, key=lambda j: j.fragment.breaks.end).fragment
    if len(last.breaks):
        _add(pages, "\n", "break", number, last.breaks)


def _add(pages: _Pages, chars: str, kind: RunKind, number: int, indexes: Span) -> None:
    if chars:
        pages.chars.append(chars)
        pages.runs.append(Run(Span(pages.at, pages.at + len(chars)), indexes, kind, number))
        pages.at += len(chars)


def _add_piece(pages: _Pages, number: int, body: str, begin: int, drawn: list[_Style], line: list[Joint]) -> None:
    lead = len(body) - len(body.lstrip())
    inner = Span(begin + lead, begin + len(body.rstrip()))
    drawn = drawn[lead : lead + len(inner)]
    strong = _stretches(inner.start, [s.bold for s in drawn])
    unseen = _stretches(inner.start, [s.invisible or 0 < s.size < _TINY for s in drawn])
    pages.strong += strong
    pages.hidden += unseen
    pages.unmapped += sum(1 for c in body if c == "\ufffd" or c < " ")
    piece = Piece(
        inner,
        "line",
        strong=sum(map(len, strong)),
        page=number,
        box=_union([j.fragment.box for j in line if j.fragment.box]),
        size=round(max(s.size for s in drawn), 1),
        hidden=sum(map(len, unseen)) >= len(body.strip()),
    )
    pages.pieces.append(piece)


def _union(boxes: list[pdflines.Box]) -> pdflines.Box | None:
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return (min(left), min(bottom), max(right), max(top))


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


def _judge_page(page: Any, number: int, begin: int, mine: list[Piece], pages: _Pages) -> None:
    """A page without text but with a picture is a scan; one whose text is all unseen over a picture was recognised."""
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
