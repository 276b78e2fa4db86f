"""Names in texts: actors and entities of the packs by names, adjectives, capitals, in any inflection."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.knowledge import Knowledge, load
from onrecord.knowledge.pack import Actor, Entity, Names, Pack
from onrecord.model import Span
from onrecord.text.named import actor_in, actors_in, entities_in, entity_in

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("cases").joinpath("named.json").read_text("utf-8"))


def _names(**by_lang: str) -> Names:
    return Names(tuple((lang, tuple(forms.split("|"))) for lang, forms in by_lang.items()))


ISLANDS = Pack(
    "islands",
    "The islands",
    actors=(
        Actor(
            "xa.trade", "body", _names(en="Arvenian Ministry of Trade|AMT", ru="Министерство торговли Арвении"), "XA"
        ),
        Actor("XB", "state", _names(en="Bel"), None, "invented"),
        Actor("XC", "state", _names(en="Bel"), None, "invented"),
    ),
    entities=(
        Entity(
            "reef-accord",
            "initiative",
            _names(en="Reef Accord|Accord on Reefs", zh="礁石协定", ru="Рифовое соглашение"),
        ),
        Entity("reef-rule", "measure", _names(en="Reef Accord Export Rule|RAER")),
    ),
)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled packs and the islands."""
    bundled = load()
    return replace(bundled, packs=(*bundled.packs, ISLANDS), fingerprint="islands")


def _all(chars: str) -> Span:
    return Span(0, len(chars))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lang']}-{c['why']}")
def test_who_is_named(know: Knowledge, case: dict[str, Any]) -> None:
    """Each text names exactly the actors listed, at these words and in this way."""
    found = actors_in(know, case["text"], _all(case["text"]), case["lang"])

    assert [[n.span.of(case["text"]), n.id, n.how] for n in found] == case["found"]


def test_only_the_span_counts(know: Knowledge) -> None:
    """Names outside the span are not seen, and places count in the whole text."""
    chars = "China and France and Peru"

    found = actors_in(know, chars, Span(10, 16), "en")

    assert [(n.span, n.id) for n in found] == [(Span(10, 16), "FR")]


def test_one_actor_or_none(know: Knowledge) -> None:
    """One actor under several words is one; two actors are none, and so is a name that two actors share."""
    for chars, id in (("the Chinese government in Beijing", "CN"), ("China and France", None), ("Bel", None)):
        found = actor_in(know, chars, _all(chars), "en")
        assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("chars", "lang", "id"),
    [
        ("the new Reef Accord and its friends", "en", "reef-accord"),
        ("the Reef Accord Export Rule", "en", "reef-rule"),
        ("the Reef Accord export rules", "en", "reef-rule"),
        ("its RAER", "en", "reef-rule"),
        ("to raer nothing", "en", None),
        ("支持礁石协定", "zh-Hans", "reef-accord"),
        ("支持礁石協定", "zh-Hant", "reef-accord"),
        ("о Рифовом соглашении", "ru", "reef-accord"),
        ("a reef and an accord", "en", None),
        ("el Reef Accord", "es", "reef-accord"),
        ("", "en", None),
    ],
)
def test_what_is_named(know: Knowledge, chars: str, lang: str, id: str | None) -> None:
    """The longest name of an entity in a stretch says what it is about, in any inflection and script."""
    found = entity_in(know, chars, _all(chars), lang)

    assert (found.id if found else None) == id


def test_entities_have_places(know: Knowledge) -> None:
    """Every entity stands where its name stands."""
    chars = "After the Reef Accord, the RAER."

    assert [(at.of(chars), e.id) for at, e in entities_in(know, chars, _all(chars), "en")] == [
        ("Reef Accord", "reef-accord"),
        ("RAER", "reef-rule"),
    ]


def test_two_knowledges_do_not_mix(know: Knowledge) -> None:
    """Names answer from the knowledge they are given, even when fingerprints are equal."""
    other = replace(know, packs=())

    assert actor_in(know, "China", Span(0, 5), "en") is not None
    assert actor_in(other, "China", Span(0, 5), "en") is None


@pytest.mark.parametrize(
    ("lang", "chars", "expected"),
    [
        ("fr", "La France soutient le règlement sur l’intelligence artificielle.", "eu-ai-act"),
        ("es", "Chile rechaza la Ley de IA.", "eu-ai-act"),
        ("ru", "Статья Закона ЕС об искусственном интеллекте.", "eu-ai-act"),
        ("ar", "ترفض تشيلي قانون الذكاء الاصطناعي الأوروبي.", "eu-ai-act"),
        ("zh", "中方支持欧盟《人工智能法》。", "eu-ai-act"),
        ("ru", "В Казахстане принят Закон об искусственном интеллекте.", None),
        ("zh", "全国人大审议《人工智能法》草案。", None),
        (
            "fr",
            "la Convention-cadre du Conseil de l'Europe sur l'intelligence artificielle",
            "coe-ai-framework-convention",
        ),
        ("es", "Apoyamos el Pacto Digital Global.", "global-digital-compact"),
        ("zh", "各国通过《未来契约》。", "pact-for-the-future"),
    ],
)
def test_measures_in_six_languages(lang: str, chars: str, expected: str | None) -> None:
    """A measure is found by its names in other languages; a name that other states' laws bear names none."""
    found = entity_in(load(), chars, _all(chars), lang)
    assert (found.id if found else None) == expected
