"""Whom answers speak for where neither their labels nor the heading name anybody ("Q: ...", "A: We urge X ...").

Lives here: ``side``: the state that the heading names with an office, else the one state or body that stands as the
subject of stances in all answers of a statement and to which none is addressed. Not here: whose a named voice is
(``holders``, ``who``).
"""

from __future__ import annotations

from onrecord.annotate import whose
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.holders import Desk, takes_positions
from onrecord.annotate.positions.naming import Names, plain
from onrecord.annotate.positions.table import Table
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.quotations import stretches
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.lookup import actor
from onrecord.model import LABEL_WORD, Speaker, Utterance

LONGEST = 4  # tokens of a name
GROUP = 4  # tokens between a subject and its verb


def is_answer(voice: Utterance) -> bool:
    """True for a turn that answers another and names nobody, or whose label is but a word; and for an office that the
    heading gives without a name or a state ("Foreign Ministry Spokesperson's remarks")."""
    nameless = voice.speaker is None or not voice.speaker.known or voice.rule == LABEL_WORD
    if voice.speaker and not (voice.speaker.actor or voice.country):
        nameless = nameless or any(row.rule == "answers_for_title" for row in voice.evidence)
    return voice.mode == "turn" and voice.answers is not None and nameless


def side(desk: Desk, voices: Voices, lex: Lexicon, tab: Table) -> Speaker | None:
    """The state that the heading names with an office, else the only state or body that takes stances in the nameless
    answers of a statement and that none is addressed to; None when there is none or several. Read once for a statement
    and a language."""
    key = f"{desk.section.statement.id} {desk.language.code}"
    if key not in voices.answerers:
        voices.answerers[key] = _side(desk, voices, lex, tab)
    return voices.answerers[key]


def _headed(desk: Desk, lex: Lexicon) -> Speaker | None:
    """The state that a headline names with an office ("Valdorian Foreign Ministry Spokesperson’s Remarks", "Remarks of
    the Spokesperson of Valdoria")."""
    know = desk.page.know
    for block in desk.section.blocks:
        if block.kind != "headline":
            continue
        view = desk.page.view([block.span], desk.language)
        low = [plain(word) for word in view.words.low]
        office = next((i for i, word in enumerate(low) if word in lex.offices), -1)
        if office < 0:
            continue
        first, end = office, office + 1
        while first > 0 and view.is_word(first - 1) and low[first - 1] not in lex.stops:
            first -= 1
        while end < len(low) and low[end] in lex.joins | lex.determiners:
            end += 1
            while end < len(low) and view.capital(end):
                end += 1
        span = view.words.span(first, end)
        state = actor(know, whose.country(know, span.of(view.chars), desk.language) or "")
        if state is not None:
            return Speaker(state.names.preferred(desk.language.code), state.id, span)
    return None


def _side(desk: Desk, voices: Voices, lex: Lexicon, tab: Table) -> Speaker | None:
    headed = _headed(desk, lex)
    if headed is not None:
        return headed
    holding: dict[str, Speaker] = {}
    addressed: set[str] = set()
    for language, paragraphs in stretches(desk.page, desk.section):
        voice = voices.at(paragraphs[0].start)
        if language.code != desk.language.code or voice is None or not is_answer(voice):
            continue
        view = desk.page.view(paragraphs, language)
        names = Names(desk, view, lex, tab)
        for at in [i for i, word in enumerate(view.words.low) if word in tab.act_starts]:
            who = _before(view, names, lex, tab, at)
            if who is not None and who.actor is not None:
                holding.setdefault(who.actor, who)
            addressed.update(_after(view, names, lex, at))
    left = [who for id, who in holding.items() if id not in addressed]
    return left[0] if len(left) == 1 else None


def _before(view: Stretch, names: Names, lex: Lexicon, tab: Table, at: int) -> Speaker | None:
    """The state or body whose name ends right before the verb group of token ``at``."""
    low, end = view.words.low, at
    while (
        end > 0 and at - end < GROUP and (lex.is_auxiliary(low[end - 1]) or low[end - 1] in tab.boosts | tab.negators)
    ):
        end -= 1
    for size in range(min(LONGEST, end), 0, -1):
        known = names.known(end - size, end) if names.may_name(end - 1) else None
        if known is not None and takes_positions(known):
            span = view.words.span(end - size, end)
            return Speaker(span.of(view.chars), known.id, span)
    return None


def _after(view: Stretch, names: Names, lex: Lexicon, at: int) -> set[str]:
    """The states and bodies named right behind a word of stance: what is asked or said of them is not said by them."""
    first = at + 1
    last = min(len(view.words), first + GROUP)
    found = set()
    for begin in range(first, last):
        if not view.is_word(begin):
            break
        for size in range(1, min(LONGEST, len(view.words) - begin) + 1):
            known = names.known(begin, begin + size) if names.may_name(begin) else None
            if known is not None and takes_positions(known):
                found.add(known.id)
    return found
