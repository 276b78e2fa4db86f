"""Quotations and reported speech inside voices, with their speakers.

Lives here: the order of work, and from what was found to utterances: who "he" and "the spokesperson" are. Not here:
finding (``spaced``, ``unspaced``). Work is bounded: paragraphs are read in stretches of at most ``rule_chars``.
"""

from __future__ import annotations

from onrecord.annotate import continued, cues, finite, headings, plausible, sayers, spaced, unspaced
from onrecord.annotate.found import Found
from onrecord.annotate.mention import EDGES
from onrecord.annotate.page import Page, Section
from onrecord.annotate.people import Person
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge import Language
from onrecord.knowledge.lookup import actor_named
from onrecord.limits import DEFAULT
from onrecord.model import UNKNOWN, Block, Notice, Span, Speaker, Utterance
from onrecord.reasons import Reason

PAGE = 4
DEPTH = 4  # reports before one among which the report around it is
AFTER_LABEL = frozenset(":： \t\u00a0\u3000")
OWN = ("statement", "transcript", "qa")
READ = ("body", "question", "answer", "headline")


def find(page: Page, voices: tuple[Utterance, ...]) -> tuple[tuple[Utterance, ...], tuple[Notice, ...]]:
    """Quotations inside every voice, in order, and a notice when marks do not pair."""
    quoted: list[Utterance] = []
    unclosed = 0
    inside: dict[str | None, list[Utterance]] = {}
    for voice in sorted(voices, key=lambda v: v.span):
        inside.setdefault(voice.statement, []).append(voice)
    for section in page.sections:
        finds, lost = _in_section(page, section)
        unclosed += lost
        quoted.extend(_resolved(page, section, finds, inside.get(section.statement.id, [])))
    notices = (Notice(Reason.UNBALANCED_QUOTES.value, f"{unclosed} opening marks without a close"),) if unclosed else ()
    return tuple(quoted), notices


def _in_section(page: Page, section: Section) -> tuple[list[tuple[Language, Found]], int]:
    found: list[tuple[Language, Found]] = []
    lines: list[tuple[Language, Span]] = []
    titles: list[tuple[Language, Span]] = []
    unclosed = 0
    heads = {block.span.start for block in section.blocks if block.kind == "headline"}
    for language, paragraphs in stretches(page, section):
        speech = language.speech
        if not speech.say:
            continue
        view = page.view(paragraphs, language) if language.spaced else None
        if view is not None:
            found.extend((language, f) for f in _read_spaced(view, language))
            unclosed += view.unclosed
            titles.extend((language, span) for span in paragraphs if span.start in heads)
        else:
            more, lost = unspaced.find(page.plain, paragraphs, speech)
            found.extend((language, f) for f in more)
            unclosed += lost
            lines.extend((language, span) for span in paragraphs)
    return _with_headings(page, _with_titles(page, found, titles), lines), unclosed


def _with_titles(
    page: Page, found: list[tuple[Language, Found]], titles: list[tuple[Language, Span]]
) -> list[tuple[Language, Found]]:
    """What was found, with the headlines "Name: words" of somebody who speaks in the text below."""
    speakers = {f.source.of(page.chars).split()[-1].strip(EDGES) for _, f in found if f.source}
    taken = [f.span for _, f in found]
    more = []
    for language, span in titles:
        one = headings.titled(page.chars, span, speakers)
        if one is not None and not any(one.span.overlaps(t) for t in taken):
            more.append((language, one))
    return sorted([*found, *more], key=lambda row: row[1].span) if more else found


def _with_headings(
    page: Page, found: list[tuple[Language, Found]], lines: list[tuple[Language, Span]]
) -> list[tuple[Language, Found]]:
    """What was found, with the lines "X：words" of languages without spaces, in order."""
    if not lines:
        return found
    language = lines[0][0]
    labels = language.labels
    skip = (*labels.not_speakers, *labels.source, *labels.keywords, *labels.headline, *labels.body)
    more = headings.find(page.plain, [span for _, span in lines], [f for _, f in found], skip)
    return sorted([*found, *((language, f) for f in more)], key=lambda row: row[1].span) if more else found


