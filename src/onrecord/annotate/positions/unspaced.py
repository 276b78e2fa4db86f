"""Stances in languages written without spaces between words (Chinese).

Lives here: from clause to stance, sentence by sentence, without a segmenter: which word governs a clause, what goes on
from the clause before, who takes the stance. Not here: the words (``Stance``), where clauses end (``cuts``), whom a
subject names (``sides``), languages with spaces (``spaced``), whose voice it is (``holders``).
Rules: ``clause/own`` a stance word with its own subject; ``clause/carried`` the subject of the clause before;
``clause/voice`` the voice's own; ``clause/goes-on`` a verb of policy under the modality before it; ``clause/directive``
a verb of policy in a paper that directs; ``clause/thing`` a document that speaks for its issuer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.annotate.positions import cuts, issuers
from onrecord.annotate.positions.cuts import Clause
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.lexis import Lexis, lexis
from onrecord.annotate.positions.sides import NOBODY, OTHER, Side, Sides
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.voices import Voices
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span, Speaker, Utterance
from onrecord.text.fold import simplified

SUBJECT = 40
REMEMBERED = 1500  # characters over which a document told of goes on speaking for its issuer
STRICT = 4  # "必须", "不得": rules of those who may make them
IDIOM = 5
SHORT = 4  # "要加强合作，推动X": so short an object goes with the next clause
ENOUGH = 2
PLACES = frozenset("上中下内里时后前面")  # what a phrase with "在" ends in
FIRM = frozenset("在对向把将被")  # prepositions that no name holds


@dataclass(frozen=True, slots=True)
class _Hit:
    """A stance word in its place; ``negated`` by the word before it."""

    span: Span
    form: str
    word: StanceWord
    negated: bool = False
    step: int = 0


@dataclass(slots=True)
class _State:
    """What a clause leaves to the next ones: subject, and the stance that verbs of policy go on with."""

    side: Side = NOBODY
    chain: Stand | None = None
    voice: Utterance | None = None
    reporter: Utterance | None = None
    issuer: Speaker | None = None
    actor: Speaker | None = None
    says: Speaker | None = None
    topic: Span | None = None
    purpose: bool = False
    binding: bool = False
    merged: bool = False


@dataclass(slots=True)
class _Reader:
    """One stretch of paragraphs being read."""

    desk: Desk
    voices: Voices
    chars: str
    lex: Lexis
    sides: Sides
    directs: Speaker | None
    state: _State
    found: list[Stand]


def find(desk: Desk, voices: Voices, paragraphs: list[Span]) -> list[Stand]:
    """Every stance of the paragraphs, in order, with its holder."""
    chars = simplified(desk.page.chars)
    lex = lexis(desk.language)
    sides = Sides(desk, chars, lex)
    reader = _Reader(desk, voices, chars, lex, sides, issuers.directs(desk, chars), _State(), [])
    issuer, place = voices.issuers.get(desk.section.statement.id, (None, 0))
    near = bool(paragraphs) and paragraphs[0].start - place < REMEMBERED
    reader.state.issuer = issuer if near else None
    headlines = [b.span for b in desk.section.blocks if b.kind == "headline"]
    for paragraph in paragraphs:
        if any(h.covers(paragraph) for h in headlines):
            continue
        reader.state = _State(issuer=reader.state.issuer, actor=reader.state.actor)
        for clause in cuts.cut(chars, paragraph, reader.lex):
            for part in _by_voice(reader, clause):
                _read(reader, part)
    return reader.found


def _by_voice(reader: _Reader, clause: Clause) -> list[Clause]:
    """A clause cut where a voice begins inside it ("X称可能…"), unless a stance is before it ("X宣布建立…")."""
    inner = reader.voices.starts_in(clause.span)
    if inner is None or inner - clause.span.start < ENOUGH or clause.span.end - inner < ENOUGH:
        return [clause]
    for size in (4, 3, 2):
        word = reader.chars[inner - size : inner]
        if word in reader.lex.cues or word in reader.lex.acts:
            return [clause]
    return [
        replace(clause, span=Span(clause.span.start, inner), mark=""),
        replace(clause, span=Span(inner, clause.span.end), first=True),
    ]


# -- one clause


def _read(reader: _Reader, clause: Clause) -> None:
    state, lex = reader.state, reader.lex
    voice = _voice_at(reader, clause.span.start)
    if clause.first:
        state.says, state.purpose = None, reader.chars.startswith("为", clause.span.start)
        state.binding = False
    if clause.first or voice is not state.voice:
        state.side, state.chain, state.topic = NOBODY, None, None
    if voice is not None and voice is not state.voice and voice.mode not in ("turn", "narration"):
        state.reporter = voice
        state.binding = voice.cue is not None and _binds(reader, voice.cue.of(reader.chars))
    state.voice = voice
    if clause.mark and clause.mark in "？?":
        return
    start = _head(reader, clause.span.start, clause.span.end)
    if reader.chars.startswith(("以及", "及"), start) or _purpose(reader, start, clause.span.end):
        return
    if start >= clause.span.end or lex.unreal.at(reader.chars, start, clause.span.end):
        return
    adverb = start > clause.span.start
    clause = replace(clause, span=Span(start, clause.span.end))
    side, verb = _subject(reader, clause.span)
    hit = _governing(_hits(reader, verb, clause.span.end, side))
    if hit is not None and _goes_on(reader, side, hit, clause):
        hit = None
    if hit is None:
        _work(reader, clause, side, verb, adverb)
    else:
        _stance(reader, clause, side, Span(start, verb), hit)
    _remember(reader, clause, side, hit)


def _purpose(reader: _Reader, at: int, end: int) -> bool:
    """ "以保障…", "从而推动…": what the clause before is for."""
    row = reader.lex.purposes.at(reader.chars, at, end) if at < end else None
    after = at + len(row[0]) if row else end
    lex = reader.lex
    return after < end and any(t.at(reader.chars, after, end) for t in (lex.works, lex.cues, lex.skips))


def _voice_at(reader: _Reader, place: int) -> Utterance | None:
    """The innermost voice there; of one whose "speaker" holds a verb of stance, the voice around it."""
    voice = reader.voices.at(place)
    if voice is None or voice.within is None or voice.speaker is None or voice.speaker.span is None:
        return voice
    span = voice.speaker.span
    if reader.sides.read(span).kind != "other":
        return voice
    lex, chars = reader.lex, reader.chars
    whole = any(
        lex.cues.at(chars, at, span.end) or lex.acts.at(chars, at, span.end) for at in range(span.start, span.end)
    )
    return reader.voices.named(voice.within) if whole else voice


def _binds(reader: _Reader, words: str) -> bool:
    """ "规定", "要求": what follows is asked of those it names."""
    row = reader.lex.cues.at(words, 0, len(words))
    return row is not None and row[1].act == "demand"


def _goes_on(reader: _Reader, side: Side, hit: _Hit, clause: Clause) -> bool:
    """ "尊重X" after "敦促…": a verb that is a stance by itself, and here what the stance before wants."""
    chain = reader.state.chain
    if chain is None or side.kind != "none" or hit.word.frame not in ("object", "to"):
        return False
    return hit.form in reader.lex.works or clause.span.end - hit.span.end < ENOUGH


def _remember(reader: _Reader, clause: Clause, side: Side, hit: _Hit | None) -> None:
    """What the next clauses need: subject, topic, and who is saying something by a word that opened no voice."""
    state = reader.state
    if side.kind not in ("none", "other"):
        state.side, state.topic = side, None
        state.actor = side.who or state.actor
        words = clause.span.of(reader.chars)
        said = next((w for w in reader.desk.language.speech.say if len(w) > 1 and w in words), "")
        if said:
            state.says = _holder(reader, side)[0]
            state.binding = _binds(reader, said)
    elif side.kind == "other" and hit is None:
        state.side = NOBODY if clause.first else state.side
        state.topic = clause.span
        state.chain = None if len(clause.span) > IDIOM else state.chain


def _head(reader: _Reader, at: int, end: int) -> int:
    """Past enumerators, connectives, adverbs and times at the head of a clause."""
    chars, lex = reader.chars, reader.lex
    while at < end:
        char = chars[at]
        if char.isspace() or char in cuts.EDGES:
            at += 1
            continue
        if char.isdigit() or char in "（(第":
            past = _number(chars, at, end)
            if past > at:
                at = past
                continue
        row = None if lex.traps.at(chars, at, end) else lex.skips.at(chars, at, end)
        others = (table.at(chars, at, end) for table in (lex.preps, lex.cues, lex.acts, lex.works))
        if row is None or any(o is not None and len(o[0]) >= len(row[0]) for o in others):
            return at
        at += len(row[0])
    return at


def _number(chars: str, at: int, end: int) -> int:
    """Past "（一）", "第二", "3.", "2024年8月26日"; the place itself where a number is part of the subject."""
    start = at
    while at < end and (chars[at].isdigit() or chars[at] in "（()）第一二三四五六七八九十百年月日时分.、 至-－"):
        at += 1
    return at if chars[at - 1] in "）)年月日时分.、 " or chars[start] == "第" else start


# -- the subject


def _subject(reader: _Reader, span: Span) -> tuple[Side, int]:
    """The side that opens the clause and where its verb phrase begins; the longest words that name one."""
    chars, sides = reader.chars, reader.sides
    if chars[span.start] in "该此本" and reader.state.actor is not None:
        sides.last = reader.state.actor
    if chars[span.start] == "《":
        close = chars.find("》", span.start, span.end)
        if close > 0:
            return sides.read(Span(span.start, close + 1)), close + 1
    state, size = sides.state_at(chars[span.start : span.start + 8])
    at = span.start + size
    if not size and _opens(reader, at, span.end):
        return NOBODY, span.start
    first = -1
    while at < min(span.end, span.start + SUBJECT):
        if reader.chars[at] in cuts.OPEN:
            close = reader.chars.find(cuts.OPEN[reader.chars[at]], at, span.end)
            at = close + 1 if close > 0 else at + 1
            continue
        trap = reader.lex.traps.at(reader.chars, at, span.end)
        if trap is None and _opens(reader, at, span.end):
            side = sides.read(Span(span.start, at))
            if side.kind != "other":
                return side, at
            first = at if first < 0 else first
            if not _in_name(reader, at, span.end):
                return OTHER, first
        at += len(trap[0]) if trap else 1
    if at >= span.end:
        side = sides.read(span)
        if side.kind != "other":
            return side, span.end
    if state is not None and first < 0:
        return OTHER, span.end
    return OTHER, first if first >= 0 else span.end


def _in_name(reader: _Reader, at: int, end: int) -> bool:
    """What looks like a verb may be part of a name ("发展和改革委员会"); adverbs and prepositions are not."""
    lex, chars = reader.lex, reader.chars
    skip = lex.skips.at(chars, at, end)
    return chars[at] not in FIRM and not (skip and len(skip[0]) > 1) and not lex.negators.at(chars, at, end)


def _opens(reader: _Reader, at: int, end: int) -> bool:
    """A verb, adverb or preposition may begin here."""
    chars, lex = reader.chars, reader.lex
    return bool(
        lex.cues.at(chars, at, end)
        or lex.skips.at(chars, at, end)
        or lex.preps.at(chars, at, end)
        or lex.acts.at(chars, at, end)
        or lex.works.at(chars, at, end)
        or lex.negators.at(chars, at, end)
        or chars[at].isdigit()
    )


# -- the word that governs


def _hits(reader: _Reader, at: int, end: int, side: Side) -> list[_Hit]:
    """The stance words of a clause from its verb phrase on, those that are nouns or parts of others left out."""
    chars, lex = reader.chars, reader.lex
    found: list[_Hit] = []
    acting = True  # only adverbs and phrases before the verb so far
    owned = side.kind in ("actor", "thing") or (side.kind == "none" and reader.state.side.kind in ("actor", "thing"))
    owned = owned or (side.kind == "none" and _reported(reader))
    negated, step, begin, phrase = False, 0, at, False
    while at < end:
        trap = lex.traps.at(chars, at, end)
        if trap or chars[at] in cuts.OPEN:
            close = -1 if trap else chars.find(cuts.OPEN[chars[at]], at, end)
            acting = acting and (phrase or trap is None)
            at, negated = at + len(trap[0]) if trap else (close + 1 if close > 0 else at + 1), False
            continue
        row = lex.cues.at(chars, at, end)
        act = lex.acts.at(chars, at, end) if acting and owned else None
        if act and (row is None or len(act[0]) >= len(row[0])) and _takes(chars, act, at, end):
            row = act
        if row and _is_verb(reader, row, at, end, begin):
            form, word = row
            found.append(_Hit(Span(at, at + len(form)), form, word, negated, step))
            at, negated, acting, step = at + len(form), False, False, 0
            continue
        no = lex.negators.at(chars, at, end)
        skip = lex.skips.at(chars, at, end)
        if no and (not skip or len(no[0]) >= len(skip[0])):
            at, negated = at + len(no[0]), True
        elif skip:
            step = 1 if skip[0] in lex.boosts else step
            at += len(skip[0])
        elif acting and lex.preps.at(chars, at, end):
            at = begin = _past_phrase(reader, at, end)
            phrase = True
        else:
            acting = acting and (phrase or chars[at].isdigit() or chars[at] in "年月日时")
            negated, at, step = False, at + 1, 0
    return found


def _reported(reader: _Reader) -> bool:
    """The clause stands in a report, whose speaker makes known what it says."""
    voice = reader.state.voice
    return voice is not None and voice.mode not in ("turn", "narration")


def _takes(chars: str, row: tuple[str, StanceWord], at: int, end: int) -> bool:
    form, word = row
    if not word.needs_link:
        return True
    rest = chars[at + len(form) : end]
    return any(link in rest for link in word.links)


def _is_verb(reader: _Reader, row: tuple[str, StanceWord], at: int, end: int, begin: int) -> bool:
    """Not "支持者", "美方的要求", "有关规定的"; a single character only where a verb phrase begins."""
    chars, (form, word) = reader.chars, row
    after = chars[at + len(form) : at + len(form) + 1]
    before = chars[at - 1 : at]
    if not _takes(chars, row, at, end):
        return False
    alone = len(form) == 1 and at > begin and before not in "都也还就更均则并"
    if alone and not any(reader.lex.skips.at(chars, at - n, at) for n in (1, 2, 3)):
        return False
    if (
        word.frame == "to"
        and (at > begin or not reader.lex.skips.at(chars, at, end))
        and not _before_verb(reader, row, at, end, begin)
    ):
        return False
    if word.frame == "predicate":
        return True
    if after in ("的", "者", "率", "度", "性") and word.frame not in ("modal", "to"):
        return after == "的" and word.act in ("announce",) and False
    if (before in ("的", "所") or (before == "其" and chars[at - 2 : at - 1] not in FIRM)) and word.frame not in (
        "modal",
        "to",
    ):
        return reader.chars[at - 3 : at - 1] in reader.desk.language.stance.lights
    return True


def _before_verb(reader: _Reader, row: tuple[str, StanceWord], at: int, end: int, begin: int) -> bool:
    """ "愿", "将", "计划" are modal where a verb phrase begins and a verb follows, not "将X提供给", "…的计划"."""
    chars, (form, _) = reader.chars, row
    between = at
    while between > begin:
        size = next((n for n in (4, 3, 2, 1) if reader.lex.skips.at(chars, between - n, between)), 0)
        if not size or between - size < begin:
            break
        between -= size
    if between > begin:
        return False
    return form != "将" or (at + 1 < end and (_opens(reader, at + 1, end) or chars[at + 1] in "是有"))


def _past_phrase(reader: _Reader, at: int, end: int) -> int:
    """Past the preposition; what follows is its object, in which verbs may open again."""
    row = reader.lex.preps.at(reader.chars, at, end)
    return at + len(row[0]) if row else at


def _governing(hits: list[_Hit]) -> _Hit | None:
    """The first stance word, unless it is a modality and what it governs is a stance against something or a threat."""
    if not hits:
        return None
    first = hits[0]
    if first.word.frame in ("modal", "to"):
        for other in hits[1:3]:
            near = other.span.start - first.span.end <= SHORT
            if near and (other.word.act == "oppose" or (other.word.act == "warn" and first.word.frame == "to")):
                return other
            if other.word.act == "warn" and first.word.frame == "to":
                return other
    return first


# -- from a word to a stance


def _stance(reader: _Reader, clause: Clause, side: Side, subject: Span, hit: _Hit) -> None:
    word = hit.word
    if word.act == "announce" and clause.span.end - hit.span.end < ENOUGH and clause.mark in (",", "，", ":", "："):
        return  # "X昨日公布，对…": what it makes known follows
    if word.frame == "modal":
        stand = _modal(reader, clause, side, subject, hit)
    elif word.frame == "predicate":
        stand = _predicate(reader, clause, side, subject, hit)
    else:
        stand = _act(reader, clause, side, hit)
    if stand is None:
        return
    told = Span(hit.span.end, clause.span.end)
    if word.act in ("announce", "propose") and stand.who is not None and _is_paper(reader, told):
        reader.state.issuer = stand.who
        reader.voices.issuers[reader.desk.section.statement.id] = (stand.who, stand.span.end)
    reader.found.extend(_each_holder(reader, side, stand))
    if word.frame in ("modal", "to", "order") or (word.frame == "clause" and word.act == "appeal"):
        reader.state.chain, reader.state.merged = stand, False
    elif word.act in ("announce", "oppose", "criticise", "welcome", "propose"):
        reader.state.chain = reader.state.chain if side.kind == "none" else None


def _is_paper(reader: _Reader, target: Span) -> bool:
    """A document is made known: it speaks for its issuer from here on."""
    words = target.of(reader.chars)
    return "《" in words or words.endswith(reader.desk.language.stance.things)


def _each_holder(reader: _Reader, side: Side, stand: Stand) -> list[Stand]:
    """One stance for each of two conjoined subjects ("A和B宣布…")."""
    held = side if side.kind == "actor" else reader.state.side
    if held.kind != "actor" or held.who is None or held.who.span is None or stand.who is not held.who:
        return [stand]
    both = reader.sides.split(held.who.span)
    return [replace(stand, who=who) for who in both] if both else [stand]


def _made(reader: _Reader, clause: Clause, hit: _Hit, act: str, rule: str, who: Speaker, target: Span) -> Stand:
    chars = reader.chars
    start, end = target.start, target.end
    while start < end and (chars[start] in cuts.EDGES or chars[start] in "了着过"):
        start += 1
    return Stand(
        clause.span, hit.span, hit.word, act, rule,
        target=Span(start, end) if start < end else None, negated=hit.negated, step=hit.step, who=who,
    )  # fmt: skip


def _voice_holder(reader: _Reader) -> Speaker | None:
    """The political actor whose voice the clause is in: the innermost voice's, the paper's issuer's."""
    voice = reader.state.voice
    if voice is not None and voice.speaker is not None:
        if voice.speaker.span is not None and reader.sides.read(voice.speaker.span).kind == "thing":
            return reader.state.issuer or reader.directs
        return issuers.political(reader.desk, reader.sides, voice)
    return reader.directs


