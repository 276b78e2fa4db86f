"""Plain text and Markdown: the characters of the file, as they are.

Lives here: the lines of a text file. Not here: paragraphs and headings (``structure``); marks of Markdown stay in the
text, because what is quoted must stand in the file.
"""

from __future__ import annotations

from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import Layout, Piece, Run, Source, Span, make_text
from onrecord.readers import characters
from onrecord.readers.decode import decode, placed
from onrecord.readers.reading import Reading
from onrecord.reasons import Reason

NAME = "plain"
VERSION = 1


def read_plain(source: Source, limits: Limits) -> Reading:
    """The decoded file as Text, one piece for each line that is not blank; Refused when too large, empty or binary."""
    if not source.data:
        raise Refused(Reason.EMPTY, "the file has no bytes")
    if len(source.data) > limits.text_file_bytes:
        raise Refused(Reason.TOO_LARGE, f"{len(source.data)} bytes; the limit is {limits.text_file_bytes}")
    decoded = decode(source.data, source.told_value("charset"))
    chars = decoded.chars
    lines = chars.splitlines(keepends=True)
    if len(chars) > limits.line_chars and (longest := max(map(len, lines))) > limits.line_chars:
        raise Refused(Reason.TOO_LARGE, f"a line of {longest} characters; the limit is {limits.line_chars}")
    pieces = _pieces(lines)
    if not pieces:
        raise Refused(Reason.NO_TEXT, "only white space")
    whole = Span(0, len(chars))
    layout = Layout(pieces=pieces, decoding=decoded.decoding)
    text = make_text(source, f"{NAME}/{VERSION}", chars, layout, (Run(whole, whole),))
    return Reading(text, (*placed(decoded.notices, chars), *characters.notices(chars, limits)))


def _pieces(lines: list[str]) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for line in lines:
        body = line.strip()
        if body:
            start = at + len(line) - len(line.lstrip())
            pieces.append(Piece(Span(start, start + len(body))))
        at += len(line)
    return tuple(pieces)
