"""Narration: the voice of whoever wrote the page, for every main character that no turn holds.

Lives here: narration utterances, and the speaker of a speech or declaration whose heading names one. Not here: turns,
quotations. Law: after this step every character of a body, headline, question or answer block lies in a voice.
"""

from __future__ import annotations

from onrecord.annotate import delivered, letterhead
from onrecord.annotate.heading import heading_speaker
from onrecord.annotate.mention import EDGES
from onrecord.annotate.page import Page, Section
from onrecord.annotate.people import Person
from onrecord.model import Block, Span, Utterance

TOLD = ("body", "headline", "question", "answer")
SPEECHES = ("statement", "transcript")


def find(page: Page) -> tuple[Utterance, ...]:
    """One utterance for each run of main blocks outside turns."""
    return tuple(u for section in page.sections for u in _of_section(page, section))


def runs(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Neighbouring main blocks that no turn holds."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind in TOLD and block.turn < 0:
            found[-1].append(block)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def _of_section(page: Page, section: Section) -> list[Utterance]:
    person, mention = _speech_of(page, section)
    return [_utterance(page, section, run, person, mention) for run in runs(section.blocks)]


def _speech_of(page: Page, section: Section) -> tuple[Person | None, Span | None]:
    """The speaker of a speech: named in the heading of a statement that has no turns."""
    if section.statement.form not in SPEECHES or any(b.turn >= 0 for b in section.blocks):
        return None, None
    found = _delivered(page, section) or _headed(page, section)
    person, mention = found if found else (None, None)
    if person is not None and person.country is None:
        person = letterhead.stated(page, section, person, mention)
    return person, mention


def _headed(page: Page, section: Section) -> tuple[Person | None, Span] | None:
    """Who one line of the heading names; the name of a meeting is nobody's."""
    mention = heading_speaker(page, section)
    events = section.language.delivery.events if section.language else ()
    if mention is None or any(w.strip(EDGES).lower() in events for w in mention.of(page.chars).split()):
        return None
    return section.cast.host(mention), mention


def _delivered(page: Page, section: Section) -> tuple[Person | None, Span] | None:
    """Who the head of a delivered text names, and where; None when it names nobody."""
    language = section.language
    head = delivered.head(page.chars, section.statement.span, language) if language and language.spaced else None
    if head is None:
        return None
    if head.name is None:
        return (section.cast.host(head.title), head.title) if head.title else None
    person = section.cast.host(head.name)
    return (section.cast.titled(person, head.title) if person and head.title else person), head.name


def _utterance(
    page: Page, section: Section, run: list[Block], person: Person | None, mention: Span | None
) -> Utterance:
    span = Span(run[0].span.start, run[-1].span.end)
    return Utterance(
        id=page.id_of("narration", span),
        span=span,
        mode="narration",
        rule="narration/heading" if person else "narration/page",
        statement=section.statement.id,
        speaker=person.speaker(mention) if person else None,
        capacity=person.capacity if person else None,
        country=person.country if person else None,
        evidence=person.evidence if person else (),
    )