def _read_spaced(view: Stretch, language: Language) -> list[Found]:
    lex = cues.lexicon(language.speech, language.calendar)
    return continued.settle(view, finite.find(view, lex) if lex.syntax.verbs else spaced.find(view, lex))


def stretches(page: Page, section: Section) -> list[tuple[Language, list[Span]]]:
    """Neighbouring paragraphs of one language and one voice, at most ``rule_chars`` together."""
    result: list[tuple[Language, list[Span]]] = []
    size, key = 0, None
    for block in section.blocks:
        language = page.language(block, section) if block.kind in READ else None
        if language is None:
            key = None
            continue
        for span in _paragraphs(block, page.chars):
            mine = (language.code, block.turn, block.kind == "headline")
            if key != mine or size + len(span) > DEFAULT.rule_chars:
                result.append((language, []))
                key, size = mine, 0
            result[-1][1].append(span)
            size += len(span)
    return result


def _paragraphs(block: Block, chars: str) -> list[Span]:
    """A block's words after its label, cut where it is longer than the rules may read at once; a chair may be named
    outside its block."""
    label = block.mention if block.mention and block.span.covers(block.mention) else None
    start = label.end if label else block.span.start
    while label and start < block.span.end - 1 and chars[start] in AFTER_LABEL:
        start += 1
    step = DEFAULT.rule_chars
    return [Span(at, min(at + step, block.span.end)) for at in range(start, block.span.end, step)]


def _resolved(
    page: Page, section: Section, finds: list[tuple[Language, Found]], voices: list[Utterance]
) -> list[Utterance]:
    made: list[Utterance] = []
    last: Person | None = None
    before: tuple[Person | None, Span | None] = (None, None)
    voice = 0
    for language, found in finds:
        while voice + 1 < len(voices) and voices[voice + 1].span.start <= found.span.start:
            voice += 1
        inside = voices[voice] if voices and voices[voice].span.covers(found.span) else None
        if found.follows:
            person, mention = before
        else:
            mention = _mention(page, language, found.source)
            if mention is not None and found.named is None and not _can_speak(page, language, mention):
                if _is_doubtful(page, section, language, found):
                    continue
                mention = None
            naming = _mention(page, language, found.named) if found.named and mention else mention
            person = _who(page, section, language, naming, last)
        if found.rule == "quote/label" and mention is not None and _is_heading(page, language, mention):
            continue
        if _is_own_text(page, section, language, mention if not found.follows else None, found):
            continue
        if inside is not None and _is_own(page, language, mention if not found.follows else None, person, inside):
            continue
        outer = _around(found, made)
        if outer is None and (before == (None, None) or _may_go_on(found)):
            before = (person, mention)
        if outer is None or outer.rule == "according":
            last = person or last
        made.append(_utterance(page, section, found, person, mention, outer or inside))
    return made


def _around(found: Found, made: list[Utterance]) -> Utterance | None:
    """The report that holds a report inside it ("X said that Y had told Z that ..."); None for all others."""
    near = (u for u in reversed(made[-DEPTH:]) if len(u.span) > len(found.span))
    return next((u for u in near if any(part.covers(found.span) for part in u.parts or (u.span,))), None)


def _may_go_on(found: Found) -> bool:
    """True for a report whose speaker a quotation after it may have: nobody in a relative clause, and no question that
    names no asker."""
    return found.named is None and (found.follows or found.source is not None)


def _who(page: Page, section: Section, language: Language, source: Span | None, last: Person | None) -> Person | None:
    """Who a mention is; a third person is the last speaker, before the first one the only person introduced with an
    office so far; other pronouns are nobody that can be named."""
    if source is None:
        return None
    printed = source.of(page.chars).strip()
    if sayers.is_pronoun(printed, language.speech):
        return last or section.cast.only_before(source.start, language)
    if sayers.is_first(printed, language.speech) or sayers.is_nobody(printed, language.speech):
        return None
    if sayers.is_relative(printed, language.speech):
        return None
    return section.cast.person(source, language)


