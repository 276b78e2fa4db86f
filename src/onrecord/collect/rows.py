"""Rows of a data set: from named values to a Source.

Lives here: which value is the text, what the others tell, what locator a row gets. Not here: file formats (``tables``),
names of fields (``fields``). A row's locator is its address when it has one that no earlier row of the file had, else
``file#<id>``, else ``file#line-N``: so a data set of sentences from one page does not look like its revisions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.collect import kinds
from onrecord.collect.given import Given
from onrecord.collect.locators import is_address, part_of
from onrecord.collect.telling import field_date, told
from onrecord.errors import Refused
from onrecord.model import Notice, Source, Told
from onrecord.reasons import Reason

FORMATS = {"markdown": kinds.MARKDOWN, "md": kinds.MARKDOWN, "html": kinds.HTML, "text/html": kinds.HTML}
LOOKED_AT = 2000


FIELDS_NAMED = 8


@dataclass(slots=True)
class Used:
    """Locators given so far in one file, as 8-byte hashes."""

    hashes: set[int] = field(default_factory=set)

    def first(self, locator: str) -> bool:
        """True when this locator was not used before; it is now."""
        key = int.from_bytes(hashlib.blake2b(locator.encode("utf-8", "replace"), digest_size=8).digest())
        new = key not in self.hashes
        self.hashes.add(key)
        return new


def source_of(row: Mapping[str, object], given: Given, part: str, used: Used) -> Source:
    """The Source of one row; Refused(no_text, bad_unicode, too_large)."""
    chosen = given.fields.choose(row)
    column = chosen.get("text")
    value = row[column] if column is not None else None
    if column is None or not isinstance(value, str) or not value.strip():
        fields = ", ".join(sorted(map(str, row))[:FIELDS_NAMED]) or "none"
        why = (
            f"no text in field {column!r}"
            if column
            else f"no field holds text (it has {fields}); name one: --text-field"
        )
        raise Refused(Reason.NO_TEXT, f"{part}: {why}")
    place = part_of(given.locator, part) if part else given.locator
    link, said, notices = _told(row, chosen)
    said += (Told("charset", "utf-8", f"field:{column}"),)
    if place != given.locator:
        said += (Told("container", place, "row"),)
    own = row[chosen["id"]] if "id" in chosen else None
    locator = _locator(link, own, place, given, used)
    data = _utf8(value, part)
    for one in said:
        _utf8(one.value, part)
    if len(data) > given.limits.text_file_bytes:
        raise Refused(
            Reason.TOO_LARGE, f"{part}: {len(data)} bytes of text; the limit is {given.limits.text_file_bytes}"
        )
    inner = replace(given.part(locator, "", *said), notices=(*given.notices, *notices))
    return inner.source(data, _kind(row, column, value))


def _told(row: Mapping[str, object], chosen: dict[str, str]) -> tuple[str, tuple[Told, ...], tuple[Notice, ...]]:
    said: list[Told] = []
    notices: list[Notice] = []
    link = ""
    for role in ("url", "date", "title", "lang", "publisher", "id", "author"):
        column = chosen.get(role)
        if column is None:
            continue
        value = row[column]
        if role == "date":
            value = field_date(value)
        if role == "url":
            link = value.strip() if isinstance(value, str) and is_address(value.strip()) else ""
            if value and not link:
                notices.append(
                    Notice(Reason.BAD_LINK.value, f"{column} {str(value)[:200]!r} is not kept as an address")
                )
            value = link
        said += told(role, value, f"field:{column}")
    return link, tuple(said), tuple(notices)


def _locator(link: str, own: object, place: str, given: Given, used: Used) -> str:
    if link and used.first(link):
        return link
    if isinstance(own, (str, int)) and str(own).strip() and len(str(own)) <= 500:
        named = part_of(given.locator, str(own))
        if used.first(named):
            return named
    return place


def _kind(row: Mapping[str, object], column: str, value: str) -> str:
    stated = row.get("format")
    if isinstance(stated, str) and stated.lower() in FORMATS:
        return FORMATS[stated.lower()]
    if "html" in column.lower():
        return kinds.HTML
    head = value[:LOOKED_AT].lstrip()
    if head.startswith("<") and kinds.media_type(head.encode("utf-8", "replace")) == kinds.HTML:
        return kinds.HTML
    return kinds.PLAIN


def _utf8(value: str, part: str) -> bytes:
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused(Reason.BAD_UNICODE, f"{part}: a lone surrogate in a string") from None
