"""Labels under review, and how a judged value names its judgement.

Lives here: the working copy of one document's labels. Not here: what changes them (``replay``, ``names``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Dossier, Evidence, Judgement, Position, Statement, Utterance


@dataclass(slots=True)
class Desk:
    """Labels under review: ``base`` as the rules made them; the lists as judged so far (None: judged wrong)."""

    base: Dossier
    statements: list[Statement]
    utterances: list[Utterance | None]
    positions: list[Position | None]
    added: list[Utterance] = field(default_factory=list)
    taken: list[Position] = field(default_factory=list)


def because(judgement: Judgement, over: str) -> Evidence:
    """The evidence of a judged value: who, when, and what it overrules."""
    where = f"by {judgement.by}, {judgement.at[:10]}, over {over}"
    return Evidence(judgement.field, judgement.value, f"judgement/{judgement.id}", judgement.place, where)


def judged(rule: str, judgement: Judgement) -> str:
    """A rule's name with the judgement that overrules a part of what it found."""
    return f"{rule}+judgement/{judgement.id}"
