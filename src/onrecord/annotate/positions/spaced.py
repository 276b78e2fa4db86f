"""Stances in languages that set words apart by spaces.

Lives here: from a stance word to its holder, target and clause, sentence by sentence. Not here: the words (``Stance``),
looking them up (``table``), where clauses end (``clauses``), subjects (``subject``, ``who``), the readers of the frames
(``verbal``, ``voiced``, ``blaming``), languages without spaces (``unspaced``). Rules, by the frame of the word:

- ``stance/verb``: X opposes Y         - ``stance/passive``: Y is opposed by X   - ``stance/noun``: X's opposition to Y
- ``stance/do``: X vows to do Y        - ``stance/modal``: X must do Y           - ``stance/predicate``: Y is wrong
- ``stance/order``: X urges Y to do Z  - ``stance/blame``: words that blame      - ``event``: X met Y
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import cues as speech_cues
from onrecord.annotate.positions import blaming, clauses, governed, table, verbal, voiced
from onrecord.annotate.positions.holders import Desk
from onrecord.annotate.positions.reading import Reading
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.table import Cue
from onrecord.annotate.positions.voices import Voices
from onrecord.annotate.positions.who import Holders
from onrecord.annotate.stretch import Stretch

VERBS = frozenset({"object", "to", "clause", "order", "event"})
SAYING = "01"
STATED = "010"


def find(desk: Desk, voices: Voices, view: Stretch, *, lone: bool) -> list[Stand]:
    """Every stance of a stretch, in order; ``lone``: a sentence by itself, whose events are read as well."""
    language = desk.language
    tab = table.table(language.stance, language.speech, language.calendar)
    lex = speech_cues.lexicon(language.speech, language.calendar)
    holders = Holders(desk, voices, view, lex, tab, lone)
    cues = table.find(view.words.low, tab, lex, events=lone)
    found: list[Stand] = []
    for sentence in clauses.sentences(view, cues):
        if sentence.asks:
            continue
        verbs = frozenset(c.first for c in sentence.cues if _opens(view, lex, c))
        reading = Reading(view, lex, tab, sentence, verbs, holders, lone)
        for cue in sentence.cues:
            _read(reading, cue)
        blaming.read(view, lex, tab, sentence, holders, reading.found, lone)
        if reading.found and not lone:
            reading.found = governed.kept(reading)
        found.extend(_weighed(reading) if lone else reading.found)
    return found


def _opens(view: Stretch, lex: speech_cues.Lexicon, cue: Cue) -> bool:
    """True for a cue that opens a clause of its own: a verb, also one that is a noun too and has a clause behind it
    ("and demands that")."""
    if cue.word.frame in VERBS or cue.word.frame == "modal":
        return True
    clausal = cue.after > cue.end and view.words.low[cue.after - 1] in lex.plain
    return clausal and any(word.frame in VERBS for word in cue.words)


def _weighed(reading: Reading) -> list[Stand]:
    """Sayings beside what is said: weak when an outlet says so, or when the sayer is the actor of what is said."""
    found = reading.found
    others = [s for s in found if s.word.cameo[:2] != SAYING and s.who and s.word.plover != "-"]
    doers = {name for s in others if s.who for name in (s.who.actor, s.who.name) if name}
    return [replace(s, weak=True) if _is_weak(reading, s, doers) else s for s in found]


def _is_weak(reading: Reading, stand: Stand, doers: set[str]) -> bool:
    word = stand.cue.of(reading.view.chars).lower()
    if stand.word.cameo != STATED or stand.who is None or reading.lex.frames.get(word) != "say":
        return False
    if stand.who.actor in doers or stand.who.name in doers:
        return True
    return any(w in reading.tab.outlets for w in stand.who.name.lower().split())


def _read(reading: Reading, cue: Cue) -> None:
    rows = list(zip(cue.words, cue.afters, strict=True))
    if reading.lone:  # a coder's category before an announcement
        rows.sort(key=lambda row: row[0].act == "announce")
    for word, after in rows:
        if word.frame == "blame":
            continue
        if cue.first < reading.scope:
            return
        one = cue if len(rows) == 1 and cue.after == after else Cue(cue.first, cue.end, after, (word,), cue.afters)
        before = len(reading.found)
        if word.frame == "noun":
            voiced.noun(reading, one, word)
        elif word.frame in ("predicate", "own"):
            voiced.predicate(reading, one, word)
        elif word.frame == "modal":
            voiced.modal(reading, one, word)
        else:
            verbal.verb(reading, one, word)
        if len(reading.found) > before:
            return
