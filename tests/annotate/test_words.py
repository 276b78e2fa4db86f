"""Tokens: every character that is not white space lies in exactly one, at its own place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import words
from onrecord.model import Span


@given(chars=st.text(max_size=60), cut=st.integers(0, 10))
def test_tokens_cover_what_is_not_white_space(chars: str, cut: int) -> None:
    """Tokens are in order, do not overlap, and leave out white space only."""
    span = Span(min(cut, len(chars)), len(chars))
    found = words.cut(chars, span)
    at = span.start
    for start, end, low in zip(found.starts, found.ends, found.low, strict=True):
        assert at <= start < end <= len(chars)
        assert len(low) == end - start
        assert not chars[at:start].strip("\ufeff \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85").strip()
        at = end
    assert not chars[at:].strip("\ufeff").strip()


@pytest.mark.parametrize(
    ("chars", "low"),
    [
        ("U.S. rules", ["u.s", ".", "rules"]),
        ("the U.S.-led row, the end.-No", ["the", "u.s.-led", "row", ",", "the", "end", ".", "-", "no"]),
        ("porte-parole d’État", ["porte-parole", "d’état"]),
        ("A. B. Vell", ["a", ".", "b", ".", "vell"]),
        ("a\u0301b", ["a\u0301b"]),
        ("قالَ", ["قالَ"]),
        ("", []),
    ],
)
def test_tokens(chars: str, low: list[str]) -> None:
    """Initials, hyphens, apostrophes and combining marks stay in one token."""
    assert words.cut(chars, Span(0, len(chars))).low == low
