"""Stances in languages whose verbs show who speaks (French, Spanish, Russian, Arabic).

Lives here: from a stance word to its holder, target and clause, where a verb form may need no subject ("condamnons",
"rechazamos", "призываем", "ندين"). Not here: the words (``Stance``), looking them up (``table``), where clauses end
(``clauses``), who a subject is (``who``), English (``spaced``). Rules: ``form/first`` a verb in the first person;
``form/subject`` a verb with its subject before it; ``form/inverted`` after it; ``form/shared`` with the subject before;
``form/wish`` an infinitive that the voice wishes to do ("je voudrais saluer"); ``form/modal``, ``form/predicate``,
``form/noun``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from onrecord.annotate import cues as speech_cues
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import blaming, clauses, table
from onrecord.annotate.positions.clauses import HARD, Sentence
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.positions.who import Holder, Holders
from onrecord.annotate.stretch import Stretch
from onrecord.annotate.words import fold
from onrecord.knowledge.language import Language
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Speaker

VERBS = frozenset({"object", "to", "clause", "order", "modal"})
EDGES = HARD | frozenset({",", "(", ")", "«", "»", "“", "”", '"', "،", "؛"})
NEAR = 7
AFTER = 6
CARRIED = 26
LIGHT = 5
NEVER = ("\0",)
Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verb:
    """What stands around a verb: its subject before it, and where its clause begins."""

    begin: int
    subject: Tokens | None
    own: bool = False
    negated: bool = False
    unreal: bool = False
    helped: bool = False
    opening: bool = False
    step: int = 0


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms by what they show: the first person, infinitives, participles that need an auxiliary; ``tos`` open what an
    addressee is to do. ``inverts``: a subject may follow its verb."""

    language: Language
    firsts: frozenset[str]
    infinitives: frozenset[str]
    participles: frozenset[str]
    tos: frozenset[str]
    everybody: frozenset[str]
    possessives: frozenset[str]
    fors: frozenset[str]
    asides: frozenset[str]
    copulas: frozenset[str]
    purposes: frozenset[str]
    inverts: bool
    endings: tuple[str, ...]
    endings_of_gerunds: tuple[str, ...]
    ands: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A language as a cheap dictionary key: hashing all of its words would cost more than reading a page."""

    language: Language

    def __hash__(self) -> int:
        return hash(self.language.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.language.stance is self.language.stance


@lru_cache(maxsize=8)
def _forms(key: _Key) -> Forms:
    """The forms of a language as its texts are read (``words.fold``); built once."""
    stance, folds = key.language.stance, key.language.speech.folds
    folded: dict[str, Any] = {
        one.name: _folded(getattr(stance, one.name), folds)
        for one in fields(stance)
        if folds and one.name not in ("words", "demonyms", "inverts")
    }
    words = tuple(replace(w, forms=_folded(w.forms, folds), links=_folded(w.links, folds)) for w in stance.words)
    read = replace(stance, words=words, **folded)
    return Forms(
        replace(key.language, stance=read),
        frozenset(read.firsts),
        frozenset(read.infinitives),
        frozenset(read.participles),
        frozenset(read.tos),
        frozenset(read.everybody),
        frozenset(read.possessives),
        frozenset(read.fors),
        frozenset(read.asides),
        frozenset(read.copulas),
        frozenset(read.purposes),
        read.inverts,
        read.first_endings or NEVER,
        read.gerunds or NEVER,
        read.ands or NEVER,
    )


def _folded(words: tuple[str, ...], folds: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(fold(word, folds) for word in words) if folds else words


@dataclass(slots=True)
class Reading:
    """One sentence while it is read."""

    view: Stretch
    lex: Lexicon
    tab: Table
    forms: Forms
    sentence: Sentence
    verbs: frozenset[int]
    holders: Holders
    scope: int = 0
    last: Holder | None = None
    found: list[Stand] = field(default_factory=list)


def find(desk: Desk, voices: Voices, view: Stretch) -> list[Stand]:
    """Every stance of a stretch, in order."""
    language = desk.language
    forms = _forms(_Key(language))
    tab = table.table(forms.language.stance, language.speech, language.calendar)
    lex = speech_cues.lexicon(language.speech, language.calendar)
    holders = Holders(desk, voices, view, lex, tab, False)
    found: list[Stand] = []
    for sentence in clauses.sentences(view, table.find(view.words.low, tab, lex)):
        if sentence.asks:
            continue
        verbs = frozenset(c.first for c in sentence.cues if c.word.frame in VERBS)
        reading = Reading(view, lex, tab, forms, sentence, verbs, holders)
        for cue in sentence.cues:
            _read(reading, cue)
        blaming.read(view, lex, tab, sentence, holders, reading.found, False)
        found.extend(reading.found)
    return found


def _read(reading: Reading, cue: Cue) -> None:
    if cue.first < reading.scope:
        return
    for number, word in enumerate(cue.words):
        if word.frame in ("blame", "event") or not word.act:
            continue
        after = cue.afters[number] or cue.end
        if word.frame == "noun":
            done = _noun(reading, cue, word, after)
        elif word.frame == "predicate":
            done = _predicate(reading, cue, word, after)
        elif word.frame == "modal":
            done = _modal(reading, cue, word, after)
        else:
            done = _verb(reading, cue, word, after)
        if done:
            return


# -- what stands around


def _around(reading: Reading, at: int) -> Verb:
    """The words before token ``at``: auxiliaries, negation, the subject, back to the beginning of the clause."""
    low, lex, tab, view = reading.view.words.low, reading.lex, reading.tab, reading.view
    begin = at
    own = negated = unreal = helped = False
    step = 0
    while begin > reading.sentence.first:
        word = low[begin - 1]
        if word in tab.own:
            own = True
        elif word in tab.negators:
            negated = True
        elif word in tab.unreal:
            unreal = True
        elif word in tab.boosts:
            step = 1
        elif word in tab.hedges:
            step = -1
        elif word in tab.passives:
            helped = True
        elif not lex.is_auxiliary(word):
            break
        begin -= 1
    start = begin
    while start > reading.sentence.first and begin - start < NEAR * 3:
        word = low[start - 1]
        if word in EDGES or word in tab.ends or lex.opens_clause(word) or start - 1 in reading.verbs:
            break
        start -= 1
    unreal = unreal or any(low[i] in tab.unreal for i in range(start, begin))
    while start < begin and (low[start] in lex.openers or low[start] in tab.joins or not view.is_word(start)):
        start += 1
    subject = (start, begin) if start < begin else None
    opening = begin <= reading.sentence.first or low[begin - 1] in EDGES
    return Verb(start, subject, own, negated, unreal, helped, opening, step)


def _holder(reading: Reading, cue: Cue, around: Verb) -> tuple[Holder | None, str]:
    """Who holds what the verb at ``cue`` says, and by which rule."""
    form = reading.view.words.low[cue.first]
    if around.own or _is_first(reading, form):
        return reading.holders.voice(cue.first), "form/first"
    if form in reading.forms.infinitives:
        return (reading.holders.voice(cue.first), "form/wish") if _wished(reading, cue.first) else (None, "")
    if around.subject is None and reading.last is not None and form.startswith(reading.forms.ands):
        return reading.last, "form/shared"
    if around.subject is not None:
        held = reading.holders.of(around.subject, cue.first)
        if held is not None:
            return held, "form/subject"
    if reading.forms.inverts and (around.subject is None or around.opening):
        held = _inverted(reading, cue)
        if held is not None:
            return held, "form/inverted"
    if around.subject is None:
        return reading.last or _opening(reading, cue.first), "form/shared"
    return None, ""


def _is_first(reading: Reading, form: str) -> bool:
    """A form of the first person, by itself or by the pronoun written on to it ("j'exprime")."""
    forms, own = reading.forms, reading.tab.own
    head, mark, _ = form.replace("’", "'").partition("'")
    return form in forms.firsts or form in own or bool(mark and head + mark in own) or form.endswith(forms.endings)


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
    end = cue.end
    first = end + (end < reading.sentence.end and low[end] in reading.lex.determiners)
    cased = first < reading.sentence.end and view.initial(first).lower() != view.initial(first).upper()
    if cased and not view.capital(first):
        return None
    while end < min(cue.end + AFTER, reading.sentence.end) and view.is_word(end):
        if low[end] in reading.lex.stops or reading.lex.opens_clause(low[end]):
            break
        end += 1
    for last in range(end, cue.end, -1):
        held = reading.holders.of((cue.end, last), cue.first)
        if held is not None and held.who.name:
            return held
    return None


def _end(reading: Reading, at: int) -> int:
    return clauses.clause_end(reading.view, reading.lex, reading.tab, at, reading.sentence, reading.verbs)


# -- frames


def _verb(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    low = reading.view.words.low
    around = _around(reading, cue.first)
    form = low[cue.first]
    if around.unreal or (form in reading.forms.participles and not around.helped):
        return False
    if form in reading.tab.lights and _carries(reading, after):
        return False
    if after < reading.sentence.end and low[after] in reading.tab.agents:
        return False
    if word.frame == "work" and not (around.own or _is_first(reading, form)):
        return False
    if _is_noun(reading, cue.first, form):
        return False
    if around.negated and not word.negated_act and word.act not in ("oppose", "deny"):
        return False
    holder, rule = _holder(reading, cue, around)
    if holder is None:
        return False
    end = max(_end(reading, after), after)
    if word.frame == "order" or word.act == "appeal":
        end = _with_purpose(reading, end)
    if end - after < 1:
        return False
    reading.last = holder
    begin = around.begin if around.subject is None or around.subject[1] <= cue.first else cue.first
    first, towards = after, None
    if word.frame == "order":
        split = next((i for i in range(after + 1, end) if low[i] in reading.forms.tos), None)
        if split is not None:
            first, towards = split + 1, (after, split)
    elif word.act == "welcome":
        first, end, towards = _thanked(reading, after, end)
    act = word.negated_act if around.negated and word.negated_act else word.act
    negated = around.negated and not word.negated_act
    if act == "demand" and any(
        low[i] in reading.forms.everybody for i in range(*(towards or (after, min(after + NEAR, end))))
    ):
        act = "appeal"
    if word.act == "deny" and word.frame == "to" and not _same_side(reading, cue, around, holder):
        return False
    for number, part in enumerate(_members(reading, first, end)):
        span = (begin if number == 0 else part[0], part[1])
        _add(reading, cue, word, act, rule, holder.who, span, part, negated, around.step, towards, number)
    reading.scope = end if word.frame in ("to", "order", "clause") else after
    return True


def _same_side(reading: Reading, cue: Cue, around: Verb, holder: Holder) -> bool:
    """What "we never" did is denied by us, of nobody else."""
    voice = reading.holders.voice(cue.first)
    return around.own or (voice is not None and voice.who.actor is not None and voice.who.actor == holder.who.actor)


def _carries(reading: Reading, after: int) -> bool:
    """The verb only carries a stance noun ("reiteramos el firme apoyo")."""
    near = range(after, after + LIGHT)
    return any(c.first in near and any(w.frame == "noun" for w in c.words) for c in reading.sentence.cues)


def _members(reading: Reading, first: int, end: int) -> list[Tokens]:
    """A target cut where a conjunction after a comma opens another with its own article ("…, et sa participation")."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    cuts = [first]
    for at in range(first + 2, end - 1):
        opens = low[at + 1] in lex.determiners or low[at + 1] in tab.theirs or low[at + 1] in reading.forms.possessives
        if low[at] in tab.ands and low[at - 1] == "," and opens:
            cuts.append(at + 1)
    ends = [at - 2 for at in cuts[1:]] + [end]
    return [(a, b) for a, b in zip(cuts, ends, strict=True) if b > a] or [(first, end)]


