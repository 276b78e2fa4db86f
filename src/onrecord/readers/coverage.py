"""A second count of a page's text, by another way than the projection's, so that no text is lost in silence.

Lives here: a count over the page's bytes as an array: all, less what stands between ``<`` and ``>``, less programs and
comments. It shares no code and no tables with the projection on purpose. Not here: the projection; mending anything
(a difference becomes a notice).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

_AFTER = bytes(range(0x80, 0xC0))  # bytes of a character after its first: they are no characters
_UNSEEN = bytes(range(33))
_LT, _GT, _DOUBLE, _SINGLE = b"<>\"'"
# What hides everything up to its end.
_HIDERS = (
    (b"<!--", b"-->"),
    (b"<script", b"</script"),
    (b"<style", b"</style"),
    (b"<svg", b"</svg"),
    (b"<template", b"</template"),
    (b"<iframe", b"</iframe"),
    (b"<noembed", b"</noembed"),
)


@cache
def _tables() -> tuple[Array, Array]:
    """Bytes that may follow ``<`` in a tag; pairs that may begin a hider."""
    follows = np.zeros(256, dtype=bool)
    follows[[*range(65, 91), *range(97, 123), *b"/!?"]] = True
    pairs = np.zeros(65536, dtype=bool)
    pairs[[(start[1] | 32) << 8 | (start[2] | 32) for start, _ in _HIDERS]] = True
    return follows, pairs


def visible(chars: str) -> int:
    """Characters that are not ASCII white space."""
    return len(chars.encode("utf-8", "replace").translate(None, _AFTER + b" \n\t\r\f"))


def count(source: str) -> int:
    """Visible characters of ``source`` outside tags, comments and programs; references count as they are written."""
    raw = source.encode("utf-8", "replace")
    if len(raw) < 3:
        return visible(source)
    follows, pairs = _tables()
    codes = np.frombuffer(raw, dtype=np.uint8)
    opens = np.flatnonzero(codes[:-2] == _LT)
    opens = opens[follows[codes[opens + 1]]]
    starts, ends = _hidden(raw, codes, opens, pairs)
    if len(starts):
        before = np.searchsorted(starts, opens, side="right") - 1
        opens = opens[(before < 0) | (opens >= ends[before])]
    lefts, rights = _tags(raw, codes, opens)
    shown = _outside(raw, np.concatenate([starts, lefts]), np.concatenate([ends, rights]))
    return len(shown.translate(None, _AFTER + _UNSEEN))


def _outside(raw: bytes, starts: Array, ends: Array) -> bytes:
    """What stands in none of the stretches, which may lie in each other."""
    order = np.argsort(starts, kind="stable")
    lefts = [0, *np.maximum.accumulate(ends[order]).tolist()]
    rights = [*starts[order].tolist(), len(raw)]
    return b"".join([raw[left:right] for left, right in zip(lefts, rights, strict=True) if left < right])


def _hidden(raw: bytes, codes: Array, opens: Array, pairs: Array) -> tuple[Array, Array]:
    """Starts and ends of comments, programs and drawings, from ``<`` to the ``<`` or ``>`` that ends them."""
    words = (codes[opens + 1].astype(np.int32) | 32) << 8 | (codes[opens + 2] | 32)
    lowered, starts, ends = raw.lower(), [], [0]
    for start in opens[pairs[words]].tolist():
        if start < ends[-1]:
            continue
        for name, end in _HIDERS:
            if lowered.startswith(name, start):
                done = _end(lowered, start, name, end)
                if done:
                    starts.append(start)
                    ends.append(done)
                break
    return np.array(starts, dtype=np.int64), np.array(ends[1:], dtype=np.int64)


def _end(lowered: bytes, start: int, name: bytes, end: bytes) -> int:
    """Where the stretch that starts at ``start`` ends; 0 when it is another tag (``<scripture>``) or shows nothing."""
    if name == b"<!--":
        if lowered.startswith((b"<!-->", b"<!--->"), start):
            return lowered.find(b">", start) + 1
        stop = lowered.find(end, start + 4)
        return len(lowered) if stop < 0 else stop + 3
    if lowered[start + len(name) : start + len(name) + 1] not in b"> /\t\n\r\f":
        return 0
    closed = lowered.find(b">", start)
    if name == b"<svg" and closed >= 0 and lowered[closed - 1 : closed] == b"/":
        return closed + 1
    if name == b"<template":
        return 0 if b"shadowroot" in lowered[start : max(closed, start)] else _template_end(lowered, start)
    stop = lowered.find(end, start)
    return len(lowered) if stop < 0 else stop


def _template_end(lowered: bytes, start: int) -> int:
    """Where the template that starts at ``start`` ends, past templates inside it."""
    depth, at = 1, start + 1
    while True:
        stop = lowered.find(b"</template", at)
        if stop < 0:
            return len(lowered)
        depth += lowered.count(b"<template", at, stop) - 1
        if not depth:
            return stop
        at = stop + 1


def _tags(raw: bytes, codes: Array, opens: Array) -> tuple[Array, Array]:
    """Starts and ends of tags."""
    shuts = np.append(np.flatnonzero(codes == _GT), len(codes) - 1)
    ends = shuts[np.searchsorted(shuts[:-1], opens)]
    first = np.ones(len(opens), dtype=bool)
    first[1:] = opens[1:] > ends[:-1]
    opens, ends = opens[first], ends[first]
    odd = np.zeros(len(opens), dtype=bool)
    for quote in (_DOUBLE, _SINGLE):
        marks = np.flatnonzero(codes == quote)
        odd |= ((np.searchsorted(marks, ends) - np.searchsorted(marks, opens)) & 1).astype(bool)
    if not odd.any():
        return opens, ends + 1
    for index in np.flatnonzero(odd).tolist():  # a ">" between quotation marks is a character of a value
        ends[index] = max(_tag_end(raw, int(opens[index])), int(ends[index]))
    outside = np.ones(len(opens), dtype=bool)
    outside[1:] = opens[1:] > np.maximum.accumulate(ends)[:-1]
    return opens[outside], ends[outside] + 1


def _tag_end(raw: bytes, at: int) -> int:
    """Place of the ``>`` that ends a tag, past quoted values; the last place when there is none."""
    while True:
        close = raw.find(b">", at)
        if close < 0:
            return len(raw) - 1
        sign = raw.find(b"=", at, close)
        if sign < 0:
            return close
        at = sign + 1
        while raw[at : at + 1] in (b" ", b"\n", b"\t", b"\r"):
            at += 1
        quote = raw[at : at + 1]
        if quote in (b"'", b'"'):
            at = raw.find(quote, at + 1) + 1
            if not at:
                return len(raw) - 1
