"""Known formulations: found in any typography, script and inflection; of overlapping forms the longest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.annotate import occurrences
from onrecord.knowledge import Knowledge, load
from onrecord.knowledge.pack import Formula, Names, Pack
from onrecord.model import Told, make_source
from onrecord.pipeline import process


def _formula(id: str, **forms: str) -> Formula:
    return Formula(id, Names(tuple((lang, tuple(words.split("|"))) for lang, words in forms.items())), "invented")


PACK = Pack(
    "weather",
    "The weather",
    formulas=(
        _formula(
            "open-skies",
            en="politicise open skies|open skies for humanity|open skies humanity",
            zh="开放天空",
            ru="открытое небо|открытое небо для всех",
            fr="ciel ouvert",
            ar="السماء المفتوحة",
            es="cielo abierto",
        ),
        _formula("sky-gate", en="a narrow gate to open"),
    ),
)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled languages and one invented pack."""
    return replace(load(), packs=(PACK,), fingerprint="weather")


def _found(know: Knowledge, text: str) -> list[tuple[str, str]]:
    source = make_source(text.encode(), "text/plain", "a.txt", told=(Told("charset", "utf-8", "caller"),))
    dossier = process(source, know)
    return [(o.formulation, o.span.of(text)) for o in dossier.occurrences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister said that they politicized “open  skies” again this week.", "politicized “open  skies"),
        ("The minister said that nobody should be politicising Open Skies this week.", "politicising Open Skies"),
        ("The minister said that nobody should politicise the open skies this week.", "politicise the open skies"),
        ("部长表示，各国支持「開放天空」，反对对抗。", "開放天空"),
        ("部长表示，各国支持开放与天空，反对对抗。", "开放与天空"),
        ("部长表示，各国支持开放的天空，反对对抗。", "开放的天空"),
        ("The minister said that they politicise open and quiet skies.", "politicise open and quiet skies"),
        ("The minister said that open, quiet skies for humanity come.", "open, quiet skies for humanity"),
        ("The minister said that open skies of humanity come.", "open skies of humanity"),
        ("Министр заявил, что страна выступает за «открытого неба для всех» в регионе.", "открытого неба для всех"),
        ("Le ministre a déclaré que des ciels ouverts sont un bien pour tous les pays.", "ciels ouverts"),
        ("El ministro declaró que los cielos abiertos son un bien para todos los países.", "cielos abiertos"),
        ("قال الوزير إن بلاده تدعم السَّماء المفتوحة لجميع الدول في المنطقة.", "السَّماء المفتوحة"),
    ],
)
def test_variants_of_a_form(know: Knowledge, text: str, words: str) -> None:
    """Quotation marks, spaces, case, spelling, scripts, harakat, inflection, articles, "and", "of" and one word more
    inside three do not hide a form."""
    assert _found(know, text) == [("open-skies", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the skies were open and nobody was political about it.",
        "The minister said that the gate stays open. Skies for humanity come later.",
        "The minister said that they politicise wide, open and quiet skies.",
        "部长表示，市场已经开放。天空属于各国。",
        "Министр заявил, что небо над страной открыто для всех.",
        "部长表示，开放了的天空属于各国。",
    ],
)
def test_other_words_are_no_form(know: Knowledge, text: str) -> None:
    """The same words in another order, with others or a sentence's end between them, are no set formulation."""
    assert _found(know, text) == []


def test_the_longest_of_overlapping_forms_counts(know: Knowledge) -> None:
    """A longer form that begins inside a shorter one is the one that is marked."""
    text = "The minister said that this is a narrow gate to open skies for humanity, no more."

    assert _found(know, text) == [("open-skies", "open skies for humanity")]


def test_long_chains_are_cut(know: Knowledge) -> None:
    """Forms that overlap one after the other without end are decided in pieces, none twice."""
    chain = Pack("chain", "A chain", formulas=(_formula("ab", en="sea sky"), _formula("ba", en="sky sea")))
    text = "The minister said: " + "sea sky " * 500
    found = _found(replace(know, packs=(chain,), fingerprint="chain"), text)

    assert occurrences.LONGEST_CHAIN < 450 <= len(found) <= 500


@pytest.mark.parametrize("words", ["calm open skies", "calm and open skies"])
def test_the_form_that_stands_there_counts_before_an_inflection(know: Knowledge, words: str) -> None:
    """Two formulations whose forms differ in a linking word alone cover the same characters; each has its own."""
    forms = _formula("a", en="calm open skies"), _formula("b", en="calm and open skies")
    own = replace(know, packs=(Pack("skies", "Skies", formulas=forms),), fingerprint="skies")

    found = _found(own, f"The minister said that the country wants {words} this week.")

    assert found == [("b" if "and" in words else "a", words)]
