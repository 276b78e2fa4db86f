"""HTML pages: decode, project, collect facts, and check that nothing was lost.

Lives here: the order of work for one page and its limits. Not here: the walk (``projection.py``), tokens
(``tokens.py``), the second count (``coverage.py``), what a stretch is for (``structure``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from onrecord.errors import BugError, Refused
from onrecord.limits import Limits
from onrecord.model import Layout, Node, Notice, Piece, Runs, Source, Span, make_text
from onrecord.readers import characters, coverage, facts, tokens
from onrecord.readers.bulk import make
from onrecord.readers.decode import HEAD, decode, placed
from onrecord.readers.projection import Projection
from onrecord.readers.reading import Reading
from onrecord.reasons import Reason

NAME = "html"
VERSION = 1
HIDDEN_PROSE = 40  # characters of a hidden sentence
HIDDEN_SHARE = 0.3  # of the shown text, above which hidden words are noticed whatever they look like
_ENDS = frozenset(".!?。！？؟।")


def read_html(source: Source, limits: Limits) -> Reading:
    """The page's projection as Text; Refused when it is too large, empty, binary or has no text."""
    if not source.data:
        raise Refused(Reason.EMPTY, "the file has no bytes")
    if len(source.data) > limits.html_bytes:
        raise Refused(Reason.TOO_LARGE, f"{len(source.data)} bytes; the limit is {limits.html_bytes}")
    told = source.told_value("charset")
    decoded = decode(source.data, told, declared_charset(source.data))
    projection, chars = _project(decoded.chars, limits)
    pieces = _pieces(projection, chars)
    if not pieces:
        raise Refused(Reason.NO_TEXT, "the page shows no text")
    stated, problems = facts.collect(projection, chars, limits)
    layout = Layout(
        pieces=pieces,
        nodes=tuple(make(Node, len(projection.nodes), *_columns(projection.nodes, 3))),
        links=_links(projection),
        emphasis=tuple(make(Span, len(projection.emphasis), *_columns(projection.emphasis, 2))),
        facts=stated,
        decoding=decoded.decoding,
    )
    text = make_text(source, f"{NAME}/{VERSION}", chars, layout, _runs(projection))
    notices = (
        *placed(decoded.notices, chars),
        *_shape(projection),
        *_hidden(pieces, chars),
        *_uncovered(projection, chars, limits),
        *characters.notices(chars, limits),
        *problems,
    )
    return Reading(text, notices)


def _project(source: str, limits: Limits) -> tuple[Projection, str]:
    """Walk the page; once more with our own tokenizer if the tokens were not the source."""
    markup = tokens.level(source)
    for tokenize in (tokens.tokenize, tokens.tokenize_again):
        projection = Projection(source, limits.html_depth, altered=markup != source)
        try:
            return projection, projection.walk(tokenize(markup, limits.html_attributes))
        except tokens.Unfaithful:
            continue
    raise BugError("a page could not be cut into tokens; please report it")


def declared_charset(data: bytes) -> str:
    """The label in the first meta tag (or XML declaration) that names a charset; empty when there is none."""
    head = data[:HEAD].lower()
    at = head.find(b"charset")
    while at >= 0:
        opened = max(head.rfind(b"<meta", 0, at), head.rfind(b"<?xml", 0, at))
        rest = head[at + 7 : at + 80].lstrip(b" \t\r\n\f")
        if opened >= 0 and head.find(b">", opened, at) < 0 and rest.startswith(b"="):
            return _label(rest[1:])
        at = head.find(b"charset", at + 7)
    if head.lstrip().startswith(b"<?xml"):
        declaration = head[: head.find(b">") + 1]
        _, found, rest = declaration.partition(b"encoding=")
        return _label(rest) if found else ""
    return ""


def _label(rest: bytes) -> str:
    label = rest.lstrip(b" \t\r\n\f\"'")
    stops = [place for stop in b" \t\r\n\f\"';/>?" if (place := label.find(stop)) >= 0]
    return label[: min(stops, default=len(label))].decode("ascii", "ignore")


def _columns(rows: Sequence[tuple[Any, ...]], width: int) -> list[Sequence[Any]]:
    """Rows turned into columns; ``width`` of them also when there is no row."""
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _pieces(projection: Projection, chars: str) -> tuple[Piece, ...]:
    """Pieces without white space at their ends; those that are only white space (U+00A0 too) are none."""
    rows = []
    for row in projection.pieces:
        start, end, tag, node, linked, strong, hidden = row
        body = chars[start:end]
        core = body.strip()
        length = len(core)
        if length != end - start:
            if not core:
                continue
            start += len(body) - len(body.lstrip())
            row = (start, start + length, tag, node, min(linked, length), min(strong, length), hidden)
        rows.append(row)
    count = len(rows)
    starts, ends, tags, nodes, linked_, strong_, hidden_ = _columns(rows, 7)
    spans = make(Span, count, starts, ends)
    absent = (repeat(-1), repeat(None), repeat(0.0))  # page, box, size
    return tuple(make(Piece, count, spans, tags, nodes, linked_, strong_, *absent, hidden_))


def _links(projection: Projection) -> tuple[tuple[Span, str], ...]:
    starts, ends, addresses = _columns(projection.links, 3)
    return tuple(zip(make(Span, len(starts), starts, ends), addresses, strict=True))


def _runs(projection: Projection) -> Runs:
    _, ends, source_starts, source_ends, kinds = _columns(projection.runs, 5)
    return Runs.pack(ends, source_starts, source_ends, kinds, [-1] * len(ends))


def _shape(projection: Projection) -> list[Notice]:
    found, covered = [], projection.covered
    if covered < len(projection.source):
        found.append(
            Notice(Reason.TRUNCATED_INPUT, f"the page ends inside a tag, at character {covered} of the source")
        )
    if projection.too_deep:
        found.append(Notice(Reason.TOO_DEEP, f"{projection.too_deep} elements stand too deep; their text is kept"))
    if projection.odd:
        found.append(Notice(Reason.ODD_MARKUP, "a tag has too many attributes; those beyond the limit were not read"))
    return found


def _hidden(pieces: tuple[Piece, ...], chars: str) -> list[Notice]:
    """Hidden prose: sentences outside links, or a sizable share of the page. Menus, dialogs and labels that a script
    would show are on most pages, and nobody's words."""
    hidden = [piece.span for piece in pieces if piece.hidden and 2 * piece.linked < len(piece.span)]
    prose = [s for s in hidden if len(s) >= HIDDEN_PROSE and not _ENDS.isdisjoint(s.of(chars))]
    shown = sum(len(piece.span) for piece in pieces if not piece.hidden)
    if not prose and sum(map(len, hidden)) <= HIDDEN_SHARE * shown:
        return []
    hidden = prose or hidden
    total = sum(map(len, hidden))
    return [Notice(Reason.HIDDEN_TEXT, f"{total} characters in {len(hidden)} places are not shown", hidden[0])]


def _uncovered(projection: Projection, chars: str, limits: Limits) -> list[Notice]:
    """Compare with the second count; references count as they are written."""
    shown = coverage.visible(chars)
    for start, end, source_start, source_end, kind in projection.runs:
        if kind == "decoded":
            shown += source_end - source_start - coverage.visible(chars[start:end])
        elif kind == "space" and source_end - source_start > 1:  # a space may be written as a reference
            shown += coverage.visible(projection.source[source_start:source_end])
    expected = coverage.count(projection.source[: projection.covered])
    missing = expected - shown
    if missing <= limits.uncovered_share * expected:
        return []
    return [Notice(Reason.UNCOVERED_TEXT, f"{missing} of {expected} characters were not taken")]
