"""New statements with what is held of near days: whom linking looks at where no words are shared.

Lives here: blocks of new statements, what stands beside them in time, and what was read of those. Not here: the rules
(``compare``), who is linked (``crossing``, ``meeting``, ``occurring``). Only statements of near days are looked at, so
the work for a new statement does not grow with the record.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.compare.link import Stated, gap
from onrecord.compare.translated import Sentences
from onrecord.knowledge import Knowledge, lookup
from onrecord.model import Span
from onrecord.record.stated import stated
from onrecord.store import Linkable, Store
from onrecord.text.segment import sentences

NEAR = 3  # days between two statements that are looked at together
BLOCK = 64  # new statements looked at together
MOST = 600  # statements of near days that one block is held against
SENTENCES = 60  # of each text
SMALL = 60  # fewer code points said hold no three sentences
Known = tuple[Linkable, Stated]


@dataclass(slots=True)
class Nearby:
    """Statements of near days by id, the ``new`` ones among them, and what was read of them so far."""

    store: Store
    know: Knowledge
    new: Sequence[str]
    held: Mapping[str, Known]
    _cut: dict[str, Sentences] = field(default_factory=dict)
    _names: dict[str, frozenset[str]] = field(default_factory=dict)
    _quoted: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def near(self, one: str, other: str, most: int = NEAR) -> bool:
        """Whether two statements are of near days, or of one page where days are not known."""
        (a, first), (b, second) = self.held[one], self.held[other]
        days = gap(first, second)
        return a.text == b.text if days is None else days <= most

    def by_language(self, names: Sequence[str]) -> dict[str, list[str]]:
        """Statements of some length by the language they are in."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            one, made = self.held[name]
            if one.said >= SMALL and self.know.language(made.lang):
                found[made.lang].append(name)
        return dict(found)

    def chars(self, name: str) -> str:
        """The characters of the text that a statement stands in."""
        text = self.held[name][0].text
        return self.store.characters([text])[text]

    def sentences(self, name: str) -> Sentences:
        """The first sentences that are said in a statement."""
        if name not in self._cut:
            one, made = self.held[name]
            chars = self.chars(name)
            said = self.store.said(one.number)
            spans = [s for start, end, lang in said for s in sentences(chars, lang, Span(start, end), wrapped=True)]
            kept = tuple(spans[:SENTENCES])
            self._cut[name] = Sentences(made, kept, tuple(" ".join(s.of(chars).split()) for s in kept))
        return self._cut[name]

    def names(self, name: str) -> frozenset[str]:
        """Ids of actors, entities and formulations that a statement names."""
        if name not in self._names:
            self._names[name] = self.store.named(self.held[name][0])
        return self._names[name]

    def people(self, name: str) -> frozenset[str]:
        """Ids of people that a statement names."""
        actors = (lookup.actor(self.know, id) for id in self.names(name))
        return frozenset(a.id for a in actors if a is not None and a.kind == "person")

    def states(self, name: str) -> frozenset[str]:
        """Ids of states that a statement names."""
        actors = (lookup.actor(self.know, id) for id in self.names(name))
        return frozenset(a.id for a in actors if a is not None and a.kind == "state")

    def state(self, name: str) -> str:
        """The state whose government or media speaks in a statement; "" when not known."""
        outlet = lookup.publisher(self.know, self.held[name][0].publisher or "")
        return (outlet.speaks_for or outlet.country or "") if outlet else ""

    def quoted(self, name: str) -> tuple[tuple[int, int], ...]:
        """The stretches of a statement that stand as another's words."""
        if name not in self._quoted:
            self._quoted[name] = tuple(self.store.quoted_in(self.held[name][0]))
        return self._quoted[name]


def nearby(store: Store, know: Knowledge, new: Sequence[Known]) -> Iterator[Nearby]:
    """New statements block by block, each with what is held of its days."""
    for block in _blocks(new):
        yield Nearby(store, know, [one.statement for one, _ in block], _near(store, block))


def _blocks(new: Sequence[Known]) -> Iterator[list[Known]]:
    """New statements in the order of their days, a week at most together; those without a day page by page."""
    dated = sorted((pair for pair in new if pair[1].days), key=lambda pair: min(pair[1].days))
    block: list[Known] = []
    for pair in dated:
        if block and (len(block) == BLOCK or min(pair[1].days)[0] - min(block[0][1].days)[0] > 7):
            yield block
            block = []
        block.append(pair)
    if block:
        yield block
    pages: defaultdict[int, list[Known]] = defaultdict(list)
    for pair in new:
        if not pair[1].days:
            pages[pair[0].text].append(pair)
    yield from (page for page in pages.values() if len(page) > 1)


def _near(store: Store, block: Sequence[Known]) -> dict[str, Known]:
    """A block and what is held of its days, by id; of too many those that name the same."""
    found = {one.statement: (one, made) for one, made in block}
    days = [day for _, made in block for span in made.days for day in span]
    if days:
        first, last = (datetime.date.fromordinal(n).isoformat() for n in (min(days) - NEAR, max(days) + NEAR))
        held = [one for one in store.linkable_near(first, last) if one.statement not in found and one.said >= SMALL]
        if len(held) > MOST:
            wanted = frozenset[str]().union(*(store.named(one) for one, _ in block))
            held = sorted(held, key=lambda one: -len(wanted & store.named(one)))[:MOST]
        found |= {one.statement: (one, stated(one)) for one in held}
    return found
