"""What the tests of readers share: a page from a string, and the check that a text maps back to its source."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest

from onrecord.limits import DEFAULT, Limits
from onrecord.model import Run, Text, Told, make_source
from onrecord.readers import Reading, read


def rebuild(run: Run, source: str) -> str:
    """The characters of a run, made from its range of the decoded source and nothing else."""
    written = run.source.of(source)
    if run.kind == "same":
        return written
    if run.kind == "decoded":
        return html.unescape(written)
    if run.kind == "space":
        assert written, "a space stands for white space of the source"
        assert not html.unescape(written).strip(" \t\n\f\r"), f"{written!r} is not white space"
        return " "
    assert run.kind == "break"
    assert not written or (written[0], written[-1]) == ("<", ">"), f"{written!r} is no tag"
    return "\n"


def assert_maps_back(text: Text, source: str) -> None:
    """Runs tile the text and each rebuilds its characters; pieces are apart and cover all that is not white space."""
    at = 0
    for run in text.runs:
        assert run.text.start == at, f"runs do not touch at {at}"
        assert rebuild(run, source) == run.text.of(text.chars), f"{run} does not map back"
        at = run.text.end
    assert at == len(text.chars)
    at = 0
    for piece in text.layout.pieces:
        shown = piece.span.of(text.chars)
        assert shown, "a piece is not empty"
        assert shown == shown.strip(), "a piece has no white space at its ends"
        assert not text.chars[at : piece.span.start].strip(), "a piece is missing"
        assert at == 0 or piece.span.start > at, "pieces touch"
        assert -1 <= piece.node < len(text.layout.nodes)
        assert max(piece.linked, piece.strong) <= len(shown)
        at = piece.span.end
    assert not text.chars[at:].strip(), "the last piece is missing"


@pytest.fixture(name="maps_back", scope="session")
def fixture_maps_back() -> Callable[[Text, str], None]:
    """``assert_maps_back``, for test modules."""
    return assert_maps_back


@pytest.fixture(scope="session")
def page() -> Callable[..., Reading]:
    """Read a web page given as a string or bytes."""

    def make(markup: str | bytes, told: tuple[Told, ...] = (), limits: Limits = DEFAULT) -> Reading:
        data = markup.encode() if isinstance(markup, str) else markup
        return read(make_source(data, "text/html", "test", told=told), limits)

    return make


@pytest.fixture(scope="session")
def plain() -> Callable[..., Reading]:
    """Read a plain text given as a string or bytes."""

    def make(text: str | bytes, told: tuple[Told, ...] = (), limits: Limits = DEFAULT) -> Reading:
        data = text.encode() if isinstance(text, str) else text
        return read(make_source(data, "text/plain", "test", told=told), limits)

    return make
