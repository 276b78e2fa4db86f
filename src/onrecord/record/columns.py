"""Columns of the table of positions: which one a target goes to, its name and its rule.

Lives here: choosing among the groups of a target, and their names. Not here: the groups (``targets``), what is kept of
them (``grouped``), cells (``standing``). A target that no pack knows has a column of its group when OWN_COLUMN texts
or more have it, else it goes to "other"; a position without a target goes to "none".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import fold
from onrecord.record import grouped
from onrecord.store import Counted

OWN_COLUMN = 2
Kind = Literal["measure", "words", "topic", "other", "none"]
BY_MEASURE, BY_ITSELF = "pack", "words"
RANK: dict[str, int] = {"measure": 0, "words": 1, "topic": 2, "other": 3, "none": 4}
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column a target goes to: ``places`` by its words; ``own`` has name and rule of a column of words."""

    entities: dict[str, str]
    places: dict[str, str]
    own: dict[str, tuple[str, str]]

    def of(self, entity: str | None, words: str | None) -> str:
        """The id of the column."""
        if entity is not None:
            return entity
        return "none" if words is None else self.places.get(words, "other")

    def described(self, column: str, entity: str | None) -> tuple[str, Kind, str]:
        """Its name, kind and rule."""
        if entity is not None:
            return self.entities.get(entity, entity), "measure", BY_MEASURE
        if column in self.own:
            about, rule = self.own[column]
            return about, "topic" if rule == "mention" else "words", rule
        return ("other targets", "other", "") if column == "other" else ("no target named", "none", "")


def columns(counted: Counted, know: Knowledge, folder: Path, *, every_target: bool = False) -> Columns:
    """Columns of words: the first of a target's groups that enough texts have; ``every_target``: one for each target.
    ``folder`` is the record's."""
    held: dict[str, set[int]] = {}
    for (_, _, entity, words, _, _), found in counted.groups.items():
        if entity is None and words is not None:
            held.setdefault(words, set()).update(found)
    if every_target:
        taken: dict[str, Key | None] = {words: (BY_ITSELF, fold(words)) for words in held}
    else:
        keys = grouped.keys(folder, know, held)
        enough = _enough(keys, held)
        taken = {words: next((k for k in some if k in enough), None) for words, some in keys.items()}
    names = _group_names(know, taken, held)
    places = {words: names[key][0] for words, key in taken.items() if key is not None}
    return Columns(_entity_names(know), places, {column: (about, key[0]) for key, (column, about) in names.items()})


def _enough(keys: Mapping[str, tuple[Key, ...]], held: dict[str, set[int]]) -> set[Key]:
    """Groups that OWN_COLUMN texts or more have; most groups are of one text, so no set is made for each."""
    enough, texts = set[Key](), dict[Key, int | set[int]]()
    for words, some in keys.items():
        mine = held[words]
        for key in some:
            if key in enough:
                continue
            before = texts.get(key)
            if before is None and len(mine) < OWN_COLUMN:
                texts[key] = next(iter(mine))
                continue
            seen = mine | ({before} if isinstance(before, int) else before or set())
            texts[key] = seen
            if len(seen) >= OWN_COLUMN:
                enough.add(key)
    return enough


def _group_names(
    know: Knowledge, taken: dict[str, Key | None], held: dict[str, set[int]]
) -> dict[Key, tuple[str, str]]:
    """For each group its column's id and name: a formulation's preferred form, a head, else the words of most texts."""
    formulas = {f.id: f.forms.preferred("en") for pack in reversed(know.packs) for f in pack.formulas}
    best: dict[Key, tuple[int, int, str]] = {}
    for words, key in taken.items():
        if key is not None:
            mine = (-len(held[words]), len(words), words)
            best[key] = min(best.get(key, mine), mine)
    return {key: _named(key, formulas, words) for key, (_, _, words) in best.items()}


def _named(key: Key, formulas: dict[str, str], words: str) -> tuple[str, str]:
    """The id of a group's column and its name."""
    if key[0] == "formulation":
        return key[1], formulas[key[1]]
    return (f"on:{key[1]}", formulas[key[1]]) if key[0] == "mention" else (fold(words), words)


def _entity_names(know: Knowledge) -> dict[str, str]:
    return {e.id: e.names.preferred("en") or e.id for pack in reversed(know.packs) for e in pack.entities}
