"""From the word that governs a clause to a stance with its holder, in languages written without spaces.

Lives here: who holds it, what is asked of whom, what verbs of policy go on with. Not here: finding the word
(``unspaced_cues``), the order of reading (``unspaced``).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.positions import cuts, issuers
from onrecord.annotate.positions.cuts import Clause
from onrecord.annotate.positions.sides import NOBODY, Side
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.unspaced_clause import Hit, Reader, head, subject
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span, Speaker

STRICT = 4  # "必须", "不得": rules of those who may make them
SHORT = 4  # "要加强合作，推动X": so short an object goes with the next clause
ENOUGH = 2
TAKEN = frozenset(
    {"support", "oppose", "criticise", "welcome", "concern", "deny", "demand", "appeal", "warn"}
)  # by groups
JOINING = frozenset("、和并与且")
NOR = frozenset("也又亦")  # join two words that are both negated ("既不支持也不反对X")
FRONTING = frozenset("对就向")
MANNERS = ("出发", "那样", "一样", "基础上", "之前", "之后", "为契机", "底前", "年前", "日前")
LEADS = frozenset("从像自在以如于按")  # a phrase from one of these to one of MANNERS tells how or when, not what
SURE = frozenset({"必将", "定将"})
PLACES = frozenset("上中下内里时后前面")  # what a phrase with "在" ends in


def stance(reader: Reader, clause: Clause, side: Side, subject: Span, hit: Hit) -> None:
    """Record what the governing word of a clause says, and what the next clauses go on with."""
    word = hit.word
    if word.act == "announce" and clause.span.end - hit.span.end < ENOUGH and clause.mark in (",", "，", ":", "："):
        return  # "X昨日公布，对…": what it makes known follows
    if word.act == "announce" and hit.negated:
        return  # "尚未作出决定": nothing is made known
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
    for beside in _beside(reader, clause, hit):
        own = replace(stand, cue=beside.span, word=beside.word, act=beside.word.act)
        reader.found.append(replace(own, negated=beside.negated))
    if word.frame in ("modal", "to", "order") or (word.frame == "clause" and word.act == "appeal"):
        reader.state.chain, reader.state.merged = stand, False
    elif word.act in ("announce", "oppose", "criticise", "welcome", "propose"):
        reader.state.chain = reader.state.chain if side.kind == "none" else None


def _is_paper(reader: Reader, target: Span) -> bool:
    """A document is made known: it speaks for its issuer from here on."""
    words = target.of(reader.chars)
    return "《" in words or words.endswith(reader.desk.language.stance.things)


def _each_holder(reader: Reader, side: Side, stand: Stand) -> list[Stand]:
    """One stance for each of two conjoined subjects ("A和B宣布…")."""
    held = side if side.kind in ("actor", "joint") else reader.state.side
    if held.kind not in ("actor", "joint") or held.who is None or held.who.span is None or stand.who is not held.who:
        return [stand]
    both = reader.sides.split(held.who.span)
    return [replace(stand, who=who) for who in both] if both else [stand]


def _made(reader: Reader, clause: Clause, hit: Hit, act: str, rule: str, who: Speaker, target: Span) -> Stand:
    chars = reader.chars
    start, end = target.start, target.end
    while start < end and (chars[start] in cuts.EDGES or chars[start] in "了着过"):
        start += 1
    return Stand(
        clause.span, hit.span, hit.word, act, rule,
        target=Span(start, end) if start < end else None, negated=hit.negated, step=hit.step, who=who,
    )  # fmt: skip


def _voice_holder(reader: Reader) -> Speaker | None:
    """The political actor whose voice the clause is in: the innermost voice's, the paper's issuer's."""
    voice = reader.state.voice
    if voice is not None and voice.speaker is not None:
        if voice.speaker.span is not None and reader.sides.read(voice.speaker.span).kind == "thing":
            return reader.state.issuer or reader.directs
        return issuers.political(reader.desk, reader.sides, voice)
    return reader.directs


def _speaking(reader: Reader) -> Speaker | None:
    """Whose words a clause without a subject of its own is: the voice's, the one who is saying something in this
    sentence, the last one reported in this paragraph."""
    reporter = reader.state.reporter
    who = _voice_holder(reader) or reader.state.says
    if who is None and reporter is not None and reader.state.voice is not None and reader.state.voice.speaker is None:
        who = issuers.political(reader.desk, reader.sides, reporter)
    return who


def _last_reported(reader: Reader) -> Speaker | None:
    """Whom "他" is: the one reported last in this paragraph, where the clause is nobody else's."""
    reporter, voice = reader.state.reporter, reader.state.voice
    told = reader.state.actor
    if reporter is None and told is not None and told.span is not None and reader.sides.is_titled(told.span):
        return told
    if reporter is None or (voice is not None and voice is not reporter and voice.mode not in ("narration", "turn")):
        return None
    return issuers.political(reader.desk, reader.sides, reporter)


