"""Stances inside what somebody does not think or nobody says: "does not believe that X should", "did not say that it
supports", "it is not true that X opposes".

Lives here: which stances of a sentence such words govern, and what is left of them. Not here: finding stances
(``spaced``), what is denied (``find`` of the package). What one does not think is negated; what was not said, or is
said to be untrue, is nobody's stance. Read only where a stance was found.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.positions.reading import Reading
from onrecord.annotate.positions.stand import Stand

AUXILIARIES = 6  # tokens between a verb and what negates it
NEAR = 4  # tokens from a negation to the noun or adjective of proof under it ("not at all true that")
TOLD = 4  # tokens from a verb of saying to "that" ("did not tell reporters that")


def kept(reading: Reading) -> list[Stand]:
    """The stances of a sentence, without those that nobody holds."""
    found, low, tab, sentence = reading.found, reading.view.words.low, reading.tab, reading.sentence
    words = low[sentence.first : sentence.end]
    if not found or (
        tab.negators.isdisjoint(words) and tab.nobodies.isdisjoint(words) and tab.falses.isdisjoint(words)
    ):
        return found
    for at in range(sentence.first, sentence.end - 1):
        frame = reading.lex.frames.get(low[at])
        going = low[at].endswith(reading.lex.participles)  # "it goes without saying that"
        if frame in ("say", "think") and not going and _is_negated(reading, at):
            thought = low[at] in tab.opinions
            if thought or frame == "say":
                found = _governed(reading, found, at, _after_told(reading, at), thought)
        elif low[at] in reading.lex.plain and _is_untrue(reading, at):
            found = _governed(reading, found, at, at + 1, False)
    return found


def _is_negated(reading: Reading, at: int) -> bool:
    """True for a verb that is negated, or whose subject is nobody."""
    low, tab, first = reading.view.words.low, reading.tab, reading.sentence.first
    negated, look = False, at
    while look > first and at - look < AUXILIARIES:
        word = low[look - 1]
        if word in tab.negators:
            negated = not negated
        elif not reading.lex.is_auxiliary(word):
            break
        look -= 1
    nobody = look > first and (low[look - 1] in tab.nobodies or (look - 2 >= first and low[look - 2] in tab.nobodies))
    return negated or nobody


def _is_untrue(reading: Reading, that: int) -> bool:
    """True for "that" behind what calls a clause untrue ("it is false that", "there is no evidence that")."""
    low, tab = reading.view.words.low, reading.tab
    if that <= reading.sentence.first:
        return False
    if low[that - 1] in tab.falses:
        return True
    before = low[max(reading.sentence.first, that - 1 - NEAR) : that - 1]
    return low[that - 1] in tab.proofs and not (tab.negators | tab.nobodies).isdisjoint(before)


def _after_told(reading: Reading, verb: int) -> int:
    """Where what is said begins behind a verb: over "that", perhaps behind who is told."""
    low, end = reading.view.words.low, reading.sentence.end
    thats = (at for at in range(verb + 1, min(verb + 1 + TOLD, end)) if low[at] in reading.lex.plain)
    return next(thats, verb) + 1


def _governed(reading: Reading, found: list[Stand], verb: int, first: int, thought: bool) -> list[Stand]:
    """The stances with those from token ``first`` on to the end of the clause negated (``thought``) or left out."""
    starts, end = reading.view.words.starts, _end(reading, first)
    begin, close = starts[first], reading.view.words.ends[end - 1]
    rest: list[Stand] = []
    for stand in found:
        inside = begin <= stand.span.start and stand.cue.end <= close and stand.cue.start > starts[verb]
        if inside and thought:
            rest.append(replace(stand, negated=not stand.negated))
        elif not inside:
            rest.append(stand)
    return rest


def _end(reading: Reading, first: int) -> int:
    """Where the clause behind a verb ends: before a semicolon, "but", or a comma with what goes on (any
    comma where no "that" opened it)."""
    low, tab = reading.view.words.low, reading.tab
    opened = low[first - 1] in reading.lex.plain
    for at in range(first + 1, reading.sentence.end - 1):
        goes_on = low[at + 1] in tab.ands or low[at + 1] in tab.ends or not opened
        if low[at] in (";", ":") or low[at] == "but" or (low[at] == "," and goes_on):
            return at
    return reading.sentence.end
