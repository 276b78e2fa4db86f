"""Numbers and negations held against each other in two languages, on sentences about invented countries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.compare import across
from onrecord.compare.attributed import added_voices
from onrecord.compare.figures import figures, unanswered
from onrecord.compare.polarity import denied_once
from onrecord.compare.telling import telling
from onrecord.knowledge import Knowledge, load
from onrecord.model import Span
from onrecord.text.align import lexicon

CASES = json.loads((Path(__file__).parent / "cases" / "across.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def holds(case: dict[str, Any], know: Knowledge) -> bool:
    """Whether what is told of a pair of sentences is what the case says."""
    one, other = case["one"], case["other"]
    if "numbers" in case:
        told = unanswered(figures(one, case["langs"][0]), figures(other, case["langs"][1]))
        return bool([f.span.of(one) for f in told] == case["numbers"])
    marks = [telling(know, lang).find(w, Span(0, len(w))) for lang, w in zip(case["langs"], (one, other), strict=True)]
    return bool(denied_once(*marks) == case["denied"])


@pytest.mark.parametrize("case", [*CASES["wild"], *CASES["told"]], ids=lambda case: case["label"])
def test_what_is_told(case: dict[str, Any], know: Knowledge) -> None:
    """A number or a negation is told where the other language has none for it, and nowhere else."""
    assert holds(case, know)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", CASES["known_failure"], ids=lambda case: case["label"])
def test_known_failures(case: dict[str, Any], know: Knowledge) -> None:
    """What is known not to be told, or told wrongly."""
    assert holds(case, know)


def test_a_located_quotation_tells_both(know: Knowledge) -> None:
    """A quotation is located among sentences of another language with the number and the negation it does not share."""
    held = ["港口今天开放。", "特沙尔不会向300名船员支付工资。", "小麦很便宜。"]
    tells = (telling(know, "en"), telling(know, "zh"))
    asked = "Teshar will pay wages to 500 sailors."
    found = across.locate([asked], held, lexicon(("en", "zh"), know), tells)[0]
    assert found is not None
    assert found.sentence == 1
    assert [span.of(asked) for span in found.numbers] == ["500"]
    assert [span.of(held[1]) for span in found.noes] == ["不会"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("France calls on Norway to stop its strikes on ports.", ["Norway"]),
        ("France calls on Russia to stop its strikes on ports.", []),
        ("We call on Russia to stop its strikes on ports.", []),
    ],
)
def test_a_state_in_the_place_of_another_is_told(asked: str, told: list[str], know: Knowledge) -> None:
    """A state that the sentence does not name is told where it names another, and not where one is left out."""
    held = ["Le port est ouvert.", "La France appelle la Russie à cesser ses frappes contre les ports."]
    tells = (telling(know, "en"), telling(know, "fr"))
    found = across.locate([asked], held, lexicon(("en", "fr"), know), tells)[0]
    assert found is not None
    assert [span.of(asked) for span in found.names] == told


SMALL = {
    "zh": ["特沙尔反对关闭港口。", "我们坚持合作的原则，保护海洋环境。", "部长表示严重关切。", "双方签署了贸易协定。"],
    "ar": ["أكدت الوزارة أن الهجمات على المدنيين جرائم حرب.", "بيان وزارة الخارجية", "ترحب الحكومة بالاتفاق."],
    "es": ["El Gobierno pide a las partes que cesen las hostilidades.", "Comunicado del Ministerio de Exteriores"],
}
STRANGE = [
    "The plum harvest on the hill was the finest in thirty years, growers say.",
    "The puppet theatre opens tomorrow with a play from Wavonia.",
    "My uncle mends bicycles on Fridays and lends them to the neighbours.",
    "The school wants more teachers, and the mayor understands that very well.",
    "She never claimed that the referee was wrong about the penalty.",
]


@pytest.mark.parametrize("lang", SMALL)
def test_strangers_are_no_translations_in_a_small_record(lang: str, know: Knowledge) -> None:
    """Where a record has few sentences, the likest of them is no translation for being the likest."""
    found = across.locate(STRANGE, SMALL[lang], lexicon(("en", lang), know))
    assert [x.sentence for x in found if x and x.passes] == []


def test_translations_pass_in_a_small_record(know: Knowledge) -> None:
    """Among the strangers a true translation still passes."""
    asked = ["Teshar opposes the closing of the port.", *STRANGE, "The two sides signed a trade agreement."]
    found = across.locate(asked, SMALL["zh"], lexicon(("en", "zh"), know))
    assert [(n, x.sentence) for n, x in enumerate(found) if x and x.passes] == [(0, 0), (len(asked) - 1, 3)]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("部长强调，规定会阻碍贸易。", "He stressed it. Rules, he argued, hinder it.", [("attribution", "he argued")]),
        ("特沙尔计划关闭港口。", "Teshar’s reported plan is to close the port.", [("hedge", "reported")]),
        ("据报道，特沙尔计划关闭港口。", "Teshar reportedly plans to close the port.", []),
        ("部长指出，他强调渡轮很慢。", "The ferry, he argued, is slow, the minister said.", []),
        ("渡轮总是很慢。规定会阻碍它。", "The ferry, as ever, is slow! She argued, rules hinder it.", []),
    ],
    ids=["between commas", "hedge", "hedge on both", "as many sayings", "comma of the sentence before"],
)  # fmt: skip
def test_voices_that_a_translation_adds(one: str, other: str, told: list[tuple[str, str]], know: Knowledge) -> None:
    """A hedge, or a saying between two commas, is told where only the translation has it."""
    marks = [telling(know, lang).find(w, Span(0, len(w))) for lang, w in (("zh", one), ("en", other))]
    assert added_voices((one, marks[0]), (other, marks[1])) == told
