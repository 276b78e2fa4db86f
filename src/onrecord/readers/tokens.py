"""Page source to tokens that, one after the other, are the source again.

Lives here: the choice of tokenizer. ``turbohtml`` does the work; its answer is checked on every page (tokens joined
must be the source), and where it does not hold, our own slower tokenizer (``tokenizer.py``) is used. Not here: what a
token does to the text (``projection.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

import turbohtml

from onrecord.readers import tokenizer
from onrecord.readers.marks import MOST_KEPT, STAND_INS, Mark, end_mark, kept, other_mark, start_mark

AT_ONCE = 512  # tokens held at a time
_START, _END = turbohtml.TokenType.START_TAG, turbohtml.TokenType.END_TAG
Token = str | Mark  # text as it stands in the source, or anything else


class Unfaithful(Exception):
    """The tokens are not the source."""


def tokenize(source: str, most_attributes: int) -> Iterator[Token]:
    """Tokens of ``source`` (made by ``level``); raises Unfaithful, at once or at the end, when they are not it.

    They end before the source does only when the page ends inside a tag: that rest shows nothing in any browser.
    """
    return chain.from_iterable(_batches(source, most_attributes))


def _batches(source: str, most: int) -> Iterator[list[Token]]:
    """Tokens, many at once: a page has thousands, and what is done for each of them by itself is what reading costs."""
    known = kept(most)
    find, at = known.get, 0
    stream = iter(turbohtml.tokenize(source, resolve_references=False, capture_source=True, capture_attributes=False))
    while raw := list(islice(stream, AT_ONCE)):
        batch: list[Token] = []
        joined: list[str] = []
        add, join = batch.append, joined.append
        for token in raw:
            written = token.source
            if written is None:
                text = token.data or ""
                add(text)
                join(text)
            else:
                mark = find(written)
                if mark is None:
                    mark = _mark(token, written, most)
                    if mark.width < MOST_KEPT:
                        known[written] = mark
                add(mark)
                join(written)
        whole = "".join(joined)
        if not source.startswith(whole, at):  # a token that is not there moves the text behind it
            raise Unfaithful(at)
        at += len(whole)
        yield batch
    if at != len(source) and not _cut(source, at):
        raise Unfaithful(at)


def _cut(source: str, at: int) -> bool:
    """True when what stands at ``at`` is a tag that the end of the source cuts."""
    return source.startswith("<", at) and tokenizer.tag_end(source, at + 1) < 0


def tokenize_again(source: str, most_attributes: int) -> Iterator[Token]:
    """The same by our own tokenizer."""
    return tokenizer.tokenize(source, most_attributes)


def level(source: str) -> str:
    """A copy of the same length for the tokenizer: no carriage return, and ``noscript`` as plain an element as it is
    for a reader without scripts (its content is markup)."""
    copy = source.replace("\r", "\n")
    for stand_in, name in STAND_INS.items():
        for written in (name, name.upper()):
            if f"<{written}" in copy:
                copy = copy.replace(f"<{written}", f"<{stand_in}").replace(f"</{written}", f"</{stand_in}")
    return copy


def _mark(token: turbohtml.Token, written: str, most: int) -> Mark:
    kind = token.type
    if kind is _START:
        return start_mark(token.tag or "", written, token.self_closing, most)
    if kind is _END:
        return end_mark(token.tag or "", written)
    return other_mark(written)
