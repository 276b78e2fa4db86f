"""Sentences and clauses of a stretch, for languages that set words apart by spaces.

Lives here: where a sentence, a clause and a target end, in tokens. Not here: what they say (``spaced``). Unlike the
periods of quotations, sentences inside a quotation are cut as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.stretch import SHUT, Stretch
from onrecord.text.segment import ANY_ENDS

LONGEST = 80
SHORT = 3  # letters that a verb told by its ending has more than
PHRASE = 8  # tokens of a noun phrase in which its own noun stands
SHUTS = frozenset({"»", "”"})
HARD = frozenset(";:—–…•-")

ASKS = frozenset("?؟？")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``[first, end)`` with the cues in them; ``asks`` when it ends with a question mark."""

    first: int
    end: int
    asks: bool
    cues: list[Cue]


def sentences(view: Stretch, cues: list[Cue]) -> list[Sentence]:
    """The sentences that hold a cue, in order, in linear time."""
    found: list[Sentence] = []
    low = view.words.low
    at = 0
    for period in view.periods:
        if at < len(cues) and cues[at].first >= period.end:
            continue
        first = period.first
        inner = range(period.first, period.end - 1)
        bounds = [i + 1 for i in inner if low[i] in ANY_ENDS and _stops(view, i)]
        for end in (*bounds, period.end):
            mine = []
            while at < len(cues) and cues[at].first < end:
                mine.append(cues[at])
                at += 1
            if mine:
                found.append(Sentence(first, end, not ASKS.isdisjoint(low[max(first, end - 3) : end]), mine))
            first = end
    return found


def _stops(view: Stretch, at: int) -> bool:
    """True when a mark inside a period ends a sentence of a quotation."""
    low = view.words.low
    after = at + 1
    while after < len(low) and low[after] in SHUT:
        after += 1
    if after >= len(low) or view.initial(after).islower():
        return False
    if low[at] == "." and at and view.words.ends[at - 1] == view.words.starts[at]:
        return len(low[at - 1]) > 2 and "." not in low[at - 1]
    return low[at] != "."


def clause_end(view: Stretch, lex: Lexicon, tab: Table, start: int, sentence: Sentence, verbs: frozenset[int]) -> int:
    """Where the clause that goes on at token ``start`` ends; ``verbs`` are the cues that open clauses of their own."""
    low = view.words.low
    while start < sentence.end - 1 and low[start] in SHUT and view.inside[start]:  # "“opposes” the rule"
        start += 1
    inside = view.inside[start] if start < sentence.end else 0
    last = min(sentence.end, start + LONGEST)
    for at in range(start, last):
        word = low[at]
        if word in HARD or (inside and view.inside[at] != inside):
            return at
        restricts = word in lex.relatives and low[at - 1] != ","  # "toute mesure qui exclurait"
        if at > start and word in tab.ends and word not in tab.joins and not restricts:
            return at - (low[at - 1] == ",")
        if at > start and word in tab.ands and at + 2 < last and _goes_on(lex, low, start, at):
            return at - (low[at - 1] == ",")
        if at > start and word in tab.neithers and at + 1 < last and _is_turned(lex, tab, low[at + 1]):
            return at - (low[at - 1] == ",")
        if (
            at > start
            and word in tab.neithers
            and (at + 1 in verbs or (at + 2 in verbs and low[at + 1] in tab.negators | tab.clitics))
        ):
            return at - (low[at - 1] == ",")  # "ni respalda el plan ni lo rechaza"
        if word == "," and at > start and at + 1 < last and _contrasts(view, tab, at + 1, inside):
            return at
        if word == "," and _opens(view, lex, tab, at + 1, sentence, verbs):
            return at
        if at > start and (word in lex.openers or word in tab.ands) and _opens(view, lex, tab, at + 1, sentence, verbs):
            return at - (low[at - 1] == ",")
        if at > start and word in tab.ands and _new_subject(view, lex, tab, at + 1, last, verbs):
            opened = any(lex.opens_clause(low[i]) for i in range(start, at))
            if low[at - 1] == "," or (view.capital(at + 1) and not view.capital(at - 1) and not opened):
                return at - (low[at - 1] == ",")
    while last > start and not view.is_word(last - 1):
        last -= 1
    return last


