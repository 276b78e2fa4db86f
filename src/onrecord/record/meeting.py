"""Counterparts: what two governments say about one meeting, found among statements of near days.

Lives here: what is read of the heads of statements, and who is held against whom. Not here: the rule
(``compare.meeting``), which statements are near (``nearby``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from onrecord.compare import meeting
from onrecord.compare.link import gap
from onrecord.compare.meeting import Head
from onrecord.knowledge import lookup
from onrecord.knowledge.contacts import CONTACTS
from onrecord.model import Evidence, Span, VersionLink
from onrecord.record.nearby import Nearby
from onrecord.store import Linkable
from onrecord.text.named import actors_in

LEAD = 700  # code points of a text that tell what it is about


def counterparts(around: Nearby) -> Iterator[VersionLink]:
    """Links with another government's words on the same meeting: each page with the best of each other outlet."""
    yield from _Meetings(around).links()


@dataclass(slots=True)
class _Meetings:
    """Statements of near days, with the heads read so far."""

    around: Nearby
    heads: dict[str, Head] = field(default_factory=dict)

    def links(self) -> Iterator[VersionLink]:
        """The links of the new statements."""
        held = self.around.held
        official = [name for name, (_, made) in held.items() if made.official]
        seen: set[frozenset[str]] = set()
        for name in self.around.new:
            if not held[name][1].official:
                continue
            for other in self._best(name, official):
                pair = frozenset((name, other))
                if pair not in seen and name in self._best(other, official):
                    seen.add(pair)
                    heads = self._head(name), self._head(other)
                    if made := meeting.counterpart(held[name][1], held[other][1], heads):
                        yield made

    def _best(self, name: str, official: Sequence[str]) -> list[str]:
        """For each other outlet the page that most surely tells of the same contact; the longest of equals."""
        one = self.around.held[name][1]
        if not self._head(name).contact:
            return []
        best: dict[str, tuple[float, int, str]] = {}
        for other in official:
            made = self.around.held[other][1]
            days = gap(one, made)
            if made.outlet == one.outlet or days is None or days > meeting.DAYS:
                continue
            sure = meeting.evidence(self._head(name), self._head(other)), made.size, other
            best[made.outlet] = max(best.get(made.outlet, sure), sure)
        return [other for sure, _, other in best.values() if sure >= meeting.ENOUGH]

    def _head(self, name: str) -> Head:
        if name not in self.heads:
            self.heads[name] = self._read_head(name)
        return self.heads[name]

    def _read_head(self, name: str) -> Head:
        one, made = self.around.held[name]
        chars = self.around.chars(name)
        title = _title(one, chars)
        lead = " ".join(chars[one.start : min(one.end, one.start + LEAD)].split())
        titled, named = self._named(title, made.lang), self._named(lead, made.lang)
        words = CONTACTS.get(made.lang, ())
        people, state = titled[0] | named[0], self.around.state(name)
        return Head(
            state, frozenset(people), frozenset(titled[1] | named[1]), frozenset(titled[0] | titled[1]),
            any(w in title.lower() for w in words), any(w in lead.lower() or w in title.lower() for w in words),
        )  # fmt: skip

    def _named(self, chars: str, lang: str) -> tuple[set[str], set[str]]:
        """People and states that words name; a person's state, too."""
        people, states = set[str](), set[str]()
        for found in actors_in(self.around.know, chars, Span(0, len(chars)), lang):
            actor = lookup.actor(self.around.know, found.id)
            if actor and actor.kind == "person":
                people.add(actor.id)
                states |= {actor.country} if actor.country else set()
            elif actor and actor.kind == "state":
                states.add(actor.id)
        return people, states


def _title(one: Linkable, chars: str) -> str:
    if one.title_start is not None and one.title_end is not None:
        return " ".join(chars[one.title_start : one.title_end].split())
    told = msgspec.json.decode(one.evidence, type=list[Evidence])
    return " ".join(next((e.value for e in told if e.field == "title"), "").split())
