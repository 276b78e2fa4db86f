"""The head of a clause and its subject, in languages written without spaces.

Lives here: what reading one stretch keeps (``Reader``, ``State``), where the verb phrase of a clause begins, which side
opens it. Not here: whom a subject names (``sides``), stance words (``unspaced_cues``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.positions import cuts
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.lexis import Lexis
from onrecord.annotate.positions.sides import NOBODY, OTHER, Side, Sides
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.voices import Voices
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span, Speaker, Utterance

SUBJECT = 40
FIRM = frozenset("在对向把将被遭于")  # prepositions that no name holds


@dataclass(frozen=True, slots=True)
class Hit:
    """A stance word in its place; ``negated`` by the word before it."""

    span: Span
    form: str
    word: StanceWord
    negated: bool = False
    step: int = 0


@dataclass(slots=True)
class State:
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
    supposed: bool = False


@dataclass(slots=True)
class Reader:
    """One stretch of paragraphs being read."""

    desk: Desk
    voices: Voices
    chars: str
    lex: Lexis
    sides: Sides
    directs: Speaker | None
    state: State
    found: list[Stand]


def head(reader: Reader, at: int, end: int) -> int:
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
        if not lex.begins(chars, at):
            return at
        row = None if lex.traps.at(chars, at, end) else lex.skips.at(chars, at, end)
        others = (table.at(chars, at, end) for table in (lex.preps, lex.cues, lex.acts, lex.works))
        if row is None or any(o is not None and len(o[0]) >= len(row[0]) for o in others):
            return at
        at += len(row[0])
    return at


def _number(chars: str, at: int, end: int) -> int:
    """Past "（一）", "第二", "3.", "2024年8月26日"; the place itself where a number is part of the subject."""
    start = at
    while at < end and (
        chars[at].isdigit() or chars[at] in "（()）第一二三四五六七八九十百年月日时分条章节款.、 至-－"
    ):
        at += 1
    return at if chars[at - 1] in "）)年月日时分条章节款.、 " or chars[start] == "第" else start


def subject(reader: Reader, span: Span) -> tuple[Side, int]:
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
    group, stance = reader.lex.traps.at(chars, at, span.end), reader.desk.language.stance
    if not size and opens(reader, at, span.end) and not (group and group[0].endswith((*stance.groups, *stance.seats))):
        return NOBODY, span.start
    first = -1
    heads, last = reader.lex.heads, min(span.end, span.start + SUBJECT)
    while at < last:
        char = chars[at]
        if char in cuts.OPEN:
            close = chars.find(cuts.OPEN[char], at, span.end)
            at = close + 1 if close > 0 else at + 1
            continue
        if char not in heads and chars[at : at + 2] not in heads and not char.isdigit():
            at += 1
            continue
        trap = reader.lex.traps.at(reader.chars, at, span.end)
        meets = trap is not None and trap[0] in stance.routines
        if meets or (trap is None and opens(reader, at, span.end)):
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


def _in_name(reader: Reader, at: int, end: int) -> bool:
    """What looks like a verb may be part of a name ("发展和改革委员会"); adverbs and prepositions are not."""
    lex, chars = reader.lex, reader.chars
    skip = lex.skips.at(chars, at, end)
    return chars[at] not in FIRM and not (skip and len(skip[0]) > 1) and not lex.negators.at(chars, at, end)


def opens(reader: Reader, at: int, end: int) -> bool:
    """A verb, adverb or preposition may begin here."""
    chars, lex = reader.chars, reader.lex
    if not lex.begins(chars, at):
        return chars[at].isdigit()
    return chars[at].isdigit() or lex.opens.at(chars, at, end) is not None
