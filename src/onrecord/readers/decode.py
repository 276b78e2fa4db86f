"""Bytes to characters, by us, with a way back to each byte.

Lives here: the choice of an encoding (byte order mark, then what the carrier or the page declares, but bytes that are
UTF-8 are read as UTF-8 whatever is declared, and a detector only where nothing is declared), decoding with every
undecodable stretch replaced by U+FFFD and marked, and ``byte_span``. Not here: labels (``charsets.py``), line ends and
white space, which are never changed.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from dataclasses import dataclass, replace

from onrecord.errors import Refused
from onrecord.model import Decoding, Notice, Span, Told
from onrecord.readers.charsets import MULTI_BYTE, STATEFUL, WIDE, codec_of
from onrecord.reasons import Reason

HEAD = 4096
REPLACEMENT = "\ufffd"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_JAPANESE_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(B", b"\x1b(I", b"\x1b$(D")
_BAD = "\udc80"  # stands for any byte that could not be decoded, until it becomes U+FFFD
_TO_BAD = dict.fromkeys(range(0xDC80, 0xDD00), _BAD)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The decoded source: ``chars``, how it came about, and what to know before trusting it."""

    chars: str
    decoding: Decoding
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, told: Told | None = None, declared: str = "") -> Decoded:
    """Decode ``data``; ``told`` is what the carrier says of the charset, ``declared`` the label found in the page.

    Text that the caller gave as a string (``told.by`` is "caller") is its UTF-8 form and comes back exactly.
    Raises Refused when the bytes are no text at all.
    """
    if told is not None and told.by == "caller":
        return _finish(data, Decoding("utf-8", told.value, "caller"))
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _finish(data, Decoding(codec, "", "bom", len(mark)))
    wide = _wide(data)
    if wide:
        by_carrier = told is not None and codec_of(told.value) in WIDE
        unsure = () if by_carrier else (Notice(Reason.CHARSET_UNSURE, f"read as {wide}: zero bytes stand as in it"),)
        return _finish(data, Decoding(wide, "", "detector"), *unsure)
    if data.count(0, 0, HEAD) * 10 > min(len(data), HEAD):
        raise Refused(Reason.UNSUPPORTED_TYPE, "bytes of a binary file, not of a text")
    return _by_declaration(data, told, declared)


def _by_declaration(data: bytes, told: Told | None, declared: str) -> Decoded:
    label, by, codec = _declared(told, declared)
    if b"\x1b" in data and codec is None and any(escape in data for escape in _JAPANESE_ESCAPES):
        return _undeclared_japanese(data)
    if _is_utf8(data) and codec not in STATEFUL:
        notices: tuple[Notice, ...] = ()
        if codec not in (None, "utf-8") and codec not in WIDE and not data.isascii():
            notices = (Notice(Reason.CHARSET_CONFLICT, f"declared {label} ({by}), but the bytes are UTF-8"),)
        return _finish(data, Decoding("utf-8", label, by if codec == "utf-8" else "utf8"), *notices)
    if codec is not None and codec not in WIDE:
        return _finish(data, Decoding(codec, label, by))
    guess, sure = _detect(data)
    return _finish(data, Decoding(guess, label, "detector"), Notice(Reason.CHARSET_UNSURE, sure))


