"""A PDF as raw bytes, before pdfium sees it: objects and streams found by their marks, without following anything.

Lives here: a flat listing of objects, the cap on what their streams inflate to, and signs to look for (actions, an end
in the middle, bytes behind the end, fonts whose text layer contradicts their encoding). Not here: text (``pdf``).
Objects are found by ``N G obj`` wherever it stands, as a repairing reader would; a sign found twice harms nobody, and
one hidden well (an encrypted stream) is missed: the worker's walls are the guard, these checks are the reasons.
Source of the syntax: ISO 32000-1, 7.3 (objects), 7.5.7 (object streams), 9.10.3 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.reasons import Reason
from onrecord.unpack.inflate import ZLIB, inflate

_HEAD_BYTES = 4096
_MOST_RATIO = 1032  # deflate cannot do better
_BASE_14 = (b"Helvetica", b"Times", b"Courier", b"Arial")


@dataclass(frozen=True, slots=True)
class RawObject:
    """One object: its number, its dictionary or other value as bytes, and where its stream stands (0, 0: none)."""

    number: int
    body: bytes
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class RawPdf:
    """The listing of one file; ``data`` are its bytes."""

    data: bytes
    objects: dict[int, RawObject]

    def stream(self, item: RawObject, limits: Limits) -> bytes:
        """The bytes of an object's stream, inflated when its only filter is Flate; empty when they cannot be had."""
        packed = self.data[item.start : item.end]
        if b"FlateDecode" not in item.body:
            return packed
        try:
            return inflate(packed, ZLIB, limits)[0]
        except Refused as refused:
            if refused.reason == Reason.RATIO:
                raise
            return b""


def list_objects(data: bytes, limits: Limits) -> RawPdf:
    """List all objects, those in object streams too; Refused(ratio) when a stream is a bomb."""
    raw = RawPdf(data, {o.number: o for o in _objects(data)})
    for item in list(raw.objects.values()):
        if not item.start:
            continue
        _refuse_bomb(raw, item, limits)
        if b"/ObjStm" in item.body:
            for inner in _inner_objects(raw.stream(item, limits), item.body):
                raw.objects.setdefault(inner.number, inner)
    return raw


def actions(raw: RawPdf) -> list[str]:
    """Names of actions and embedded things that a viewer might run or open, sorted."""
    found = {m.decode() for o in raw.objects.values() for m in _pattern(_ACTIONS).findall(o.body)}
    return sorted(found)


def bytes_behind_end(data: bytes) -> int:
    """How many bytes that are not padding follow the last end-of-file mark; 0 when there is no mark."""
    at = data.rfind(b"%%EOF")
    return len(data[at + 5 :].strip(b"\r\n\t \0")) if at >= 0 else 0


def contradictions(raw: RawPdf, limits: Limits) -> list[str]:
    """Where fonts surely show one character and extract another, one phrase each.

    Judged only where the shown glyph is certain from the file: a simple font with a plain encoding (WinAnsi, MacRoman,
    or one of the standard 14 fonts) and a ToUnicode map that says otherwise. An embedded font may draw what it likes:
    nothing but looking at the page can tell, so an empty list does not mean "verified".
    """
    maps = [_plain_font_map(raw, o, limits) for o in raw.objects.values() if b"/ToUnicode" in o.body]
    pairs = [pair for cmap in maps for pair in _simple_map(cmap)]
    lies = sum(1 for code, char in pairs if code < 127 and chr(code).isalnum() and char.isalnum() and char != chr(code))
    wide = sum(1 for cmap in maps if _pattern(_WIDE_CODES).search(cmap))
    found = [f"{lies} letters are shown as one character and extracted as another"] if lies else []
    return found + (["a font of one-byte codes maps longer ones"] if wide else [])


_ACTIONS = rb"/(JavaScript|JS|Launch|SubmitForm|ImportData|RichMedia|EmbeddedFile|XFA)\b"
_OBJECT = rb"(?:^|[\s>\]])(\d{1,9})\s+\d{1,5}\s+obj\b"
_WIDE_CODES = rb"beginbf(?:char|range)\s*<[0-9A-Fa-f]{4,}>"
_PLAIN_ENCODING = rb"/Encoding\s*/(?:WinAnsi|MacRoman|Standard)Encoding"


