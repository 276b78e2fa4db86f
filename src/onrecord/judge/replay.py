"""Judgements replayed over the labels of one document.

Lives here: the order, and what each field of a judgement changes. Not here: finding the claim (``match``). Claims are
found among the labels that the rules made, so one judgement never hides the place of another; the later one wins.
Every change says so: evidence with the rule ``judgement/N`` on statements and utterances, and ``rule`` on positions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.judge import claims, match, names, phrases
from onrecord.judge.desk import Desk, because, judged
from onrecord.model import (
    Dossier,
    Judgement,
    Occurrence,
    Position,
    Ruling,
    Span,
    Speaker,
    Target,
    Utterance,
)
from onrecord.reasons import Unapplied


def replay(base: Dossier, judgements: Sequence[Judgement]) -> tuple[Dossier, tuple[Ruling, ...]]:
    """The labels of ``base`` (as the rules made them) under standing judgements in order, and a ruling for each
    judgement that is about this text or about names. Pure; without judgements the dossier is equal to ``base``."""
    last = {j.value: j.id for j in judgements if j.about == "proposal"}
    desk = Desk(base, list(base.statements), list(base.utterances), list(base.positions))
    rulings = []
    for one in judgements:  # an overruled one is laid down too: the name of a judged rule tells the whole history
        if one.about != "names" and one.anchor.text_id != base.text.id:
            continue
        if one.about == "proposal" and last[one.value] != one.id:
            rulings.append(Ruling(one, Unapplied.OVERRULED))
        else:
            rulings.append(_rule(desk, one))
    applied = tuple(r.judgement.id for r in rulings if not r.reason and r.judgement.field != "reject")
    occurrences, counted = phrases.laid(base, judgements)
    return _packed(desk, tuple(sorted((*applied, *counted))), occurrences), _overruled(base, rulings)


def _overruled(base: Dossier, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """The rulings, where one that a later one on the same claim turns round, or takes the claim from, says so."""
    later: dict[tuple[str, int, str], str] = {}
    told = []
    for ruling in reversed(rulings):
        one = ruling.judgement
        found = None if ruling.reason or one.about in ("names", "proposal") else _find(base, one)
        if isinstance(found, int):
            claim = (one.about, found)
            gone = one.field != "wrong" and (*claim, "wrong") in later
            if gone or later.setdefault((*claim, one.field), one.value) != one.value:
                ruling = replace(ruling, reason=Unapplied.OVERRULED)
        told.append(ruling)
    return tuple(reversed(told))


def _rule(desk: Desk, judgement: Judgement) -> Ruling:
    if judgement.about == "names":
        over = names.apply(desk, judgement)
        return Ruling(judgement, "" if over else Unapplied.NO_SUCH_NAME, over)
    if not judgement.anchor.holds(desk.base.text.chars):
        return Ruling(judgement, Unapplied.CHARACTERS_GONE)
    if judgement.about == "proposal":
        return _accepted(desk, judgement)
    found = _find(desk.base, judgement)
    if isinstance(found, Unapplied):
        return Ruling(judgement, found)
    change = {"utterance": _utterance, "position": _position, "statement": _statement}[judgement.about]
    over = change(desk, found, judgement)
    return Ruling(judgement, "" if over else Unapplied.OVERRULED, over)


def _find(base: Dossier, judgement: Judgement) -> match.Found:
    if judgement.about == "utterance":
        return match.utterance(base.utterances, judgement)
    if judgement.about == "position":
        return match.position(base.positions, judgement)
    return match.statement(base.statements, judgement)


def _statement(desk: Desk, index: int, judgement: Judgement) -> str:
    now = desk.statements[index]
    old = [e for e in now.evidence if e.field == judgement.field]
    over = f"{old[0].rule} ({old[0].value})" if old else "nothing said so"
    evidence = (because(judgement, over), *now.evidence)
    value = judgement.value or None
    desk.statements[index] = replace(now, evidence=evidence, **{judgement.field: value})  # type: ignore[arg-type]
    return over


def _utterance(desk: Desk, index: int, judgement: Judgement) -> str:
    now = desk.utterances[index]
    if now is None:
        return ""
    if judgement.field == "wrong":
        desk.utterances[index] = None
        return f"{now.rule}"
    if judgement.field == "capacity":
        over = f"{now.rule} ({now.capacity or 'none'})"
        desk.utterances[index] = replace(
            now, capacity=judgement.value, evidence=(because(judgement, over), *now.evidence)
        )
        return over
    over = f"{now.rule} ({now.speaker.name if now.speaker else 'no named voice'})"
    mention = now.speaker.span if now.speaker else None
    speaker = Speaker(judgement.value, judgement.entity, mention)
    same = now.speaker is not None and judgement.entity is not None and now.speaker.actor == judgement.entity
    kept = same or (_is_office(now) and judgement.country in (None, now.country))
    desk.utterances[index] = replace(
        now,
        speaker=speaker,
        capacity=now.capacity if kept else None,
        country=now.country if kept else judgement.country,
        evidence=(because(judgement, over), *now.evidence),
    )
    _holders_follow(desk, now, judgement)
    return over


def _is_office(voice: Utterance) -> bool:
    """True when only an office is told of a voice, or nobody: who is named for it holds that office."""
    return voice.speaker is None or not voice.speaker.known or voice.speaker.name == voice.capacity


def _holders_follow(desk: Desk, before: Utterance, judgement: Judgement) -> None:
    """Positions held by the voice that was wrong are held by the right one: itself, or the state it speaks for."""
    for index, one in enumerate(desk.positions):
        if one is None or one.utterance != before.id:
            continue
        state = one.holder.actor is not None and one.holder.actor == before.country
        if before.speaker is not None and (
            one.holder.name == before.speaker.name or (one.holder.span and one.holder.span == before.speaker.span)
        ):
            holder = Speaker(judgement.value, judgement.entity, one.holder.span)
        elif state and judgement.country != before.country:
            holder = Speaker(judgement.value, judgement.country or judgement.entity, None)
        else:
            continue
        desk.positions[index] = replace(one, holder=holder, rule=judged(one.rule, judgement))


def _position(desk: Desk, index: int, judgement: Judgement) -> str:
    now = desk.positions[index]
    if now is None:
        return ""
    if judgement.field == "wrong":
        desk.positions[index] = None
        return f"{now.rule} ({now.act})"
    old, changed = _changed(now, judgement)
    desk.positions[index] = replace(changed, rule=judged(now.rule, judgement))
    return f"{now.rule} ({old})"


def _changed(now: Position, judgement: Judgement) -> tuple[str, Position]:
    value, who = judgement.value, Speaker(judgement.value, judgement.entity, judgement.place)
    if judgement.field == "act":
        plover, cameo = claims.codes_of(value)
        return now.act, replace(now, act=value, plover=plover, cameo=cameo, strength=claims.rung_of(value))
    if judgement.field == "holder":
        return now.holder.name, replace(now, holder=who)
    if judgement.field == "towards":
        return now.towards.name if now.towards else "none", replace(now, towards=who if value else None)
    if judgement.field == "negated":
        return "negated" if now.negated else "not negated", replace(now, negated=value == "yes")
    old = (now.target.entity or "as found") if now.target else "none"
    place: Span = judgement.place or (now.target.span if now.target else now.cue)
    return old, replace(now, target=Target(place, judgement.entity))


def _accepted(desk: Desk, judgement: Judgement) -> Ruling:
    if judgement.field == "reject":
        return Ruling(judgement, "", f"proposal {judgement.value}")
    made = claims.read(judgement.detail, desk.base)
    if made is None:
        return Ruling(judgement, Unapplied.NOTHING_THERE)
    over = f"proposal {judgement.value}"
    rule = f"proposed+judgement/{judgement.id}"
    if isinstance(made, Utterance):
        desk.added.append(replace(made, rule=rule, evidence=(because(judgement, over),)))
    else:
        rung = made.strength or claims.rung_of(made.act)  # one kept by an earlier version has none
        desk.taken.append(replace(made, rule=rule, strength=rung))
    return Ruling(judgement, "", over)


def _packed(desk: Desk, applied: tuple[int, ...], occurrences: tuple[Occurrence, ...]) -> Dossier:
    if not applied:
        return desk.base
    utterances = [*(u for u in desk.utterances if u is not None), *desk.added]
    utterances.sort(key=lambda u: (u.span.start, -u.span.end, u.mode))
    gone = {u.id: u for u, now in zip(desk.base.utterances, desk.utterances, strict=True) if now is None}
    held = [u if not gone else _unhooked(u, gone) for u in utterances]
    positions = [p for p in (*desk.positions, *desk.taken) if p is not None]
    rehung = (_rehung(p, gone, held) for p in positions)
    kept = sorted((p for p in rehung if p is not None), key=lambda p: (p.span, p.cue, p.act))
    return replace(
        desk.base,
        statements=tuple(desk.statements),
        utterances=tuple(held),
        positions=tuple(kept),
        occurrences=occurrences,
        made=replace(desk.base.made, judgements=applied),
    )


def _unhooked(utterance: Utterance, gone: dict[str, Utterance]) -> Utterance:
    """An utterance without the names of utterances that were judged wrong."""
    within = utterance.within
    while within in gone:
        within = gone[within].within
    answers = None if utterance.answers in gone else utterance.answers
    return replace(utterance, within=within, answers=answers)


def _rehung(position: Position, gone: dict[str, Utterance], held: Sequence[Utterance]) -> Position | None:
    """A position of an utterance judged wrong is a position of the voice around it; without any it goes too."""
    if position.utterance not in gone:
        return position
    around = [u for u in held if u.span.covers(position.span)]
    return replace(position, utterance=min(around, key=lambda u: len(u.span)).id) if around else None
