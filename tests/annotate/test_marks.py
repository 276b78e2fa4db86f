"""Quotation marks: pairs in paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import marks
from onrecord.knowledge.languages import LANGUAGES
from onrecord.model import Span

from .conftest import lines

PAIRS = {x.code: x.speech.marks for x in LANGUAGES}


def _inner(chars: str, lang: str) -> list[str]:
    return [q.inner.of(chars) for q in marks.pair(chars, lines(chars), PAIRS[lang])[0]]


@pytest.mark.parametrize(
    ("lang", "chars", "inner"),
    [
        ("en", "a “b” c “d” e", ["b", "d"]),
        ("en", 'a "b" c "d" e', ["b", "d"]),
        ("en", "a “b ‘c’ d” e", ["b ‘c’ d"]),
        ("en", "don't say it and don’t", []),
        ("en", "the ports’ “plan” isn’t", ["plan"]),
        ("ru", "а «б „в“ г» д", ["б „в“ г"]),
        ("ru", "а „в“ г", ["в"]),
        ("zh-Hans", "他说「甲『乙』丙」。", ["甲『乙』丙"]),
        ("zh-Hans", "他说“甲‘乙’丙”。", ["甲‘乙’丙"]),
        ("en", "“never closed", ["never closed"]),
        ("en", "“first “second” rest", ["second"]),
    ],
)
def test_pairs(lang: str, chars: str, inner: list[str]) -> None:
    """The outermost quotations of a paragraph are found without their marks."""
    assert _inner(chars, lang) == inner


def test_a_paragraph_continues_the_one_left_open() -> None:
    """A new opening mark after a paragraph left open continues the quotation."""
    chars = "He said: “One.\n“Two.”\n“Three.”"
    found, unclosed = marks.pair(chars, lines(chars), PAIRS["en"])
    assert [(q.inner.of(chars), q.closed, q.continues) for q in found] == [
        ("One.", False, False),
        ("Two.", True, True),
        ("Three.", True, False),
    ]
    assert unclosed == 1


@given(chars=st.text(alphabet="ab “”\"'’‘«»„「」『』\n.", max_size=80))
def test_quotations_are_apart_and_inside_their_paragraph(chars: str) -> None:
    """Quotations never overlap, and none leaves its paragraph."""
    for lang in PAIRS:
        paragraphs = lines(chars)
        at = 0
        for quote in marks.pair(chars, paragraphs, PAIRS[lang])[0]:
            assert at <= quote.outer.start <= quote.inner.start <= quote.inner.end <= quote.outer.end
            assert paragraphs[quote.paragraph].covers(quote.outer)
            at = quote.outer.end


def test_no_mark_no_quotation() -> None:
    """A text without marks has no quotations."""
    assert marks.pair("a b c", [Span(0, 5)], PAIRS["en"]) == ([], 0)
