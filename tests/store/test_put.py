"""Putting: what an entry becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import Fact, Layout, SetAside, Span, Told
from onrecord.store import Entry, Finish, Job, Store


def test_a_dossier_comes_back_as_it_was_put(store: Store, make: Any) -> None:
    """Every field of a dossier survives the store."""
    told = (Told("charset", "utf-8", "http:Content-Type"),)
    given = make("Auria objects.\nIt said so twice.", told=told, retrieved="2031-05-05T00:00:00Z")
    [result] = store.put([Entry(given)])
    assert (result.outcome, result.sequence, result.statements) == ("new", 1, (given.statements[0].id,))
    assert store.dossier(given.source.id) == given
    assert store.dossier(given.statements[0].id) == given
    assert list(store.dossiers()) == [given]


def test_the_same_bytes_twice_are_the_same(store: Store, make: Any) -> None:
    """Adding the same bytes from the same locator changes nothing and says so, in one batch or in two."""
    given = make("Auria objects.")
    assert [r.outcome for r in store.put([Entry(given), Entry(given)])] == ["new", "same"]
    before = store.fingerprint(), store.counts()
    [again] = store.put([Entry(given)])
    assert (again.outcome, again.statements) == ("same", (given.statements[0].id,))
    assert (store.fingerprint(), store.counts()) == before


def test_the_same_bytes_elsewhere_are_a_copy(store: Store, make: Any) -> None:
    """Bytes that are held under another locator add a capture and nothing else."""
    store.put([Entry(make("Auria objects.", "a.txt"))])
    [copy] = store.put([Entry(make("Auria objects.", "b.txt"))])
    assert copy.outcome == "copy"
    counts = store.counts()
    assert (counts["source"], counts["capture"], counts["statement"]) == (1, 2, 1)


def test_new_bytes_at_the_same_place_are_a_revision(store: Store, make: Any) -> None:
    """A page with new bytes is a revision; both are kept, in order."""
    first, second = make("Auria objects.", "a.txt"), make("Auria agrees.", "a.txt")
    results = store.put([Entry(first), Entry(second)])
    assert [r.outcome for r in results] == ["new", "revision"]
    assert (results[1].before, results[1].sequence) == (first.source.id, 2)
    assert [(c.source, c.sequence) for c in store.revisions("a.txt")] == [(first.source.id, 1), (second.source.id, 2)]
    assert len(store.statement(second.statements[0].id).revisions) == 2
    assert store.counts()["revised"] == 1


def test_a_page_is_known_by_the_address_it_was_fetched_from(store: Store, make: Any) -> None:
    """Two files that the carrier says are one page are revisions of each other."""
    told = (Told("url", "https://veil.example/1", "field:url"),)
    results = store.put([Entry(make("One.", "a.txt", told=told)), Entry(make("Two.", "b.txt", told=told))])
    assert [r.outcome for r in results] == ["new", "revision"]


@pytest.mark.parametrize(
    ("link", "outcome"),
    [("https://veil.example/news/1", "revision"), ("https://veil.example/", "new"), ("javascript:x", "new")],
)
def test_a_canonical_link_names_a_page_but_a_home_page_does_not(
    store: Store, make: Any, link: str, outcome: str
) -> None:
    """The page's own canonical address chains revisions, except the careless ones that name the home page."""
    layout = Layout(facts=(Fact("link:canonical", link, Span(0, 0)),))
    results = store.put([Entry(make("One.", "a.html", layout=layout)), Entry(make("Two.", "b.html", layout=layout))])
    assert results[1].outcome == outcome


def test_a_page_that_goes_back_to_old_bytes_is_a_revision_again(store: Store, make: Any) -> None:
    """A, then B, then A again at a later time: three captures, two sources."""
    times = ("2031-01-01T00:00:00Z", "2031-01-02T00:00:00Z", "2031-01-03T00:00:00Z")
    texts = ("One.", "Two.", "One.")
    results = store.put([Entry(make(t, "a.txt", retrieved=r)) for t, r in zip(texts, times, strict=True)])
    assert [r.outcome for r in results] == ["new", "revision", "same"]
    assert [c.sequence for c in store.revisions("a.txt")] == [1, 2, 3]
    assert store.counts()["source"] == 2


def test_two_sources_with_the_same_characters_share_a_text(store: Store, make: Any) -> None:
    """The same text from other bytes (a byte order mark) is one text, two readings, two statements."""
    plain = make("Auria objects.", "a.txt")
    marked = make("Auria objects.", "b.txt", data=b"\xef\xbb\xbfAuria objects.")
    store.put([Entry(plain), Entry(marked)])
    counts = store.counts()
    assert (counts["text"], counts["source"], counts["statement"]) == (1, 2, 2)
    assert store.dossier(marked.source.id) == marked


def test_what_is_set_aside_is_kept_once(store: Store) -> None:
    """A set-aside row is kept with its reason, and once."""
    aside = SetAside("bad.pdf", "broken_pdf", "no cross-reference table", 3)
    results = store.put([Entry(aside), Entry(aside)])
    assert [r.outcome for r in results] == ["set_aside", "same"]
    assert store.set_aside() == [aside]


def test_a_lone_surrogate_is_set_aside_and_the_batch_goes_on(store: Store, make: Any) -> None:
    """Text that no database can hold never stops a run: it is set aside with its reason."""
    bad = make("Auria \ud800 objects.", "bad.txt", data=b"x")
    results = store.put([Entry(make("One.", "a.txt")), Entry(bad), Entry(make("Two.", "b.txt"))])
    assert [r.outcome for r in results] == ["new", "set_aside", "new"]
    assert results[1].reason == "bad_unicode"
    assert not list(store.check())


