"""Facets: counts of confirmed hits."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Record
from onrecord.store import Filters, facets

PAGES = {
    "one.txt": "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nAuria opposes the harbour tariff.\n\nThe harbour is.",
    "two.txt": "Ministry of Trade of Auria\n\nMarch 9, 2025\n\nThe harbour of Auria stays open, the spokesperson said.",
    "three.txt": "A note on the harbour, without a day.",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Three texts, two of them dated."""
    for name, words in PAGES.items():
        (tmp_path / name).write_text(words)
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / name for name in PAGES], workers=1)
    return Record.open(tmp_path / "record")


def test_facets_count_what_search_finds(record: Record) -> None:
    """Each facet sums to the number of hits, and every value gives as many hits when it is asked for as a filter."""
    counted, hits = record.facets("harbour"), record.search("harbour", limit=100).hits
    assert counted.hits == len(hits) == 4
    assert counted.complete
    for name in ("actor", "lang", "form", "authority", "year"):
        assert sum(count for _, count in getattr(counted, name)) == len(hits), name
    for form, count in counted.form:
        assert len(record.search("harbour", Filters(form=form), limit=100).hits) == count
    assert dict(counted.year) == {"2024": 2, "2025": 1, "": 1}


def test_months_have_the_characters_said_in_them(record: Record) -> None:
    """A month counts its hits and the length of all statements that fall in it; undated hits are in no month."""
    months = record.facets("harbour").months
    assert [(m.month, m.hits) for m in months] == [("2024-01", 2), ("2025-03", 1)]
    assert all(0 < m.chars <= max(map(len, PAGES.values())) for m in months)


def test_more_hits_than_are_counted_are_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facets of too many hits are those of the newest, and say that they are not all."""
    monkeypatch.setattr(facets, "FACET_HITS", 2)
    counted = record.facets("harbour")
    assert (counted.hits, counted.complete) == (2, False)
    assert [year for year, _ in counted.year] == ["2025", "2024"]
