"""Pairs of sentences: kinds, words changed, order, strength."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.compare import words
from onrecord.compare.pairs import Pair, Sentence, Text, within_language
from onrecord.compare.strength import BLURRED, Stand, modal_step, step
from onrecord.compare.telling import telling
from onrecord.knowledge import Knowledge, load
from onrecord.model import Span
from onrecord.text.segment import sentences

FIRST = (
    "Valdoria opened the strait on Monday. It will pay 300 crowns to each crew. The fleet must leave by noon. "
    "The minister thanked the pilots of Corvane for their patience. Wheat is cheap."
)
SECOND = (
    "The fleet should leave by noon. Valdoria opened the strait on Monday. It will pay 200 crowns to each crew. "
    "A ferry sails again. Wheat is cheap!"
)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def text(chars: str) -> Text:
    spans = sentences(chars, "en")
    return Text(chars, "en", tuple(Sentence(s, words.cut(chars, s.start, s.end)) for s in spans))


def kinds(one: str, other: str, know: Knowledge) -> dict[str, Pair]:
    """The pairs by the beginning of their first, else second, sentence."""
    here, there = text(one), text(other)
    found = {}
    for pair in within_language(here, there, telling(know, "en")):
        side, numbers = (here, pair.one) if pair.one else (there, pair.other)
        found[side.sentences[numbers[0]].span.of(side.chars)[:9]] = pair
    return found


def test_every_sentence_is_in_one_pair_of_its_kind(know: Knowledge) -> None:
    """Kept, reworded, softened, dropped and added, each with what changed."""
    found = kinds(FIRST, SECOND, know)
    assert {key: pair.kind for key, pair in found.items()} == {
        "Valdoria ": "kept", "It will p": "reworded", "The fleet": "softened", "The minis": "dropped",
        "Wheat is ": "kept", "A ferry s": "added",
    }  # fmt: skip
    assert [c.kind for c in found["It will p"].changes] == ["number"]
    assert found["The fleet"].step is not None
    assert found["The fleet"].moved
    assert not found["Wheat is "].moved


def test_a_sentence_cut_in_two_is_one_pair(know: Knowledge) -> None:
    """Both halves answer to the whole."""
    one = "The council met on Monday in Corvane and approved the harbour law of the northern islands without a vote."
    other = "The council met on Monday in Corvane. It approved the harbour law of the northern islands without a vote."
    (pair,) = within_language(text(one), text(other), telling(know, "en"))
    assert (pair.one, pair.other) == ((0,), (0, 1))


def stand(act: str, rung: int, words: str, *, negated: bool = False) -> Stand:
    return Stand(act, rung, negated, Span(0, 1), words)


def test_only_stances_of_one_family_are_comparable() -> None:
    """A demand may be softened to an appeal; a demand against a thanks is not comparable, nor are opposite moves."""
    demands, urges, thanks = stand("demand", 5, "demands"), stand("demand", 4, "urges"), stand("welcome", 3, "thanks")
    assert (found := step([demands], [urges])) is not None
    assert found.way == "softened"
    assert step([urges], [urges]) is None
    assert step([demands], [thanks]) is None
    assert step([demands, stand("welcome", 3, "a")], [urges, stand("welcome", 4, "b")]) is None
    assert step([demands], [stand("demand", 4, "x", negated=True)]) is None
    assert step([replace(demands, who="VA")], [replace(urges, who="TE")]) is None
    assert step([replace(demands, who="VA")], [urges]) is not None


def test_a_rung_between_languages() -> None:
    """Between languages one rung is a step among demands, and none among intentions, where two are."""
    will, plans, may = stand("commit", 4, "将"), stand("commit", 3, "plans"), stand("commit", 2, "may")
    assert step([will], [plans], BLURRED) is None
    assert (found := step([will], [may], BLURRED)) is not None
    assert found.way == "softened"
    assert step([stand("demand", 5, "要求")], [stand("appeal", 4, "urges")], BLURRED) is not None


def test_modal_words_are_compared_one_to_one() -> None:
    """ "should" to "must" is harder; two modal words against one are not comparable."""
    assert (found := modal_step([(2, "should")], [(4, "must")])) is not None
    assert found.way == "hardened"
    assert modal_step([(2, "should"), (3, "will")], [(4, "must")]) is None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("No country should close the strait.", "No country may close the strait.", "reworded"),
        ("The fleet should not leave by noon.", "The fleet must not leave by noon.", "reworded"),
        ("The fleet must leave by noon.", "The fleet may leave by noon.", "softened"),
    ],
)
def test_modal_words_under_a_negation_are_not_comparable(one: str, other: str, kind: str, know: Knowledge) -> None:
    """ "No country may" is no softer than "no country should"."""
    (pair,) = within_language(text(one), text(other), telling(know, "en"))
    assert pair.kind == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The crews will leave the harbour by noon.", "The crews may leave the harbour by noon.", "softened"),
        ("The crews will mend the nets of the harbour.", "The crews can sleep on the nets of the harbour.", "reworded"),
        ("All payments must be made to the harbour.", "All payments shall be made to the harbour.", "reworded"),
    ],
    ids=["the same verb", "another verb", "must and shall"],
)
def test_a_modal_word_counts_where_both_bind_the_same(one: str, other: str, kind: str, know: Knowledge) -> None:
    """Else two statements of what may be and what will be stand side by side; "shall" binds as "must" does."""
    (pair,) = kinds(one, other, know).values()
    assert pair.kind == kind


def test_words_that_stand_on_both_sides_did_not_become_others(know: Knowledge) -> None:
    """An appeal beside a demand that both sides have is added, and the demand is no softer for it."""

    def taken(chars: str, stance: Stand) -> Text:
        made = text(chars)
        return replace(made, sentences=(replace(made.sentences[0], stands=(stance,)),))

    here = taken("We urge all crews to leave the strait of Corvane.", stand("demand", 4, "urge"))
    there = taken("We urge and ask all crews to leave the strait of Corvane.", stand("appeal", 3, "ask"))
    other = taken("We ask all crews to leave the strait of Corvane.", stand("appeal", 3, "ask"))
    tell = telling(know, "en")
    assert [p.kind for p in within_language(here, there, tell)] == ["reworded"]
    assert [p.kind for p in within_language(here, other, tell)] == ["softened"]
