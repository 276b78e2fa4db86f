"""Alignment of sentences: beads, omissions, insertions, and what carried them. The texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.align import Lexicon, align, align_all, lexicon

FRENCH = [
    "Le ministre de Lavonie a rencontré la délégation le 12 mars 2031.",
    "Les deux parties ont signé un accord de coopération.",
    "Il a plu toute la journée, et les routes du sud sont restées fermées.",
    "La commission publiera son rapport en septembre.",
]
ENGLISH = [
    "The minister of Lavonia met the delegation on 12 March 2031.",
    "Both parties signed a cooperation agreement.",
    "The commission will publish its report in September.",
    "Thomas Brell, who was not there, sent a letter to 45 schools.",
]


@pytest.fixture(scope="module")
def french() -> Lexicon:
    told = [
        ("plu", "rain"),
        ("journée", "day"),
        ("lettre", "letter"),
        ("écoles", "schools"),
        ("pas", "not"),
        ("publiera", "publish"),
    ]
    return lexicon(("fr", "en"), given=told)


def shapes(one: list[str], other: list[str], words: Lexicon) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.one, bead.other) for bead in align(one, other, words).beads]


def test_what_one_side_lacks_is_said(french: Lexicon) -> None:
    """A sentence without an answer is an omission or an insertion, and the others keep their own."""
    assert shapes(FRENCH, ENGLISH[:3], french) == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,))]
    assert shapes([FRENCH[0], FRENCH[3]], ENGLISH[:3], french) == [((0,), (0,)), ((), (1,)), ((1,), (2,))]


def test_one_sentence_can_answer_two(french: Lexicon) -> None:
    """Two sentences made into one are one bead."""
    joined = [ENGLISH[0].removesuffix(".") + ", and " + ENGLISH[1], *ENGLISH[2:3]]
    assert shapes([FRENCH[0], FRENCH[1], FRENCH[3]], joined, french) == [((0, 1), (0,)), ((2,), (1,))]


def test_words_that_carried_a_pair_have_their_places(french: Lexicon) -> None:
    """Links point at the words of both sides, and telling words without one are named."""
    bead = align(FRENCH[:1], ENGLISH[:1], french).beads[0]
    linked = {
        (FRENCH[0][link.one.start : link.one.end], ENGLISH[0][link.other.start : link.other.end]) for link in bead.links
    }
    assert {("2031", "2031"), ("mars", "March"), ("délégation", "delegation")} <= linked
    assert min(bead.covered) > 0.5


def test_one_language_needs_no_words() -> None:
    """Two versions in one language align by their own words."""
    words = lexicon(("en", "en-GB"))
    later = [ENGLISH[0], ENGLISH[2], "Nobody rose to speak against the motion that Brell had sent in."]
    assert shapes(ENGLISH[:3], later, words) == [
        ((0,), (0,)), ((1,), ()), ((2,), (1,)), ((), (2,)),
    ]  # fmt: skip


def test_nothing_to_align_is_no_error(french: Lexicon) -> None:
    """An empty side leaves every sentence of the other without an answer."""
    assert shapes([], ENGLISH[:2], french) == [((), (0,)), ((), (1,))]
    assert shapes([], [], french) == []


def test_texts_aligned_together_keep_their_numbers(french: Lexicon) -> None:
    """Each alignment of many numbers the sentences of its own texts."""
    found = align_all([(FRENCH, ENGLISH), (FRENCH[3:], ENGLISH[2:3])], french)
    assert [(b.one, b.other) for b in found[1].beads] == [((0,), (0,))]
    assert all(place.one.sentence == 0 for bead in found[1].beads for place in bead.links)


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from([*FRENCH, "", "…", "42"]), max_size=9),
    st.lists(st.sampled_from([*ENGLISH, "", "42 x"]), max_size=9),
)
def test_every_sentence_is_in_one_bead(one: list[str], other: list[str]) -> None:
    """Beads partition both sides in order, whatever the texts."""
    beads = align(one, other, lexicon(("fr", "en"), sources=())).beads
    assert [i for bead in beads for i in bead.one] == list(range(len(one)))
    assert [j for bead in beads for j in bead.other] == list(range(len(other)))
