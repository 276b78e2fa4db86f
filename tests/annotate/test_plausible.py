"""Which phrases can be a speaker."""

from __future__ import annotations

import pytest

from onrecord import knowledge
from onrecord.annotate import mention, plausible

FRAGMENTS = {
    "en": (
        "most basic", "wishful", "am", "Who", "Lagoon League we’ve", "usually", "their financial", "most urgent",
        "Over the past two years the islands have often been pronounced the words",
    ),
    "zh": ("事实已经并将", "细节尚未得到", "泻湖协定”合作有", "港口会议将", "希望码头保持", "今年11月",
        "感谢多罗长期", "是人们的", "听取渔民", "以务实态度妥善", "我们看到", "当然", "通过渔民",
        "实践", "歷史", "加强港口",
        "今后我们努力", "根据渔民", "港口他们常常"),
}  # fmt: skip
SPEAKERS = {
    "en": (
        "Edda Lorne", "the ministry", "officials", "everyone", "some", "people", "The report",
        "Vessin’s foreign minister",
        "the man who was hurt", "At least two sailors", "The U.S. Secretary of State", "a spokesperson", "critics",
    ),
    "zh": ("泻湖国外交部发言人", "多罗上将", "泻湖委员会", "港务局披露的公告", "维辛政府",
        "以色列总理", "以方", "以总理多罗", "他们的律师", "我驻泻湖国大使", "共同社", "最高法院"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "phrase"), [(c, p) for c, phrases in FRAGMENTS.items() for p in phrases])
def test_a_fragment_is_no_speaker(code: str, phrase: str) -> None:
    """A piece of a sentence is refused."""
    language = knowledge.load().language(code)
    assert language is not None
    assert not plausible.can_speak(phrase, language)


@pytest.mark.parametrize(("code", "phrase"), [(c, p) for c, phrases in SPEAKERS.items() for p in phrases])
def test_a_noun_phrase_is_one(code: str, phrase: str) -> None:
    """Names, offices, bodies and people are let through."""
    language = knowledge.load().language(code)
    assert language is not None
    assert plausible.can_speak(phrase, language)


def test_initials_written_on_begin_the_name() -> None:
    """A country in the genitive before initials is part of the office."""
    named = mention.read("официального представителя МИД Арвении А.Б.Тавренко", knowledge.load().language("ru"))
    assert (named.name, named.title) == ("А.Б.Тавренко", "официального представителя МИД Арвении")
