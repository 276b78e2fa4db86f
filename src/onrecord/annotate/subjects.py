"""Who does the saying: the noun phrase beside a cue.

Lives here: subjects to the left ("the ministry said"), to the right ("said Ms Example, its spokesperson"). Not here:
who that is (``cast``). All spans are token spans ``(first, end)`` of a stretch.
"""

from __future__ import annotations

from onrecord.annotate import days
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.stretch import Period, Stretch

LONGEST = 14
APPOSITIVE = 28
Tokens = tuple[int, int]


def left_of(view: Stretch, lex: Lexicon, cue: int, period: Period) -> Tokens | None:
    """The subject that ends just before the cue, over auxiliaries and adverbs; an appositive between commas too."""
    end = before_auxiliaries(view, lex, cue, period)
    if end <= period.first:
        return None
    if view.words.low[end - 1] in (",", ")", "—", "–"):
        return _with_appositive(view, lex, end, period)
    phrase = _phrase_before(view, lex, end, period)
    if phrase is None or not lex.prepositions or lex.is_person(view.words.low[phrase[1] - 1]):
        return phrase
    return _whole(view, lex, phrase, period)


def _whole(view: Stretch, lex: Lexicon, phrase: Tokens, period: Period) -> Tokens | None:
    """A noun phrase with what stands before it in its clause: "[the report] on [child labour] says". A phrase after a
    preposition that opens the clause is no subject, but may hold one: "In [his report Ms Lorne] says"."""
    low = view.words.low
    first, end = phrase
    begin = first
    while begin > period.first and end - begin < APPOSITIVE and _in_clause(view, lex, begin - 1):
        begin -= 1
    at = begin
    while at < first and not lex.is_determiner(low[at]):
        if not (low[at] in lex.openers or lex.is_auxiliary(low[at]) or low[at] in lex.times):
            break
        at += 1
    if at >= first:
        return phrase
    if lex.is_person(low[at]) and at < first:
        return (at, at + 1)
    if low[at] not in lex.prepositions:
        object_of = low[first - 1] in lex.prepositions
        noun = object_of or low[at] in lex.offices or lex.is_determiner(low[at]) or view.capital(at)
        return (at, end) if noun and low[at] not in lex.stops and low[at] not in lex.complementizers else phrase
    if low[first - 1] not in lex.prepositions:
        return phrase
    if end < period.end and low[end] in lex.records:
        return phrase
    named = next((i for i in range(first, end) if view.capital(i) or low[i] in lex.offices), end)
    return (named, end) if named < end else None


def _in_clause(view: Stretch, lex: Lexicon, at: int) -> bool:
    """True for a word that cannot be outside the clause that the next word stands in."""
    word = view.words.low[at]
    if view.inside[at] or not view.is_word(at):
        return False
    if word in lex.prepositions or lex.is_join(word):
        return True
    if word in lex.stops or lex.opens_clause(word) or word in lex.pronouns:
        return False
    return word not in lex.frames or word in lex.doubtful or view.capital(at)


def antecedent(view: Stretch, lex: Lexicon, cue: int, period: Period) -> Tokens | None:
    """Whom "who" stands for in "experts who say that"."""
    end = before_auxiliaries(view, lex, cue, period) - 1
    if end <= period.first or view.words.low[end] not in lex.relatives:
        return None
    end -= view.words.low[end - 1] == ","
    return _phrase_before(view, lex, end, period) if end > period.first else None


def before_auxiliaries(view: Stretch, lex: Lexicon, cue: int, period: Period) -> int:
    """Where the auxiliaries and adverbs left of a cue begin."""
    low = view.words.low
    end = cue
    while end > period.first and cue - end < LONGEST and not view.inside[end - 1]:
        if lex.is_auxiliary(low[end - 1]):
            end -= 1
        elif (day := days.begin_of(view, lex, end, period.first)) < end:
            end = day
        elif low[end - 1] in lex.times:
            end -= 1 + (end - 2 > period.first and low[end - 2] in lex.stops)
        else:
            break
    return end


