"""Stances in languages whose verbs show who speaks (French, Spanish, Russian, Arabic).

Lives here: from a stance word to its holder, target and clause, where a verb form may need no subject ("condamnons",
"rechazamos", "призываем", "ندين"). Not here: the words (``Stance``), looking them up (``table``), where clauses end
(``clauses``), who a subject is (``who``), English (``spaced``). Rules: ``form/first`` a verb in the first person;
``form/subject`` a verb with its subject before it; ``form/inverted`` after it; ``form/shared`` with the subject before;
``form/wish`` an infinitive that the voice wishes to do ("je voudrais saluer"); ``form/modal``, ``form/predicate``,
``form/noun``; ``form/list`` a list then called problems.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from onrecord.annotate import cues as speech_cues
from onrecord.annotate import days
from onrecord.annotate.positions import asides, blaming, branding, clauses, clitics, listing, table
from onrecord.annotate.positions import inflected_targets as targets
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.homes import home_of
from onrecord.annotate.positions.inflected_forms import Key, forms_of
from onrecord.annotate.positions.inflected_holder import (
    Reading,
    Verb,
    around_of,
    carrier,
    declined,
    end_of,
    holder_of,
    is_first,
    joined_verb,
    voice_of,
)
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Cue
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.positions.who import Holder, Holders
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Speaker

JUDGING = frozenset({"support", "oppose", "criticise", "welcome", "concern", "deny"})
BARE = frozenset({"support", "oppose"})  # acts whose object may go without saying
VERBS = frozenset({"object", "to", "clause", "order", "modal", "brand"})
NEAR = 7
LIGHT = 5
FACING = 2  # the rung of what is only faced
Tokens = tuple[int, int]


def find(desk: Desk, voices: Voices, view: Stretch) -> list[Stand]:
    """Every stance of a stretch, in order."""
    language = desk.language
    forms = forms_of(Key(language))
    tab = table.table(forms.language.stance, forms.language.speech, language.calendar)
    lex = speech_cues.lexicon(language.speech, language.calendar)
    holders = Holders(desk, voices, view, lex, tab, False)
    speech = desk.section.statement.form in ("statement", "transcript")
    home = partial(_home, desk, voices) if speech else _nobody
    found: list[Stand] = []
    for sentence in clauses.sentences(view, table.find(view.words.low, tab, lex)):
        if sentence.asks:
            continue
        verbs = frozenset(clitics.begin(view, lex, tab, c) for c in sentence.cues if c.word.frame in VERBS)
        shut = frozenset(c.end for c in sentence.cues if c.word.frame in VERBS)
        reading = Reading(view, lex, tab, forms, sentence, verbs, holders, home, speech=speech, shut=shut)
        for cue in sentence.cues:
            _read(reading, cue)
        blaming.read(view, lex, tab, sentence, holders, reading.found, False)
        listing.read(reading)
        found.extend(_at_home(reading, stand) for stand in reading.found)
    return found


def _at_home(reading: Reading, stand: Stand) -> Stand:
    """Blame in a speech whose speaker has no country is the speech's state's."""
    lost = stand.rule == "stance/blame" and stand.who is not None and stand.who.actor is None
    home = reading.home() if lost else None
    return replace(stand, who=home) if home is not None else stand


def _nobody() -> None:
    """The state of a text that is no speech."""


def _home(desk: Desk, voices: Voices) -> Speaker | None:
    """``home_of`` the statement, found once, and only when it is asked for."""
    id = desk.section.statement.id
    if id not in voices.homes:
        voices.homes[id] = home_of(desk)
    return voices.homes[id]


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


def _verb(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    low = reading.view.words.low
    around = around_of(reading, cue.first)
    form = low[cue.first]
    if word.act in JUDGING and _supposed(reading, cue.first, cue.end, form):
        return False
    if form in reading.forms.participles and not around.helped and reading.helped:
        around = _second(reading, cue.first, around)
    if around.unreal or (form in reading.forms.participles and not around.helped):
        return False
    if form in reading.tab.lights and _carries(reading, after):
        return False
    if after < reading.sentence.end and low[after] in reading.tab.agents:
        return False
    if word.act == "concern" and word.strength == FACING and _relative(reading, cue.first):
        return False
    if word.act == "support" and _reports(reading, form, after) and not (around.own or is_first(reading, form)):
        return False
    if word.frame == "work" and not (around.own or is_first(reading, form)):
        return False
    if asides.empty(reading, cue, word, after) or asides.astray(reading, cue, around, after):
        return False
    pronoun = word.frame == "object" and clitics.has_object(reading, cue)
    if not pronoun and _is_noun(reading, cue.first, form, around):
        return False
    holder, rule = holder_of(reading, cue, around)
    if holder is None:
        return False
    if rule == "form/wish" and declined(reading, cue.first):
        around = replace(around, negated=not around.negated)
    if rule == "form/inverted" and after == cue.end:
        after = _past(reading, word, after, holder)
    after = targets.past_adverbs(reading, after)
    if _relative(reading, cue.first) and after < reading.sentence.end and low[after] in reading.forms.copulas:
        after += 1  # "lo que criticamos es la demora"
    end = max(end_of(reading, after), after)
    if word.frame == "brand":
        about = branding.judged(reading, word, after if rule == "form/inverted" else cue.end)
        if about is None:
            return False
        after, end = about
    if after < reading.sentence.end and low[after] in reading.tab.neithers:  # "n'appuie ni ne condamne"
        around = replace(around, negated=True)
    if word.frame == "object" and _goes_on(reading, after):
        reading.waiting.append((cue, word, around, holder, rule))
        reading.last, reading.helped = holder, around.helped
        return True
    if word.frame == "order" or word.act == "appeal":
        end = targets.with_purpose(reading, end)
    begin = around.begin if around.subject is None or around.subject[1] <= cue.first else cue.first
    ours = around.own or is_first(reading, low[cue.end - 1])
    whole = word.act == "commit" and cue.end - cue.first > 1  # "prendra ses responsabilités"
    if end - after < 1 and word.frame == "to" and (whole or (word.act == "deny" and ours)):  # "we do not meddle"
        after, end = begin, cue.end
    bare = word.act in BARE and word.frame == "object" and end - after < 1 and targets.stands_alone(reading, cue, after)
    if word.act == "deny" and word.frame == "object":
        after, end = targets.denied(reading, after, end)
    if pronoun or bare:
        end = after
    elif end - after < 1 or (low[after] == "," and word.frame == "object"):
        return False
    reading.last, reading.helped = holder, around.helped
    first, towards = after, None
    if word.frame == "order":
        first, towards = targets.ordered(reading, after, end)
    elif word.act == "warn" and word.frame == "clause":
        first, towards = targets.warned(reading, word, cue, after, end)
    elif word.act == "welcome":
        first, end, towards = targets.thanked(reading, after, end)
    act = word.negated_act if around.negated and word.negated_act else word.act
    if act == "support" and not around.negated and clauses.is_peril(reading.view, reading.lex, reading.tab, first, end):
        act = "concern"
    negated = around.negated and not word.negated_act
    if act == "oppose" and clauses.is_charge(reading.view, reading.lex, reading.tab, first, end):
        act = "deny"
    if act == "demand" and any(
        low[i] in reading.forms.everybody for i in range(*(towards or (after, min(after + NEAR, end))))
    ):
        act = "appeal"
    if word.act == "deny" and word.frame == "to" and not _same_side(reading, cue, around, holder):
        return False
    if first < end and low[first] in reading.tab.neithers:
        negated = True
    doing = word.frame in ("order", "to", "modal")
    for number, part in enumerate(targets.members(reading, first, end, doing=doing)):
        span = (begin if number == 0 else part[0], part[1])
        for one, other, its, who, by in reading.waiting if rule == "form/shared" and number == 0 else ():
            same = word.frame == "object" and word.act in JUDGING  # "condamne et appelle à …": what, it does not say
            far, its_part = (its.begin, part[1] if same else one.end), part if same else (one.end, one.end)
            _add(reading, one, other, other.act, by, who, far, its_part, its.negated, its.step, None, 0)
        reading.waiting.clear()
        _add(reading, cue, word, act, rule, holder, span, part, negated, around.step, towards, number)
    reading.scope = end if word.frame in ("to", "order", "clause") else after
    return True


def _second(reading: Reading, at: int, around: Verb) -> Verb:
    """A participle that shares subject and auxiliary with the one before ("ont condamné … et exigé", "…, exigé la")."""
    low = reading.view.words.low
    if around.shared:
        return replace(around, helped=True)
    listed = at > reading.sentence.first and low[at - 1] == "," and at + 1 < reading.sentence.end
    if listed and low[at + 1] in reading.lex.determiners:
        return replace(around, begin=at, subject=None, shared=True, helped=True)
    return around


def _goes_on(reading: Reading, at: int) -> bool:
    """A conjunction and another verb follow, or a comma and two more: their target is the first one's too ("condamne
    et rejette X", "ne soutient ni ne condamne X", "ни поддерживает, ни осуждает X")."""
    low, tab, end, lex = reading.view.words.low, reading.tab, reading.sentence.end, reading.lex
    if at < end and joined_verb(reading, at):
        return True
    look, joined = at, False
    while look < min(at + LIGHT, end) and look not in reading.verbs:
        joins = low[look] in tab.ands or low[look] in tab.neithers or low[look] in lex.contrasts | lex.openers
        if not joins and low[look] not in tab.negators and (look > at or low[look] != ","):
            return False
        joined = joined or joins
        look += 1
    if look == at or look not in reading.verbs:
        return False
    more = range(look + 1, min(at + NEAR, end))
    return joined or any(low[i] in tab.ands and i + 1 in reading.verbs for i in more)