def _mention(page: Page, language: Language, source: Span | None) -> Span | None:
    """The mention of a speaker without what follows the name, and without the letter of an answer before a name that
    the packs have."""
    if source is None:
        return None
    source = sayers.name_end(page.chars, source, language)
    bare = sayers.after_label(page.chars, source, language)
    return bare if actor_named(page.know, bare.of(page.chars), language.code) else source


def _can_speak(page: Page, language: Language, mention: Span) -> bool:
    printed = mention.of(page.chars).strip()
    if sayers.is_pronoun(printed, language.speech) or sayers.is_first(printed, language.speech):
        return True
    if sayers.is_relative(printed, language.speech):
        return True
    return sayers.is_nobody(printed, language.speech) or plausible.can_speak(printed, language)


def _is_doubtful(page: Page, section: Section, language: Language, found: Found) -> bool:
    """True for a report whose cue may be no verb at all, and in a text of one voice: without somebody who speaks it is
    none."""
    if found.cue is None or section.statement.form in OWN:
        return True
    return found.cue.of(page.chars).lower() in language.speech.doubtful


def _is_heading(page: Page, language: Language, mention: Span) -> bool:
    """ "News title: “...”" is no speaker."""
    if mention.of(page.chars).strip(EDGES).lower() in language.labels.not_speakers:
        return True
    return mention.of(page.chars).lower().strip() in (*language.labels.headline, *language.labels.keywords)


def _is_own_text(page: Page, section: Section, language: Language, source: Span | None, found: Found) -> bool:
    """True for "I think" and "you know" in somebody's own text, named or not: his voice, and no report of another's.
    What he says that he said is one. A page of few blocks does not show whose text it is."""
    if source is None or found.cue is None or found.mode == "direct" or section.statement.form not in OWN:
        return False
    if len(section.blocks) < PAGE:
        return False
    frames = cues.lexicon(language.speech, language.calendar).frames if language.spaced else {}
    if frames.get(found.cue.of(page.chars).lower()) not in ("think", "stance"):
        return False
    printed = source.of(page.chars).strip()
    return sayers.is_first(printed, language.speech) or sayers.is_nobody(printed, language.speech)


def _is_own(page: Page, language: Language, source: Span | None, person: Person | None, inside: Utterance) -> bool:
    """True for what the speaker of a turn or of a signed text says of himself, and what a turn's says of his own side:
    his voice, and no report of another's."""
    if source is None or (inside.mode != "turn" and inside.speaker is None):
        return False
    if sayers.is_first(source.of(page.chars).strip(), language.speech):
        return True
    if inside.mode != "turn":
        return False
    if person is None or person.actor is None or inside.speaker is None or inside.answers is None:
        return False
    is_state = person.actor == person.country
    return person.actor == inside.speaker.actor or (is_state and inside.country in (None, person.country))


def _speaker(person: Person | None, mention: Span | None) -> Speaker | None:
    """The speaker beside the words; a pronoun that stands for nobody known is ``UNKNOWN`` and keeps its place."""
    if person is None:
        return Speaker(UNKNOWN, None, mention) if mention else None
    return person.speaker(mention)


def _utterance(
    page: Page, section: Section, found: Found, person: Person | None, mention: Span | None, inside: Utterance | None
) -> Utterance:
    return Utterance(
        id=page.id_of(found.mode, found.span),
        span=found.span,
        mode=found.mode,
        rule=found.rule,
        statement=section.statement.id,
        speaker=_speaker(person, mention),
        capacity=person.capacity if person else None,
        country=person.country if person else None,
        parts=found.parts if len(found.parts) > 1 else (),
        cue=found.cue,
        within=inside.id if inside else None,
        evidence=person.evidence if person else (),
    )
