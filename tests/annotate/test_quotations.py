"""Quotations and reported speech: cases by language, and laws that hold for any text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge.languages import LANGUAGES
from onrecord.model import UNKNOWN, Span

from .conftest import Read, Reader, cases

MARKS = list("“”\"«»„「」『』‘’':：，,.。?？—()*xİﬁ\u0301\ud800\U0001f30a")
WORDS = ("said", " he said ", "Lorne", "that ", "表示", "他", "说", "据", "透露", "заявил", "что ", "afirmó", "que ")
MORE = ("a déclaré ", "قال ", "إن ", "according to ", "Mr. ", "U.S. ", " ", "\n", "\u00a0")
SCRAPS = st.sampled_from([*MARKS, *WORDS, *MORE])
TEXTS = st.lists(SCRAPS | st.text(max_size=3), max_size=60).map("".join)


def _found(read: Read) -> list[list[str]]:
    return [[u.mode, u.speaker.name if u.speaker else "", read.words(u)] for u in read.reported]


@pytest.mark.parametrize("case", [*cases("quotations"), *cases("finite"), *cases("voices"), *cases("five")])
def test_case(case: dict[str, Any], read: Reader) -> None:
    """The reported words of each case are found with their speakers, and nothing else is."""
    found = _found(read(case["text"], case["lang"]))
    expected = case.get("expect", [])
    names = [[m, n if e[1] != "*" else "*", w] for (m, n, w), e in zip(found, expected, strict=False)]
    assert (names if len(found) == len(expected) else found) == expected


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda x: x.code)
def test_every_language_reports(language: Any) -> None:
    """Each language has marks, cues and words for offices, and no cue is written in capitals."""
    speech = language.speech
    assert speech.marks
    assert len(speech.say) >= 20
    assert speech.offices
    assert speech.according
    cues = (*speech.say, *speech.think, *speech.stance, *speech.acts, *speech.offices)
    assert [w for w in cues if w != w.lower()] == []


@settings(deadline=None, max_examples=300)
@given(chars=TEXTS, lang=st.sampled_from([x.code for x in LANGUAGES]), labels=st.booleans())
def test_any_text(chars: str, lang: str, labels: bool, read: Reader) -> None:
    """Any text is read without an exception, and every span lies inside it, parts inside their utterance."""
    result = read(chars, lang, labels=labels)
    ids = [u.id for u in result.marks.utterances]
    known = set(ids)
    for u in result.marks.utterances:
        assert 0 <= u.span.start < u.span.end <= len(chars)
        assert all(u.span.covers(p) and len(p) for p in u.parts)
        assert list(u.parts) == sorted(u.parts)
        assert u.rule
        assert u.statement == "s"
        assert u.within is None or u.within in known
        assert u.speaker is None or u.speaker.name.strip()
        for span in (u.cue, u.speaker.span if u.speaker else None):
            assert span is None or 0 <= span.start < span.end <= len(chars)
    assert len(known) == len(ids)


@settings(deadline=None, max_examples=100)
@given(chars=TEXTS, lang=st.sampled_from([x.code for x in LANGUAGES]))
def test_same_text_same_marks(chars: str, lang: str, read: Reader) -> None:
    """Reading twice gives the same marks with the same ids."""
    assert read(chars, lang).marks == read(chars, lang).marks


def test_quotation_points_at_its_voice(read: Reader) -> None:
    """A quotation says which turn or narration it stands in."""
    result = read("Ada Vell: The port said that ships were safe.", form="qa", labels=True)
    (turn,), (quote,) = result.turns, result.reported
    assert quote.within == turn.id


def test_voice_inside_a_voice(read: Reader) -> None:
    """A report inside a report says within which it stands, and a pronoun after both is the outer speaker."""
    result = read("Edda Lorne said that Halim Daro had told Ada Vell that talks were over. She added that it was late.")
    outer, inner, after = result.reported
    assert inner.within == outer.id
    assert [u.speaker.name for u in (outer, inner, after) if u.speaker] == ["Edda Lorne", "Halim Daro", "Edda Lorne"]


def test_own_side_is_no_report(read: Reader) -> None:
    """In a turn, "we" and the speaker's own state are the speaker's voice, and another state is not."""
    chars = (
        "Lagoon Daily: What do you say?\n"
        "Tesharian Foreign Ministry spokesperson: We believe that talks help. Teshar believes that talks help. "
        "Valdoria said that talks help."
    )
    result = read(chars, form="qa", date="2025-01-15", labels=True)
    assert [u.speaker.name for u in result.reported if u.speaker] == ["Valdoria"]


def test_unclosed_marks_are_noticed(read: Reader) -> None:
    """A mark that opens and never closes gives a notice."""
    reasons = [n.reason for n in read("He said “this and nothing more.").marks.notices]
    assert reasons == ["unbalanced_quotes"]
    assert read("He said “this and nothing more.”").marks.notices == ()


def test_pronoun_without_a_name_keeps_its_place(read: Reader) -> None:
    """Words of a "she" whom nobody named are of somebody unknown, at the place of the pronoun."""
    result = read("She said that the harbour would open.")
    (quote,) = result.reported
    assert quote.speaker is not None
    assert quote.speaker.name == UNKNOWN
    assert not quote.speaker.known
    assert quote.speaker.span == Span(0, 3)
