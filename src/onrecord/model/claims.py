"""The nouns of claims: acts of stating, voices, positions, and why each is believed.

Lives here: Statement, Utterance, Position, Occurrence, Evidence, and the Dossier that packs everything up. Not here:
the page they point at (``page``), I/O, knowledge, rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from onrecord.model.page import Block, Notice, Source, Text, digest
from onrecord.model.spans import Span

Form = Literal["transcript", "qa", "statement", "report", "repost"]
Mode = Literal["turn", "narration", "direct", "indirect", "mixed"]
Authority = Literal["official_transcript", "official_translation", "state_media", "wire", "press", "repost", "unknown"]

LinkKind = Literal["translation", "report", "excerpt", "repost", "revision", "counterpart"]

LINK_KINDS: tuple[LinkKind, ...] = ("translation", "report", "excerpt", "repost", "revision", "counterpart")
LABEL_WORD = "turn/word"  # the rule of a turn whose label is a word for question, answer or asker
FORMS: tuple[Form, ...] = ("transcript", "qa", "statement", "report", "repost")
AUTHORITIES: tuple[Authority, ...] = (
    "official_transcript", "official_translation", "state_media", "wire", "press", "repost", "unknown",
)  # fmt: skip


UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a derived value comes from: the field it fills, its value, the rule, and the characters (a span of the
    text) or, when the value stands outside the text, ``where`` ("meta:date", "told:feed:pubDate", "pack:...")."""

    field: str
    value: str
    rule: str
    span: Span | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of stating in one place; a text may hold many (a bilingual page holds two).

    ``date`` and ``published`` are EDTF or None: when it was said, and when the page was published. ``publisher``
    is a publisher's id or the outlet's name as printed. ``evidence`` explains every value that is not None.
    """

    id: str
    span: Span
    lang: str
    form: Form
    date: str | None = None
    published: str | None = None
    venue: str | None = None
    publisher: str | None = None
    authority: Authority = "unknown"
    title: Span | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: ``name`` as resolved in the document (``UNKNOWN`` for a pronoun that stands for nobody who is
    named), ``actor`` a stable id (ISO 3166 for states, else the pack's) or None, ``span`` the mention beside the words
    (None when there is none)."""

    name: str
    actor: str | None = None
    span: Span | None = None

    @property
    def known(self) -> bool:
        """True when somebody is named."""
        return self.name not in ("", UNKNOWN)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one voice. ``parts`` are the stretches of a split quotation (empty: ``span`` alone); ``answers`` and
    ``within`` are ids of utterances; ``cue`` is the reporting word. ``capacity`` is the office held on the date."""

    id: str
    span: Span
    mode: Mode
    rule: str
    statement: str = ""
    speaker: Speaker | None = None
    capacity: str | None = None
    country: str | None = None
    parts: tuple[Span, ...] = ()
    cue: Span | None = None
    answers: str | None = None
    within: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def nameless(self) -> bool:
        """True where the speaker is only a word for question or answer, as printed, and so names nobody."""
        return self.rule == LABEL_WORD


@dataclass(frozen=True, slots=True)
class Target:
    """What a position is about: a span and, when the pack knows it, the entity's id."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A stance taken in an utterance. Points at an utterance, never at a loose sentence."""

    utterance: str
    span: Span
    holder: Speaker
    act: str
    cue: Span
    rule: str
    target: Target | None = None
    towards: Speaker | None = None
    negated: bool = False
    plover: str | None = None
    cameo: str | None = None
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known formulation found in a text, in the form that stands there."""

    formulation: str
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class VersionLink:
    """Two statements, by id, that are versions of one act: ``one`` is the ``kind`` of ``other`` (its translation, a
    report of it, an excerpt, a repost, a later revision); a counterpart is another government's words on one meeting.

    ``score`` is 0 to 1; ``passages`` are the places that bear it out, as half-open code points (one_start, one_end,
    other_start, other_end) of the two texts; ``told`` are further reasons ("days", "names", ...) with their values."""

    kind: LinkKind
    one: str
    other: str
    score: float
    rule: str
    passages: tuple[tuple[int, int, int, int], ...] = ()
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What made a dossier: versions, the fingerprint of the knowledge used, the numbers of the judgements applied."""

    onrecord: str
    reader: str
    knowledge: str
    labeller: str = ""
    judgements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the per-document half knows."""

    source: Source
    text: Text
    blocks: tuple[Block, ...] = ()
    statements: tuple[Statement, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    positions: tuple[Position, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    notices: tuple[Notice, ...] = ()
    made: Made = field(default_factory=lambda: Made("", "", ""))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file or member that did not become a dossier, and why. ``part`` counts members of a container."""

    locator: str
    reason: str
    detail: str
    part: int = -1


def short_id(prefix: str, *parts: object) -> str:
    """A stable short id: prefix and 16 hexadecimal digits of the hash of its parts."""
    return f"{prefix}{digest(chr(31).join(str(p) for p in parts))[:16]}"


def with_notices(dossier: Dossier, *notices: Notice) -> Dossier:
    """The same dossier with more notices."""
    return replace(dossier, notices=(*dossier.notices, *notices))
