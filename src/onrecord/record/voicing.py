"""Who speaks for whom: whether a position stands in its holder's own words.

Lives here: the one test. Not here: whose words a position stands in (``store.voices``), the table (``standing``).
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.pack import fold
from onrecord.model import LABEL_WORD
from onrecord.store import Voiced


def own_words(know: Knowledge) -> Callable[[Voiced], bool]:
    """A test that is True when the holder says it itself, somebody says it who speaks for the same state, or the page
    of an outlet that speaks for it does. An office whose state nothing tells ("Embassy Spokesperson") may be its own
    and is taken as such; a reporter, a question, another state and a speaker without an office are not."""

    def state(actor: str | None) -> str | None:
        known = lookup.actor(know, actor) if actor else None
        return actor if known is None or known.kind == "company" else known.country or actor

    def own(one: Voiced) -> bool:
        mine = state(one.holder_actor)
        if one.mode == "narration":
            outlet = lookup.publisher(know, one.publisher) if one.publisher else None
            return outlet is not None and mine is not None and state(outlet.speaks_for) == mine
        if one.speaker is None or one.rule == LABEL_WORD:
            return False
        if fold(one.speaker) == fold(one.holder) or (one.actor is not None and one.actor == one.holder_actor):
            return True
        theirs = one.country or state(one.actor)
        return mine == theirs if mine is not None and theirs is not None else theirs is None and bool(one.capacity)

    return own
