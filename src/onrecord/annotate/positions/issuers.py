"""Who stands behind a paper, and whether a voice is a political actor's, in languages written without spaces.

Lives here: the issuer that a directive's title names, and the political holder of a voice. Not here: subjects of
clauses (``sides``), the holder of a voice in general (``holders``).
"""

from __future__ import annotations

from onrecord.annotate.positions.holders import Desk, of_voice
from onrecord.annotate.positions.sides import Sides
from onrecord.model import Span, Speaker, Utterance
from onrecord.text.fold import simplified

TITLE = 200


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
