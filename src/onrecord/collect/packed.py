"""Packed files: gzip (one file inside) and ZIP (many members).

Lives here: what members are called and how they are handed on. Not here: inflating and its caps (``unpack``).
"""

from __future__ import annotations

import io
from dataclasses import replace

from onrecord.collect import kinds, warc
from onrecord.collect.given import Given, Items, Open
from onrecord.collect.locators import part_of
from onrecord.errors import Refused
from onrecord.model import Notice, SetAside
from onrecord.reasons import Reason
from onrecord.unpack import GzipReader, open_zip

STREAMED = (kinds.JSONL,)


def unfold_gzip(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """What a gzip file holds: streamed when it is read in steps anyway, else inflated to memory under the caps."""
    start = stream.tell()
    head = _head(stream, given)
    stream.seek(start)
    name = given.name[:-3] if given.name.lower().endswith(".gz") else given.name
    inner = replace(given, name=name, layers=given.layers + 1)
    kind = kinds.media_type(head, name)
    if kind == kinds.WARC:
        yield from warc.unfold_members(stream, inner, open_)
        return
    cap = None if kind in STREAMED else given.limits.inflate_bytes
    reader = GzipReader(stream, given.limits, cap)
    if kind in STREAMED:
        yield from open_(io.BufferedReader(reader, kinds.HEAD_BYTES), inner)
        if reader.trailing:
            yield SetAside(given.locator, Reason.TRAILING_DATA.value, f"{reader.trailing} bytes after the gzip data")
        return
    data = io.BufferedReader(reader, kinds.HEAD_BYTES).read()
    if reader.trailing:
        inner = replace(inner, notices=(*inner.notices, _trailing(reader.trailing)))
    yield from open_(buffered(data), inner)


def unfold_zip(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """The members of an archive, each under its own name; names that lead outside are set aside, not read."""
    archive = open_zip(stream, given.limits)
    for member in archive.members:
        if member.folder and not member.packed and not member.escapes:
            continue
        inner = given.part(part_of(given.locator, member.name), member.name.rpartition("/")[2])
        try:
            if member.escapes:
                raise Refused(Reason.PATH_ESCAPE, "the member's name leads outside the archive")
            data = archive.read(member)
        except Refused as refused:
            yield inner.aside(refused)
            continue
        yield from open_(buffered(data), inner)


def buffered(data: bytes) -> io.BufferedReader:
    """Bytes as a stream with ``peek``."""
    return io.BufferedReader(io.BytesIO(data), kinds.HEAD_BYTES)


def _head(stream: io.BufferedReader, given: Given) -> bytes:
    """The first inflated bytes, as far as they can be had."""
    reader = GzipReader(stream, given.limits, given.limits.inflate_bytes)
    made = b""
    try:
        while len(made) < kinds.HEAD_BYTES and (piece := reader.read(kinds.HEAD_BYTES - len(made))):
            made += piece
    except Refused:
        if not made:
            raise
    return made


def _trailing(count: int) -> Notice:
    return Notice(Reason.TRAILING_DATA.value, f"{count} bytes after the gzip data were not read")
