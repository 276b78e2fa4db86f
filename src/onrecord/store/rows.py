"""Rows: how values of the model become columns, and back, and the hash that guards each row.

Lives here: one ``Table`` for each guarded table, and the two directions for each kind of value. Not here: SQL that
asks questions (``read``, ``search``), the order of writing (``put``).

A row's hash is BLAKE2b over its fields and the hash of the row it hangs on; numbers that only join tables
(``id`` columns) are not in it, so the same documents give the same hashes whatever the order they came in.
It finds damage, not forgery: there is no key.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import Any

import msgspec

from onrecord.dates import bounds
from onrecord.model import (
    Block,
    Evidence,
    Layout,
    Made,
    Notice,
    Occurrence,
    Position,
    Runs,
    SetAside,
    Source,
    Span,
    Speaker,
    Statement,
    Target,
    Told,
    Utterance,
)

HASH_BYTES = 8
JUDGED = " judged:"
TARGET_CHARS = 200
Fields = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A guarded table: ``joins`` are id columns (not hashed), ``fields`` the values (hashed)."""

    name: str
    joins: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def insert(self) -> str:
        """The INSERT statement: id, joins, fields, hash."""
        columns = ("id", *self.joins, *self.fields, "hash")
        named = ", ".join(f'"{c}"' for c in columns)
        return f"INSERT INTO {self.name}({named}) VALUES({', '.join('?' * len(columns))})"

    def columns(self, alias: str) -> str:
        """The fields as a SELECT list."""
        return ", ".join(f'{alias}."{c}"' for c in self.fields)


_SPAN = ("start", "end")
SOURCE = Table("source", ("pack", "at"), ("sha256", "bytes", "media_type"))
CAPTURE = Table("capture", ("source",), ("locator", "address", "sequence", "publisher", "retrieved", "told", "notices"))
READING = Table("reading", ("source", "text"), ("reader", "layout"))
LABELLING = Table(
    "labelling", ("source", "reading"), ("generation", "onrecord", "reader", "knowledge", "labeller", "parts")
)
STATEMENT = Table(
    "statement",
    ("labelling",),
    (
        "name", *_SPAN, "lang", "form", "date", "published", "venue", "publisher", "authority",
        "title_start", "title_end", "evidence", "first_day", "last_day", "likeness",
    ),
)  # fmt: skip
BLOCK = Table(
    "block",
    ("labelling", "statement"),
    ("number", "kind", "label", *_SPAN, "lang", "score", "labeller", "mention_start", "mention_end", "turn"),
)
UTTERANCE = Table(
    "utterance",
    ("labelling",),
    (
        "name", "statement", *_SPAN, "mode", "rule", "speaker", "actor", "speaker_start", "speaker_end",
        "capacity", "country", "parts", "cue_start", "cue_end", "answers", "within", "evidence",
    ),
)  # fmt: skip
POSITION = Table(
    "position",
    ("labelling", "statement"),
    (
        "utterance", *_SPAN, "holder", "holder_actor", "holder_start", "holder_end", "act", "cue_start", "cue_end",
        "rule", "target_start", "target_end", "target_entity", "towards", "towards_actor", "towards_start",
        "towards_end", "negated", "plover", "cameo", "strength", "target",
    ),
)  # fmt: skip
OCCURRENCE = Table("occurrence", ("labelling",), ("formulation", "form", *_SPAN))
NOTICE = Table("notice", ("labelling",), ("reason", "detail", *_SPAN))
SET_ASIDE = Table("set_aside", (), ("locator", "file", "part", "reason", "detail"))
JUDGEMENT = Table("judgement", (), ("text", *_SPAN, "quote", "subject", "verdict", "by", "at"))
PROPOSAL = Table("proposal", (), ("text", *_SPAN, "quote", "kind", "claim", "by", "at"))
LABELS = (STATEMENT, BLOCK, UTTERANCE, POSITION, OCCURRENCE, NOTICE)
TABLES = (SOURCE, CAPTURE, READING, LABELLING, *LABELS, SET_ASIDE, JUDGEMENT, PROPOSAL)

_pack = msgspec.msgpack.Encoder().encode
_json = msgspec.json.Encoder().encode