def test_a_surrogate_in_a_late_field_leaves_no_half_of_its_document(store: Store, make: Any) -> None:
    """A document found unfit after most of its rows were made leaves none of them, and its text can come again."""
    good = make("Auria objects.", "a.txt")
    late = replace(good, notices=(replace(good.notices[0], detail="\udfff"),))
    results = store.put([Entry(late), Entry(good)])
    assert [r.outcome for r in results] == ["set_aside", "new"]
    assert not list(store.check())


def test_a_document_too_large_for_a_row_is_set_aside(tmp_path: Path, make: Any) -> None:
    """A text above the limit of a row is set aside as too large."""
    with Store.open(tmp_path / "r", write=True, create=True, limits=Limits(row_bytes=20_000)) as store:
        [result] = store.put([Entry(make("word " * 3_000))])
        assert (result.outcome, result.reason) == ("set_aside", "too_large")
        assert not list(store.check())


def test_null_characters_and_astral_characters_survive(store: Store, make: Any) -> None:
    """Characters that SQL counts otherwise come back, and spans hold."""
    given = make("Auria\x00 objects 𝐀 twice 👩‍👩‍👧.\nNext.")
    store.put([Entry(given)])
    assert store.dossier(given.source.id) == given
    assert not list(store.check())


def test_an_empty_text_is_held(store: Store, make: Any) -> None:
    """A dossier without any block or statement is stored and comes back."""
    given = replace(make("x", data=b""), blocks=(), statements=(), utterances=(), positions=())
    store.put([Entry(given)])
    assert store.dossier(given.source.id) == given


def test_a_failed_batch_leaves_nothing_and_the_store_goes_on(store: Store, make: Any, monkeypatch: Any) -> None:
    """When the disk fails in the middle of a batch, nothing of it is held, and the next batch is."""
    store.put([Entry(make("One.", "a.txt"))])
    before = store.fingerprint()

    def fail(_items: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(store.originals, "write", fail)
        with pytest.raises(InputError, match="full"):
            store.put([Entry(make("Two.", "b.txt"))])
    assert store.fingerprint() == before
    assert [r.outcome for r in store.put([Entry(make("Two.", "b.txt"))])] == ["new"]
    assert not list(store.check())


def test_too_little_free_space_is_said_before_anything_is_written(tmp_path: Path, make: Any) -> None:
    """The reserve of free space is kept: a batch that would use it is refused in a sentence."""
    folder = tmp_path / "r"
    with Store.open(folder, write=True, create=True) as store:
        store.put([Entry(make("One.", "a.txt"))])
        store.limits = Limits(free_space_bytes=1 << 60)
        with pytest.raises(InputError, match="is full; free at least"):
            store.put([Entry(make("Two.", "b.txt"))])
        assert store.counts()["source"] == 1


def test_a_job_is_counted_before_it_is_read_and_resumed_by_its_parts(store: Store, make: Any) -> None:
    """A try is on the disk before parsing; finished members are known; a done job is not begun again."""
    job = Job("feed.xml", "f" * 64)
    [first] = store.begin([job])
    assert (first.tries, first.done, first.parts) == (1, False, frozenset())
    store.put([Entry(make("One.", "feed.xml#1"), job, 1)])
    [second] = store.begin([job])
    assert (second.tries, second.parts) == (2, frozenset({1}))
    store.put([Entry(SetAside("feed.xml", "bad_link", "x", 2), job, 2), Finish(job, 2)])
    [third] = store.begin([job])
    assert (third.tries, third.done, third.found, third.parts) == (2, True, 2, frozenset({1, 2}))
    assert third.aside == frozenset({2})
    assert not list(store.check())


def test_relabelling_adds_a_generation_and_moves_no_span(store: Store, make: Any) -> None:
    """New labels hold, old ones stay readable, the index follows, and the same labels again change nothing."""
    given = make("Menu\nAuria objects to the measure.", kinds=("body", "body"))
    store.put([Entry(given)])
    better = replace(
        given,
        blocks=(replace(given.blocks[0], kind="furniture"), given.blocks[1]),
        made=replace(given.made, labeller="lines/2"),
    )
    assert [r.outcome for r in store.relabel([better])] == ["relabelled"]
    assert store.dossier(given.source.id) == better
    assert [r.outcome for r in store.relabel([better])] == ["same"]
    assert store.search("menu").hits == ()
    assert [hit.spans for hit in store.search("measure").hits] == [(Span(26, 33),)]
    assert store.counts()["block"] == 2
    held = store.connection.execute("SELECT count(*), count(DISTINCT labelling) FROM block").fetchall()
    assert held == [(4, 2)]
    assert not list(store.check())


def test_a_source_that_is_not_held_cannot_be_relabelled(store: Store, make: Any) -> None:
    """Relabelling is for what is held."""
    with pytest.raises(InputError, match="not held"):
        store.relabel([make("One.")])


def test_the_fingerprint_does_not_depend_on_order_or_clock(tmp_path: Path, make: Any) -> None:
    """The same documents in another order, in other batches and at another time give the same fingerprint."""
    given = [make(f"Auria objects {i}.", f"{i}.txt") for i in range(7)]
    prints = []
    for name, order, size in (("a", given, 7), ("b", given[::-1], 2)):
        with Store.open(tmp_path / name, write=True, create=True) as store:
            for start in range(0, 7, size):
                store.put([Entry(d) for d in order[start : start + size]])
            prints.append(store.fingerprint())
    with Store.open(tmp_path / "c", write=True, create=True) as store:
        store.put([Entry(d) for d in given[:-1]])
        prints.append(store.fingerprint())
    assert prints[0] == prints[1] != prints[2]
