"""Steps 7 and 11: who holds the floor. Labels are found first, then turns are numbered and asked or answered.

Lives here: printed labels become turns; question, answer or body. Not here: the form of one label (``speakers``),
the speaker's name (``annotate``). Opening remarks are body; what follows a question is an answer.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from onrecord.knowledge.lookup import actor_named
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold, names_one
from onrecord.structure.speakers import Voice, voice_at
from onrecord.text.numbered import unnumbered

ASKS = frozenset("?？؟")
SMALL_TALK = 60
EXCHANGE = 160  # a longer turn is a speech of its own, not part of an exchange
CHAIR = 420
TITLE = 200  # the longest line that is asked for the office it names


def find(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Note the speaker labels of the text; doubtful ones stay only in a text that speaks in turns."""
    voices: dict[int, Voice] = {}
    for i, passage in enumerate(passages):
        if passage.kind and passage.kind != "source":
            continue
        word = _lone_word(sheet, passage)
        if word:
            passage.sort = word
            continue
        voice = voice_at(sheet.chars, passage.start, passage.end, sheet.rules)
        if voice and not (passage.kind == "source" and voice.sort in ("maybe", "note")):
            voices[i] = voice
    for i in _asking(sheet, passages, voices):
        voices[i] = replace(voices[i], sort="ask")
    for i in _confirmed(sheet, passages, voices):
        voice, passage = voices[i], passages[i]
        passage.kind = ""
        passage.sort = voice.sort
        passage.mention = (voice.start, voice.end)
        passage.said_from = voice.after
    return passages


def _lone_word(sheet: Sheet, passage: Passage) -> str:
    """ "QUESTION" or "REPLY" alone on its line: a heading that says what the next paragraphs are."""
    if passage.end - passage.start > 40 or passage.kind:
        return ""
    line = sheet.of(passage).strip("*_#<u>/ ")
    words = unnumbered(fold(line))
    if len(words) < 2 and not line.endswith((":", "：", ".")):
        return ""
    for table, sort in (("question", "ask_head"), ("answer", "reply_head")):
        if words in sheet.rules.words[table] and (line.isupper() or line == line.title() or not line.isascii()):
            return sort
    return ""


def _confirmed(sheet: Sheet, passages: list[Passage], voices: dict[int, Voice]) -> list[int]:
    """The labels that stay: sure ones, and doubtful ones that the rest of the text bears out."""
    names = {i: fold(sheet.chars[v.start : v.end]) for i, v in voices.items()}
    counts = Counter(names.values())
    sorts = Counter(v.sort for v in voices.values())
    heads = any(p.sort == "ask_head" for p in passages)
    asks = sorts["ask"] > 0 or heads
    talk = asks or sorts["person"] >= 2 or sorts["crowd"] > 0
    repeated = {n for n, c in counts.items() if c >= 2}
    dialogue = len(repeated) >= 2 or (len(repeated) >= 1 and talk)
    replying = _replying(voices)
    alone = _alone(sheet, passages, voices)
    titles = " ".join(fold(sheet.of(p)) for p in passages if p.mark == "heading" or p.kind == "headline")
    kept = []
    for i, voice in voices.items():
        said = passages[i].end - voice.after
        if voice.sort == "maybe":
            stays = (asks and (names[i] in repeated or said > 60)) or (names[i] in repeated and dialogue)
            stays = stays or i in replying or (talk and len(names[i]) > 1 and names[i] in titles)
            stays = stays or _known(sheet, voice)
        elif voice.sort == "note":
            stays = False
        elif voice.sort == "person":
            stays = said > 12 or talk or _breaks(passages, i, sheet)
        elif voice.sort == "ask":
            stays = said > 0 or i + 1 < len(passages)
        elif voice.sort == "crowd":
            stays = talk or asks or sorts["person"] > 0
        else:  # reply
            stays = asks or names[i] in repeated or said > 200 or alone
        if stays:
            kept.append(i)
    return sorted(kept)


def _alone(sheet: Sheet, passages: list[Passage], voices: dict[int, Voice]) -> bool:
    """True for a text whose one label answers, under a title that names an office that speaks: "Ministry Spokesperson's
    Remarks on ..." and below it "A: ..."."""
    if len(voices) != 1 or next(iter(voices.values())).sort != "reply":
        return False
    first = next(iter(voices))
    titles = [fold(sheet.of(p)) for p in passages[:first] if p.end - p.start <= TITLE]
    offices = sheet.rules.words["offices"]
    return any(names_one(t.replace("’s", "").replace("'s", ""), offices) for t in titles)


def _known(sheet: Sheet, voice: Voice) -> bool:
    """True for the name of a person that a pack knows."""
    actor = actor_named(sheet.rules.know, sheet.chars[voice.start : voice.end])
    return actor is not None and actor.kind == "person"


