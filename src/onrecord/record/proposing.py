"""Proposals of a language model: asked for, kept, and what a person said of each.

Lives here: the order of steps. Not here: asking and verifying (``propose``), rows (``store``), accepting (``judging``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord import judge
from onrecord.judge import claims
from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import fold
from onrecord.limits import Limits
from onrecord.model import Dossier, Position, Proposal, Text, Utterance
from onrecord.propose import Endpoint, Outcome, ask
from onrecord.reasons import Dropped
from onrecord.record import judging
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Proposed:
    """What asking gave: ``kept`` proposals, and the ``outcome`` with everything dropped, failed and left unasked."""

    kept: tuple[Proposal, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal, its claim, and what became of it; ``by`` is who judged it, and when; ``warning`` is what to look at
    before it is accepted (empty: nothing)."""

    proposal: Proposal
    claim: Utterance | Position | None
    state: Literal["waiting", "accepted", "rejected"] = "waiting"
    by: str = ""
    warning: str = ""


def propose(store: Store, know: Knowledge, asked: tuple[str, Endpoint, str], limits: Limits) -> Proposed:
    """Ask about the statement with an id (or its beginning) and keep what is verified and new."""
    name, endpoint, at = asked
    hand = judging.hand(endpoint.model, at)
    held = store.statement(name)
    outcome = ask(store.dossier(held.source), held.statement, endpoint, know, limits)
    before = {_same(w.claim): w.state for w in _states(store) if w.proposal.anchor.text_id == held.text.id}
    for claim in outcome.held:  # what a person accepted stands in the record, and is no finding of the rules
        if before.get(_same(claim)) == "accepted":
            outcome.dropped[Dropped.HELD_ALREADY] -= 1
            outcome.dropped[Dropped.ACCEPTED_ALREADY] += 1
    outcome.dropped = +outcome.dropped
    new = []
    for one in _proposals(held.text, outcome, hand):
        state = before.get(_same(claims.parse(one.claim)))
        if state is None:
            new.append(one)
        else:
            outcome.dropped[Dropped(f"{state}_already")] += 1
    return Proposed(tuple(store.propose(new)) if new else (), outcome)


def _same(claim: Utterance | Position | None) -> Utterance | Position | None:
    """The claim without its rung, which an earlier version did not give."""
    return replace(claim, strength=None) if isinstance(claim, Position) else claim


def _proposals(text: Text, outcome: Outcome, hand: judge.Hand) -> Iterator[Proposal]:
    for claim in outcome.claims:
        kind: Literal["utterance", "position"] = "utterance" if isinstance(claim, Utterance) else "position"
        yield Proposal(kind, text.anchor(claim.span), claims.write(claim), hand.by, hand.at)


def proposals(store: Store) -> list[Waiting]:
    """Every proposal with the last standing word about it, and what to look at before it is accepted."""
    held: dict[str, Dossier] = {}
    return [replace(one, warning=_warning(store, one, held)) for one in _states(store)]


def _warning(store: Store, one: Waiting, held: dict[str, Dossier]) -> str:
    """A denial that is laid in another's mouth is the error of models that does most harm."""
    claim, text = one.claim, one.proposal.anchor.text_id
    if not (isinstance(claim, Position) and claim.negated):
        return ""
    if text not in held:
        sources = store.sources_about([text])
        if not sources:
            return ""
        held[text] = store.dossier(sources[0])
    voices = sorted((u for u in held[text].utterances if u.span.covers(claim.span)), key=lambda u: len(u.span))
    voice, holder = (voices[0] if voices else None), claim.holder
    who = voice.speaker if voice else None
    if (
        voice
        and who
        and (fold(who.name) == fold(holder.name) or (holder.actor and holder.actor in (who.actor, voice.country)))
    ):
        return ""
    said = f"the words are {who.name}'s" if who else "no named voice says the words"
    return f"negated, and held by {holder.name}, while {said}: read who denies before accepting"


def _states(store: Store) -> list[Waiting]:
    standing, _ = judge.active(store.judgements())
    said = {int(j.value): j for j in standing if j.about == "proposal"}
    found = []
    for one in store.proposals():
        waiting = Waiting(one, claims.parse(one.claim))
        if one.id in said:
            word = said[one.id]
            state: Literal["accepted", "rejected"] = "accepted" if word.field == "accept" else "rejected"
            waiting = replace(waiting, state=state, by=f"{word.by}, {word.at[:10]}")
        found.append(waiting)
    return found
