"""Judgements laid over held labels, and what became of each.

Lives here: the order of steps. Not here: what a judgement does (``judge``), rows (``store``). A judgement is on the
disk before it is applied; stopped in between, the next opening for writing goes on. Labels made by the rules stay
below as a generation of their own, so that the judgements that stand can be replayed over them at any time.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from onrecord import judge
from onrecord.errors import InputError
from onrecord.knowledge.pack import fold
from onrecord.model import Dossier, Judgement, Ruling, Span, position_id
from onrecord.reasons import Unapplied
from onrecord.store import Filters, Page, Store
from onrecord.store.texts import SAID

BATCH = 64


def hand(by: str, at: str) -> judge.Hand:
    """Who decides and when; InputError without a name, or when the time is none."""
    if not by.strip():
        raise InputError("say who decides: --by NAME")
    when = at or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    try:
        datetime.datetime.fromisoformat(when)
    except ValueError:
        raise InputError(f"{at!r} is not a time; write 2026-11-22 or 2026-11-22T10:00:00") from None
    return judge.Hand(by.strip(), when)


def require(store: Store, number: int) -> None:
    """InputError when there is no judgement with this number, or it is undone already."""
    every = store.judgements()
    if not any(j.id == number for j in every):
        raise InputError(f"there is no judgement {number}; `onrecord judge --list` prints them")
    if number in judge.active(every)[1]:
        said = "and".join(f" {j.id} " for j in every if j.about == "judgement" and j.value == str(number)).strip()
        raise InputError(f"judgement {number} is undone already, by {said}; undo that one to let it hold again")


def keep(store: Store, judgements: Sequence[Judgement]) -> list[Judgement]:
    """Keep judgements and lay them over the labels they are about; gives them with their numbers."""
    kept = store.judge(judgements)
    catch_up(store)
    return kept


def now_called(store: Store, judgement: Judgement) -> str | None:
    """The id that the position a judgement is about has now; None when it is not about one, or it is gone."""
    if judgement.about != "position":
        return None
    for sha256 in store.sources_about([judgement.anchor.text_id])[:1]:
        dossier = store.dossier(sha256)
        for one in dossier.positions:
            if f"judgement/{judgement.id}" in one.rule.split("+"):
                return position_id(dossier.text.id, one)
    return None


def catch_up(store: Store) -> int:
    """Replay what waits: new judgements over all labels, all judgements over new labels. Gives how many sources."""
    waiting = store.waiting()
    if waiting.last_judgement == 0 or (waiting.judgement, waiting.labelling) == (
        waiting.last_judgement, waiting.last_labelling,
    ):  # fmt: skip
        return 0
    every = store.judgements()
    standing, _ = judge.active(every)
    new = _meant([j for j in every if j.id > waiting.judgement], every)
    sources = dict.fromkeys(store.sources_about(_texts(new) | _holding(store, new, -1), _named(new)))
    later = _texts(standing) | _holding(store, standing, waiting.labelling)
    sources |= dict.fromkeys(store.sources_about(later, _named(standing), since=waiting.labelling))
    batch: list[Dossier] = []
    for sha256 in sources:
        batch.append(judge.replay(store.machine_dossier(sha256), standing)[0])
        if len(batch) == BATCH:
            store.relabel(batch)
            batch = []
    if batch:
        store.relabel(batch)
    store.replayed(waiting.last_judgement, store.waiting().last_labelling)
    return len(sources)


def _meant(new: Sequence[Judgement], every: Sequence[Judgement]) -> list[Judgement]:
    """What new judgements are about: an undo is about the judgement it undoes, and what that one undid."""
    by_id = {j.id: j for j in every}
    found, waiting = dict[int, Judgement](), list(new)
    while waiting:
        one = waiting.pop()
        found[one.id] = one
        if one.about == "judgement" and int(one.value) in by_id:
            waiting.append(by_id[int(one.value)])
    return list(found.values())


def _texts(judgements: Sequence[Judgement]) -> set[str]:
    return {j.anchor.text_id for j in judgements if j.anchor.text_id}


def _holding(store: Store, judgements: Sequence[Judgement], since: int) -> set[str]:
    """Texts of labellings after ``since`` that hold a phrase which judgements are about."""
    known = [judge.Accepted("", j.detail, j.value, j.id) for j in judgements if j.about == "formulation"]
    if not known:
        return set()
    finders = [judge.finder(known, lang) for lang in sorted({one.lang for one in known})]
    return {text.id for text in store.texts_since(since)
            if any(find(text.chars, Span(0, len(text.chars))) for find in finders)}  # fmt: skip


def _named(judgements: Sequence[Judgement]) -> Callable[[str], bool] | None:
    names = {fold(name) for j in judgements for name in judge.names_of(j)}
    return (lambda form: fold(form) in names) if names else None


def rulings(store: Store) -> list[Ruling]:
    """Every judgement with what became of it: applied, or why not."""
    every, waiting, applied = store.judgements(), store.waiting(), store.applied()
    standing, undone = judge.active(every)
    by_text: dict[str, list[Judgement]] = {}
    for one in standing:
        by_text.setdefault(one.anchor.text_id, []).append(one)
    replayed: dict[int, Ruling] = {}
    for text, about in by_text.items():
        if text:
            for sha256 in store.sources_about([text])[:1]:
                found = judge.replay(store.machine_dossier(sha256), standing)[1]
                replayed |= {r.judgement.id: r for r in found if r.judgement in about}
    told = [_names_overruled(_ruling(one, undone, waiting.judgement, replayed, applied), standing) for one in every]
    return [_counted_so(_phrase_overruled(ruling, judge.decided(standing)), store) for ruling in told]


def _counted_so(ruling: Ruling, store: Store) -> Ruling:
    """The ruling; a phrase that left no mark of its own, though its words are held, is counted under another."""
    one = ruling.judgement
    if one.about != "formulation" or ruling.reason != Unapplied.NOT_HELD:
        return ruling
    words = one.value.replace('"', " ")
    held = store.search(f'"{words}"', Filters(kinds=SAID, lang=one.detail), Page(limit=1)).hits
    return Ruling(one, Unapplied.COUNTED_SO) if held else ruling


def _phrase_overruled(ruling: Ruling, last: Mapping[str, Judgement]) -> Ruling:
    """The ruling; overruled when a later decision on the phrase holds."""
    one = ruling.judgement
    held = last.get(judge.phrase_id(one.detail, one.value)) if one.about == "formulation" else None
    if held and held.id != one.id and ruling.reason in ("", Unapplied.NOT_HELD):
        return Ruling(one, Unapplied.OVERRULED)
    return ruling


def _names_overruled(ruling: Ruling, standing: Sequence[Judgement]) -> Ruling:
    """The ruling; overruled when a later one says the contrary of the same two names."""
    one, pair = ruling.judgement, set(map(fold, judge.names_of(ruling.judgement)))
    contrary = any(
        j.id > one.id and j.field != one.field and pair == set(map(fold, judge.names_of(j))) for j in standing
    )
    return Ruling(one, Unapplied.OVERRULED) if pair and contrary and not ruling.reason else ruling


def _ruling(
    one: Judgement, undone: frozenset[int], last: int, replayed: dict[int, Ruling], applied: set[int]
) -> Ruling:
    if one.id in undone:
        return Ruling(one, Unapplied.UNDONE)
    if one.id > last:
        return Ruling(one, Unapplied.WAITING)
    if one.about == "names":
        return Ruling(one, "" if one.id in applied else Unapplied.NO_SUCH_NAME)
    if one.about == "judgement" or (one.about == "formulation" and (one.field == "reject" or one.id in applied)):
        return Ruling(one)
    return replayed.get(one.id) or Ruling(one, Unapplied.NOT_HELD)