def _supposed(reading: Reading, at: int, end: int, form: str) -> bool:
    """True for what one would do: by the form of the verb, a word after it, or a condition before it."""
    tab, sentence = reading.tab, reading.sentence
    after = end < sentence.end and reading.view.words.low[end] in tab.unrealizing
    by_form = bool(tab.conditionals) and form.endswith(tab.conditionals)
    return after or by_form or clauses.supposed(reading.view, tab, at, sentence)


def _reports(reading: Reading, form: str, after: int) -> bool:
    """The verb tells what follows ("subrayó que …"): the stance is that of the words told."""
    lex, low = reading.lex, reading.view.words.low
    return after < reading.sentence.end and low[after] in lex.plain and lex.frames.get(form) == "say"


def _relative(reading: Reading, at: int) -> bool:
    """The verb stands in a clause about a noun ("los desafíos que enfrentamos")."""
    return at > reading.sentence.first and reading.lex.opens_clause(reading.view.words.low[at - 1])


def _past(reading: Reading, word: StanceWord, after: int, holder: Holder) -> int:
    """The token after a subject that follows its verb, the place where it is at post, and the link of the verb."""
    mentions, starts = [who.span for who in holder.all if who.span is not None], reading.view.words.starts
    first, last = min((m.start for m in mentions), default=0), max((m.end for m in mentions), default=0)
    after = days.end_of(reading.view, reading.lex, after, reading.sentence.end)
    while after < reading.sentence.end and first <= starts[after] < last:
        after += 1
    low, end = reading.view.words.low, reading.sentence.end
    if reading.tab.articles and any(low[i] in reading.tab.offices for i in range(max(after - NEAR, 0), after)):
        addressed = word.frame in ("order", "clause") or bool(word.links)
        after = reading.holders.people.name_end(after, addressed=addressed, links=word.links)
    if after + 2 < end and low[after] in reading.lex.hosts - {*word.links} and reading.holders.is_state(after + 1):
        after += 2
    return after + (after + 1 < end and low[after] in word.links)


