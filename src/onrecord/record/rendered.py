"""What is told of a rendering: its pairs with characters on both sides, outlets, voices, days, and turns.

Lives here: the published shapes, and their making from aligned sentences. Not here: which statements are read and where
the phrase stands in them (``rendering``), which runs render it (``text.align.competing``), changes over time
(``trace.drift``).

A form that packs or people count for the formulation is taken where it stands; what is left is discovered. The date and
the outlet are those of the translation, the voice is whose words the phrase is in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import UNKNOWN, Span
from onrecord.record.comparing import Compared
from onrecord.store.phrases import Use
from onrecord.text.align import Bead
from onrecord.text.align.competing import Competing, Field, competing, likelihood_ratio
from onrecord.trace.drift import Dated, Turn, turns
from onrecord.trace.phrases import NO_VOICE, Count, Edge, Said, Text, counts, first_of, last_of

Spots = Mapping[int, tuple[Use, tuple[int, int]]]  # number of a pair -> the phrase, and its place in the first side


@dataclass(frozen=True, slots=True)
class Receipt:
    """One pair: the phrase and what renders it, each with the statement's id and half-open code points of its text."""

    one: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """One rendering: so many of the pairs hold it, in texts and origins. ``known``: packs or people count the form for
    the formulation. ``dice`` and ``likelihood`` (Dunning's ratio) say how firmly it goes with the phrase; ``elsewhere``
    pairs without the phrase hold it too. ``first`` and ``last`` are by the translations' dates."""

    form: str
    known: bool
    pairs: int
    texts: int
    origins: int
    elsewhere: int
    dice: float
    likelihood: float
    first: Edge
    last: Edge
    outlets: tuple[Count, ...]
    voices: tuple[Count, ...]
    places: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Renderings:
    """A phrase from one language into another: aligned ``pairs`` that hold it in so many linked ``translations``, of
    which some were left ``unread``; in ``unanswered`` pairs no rendering was found."""

    phrase: str
    formulation: str | None
    lang: str
    into: str
    pairs: int
    translations: int
    unread: int
    unanswered: int
    found: tuple[Rendered, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Linked statements of two languages, their pairs of sentences, and what these hold; ``unread`` were left out."""

    langs: tuple[str, str]
    sides: Sequence[tuple[Compared, Compared]]
    beads: Sequence[tuple[int, Bead]]
    within: Field
    texts: Mapping[str, Text]
    unread: int


def rendered(between: Between, named: tuple[str, str | None], spots: Spots, marks: Mapping[int, Use]) -> Renderings:
    """All that renders a phrase (its words, and its formulation's id): ``spots`` are the pairs that hold it, ``marks``
    those of them whose second side has a known form."""
    free = [(n, *place) for n, (_, place) in spots.items() if n not in marks]
    telling = _Telling(between, spots)
    rows = telling.known(marks) + [telling.discovered(one) for one in competing(free, between.within)]
    texts = len({between.beads[number][0] for number in spots})
    return Renderings(
        *named, *between.langs, len(spots), texts, between.unread, len(spots) - sum(one.pairs for one in rows),
        tuple(sorted(rows, key=lambda one: (-one.pairs, one.form))), turns(telling.dated(rows)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is told of each rendering."""

    between: Between
    spots: Spots

    def known(self, marks: Mapping[int, Use]) -> list[Rendered]:
        """The renderings that are known forms, which stand with the phrase and nowhere else by what they are."""
        groups: defaultdict[str, dict[int, Span]] = defaultdict(dict)
        for number, mark in marks.items():
            groups[mark.form][number] = Span(mark.start, mark.end)
        beads = len(self.spots)
        return [
            self._told(form, taken, known=True, numbers=(
                0, round(2 * len(taken) / (beads + len(taken)), 3),
                round(likelihood_ratio(len(taken), beads, len(taken), len(self.between.beads)), 1),
            )) for form, taken in groups.items()
        ]  # fmt: skip

    def discovered(self, one: Competing) -> Rendered:
        """One that was found, with places counted in the text of its statement."""
        taken = {number: self._place(number, start, end) for number, start, end in one.taken}
        return self._told(one.form, taken, known=False, numbers=(one.elsewhere, one.dice, one.likelihood))

    def dated(self, rows: Sequence[Rendered]) -> list[Dated]:
        """The dated uses of renderings."""
        return [
            Dated(row.form, text.first_day, text.last_day, text.origin)
            for row in rows
            for text in (self.between.texts[place.other] for place in row.places)
            if text.first_day and text.last_day
        ]

    def _place(self, number: int, start: int, end: int) -> Span:
        n, bead = self.between.beads[number]
        at = 0
        for sentence in bead.other:
            span = self.between.sides[n][1].text.sentences[sentence].span
            if start < at + len(span):
                return Span(span.start + start - at, span.start + end - at)
            at += len(span) + 1
        raise AssertionError("a run stands in the sentences of its pair")

    def _told(
        self, form: str, taken: Mapping[int, Span], *, known: bool, numbers: tuple[int, float, float]
    ) -> Rendered:
        receipts, said = [], []
        for number, span in sorted(taken.items()):
            use = self.spots[number][0]
            text = self.between.texts[self.between.sides[self.between.beads[number][0]][1].statement.id]
            receipts.append(Receipt(use.statement, use.start, use.end, text.statement, span.start, span.end))
            voice = use.actor or (use.speaker if use.speaker != UNKNOWN else None) or NO_VOICE
            said.append(Said(text, form, text.lang, voice, span.start, span.end))
        return Rendered(
            form, known, len(said), len({s.text.statement for s in said}), len({s.text.origin for s in said}),
            *numbers, first_of(said), last_of(said), counts(said, lambda s: s.text.publisher or "no outlet"),
            counts(said, lambda s: s.actor), tuple(receipts),
        )  # fmt: skip
