"""Reports of one occasion: rare words, a person or a short quotation; among few texts nothing is judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.compare.link import Stated
from onrecord.compare.occasion import Bags, Sample, Shared, occasion

PERSON = frozenset(("anna-vel",))


def stated(name: str, day: int, outlet: str = "") -> Stated:
    """A report of one day."""
    return Stated(name, "en", 900, 0, 900, ((day, day),), outlet=outlet or name)


def test_texts_that_share_rare_units_are_liker_than_those_that_share_common_ones() -> None:
    """A unit that every text holds tells less than one that two hold."""
    texts = [np.array([1, 2, n + 100, n + 200], np.uint64) for n in range(10)]
    texts[3][2] = texts[4][2] = 99
    row = Bags(texts, Sample([])).like(3)
    assert row[3] == 0
    assert row.argmax() == 4
    assert 0 < row[5] < row[4] < 1
    common = Sample([np.array([1, 2, 99], np.uint64)] * 200)
    assert Bags(texts, common).like(3)[4] < row[4]


@pytest.mark.parametrize(
    ("shared", "linked"),
    [
        (Shared(0.3, 1.0, 5.0, ((1, 9, 3, 11),)), True),
        (Shared(0.3, 1.0, 3.0), False),
        (Shared(0.05, 2.0, 5.0), False),
        (Shared(0.2, 2.0, people=PERSON), True),
        (Shared(0.2, 1.0, people=PERSON), False),
        (Shared(0.6, 3.0), False),
    ],
)
def test_likeness_alone_links_nothing(shared: Shared, linked: bool) -> None:
    """It takes a quotation of one in the other, or a person both name where nothing else is as like."""
    assert bool(occasion(stated("a", 100), stated("b", 101), shared)) is linked


@pytest.mark.parametrize(("day", "outlet"), [(104, "b"), (100, "a")])
def test_reports_of_other_days_or_of_one_outlet_are_not_linked(day: int, outlet: str) -> None:
    """An outlet's second article and another week's are something else."""
    assert occasion(stated("a", 100), stated("b", day, outlet), Shared(0.5, 2.0, 6.0, (), PERSON)) is None


def test_an_official_text_is_reported_by_its_words_only() -> None:
    """A name and rare words do not make a page a version of a statement; a quotation of it does."""
    official = replace(stated("b", 100), official=True)
    assert occasion(stated("a", 100), official, Shared(0.4, 3.0, people=PERSON)) is None
    assert occasion(stated("a", 100), official, Shared(0.4, 3.0, 5.0, people=PERSON))


def test_the_later_report_is_the_version_and_places_go_with_it() -> None:
    """Places are those of the version first."""
    link = occasion(stated("a", 100), stated("b", 101), Shared(0.3, 1.0, 5.0, ((1, 9, 30, 38),)))
    assert link
    assert (link.kind, link.one, link.other, link.passages) == ("report", "b", "a", ((30, 38, 1, 9),))
