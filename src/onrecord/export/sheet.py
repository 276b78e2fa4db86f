"""CSV for spreadsheets: RFC 4180, UTF-8, every cell quoted, no cell a formula.

Lives here: the lines. Not here: the columns (``lines``). A cell that a spreadsheet would take for a formula gets an
apostrophe before it; the proof, whose cell begins with a bracket, always has the exact characters.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from onrecord.export.citation import Citation
from onrecord.export.lines import COLUMNS, plain, row

_RISKY = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
_TABLE = {0: "\ufffd"}  # many programs end a file at NUL


def safe(value: object) -> str:
    """A value as a cell that no spreadsheet runs.

    >>> safe("=1+1"), safe(None), safe(-3), safe(True)
    ("'=1+1", '', '-3', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value).translate(_TABLE)
    return f"'{text}" if isinstance(value, str) and text.startswith(_RISKY) else text


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """A header line, then one line for each citation."""
    lines = (row(one) | {"citation": plain(one)} for one in citations)
    yield from table(COLUMNS, ([values[name] for name in COLUMNS] for values in lines))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A header line, then a line for each row of any values."""
    yield _line(heads)
    for one in rows:
        yield _line([safe(value) for value in one])


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode("utf-8", "replace")
