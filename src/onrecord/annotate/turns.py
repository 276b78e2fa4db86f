"""Turns: the words of one speaker in consecutive labelled paragraphs.

Lives here: one Utterance of mode "turn" for each run of blocks of one turn, who speaks, and which question it answers.
Not here: where a turn begins and ends (``structure``), quotations inside it (``quotations``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import grounds
from onrecord.annotate.heading import addressed_office, asker_outlet, heading_answerer, title_of
from onrecord.annotate.page import Page, Section
from onrecord.annotate.people import Person
from onrecord.model import LABEL_WORD, Block, Span, Utterance
from onrecord.text.numbered import unnumbered

RULE = "turn/label"


def find(page: Page) -> tuple[Utterance, ...]:
    """Every turn of every statement, in order."""
    return tuple(u for section in page.sections for u in _of_section(page, section))


def runs(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Blocks of one turn and one part in it: a question that closes a longer turn is a turn of its own."""
    found: list[list[Block]] = []
    for block in blocks:
        if block.turn < 0:
            continue
        last = found[-1][-1] if found else None
        if last and last.turn == block.turn and (block.kind == "question") == (last.kind == "question"):
            found[-1].append(block)
        else:
            found.append([block])
    return found


def _of_section(page: Page, section: Section) -> list[Utterance]:
    found: list[Utterance] = []
    question: Utterance | None = None
    speaker_of: dict[int, tuple[Person | None, Span | None]] = {}
    voices = runs(section.blocks)
    host = _host(page, section) if voices else None
    for run in voices:
        first = run[0]
        if first.turn not in speaker_of:
            speaker_of[first.turn] = _speaker(page, section, first, host, question)
        person, mention = speaker_of[first.turn]
        asks = first.kind == "question"
        utterance = _utterance(page, section, run, person, mention, None if asks or not question else question.id)
        found.append(utterance)
        question = utterance if asks else question
    return found


def _utterance(
    page: Page, section: Section, run: list[Block], person: Person | None, mention: Span | None, answers: str | None
) -> Utterance:
    span = Span(run[0].span.start, run[-1].span.end)
    word = person and mention and not person.actor and _is_word(page, section, run[0], person.name)
    return Utterance(
        id=page.id_of("turn", span),
        span=span,
        mode="turn",
        rule=LABEL_WORD if word else RULE,
        statement=section.statement.id,
        speaker=person.speaker(mention) if person else None,
        capacity=person.capacity if person else None,
        country=person.country if person else None,
        parts=_parts(page, run),
        answers=answers,
        evidence=person.evidence if person else (),
    )


def _is_word(page: Page, section: Section, first: Block, name: str | None) -> bool:
    """True for a name that is but a label's word ("Q", "Question 2", "记者")."""
    bare = unnumbered((name or "").strip(" *_").lower())
    languages = {x.code: x for x in (section.language, page.language(first, section)) if x}
    return any(bare in (*x.labels.question, *x.labels.replies, *x.labels.journalist) for x in languages.values())


def _parts(page: Page, run: list[Block]) -> tuple[Span, ...]:
    """The stretches of a turn that furniture interrupts; () when only white space stands between its blocks."""
    parts = [run[0].span]
    for block in run[1:]:
        if page.chars[parts[-1].end : block.span.start].strip():
            parts.append(block.span)
        else:
            parts[-1] = Span(parts[-1].start, block.span.end)
    return tuple(parts) if len(parts) > 1 else ()


def _host(page: Page, section: Section) -> Person | None:
    """The heading's speaker, who answers under labels that name nobody."""
    place = heading_answerer(page, section)
    return _answering(section.cast.host(place), "answers_for_title", place)


def _answering(person: Person | None, rule: str, place: Span | None) -> Person | None:
    if person is None or place is None:
        return person
    return replace(person, evidence=grounds.of_answer(person.evidence, person.name, rule, place))


def _speaker(
    page: Page, section: Section, first: Block, host: Person | None, question: Utterance | None
) -> tuple[Person | None, Span | None]:
    """Who speaks a turn: its label, else the heading's speaker for an answer."""
    mention = first.mention
    labels = section.language.labels if section.language else None
    if mention is None:
        if first.kind != "answer":
            return None, None
        asked = addressed_office(page, section, question)
        return (_answering(section.cast.person(asked), "answers_as_addressed", asked) if asked else host), None
    bare = unnumbered(mention.of(page.chars).strip().lower())
    if first.kind == "question":
        outlet = asker_outlet(page, section, first)
        return section.cast.outlet(outlet or mention), mention
    person = section.cast.person(mention)
    title = title_of(page, section, person.name) if person.capacity is None else None
    if title is not None:
        return section.cast.titled(person, title), mention
    if person.actor is None and person.capacity is None:
        person = section.cast.outlet(mention, person)
    if labels and bare in labels.answer and person.capacity is None:
        return (host or person), mention
    return person, mention
