"""How a position is printed: who holds what stand on what, from which characters, by which rule.

Lives here: the lines for one position, for `show` and `positions`. Not here: tables of positions (``positions``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.screen import plural, say
from onrecord.cli.voices import voice

if TYPE_CHECKING:
    from onrecord.model import Position, Speaker, Utterance
    from onrecord.store import Held


def excerpt(words: str, most: int) -> str:
    """Words on one line, cut at ``most`` characters."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def print_positions(held: Held) -> None:
    """Every position of a statement."""
    from onrecord.model import position_id

    say(plural(len(held.positions), "position"))
    voices = {u.id: u for u in held.utterances}
    for one in held.positions:
        say(f"  [{one.span.start}:{one.span.end}] {headline(one)}  {position_id(held.text.id, one)}", one_line=True)
        for line in details(one, held.text.chars, voices.get(one.utterance)):
            say(f"      {line}", one_line=True)


def headline(one: Position) -> str:
    """Holder, act, codes and strength on one line."""
    act = f"not: {one.act}" if one.negated else one.act
    codes = "/".join(c for c in (one.plover, one.cameo) if c) or "no code"
    strength = f"strength {one.strength}" if one.strength is not None else "no strength"
    return f"{_who(one.holder)}  {act}  {codes}, {strength}  by {one.rule}"


def details(one: Position, chars: str, told: Utterance | None) -> Iterator[str]:
    """The characters a position rests on, each with its place, and the voice that says them."""
    yield excerpt(one.span.of(chars), 160)
    yield f'cue: "{excerpt(one.cue.of(chars), 40)}" [{one.cue.start}:{one.cue.end}]'
    if one.target:
        known = f" <{one.target.entity}>" if one.target.entity else ""
        place = f"[{one.target.span.start}:{one.target.span.end}]"
        yield f'target:{known} "{excerpt(one.target.span.of(chars), 100)}" {place}'
    for name, who in (("holder", one.holder), ("towards", one.towards)):
        if who and who.span:
            yield f'{name}: {_who(who)} "{excerpt(who.span.of(chars), 60)}" [{who.span.start}:{who.span.end}]'
        elif who and name == "towards":
            yield f"{name}: {_who(who)}"
    yield f"said by: {_voice(told)}, in utterance {one.utterance}"


def _voice(told: Utterance | None) -> str:
    """Whose words the position stands in: not always its holder's ("X said that Y opposes it")."""
    if told is None or told.mode == "narration":
        return "the page itself"
    return f"{voice(told)}, {told.mode}"


def _who(who: Speaker) -> str:
    return f"{who.name} <{who.actor}>" if who.actor else who.name