def _is_turned(lex: Lexicon, tab: Table, word: str) -> bool:
    """True for the verb of a second negative clause, before its subject ("nor should it")."""
    return word in tab.modals or lex.is_auxiliary(word)


def _goes_on(lex: Lexicon, low: list[str], start: int, at: int) -> bool:
    """True for a conjunction at token ``at`` behind which the clause around goes on: a complementizer that answers none
    since ``start`` ("X no comparte el plan y que apoya …"), or a finite verb ("… y votó", "… y se abstuvo")."""
    if lex.syntax.finite or any(lex.opens_clause(low[i]) for i in range(max(start - 1, 0), at)):
        return False
    word = low[at + 1]
    endings = tuple(form[1:] for form in lex.again if form.startswith("-"))
    past = bool(endings) and len(word) > SHORT and word.endswith(endings)
    helping = bool(endings) and word in lex.passives and not word.endswith(lex.infinitives)
    return word in lex.plain or past or helping


def _opens(view: Stretch, lex: Lexicon, tab: Table, at: int, sentence: Sentence, verbs: frozenset[int]) -> bool:
    """True when a new clause begins at token ``at``: a verb known here, perhaps after an adverb, or a pronoun."""
    low = view.words.low
    if at >= sentence.end:
        return True
    word = low[at]
    if word in lex.pronouns or word in tab.ends or word in lex.neuter or word in lex.first:
        return True
    joined = word in tab.joins or (at + 1 < sentence.end and low[at + 1] in tab.joins)  # ", а также"
    if (word in lex.stops or lex.opens_clause(word)) and not joined and low[at - 1] == ",":
        return True
    if low[at] in tab.ands or low[at] in lex.openers:
        at += 1
    for look in range(at, min(at + 4, sentence.end)):
        said = low[look] in lex.syntax.pasts and low[at - 1] in tab.ands
        if look in verbs or (
            (said or low[at - 1] == ",") and (lex.frames.get(low[look]) == "say" or low[look] in tab.inverted)
        ):
            return True
        if not (
            lex.is_auxiliary(low[look]) or low[look] in tab.boosts or low[look] in lex.pronouns or low[look] in tab.own
        ):
            return False
    return False


def _contrasts(view: Stretch, tab: Table, at: int, inside: int) -> bool:
    """True after a comma where what is not meant follows ("unfair rules, not trade"), or a quotation opens."""
    paired = any(tuple(view.words.low[at : at + len(pair)]) == pair for pair, _ in tab.pairs)  # "not only"
    quotes = not inside and view.inside[at] > 0 and view.inside[at] != view.inside[at - 1]
    return (view.words.low[at] in tab.contrasts and not paired) or quotes


def past_marks(view: Stretch, at: int, end: int) -> int:
    """Past the marks that close a quotation at token ``at``, when more than marks follow before ``end``."""
    look = at
    while look < end and view.words.low[look] in SHUT and view.inside[look]:
        look += 1
    return look if look < end else at


def past_opening(view: Stretch, at: int, end: int) -> int:
    """Past the marks that open a quotation at token ``at``."""
    while at < end and not view.is_word(at):
        at += 1
    return at


