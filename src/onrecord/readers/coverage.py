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
def _tables() -> tuple[Array, Array, Array]:
    """Bytes that count as one character each; bytes that may follow ``<`` in a tag; pairs that may begin a hider."""
    counted = np.ones(256, dtype=np.int32)
    counted[[*b" \t\n\f\r", *range(0x80, 0xC0)]] = 0
    follows = np.zeros(256, dtype=bool)
    follows[[*range(65, 91), *range(97, 123), *b"/!?"]] = True
    pairs = np.array(sorted({(start[1] | 32) << 8 | (start[2] | 32) for start, _ in _HIDERS}))
    return counted, follows, pairs


def visible(chars: str) -> int:
    """Characters that are not ASCII white space."""
    return len(chars) - sum(map(chars.count, " \n\t\r\f"))


def count(source: str) -> int:
    """Visible characters of ``source`` outside tags, comments and programs; references count as they are written."""
    raw = source.encode("utf-8", "replace")
    counted, follows, pairs = _tables()
    codes = np.frombuffer(raw, dtype=np.uint8)
    total = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counted[codes], dtype=np.int64)))
    opens = np.flatnonzero(codes[:-2] == _LT) if len(codes) > 2 else np.zeros(0, dtype=np.int64)
    opens = opens[follows[codes[opens + 1]]]
    spans = _hidden(raw, codes, opens, pairs)
    if spans:
        starts, ends = np.array(spans, dtype=np.int64).T
        before = np.searchsorted(starts, opens, side="right") - 1
        opens = opens[(before < 0) | (opens >= ends[before])]
        spans_total = int((total[ends] - total[starts]).sum())
    else:
        spans_total = 0
    return int(total[-1]) - spans_total - _in_tags(raw, codes, opens, total)


def _hidden(raw: bytes, codes: Array, opens: Array, pairs: Array) -> list[tuple[int, int]]:
    """Stretches of comments, programs and drawings, each from its ``<`` to the ``<`` or ``>`` that ends it."""
    words = (codes[opens + 1].astype(np.int32) | 32) << 8 | (codes[opens + 2] | 32)
    lowered, found, done = raw.lower(), [], 0
    for start in opens[np.isin(words, pairs)].tolist():
        if start < done:
            continue
        for name, end in _HIDERS:
            if lowered.startswith(name, start):
                done = _end(lowered, start, name, end)
                if done:
                    found.append((start, done))
                break
    return found


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
    stop = lowered.find(end, start)
    return len(lowered) if stop < 0 else stop


def _in_tags(raw: bytes, codes: Array, opens: Array, total: Array) -> int:
    """Visible characters inside tags."""
    shuts = np.append(np.flatnonzero(codes == _GT), len(codes) - 1)
    ends = shuts[np.searchsorted(shuts[:-1], opens)]
    first = np.ones(len(opens), dtype=bool)
    first[1:] = opens[1:] > ends[:-1]
    opens, ends = opens[first], ends[first]
    for quote in (_DOUBLE, _SINGLE):
        marks = np.cumsum(codes == quote)
        for index in np.flatnonzero((marks[ends] - marks[opens]) & 1).tolist():
            ends[index] = max(_tag_end(raw, int(opens[index])), ends[index])
    outside = np.ones(len(opens), dtype=bool)
    outside[1:] = opens[1:] > np.maximum.accumulate(ends)[:-1]
    opens, ends = opens[outside], ends[outside]
    return int((total[ends + 1] - total[opens]).sum())


def _tag_end(raw: bytes, at: int) -> int:
    """Place of the ``>`` that ends a tag, past quoted values; the last place when there is none."""
    while True:
        sign, close = raw.find(b"=", at), raw.find(b">", at)
        if close < 0:
            return len(raw) - 1
        if sign < 0 or close < sign:
            return close
        at = sign + 1
        while raw[at : at + 1] in (b" ", b"\n", b"\t", b"\r"):
            at += 1
        quote = raw[at : at + 1]
        if quote in (b"'", b'"'):
            at = raw.find(quote, at + 1) + 1
            if not at:
                return len(raw) - 1
