"""The nouns of review: what a person decides about a claim, and what a machine only proposes.

Lives here: Judgement, Ruling, Proposal, and the id by which a position is called. Not here: applying a judgement
(``judge``), keeping it (``store``), asking a model (``propose``). A judgement points at characters, never at a row or
at an id of a claim, so that it outlives the rules that made the claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.claims import Position, short_id
from onrecord.model.page import Anchor
from onrecord.model.spans import Span

About = Literal["utterance", "position", "statement", "names", "judgement", "proposal", "formulation"]

NOWHERE = Anchor("", Span(0, 0), "")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of a person, never changed once kept.

    ``about`` and ``field`` say what is decided: of an utterance "speaker", "capacity", "wrong"; of a position "wrong",
    "act", "holder", "target", "towards", "negated"; of a statement "date", "published", "form", "venue", "authority";
    of two names "same", "different"; of a judgement "undo" (``value`` is its number); of a proposal "accept",
    "reject"; of a formulation the same (``value`` is the phrase, ``detail`` its language, ``entity`` the
    formulation that it is accepted as a form of; None: one by itself).
    ``anchor`` is the claim's place and characters (``NOWHERE`` for names). ``mark`` and ``detail`` tell claims at one
    place apart: the cue and "act|target|holder" of a position, the mode of an utterance, the id of a statement.
    ``entity`` is the stable id behind ``value`` and ``country`` that of a judged speaker; ``place`` are the characters
    of the value when it stands in the text. ``detail`` of names is the other name; of an accepted proposal its claim.
    ``at`` is ISO 8601; ``id`` counts from 1 (0: not yet kept).
    """

    about: About
    field: str
    value: str
    by: str
    at: str
    anchor: Anchor = NOWHERE
    mark: Span | None = None
    detail: str = ""
    entity: str | None = None
    country: str | None = None
    place: Span | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of a judgement: ``reason`` is empty when it is applied, else a code of ``reasons.Unapplied``;
    ``over`` says what it overruled: the rule and its value."""

    judgement: Judgement
    reason: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that a machine proposed, verified against the text; nothing counts it until a person accepts it.

    ``kind`` is "utterance" or "position"; ``anchor`` its words; ``claim`` the whole of it as JSON (``judge.claims``);
    ``by`` names the model. ``id`` counts from 1 (0: not yet kept).
    """

    kind: Literal["utterance", "position"]
    anchor: Anchor
    claim: str
    by: str
    at: str
    id: int = 0


def position_id(text_id: str, position: Position) -> str:
    """The id by which a position of a text is called: equal as long as its place, act, target and holder are."""
    return short_id("p", text_id, position.span, position.cue, distinction(position))


def distinction(position: Position) -> str:
    """What tells positions at one place apart: act, place of the target, holder."""
    target = position.target.span if position.target else None
    place = f"{target.start}:{target.end}" if target else "-"
    return f"{position.act}|{place}|{position.holder.name}"