def holder(reader: Reader, side: Side) -> tuple[Speaker | None, str]:
    """Who holds a stance whose clause has this subject, and by which rule."""
    if side.kind == "actor":
        return side.who, "clause/own"
    if side.kind == "thing":
        return reader.state.issuer or reader.directs, "clause/thing"
    if side.kind == "joint" and side.who is not None:
        return side.who, "clause/own"
    if side.kind == "group":
        return side.who, "clause/own"
    if side.kind in ("own", "joint"):
        return _voice_holder(reader) or side.who, "clause/voice"
    if side.kind == "pronoun":
        return _last_reported(reader), "clause/carried"
    if side.kind == "none" and reader.state.side.kind not in ("none", "other"):
        who, _ = holder(reader, reader.state.side)
        return who, "clause/carried"
    if side.kind == "none":
        return _speaking(reader), "clause/voice"
    return None, ""


def _act(reader: Reader, clause: Clause, side: Side, hit: Hit) -> Stand | None:
    who, rule = holder(reader, side)
    act = hit.word.act
    voice = reader.state.voice
    if side.kind == "thing" and act == "commit":
        return None  # "法案将…": what it brings about
    carried = reader.state.side if side.kind == "none" else side
    if carried.kind == "group" and act not in TAKEN:
        return None
    told = voice is not None and voice.speaker is None and rule in ("clause/own", "clause/carried")
    if hit.form in SURE and rule != "clause/voice" and not _of_voice(reader, who):
        return None  # "X必将…" of another: a prediction
    if who is None or not act or (told and act == "support" and hit.form in reader.lex.works):
        return None  # "X坚持…" told by nobody is a fact
    if hit.negated and hit.word.negated_act:
        act = hit.word.negated_act
    beside = _beside(reader, clause, hit)
    target = Span(beside[-1].span.end if beside else hit.span.end, clause.span.end)
    if len(target) < ENOUGH and hit.word.frame in ("clause", "order"):
        return None  # "触发「未知来源」警告"
    if len(target) < ENOUGH:
        target = _fronted(reader, clause, hit, side)
    towards = None
    if hit.word.frame == "order":
        towards = _addressee(reader, target)
        if act == "appeal" and towards is not None and hit.word.strength >= 3:
            act = "demand"
    elif act == "warn" and hit.word.frame == "clause":
        towards = _addressee(reader, target)
        if towards is not None and towards.span == target:  # "警告美国，…": whom, and nothing yet of what
            target = Span(target.end, target.end)
    stand = _made(reader, clause, hit, act, rule, who, target)
    return replace(stand, to=towards)


def _beside(reader: Reader, clause: Clause, hit: Hit) -> list[Hit]:
    """The stance words that share the object of one ("强烈不满、坚决反对", "反对并谴责X")."""
    chars, lex, end = reader.chars, reader.lex, clause.span.end
    found: list[Hit] = []
    at = hit.span.end
    while hit.word.frame == "object" and at < end and (chars[at] in JOINING or (hit.negated and chars[at] in NOR)):
        nor = chars[at] in NOR
        at = head(reader, at + 1, end)
        no = lex.negators.at(chars, at, end) if nor and at < end else None
        at += len(no[0]) if no else 0
        light = next((len(w) for w in reader.desk.language.stance.lights if chars.startswith(w, at)), 0)
        row = lex.cues.at(chars, at + light, end) if at < end else None
        if row is None or row[1].frame != "object" or row[1].act == "announce" or (nor and no is None):
            break
        found.append(Hit(Span(at + light, at + light + len(row[0])), row[0], row[1], nor))
        at = found[-1].span.end
    return found


def _fronted(reader: Reader, clause: Clause, hit: Hit, side: Side) -> Span:
    """What stands before the word: the object of "对…表示反对", else the whole; nothing of a subject."""
    chars, start, end = reader.chars, clause.span.start, hit.span.start
    lights, skips = reader.desk.language.stance.lights, reader.lex.skips
    size, more = 0, 1
    while more:
        fits = (n for n in (4, 3, 2, 1) if chars[end - size - n] not in FRONTING)
        ends = (n for n in fits if len((skips.at(chars, end - size - n, end - size) or ("",))[0]) == n)
        row = next(ends, 0)
        more = next((len(w) for w in lights if chars.endswith(w, start, end - size)), 0) or row
        size += more if end - size - more > start else 0
        more = more if end - size - more > start else 0
    opening = next(
        (at for at in range(start, end) if chars[at] in FRONTING and not reader.lex.traps.at(chars, at, end)), -1
    )
    if opening >= 0 and end - size > opening + 1:
        return Span(opening + 1, end - size)
    return Span(start, end) if side.kind not in ("actor", "own") else Span(hit.span.end, hit.span.end)


