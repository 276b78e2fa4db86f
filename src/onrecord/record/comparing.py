"""Statements of a record compared: two at a time, and the captures of one page.

Lives here: from stored statements to sentences with their stances, the choice of the aligner, questions without an
answer, what a page changed and when. Not here: pairs and changes (``compare``), sentences of two languages aligned
(``text.align``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.compare import words as cutting
from onrecord.compare.pairs import ANSWERED, Pair, Sentence, Text, across, in_order, within_language
from onrecord.compare.reported import matched
from onrecord.compare.strength import Stand
from onrecord.compare.telling import telling
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge
from onrecord.model import Block, Position, Span, Statement
from onrecord.store import CaptureRow, Held, Store
from onrecord.text.align import Bead, Place, Settings, align, lexicon
from onrecord.text.fold import primary
from onrecord.text.segment import sentences

AFTER_LABEL = " :：\t\xa0\u3000—–"
SAID = ("headline", "body", "question", "answer")
UNTAUGHT = Settings(rounds=1)  # what two texts that say different things would teach is wrong
APART = 0.25  # least share of the sentences of both sides in pairs
TRANSLATED = 0.7  # share of all sentences in pairs whose words answer; texts with fewer are a text and its report


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison: the statement, its text's id, when its page was seen, its sentences."""

    statement: Statement
    text_id: str
    locator: str
    retrieved: str
    text: Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements and their pairs. ``unasked``: numbers of sentences of questions of the first side that the second
    does not have. ``markup_only``: the characters differ and no word does."""

    one: Compared
    other: Compared
    pairs: tuple[Pair, ...]
    unasked: tuple[int, ...] = ()
    markup_only: bool = False

    @property
    def paired(self) -> tuple[int, int]:
        """How many sentences of both sides stand in pairs, and how many there are."""
        both = [pair for pair in self.pairs if pair.one and pair.other]
        texts = self.one.text, self.other.text
        return sum(len(p.one) + len(p.other) for p in both), sum(len(text.sentences) for text in texts)

    @property
    def apart(self) -> bool:
        """True when so few sentences stand in pairs that the two are hardly versions of one statement."""
        paired, whole = self.paired
        return paired < APART * whole

    def count(self, kind: str) -> int:
        """How many pairs are of a kind."""
        return sum(pair.kind == kind for pair in self.pairs)


def compare(store: Store, know: Knowledge, names: Sequence[str]) -> list[Comparison]:
    """The first statement with each of the others; of one alone, each capture of its page with the next.

    InputError when there is no such statement, or one alone that has no other capture.
    """
    held = [store.statement(name) for name in names]
    if len(held) == 1:
        return _revisions(store, know, held[0])
    sides = [side(one, know) for one in held]
    return [compared(sides[0], other, know) for other in sides[1:]]


def compared(one: Compared, other: Compared, know: Knowledge) -> Comparison:
    """Two sides sentence by sentence."""
    same = primary(one.text.lang) == primary(other.text.lang)
    if same:
        pairs = within_language(one.text, other.text, telling(know, one.text.lang))
    else:
        pairs = _aligned(one.text, other.text, know)
    asked = tuple(
        n for p in pairs if p.kind == "dropped" for n in p.one if one.text.sentences[n].block == "question"
    )  # fmt: skip
    changed = any(p.kind != "kept" or p.changes for p in pairs)
    whole = [s.statement.span.of(s.text.chars) for s in (one, other)]
    return Comparison(one, other, tuple(pairs), asked, same and not changed and whole[0] != whole[1])


def side(held: Held, know: Knowledge, retrieved: str = "") -> Compared:
    """A stored statement as sentences with their stances."""
    made = text_of(held.text.chars, held.statement.lang, held.blocks, held.positions)
    locator = held.captures[0].locator if held.captures else ""
    return Compared(held.statement, held.text.id, locator, retrieved, made)


def text_of(chars: str, lang: str, blocks: Sequence[Block], positions: Sequence[Position]) -> Text:
    """The sentences of what is said in blocks, each with the stances taken in it."""
    found = []
    for block in blocks:
        if block.kind not in SAID:
            continue
        inside = block.mention is not None and block.span.covers(block.mention)
        start = block.mention.end if block.mention and inside else block.span.start
        start += len(chars[start : block.span.end]) - len(chars[start : block.span.end].lstrip(AFTER_LABEL))
        for span in sentences(chars, block.lang, Span(start, block.span.end), wrapped=True):
            words = cutting.cut(chars, span.start, span.end)
            if words:
                found.append(Sentence(span, words, _stands(chars, span, positions), block.kind))
    return Text(chars, lang, tuple(found))


def _stands(chars: str, span: Span, positions: Sequence[Position]) -> tuple[Stand, ...]:
    return tuple(
        Stand(p.act, p.strength, p.negated, p.cue, p.cue.of(chars), p.holder.actor)
        for p in positions
        if p.strength and span.covers(p.cue)
    )


def _aligned(one: Text, other: Text, know: Knowledge) -> list[Pair]:
    """Pairs of two languages, from aligned sentences."""
    here, there = ([s.span.of(text.chars) for s in text.sentences] for text in (one, other))
    words = lexicon((one.lang, other.lang), know)
    if _borne_out(align(here, there, words, UNTAUGHT).beads) >= TRANSLATED * (len(here) + len(there)):
        found = [part for bead in align(here, there, words).beads for part in _parted(bead)]
    else:  # a report, whose sentences stand anywhere
        found = matched(here, there, words, (_heads(one), _heads(other)))
    beads = [_bead(bead, one, other) for bead in found]
    return in_order(across(one, other, beads, (telling(know, one.lang), telling(know, other.lang))))


def _heads(text: Text) -> frozenset[int]:
    return frozenset(n for n, s in enumerate(text.sentences) if s.block == "headline")


def _borne_out(beads: Sequence[Bead]) -> int:
    """How many sentences of both sides stand in a pair whose words answer each other."""
    return sum(len(b.one) + len(b.other) for b in beads if b.one and b.other and min(b.covered) >= ANSWERED)


def _parted(bead: Bead) -> list[Bead]:
    """A pair in which no word answers to another, as sentences of each side alone."""
    if not bead.one or not bead.other or min(bead.covered) > 0:
        return [bead]
    return [*(Bead((n,), (), 0.0) for n in bead.one), *(Bead((), (n,), 0.0) for n in bead.other)]


def _bead(bead: Bead, one: Text, other: Text) -> Pair:
    kind = {"pair": "kept", "omission": "dropped", "insertion": "added"}[bead.kind]
    only_one, only_other = _runs(bead.bare_one, one), _runs(bead.bare_other, other)
    score = round(min(bead.covered), 3)
    return Pair(kind, bead.one, bead.other, (), None, only_one, only_other, (), False, score)  # type: ignore[arg-type]


def _runs(places: Sequence[Place], text: Text) -> tuple[Span, ...]:
    """Places of words as spans of the text, neighbours joined to phrases."""
    spans = sorted(Span(p.start, p.end).shift(text.sentences[p.sentence].span.start) for p in places)
    joined: list[Span] = []
    for span in spans:
        if joined and not text.chars[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _linked(store: Store, held: Held) -> list[str]:
    """The other versions of a statement by its links, best first."""
    name = held.statement.id
    return [one.one if one.other == name else one.other for one in store.links(name)]


def _revisions(store: Store, know: Knowledge, held: Held) -> list[Comparison]:
    """Each capture of a page with the next one that has other bytes; a page seen once with its linked versions."""
    seen: list[CaptureRow] = []
    for capture in held.revisions:
        if not seen or seen[-1].source != capture.source:
            seen.append(capture)
    if len(seen) < 2 and (linked := _linked(store, held)):
        mine = side(held, know)
        return [compared(mine, side(store.statement(name), know), know) for name in linked]
    if len(seen) < 2:
        raise InputError(
            f"{held.statement.id} has no other capture and no linked version; give a second id, or add the page again"
        )
    sides = []
    for capture in seen:
        dossier = store.dossier(capture.source)
        same = [s for s in dossier.statements if s.lang == held.statement.lang] or list(dossier.statements)
        if same:
            one = max(same, key=lambda s: len(s.span))
            blocks = [b for b in dossier.blocks if one.span.covers(b.span)]
            made = text_of(dossier.text.chars, one.lang, blocks, dossier.positions)
            sides.append(Compared(one, dossier.text.id, capture.locator, capture.retrieved, made))
    return [compared(one, other, know) for one, other in pairwise(sides)]
