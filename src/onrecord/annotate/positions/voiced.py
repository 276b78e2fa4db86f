"""Stances of the voice itself: X must do Y, Y is wrong; and stances as nouns, of a light verb's subject or of an owner.

Lives here: modals, predicates and nouns. Not here: verbs with a subject that holds (``verbal``), words that blame
(``blaming``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.positions import clauses, subject
from onrecord.annotate.positions.doing import act_at, doing_end, is_scheduled, meets, threat
from onrecord.annotate.positions.objects import NONE
from onrecord.annotate.positions.reading import Reading, add
from onrecord.annotate.positions.subject import OPENING, Tokens, Verb
from onrecord.annotate.positions.table import Cue, hinders
from onrecord.annotate.positions.verbal import nor, opening
from onrecord.annotate.positions.who import Holder
from onrecord.knowledge.codes import CODES
from onrecord.knowledge.stance import StanceWord

NEAR = 6
BECOMING = frozenset({"become", "becoming", "be", "being"})


def modal(reading: Reading, cue: Cue, word: StanceWord) -> None:
    """Record what must or will be done, by the voice's word."""
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    tokens = around.subject or (reading.last if around.shared else None)
    verb, negated, passive = cue.end, around.negated, False
    if verb < sentence.end - 1 and low[verb] in OPENING and view.inside[verb] != view.inside[cue.first]:
        verb += 1  # "should “respect the law”"
    if tokens is not None and nor(view, tab, tokens):
        tokens, negated = (tokens[0] + 1, tokens[1]), not negated
    turned = around.shared and low[cue.first - 1] in tab.neithers and verb < sentence.end - 1
    if turned:
        verb += low[verb] in lex.pronouns or low[verb] in lex.neuter  # "nor should it"
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
        if holder is None or passive or not (low[verb] in tab.deeds or (reading.lone and low[verb] in tab.bases)):
            return
        if not reading.lone and side == "actor" and _is_warned(reading, verb):
            return
        if not reading.lone and (meets(reading, verb) or is_scheduled(reading, verb) or _is_fate(reading, verb, side)):
            return
        if negated and side not in ("own", "actor"):
            return
        if negated and act_at(reading, verb):  # "will not support" is that verb's, negated
            return
        if negated and hinders(low, verb, tab):
            _lets(reading, cue, word, around, holder, tokens, hinders(low, verb, tab))
            return
        act = "oppose" if negated else "commit"
        if side == "thing":
            act = act_at(reading, verb) or act
        if not negated and any(w.act == "warn" for c in sentence.cues if c.first == verb for w in c.words):
            act = "warn"
        elif not reading.lone and clauses.supposed(view, tab, cue.first, sentence) and act_at(reading, verb):
            return
    else:
        holder = reading.holders.voice(cue.first)
        if holder is None:  # what somebody should do is no stance of his
            reading.scope = verb + 1
            return
        named = side == "actor" and not negated and not passive and reading.holders.is_named(tokens)
        if named and tokens and not reading.holders.is_among(tokens, holder):  # "we and X should" demands nothing of X
            act = "demand"
        act = (word.negated_act or act) if negated else act
    end = clauses.clause_end(view, lex, tab, verb + 1, sentence, reading.verbs)
    end = max(end, doing_end(reading, verb, end))
    begin = tokens[0] if tokens and not turned else cue.first
    towards = tokens if act == "demand" else None
    whole = tokens is not None and not turned and (passive or side == "other")
    parts = clauses.pieces(view, lex, tab, verb, end, doing=True)
    if act == "commit" and not reading.lone:
        parts = [p for p in parts if p[0] >= sentence.end or not (meets(reading, p[0]) or is_scheduled(reading, p[0]))]
    for number, part in enumerate(parts):
        span = (begin if number == 0 else part[0], part[1])
        about = span if whole and number == 0 else part
        made = replace(word, act=act, cameo=CODES[act][1]) if act != word.act else threat(reading, word, verb)
        add(reading, cue, made, replace(around, negated=False), holder, span, about, "stance/modal", number, towards)
    reading.last = tokens or reading.last
    reading.scope = end


def _is_fate(reading: Reading, verb: int, side: str | None) -> bool:
    """True for what others, or a thing, will be or have, or what will be done to one: nobody undertakes it ("it will be
    the law", "we will be joined by")."""
    low, tab = reading.view.words.low, reading.tab
    if low[verb] not in tab.passives:
        return side != "own" and low[verb] in reading.lex.auxiliaries
    after = low[verb + 1] if verb + 1 < reading.sentence.end else ""
    return side != "own" or after.endswith("ed")


def _is_warned(reading: Reading, verb: int) -> bool:
    """True for what the voice says will come over its subject ("X will pay a price"): nothing that X undertakes."""
    cues = (cue for cue in reading.sentence.cues if cue.first == verb)
    return any(w.act == "warn" and w.frame == "predicate" for cue in cues for w in cue.words)


