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
