"""What is called bad: "calificó la medida de injusta", "a jugé inacceptable le report", "ووصف النتيجة بأنها مخزية".

Lives here: what a word that blames is said of after a verb of calling (frame ``brand``), which may stand before the
word or behind it. Not here: the verbs and the words (``Stance``), holders (``inflected``).
"""

from __future__ import annotations

from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.clauses import HARD
from onrecord.annotate.positions.inflected_holder import Reading, Tokens, end_of
from onrecord.knowledge.stance import StanceWord

LONGEST = 20  # tokens from the verb to the word that blames


def judged(reading: Reading, word: StanceWord, after: int) -> Tokens | None:
    """What the verb before token ``after`` calls by one of the links of its ``word``; None when it calls nothing so."""
    view, lex = reading.view, reading.lex
    low, last = view.words.low, min(reading.sentence.end, after + LONGEST)
    for at in range(after, last):
        if low[at] in HARD or low[at] == "," or (at in reading.verbs and at > after):
            return None
        if low[at] in word.links:
            lead = _lead(reading, after, at)
            if lead > after:
                return after, lead
            first = clauses.past_marks(view, at + 1, reading.sentence.end)
            end = end_of(reading, first)
            return (first, end) if end > first else None
        opens = lex.opens_clause(low[at]) and low[at] not in lex.likewise
        behind = clauses.past_opening(view, at + 1, last)
        if opens and (behind >= last or low[behind] not in word.links):
            return None
    return None


def _lead(reading: Reading, after: int, at: int) -> int:
    """Where the words begin that lead up to the word that blames at a token ("de «", "como muy")."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at > after:
        before = low[at - 1]
        loose = before in tab.linkers or before in tab.boosts or lex.opens_clause(before) or lex.is_auxiliary(before)
        loose = loose or before in lex.likewise
        if not loose and reading.view.is_word(at - 1):
            break
        at -= 1
    return at
