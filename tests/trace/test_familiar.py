"""How familiar phrases are, over invented texts and formulations."""

from __future__ import annotations

import math

from onrecord.text import phrases
from onrecord.text.phrases import DEFAULT, Words
from onrecord.text.phrases.features import features
from onrecord.trace.familiar import NONE_KNOWN, STRANGE, familiar

FILL = ("brown", "lamp", "seven", "kites", "slow", "paper", "green", "window")


def figures(texts: list[str], known: list[str], unspaced: bool = False) -> dict[str, float]:
    """Each phrase of the texts and how familiar it is."""
    counted = phrases.count(texts, DEFAULT, Words((), (), ("the", "of")))
    grams = features(counted)
    found = familiar(counted, grams, known, unspaced)
    spans = (counted.span(begin, size) for begin, size in zip(grams.begin.tolist(), grams.size.tolist(), strict=True))
    return dict(zip((texts[text][a:b] for text, a, b in spans), found.tolist(), strict=True))


def test_words_of_other_formulations_make_a_phrase_familiar() -> None:
    """The mean over words beside grammar, of the logarithm of the formulations that hold each."""
    texts = [f"{word} harbour of lanterns {word}" for word in FILL]
    known = ["open harbour", "harbour for all", "lanterns of peace"]
    expected = (math.log(2 + NONE_KNOWN) + math.log(1 + NONE_KNOWN)) / 2
    assert math.isclose(figures(texts, known)["harbour of lanterns"], expected)


def test_no_formulation_speaks_for_itself() -> None:
    """Neither the phrase, nor what holds it, nor what stands in it is counted."""
    texts = [f"{word} harbour of quiet lanterns {word}" for word in FILL]
    for known in (["harbour of quiet lanterns"], ["old harbour of quiet lanterns"], ["quiet lanterns"]):
        assert figures(texts, known)["harbour of quiet lanterns"] < STRANGE


def test_in_chinese_pairs_of_characters_are_looked_at() -> None:
    """One shared character shows nothing."""
    texts = [f"{word}东港方略{word}" for word in "甲乙丙丁戊己庚辛"]
    assert figures(texts, ["新方略", "东风"], unspaced=True)["东港方略"] > STRANGE
    assert figures(texts, ["方案", "东风"], unspaced=True)["东港方略"] < STRANGE


def test_without_known_formulations_nothing_is_familiar() -> None:
    """No forms, and no texts."""
    assert set(figures([f"{word} harbour lanterns {word}" for word in FILL], []).values()) == {math.log(NONE_KNOWN)}
    assert figures([], ["open harbour"]) == {}
