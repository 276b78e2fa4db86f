"""Positions counted: cells, origins, negations, dates that are intervals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.knowledge.scale import SIDES
from onrecord.model import Position, Span, Speaker, Target
from onrecord.store import Asked, Entry, Store, Tally
from onrecord.store.tallies import tallies

SAYS = "Auria objects to the measure."


@pytest.fixture
def put(store: Store, make: Any) -> Any:
    """Put one document whose only position is as told."""

    def one(name: str, date: str | None, act: str = "oppose", **changes: Any) -> None:
        words = changes.pop("words", f"{SAYS} {name}")
        dossier = make(words, f"{name}.txt", date=date, data=f"{name} {words}".encode(), lang=changes.pop("lang", "en"))
        position = replace(dossier.positions[0], act=act, **changes)
        store.put([Entry(replace(dossier, positions=(position,)))])

    return one


def cells(store: Store, **asked: Any) -> dict[tuple[Any, ...], Tally]:
    """The counts by (actor, holder, entity, words, act, negated)."""
    counted = store.count_positions(Asked(**asked))
    cells = [{key[4:]: found} for key, found in counted.groups.items()]
    return dict(zip(counted.groups, tallies(cells, counted.statements, SIDES.get), strict=True))


def only(store: Store, **asked: Any) -> Tally:
    """The cell of Auria on the measure, whatever the words."""
    counted = store.count_positions(Asked(**asked))
    group: dict[tuple[str, int], list[int]] = {}
    for key, found in counted.groups.items():
        group.setdefault(key[4:], []).extend(found)
    return tallies([group], counted.statements, SIDES.get)[0]


def test_texts_and_origins_are_told_apart(store: Store, put: Any) -> None:
    """Four texts of which three have the same words are two origins."""
    for name in "abc":
        put(name, "2031-05-04", words=SAYS)
    put("d", "2031-05-05")

    found = only(store)

    assert (found.positions, found.texts, found.origins) == (4, 4, 2)
    assert found.sides == (0, 2, 0)


def test_a_negated_position_is_never_the_act(store: Store, put: Any) -> None:
    """ "Does not oppose" stands beside "opposes", and takes no side."""
    put("a", "2031-05-04")
    put("b", "2031-05-05", negated=True)

    found = only(store)

    assert {(a.act, a.negated, a.texts) for a in found.acts} == {("oppose", False, 1), ("oppose", True, 1)}
    assert found.latest == (("oppose", True),)
    assert found.sides == (0, 1, 0)


def test_latest_is_every_act_that_can_be_the_latest(store: Store, put: Any) -> None:
    """A month that may end after a day does not come before it; first and last stay as they are written."""
    put("a", "2031-05")
    put("b", "2031-05-04", "support")
    put("c", "2030", "warn")
    put("d", None, "deny")

    found = only(store)

    assert set(found.latest) == {("oppose", False), ("support", False)}
    assert (found.first, found.last) == ("2030", "2031-05")


def test_without_any_date_every_act_may_be_the_latest(store: Store, put: Any) -> None:
    """Nothing is completed."""
    put("a", None)
    put("b", None, "support")

    found = only(store)

    assert set(found.latest) == {("oppose", False), ("support", False)}
    assert (found.first, found.last) == (None, None)


def test_periods_mark_what_is_unsure_and_as_of_leaves_it_out(store: Store, put: Any) -> None:
    """A period takes what may lie in it and marks it; the table as it stood takes what surely had been said."""
    put("a", "2031-05-04")
    put("b", "2031-05")
    put("c", None)

    assert (only(store, until="2031-05-04").texts, only(store, until="2031-05-04").unsure) == (3, 2)
    counted = store.count_positions(Asked(as_of="2031-05-04"))
    assert (sum(map(len, counted.groups.values())), counted.left_out) == (1, 2)
    assert only(store, since="2031-06").texts == 1  # the one without a date


def test_a_position_without_an_entity_keeps_its_words(store: Store, put: Any) -> None:
    """Words of a target, or none, are keys of their own: no position is lost."""
    put("a", "2031-05-04", words="Auria objects\tto  it.", target=None)
    put("b", "2031-05-04", words="Auria objects\tto  it all.")
    counted = store.count_positions(Asked())
    keys = {key[2:4] for key in counted.groups}
    put("c", "2031-05-04", words="Auria objects\tto  it too.", target=Target(Span(6, 20)))
    keys |= {key[2:4] for key in store.count_positions(Asked()).groups}
    assert keys == {(None, None), ("the.measure", None), (None, "objects to it")}


def test_filters_by_act_language_holder_and_target(store: Store, put: Any) -> None:
    """Each filter leaves what it asks for."""
    put("a", "2031-05-04", lang="zh-Hans")
    put("b", "2031-05-04", "support", holder=Speaker("Bela", None))

    assert only(store, lang="zh").texts == 1
    assert only(store, acts=("support",)).acts[0].act == "support"
    assert next(iter(cells(store, holder=lambda actor, name: name == "Bela")))[1] == "Bela"
    assert cells(store, target=lambda entity, words: False) == {}


def test_a_quotation_is_verified_and_says_where_it_stands(store: Store, put: Any) -> None:
    """A cell's quotations carry ids, words and place; a changed row is not shown."""
    put("a", "2031-05-04")
    put("b", "2031-06")

    newest, oldest = store.quotations(Asked(), 10)

    assert (newest.date, oldest.date) == ("2031-06", "2031-05-04")
    assert newest.words == newest.position.span.of(newest.text.chars) == f"{SAYS} b"
    assert store.claim(newest.id).what == newest.position
    assert [q.date for q in store.quotations(Asked(), 1)] == ["2031-06"]
    store.connection.execute("UPDATE position SET act = 'support'").fetchall()
    with pytest.raises(Exception, match="damaged"):
        store.quotations(Asked(), 10)


def test_relabelled_positions_replace_the_earlier_ones(store: Store, make: Any) -> None:
    """Only labels that hold now are counted."""
    dossier = make(SAYS)
    store.put([Entry(dossier)])
    changed: Position = replace(dossier.positions[0], act="support", target=Target(dossier.positions[0].span))
    store.relabel([replace(dossier, positions=(changed,))])

    assert [a.act for a in only(store).acts] == ["support"]