def _speaking(reader: _Reader) -> Speaker | None:
    """Whose words a clause without a subject of its own is: the voice's, the one who is saying something in this
    sentence, the last one reported in this paragraph."""
    reporter = reader.state.reporter
    who = _voice_holder(reader) or reader.state.says
    if who is None and reporter is not None and reader.state.voice is not None and reader.state.voice.speaker is None:
        who = issuers.political(reader.desk, reader.sides, reporter)
    return who


def _holder(reader: _Reader, side: Side) -> tuple[Speaker | None, str]:
    """Who holds a stance whose clause has this subject, and by which rule."""
    if side.kind == "actor":
        return side.who, "clause/own"
    if side.kind == "thing":
        return reader.state.issuer or reader.directs, "clause/thing"
    if side.kind in ("own", "joint"):
        return _voice_holder(reader) or side.who, "clause/voice"
    if side.kind == "none" and reader.state.side.kind not in ("none", "other"):
        who, _ = _holder(reader, reader.state.side)
        return who, "clause/carried"
    if side.kind == "none":
        return _speaking(reader), "clause/voice"
    return None, ""


def _act(reader: _Reader, clause: Clause, side: Side, hit: _Hit) -> Stand | None:
    who, rule = _holder(reader, side)
    act = hit.word.act
    voice = reader.state.voice
    if side.kind == "thing" and act == "commit":
        return None  # "法案将…": what it brings about
    told = voice is not None and voice.speaker is None and rule in ("clause/own", "clause/carried")
    if who is None or not act or (told and act == "support" and hit.form in reader.lex.works):
        return None  # "X坚持…" told by nobody is a fact
    if hit.negated and hit.word.negated_act:
        act = hit.word.negated_act
    target = Span(hit.span.end, clause.span.end)
    if len(target) < ENOUGH:
        target = Span(clause.span.start, hit.span.start)
    towards = None
    if hit.word.frame == "order":
        towards = _addressee(reader, target)
        if act == "appeal" and towards is not None and hit.word.strength >= 3:
            act = "demand"
    stand = _made(reader, clause, hit, act, rule, who, target)
    return replace(stand, to=towards)


