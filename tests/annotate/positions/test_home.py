"""Whose "we" and whose office a page means that its publisher's state speaks on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("chars", "publisher", "held"),
    [
        ("The Secretary reaffirmed support for open seas.", "sample-teshar-mfa", "XT"),
        ("The Secretary reaffirmed support for open seas.", None, None),
        ("Kenyan Secretary Abel Orn came. The Secretary reaffirmed support for open seas.", "sample-teshar-mfa", None),
        ("Valdoria waits. Valdoria hopes. We welcome the plan of Valdoria.", "sample-teshar-mfa", "XT"),
    ],
)
def test_home(chars: str, publisher: str | None, held: str | None, read: Callable[..., Any]) -> None:
    """An office alone, and "we", are the state's whose page it is; not where another state's office of that name
    stands, nor on nobody's page."""
    marks = read(chars, form="statement", publisher=publisher).marks
    assert [p.holder.actor for p in marks.positions if p.act in ("support", "welcome")] == [held]


@pytest.mark.parametrize(
    ("head", "held"),
    [("MESSAGE FROM THE GOVERNMENT\nAND THE PEOPLE OF KENYA", "KE"), ("NOTES OF A VOYAGE", "NO")],
)
def test_head(head: str, held: str, read: Callable[..., Any]) -> None:
    """The state whose government heads a page says "we" on it, before the one that stands most often as a subject; one
    answer for all its parts."""
    told = "We welcome the plan.\n\nTOLLS\n\nNorway opposes the toll. We welcome the chart."
    marks = read(f"{head}\n\n{told}", form="statement").marks
    assert [p.holder.actor for p in marks.positions if p.act == "welcome"] == [held, held]


def test_currency(read: Callable[..., Any]) -> None:
    """A currency named after a state is not addressed to it."""
    marks = read("Kenya will contribute US$50,000 to the fund.\nThe harbour is open.", form="report").marks
    assert [p.towards for p in marks.positions] == [None]


def test_letters_of_the_publisher(read: Callable[..., Any]) -> None:
    """The letters of a ministry on its own page are its state; those of another body are nobody's."""
    chars = "MFA opposes the toll.\nThe harbour is open.\nCBD opposes the toll.\nThe quay is open."
    marks = read(chars, form="statement", publisher="sg-mfa").marks
    assert [p.holder.actor for p in marks.positions] == ["SG", None]


def test_a_name_after_a_place(read: Callable[..., Any]) -> None:
    """Who opens a sentence is not of the state that the sentence before ends with."""
    chars = "The minister will travel to meet leaders in India. SM Orn opposes the toll.\nThe harbour is open."
    assert [p.holder.actor for p in read(chars, form="report").marks.positions if p.act == "oppose"] in ([], [None])
