"""The published shape of a dossier: types from which the JSON is written and its JSON Schema is derived.

Lives here: the shape, field by field, as other programs rely on it; ``SCHEMA_VERSION``. Not here: how a dossier is
turned into it (``dossier.py``). All offsets are code points of ``text.chars``, half-open. Adding a field raises the
minor version, removing or changing one the major version.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model import Authority, BlockKind, Form, Mode

SCHEMA_VERSION = "1.0"

Pair = tuple[int, int]


class SourceOut(msgspec.Struct, frozen=True):
    """The bytes: ``id`` is their sha256."""

    id: str
    locator: str
    media_type: str
    publisher: str | None


class TextOut(msgspec.Struct, frozen=True):
    """The characters: ``id`` is the sha256 of their UTF-8 form."""

    id: str
    reader: str
    chars: str


class BlockOut(msgspec.Struct, frozen=True):
    """A labelled stretch; blocks cover every character that is not white space."""

    kind: BlockKind
    label: str
    start: int
    end: int
    lang: str
    score: float
    labeller: str


class EvidenceOut(msgspec.Struct, frozen=True):
    """Where a value comes from: rule, and characters or a place outside the text."""

    field: str
    value: str
    rule: str
    start: int | None
    end: int | None
    where: str


class StatementOut(msgspec.Struct, frozen=True):
    """One act of stating. ``date`` and ``published`` are EDTF or null."""

    id: str
    start: int
    end: int
    lang: str
    form: Form
    date: str | None
    published: str | None
    venue: str | None
    publisher: str | None
    authority: Authority
    evidence: list[EvidenceOut]


class SpeakerOut(msgspec.Struct, frozen=True):
    """A voice or holder; ``start`` and ``end`` are the mention beside the words."""

    name: str
    actor: str | None
    start: int | None
    end: int | None


class UtteranceOut(msgspec.Struct, frozen=True):
    """Words of one voice."""

    id: str
    start: int
    end: int
    mode: Mode
    parts: list[Pair]
    speaker: SpeakerOut | None
    capacity: str | None
    cue: Pair | None
    answers: str | None
    within: str | None
    rule: str
    statement: str
    evidence: list[EvidenceOut]


class TargetOut(msgspec.Struct, frozen=True):
    """What a position is about."""

    start: int
    end: int
    entity: str | None


class PositionOut(msgspec.Struct, frozen=True):
    """A stance taken in an utterance."""

    utterance: str
    start: int
    end: int
    holder: SpeakerOut
    act: Literal[
        "support", "oppose", "criticise", "deny", "demand", "appeal", "propose", "commit", "warn", "welcome",
        "concern", "announce",
    ]  # fmt: skip
    target: TargetOut | None
    towards: SpeakerOut | None
    negated: bool
    cue: Pair
    plover: str | None
    cameo: str | None
    strength: int | None
    rule: str


class OccurrenceOut(msgspec.Struct, frozen=True):
    """A known formulation in the form that stands in the text."""

    formulation: str
    form: str
    start: int
    end: int


class NoticeOut(msgspec.Struct, frozen=True):
    """Something to know before trusting the text."""

    reason: str
    detail: str
    start: int | None
    end: int | None


class MadeOut(msgspec.Struct, frozen=True):
    """What made the dossier."""

    onrecord: str
    reader: str
    knowledge: str
    labeller: str
    schema: str


class DossierOut(msgspec.Struct, frozen=True):
    """All that the per-document half knows."""

    source: SourceOut
    text: TextOut
    blocks: list[BlockOut]
    statements: list[StatementOut]
    utterances: list[UtteranceOut]
    positions: list[PositionOut]
    occurrences: list[OccurrenceOut]
    notices: list[NoticeOut]
    made: MadeOut


class ErrorOut(msgspec.Struct, frozen=True):
    """Why a line has no dossier."""

    reason: str
    detail: str


class ResultOut(msgspec.Struct, frozen=True, omit_defaults=True):
    """One output line of ``onrecord process``: a dossier or an error, never both."""

    id: str | int | None
    dossier: DossierOut | None = None
    error: ErrorOut | None = None
