"""Whom a subject names, in languages that set words apart by spaces.

Lives here: from the tokens of a subject to a political actor, the voice, a thing that speaks for it, or none of these;
owners and addressees. Not here: where a subject stands (``subject``), which actor a noun phrase names (``naming``), the
holder of a voice (``holders``), whose page it is (``masthead``), whom a target names (``addressed``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.annotate import whose
from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import addressed, answering, cores, masthead, uncased
from onrecord.annotate.positions.holders import Desk, of_voice
from onrecord.annotate.positions.naming import SUFFIXES, Names
from onrecord.annotate.positions.subject import Tokens, head
from onrecord.annotate.positions.table import Table
from onrecord.annotate.positions.together import Together
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.stretch import Stretch
from onrecord.model import UNKNOWN, Span, Speaker, Utterance
from onrecord.text.segment import ANY_ENDS

OWNER = 4
DOER = 14
OPENING = 8  # tokens of a subject that opens a sentence
LABEL = 160
REPORTED = ("report", "repost")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds; a name may be empty when nobody is named. ``others`` hold the same with ``who``."""

    who: Speaker
    others: tuple[Speaker, ...] = ()

    @property
    def all(self) -> tuple[Speaker, ...]:
        """Everybody who holds."""
        return (self.who, *self.others)


