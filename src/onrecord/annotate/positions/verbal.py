"""Stances of verbs with a subject: X opposes Y, X vows to do Y, X urges Y to do Z, Y is opposed by X, X met Y.

Lives here: from a verb and its subject to targets and addressees. Not here: looking words up (``table``), what the
voice itself says (``voiced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import silence
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import clauses, subject, table
from onrecord.annotate.positions.clauses import Sentence
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
AGAINST = frozenset({"oppose", "criticise", "deny", "concern"})
NONE = frozenset({"no", "little"})
WISH = 2  # the rung up to which a wish only leads up to what is said


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
    if tokens is None or view.words.low[tokens[0]] in tab.negators:
        return
    holder = reading.holders.of(tokens, cue.first)
    end = clauses.clause_end(view, lex, tab, cue.after, sentence, reading.verbs)
    reading.closed = end if end < sentence.end and view.words.low[end] in tab.ands else reading.closed
    joined = cue.after < end and view.words.low[cue.after] in tab.ands | tab.neithers
    if end > cue.after and not joined and not _points_back(view, lex, cue.after, end):
        reading.about = (cue.after, end)
    if holder is None or (later and not _is_tellers(reading, cue, tokens, holder)):
        return
    if word.act in JUDGING and not reading.lone and clauses.supposed(view, tab, cue.first, sentence):
        return
    reading.last = tokens
    begin = around.subject[0] if around.subject and around.subject[1] <= cue.first else around.begin
    if word.frame == "order":
        _order(reading, cue, word, around, holder, begin, end)
    elif word.frame == "to":
        _to_do(reading, cue, word, around, holder, begin, end)
    else:
        _object(reading, cue, word, around, holder, begin, end)


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


def _points_back(view: Stretch, lex: Lexicon, first: int, end: int) -> bool:
    """True for an object that is a pronoun alone ("rejected it"): it is the object of the verb before."""
    return end - first == 1 and view.words.low[first] in lex.neuter


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
    if low[last] in tab.own or low[last] in lex.pronouns or low[last] in lex.neuter:
        return form != base or low[last] not in tab.singular
    many = low[last].endswith("s") or any(w in tab.ands or w in tab.neithers for w in low[around.subject[0] : last])
    if form == base:
        return many and low[last] not in tab.demonyms
    named = view.capital(last) or low[last] in tab.actors
    return named and low[last] not in tab.demonyms


def _going(reading: Reading, at: int) -> bool:
    """True for the form of a verb that goes on ("adding")."""
    ends = reading.lex.participles
    return bool(ends) and reading.view.words.low[at].endswith(ends)


def _participle(form: str) -> bool:
    return not form.endswith("s") or form.endswith("ss")


def opening(reading: Reading, cue: Cue) -> Tokens | None:
    """The noun phrase that opens the sentence: the subject of ", vowing to"."""
    view, lex, sentence = reading.view, reading.lex, reading.sentence
    low = view.words.low
    for at in range(sentence.first + 1, min(cue.first, sentence.first + 20)):
        if lex.is_auxiliary(low[at]) or low[at] in lex.frames or at in reading.verbs:
            return (sentence.first, at)
        if not view.is_word(at) and low[at] != ".":
            return None
    return None


def _object(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = clauses.past_marks(view, cue.after, end)
    if word.frame == "object" and first + 1 < reading.sentence.end and low[first] in tab.ands | tab.neithers:
        joined = first in reading.verbs or first + 1 in reading.verbs
        if joined and not reading.lone:
            reading.waiting.append((cue, word, around, holder, begin))
        if joined or low[first] in tab.ands:
            return
    if word.frame != "event" and end - first < 1:
        return
    if first < end and low[first] in tab.neithers:
        around = replace(around, negated=True)
    if first + 1 < end and low[first] in NONE and not reading.lone:  # "signed no treaty"
        first, around = first + 1, replace(around, negated=not around.negated)
    opens = first < end and lex.opens_clause(low[first])
    if word.act == "support" and not around.negated and clauses.is_peril(view, lex, tab, first, end):
        word = replace(word, act="concern", cameo=CODES["concern"][1], strength=0)
    unfounded = word.act == "oppose" and (
        clauses.is_charge(view, lex, tab, first, end) or clauses.called_false(view, lex, tab, first, reading.sentence)
    )
    if unfounded and not reading.lone:
        word = replace(word, act="deny", cameo=CODES["deny"][1], plover="")
    if cue.after > cue.end and first < end and low[first - 1] in lex.infinitive and low[first] in tab.deeds:
        if word.act == "welcome":  # "is proud to support"
            return
        word = replace(word, act="commit", cameo=CODES["commit"][1]) if word.act == "support" else word
    elif cue.after > cue.end and word.act == "support" and not opens and _is_doing(reading, first):
        word = replace(word, act="commit", cameo=CODES["commit"][1]) if _going(reading, first) else word
    if opens and word.act in ("support", "announce", "propose") and word.frame == "object" and not reading.lone:
        return
    bare = word.frame == "object" and not opens and cue.after == cue.end and first < end and not reading.lone
    if bare and low[first] in lex.infinitive | lex.stops | tab.passives:
        return
    split = not opens and word.frame == "object" and not reading.lone
    parts = (
        clauses.pieces(view, lex, tab, first, end, doing=False) if split and end > first else [(first, max(first, end))]
    )
    parts = (clauses.paired(view, lex, tab, first, end, reading.sentence) if split else None) or parts
    if _points_back(view, lex, first, end) and reading.about is not None and word.frame == "object":
        parts = [reading.about]
    rule = "event" if word.frame == "event" else "stance/verb"
    for one, other, its, who, start in reading.waiting if around.shared and word.frame == "object" else ():
        for number, part in enumerate(parts):
            add(reading, one, other, its, who, (start if number == 0 else part[0], part[1]), part, rule, number)
    reading.waiting.clear()
    for number, part in enumerate(parts):
        span = (begin if number == 0 else part[0], part[1])
        add(reading, cue, word, around, holder, span, part, rule, number)
    if word.frame in ("clause", "object") and word.act:
        reading.scope = end if word.frame == "clause" or word.act in ("oppose", "criticise") else cue.end


def _to_do(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = cue.after
    if cue.after == cue.end:
        while first < end and (low[first] in lex.times or lex.is_auxiliary(low[first]) or low[first] in lex.joins):
            first += 1
        if first >= end or low[first] not in lex.infinitive:
            return
        first += 1
    elif not _is_doing(reading, first) or (low[cue.after - 1] not in lex.infinitive and low[first] in tab.deeds):
        return
    inner = next((c for c in reading.sentence.cues if c.first == first), None)
    if inner is not None and view.words.low[cue.first] in tab.refusals:
        plain = next((w for w in inner.words if w.frame == "object" and w.act), None)
        if plain is not None:
            reading.scope = inner.end
            flipped = replace(around, negated=not around.negated)
            _object(reading, inner, plain, flipped, holder, begin, end)
            return
    if word.strength <= WISH and (lex.frames.get(low[first]) == "say" or act_at(reading, first)):
        return
    end = max(end, doing_end(reading, first, end))
    made = threat(reading, word, first)
    if any(first <= c.first < end and c.word.act == "warn" for c in reading.sentence.cues):
        made = replace(word, act="warn", cameo=CODES["warn"][1])
    for number, part in enumerate(clauses.pieces(view, lex, tab, first, end, doing=True)):
        span = (begin if number == 0 else part[0], part[1])
        add(reading, cue, made, around, holder, span, part, "stance/do", number)
    reading.scope = end


def _is_doing(reading: Reading, at: int) -> bool:
    """True when a verb for what is to be done stands at ``at``, perhaps after an adverb."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.deeds:
        at += 1
    if at >= reading.sentence.end:
        return False
    return low[at] in tab.deeds or at in reading.verbs or bool(lex.participles and low[at].endswith(lex.participles))


