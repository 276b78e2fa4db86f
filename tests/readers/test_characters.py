"""Tests of ``readers.characters``."""

from __future__ import annotations

import pytest

from onrecord.limits import DEFAULT
from onrecord.readers.characters import notices

CASES = [
    ("a\x00b", "control_chars"),
    ("a\x1b[31m", "control_chars"),
    ("诺兰\x85 a\x9d", "control_chars"),
    ("does \u202enot", "bidi_controls"),
    ("\u2066said\u2069", "bidi_controls"),
    ("op\u00adpose", "invisible_chars"),
    ("the \u2060word", "invisible_chars"),
    ("tag\U000e0041", "invisible_chars"),
    ("e" + "\u0301" * 40, "combining_run"),
]
CLEAN = [
    "Plain words, with a tab\tand lines\r\n and a form feed\f.",
    "诺兰外交部发言人：“我们反对。”",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301\u0323 کتاب\u200cها",
    "قَالَ الْمُتَحَدِّثُ",
    "e" + "\u0301" * 32,
]


@pytest.mark.parametrize(("text", "reason"), CASES)
def test_each_kind_is_noticed(text: str, reason: str) -> None:
    """A misleading character gives one notice whose span points at it."""
    (notice,) = notices(text, DEFAULT)
    assert notice.reason == reason
    assert notice.span is not None
    assert notice.span.of(text)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_has_none(text: str) -> None:
    """Ordinary text in any script, emoji and joiners give no notice."""
    assert notices(text, DEFAULT) == ()
