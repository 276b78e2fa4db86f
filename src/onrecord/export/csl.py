"""CSL-JSON, as citation processors and reference managers read it (schema: csl-data.json 1.0.2).

Lives here: the items. Facts of the format: names that are not split are ``literal``; ``date-parts`` may end early,
so a partial date stays partial; one that cannot be written so is a ``literal`` date. The proof stands in ``annote``,
which styles do not print.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.references import keyed, parts, reference


def item(key: str, c: Citation) -> dict[str, Any]:
    """One CSL item."""
    r = reference(c)
    found: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper" if r.press else "webpage",
        "title": r.title,
        "author": [{"literal": r.author}] if r.author else None,
        "container-title": r.container,
        "issued": _date(r.issued),
        "event-date": _date(r.event),
        "accessed": _date(r.accessed),
        "URL": r.url,
        "language": r.lang,
        "abstract": r.quote,
        "note": r.note,
        "annote": plain(c),
    }
    return {name: value for name, value in found.items() if value}


def _date(edtf: str) -> dict[str, Any] | None:
    if not edtf:
        return None
    known = parts(edtf)
    return {"date-parts": known} if known else {"literal": edtf}


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """One array, an item a line."""
    before = b"[\n"
    for key, one in keyed(citations):
        yield before + json.dumps(item(key, one), ensure_ascii=False).encode("utf-8", "replace")
        before = b",\n"
    yield (b"[\n" if before == b"[\n" else b"\n") + b"]\n"
