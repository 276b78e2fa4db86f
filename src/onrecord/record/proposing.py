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
from onrecord.limits import Limits
from onrecord.model import Position, Proposal, Text, Utterance
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
    """A proposal, its claim, and what became of it; ``by`` is who judged it, and when."""

    proposal: Proposal
    claim: Utterance | Position | None
    state: Literal["waiting", "accepted", "rejected"] = "waiting"
    by: str = ""


def propose(store: Store, know: Knowledge, asked: tuple[str, Endpoint, str], limits: Limits) -> Proposed:
    """Ask about the statement with an id (or its beginning) and keep what is verified and new."""
    name, endpoint, at = asked
    hand = judging.hand(endpoint.model, at)
    held = store.statement(name)
    outcome = ask(store.dossier(held.source), held.statement, endpoint, know, limits)
    before = {(p.kind, p.claim) for p in store.proposals() if p.anchor.text_id == held.text.id}
    new = []
    for one in _proposals(held.text, outcome, hand):
        if (one.kind, one.claim) in before:
            outcome.dropped[Dropped.HELD_ALREADY] += 1
        else:
            new.append(one)
    return Proposed(tuple(store.propose(new)) if new else (), outcome)


def _proposals(text: Text, outcome: Outcome, hand: judge.Hand) -> Iterator[Proposal]:
    for claim in outcome.claims:
        kind: Literal["utterance", "position"] = "utterance" if isinstance(claim, Utterance) else "position"
        yield Proposal(kind, text.anchor(claim.span), claims.write(claim), hand.by, hand.at)


def proposals(store: Store) -> list[Waiting]:
    """Every proposal with the last standing word about it."""
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
