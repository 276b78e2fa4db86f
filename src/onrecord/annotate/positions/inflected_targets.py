"""What a stance of an inflected language is about: members of a list, what is to be done and by whom, thanks for what.

Lives here: cutting the words after a stance word into targets and addressees. Not here: frames (``inflected``), where a
clause ends (``clauses``).
"""

from __future__ import annotations

from onrecord.annotate import days
from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.clauses import HARD
from onrecord.annotate.positions.inflected_holder import OPENS, Reading, Tokens, end_of, is_first
from onrecord.annotate.positions.table import Cue
from onrecord.knowledge.stance import StanceWord

CARRIED = 26
SHORTEST = 3  # letters that an infinitive has more than


def ordered(reading: Reading, after: int, end: int) -> tuple[int, Tokens | None]:
    """Where what is wanted begins, and whom it is wanted of: before a word that opens it, or before an infinitive."""
    low, tab = reading.view.words.low, reading.tab
    for at in range(after, end):
        if tab.bare_tos and len(low[at]) > SHORTEST and low[at].endswith(tab.bare_tos):
            last = at - (at > after and low[at - 1] in OPENS)
            return at, (after, last) if last > after else None
        if at > after and low[at] in reading.forms.tos:
            return at + 1, (after, at)
        if at > after and _attached(reading, at):
            return at, (after, at)
    return after, None


def _attached(reading: Reading, at: int) -> bool:
    """A noun with the word that opens what is wanted written on to it ("طالبت تشيلي النرويج بفتح الميناء")."""
    word, tab = reading.view.words.low[at], reading.tab
    if not tab.articles or len(word) <= SHORTEST or word in tab.actors:
        return False
    opened = any(len(to) == 1 and to.isalpha() and word.startswith(to) for to in reading.forms.tos)
    return opened and not reading.holders.is_state(at)


def warned(reading: Reading, word: StanceWord, cue: Cue, after: int, end: int) -> tuple[int, Tokens | None]:
    """Where what one is warned of begins, and who is warned: before a link of the verb ("… le Chili contre une
    guerre"), or all there is ("nous avons prévenu Oslo")."""
    low, tab = reading.view.words.low, reading.tab
    if after > cue.end and low[after - 1] in word.links:
        return after, None
    for at in range(after + 1, end):
        if low[at] in word.links and low[at] not in tab.linkers:
            return at + 1, (after, at - (low[at - 1] in tab.linkers and at - 1 > after))
    held = reading.holders.of((after, end), after)
    return after, (after, end) if held is not None and held.who.actor is not None else None


def members(reading: Reading, first: int, end: int, *, doing: bool = False) -> list[Tokens]:
    """A target cut where a conjunction after a comma opens another with its own article ("…, et sa participation"),
    between two words that pair targets ("не только … но и"), and, of what is to be done (``doing``), at each further
    infinitive."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    pair = clauses.paired(reading.view, lex, tab, first, end, reading.sentence)
    if pair is not None:
        return pair
    cuts = [first]
    if doing:
        return _doings(reading, first, end)
    for at in range(first + 1, end - 1):
        opens = low[at + 1] in lex.determiners or low[at + 1] in tab.theirs or low[at + 1] in reading.forms.possessives
        nor = low[at] in tab.neithers and first < at
        if nor or (low[at] in tab.ands and low[at - 1] == "," and opens):
            cuts.append(at + 1)
    ends = [at - 1 - (low[at - 2] == ",") for at in cuts[1:]] + [end]
    return [(a, b) for a, b in zip(cuts, ends, strict=True) if b > a] or [(first, end)]


def _doings(reading: Reading, first: int, end: int) -> list[Tokens]:
    """What is to be done, cut at each infinitive after a comma or a conjunction, or where the word that opened it comes
    again ("à cesser … et à reprendre")."""
    low, tab = reading.view.words.low, reading.tab
    starts = [first]
    free = first
    lead = low[first - 1] if first and low[first - 1] in reading.forms.tos else ""
    for at in range(first + 1, end - 1):
        if at < free or (low[at] != "," and low[at] not in tab.ands):
            continue
        look = at + 1
        while look < end and (reading.lex.is_auxiliary(low[look]) or low[look] in tab.ands or low[look] in tab.boosts):
            look += 1
        again = bool(lead) and low[at] in tab.ands and low[at + 1] == lead and at + 2 < end
        again = again and low[at + 2] not in tab.ifs and low[at + 2] not in reading.lex.passives  # "y que si …"
        if again:
            starts.append(at + 2)
            free = at + 2
        elif tab.bare_tos and look < end and len(low[look]) > SHORTEST and low[look].endswith(tab.bare_tos):
            starts.append(at + 1)
            free = look
    ends = [*(at - 1 - (low[at - 1] == lead) for at in starts[1:]), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a] or [(first, end)]


def with_purpose(reading: Reading, end: int) -> int:
    """Where a call ends that says after a comma what it is for (", en vue de …")."""
    low, last = reading.view.words.low, reading.sentence.end
    if end + 2 < last and low[end] == "," and low[end + 1] in reading.forms.purposes:
        return max(end, end_of(reading, end + 2))
    return end


def thanked(reading: Reading, first: int, end: int) -> tuple[int, int, Tokens | None]:
    """Thanks to X for Y, perhaps after a comma: where Y begins and ends, and X; the whole where there is no Y."""
    low, last = reading.view.words.low, min(reading.sentence.end - 1, first + CARRIED)
    for at in range(first + 1, last):
        if low[at] in HARD or (at >= end and at in reading.verbs):
            break
        if (low[at], low[at + 1]) in reading.tab.onlys:  # "por supuesto"
            return first, at, None
        if low[at] in reading.forms.fors and (at < end - 1 or low[at - 1] == ","):
            return at + 1, max(end, end_of(reading, at + 1)), (first, at)
    return first, end, None


def stands_alone(reading: Reading, cue: Cue, after: int) -> bool:
    """ "…, а Тешар высказался против.", "Тешар не возражает.", "Да, поддерживаем.": what of was said before."""
    low, view = reading.view.words.low, reading.view
    ends = after >= reading.sentence.end or (not view.is_word(after) and low[after] not in OPENS)
    first = is_first(reading, low[cue.first])
    answers = first and cue.first - reading.sentence.first == 2 and low[cue.first - 1] == ","
    return ends and (after > cue.end or answers or (cue.first > 0 and low[cue.first - 1] in reading.tab.negators))


def denied(reading: Reading, after: int, end: int) -> tuple[int, int]:
    """ "опроверг, что …", "опроверг сообщения о том, что …": the clause is what is denied."""
    low, last = reading.view.words.low, reading.sentence.end
    comma = next((i for i in range(after, min(end + 2, last - 1)) if low[i] == ","), -1)
    borne = comma == after or (comma > 0 and low[comma - 1] in reading.tab.bearers)
    if comma < 0 or low[comma + 1] not in reading.lex.plain or not borne:
        return after, end
    return comma + 1, max(end_of(reading, comma + 2), comma + 2)


def past_adverbs(reading: Reading, at: int) -> int:
    """Past the adverbs, the word of negation and the day that follow a verb ("pas", "fermement", "este lunes")."""
    view, tab, last = reading.view, reading.tab, reading.sentence.end - 1
    low = view.words.low
    while at < last and (low[at] in tab.boosts or low[at] in tab.afters):
        at += 1
    day = days.end_of(view, reading.lex, at, last)
    goes_on = day < last and view.is_word(day) and low[day] not in tab.ands
    return day if goes_on else at
