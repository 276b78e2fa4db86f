"""Positions: who takes which stance on what.

Lives here: ``find``, from the readers' stances to positions of voices. Not here: the words (``knowledge.stance``),
finding (``spaced``, ``unspaced``), who holds one (``holders``).
"""

from __future__ import annotations

from onrecord.annotate.mention import EDGES
from onrecord.annotate.page import Page, Section
from onrecord.annotate.positions import holders, inflected, spaced, unspaced
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.quotations import stretches
from onrecord.knowledge.codes import ACT_RUNG, CODES, ROOTS, RUNGS, STATEMENT
from onrecord.model import Position, Span, Speaker, Target, Utterance
from onrecord.text.named import entity_in
from onrecord.text.segment import sentences

__all__ = ["find"]

LONE = 600  # characters of a sentence that is read by itself
LOOSE = frozenset(",;:，；：、،؛")  # marks that no target begins or ends with
EVENT_ACT = "announce"  # an event is an act its actor took; its codes say which ("met": CONSULT 040)


def find(page: Page, utterances: tuple[Utterance, ...]) -> tuple[Position, ...]:
    """Every position of the statements' main text, in order; ``utterances`` in the order of their places, wider ones
    first. Total: it raises nothing on any text."""
    voices = Voices(utterances)
    found: list[Position] = []
    for section in page.sections:
        for desk, stands in _stands(page, section, voices):
            found.extend(_asserted(desk, [p for p in (_position(desk, voices, s) for s in stands) if p]))
    return tuple(sorted(found, key=lambda p: (p.span, p.cue, p.act)))


def _asserted(desk: Desk, found: list[Position]) -> list[Position]:
    """Positions but those inside a clause that somebody denies ("denied that China opposes it")."""
    targets = [p.target.span for p in found if p.act == "deny" and not p.negated and p.target]
    denied = [span for span in (_clause(desk, target) for target in targets) if span is not None]
    return [p for p in found if not any(span.covers(p.cue) for span in denied)]


def _clause(desk: Desk, target: Span) -> Span | None:
    """The clause that a target is, or that goes with its noun ("claims that it opposes the plan"); None for others."""
    speech, hearsay = desk.language.speech, desk.language.stance.hearsay
    words = target.of(desk.page.chars).lower()
    if words.partition(" ")[0] in speech.complementizers:
        return target
    places = [words.find(f" {that} ") for that in speech.plain] if hearsay else []
    at = min((place for place in places if place > 0), default=-1)
    noun = words[:at].rpartition(" ")[2] if at > 0 else ""
    return Span(target.start + at, target.end) if noun in hearsay else None


def _stands(page: Page, section: Section, voices: Voices) -> list[tuple[Desk, list[Stand]]]:
    result = []
    for language, paragraphs in stretches(page, section):
        if not language.stance.words:
            continue
        desk = Desk(page, section, language)
        if language.spaced and language.stance.infinitives:
            stands = inflected.find(desk, voices, page.view(paragraphs, language))
        elif language.spaced:
            view = page.view(paragraphs, language)
            stands = spaced.find(desk, voices, view, lone=_is_lone(page, section, paragraphs, voices))
        else:
            stands = unspaced.find(desk, voices, paragraphs)
        result.append((desk, stands))
    return result


def _is_lone(page: Page, section: Section, paragraphs: list[Span], voices: Voices) -> bool:
    """True for a sentence given by itself, with nothing around it that says who speaks: coders of events read such."""
    told = [block for block in section.blocks if block.kind != "dateline"]
    teller = voices.at(paragraphs[0].start)
    named = teller.speaker if teller is not None and teller.mode == "narration" else None
    if named is not None and (named.span is None or not paragraphs[0].covers(named.span)):
        return False
    if len(told) != 1 or len(paragraphs) != 1 or told[0].turn >= 0 or len(paragraphs[0]) > LONE:
        return False
    return len(sentences(page.chars, told[0].lang, paragraphs[0])) == 1


def _codes(stand: Stand) -> tuple[str | None, str | None]:
    """PLOVER category and CAMEO code: the word's own, else those of the act."""
    word = stand.word
    if not word.cameo or (stand.act and stand.act != word.act):
        plover, cameo = CODES[stand.act or "announce"]
    else:
        plover, cameo = ROOTS[word.cameo[:2]], word.cameo
        if plover is None and not stand.act and not stand.weak:
            plover = STATEMENT
    return None if word.plover == "-" else word.plover or plover, cameo


