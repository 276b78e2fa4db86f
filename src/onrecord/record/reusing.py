"""Passages that statements share: the index brought up to date, and questions to it.

Lives here: what the store hands to the index and what comes back. Not here: the index (``trace``), SQL (``store``).
The index stands beside the record and can be thrown away: it takes in what was added since it was last asked, and
begins anew when the labels of a text that it holds have changed what is said in it. One process at a time writes it; an
index that was opened stays readable while another goes on with the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.knowledge import Knowledge
from onrecord.store import Held, Place, Store
from onrecord.text.passages import Passage, Passages
from onrecord.trace import telling
from onrecord.trace.index import PassageIndex
from onrecord.trace.lock import turn

FOLDER = "passages"
LOCK = "passages.lock"  # beside the folder, which is thrown away now and then


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a shared passage: a statement and half-open code points of its text."""

    statement: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two statements share. ``differs``: what changed ("number", "negation", "name" or ""), and
    ``a_word``, ``b_word`` the code points of the first such word on each side (None: the other side alone has it)."""

    a: Side
    b: Side
    score: int
    differs: str
    a_word: tuple[int, int] | None
    b_word: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Met:
    """A passage ``[start, end)`` of a text that is not held, and where a statement has it (``held``); see ``Shared``:
    ``held_word`` is on the statement's side, ``word`` on the text's."""

    held: Side
    start: int
    end: int
    score: int
    differs: str
    held_word: tuple[int, int] | None
    word: tuple[int, int] | None


def in_order(one: Shared) -> tuple[int, str, int, str, int]:
    """What passages are sorted by, best first: of equal scores by ids and places, which an index made anew keeps."""
    return -one.score, one.a.statement.statement, one.a.start, one.b.statement.statement, one.b.start


def met_in_order(one: Met) -> tuple[int, int, str, int]:
    """The same for passages of a text that is not held, by its places first."""
    return -one.score, one.start, one.held.statement.statement, one.held.start


def current(store: Store, know: Knowledge) -> PassageIndex:
    """The record's passage index, up to date; InUse when another process writes it for long."""
    with turn(store.folder / LOCK):
        index = PassageIndex(store.folder / FOLDER, telling.known())
        if not _catch_up(store, index):
            index.clear()
            _catch_up(store, index)
    return index


def anew(store: Store, know: Knowledge) -> PassageIndex:
    """The index thrown away and made again from the texts held; InUse when another process writes it for long."""
    with turn(store.folder / LOCK):
        index = PassageIndex(store.folder / FOLDER, telling.known())
        index.clear()
        _catch_up(store, index)
    return index


def _catch_up(store: Store, index: PassageIndex) -> bool:
    """Take in what is new; False when a text held has other words by now."""
    last = index.last
    changed = False

    def new() -> Iterator[tuple[int, int, str]]:
        nonlocal last, changed
        seen: set[int] = set()
        for text in store.texts_since(last):
            last = text.labelling
            same = index.unchanged(text.text, text.chars)
            changed = changed or same is False
            if changed:
                return
            if same is None and text.text not in seen:
                seen.add(text.text)
                yield text.text, text.labelling, text.chars

    index.add(new())
    if not changed:
        index.note(last)
    return not changed


def shared_by(store: Store, index: PassageIndex, held: Held) -> Iterator[Shared]:
    """The passages that one statement shares, that statement as side a."""
    numbers = set(np.flatnonzero(index.keys == store.text_number(held.text.id)).tolist())
    rows = index.pairs().rows
    mine = rows[np.isin(rows[:, 0], list(numbers)) | np.isin(rows[:, 3], list(numbers))]
    for one in shared(store, index, Passages(mine)):
        if one.a.statement.statement == held.statement.id:
            yield one
        elif one.b.statement.statement == held.statement.id:
            yield Shared(one.b, one.a, one.score, one.differs, one.b_word, one.a_word)


def shared(store: Store, index: PassageIndex, found: Iterable[Passage]) -> Iterator[Shared]:
    """Passages of the index with the statements they stand in; each statement of a text that has them."""
    held = list(found)
    keys = index.keys
    numbers = sorted({int(keys[n]) for p in held for n in (p.a, p.b)})
    places: dict[int, list[Place]] = {}
    for place in store.places(numbers):
        places.setdefault(place.text, []).append(place)
    for p in held:
        a = _side(places.get(int(keys[p.a]), []), p.a_start, p.a_end)
        b = _side(places.get(int(keys[p.b]), []), p.b_start, p.b_end)
        if a and b and a.statement.statement != b.statement.statement:
            word_a = (p.a_from, p.a_to) if p.a_from >= 0 else None
            word_b = (p.b_from, p.b_to) if p.b_from >= 0 else None
            yield Shared(a, b, p.score, p.what, word_a, word_b)


def met(store: Store, index: PassageIndex, chars: str) -> Iterator[Met]:
    """The passages of a text, which is not taken in, that statements hold."""
    found = list(index.ask(chars))
    keys = index.keys
    places: dict[int, list[Place]] = {}
    for place in store.places(sorted({int(keys[p.a]) for p in found})):
        places.setdefault(place.text, []).append(place)
    for p in found:
        if side := _side(places.get(int(keys[p.a]), []), p.a_start, p.a_end):
            held_word = (p.a_from, p.a_to) if p.a_from >= 0 else None
            word = (p.b_from, p.b_to) if p.b_from >= 0 else None
            yield Met(side, p.b_start, p.b_end, p.score, p.what, held_word, word)


def _side(places: list[Place], start: int, end: int) -> Side | None:
    """The statement that holds the middle of a stretch, else None."""
    middle = (start + end) // 2
    inside = [p for p in places if p.start <= middle < p.end]
    return Side(inside[0], start, end) if inside else None
