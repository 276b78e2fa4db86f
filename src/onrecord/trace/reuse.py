"""Passages shared among lines of JSON, without a record.

Lives here: reading ``{"id", "text"}`` lines and writing pairs. Not here: a record's own passages (``record.reusing``).
The texts go into an index in a temporary folder, so that memory is bounded whatever the file's size.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.knowledge import Language
from onrecord.text.passages import WHAT, Passages
from onrecord.trace.index import PassageIndex

PAGE = 1 << 16


class Line(msgspec.Struct, gc=False):
    """What is read of a line."""

    id: str | int
    text: str


class Difference(msgspec.Struct, gc=False):
    """What changed ("number", "negation", "name") and the code points of the first such word on each side."""

    what: str
    a: tuple[int, int] | None
    b: tuple[int, int] | None


class Pair(msgspec.Struct, gc=False):
    """One shared passage, as published: ids, half-open code points, score, "same" or "differing"."""

    a: str | int
    a_start: int
    a_end: int
    b: str | int
    b_start: int
    b_end: int
    score: int
    kind: str
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no such object: its number from 1, and why."""

    number: int
    why: str


def negators(languages: Iterable[Language]) -> list[str]:
    """The words that negate, of all these languages."""
    return sorted({word for language in languages for word in language.stance.negators})


def reuse_lines(lines: Iterable[bytes], negators: Sequence[str], bad: list[BadLine]) -> Iterator[Pair]:
    """The passages that the texts of lines share. Lines that cannot be read are added to ``bad`` and left out."""
    names: list[str | int] = []
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        index = PassageIndex(Path(folder) / "passages", negators)
        index.add(_texts(lines, names, bad))
        yield from _pairs(index.pairs(), names)


def _texts(lines: Iterable[bytes], names: list[str | int], bad: list[BadLine]) -> Iterator[tuple[int, int, str]]:
    decoder = msgspec.json.Decoder(Line)
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            line = decoder.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            bad.append(BadLine(number, str(error)))
            continue
        names.append(line.id)
        yield len(names) - 1, len(names) - 1, line.text


def _pairs(found: Passages, names: Sequence[str | int]) -> Iterator[Pair]:
    for at in range(0, len(found), PAGE):
        columns = found.rows[at : at + PAGE].T.tolist()  # few long lists: a list a row would wake the collector
        for a, a0, a1, b, b0, b1, score, _, what, a2, a3, b2, b3 in zip(*columns, strict=True):
            told = None
            if what:
                told = Difference(WHAT[what], (a2, a3) if a2 >= 0 else None, (b2, b3) if b2 >= 0 else None)
            yield Pair(names[a], a0, a1, names[b], b0, b1, score, "differing" if what else "same", told)