def _position(desk: Desk, voices: Voices, stand: Stand) -> Position | None:
    voice = voices.at(stand.cue.start)
    holder = stand.who or (holders.of_mention(desk, stand.holder) if stand.holder else holders.of_voice(desk, voice))
    if voice is None or holder is None:
        return None
    plover, cameo = _codes(stand)
    act = stand.act or EVENT_ACT
    end = _end(desk, voice, stand)
    if stand.span.start >= end or (stand.target and stand.target.start > end and _words(desk.page.chars, stand.target)):
        return None
    return Position(
        utterance=voice.id,
        span=Span(stand.span.start, min(stand.span.end, end)),
        holder=holder,
        act=act,
        cue=stand.cue,
        rule=stand.rule,
        target=_target(desk, stand, holder, end),
        towards=_towards(desk, stand, end),
        negated=stand.negated,
        plover=plover,
        cameo=cameo,
        strength=min(max((stand.word.strength or ACT_RUNG[act]) + stand.step, min(RUNGS)), max(RUNGS)),
    )


def _end(desk: Desk, voice: Utterance, stand: Stand) -> int:
    """Where the words stop that the stance may take: words about what is said ("X said on Tuesday") are no part of it,
    be they after it or between two halves of a quotation."""
    if voice.mode not in ("direct", "indirect", "mixed") or stand.cue.end > voice.span.end:
        return len(desk.page.chars)
    return max((part.end for part in voice.parts if part.start < stand.span.end), default=voice.span.end)


def _target(desk: Desk, stand: Stand, holder: Speaker, end: int) -> Target | None:
    """What the stance is about, up to the ``end`` of what is said, with the measure or initiative of the packs that its
    words name: those before a subordinate clause ("the suggestion that RULE harms" is about no rule). None when that
    is the holder, or no word."""
    page = desk.page
    target = stand.target if stand.target and stand.target.start < end else None
    about = _words(page.chars, Span(target.start, min(target.end, end))) if target else None
    if about is None or (holder.span is not None and holder.span.covers(about)) or _is_small(desk, about):
        return None
    entity = entity_in(page.know, page.chars, about, desk.language.code)
    if entity is not None and desk.language.spaced:
        main = _main(desk, about)
        entity = entity_in(page.know, page.chars, main, desk.language.code) if main != about else entity
    return Target(about, entity.id if entity else None)


def _towards(desk: Desk, stand: Stand, end: int) -> Speaker | None:
    """Whom the stance is addressed to, when that stands before the ``end`` of what is said."""
    who = stand.to or (holders.of_mention(desk, stand.towards) if stand.towards else None)
    return None if who is not None and who.span is not None and who.span.start >= end else who


def _words(chars: str, span: Span) -> Span | None:
    """A span without a lone mark or space at its ends; None when it has no letter or digit."""
    start, end = span.start, span.end
    if not any(c.isalnum() for c in chars[start:end]):
        return None
    while chars[start].isspace() or chars[start] in LOOSE:
        start += 1
    while chars[end - 1].isspace() or chars[end - 1] in LOOSE:
        end -= 1
    return Span(start, end)


def _is_small(desk: Desk, target: Span) -> bool:
    """True for a target of small words alone ("you", "it", "всегда"), which is about nothing that can be counted."""
    speech = desk.language.speech
    if not desk.language.spaced:
        return False
    words = [w.strip(EDGES) for w in target.of(desk.page.chars).lower().split()]
    small = (speech.pronouns, speech.determiners, speech.neuter, speech.auxiliaries, speech.stops, speech.first)
    return all(any(word in some for some in small) for word in words if word)


def _main(desk: Desk, target: Span) -> Span:
    """A target up to the word that opens a clause inside it; the whole when that word is its first: a target that is a
    clause says what is or should be of its subject."""
    opening = frozenset((*desk.language.speech.complementizers, *desk.language.stance.relatives))
    at = target.start
    for word in target.of(desk.page.chars).split():
        at = desk.page.chars.index(word, at)
        if at > target.start and word.lower() in opening:
            return Span(target.start, at)
        at += len(word)
    return target
