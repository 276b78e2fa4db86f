"""JSON of citations, and the flat row that tables share.

Lives here: JSONL (one citation a line), the row with its column names, the compact proof for a text field. Not here:
tables themselves (``sheet``, ``columns``). A row says what is cited, by whom, where from, and ends in its proof.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export.citation import Citation, proof

TEXTS = (
    "id", "kind", "statement", "speaker", "actor", "capacity", "mode", "act", "target", "entity", "towards", "cue",
    "plover", "cameo", "rule", "title", "date", "published", "venue", "publisher", "publisher_id", "authority", "form",
    "lang", "url", "locator", "retrieved", "quote", "prefix", "suffix", "text_sha256", "bytes_sha256", "reader",
)  # fmt: skip
NUMBERS = ("start", "end", "strength")
FLAGS = ("negated",)
COLUMNS = (*TEXTS, *NUMBERS, *FLAGS, "citation")


def row(c: Citation) -> dict[str, Any]:
    """The values of COLUMNS, None where there is none; ``citation`` is the proof as plain values."""
    s = c.statement
    own: dict[str, Any] = {
        "statement": s.id if s else None,
        "date": c.date,
        "published": c.published,
        "venue": s.venue if s else None,
        "authority": s.authority if s else None,
        "form": s.form if s else None,
        "text_sha256": c.text_id,
        "bytes_sha256": c.source_id,
        "start": c.span.start,
        "end": c.span.end,
        "citation": proof(c),
        **c.claim,
    }
    return {name: own[name] if name in own else getattr(c, name, None) for name in COLUMNS}


def compact(value: object) -> str:
    """JSON on one line, in Unicode."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(c: Citation) -> str:
    """The proof as one line of ASCII in which curly brackets are balanced, for a text field of any format."""
    return _closed(json.dumps(proof(c), ensure_ascii=True, separators=(",", ":")))


def _closed(text: str) -> str:
    """JSON with the curly brackets inside its strings written as escapes.

    >>> print(_closed('{"a": "}{"}'))
    {"a": "\\u007d\\u007b"}
    """
    import re2

    def escaped(match: Any) -> str:
        return str(match.group()).replace("{", "\\u007b").replace("}", "\\u007d")

    return str(re2.sub(r'"(?:[^"\\]|\\.)*"', escaped, text))


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """JSONL: one object a line, its keys COLUMNS in order."""
    for one in citations:
        yield compact(row(one)).encode("utf-8", "replace") + b"\n"