def _replying(voices: dict[int, Voice]) -> set[int]:
    """Doubtful labels right after an asking one, where no sure label answers before the next question."""
    order = sorted(voices)
    found = set()
    for n, (a, b) in enumerate(itertools.pairwise(order)):
        if voices[a].sort != "ask" or voices[b].sort != "maybe":
            continue
        rest = itertools.takewhile(lambda v: v.sort != "ask", (voices[i] for i in order[n + 1 :]))
        if all(v.sort in ("maybe", "note", "crowd") for v in rest):
            found.add(b)
    return found


def _asking(sheet: Sheet, passages: list[Passage], voices: dict[int, Voice]) -> set[int]:
    """Doubtful labels in bold print whose words end in a question that another bold label answers, in a text
    without words for question."""
    if any(v.sort == "ask" for v in voices.values()) or any(p.sort == "ask_head" for p in passages):
        return set()
    bold = [i for i in sorted(voices) if _bold(sheet, passages[i], voices[i])]
    open_at = {i for i in bold if _ends_asking(sheet, passages[i])}
    names = {i: fold(sheet.chars[voices[i].start : voices[i].end]) for i in bold}
    stating = {names[i] for i in bold if i not in open_at}  # who also states is no asker
    pairs = ((a, b) for a, b in itertools.pairwise(bold) if a in open_at and b not in open_at)
    return {a for a, _ in pairs if voices[a].sort == "maybe" and names[a] not in stating}


def _bold(sheet: Sheet, passage: Passage, voice: Voice) -> bool:
    """True when the label, and little else of its paragraph, is printed in bold."""
    if passage.mark == "heading" or passage.first < 0:
        return False
    marked = sheet.chars.startswith("**", passage.start) and "**" in sheet.chars[voice.end : voice.after]
    return marked or 0 <= sheet.pieces[passage.first].strong - (voice.end - voice.start) <= 3


def _breaks(passages: list[Passage], i: int, sheet: Sheet) -> bool:
    """A label alone on its line, the words below it."""
    return i + 1 < len(passages) and passages[i + 1].end - passages[i + 1].start > 60


