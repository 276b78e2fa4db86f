"""Quotations that nothing in their own language holds, looked for in the other languages of a record.

Lives here: which sentences are candidates, and the receipt. Not here: likeness and its bar (``compare.across``).
Every sentence of another language is weighed against every quotation, so there is a bound: where a language has more
sentences than ``MOST`` it is not looked at, and the receipt stays ``not_held``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.compare.across import Located, locate
from onrecord.compare.differ import Change
from onrecord.compare.polarity import FIRST
from onrecord.compare.receipts import Place, Receipt
from onrecord.compare.telling import telling
from onrecord.knowledge import Knowledge
from onrecord.model import Span
from onrecord.record.verifying import Corpus
from onrecord.text.align import lexicon
from onrecord.text.fold import primary
from onrecord.text.segment import sentences

MOST = 20_000
LONGEST = 3  # sentences of a quotation that are located together
SHORT, LONG = 4, 1_500  # code points of a sentence that is looked at


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Code points ``span`` of the text with a key."""

    key: int
    span: Span


def with_translations(corpus: Corpus, know: Knowledge, receipts: Sequence[Receipt]) -> list[Receipt]:
    """The receipts, those not held replaced where another language holds what the quotation translates."""
    found = list(receipts)
    wanted: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, one in enumerate(found):
        lang = primary(one.asked.lang)
        if one.verdict == "not_held" and know.language(lang):
            count = len(sentences(one.asked.chars, one.asked.lang))
            wanted[lang, min(LONGEST, max(1, count))].append(n)
    held = _by_language(corpus, know) if wanted else {}
    for (lang, size), numbers in wanted.items():
        for other, (chars, texts) in held.items():
            if other != lang:
                _look(corpus, know, found, numbers, (lang, other), _joined(texts, size), chars)
    return found


def _by_language(corpus: Corpus, know: Knowledge) -> dict[str, tuple[Mapping[int, str], list[list[_Sentence]]]]:
    """The sentences of each language that has no more than ``MOST``, text by text."""
    stretches: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for key, lang, span in corpus.stretches():
        if know.language(lang):
            stretches[primary(lang)].append((key, span))
    found = {}
    for lang, places in stretches.items():
        if len(places) > MOST:
            continue
        chars = corpus.characters(sorted({key for key, _ in places}))
        texts = [[_Sentence(key, s) for s in _sentences(chars[key], lang, span)] for key, span in places]
        if sum(map(len, texts)) <= MOST:
            found[lang] = (chars, texts)
    return found


def _sentences(chars: str, lang: str, span: Span) -> list[Span]:
    return [s for s in sentences(chars, lang, span) if SHORT <= len(s) <= LONG]


def _joined(texts: Sequence[Sequence[_Sentence]], size: int) -> list[_Sentence]:
    """Every run of ``size`` sentences of one text."""
    return [
        _Sentence(text[n].key, Span(text[n].span.start, text[min(n + size, len(text)) - 1].span.end))
        for text in texts
        for n in range(max(1, len(text) - size + 1))
        if text
    ]


def _look(
    corpus: Corpus,
    know: Knowledge,
    found: list[Receipt],
    numbers: Sequence[int],
    langs: tuple[str, str],
    places: Sequence[_Sentence],
    chars: Mapping[int, str],
) -> None:
    asked = [found[n].asked.chars for n in numbers]
    words = [s.span.of(chars[s.key]) for s in places]
    tells = (telling(know, langs[0]), telling(know, langs[1]))
    for n, located in zip(numbers, locate(asked, words, lexicon(langs, know), tells), strict=True):
        if located is None or not located.passes:
            continue
        sentence = places[located.sentence]
        place = corpus.place(sentence.key, sentence.span, chars[sentence.key])
        if place and (not found[n].asked.within or corpus.is_within(sentence.key, found[n].asked.within)):
            found[n] = _receipt(found[n], located, place)


def _receipt(receipt: Receipt, located: Located, place: Place) -> Receipt:
    """Translation, or altered where the place does not have a number of the quotation. A negation on one side only is
    told beside the verdict: translations may say no in other ways."""
    at, words = Span(place.span.end, place.span.end), receipt.asked.chars
    numbers = tuple(Change("number", span, at, span.of(words), "") for span in located.numbers)
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
