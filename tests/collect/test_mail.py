"""Mail: bodies, attachments, headers."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from onrecord import collect
from onrecord.model import SetAside, Source


def message(body: str | None = "The envoy spoke.", **headers: str) -> EmailMessage:
    """A message with a plain body."""
    made = EmailMessage()
    for name, value in headers.items():
        made[name] = value
    if body is not None:
        made.set_content(body)
    return made


def expand(data: bytes) -> list[Source | SetAside]:
    """The parts of a message."""
    return list(collect.expand(data, "/x/m.eml", "m.eml"))


def test_a_plain_message() -> None:
    """The body is the source under the file's own name; headers are told."""
    made = message(Subject="Визит", From="Press <p@v.test>", Date="Tue, 06 May 2031 07:08:09 +0000")
    (source,) = expand(made.as_bytes())
    assert (source.data, source.media_type, source.locator) == (b"The envoy spoke.\n", "text/plain", "/x/m.eml")
    told = {t.name: t.value for t in source.told}
    assert told == {
        "title": "Визит", "author": "Press <p@v.test>", "date": "2031-05-06T07:08:09+00:00", "charset": "utf-8",
    }  # fmt: skip


def test_the_page_is_preferred_and_its_twin_left_out() -> None:
    """Of two forms of one body the HTML one is taken, with its bytes as sent."""
    made = message()
    made.add_alternative("<p>Посол сказал.</p>", subtype="html", charset="koi8-r")
    (source,) = expand(made.as_bytes())
    assert (source.media_type, source.data) == ("text/html", "<p>Посол сказал.</p>\n".encode("koi8-r"))


def test_attachments_are_parts() -> None:
    """A document is opened by its kind, a picture is counted, a binary is set aside."""
    made = message()
    made.add_attachment(b"<p>Annex</p>", maintype="text", subtype="html", filename="annex.html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    made.add_attachment(b"\x7fELF" + bytes(50), maintype="application", subtype="octet-stream", filename="x.html")
    expansion = collect.expand(made.as_bytes(), "/x/m.eml", "m.eml")
    items = list(expansion)
    assert [i.locator for i in items] == ["/x/m.eml", "/x/m.eml#part-2 annex.html", "/x/m.eml#part-4 x.html"]
    assert [type(i) for i in items] == [Source, Source, SetAside]
    assert expansion.skipped == {"container: mail": 1, "image/png": 1}


def test_a_message_without_text_is_set_aside() -> None:
    """Nothing to read is said."""
    made = message(None, Subject="x")
    made["Content-Type"] = "application/octet-stream"
    assert [i.reason for i in expand(made.as_bytes())] == ["no_text", "empty"]


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?utf-8?b?////?=\nContent-Type: text/html; charset=no-such\n\n<p>x",
        b"From: \xff\xfe\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe envoy.\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 3000,
        b"Content-Type: message/rfc822\n\n" * 3000 + b"x",
        b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"MIME-Version: 1.0\nDate: Tue, 99 Foo 0000\nMessage-ID: <\n\nx",
    ],
)
def test_odd_messages_never_raise(data: bytes) -> None:
    """Whatever a message holds, something comes out and it can be stored."""
    items = expand(data)
    assert items
    for item in items:
        for told in item.told if isinstance(item, Source) else ():
            told.value.encode("utf-8")
