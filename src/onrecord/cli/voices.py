"""How an utterance is printed: who speaks, in what capacity, how, by which rule.

Lives here: the voices of a statement and its utterances, for `show`. Not here: what they say on a matter (``stances``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.screen import plural, say, say_table
from onrecord.cli.spans import because, excerpt, place

if TYPE_CHECKING:
    from onrecord.model import Evidence, Utterance
    from onrecord.store import Held


def print_voices(held: Held) -> None:
    """Who speaks, in what capacity, in how many utterances of which modes."""
    voices: dict[str, Counter[str]] = {}
    for u in held.utterances:
        if u.speaker and u.speaker.known and not u.nameless:
            voices.setdefault(voice(u), Counter())[u.mode] += 1
    say("who" if voices else "who: no named voice")
    say_table([(who, ", ".join(f"{n} {mode}" for mode, n in modes.most_common())) for who, modes in voices.items()])


def print_utterances(held: Held) -> None:
    """Every utterance; evidence that was printed for an earlier one is not printed again."""
    say(plural(len(held.utterances), "utterance"))
    said: set[Evidence] = set()
    for u in held.utterances:
        say(f"  {place(u.span)} {u.mode}  {voice(u)}  by {u.rule}  {u.id}", one_line=True)
        say(f"      {excerpt(u.span, held.text.chars, 100)}", one_line=True)
        for line in _marks(u, held.text.chars, said):
            say(f"      {line}", one_line=True)


def voice(u: Utterance) -> str:
    """Who speaks: name, actor, capacity and country, as far as each is known."""
    if u.speaker is None or not u.speaker.name:
        return "(no named voice)"
    if u.nameless:
        return f'(labelled "{u.speaker.name}")'
    actor = f" <{u.speaker.actor}>" if u.speaker.actor else ""
    capacity = f", {u.capacity}" if u.capacity and u.capacity != u.speaker.name else ""
    country = f" ({u.country})" if u.country else ""
    return f"{u.speaker.name}{actor}{capacity}{country}"


def _marks(u: Utterance, chars: str, said: set[Evidence]) -> Iterator[str]:
    if u.speaker and u.speaker.span:
        yield f'speaker: "{excerpt(u.speaker.span, chars, 60)}" {place(u.speaker.span)}'
    if u.cue:
        yield f'cue: "{u.cue.of(chars)}" {place(u.cue)}'
    if u.answers:
        yield f"answers {u.answers}"
    for e in u.evidence:
        if e not in said:
            said.add(e)
            yield f"{e.field}: {e.value} {because(e, chars)}"
