"""Versions in two languages: translations by aligned sentences, reports by the quotations that they translate.

Lives here: which pairs are looked at closely, and what is handed to the rules. Not here: the rules
(``compare.translated``, ``compare.quoting``), which statements are near (``nearby``).

Words of the lexicon say how like two texts are; a pair is looked at when it stands out from the next likest on both
sides. The size of both must allow a translation before their sentences are aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.compare import quoting, translated
from onrecord.compare.across import locate
from onrecord.compare.quoting import Quoted
from onrecord.compare.translated import Sentences
from onrecord.model import Span, VersionLink
from onrecord.record.nearby import Nearby
from onrecord.text.align import Lexicon, align, lexicon, likeness
from onrecord.text.align.settings import LENGTHS
from onrecord.text.align.units import Units, units

LIKE, APART = 0.18, 1.25  # least likeness, and how far it stands out from the next on both sides
QUOTING = 3  # candidates whose sentences quotations are looked for in
LEAST_LIKE = 0.12  # their least likeness
ENOUGH = 8  # new statements among which the other one's likest are looked for, else among all that are held
STRANGERS = 4  # texts beside them that a quotation has to stand out from
NEXT = 4
CHARS = 3_000  # code points of a text that likeness looks at
SIZES = 0.4  # least ratio of the sizes of two texts of which one may translate the other
Langs = tuple[str, str]
Floats = NDArray[np.float32]


@dataclass(slots=True)
class Crossing:
    """Finds the links across languages block by block; what a language needs is made once."""

    lexicons: dict[Langs, Lexicon] = field(default_factory=dict)
    cut: dict[tuple[str, Langs], Units] = field(default_factory=dict)

    def links(self, around: Nearby) -> Iterator[VersionLink]:
        """Links of new statements with near ones of other languages."""
        self.cut.clear()
        held, new = around.by_language(list(around.held)), around.by_language(around.new)
        done: set[frozenset[str]] = set()
        for lang, ones in new.items():
            for other, others in held.items():
                if other != lang:
                    yield from self._between(around, (ones, held[lang], others), (lang, other), done)

    def _between(
        self, around: Nearby, names: tuple[Sequence[str], ...], langs: Langs, done: set[frozenset[str]]
    ) -> Iterator[VersionLink]:
        """Links of new statements of one language, of which ``names`` are all that are near, and those of the other."""
        may = {(a, b) for a in names[0] for b in names[2] if self._may(around, a, b)}
        ones = [name for name in names[0] if any(name == a for a, _ in may)]
        others = [name for name in names[2] if any(name == b for _, b in may)]
        if not may:
            return
        like = self._like(around, ones, others, langs)
        for i, one in enumerate(ones):
            best = [j for j in np.argsort(-like[i], kind="stable").tolist() if (one, others[j]) in may]
            for j in best[:1]:
                pair = frozenset((one, others[j]))
                if like[i, j] >= LIKE and pair not in done and self._sizes(around, one, others[j]) >= SIZES:
                    done.add(pair)
                    column = like[:, j] if len(ones) >= ENOUGH else self._column(around, others[j], one, names[1])
                    rests = _rest(like[i], j) + _rest(column, i if len(ones) >= ENOUGH else 0)
                    margin = 2 * float(like[i, j]) / rests
                    sure = margin >= translated.APART and min(len(others), len(column)) > NEXT
                    made = self._translated(around, one, others[j], margin, sure) if margin >= APART else None
                    if made:
                        yield made
            few = [others[j] for j in best[:QUOTING] if like[i, j] >= LEAST_LIKE]
            for first, seconds, strangers in ((one, few, others), *((other, [one], names[1]) for other in few)):
                yield from self._reports(around, first, seconds, strangers)

    def _column(self, around: Nearby, other: str, one: str, names: Sequence[str]) -> Floats:
        """How like a statement is to all near ones of another language, ``one`` first."""
        langs = around.held[other][1].lang, around.held[one][1].lang
        like = self._like(around, [other], [one, *(name for name in names if name != one)], langs)
        return np.asarray(like[0], np.float32)

    def _may(self, around: Nearby, one: str, other: str) -> bool:
        """Whether two statements can be versions: of near days, and alike in size, or the one reports the other."""
        if not around.near(one, other):
            return False
        if self._sizes(around, one, other) >= SIZES:
            return True
        return self._reported(around, one, other) or self._reported(around, other, one)

    def _reported(self, around: Nearby, one: str, other: str) -> bool:
        """Whether a statement can report another: an official text whose state, or a person in which, it names."""
        made, official = around.held[one][1], around.held[other][1].speaks
        if made.speaks or not official or not around.near(one, other, quoting.DAYS):
            return False
        if around.people(one) & around.people(other):
            return True
        state = around.state(other)
        return state in around.names(one) if state else bool(around.states(one) & around.states(other))

    def _sizes(self, around: Nearby, one: str, other: str) -> float:
        """The smaller size over the larger, in characters of English."""
        sides = around.held[one][1], around.held[other][1]
        sizes = [side.size / LENGTHS.get(side.lang, 1.0) for side in sides]
        return min(sizes) / max(*sizes, 1.0)

    def _like(self, around: Nearby, ones: Sequence[str], others: Sequence[str], langs: Langs) -> Floats:
        """How like texts are, those of near days or not: what a likeness stands out from."""
        both = ((ones, langs), (others, langs[::-1]))
        heads = [[_head(around.sentences(name)) for name in names] for names, _ in both]
        cut = [[self._units(around, name, pair) for name in names] for names, pair in both]
        return likeness(heads[0], heads[1], self._lexicon(around, langs), (cut[0], cut[1]))

    def _translated(self, around: Nearby, one: str, other: str, margin: float, sure: bool) -> VersionLink | None:
        a, b = around.sentences(one), around.sentences(other)
        named = [around.states(name) | around.people(name) for name in (one, other)]
        if min(len(a.spans), len(b.spans)) < translated.LEAST or not translated.same_names(*named):
            return None
        found = align(a.words, b.words, self._lexicon(around, (a.stated.lang, b.stated.lang)))
        return translated.aligned(a, b, found, margin, stands_out=sure)

    def _reports(
        self, around: Nearby, one: str, others: Sequence[str], strangers: Sequence[str]
    ) -> Iterator[VersionLink]:
        """Links of a statement with those that it reports; its quotations must stand out from ``strangers``, too."""
        others = [other for other in others if self._reported(around, one, other)]
        asked = _quotations(around, one) if others else []
        if not asked:
            return
        near = [name for name in strangers if name not in others and around.near(one, name)][:STRANGERS]
        texts = [around.sentences(name) for name in (*others, *near)]
        places = [(t, n) for t, text in enumerate(texts) for n in range(len(text.words))]
        langs = around.held[one][1].lang, texts[0].stated.lang
        words = [texts[t].words[n] for t, n in places]
        located = locate([chars for _, chars in asked], words, self._lexicon(around, langs))
        many = len(places) >= quoting.POOL
        for t, text in enumerate(texts[: len(others)]):
            held = [
                Quoted(span, text.spans[places[at.sentence][1]], at.sure, at.covered)
                for (span, _), at in zip(asked, located, strict=True)
                if at is not None and places[at.sentence][0] == t and (many or at.passes)
            ]
            if made := quoting.reports(around.held[one][1], text.stated, held, len(asked)):
                yield made

    def _lexicon(self, around: Nearby, langs: Langs) -> Lexicon:
        if langs not in self.lexicons:
            turned = self.lexicons.get(langs[::-1])
            self.lexicons[langs] = turned.turned() if turned else lexicon(langs, around.know)
        return self.lexicons[langs]

    def _units(self, around: Nearby, name: str, langs: Langs) -> Units:
        key = name, langs
        if key not in self.cut:
            self.cut[key] = units(_head(around.sentences(name)), langs[0], self._lexicon(around, langs).words)
        return self.cut[key]


def _head(text: Sentences) -> str:
    return "\n".join(text.words)[:CHARS]


def _quotations(around: Nearby, name: str) -> list[tuple[Span, str]]:
    """The longer direct quotations of a statement."""
    chars = around.chars(name)
    spans = [Span(start, end) for start, end in around.quoted(name)]
    long = quoting.LONG.get(around.held[name][1].lang, quoting.USUAL)
    return [(s, " ".join(s.of(chars).split())) for s in spans if long <= len(s) <= quoting.LONGEST][: quoting.MOST]


def _rest(row: Floats, at: int) -> float:
    """The mean of the next best of a row."""
    others = np.sort(np.delete(row, at))[::-1][:NEXT]
    return max(0.05, float(others.mean()) if len(others) else 0.0)
