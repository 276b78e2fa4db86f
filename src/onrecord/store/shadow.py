"""What the index ``words`` holds for a block: its pieces, their rowids and shadow columns.

Lives here: the one place that decides what is indexed and under which number; ``put`` writes by it and ``check``
makes it again. Not here: folding (``text.fold``), queries (``search``).
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.dates import FIRST_YEAR
from onrecord.model import Block, Position, Span, Statement, Utterance
from onrecord.text.fold import forms, stems

PIECE_CHARS = 4_000
PIECE_BITS, LOW_BITS = 13, 43
LOW = (1 << LOW_BITS) - 1
LAST = (1 << 63) - 1
_DAY_ZERO = datetime.date(FIRST_YEAR, 1, 1).toordinal() - 1
_PIECES = 1 << PIECE_BITS
_STOPS = "\n.!?。！？؟…;；"
# what a copy may differ in: page furniture, and the lines that a re-post changes first
_UNLIKE = frozenset({"furniture", "dateline", "source", "keywords"})


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One row of ``words``."""

    rowid: int
    exact: str
    stem: str


def day_number(day: str | None) -> int:
    """An ISO day as a number of 20 bits that sorts: days from the first that dates allow. 0 when unknown, so that
    undated statements come last."""
    return datetime.date.fromisoformat(day).toordinal() - _DAY_ZERO if day else 0


def rowid(day: str | None, block: int, piece: int) -> int:
    """The number of a piece in the index: descending is newest first, then in the order of the text."""
    return (day_number(day) << LOW_BITS) | (LOW - ((block << PIECE_BITS) | piece))


def place(number: int) -> tuple[int, int]:
    """Block id and piece of a rowid."""
    low = LOW - (number & LOW)
    return low >> PIECE_BITS, low & (_PIECES - 1)


def first_rowid(day: str | None) -> int:
    """The smallest rowid of a day."""
    return day_number(day) << LOW_BITS


def pieces(chars: str, span: Span) -> list[Span]:
    """A block in stretches of about PIECE_CHARS, cut after a sentence or line end where there is one."""
    size = max(PIECE_CHARS, -(-len(span) // (_PIECES // 2)))
    if len(span) <= size:
        return [span]
    found, start = [], span.start
    while span.end - start > size:
        end = _cut(chars, start, start + size)
        found.append(Span(start, end))
        start = end
    return [*found, Span(start, span.end)]


def _cut(chars: str, start: int, end: int) -> int:
    """The best place to cut in the second half of ``[start, end)``: after a stop, else after a space, else the end."""
    half = (start + end) // 2
    stop = max(chars.rfind(mark, half, end) for mark in _STOPS)
    return (stop if stop >= 0 else max(chars.rfind(" ", half, end), end - 1)) + 1


def index_rows(chars: str, block: Block, number: int, day: str | None, words: list[str]) -> Iterator[IndexRow]:
    """The rows of one block with id ``number``, dated ``day``; ``words`` are the folded tokens of the whole block."""
    cut = pieces(chars, block.span)
    for piece, span in enumerate(cut):
        own = words if len(cut) == 1 else forms(span.of(chars))
        yield IndexRow(rowid(day, number, piece), " ".join(own), stems(own, block.lang))


def owner(block: Block, statements: Sequence[Statement]) -> int | None:
    """Index of the statement a block belongs to: the smallest that covers it, in its own language if any; else the
    nearest one. None when there are no statements."""
    if len(statements) < 2:
        return 0 if statements else None

    def fit(index: int) -> tuple[bool, bool, int, int]:
        span = statements[index].span
        far = max(span.start - block.span.start, block.span.start - span.end, 0)
        return not span.covers(block.span), statements[index].lang != block.lang, far, len(span)

    return min(range(len(statements)), key=fit)


def position_owners(
    positions: Sequence[Position], utterances: Sequence[Utterance], statements: Sequence[Statement]
) -> list[int | None]:
    """For each position the index of its statement: that of its utterance, else the smallest that covers it."""
    names = {s.id: i for i, s in enumerate(statements)}
    voices = {u.id: names.get(u.statement) for u in utterances}

    def around(position: Position) -> int | None:
        covering = [i for i, s in enumerate(statements) if s.span.covers(position.span)]
        return min(covering, key=lambda i: len(statements[i].span), default=0 if statements else None)

    found = (voices.get(p.utterance) for p in positions)
    return [around(p) if owner is None else owner for p, owner in zip(positions, found, strict=True)]


def likeness(blocks: Iterable[tuple[str, list[str]]]) -> int:
    """A number that is equal for statements with the same words: ``blocks`` are (kind, folded tokens)."""
    words = " ".join(" ".join(words) for kind, words in blocks if kind not in _UNLIKE and words)
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)


NO_WORDS = likeness(())
