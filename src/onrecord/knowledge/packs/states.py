"""States and territories as a pack: ISO 3166-1 codes with names in six languages, from two tables.

Lives here: reading ``states.tsv`` (names) and ``state_words.tsv`` (adjectives, capitals, forms of address); they are
large, and TOML of their size would take longer to read than all else together. Not here: names special to a field,
which stand in its own pack.
"""

from __future__ import annotations

from importlib import resources

from onrecord.knowledge.pack import Actor, Names, Pack

SOURCE = "ISO 3166-1; names: Unicode CLDR and common use"
_Row = dict[str, tuple[str, ...]]


def states() -> Pack:
    """Every ISO 3166-1 entry as an actor of kind state, with no country above it."""
    words: dict[tuple[str, str], _Row] = {(row[0], row[1]): names for row, names in _rows("state_words.tsv", 2)}
    actors = (_state(row[0], names, words) for row, names in _rows("states.tsv", 1))
    not_names = _names(words.get(("-", "not"), {}))
    return Pack("states", "States and territories (ISO 3166-1)", tuple(actors), not_names=not_names)


def _rows(name: str, keys: int) -> list[tuple[list[str], _Row]]:
    """The key columns of each line, and its cells by language."""
    table = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    langs = lines[0][keys:]
    return [
        (line[:keys], {lang: tuple(cell.split("|")) for lang, cell in zip(langs, line[keys:], strict=False) if cell})
        for line in lines[1:]
    ]


def _state(code: str, names: _Row, words: dict[tuple[str, str], _Row]) -> Actor:
    for lang, more in words.get((code, "name"), {}).items():
        names[lang] = tuple(dict.fromkeys((*names.get(lang, ()), *more)))
    adjectives, seats = words.get((code, "adjective"), {}), words.get((code, "seat"), {})
    return Actor(code, "state", _names(names), None, SOURCE, _names(adjectives), _names(seats))


def _names(row: _Row) -> Names:
    return Names(tuple(row.items()))
