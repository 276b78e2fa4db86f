"""Counterparts: what two governments say about one meeting or call, in one language or two.

Lives here: a pure function over what the heads of two texts name. Not here: finding names (``text.named``), words of
contact (``knowledge.contacts``). Two texts are counterparts when outlets of two states tell, about the same day, of a
contact in which both name the same people of both sides; of several pages of one outlet the one whose title says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.compare.link import Stated, gap
from onrecord.model import VersionLink

RULE = "meeting"
DAYS = 1
ENOUGH = 3.0
SURE = 5.5


@dataclass(frozen=True, slots=True)
class Head:
    """What the title and the first sentences of a text name: ``people`` and ``states`` (ids; in the title: ``titled``),
    whether a word of contact stands in the title and in the lead, and the state whose government or media speaks."""

    state: str
    people: frozenset[str]
    states: frozenset[str]
    titled: frozenset[str]
    contact_titled: bool
    contact: bool


def evidence(one: Head, other: Head) -> float:
    """How sure it is that two heads tell of one contact; 0 where that is out of the question.

    Each person or state that both name counts (a person in both titles twice), a word of contact in each title, too.
    """
    if not one.state or not other.state or one.state == other.state:
        return 0.0
    if not (one.contact and other.contact and (one.contact_titled or other.contact_titled)):
        return 0.0
    sides = {one.state, other.state}
    if not (sides <= one.states | {one.state} and sides <= other.states | {other.state}):
        return 0.0
    people = one.people & other.people
    both = one.titled & other.titled & (people | sides)
    return 1.0 * len(people) + 0.5 * len(sides & one.states & other.states) + len(both) + (
        0.5 * (one.contact_titled + other.contact_titled)
    )  # fmt: skip


def _both_sides(one: Head, other: Head, sure: float) -> bool:
    """Whether both name two people, or so much else that one will do."""
    return len(one.people & other.people) > 1 or sure >= SURE


def counterpart(one: Stated, other: Stated, heads: tuple[Head, Head]) -> VersionLink | None:
    """The link of two statements whose heads tell of one contact; the first by its id is ``one``."""
    days = gap(one, other)
    if days is None or days > DAYS:
        return None
    sure = evidence(*heads)
    if sure < ENOUGH or not _both_sides(*heads, sure):
        return None
    shared = sorted((heads[0].people & heads[1].people) | {heads[0].state, heads[1].state})
    a, b = sorted((one.id, other.id))
    told = (("days", str(days)), ("names", ", ".join(shared)))
    return VersionLink("counterpart", a, b, round(sure / (sure + 2), 3), RULE, (), told)