def _with_purpose(reading: Reading, end: int) -> int:
    """Where a call ends that says after a comma what it is for (", en vue de …")."""
    low, last = reading.view.words.low, reading.sentence.end
    if end + 2 < last and low[end] == "," and low[end + 1] in reading.forms.purposes:
        return max(end, _end(reading, end + 2))
    return end


def _thanked(reading: Reading, first: int, end: int) -> tuple[int, int, Tokens | None]:
    """Thanks to X for Y, perhaps after a comma: where Y begins and ends, and X; the whole where nothing says what for."""
    low, last = reading.view.words.low, min(reading.sentence.end - 1, first + CARRIED)
    for at in range(first + 1, last):
        if low[at] in HARD or (at >= end and at in reading.verbs):
            break
        if low[at] in reading.forms.fors and (at < end - 1 or low[at - 1] == ","):
            return at + 1, max(end, _end(reading, at + 1)), (first, at)
    return first, end, None


def _is_noun(reading: Reading, at: int, form: str) -> bool:
    """A form after an article or a preposition is a noun ("el respeto", "al respeto"), infinitives aside."""
    if at <= reading.sentence.first or form in reading.forms.infinitives:
        return False
    before, lex = reading.view.words.low[at - 1], reading.lex
    if before in reading.tab.own:
        return before in reading.forms.possessives
    return before in lex.determiners or (before in lex.stops and not lex.opens_clause(before))