def _new_subject(view: Stretch, lex: Lexicon, tab: Table, at: int, end: int, verbs: frozenset[int]) -> bool:
    """True when a name or a noun phrase with its article opens a clause at token ``at``: a finite verb stands right
    behind it ("the quota, and Lusenia neither ..."). Needs a language whose finite verbs are known by form; one that
    may be a participle ("the fee agreed last year") is none unless its object follows."""
    low = view.words.low
    if at >= end or not lex.syntax.finite or not (view.capital(at) or low[at] in lex.determiners):
        return False
    for look in range(at + 1, min(end, at + PHRASE)):
        word = low[look]
        if word in lex.syntax.finite or word in tab.neithers or word in tab.modals:
            return True
        if not view.capital(look) and (look in verbs or word in lex.syntax.pasts or lex.is_past(word)):
            return word not in tab.bases and look + 1 < end and _is_object(view, lex, look + 1, known=look in verbs)
        if word == "." and "." in low[look - 1]:  # "the U.S. should"
            continue
        if not view.is_word(look) or (word in lex.stops and word not in lex.joins):
            return False
    return False


def _is_object(view: Stretch, lex: Lexicon, at: int, *, known: bool) -> bool:
    """True when an object begins at token ``at``; after a ``known`` verb of stance also one without an article."""
    word = view.words.low[at]
    if word in lex.determiners or word in lex.neuter or word in lex.infinitive or lex.opens_clause(word):
        return True
    adverb = word in lex.times or word in lex.syntax.adverbials or lex.is_auxiliary(word)
    if adverb or word in lex.stops or not view.is_word(at):
        return False
    return known or view.capital(at)


def pieces(view: Stretch, lex: Lexicon, tab: Table, start: int, end: int, *, doing: bool) -> list[tuple[int, int]]:
    """A conjoined target cut into its members: what is to be done at each further verb (``doing``), else things at each
    further noun phrase with an article of its own."""
    low = view.words.low
    cuts = [start]
    gerunds = bool(lex.participles) and start < end and low[start].endswith(lex.participles)
    for at in range(start + 2, end - 1):
        if not (low[at] == "," or low[at] in tab.ands or low[at] in tab.neithers) or low[at + 1] in tab.ands:
            continue
        look = at + 1
        while look < end - 1 and lex.is_auxiliary(low[look]) and low[look] not in tab.deeds:
            look += 1
        article = low[at + 1] in lex.determiners and (
            low[at] == "," or low[at - 1] == "," or len(cuts) > 1 or _plain(view, lex, start, at)
        )
        article = article or low[at] in tab.neithers
        led = look + 1 < end and low[look] in lex.infinitive and low[look + 1] in tab.deeds
        going = gerunds and low[look].endswith(lex.participles)
        if (low[look] in tab.deeds or led) if doing else (going or article):
            cuts.append(at + 1)
    spans = []
    for number, first in enumerate(cuts):
        last = cuts[number + 1] if number + 1 < len(cuts) else end
        while (
            last > first
            and (low[last - 1] in tab.ands or low[last - 1] in tab.neithers or not view.is_word(last - 1))
            and last - 1 not in _shut(view, first, last)
        ):
            last -= 1
        if last > first:
            spans.append((first, last))
    return spans


def _plain(view: Stretch, lex: Lexicon, start: int, end: int) -> bool:
    """True for an article and its noun, without a prepositional part to which a conjunction may belong."""
    low = view.words.low
    return low[start] in lex.determiners and not any(low[i] in lex.stops for i in range(start + 1, end))


def trimmed(view: Stretch, tab: Table, first: int, end: int) -> tuple[int, int]:
    """A target without what only leads up to it (adverbs, "not only", "neither", conjunctions) and without a comma or a
    closing mark at its end; the tokens as they are when nothing would be left."""
    low = view.words.low
    start, last = first, end
    while start < last:
        lead = next((len(phrase) for phrase in tab.onlys if tuple(low[start : start + len(phrase)]) == phrase), 0)
        loose = low[start] in tab.joins or low[start] in tab.boosts or low[start] in tab.afters | tab.neithers
        loose = loose or low[start] in SHUTS or (low[start] == '"' and low[start:last].count('"') % 2 == 1)
        if not lead and not loose:
            break
        start += lead or 1
    while last > start and not view.is_word(last - 1) and last - 1 not in _shut(view, start, last):
        last -= 1
    return (start, last) if start < last else (first, end)