def _addressee(reader: _Reader, rest: Span) -> Speaker | None:
    side, _ = _subject(reader, rest) if len(rest) > 1 else (NOBODY, 0)
    return side.who if side.kind == "actor" else None


def _modal(reader: _Reader, clause: Clause, side: Side, subject: Span, hit: _Hit) -> Stand | None:
    """ "X应…": the voice wants it; of a named other, of both sides, or of everybody."""
    named = side if side.kind != "none" else reader.state.side
    voice = (
        _speaking(reader)
        if side.kind in ("none", "other", "own", "joint")
        else _voice_holder(reader) or reader.state.says
    )
    if voice is None and named.kind == "thing":
        voice = reader.state.issuer
    if voice is None:
        return None
    against = hit.word.act == "oppose" or (hit.negated and hit.word.negated_act == "oppose")
    act, to, chain = ("oppose" if against else hit.word.act), None, reader.state.chain
    if side.kind == "none" and chain is not None and chain.act == "demand":
        act, to = "demand", chain.to
    elif named.kind == "actor" and named.who is not None and named.who != reader.state.says:
        same = named.who.actor is not None and named.who.actor == voice.actor
        act, to = ("appeal" if same and not against else act if same else "demand"), None if same else named.who
    elif named.kind == "joint" and not against:
        act = "propose"
    elif ((reader.directs is not None or reader.state.binding) and (not against or hit.word.strength > STRICT)) or (
        hit.word.strength > STRICT and not _is_state(reader, voice)
    ):
        act = "demand"
    target = Span(subject.start if side.kind == "other" and len(subject) else hit.span.end, clause.span.end)
    stand = _made(reader, clause, hit, act, "clause/voice", voice, target)
    topic = reader.state.topic
    if side.kind == "none" and topic is not None and clause.span.start - topic.end <= ENOUGH:
        stand = replace(stand, span=Span(topic.start, clause.span.end), target=Span(topic.start, clause.span.end))
    return replace(stand, to=to)


