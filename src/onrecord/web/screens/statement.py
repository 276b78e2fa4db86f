"""The statement screen: the text with its layers, and a card for each claim.

Lives here: its answer, made from what is held. Not here: how layers are drawn (``marks``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Block, Notice, Span, Statement, Utterance, position_id
from onrecord.record import Record
from onrecord.store import CaptureRow, Held
from onrecord.web.marks import Claim, Segment, segments

VOICES = {"turn": "answer", "direct": "quotation", "mixed": "quotation", "indirect": "reported"}
UNOFFICIAL = frozenset({"translation"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown: its characters cut at the bounds of claims."""

    kind: str
    label: str
    lang: str
    start: int
    end: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """A statement with all that is shown of it; places are code points of the text ``text_id``."""

    statement: Statement
    title: str
    source: str
    media_type: str
    text_id: str
    chars: int
    reader: str
    knowledge: str
    labeller: str
    latest: bool
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    captures: tuple[CaptureRow, ...]
    revisions: tuple[CaptureRow, ...]
    machine_translation: bool


def ask(record: Record, name: str) -> StatementAnswer:
    """The statement with this id (or its beginning); InputError when there is none."""
    held = record.show(name)
    found = tuple(claims(held))
    one, chars = held.statement, held.text.chars
    told = next((e.value for e in one.evidence if e.field == "title"), "")
    return StatementAnswer(
        one, one.title.of(chars) if one.title else told, held.source, held.media_type, held.text.id, len(chars),
        held.made.reader, held.made.knowledge, held.made.labeller, held.latest,
        tuple(_paragraph(b, chars, found) for b in held.blocks), found, held.notices, held.captures,
        tuple(c for c in held.revisions if c.source != held.source),
        any(n.reason in UNOFFICIAL for n in held.notices),
    )  # fmt: skip


def _paragraph(block: Block, chars: str, found: tuple[Claim, ...]) -> Paragraph:
    return Paragraph(
        block.kind, block.label, block.lang, block.span.start, block.span.end, segments(chars, block.span, found)
    )


def claims(held: Held) -> Iterator[Claim]:
    """Every claim that has a layer, in the order of the text: voices but the reporter's, positions, formulations."""
    chars = held.text.chars
    for u in held.utterances:
        if u.mode in VOICES:
            yield _voice(u, chars)
        if u.speaker and u.speaker.span:
            yield Claim(f"{u.id}.who", "speaker", u.speaker.span, (), _quote(u.speaker.span, chars), u.rule, _who(u))
    for p in held.positions:
        facts = [("act", ("not " if p.negated else "") + p.act), ("holder", p.holder.name)]
        facts += [("target", _quote(p.target.span, chars))] if p.target else []
        facts += [("measure", p.target.entity)] if p.target and p.target.entity else []
        facts += [("towards", p.towards.name)] if p.towards else []
        facts += [("PLOVER", p.plover)] if p.plover else []
        facts += [("CAMEO", p.cameo)] if p.cameo else []
        facts += [("strength", str(p.strength))] if p.strength is not None else []
        facts += [("cue", _quote(p.cue, chars))]
        yield Claim(
            position_id(held.text.id, p),
            "position",
            p.span,
            (),
            _quote(p.span, chars),
            p.rule,
            tuple(facts),
            p.utterance,
        )
    for n, o in enumerate(held.occurrences):
        yield Claim(
            f"o{n}", "formulation", o.span, (), _quote(o.span, chars), o.form, (("formulation", o.formulation),)
        )


def _voice(u: Utterance, chars: str) -> Claim:
    facts = [*_who(u), *((("cue", _quote(u.cue, chars)),) if u.cue else ())]
    facts += [("answers", u.answers)] if u.answers else []
    return Claim(u.id, VOICES[u.mode], u.span, u.parts, _quote(u.span, chars), u.rule, tuple(facts), u.within or "")


def _who(u: Utterance) -> tuple[tuple[str, str], ...]:
    facts = [("speaker", u.speaker.name)] if u.speaker and u.speaker.name else []
    facts += [("actor", u.speaker.actor)] if u.speaker and u.speaker.actor else []
    facts += [("capacity", u.capacity)] if u.capacity else []
    facts += [("country", u.country)] if u.country else []
    return tuple(facts)


def _quote(span: Span, chars: str) -> str:
    return span.of(chars)