def row_hash(table: Table, parent: bytes, fields: Fields) -> bytes:
    """The hash that guards a row; ``parent`` is the hash (or the sha256) of what it hangs on."""
    return hashlib.blake2b(_pack((table.name, parent, fields)), digest_size=HASH_BYTES).digest()


def number(row: bytes) -> int:
    """A row hash as a signed 64-bit number, for adding up."""
    return int.from_bytes(row, "big", signed=True)


def json_text(value: Any) -> str:
    """A value as JSON text."""
    return _json(value).decode()


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _who(speaker: Speaker | None) -> Fields:
    return (None, None, None, None) if speaker is None else (speaker.name, speaker.actor, *_ends(speaker.span))


def _speaker(name: str | None, actor: str | None, start: int | None, end: int | None) -> Speaker | None:
    return None if name is None else Speaker(name, actor, _span(start, end))


def source_fields(source: Source) -> Fields:
    """Fields of SOURCE."""
    return source.id, len(source.data), source.media_type


def capture_fields(source: Source, address: str, sequence: int) -> Fields:
    """Fields of CAPTURE."""
    told, notices = json_text(source.told), json_text(source.notices)
    return source.locator, address, sequence, source.publisher, source.retrieved, told, notices


def source_of(sha256: str, data: bytes, media_type: str, fields: Fields) -> Source:
    """The Source of its bytes and the fields of one of its captures."""
    locator, _, _, publisher, retrieved, told, notices = fields
    said = msgspec.json.decode(told, type=tuple[Told, ...])
    noticed = msgspec.json.decode(notices, type=tuple[Notice, ...])
    return Source(sha256, data, media_type, locator, publisher, retrieved, said, noticed)


def learn_shapes() -> None:
    """Let the decoder learn the shapes that rows hold, once and in one thread. It fills a table of each class in place:
    two threads that meet a class for the first time together can crash the process."""
    for kind in (tuple[Told, ...], tuple[Notice, ...], tuple[Evidence, ...]):
        msgspec.json.Decoder(kind)
    msgspec.msgpack.Decoder(tuple[Layout, Runs])


def layout_blob(layout: Layout, runs: Runs) -> bytes:
    """A reading's layout and its map to the source, compressed."""
    return zlib.compress(_pack((layout, runs)), 1)


def layout_of(blob: bytes) -> tuple[Layout, Runs]:
    """The layout and map of a reading. zlib.error or msgspec.DecodeError when damaged."""
    return msgspec.msgpack.decode(zlib.decompress(blob), type=tuple[Layout, Runs])


def labelling_fields(generation: int, made: Made, parts: tuple[int, ...]) -> Fields:
    """Fields of LABELLING; ``parts`` counts the rows of each of LABELS, so that a lost row is noticed. Judgements that
    are applied stand after the labeller's name."""
    labeller = made.labeller
    if made.judgements:
        labeller += JUDGED + " ".join(map(str, made.judgements))
    return generation, made.onrecord, made.reader, made.knowledge, labeller, json_text(parts)


def made_of(onrecord: str, reader: str, knowledge: str, labeller: str) -> Made:
    """The Made of a labelling's row."""
    name, _, judged = labeller.partition(JUDGED)
    return Made(onrecord, reader, knowledge, name, tuple(int(n) for n in judged.split()))


def statement_fields(statement: Statement, likeness: int) -> Fields:
    """Fields of STATEMENT. ``first_day`` and ``last_day`` bound the date, or else the date of publication."""
    first, last = days(statement)
    return (
        statement.id, *_ends(statement.span), statement.lang, statement.form, statement.date, statement.published,
        statement.venue, statement.publisher, statement.authority, *_ends(statement.title),
        json_text(statement.evidence), first, last, likeness,
    )  # fmt: skip


def days(statement: Statement) -> tuple[str | None, str | None]:
    """First and last ISO day a statement can be of: by its date, else by its publication; else (None, None)."""
    for edtf in (statement.date, statement.published):
        try:
            first, last = bounds(edtf)
        except ValueError:
            continue
        if first or last:
            return first or last, last or first
    return None, None


def statement_of(fields: Fields) -> Statement:
    """The Statement of a row."""
    name, start, end, lang, form, date, published, venue, publisher, authority, t0, t1, evidence, *_ = fields
    because = msgspec.json.decode(evidence, type=tuple[Evidence, ...])
    span, title = Span(start, end), _span(t0, t1)
    return Statement(name, span, lang, form, date, published, venue, publisher, authority, title, because)