def _addressee(reader: Reader, rest: Span) -> Speaker | None:
    side, _ = subject(reader, rest) if len(rest) > 1 else (NOBODY, 0)
    if side.kind == "actor":
        return side.who
    known, size = reader.sides.state_at(rest.of(reader.chars)[:8])
    if (
        known is None
        and reader.chars[rest.start + 1 : rest.start + 2] == "方"
        and reader.chars[rest.start] not in "双各一多"
    ):
        span = Span(rest.start, rest.start + 2)  # a side by its first sign, of a state that the packs do not know
        return Speaker(span.of(reader.desk.page.chars), None, span)
    span = Span(rest.start, rest.start + size)
    return Speaker(span.of(reader.desk.page.chars), known.id, span) if known is not None else None


def _modal(reader: Reader, clause: Clause, side: Side, subject: Span, hit: Hit) -> Stand | None:
    """ "X应…": the voice wants it; of a named other, of both sides, or of everybody."""
    named = side if side.kind != "none" else reader.state.side
    voice = (
        _speaking(reader)
        if side.kind in ("none", "other", "group", "own", "joint")
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
    target = Span(subject.start if side.kind in ("other", "group") and len(subject) else hit.span.end, clause.span.end)
    stand = _made(reader, clause, hit, act, "clause/voice", voice, target)
    topic = reader.state.topic
    if side.kind == "none" and topic is not None and clause.span.start - topic.end <= ENOUGH:
        stand = replace(stand, span=Span(topic.start, clause.span.end), target=Span(topic.start, clause.span.end))
    return replace(stand, to=to)


def _of_voice(reader: Reader, who: Speaker | None) -> bool:
    """The clause's own voice speaks for the same actor."""
    voice = _voice_holder(reader)
    return voice is not None and who is not None and voice.actor is not None and voice.actor == who.actor


def _is_state(reader: Reader, who: Speaker) -> bool:
    """A holder that is a state, or speaks for one: what it says must be is wanted of everybody, and binds nobody."""
    known = reader.sides.state(who.actor)
    return known is not None and known.kind == "state"


def _predicate(reader: Reader, clause: Clause, side: Side, subject: Span, hit: Hit) -> Stand | None:
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
    before = reader.chars[clause.span.start : hit.span.start]
    if act == "warn" and hit.form.startswith("付出") and any(w in before for w in ("在为", "正在", "已经", "曾")):
        return None  # "却在为…付出代价": what is so, nothing to come
    if act == "criticise" and (same or named.kind == "joint" or (hit.negated and not hit.word.negated_act)):
        return None
    to = named.who if named.kind == "actor" and not same else None
    target = Span(hit.span.start if len(subject) < ENOUGH or to or same else subject.start, clause.span.end)
    return replace(_made(reader, clause, hit, act, "clause/voice", voice, target), to=to, negated=False)


def work(reader: Reader, clause: Clause, side: Side, verb: int, adverb: bool) -> None:
    """A clause without a stance word of its own that begins with a verb of policy."""
    if side.kind not in ("none", "own", "joint") or (reader.state.purpose and reader.state.chain is None):
        return
    if side.kind == "none" and _told_how(reader, clause):
        return
    row = _policy(reader, verb, clause.span.end, adverb and reader.state.chain is not None)
    if row is None:
        return
    at, (form, word) = row
    hit = Hit(Span(at, at + len(form)), form, word)
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


def _told_how(reader: Reader, clause: Clause) -> bool:
    """ "X将从…出发，对…作出回应": the clause before told how or when, this one what; it becomes the target."""
    chain = reader.state.chain
    if chain is None or chain.target is None or not reader.found or reader.found[-1] is not chain:
        return False
    words = chain.target.of(reader.chars)
    if words[0] not in LEADS or not words.endswith(MANNERS):
        return False
    merged = replace(chain, span=Span(chain.span.start, clause.span.end), target=clause.span)
    reader.found[-1] = reader.state.chain = merged
    reader.state.merged = True
    return True


def _unfinished(reader: Reader, chain: Stand) -> bool:
    """ "应针对X，…", "要加强合作，…": a clause that only opens what is wanted."""
    if chain.target is None or (chain.act == "demand" and len(chain.target) <= SHORT):
        return chain.target is None
    start, end = chain.target.start, chain.target.end
    if len(chain.target) <= SHORT:
        return True
    bare = reader.lex.preps.at(reader.chars, start, end) and _policy(reader, start, end, False) is None
    return bool(bare)


def _policy(reader: Reader, at: int, end: int, adverb: bool) -> tuple[int, tuple[str, StanceWord]] | None:
    """The verb of policy that a clause begins with, after adverbs and a phrase before the verb; any word of two signs
    after an adverb (``adverb``)."""
    chars, lex = reader.chars, reader.lex
    at = head(reader, at, end)
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
    row, trap = lex.works.at(chars, at, end), lex.traps.at(chars, at, end)
    if trap is not None and (row is None or len(trap[0]) > len(row[0])):
        return None
    if row is None and adverb and end - at > SHORT:
        row = (chars[at : at + 2], lex.work)
    return (at, row) if row is not None else None