def supposed(view: Stretch, tab: Table, at: int, sentence: Sentence) -> bool:
    """True when a condition opens before token ``at`` and a comma closes it: what is said is of its case."""
    low = view.words.low
    opened = next((i for i in range(sentence.first, at) if _opens_condition(view, tab, i, sentence)), -1)
    return opened >= 0 and any(low[i] in (",", "،") for i in range(opened, at))


def _opens_condition(view: Stretch, tab: Table, at: int, sentence: Sentence) -> bool:
    low = view.words.low
    if low[at] not in tab.ifs:
        return False
    return at == sentence.first or not view.is_word(at - 1) or low[at] in tab.unreal


def _shut(view: Stretch, first: int, last: int) -> range:
    """The closing mark of a quotation that opens inside: it stays."""
    return (
        range(last - 1, last)
        if view.words.low[last - 1] in SHUT and view.inside[first] != view.inside[last - 1]
        else range(0)
    )


def is_charge(view: Stretch, lex: Lexicon, tab: Table, start: int, end: int) -> bool:
    """True when the noun phrase at token ``start`` is what is said against one: to reject it is to deny."""
    low = view.words.low
    for at in range(start, min(end, start + PHRASE)):
        if low[at] in tab.charges:
            return True
        if low[at] in tab.hearsay and at + 1 < end and low[at + 1] in lex.plain:  # "rejects claims that it does"
            return True
        if at > start and (low[at] in lex.stops or lex.opens_clause(low[at]) or low[at] == ","):
            return False
    return False


def called_false(view: Stretch, lex: Lexicon, tab: Table, start: int, sentence: Sentence) -> bool:
    """True when what stands at token ``start`` is called untrue ("the report as fake"): to dismiss it is to deny."""
    low = view.words.low
    for at in range(start + 1, min(sentence.end - 1, start + PHRASE)):
        if low[at] in HARD or low[at] == "," or lex.opens_clause(low[at]):
            return False
        if low[at] in tab.turns:
            return not tab.falses.isdisjoint(low[at + 1 : min(at + 4, sentence.end)])
    return False


def paired(
    view: Stretch, lex: Lexicon, tab: Table, first: int, end: int, sentence: Sentence
) -> list[tuple[int, int]] | None:
    """The two targets of "not only A but also B", the second perhaps past ``end``; None for other targets."""
    low = view.words.low
    for opening, seconds in tab.pairs:
        size = len(opening)
        if tuple(low[first : first + size]) != opening:
            continue
        for at in range(first + size + 1, min(sentence.end, first + LONGEST)):
            if low[at] in HARD:
                break
            if low[at] in seconds:
                more = at + 1 < sentence.end and (low[at + 1] in tab.joins | tab.ands or lex.is_auxiliary(low[at + 1]))
                last = at + 1 + more
                close = next((i for i in range(last, sentence.end) if low[i] in ",;:" or i == sentence.end - 1), last)
                one = (first + size, at - (low[at - 1] == ","))
                return [one, (last, max(end, close))] if one[1] > one[0] and close > last else None
    return None


def is_peril(view: Stretch, lex: Lexicon, tab: Table, start: int, end: int) -> bool:
    """True when the noun phrase at token ``start`` is about what one does not want ("the growing risk of", "the
    potential for a new war")."""
    low = view.words.low
    prospect = -1
    for at in range(start, min(end, start + PHRASE)):
        if low[at] in tab.perils and (prospect < 0 or at - prospect < PHRASE):
            return True
        if low[at] in tab.prospects:
            prospect = at
        elif prospect < 0 and at > start and (low[at] in lex.stops or lex.opens_clause(low[at]) or low[at] == ","):
            return False
    return False
