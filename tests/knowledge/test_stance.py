"""Words of stance in every language are well formed, and the page of the ladder is the data."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.knowledge import ladder
from onrecord.knowledge.codes import ACT_RUNG, ACTS, CODES, DEFINITIONS, PLOVER, ROOTS, RUNGS, SOURCES
from onrecord.knowledge.language import Language
from onrecord.knowledge.languages import LANGUAGES
from onrecord.knowledge.stance import Frame

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda x: x.code)
def test_words_are_well_formed(language: Language) -> None:
    """Acts, frames, codes, rungs and sources are of the closed lists; forms are lower case and not empty."""
    for word in language.stance.words:
        assert word.act in ("", *ACTS)
        assert word.frame in get_args(Frame)
        assert word.plover in ("", "-", *PLOVER)
        assert not word.cameo or word.cameo == "-" or word.cameo[:2] in ROOTS
        assert word.strength in (0, *RUNGS)
        assert word.source in ("", *SOURCES)
        assert word.negated_act in ("", *ACTS)
        assert word.forms
        assert [f for f in word.forms if not f.strip() or f != f.lower()] == []
        assert not word.needs_link or word.links


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda x: x.code)
def test_every_language_takes_stances(language: Language) -> None:
    """Each language has words for each of the twelve acts, and negators."""
    assert {w.act for w in language.stance.words} >= set(ACTS)
    assert language.stance.negators


def test_codes_cover_the_acts() -> None:
    """Each act has codes, a definition and a rung."""
    assert set(CODES) == set(DEFINITIONS) == set(ACT_RUNG) == set(ACTS)
    assert {plover for plover, _ in CODES.values()} - {None} <= set(PLOVER)


def test_the_page_of_the_ladder_is_the_data() -> None:
    """docs/strength.md is what the generator prints."""
    assert (ROOT / "docs" / "strength.md").read_text(encoding="utf-8") == ladder.page(LANGUAGES)


def test_nothing_that_a_language_knows_can_be_changed() -> None:
    """Words of languages are tuples and frozensets all the way down."""
    assert [x for language in LANGUAGES for x in _parts(language) if isinstance(x, list | set | dict)] == []


def _parts(value: Any) -> list[Any]:
    inner = value if isinstance(value, tuple | frozenset | list) else ()
    if is_dataclass(value):
        inner = [getattr(value, f.name) for f in fields(value)]
    return [value, *(part for one in inner for part in _parts(one))]


SAME = (
    ("oppose", 4, {"en": "opposes", "es": "opone", "fr": "oppose", "ru": "возражает", "ar": "يعارض", "zh": "反对"}),
    ("oppose", 5, {"en": "rejects", "es": "rechaza", "fr": "rejette", "ru": "отвергает", "ar": "يرفض", "zh": "拒绝"}),
    ("demand", 5, {"en": "demands", "es": "exige", "fr": "exige", "ru": "требует", "ar": "يطالب", "zh": "要求"}),
    ("demand", 4, {"en": "urges", "es": "insta", "fr": "exhorte", "ar": "يحث", "zh": "敦促"}),
    (
        "criticise",
        6,
        {"en": "condemns", "es": "condena", "fr": "condamne", "ru": "осуждает", "ar": "يدين", "zh": "谴责"},
    ),
)


@pytest.mark.parametrize(("act", "rung", "forms"), SAME, ids=[f"{row[0]} {row[1]}" for row in SAME])
def test_one_ladder_for_every_language(act: str, rung: int, forms: dict[str, str]) -> None:
    """Verbs of one meaning stand on one rung in every language."""
    found = {}
    for language in LANGUAGES:
        form = forms.get(language.code.split("-")[0])
        rungs = {w.strength for w in language.stance.words if w.act == act and form in w.forms and w.frame != "noun"}
        if form:
            found[language.code] = rungs
    assert all(rung in rungs for rungs in found.values()), found


def test_every_language_strengthens_alike() -> None:
    """Each language has the words that add a rung: firmly, strongly, categorically, completely, deeply."""
    for code, words in {
        "en": "firmly strongly categorically completely deeply",
        "es": "firmemente fuertemente categóricamente completamente profundamente",
        "fr": "fermement fortement catégoriquement complètement profondément",
        "ru": "твёрдо решительно категорически полностью глубоко",
        "ar": "بحزم بقوة قطعيا تماما عميقا",
    }.items():
        language = next(x for x in LANGUAGES if x.code == code)
        assert set(words.split()) <= set(language.stance.boosts), code
