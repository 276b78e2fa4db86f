"""Which holders and targets of positions a question means by the words somebody typed.

Lives here: from an id, a name or words to a test of a position. Not here: counting what passes it (``standing``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord import judge
from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.pack import Names, fold

ENDING = 4  # characters of a last word that may go on: "tariff" means "tariffs" too, "EU" never "Europe"
_UNSPACED = "\u2e80"  # from here on scripts set no spaces between words


def holder(know: Knowledge, value: str, *, exact: bool = False) -> Callable[[str | None, str], bool]:
    """Whether a holder is meant by an id or a name, or (unless ``exact``) speaks for that country."""
    named, folded = lookup.actor_named(know, value), fold(value)
    ids = {value, *([named.id] if named else [])}

    def meant(actor: str | None, name: str) -> bool:
        if actor is None:
            return fold(name) == folded
        known = None if exact or actor in ids else lookup.actor(know, actor)
        return actor in ids or (known is not None and known.country in ids)

    return meant


def target(know: Knowledge, value: str) -> Callable[[str | None, str | None], bool]:
    """Whether a target is meant: by an entity's id or whole name, else by words that stand in a name of it or in the
    words of the target itself."""
    id, folded = judge.entity_of(know, value), fold(value)
    ids = {value, id} if id is not None else {value, *_entities(know, folded)}
    return lambda entity, words: (
        entity in ids if entity is not None else words is not None and stands_in(folded, fold(words))
    )


def _entities(know: Knowledge, folded: str) -> Iterator[str]:
    for pack in know.packs:
        for entity in pack.entities:
            if _named(entity.names, folded):
                yield entity.id


def _named(names: Names, folded: str) -> bool:
    return any(stands_in(folded, fold(name)) for name in names.all())


def stands_in(asked: str, words: str) -> bool:
    """Whether words stand in others from the beginning of a word on; both folded (``knowledge.pack.fold``).

    >>> stands_in("eu", "council of europe convention"), stands_in("tariff", "new tariffs on steel")
    (False, True)
    """
    if not asked:
        return False
    rest = len(asked.rpartition(" ")[2])
    at = words.find(asked)
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(asked) : at + len(asked) + 1]
        if asked[0] >= _UNSPACED or (not before.isalnum() and (rest >= ENDING or not after.isalnum())):
            return True
        at = words.find(asked, at + 1)
    return False
