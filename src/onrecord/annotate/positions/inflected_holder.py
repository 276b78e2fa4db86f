"""Who holds a stance in languages whose verbs show who speaks.

Lives here: what stands around a verb, the first person, subjects before and after it, verbs that carry a noun.
Not here: frames (``inflected``), whom a subject names (``who``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.annotate import days
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.clauses import HARD, Sentence
from onrecord.annotate.positions.inflected_forms import Forms
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.positions.who import Holder, Holders
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Speaker

EDGES = HARD | frozenset({",", "(", ")", "«", "»", "“", "”", '"', "،", "؛"})
DASHES = frozenset("—–-")
OPENS = frozenset({"«", "“"})
CLOSES = frozenset({"»", "”"})
NEAR = 7
AFTER = 6
CARRIED = 26
NAME = 4  # words of a name between commas
ATTACHED = 3  # letters that a noun with a preposition written on to it has at least
LONGEST_CONSTRUCT = 3  # nouns in a row, each of the next ("وزير خارجية مصر")
Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verb:
    """What stands around a verb: its subject before it, and where its clause begins. ``shared``: after a conjunction,
    it has the subject of the verb before."""

    begin: int
    subject: Tokens | None
    own: bool = False
    negated: bool = False
    unreal: bool = False
    helped: bool = False
    opening: bool = False
    step: int = 0
    shared: bool = False


@dataclass(slots=True)
class Reading:
    """One sentence while it is read; ``home`` finds the state of the speech, None in a text that is none. ``helped``:
    the verb before has an auxiliary, which participles after it share; ``shut`` are the tokens behind verbs."""

    view: Stretch
    lex: Lexicon
    tab: Table
    forms: Forms
    sentence: Sentence
    verbs: frozenset[int]
    holders: Holders
    home: Callable[[], Speaker | None]
    scope: int = 0
    speech: bool = False
    last: Holder | None = None
    helped: bool = False
    shut: frozenset[int] = frozenset()
    waiting: list[tuple[Cue, StanceWord, Verb, Holder, str]] = field(default_factory=list)
    found: list[Stand] = field(default_factory=list)


def around_of(reading: Reading, at: int) -> Verb:
    """The words before token ``at``: auxiliaries, negation, the subject, back to the beginning of the clause."""
    low, lex, tab, view = reading.view.words.low, reading.lex, reading.tab, reading.view
    begin = at - (at > reading.sentence.first and low[at - 1] in tab.clitics)
    own = negated = unreal = helped = nor = False
    step = 0
    while begin > reading.sentence.first:
        word = low[begin - 1]
        if begin - 2 >= reading.sentence.first and f"{low[begin - 2]} {word}" in tab.negators:
            begin, negated = begin - 2, True
            continue
        if begin - 2 >= reading.sentence.first and (low[begin - 2], word) in tab.onlys:  # "no solamente debe …"
            begin -= 2
            continue
        if word in tab.own:
            own = True
        elif word in tab.negators or word in tab.neithers:
            negated, nor = True, nor or word in tab.neithers
        elif word in tab.unreal:
            unreal = unreal or not (word in tab.unrealizing and low[begin - 2] in tab.wishes)
        elif word in tab.boosts:
            step = 1
        elif word in tab.hedges:
            step = -1
        elif word in tab.passives:
            helped = True
        elif (day := _before_day(reading, begin)) < begin:
            begin = day
            continue
        elif not lex.is_auxiliary(word) and not _opens_words(reading, begin - 1):
            break
        begin -= 1
    joined = begin > reading.sentence.first and low[begin - 1] in tab.ands
    if (joined or nor) and reading.last is not None:
        return Verb(begin, None, own, negated, unreal, helped, False, step, True)
    start = begin
    while start > reading.sentence.first and begin - start < NEAR * 3:
        word = low[start - 1]
        if word in EDGES or word in tab.ends or lex.opens_clause(word):
            break
        if start - 1 in reading.verbs or start in reading.shut:
            break
        start -= 1
    unreal = unreal or any(low[i] in tab.unreal for i in range(max(start - 1, reading.sentence.first), begin))
    while start < begin and (low[start] in lex.openers or low[start] in tab.joins or not view.is_word(start)):
        start += 1
    start = min(days.end_of(view, lex, start, begin), begin)
    if start == reading.sentence.first:
        start = _past_label(reading, start, begin)
    if start < begin - 1 and low[start] in tab.neithers:
        start, negated = start + 1, True
    subject = (start, begin) if start < begin else None
    opening = begin <= reading.sentence.first or low[begin - 1] in EDGES
    return Verb(start, subject, own, negated, unreal, helped, opening, step)


def _before_day(reading: Reading, end: int) -> int:
    """Where a day between subject and verb begins, with the commas around it ("a, mardi, rejeté"); ``end`` without."""
    low, first = reading.view.words.low, reading.sentence.first
    shut = end - (end > first and low[end - 1] == ",")
    day = days.begin_of(reading.view, reading.lex, shut, first)
    if day == shut or day <= first:
        return end
    return day - 1 if shut < end and low[day - 1] == "," else day if shut == end else end


def _past_label(reading: Reading, start: int, end: int) -> int:
    """The token after a printed label and its dot at the beginning of a sentence ("R. La Norvège salue")."""
    low, labels = reading.view.words.low, reading.forms.language.labels
    if start + 2 < end and low[start + 1] == "." and low[start] in (*labels.answer, *labels.question):
        return start + 2
    return start


def _opens_words(reading: Reading, at: int) -> bool:
    """True for a mark that opens quoted words between a subject and its verb ("Perú «no apoya» el plan")."""
    low, first = reading.view.words.low, reading.sentence.first
    if at <= first or not reading.view.is_word(at - 1):
        return False
    return low[at] in OPENS or (low[at] == '"' and low[first:at].count('"') % 2 == 0)


def holder_of(reading: Reading, cue: Cue, around: Verb) -> tuple[Holder | None, str]:
    """Who holds what the verb at ``cue`` says, and by which rule."""
    form = reading.view.words.low[cue.first]
    if around.own or any(is_first(reading, reading.view.words.low[i]) for i in range(cue.first, cue.end)):
        return voice_of(reading, cue.first), "form/first"
    if form in reading.forms.infinitives:
        return (voice_of(reading, cue.first), "form/wish") if _wished(reading, cue.first) else (None, "")
    joined = form.startswith(reading.forms.ands) and (around.subject is None or joined_verb(reading, cue.first))
    if reading.last is not None and (around.shared or joined):
        return reading.last, "form/shared"
    if around.subject is not None and _begins(reading, around.subject):
        held = reading.holders.of(around.subject, cue.first)
        if held is not None:
            return held, "form/subject"
    if reading.forms.inverts and (around.subject is None or around.opening):
        held = _inverted(reading, cue)
        if held is not None:
            return held, "form/inverted"
    if around.subject is None and around.begin == reading.sentence.first and form in reading.tab.alone:
        return voice_of(reading, cue.first), "form/first"
    if around.subject is None:
        return reading.last or _apposed(reading, around.begin) or _opening(reading, cue.first), "form/shared"
    return None, ""


def _begins(reading: Reading, subject: Tokens) -> bool:
    """True for a subject that may begin so: in a language with articles written on to nouns, whose verbs stand first,
    one that begins with an actor ("جمعت الجمعية تعليقات أرسلت …": the verb is another clause's)."""
    low, tab = reading.view.words.low, reading.tab
    if not tab.articles or subject[1] - subject[0] == 1:
        return True
    first = low[subject[0]]
    bare = next((first.removeprefix(join) for join in reading.forms.ands if first.startswith(join)), first)
    small = first in reading.lex.determiners or first in reading.lex.pronouns or first in reading.forms.everybody
    known = {first, bare} & (tab.actors | tab.own)
    return small or bool(known) or reading.holders.is_state(subject[0]) or first in reading.lex.stops


def _apposed(reading: Reading, begin: int) -> Holder | None:
    """The state between commas right before a verb ("mon pays, le Burundi, condamne …")."""
    low, first = reading.view.words.low, reading.sentence.first
    if begin - 1 <= first or low[begin - 1] != ",":
        return None
    comma = next((at for at in range(begin - 2, max(first, begin - NEAR) - 1, -1) if low[at] == ","), -1)
    held = reading.holders.of((comma + 1, begin - 1), begin) if first <= comma < begin - 2 else None
    return held if held is not None and held.who.actor is not None else None


def voice_of(reading: Reading, at: int) -> Holder | None:
    """The holder of what the voice at token ``at`` says; the page's side where a speech's speaker has no country."""
    held = reading.holders.voice(at)
    if not reading.speech:
        return held
    if held is None:
        home = reading.home() if reading.holders.is_unnamed(at) else None
        return Holder(home) if home is not None else None
    if held.who.actor is not None and held.who is not reading.holders.side_of_page:
        return held
    side = reading.home()
    return Holder(side) if side is not None else held


def is_first(reading: Reading, form: str) -> bool:
    """A form of the first person, by itself or by the pronoun written on to it ("j'exprime")."""
    forms, own = reading.forms, reading.tab.own
    head, mark, _ = form.replace("’", "'").partition("'")
    return form in forms.firsts or form in own or bool(mark and head + mark in own) or form.endswith(forms.endings)


def declined(reading: Reading, at: int) -> bool:
    """True when the verb that leads up to an infinitive is negated ("не можем поддержать")."""
    low, tab = reading.view.words.low, reading.tab
    for look in range(at - 1, max(reading.sentence.first, at - NEAR) - 1, -1):
        if low[look] in tab.wishes:
            before = look > reading.sentence.first and low[look - 1] in tab.negators
            return before or (look + 1 < at and low[look + 1] in tab.afters)
        if low[look] in HARD or low[look] == ",":
            return False
    return False


def _wished(reading: Reading, at: int) -> bool:
    """ "je voudrais …", "permítanme …": the voice leads up to the infinitive."""
    low = reading.view.words.low
    for look in range(at - 1, max(reading.sentence.first, at - NEAR) - 1, -1):
        if low[look] in reading.tab.wishes:
            return True
        if low[look] in HARD or look in reading.verbs:
            return False
    return False


def _inverted(reading: Reading, cue: Cue) -> Holder | None:
    """The subject after its verb: "rechaza el Paraguay …", "أكدت الصين …"."""
    low, view = reading.view.words.low, reading.view
    begin = end = days.end_of(view, reading.lex, cue.end, reading.sentence.end)
    first = end + (end < reading.sentence.end and low[end] in reading.lex.determiners)
    cased = first < reading.sentence.end and view.initial(first).lower() != view.initial(first).upper()
    if cased and not view.capital(first):
        return None
    links = tuple({x for w in cue.words for x in w.links if len(x) == 1 and x.isalpha()} - set(reading.forms.ands))
    while end < min(begin + AFTER, reading.sentence.end) and view.is_word(end):
        if low[end] in reading.lex.stops or reading.lex.opens_clause(low[end]) or _is_object(reading, cue, end, links):
            break
        end += 1
    for last in range(begin + 1, end + 1) if not cased else ():
        if _is_addressed(reading, begin, last):
            break
        held = reading.holders.of((begin, last), cue.first)
        if held is not None and held.who.actor is not None:
            for longer in range(end, last, -1):
                more = reading.holders.of((begin, longer), cue.first)
                wider = more.who.actor if more is not None else None  # a body is not its state
                if _other_state(reading, begin, last, wider, held):  # "وزير الدفاع النرويجي … تشيلي"
                    continue
                if low[longer - 1] in reading.tab.actors:  # "الأمين العام للأمم المتحدة الدول": who is called on
                    continue
                if more is not None and wider and not held.who.actor.lower().startswith(wider.lower()):
                    return more
            return held
    ends = range(end, begin, -1)
    for last in ends if cased or begin >= end else (_construct_end(reading, begin, end), *ends):
        held = reading.holders.of((begin, last), cue.first)
        if held is not None and held.who.name:
            return held
    return None


def _is_addressed(reading: Reading, first: int, last: int) -> bool:
    """True when a phrase that begins with a definite office ends with a state's bare name: an office with its article
    has no state behind it ("اتهم الوزير فيغا كندا"), unless a small word or an adjective ties it."""
    low, tab = reading.view.words.low, reading.tab
    if not low[first].startswith(tab.articles) or low[first] not in tab.offices or last - first < 2:
        return False
    return not low[last - 1].startswith((*tab.articles, "لل")) and reading.holders.is_state(last - 1)


def _other_state(reading: Reading, first: int, last: int, wider: str | None, held: Holder) -> bool:
    """True when a longer phrase names another state than the office at its beginning: that is the verb's object."""
    office = any(reading.view.words.low[at] in reading.tab.actors for at in range(first, last))
    return office and wider is not None and wider.isupper() and wider != held.who.actor


def _construct_end(reading: Reading, first: int, end: int) -> int:
    """Where the noun phrase at token ``first`` ends in a language without capitals: its nouns up to the first one with
    an article written on to it, and an adjective of a state."""
    low, articles = reading.view.words.low, reading.tab.articles
    at = first
    while at < end - 1 and at - first < LONGEST_CONSTRUCT and not low[at].startswith(articles):
        at += 1
    at += 1
    while at < end and low[at].startswith(articles) and reading.holders.is_state(at):
        at += 1
    return at


def _is_object(reading: Reading, cue: Cue, at: int, links: tuple[str, ...]) -> bool:
    """True for a word after a verb and its subject that begins the object: all of some ("جميع"), or a link of the verb
    written on to a noun ("رحبت … بانضمام") that is no name."""
    low = reading.view.words.low
    if at > cue.end and low[at] in reading.forms.everybody:
        return True
    if not reading.forms.ands or not links or not low[at].startswith(links) or len(low[at]) <= ATTACHED:
        return False
    return low[at] not in reading.tab.actors and reading.holders.of((at, at + 1), cue.first) is None


def carrier(reading: Reading, cue: Cue) -> tuple[Holder | None, int]:
    """Who expresses the stance that a noun names, and where that begins: by a verb that carries it, or by "our"."""
    low, tab = reading.view.words.low, reading.tab
    owned, blocked = -1, False
    for at in range(cue.first - 1, max(reading.sentence.first, cue.first - CARRIED) - 1, -1):
        near = cue.first - at <= NEAR
        if low[at] in HARD or (at in reading.verbs and low[at] not in tab.lights):
            break
        if tab.ands.isdisjoint(low[at : cue.first]) and any(
            c.first <= at < c.end and c.word.frame == "noun" for c in reading.sentence.cues
        ):
            break
        if (low[at] in reading.lex.stops or low[at] in EDGES) and owned < 0 and low[at] not in tab.lights:
            blocked = True
        if near and not blocked and low[at] in tab.own and owned < 0:
            owned = at
        if low[at] not in tab.lights or not (near or owned >= 0):
            continue
        holder, _ = holder_of(reading, Cue(at, at + 1, at + 1, (), ()), around_of(reading, at))
        if holder is None and low[at].endswith(reading.forms.endings_of_gerunds):
            holder = reading.last or _opening(reading, at) or voice_of(reading, at)
        if holder is not None:
            return holder, at
    return (voice_of(reading, cue.first), owned) if owned >= 0 else (None, cue.first)


def _opening(reading: Reading, at: int) -> Holder | None:
    """The actor that opens the sentence: the subject over what stands between commas."""
    low, first = reading.view.words.low, reading.sentence.first
    dash = next((i for i in range(first, at) if low[i] in DASHES), first)
    if any(low[i].isdigit() for i in range(first, dash)):  # "PORT-LORNE, 3 mars – La ministre …"
        first = dash + 1
    end = first
    while end < at and low[end] not in EDGES and end - first < NEAR * 3:
        end += 1
    greeted = low[first] in reading.forms.honorifics and low[min(end, at)] == ","  # "Monsieur le Président, …"
    held = reading.holders.of((first, end), at) if first < end < at and not greeted else None
    return _named(reading, held, end, at)


def _named(reading: Reading, held: Holder | None, comma: int, at: int) -> Holder | None:
    """An office without a state by the name between commas behind it ("le ministre, M. Jean Dupuis, condamne …")."""
    view, low = reading.view, reading.view.words.low
    if held is None or held.who.actor is not None or low[comma] != "," or low[comma - 1] in EDGES:
        return held
    first = comma + 1
    while first < at and (low[first] in reading.lex.honorifics or low[first] == "."):
        first += 1
    end = first
    while end < at and view.is_word(end) and view.capital(end):
        end += 1
    if not (1 < end - first <= NAME) or low[end] != "," or low[comma - 1] in reading.tab.seats:
        return held
    span = view.words.span(first, end)
    return Holder(Speaker(span.of(view.chars), None, span))


def end_of(reading: Reading, at: int) -> int:
    """Where the clause that goes on at token ``at`` ends."""
    end = clauses.clause_end(reading.view, reading.lex, reading.tab, at, reading.sentence, reading.verbs)
    end = _end_of_words(reading, at, end)
    return next((i for i in range(at + 1, end) if joined_verb(reading, i)), end)


def _end_of_words(reading: Reading, at: int, end: int) -> int:
    """Where quoted words close inside a clause and another verb of the same subject is joined to it ("призвал «…» и
    подчеркнул")."""
    low, tab, lex = reading.view.words.low, reading.tab, reading.lex
    for i in range(at + 1, end - 2):
        again = low[i + 1] in tab.ands and (i + 2 in reading.verbs or lex.frames.get(low[i + 2]) == "say")
        if low[i] in CLOSES and again:
            return i + 1
    return end


def joined_verb(reading: Reading, at: int) -> bool:
    """A verb with a conjunction written on to it ("ودعت") opens a clause of its own."""
    word = reading.view.words.low[at]
    for join in reading.forms.ands:
        bare = word.removeprefix(join)
        if bare != word and (
            (at in reading.verbs and bare in reading.tab.act_starts) or reading.lex.frames.get(bare) == "say"
        ):
            return True
    return False