class Holders:
    """Reads the subjects of one stretch; remembers the last actor for pronouns."""

    def __init__(self, desk: Desk, voices: Voices, view: Stretch, lex: Lexicon, tab: Table, lone: bool) -> None:
        self._desk = desk
        self._voices = voices
        self._view = view
        self._lex = lex
        self._tab = tab
        self._lone = lone
        self._names = Names(desk, view, lex, tab)
        self._together = Together(view, lex, tab, self._names, desk.language.stance.ands)
        self._voiced: dict[str, Holder | None] = {}
        self._last: Speaker | None = None

    # -- voices

    def voice(self, at: int) -> Holder | None:
        """The holder of what the voice at token ``at`` says; None when it is no political actor's."""
        voice = self._utterance(at)
        if voice is None:
            return None
        if voice.id not in self._voiced:
            self._voiced[voice.id] = self._of_voice(voice)
        return self._voiced[voice.id]

    def _utterance(self, at: int) -> Utterance | None:
        return self._voices.at(self._view.words.starts[at])

    def is_reported(self, at: int) -> bool:
        """True in words that are told of in the teller's own."""
        voice = self._utterance(at)
        return voice is not None and voice.mode in ("indirect", "mixed")

    def is_unnamed(self, at: int) -> bool:
        """True when nothing says whose the voice at token ``at`` is."""
        voice = self._utterance(at)
        return voice is not None and (voice.speaker is None or not voice.speaker.known)

    def _of_voice(self, voice: Utterance) -> Holder | None:
        if not self._lone and answering.is_answer(voice):
            side = answering.side(self._desk, self._voices, self._lex, self._tab)
            return Holder(side or Speaker(UNKNOWN))
        if voice.speaker is None or not voice.speaker.known:
            if self._lone:
                return Holder(Speaker(""))
            if voice.mode != "turn" and self._desk.section.statement.form in REPORTED:
                return None
            side = self.side_of_page
            return Holder(side) if side else None
        who = of_voice(self._desk, voice)
        if who is None:
            return None
        if self._lone or voice.country or who.actor:
            return Holder(who)
        if who.name.split()[-1].lower() in self._tab.offices and self.side_of_page:  # an office without a name
            return Holder(self.side_of_page)
        body = self._body_of(voice)
        if body is not None:
            return Holder(body)
        words = [w.strip(",.()").lower() for w in f"{voice.capacity or ''} {who.name}".split()]
        if voice.mode == "narration":  # a speech of somebody we do not know
            return Holder(who) if not any(w in self._tab.not_actors for w in words) else None
        if not any(w in self._tab.actors for w in words):
            return None
        state = None
        if self._tab.seats.isdisjoint(words) and self._tab.not_actors.isdisjoint(words):  # "X’s embassy in Y"
            state = whose.country(self._desk.page.know, who.name, self._desk.language)
        return Holder(replace(who, actor=state) if state else who)

    def _body_of(self, voice: Utterance) -> Speaker | None:
        """The body that a label names after the person ("NAME, Union of Sailors (US): words")."""
        mention = voice.speaker.span if voice.speaker else None
        if mention is None:
            return None
        label, colon, _ = self._view.chars[mention.start : mention.start + LABEL].partition(":")
        name, comma, body = label.partition(",")
        words = body.replace("(", " ").replace(")", " ").replace("*", " ").split()
        if not colon or not comma or len(name) > LABEL // 2 or not words:
            return None
        if not any(w.lower() in self._tab.actors or (w.isupper() and len(w) > 2) for w in words):
            return None
        start = mention.start + len(name) + 1 + len(body) - len(body.lstrip())
        return Speaker(" ".join(words), None, Span(start, start + len(body.strip())))

    @cached_property
    def side_of_page(self) -> Speaker | None:
        """Whose page it is when it says "we"."""
        return masthead.of_page(self._desk, self._lex, self._tab)

    def reach(self, at: int, first: int, end: int) -> Tokens:
        """The tokens of a sentence that lie in the voice at token ``at``."""
        voice = self._utterance(at)
        if voice is None:
            return first, end
        starts = self._view.words.starts
        while first < at and starts[first] < voice.span.start:
            first += 1
        while end > at + 1 and starts[end - 1] >= voice.span.end:
            end -= 1
        return first, end

    def nobody(self) -> Holder:
        """A holder that nobody names: the doer of a passive."""
        return Holder(Speaker(""))

    # -- subjects

    def doer(self, tokens: Tokens) -> Holder | None:
        """The holder that the agent of a passive names."""
        last = min(tokens[1], tokens[0] + DOER)
        who = self._names.phrase(*self._bare((tokens[0], last))) or self._names.phrase(tokens[0], last)
        if who is None and self._lone:
            span = self._view.words.span(*self._bare(tokens))
            who = Speaker(span.of(self._view.chars), None, span)
        return Holder(who) if who else None

    def of(self, tokens: Tokens, at: int) -> Holder | None:
        """The holder that a subject names; None when it is no political actor."""
        kind, who = self._read(tokens, at)
        if kind in ("own", "thing"):
            return self.voice(at)
        together = self._together.members(tokens, self._floor(tokens[0])) if kind in ("actor", "other") else ()
        if together:
            self._last = together[0]
            return Holder(together[0], together[1:])
        if who is None and self._lone:
            span = self._view.words.span(*self._bare(tokens))
            who = Speaker(span.of(self._view.chars), None, span)
        if who is None:
            return None
        if kind == "actor" or (self._lone and kind == "other"):
            self._last = who
        return Holder(who)

    def _floor(self, at: int) -> int:
        """The first token of the sentence around a token."""
        low = self._view.words.low
        while at > 0 and low[at - 1] not in ANY_ENDS:
            at -= 1
        return at

    def side(self, tokens: Tokens, at: int) -> str:
        """own, actor, thing, pronoun or other."""
        return self._read(tokens, at)[0]

    def is_named(self, tokens: Tokens | None) -> bool:
        """True when a noun phrase names a particular actor: what is asked of it is a demand, of all an appeal."""
        if tokens is None:
            return False
        kind, who = self._read(tokens, tokens[0])
        if kind == "actor" and who is not None and who.actor:
            return True
        first, last = self._bare(tokens)
        capitals = sum(self._view.capital(i) for i in range(first, last))
        return capitals > 1 or (last - first == 1 and capitals == 1)

    def is_among(self, tokens: Tokens, holder: Holder) -> bool:
        """True when a subject that names several actors names a holder too."""
        found = self._together.members(tokens, self._floor(tokens[0]))
        return any(who.actor is not None and who.actor == holder.who.actor for who in found)

    def contracted(self, at: int) -> str | None:
        """The side of a subject that is part of the token ("we’ll"); None when there is none."""
        word = self._view.words.low[at]
        for mark in ("’", "'"):
            front, found, _ = word.partition(mark)
            if found:
                return "own" if front in self._tab.own else "pronoun" if front in self._lex.pronouns else "other"
        return None

    def _bare(self, tokens: Tokens) -> Tokens:
        return head(self._view, self._lex, tokens)

    def _read(self, tokens: Tokens, at: int) -> tuple[str, Speaker | None]:
        view, tab = self._view, self._tab
        bare: Tokens | None = self._bare(tokens)
        if bare is not None and self._desk.language.stance.infinitives and bare[0] < bare[1]:
            bare = cores.core(view, self._lex, tab, self._names, bare)
        first, last = bare or (0, 0)
        low = view.words.low[first:last]
        if not low:
            return "other", None
        if first > 0 and view.words.low[first - 1] in tab.own and low[-1] in tab.seats:  # "we Valdorian people"
            return "own", None
        if self._is_side(first, low):
            return "own", None
        if len(low) == 2 and low[0] in tab.theirs and low[1] in tab.governments and self.is_reported(at):
            return "pronoun", self._antecedent(at)  # "said that his government"
        front = low[0].replace("’", "'").partition("'")[0]
        if low[0] in tab.own or front in tab.own:
            return "own", None
        if (
            low[0] in self._lex.pronouns
            or (len(low) == 1 and low[0] in self._lex.neuter)
            or front in self._lex.pronouns
        ):
            return "pronoun", self._antecedent(at)
        if low[-1] in tab.homelands and all(w in self._lex.determiners for w in low[:-1]):
            return "land", self._land(at)
        if low[-1] in tab.things and not any(view.capital(i) for i in range(first + 1, last)):
            return "thing", None
        who = self._names.phrase(first, last) or self.people.surname(first, last)
        return ("actor", who) if who else ("other", None)

    def _is_side(self, first: int, low: list[str]) -> bool:
        """True for "our government": a body that is the speaker's own, its possessive before the subject."""
        led = first > 0 and len(low) == 1 and self._view.words.low[first - 1] in self._tab.own
        return led and low[0] in self._tab.governments

    @cached_property
    def people(self) -> uncased.People:
        """The people introduced in the stretch, in a script without capitals."""
        return uncased.People(self._view, self._lex, self._tab, self._names)

    def _land(self, at: int) -> Speaker | None:
        """The state that "the country" is: the voice's, else that of the last actor; None when neither is known."""
        held = self.voice(at)
        return next((who for who in (held.who if held else None, self._last) if who is not None and who.actor), None)

    def _antecedent(self, at: int) -> Speaker | None:
        voice = self._utterance(at)
        if voice is not None and voice.mode in ("indirect", "mixed") and voice.speaker is not None:
            nested = self._nested(at, voice)
            if nested is not None:
                return nested
            held = self.voice(at)
            return held.who if held else None
        return self._last or self._spoken_of(at)

    def _spoken_of(self, at: int) -> Speaker | None:
        """The actor that opens the sentence before, where no stance has named one; in languages that inflect verbs."""
        first = self._floor(at)
        if not first or not self._desk.language.stance.infinitives:
            return None
        begin = self._floor(first - 1)
        for last in range(begin + 1, min(begin + OPENING, first)):
            if not self._view.is_word(last - 1):
                return None
            who = self._names.phrase(*self._bare((begin, last)))
            if who is not None and who.actor is not None:
                return who
        return None

    def _nested(self, at: int, voice: Utterance) -> Speaker | None:
        """The actor that said something inside reported words ("she said that X had told Y that it …")."""
        words, lex = self._view.words, self._lex
        for look in range(at - 1, max(0, at - DOER), -1):
            if words.starts[look] < voice.span.start:
                return None
            if lex.frames.get(words.low[look]) != "say":
                continue
            end = look
            while end > 0 and (lex.is_auxiliary(words.low[end - 1]) or words.low[end - 1] in self._tab.passives):
                end -= 1
            for size in range(OWNER, 0, -1):
                inside = end - size >= 0 and words.starts[end - size] >= voice.span.start
                who = self._names.phrase(end - size, end) if inside else None
                if who is not None and who.actor is not None:
                    return who
        return None

    # -- owners and addressees

    def owner(self, at: int, first: int) -> tuple[Holder, int] | None:
        """Whose stance a noun at token ``at`` is, by what stands before it ("our", "China’s", "Chinese"), and where
        that begins."""
        low, tab = self._view.words.low, self._tab
        for look in range(at - 1, max(first, at - OWNER) - 1, -1):
            word = low[look]
            if word in tab.own:
                held = self.voice(at)
                return (held, look) if held else None
            if word in tab.theirs:
                owner = self._last
                met = owner is not None and owner.span is not None and owner.span.start < self._view.words.starts[first]
                if owner is None or (met and any(self.is_state(at) for at in range(first, look))):
                    return None  # another's name stands nearer than the one of a sentence before
                return (Holder(owner), look)
            if word.endswith(SUFFIXES) or word in tab.demonyms:
                begin = look
                while begin > first and self._view.capital(begin - 1):
                    begin -= 1
                who = self._names.phrase(begin, look + 1)
                return (Holder(who), begin) if who else None
            if not self._view.is_word(look) or word in self._lex.stops or word in tab.not_actors:
                return None
        return None

    def is_state(self, at: int) -> bool:
        """True when the token at ``at`` names a state, also as an adjective."""
        return self._names.inside(self._view.words.span(at, at + 1)) is not None

    def _after_preposition(self, tokens: Tokens) -> Tokens:
        """An addressee without the preposition before it ("à Alger", "al Gobierno", "от сторон")."""
        first, low = tokens[0], self._view.words.low
        while first < tokens[1] - 1 and low[first] in self._lex.stops and low[first] not in self._lex.determiners:
            first += 1
        return first, tokens[1]

    def towards(self, tokens: Tokens | None, target: Tokens, holder: Holder) -> Speaker | None:
        """The actor that a stance is addressed to, or the first one named in its target."""
        if tokens is not None:
            tokens = self._after_preposition(tokens)
            kind, who = self._read(tokens, tokens[0])
            if who is not None and kind == "actor" and who.actor is not None:
                return None if who.actor == holder.who.actor else who
            span = self._view.words.span(*tokens)
            named = self._names.inside(span) if self._desk.language.stance.infinitives else None
            return Speaker((who.name if who else "") or span.of(self._view.chars), named.actor if named else None, span)
        return addressed.named_in(self._desk, self._view, self._lex, self._tab, self._names, target, holder.who.actor)
