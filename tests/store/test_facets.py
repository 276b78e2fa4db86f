"""Facets: counts of confirmed hits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.store import Filters, Hit, facets
from onrecord.store.search import TooLong

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


def test_variants_are_counted_and_can_be_left_out(tmp_path: Path) -> None:
    """Each form that was found has its number of hits, and what is left out is found no more, alone or with others."""
    (tmp_path / "a.txt").write_text("Harbours are open.\n\nThe HARBOUR pays for harbours.\n\nOne harbour is closed.")
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / "a.txt"], workers=1)
        counted = held.facets("harbour", stem=True)
        assert dict(counted.variants) == {"harbour": 2, "harbours": 2}
        without = Filters(without=("harbours",))
        assert held.facets("harbour", without, stem=True).hits == 2
        left = held.search("harbour", without, stem=True).hits
        assert [hit.match.casefold() for hit in left] == ["harbour", "harbour"]
        assert held.search("harbour", Filters(without=("harbour", "harbours")), stem=True).hits == ()


def test_what_was_found_in_time_is_counted(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that takes too long counts what was found, as a part; nothing found is an error."""
    hits = record.search("harbour", limit=100).hits

    def slow(*_: object, **__: object) -> Iterator[Hit]:
        yield from hits[:given]
        raise TooLong("the query took too long")

    monkeypatch.setattr(facets.search, "every", slow)
    given = 2
    part = record.facets("harbour")
    assert (part.hits, part.complete) == (2, False)
    given = 0
    with pytest.raises(TooLong):
        record.facets("harbour")