def threat(reading: Reading, word: StanceWord, at: int) -> StanceWord:
    """A word for what one will do, coded as a threat when what is to be done is hostile."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.entries:
        at += 1
    cue = table.cue_at(low, at, tab, lex) if at < reading.sentence.end else None
    codes = [w.cameo for w in cue.words if w.frame == "event"][:1] if cue else []
    return replace(word, cameo="138") if codes and codes[0] >= "14" and word.cameo[:2] == "03" else word


def meets(reading: Reading, at: int) -> bool:
    """True when what is to be done is a meeting or a saying: an announcement of the day, no commitment."""
    cue = table.cue_at(reading.view.words.low, at, reading.tab, reading.lex)
    return any(w.frame == "event" and w.cameo[:2] in ("01", "04") for w in cue.words) if cue else False


def doing_end(reading: Reading, first: int, end: int) -> int:
    """What is to be done goes on over ", and uphold" when the verb there has the form for it."""
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    last = reading.sentence.end
    while last > end and not view.is_word(last - 1):
        last -= 1
    at = end
    while at < last:
        look = at
        while (
            look < last
            and (low[look] == "," or low[look] in tab.ands or lex.is_auxiliary(low[look]))
            and low[look] not in tab.deeds
        ):
            look += 1
        if look == at or look >= last or low[look] not in tab.deeds or view.inside[look] != view.inside[first]:
            break
        at = clauses.clause_end(view, lex, tab, look + 1, reading.sentence, reading.verbs)
        end = at
    return end


def _order(reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, begin: int, end: int) -> None:
    view, lex, tab = reading.view, reading.lex, reading.tab
    low = view.words.low
    first = cue.after
    end = max(end, first)
    linked = cue.after > cue.end and lex.opens_clause(low[first - 1])
    blames = bool(lex.blame.intersection(word.links))
    split = next((i for i in range(first, end) if _splits(lex, low[i], blames)), None) if not linked else None
    if split == first and cue.after == cue.end:
        return
    if split is None and word.needs_link and not linked and not reading.lone:  # "will call on the minister"
        return
    addressed = (first, split if split is not None else end)
    if word.act == "demand" and addressed[1] > first and not reading.holders.is_named(addressed):
        if word.strength <= WISH and not reading.lone:
            return
        word = replace(word, act="appeal")
    if split is None:
        if end > first and (word.links == () or cue.after > cue.end or low[first] not in lex.stops):
            add(reading, cue, word, around, holder, (begin, end), (first, end), "stance/order")
            reading.scope = end
        return
    towards = (first, split) if split > first else None
    doing = low[split] in lex.infinitive
    end = max(end, doing_end(reading, split + 1, end)) if doing else end
    for number, part in enumerate(clauses.pieces(view, lex, tab, split + 1, end, doing=doing)):
        span = (begin if number == 0 else part[0], part[1])
        add(reading, cue, word, around, holder, span, part, "stance/order", number, towards)
    reading.scope = end


def _splits(lex: Lexicon, word: str, blames: bool) -> bool:
    """True for a word between the one addressed and what is wanted of them, or what they are blamed for."""
    return word in lex.infinitive or (blames and word in lex.blame) or lex.opens_clause(word)


def _passive(reading: Reading, cue: Cue, word: StanceWord, around: Verb) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    end = clauses.clause_end(view, lex, tab, cue.end, sentence, reading.verbs)
    agent = next((i for i in range(cue.end, end) if low[i] in tab.agents), None)
    doer = (agent + 1, end) if agent is not None and agent + 1 < end else None
    holder = reading.holders.doer(doer) if doer else (reading.holders.nobody() if reading.lone else None)
    tokens = around.subject or (reading.last if around.shared else None)
    if holder is None or tokens is None or (doer is None and word.act == "demand"):
        return
    reading.last = tokens
    rule = "event" if word.frame == "event" else "stance/passive"
    add(reading, cue, word, around, holder, (tokens[0] if tokens[1] <= cue.first else cue.first, end), tokens, rule)


def act_at(reading: Reading, at: int) -> str:
    """The act of a stance verb at token ``at``; empty when there is none."""
    cue = table.cue_at(reading.view.words.low, at, reading.tab, reading.lex)
    return next((w.act for w in cue.words if w.frame == "object"), "") if cue else ""
