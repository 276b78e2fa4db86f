"""Whose office a short title and a surname mean."""

from __future__ import annotations

import pytest

from onrecord import knowledge
from onrecord.annotate.mention import Named
from onrecord.annotate.surnames import office_of

CASES = [
    ("Minister", "Sabel", "2024-06-01", "xt.foreign.minister"),
    ("the Minister", "Oriane Sabel", "2024-06-01", "xt.foreign.minister"),
    ("Minister", "Grevin", "2024-06-01", "xl.foreign.minister"),
    ("Spokesperson", "Daro", "2025-01-15", "xt.foreign.spokesperson"),
    ("Spokesperson", "Daro", "2025-03-15", None),  # no longer in office
    ("Spokesperson", "Daro", None, None),
    ("Minister", "Daro", "2025-01-15", None),  # never held it
    ("Deputy Minister", "Sabel", "2024-06-01", None),  # another office
    ("Foreign Affairs", "Sabel", "2024-06-01", None),  # no beginning of an office's name
    ("Minister", "Dar", "2024-06-01", None),  # a part of a word is no name
    ("Minister", "", "2024-06-01", None),
]


@pytest.mark.parametrize(("title", "name", "day", "office"), CASES)
def test_the_only_holder_of_that_day(title: str, name: str, day: str | None, office: str | None) -> None:
    """The office whose holder on the day bears the name; none where nobody or several do."""
    know = knowledge.load()
    language = know.language("en")
    assert language is not None

    found, country = office_of(know, Named(name, title), day, language)

    assert (found.id if found else None) == office
    assert country == (found.country if found else None)
