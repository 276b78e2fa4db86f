"""Write a dossier in the published shape, and the JSON Schema of that shape.

Lives here: the turn from ``model`` to ``contract``. Not here: the shape itself, files and lines (``cli``).
"""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.export import contract as out
from onrecord.model import Dossier, Evidence, Span, Speaker, Statement, Utterance


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _speaker(speaker: Speaker | None) -> out.SpeakerOut | None:
    if speaker is None:
        return None
    start, end = _pair(speaker.span) or (None, None)
    return out.SpeakerOut(speaker.name, speaker.actor, start, end)


def _evidence(items: tuple[Evidence, ...]) -> list[out.EvidenceOut]:
    ends = (_pair(e.span) or (None, None) for e in items)
    return [out.EvidenceOut(e.field, e.value, e.rule, a, b, e.where) for e, (a, b) in zip(items, ends, strict=True)]


def _statement(s: Statement) -> out.StatementOut:
    return out.StatementOut(
        s.id, s.span.start, s.span.end, s.lang, s.form, s.date, s.published, s.venue, s.publisher, s.authority,
        _evidence(s.evidence),
    )  # fmt: skip


def _utterance(u: Utterance) -> out.UtteranceOut:
    return out.UtteranceOut(
        id=u.id,
        start=u.span.start,
        end=u.span.end,
        mode=u.mode,
        parts=[(p.start, p.end) for p in u.parts],
        speaker=_speaker(u.speaker),
        capacity=u.capacity,
        cue=_pair(u.cue),
        answers=u.answers,
        within=u.within,
        rule=u.rule,
        statement=u.statement,
        evidence=_evidence(u.evidence),
    )


def shape(dossier: Dossier) -> out.DossierOut:
    """The dossier in its published shape."""
    source, text, made = dossier.source, dossier.text, dossier.made
    notice_ends = (_pair(n.span) or (None, None) for n in dossier.notices)
    return out.DossierOut(
        source=out.SourceOut(source.id, source.locator, source.media_type, source.publisher),
        text=out.TextOut(text.id, text.reader, text.chars),
        blocks=[
            out.BlockOut(b.kind, b.label, b.span.start, b.span.end, b.lang, round(b.score, 4), b.labeller)
            for b in dossier.blocks
        ],
        statements=[_statement(s) for s in dossier.statements],
        utterances=[_utterance(u) for u in dossier.utterances],
        positions=_positions(dossier),
        occurrences=[out.OccurrenceOut(o.formulation, o.form, o.span.start, o.span.end) for o in dossier.occurrences],
        notices=[
            out.NoticeOut(n.reason, n.detail, a, b) for n, (a, b) in zip(dossier.notices, notice_ends, strict=True)
        ],
        made=out.MadeOut(made.onrecord, made.reader, made.knowledge, made.labeller, out.SCHEMA_VERSION),
    )


def _positions(dossier: Dossier) -> list[out.PositionOut]:
    shaped = []
    for p in dossier.positions:
        holder = _speaker(p.holder)
        assert holder is not None
        target = out.TargetOut(p.target.span.start, p.target.span.end, p.target.entity) if p.target else None
        shaped.append(
            out.PositionOut(
                utterance=p.utterance,
                start=p.span.start,
                end=p.span.end,
                holder=holder,
                act=p.act,  # type: ignore[arg-type]
                target=target,
                towards=_speaker(p.towards),
                negated=p.negated,
                cue=(p.cue.start, p.cue.end),
                plover=p.plover,
                cameo=p.cameo,
                strength=p.strength,
                rule=p.rule,
            )
        )
    return shaped


def encode(value: msgspec.Struct) -> bytes:
    """JSON bytes of any published value, without a line end."""
    return msgspec.json.encode(value)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a dossier, with its version in ``$id``."""
    found = msgspec.json.schema(out.DossierOut)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:dossier:{out.SCHEMA_VERSION}",
        "title": "Onrecord dossier",
        **found,
    }
