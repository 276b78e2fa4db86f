"""Our own tokenizer of HTML: slower and simpler than the usual one, and lossless by construction.

Lives here: the states of the HTML standard that decide where a tag, comment or raw text ends; each token starts where
the last one ended. Time is linear: no search is repeated from the same place. Not here: meaning (``marks.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.readers.elements import ESCAPABLE_RAW, RAW
from onrecord.readers.marks import Mark, end_mark, other_mark, start_mark

_NAME_ENDS = (" ", "\t", "\n", "\f", "/", ">")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_REFERENCE = _LETTERS | frozenset("0123456789#")


def tokenize(source: str, most: int) -> Iterator[str | Mark]:
    """Text (str) and marks, covering ``source`` but for a tag that its end cuts. ``most`` bounds read attributes."""
    at, raw, end = 0, "", len(source)
    while at < end:
        if raw:
            stop = _raw_end(source, at, raw)
            if raw in ESCAPABLE_RAW:
                yield from _text(source[at:stop])
            elif stop > at:
                yield source[at:stop]
            at, raw = stop, ""
            continue
        start = source.find("<", at)
        if start != at:
            stop = end if start < 0 else start
            yield from _text(source[at:stop])
            at = stop
            continue
        token, at = _markup(source, at, most)
        if token is None:
            return
        yield token
        if isinstance(token, Mark) and token.kind == "start":
            raw = token.tag if token.tag in RAW or token.tag in ESCAPABLE_RAW else ""
            if token.tag == "plaintext" and at < end:
                yield source[at:]
                return


def _markup(source: str, at: int, most: int) -> tuple[str | Mark | None, int]:
    """The token that starts with the ``<`` at ``at`` and its end; None when the source ends inside a tag."""
    after = source[at + 1 : at + 2]
    if after in _LETTERS:
        stop = tag_end(source, at + 1)
        if stop < 0:
            return None, len(source)
        written = source[at:stop]
        return start_mark(_name(written, 1), written, written.endswith("/>"), most), stop
    if after == "/" and source[at + 2 : at + 3] in _LETTERS:
        stop = tag_end(source, at + 2)
        if stop < 0:
            return None, len(source)
        written = source[at:stop]
        return end_mark(_name(written, 2), written), stop
    if after in ("!", "?") or (after == "/" and at + 2 < len(source)):
        stop = _other_end(source, at)
        return other_mark(source[at:stop]), stop
    return "<", at + 1


def _other_end(source: str, at: int) -> int:
    """End of a comment, declaration or instruction; the end of the source when it is open."""
    if not source.startswith("<!--", at):
        stop = source.find(">", at)
        return len(source) if stop < 0 else stop + 1
    for short in ("<!-->", "<!--->"):
        if source.startswith(short, at):
            return at + len(short)
    stop = source.find("-->", at + 4)
    odd = source.find("--!>", at + 4, stop if stop >= 0 else len(source))
    if odd >= 0:
        return odd + 4
    return len(source) if stop < 0 else stop + 3


def tag_end(source: str, at: int) -> int:
    """Just after the ``>`` that ends the tag whose name starts at ``at``; -1 when there is none.

    A quotation mark shields ``>`` only where a value may begin: after ``=`` and white space.
    """
    stop = source.find(">", at)
    while stop >= 0:
        opened = _open_quote(source, at, stop)
        if not opened:
            return stop + 1
        quote, start = opened
        close = source.find(quote, start + 1)
        if close < 0:
            return -1
        at = close + 1
        stop = source.find(">", at)
    return -1


def _open_quote(source: str, at: int, stop: int) -> tuple[str, int] | None:
    """The quotation mark in ``source[at:stop]`` that begins a value and does not end before ``stop``."""
    while True:
        sign = source.find("=", at, stop)
        if sign < 0:
            return None
        at = sign + 1
        while at < stop and source[at] in " \t\n\f":
            at += 1
        quote = source[at : at + 1]
        if at < stop and quote in ("'", '"'):
            close = source.find(quote, at + 1, stop)
            if close < 0:
                return quote, at
            at = close + 1
        else:  # an unquoted value runs to white space
            while at < stop and source[at] not in " \t\n\f":
                at += 1


def _name(written: str, at: int) -> str:
    stop = min((place for end in _NAME_ENDS if (place := written.find(end, at)) >= 0), default=len(written))
    return written[at:stop].lower()


def _raw_end(source: str, at: int, name: str) -> int:
    """Where the end tag of a raw element starts."""
    while True:
        place = source.find("</", at)
        if place < 0:
            return len(source)
        after = place + 2 + len(name)
        if source[place + 2 : after].lower() == name and source[after : after + 1] in _NAME_ENDS:
            return place
        at = place + 2


def _text(text: str) -> Iterator[str | Mark]:
    """Text cut at its character references."""
    from html import unescape

    at, start = text.find("&"), 0
    while at >= 0:
        stop = at + 1
        while stop < len(text) and stop - at < 40 and text[stop] in _REFERENCE:
            stop += 1
        stop += text[stop : stop + 1] == ";"
        if stop > at + 1 and unescape(text[at:stop]) != text[at:stop]:
            if at > start:
                yield text[start:at]
            yield other_mark(text[at:stop])
            start = stop
        at = text.find("&", stop)
    if start < len(text):
        yield text[start:]
