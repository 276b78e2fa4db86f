"""Translations in a record that is too large to look at every sentence: paragraphs that share rare words."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Record
from onrecord.model import Span
from onrecord.record import sharing, translating, verifying
from onrecord.text.align.units import units
from onrecord.text.segment import sentences

SAID = "渔民需要和平与发展。\n去年贸易增长12%。\n双方将于三月举行会谈。\n政府公布新的投资计划。\n"
TOLD = "Les pêcheurs veulent la paix.\nLe gouvernement publie un plan d'investissement.\n"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two statements, asked as a large record is."""
    (tmp_path / "zh.txt").write_text(f"外交部发言人答记者问\n2031年3月5日\n{SAID}", encoding="utf-8")
    (tmp_path / "fr.txt").write_text(f"Déclaration\n6 mars 2031\n{TOLD}", encoding="utf-8")
    with Record.open(tmp_path / "held", write=True) as held:
        held.add([tmp_path / "zh.txt", tmp_path / "fr.txt"], workers=1)
    monkeypatch.setattr(verifying, "MANY", 0)
    return tmp_path / "held"


def test_a_translation_is_found_by_its_rare_words(record: Path) -> None:
    """The place is the sentence; a changed number is told; what no rare word leads to is not held."""
    with Record.open(record) as held:
        right, changed, stranger = held.verify(
            ["Trade grew by 12% last year.", "Trade grew by 19% last year.", "The lighthouse was sold to a baker."]
        )
    assert (right.verdict, changed.verdict, stranger.verdict) == ("translation", "altered", "not_held")
    assert right.places[0].words == "去年贸易增长12%。"


def test_a_word_that_many_paragraphs_hold_leads_nowhere(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no word rare enough nothing is proposed, so nothing is called a translation."""
    monkeypatch.setattr(sharing, "COMMON", 0)
    with Record.open(record) as held:
        assert held.verify("Trade grew by 12% last year.")[0].verdict == "not_held"


def test_the_units_of_several_sentences_are_those_of_each() -> None:
    """Made once for each sentence and joined, with places in the run: those of the whole run."""
    chars = "On 5 March Valdoria sent 12 ships. Teshar answered. Nobody knows why the U.S. did not."
    spans = tuple(sentences(chars, "en"))
    run = translating._Sentence(7, Span(0, len(chars)), spans)
    assert len(spans) == 3
    assert translating._Cut({7: chars}, "en", frozenset()).of(run) == units(chars, "en")
