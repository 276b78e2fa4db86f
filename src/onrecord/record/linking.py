"""Links between versions: new statements linked to those held, kept, asked for.

Lives here: what store and index hand to the rules, and what is kept. Not here: the rules (``compare.link``), SQL.
Links are derived: they name their rule, and are made anew when that has changed or on demand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import re2
from numpy.typing import NDArray

from onrecord.compare import link as rules
from onrecord.compare.link import Common, Stated
from onrecord.knowledge import Knowledge
from onrecord.model import VersionLink
from onrecord.record import reusing
from onrecord.record.crossing import Crossing
from onrecord.record.meeting import counterparts
from onrecord.record.nearby import nearby
from onrecord.record.occurring import Occurring
from onrecord.record.stated import stated
from onrecord.store import Linkable, Store
from onrecord.text.passages import WHAT
from onrecord.trace.index import PassageIndex

RULE = "link/4"
_VOID = re2.compile(r"(?i)\b(?:https?://|www\.)[^\s<>()\[\]{}\"“”]+|<[^<>\n]{1,200}>")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a run of linking did: statements looked at, links kept by kind."""

    statements: int
    kinds: Mapping[str, int] = field(default_factory=dict)


def link(store: Store, know: Knowledge, *, anew: bool = False) -> Linked:
    """Link the statements labelled since the last time to all that are held; ``anew``: every statement."""
    rule, last = store.linked()
    if anew or rule != RULE:
        store.unlink()
        last = -1
    new = store.linkable(since=last)
    if not new:
        return Linked(0)
    if len(new) == 1 and last < 0:
        store.link([], [], RULE, new[0].labelling)
        return Linked(1)
    index = reusing.current(store, know)
    found = _Found(store, know, index, new).links()
    last = max(last, *(one.labelling for one in new))
    store.link([one.statement for one in new], list(found.values()), RULE, last)
    kinds: defaultdict[str, int] = defaultdict(int)
    for one in found.values():
        kinds[one.kind] += 1
    return Linked(len(new), dict(kinds))


def versions(store: Store, name: str) -> list[VersionLink]:
    """The links of the statement with an id or its beginning, best first."""
    return store.links(store.find_statement(name))


@dataclass(slots=True)
class _Found:
    """One run: new statements, the statements they share passages with, links by the pair of ids."""

    store: Store
    know: Knowledge
    index: PassageIndex
    new: Sequence[Linkable]
    held: dict[str, Stated] = field(default_factory=dict)

    def links(self) -> dict[frozenset[str], VersionLink]:
        """Links of new statements with all others."""
        found: dict[frozenset[str], VersionLink] = {}
        for one, common, void in self._shared():
            for made in rules.within(one, self.held, common, void):
                _keep(found, made)
        pairs = [(one, self.held.get(one.statement) or stated(one)) for one in self.new]
        languages, reports = Crossing(), Occurring(self.store, self.index)
        for around in nearby(self.store, self.know, pairs):
            for made in (*reports.links(around, frozenset(found)), *languages.links(around), *counterparts(around)):
                _keep(found, made)
        return found

    def _shared(self) -> Iterator[tuple[Stated, list[Common], NDArray[np.bool_]]]:
        """Each new statement that shares passages, with them."""
        keys, rows = self.index.keys, self.index.pairs().rows
        wanted = np.flatnonzero(np.isin(keys, sorted({one.text for one in self.new})))
        mine = np.zeros(len(keys) + 1, bool)
        mine[wanted] = True
        rows = rows[mine[rows[:, 3]] | mine[rows[:, 0]]]
        places = self._places(sorted({*keys[rows[:, 0]].tolist(), *keys[rows[:, 3]].tolist()}))
        new = {one.statement for one in self.new}
        texts = {one.statement: one.text for one in self.new}
        common: defaultdict[str, list[Common]] = defaultdict(list)
        chars = self.store.characters([text for text, some in places.items() if some])
        void = {text: _void(chars[text]) for text in chars}
        for a, a0, a1, b, b0, b1, _, matched, differs, *_rest in rows.tolist():
            one, other = _owner(places, int(keys[a]), a0, a1), _owner(places, int(keys[b]), b0, b1)
            if one is None or other is None or one.id == other.id:
                continue
            if one.id in new:
                weight = matched * (1 - float(void[int(keys[b])][b0:b1].mean()))
                common[one.id].append(Common(other.id, (a0, a1), (b0, b1), weight, WHAT[differs]))
            if other.id in new:
                weight = matched * (1 - float(void[int(keys[a])][a0:a1].mean()))
                common[other.id].append(Common(one.id, (b0, b1), (a0, a1), weight, WHAT[differs]))
        for name, passages in common.items():
            one = self.held[name]
            yield one, passages, void[texts[name]][one.start : one.end]

    def _places(self, texts: Sequence[int]) -> dict[int, list[Stated]]:
        """The statements of texts, by the row of their text."""
        found: defaultdict[int, list[Stated]] = defaultdict(list)
        for one in self.store.linkable(texts=texts):
            self.held[one.statement] = made = stated(one, self.store.quoted_in(one))
            found[one.text].append(made)
        return found


def _owner(places: Mapping[int, Sequence[Stated]], text: int, start: int, end: int) -> Stated | None:
    """The statement that holds the middle of a stretch of a text."""
    middle = (start + end) // 2
    return next((one for one in places.get(text, ()) if one.start <= middle < one.end), None)


def _void(chars: str) -> NDArray[np.bool_]:
    """Code points in addresses and markup."""
    found = np.zeros(len(chars), bool)
    for match in _VOID.finditer(chars):
        found[match.start() : match.end()] = True
    return found


def _keep(found: dict[frozenset[str], VersionLink], made: VersionLink) -> None:
    key = frozenset((made.one, made.other))
    if key not in found or found[key].score < made.score:
        found[key] = made
