"""Versions that share no words: translations and reports in another language, and counterparts of one meeting.

Lives here: which held statements are looked at for a new one, and what is handed to the rules. Not here: the rules
(``compare.translated``, ``compare.meeting``), passages (``linking``).

Only statements of near days are looked at, so the work for a new statement does not grow with the record. Of those, the
likest by words of the lexicon are aligned sentence by sentence; heads are read for names and words of contact.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np

from onrecord.compare import meeting, translated
from onrecord.compare.link import Stated, gap
from onrecord.compare.meeting import Head
from onrecord.compare.translated import Sentences
from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.contacts import CONTACTS
from onrecord.model import Evidence, Span, VersionLink
from onrecord.record.stated import stated
from onrecord.store import Linkable, Store
from onrecord.text.align import Lexicon, align, lexicon, likeness
from onrecord.text.named import actors_in
from onrecord.text.segment import sentences

NEAR = 3  # days between a text and its translation
BLOCK = 64  # new statements looked at together
MOST = 600  # statements of near days that one block is held against
LIKE, APART = 0.18, 1.25  # least likeness, and how far it stands out from the next
FEW = 1  # candidates that are aligned
NEXT = 4
CHARS = 3_000  # code points of a text that likeness looks at
SENTENCES = 60  # of each text that are aligned
LEAD = 700  # code points of a text that tell what it is about
SMALL = 60  # fewer code points said hold no three sentences


def across(store: Store, know: Knowledge, new: Sequence[tuple[Linkable, Stated]]) -> Iterator[VersionLink]:
    """Links of new statements with statements of near days that share no passages with them."""
    lexicons: dict[tuple[str, str], Lexicon] = {}
    for block in _blocks(new):
        run = _Run(store, know, _near(store, block), lexicons)
        yield from run.translations([one.statement for one, _ in block])
        yield from run.counterparts([one.statement for one, _ in block])


def _blocks(new: Sequence[tuple[Linkable, Stated]]) -> Iterator[list[tuple[Linkable, Stated]]]:
    """New statements in the order of their days, a week at most together; those without a day page by page."""
    dated = sorted((pair for pair in new if pair[1].days), key=lambda pair: min(pair[1].days))
    block: list[tuple[Linkable, Stated]] = []
    for pair in dated:
        if block and (len(block) == BLOCK or min(pair[1].days)[0] - min(block[0][1].days)[0] > 7):
            yield block
            block = []
        block.append(pair)
    if block:
        yield block
    pages: defaultdict[int, list[tuple[Linkable, Stated]]] = defaultdict(list)
    for pair in new:
        if not pair[1].days:
            pages[pair[0].text].append(pair)
    yield from (page for page in pages.values() if len(page) > 1)


def _near(store: Store, block: Sequence[tuple[Linkable, Stated]]) -> dict[str, tuple[Linkable, Stated]]:
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


@dataclass(slots=True)
class _Run:
    """Statements of near days, with what was read of them so far."""

    store: Store
    know: Knowledge
    near: Mapping[str, tuple[Linkable, Stated]]
    lexicons: dict[tuple[str, str], Lexicon]
    cut: dict[str, Sentences] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)

    def translations(self, new: Sequence[str]) -> Iterator[VersionLink]:
        """Links with texts of other languages."""
        by_lang: defaultdict[str, list[str]] = defaultdict(list)
        for name, (one, made) in self.near.items():
            if one.said >= SMALL and self.know.language(made.lang):
                by_lang[made.lang].append(name)
        mine: defaultdict[str, list[str]] = defaultdict(list)
        for name in new:
            if self.near[name][0].said >= SMALL:
                mine[self.near[name][1].lang].append(name)
        done: set[frozenset[str]] = set()
        for lang, ones in mine.items():
            for other, others in by_lang.items():
                if other != lang and lang in by_lang:
                    yield from self._between(ones, others, (lang, other), done)

    def _between(
        self, ones: Sequence[str], others: Sequence[str], langs: tuple[str, str], done: set[frozenset[str]]
    ) -> Iterator[VersionLink]:
        words = self._lexicon(langs)
        like = likeness([self._chars(name) for name in ones], [self._chars(name) for name in others], words)
        like = np.array(like)
        for i, one in enumerate(ones):
            for j, other in enumerate(others):
                if not self._may(one, other):
                    like[i, j] = 0.0
        for i, one in enumerate(ones):
            for j in np.argsort(-like[i], kind="stable")[:FEW].tolist():
                margin = float(like[i, j]) / _rest(like[i], j)
                pair = frozenset((one, others[j]))
                if like[i, j] < LIKE or margin < APART or pair in done:
                    continue
                done.add(pair)
                a, b = self._sentences(one), self._sentences(others[j])
                if min(len(a.spans), len(b.spans)) < translated.LEAST:
                    continue
                found = align(a.words, b.words, words)
                if made := translated.aligned(a, b, found, margin):
                    yield made

    def _may(self, one: str, other: str) -> bool:
        (a, first), (b, second) = self.near[one], self.near[other]
        days = gap(first, second)
        return a.text == b.text if days is None else days <= NEAR

    def _lexicon(self, langs: tuple[str, str]) -> Lexicon:
        if langs not in self.lexicons:
            turned = self.lexicons.get(langs[::-1])
            self.lexicons[langs] = turned.turned() if turned else lexicon(langs, self.know)
        return self.lexicons[langs]

    def _chars(self, name: str) -> str:
        return "\n".join(self._sentences(name).words)[:CHARS]

    def _sentences(self, name: str) -> Sentences:
        if name not in self.cut:
            one, made = self.near[name]
            chars = self.store.characters([one.text])[one.text]
            spans = [
                s
                for start, end, lang in self.store.said(one.number)
                for s in sentences(chars, lang, Span(start, end), wrapped=True)
            ][:SENTENCES]
            self.cut[name] = Sentences(made, tuple(spans), tuple(" ".join(s.of(chars).split()) for s in spans))
        return self.cut[name]

    def counterparts(self, new: Sequence[str]) -> Iterator[VersionLink]:
        """Links with another government's words on the same meeting: each page with the best of each other outlet."""
        official = [name for name, (_, made) in self.near.items() if made.official]
        seen: set[frozenset[str]] = set()
        for name in new:
            if not self.near[name][1].official:
                continue
            for other in self._best(name, official):
                pair = frozenset((name, other))
                if pair not in seen and name in self._best(other, official):
                    seen.add(pair)
                    (_, a), (_, b) = self.near[name], self.near[other]
                    if made := meeting.counterpart(a, b, (self._head(name), self._head(other))):
                        yield made

    def _best(self, name: str, official: Sequence[str]) -> list[str]:
        """For each other outlet the page that most surely tells of the same contact; the longest of equals."""
        one = self.near[name][1]
        if not self._head(name).contact:
            return []
        best: dict[str, tuple[float, int, str]] = {}
        for other in official:
            made = self.near[other][1]
            days = gap(one, made)
            if made.outlet == one.outlet or days is None or days > meeting.DAYS:
                continue
            sure = meeting.evidence(self._head(name), self._head(other)), made.size, other
            best[made.outlet] = max(best.get(made.outlet, sure), sure)
        return [other for sure, _, other in best.values() if sure >= meeting.ENOUGH]

    def _head(self, name: str) -> Head:
        if name not in self.heads:
            self.heads[name] = self._read_head(*self.near[name])
        return self.heads[name]

    def _read_head(self, one: Linkable, made: Stated) -> Head:
        outlet = lookup.publisher(self.know, one.publisher or "")
        state = (outlet.speaks_for or outlet.country or "") if outlet else ""
        chars = self.store.characters([one.text])[one.text]
        title = _title(one, chars)
        lead = " ".join(chars[one.start : min(one.end, one.start + LEAD)].split())
        titled, named = self._named(title, made.lang), self._named(lead, made.lang)
        words = CONTACTS.get(made.lang, ())
        people = titled[0] | named[0]
        return Head(
            state, frozenset(people), frozenset(titled[1] | named[1]), frozenset(titled[0] | titled[1]),
            any(w in title.lower() for w in words), any(w in lead.lower() or w in title.lower() for w in words),
        )  # fmt: skip

    def _named(self, chars: str, lang: str) -> tuple[set[str], set[str]]:
        """People and states that words name; a person's state, too."""
        people, states = set[str](), set[str]()
        for found in actors_in(self.know, chars, Span(0, len(chars)), lang):
            actor = lookup.actor(self.know, found.id)
            if actor and actor.kind == "person":
                people.add(actor.id)
                states |= {actor.country} if actor.country else set()
            elif actor and actor.kind == "state":
                states.add(actor.id)
        return people, states


def _rest(row: np.ndarray[tuple[int], np.dtype[np.float32]], at: int) -> float:
    """The mean of the next best of a row."""
    others = np.sort(np.delete(row, at))[::-1][:NEXT]
    return max(0.05, float(others.mean()) if len(others) else 0.0)


def _title(one: Linkable, chars: str) -> str:
    if one.title_start is not None and one.title_end is not None:
        return " ".join(chars[one.title_start : one.title_end].split())
    told = msgspec.json.decode(one.evidence, type=list[Evidence])
    return " ".join(next((e.value for e in told if e.field == "title"), "").split())
