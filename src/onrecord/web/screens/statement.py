"""The statement screen: the text with its layers, and a card for each claim.

Lives here: its answer, made from what is held. Not here: how layers are drawn (``marks``), other versions (``others``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.errors import NotHeld
from onrecord.model import Block, Notice, Occurrence, Position, Span, Statement, Utterance, position_id
from onrecord.record import Record
from onrecord.store import CaptureRow, Held
from onrecord.web.marks import Claim, Segment, segments
from onrecord.web.screens import voices
from onrecord.web.screens.others import Other, others

VOICES = {"turn": "answer", "direct": "quotation", "mixed": "quotation", "indirect": "reported"}
RENDERED = frozenset({"same_act", "of_translation"})  # what others are to a text that may render them
UNOFFICIAL = frozenset({"translation"})
LANGS = ("en", "zh")


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
    """A statement with all that is shown of it; places are code points of the text ``text_id``. ``found`` are those
    that the address asks for; ``names`` of ids by language; ``unlinked``: versions of it were not looked for yet."""

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
    rendering: bool = False
    others: tuple[Other, ...] = ()
    found: Span | None = None
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    unlinked: bool = False


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """One claim with the statement it is about."""

    statement: Statement
    title: str
    claim: Claim
    names: dict[str, dict[str, str]]


def ask(record: Record, name: str, found: Span | None = None) -> StatementAnswer:
    """The statement with this id (or its beginning); InputError when there is none."""
    held = record.show(name)
    made = tuple(sorted(claims(held), key=_read))
    one, chars = held.statement, held.text.chars
    told = next((e.value for e in one.evidence if e.field == "title"), "")
    versions = others(record, held)
    return StatementAnswer(
        one, one.title.of(chars) if one.title else told, held.source, held.media_type, held.text.id, len(chars),
        held.made.reader, held.made.knowledge, held.made.labeller, held.latest,
        tuple(_paragraph(b, chars, made, found) for b in held.blocks), made, held.notices, held.captures,
        tuple(c for c in held.revisions if c.source != held.source),
        any(n.reason in UNOFFICIAL for n in held.notices), _renders(one, versions), versions, found,
        record.names(_ids(one, made, versions), LANGS), not versions and record.links_wait(),
    )  # fmt: skip


def ask_claim(record: Record, name: str, id: str) -> ClaimAnswer:
    """One claim about the statement; NotHeld when there is none with this id."""
    held = record.show(name)
    found = next((claim for claim in claims(held) if claim.id == id), None)
    if found is None:
        raise NotHeld(f"the statement {held.statement.id} has no claim {id!r} now; open the statement")
    title = held.statement.title.of(held.text.chars) if held.statement.title else ""
    return ClaimAnswer(held.statement, title, found, record.names((value for _, value in found.facts), LANGS))


def place(at: str) -> Span | None:
    """The characters that an address asks for as "start-end"; None for anything else.

    >>> place("12-15"), place("x"), place("9-2")
    (Span(start=12, end=15), None, None)
    """
    start, _, end = at.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()) or int(start) >= int(end):
        return None
    return Span(int(start), int(end))


def _renders(one: Statement, versions: tuple[Other, ...]) -> bool:
    """Whether a re-post says in its language what is held in another: nobody is known to have translated it."""
    return one.authority == "repost" and any(v.lang != one.lang and v.kind in RENDERED for v in versions)


def _ids(one: Statement, made: tuple[Claim, ...], versions: tuple[Other, ...]) -> Iterator[str]:
    yield one.publisher or ""
    yield from (other.publisher or "" for other in versions)
    yield from (value for claim in made for _, value in claim.facts)


def _paragraph(block: Block, chars: str, made: tuple[Claim, ...], found: Span | None) -> Paragraph:
    return Paragraph(
        block.kind, block.label, block.lang, block.span.start, block.span.end, segments(chars, block.span, made, found)
    )


def claims(held: Held) -> Iterator[Claim]:
    """Every claim that has a layer: voices but the reporter's, positions with their measures, formulations."""
    chars = held.text.chars
    for u in held.utterances:
        if u.mode in VOICES:
            yield _voice(u, chars, asked=any(_asks(b, u.span) for b in held.blocks))
        if u.speaker and u.speaker.span:
            yield Claim(f"{u.id}.who", "speaker", u.speaker.span, (), u.speaker.span.of(chars), u.rule, _who(u))
    for p in held.positions:
        yield from _position(p, held)
    for n, o in enumerate(held.occurrences):
        yield _formulation(n, o, chars)


def _read(claim: Claim) -> tuple[int, int]:
    """Where a reader meets a claim: in the order of the text, the longer before what stands in it."""
    return claim.span.start, -claim.span.end


def _position(p: Position, held: Held) -> Iterator[Claim]:
    chars, id = held.text.chars, position_id(held.text.id, p)
    told_by = next((u for u in held.utterances if u.id == p.utterance), None)
    told: list[tuple[str, object]] = [
        ("holder", p.holder.name), ("actor", p.holder.actor), ("act", ("not " if p.negated else "") + p.act),
        ("target", p.target and p.target.span.of(chars)), ("measure", p.target and p.target.entity),
        ("towards", p.towards and p.towards.name), ("PLOVER", p.plover), ("CAMEO", p.cameo),
        ("strength", p.strength), ("cue", p.cue.of(chars)), *voices.facts(voices.voice(told_by, p.utterance)),
    ]  # fmt: skip
    facts = tuple((name, str(value)) for name, value in told if value not in (None, ""))
    yield Claim(id, "position", p.span, (), p.span.of(chars), p.rule, facts, p.utterance)
    if p.target and p.target.entity:
        about = (("measure", p.target.entity), ("act", ("not " if p.negated else "") + p.act))
        span = p.target.span
        yield Claim(f"{id}.measure", "measure", span, (), span.of(chars), p.rule, about, p.utterance)


def _formulation(n: int, o: Occurrence, chars: str) -> Claim:
    return Claim(f"o{n}", "formulation", o.span, (), o.span.of(chars), o.form, (("formulation", o.formulation),))


def _asks(block: Block, span: Span) -> bool:
    return block.kind == "question" and block.span.start <= span.start and span.end <= block.span.end


def _voice(u: Utterance, chars: str, *, asked: bool) -> Claim:
    """A voice's claim; a turn that stands in a question (``asked``) is one, whoever speaks."""
    layer = "question" if asked and u.mode == "turn" else VOICES[u.mode]
    facts = [*_who(u), *((("cue", u.cue.of(chars)),) if u.cue else ())]
    facts += [("answers", u.answers)] if u.answers else []
    return Claim(u.id, layer, u.span, u.parts, u.span.of(chars), u.rule, tuple(facts), u.within or "")


def _who(u: Utterance) -> tuple[tuple[str, str], ...]:
    facts = [("speaker", u.speaker.name)] if u.speaker and u.speaker.name else []
    facts += [("actor", u.speaker.actor)] if u.speaker and u.speaker.actor else []
    facts += [("capacity", u.capacity)] if u.capacity else []
    facts += [("country", u.country)] if u.country else []
    return tuple(facts)
