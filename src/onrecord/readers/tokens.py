"""Page source to tokens that, one after the other, are the source again.

Lives here: the choice of tokenizer. ``turbohtml`` does the work; its answer is checked on every page (tokens joined
must be the source), and where it does not hold, our own slower tokenizer (``tokenizer.py``) is used. Not here: what a
token does to the text (``projection.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

import turbohtml

from onrecord.readers import tokenizer
from onrecord.readers.marks import STAND_INS, Mark, end_mark, other_mark, start_mark

Token = str | Mark  # text as it stands in the source, or anything else


def tokenize(source: str, most_attributes: int) -> tuple[list[Token], int]:
    """Tokens of ``source`` (line ends must be ``\\n``, see ``level``) and the characters they cover.

    Covered is less than the length only when the page ends inside a tag: that rest shows nothing in any browser.
    """
    tokens = list(_turbo(source, most_attributes))
    covered = _covered(tokens, source)
    if covered < 0:
        tokens = list(tokenizer.tokenize(source, most_attributes))
        covered = sum(len(token) if isinstance(token, str) else len(token.source) for token in tokens)
    return tokens, covered


def level(source: str) -> str:
    """A copy of the same length for the tokenizer: no carriage return, and ``noscript`` as plain an element as it is
    for a reader without scripts (its content is markup)."""
    copy = source.replace("\r", "\n")
    for stand_in, name in STAND_INS.items():
        for written in (name, name.upper()):
            if f"<{written}" in copy:
                copy = copy.replace(f"<{written}", f"<{stand_in}").replace(f"</{written}", f"</{stand_in}")
    return copy


def _turbo(source: str, most: int) -> Iterator[Token]:
    known: dict[str, Mark] = {}
    kinds = turbohtml.TokenType
    options = {"resolve_references": False, "capture_source": True, "capture_attributes": False}
    for token in turbohtml.tokenize(source, **options):
        written = token.source
        if written is None:
            yield token.data or ""
            continue
        mark = known.get(written)
        if mark is None:
            kind = token.type
            if kind == kinds.START_TAG:
                mark = start_mark(token.tag or "", written, token.self_closing, most)
            elif kind == kinds.END_TAG:
                mark = end_mark(token.tag or "", written)
            else:
                mark = other_mark(written)
            known[written] = mark
        yield mark


def _covered(tokens: list[Token], source: str) -> int:
    """Length of the tokens joined, or -1 when they are not the source (less a tag that the end of the page cuts)."""
    joined = "".join([token if token.__class__ is str else token.source for token in tokens])  # type: ignore[union-attr]
    if len(joined) == len(source):
        return len(joined) if joined == source else -1
    return len(joined) if source.startswith(joined) and source[len(joined)] == "<" else -1
