"""A citation: what is cited, what a reference says of it, and what an outsider needs to check it without this program.

Lives here: the values, and how they are made from a dossier. Not here: how characters lead to bytes (``record.ways``
hands that in), any format (one file each), the check itself (``tools/verify_citation.py``, which shares no code).
Dates are EDTF and stay as partial as they are. Offsets are code points of the text, half-open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.model import Dossier, Position, Span, Speaker, Statement, Utterance, position_id

CONTEXT = 32  # code points of prefix and suffix
PROOF = "citation/1"
Unit = Literal["bytes", "page characters", "document characters", "none"]
Kind = Literal["statement", "utterance", "position", "passage"]
StretchKind = Literal["same", "reference", "space", "break", "bad"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The next ``chars`` characters of a quote, and the half-open ``start`` to ``end`` of the source they come from.

    Kinds: ``same`` (the bytes decode to the characters), ``reference`` (to a character reference that stands for them,
    of which the first ``skip`` characters lie before the quote), ``space`` (to white space shown as one space),
    ``break`` (to a tag, or to nothing, shown as a line end), ``bad`` (bytes of no character, shown as U+FFFD).
    """

    chars: int
    kind: StretchKind
    start: int
    end: int
    skip: int = 0
    page: int = -1


@dataclass(frozen=True, slots=True)
class Way:
    """How the characters of a quote lead to its source. ``unit`` says what stretches count: bytes of the source,
    decoded by ``encoding`` after ``skipped`` bytes; character indexes of a PDF page; characters of a Word document's
    text; or nothing. ``boxes`` are (0-based page, left, bottom, right, top) in PDF points."""

    unit: Unit
    encoding: str = ""
    skipped: int = 0
    stretches: tuple[Stretch, ...] = ()
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing cited: ``span`` of a text with its quote, who said it, the statement around it, and the proof's parts.

    ``url`` and ``locator`` are where it was found (a local file only by its name); ``publisher`` is the outlet's name.
    ``claim`` holds a claim's own values: mode and cue of an utterance; act, target, codes of a position.
    """

    id: str
    kind: Kind
    statement: Statement | None
    span: Span
    quote: str
    prefix: str
    suffix: str
    speaker: str
    actor: str | None
    capacity: str | None
    title: str
    publisher: str
    publisher_id: str
    url: str
    locator: str
    retrieved: str
    text_id: str
    reader: str
    source_id: str
    source_bytes: int
    media_type: str
    made_by: str
    way: Way
    claim: Mapping[str, str | int | bool | None]

    @property
    def lang(self) -> str:
        """The language of the statement, BCP 47; "und" outside a statement."""
        return self.statement.lang if self.statement else "und"

    @property
    def date(self) -> str | None:
        """When it was said, EDTF."""
        return self.statement.date if self.statement else None

    @property
    def published(self) -> str | None:
        """When the page was published, EDTF."""
        return self.statement.published if self.statement else None

    @property
    def issued(self) -> str | None:
        """The date of a reference: of the publication, else of the statement."""
        return self.published or self.date


@dataclass(frozen=True, slots=True)
class Ground:
    """What citations of one document need: the dossier, names of publishers by id, and the way to the bytes."""

    dossier: Dossier
    publishers: Mapping[str, str]
    way: Callable[[Span], Way]


def of_statement(ground: Ground, statement: Statement) -> Citation:
    """The whole of a statement."""
    return _make(ground, statement.id, "statement", statement, statement.span)


def of_utterance(ground: Ground, utterance: Utterance) -> Citation:
    """The words of one voice; of a split quotation all from its first part to its last."""
    chars = ground.dossier.text.chars
    cue = utterance.cue.of(chars) if utterance.cue else None
    claim = {"mode": utterance.mode, "cue": cue, "rule": utterance.rule}
    statement = _statement(ground, utterance)
    return _make(ground, utterance.id, "utterance", statement, utterance.span, _voice(utterance), claim)


def of_position(ground: Ground, position: Position) -> Citation:
    """The words that take a position, said by its holder."""
    text, holder = ground.dossier.text, position.holder
    utterance = next((u for u in ground.dossier.utterances if u.id == position.utterance), None)
    target = position.target
    claim: dict[str, str | int | bool | None] = {
        "act": position.act,
        "negated": position.negated,
        "target": target.span.of(text.chars) if target else None,
        "entity": target.entity if target else None,
        "towards": position.towards.name if position.towards else None,
        "cue": position.cue.of(text.chars),
        "plover": position.plover,
        "cameo": position.cameo,
        "strength": position.strength,
        "rule": position.rule,
        "utterance": position.utterance,
    }
    statement = _statement(ground, utterance)
    return _make(ground, position_id(text.id, position), "position", statement, position.span, (holder, None), claim)


def of_passage(ground: Ground, statement: Statement | None, span: Span, name: str) -> Citation:
    """Any characters of the text; the speaker is that of the innermost utterance that covers them all."""
    around = [u for u in ground.dossier.utterances if u.span.covers(span) and u.mode != "narration"]
    inner = min(around, key=lambda u: len(u.span), default=None)
    voice = _voice(inner) if inner else (None, None)
    return _make(ground, f"{name}:{span.start}-{span.end}", "passage", statement, span, voice)


def all_of(ground: Ground, statement: Statement) -> Iterator[Citation]:
    """The utterances of a statement and then its positions, each cited."""
    alone = len(ground.dossier.statements) == 1
    mine = {u.id for u in ground.dossier.utterances if alone or u.statement == statement.id}
    yield from (of_utterance(ground, u) for u in ground.dossier.utterances if u.id in mine)
    yield from (of_position(ground, p) for p in ground.dossier.positions if p.utterance in mine)


def _voice(utterance: Utterance) -> tuple[Speaker | None, str | None]:
    return (None, None) if utterance.nameless else (utterance.speaker, utterance.capacity)


def _statement(ground: Ground, utterance: Utterance | None) -> Statement | None:
    held = ground.dossier.statements
    named = next((s for s in held if utterance and s.id == utterance.statement), None)
    return named or (held[0] if len(held) == 1 else None)


def _make(
    ground: Ground,
    name: str,
    kind: Kind,
    statement: Statement | None,
    span: Span,
    voice: tuple[Speaker | None, str | None] = (None, None),
    claim: Mapping[str, str | int | bool | None] | None = None,
) -> Citation:
    source, text, made = ground.dossier.source, ground.dossier.text, ground.dossier.made
    chars, (speaker, capacity) = text.chars, voice
    outlet = (statement.publisher if statement else None) or source.publisher or ""
    return Citation(
        id=name,
        kind=kind,
        statement=statement,
        span=span,
        quote=span.of(chars),
        prefix=chars[max(0, span.start - CONTEXT) : span.start],
        suffix=chars[span.end : span.end + CONTEXT],
        speaker=speaker.name if speaker else "",
        actor=speaker.actor if speaker else None,
        capacity=capacity,
        title=_title(ground, statement),
        publisher=ground.publishers.get(outlet, outlet),
        publisher_id=outlet,
        url=_url(ground),
        locator=place_of(source.locator),
        retrieved=source.retrieved,
        text_id=text.id,
        reader=text.reader,
        source_id=source.id,
        source_bytes=len(source.data),
        media_type=source.media_type,
        made_by=made.onrecord,
        way=ground.way(span),
        claim=claim or {},
    )


def _title(ground: Ground, statement: Statement | None) -> str:
    if statement is None:
        return ""
    if statement.title:
        return " ".join(statement.title.of(ground.dossier.text.chars).split())
    told = next((e.value for e in statement.evidence if e.field == "title"), "")
    return " ".join(told.split())


def _url(ground: Ground) -> str:
    """The address that the carrier told, else the locator when it is one on the web."""
    source = ground.dossier.source
    told = source.told_value("url")
    return next((a for a in (told.value if told else "", source.locator) if a.startswith(("http://", "https://"))), "")


def place_of(locator: str) -> str:
    """A locator that may be shown to others: folders of this machine are nobody's business.

    >>> place_of("file:///home/ana/notes/one.html"), place_of("https://example.org/a")
    ('one.html', 'https://example.org/a')
    """
    if locator.startswith(("http://", "https://", "urn:")):
        return locator
    return locator.rpartition("/")[2]


def proof(citation: Citation) -> dict[str, Any]:
    """What is needed to check a citation against the original bytes, as plain values; ``docs/export.md`` defines it."""
    way = citation.way
    found: dict[str, Any] = {
        "onrecord": PROOF,
        "id": citation.id,
        "bytes": {"sha256": citation.source_id, "length": citation.source_bytes, "media_type": citation.media_type},
        "text": {"sha256": citation.text_id, "reader": citation.reader, "onrecord": citation.made_by},
        "offsets": "code points",
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "unit": way.unit,
    }
    if way.unit == "bytes":
        found |= {"encoding": way.encoding, "skipped": way.skipped}
    found["map"] = [_row(stretch) for stretch in way.stretches]
    return found | ({"boxes": [list(box) for box in way.boxes]} if way.boxes else {})


def _row(s: Stretch) -> list[str | int]:
    tail = [s.page] if s.page >= 0 else [s.skip] if s.skip else []
    return [s.kind, s.chars, s.start, s.end, *tail]