def number(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Number the turns and say which ask and which answer."""
    askers = _askers(sheet, passages)
    state = _Floor(unanswered=all(p.sort in ("", "ask") for p in passages))
    for passage in passages:
        if passage.sort in ("ask_head", "reply_head"):
            state.head = passage.sort.removesuffix("_head")
            state.sort, state.speaker = "", None
            passage.decide("headline", "question_heading", "section")
            continue
        if passage.mention:
            _open(sheet, passage, state, askers)
            state.open = state.sort == "question" and _ends_asking(sheet, passage)
        if passage.kind:
            if passage.kind == "source" or passage.label in ("related", "signpost"):
                state.close()
            continue
        _continue(sheet, passage, state)
    _chair(sheet, passages)
    _drawn(passages)
    return passages


def _drawn(passages: list[Passage]) -> None:
    """A line drawn between two paragraphs of one turn belongs to the turn."""
    for before, here, after in zip(passages, passages[1:], passages[2:], strict=False):
        inside = before.turn >= 0 and before.turn == after.turn and before.kind == after.kind
        if inside and here.kind == "furniture" and here.label == "rule":
            here.kind, here.rule, here.label, here.turn = before.kind, "rule_in_a_turn", "continued", before.turn
            here.lang = before.lang


class _Floor:
    """Who holds the floor while a text is read from its head."""

    __slots__ = ("asked", "head", "open", "sort", "speaker", "turn", "unanswered")

    def __init__(self, *, unanswered: bool) -> None:
        self.unanswered = unanswered  # no label of the text answers
        self.open = False  # the last paragraph was a question's, and ended in its mark
        self.turn = -1
        self.sort = ""
        self.head = ""
        self.asked = False
        self.speaker: tuple[int, int] | None = None

    def close(self) -> None:
        """Nobody speaks any more: what follows is no turn."""
        self.sort, self.head, self.speaker = "", "", None


def _open(sheet: Sheet, passage: Passage, state: _Floor, askers: set[str]) -> None:
    assert passage.mention is not None
    name = fold(sheet.chars[passage.mention[0] : passage.mention[1]])
    state.turn += 1
    passage.turn = state.turn
    if state.head == "ask" and state.sort == "question" and state.speaker is None and passage.sort != "ask":
        state.head = ""  # words without a label have asked already: who is named after them answers
    state.speaker = passage.mention
    asks = passage.sort == "ask" or name in askers or (state.head == "ask" and passage.sort != "reply")
    if passage.sort == "crowd" and not asks:
        asks = sheet.of(passage).rstrip()[-1:] in ASKS
    if asks:
        state.sort = "question"
        if not _small_talk(sheet, passage):
            state.asked = True
    else:
        state.sort = "answer" if state.asked or state.head == "reply" else "body"
    passage.decide(state.sort, f"speaker_label:{passage.sort}", "turn")


def _continue(sheet: Sheet, passage: Passage, state: _Floor) -> None:
    asks = _ends_asking(sheet, passage)
    if state.unanswered and state.open and not asks:  # "Q: ...?" and below it words without a label
        state.turn += 1
        state.sort, state.speaker, state.open = "answer", None, False
        passage.turn = state.turn
        passage.decide("answer", "after_a_question", "turn", 0.7)
    elif state.sort and state.turn >= 0:
        state.open = state.sort == "question" and asks
        passage.turn = state.turn
        passage.decide(state.sort, "same_turn", "table" if passage.mark == "cell" else "continued")
    elif state.head:
        kind = "question" if state.head == "ask" else "answer"
        state.asked = state.asked or kind == "question"
        state.turn += 1
        state.sort = kind
        passage.turn = state.turn
        passage.decide(kind, "under_heading", "turn")


def _ends_asking(sheet: Sheet, passage: Passage) -> bool:
    return sheet.of(passage).rstrip("”\"')*_ \xa0")[-1:] in ASKS


def _small_talk(sheet: Sheet, passage: Passage) -> bool:
    """A greeting is no question: what follows it is not yet an answer."""
    if passage.end - passage.said_from > SMALL_TALK:
        return False
    said = sheet.chars[passage.said_from : passage.end].casefold()
    words = "".join(c if c.isalnum() or c in "'’" else " " for c in said).replace("’", "'").split()
    greeting = sheet.rules.words["greeting"]
    return bool(words) and all(w in greeting for w in words)


def _askers(sheet: Sheet, passages: list[Passage]) -> set[str]:
    """Persons who mostly ask, in a conversation whose labels are only names."""
    if any(p.sort == "ask_head" for p in passages):
        return set()
    if any(p.sort == "ask" for p in passages):
        return _more_askers(sheet, passages)
    ends: dict[str, list[bool]] = defaultdict(list)
    open_name, last = "", -1
    for i, passage in enumerate(passages):
        if passage.mention:
            open_name = fold(sheet.chars[passage.mention[0] : passage.mention[1]])
            ends[open_name].append(False)
        if open_name and not passage.kind:
            ends[open_name][-1] = sheet.of(passage).rstrip("”\"') ")[-1:] in ASKS
            last = i
    if last < 0 or len(ends) < 2:
        return set()
    shares = {n: sum(e) / len(e) for n, e in ends.items() if len(e) >= 2}
    return {n for n, share in shares.items() if share >= 0.6 and any(s < 0.4 for s in shares.values())}


@dataclass(slots=True)
class _Said:
    """One turn: whose, whether its label asks, whether it ends in a question."""

    name: str
    asks: bool
    open: bool = False


def _more_askers(sheet: Sheet, passages: list[Passage]) -> set[str]:
    """Voices that ask although their labels are only names ("Northern Wire: ...?"), beside voices that are known to:
    most of their turns end in a question, and one who answers the known ones speaks next."""
    turns: list[_Said] = []
    for passage in passages:
        if passage.mention:
            turns.append(_Said(fold(sheet.chars[slice(*passage.mention)]), passage.sort == "ask"))
        if turns and not passage.kind:
            turns[-1].open = _ends_asking(sheet, passage)
    ends: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        ends[turn.name].append(turn.open)
    asking = {n for n, e in ends.items() if 2 * sum(e) > len(e)}
    replying = {b.name for a, b in itertools.pairwise(turns) if a.asks and not b.asks and b.name not in asking}
    return {a.name for a, b in itertools.pairwise(turns) if a.name in asking and b.name in replying}


def _chair(sheet: Sheet, passages: list[Passage]) -> None:
    """A speaker who ends by asking the next one something: that last paragraph is a question, and gets an answer."""
    speech = [p for p in passages if p.turn >= 0]
    if any(p.sort in ("ask", "ask_head") for p in speech[:1]):
        return
    highest = max((p.turn for p in speech), default=-1)
    opener: Passage | None = None
    for i, (here, then) in enumerate(itertools.pairwise(speech), 1):
        opener = here if here.mention else opener
        if not then.mention or then.sort != "person" or here.kind != "body" or opener is None:
            continue
        words = sheet.of(here).rstrip("”\"')*_ \xa0")
        if words[-1:] not in ASKS or here.end - here.start > CHAIR or _same(sheet, opener, then):
            continue
        invited = sheet.rules.invitation is not None and sheet.rules.invitation.search(words) is not None
        here.kind, here.rule, here.label = "question", "chair_asks", "chair"
        if not here.mention:
            highest += 1
            here.turn = highest
            here.mention = opener.mention
        if not invited:
            _answer_from(speech, i)


def _same(sheet: Sheet, one: Passage, other: Passage) -> bool:
    if not one.mention or not other.mention:
        return False
    return fold(sheet.chars[slice(*one.mention)]) == fold(sheet.chars[slice(*other.mention)])


def _answer_from(speech: list[Passage], i: int) -> None:
    """The turn after a chair's question answers it, and so do the short ones after that, up to the next question."""
    turn = speech[i].turn
    for passage in speech[i:]:
        if passage.kind == "question" or (passage.turn != turn and passage.end - passage.start > EXCHANGE):
            break
        passage.kind = "answer"
