"""Stances in languages that set words apart by spaces.

Lives here: from a stance word to its holder, target and clause, sentence by sentence. Not here: the words (``Stance``),
looking them up (``table``), where clauses end (``clauses``), subjects (``subject``), words that blame (``blaming``), who
a subject is (``who``), languages without spaces (``unspaced``). Rules, by the frame of the word:

- ``stance/verb``: X opposes Y          - ``stance/passive``: Y is opposed by X     - ``stance/noun``: X's opposition to Y
- ``stance/do``: X vows to do Y         - ``stance/modal``: X must do Y             - ``stance/predicate``: Y is wrong
- ``stance/order``: X urges Y to do Z   - ``stance/blame``: words that blame        - ``event``: X met Y
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.annotate import cues as speech_cues
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import blaming, clauses, subject, table
from onrecord.annotate.positions.clauses import Sentence
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.subject import Tokens, Verb
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.positions.who import Holder, Holders
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.codes import CODES
from onrecord.knowledge.stance import StanceWord

VERBS = frozenset({"object", "to", "clause", "order", "event"})
NEAR = 6
WISH = 2  # the rung up to which a wish only leads up to what is said
SAYING = "01"
STATED = "010"


@dataclass(slots=True)
class Reading:
    """One sentence while it is read. ``scope``: tokens before it belong to the cue read last; ``last`` is the subject
    that a verb without one goes on with."""

    view: Stretch
    lex: Lexicon
    tab: Table
    sentence: Sentence
    verbs: frozenset[int]
    holders: Holders
    lone: bool
    scope: int = 0
    last: Tokens | None = None
    found: list[Stand] = field(default_factory=list)


def find(desk: Desk, voices: Voices, view: Stretch, *, lone: bool) -> list[Stand]:
    """Every stance of a stretch, in order; ``lone``: a sentence by itself, whose events are read as well."""
    language = desk.language
    tab = table.table(language.stance, language.speech, language.calendar)
    lex = speech_cues.lexicon(language.speech, language.calendar)
    holders = Holders(desk, voices, view, lex, tab, lone)
    cues = table.find(view.words.low, tab, lex, events=lone)
    found: list[Stand] = []
    for sentence in clauses.sentences(view, cues):
        if sentence.asks:
            continue
        verbs = frozenset(c.first for c in sentence.cues if c.word.frame in VERBS or c.word.frame == "modal")
        reading = Reading(view, lex, tab, sentence, verbs, holders, lone)
        for cue in sentence.cues:
            _read(reading, cue)
        blaming.read(view, lex, tab, sentence, holders, reading.found, lone)
        found.extend(_weighed(reading) if lone else reading.found)
    return found


def _weighed(reading: Reading) -> list[Stand]:
    """Sayings beside what is said: weak when an outlet says so, or when the sayer is the actor of what is said."""
    found = reading.found
    others = [s for s in found if s.word.cameo[:2] != SAYING and s.who and s.word.plover != "-"]
    doers = {name for s in others if s.who for name in (s.who.actor, s.who.name) if name}
    return [replace(s, weak=True) if _is_weak(reading, s, doers) else s for s in found]


def _is_weak(reading: Reading, stand: Stand, doers: set[str]) -> bool:
    word = stand.cue.of(reading.view.chars).lower()
    if stand.word.cameo != STATED or stand.who is None or reading.lex.frames.get(word) != "say":
        return False
    if stand.who.actor in doers or stand.who.name in doers:
        return True
    return any(w in reading.tab.outlets for w in stand.who.name.lower().split())


def _titled(view: Stretch, sentence: Sentence) -> bool:
    """True for a headline in capitals, where a capital letter makes no name."""
    words = [
        i
        for i in range(sentence.first, sentence.end)
        if view.is_word(i) and view.words.ends[i] - view.words.starts[i] > 3
    ]
    return len(words) > 2 and sum(view.capital(i) for i in words) > 0.8 * len(words)


def _read(reading: Reading, cue: Cue) -> None:
    rows = list(zip(cue.words, cue.afters, strict=True))
    if reading.lone:  # a coder's category before an announcement
        rows.sort(key=lambda row: row[0].act == "announce")
    for word, after in rows:
        if word.frame == "blame":
            continue
        if cue.first < reading.scope:
            return
        one = replace(cue, words=(word,), after=after)
        before = len(reading.found)
        if word.frame == "noun":
            _noun(reading, one, word)
        elif word.frame == "predicate":
            _predicate(reading, one, word)
        elif word.frame == "modal":
            _modal(reading, one, word)
        else:
            _verb(reading, one, word)
        if len(reading.found) > before:
            return


# -- verbs


def _verb(reading: Reading, cue: Cue, word: StanceWord) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    named = view.capital(cue.first) and cue.first > sentence.first and not view.inside[cue.first]
    if named and not _titled(view, sentence):
        return
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    form = view.words.low[cue.first]
    going = bool(lex.participles) and form.endswith(lex.participles)
    if around.noun or (around.gerund and not around.passive) or (around.unreal and not reading.lone):
        return
    if around.infinitive or not _is_verb(reading, cue, around):
        return
    passive = around.passive and not going and cue.end == cue.first + 1 and _participle(form)
    if passive:
        _passive(reading, cue, word, around)
        return
    tokens = around.subject
    if reading.lone and tokens is None and not around.shared and not going and form.endswith("ed"):
        around = replace(around, subject=subject.before(view, lex, tab, cue.first, sentence, reading.verbs))
        _passive(reading, cue, word, around)
        return
    if tokens is None and (around.shared or going):
        tokens = reading.last or _opening(reading, cue)
        if tokens is None and not around.shared:
            return
    if tokens is None or view.words.low[tokens[0]] in tab.negators:
        return
    holder = reading.holders.of(tokens, cue.first)
    if holder is None:
        return
    end = clauses.clause_end(view, lex, tab, cue.after, sentence, reading.verbs)
    reading.last = tokens
    begin = around.subject[0] if around.subject and around.subject[1] <= cue.first else around.begin
    if word.frame == "order":
        _order(reading, cue, word, around, holder, begin, end)
    elif word.frame == "to":
        _to_do(reading, cue, word, around, holder, begin, end)
    else:
        _object(reading, cue, word, around, holder, begin, end)


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
    many = low[last].endswith("s") or any(w in tab.ands for w in low[around.subject[0] : last])
    if form == base:
        return many and low[last] not in tab.demonyms
    named = view.capital(last) or low[last] in tab.actors
    return named and low[last] not in tab.demonyms


def _participle(form: str) -> bool:
    return not form.endswith("s") or form.endswith("ss")


def _opening(reading: Reading, cue: Cue) -> Tokens | None:
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
    first = cue.after
    if word.frame != "event" and end - first < 1:
        return
    if (
        cue.after > cue.end
        and low[first - 1] in lex.infinitive
        and word.act == "welcome"
        and low[first : first + 1] != []
    ):
        if low[first] in tab.deeds:
            return
    opens = first < end and lex.opens_clause(low[first])
    if cue.after > cue.end and "to" in word.links and word.act == "support" and _is_doing(reading, first) and not opens:
        if low[first] in tab.deeds or low[first].endswith(lex.participles or ("\0",)):
            word = replace(word, act="commit", cameo="030")
    if opens and word.frame == "object" and word.act in ("support", "announce", "propose") and not reading.lone:
        return
    if word.frame == "object" and not opens and cue.after == cue.end and first < end and not reading.lone:
        if low[first] in lex.infinitive or low[first] in lex.stops or low[first] in tab.passives:
            return
    split = not opens and word.frame == "object" and not reading.lone
    parts = (
        clauses.pieces(view, lex, tab, first, end, doing=False) if split and end > first else [(first, max(first, end))]
    )
    rule = "event" if word.frame == "event" else "stance/verb"
    for number, part in enumerate(parts):
        span = (begin if number == 0 else part[0], part[1])
        _add(reading, cue, word, around, holder, span, part, rule, number)
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
    if word.strength <= WISH and (lex.frames.get(low[first]) == "say" or _act_at(reading, first)):
        return
    end = max(end, _doing_end(reading, first, end))
    made = _threat(reading, word, first)
    if any(first <= c.first < end and c.word.act == "warn" for c in reading.sentence.cues):
        made = replace(word, act="warn", cameo=CODES["warn"][1])
    for number, part in enumerate(clauses.pieces(view, lex, tab, first, end, doing=True)):
        span = (begin if number == 0 else part[0], part[1])
        _add(reading, cue, made, around, holder, span, part, "stance/do", number)
    reading.scope = end


def _is_doing(reading: Reading, at: int) -> bool:
    """True when a verb for what is to be done stands at ``at``, perhaps after an adverb."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.deeds:
        at += 1
    if at >= reading.sentence.end:
        return False
    return low[at] in tab.deeds or at in reading.verbs or bool(lex.participles and low[at].endswith(lex.participles))


