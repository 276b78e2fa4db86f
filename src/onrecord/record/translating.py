"""Quotations that nothing in their own language holds, looked for in the other languages of a record.

Lives here: which sentences are candidates, and the receipt. Not here: likeness and its bar (``compare.across``).
In a large record the paragraphs that share rare words are looked at (``sharing``); in a small one, and in lines of
JSON, every sentence, with a bound: where a language has more than ``MOST`` it is not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.compare.across import Located, locate
from onrecord.compare.differ import Change
from onrecord.compare.polarity import FIRST
from onrecord.compare.receipts import Place, Receipt
from onrecord.compare.telling import telling
from onrecord.knowledge import Knowledge
from onrecord.model import Span
from onrecord.record.verifying import Corpus
from onrecord.text.align import Lexicon, lexicon
from onrecord.text.align.units import Units, units
from onrecord.text.fold import primary
from onrecord.text.segment import sentences

MOST = 20_000
LONGEST = 3  # sentences of a quotation that are located together
SHORT, LONG = 4, 1_500  # code points of a sentence that is looked at


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Code points ``span`` of the text with a key; ``parts`` are the sentences of several."""

    key: int
    span: Span
    parts: tuple[Span, ...] = ()


def with_translations(corpus: Corpus, know: Knowledge, receipts: Sequence[Receipt]) -> list[Receipt]:
    """The receipts, those not held replaced where another language holds what the quotation translates."""
    found = list(receipts)
    wanted: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, one in enumerate(found):
        lang = primary(one.asked.lang)
        if one.verdict == "not_held" and know.language(lang):
            count = len(sentences(one.asked.chars, one.asked.lang))
            wanted[lang, min(LONGEST, max(1, count))].append(n)
    if not wanted:
        return found
    sharing = corpus.sharing()
    held = {} if sharing else _by_language(corpus.stretches(), know)
    for (lang, size), numbers in wanted.items():
        for other in sorted({primary(language.code) for language in know.languages} if sharing else held):
            left = [n for n in numbers if found[n].verdict != "translation"]
            if other == lang or not left:
                continue
            words = lexicon((lang, other), know)
            asked = [found[n].asked.chars for n in left]
            places = sharing.stretches(asked, words, several=size > 1) if sharing else held[other]
            chars = corpus.characters(sorted({key for key, _ in places}))
            _look(corpus, know, found, left, words, _runs(places, chars, other, size), chars)
    return found


def _by_language(places: Sequence[tuple[int, str, Span]], know: Knowledge) -> dict[str, list[tuple[int, Span]]]:
    """The statements of each language that has no more than ``MOST``."""
    found: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for key, lang, span in places:
        if know.language(lang):
            found[primary(lang)].append((key, span))
    return {lang: held for lang, held in found.items() if len(held) <= MOST}


def _runs(places: Sequence[tuple[int, Span]], chars: Mapping[int, str], lang: str, size: int) -> list[_Sentence]:
    """Every run of ``size`` sentences of one stretch, the same words once; none where there are more than ``MOST``."""
    texts = [[_Sentence(key, s) for s in _sentences(chars[key], lang, span)] for key, span in places]
    if sum(map(len, texts)) > MOST:
        return []
    once = {one.span.of(chars[one.key]): one for one in reversed(_joined(texts, size))}
    return list(once.values())[::-1]


def _sentences(chars: str, lang: str, span: Span) -> list[Span]:
    return [s for s in sentences(chars, lang, span) if SHORT <= len(s) <= LONG]


def _joined(texts: Sequence[Sequence[_Sentence]], size: int) -> list[_Sentence]:
    """Every run of ``size`` sentences of one text."""
    return [
        _Sentence(run[0].key, Span(run[0].span.start, run[-1].span.end), tuple(one.span for one in run))
        for text in texts
        for n in range(max(1, len(text) - size + 1))
        if (run := text[n : n + size])
    ]


def _look(
    corpus: Corpus,
    know: Knowledge,
    found: list[Receipt],
    numbers: Sequence[int],
    table: Lexicon,
    places: Sequence[_Sentence],
    chars: Mapping[int, str],
) -> None:
    asked = [found[n].asked.chars for n in numbers]
    words = [s.span.of(chars[s.key]) for s in places]
    cut = _Cut(chars, table.langs[1], table.words)
    tells = (telling(know, table.langs[0]), telling(know, table.langs[1]))
    for n, located in zip(numbers, locate(asked, words, table, tells, [cut.of(s) for s in places]), strict=True):
        if located is None or not located.passes:
            continue
        sentence = places[located.sentence]
        place = corpus.place(sentence.key, sentence.span, chars[sentence.key])
        if place and (not found[n].asked.within or corpus.is_within(sentence.key, found[n].asked.within)):
            found[n] = _receipt(found[n], located, place)


@dataclass(slots=True)
class _Cut:
    """The units of runs of sentences, those of each sentence made once."""

    chars: Mapping[int, str]
    lang: str
    words: Collection[str]
    known: dict[tuple[int, Span], Units] = field(default_factory=dict)

    def of(self, run: _Sentence) -> Units:
        """The units of a run, places counted in it."""
        found, base = Units(), run.span.start
        for span in run.parts or (run.span,):
            made = self.known.get((run.key, span))
            if made is None:
                made = self.known[run.key, span] = units(span.of(self.chars[run.key]), self.lang, self.words)
            found.join(made, span.start - base)
        return found


def _receipt(receipt: Receipt, located: Located, place: Place) -> Receipt:
    """Translation, or altered where the place does not have a number of the quotation, or names other states. A
    negation on one side only is told beside the verdict: translations may say no in other ways."""
    at, words = Span(place.span.end, place.span.end), receipt.asked.chars
    numbers = tuple(Change("number", span, at, span.of(words), "") for span in located.numbers)
    numbers += tuple(Change("name", span, at, span.of(words), "") for span in located.names)
    return replace(
        receipt, verdict="altered" if numbers else "translation", places=(place,),
        changes=numbers + _denied(words, located, place), share=located.covered, uncovered=located.uncovered,
    )  # fmt: skip


def _denied(words: str, located: Located, place: Place) -> tuple[Change, ...]:
    """The words that deny on one side only, as changes."""
    start, end = Span(len(words), len(words)), Span(place.span.end, place.span.end)
    if located.denied == FIRST:
        return tuple(Change("negation", span, end, span.of(words), "") for span in located.noes)
    return tuple(
        Change("negation", start, span.shift(place.span.start), "", span.of(place.words)) for span in located.noes
    )
