"""Who holds a stance: the subject named when it is a political actor, else the voice.

Lives here: from a mention or an utterance to the holder. Not here: finding stances. A political actor is a state, a
body or an office of one, a party, a union; a scholar is none. A company that a pack knows holds its own, never its
state's. The holder of what a spokesperson says is the state, body or company spoken for.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.page import Page, Section
from onrecord.knowledge import Language
from onrecord.knowledge.lookup import actor, actor_named, opens
from onrecord.knowledge.pack import Actor
from onrecord.model import Span, Speaker, Utterance

POLITICAL = ("state", "body")
COMPANY = "company"
LONGEST_COMPANY = 3  # words
EDGES = ",.()"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the decision needs: the page, the statement and the language of the words."""

    page: Page
    section: Section
    language: Language


def takes_positions(known: Actor) -> bool:
    """True for an actor of the packs that is a political one by its kind."""
    return known.kind in POLITICAL


def of_voice(desk: Desk, voice: Utterance | None) -> Speaker | None:
    """The holder of what a voice says: the company or state spoken for, else the speaker; None for a voice without a
    name."""
    if voice is None or voice.speaker is None:
        return None
    company = _company(desk, voice)
    if company is not None:
        return Speaker(company.names.preferred(desk.language.code), company.id, voice.speaker.span)
    state = actor(desk.page.know, voice.country) if voice.country else None
    if state is None:
        return voice.speaker
    return Speaker(state.names.preferred(desk.language.code), state.id, voice.speaker.span)


def _company(desk: Desk, voice: Utterance) -> Actor | None:
    """The company that the packs know the speaker as, or that the speaker's office is of."""
    if voice.speaker is None:
        return None
    known = actor(desk.page.know, voice.speaker.actor) if voice.speaker.actor else None
    if known is not None:
        return known if known.kind == COMPANY else None
    words = f"{voice.speaker.name} {voice.capacity or ''}".split()
    begins = opens(desk.page.know)
    for at, word in enumerate(words):
        if not begins[word.lstrip(EDGES)] and not begins[word.strip(EDGES)]:
            continue
        for size in range(1, LONGEST_COMPANY + 1):
            found = actor_named(desk.page.know, " ".join(words[at : at + size]).strip(EDGES), desk.language.code)
            if found is not None and found.kind == COMPANY:
                return found
    return None


def of_mention(desk: Desk, span: Span) -> Speaker | None:
    """The political actor that a mention names; None when it names none."""
    words = span.of(desk.page.chars).strip()
    named = actor_named(desk.page.know, words, desk.language.code)
    if named is not None and takes_positions(named):
        return Speaker(words, named.id, span)
    if any(words.lower().endswith(noun) for noun in desk.language.stance.actors):
        return Speaker(words, None, span)
    return None