def verb_start(view: Stretch, lex: Lexicon, begin: int) -> int:
    """Where a verb begins whose pronoun is written into it ("a-t-il déclaré": the "a"), else ``begin``."""
    low = view.words.low
    inside = begin > 1 and low[begin - 1].endswith("-") and lex.is_auxiliary(low[begin - 2])
    return begin - 2 if inside else begin


def is_written_on(view: Stretch, lex: Lexicon, at: int, period: Period) -> bool:
    """True when token ``at`` is the hyphen before a pronoun written on to its verb ("dit-il")."""
    low = view.words.low
    return at + 1 < period.end and low[at].endswith("-") and not view.is_word(at) and lex.is_person(low[at + 1])


def is_nominal(view: Stretch, lex: Lexicon, subject: Tokens, period: Period, cue: int) -> bool:
    """True for words that can be a subject where nouns need an article: a name, an article, an office, a pronoun. A
    verb that opens a sentence before a participle is none ("Concluyo recordando")."""
    low = view.words.low
    first, end = subject
    if lex.is_participle(low[cue]) and first == period.first and end - first == 1:
        return False
    if lex.is_determiner(low[first]) or lex.is_person(low[first]) or low[first] in lex.indefinites:
        return low[end - 1] not in lex.determiners
    return any(view.capital(i) or low[i] in lex.offices or low[i] in lex.outlets for i in range(first, end))


def is_passive(view: Stretch, lex: Lexicon, cue: int, period: Period) -> bool:
    """True when the words before a cue leave it without a speaker ("a été dit", "se dice")."""
    low = view.words.low
    begin = before_auxiliaries(view, lex, cue, period) if lex.passives else cue
    if begin >= cue or lex.passives.isdisjoint(low[begin:cue]):
        return False
    return not low[cue].startswith(lex.reflexives) and not any(w in lex.reflexives for w in low[begin:cue])


def is_finite(view: Stretch, lex: Lexicon, cue: int, period: Period) -> bool:
    """False for a past participle without its auxiliary ("the vote announced")."""
    if not lex.past or not view.words.low[cue].endswith(lex.past):
        return True
    written_on = cue > 1 and view.words.low[cue - 2].endswith("-")
    return written_on or before_auxiliaries(view, lex, cue, period) < cue


def past_adverbial(view: Stretch, lex: Lexicon, begin: int, period: Period) -> int:
    """Where the subject begins after "said [on Monday in an interview] Ms Lorne"; ``begin`` when nothing stands
    between."""
    low = view.words.low
    at = begin
    while at < period.end and at - begin < LONGEST and not view.inside[at]:
        day = at + (low[at] in lex.determiners)
        after = days.end_of(view, lex, at, period.end)
        if after > at:
            at = after
        elif day < period.end and (low[day] in lex.times or (day == at and lex.is_auxiliary(low[at]))):
            at = day + 1
        elif low[at] in lex.syntax.told:
            at += 1
        elif low[at] in lex.prepositions:
            at += 2 + (at + 1 < period.end and (low[at + 1] in lex.determiners or view.capital(at + 1)))
            while at < period.end and not _opens_subject(view, lex, at):
                if view.inside[at] or not view.is_word(at) or at - begin > LONGEST:
                    return begin
                at += 1
        else:
            return at
    return begin


def _opens_subject(view: Stretch, lex: Lexicon, at: int) -> bool:
    low = view.words.low
    if lex.is_join(low[at - 1]) or low[at] in lex.prepositions or lex.is_join(low[at]):
        return False
    return lex.is_determiner(low[at]) or low[at] in lex.offices or view.capital(at)


