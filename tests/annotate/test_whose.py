"""Whose office a title names: invented and dissolved states are nobody's the packs know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.annotate.cast import Cast
from onrecord.annotate.people import Person
from onrecord.knowledge import Knowledge
from onrecord.model import Span, Statement

CASES = json.loads((Path(__file__).parent / "cases" / "whose.json").read_text(encoding="utf-8"))


def _person(know: Knowledge, printed: str, lang: str, publisher: str | None) -> Person:
    whole = Span(0, len(printed))
    statement = Statement("s", whole, lang, "report", "2024-05-05", publisher=publisher)
    return Cast(know, printed, statement, (), know.language(lang)).person(whole)


@pytest.mark.parametrize("publisher", [None, "cn-mfa"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lang']}: {c['printed']}")
def test_an_office_is_that_of_the_state_it_prints(case: dict[str, str], publisher: str | None, know: Knowledge) -> None:
    """The state printed beside an office counts; an unknown one gives no country, on nobody's page and on a state's."""
    person = _person(know, case["printed"], case["lang"], publisher)
    assert person.country == case["country"]
    if person.country is None:
        assert person.actor is None
        assert person.capacity is None or person.capacity in case["printed"]


def test_an_office_alone_is_that_of_the_page(know: Knowledge) -> None:
    """Without any words beside it, an office is that of the state its publisher speaks for."""
    assert _person(know, "外交部长阿巴拉", "zh-Hans", "cn-mfa").country == "CN"
    assert _person(know, "Foreign Minister Jun Abara", "en", "cn-mfa").country == "CN"


@pytest.mark.parametrize("printed", ["Deputy Foreign Minister Jun Abara", "former Chinese Foreign Minister Jun Abara"])
def test_another_rank_is_another_office(printed: str, know: Knowledge) -> None:
    """A deputy or a former holder is not given the office."""
    assert _person(know, printed, "en", "cn-mfa").capacity in printed


@pytest.mark.parametrize(("seen", "country"), [("Prime Minister Lee Hsien Loong met a guest.", None), ("", "SG")])
def test_another_holder_of_the_name_is_not_the_pages(seen: str, country: str | None, know: Knowledge) -> None:
    """Where a page tells of its own state's minister, a minister of another name is not that state's."""
    chars = "Prime Minister Jun Abara " + seen
    statement = Statement("s", Span(0, len(chars)), "en", "report", "2022-05-05", publisher="sg-mfa")
    person = Cast(know, chars, statement, (), know.language("en")).person(Span(0, 24))
    assert person.country == country
