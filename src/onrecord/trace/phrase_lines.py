"""Set formulations of lines of JSON, without a record.

Lives here: reading ``{"id", "text", "date"?, "lang"?}`` lines, one language after another. Not here: what is proposed
(``formulations``).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.knowledge import Knowledge
from onrecord.text.detect import detect
from onrecord.trace.formulations import Entry, Formulation, formulations
from onrecord.trace.lines import BadLine, read


class PhraseLine(msgspec.Struct):
    """What is read of a line."""

    id: str | int
    text: str
    date: str | None = None
    lang: str | None = None


def formulation_lines(lines: Iterable[bytes], know: Knowledge, top: int, bad: list[BadLine]) -> list[Formulation]:
    """The ``top`` proposals over the texts of lines. Lines that cannot be read are added to ``bad`` and left out."""
    by_lang: dict[str, list[Entry]] = {}
    for line in read(lines, PhraseLine, bad):
        lang = (line.lang or detect(line.text)[0]).split("-")[0].lower()
        by_lang.setdefault(lang, []).append(Entry(line.id, line.text, line.date or None))
    return best(by_lang, know, top)


def best(by_lang: dict[str, list[Entry]], know: Knowledge, top: int) -> list[Formulation]:
    """The ``top`` proposals of texts given by language, best first."""
    found = [one for lang, entries in by_lang.items() for one in formulations(entries, lang, know, top)]
    return sorted(found, key=lambda one: (-one.score, one.lang, one.forms[0]))[:top]