def _is_state(reader: _Reader, who: Speaker) -> bool:
    """A holder that is a state, or speaks for one: what it says must be is wanted of everybody, and binds nobody."""
    known = reader.sides.state(who.actor)
    return known is not None and known.kind == "state"


def _predicate(reader: _Reader, clause: Clause, side: Side, subject: Span, hit: _Hit) -> Stand | None:
    """Said of the subject by the voice: "X违反…", "X是无稽之谈", "后果自负"."""
    voice = _speaking(reader)
    if voice is None:
        return None
    carried = reader.state.side
    named = side if side.kind != "none" or carried.kind != "actor" else carried
    same = named.kind == "own" or (
        named.who is not None and named.who.actor is not None and named.who.actor == voice.actor
    )
    act = hit.word.act
    if act == "criticise" and (same or named.kind == "joint" or (hit.negated and not hit.word.negated_act)):
        return None
    to = named.who if named.kind == "actor" and not same else None
    target = Span(hit.span.start if len(subject) < ENOUGH or to else subject.start, clause.span.end)
    return replace(_made(reader, clause, hit, act, "clause/voice", voice, target), to=to, negated=False)


# -- verbs of policy


def _work(reader: _Reader, clause: Clause, side: Side, verb: int, adverb: bool) -> None:
    """A clause without a stance word of its own that begins with a verb of policy."""
    if side.kind not in ("none", "own", "joint") or (reader.state.purpose and reader.state.chain is None):
        return
    row = _policy(reader, verb, clause.span.end, adverb and reader.state.chain is not None)
    if row is None:
        return
    at, (form, word) = row
    hit = _Hit(Span(at, at + len(form)), form, word)
    target = Span(hit.span.end, clause.span.end)
    if len(target) < ENOUGH:
        return
    chain = reader.state.chain
    if chain is not None and side.kind == "none" and chain.who is not None:
        last = reader.found[-1] if reader.found else None
        if last is chain and not reader.state.merged and _unfinished(reader, chain):
            merged = replace(chain, span=Span(chain.span.start, clause.span.end), target=target)
            reader.found[-1] = reader.state.chain = merged
            reader.state.merged = True
            return
        act = word.act if word.act == "oppose" else chain.act
        stand = _made(reader, clause, hit, act, "clause/goes-on", chain.who, target)
        reader.found.append(replace(stand, to=chain.to))
    elif reader.directs is not None:
        act = "support" if any(w in target.of(reader.chars) for w in reader.lex.creeds) else word.act
        reader.found.append(_made(reader, clause, hit, act, "clause/directive", reader.directs, target))
    elif clause.first and side.kind == "none":
        who = _speaking(reader)
        if who is not None and reader.state.voice is not None:
            stand = _made(reader, clause, hit, "appeal", "clause/voice", who, target)
            reader.found.append(stand)
            reader.state.chain = stand


