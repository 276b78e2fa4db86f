"""Which targets are meant by the words somebody typed."""

from __future__ import annotations

import pytest

from onrecord.knowledge import load
from onrecord.record import meant


@pytest.mark.parametrize(
    ("asked", "words", "stands"),
    [
        ("eu", "council of europe convention", False),
        ("eu", "the eu-level rules", True),
        ("tariff", "new tariffs on steel", True),
        ("tariff", "antitariff measures", False),
        ("chip export", "the chip exports of others", True),
        ("制裁", "单边制裁措施", True),
        ("", "anything", False),
    ],
)
def test_words_stand_from_the_beginning_of_a_word(asked: str, words: str, stands: bool) -> None:
    """Short words are whole ones, longer ones may go on; scripts without spaces have no such bounds."""
    assert meant.stands_in(asked, words) is stands


def test_words_of_a_measures_name_mean_the_measure() -> None:
    """Part of a linked measure's name finds it; its whole name means it alone."""
    know = load()
    entity = next(e for pack in know.packs for e in pack.entities if len(e.names.preferred("en").split()) > 3)
    name = entity.names.preferred("en")
    part = " ".join(name.split()[-2:])
    assert meant.target(know, part)(entity.id, None)
    assert meant.target(know, name)(entity.id, None)
    assert not meant.target(know, name)("another-measure", None)
    assert not meant.target(know, part)(None, None)
