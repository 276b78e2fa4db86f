"""Characters that mislead a reader or a program: counted and noticed, never changed.

Lives here: control, direction and invisible characters, and letters under a pile of combining marks. Not here: bytes
that could not be decoded (``decode.py``), look-alike letters in names (``annotate``), showing them safely (``cli``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import re2

from onrecord.limits import Limits
from onrecord.model import Notice, Span
from onrecord.reasons import Reason

# Tab, line feed, form feed and carriage return are usual in files; NEL (U+0085) is an old line end.
_CONTROL = [chr(c) for c in (*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))]
_BIDI = [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
_INVISIBLE = [chr(c) for c in (0xAD, 0x180E, 0x200B, *range(0x2060, 0x2065), 0xFEFF, *range(0xE0000, 0xE0080))]
_CLASSES = (
    (Reason.CONTROL_CHARS, _CONTROL),
    (Reason.BIDI_CONTROLS, _BIDI),
    (Reason.INVISIBLE_CHARS, _INVISIBLE),
)


@cache
def _odd() -> Any:
    """One scan that finds nothing in the usual text."""
    chars = "".join(rf"\x{{{ord(c):x}}}" for _, members in _CLASSES for c in members)
    return re2.compile(rf"[{chars}]|\pM{{5}}")


@cache
def _piles() -> Any:
    return re2.compile(r"\pM{5,}")


@cache
def _ascii_control() -> bytes:
    return bytes(ord(c) for c in _CONTROL if c < "\x80")


def notices(chars: str, limits: Limits) -> tuple[Notice, ...]:
    """Notices about the characters of a text; empty for a clean one. Spans point at the first place of each kind."""
    if chars.isascii():
        raw = chars.encode("ascii")
        if len(raw.translate(None, _ascii_control())) == len(raw):
            return ()
    elif _odd().search(chars) is None:
        return ()
    found = [_members(chars, reason, members) for reason, members in _CLASSES]
    return tuple(notice for notice in (*found, _combining(chars, limits)) if notice)


def _members(chars: str, reason: Reason, members: Iterable[str]) -> Notice | None:
    counts = {c: n for c in members if (n := chars.count(c))}
    if not counts:
        return None
    first = min(map(chars.index, counts))
    kinds = ", ".join(f"U+{ord(c):04X} x{n}" for c, n in sorted(counts.items())[:8])
    return Notice(reason, f"{sum(counts.values())} characters: {kinds}", Span(first, first + 1))


def _combining(chars: str, limits: Limits) -> Notice | None:
    """A run of combining marks longer than any orthography needs; normalising it takes quadratic time."""
    for match in _piles().finditer(chars):
        if match.end() - match.start() > limits.combining_run:
            length = match.end() - match.start()
            return Notice(Reason.COMBINING_RUN, f"{length} combining marks in a row", Span(match.start(), match.end()))
    return None
