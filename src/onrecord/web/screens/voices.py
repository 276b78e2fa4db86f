"""In whose voice the words of a position are said: not always its holder's ("X said that Y opposes it").

Lives here: the value that cards and cells show. Not here: positions (``positions``, ``statement``), markup
(``templates``). The same as `show --layer positions` prints.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Utterance

NAMELESS = "no voice"  # as in traces: somebody speaks and is not named


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: ``mode`` "narration" is the page itself, with no name; ``name`` is "no voice" where nobody is
    named. ``utterance`` is the id of the words it stands in."""

    mode: str
    name: str = ""
    actor: str | None = None
    capacity: str | None = None
    country: str | None = None
    utterance: str = ""


def voice(told: Utterance | None, utterance: str) -> Voice:
    """The voice of an utterance; that of the page when it is not there."""
    if told is None or told.mode == "narration":
        return Voice("narration", utterance=utterance)
    who = told.speaker
    if who is None or not who.name or told.nameless:
        return Voice(told.mode, NAMELESS, utterance=utterance)
    capacity = told.capacity if told.capacity != who.name else None
    return Voice(told.mode, who.name, who.actor, capacity, told.country, utterance)


def facts(said: Voice) -> list[tuple[str, str]]:
    """The same as names and values for a card."""
    told = (("voice", said.name), ("capacity", said.capacity), ("country", said.country), ("mode", said.mode))
    return [(name, value) for name, value in told if value]
