"""Lists of what one faces: "wars; hunger; crises: these are the problems that we face".

Lives here: from such a sentence to a concern for each member. Not here: the words (``Stance.perils``), other stances
(``inflected``).
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.annotate.positions.inflected_holder import Reading, voice_of
from onrecord.annotate.positions.stand import Stand

FEWEST = 3
CONCERN = "concern"
Tokens = tuple[int, int]


def read(reading: Reading) -> None:
    """Replace what was found inside a list that is then called problems, dangers or crises by a concern for each of
    its members."""
    words, tab = reading.view.words, reading.tab
    low, first, end = words.low, reading.sentence.first, reading.sentence.end
    colon = next((i for i in range(first, end - 1) if low[i] == ":" and low[i + 1] in tab.pointers), None)
    if colon is None or tab.perils.isdisjoint(low[colon:end]):
        return
    word = next((w for c in reading.sentence.cues if c.first > colon for w in c.words if w.act == CONCERN), None)
    members = _members(reading, first, colon)
    holder = voice_of(reading, first)
    if word is None or holder is None or len(members) < FEWEST:
        return
    limit = words.ends[colon]
    reading.found[:] = [s for s in reading.found if s.span.start >= limit]
    for a, b in members:
        span = words.span(a, b)
        reading.found.append(Stand(span, words.span(a, a + 1), word, CONCERN, "form/list", target=span, who=holder.who))


def _members(reading: Reading, first: int, end: int) -> list[Tokens]:
    """What stands between semicolons; between commas where there is none."""
    low = reading.view.words.low
    mark = ";" if ";" in low[first:end] else ","
    cuts = [first, *(i + 1 for i in range(first, end) if low[i] == mark), end + 1]
    return [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
