"""What is to be done: the verb after "vows to", "urges Y to", "must", and where it ends.

Lives here: telling a doing, its end, a threat or a meeting among doings. Not here: whose stance it is (``verbal``,
``orders``, ``voiced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.positions import clauses, table
from onrecord.annotate.positions.reading import Reading
from onrecord.knowledge.stance import StanceWord

FAR = 10  # tokens from a verb to what is held ("deliver the inaugural N. N. Memorial Lecture")
TAKEN = frozenset({"object", "predicate"})  # frames of what one wants to say ("want to thank you")
WISH = 2  # the rung up to which a wish only leads up to what is said


def is_going(reading: Reading, at: int) -> bool:
    """True for the form of a verb that goes on ("adding")."""
    ends = reading.lex.participles
    return bool(ends) and reading.view.words.low[at].endswith(ends)


def is_doing(reading: Reading, at: int) -> bool:
    """True when a verb for what is to be done stands at ``at``, perhaps after an adverb."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.deeds:
        at += 1
    if at >= reading.sentence.end:
        return False
    return low[at] in tab.deeds or at in reading.verbs or bool(lex.participles and low[at].endswith(lex.participles))


def threat(reading: Reading, word: StanceWord, at: int) -> StanceWord:
    """A word for what one will do, coded as a threat when what is to be done is hostile."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.entries.starts:
        at += 1
    cue = table.cue_at(low, at, tab, lex) if at < reading.sentence.end else None
    codes = [w.cameo for w in cue.words if w.frame == "event"][:1] if cue else []
    return replace(word, cameo="138") if codes and codes[0] >= "14" and word.cameo[:2] == "03" else word


def meets(reading: Reading, at: int) -> bool:
    """True when what is to be done is a meeting or a saying: an announcement of the day, no commitment."""
    cue = table.cue_at(reading.view.words.low, at, reading.tab, reading.lex)
    return any(w.frame == "event" and w.cameo[:2] in ("01", "04") for w in cue.words) if cue else False


def is_scheduled(reading: Reading, at: int) -> bool:
    """True for what a calendar tells ("will attend the talks", "will hold meetings with X"): no commitment."""
    low, tab = reading.view.words.low, reading.tab
    near = low[at + 1 : min(at + FAR, reading.sentence.end)]
    return low[at] in tab.routines or (low[at] in tab.holds and not tab.sessions.isdisjoint(near))


def doing_end(reading: Reading, first: int, end: int) -> int:
    """What is to be done goes on over ", and uphold" when the verb there has the form for it."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    last = reading.sentence.end
    while last > end and not view.is_word(last - 1):
        last -= 1
    at = end
    while at < last:
        look = at
        while (
            look < last
            and (low[look] == "," or low[look] in tab.ands or lex.is_auxiliary(low[look]))
            and low[look] not in tab.deeds
        ):
            look += 1
        if look == at or look >= last or low[look] not in tab.deeds or view.inside[look] != view.inside[first]:
            break
        at = clauses.clause_end(view, lex, tab, look + 1, reading.sentence, reading.verbs)
        end = at
    return end


def is_said(reading: Reading, at: int) -> bool:
    """True for a verb of saying or of stance at token ``at``: words before it only lead up to it."""
    if at >= reading.sentence.end:  # "Ana wishes to" ends the text
        return False
    return reading.lex.frames.get(reading.view.words.low[at]) == "say" or bool(act_at(reading, at, TAKEN))


def act_at(reading: Reading, at: int, frames: frozenset[str] = frozenset({"object"})) -> str:
    """The act of a stance word with one of ``frames`` at token ``at``; empty when there is none."""
    cue = table.cue_at(reading.view.words.low, at, reading.tab, reading.lex)
    return next((w.act for w in cue.words if w.frame in frames), "") if cue else ""
