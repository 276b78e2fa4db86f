"""Who stands behind a paper, and whether a voice is a political actor's, in languages written without spaces.

Lives here: the issuer that a directive's title names, the political holder of a voice, and the side of an office that
names no state. Not here: subjects of clauses (``sides``), the holder of a voice in general (``holders``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from onrecord.annotate.positions.holders import Desk, of_voice
from onrecord.annotate.positions.sides import Sides
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.voices import Voices
from onrecord.knowledge.lookup import actor
from onrecord.model import Span, Speaker, Utterance
from onrecord.text.fold import simplified

TITLE = 200
PARTY = "方"  # the last sign of a side ("X方")


def directs(desk: Desk, chars: str, sides: Sides) -> Speaker | None:
    """The issuer of a paper that directs: "X关于…的意见" in a headline, X a body; None for other pages. A report
    that someone issued one ("X印发关于…的意见") is none."""
    stance = desk.language.stance
    if not stance.papers:
        return None
    for block in desk.section.blocks:
        if block.kind != "headline":
            continue
        lines = chars[block.span.start : min(block.span.end, block.span.start + TITLE)]
        title = "".join(lines.split())
        for about in stance.about:
            at = title.find(about)
            issuer = lines[: lines.find(about)] if about in lines else ""
            issuer = issuer.split("|")[-1].strip()
            if at > 1 and title.endswith(stance.papers) and sides.is_body(issuer) and not issuer[:1].isdigit():
                start = block.span.start + lines.find(issuer)
                printed = " ".join(desk.page.chars[start : start + len(issuer)].split())
                return Speaker(printed, None, Span(start, start + len(issuer)))
    return None


def political(desk: Desk, sides: Sides, voice: Utterance) -> Speaker | None:
    """The holder of what a voice says, when it is a political actor's; None for a scholar's or a company's."""
    if voice.speaker is None:
        return None
    holder = of_voice(desk, voice)
    if holder is None:
        return None
    stance = desk.language.stance
    words = simplified(voice.capacity or "")
    if words.endswith(stance.not_actors):
        return None
    if voice.country is not None or voice.speaker.actor is not None:
        return holder
    side = sides.read(voice.speaker.span) if voice.speaker.span else None
    if side is not None and side.kind == "actor":
        return side.who
    return holder if words.endswith(stance.actors) else None


def sided(desk: Desk, voices: Voices, found: list[Stand]) -> list[Stand]:
    """Stances of an office that names no state, held by the side whose stances its words tell ("外交部发言人表示，…，
    X方坚决反对"), when that is one."""
    told: dict[str, dict[str, Speaker]] = defaultdict(dict)
    for stand in found:
        voice, side = voices.at(stand.cue.start), stand.who
        if voice is not None and side is not None and side.actor is not None and side.name.endswith(PARTY):
            told[voice.id].setdefault(side.actor, side)
    return [_of_side(desk, voices, told, stand) for stand in found] if told else found


def _of_side(desk: Desk, voices: Voices, told: dict[str, dict[str, Speaker]], stand: Stand) -> Stand:
    voice = voices.at(stand.cue.start)
    if voice is None or voice.speaker is None or stand.who is None or len(told.get(voice.id, ())) != 1:
        return stand
    stateless = voice.country is None and voice.speaker.actor is None and voice.mode not in ("turn", "narration")
    state = actor(desk.page.know, next(iter(told[voice.id])))
    if state is None or not stateless or stand.who.name != voice.speaker.name:
        return stand
    if not voice.speaker.name.endswith(desk.language.speech.offices):
        return stand
    who = Speaker(state.names.preferred(desk.language.code), state.id, voice.speaker.span)
    own = stand.to is not None and stand.to.actor == state.id  # nobody is addressed by himself
    return replace(stand, who=who, to=None if own else stand.to)
