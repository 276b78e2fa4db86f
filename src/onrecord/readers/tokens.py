"""Page source to tokens that, one after the other, are the source again.

Lives here: the choice of tokenizer. ``turbohtml`` does the work; its answer is checked on every page (tokens joined
must be the source), and where it does not hold, our own slower tokenizer (``tokenizer.py``) is used. Not here: what a
token does to the text (``projection.py``).
"""

from __future__ import annotations

import turbohtml

from onrecord.readers import tokenizer
from onrecord.readers.marks import STAND_INS, Mark, end_mark, other_mark, start_mark

Token = str | Mark  # text as it stands in the source, or anything else


def tokenize(source: str, most_attributes: int) -> tuple[list[Token], int]:
    """Tokens of ``source`` (made by ``level``) and the number of characters they cover.

    Covered is less than the length only when the page ends inside a tag: that rest shows nothing in any browser.
    """
    tokens, joined = _turbo(source, most_attributes)
    if _holds(joined, source):
        return tokens, len(joined)
    own = list(tokenizer.tokenize(source, most_attributes))
    return own, sum(len(token) if isinstance(token, str) else len(token.source) for token in own)


def level(source: str) -> str:
    """A copy of the same length for the tokenizer: no carriage return, and ``noscript`` as plain an element as it is
    for a reader without scripts (its content is markup)."""
    copy = source.replace("\r", "\n")
    for stand_in, name in STAND_INS.items():
        for written in (name, name.upper()):
            if f"<{written}" in copy:
                copy = copy.replace(f"<{written}", f"<{stand_in}").replace(f"</{written}", f"</{stand_in}")
    return copy


def _turbo(source: str, most: int) -> tuple[list[Token], str]:
    """Tokens by ``turbohtml``, and their sources joined."""
    known: dict[str, Mark] = {}
    tokens: list[Token] = []
    pieces: list[str] = []
    add, add_piece, find = tokens.append, pieces.append, known.get
    for token in turbohtml.tokenize(source, resolve_references=False, capture_source=True, capture_attributes=False):
        written = token.source
        if written is None:
            text = token.data or ""
            add(text)
            add_piece(text)
            continue
        mark = find(written)
        if mark is None:
            known[written] = mark = _mark(token, written, most)
        add(mark)
        add_piece(written)
    return tokens, "".join(pieces)


def _mark(token: turbohtml.Token, written: str, most: int) -> Mark:
    if token.type == turbohtml.TokenType.START_TAG:
        return start_mark(token.tag or "", written, token.self_closing, most)
    if token.type == turbohtml.TokenType.END_TAG:
        return end_mark(token.tag or "", written)
    return other_mark(written)


def _holds(joined: str, source: str) -> bool:
    """The tokens are the source, or all of it but a tag that the end of the page cuts."""
    if len(joined) >= len(source):
        return joined == source
    return source.startswith(joined) and source[len(joined)] == "<"
