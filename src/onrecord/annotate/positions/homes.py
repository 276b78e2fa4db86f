"""Whose a speech is, where nothing says whose its speaker is.

Lives here: the state that a speech names most. Not here: who holds a stance in it (``inflected_holder``), whom a page
speaks for (``sides``).
"""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.positions.holders import Desk
from onrecord.knowledge.lookup import actor, actor_named, opens
from onrecord.model import Speaker

HEAD = 60  # words in which a speech says whose it is
HEADED = 5  # how often a state in the heading counts
EDGE_MARKS = ".,;:()«»“”\"'"


def home_of(desk: Desk) -> Speaker | None:
    """The state that a speech names most often, its heading counting for several: its speaker's, where nothing says
    whose he is. Where a speech was given, and who is greeted first, says less."""
    span = desk.section.statement.span
    words = [w.strip(EDGE_MARKS) for w in span.of(desk.page.chars).split()]
    counts: Counter[str] = Counter()
    agents = frozenset(desk.language.stance.agents)
    begins = opens(desk.page.know)
    headed = False
    heading = _heading(desk)
    for at, word in enumerate(words):
        if not begins[word]:
            continue
        if not word[:1].isupper() and word[:1].lower() != word[:1].upper():
            continue
        for size in (3, 2, 1):
            known = actor_named(desk.page.know, " ".join(words[at : at + size]), desk.language.code)
            if known is not None and not agents.isdisjoint(words[max(0, at - 2) : at]):
                break  # "par la …": who did what is spoken of
            if known is not None and known.kind == "state":
                counts[known.id] += 1 if headed or at >= heading else HEADED
                headed = headed or at < heading
                break
    state = actor(desk.page.know, counts.most_common(1)[0][0]) if counts else None
    return Speaker(state.names.preferred(desk.language.code), state.id) if state else None


def _heading(desk: Desk) -> int:
    """How many of a speech's words stand before its text begins."""
    start = desk.section.statement.span.start
    body = next((block.span.start for block in desk.section.blocks if block.kind == "body"), start)
    return min(HEAD, len(desk.page.chars[start:body].split()))
