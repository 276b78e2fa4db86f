"""The page of a comparison: nothing of a document is markup, nothing is loaded, directions are right."""

from __future__ import annotations

from onrecord.export.comparison import Cell, Column, Marked, Note, Row, Section, page
from onrecord.model import Span

HOSTILE = "<script>alert(1)</script> “a” & \u202eb\x00"


def made(words: str, lang: str = "en") -> str:
    cell = Cell(words, (Marked(Span(0, 3), 'x"y', tells=True),), Span(5, 5 + len(words)))
    column = Column("s1", lang, (("outlet", words),))
    told = Note("telling", (("what", words), ("words", words)))
    return page(words, [Section(column, column, words, (Row("reworded", cell, Cell(), (told,)),))], "Made.")


def test_documents_are_text_and_never_markup() -> None:
    """Tags, controls and marks of direction are shown, not obeyed; no script, no address, and a policy."""
    html = made(HOSTILE)
    assert "<script" not in html
    assert "\u202e" not in html
    assert "\x00" not in html
    assert "default-src &#x27;none&#x27;" in html
    assert "http://" not in html
    assert "https://" not in html


def test_right_to_left_words_are_set_from_the_right() -> None:
    """A cell says its direction and language; places stay left to right."""
    html = made("السلام عليكم", "ar")
    assert '<td dir="rtl" lang="ar">' in html
    assert '<div class="why" dir="ltr">[5:' in html


def test_what_is_set_off_are_the_words_of_its_span() -> None:
    """The mark holds the characters of the span, and its title the kind."""
    assert '<mark class="one told" title="x&quot;y">abc</mark>def' in made("abcdef")
