"""A citation for people: who, what, where, when, then the anchor, then the proof.

Lives here: the text format, the default of `onrecord cite`. Not here: making text safe for a terminal (``cli``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.references import cut, line, reference

QUOTE = 400
_RESTS = {
    "bytes": "checked against bytes",
    "page characters": "characters rest on the reader, bytes are checked",
    "document characters": "order of characters rests on the reader, bytes are checked",
    "none": "characters rest on the reader, bytes are checked",
}


def sentence(c: Citation) -> str:
    """One line as in a footnote."""
    r = reference(c)
    who = f"{r.author}, {line(c.capacity)}" if c.capacity and c.capacity != r.author else r.author
    said = f"said {c.date}" if c.date and c.published and c.date != c.published else ""
    when = f"published {c.published}" if c.published else c.date or "no date"
    where = f"{r.container} ({c.statement.authority})" if c.statement and r.container else r.container
    where = where or (c.statement.authority if c.statement else "")
    accessed = f"retrieved {r.accessed}" if r.accessed else ""
    what = [who, f"“{r.title}”", where, said, when, accessed, c.url or c.locator]
    return ". ".join(part.rstrip(".") for part in what if part) + "."


def entry(c: Citation) -> str:
    """The citation with its quote, anchor and proof, indented below the first line."""
    act = c.claim.get("act")
    stance = f"\n  {'not: ' if c.claim.get('negated') else ''}{act}: {line(str(c.claim.get('target') or '-'))}"
    return (
        f"{sentence(c)}\n  “{cut(c.quote, QUOTE)}”{stance if act else ''}\n"
        f"  anchor: {c.id}, code points {c.span.start}-{c.span.end} of text sha256 {c.text_id} ({c.reader})\n"
        f"  source: sha256 {c.source_id}, {c.source_bytes} bytes, {c.media_type}; {_RESTS[c.way.unit]}\n"
        f"  proof: {plain(c)}\n"
    )


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """Entries, an empty line between."""
    for number, one in enumerate(citations):
        yield (("\n" if number else "") + entry(one)).encode("utf-8", "replace")