@cache
def _pattern(source: bytes) -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(source, options)


def _objects(data: bytes) -> Iterator[RawObject]:
    at = 0
    while match := _pattern(_OBJECT).search(data, at):
        begin = match.end()
        close = data.find(b"endobj", begin)
        close = len(data) if close < 0 else close
        mark = data.find(b"stream", begin, close)
        if mark < 0:
            yield RawObject(int(match.group(1)), data[begin : min(close, begin + _HEAD_BYTES * 16)])
            at = close
            continue
        start = mark + 6
        start += 2 if data.startswith(b"\r\n", start) else 1
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        yield RawObject(int(match.group(1)), data[begin:mark], start, end)
        at = max(end, begin + 1)


def _inner_objects(stream: bytes, body: bytes) -> Iterator[RawObject]:
    """Objects of an object stream: a table of number and offset, then the values."""
    first = _pattern(rb"/First\s+(\d{1,9})").search(body)
    if not first:
        return
    begin = int(first.group(1))
    table = stream[:begin].split()
    if not all(t.isdigit() for t in table):
        return
    pairs = [(int(n), begin + int(o)) for n, o in zip(table[::2], table[1::2], strict=False)]
    for (number, start), (_, end) in zip(pairs, [*pairs[1:], (0, len(stream))], strict=True):
        yield RawObject(number, stream[start:end])


def _refuse_bomb(raw: RawPdf, item: RawObject, limits: Limits) -> None:
    """Inflate what is large enough to be a bomb, and throw it away. Pictures are left packed: nobody looks at them."""
    layers = item.body.count(b"FlateDecode") + item.body.count(b"/Fl ") + item.body.count(b"LZWDecode")
    size = item.end - item.start
    if layers == 0 or b"/Image" in item.body or (layers == 1 and size * _MOST_RATIO < limits.inflate_bytes):
        return
    data = raw.data[item.start : item.end]
    for _ in range(min(layers, limits.inflate_layers)):
        try:
            data = inflate(data, ZLIB, limits)[0]
        except Refused as refused:
            if refused.reason == Reason.RATIO:
                raise Refused(Reason.RATIO, f"a stream of {size} bytes {refused.detail}") from None
            return  # encrypted, or not Flate after all
    if layers > limits.inflate_layers:
        raise Refused(Reason.RATIO, f"a stream is packed in {layers} layers")


def _plain_font_map(raw: RawPdf, font: RawObject, limits: Limits) -> bytes:
    """The ToUnicode map of a font whose encoding is plain; empty for any other font."""
    plain = bool(_pattern(_PLAIN_ENCODING).search(font.body))
    base = _pattern(rb"/BaseFont\s*/([^\s/<>\[\]()]+)").search(font.body)
    standard = bool(base and base.group(1).startswith(_BASE_14)) and b"/Encoding" not in font.body
    simple = _pattern(rb"/Subtype\s*/(?:Type1|TrueType)\b").search(font.body)
    target = _pattern(rb"/ToUnicode\s+(\d{1,9})\s+\d{1,5}\s+R").search(font.body)
    if not simple or not target or not (plain or (standard and b"/FontDescriptor" not in font.body)):
        return b""
    cmap = raw.objects.get(int(target.group(1)))
    return raw.stream(cmap, limits) if cmap and cmap.start else b""


def _simple_map(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Pairs of one-byte code and character of a ToUnicode map's ``bfchar`` and ``bfrange`` parts."""
    for section in _pattern(rb"beginbfchar([^a-z]*)endbfchar").findall(cmap):
        for code, char in _pattern(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>").findall(section):
            yield int(code, 16), chr(int(char, 16))
    for section in _pattern(rb"beginbfrange([^a-z]*)endbfrange").findall(cmap):
        triples = _pattern(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>").findall(section)
        for low, high, char in triples:
            for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                yield code, chr(int(char, 16) + step)
