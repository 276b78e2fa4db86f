"""Sentences: they tile any text, and end where readers end them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.segment import segment, sentences

CASES = [
    ("en", "Mr. Lowe of the U.S. side agreed. He left at 3 p.m. on Monday.", 2),
    ("en", "Will it open? It will! On May 4.", 3),
    ("fr", "M. Lefort a signé l'accord. Il est parti lundi.", 2),
    ("es", "El Sr. Rojas firmó el acuerdo. Salió el lunes.", 2),
    ("ru", "Он подписал договор. Потом уехал в столицу.", 2),
    ("ar", "وقع الوزير الاتفاق. ثم غادر العاصمة.", 2),
    ("zh-Hans", "双方同意。海峡将于五月开放！何时？", 3),
    ("zh-Hans", "“我们反对。”何安娜说。会议结束。", 2),
    ("zh-Hans", "他说：“我们反对。”会议随后结束。", 2),
    ("zh-Hans", "增长3.5%，见http://a.example/?x=1。完毕。", 2),
]


@pytest.mark.parametrize(("lang", "text", "count"), CASES)
def test_sentences(lang: str, text: str, count: int) -> None:
    """Abbreviations, decimals and quotations followed by who said them end no sentence."""
    assert count == len(sentences(text, lang))


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab. ?!\n。”“？ M.\ud800中文1:…"), max_size=80),
    st.sampled_from(["en", "zh", "ru", "ar", "und"]),
)
def test_segments_tile(chars: str, lang: str) -> None:
    """Each sentence begins where the one before ended; together they are the text."""
    spans = segment(chars, lang)

    assert chars == "".join(s.of(chars) for s in spans)
    assert all(len(s) for s in spans)


def test_wrapped_text_is_cut_at_blank_lines_only() -> None:
    """In wrapped text a line end is a space."""
    text = "The two sides\nagreed.\n\nA new paragraph"

    assert [s.of(text) for s in sentences(text, "en", wrapped=True)] == ["The two sides\nagreed.", "A new paragraph"]
