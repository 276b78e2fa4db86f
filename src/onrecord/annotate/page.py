"""What the steps of annotation look at: one labelled text, cut by statement.

Lives here: the read-only view that every step gets, and small questions about it. Not here: any finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.cast import Cast
from onrecord.annotate.stretch import Stretch, make
from onrecord.knowledge import Knowledge, Language
from onrecord.model import Block, Source, Span, Speaker, Statement, Text, short_id
from onrecord.text.fold import simplified


@dataclass(frozen=True, slots=True)
class Section:
    """One statement with its blocks, its language (None: unknown to us) and its cast of speakers."""

    statement: Statement
    blocks: tuple[Block, ...]
    language: Language | None
    cast: Cast


@dataclass(frozen=True, slots=True)
class Page:
    """A labelled text as the steps see it; ``tongues`` has the language of every code its blocks bear. ``plain``:
    the characters, in simplified script where a language is written without spaces; every place is the same.
    ``views``: stretches made already; ``sides``: whose page it is, by statement and language, once it was
    asked."""

    source: Source
    text: Text
    know: Knowledge
    sections: tuple[Section, ...]
    tongues: dict[str, Language | None]
    plain: str
    views: dict[Span, Stretch] = field(default_factory=dict)
    sides: dict[tuple[str, str], Speaker | None] = field(default_factory=dict)

    @property
    def chars(self) -> str:
        """The characters that every span counts in."""
        return self.text.chars

    def language(self, block: Block, section: Section) -> Language | None:
        """The language of a block; the statement's where the block's is unknown."""
        return self.tongues[block.lang] or section.language

    def view(self, paragraphs: list[Span], language: Language) -> Stretch:
        """Neighbouring paragraphs made ready for reading; the steps share it."""
        whole = Span(paragraphs[0].start, paragraphs[-1].end)
        if whole not in self.views:
            self.views[whole] = make(self.chars, paragraphs, language.speech)
        return self.views[whole]

    def id_of(self, mode: str, span: Span, n: int = 0) -> str:
        """A stable utterance id: text, mode, place and ``n`` (several utterances of one place)."""
        return short_id("u", self.text.id, mode, span.start, span.end, n)


def make_page(
    source: Source, text: Text, blocks: tuple[Block, ...], statements: tuple[Statement, ...], know: Knowledge
) -> Page:
    """Cut the blocks by statement; blocks of no statement (furniture between two) belong to none."""
    sections = []
    at = 0
    for statement in sorted(statements, key=lambda s: (s.span.start, s.span.end)):
        while at < len(blocks) and blocks[at].span.start < statement.span.start:
            at += 1
        end = at
        while end < len(blocks) and blocks[end].span.end <= statement.span.end:
            end += 1
        language = know.language(statement.lang)
        mine = blocks[at:end]
        sections.append(Section(statement, mine, language, Cast(know, text.chars, statement, mine, language)))
        at = end
    tongues = {code: know.language(code) for code in {block.lang for block in blocks}}
    found = (*tongues.values(), *(section.language for section in sections))
    plain = text.chars if all(x is None or x.spaced for x in found) else simplified(text.chars)
    return Page(source, text, know, tuple(sections), tongues, plain)
