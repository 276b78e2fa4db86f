"""Quotations verified against a record, or against lines of JSON.

Lives here: the order of work: places proposed (``trace.locating``), characters fetched (``store``), verdicts
(``compare.verify``), receipts. Not here: any of that work; reading an article (``record.quoting``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from onrecord.compare.fitting import Part, Window
from onrecord.compare.quotation import Quotation, read
from onrecord.compare.receipts import Asked, Place, Receipt
from onrecord.compare.telling import telling
from onrecord.compare.verify import Found, verify
from onrecord.knowledge import Knowledge
from onrecord.model import Span
from onrecord.record.reusing import current
from onrecord.record.sharing import Sharing
from onrecord.store import Store
from onrecord.trace import locating
from onrecord.trace.index import PassageIndex

CONTEXT = 600  # characters of a paragraph shown on either side
SLACK = 80  # characters around a window beyond the quotation's own length
ELIDED = 1_500  # and more where an ellipsis may leave words out
MANY = 2_000  # statements of a record in which a translation is looked for in every sentence
NEAR = 0.5  # least share of a quotation that makes a place worth naming when it is not held


class Corpus(Protocol):
    """Texts that can be asked: an index whose keys they have, their characters, days and places."""

    @property
    def index(self) -> PassageIndex:
        """The index of the texts."""

    def characters(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The characters of texts."""

    def days(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The first day of each text, or "9999"."""

    def place(self, key: int, span: Span, chars: str) -> Place | None:
        """The statement and paragraph of a stretch; None where no statement stands."""

    def is_within(self, key: int, name: str) -> bool:
        """Whether a text is, or holds, what ``name`` names."""

    def stretches(self) -> list[tuple[int, str, Span]]:
        """Every statement: its text, language and place."""

    def sharing(self) -> Sharing | None:
        """Its paragraphs by their words, where there are too many to look at each; else None."""


@dataclass(frozen=True, slots=True)
class InRecord:
    """The texts of a record."""

    store: Store
    index: PassageIndex

    def characters(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The characters of texts, verified."""
        return self.store.characters(keys)

    def days(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The first day of each text."""
        return self.store.first_days(keys)

    def place(self, key: int, span: Span, chars: str) -> Place | None:
        """The statement and paragraph of a stretch."""
        found = self.store.standing(key, span.start)
        if found is None:
            return None
        before, after = _around(chars, span, found.block)
        return Place(
            found.statement, found.text_id, span, span.of(chars), before, after, found.lang, found.date,
            found.published, found.publisher, found.authority, found.speaker, found.locator,
        )  # fmt: skip

    def is_within(self, key: int, name: str) -> bool:
        """Whether a text holds the statement whose id begins so, or has this sha256."""
        held = self.store.statement(name)
        return self.store.text_number(held.text.id) == key

    def stretches(self) -> list[tuple[int, str, Span]]:
        """Every statement that holds now."""
        return [(s.text, s.lang, Span(s.start, s.end)) for s in self.store.stretches()]

    def sharing(self) -> Sharing | None:
        """Its paragraphs by their words, where there are more statements than ``MANY``."""
        return Sharing(self.store) if self.store.size[0] > MANY else None


def against(store: Store, know: Knowledge) -> InRecord:
    """A record ready to be asked, its index up to date."""
    return InRecord(store, current(store, know))


def receipts(corpus: Corpus, know: Knowledge, asked: Sequence[Asked]) -> list[Receipt]:
    """A receipt for each quotation, in order."""
    proposed = locating.locate(corpus.index, [one.chars for one in asked])
    keys = corpus.index.keys
    numbers = sorted({int(keys[w.text]) for windows in proposed for w in windows})
    chars, days = corpus.characters(numbers), corpus.days(numbers)
    made = []
    for one, windows in zip(asked, proposed, strict=True):
        quotation = read(one.chars)
        mine = [w for w in windows if not one.within or corpus.is_within(int(keys[w.text]), one.within)]
        mine.sort(key=lambda w: (-len(w.seeds), days.get(int(keys[w.text]), "9999"), w.text, w.start))
        looked = [_window(int(keys[w.text]), w, chars[int(keys[w.text])], quotation) for w in mine]
        found = verify(quotation, looked, telling(know, one.lang), partial(_one_voice, corpus, chars))
        made.append(_receipt(corpus, one, found, chars))
    return made


def _one_voice(corpus: Corpus, chars: Mapping[int, str], parts: Sequence[Part]) -> bool:
    """Whether parts may be of one voice: their speakers, or where none is known their outlets, are not told apart."""
    places = [place for part in parts if (place := corpus.place(part.text, part.span, chars[part.text]))]
    speakers = {place.speaker for place in places if place.speaker}
    outlets = {place.publisher for place in places if place.publisher and not place.speaker}
    return len(speakers) < 2 and (bool(speakers) or len(outlets) < 2)


def _window(key: int, window: locating.Window, chars: str, quotation: Quotation) -> Window:
    slack = len(quotation.side.chars) + SLACK + (ELIDED if quotation.gaps else 0)
    return Window(key, chars, max(0, window.start - slack), min(len(chars), window.end + slack))


def _receipt(corpus: Corpus, asked: Asked, found: Found, chars: Mapping[int, str]) -> Receipt:
    """The receipt of a verdict; a place that is not near is not named."""
    if found.verdict == "not_held" and found.share < NEAR:
        return Receipt(asked, "not_held")
    parts = _joined(found.parts) if found.verdict != "stitched" else found.parts
    places = tuple(p for part in parts if (p := corpus.place(part.text, part.span, chars[part.text])))
    if not places:
        return Receipt(asked, "not_held")
    return Receipt(asked, found.verdict, places, found.changes, round(found.share, 3))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Parts of one text as one place, from the first to the last."""
    if not parts:
        return []
    first, last = parts[0], parts[-1]
    return [replace(first, span=Span(first.span.start, max(first.span.end, last.span.end)), end=last.end)]


def _around(chars: str, span: Span, block: Span) -> tuple[str, str]:
    """The rest of the paragraph on both sides."""
    start, end = max(block.start, span.start - CONTEXT), min(max(block.end, span.end), span.end + CONTEXT)
    return chars[start : span.start].lstrip(), chars[span.end : end].rstrip()


def paragraph(chars: str, span: Span) -> Span:
    """The stretch between empty lines around a place, for texts without blocks."""
    start = chars.rfind("\n\n", 0, span.start)
    end = chars.find("\n\n", span.end)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(chars))


around = _around
