"""Words that blame, wherever they stand in a sentence of a voice that may blame.

Lives here: from blaming words to one criticism of the voice. Not here: the words (``Stance``), stances with a frame
(``spaced``). One strong word is enough, or several weak ones; a sentence in which the voice opposes or criticises
already gets no second one.
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.clauses import Sentence
from onrecord.annotate.positions.who import Holders
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch

STRONG = 4
NEEDED = 4
HOSTILE = ("oppose", "criticise", "deny", "demand", "warn")


def read(
    view: Stretch, lex: Lexicon, tab: Table, sentence: Sentence, holders: Holders, found: list[Stand], lone: bool
) -> None:
    """Add a criticism to ``found`` when the sentence blames."""
    cues = [(c, w) for c in sentence.cues for w in c.words if w.frame == "blame"]
    if not cues or any(s.act in HOSTILE for s in found):
        return
    if not lone:
        places = [view.words.starts[c.first] for c, _ in cues]
        if any(s.span.start <= place < s.span.end for s in found for place in places):
            return
    weight = sum(w.strength for _, w in cues)
    cue, word = max(cues, key=lambda row: row[1].strength)
    if weight < NEEDED or (word.strength < STRONG and not lone):
        return
    holder = holders.voice(cue.first)
    if holder is None:
        return
    first, last = holders.reach(cue.first, sentence.first, sentence.end)
    while last > first and not view.is_word(last - 1):
        last -= 1
    while first < last and not view.is_word(first):
        first += 1
    if first >= last:
        return
    span = view.words.span(first, last)
    about = view.words.span(max(first, cue.first - 3), min(last, cue.end + 6))
    found.append(
        Stand(span, view.words.span(cue.first, cue.end), word, word.act, "stance/blame", target=about, who=holder.who)
    )
