"""Visual lines of a PDF page: what pdfium gives as fragments, put together where they stand on one line.

Lives here: fragments, which of them share a line, and their order in it. Not here: what is drawn how (``pdf``). pdfium
ends a line wherever the next piece of text is set anew, which cuts a justified line into words, and an Arabic line, set
with its marks apart, into shreds in the wrong order. Fragments that follow one another on one baseline are joined: from
left to right only while they go on to the right and stand near, from right to left in the order of their right edges.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from onrecord.model import Span

_SAME_BASELINE = 0.3  # of the type size
_NEAR = 2.0
_FAR = 5.0
_TOUCHING = 0.12
_SOFT, _HYPHEN = 0x02, 0xFFFE  # pdfium's marks for a hyphen at a line's end
_RTL = r"[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}\p{Nko}]"
_MARKS = r"^\s*\pM[\pM\s]*$"
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters without a break: ``indexes`` are pdfium's, ``breaks`` those of the break that follows; ``baseline``
    and ``size`` in points; ``box`` is left, bottom, right, top (None: only white space)."""

    indexes: Span
    chars: str
    breaks: Span
    baseline: float = 0.0
    size: float = 0.0
    box: Box | None = None

    @property
    def right_to_left(self) -> bool:
        """True when it has right-to-left letters, or nothing but marks."""
        return _pattern(_RTL).search(self.chars) is not None or self.marks_only

    @property
    def marks_only(self) -> bool:
        """True when it is nothing but combining marks."""
        return _pattern(_MARKS).search(self.chars) is not None


@dataclass(frozen=True, slots=True)
class Joint:
    """A fragment in its line: ``spaced`` says whether a space stands between it and the one before."""

    fragment: Fragment
    spaced: bool


def fragments(text: Any) -> list[Fragment]:
    """The fragments of a page (a pypdfium2 text page), in pdfium's order; each character has one index."""
    from pypdfium2 import raw as pdfium

    get, raw = pdfium.FPDFText_GetUnicode, text.raw
    chars = "".join([_char(get(raw, i)) for i in range(text.count_chars())])
    apart = (part for line, breaks in _cut(chars) for part in _at_gaps(text, chars, line, breaks))
    return [_measured(text, chars, line, breaks) for line, breaks in apart]


def lines(found: list[Fragment]) -> Iterator[list[Joint]]:
    """Fragments grouped into visual lines, each in reading order."""
    group: list[Fragment] = []
    for fragment in found:
        if group and not _goes_on(group, fragment):
            yield _in_order(group)
            group = []
        group.append(fragment)
    if group:
        yield _in_order(group)


@cache
def _pattern(source: str) -> Any:
    return re2.compile(source)


def _char(code: int) -> str:
    """A character as it can be stored: one for each of pdfium's, so that indexes stay equal."""
    if 0 < code < 0xD800 and code != _SOFT:
        return chr(code)
    if code in (_SOFT, _HYPHEN):
        return "-"
    return "\ufffd" if code == 0 or code < 0xE000 or code > 0x10FFFF else chr(code)


def _cut(chars: str) -> Iterator[tuple[Span, Span]]:
    """Stretches without a break, and the one break (``\\r\\n``, ``\\r`` or ``\\n``) after each; both may be empty.

    >>> [(a.of("ab\\r\\n\\nc"), len(b)) for a, b in _cut("ab\\r\\n\\nc")]
    [('ab', 2), ('', 1), ('c', 0)]
    """
    at = 0
    for match in _pattern(r"\r\n|\r|\n").finditer(chars):
        yield Span(at, match.start()), Span(match.start(), match.end())
        at = match.end()
    if at < len(chars):
        yield Span(at, len(chars)), Span(len(chars), len(chars))


def _at_gaps(text: Any, chars: str, line: Span, breaks: Span) -> Iterator[tuple[Span, Span]]:
    """Cut a stretch where pdfium put a space into a wide gap: columns and cells of a table on one height."""
    from pypdfium2 import raw as pdfium

    at = line.start
    made, raw, rightward = pdfium.FPDFText_IsGenerated, text.raw, _pattern(_RTL).search(line.of(chars)) is None
    place = chars.find(" ", line.start + 1, line.end - 1) if rightward else -1
    while place >= 0:
        if made(raw, place) == 1 and _is_wide(text, place):
            yield Span(at, place), Span(place, place + 1)
            at = place + 1
        place = chars.find(" ", place + 1, line.end - 1)
    yield Span(at, line.end), breaks


def _is_wide(text: Any, place: int) -> bool:
    """True when the characters on both sides of a made space stand far apart, the later one to the right."""
    before, after = text.get_charbox(place - 1), text.get_charbox(place + 1)
    return bool(after[0] - before[2] > _FAR * type_size(text.raw, place - 1))


def _measured(text: Any, chars: str, line: Span, breaks: Span) -> Fragment:
    """A fragment with its place on the page."""
    from pypdfium2 import raw as pdfium

    body = line.of(chars)
    if not body.strip():
        return Fragment(line, body, breaks)
    first = line.start + len(body) - len(body.lstrip())
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, first, x, y)
    size = type_size(text.raw, first)
    return Fragment(line, body, breaks, y.value, size, _box(text, first, len(body.strip())))


def type_size(raw: Any, index: int) -> float:
    """The type size of a character of a raw text page in points, as it is drawn."""
    from pypdfium2 import raw as pdfium

    matrix = pdfium.FS_MATRIX()
    known = pdfium.FPDFText_GetMatrix(raw, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    return float(pdfium.FPDFText_GetFontSize(raw, index) * scale)


def _box(text: Any, index: int, count: int) -> Box | None:
    """Left, bottom, right, top of a stretch of characters."""
    rects = [text.get_rect(i) for i in range(text.count_rects(index, count))]
    if not rects:
        return None
    left, bottom = min(r[0] for r in rects), min(r[1] for r in rects)
    right, top = max(r[2] for r in rects), max(r[3] for r in rects)
    return (round(left, 1), round(bottom, 1), round(right, 1), round(top, 1))


def _goes_on(group: list[Fragment], fragment: Fragment) -> bool:
    """True when a fragment stands on the line of those before it."""
    last = group[-1]
    lettered = next((f for f in reversed(group) if not f.marks_only), last)
    if last.box is None or fragment.box is None or lettered.box is None:
        return False
    size = max(lettered.size, fragment.size)
    level = abs(lettered.baseline - fragment.baseline) <= _SAME_BASELINE * size
    if fragment.marks_only or lettered.marks_only:
        middle = (fragment.box[1] + fragment.box[3]) / 2
        reach = _SAME_BASELINE * size
        return level or lettered.box[1] - reach <= middle <= lettered.box[3] + reach
    if not level:
        return False
    if any(f.right_to_left for f in (*group, fragment)):
        return True
    return -_TOUCHING * size <= fragment.box[0] - last.box[2] <= _NEAR * size


def _in_order(group: list[Fragment]) -> list[Joint]:
    """A line's fragments as they are read, with spaces where there is a gap."""
    if len(group) > 1 and any(f.right_to_left for f in group):
        group = sorted(group, key=lambda f: -f.box[2] if f.box else 0.0)
    return [Joint(f, n > 0 and _apart(group[n - 1], f)) for n, f in enumerate(group)]


def _apart(one: Fragment, other: Fragment) -> bool:
    if one.box is None or other.box is None:
        return True
    gap = max(other.box[0] - one.box[2], one.box[0] - other.box[2])
    spaced = one.chars[-1:].isspace() or other.chars[:1].isspace()
    return gap > _TOUCHING * max(one.size, other.size) and not spaced