def _lets(
    reading: Reading, cue: Cue, word: StanceWord, around: Verb, holder: Holder, tokens: Tokens | None, after: int
) -> None:
    """Record that one will not hinder what stands at token ``after``: it is not opposed."""
    end = clauses.clause_end(reading.view, reading.lex, reading.tab, after, reading.sentence, reading.verbs)
    made = replace(word, act="oppose", cameo=CODES["oppose"][1], plover="-")
    if end > after:
        span = (tokens[0] if tokens else cue.first, end)
        add(reading, cue, made, replace(around, negated=True), holder, span, (after, end), "stance/modal")
    reading.scope = end


def predicate(reading: Reading, cue: Cue, word: StanceWord) -> None:
    """Record what the voice says of a subject."""
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    around = subject.around(view, lex, tab, cue.first, sentence, reading.verbs)
    tokens = around.subject or (reading.last if around.shared else None)
    holder = reading.holders.voice(cue.first)
    own = word.frame == "own" and tokens is not None
    if own and tokens is not None:
        holder = reading.holders.of(tokens, cue.first)
        reading.last = tokens
    if holder is None or around.negated or around.unreal:
        return
    end = clauses.clause_end(view, lex, tab, cue.end, sentence, reading.verbs)
    begin = tokens[0] if tokens else cue.first
    named = tokens is not None and reading.holders.side(tokens, cue.first) in ("other", "actor", "thing")
    about = tokens if named and tokens and not own else (cue.after, max(cue.after, end))
    if word.act == "criticise" and tokens is not None and _is_holder(reading, tokens, cue, holder):
        return
    bare = low[about[0]] if about[0] < len(low) and about[1] - about[0] <= 1 else ""
    nothing = bare in lex.neuter or lex.opens_clause(bare)
    if nothing and word.act == "welcome":  # "Thanks for that"
        return
    if low[cue.end - 1] in tab.turns:  # "rather than": against what follows
        first = cue.after + sum(low[i] in BECOMING for i in range(cue.after, min(cue.after + 1, end)))
        if first >= end:
            return
        about, begin = (first, end), cue.first
    add(reading, cue, word, around, holder, (begin, max(end, cue.end)), about, "stance/predicate")
    reading.scope = cue.end


def _is_holder(reading: Reading, tokens: Tokens, cue: Cue, holder: Holder) -> bool:
    """True for a subject that is the voice itself: nobody blames himself in words of his page ("X failed to")."""
    if reading.holders.side(tokens, cue.first) != "actor":
        return False
    who = reading.holders.of(tokens, cue.first)
    return who is not None and who.who.actor is not None and who.who.actor == holder.who.actor


def _light(reading: Reading, cue: Cue) -> int | None:
    """The verb that carries a stance noun, before it in the same part of the sentence."""
    low, tab = reading.view.words.low, reading.tab
    for at in range(cue.first - 1, max(reading.sentence.first, cue.first - NEAR) - 1, -1):
        if low[at] in tab.lights or low[at] in tab.drops:
            return at
        if low[at] == "," and low[at + 1] in reading.lex.prepositions:  # "issues, including X’s threat to Y"
            return None
    return None


def _is_received(reading: Reading, light: int, cue: Cue) -> bool:
    """True for a stance that others have towards the subject ("has the support of Y")."""
    low = reading.view.words.low
    return low[light] in reading.lex.auxiliaries and low[cue.after - 1] in reading.tab.linkers


def noun(reading: Reading, cue: Cue, word: StanceWord) -> None:
    """Record a stance that stands as a noun."""
    view, lex, tab, sentence = reading.view, reading.lex, reading.tab, reading.sentence
    low = view.words.low
    light = _light(reading, cue)
    holder, begin, negated = None, cue.first, False
    if light is not None:
        around = subject.around(view, lex, tab, light, sentence, reading.verbs)
        if around.unreal or _is_received(reading, light, cue):
            return
        tokens = around.subject or (
            reading.last or opening(reading, cue) if around.shared or low[light].endswith("ing") else None
        )
        if tokens is not None:
            holder, begin = reading.holders.of(tokens, light), tokens[0] if around.subject else light
            negated = around.negated
            reading.last = tokens
        negated ^= low[cue.first - 1] in tab.negators or low[cue.first - 1] in NONE
        negated ^= low[light] in tab.drops  # "dropped its objections to"
    elif not reading.lone and word.act not in ("support", "commit"):
        owner = reading.holders.owner(cue.first, sentence.first)
        if owner is not None:
            holder, begin = owner
    if holder is None:
        return
    end = clauses.clause_end(view, lex, tab, cue.after, sentence, reading.verbs)
    peril = word.act == "warn" and low[cue.after - 1] in lex.infinitive and low[cue.after] not in tab.deeds
    if end <= cue.after or (peril and not reading.lone):  # "its threat to the strait" is what others see in it
        return
    if light is not None:  # "reaffirmed its commitment to": the noun is the stance
        place = view.words.starts[light]
        reading.found[:] = [s for s in reading.found if s.cue.start != place]
    if word.act == "support" and low[cue.after - 1] in lex.infinitive and low[cue.after] in tab.deeds:
        word = replace(word, act="commit", cameo=CODES["commit"][1])  # "its commitment to cut emissions"
    plain = Verb(begin, None, negated)
    add(reading, cue, word, plain, holder, (begin, end), (cue.after, end), "stance/noun")
    reading.scope = end
