"""Who can be the one that says."""

from __future__ import annotations

import pytest

from onrecord.annotate import sayers
from onrecord.knowledge.languages import LANGUAGES

SPEECH = {x.code: x.speech for x in LANGUAGES}


@pytest.mark.parametrize(
    ("lang", "printed"),
    [
        ("en", "I"),
        ("en", "I don't"),
        ("en", "I’m"),
        ("en", "our deep engagement"),
        ("en", "We in Valdoria"),
        ("es", "yo"),
        ("es", "venimos"),
        ("fr", "J’ai"),
        ("ru", "мы"),
    ],
)
def test_the_first_person(lang: str, printed: str) -> None:
    """The first person, its verbs and its unnamed side are the voice around them."""
    assert sayers.is_first(printed, SPEECH[lang])


@pytest.mark.parametrize(
    ("lang", "printed"), [("en", "our Foreign Minister"), ("en", "Ian"), ("es", "Ramos"), ("en", "he"), ("fr", "")]
)
def test_others_than_the_first_person(lang: str, printed: str) -> None:
    """Named persons, offices and third persons are somebody else."""
    assert not sayers.is_first(printed, SPEECH[lang])
