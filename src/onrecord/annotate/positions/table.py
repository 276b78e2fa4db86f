"""The stance words of a language as look-up tables, for languages that set words apart by spaces.

Lives here: tables built once from ``Stance`` and ``Speech``, and finding cues among tokens, one look-up a token. Not
here: what a cue means in its clause (``spaced``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.cues import Lexicon
from onrecord.knowledge.language import Calendar, Speech
from onrecord.knowledge.stance import Stance, StanceWord

Phrase = tuple[str, ...]
Rows = tuple[tuple[Phrase, tuple[StanceWord, ...]], ...]
_NEVER = ("\0",)
_NOWHERE: dict[str, Rows] = {"": ()}
FAR = 12  # the same over "with X and Y"
NEAR = 5  # words that may stand between a verb and its link ("called on Tuesday on")


class Paths(dict[str, dict[str, Rows]]):
    """First word -> the rows of its phrases by their second word: a text has many an "is", and few of the hundred rows
    fit it. A language has tens of thousands of forms and a text few of them, so the rows of a word are made as it is
    met; ``get`` and ``in`` know those alone, ``starts`` all first words."""

    __slots__ = ("starts",)

    def __init__(self, forms: dict[str, list[tuple[str, StanceWord]]]) -> None:
        super().__init__()
        self.starts = forms

    def __missing__(self, first: str) -> dict[str, Rows]:
        if first not in self.starts:
            return _NOWHERE
        made = self[first] = _by_second(_rows(self.starts[first]))
        return made


@dataclass(frozen=True, slots=True)
class Table:
    """``entries`` by first and second word ("": those of one word), longest first, and those of ``acts`` (words that
    take a stance) alone; the rest as sets. ``nouns`` are forms that are nouns as well."""

    entries: Paths
    acts: Paths
    starts: frozenset[str]
    act_starts: frozenset[str]
    traps: dict[str, tuple[Phrase, ...]]
    nouns: frozenset[str]
    negators: frozenset[str]
    refusals: frozenset[str]
    unreal: frozenset[str]
    hedges: frozenset[str]
    boosts: frozenset[str]
    passives: frozenset[str]
    agents: frozenset[str]
    lights: frozenset[str]
    joins: frozenset[str]
    ands: frozenset[str]
    ends: frozenset[str]
    actors: frozenset[str]
    not_actors: frozenset[str]
    demonyms: dict[str, str]
    own: frozenset[str]
    theirs: frozenset[str]
    things: frozenset[str]
    deeds: frozenset[str]
    wishes: frozenset[str]
    whens: frozenset[str]
    turns: frozenset[str]
    modals: frozenset[str]
    outlets: frozenset[str]
    bases: frozenset[str]
    singular: frozenset[str]
    spared: frozenset[str]
    withs: frozenset[str]
    pointers: frozenset[str]
    relatives: frozenset[str]
    offices: frozenset[str]
    seats: frozenset[str]
    neithers: frozenset[str]
    onlys: frozenset[Phrase]
    afters: frozenset[str]
    ifs: frozenset[str]
    conditionals: tuple[str, ...]
    unrealizing: frozenset[str]
    bare_tos: tuple[str, ...]
    bearers: frozenset[str]
    charges: frozenset[str]
    drops: frozenset[str]
    asks: frozenset[str]
    queries: frozenset[str]
    routines: frozenset[str]
    holds: frozenset[str]
    sessions: frozenset[str]
    falses: frozenset[str]
    nobodies: frozenset[str]
    opinions: frozenset[str]
    proofs: frozenset[str]
    governments: frozenset[str]
    hearsay: frozenset[str]
    pairs: tuple[tuple[Phrase, frozenset[str]], ...]
    alone: frozenset[str]
    articles: tuple[str, ...]
    clitics: frozenset[str]
    elided: tuple[str, ...]
    enclitics: tuple[str, ...]
    perils: frozenset[str]
    prospects: frozenset[str]
    homelands: frozenset[str]
    inverted: frozenset[str]
    hinders: dict[str, tuple[Phrase, ...]]
    linkers: frozenset[str]
    contrasts: frozenset[str]
    laters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance word: tokens ``[first, end)``, its link until ``after`` (``end`` when it has none)."""

    first: int
    end: int
    after: int
    words: tuple[StanceWord, ...]
    afters: tuple[int, ...] = ()

    @property
    def word(self) -> StanceWord:
        """The entry that fits best."""
        return self.words[0]


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A language's words as a cheap dictionary key: hashing all of them would cost more than reading a page."""

    stance: Stance
    speech: Speech
    calendar: Calendar

    def __hash__(self) -> int:
        return len(self.stance.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.stance is other.stance and self.speech is other.speech


def table(stance: Stance, speech: Speech, calendar: Calendar) -> Table:
    """The tables of one language; built once for each ``stance`` object."""
    return _built(_Key(stance, speech, calendar))


@lru_cache(maxsize=16)
def _built(key: _Key) -> Table:
    stance, speech, calendar = key.stance, key.speech, key.calendar
    forms: dict[str, list[tuple[str, StanceWord]]] = {}
    for word in stance.words:
        for form in word.forms:
            forms.setdefault(form.split(None, 1)[0], []).append((form, word))
    entries = Paths(forms)
    acting = {first: kept for first, rows in forms.items() if (kept := [row for row in rows if row[1].act])}
    traps = _phrases((*stance.traps, *(t for t in speech.traps if not _is_entry(entries, tuple(t.split())))))
    return Table(
        entries,
        Paths(acting),
        frozenset((*forms, *traps)),
        frozenset((*acting, *traps)),
        traps,
        frozenset(f for w in stance.words if w.frame == "noun" for f in w.forms),
        frozenset(stance.negators),
        frozenset(stance.refusals),
        frozenset(stance.unreal),
        frozenset(stance.hedges),
        frozenset(stance.boosts),
        frozenset(stance.passives),
        frozenset(stance.agents),
        frozenset(stance.lights),
        frozenset(stance.joins),
        frozenset(j for j in stance.joins if j.isalpha()),
        frozenset(stance.ends),
        frozenset(stance.actors) | frozenset(speech.offices),
        frozenset(stance.not_actors),
        dict(stance.demonyms),
        frozenset(stance.own),
        frozenset(stance.theirs),
        frozenset(stance.things),
        frozenset(stance.deeds),
        frozenset(stance.wishes),
        frozenset(stance.whens) | frozenset(w for forms in calendar.weekdays for w in forms),
        frozenset(stance.turns) | frozenset(stance.ends),
        frozenset(f for w in stance.words if w.frame == "modal" for f in w.forms),
        frozenset(w for o in speech.outlets for w in o.split()[-1:]) | frozenset(stance.outlets),
        frozenset(stance.bases),
        frozenset(stance.singular),
        frozenset(stance.spared),
        frozenset(stance.withs),
        frozenset(stance.pointers),
        frozenset(stance.relatives),
        frozenset(speech.offices),
        frozenset(stance.seats),
        frozenset(stance.neithers),
        frozenset(tuple(p.split()) for p in stance.onlys),
        frozenset(stance.afters),
        frozenset(stance.ifs),
        stance.conditionals,
        frozenset(stance.unrealizing),
        stance.bare_tos,
        frozenset(stance.bearers),
        frozenset(stance.charges),
        frozenset(stance.drops),
        frozenset(speech.asks),
        frozenset(stance.queries),
        frozenset(stance.routines),
        frozenset(stance.holds),
        frozenset(stance.sessions),
        frozenset(stance.falses),
        frozenset(stance.nobodies),
        frozenset(stance.opinions),
        frozenset(stance.proofs),
        frozenset(stance.governments),
        frozenset(stance.hearsay),
        tuple((tuple(first.split()), frozenset(seconds.split())) for first, seconds in stance.pairs),
        frozenset(stance.alone),
        stance.articles,
        frozenset(stance.clitics),
        stance.elided or _NEVER,
        stance.enclitics or _NEVER,
        frozenset(stance.perils),
        frozenset(stance.prospects),
        frozenset(stance.homelands),
        frozenset(stance.inverted),
        _phrases(stance.hinders),
        frozenset(stance.linkers),
        frozenset(stance.contrasts),
        frozenset(stance.laters),
    )


def _rows(forms: list[tuple[str, StanceWord]]) -> Rows:
    """Forms of one first word by phrase, the longest first, words that need no link behind those that do."""
    entries: dict[Phrase, list[StanceWord]] = {}
    for form, word in forms:
        entries.setdefault(tuple(form.split()), []).append(word)
    rows = ((phrase, tuple(sorted(words, key=lambda w: not w.needs_link))) for phrase, words in entries.items())
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _by_second(rows: Rows) -> dict[str, Rows]:
    """Rows by their second word ("": those of one word, which stand under every other too)."""
    alone = tuple(row for row in rows if len(row[0]) == 1)
    seconds: dict[str, list[tuple[Phrase, tuple[StanceWord, ...]]]] = {}
    for row in rows:
        if len(row[0]) > 1:
            seconds.setdefault(row[0][1], []).append(row)
    return {"": alone, **{second: (*longer, *alone) for second, longer in seconds.items()}}


def _is_entry(entries: Paths, phrase: Phrase) -> bool:
    """True for a phrase that is a stance word."""
    return any(row[0] == phrase for row in entries[phrase[0]].get(phrase[1] if len(phrase) > 1 else "", ()))


def _phrases(rows: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for row in rows:
        words = tuple(row.split())
        found[words[0]].append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in found.items()}


def find(low: list[str], tab: Table, lex: Lexicon, *, events: bool = True) -> list[Cue]:
    """Every cue of the tokens, in order, events too when wanted; traps and words inside a longer cue are none."""
    starts, entries = (tab.starts, tab.entries) if events else (tab.act_starts, tab.acts)
    found: list[Cue] = []
    free, last = 0, len(low) - 1
    for at in [i for i, word in enumerate(low) if word in starts]:
        if at < free:
            continue
        if low[at] in tab.traps:
            trap = next((p for p in tab.traps[low[at]] if tuple(low[at : at + len(p)]) == p), None)
            if trap is not None:
                free = at + len(trap)
                continue
        paths = entries[low[at]]
        if not (paths.get(low[at + 1], paths[""]) if at < last else paths[""]):
            continue
        cue = _cue(low, at, entries, tab, lex)
        if cue is not None:
            found.append(cue)
            free = cue.end
    return found


def hinders(low: list[str], at: int, tab: Table) -> int:
    """The token after a word of hindering that begins at a token; 0 for none."""
    size = next((len(p) for p in tab.hinders.get(low[at], ()) if tuple(low[at : at + len(p)]) == p), 0)
    return at + size if size else 0


def cue_at(low: list[str], at: int, tab: Table, lex: Lexicon) -> Cue | None:
    """The cue that begins at a token; its words in the order in which they fit."""
    return _cue(low, at, tab.entries, tab, lex)


def _cue(low: list[str], at: int, entries: Paths, tab: Table, lex: Lexicon) -> Cue | None:
    paths = entries[low[at]]
    for phrase, words in paths.get(low[at + 1] if at + 1 < len(low) else "", paths[""]):
        size = len(phrase)
        if size > 2 and tuple(low[at : at + size]) != phrase:
            continue
        if len(words) == 1 and not words[0].links:
            return Cue(at, at + size, at + size, words, (at + size,))
        rows = [(w, _link(low, at + size, w, lex, tab)) if w.links else (w, 0) for w in words]
        fits = [(w, after) for w, after in rows if after]
        linked = at > 0 and low[at - 1] in tab.clitics  # "s'y oppose": the link is the pronoun's
        bare = [(w, at + size) for w, after in rows if not after and (linked or not w.needs_link)]
        both = (*fits, *bare)
        if both:
            return Cue(at, at + size, both[0][1], tuple(w for w, _ in both), tuple(a for _, a in both))
    return None


def _link(low: list[str], end: int, word: StanceWord, lex: Lexicon, tab: Table) -> int:
    """The token after a link of ``word`` that stands at ``end``, over adverbs and days; 0 for none."""
    far = word.frame == "to" and end < len(low) and low[end] in tab.withs
    for at in range(end, min(end + (FAR if far else NEAR), len(low))):
        if low[at] in word.links:
            return past_bearer(low, at + 1, lex, tab)
        if lex.comma_before and low[at] == "," and at + 1 < len(low) and low[at + 1] in word.links:
            return at + 2 if lex.opens_clause(low[at + 1]) else 0
        if far and low[at].isalnum():
            continue
        if word.frame == "event" and low[at].isalnum():
            continue
        if not (low[at] in tab.whens or lex.is_auxiliary(low[at]) or (at + 1 < len(low) and low[at + 1] in tab.whens)):
            return 0
    return 0


def past_bearer(low: list[str], at: int, lex: Lexicon, tab: Table) -> int:
    """Past a pronoun that only carries a clause after a comma ("за то, что"); ``at`` where there is none."""
    if not tab.bearers or at + 2 >= len(low) or low[at] not in tab.bearers:
        return at
    comma = at + 1 + (low[at + 1] == ",")
    return comma + 1 if comma < len(low) and lex.opens_clause(low[comma]) else at
