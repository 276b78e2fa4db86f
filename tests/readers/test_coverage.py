"""Tests of ``readers.coverage``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.limits import DEFAULT
from onrecord.model import make_source
from onrecord.readers import Reading, html
from onrecord.readers.coverage import count, visible
from onrecord.readers.projection import Projection

CASES = [
    ("", 0),
    ("ab", 2),
    ("a <b>b</b> c", 3),
    ("<!-- <p>no</p> -->yes<!-->x", 4),
    ("<script>if (a<b) {}</script>ok<STYLE>p{}</STYLE>", 2),
    ("<p title='a>b' class=\"x>y\">it</p>", 2),
    ("<p title=\"it's\">it's</p>", 4),
    ("5 < 6 and <3", 8),
    ("<svg><text>no</text></svg>诺兰<scripture>x</scripture>", 3),
    ("<template><template>no</template>no</template>yes<template shadowrootmode=open>it</template>", 5),
    ("a&amp;b", 7),
    ("a<p class=", 1),
    ("a<!-- open", 1),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_count(source: str, expected: int) -> None:
    """The second count takes text and leaves tags, comments, programs and drawings."""
    assert count(source) == expected


def test_visible() -> None:
    """White space of ASCII does not count; other spaces do."""
    assert visible("a \t\r\n\f\u3000b") == 3


def test_a_reader_that_drops_a_paragraph_is_noticed(
    page: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault, a projection that loses one paragraph of many, gives the notice; the sound one does not."""
    paragraphs = [f"<p>Paragraph {n} of the statement of Norland.</p>" for n in range(100)]
    markup = "<title>Statement</title>" + "".join(paragraphs)
    assert page(markup).notices == ()

    sound = Projection.text

    def faulty(self: Projection, text: str, body: str, at: int) -> None:
        if "Paragraph 57 " not in body:
            sound(self, text, body, at)

    monkeypatch.setattr(Projection, "text", faulty)
    reading = html.read_html(make_source(markup.encode(), "text/html", "test"), DEFAULT)
    assert "Paragraph 57 " not in reading.text.chars
    assert [str(notice.reason) for notice in reading.notices] == ["uncovered_text"]
