"""Stances in languages written without spaces between words (Chinese).

Lives here: from clause to stance, sentence by sentence, without a segmenter: which word governs a clause, what goes on
from the clause before, who takes the stance. Not here: the words (``Stance``), where clauses end (``cuts``), whom a
subject names (``sides``), languages with spaces (``spaced``), whose voice it is (``holders``).
Rules: ``clause/own`` a stance word with its own subject; ``clause/carried`` the subject of the clause before;
``clause/voice`` the voice's own; ``clause/goes-on`` a verb of policy under the modality before it; ``clause/directive``
a verb of policy in a paper that directs; ``clause/thing`` a document that speaks for its issuer.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.positions import cuts, issuers
from onrecord.annotate.positions.cuts import Clause
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.lexis import lexis
from onrecord.annotate.positions.sides import NOBODY, Side, Sides
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.unspaced_clause import Hit, Reader, State, head, subject
from onrecord.annotate.positions.unspaced_cues import governing, hits
from onrecord.annotate.positions.unspaced_stance import holder, stance, work
from onrecord.annotate.positions.voices import Voices
from onrecord.model import Span, Utterance

REMEMBERED = 1500  # characters over which a document told of goes on speaking for its issuer
IDIOM = 5
ENOUGH = 2
AND = "并"
JUDGING = frozenset({"support", "oppose", "criticise", "welcome", "concern", "deny"})  # of a supposed case: none
IFS = frozenset({"如果", "假如", "假设", "倘若", "若", "要是", "一旦", "谁敢", "谁要是", "谁若", "谁胆敢"})


def find(desk: Desk, voices: Voices, paragraphs: list[Span]) -> list[Stand]:
    """Every stance of the paragraphs, in order, with its holder."""
    chars = desk.page.plain
    lex = lexis(desk.language)
    sides = Sides(desk, chars, lex)
    reader = Reader(desk, voices, chars, lex, sides, issuers.directs(desk, chars, sides), State(), [])
    issuer, place = voices.issuers.get(desk.section.statement.id, (None, 0))
    near = bool(paragraphs) and paragraphs[0].start - place < REMEMBERED
    reader.state.issuer = issuer if near else None
    headlines = [b.span for b in desk.section.blocks if b.kind == "headline"]
    for paragraph in paragraphs:
        if any(h.covers(paragraph) for h in headlines):
            continue
        reader.state = State(issuer=reader.state.issuer, actor=reader.state.actor)
        for clause in cuts.cut(chars, paragraph, reader.lex):
            for part in _by_voice(reader, clause):
                for one in _by_order(reader, part):
                    _read(reader, one)
    return issuers.sided(desk, voices, reader.found)


def _by_voice(reader: Reader, clause: Clause) -> list[Clause]:
    """A clause cut where a voice begins inside it ("X称可能…"), unless a stance is before it ("X宣布建立…")."""
    inner = reader.voices.starts_in(clause.span)
    if inner is None or inner - clause.span.start < ENOUGH or clause.span.end - inner < ENOUGH:
        return [clause]
    light = reader.chars[inner - ENOUGH : inner] in reader.desk.language.stance.lights
    if light and reader.lex.cues.at(reader.chars, inner, clause.span.end):
        return [clause]
    for size in (4, 3, 2):
        word = reader.chars[inner - size : inner]
        if word in reader.lex.cues or word in reader.lex.acts:
            return [clause]
    return [
        replace(clause, span=Span(clause.span.start, inner), mark=""),
        replace(clause, span=Span(inner, clause.span.end), first=True),
    ]


def _by_order(reader: Reader, clause: Clause) -> list[Clause]:
    """A clause cut before "并" and a call on somebody, when a stance stands before it ("坚决反对并敦促X取消")."""
    chars, lex, span = reader.chars, reader.lex, clause.span
    at = chars.find(AND, span.start + ENOUGH, span.end)
    while at > 0:
        begin = at + 1 + (chars[at + 1 : at + 2] == "且")
        row = lex.cues.at(chars, begin, span.end) if begin < span.end else None
        if row is not None and row[1].frame == "order":
            before = (lex.cues.at(chars, place, at) for place in range(span.start, at))
            if any(before):
                first, second = Span(span.start, at), Span(begin, span.end)
                return [replace(clause, span=first, mark="，"), replace(clause, span=second, first=False)]
        at = chars.find(AND, at + 1, span.end)
    return [clause]


def _read(reader: Reader, clause: Clause) -> None:
    state, lex = reader.state, reader.lex
    voice = _voice_at(reader, clause.span.start)
    if clause.first:
        state.says, state.purpose = None, _aims(reader, clause)
        state.binding = state.supposed = False
    begun = voice is not None and voice.span.start < clause.span.start  # in a clause before, which was kept whole
    if clause.first or (voice is not state.voice and not begun):
        state.side, state.chain, state.topic = NOBODY, None, None
    if voice is not None and voice is not state.voice and voice.mode not in ("turn", "narration"):
        state.reporter = voice
        state.binding = voice.cue is not None and _binds(reader, voice.cue.of(reader.chars))
    state.voice = voice
    if clause.mark and clause.mark in "？?":
        return
    state.supposed = state.supposed or _supposes(reader, clause)
    if lex.unreal.at(reader.chars, clause.span.start, clause.span.end):
        return
    whole = clause.span.start
    start = head(reader, whole, clause.span.end)
    if reader.chars.startswith(("以及", "及"), start) or _purpose(reader, start, clause.span.end):
        return
    if start >= clause.span.end or lex.unreal.at(reader.chars, start, clause.span.end):
        return
    adverb = start > clause.span.start
    clause = replace(clause, span=Span(start, clause.span.end))
    side, verb = subject(reader, clause.span)
    hit = governing(hits(reader, verb, clause.span.end, side))
    if hit is not None and (_goes_on(reader, side, hit, clause) or _mended(reader, side, hit, verb)):
        hit = None
    if hit is not None and state.supposed and hit.word.act in JUDGING:
        return
    if (
        hit is not None
        and hit.word.act != "warn"
        and _is_possible(reader, side, whole if side.kind == "none" else verb, hit)
    ):
        return
    if hit is None:
        work(reader, clause, side, verb, adverb)
    else:
        stance(reader, clause, side, Span(start, verb), hit)
    _remember(reader, clause, side, hit)


def _supposes(reader: Reader, clause: Clause) -> bool:
    """ "如果…，": what the rest of the sentence thinks of that case is no position."""
    row = reader.lex.unreal.at(reader.chars, clause.span.start, clause.span.end)
    return row is not None and row[0] in IFS


def _is_possible(reader: Reader, side: Side, verb: int, hit: Hit) -> bool:
    """ "X可能支持Y", "X或将反对Y": no more than possible, by an adverb right behind the subject."""
    lex, chars, at, end = reader.lex, reader.chars, verb, hit.span.start
    while at < end:
        row = lex.maybes.at(chars, at, end)
        if row is not None and (len(row[0]) > 1 or side.kind != "other"):  # "其领空或军事基地": or
            return True
        skip = lex.skips.at(chars, at, end)
        at += len(skip[0]) if skip else (1 if chars[at].isdigit() or chars[at] in "年月日" else end)
    return False


def _aims(reader: Reader, clause: Clause) -> bool:
    """ "第一条 为规范…": the sentence opens with what its paper is for."""
    return reader.chars.startswith("为", head(reader, clause.span.start, clause.span.end))


def _purpose(reader: Reader, at: int, end: int) -> bool:
    """ "以保障…", "从而推动…": what the clause before is for."""
    row = reader.lex.purposes.at(reader.chars, at, end) if at < end else None
    after = at + len(row[0]) if row else end
    lex = reader.lex
    return after < end and any(t.at(reader.chars, after, end) for t in (lex.works, lex.cues, lex.skips))


def _voice_at(reader: Reader, place: int) -> Utterance | None:
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


def _binds(reader: Reader, words: str) -> bool:
    """ "规定", "要求": what follows is asked of those it names."""
    row = reader.lex.cues.at(words, 0, len(words))
    return row is not None and row[1].act == "demand"


def _mended(reader: Reader, side: Side, hit: Hit, verb: int) -> bool:
    """ "消除…歧视性倾向": what is blamed is what a verb of policy mends."""
    blamed = hit.word.frame == "predicate" and hit.word.act == "criticise" and side.kind == "none"
    return blamed and hit.span.start > verb and reader.lex.works.at(reader.chars, verb, hit.span.start) is not None


def _goes_on(reader: Reader, side: Side, hit: Hit, clause: Clause) -> bool:
    """ "尊重X" after "敦促…": a verb that is a stance by itself, and here what the stance before wants."""
    chain = reader.state.chain
    if chain is None or side.kind != "none" or hit.word.frame not in ("object", "to"):
        return False
    return hit.form in reader.lex.works or clause.span.end - hit.span.end < ENOUGH


def _remember(reader: Reader, clause: Clause, side: Side, hit: Hit | None) -> None:
    """What the next clauses need: subject, topic, and who is saying something by a word that opened no voice."""
    state = reader.state
    if side.kind not in ("none", "other"):
        state.side, state.topic = side, None
        state.actor = side.who or state.actor
        span = clause.span
        chars, says = reader.chars, reader.lex.says
        places = [at for at in range(span.start, span.end) if chars[at : at + 2] in says.heads]
        rows = (says.at(chars, at, span.end) for at in places)
        said = next((row[0] for row in rows if row), "")
        if said:
            state.says = holder(reader, side)[0]
            state.binding = _binds(reader, said)
    elif side.kind == "other" and hit is None:
        state.side = NOBODY if clause.first else state.side
        state.topic = clause.span
        state.chain = None if len(clause.span) > IDIOM else state.chain
