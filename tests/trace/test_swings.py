"""Bursts and silence: the thresholds, and that dates and languages are respected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.trace.phrases import Held, Said, Text, Trace, traced
from onrecord.trace.swings import bursts, silence


def test_a_burst_needs_three_origins_and_three_times_the_rate_elsewhere() -> None:
    """Two origins are none, nor is twice the rate; a record of one period has none."""
    assert not bursts({"2031": 2}, {"2031": 2, "2032": 50})
    assert not bursts({"2031": 4, "2032": 4}, {"2031": 10, "2032": 20})
    assert not bursts({"2031": 9}, {"2031": 10})
    assert [swing.when for swing in bursts({"2031": 3}, {"2031": 10, "2032": 10})] == ["2031"]


def test_silence_needs_five_expected() -> None:
    """Few later texts, or a rare phrase, say nothing."""
    assert silence("2031-01-01", 5, 10, 9) is None
    assert silence("2031-01-01", 5, 10, 10) is not None
    assert silence("2031-01-01", 0, 0, 10) is None


def test_silence_is_not_told_from_one_use_or_two() -> None:
    """However many texts are later."""
    assert [silence("2031-01-01", using, 10, 900) is None for using in (1, 2, 3)] == [True, True, False]


@pytest.fixture
def trace(held: Callable[..., Held]) -> Callable[[str, str], Trace]:
    """Ten texts of 2031 that all use a phrase, then ten that do not, by their languages."""

    def made(langs: str, later: str) -> Trace:
        days = [f"2031-01-{n + 10}" for n in range(10)]
        before = [Text(f"b{n}", langs, None, "official", day, day, n) for n, day in enumerate(days)]
        after = [Text(f"a{n}", later, None, "official", "2032-02-01", "2032-02-01", 50 + n) for n in range(10)]
        uses = [Said(text, "calm sea", langs, "AA", 0, 8) for text in before]
        return traced(("calm sea", None), [], uses, held(uses, [*before, *after], "year"), "year")

    return made


def test_a_phrase_that_is_no_longer_said_is_an_observation(trace: Callable[[str, str], Trace]) -> None:
    """After ten uses in ten texts none in ten: silence since the last use, and a burst before."""
    assert [(s.kind, s.when, s.expected) for s in trace("en", "en").swings] == [
        ("burst", "2031", 0.0), ("silence", "2031-01-19", 10.0),
    ]  # fmt: skip


def test_texts_in_another_language_are_no_silence(trace: Callable[[str, str], Trace]) -> None:
    """What is not in the phrase's languages is not looked at."""
    assert trace("en", "fr").swings == ()
