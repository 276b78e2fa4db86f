"""Who holds a stance: the subject named when it is a political actor, else the voice.

Lives here: from a mention or an utterance to the holder. Not here: finding stances. A political actor is a state, a
body or an office of one, a party, a union; a company or a scholar is none. The holder of what a spokesperson says is
the state or body spoken for.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.page import Page, Section
from onrecord.knowledge import Language
from onrecord.knowledge.lookup import actor, actor_named
from onrecord.model import Span, Speaker, Utterance


@dataclass(frozen=True, slots=True)
class Desk:
    """What the decision needs: the page, the statement and the language of the words."""

    page: Page
    section: Section
    language: Language


def of_voice(desk: Desk, voice: Utterance | None) -> Speaker | None:
    """The holder of what a voice says: the state spoken for, else the speaker; None for a voice without a name."""
    if voice is None or voice.speaker is None:
        return None
    state = actor(desk.page.know, voice.country) if voice.country else None
    if state is None:
        return voice.speaker
    return Speaker(state.names.preferred(desk.language.code), state.id, voice.speaker.span)


def of_mention(desk: Desk, span: Span) -> Speaker | None:
    """The political actor that a mention names; None when it names none."""
    words = span.of(desk.page.chars).strip()
    named = actor_named(desk.page.know, words, desk.language.code)
    if named is not None and named.kind != "person":
        return Speaker(words, named.id, span)
    if any(words.lower().endswith(noun) for noun in desk.language.stance.actors):
        return Speaker(words, None, span)
    return None
