"""Stances of verbs with a subject: X opposes Y, X vows to do Y, X urges Y to do Z, Y is opposed by X, X met Y.

Lives here: telling a verb from a noun of its form, its subject and so the holder. Not here: looking words up
(``table``), targets (``objects``), addressees (``orders``), what is to be done (``doing``), what the voice itself says
(``voiced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import silence
from onrecord.annotate.positions import clauses, subject, table
from onrecord.annotate.positions.clauses import Sentence
from onrecord.annotate.positions.doing import WISH, doing_end, is_doing, is_said, threat
from onrecord.annotate.positions.objects import objects, points_back
from onrecord.annotate.positions.orders import order
from onrecord.annotate.positions.reading import Reading, add
from onrecord.annotate.positions.subject import Tokens, Verb
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.positions.who import Holder
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.codes import CODES
from onrecord.knowledge.stance import StanceWord

JUDGING = frozenset(
    {"support", "oppose", "criticise", "welcome", "concern", "deny"}
)  # of a case that is only supposed: none
PROMISE = 4  # the rung from which words with a clause undertake it ("pledged that", and no "agreed that")
OWN_WORDS = frozenset({"object", "order", "to", "clause"})
AGAINST = frozenset({"oppose", "criticise", "deny", "concern"})


def _titled(view: Stretch, sentence: Sentence) -> bool:
    """True for a headline in capitals, where a capital letter makes no name."""
    words = [
        i
        for i in range(sentence.first, sentence.end)
        if view.is_word(i) and view.words.ends[i] - view.words.starts[i] > 3
    ]
    return len(words) > 2 and sum(view.capital(i) for i in words) > 0.8 * len(words)


def verb(reading: Reading, cue: Cue, word: StanceWord) -> None:
    """Record the stance of a verb whose subject holds it."""
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    if silence.kept(view.words.low, cue.first, lex) and not reading.lone:
        return
    named = view.capital(cue.first) and cue.first > sentence.first and not view.inside[cue.first]
    if named and not _titled(view, sentence):
        return
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    if around.subject is None and not around.shared and sentence.first < reading.closed < cue.first:
        rest = replace(sentence, first=reading.closed + 1)
        around = subject.around(view, lex, tab, cue.first, rest, reading.verbs)
    form = view.words.low[cue.first]
    going = bool(lex.participles) and form.endswith(lex.participles)
    later = around.unreal and not reading.lone and told_of_later(reading, cue.first, around.begin)
    if later:
        around = replace(around, unreal=False)
    if around.noun or (around.gerund and not around.passive) or (around.unreal and not reading.lone):
        return
    if going and _is_judged(reading, cue):
        return
    if around.infinitive or not _is_verb(reading, cue, around) or _beside_participle(reading, around, form):
        return
    passive = around.passive and not going and cue.end == cue.first + 1 and _participle(form)
    if passive:
        _passive(reading, cue, word, around)
        return
    tokens = around.subject
    if tokens is None and reading.holders.contracted(cue.first) in ("own", "pronoun"):
        tokens = (cue.first, cue.first + 1)
    if reading.lone and tokens is None and not around.shared and not going and form.endswith("ed"):
        around = replace(around, subject=subject.before(view, lex, tab, cue.first, sentence, reading.verbs))
        _passive(reading, cue, word, around)
        return
    if tokens is None and (around.shared or going):
        tokens = reading.last or opening(reading, cue)
        if tokens is None and not around.shared:
            return
    if tokens is not None and tokens[0] < reading.closed < tokens[1] - 1 <= cue.first:
        tokens = (reading.closed + 1, tokens[1])
        around = replace(around, subject=tokens)
    if tokens is not None and nor(view, tab, tokens):
        tokens = (tokens[0] + 1, tokens[1])
        around = replace(around, subject=tokens, negated=not around.negated)
    if tokens is None or view.words.low[tokens[0]] in tab.negators or _holds_verb(reading, tokens):
        return
    holder = reading.holders.of(tokens, cue.first)
    end = clauses.clause_end(view, lex, tab, cue.after, sentence, reading.verbs)
    reading.closed = end if end < sentence.end and view.words.low[end] in tab.ands else reading.closed
    joined = cue.after < end and view.words.low[cue.after] in tab.ands | tab.neithers
    if end > cue.after and not joined and not points_back(view, lex, cue.after, end):
        reading.about = (cue.after, end)
    if holder is None or (later and not _is_tellers(reading, cue, tokens, holder)):
        return
    if word.act in JUDGING and not reading.lone and clauses.supposed(view, tab, cue.first, sentence):
        return
    reading.last = tokens
    begin = around.subject[0] if around.subject and around.subject[1] <= cue.first else around.begin
    if word.frame == "order":
        order(reading, cue, word, around, holder, begin, end)
    elif word.frame == "to":
        _to_do(reading, cue, word, around, holder, begin, end)
    else:
        objects(reading, cue, word, around, holder, begin, end)


def told_of_later(reading: Reading, at: int, begin: int) -> bool:
    """True for "would" in words that somebody is reported to have said, and no condition among them: what will be."""
    view, tab = reading.view, reading.tab
    group = [word for word in view.words.low[begin:at] if word in tab.unreal]
    if not group or not tab.laters.issuperset(group) or view.inside[at] or not reading.holders.is_reported(at):
        return False
    rest = view.words.low[reading.sentence.first : begin] + view.words.low[at : reading.sentence.end]
    return tab.ifs.isdisjoint(rest) and tab.unreal.isdisjoint(rest)


def _is_tellers(reading: Reading, cue: Cue, tokens: Tokens, holder: Holder) -> bool:
    """True when a subject is who is reported to speak: what others would do is only foretold."""
    if reading.holders.side(tokens, cue.first) in ("own", "pronoun"):
        return True
    teller = reading.holders.voice(cue.first)
    return teller is not None and teller.who.actor is not None and teller.who.actor == holder.who.actor


def _is_judged(reading: Reading, cue: Cue) -> bool:
    """True for a doing that is the object of a verb that denies or blames it ("denied supporting the ban")."""
    return any(c.after == cue.first and c.word.act in AGAINST for c in reading.sentence.cues)


def _holds_verb(reading: Reading, tokens: Tokens) -> bool:
    """True for tokens that are no noun phrase: a past form before an article stands among them ("X created the Y")."""
    low, lex = reading.view.words.low, reading.lex
    pasts = (at for at in range(tokens[0] + 1, tokens[1] - 1) if _is_past(reading, at))
    return any(low[at + 1] in lex.determiners for at in pasts)


def nor(view: Stretch, tab: Table, tokens: Tokens) -> bool:
    """True for "neither X nor Y"."""
    low = view.words.low
    return low[tokens[0]] in tab.neithers and not tab.neithers.isdisjoint(low[tokens[0] + 1 : tokens[1]])


def _beside_participle(reading: Reading, around: Verb, form: str) -> bool:
    """True for the second of two participles behind a noun, after a modal verb ("will publish the licences granted and
    refused"): a verb that goes on with "will" is no past form."""
    low, first = reading.view.words.low, reading.sentence.first
    other = around.begin - 2
    if not around.shared or not _participle(form) or other <= first or not _participle(low[other]):
        return False
    led = reading.lex.is_auxiliary(low[other - 1]) or low[other - 1] in reading.tab.modals
    return not led and any(word in reading.tab.modals for word in low[first : other - 1])


def _is_verb(reading: Reading, cue: Cue, around: Verb) -> bool:
    """True when a form that is a noun as well stands as a verb: an auxiliary or a pronoun before it, or a subject that
    agrees with it."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    form = low[cue.first]
    going = bool(lex.participles) and form.endswith(lex.participles)
    if going and reading.lone and around.subject and around.begin == cue.first and around.subject[1] == cue.first:
        return cue.end < reading.sentence.end and (view.capital(cue.end) or low[cue.end] in lex.determiners)
    base = form if form in tab.bases else form[:-1] if form.endswith("s") and form[:-1] in tab.bases else ""
    if not base or around.begin < cue.first or around.subject is None:
        return True
    last = around.subject[1] - 1
    last -= low[last] == "." and last > around.subject[0]  # "the U.S. supports"
    if low[last] in tab.own or low[last] in lex.pronouns or low[last] in lex.neuter:
        return form != base or low[last] not in tab.singular
    many = low[last].endswith("s") or any(w in tab.ands or w in tab.neithers for w in low[around.subject[0] : last])
    if form == base:
        return many and low[last] not in tab.demonyms
    if low[last] in tab.demonyms:  # "the US opposes tariffs", and no "US demands on trade" or "French attacks"
        own = any(w.frame in OWN_WORDS and w.act != "announce" for w in cue.words)  # "U.S. sanctions" are things
        plain = own and form not in lex.doubtful
        return plain or _has_object(reading, cue, low[around.subject[0]] in lex.determiners)
    return view.capital(last) or low[last] in tab.actors


def _has_object(reading: Reading, cue: Cue, led: bool) -> bool:
    """True when an object stands behind a form that is a noun too; after a subject ``led`` by an article also one
    without ("the US urges restraint", and no "the US demands were met")."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    if cue.end >= reading.sentence.end:
        return False
    word = view.words.low[cue.end]
    if word in lex.determiners or view.capital(cue.end):
        return True
    bare = view.is_word(cue.end) and word not in lex.stops | tab.modals and not lex.is_auxiliary(word)
    return led and (bare or cue.after > cue.end)


def _participle(form: str) -> bool:
    return not form.endswith("s") or form.endswith("ss")


def _is_past(reading: Reading, at: int) -> bool:
    """True for the past form of a doing that goes on with its object ("The leaders discussed the plan"), also where no
    stance is told by it."""
    low, tab = reading.view.words.low, reading.tab
    plain = not reading.view.capital(at) and low[at].endswith("ed")
    doing = plain and (low[at][:-2] in tab.deeds or low[at][:-1] in tab.deeds)
    return doing and low[at - 1] not in reading.lex.determiners and low[at - 1] not in reading.lex.stops


def opening(reading: Reading, cue: Cue) -> Tokens | None:
    """The noun phrase that opens the sentence: the subject of ", vowing to"."""
    view, lex, sentence = reading.view, reading.lex, reading.sentence
    low = view.words.low
    for at in range(sentence.first + 1, min(cue.first, sentence.first + 20)):
        if view.capital(at):  # a part of a name ("Secretary of State")
            continue
        if lex.is_auxiliary(low[at]) or low[at] in lex.frames or at in reading.verbs or _is_past(reading, at):
            return (sentence.first, at)
        if _is_event(reading, at):
            return (sentence.first, at)
        if not view.is_word(at) and low[at] != ".":
            return None
    return None


def _is_event(reading: Reading, at: int) -> bool:
    """True for the verb of an event that is no noun ("met", "spoke")."""
    low, tab = reading.view.words.low, reading.tab
    if low[at] in tab.bases or low[at] not in tab.starts:
        return False
    cue = table.cue_at(low, at, tab, reading.lex)
    return cue is not None and any(word.frame == "event" for word in cue.words)


def _to_do(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = cue.after
    promised = word.act == "commit" and word.strength >= PROMISE and not reading.lone
    if promised and cue.after == cue.end and first < end and low[first] in lex.plain:
        _that_one_will(reading, cue, word, around, holder, (begin, end))
        return
    if cue.after == cue.end:
        while first < end and (low[first] in lex.times or lex.is_auxiliary(low[first]) or low[first] in lex.joins):
            first += 1
        if first >= end or low[first] not in lex.infinitive:
            return
        first += 1
    elif not is_doing(reading, first) or (low[cue.after - 1] not in lex.infinitive and low[first] in tab.deeds):
        return
    inner = next((c for c in reading.sentence.cues if c.first == first), None)
    if inner is not None and view.words.low[cue.first] in tab.refusals:
        plain = next((w for w in inner.words if w.frame == "object" and w.act), None)
        if plain is not None:
            reading.scope = inner.end
            flipped = replace(around, negated=not around.negated)
            objects(reading, inner, plain, flipped, holder, begin, end)
            return
    if word.strength <= WISH and is_said(reading, first):
        return
    end = max(end, doing_end(reading, first, end))
    made = threat(reading, word, first)
    if any(first <= c.first < end and c.word.act == "warn" for c in reading.sentence.cues):
        made = replace(word, act="warn", cameo=CODES["warn"][1])
    for number, part in enumerate(clauses.pieces(view, lex, tab, first, end, doing=True)):
        span = (begin if number == 0 else part[0], part[1])
        add(reading, cue, made, around, holder, span, part, "stance/do", number)
    reading.scope = end


def _that_one_will(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, clause: Tokens) -> None:
    """Record a promise that is a clause ("pledged that it would do X", "promised that the ban will be lifted")."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    first, end = cue.after + 1, clause[1]
    if first >= end or tab.modals.union(tab.laters).isdisjoint(low[first:end]):
        return
    own = low[first] in lex.pronouns or low[first] in lex.neuter or low[first] in tab.own
    if own and first + 2 < end and low[first + 1] in tab.modals | tab.laters:
        first += 2
    add(reading, cue, word, around, holder, clause, (first, end), "stance/do")
    reading.scope = end


def _passive(reading: Reading, cue: Cue, word: StanceWord, around: Verb) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    end = clauses.clause_end(view, lex, tab, cue.end, sentence, reading.verbs)
    agent = next((i for i in range(cue.end, end) if low[i] in tab.agents), end)
    holder, after = (reading.holders.nobody(), end) if reading.lone else (None, end)
    if agent + 1 < end:
        holder, after = _doer(reading, agent + 1, end)
    tokens = around.subject or (reading.last if around.shared else None)
    if holder is None or tokens is None or (agent + 1 >= end and word.act == "demand"):
        return
    reading.last = tokens
    rule = "event" if word.frame == "event" else "stance/passive"
    span = (tokens[0] if tokens[1] <= cue.first else cue.first, end)
    wanted = word.frame == "order" and after + 1 < end and low[after] in lex.infinitive | lex.blame
    if wanted and not reading.lone:  # "was urged by X to do Y"
        add(reading, cue, word, around, holder, span, (after + 1, end), rule, towards=tokens)
    else:
        add(reading, cue, word, around, holder, span, tokens, rule)


def _doer(reading: Reading, first: int, end: int) -> tuple[Holder | None, int]:
    """The holder that an agent names, and where it ends: before what is wanted or blamed ("by the government of X for
    hiding Y"); the shortest that names an actor of the packs, else the longest."""
    low, lex = reading.view.words.low, reading.lex
    cuts = [i for i in range(first + 1, end) if low[i] in lex.stops or low[i] in lex.infinitive]
    found: list[tuple[Holder, int]] = []
    for cut in (*cuts, end):
        holder = reading.holders.doer((first, cut))
        if holder is not None:
            found.append((holder, cut))
    known = next(((holder, cut) for holder, cut in found if holder.who.actor), None)
    return known or (found[-1] if found else (None, end))
