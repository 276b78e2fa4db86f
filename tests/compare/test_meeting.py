"""Counterparts: two governments on one meeting, by what the heads of their texts name."""

from __future__ import annotations

import pytest

from onrecord.compare.link import Stated
from onrecord.compare.meeting import Head, counterpart

BOTH = frozenset(("anna-vel", "bo-lark"))
STATES = frozenset(("XA", "XB"))


def head(state: str, people: frozenset[str] = BOTH, *, contact: bool = True, titled: bool = True) -> Head:
    """A head of a page of ``state`` that tells of a call between two leaders."""
    return Head(state, people, STATES, people | STATES if titled else frozenset(), contact and titled, contact)


def stated(name: str, day: int) -> Stated:
    """A statement of one day."""
    return Stated(name, "en", 900, 0, 900, ((day, day),), outlet=name, official=True)


def test_two_governments_that_name_the_same_people_in_a_call_of_one_day_are_counterparts() -> None:
    """The link names the people and states that both name."""
    link = counterpart(stated("a", 100), stated("b", 101), (head("XA"), head("XB")))
    assert link
    assert link.kind == "counterpart"
    assert dict(link.told)["names"] == "XA, XB, anna-vel, bo-lark"


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        (head("XA"), head("XA"), 100),
        (head("XA"), head("XB", contact=False), 100),
        (head("XA"), head("XB", frozenset(("cai-dorn",))), 100),
        (head("XA"), head("XB"), 104),
        (head("XA", titled=False), head("XB", titled=False), 100),
    ],
    ids=["one state", "no contact", "other people", "other days", "nothing in a title"],
)
def test_what_is_no_counterpart(one: Head, other: Head, day: int) -> None:
    """One state alone, no word of contact, other people, other days, or leads alone make none."""
    assert counterpart(stated("a", 100), stated("b", day), (one, other)) is None
