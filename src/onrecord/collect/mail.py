"""Mail: one message in Internet Message Format is a Source (its body) and one for each attachment.

Lives here: parts of a message. Not here: mailboxes of many messages (set aside). Source: RFC 5322, RFC 2045.
The body is the HTML part when there is one (it keeps the layout), else the plain one, with its bytes as sent.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from onrecord.collect import kinds
from onrecord.collect.given import Given, Items, Open
from onrecord.collect.locators import part_of
from onrecord.collect.telling import machine_date, told
from onrecord.errors import Refused
from onrecord.model import Source, Told
from onrecord.reasons import Reason

HEADERS = (("title", "Subject"), ("author", "From"), ("id", "Message-ID"))
PARTS = 1000
NESTING = (b"multipart/", b"message/rfc822")


def unfold(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """The message's body under the file's own locator, then its attachments."""
    data = stream.read(given.limits.inflate_bytes + 1)
    if len(data) > given.limits.inflate_bytes:
        raise Refused(Reason.TOO_LARGE, f"more than {given.limits.inflate_bytes} bytes of mail")
    # The standard library's parser is quadratic in nested parts: count them before it starts.
    lower = data.lower()
    if sum(lower.count(word) for word in NESTING) > given.limits.xml_depth:
        raise Refused(Reason.TOO_DEEP, f"more than {given.limits.xml_depth} nested parts")
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()][: PARTS + 1]
        body = _body(message, parts)
        said = tuple(_said(message))
    except RecursionError:
        raise Refused(Reason.TOO_DEEP, "parts nested too deep") from None
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise Refused(Reason.BROKEN_CONTAINER, f"not a readable message: {str(error)[:100]}") from None
    if len(parts) > PARTS:
        raise Refused(Reason.TOO_LARGE, f"more than {PARTS} parts")
    if body is None:
        yield given.aside(Refused(Reason.NO_TEXT, "the message has no body of text"))
    else:
        yield _document(body, said, given)
    for number, part in enumerate(parts, 1):
        if part is not body and not _is_twin(part, body):
            yield from _attachment(part, number, given, open_)


def _body(message: EmailMessage | Message, parts: Sequence[Message]) -> Message | None:
    inline = [p for p in parts if p.get_content_disposition() != "attachment"]
    by_kind = {p.get_content_type(): p for p in reversed(inline)}
    return by_kind.get(kinds.HTML) or by_kind.get(kinds.PLAIN)


def _is_twin(part: Message, body: Message | None) -> bool:
    """The plain form of an HTML body says the same once more."""
    return body is not None and part.get_content_type() == kinds.PLAIN and part.get_content_disposition() is None


def _document(body: Message, said: tuple[Told, ...], given: Given) -> Source:
    charset = tuple(told("charset", body.get_content_charset(""), "mail:Content-Type"))
    inner = given.part(given.locator, "", *said, *charset)
    kind = kinds.HTML if body.get_content_type() == kinds.HTML else kinds.PLAIN
    return inner.source(_payload(body), kind)


def _attachment(part: Message, number: int, given: Given, open_: Open) -> Items:
    kind = part.get_content_type()
    if kind.startswith(("image/", "audio/", "video/", "font/")) or kind == "text/css":
        given.skipped[kind[:40]] += 1
        return
    name = part.get_filename("") or ""
    name = name.encode("utf-8", "replace").decode()
    inner = given.part(part_of(given.locator, f"part-{number} {name}".strip()), name)
    yield from open_(io.BufferedReader(io.BytesIO(_payload(part)), kinds.HEAD_BYTES), inner)


def _said(message: Message) -> Iterator[Told]:
    for name, header in HEADERS:
        yield from told(name, _plain(message.get(header)), f"mail:{header}")
    yield from told("date", machine_date(_plain(message.get("Date"))), "mail:Date")


def _plain(value: object) -> str:
    return str(value or "").encode("utf-8", "replace").decode()


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
