"""Many citations at once: what filters leave, or what a search finds.

Lives here: which statements and claims are taken, in which order. Not here: formats (``export``), filters (``store``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.errors import InputError
from onrecord.export import citation as cited
from onrecord.export.citation import Citation, Ground, Kind
from onrecord.knowledge import Knowledge
from onrecord.model import Dossier, Position, Span, Statement, Utterance, position_id
from onrecord.record import tracing
from onrecord.record.citing import ground, publisher_names
from onrecord.store import NOBODY, Filters, Store
from onrecord.store import Page as PageOf

KINDS: tuple[Kind, ...] = ("statement", "utterance", "position", "passage")
HITS = 100_000


@dataclass(frozen=True, slots=True)
class Choice:
    """What is exported: statements that ``filters`` leave and, of those, the ``kinds``; with ``words``, the passages
    that a search finds (``stem``: other forms of a word too); with ``phrase``, the passages that ``trace`` counts; with
    ``names``, these statements (the ``kinds`` of each), utterances and positions. ``limit``: at most so many statements
    or hits."""

    filters: Filters = field(default_factory=Filters)
    kinds: tuple[Kind, ...] = ("statement",)
    words: str = ""
    stem: bool = False
    limit: int | None = None
    phrase: str = ""
    names: tuple[str, ...] = ()


def citations(store: Store, know: Knowledge, choice: Choice) -> Iterator[Citation]:
    """Citations in the order of `list` (newest first), or in that of a search. InputError for a kind there is none."""
    wrong = [kind for kind in choice.kinds if kind not in KINDS]
    if wrong:
        raise InputError(f"nothing is called {wrong[0]!r}; there are: {', '.join(KINDS)}")
    names = publisher_names(know)
    with store.view():
        if choice.words:
            yield from _found(store, names, choice)
            return
        if choice.names:
            yield from _named(store, names, choice)
            return
        if choice.phrase:
            yield from _used(store, know, names, choice)
            return
        if "passage" in choice.kinds:
            raise InputError("passages are what a search finds: give words, too")
        for one in store.list_statements(choice.filters, limit=choice.limit or sys.maxsize, offset=0):
            made = ground(store.dossier(one.source), names)
            statement = next(s for s in made.dossier.statements if s.id == one.id)  # copies share ids, so by source
            yield from _of_statement(made, statement, choice)


def _of_statement(made: Ground, statement: Statement, choice: Choice) -> Iterator[Citation]:
    if "statement" in choice.kinds:
        yield cited.of_statement(made, statement)
    if {"utterance", "position"}.isdisjoint(choice.kinds):
        return
    wanted = _ids_by(made.dossier, choice.filters.actor) if choice.filters.actor else None
    for one in cited.all_of(made, statement):
        if one.kind in choice.kinds and (wanted is None or one.id in wanted):
            yield one


def _ids_by(dossier: Dossier, actor: str) -> set[str]:
    """Ids of the utterances whose voice, and of the positions whose holder, is an id, a country or a name; ``NOBODY``:
    those of voices without a name."""
    name = actor.casefold()

    def means(found: str | None, named: str | None) -> bool:
        return found == actor or (named or "").casefold() == name

    def voiced(u: Utterance) -> bool:
        if actor == NOBODY:
            return u.speaker is None or not (u.speaker.actor or u.speaker.name)
        return u.country == actor or (u.speaker is not None and means(u.speaker.actor, u.speaker.name))

    utterances = {u.id for u in dossier.utterances if voiced(u)}
    return utterances | {
        position_id(dossier.text.id, p)
        for p in dossier.positions
        if p.utterance in utterances or means(p.holder.actor, p.holder.name)
    }


def _found(store: Store, names: dict[str, str], choice: Choice) -> Iterator[Citation]:
    """The paragraphs in which a search finds its words, each once."""
    page = PageOf(stemmed=choice.stem, fold_copies=False, limit=choice.limit or HITS, offset=0)
    made: Ground | None = None
    for hit in store.search(choice.words, choice.filters, page).hits:
        if made is None or made.dossier.source.id != hit.source:
            made = ground(store.dossier(hit.source), names)
        statement = next((s for s in made.dossier.statements if s.id == hit.statement), None)
        yield cited.of_passage(made, statement, hit.block, hit.statement)


def _named(store: Store, names: dict[str, str], choice: Choice) -> Iterator[Citation]:
    """The statements and claims of ids, in the order given; each document is read once if its ids follow each other."""
    made: Ground | None = None
    for name in choice.names[: choice.limit]:
        claim = store.claim(name)
        if made is None or made.dossier.text.id != claim.text.id:
            made = ground(store.dossier(claim.text.source_id), names)
        if isinstance(claim.what, Statement):
            yield from _of_statement(made, claim.what, choice)
        elif isinstance(claim.what, Utterance):
            yield cited.of_utterance(made, claim.what)
        elif isinstance(claim.what, Position):
            yield cited.of_position(made, claim.what)


def _used(store: Store, know: Knowledge, names: dict[str, str], choice: Choice) -> Iterator[Citation]:
    """Every place of a phrase that its trace counts."""
    made: Ground | None = None
    for use in tracing.uses(store, know, choice.phrase)[: choice.limit]:
        if made is None or all(s.id != use.statement for s in made.dossier.statements):
            made = ground(store.dossier(store.claim(use.statement).text.source_id), names)
        statement = next((s for s in made.dossier.statements if s.id == use.statement), None)
        yield cited.of_passage(made, statement, Span(use.start, use.end), use.statement)