def _threat(reading: Reading, word: StanceWord, at: int) -> StanceWord:
    """A word for what one will do, coded as a threat when what is to be done is hostile."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    while at < reading.sentence.end - 1 and lex.is_auxiliary(low[at]) and low[at] not in tab.entries:
        at += 1
    cue = table.cue_at(low, at, tab, lex) if at < reading.sentence.end else None
    codes = [w.cameo for w in cue.words if w.frame == "event"][:1] if cue else []
    return replace(word, cameo="138") if codes and codes[0] >= "14" and word.cameo[:2] == "03" else word


def _doing_end(reading: Reading, first: int, end: int) -> int:
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
    addressed = (first, split if split is not None else end)
    if word.act == "demand" and addressed[1] > first and not reading.holders.is_named(addressed):
        if word.strength <= WISH and not reading.lone:
            return
        word = replace(word, act="appeal")
    if split is None:
        if end > first and (word.links == () or cue.after > cue.end or low[first] not in lex.stops):
            _add(reading, cue, word, around, holder, (begin, end), (first, end), "stance/order")
            reading.scope = end
        return
    towards = (first, split) if split > first else None
    doing = low[split] in lex.infinitive
    end = max(end, _doing_end(reading, split + 1, end)) if doing else end
    for number, part in enumerate(clauses.pieces(view, lex, tab, split + 1, end, doing=doing)):
        span = (begin if number == 0 else part[0], part[1])
        _add(reading, cue, word, around, holder, span, part, "stance/order", number, towards)
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
    _add(reading, cue, word, around, holder, (tokens[0] if tokens[1] <= cue.first else cue.first, end), tokens, rule)


# -- modals, predicates, nouns


def _modal(reading: Reading, cue: Cue, word: StanceWord) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    tokens = around.subject or (reading.last if around.shared else None)
    verb, negated, passive = cue.end, around.negated, False
    while (
        verb < sentence.end - 1
        and low[verb] not in tab.deeds
        and (lex.is_auxiliary(low[verb]) or low[verb] in tab.negators or low[verb] in tab.boosts)
    ):
        negated ^= low[verb] in tab.negators
        passive = passive or low[verb] in tab.passives
        verb += 1
    contracted = reading.holders.contracted(cue.first)
    if tokens is None and around.shared and contracted is None and low[around.begin - 1] == ",":
        tokens = (sentence.first, around.begin - 1)
    if (tokens is None and contracted is None) or around.unreal or verb >= sentence.end or not view.is_word(verb):
        return
    if lex.frames.get(low[verb]) == "say" and not reading.lone:
        return
    side = contracted or reading.holders.side(tokens, cue.first) if tokens else contracted
    act = word.act
    if act == "commit":
        holder = reading.holders.of(tokens, cue.first) if tokens else reading.holders.voice(cue.first)
        if holder is None or passive or low[verb] not in tab.deeds:
            return
        if negated and side not in ("own", "actor"):
            return
        act = "oppose" if negated else "commit"
        if side == "thing":
            act = _act_at(reading, verb) or act
    else:
        holder = reading.holders.voice(cue.first)
        if holder is None:
            return
        if side == "actor" and not negated and not passive and reading.holders.is_named(tokens):
            act = "demand"
        act = (word.negated_act or act) if negated else act
    end = clauses.clause_end(view, lex, tab, verb + 1, sentence, reading.verbs)
    end = max(end, _doing_end(reading, verb, end))
    begin = tokens[0] if tokens else cue.first
    towards = tokens if act == "demand" else None
    whole = tokens is not None and (passive or side == "other")
    for number, part in enumerate(clauses.pieces(view, lex, tab, verb, end, doing=True)):
        span = (begin if number == 0 else part[0], part[1])
        about = span if whole and number == 0 else part
        made = replace(word, act=act, cameo=CODES[act][1]) if act != word.act else _threat(reading, word, verb)
        _add(reading, cue, made, replace(around, negated=False), holder, span, about, "stance/modal", number, towards)
    reading.last = tokens or reading.last
    reading.scope = end


def _act_at(reading: Reading, at: int) -> str:
    """The act of a stance verb at token ``at``; empty when there is none."""
    cue = table.cue_at(reading.view.words.low, at, reading.tab, reading.lex)
    return next((w.act for w in cue.words if w.frame == "object"), "") if cue else ""


def _predicate(reading: Reading, cue: Cue, word: StanceWord) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    tokens = around.subject or (reading.last if around.shared else None)
    holder = reading.holders.voice(cue.first)
    if holder is None or around.negated or around.unreal:
        return
    end = clauses.clause_end(view, lex, tab, cue.end, sentence, reading.verbs)
    begin = tokens[0] if tokens else cue.first
    named = tokens is not None and reading.holders.side(tokens, cue.first) in ("other", "actor", "thing")
    about = tokens if named and tokens else (cue.after, max(end, cue.after + 1))
    _add(reading, cue, word, around, holder, (begin, max(end, cue.end)), about, "stance/predicate")
    reading.scope = cue.end


def _noun(reading: Reading, cue: Cue, word: StanceWord) -> None:
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    light = next(
        (i for i in range(cue.first - 1, max(sentence.first, cue.first - NEAR) - 1, -1) if low[i] in tab.lights), None
    )
    holder, begin, negated = None, cue.first, False
    if light is not None:
        around = subject.around(view, lex, tab, light, sentence, reading.verbs)
        if around.unreal:
            return
        tokens = around.subject or (
            reading.last or _opening(reading, cue) if around.shared or low[light].endswith("ing") else None
        )
        if tokens is not None:
            holder, begin = reading.holders.of(tokens, light), tokens[0] if around.subject else light
            negated = around.negated
            reading.last = tokens
    elif not reading.lone and word.act not in ("support", "commit"):
        owner = reading.holders.owner(cue.first, sentence.first)
        if owner is not None:
            holder, begin = owner
    if holder is None:
        return
    end = clauses.clause_end(view, lex, tab, cue.after, sentence, reading.verbs)
    if end <= cue.after:
        return
    plain = Verb(begin, None, negated)
    _add(reading, cue, word, plain, holder, (begin, end), (cue.after, end), "stance/noun")
    reading.scope = end


def _add(
    reading: Reading,
    cue: Cue,
    word: StanceWord,
    around: Verb,
    holder: Holder,
    span: Tokens,
    target: Tokens,
    rule: str,
    number: int = 0,
    towards: Tokens | None = None,
) -> None:
    """Record one stance; of a list, the members after the first have their own first word as cue."""
    words = reading.view.words
    first, last = span
    if last <= first:
        first, last = min(first, cue.first), max(last, cue.end)
    act = word.act
    negated = around.negated
    if negated and word.negated_act:
        act, negated = word.negated_act, False
    mark = words.span(cue.first, cue.end) if number == 0 else words.span(target[0], target[0] + 1)
    about = words.span(*target) if target[1] > target[0] else None
    reading.found.append(
        Stand(
            words.span(min(first, cue.first) if number == 0 else first, max(last, cue.end) if number == 0 else last),
            mark,
            word,
            act,
            rule,
            holder=None,
            target=about,
            negated=negated,
            step=around.step,
            who=holder.who,
            to=reading.holders.towards(towards, target, holder),
        )
    )
