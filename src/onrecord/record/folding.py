"""The fold of a record's statements into origins, kept and brought up to date.

Lives here: what store and passage index hand to the fold, and which statements have to be folded again. Not here: the
fold (``trace.origins``), SQL (``store.folds``), what is asked of it (``origins``).

New labels change what stands in their texts. What these statements lean on is looked up anew, and every statement that
leans on them, is leant on, or has the same words, however far along, is folded again with them: as if all had been.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge import Knowledge
from onrecord.record import reusing
from onrecord.store import Store
from onrecord.store.folds import Folds, MayLean, Note, Placed
from onrecord.store.texts import Stretch
from onrecord.text.passages import Passages
from onrecord.trace import origins as fold
from onrecord.trace import telling
from onrecord.trace.index import VERSION, PassageIndex
from onrecord.trace.phrases import period_of

RULE = "origins/1"
ALONE = 1  # the first labelling (row) has nothing to lean on


def refresh(store: Store, know: Knowledge, *, anew: bool = False) -> None:
    """Bring the kept fold up to date; ``anew``: all of it. Where no other can be kept, it lasts as long as the store is
    open. InUse when another process writes the passage index for long."""
    kept, rule = store.kept_fold, _rule(know)
    note = kept.note()
    if not anew and note and (note.rule, note.last) == (rule, kept.newest()):
        return
    index = reusing.current(store, know) if kept.newest() > ALONE else None
    goes_on = not anew and note and note.rule == rule and note.mark == _mark(index, note.texts)
    with kept.changing():
        last, texts = kept.newest(), len(index) if index else 0
        _change(store, index, note.last if goes_on and note else None)
        kept.keep(Note(rule, last, texts, _mark(index, texts)))


def _rule(know: Knowledge) -> str:
    """What the fold depends on besides the texts."""
    words = VERSION.encode() + telling.known().mark.tobytes()
    return f"{RULE} {hashlib.blake2b(words, digest_size=8).hexdigest()}"


def _mark(index: PassageIndex | None, texts: int) -> str:
    """A mark of the first texts of the index: equal marks, equal passages among them."""
    return index.mark(texts) if index and 0 < texts <= len(index) else str(texts)


def _change(store: Store, index: PassageIndex | None, last: int | None) -> None:
    """Fold all statements (None), or those that labels after one (row) may have changed."""
    kept = store.kept_fold
    if last is None:
        kept.clear()
        stretches, leans = _leaning(store, index, None)
        kept.put_in(map(_placed, stretches), leans)
        placed, leans = kept.together(None)
    else:
        texts = kept.changed_texts(last)
        beside = kept.take_out(texts)
        stretches, leans = _leaning(store, index, texts)
        kept.put_in(map(_placed, stretches), leans)
        placed, leans = kept.together({*beside, *(one.number for one in stretches)})
    kept.fold(placed, _folded(placed, leans))


def _leaning(
    store: Store, index: PassageIndex | None, texts: Sequence[int] | None
) -> tuple[list[Stretch], list[MayLean]]:
    """The statements of texts (None: of all), and what they may lean on or carry."""
    if index is None:
        return store.stretches(texts), []
    rows = index.pairs().rows
    rows = rows[rows[:, 8] == 0]
    keys, all_of = index.keys, texts
    if texts is not None:
        mine = np.isin(keys, texts)
        rows = rows[mine[rows[:, 0]] | mine[rows[:, 3]]]
        all_of = sorted({*texts, *keys[rows[:, 0]].tolist(), *keys[rows[:, 3]].tolist()})
    stretches = store.stretches(all_of)
    here = stretches if texts is None else [one for one in stretches if one.text in set(texts)]
    new = {one.number for one in here}
    number = [one.number for one in stretches]
    found = [
        MayLean(number[lean.one], number[lean.other], lean.why, lean.own, lean.theirs)
        for lean in fold.leaning(said(stretches), spans(stretches, keys, Passages(rows)))
        if number[lean.one] in new or number[lean.other] in new
    ]
    return here, found


def _folded(placed: Sequence[Placed], leans: Sequence[MayLean]) -> list[Folds]:
    """What each statement folds into; they stand in the order of texts and places."""
    at = {one.id: n for n, one in enumerate(placed)}
    some = [fold.Lean(at[x.one], at[x.other], x.why, x.own, x.theirs) for x in leans]  # type: ignore[arg-type]
    found = fold.folded(_sizes([(p.said, p.first_day, p.last_day, p.likeness) for p in placed]), some)
    on = {lean.one: lean for lean in found.leans}
    made = []
    for n, first in enumerate(found.of.tolist()):
        lean = on.get(n)
        why = (placed[lean.other].id, lean.why, lean.own, lean.theirs) if lean else (None, "", 0.0, 0.0)
        made.append(Folds(placed[first].id, *why))
    return made


def said(stretches: Sequence[Stretch]) -> fold.Said:
    """Statements as the fold looks at them."""
    return _sizes([(s.said, s.first_day, s.last_day, s.likeness) for s in stretches])


def _sizes(facts: Sequence[tuple[int, str | None, str | None, int]]) -> fold.Said:
    rows = [(size, day(first), day(last), likeness) for size, first, last, likeness in facts]
    size, first, last, likeness = np.array(rows, np.int64).reshape(-1, 4).T
    return fold.Said(size, first, last, likeness)


def _placed(s: Stretch) -> Placed:
    year, month = (period_of(s.first_day, s.last_day, by) for by in ("year", "month"))
    return Placed(s.number, s.lang, s.first_day, s.last_day, year, month, s.said, s.likeness)


def day(iso: str | None) -> int:
    """An ISO day as a number; 0 for none."""
    return int(iso.replace("-", "")) if iso else 0


def spans(stretches: Sequence[Stretch], keys: NDArray[np.int64], found: Passages) -> NDArray[np.int64]:
    """Passages that do not differ, with the statements (by number) that hold their middles."""
    rows = found.rows[found.rows[:, 8] == 0]
    if not len(rows) or not stretches:
        return np.empty((0, 6), np.int64)
    width = max(s.end for s in stretches) + 1
    place = np.array([s.text * width + s.start for s in stretches], np.int64)
    end = np.array([s.text * width + s.end for s in stretches], np.int64)
    sides = []
    for at in (0, 3):
        middle = keys[rows[:, at]] * width + np.minimum((rows[:, at + 1] + rows[:, at + 2]) // 2, width - 1)
        owner = np.searchsorted(place, middle, side="right") - 1
        sides.append(np.where((owner >= 0) & (middle < end[owner]), owner, -1))
    a, b = sides
    spans = np.stack([a, rows[:, 1], rows[:, 2], b, rows[:, 4], rows[:, 5]], axis=1)
    kept: NDArray[np.int64] = spans[(a >= 0) & (b >= 0) & (a != b)]
    return kept