def _unfinished(reader: _Reader, chain: Stand) -> bool:
    """ "应针对X，…", "要加强合作，…": a clause that only opens what is wanted."""
    if chain.target is None or (chain.act == "demand" and len(chain.target) <= SHORT):
        return chain.target is None
    start, end = chain.target.start, chain.target.end
    if len(chain.target) <= SHORT:
        return True
    bare = reader.lex.preps.at(reader.chars, start, end) and _policy(reader, start, end, False) is None
    return bool(bare)


def _policy(reader: _Reader, at: int, end: int, adverb: bool) -> tuple[int, tuple[str, StanceWord]] | None:
    """The verb of policy that a clause begins with, after adverbs and a phrase before the verb; any word of two signs
    after an adverb (``adverb``)."""
    chars, lex = reader.chars, reader.lex
    at = _head(reader, at, end)
    if at >= end:
        return None
    if chars[at] == "以" and "为" in chars[at:end]:
        return None
    if lex.preps.at(chars, at, end) and not lex.works.at(chars, at, end):
        begin = at + 2
        if chars[at] == "在":
            begin = next((i + 1 for i in range(at + 2, end) if chars[i] in PLACES), end)
        free = begin
        for place in range(begin, end - 2):
            trap = lex.traps.at(chars, place, end)
            free = max(free, place + len(trap[0])) if trap else free
            row = lex.works.at(chars, place, end) if place >= free else None
            if (
                row is not None
                and chars[place - 1] not in "的、和与及"
                and chars[place + len(row[0])] not in "的、和与及等，"
            ):
                return place, row
        return None
    row = lex.works.at(chars, at, end)
    if row is None and adverb and end - at > SHORT:
        row = (chars[at : at + 2], lex.work)
    return (at, row) if row is not None else None
