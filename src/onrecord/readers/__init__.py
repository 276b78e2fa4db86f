"""Readers: bytes to characters and layout. One reader a file, one line each in the table.

Lives here: ``read`` and the table of readers. Not here: what a stretch is for (``structure``), getting bytes
(``collect``), process limits (``engines``).
"""

from __future__ import annotations

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Layout, Notice, Piece, Run, Source, Span, Text, make_text
from onrecord.readers.reading import Reader, Reading
from onrecord.reasons import Reason

__all__ = ["READERS", "Reader", "Reading", "read"]


def _read_plain(source: Source, limits: Limits) -> Reading:
    chars = source.data.decode("utf-8")
    pieces, at = [], 0
    for line in chars.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            pieces.append(Piece(Span(start, start + len(body))))
        at += len(line)
    whole = Span(0, len(chars))
    return Reading(make_text(source, "plain/1", chars, Layout(tuple(pieces)), (Run(whole, whole),)))


READERS: tuple[Reader, ...] = (
    Reader("plain", 1, ("text/plain", "text/markdown"), (".txt", ".text", ".md"), "plain text", _read_plain),
)


def read(source: Source, limits: Limits = DEFAULT) -> Reading:
    """Read a source with the reader of its media type; Refused when there is none or the bytes cannot be read."""
    for reader in READERS:
        if source.media_type in reader.media_types:
            return reader.read(source, limits)
    raise Refused(Reason.UNSUPPORTED_TYPE, f"no reader for {source.media_type}")
