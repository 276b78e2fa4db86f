"""Words that blame, wherever they stand in a sentence of a voice that may blame.

Lives here: from blaming words to one criticism of the voice. Not here: the words (``Stance``), stances with a frame
(``spaced``). One strong word is enough, or several weak ones; a sentence in which the voice opposes or criticises
already gets no second one.
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.clauses import Sentence
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Cue, Table, hinders
from onrecord.annotate.positions.who import Holders
from onrecord.annotate.stretch import Stretch

NEEDED = 4  # in a text; a sentence by itself has no other to say it
ALONE = 3
ACCUSED = 2  # what the name of another state in the sentence adds
SPARE = 3  # tokens before a blaming word where a sparing one counts
HEAVY = 2
KIND = ("welcome", "support", "appeal", "commit", "propose", "concern")
HOSTILE = ("oppose", "criticise", "deny", "demand", "warn")


def read(
    view: Stretch, lex: Lexicon, tab: Table, sentence: Sentence, holders: Holders, found: list[Stand], lone: bool
) -> None:
    """Add a criticism to ``found`` when the sentence blames."""
    cues = [(c, w) for c in sentence.cues for w in c.words if w.frame == "blame"]
    if not cues or any(s.act in HOSTILE and not s.negated for s in found):
        return
    cues = [(c, w) for c, w in cues if not _in_name(view, c.first, sentence)]
    needed = ALONE if lone else NEEDED
    low, starts = view.words.low, view.words.starts
    cues = [(c, w) for c, w in cues if not _lets(low, c.first, sentence.first, tab)]
    cues = [(c, w) for c, w in cues if not _spared(low, c.first, sentence.first, tab) or w.strength < HEAVY]
    if not lone:
        cues = [(c, w) for c, w in cues if not any(s.span.start <= starts[c.first] < s.span.end for s in found)]
    weight = sum(w.strength for _, w in cues)
    if not cues or weight + ACCUSED < needed:
        return
    cue, word = max(cues, key=lambda row: row[1].strength)
    holder = holders.voice(cue.first)
    if holder is None or (word.strength < HEAVY and (not lone or weight < needed)):
        return
    accused = holders.towards(None, (sentence.first, sentence.end), holder) if word.strength >= HEAVY else None
    if lone and any(s.act in KIND for s in found):
        needed += ACCUSED
    opening = next((i for i in range(sentence.first, sentence.end) if view.is_word(i)), sentence.first)
    pointed = low[opening] in tab.pointers and not lone
    if weight + (ACCUSED if accused or pointed else 0) < needed:
        return
    first, last = holders.reach(cue.first, sentence.first, sentence.end)
    while last > first and not view.is_word(last - 1):
        last -= 1
    while first < last and not view.is_word(first):
        first += 1
    if first >= last:
        return
    about = view.words.span(*_about(view, lex, cue, first, last))
    mark = view.words.span(cue.first, cue.end)
    found.append(
        Stand(
            view.words.span(first, last), mark, word, word.act, "stance/blame", target=about, who=holder.who, to=accused
        )
    )


def _in_name(view: Stretch, at: int, sentence: Sentence) -> bool:
    """True for a word inside a name ("the X Genocide Prevention Act"): a capital beside others in a sentence of small
    letters."""
    if at <= sentence.first or at + 1 >= sentence.end or not view.capital(at):
        return False
    words = [i for i in range(sentence.first, sentence.end) if view.is_word(i)]
    beside = view.capital(at - 1) or view.capital(at + 1)
    return beside and 2 * sum(map(view.capital, words)) < len(words)


def _about(view: Stretch, lex: Lexicon, cue: Cue, first: int, last: int) -> tuple[int, int]:
    """The tokens around a blaming word, without marks and small words at their ends."""
    low = view.words.low
    begin, end = max(first, cue.first - SPARE), min(last, cue.end + 2 * SPARE)
    while begin < cue.first and (not view.is_word(begin) or _small(lex, low[begin])):
        begin += 1
    while end > cue.end and (not view.is_word(end - 1) or _small(lex, low[end - 1]) or low[end - 1] in lex.determiners):
        end -= 1
    return begin, end


def _small(lex: Lexicon, word: str) -> bool:
    return (word in lex.stops and word not in lex.determiners) or lex.is_auxiliary(word)


def _lets(low: list[str], at: int, first: int, tab: Table) -> bool:
    """True for what one does not do to hinder ("will not obstruct"), and for its "not"."""
    verb = at + 1 if low[at] in tab.negators and at + 1 < len(low) else at
    return verb > first and low[verb - 1] in tab.negators and hinders(low, verb, tab) > 0


def _spared(low: list[str], at: int, first: int, tab: Table) -> bool:
    """True under a word by which nobody is blamed ("an end to the violence"); whose it is says who is to blame ("end
    its violations")."""
    for look in range(at - 1, max(first, at - SPARE) - 1, -1):
        word = low[look]
        if word in tab.theirs:
            return False
        added = any(tuple(low[look : look + len(pair)]) == pair for pair, _ in tab.pairs)  # "not only"
        if word in tab.spared or (word in tab.negators | tab.neithers and not added):
            return True
    return False
