"""Translations of whole texts: what two texts must name alike."""

from __future__ import annotations

import pytest

from onrecord.compare.translated import same_names


@pytest.mark.parametrize(
    ("mine", "theirs", "may"),
    [
        ("AU BE", "AU BE", True),
        ("AU BE CO", "AU BE", True),
        ("AU BE CO", "AU DU", True),  # one of the fewer is missed by a rule
        ("AU BE", "CO DU EL", False),
        ("AU BE CO DU", "AU EL FA", False),
        ("AU", "CO DU", True),  # one name proves nothing
        ("", "", True),
    ],
)
def test_a_translation_names_the_same_states_and_people(mine: str, theirs: str, may: bool) -> None:
    """Half of the names of the text that has fewer stand in the other, whichever is given first."""
    one, other = frozenset(mine.split()), frozenset(theirs.split())
    assert same_names(one, other) is same_names(other, one) is may
