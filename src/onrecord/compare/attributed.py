"""Words that put what is said at a distance, on one side of two languages only: "reported", ", he argued,".

Lives here: which of them the other side has no answer to. Not here: the words (``knowledge``), finding them
(``telling``). A hedge is told where the other side has none; a saying between two commas where the other side has
fewer sayings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.compare.telling import Mark

COMMAS: Final = ",，、،"
STOPS: Final = "。！？!?؟\n"
NEAR = 24  # code points of a subject between a comma and its verb


def added_voices(one: tuple[str, Sequence[Mark]], other: tuple[str, Sequence[Mark]]) -> list[tuple[str, str]]:
    """What the second side says at a distance and the first does not: ("hedge", words) or ("attribution", words).

    Each side is its characters and its marks, whose places are in these characters.
    """
    (_, here), (chars, there) = one, other
    hedges = [m for m in there if m.kind == "hedge"] if not any(m.kind == "hedge" for m in here) else []
    told = [("hedge", m.span.of(chars)) for m in hedges]
    sayings = [m for m in there if m.kind == "saying"]
    if len(sayings) > sum(m.kind == "saying" for m in here):
        told += [("attribution", words) for m in sayings if (words := _between_commas(chars, m))]
    return told


def _between_commas(chars: str, mark: Mark) -> str:
    """The words of a saying that stands with its subject between two commas; "" when it does not."""
    start = max(chars.rfind(comma, max(0, mark.span.start - NEAR), mark.span.start) for comma in COMMAS)
    inside = chars[start + 1 : mark.span.end].strip() if start >= 0 else ""
    closed = chars[mark.span.end :].lstrip()[:1]
    if any(stop in inside for stop in STOPS):  # the comma is of the sentence before
        return ""
    return inside if inside != mark.span.of(chars) and closed and closed in COMMAS else ""
