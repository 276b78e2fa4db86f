"""RIS, the tagged lines that reference managers import.

Lives here: records. Facts of the format: a line is a two-letter tag, two spaces, a hyphen, a space and the value; lines
end in CR LF; ``DA`` is YYYY/MM/DD/other with empty parts left empty, so that a partial date stays partial; what it
cannot write stands in a note. The quote is ``AB``, the proof an ``N1`` of its own, on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.references import Reference, parts, reference


def record(c: Citation) -> str:
    """One record, from TY to ER."""
    r = reference(c)
    rows = [("TY", "NEWS" if r.press else "ELEC"), ("ID", c.id), ("AU", r.author), ("TI", r.title)]
    rows += [("T2" if r.press else "PB", r.container), *_dates(r), ("UR", r.url), ("LA", r.lang), ("AB", r.quote)]
    rows += [("N1", r.note), ("N1", plain(c))]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _dates(r: Reference) -> Iterator[tuple[str, str]]:
    """An interval is its first date, and itself in a note: RIS has no intervals."""
    known = parts(r.issued)
    if known:
        yield "PY", f"{known[0][0]:04d}"
        yield "DA", _slashed(known[0])
    if r.issued and len(known) != 1:
        yield "N1", f"Date: {r.issued} (EDTF)"
    if r.event:
        yield "N1", f"Date of the statement: {r.event} (EDTF)"
    if r.accessed:
        yield "Y2", _slashed(parts(r.accessed)[0])


def _slashed(known: list[int]) -> str:
    """Year, month, day, other; unknown ones empty.

    >>> _slashed([2024, 1])
    '2024/01//'
    """
    months = [f"{n:02d}" for n in known[1:]]
    return "/".join([f"{known[0]:04d}", *months, *[""] * (3 - len(known)), ""])


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """Records one after the other, an empty line between."""
    for number, one in enumerate(citations):
        yield (("\r\n" if number else "") + record(one)).encode("utf-8", "replace")
