"""Names of ids, as people read them: actors, offices, outlets, measures, formulations.

Lives here: looking ids up in what is known. Not here: choosing ids (``annotate``), showing names (``cli``, ``web``).
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.pack import Names


def names(know: Knowledge, ids: Iterable[str], langs: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """For each id that is known the preferred name in each language, or in another where there is none.

    An id that nothing knows is left out: it may be a name already.
    """
    wanted = {id for id in ids if id}
    things = _things(know, wanted)
    return {id: {lang: found.preferred(lang) for lang in langs} for id, found in sorted(things.items())}


def _things(know: Knowledge, wanted: set[str]) -> dict[str, Names]:
    found = {id: names for id in wanted if (names := lookup.thing(know, id)) is not None}
    for id in wanted:
        for held in (lookup.office(know, id), lookup.publisher(know, id), lookup.actor(know, id)):
            if held is not None and held.names.all():
                found[id] = held.names
    return found
