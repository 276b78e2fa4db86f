"""JSON-LD in a page, flattened to facts such as ``ld:datePublished`` and ``ld:author.name``.

Lives here: reading one script's content with bounds on depth and number. Not here: vocabulary (``structure`` decides
which names mean what).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.model import Fact, Notice, Span
from onrecord.reasons import Reason

MOST = 300  # facts of one script; a page with more lists other pages


def read(content: str, at: int, depth: int) -> tuple[list[Fact], list[Notice]]:
    """Facts of a script whose content starts at ``at`` in the decoded source; a notice when it is not JSON."""
    body = content.strip().removeprefix("<!--").removesuffix("-->")
    if not body:
        return [], []
    try:
        data = json.loads(body, strict=False)
    except (ValueError, RecursionError) as error:
        return [], [Notice(Reason.BAD_JSON, f"JSON-LD of the page: {type(error).__name__}")]
    facts: list[Fact] = []
    after = 0
    for path, value in _flat(data, "", depth):
        if len(facts) == MOST:
            break
        start, end, after = _place(content, path.rpartition(".")[2], value, after)
        facts.append(Fact(f"ld:{path}", str(value).strip(), Span(at + start, at + end)))
    return facts, []


def _flat(data: Any, path: str, depth: int) -> Iterator[tuple[str, str | int | float]]:
    """Path and value of each string or number; lists and ``@graph`` add nothing to the path."""
    if isinstance(data, dict) and depth > 0:
        for key, value in data.items():
            inner = path if key == "@graph" else f"{path}.{key}" if path else key
            yield from _flat(value, inner, depth - 1)
    elif isinstance(data, list) and depth > 0:
        for value in data:
            yield from _flat(value, path, depth - 1)
    elif isinstance(data, (str, int, float)) and not isinstance(data, bool) and path and str(data).strip():
        yield path, data


def _place(content: str, key: str, value: str | int | float, after: int) -> tuple[int, int, int]:
    """Where the value stands, looked for behind its key from ``after`` on; the whole content when it is escaped."""
    named = content.find(f'"{key}"', after)
    written = str(value)
    start = content.find(written, named + len(key) + 2 if named >= 0 else after)
    if start < 0 or (named >= 0 and start - named > 10_000):
        return 0, len(content), after
    return start, start + len(written), max(after, named if named >= 0 else start)
