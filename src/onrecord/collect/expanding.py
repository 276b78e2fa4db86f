"""Expanding: from a file to its Sources. A plain document is one; a container is as many as it holds.

Lives here: ``expand`` and the literal table of containers. Not here: any format (one file each). Rules: every member
comes out as a Source or a SetAside, in the file's order, the same each time; memory is bounded by one document
(gigabyte files are read in steps); whatever goes wrong inside a container is a SetAside, never an exception.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.collect import feeds, kinds, mail, packed, tables, warc
from onrecord.collect.fields import GUESS, FieldNames
from onrecord.collect.files import Found, open_file
from onrecord.collect.given import Given, Items, Unfold
from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import SetAside, Source, Told
from onrecord.reasons import Reason


@dataclass(frozen=True, slots=True)
class Container:
    """One kind of container: ``unfold(stream, given, open_)`` yields its members."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    what: str
    unfold: Unfold


CONTAINERS: tuple[Container, ...] = (
    Container("warc", kinds.WARC, (".warc", ".warc.gz"), "web archives: responses and resources", warc.unfold),
    Container("feed", kinds.FEED, (".rss", ".atom", ".xml"), "RSS, RDF and Atom feeds: entries", feeds.unfold),
    Container("jsonl", kinds.JSONL, (".jsonl", ".ndjson"), "data sets, one JSON object a line", tables.unfold_lines),
    Container("json", kinds.JSON, (".json",), "data sets, a JSON array of objects", tables.unfold_array),
    Container("parquet", kinds.PARQUET, (".parquet",), "data sets in Parquet", tables.unfold_parquet),
    Container("mail", kinds.MAIL, (".eml", ".mht"), "one message with its attachments", mail.unfold),
    Container("zip", kinds.ZIP, (".zip",), "ZIP archives: members", packed.unfold_zip),
    Container("gzip", kinds.GZIP, (".gz",), "one packed file of any kind above", packed.unfold_gzip),
    Container("sitemap", kinds.SITEMAP, (".xml",), "lists of addresses: set aside, nothing is fetched", feeds.sitemap),
)
NESTING = (kinds.WARC, kinds.MAIL, kinds.ZIP, kinds.GZIP)
UNFOLD: dict[str, Unfold] = {c.media_type: c.unfold for c in CONTAINERS}
NAMES = {c.media_type: c.name for c in CONTAINERS}
OPENED = "container: "  # in ``skipped``, before the name of the kind that the file itself is


class Expansion(Iterator[Source | SetAside]):
    """The parts of one file. ``skipped`` counts records that are no documents (requests, images...) by kind; a file
    that is a container counts itself, under ``OPENED`` and its name."""

    def __init__(self, items: Items, skipped: Counter[str]) -> None:
        self._items = items
        self.skipped = skipped

    def __next__(self) -> Source | SetAside:
        return next(self._items)


def expand(
    what: Found | bytes | BinaryIO,
    locator: str = "",
    name: str = "",
    *,
    fields: FieldNames = GUESS,
    limits: Limits = DEFAULT,
    media_type: str = "",
    publisher: str | None = None,
    retrieved: str = "",
    told: tuple[Told, ...] = (),
) -> Expansion:
    """All parts of a file, of bytes or of an open seekable stream; never raises for what the bytes are.

    ``locator`` and ``name`` default to those of ``Found``; ``media_type`` overrides the sniffing.
    """
    if isinstance(what, Found):
        locator, name = locator or what.locator, name or what.name
    given = Given(
        locator,
        name or locator.rpartition("#")[0] or locator,
        media_type=media_type,
        publisher=publisher,
        retrieved=retrieved,
        told=told,
        fields=fields,
        limits=limits,
    )
    return Expansion(_expand(what, given), given.skipped)


def is_container(media_type: str) -> bool:
    """True for a kind that may hold many documents."""
    return media_type in UNFOLD


def _expand(what: Found | bytes | BinaryIO, given: Given) -> Items:
    if isinstance(what, Found):
        if what.data is not None:
            what = what.data
        else:
            try:
                what = open_file(what.path)[0]
            except Refused as refused:
                yield given.aside(refused)
                return
    raw: Any = _Raw(what)
    with io.BufferedReader(raw, kinds.HEAD_BYTES) as stream:
        yield from unfold(stream, given)


class _Raw(io.RawIOBase):
    """Bytes or a stream as the raw side of a ``BufferedReader`` (for ``peek``)."""

    def __init__(self, what: bytes | BinaryIO) -> None:
        self._stream: BinaryIO = io.BytesIO(what) if isinstance(what, bytes) else what

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(into)) or b""
        into[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


def unfold(stream: io.BufferedReader, given: Given) -> Items:
    """The parts of one stream, by its kind; the function that containers hand their members back to."""
    try:
        head = stream.peek(kinds.HEAD_BYTES)
        if not head:
            raise Refused(Reason.EMPTY, "no bytes")
        kind = given.media_type or kinds.media_type(head, given.name)
        opener = UNFOLD.get(kind)
        if opener is None:
            yield _document(stream, kind, given)
            return
        if kind in NESTING and given.layers >= given.limits.inflate_layers:
            raise Refused(Reason.TOO_MANY_LAYERS, f"packed in more than {given.limits.inflate_layers} layers")
        if given.layers == 0:
            given.skipped[OPENED + NAMES[kind]] += 1
        yield from _never_nothing(opener(stream, given, unfold), given)
    except Refused as refused:
        yield given.aside(refused)
    except OSError as error:
        yield given.aside(Refused(Reason.UNREADABLE, error.strerror or "reading failed"))


def _never_nothing(items: Items, given: Given) -> Items:
    """The same items; a container that has none says so, with what was passed over."""
    before, empty = Counter(given.skipped), True
    for item in items:
        empty = False
        yield item
    if empty:
        passed = ", ".join(f"{count} {kind}" for kind, count in sorted((given.skipped - before).items()))
        yield given.aside(Refused(Reason.NO_TEXT, f"it holds no document ({passed or 'it is empty'})"))


def _document(stream: io.BufferedReader, kind: str, given: Given) -> Source:
    """One plain document, read whole under the limit of its kind."""
    if kind in (kinds.BINARY, kinds.XML, kinds.MBOX):
        raise Refused(Reason.UNSUPPORTED_TYPE, f"no reader for {kind}")
    most = document_bytes(kind, given.limits)
    data = stream.read(most + 1)
    if len(data) > most:
        raise Refused(Reason.TOO_LARGE, f"more than {most} bytes, the limit for {kind}")
    return given.source(data, kind)


def document_bytes(kind: str, limits: Limits) -> int:
    """The most bytes a document of a kind may have: it is held in memory whole."""
    if kind == kinds.HTML:
        return limits.html_bytes
    return limits.text_file_bytes if kind.startswith("text/") else limits.inflate_bytes
