"""Words inside a phrase: every inflection of a phrase of several words is compared as the same words."""

from __future__ import annotations

import pytest

from onrecord.text.bending import bend
from onrecord.text.match import words_of


def _same(lang: str, one: str, other: str) -> bool:
    spell = bend(lang)
    return words_of(one, spell) == words_of(other, spell)


@pytest.mark.parametrize(
    ("lang", "phrase", "inflected"),
    [
        ("ru", "морской рынок", "морского рынка"),
        ("ru", "день моря", "дня морей"),
        ("ru", "великие державы", "великих держав"),
        ("ru", "конец пути", "конца путей"),
        ("ru", "законные интересы", "законными интересами"),
        ("fr", "enjeu global", "enjeux globaux"),
        ("fr", "mise en œuvre", "mises en oeuvre"),
        ("fr", "condamne fermement", "condamnons fermement"),
        ("fr", "appel au dialogue", "appels à dialogue"),
        ("es", "voz clara", "voces claras"),
        ("es", "llamado al diálogo", "llamados a diálogo"),
        ("ar", "سيادة البحار", "وبسيادة البحار"),
        ("ar", "رفض قاطع", "رفضا قاطعا"),
        ("ar", "موقفها الثابت", "موقفنا الثابت"),
        ("ar", "وحدة الأراضي", "ووحدة أراضيها"),
        ("ar", "وقف إطلاق النار", "لوقف إطلاق النار"),
        ("ar", "البلدان الصديقة", "وللبلدان الصديقة"),
        ("en", "open skies", "open sky"),
    ],
)
def test_inflections_are_the_same(lang: str, phrase: str, inflected: str) -> None:
    """Cases, numbers, persons, contractions and particles do not set two phrases apart."""
    assert _same(lang, phrase, inflected)


@pytest.mark.parametrize(
    ("lang", "phrase", "other"),
    [
        ("ru", "морской рынок", "морской рисунок"),
        ("ru", "право моря", "правда моря"),
        ("fr", "paix durable", "pays durable"),
        ("es", "luz verde", "lucha verde"),
        ("ar", "وقف إطلاق النار", "وقت إطلاق النار"),
        ("ar", "دول البحر", "دخول البحر"),
    ],
)
def test_other_words_are_others(lang: str, phrase: str, other: str) -> None:
    """Another word is no inflection."""
    assert not _same(lang, phrase, other)


def test_a_language_without_stems() -> None:
    """Nothing is bent where nothing is inflected."""
    assert bend("zh") is None
