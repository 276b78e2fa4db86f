"""References after GB/T 7714-2015, numbered, for electronic sources: ``责任者. 题名[EB/OL]. (日期)[引用日期]. 网址.``

Lives here: the entries. Facts of the standard: type and carrier are marked ``[EB/OL]`` (a page online), ``[N/OL]``
(news online) or ``[EB]``; the date of publication stands in round brackets, the day of access in square ones, each only
as far as it is known; without an author the entry begins with its title. The standard has no place for a quote or a
proof: they follow on lines of their own, set in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.references import cut, reference

QUOTE = 300


def entry(c: Citation) -> str:
    """One reference, without its number; no full stop is doubled."""
    r = reference(c)
    kind = "N" if r.press else "EB"
    mark = f"[{kind}/OL]" if r.url else f"[{kind}]"
    dates = (f"({r.issued})" if r.issued else "") + (f"[{r.accessed}]" if r.accessed else "")
    parts = [r.author, f"{r.title.rstrip('.')}{mark}", r.container, dates, r.url]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """Numbered references, each with its quote and its proof on the lines below."""
    for number, one in enumerate(citations, 1):
        quoted = "" if one.kind == "statement" else f"    “{cut(one.quote, QUOTE)}”\n"
        yield f"[{number}] {entry(one)}\n{quoted}    {plain(one)}\n".encode("utf-8", "replace")
