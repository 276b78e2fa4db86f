"""Arabic text layers whose words are put together as no writer does."""

from __future__ import annotations

from onrecord.knowledge import load
from onrecord.model import make_source
from onrecord.pipeline import process

SOUND = "تؤكد حكومة أرفينيا أن الأمن في المضيق مسؤولية الجميع وأن الإجراءات الأخيرة لا تخدم السلام بين البلدين. "


def reasons(words: str) -> list[str]:
    """Reason codes of the notices of a text."""
    return [
        str(getattr(n.reason, "value", n.reason))
        for n in process(make_source(words.encode(), "text/plain", "a.txt"), load()).notices
    ]


def test_sound_arabic_has_no_notice() -> None:
    """Words with hamza, lam-alef and final letters in their places are legible."""
    assert "illegible_text" not in reasons(SOUND * 6)


def test_lam_alefs_whose_parts_changed_places() -> None:
    """Two alefs at the head of a word stand in no Arabic word."""
    assert "illegible_text" in reasons((SOUND * 6).replace("الأ", "األ").replace("الإ", "اإل"))


def test_glued_words() -> None:
    """A letter that only ends words stands before no other."""
    assert "illegible_text" in reasons((SOUND * 6).replace("مسؤولية ", "مسؤولية").replace("حكومة ", "حكومة"))
