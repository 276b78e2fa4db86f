"""What is made of an answer: each entry stands in the text, character by character, or is dropped under a code.

Lives here: reading the answer and the checks. Not here: asking. Nothing of an answer is kept but spans of the stored
text and values of closed lists: no free text of the model reaches the record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from onrecord.knowledge import Knowledge, lookup
from onrecord.knowledge.codes import ACT_RUNG, ACTS, CODES
from onrecord.model import Position, Span, Speaker, Target, Text, Utterance, short_id
from onrecord.propose.question import Passage
from onrecord.reasons import Dropped

RULE = "proposed"
LEAST_CHARS = 4


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Envelope(msgspec.Struct):
    choices: list[_Choice]


class _Answer(msgspec.Struct):
    utterances: list[msgspec.Raw] = []
    positions: list[msgspec.Raw] = []


class _Utterance(msgspec.Struct):
    quote: str
    speaker: str
    mode: Literal["direct", "indirect"] = "direct"
    cue: str | None = None
    start: int | None = None


class _Position(msgspec.Struct):
    quote: str
    act: str
    holder: str
    cue: str
    target: str | None = None
    negated: bool = False
    start: int | None = None


@dataclass(slots=True)
class Verified:
    """Entries that stand in the text, and how many were dropped for each reason."""

    claims: list[Utterance | Position] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


class _Drop(Exception):
    def __init__(self, reason: Dropped) -> None:
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Bench:
    """What entries are checked against. ``most`` bounds the entries of one answer."""

    text: Text
    passage: Passage
    know: Knowledge
    lang: str
    most: int


def verified(answer: bytes, bench: Bench) -> Verified:
    """The claims of one answer. Total: whatever the bytes are, it raises nothing."""
    result = Verified()
    try:
        envelope = msgspec.json.decode(answer, type=_Envelope)
        said = msgspec.json.decode(_bare(envelope.choices[0].message.content), type=_Answer)
    except (msgspec.MsgspecError, IndexError, ValueError, RecursionError):
        result.dropped[Dropped.NOT_JSON] += 1
        return result
    for raw in said.utterances[: bench.most]:
        _take(result, raw, _Utterance, bench)
    for raw in said.positions[: bench.most]:
        _take(result, raw, _Position, bench)
    more = max(len(said.utterances) - bench.most, 0) + max(len(said.positions) - bench.most, 0)
    if more:
        result.dropped[Dropped.TOO_MANY] += more
    return result


def _bare(content: str) -> str:
    """JSON without the Markdown fence and the words that some models put around it."""
    fence = content.find("```")
    start, end = content.find("{", max(fence, 0)), content.rfind("}")
    return content[start : end + 1] if 0 <= start < end else content.strip()


def _take(result: Verified, raw: msgspec.Raw, kind: type[_Utterance] | type[_Position], bench: Bench) -> None:
    try:
        entry = msgspec.json.decode(raw, type=kind)
        claim = _utterance(entry, bench) if isinstance(entry, _Utterance) else _position(entry, bench)
        result.claims.append(claim)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        result.dropped[Dropped.BAD_SHAPE] += 1
    except _Drop as drop:
        result.dropped[drop.reason] += 1


def _utterance(entry: _Utterance, bench: Bench) -> Utterance:
    span = _quote(entry.quote, entry.start, bench)
    speaker = _mention(entry.speaker, span, bench)
    cue = _near(entry.cue, span, bench) if entry.cue else None
    if entry.cue and cue is None:
        raise _Drop(Dropped.CUE_NOT_FOUND)
    name = short_id("u", bench.text.id, RULE, span, entry.mode, speaker.name)
    known = lookup.actor(bench.know, speaker.actor) if speaker.actor else None
    country = (known.id if known.kind == "state" else known.country) if known else None
    return Utterance(name, span, entry.mode, RULE, speaker=speaker, country=country, cue=cue)


def _position(entry: _Position, bench: Bench) -> Position:
    if entry.act not in ACTS:
        raise _Drop(Dropped.UNKNOWN_ACT)
    span = _quote(entry.quote, entry.start, bench)
    holder = _mention(entry.holder, span, bench)
    cue = _inside(entry.cue, span, bench.text)
    if cue is None:
        raise _Drop(Dropped.CUE_NOT_FOUND)
    target = _inside(entry.target, span, bench.text) if entry.target else None
    if entry.target and target is None:
        raise _Drop(Dropped.TARGET_NOT_FOUND)
    plover, cameo = CODES[entry.act]
    return Position(
        "", span, holder, entry.act, cue, RULE, Target(target) if target else None, None, entry.negated, plover, cameo,
        ACT_RUNG[entry.act],
    )  # fmt: skip


def _quote(quote: str, start: int | None, bench: Bench) -> Span:
    """The only place of a quote in the passage; ``start`` (code points of what was sent), when given, must be right."""
    words = quote.strip()
    if len(words) < LEAST_CHARS:
        raise _Drop(Dropped.QUOTE_TOO_SHORT)
    if start is not None and not (start >= 0 and bench.passage.sent[start : start + len(quote)] == quote):
        raise _Drop(Dropped.QUOTE_NOT_FOUND)
    places = [place for span in bench.passage.spans for place in _places(words, span, bench.text)]
    if not places:
        raise _Drop(Dropped.QUOTE_NOT_FOUND)
    if len(places) > 1:
        raise _Drop(Dropped.QUOTE_AMBIGUOUS)
    return places[0]


def _places(words: str, within: Span, text: Text, most: int = 2) -> list[Span]:
    found: list[Span] = []
    at = text.chars.find(words, within.start, within.end)
    while at >= 0 and len(found) < most:
        if not (_cuts(text.chars, at) or _cuts(text.chars, at + len(words))):
            found.append(Span(at, at + len(words)))
        at = text.chars.find(words, at + 1, within.end)
    return found


def _cuts(chars: str, at: int) -> bool:
    """True when a place lies inside a word of a script with spaces."""
    if not 0 < at < len(chars):
        return False
    before, after = chars[at - 1], chars[at]
    return before.isalnum() and after.isalnum() and max(before, after) < "\u2e80"


def _inside(words: str | None, span: Span, text: Text) -> Span | None:
    """The first place of words inside a span."""
    found = _places(words.strip(), span, text, 1) if words and words.strip() else []
    return found[0] if found else None


def _near(words: str, span: Span, bench: Bench) -> Span | None:
    """The place of words in the passage that stands nearest to a span."""
    stripped = words.strip()
    if not stripped:
        return None
    places = [p for s in bench.passage.spans for p in _places(stripped, s, bench.text, 1_000)]
    return min(places, key=lambda p: max(p.start - span.end, span.start - p.end, 0), default=None)


def _mention(words: str, span: Span, bench: Bench) -> Speaker:
    """The voice of a mention in the passage; its id where a pack knows the name."""
    place = _near(words, span, bench)
    if place is None:
        raise _Drop(Dropped.SPEAKER_NOT_FOUND)
    name = " ".join(place.of(bench.text.chars).split())
    known = lookup.actor_named(bench.know, name, bench.lang)
    return Speaker(name, known.id if known else None, place)