def _same_side(reading: Reading, cue: Cue, around: Verb, holder: Holder) -> bool:
    """What "we never" did is denied by us, of nobody else."""
    voice = voice_of(reading, cue.first)
    return around.own or (voice is not None and voice.who.actor is not None and voice.who.actor == holder.who.actor)


def _carries(reading: Reading, after: int) -> bool:
    """The verb only carries a stance noun ("reiteramos el firme apoyo")."""
    near = range(after, after + LIGHT)
    return any(c.first in near and any(w.frame == "noun" for w in c.words) for c in reading.sentence.cues)


def _is_noun(reading: Reading, at: int, form: str, around: Verb) -> bool:
    """A form after an article or a preposition is a noun ("el respeto", "al respeto"), infinitives aside; so is one of
    the first person singular inside a clause without its pronoun ("un especial saludo")."""
    if at <= reading.sentence.first or form in reading.forms.infinitives:
        return False
    before, lex = reading.view.words.low[at - 1], reading.lex
    if at - 1 == reading.sentence.first and before in reading.tab.ands:  # "Y agradecemos …"
        return False
    alone = form in reading.forms.firsts and not form.endswith(reading.forms.endings) and form in reading.tab.nouns
    if alone and not (around.own or around.opening or lex.is_auxiliary(before) or before in reading.tab.ands):
        return True
    if around.shared and not alone:
        return False
    if before in reading.tab.own:
        return before in reading.forms.possessives
    if before in reading.tab.neithers:  # "ni apoya"
        return False
    return before in lex.determiners or (before in lex.stops and not lex.opens_clause(before))


