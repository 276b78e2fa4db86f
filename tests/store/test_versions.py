"""Versions: revisions, copies and places tell statements apart that look alike."""

from __future__ import annotations

from typing import Any

from onrecord.model import Told
from onrecord.store import Entry, Filters, Page, Store, Version

URL = (Told("url", "https://veil.example/1", "caller"),)


def _versions(store: Store) -> dict[str, Version]:
    return {s.locator: s.version for s in store.list_statements()}


def test_revisions_of_a_page_are_numbered_by_the_time_of_their_capture(store: Store, make: Any) -> None:
    """Added the later one first, the earlier capture is revision 1; a list and a search say the same."""
    store.put([Entry(make("Auria objects twice.", "b", told=URL, retrieved="2031-06-01T00:00:00Z"))])
    store.put([Entry(make("Auria objects once.", "a", told=URL, retrieved="2031-05-01T00:00:00Z"))])

    expected = {"a": Version(1, 2, "2031-05-01T00:00:00Z"), "b": Version(2, 2, "2031-06-01T00:00:00Z")}
    assert _versions(store) == expected
    assert {h.locator: h.version for h in store.search("objects").hits} == expected
    assert {store.statement(s.id).version for s in store.list_statements()} == set(expected.values())


def test_a_page_that_goes_back_is_its_last_revision(store: Store, make: Any) -> None:
    """Bytes that came back after others are counted where they were seen last."""
    for words in ("Auria objects.", "Auria agrees.", "Auria objects."):
        store.put([Entry(make(words, "a", told=URL))])

    assert sorted((v.revision, v.revisions) for v in (s.version for s in store.list_statements())) == [(2, 3), (3, 3)]


def test_a_copy_names_the_statement_held_first(store: Store, make: Any) -> None:
    """Other bytes with the same words are a copy; the same bytes elsewhere are one statement at two places."""
    store.put(
        [Entry(make("Auria objects.", "a")), Entry(make("Auria  objects.", "b")), Entry(make("Auria objects.", "c"))]
    )
    first = next(s.id for s in store.list_statements() if s.locator == "a")

    assert _versions(store) == {"a": Version(places=2), "b": Version(copy_of=first)}
    (hit,) = store.search("objects", Filters(), Page(fold_copies=True)).hits
    assert (hit.copies, len(hit.others)) == (2, 1)


def test_statements_without_words_are_no_copies(store: Store, make: Any) -> None:
    """Nothing said twice is no copy."""
    store.put([Entry(make("?", "a")), Entry(make("!", "b"))])

    assert {v.copy_of for v in _versions(store).values()} == {None}
