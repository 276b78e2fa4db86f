"""Lines of JSON, one text each, without a record.

Lives here: reading them, and which of them cannot be read. Not here: what is asked of the texts (``reuse``,
``phrase_lines``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import msgspec

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no such object: its number from 1, and why."""

    number: int
    why: str


def read(lines: Iterable[bytes], kind: type[T], bad: list[BadLine]) -> Iterator[T]:
    """A ``kind`` for each line that is not empty; those that are none are added to ``bad`` and left out."""
    decoder = msgspec.json.Decoder(kind)
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            line = decoder.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            bad.append(BadLine(number, str(error)))
            continue
        yield line
