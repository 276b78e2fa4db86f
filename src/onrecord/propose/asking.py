"""Asking a model about one statement: passage by passage, within bounds, with everything counted.

Lives here: the order of calls and the sum. Not here: the call (``call``), the checks (``verify``).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.knowledge import Knowledge
from onrecord.limits import Limits
from onrecord.model import Dossier, Position, Statement, Utterance
from onrecord.propose import question, verify
from onrecord.propose.call import CallFailed, Endpoint, post
from onrecord.reasons import Dropped

Post = Callable[..., bytes]
MOST_FAILURES = 2


@dataclass(slots=True)
class Outcome:
    """What asking gave: verified ``claims``; entries ``dropped`` by reason; ``calls`` made, those that ``failed`` by
    code; characters ``sent`` to the model and ``unasked`` (main text that bounds or failures left out).
    ``held`` are the verified claims that were dropped because the record holds them."""

    claims: list[Utterance | Position] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    sent: int = 0
    unasked: int = 0
    held: list[Utterance | Position] = field(default_factory=list)

    @property
    def unanswered(self) -> bool:
        """True when nothing could be asked, or no answer could be read."""
        return self.calls <= sum(self.failed.values()) + self.dropped[Dropped.NOT_JSON]


def ask(
    dossier: Dossier, statement: Statement, endpoint: Endpoint, know: Knowledge, limits: Limits, send: Post = post
) -> Outcome:
    """Ask about the main text of a statement. InputError when the address cannot be reached; every other failure is
    counted, and after MOST_FAILURES in a row nothing more is asked."""
    outcome, end, in_a_row = Outcome(), time.monotonic() + limits.propose_wall_s, 0
    whole = question.passages(dossier.text, dossier.blocks, statement.span, limits.propose_passage_chars)
    main = sum(
        len(b.span)
        for b in dossier.blocks
        if b.kind in ("headline", "question", "answer", "body") and statement.span.covers(b.span)
    )
    answered = 0
    for passage in whole[: limits.propose_calls]:
        seconds = min(limits.propose_call_s, end - time.monotonic())
        if seconds <= 0 or in_a_row == MOST_FAILURES:
            break
        outcome.calls += 1
        outcome.sent += len(passage.sent)
        try:
            answer = send(
                endpoint,
                question.body(endpoint.model, passage),
                seconds=seconds,
                answer_bytes=limits.propose_answer_bytes,
            )
        except CallFailed as failure:
            outcome.failed[str(failure)] += 1
            in_a_row += 1
            continue
        in_a_row = 0
        answered += sum(map(len, passage.spans))
        bench = verify.Bench(dossier.text, passage, know, statement.lang, limits.propose_entries)
        _sum(outcome, verify.verified(answer, bench), dossier)
    outcome.unasked = main - answered
    return outcome


def _sum(outcome: Outcome, found: verify.Verified, dossier: Dossier) -> None:
    outcome.dropped.update(found.dropped)
    held = {_key(u) for u in dossier.utterances} | {_key(p) for p in dossier.positions}
    held |= {_key(c) for c in outcome.claims}
    for claim in found.claims:
        if _key(claim) in held:
            outcome.dropped[Dropped.HELD_ALREADY] += 1
            outcome.held.append(claim)
            continue
        held.add(_key(claim))
        outcome.claims.append(claim)


def _key(claim: Utterance | Position) -> tuple[object, ...]:
    """What makes two claims the same: place and mode of an utterance; cue, act and negation of a position."""
    if isinstance(claim, Utterance):
        return "utterance", claim.span, claim.mode
    return "position", claim.cue, claim.act, claim.negated
