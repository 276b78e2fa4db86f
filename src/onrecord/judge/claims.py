"""Claims as JSON: how a proposal is kept, and how it becomes an utterance or a position when a person accepts it.

Lives here: that turn, and the check that a claim still fits its text. Not here: where proposals
come from (``propose``).
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from onrecord.knowledge.codes import ACT_RUNG, CODES
from onrecord.model import Dossier, Position, Span, Utterance


class _Claim(msgspec.Struct, omit_defaults=True):
    utterance: Utterance | None = None
    position: Position | None = None


def codes_of(act: str) -> tuple[str | None, str | None]:
    """PLOVER category and CAMEO code of an act by itself."""
    return CODES.get(act, (None, None))


def rung_of(act: str) -> int | None:
    """The rung of an act by itself, on the scale of docs/strength.md."""
    return ACT_RUNG.get(act)


def write(claim: Utterance | Position) -> str:
    """A claim as JSON text."""
    whole = _Claim(utterance=claim) if isinstance(claim, Utterance) else _Claim(position=claim)
    return msgspec.json.encode(whole).decode()


def parse(claim: str) -> Utterance | Position | None:
    """The claim of JSON text; None when it is none."""
    try:
        whole = msgspec.json.decode(claim, type=_Claim)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    return whole.utterance or whole.position


def read(claim: str, base: Dossier) -> Utterance | Position | None:
    """The claim as a part of a dossier: hung on its statement, or on the innermost voice; None when it does not fit."""
    found = parse(claim)
    if found is None or not all(0 <= s.start < s.end <= len(base.text.chars) for s in _spans(found)):
        return None
    around = sorted((s for s in base.statements if s.span.covers(found.span)), key=lambda s: len(s.span))
    if isinstance(found, Utterance):
        return replace(found, statement=around[0].id if around else "")
    voices = sorted((u for u in base.utterances if u.span.covers(found.span)), key=lambda u: len(u.span))
    return replace(found, utterance=voices[0].id) if voices else None


def _spans(claim: Utterance | Position) -> list[Span]:
    parts = [claim.span, claim.cue]
    if isinstance(claim, Utterance):
        parts += [*claim.parts, claim.speaker.span if claim.speaker else None]
    else:
        parts += [claim.holder.span, claim.target.span if claim.target else None]
    return [s for s in parts if s is not None]