def block_fields(index: int, block: Block) -> Fields:
    """Fields of BLOCK; ``index`` is the block's place in the text."""
    return (
        index, block.kind, block.label, *_ends(block.span), block.lang, float(block.score), block.labeller,
        *_ends(block.mention), block.turn,
    )  # fmt: skip


def block_of(fields: Fields) -> Block:
    """The Block of a row."""
    _, kind, label, start, end, lang, score, labeller, m0, m1, turn = fields
    return Block(kind, Span(start, end), lang, score, labeller, label, _span(m0, m1), turn)


def utterance_fields(utterance: Utterance) -> Fields:
    """Fields of UTTERANCE."""
    return (
        utterance.id, utterance.statement, *_ends(utterance.span), utterance.mode, utterance.rule,
        *_who(utterance.speaker), utterance.capacity, utterance.country, json_text([_ends(p) for p in utterance.parts]),
        *_ends(utterance.cue), utterance.answers, utterance.within, json_text(utterance.evidence),
    )  # fmt: skip


def utterance_of(fields: Fields) -> Utterance:
    """The Utterance of a row."""
    name, statement, start, end, mode, rule, *rest = fields
    who, (capacity, country, parts, c0, c1, answers, within, evidence) = rest[:4], rest[4:]
    stretches = tuple(Span(a, b) for a, b in msgspec.json.decode(parts, type=list[tuple[int, int]]))
    because = msgspec.json.decode(evidence, type=tuple[Evidence, ...])
    return Utterance(
        name, Span(start, end), mode, rule, statement, _speaker(*who), capacity, country, stretches, _span(c0, c1),
        answers, within, because,
    )  # fmt: skip


def target_words(position: Position, chars: str) -> str | None:
    """The words a position is about, white space folded, cut at TARGET_CHARS; None without a target."""
    return " ".join(position.target.span.of(chars).split())[:TARGET_CHARS] if position.target else None


def position_fields(position: Position, chars: str) -> Fields:
    """Fields of POSITION; ``chars`` are those of its text."""
    target = (None, None, None) if position.target is None else (*_ends(position.target.span), position.target.entity)
    return (
        position.utterance, *_ends(position.span), *_who(position.holder), position.act, *_ends(position.cue),
        position.rule, *target, *_who(position.towards), int(position.negated), position.plover, position.cameo,
        position.strength, target_words(position, chars),
    )  # fmt: skip


def position_of(fields: Fields) -> Position:
    """The Position of a row."""
    utterance, start, end, holder, h_actor, h0, h1, act, c0, c1, rule, t0, t1, entity, *rest = fields
    towards, (negated, plover, cameo, strength, _) = rest[:4], rest[4:]
    target = None if t0 is None else Target(Span(t0, t1), entity)
    return Position(
        utterance, Span(start, end), Speaker(holder, h_actor, _span(h0, h1)), act, Span(c0, c1), rule, target,
        _speaker(*towards), bool(negated), plover, cameo, strength,
    )  # fmt: skip


def occurrence_fields(occurrence: Occurrence) -> Fields:
    """Fields of OCCURRENCE."""
    return occurrence.formulation, occurrence.form, *_ends(occurrence.span)


def occurrence_of(fields: Fields) -> Occurrence:
    """The Occurrence of a row."""
    formulation, form, start, end = fields
    return Occurrence(formulation, form, Span(start, end))


def notice_fields(notice: Notice) -> Fields:
    """Fields of NOTICE."""
    return str(notice.reason), notice.detail, *_ends(notice.span)


def notice_of(fields: Fields) -> Notice:
    """The Notice of a row."""
    reason, detail, start, end = fields
    return Notice(reason, detail, _span(start, end))


def set_aside_fields(aside: SetAside, file: str) -> Fields:
    """Fields of SET_ASIDE; ``file`` is the sha256 of the file it came from, or empty."""
    return aside.locator, file, aside.part, str(aside.reason), aside.detail


def set_aside_of(fields: Fields) -> SetAside:
    """The SetAside of a row."""
    locator, _, part, reason, detail = fields
    return SetAside(locator, reason, detail, part)
