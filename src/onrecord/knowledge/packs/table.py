"""Set formulations of a pack as a plain table: many phrases in little space, read quicker than TOML.

Lives here: lines of a ``*.tsv`` file of a pack's folder to the entries that TOML would give. Not here: what is wrong
with an entry (``entries``), the phrases. The first cell of a line says what it is (docs/packs.md):

- ``source``: where the phrases of the lines below it were seen, until the next one;
- ``one``: one formulation: its id, then a language and its forms, set apart by ``|``, as often as there are languages;
- ``each``: a language, and phrases each of which is a formulation by itself. Its id is that of the same phrase when a
  person accepts it (``judge``): "f" and a hash of language and words.

Empty lines and those that begin with ``#`` are left out.
"""

from __future__ import annotations

from typing import Any

from onrecord.knowledge.pack import fold
from onrecord.model.claims import short_id

Row = dict[str, Any]


def rows_of(text: str) -> tuple[list[Row], list[int], list[tuple[int, str]]]:
    """Entries as ``[[formula]]`` tables, the line of each, and problems by line."""
    rows: list[Row] = []
    lines: list[int] = []
    wrong: list[tuple[int, str]] = []
    source = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        what, *cells = line.split("\t")
        if what == "source" and len(cells) == 1 and cells[0].strip():
            source = cells[0]
        elif not source:
            wrong.append((number, "there is no source above this line; write source, a tab, and where they were seen"))
        elif what == "each" and len(cells) == 2:
            made = _each(cells[0], cells[1].split("|"), source)
            rows += made
            lines += [number] * len(made)
        elif what == "one" and len(cells) >= 3 and len(cells) % 2:
            forms = {lang: words.split("|") for lang, words in zip(cells[1::2], cells[2::2], strict=True)}
            rows.append({"id": cells[0], "forms": forms, "source": source})
            lines.append(number)
        else:
            wrong.append((number, f"{_KNOWN}, not {line[:40]!r}"))
    return rows, lines, wrong


_KNOWN = "a line is source, one or each, then cells set apart by tabs (docs/packs.md)"


def _each(lang: str, phrases: list[str], source: str) -> list[Row]:
    return [{"id": short_id("f", lang, fold(p)), "forms": {lang: [p]}, "source": source} for p in phrases]