def _modal(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    around = _around(reading, cue.first)
    holder = reading.holders.voice(cue.first)
    end = _end(reading, after)
    if holder is None or around.unreal or end - after < 1:
        return False
    low = reading.view.words.low
    if any(low[at] in reading.forms.asides for at in range(after, min(after + 3, reading.sentence.end))):
        return False
    act = word.act
    subject = around.subject
    side = reading.holders.side(subject, cue.first) if subject is not None else "none"
    towards = None
    inner = _inner(reading, after)
    if around.negated and word.negated_act:
        act = word.negated_act
    elif inner:
        act = inner
    elif side == "actor" and subject is not None and act == "appeal":
        named = reading.holders.of(subject, cue.first)
        if named is not None and named.who.actor != holder.who.actor:
            act, towards = "demand", subject
    whole = side == "other" and subject is not None
    begin = around.begin
    about = (begin if whole else after, end)
    _add(reading, cue, word, act, "form/modal", holder.who, (begin, end), about, False, around.step, towards, 0)
    reading.scope = end
    return True


def _inner(reading: Reading, at: int) -> str:
    """The act of what must be done, when that is to be against something ("il faut condamner X")."""
    acts = [w.act for c in reading.sentence.cues if at <= c.first <= at + 2 for w in c.words]
    return acts[0] if acts and acts[0] in ("oppose", "criticise", "welcome") else ""


def _predicate(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    around = _around(reading, cue.first)
    holder = reading.holders.voice(cue.first)
    if holder is None or around.unreal or around.negated:
        return False
    end = max(_end(reading, after), cue.end)
    about = around.subject or (after, end)
    if about[1] <= about[0]:
        about = (cue.first, cue.end)
    _add(reading, cue, word, word.act, "form/predicate", holder.who, (around.begin, end), about, False, 0, None, 0)
    reading.scope = cue.end
    return True


def _noun(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    """ "exprimer notre profonde préoccupation", "нашу поддержку", "Perú manifiesta su rechazo"."""
    low = reading.view.words.low
    follows = low[after] if after < reading.sentence.end else ""
    if follows in reading.tab.ands:
        return False
    if word.links and after == cue.end and (reading.lex.is_auxiliary(follows) or follows in reading.forms.copulas):
        return False
    holder, begin = _carrier(reading, cue)
    if holder is None:
        return False
    end = _end(reading, after)
    if end - after < 1:
        return False
    reading.last = holder
    first, end, _ = _thanked(reading, after, end) if word.act == "welcome" else (after, end, None)
    _add(reading, cue, word, word.act, "form/noun", holder.who, (begin, end), (first, end), False, 0, None, 0)
    reading.scope = after
    return True


def _carrier(reading: Reading, cue: Cue) -> tuple[Holder | None, int]:
    """Who expresses the stance that a noun names, and where that begins: by a verb that carries it, or by "our"."""
    low, tab = reading.view.words.low, reading.tab
    owned = -1
    for at in range(cue.first - 1, max(reading.sentence.first, cue.first - CARRIED) - 1, -1):
        near = cue.first - at <= NEAR
        if low[at] in HARD or (at in reading.verbs and low[at] not in tab.lights):
            break
        if (low[at] in reading.lex.stops or low[at] in EDGES) and owned < 0 and low[at] not in tab.lights:
            near = False
        if near and low[at] in tab.own and owned < 0:
            owned = at
        if low[at] not in tab.lights or not (near or owned >= 0):
            continue
        holder, _ = _holder(reading, Cue(at, at + 1, at + 1, (), ()), _around(reading, at))
        if holder is None and low[at].endswith(reading.forms.endings_of_gerunds):
            holder = reading.last or _opening(reading, at) or reading.holders.voice(at)
        if holder is not None:
            return holder, at
    return (reading.holders.voice(cue.first), owned) if owned >= 0 else (None, cue.first)


def _opening(reading: Reading, at: int) -> Holder | None:
    """The actor that opens the sentence: the subject over what stands between commas."""
    low, first = reading.view.words.low, reading.sentence.first
    end = first
    while end < at and low[end] not in EDGES and end - first < NEAR * 3:
        end += 1
    return reading.holders.of((first, end), at) if first < end < at else None


def _add(
    reading: Reading,
    cue: Cue,
    word: StanceWord,
    act: str,
    rule: str,
    who: Speaker,
    span: Tokens,
    target: Tokens,
    negated: bool,
    step: int,
    towards: Tokens | None,
    number: int,
) -> None:
    """Record one stance; of a list, the members after the first have their own first word as cue."""
    words = reading.view.words
    first, last = span
    if number == 0:
        first, last = min(first, cue.first), max(last, cue.end)
    mark = words.span(cue.first, cue.end) if number == 0 else words.span(target[0], target[0] + 1)
    to = reading.holders.towards(towards, target, Holder(who)) if towards else None
    reading.found.append(
        Stand(
            words.span(first, last), mark, word, act, rule,
            target=words.span(*target) if target[1] > target[0] else None,
            negated=negated, step=step, who=who, to=to,
        )
    )  # fmt: skip
