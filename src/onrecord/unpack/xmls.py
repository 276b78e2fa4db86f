"""XML from outside: made UTF-8, and refused before any parsing when it declares a document type.

Lives here: the prolog scan and the settings of the one parser used. Not here: feeds, OOXML. Why refuse: every entity
attack (billion laughs, quadratic blow-up, external files) needs a DOCTYPE, and no feed or document part needs one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.reasons import Reason

WIDE = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
SPACE = b" \t\r\n"


def guarded(data: bytes) -> bytes:
    """The same document with one byte a character for its marks; Refused(xml_entities) for any DOCTYPE.

    >>> guarded(b"<?xml version='1.0'?><rss/>")
    b"<?xml version='1.0'?><rss/>"
    """
    for mark, encoding in WIDE:
        if data.startswith(mark):
            chars = data.decode(encoding, "replace").lstrip("\ufeff")
            if chars.startswith("<?xml"):
                chars = chars[chars.find("?>") + 2 :]
            data = chars.encode("utf-8", "replace")
            break
    _refuse_doctype(data)
    return data


def _refuse_doctype(data: bytes) -> None:
    """Walk over the prolog: white space, instructions, comments; the first element ends it."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        while data[at : at + 1] and data[at] in SPACE:
            at += 1
        if data.startswith(b"<?", at):
            at, skip = data.find(b"?>", at), 2
        elif data.startswith(b"<!--", at):
            at, skip = data.find(b"-->", at + 4), 3
        elif data.startswith(b"<!", at):
            raise Refused(Reason.XML_ENTITIES, "a document type declaration is never read")
        else:
            return
        if at < 0:
            return
        at += skip


def events(data: bytes, limits: Limits = DEFAULT) -> Iterator[tuple[str, etree._Element]]:
    """Start and end events of a guarded document; Refused(xml_entities, too_deep, broken_container)."""
    depth = 0
    parse = etree.iterparse(
        io.BytesIO(guarded(data)),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parse:
            if event == "start":
                if depth == 0 and element.getroottree().docinfo.internalDTD is not None:
                    raise Refused(Reason.XML_ENTITIES, "a document type declaration is never read")
                depth += 1
                if depth > limits.xml_depth:
                    raise Refused(Reason.TOO_DEEP, f"elements nested deeper than {limits.xml_depth}")
            else:
                depth -= 1
            yield event, element
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Refused(Reason.TOO_DEEP, f"elements nested deeper than {limits.xml_depth}") from None
        raise Refused(Reason.BROKEN_CONTAINER, f"not well-formed XML: {str(error)[:200]}") from None
