"""Passages shared among lines of JSON, without a record.

Lives here: reading ``{"id", "text"}`` lines and writing pairs. Not here: a record's own passages (``record.reusing``).
The texts go into an index in a temporary folder, so that memory is bounded whatever the file's size.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from onrecord.text.passages import WHAT, Marks, Passages
from onrecord.trace.index import PassageIndex
from onrecord.trace.lines import BadLine, read

ROOM = 1 << 24  # bytes that lines are written in together
# what stands before each of the first seven values of a line, then the ends of it (``kernels.placing.lines``)
PARTS = (
    b'{"a":', b',"a_start":', b',"a_end":', b',"b":', b',"b_start":', b',"b_end":', b',"score":',
    b',"kind":"same","difference":null}\n',
    *(b',"kind":"differing","difference":{"what":"%s","a":' % what.encode() for what in WHAT[1:]),
    b',"b":', b"}}\n", b"null",
)  # fmt: skip


class Line(msgspec.Struct, gc=False):
    """What is read of a line."""

    id: str | int
    text: str


def reuse_lines(lines: Iterable[bytes], telling: Marks, bad: list[BadLine]) -> Iterator[bytes]:
    """The passages that the texts of lines share, as lines of JSON, many at a time.

    An object has ``a``, ``a_start``, ``a_end``, ``b``, ``b_start``, ``b_end`` (ids as read, half-open code points),
    ``score``, ``kind`` ("same", "differing") and ``difference``: null, or ``what`` changed ("number", "negation",
    "name") and the code points of the first such word on each side. Lines that cannot be read are added to ``bad``.
    """
    names: list[str | int] = []
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        index = PassageIndex(Path(folder) / "passages", telling)
        for found in index.pass_through(_texts(lines, names, bad)):
            yield from _written(found, names)


def _texts(lines: Iterable[bytes], names: list[str | int], bad: list[BadLine]) -> Iterator[tuple[int, int, str]]:
    for line in read(lines, Line, bad):
        names.append(line.id)
        yield len(names) - 1, len(names) - 1, line.text


def _written(found: Passages, names: Sequence[str | int]) -> Iterator[bytes]:
    from onrecord.text.passages.kernels import placing

    written = [msgspec.json.encode(name) for name in names]
    ends = np.zeros(len(names) + 1, np.int64)
    np.cumsum([len(name) for name in written], out=ends[1:])
    ids = np.frombuffer(b"".join(written), np.uint8)
    part = np.zeros(len(PARTS) + 1, np.int64)
    np.cumsum([len(one) for one in PARTS], out=part[1:])
    parts = np.frombuffer(b"".join(PARTS), np.uint8)
    line = len(parts) + 11 * placing.DIGITS + 2 * max(map(len, written), default=0)
    page = max(1, ROOM // line)
    out = np.empty(min(page, len(found)) * line, np.uint8)
    for at in range(0, len(found), page):
        size = placing.lines(found.rows[at : at + page], ids, ends, parts, part, out)
        yield out[:size].tobytes()
