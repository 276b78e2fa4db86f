"""Judgements about names: two names are one person, or are not.

Lives here: renaming voices and holders of one document. Not here: which documents (``record``). Names are compared
whole, case and width folded; nothing is merged by likeness.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.judge.desk import Desk, because, judged
from onrecord.knowledge.pack import fold
from onrecord.model import Judgement, Speaker


def apply(desk: Desk, judgement: Judgement) -> str:
    """Rename; gives what was overruled, or nothing when no voice or holder has the name."""
    rename = _merged if judgement.field == "same" else _parted
    chars, over = desk.base.text.chars, ""
    for index, one in enumerate(desk.utterances):
        if one is None or one.speaker is None:
            continue
        speaker = rename(one.speaker, judgement, chars)
        if speaker is not None:
            over = over or f"{one.rule} ({one.speaker.name})"
            told = because(replace(judgement, value=speaker.name), f"{one.rule} ({one.speaker.name})")
            evidence = (replace(told, field="speaker"), *one.evidence)
            desk.utterances[index] = replace(one, speaker=speaker, evidence=evidence)
    return _positions(desk, judgement, over)


def _positions(desk: Desk, judgement: Judgement, over: str) -> str:
    rename = _merged if judgement.field == "same" else _parted
    for index, one in enumerate(desk.positions):
        if one is None:
            continue
        holder = rename(one.holder, judgement, desk.base.text.chars)
        towards = rename(one.towards, judgement, desk.base.text.chars) if one.towards else None
        if holder or towards:
            over = over or f"{one.rule} ({one.holder.name})"
            desk.positions[index] = replace(
                one, holder=holder or one.holder, towards=towards or one.towards, rule=judged(one.rule, judgement)
            )
    return over


def _merged(who: Speaker, judgement: Judgement, chars: str) -> Speaker | None:
    """The voice under the first name, when it has the other one."""
    if fold(who.name) != fold(judgement.detail):
        return None
    return Speaker(judgement.value, judgement.entity or who.actor, who.span)


def _parted(who: Speaker, judgement: Judgement, chars: str) -> Speaker | None:
    """The voice under the name that is printed, when that was resolved to the other one."""
    if who.span is None:
        return None
    printed = " ".join(who.span.of(chars).split())
    pair = {fold(judgement.value), fold(judgement.detail)}
    if fold(who.name) in pair and fold(printed) in pair and fold(printed) != fold(who.name):
        return Speaker(printed, None, who.span)
    return None
