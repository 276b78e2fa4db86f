"""Stored HTTP responses: status, headers, and the body with its codings undone.

Lives here: the message inside a WARC record. Not here: the record around it (``warc``), decoding steps (``unpack``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import Notice, Told
from onrecord.reasons import Reason
from onrecord.unpack import codings

SUFFIX_OF = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/rss+xml": ".rss", "application/atom+xml": ".atom", "message/rfc822": ".eml",
}  # fmt: skip
OTHER_MEDIA = ("image/", "audio/", "video/", "font/")
OTHER_TYPES = ("text/css", "text/dns", "application/font", "application/x-font", "application/wasm")
OTHER_WORDS = ("javascript", "ecmascript", "json", "woff", "octet-stream-font", "manifest")


@dataclass(frozen=True, slots=True)
class Response:
    """A parsed message. ``headers`` have lower-case names; repeated ones are joined with ", "."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The declared media type without parameters, lower case; empty when none is declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def told(self) -> tuple[Told, ...]:
        """What the headers say of the body: media type, charset, language."""
        kind = self.headers.get("content-type", "")
        told = [Told("media_type", self.media_type, "http:Content-Type")] if self.media_type else []
        charset = charset_of(kind)
        if charset:
            told.append(Told("charset", charset, "http:Content-Type"))
        lang = self.headers.get("content-language", "").partition(",")[0].strip()
        if lang:
            told.append(Told("lang", lang, "http:Content-Language"))
        return tuple(told)


def parse(block: bytes, limits: Limits) -> Response:
    """Split a stored response; Refused(bad_http) when it has no status line or its headers do not end."""
    end, gap = block.find(b"\r\n\r\n", 0, limits.warc_header_bytes), 4
    if end < 0:
        end, gap = block.find(b"\n\n", 0, limits.warc_header_bytes), 2
    if not block.startswith(b"HTTP/") or end < 0:
        raise Refused(Reason.BAD_HTTP, "no HTTP status line and headers" if block else "the stored response is empty")
    lines = block[:end].decode("latin-1").replace("\r\n", "\n").split("\n")
    status = lines[0].split(None, 2)[1:2]
    if not status or not (status[0].isascii() and status[0].isdigit() and len(status[0]) == 3):
        raise Refused(Reason.BAD_HTTP, "no status code in the stored response")
    return Response(int(status[0]), _headers(lines[1:]), block[end + gap :])


def body_of(response: Response, limits: Limits) -> tuple[bytes, tuple[Notice, ...]]:
    """The body with transfer and content codings undone, and what was odd about it."""
    notices: list[Notice] = []
    body = response.body
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        body, odd = codings.dechunk(body, limits)
        if odd == "cut":
            notices.append(Notice(Reason.TRUNCATED_INPUT.value, "the stored response ends inside a chunk"))
        elif odd:
            notices.append(Notice(Reason.BAD_HTTP.value, "declared chunked, stored without chunks"))
    named = [c.strip().lower() for c in response.headers.get("content-encoding", "").split(",") if c.strip()]
    length = response.headers.get("content-length", "")
    if not named and length.isascii() and length.isdigit() and len(length) < 16 and len(response.body) < int(length):
        detail = f"{len(response.body)} of {int(length)} bytes were stored"
        notices.append(Notice(Reason.TRUNCATED_INPUT.value, detail))
    body, absent = codings.decode(body, named, limits)
    notices += [Notice(Reason.BAD_HTTP.value, f"declared {name}, stored without it") for name in absent]
    return body, tuple(notices)


def is_other(media_type: str) -> bool:
    """True for what is never a document: pictures, sound, styles, scripts."""
    other = media_type.startswith((*OTHER_MEDIA, *OTHER_TYPES))
    return other or any(word in media_type for word in OTHER_WORDS)


def charset_of(content_type: str) -> str:
    """The charset parameter of a Content-Type value.

    >>> charset_of('text/html; Charset="GB2312"')
    'GB2312'
    """
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")[:64]
    return ""


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            name = name.strip().lower()
            headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    return headers
