"""Quotations of a document that is to be verified."""

from __future__ import annotations

import pytest

from onrecord.knowledge import load
from onrecord.model import make_source
from onrecord.pipeline import process
from onrecord.record import quoting


@pytest.mark.parametrize(
    ("chars", "asked", "terms"),
    [
        ("'No country should close the strait,' the minister said.", ["No country should close the strait,"], 0),
        ("She added: 'It's our view, and we don't change it.'", ["It's our view, and we don't change it."], 0),
        ("The ministers' talks about the workers' rights didn't end in the '90s.", [], 0),
        ("“A 'very serious concern about the action' is there,” she said.", None, 0),
        ("They spoke of a 'northern' strait.", [], 1),
    ],
)
def test_straight_single_marks_quote_and_apostrophes_do_not(chars: str, asked: list[str] | None, terms: int) -> None:
    """Words between straight single marks are quotations, apostrophes are none, a quotation in another stays in it."""
    page = f"Corvane speaks\nCorvane Times, March 13, 2025\n\nThe strait is open. {chars}\n"
    found = quoting.of_document(process(make_source(page.encode(), "text/plain", "page.txt"), load()), load())
    told = [one.chars for one in found.asked]
    if asked is None:
        assert len(told) == 1
        assert "'very serious concern about the action'" in told[0]
    else:
        assert (told, found.terms) == (asked, terms)
