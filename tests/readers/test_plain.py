"""Tests of ``readers.plain``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import Text, Told, make_source
from onrecord.readers import Reading, read


def test_lines_are_pieces(plain: Callable[..., Reading], maps_back: Callable[[Text, str], None]) -> None:
    """Each line that is not blank is a piece without its ends; the characters are the file."""
    raw = "  Question: why?\r\n\r\n\u3000\u3000回答：是。 \n# Title"
    text = plain(raw).text
    assert text.chars == raw
    assert [p.span.of(raw) for p in text.layout.pieces] == ["Question: why?", "回答：是。", "# Title"]
    assert {p.tag for p in text.layout.pieces} == {"line"}
    maps_back(text, raw)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_the_callers_string_is_the_text(raw: str) -> None:
    """Any string given by the caller is the text, character by character."""
    data = raw.encode("utf-8", "replace")
    source = make_source(data, "text/plain", "test", told=(Told("charset", "utf-8", "caller"),))
    if not raw.strip():
        with pytest.raises(Refused):
            read(source)
        return
    text = read(source).text
    assert text.chars == data.decode()
    inside = {i for p in text.layout.pieces for i in range(p.span.start, p.span.end)}
    assert all(c.isspace() for i, c in enumerate(text.chars) if i not in inside)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\t\r\n", "no_text"),
        (b"said " * 10, "too_large"),
        (b"a\nb\n" * 30, "too_large"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "unsupported_type"),
    ],
)
def test_what_is_refused(plain: Callable[..., Reading], data: bytes, reason: str) -> None:
    """Empty, blank, too long a line, too large a file and programs are refused with their reason."""
    with pytest.raises(Refused) as refused:
        plain(data, limits=Limits(line_chars=40, text_file_bytes=100))
    assert refused.value.reason == reason
