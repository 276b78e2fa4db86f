"""Who does the saying: the noun phrase beside a cue.

Lives here: subjects to the left ("the ministry said"), to the right ("said Ms Example, its spokesperson"). Not here:
who that is (``cast``). All spans are token spans ``(first, end)`` of a stretch.
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens, appositive_end, shortened

LONGEST = 22
APPOSITIVE = 40
LONG = 5  # letters that a participle has more than ("speaking", not "king")
CLOSES = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-"}


def left_of(view: Stretch, lex: Lexicon, cue: int, period: Period) -> Tokens | None:
    """The subject that ends just before the cue, over auxiliaries and adverbs; an appositive between commas too."""
    end = before_auxiliaries(view, lex, cue, period)
    if end <= period.first:
        return None
    if _closes_aside(view, lex, end, period):
        return phrase_before(view, lex, end - 3, period)
    if view.words.low[end - 1] in CLOSES:
        return _with_appositive(view, lex, end, period)
    if view.inside[end - 1] and view.words.low[end - 2] == "," and end - 2 > period.first:
        return _with_appositive(view, lex, end - 1, period)
    return phrase_before(view, lex, end, period)


def _closes_aside(view: Stretch, lex: Lexicon, end: int, period: Period) -> bool:
    """True after an adverb between commas ("The council, however, said")."""
    low = view.words.low
    if end - 4 < period.first or low[end - 1] != "," or low[end - 3] != "," or any(view.inside[end - 3 : end]):
        return False
    return low[end - 2] in lex.openers or lex.is_auxiliary(low[end - 2])


def before_auxiliaries(view: Stretch, lex: Lexicon, cue: int, period: Period) -> int:
    """Where the auxiliaries and adverbs left of a cue begin."""
    low = view.words.low
    end = cue
    while end > period.first and cue - end < LONGEST and not view.inside[end - 1]:
        if lex.is_auxiliary(low[end - 1]) and not (view.capital(end - 1) and end - 1 > period.first):
            end -= 1
        elif low[end - 1] in lex.times:
            end -= 1 + (end - 2 > period.first and low[end - 2] in lex.stops)
        else:
            break
    return end


def _is_bare_verb(view: Stretch, lex: Lexicon, at: int, end: int) -> bool:
    """True for a word of small letters behind "to" that has others behind it and is no article, number or pronoun."""
    word = view.words.low[at]
    led = lex.is_determiner(word) or word in lex.pronouns or word in lex.syntax.quantifiers
    return end - at > 1 and word.isalpha() and not led and not view.capital(at)


def _with_appositive(view: Stretch, lex: Lexicon, end: int, period: Period) -> Tokens | None:
    """ "NAME, appositive, said" and "NAME (party), said"."""
    if view.words.low[end - 1] == "," and end - 2 > period.first and view.words.low[end - 2] == ")":
        end -= 1
    opening = CLOSES[view.words.low[end - 1]]
    at = end - 2
    while at > period.first and end - at < APPOSITIVE:
        if view.words.low[at] == opening and not view.inside[at]:
            phrase = phrase_before(view, lex, _before_bracket(view, at, period), period)
            named = (view.capital(at + 1) and view.capital(end - 2)) or _opens_aside(lex, view.words.low[at + 1])
            if phrase and (named or view.capital(phrase[1] - 1) or _opens(view, lex, phrase[0], period)):
                if any(view.inside[at:end]):
                    return phrase
                return (phrase[0], end - 1 if opening == "," else end)
            if opening != ",":
                return None
        at -= 1
    return None


def _opens_aside(lex: Lexicon, word: str) -> bool:
    """True for what opens a relative clause or an aside between commas ("who", "when", "like")."""
    if word in lex.syntax.relatives or word in lex.stops or word in lex.prepositions:
        return True
    return bool(lex.participles) and len(word) > LONG and word.endswith(lex.participles)


def _before_bracket(view: Stretch, at: int, period: Period) -> int:
    """Where a bracket that closes before token ``at`` opens ("NAME (party), appositive"), else ``at``."""
    if view.words.low[at - 1] != ")":
        return at
    return next((i for i in range(at - 2, max(period.first, at - LONGEST), -1) if view.words.low[i] == "("), at)


def _opens(view: Stretch, lex: Lexicon, at: int, period: Period) -> bool:
    """True for an article that opens a clause ("The senator, who ..., said")."""
    if view.words.low[at] not in lex.determiners:
        return False
    return at == period.first or view.words.low[at - 1] in lex.openers or not view.is_word(at - 1)


def phrase_before(view: Stretch, lex: Lexicon, end: int, period: Period) -> Tokens | None:
    """The noun phrase that ends before token ``end``."""
    low = view.words.low
    at = end
    while at > period.first and end - at < LONGEST:
        word = low[at - 1]
        if view.inside[at - 1] or not _belongs(view, lex, at - 1, at == end, period):
            break
        if word in lex.alone and not _is_acronym(view, at - 1):
            at = at - 1 if at == end else at
            break
        at -= 1
        if word in lex.determiners and not (at > period.first and low[at - 1] in lex.joins):
            break
    if at > period.first and low[at - 1] in lex.infinitive and _is_bare_verb(view, lex, at, end):
        return None  # "to appraise activities intended"
    at = _skip_openers(view, lex, at, end)
    if at >= end or not view.is_word(end - 1) or low[end - 1] in lex.stops:
        return None
    seated = _with_seat(view, lex, at, end, period)
    return (seated if seated is not None else _with_partner(view, lex, at, period), end)


def _with_seat(view: Stretch, lex: Lexicon, at: int, end: int, period: Period) -> int | None:
    """Where the noun phrase begins that a place at tokens ``[at, end)`` belongs to ("the embassy in X said", "the envoy
    to X said"): it is the one who speaks, not the place; None for a place that belongs to none."""
    low = view.words.low
    link = at - 1
    if link <= period.first or low[link] not in lex.hosts or not all(view.capital(i) for i in range(at, end)):
        return None
    if view.inside[link] or low[link - 1] in lex.times or lex.is_auxiliary(low[link - 1]):
        return None
    last = link
    if len(low[link - 1]) > LONG and low[link - 1].endswith(lex.participles):  # "people living in X"
        last -= 1
    outer = phrase_before(view, lex, last, period)
    if outer is None or not (_may_be_posted(lex, low[outer[1] - 1]) or view.capital(link - 1)):
        return None
    if view.capital(link - 1) and lex.joins.isdisjoint(low[outer[0] : outer[1]]):
        return None  # "N. N. in X said" is a name and where he said it
    return outer[0]


def _with_partner(view: Stretch, lex: Lexicon, at: int, period: Period) -> int:
    """Where a noun phrase at token ``at`` begins together with the name joined to it before it ("Daro and Vell said"),
    when a clause begins with that name; ``at`` when none is."""
    low = view.words.low
    if at - 2 < period.first or low[at - 1] not in lex.syntax.conjoins or not view.capital(at - 2):
        return at
    if not view.capital(at) and low[at] not in lex.determiners:
        return at
    begin = at - 1
    while begin > period.first and view.capital(begin - 1) and not view.inside[begin - 1]:
        begin -= 1
    if begin > period.first and low[begin - 1] in lex.determiners:
        begin -= 1
    if low[begin] in lex.stops and low[begin] not in lex.determiners:
        return at
    opens = begin == period.first or not view.is_word(begin - 1) or lex.opens_clause(low[begin - 1])
    return begin if opens and begin < at - 1 else at


def _may_be_posted(lex: Lexicon, word: str) -> bool:
    """True for a noun of somebody or a body that can be in another place and speak there."""
    known = word in lex.offices or word in lex.syntax.speakers or word in lex.syntax.posts
    return known or word in lex.syntax.collectives or (word.endswith("s") and not word.endswith("ss"))


def _is_acronym(view: Stretch, at: int) -> bool:
    """True for "US" or "IT" in capital letters: no pronoun."""
    word = view.words.span(at, at + 1).of(view.chars)
    return len(word) > 1 and word.isupper()


def _belongs(view: Stretch, lex: Lexicon, at: int, is_last: bool, period: Period) -> bool:
    """True when token ``at`` can be part of the noun phrase that the walk to the left has reached."""
    word = view.words.low[at]
    if not view.is_word(at):
        return word == "." and at > period.first and shortened(view.words.low[at - 1], lex) and not is_last
    if word in lex.joins:
        return not is_last
    if word in lex.stops or lex.opens_clause(word):
        return False
    if word in lex.frames and word not in lex.doubtful and not view.capital(at):
        return is_last and word.endswith("s") and not word.endswith("ss")
    if word in lex.syntax.verbs and not view.capital(at) and not _is_adjective(view, lex, at, period):
        return False
    return not (word in lex.auxiliaries and not is_last and not view.capital(at))


def _is_adjective(view: Stretch, lex: Lexicon, at: int, period: Period) -> bool:
    """True for a verb's form that an article, a possessive or an adverb makes a participle ("the elected council")."""
    if at == period.first:
        return False
    before = view.words.low[at - 1]
    return before in lex.determiners or before.endswith(("'s", "’s")) or lex.is_auxiliary(before)


def _skip_openers(view: Stretch, lex: Lexicon, at: int, end: int) -> int:
    low = view.words.low
    while at < end and not view.capital(at) and (low[at] in lex.openers or low[at] in lex.joins):
        at += 1
    while at < end and (low[at] in lex.openers or (low[at] in lex.auxiliaries and low[at] not in lex.determiners)):
        at += 1
    return at


def right_of(view: Stretch, lex: Lexicon, begin: int, period: Period, *, appositive: bool = True) -> Tokens | None:
    """The subject that starts at token ``begin``: a noun phrase and, when wanted, an appositive after a comma."""
    low = view.words.low
    at = begin
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
        and (low[at + 1] in lex.determiners or low[at + 1] in lex.offices)
    ):
        return (begin, appositive_end(view, lex, at + 1, period, APPOSITIVE))
    return (begin, at)


