"""A judgement made from what a person typed: checked against closed lists, the packs and the text.

Lives here: which fields a kind of claim has and what values they take. Not here: options (``cli``), keeping
(``store``). InputError says what to give instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.dates import bounds
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.codes import ACTS
from onrecord.knowledge.pack import fold
from onrecord.model import (
    AUTHORITIES,
    FORMS,
    About,
    Anchor,
    Judgement,
    Position,
    Proposal,
    Span,
    Statement,
    Text,
    Utterance,
    distinction,
)

FIELDS: dict[str, tuple[str, ...]] = {
    "utterance": ("speaker", "capacity", "wrong"),
    "position": ("wrong", "act", "holder", "target", "towards", "negated"),
    "statement": ("date", "published", "form", "venue", "authority"),
    "names": ("same", "different"),
    "judgement": ("undo",),
    "proposal": ("accept", "reject"),
    "formulation": ("accept", "reject"),
}
_CLOSED = {"act": ACTS, "form": FORMS, "authority": AUTHORITIES, "negated": ("yes", "no")}
TITLE_CHARS = 120


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and when (ISO 8601)."""

    by: str
    at: str


def judgement_of(
    text: Text, claim: Statement | Utterance | Position, decision: tuple[str, str], hand: Hand, know: Knowledge
) -> Judgement:
    """The judgement that a claim's field has a value; ``decision`` is (field, value). Dates may be empty: unknown."""
    name, value = decision[0], decision[1].strip()
    about: About = (
        "statement" if isinstance(claim, Statement) else "utterance" if isinstance(claim, Utterance) else "position"
    )
    if name not in FIELDS[about]:
        raise InputError(f"{_a(about)} has no {name} to judge; there are: {', '.join(FIELDS[about])}")
    _check(name, value)
    entity, country, place = _resolved(text, claim, (name, value), know)
    anchor, mark, detail = _place(text, claim)
    return Judgement(about, name, value, hand.by, hand.at, anchor, mark, detail, entity, country, place)


def names_judgement(
    kind: Literal["same", "different"], names: tuple[str, str], hand: Hand, know: Knowledge
) -> Judgement:
    """The judgement that two names are one person (the first is kept) or are not. The first may be an actor's id."""
    first, other = names[0].strip(), names[1].strip()
    if not first or not other or fold(first) == fold(other):
        raise InputError("give two different names")
    name, entity, _ = who(know, first)
    return Judgement("names", kind, name, hand.by, hand.at, detail=other, entity=entity)


def undo(number: int, hand: Hand) -> Judgement:
    """The judgement that an earlier one does not hold."""
    return Judgement("judgement", "undo", str(number), hand.by, hand.at)


def accept(proposal: Proposal, hand: Hand, *, yes: bool) -> Judgement:
    """The judgement that a proposal is right, which makes it a claim, or that it is not."""
    word, claim = ("accept", proposal.claim) if yes else ("reject", "")
    return Judgement("proposal", word, str(proposal.id), hand.by, hand.at, proposal.anchor, detail=claim)


def formulation(phrase: str, lang: str, hand: Hand, *, yes: bool, renders: str | None = None) -> Judgement:
    """The judgement that a phrase of a language is a set formulation, which is counted from then on, or that it is
    none, which is not proposed again; ``renders``: that it is a form of the formulation with this id."""
    words = " ".join(phrase.split())
    if not any(map(str.isalnum, words)):
        raise InputError("give a phrase, or the number of a proposal; `onrecord formulations` prints them")
    return Judgement("formulation", "accept" if yes else "reject", words, hand.by, hand.at, detail=lang, entity=renders)


def who(know: Knowledge, value: str, lang: str = "") -> tuple[str, str | None, str | None]:
    """Name, actor's id and country of what was typed: an id of a pack, a name that a pack knows, or just a name."""
    by_id = lookup.actor(know, value)
    actor = by_id or lookup.actor_named(know, value, lang)
    if actor is None:
        return value, None, None
    country = actor.id if actor.kind == "state" else actor.country
    return (actor.names.preferred(lang or "en") or value) if by_id else value, actor.id, country


def entity_of(know: Knowledge, value: str) -> str | None:
    """The id of the measure or initiative with this id or name; None when unknown or several have the name."""
    folded = fold(value)
    found = set()
    for pack in know.packs:
        for entity in pack.entities:
            if entity.id == value:
                return entity.id
            if any(fold(name) == folded for name in entity.names.all()):
                found.add(entity.id)
    return found.pop() if len(found) == 1 else None


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _check(name: str, value: str) -> None:
    if name in _CLOSED and value not in _CLOSED[name]:
        raise InputError(f"no {name} is called {value!r}; there are: {', '.join(_CLOSED[name])}")
    if name in ("date", "published"):
        try:
            bounds(value)
        except ValueError:
            raise InputError(f"{value!r} is not a date; write 2024, 2024-01 or 2024-01-29") from None
    elif not value and name not in ("wrong", "towards"):
        raise InputError(f"say which {name}")


def _resolved(
    text: Text, claim: Statement | Utterance | Position, decision: tuple[str, str], know: Knowledge
) -> tuple[str | None, str | None, Span | None]:
    name, value = decision
    if name in ("speaker", "holder", "towards"):
        _, entity, country = who(know, value)
        return entity, country, _nearest(text, value, claim.span)
    if name == "target":
        entity, place = entity_of(know, value), _nearest(text, value, claim.span)
        if entity is None and place is None:
            raise InputError(f"no pack knows {value!r} and the text does not hold these words; give an id or the words")
        return entity, None, place
    return None, None, None


def _nearest(text: Text, words: str, span: Span) -> Span | None:
    """The place of words that stands nearest to a span; None when the text does not hold them."""
    if not words:
        return None
    before = text.chars.rfind(words, 0, span.end)
    after = text.chars.find(words, span.start)
    places = [at for at in (before, after) if at >= 0]
    if not places:
        return None
    start = min(places, key=lambda at: abs(at - span.start) if not span.start <= at < span.end else 0)
    return Span(start, start + len(words))


def _place(text: Text, claim: Statement | Utterance | Position) -> tuple[Anchor, Span | None, str]:
    if isinstance(claim, Statement):
        span = claim.title or Span(claim.span.start, min(claim.span.end, claim.span.start + TITLE_CHARS))
        return text.anchor(span), None, claim.id
    if isinstance(claim, Utterance):
        return text.anchor(claim.span), None, claim.mode
    return text.anchor(claim.span), claim.cue, distinction(claim)