def _with_appositive(view: Stretch, lex: Lexicon, end: int, period: Period) -> Tokens | None:
    """ "NAME, appositive, said" and "NAME (party), said"."""
    opening = {",": ",", ")": "(", "—": "—", "–": "–"}[view.words.low[end - 1]]
    at = end - 2
    while at > period.first and end - at < APPOSITIVE and not view.inside[at]:
        if view.words.low[at] == opening:
            phrase = _phrase_before(view, lex, at, period)
            phrase = _whole(view, lex, phrase, period) if phrase and lex.prepositions else phrase
            opens = phrase is not None and phrase[0] - period.first <= 1 and _opens_appositive(view, lex, at + 1)
            if phrase and view.words.low[phrase[1] - 1].isdigit():  # a date: "Le 3 mars 2024, la ministre"
                return None
            if phrase and (opens or view.capital(phrase[1] - 1) or _elided_name(view, phrase[1] - 1)):
                return (phrase[0], end - 1 if opening == "," else end)
            if opening != ",":
                return None
        at -= 1
    return None


def _elided_name(view: Stretch, at: int) -> bool:
    """True for a name with an article written on to it ("l’Alpine")."""
    word = view.words.span(at, at + 1).of(view.chars)
    return len(word) > 2 and word[1] in "’'" and word[2].isupper()


def _opens_appositive(view: Stretch, lex: Lexicon, at: int) -> bool:
    """True when what follows a comma goes on about the name before it ("certain historians, like X,")."""
    word = view.words.low[at]
    if not lex.prepositions or lex.opens_clause(word):
        return False
    if view.capital(at) or lex.is_determiner(word) or word in lex.offices:
        return True
    return word in lex.stops and word not in lex.prepositions


def _phrase_before(view: Stretch, lex: Lexicon, end: int, period: Period) -> Tokens | None:
    """The noun phrase that ends before token ``end``."""
    low = view.words.low
    at = end
    while at > period.first and end - at < LONGEST:
        word = low[at - 1]
        if view.inside[at - 1] or not _belongs(view, lex, at - 1, at == end, period):
            break
        if word in lex.pronouns or (lex.prepositions and (word in lex.first or word in lex.neuter)):
            at = at - 1 if at == end else at
            break
        at -= 1
        if lex.is_determiner(word) and not (at > period.first and lex.is_join(low[at - 1])):
            break
    at = _skip_openers(view, lex, at, end)
    if at >= end or (low[end - 1] in lex.stops and not is_name_word(view, end - 1, period.first)):
        return None
    return (at, end) if view.is_word(end - 1) or _initials(view, end - 1) else None


def _initials(view: Stretch, at: int) -> bool:
    """True for the last full stop of initials ("C.B.")."""
    return view.words.low[at] == "." and at > 0 and "." in view.words.low[at - 1]


def _belongs(view: Stretch, lex: Lexicon, at: int, is_last: bool, period: Period) -> bool:
    """True when token ``at`` can be part of the noun phrase that the walk to the left has reached."""
    word = view.words.low[at]
    if not view.is_word(at):
        return (
            word == "."
            and at > period.first
            and shortened(view.words.low[at - 1], lex)
            and (not is_last or (lex.inverts and _initials(view, at)))
        )
    if word in lex.joins:
        return not is_last
    if word in lex.stops or lex.opens_clause(word):
        return is_name_word(view, at, period.first) or (not is_last and _is_initial(view, at, period))
    if word in lex.frames and word not in lex.doubtful and not view.capital(at):
        return False
    return not (word in lex.auxiliaries and not is_last)


def _is_initial(view: Stretch, at: int, period: Period) -> bool:
    """True for one capital letter with its dot before another word with a capital letter ("А. Вель")."""
    low = view.words.low
    return (
        at + 2 < period.end and len(low[at]) == 1 and low[at + 1] == "." and view.capital(at) and view.capital(at + 2)
    )


def is_name_word(view: Stretch, at: int, first: int) -> bool:
    """True for the word of a name that looks like a conjunction or a preposition ("Ван И"): it has a capital letter
    inside a sentence, right after another word that has one and small letters too."""
    if at <= first or not view.capital(at) or not view.capital(at - 1) or not view.is_word(at - 1):
        return False
    return not view.words.span(at - 1, at).of(view.chars).isupper()


