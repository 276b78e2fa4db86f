"""Positions: who takes which stance on what.

Lives here: ``find``, from the readers' stances to positions of voices. Not here: the words (``knowledge.stance``),
finding (``spaced``, ``unspaced``), who holds one (``holders``).
"""

from __future__ import annotations

from bisect import bisect_right

from onrecord.annotate.page import Page, Section
from onrecord.annotate.positions import holders, spaced, unspaced
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.quotations import stretches
from onrecord.annotate.stretch import make
from onrecord.knowledge import Language
from onrecord.knowledge.codes import ACT_RUNG, CODES, RUNGS
from onrecord.model import Position, Target, Utterance

__all__ = ["find"]


def find(page: Page, utterances: tuple[Utterance, ...]) -> tuple[Position, ...]:
    """Every position of the statements' main text, in order; ``utterances`` in the order of their places, wider ones
    first. Total: it raises nothing on any text."""
    voices = Voices(utterances)
    found: list[Position] = []
    for section in page.sections:
        for language, stands in _stands(page, section):
            desk = Desk(page, section, language)
            found.extend(p for p in (_position(desk, voices, stand) for stand in stands) if p is not None)
    return tuple(sorted(found, key=lambda p: (p.span, p.cue, p.act)))


def _stands(page: Page, section: Section) -> list[tuple[Language, list[Stand]]]:
    result = []
    for language, paragraphs in stretches(page, section):
        if not language.stance.words:
            continue
        if language.spaced:
            stands = spaced.find(make(page.chars, paragraphs, language.speech), language)
        else:
            stands = unspaced.find(page.chars, paragraphs, language)
        result.append((language, stands))
    return result


class Voices:
    """The utterances of a text by place: which is the innermost that holds a character."""

    def __init__(self, utterances: tuple[Utterance, ...]) -> None:
        self._all = utterances
        self._starts = [u.span.start for u in utterances]
        self._by_id = {u.id: u for u in utterances}

    def at(self, place: int) -> Utterance | None:
        """The innermost utterance that holds the character at ``place``."""
        last = bisect_right(self._starts, place) - 1
        best: Utterance | None = None
        for one in reversed(self._all[max(0, last - 64) : last + 1]):
            parts = one.parts or (one.span,)
            if any(p.start <= place < p.end for p in parts) and (best is None or len(one.span) < len(best.span)):
                best = one
        if best is None:
            wide = (u for u in self._all if u.mode in ("turn", "narration") and u.span.start <= place < u.span.end)
            best = next(wide, None)
        return best


def _position(desk: Desk, voices: Voices, stand: Stand) -> Position | None:
    voice = voices.at(stand.cue.start)
    holder = holders.of_mention(desk, stand.holder) if stand.holder else holders.of_voice(desk, voice)
    if voice is None or holder is None or not stand.act:
        return None
    plover, cameo = CODES[stand.act]
    word = stand.word
    return Position(
        utterance=voice.id,
        span=stand.span,
        holder=holder,
        act=stand.act,
        cue=stand.cue,
        rule=stand.rule,
        target=Target(stand.target) if stand.target and len(stand.target) else None,
        towards=holders.of_mention(desk, stand.towards) if stand.towards else None,
        negated=stand.negated,
        plover=None if word.plover == "-" else word.plover or plover,
        cameo=None if word.cameo == "-" else word.cameo or cameo,
        strength=min(max((word.strength or ACT_RUNG[stand.act]) + stand.step, min(RUNGS)), max(RUNGS)),
    )
