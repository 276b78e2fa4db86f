"""Narration: the law of voices, and speeches."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import Reader

LINES = st.lists(st.sampled_from(["Ada Vell: words", "more words", "# A headline", "- Share", "Who? ", "", "“open"]))


@settings(deadline=None, max_examples=150)
@given(rows=LINES, labels=st.booleans())
def test_every_main_character_has_a_voice(rows: list[str], labels: bool, read: Reader) -> None:
    """Each character of body, headline, question and answer lies in a turn or a narration."""
    result = read("\n".join(rows), labels=labels)
    voices = [s for u in result.marks.utterances if u.mode in ("turn", "narration") for s in (u.parts or (u.span,))]
    for block in result.blocks:
        if block.kind in ("body", "headline", "question", "answer"):
            assert any(v.covers(block.span) for v in voices)
        else:
            assert not any(v.covers(block.span) for v in voices if len(voices) == 1)


def test_a_report_has_no_speaker(read: Reader) -> None:
    """The reporter's voice is narration without a speaker."""
    (voice,) = read("Ships left the port.").marks.utterances
    assert (voice.mode, voice.speaker, voice.rule) == ("narration", None, "narration/page")


def test_a_speech_has_the_speaker_of_its_heading(read: Reader) -> None:
    """The words of a speech are those of the person its heading names."""
    for heading in ("Remarks by President Oda Brill at the Harbour Forum", "Oda Brill, President of the Port Council"):
        voices = read(f"# {heading}\nThank you all.", form="statement").marks.utterances
        assert voices[-1].speaker is not None
        assert voices[-1].speaker.name == "Oda Brill"
        assert voices[-1].rule == "narration/heading"


def test_a_heading_in_title_case_is_no_name(read: Reader) -> None:
    """ "Embassy Spokesperson Answers Questions" names nobody."""
    voices = read("# Embassy Spokesperson Answers Questions on Chips\nThe rule is clear.", form="statement").marks
    assert all(u.speaker is None for u in voices.utterances)