def _skip_openers(view: Stretch, lex: Lexicon, at: int, end: int) -> int:
    low = view.words.low
    while at < end and not view.capital(at) and (low[at] in lex.openers or low[at] in lex.joins):
        at += 1
    while at < end - 1 and low[at + 1] != "." and _opens_before(lex, low[at]):
        at += 1
    return at + (at == end - 1 and _opens_before(lex, low[at]))


def _opens_before(lex: Lexicon, word: str) -> bool:
    return word in lex.openers or (word in lex.auxiliaries and word not in lex.determiners)


def right_of(view: Stretch, lex: Lexicon, begin: int, period: Period, *, appositive: bool = True) -> Tokens | None:
    """The subject that starts at token ``begin``: a noun phrase and, when wanted, an appositive after a comma."""
    low = view.words.low
    at = begin = days.end_of(view, lex, begin, period.end) if lex.subject_after else begin
    while at < period.end and at - begin < LONGEST and _continues(view, lex, at, begin):
        at += 1
    while at > begin and low[at - 1] in lex.joins:
        at -= 1
    if at <= begin:
        return None
    if (
        appositive
        and at + 1 < period.end
        and low[at] == ","
        and (
            low[at + 1] in lex.determiners
            or low[at + 1] in lex.offices
            or _is_noun_of(view, lex, at + 1, period)
            or _is_named(view, lex, (begin, at), period)
        )
    ):
        return (begin, appositive_end(view, lex, at + 1, period, APPOSITIVE))
    return (begin, at)


def _is_named(view: Stretch, lex: Lexicon, phrase: Tokens, period: Period) -> bool:
    """True for an office before a comma that a name follows, up to the next mark ("le ministre, Ada Vell,")."""
    low = view.words.low
    at = phrase[1] + 1
    if low[phrase[1] - 1] not in lex.offices and not any(low[i] in lex.offices for i in range(*phrase)):
        return False
    while at < period.end and at - phrase[1] < LONGEST and view.capital(at) and not view.inside[at]:
        at += 1
    return at - phrase[1] > 2 and (at >= period.end or low[at] in ",.;")


def _is_noun_of(view: Stretch, lex: Lexicon, at: int, period: Period) -> bool:
    """True for a noun without an article that opens an appositive ("X, client of Y", "X, клиент Y")."""
    low = view.words.low
    if not lex.inverts or at + 1 >= period.end or not view.is_word(at) or view.capital(at):
        return False
    if low[at] in lex.stops or low[at] in lex.pronouns or low[at] in lex.frames or lex.is_auxiliary(low[at]):
        return False
    return lex.is_join(low[at + 1]) or low[at + 1] in lex.prepositions or view.capital(at + 1)


def _continues(view: Stretch, lex: Lexicon, at: int, begin: int) -> bool:
    word = view.words.low[at]
    if at > begin and lex.attached and word.startswith(lex.attached):
        return False
    if view.inside[at]:
        return False
    if not view.is_word(at):
        return word == "." and at > begin and shortened(view.words.low[at - 1], lex)
    if lex.is_determiner(word) and not (word in lex.joins and at > begin):
        return at == begin or lex.is_join(view.words.low[at - 1])
    if word in lex.times or word in lex.syntax.told:
        return False
    if word in lex.joins:
        return at > begin
    if word in lex.stops or lex.opens_clause(word) or word in lex.auxiliaries:
        return is_name_word(view, at, begin)
    return word not in lex.frames or word in lex.doubtful or view.capital(at)


def shortened(word: str, lex: Lexicon) -> bool:
    """True for a word that a full stop may belong to: an initial, initials, a form of address."""
    return len(word) == 1 or "." in word or word in lex.honorifics


def appositive_end(view: Stretch, lex: Lexicon, begin: int, period: Period, longest: int) -> int:
    """Where an appositive of at most ``longest`` tokens ends: before a mark or a cue."""
    at = begin
    low = view.words.low
    while at < period.end and at - begin < longest and not view.inside[at] and low[at] not in ".,;:—":
        if low[at] in lex.frames and low[at] not in lex.doubtful:
            break
        at += 1
    return at
