"""States and territories as a pack: ISO 3166-1 codes with names in six languages, from ``states.tsv``.

Lives here: reading that table (it is large, and TOML of its size would take longer to read than all else together).
Not here: names special to a field, which stand in its own pack.
"""

from __future__ import annotations

from importlib import resources

from onrecord.knowledge.pack import Actor, Names, Pack

SOURCE = "ISO 3166-1; names: Unicode CLDR and common use"


def states() -> Pack:
    """Every ISO 3166-1 entry as an actor of kind state, with no country above it."""
    table = resources.files(__package__).joinpath("states.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    langs = lines[0][1:]
    return Pack("states", "States and territories (ISO 3166-1)", tuple(_state(row, langs) for row in lines[1:]))


def _state(row: list[str], langs: list[str]) -> Actor:
    names = tuple((lang, tuple(cell.split("|"))) for lang, cell in zip(langs, row[1:], strict=True) if cell)
    return Actor(row[0], "state", Names(names), None, SOURCE)