def _modal(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    around = around_of(reading, cue.first)
    holder = voice_of(reading, cue.first)
    end = end_of(reading, after)
    low = reading.view.words.low
    if holder is None or around.unreal or end - after < 1 or low[after] == "," or asides.restricts(reading, cue.first):
        return False
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
    elif side == "actor" and subject is not None and act == "appeal" and not _everybody(reading, subject):
        named = reading.holders.of(subject, cue.first)
        if named is not None and named.who.actor != holder.who.actor:
            act, towards = "demand", subject
    whole = side == "other" and subject is not None
    begin = around.begin
    for number, part in enumerate(targets.members(reading, after, end, doing=True)):
        about = (begin, part[1]) if whole and number == 0 else part
        span = (begin if number == 0 else part[0], part[1])
        _add(reading, cue, word, act, "form/modal", holder, span, about, False, around.step, towards, number)
    reading.scope = end
    return True


def _everybody(reading: Reading, tokens: tuple[int, int]) -> bool:
    """ "la comunidad internacional": to ask it is to ask nobody."""
    return any(reading.view.words.low[at] in reading.forms.everybody for at in range(*tokens))


def _inner(reading: Reading, at: int) -> str:
    """The act of what must be done, when that is to be against something ("il faut condamner X")."""
    acts = [w.act for c in reading.sentence.cues if at <= c.first <= at + 2 for w in c.words]
    return acts[0] if acts and acts[0] in ("oppose", "criticise", "welcome") else ""


def _predicate(reading: Reading, cue: Cue, word: StanceWord, after: int) -> bool:
    low = reading.view.words.low
    if cue.end == cue.first + 1 > reading.sentence.first + 1 and low[cue.first - 1] in reading.lex.determiners:
        return False  # "una amenaza directa": a noun
    around = around_of(reading, cue.first)
    holder = voice_of(reading, cue.first)
    if holder is None or around.unreal or around.negated or asides.points(reading, around.subject):
        return False
    end = max(end_of(reading, after), cue.end)
    about = around.subject or (after, end)
    if about[1] <= about[0]:
        about = (cue.first, cue.end)
    _add(reading, cue, word, word.act, "form/predicate", holder, (around.begin, end), about, False, 0, None, 0)
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
    holder, begin = carrier(reading, cue)
    if holder is None:
        return False
    end = end_of(reading, after)
    felt = word.act == "concern" and begin < cue.first and after == cue.end == reading.sentence.end - 1
    if end - after < 1 and not felt:  # "… ont exprimé leur préoccupation.": what at, the text has said before
        return False
    reading.last = holder
    first, end, _ = targets.thanked(reading, after, end) if word.act == "welcome" else (after, end, None)
    _add(reading, cue, word, word.act, "form/noun", holder, (begin, end), (first, end), False, 0, None, 0)
    reading.scope = after
    return True


def _add(
    reading: Reading,
    cue: Cue,
    word: StanceWord,
    act: str,
    rule: str,
    holder: Holder,
    span: Tokens,
    target: Tokens,
    negated: bool,
    step: int,
    towards: Tokens | None,
    number: int,
) -> None:
    """Record one stance; of a list, the members after the first have their own first word as cue."""
    words = reading.view.words
    target = clauses.trimmed(reading.view, reading.tab, *target) if target[1] > target[0] else target
    first, last = span
    if number == 0:
        first, last = min(first, cue.first), max(last, cue.end)
    mark = words.span(cue.first, cue.end) if number == 0 else words.span(target[0], target[0] + 1)
    to = reading.holders.towards(towards, target, holder) if towards else None
    reading.found.extend(
        Stand(
            words.span(first, last), mark, word, act, rule,
            target=words.span(*target) if target[1] > target[0] else None,
            negated=negated, step=step, who=who, to=to,
        )
        for who in holder.all
    )  # fmt: skip