def _continues(view: Stretch, lex: Lexicon, at: int, begin: int) -> bool:
    word = view.words.low[at]
    if view.inside[at]:
        return False
    if not view.is_word(at):
        return word == "." and at > begin and shortened(view.words.low[at - 1], lex)
    if word in lex.determiners:
        return at == begin or view.words.low[at - 1] in lex.joins
    if word in lex.times:
        return False
    if word in lex.joins:
        return at > begin
    if word in lex.stops or lex.opens_clause(word) or (word in lex.auxiliaries and not _is_will(view, at)):
        return False
    if (
        word in lex.syntax.verbs
        and not view.capital(at)
        and at > begin
        and view.words.low[at - 1] not in lex.determiners
    ):
        return False
    if lex.is_past(word) and not view.capital(at) and _is_past(view, lex, at, begin):
        return False
    return word not in lex.frames or word in lex.doubtful or view.capital(at)


def _is_past(view: Stretch, lex: Lexicon, at: int, begin: int) -> bool:
    """True for an unknown word in "ed" after a name, or after an article and a noun: a past form, no adjective."""
    if view.capital(at - 1) and view.words.low[at - 1] not in lex.determiners:
        return at > begin
    return at - begin == 2 and view.words.low[begin] in lex.determiners and not lex.is_auxiliary(view.words.low[at - 1])


def _is_will(view: Stretch, at: int) -> bool:
    """True for the name "Will" before another name."""
    return view.capital(at) and at + 1 < len(view.words) and view.is_word(at + 1) and view.capital(at + 1)
