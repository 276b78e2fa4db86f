"""What is to be verified: the quotations of a document, of a bare string, of lines of JSON; lines to verify against.

Lives here: from input to ``Asked`` and to a ``Corpus``. Not here: verdicts, SQL, files (``cli`` opens them).
Quotation marks are paired as ``annotate`` pairs them, paragraph by paragraph.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import re2

from onrecord.annotate.marks import pair
from onrecord.compare import words
from onrecord.compare.quotation import bare
from onrecord.compare.receipts import Asked, Place
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge
from onrecord.model import Dossier, Span, Utterance
from onrecord.record.verifying import around, paragraph
from onrecord.text.detect import detect
from onrecord.trace import telling
from onrecord.trace.index import PassageIndex

SAID = ("headline", "body", "question", "answer")
TERM = 9  # least weight of a quotation: three words, five hanzi; less is a term in quotation marks
_SINGLE = re2.compile(r"(?:^|[\s(\[—–:])'(\S(?:[^'\n]|\w'\w){3,600}?)'(?:[\s.,;:!?)\]—–]|$)")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a document, and how many quoted terms of a word or two were passed over."""

    asked: tuple[Asked, ...]
    terms: int = 0


class QuoteLine(msgspec.Struct):
    """A line to verify."""

    id: str | int
    quote: str
    lang: str = ""
    within: str = msgspec.field(name="in", default="")


class TextLine(msgspec.Struct):
    """A line to verify against."""

    id: str | int
    text: str
    title: str | None = None
    lang: str = ""
    date: str | None = None
    publisher: str | None = None
    source: str | None = None


def of_string(quoted: str) -> Asked:
    """One quotation, its marks off; InputError when it has no word."""
    chars = bare(quoted)
    if not words.cut(chars):
        raise InputError("the quotation has no word; give the words that were quoted, or a file")
    return Asked("1", chars, detect(chars)[0])


def of_document(dossier: Dossier, know: Knowledge) -> Quotations:
    """Every quotation of a document, with its paragraph and the speaker that the document names."""
    asked: list[Asked] = []
    terms = 0
    chars = dossier.text.chars
    for block in dossier.blocks:
        language = know.language(block.lang)
        if block.kind not in SAID or language is None:
            continue
        paired = [(q.inner, q.outer) for q in pair(chars, [block.span], language.speech.marks)[0]]
        for inner, outer in sorted([*paired, *_single(chars, block.span, paired)], key=lambda one: one[1].start):
            inner = _bare(chars, inner)
            if words.weight(words.cut(inner.of(chars))) < TERM:
                terms += 1
                continue
            voice = _voice(dossier.utterances, inner)
            before, after = around(chars, outer, block.span)
            name = voice.speaker.name if voice and voice.speaker else None
            asked.append(Asked(str(len(asked) + 1), inner.of(chars), block.lang, inner, before, after, name))
    return Quotations(tuple(asked), terms)


def _single(chars: str, block: Span, paired: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """Quotations in straight single marks, which may be apostrophes, too, inside and outside: they open behind a space
    and close before one or before a sign, and stand in no other quotation."""
    for match in _SINGLE.finditer(chars[block.start : block.end]):
        inner = Span(*match.span(1)).shift(block.start)
        outer = Span(inner.start - 1, inner.end + 1)
        if not any(held.overlaps(outer) for _, held in paired):
            yield inner, outer


def _bare(chars: str, span: Span) -> Span:
    """A quotation without white space and marks left at its ends."""
    inside = span.of(chars)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))


def _voice(utterances: Iterable[Utterance], span: Span) -> Utterance | None:
    """The narrowest voice that a quotation stands in, which is its own where it was attributed."""
    over = [u for u in utterances if u.span.overlaps(span) and u.mode != "narration"]
    return min(over, key=lambda u: (not u.span.covers(span), len(u.span)), default=None)


def of_lines(lines: Iterable[bytes]) -> list[Asked]:
    """The quotations of lines ``{"id", "quote", "lang"?, "in"?}``; InputError names a line that is none."""
    found = []
    for number, line in _decoded(lines, QuoteLine, '{"id", "quote"}'):
        chars = bare(line.quote)
        lang = line.lang or detect(chars)[0]
        found.append(Asked(str(line.id) or str(number), chars, lang, within=line.within))
    return found


def _decoded(lines: Iterable[bytes], kind: Any, wanted: str) -> Iterator[tuple[int, Any]]:
    decoder = msgspec.json.Decoder(kind, strict=False)
    for number, raw in enumerate(lines, 1):
        if raw.strip():
            try:
                yield number, decoder.decode(raw)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise InputError(f"line {number} is no {wanted}: {error}; mend it or leave it out") from None


@dataclass(frozen=True, slots=True)
class InLines:
    """Texts given as lines ``{"id", "text", "title"?}``. A line's title is a text of its own, whose key is past
    the last line's: its places have ``locator`` "title" and count in it."""

    index: PassageIndex
    lines: tuple[TextLine, ...]

    def characters(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The characters of lines."""
        return {key: self._chars(key) for key in keys}

    def days(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The dates of lines."""
        return {key: self._line(key).date or "9999" for key in keys}

    def _line(self, key: int) -> TextLine:
        return self.lines[key % len(self.lines)]

    def _chars(self, key: int) -> str:
        line = self._line(key)
        return line.text if key < len(self.lines) else line.title or ""

    def place(self, key: int, span: Span, chars: str) -> Place | None:
        """The line and the paragraph of a stretch."""
        line, where = self._line(key), "title" if key >= len(self.lines) else ""
        before, after = around(chars, span, paragraph(chars, span))
        name = str(line.id)
        return Place(name, name, span, span.of(chars), before, after, line.lang or "und", line.date,
                     publisher=line.publisher or line.source, locator=where)  # fmt: skip

    def is_within(self, key: int, name: str) -> bool:
        """Whether a line has this id."""
        return str(self._line(key).id) == name

    def stretches(self) -> list[tuple[int, str, Span]]:
        """Every line, in its own language or the one that it is seen to be in."""
        return [(n, line.lang or detect(line.text)[0], Span(0, len(line.text))) for n, line in enumerate(self.lines)]

    def sharing(self) -> None:
        """Lines have no index of words: every sentence is looked at."""
        return


@contextmanager
def lines_to_ask(lines: Iterable[bytes], know: Knowledge) -> Iterator[InLines]:
    """Lines ``{"id", "text", "lang"?, "date"?}`` ready to be asked, their index in a folder that goes away."""
    with held_to_ask([line for _, line in _decoded(lines, TextLine, '{"id", "text"}')], know) as corpus:
        yield corpus


@contextmanager
def held_to_ask(lines: Sequence[TextLine], know: Knowledge) -> Iterator[InLines]:
    """Texts ready to be asked, their index in a folder that goes away."""
    held = tuple(lines)
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        index = PassageIndex(Path(folder) / "passages", telling.known())
        index.add((n, n, line.text) for n, line in enumerate(held))
        titled = [(n, line.title) for n, line in enumerate(held, len(held)) if line.title]
        index.add((n, n, title) for n, title in titled)
        yield InLines(index, held)