def _declared(told: Told | None, declared: str) -> tuple[str, str, str | None]:
    """Label, who gave it, codec: the carrier's word goes before the page's."""
    for label, by in ((told.value if told else "", told.by if told else ""), (declared, "meta")):
        codec = codec_of(label) if label else None
        if codec:
            return label, by, codec
    return declared, "meta", None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of ASCII characters stand at odd (LE) or even (BE) places only."""
    head = data[: HEAD & ~1]
    if b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd * 5 > half and even * 50 <= half:
        return "utf-16-le"
    if even * 5 > half and odd * 50 <= half:
        return "utf-16-be"
    return ""


def _is_utf8(data: bytes) -> bool:
    """Valid, or so nearly valid that no other encoding is likely: four good sequences for each bad byte."""
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError:
        chars = data.decode("utf-8", "surrogateescape")
    bad = sum(map(chars.count, map(chr, range(0xDC80, 0xDD00))))
    good = len(chars) - len(chars.encode("ascii", "ignore")) - bad
    return good >= 4 * bad


def _undeclared_japanese(data: bytes) -> Decoded:
    """Escapes of ISO-2022-JP that nobody declared: followed only if every byte fits, else they are not characters."""
    notice = Notice(Reason.CHARSET_UNSURE, "escapes of iso-2022-jp, but no encoding is declared")
    try:
        data.decode("iso2022_jp")
    except UnicodeDecodeError:
        # ESC would swallow quotation marks and brackets in a lenient decoder; 0xFF is bad in UTF-8 and as long
        shadow = data
        for escape in _JAPANESE_ESCAPES:
            shadow = shadow.replace(escape, b"\xff" + escape[1:])
        return _finish(shadow, Decoding("utf-8", "", "default"), notice)
    return _finish(data, Decoding("iso2022_jp", "", "detector"), notice)


def _detect(data: bytes) -> tuple[str, str]:
    """A codec for bytes that declare nothing and are not UTF-8, and a sentence that says it is a guess."""
    from turbohtml.detect import detect

    found = detect(data[: 64 * HEAD])
    codec = codec_of(found.encoding) if found and found.encoding else None
    if codec in (None, "cp1252") and _utf8_shows(data):
        codec = "utf-8"
    if codec is None or codec in WIDE:
        codec = "cp1252"
    return codec, f"no encoding is declared; read as {codec}"


def _utf8_shows(data: bytes) -> bool:
    """Some three-byte UTF-8 sequences stand among ASCII: broken UTF-8 rather than a western single-byte text."""
    chars = data.decode("utf-8", "ignore")
    return any(ord(c) >= 0x800 for c in chars)


def _finish(data: bytes, how: Decoding, *notices: Notice) -> Decoded:
    body = data[how.skipped :] if how.skipped else data
    try:
        chars = body.decode(how.encoding)
    except UnicodeDecodeError:
        return _with_errors(body, how, notices)
    legacy = how.encoding in STATEFUL or (how.encoding in MULTI_BYTE and how.encoding != "utf-8")
    if legacy and not _regular(chars, body, how):
        return _irregular(body, how, notices)
    return Decoded(chars, how, notices)


def _regular(chars: str, body: bytes, how: Decoding) -> bool:
    """True when the characters encode back to the same bytes, so that places can be computed."""
    try:
        return chars.encode(how.encoding) == body
    except UnicodeEncodeError:
        return False


def _with_errors(body: bytes, how: Decoding, notices: tuple[Notice, ...]) -> Decoded:
    if how.encoding in WIDE:
        return _wide_errors(body, how, notices)
    if how.encoding in STATEFUL:
        return _irregular(body, how, notices)
    try:
        chars = body.decode(how.encoding, "surrogateescape").translate(_TO_BAD)
        parts = chars.split(_BAD)
        lengths = [len(part.encode(how.encoding)) for part in parts]
    except UnicodeError:
        return _irregular(body, how, notices)
    if sum(lengths) + len(parts) - 1 != len(body):
        return _irregular(body, how, notices)
    return _joined(parts, lengths, how, notices)


def _joined(parts: list[str], lengths: list[int], how: Decoding, notices: tuple[Notice, ...]) -> Decoded:
    """Join good stretches; each stretch of bad bytes between them becomes one U+FFFD with a mark on either side."""
    out, marks, char, byte = [parts[0]], [], len(parts[0]), how.skipped + lengths[0]
    bad_from = byte
    for part, length in zip(parts[1:], lengths[1:], strict=True):
        byte += 1
        if not part and part is not parts[-1]:
            continue
        marks += [(char, bad_from), (char + 1, byte)]
        out += [REPLACEMENT, part]
        char += 1 + len(part)
        byte += length
        bad_from = byte
    bad = len(parts) - 1
    how = Decoding(how.encoding, how.label, how.by, how.skipped, tuple(marks), bad)
    return Decoded("".join(out), how, (*notices, _errors(how)))


def _wide_errors(body: bytes, how: Decoding, notices: tuple[Notice, ...]) -> Decoded:
    """UTF-16: a lone half is replaced by U+FFFD of the same two bytes; an odd last byte by one with marks."""
    even = len(body) & ~1
    chars = body[:even].decode(how.encoding, "surrogatepass")
    lone = sum(1 for c in chars if "\ud800" <= c <= "\udfff")
    if lone:
        chars = chars.translate(dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT))
    marks: tuple[tuple[int, int], ...] = ()
    if even != len(body):
        marks = ((len(chars), how.skipped + even), (len(chars) + 1, how.skipped + len(body)))
        chars += REPLACEMENT
    how = Decoding(how.encoding, how.label, how.by, how.skipped, marks, 2 * lone + len(body) - even)
    return Decoded(chars, how, (*notices, _errors(how)))


def _irregular(body: bytes, how: Decoding, notices: tuple[Notice, ...]) -> Decoded:
    """Byte by byte, for encodings with states or with two spellings of a character: a mark at every character."""
    feed = codecs.getincrementaldecoder(how.encoding)("replace")
    out: list[str] = []
    marks: list[tuple[int, int]] = []
    start = how.skipped
    for at in range(len(body) + 1):
        last = at == len(body)
        for char in feed.decode(body[at : at + 1], last):
            marks.append((len(out), start))
            out.append(char)
            start = min(how.skipped + at + 1, how.skipped + len(body))
    marks.append((len(out), how.skipped + len(body)))
    bad = out.count(REPLACEMENT)
    how = Decoding(how.encoding, how.label, how.by, how.skipped, tuple(marks), bad)
    return Decoded("".join(out), how, (*notices, _errors(how)) if bad else notices)


def _errors(how: Decoding) -> Notice:
    starts = [byte for _, byte in how.marks[::2]]
    places = ", ".join(map(str, starts[:5])) + (", ..." if len(starts) > 5 else "")
    return Notice(Reason.DECODE_ERRORS, f"{how.bad_bytes} bytes are not {how.encoding}; at byte {places or 'unknown'}")


def placed(notices: tuple[Notice, ...], chars: str) -> tuple[Notice, ...]:
    """Notices of what could not be decoded, each with the place in the text's ``chars`` where that begins (the first
    U+FFFD) and in how many places; none, where the bytes stood in nothing that is text."""
    return tuple(_placed(one, chars) if one.reason == Reason.DECODE_ERRORS else one for one in notices)


def _placed(notice: Notice, chars: str) -> Notice:
    at = chars.find(REPLACEMENT)
    if at < 0:
        return replace(notice, detail=f"{notice.detail}; in nothing that is text")
    some = chars.count(REPLACEMENT)
    told = f"{notice.detail}; text after character {at:,} could not be decoded in {some} place{'s' if some > 1 else ''}"
    return replace(notice, detail=told, span=Span(at, at + 1))


def decode_as(data: bytes, how: Decoding) -> str:
    """The characters of bytes once more, in the way in which they were decoded before."""
    return _finish(data, Decoding(how.encoding, how.label, how.by, how.skipped)).chars


def byte_span(chars: str, decoding: Decoding, span: Span) -> tuple[int, int]:
    """The bytes ``[start, end)`` of the source that ``span`` of its decoded ``chars`` was read from.

    Spans that touch give byte spans that touch, and the span of all characters covers all bytes after a mark.
    """
    return _byte_at(chars, decoding, span.start), _byte_at(chars, decoding, span.end)


def _byte_at(chars: str, decoding: Decoding, place: int) -> int:
    index = bisect_right(decoding.marks, (place, 1 << 62)) - 1
    char, byte = decoding.marks[index] if index >= 0 else (0, decoding.skipped)
    return byte + len(chars[char:place].encode(decoding.encoding))
