"""Search: what is found, where exactly, in which order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import Span, Speaker
from onrecord.store import Entry, Filters, Page, Store
from onrecord.store.shadow import PIECE_CHARS
from onrecord.text.fold import forms


def found(store: Store, words: str, filters: Filters = Filters(), **page: Any) -> list[str]:  # noqa: B008
    """The matched stretches of the first page, joined for each hit."""
    hits = store.search(words, filters, Page(**page)).hits
    return ["|".join(span.of(store.dossier(h.source).text.chars) for span in h.spans) for h in hits]


MATCHES = [
    ("words anywhere in the paragraph", "Auria firmly objects to the measure", "measure auria", "Auria|measure"),
    ("a phrase", "Auria objects to the measure", '"the measure"', "the measure"),
    ("curly quotes make a phrase too", "Auria objects to the measure", "“to the”", "to the"),
    ("a mark left open", "Auria objects to the measure", '"the measure', "the measure"),
    ("case and width", "ＡＵＲＩＡ objects", "auria", "ＡＵＲＩＡ"),
    ("an abbreviation", "The U.S. side objects", "u.s.", "U.S"),
    ("an abbreviation in a phrase", "The U.S. side objects", '"u.s. side"', "U.S. side"),
    ("a number with a comma", "It costs 3,000 crowns", '"3 000"', "3,000"),
    ("a hyphen for a space", "an export-control measure", '"export control"', "export-control"),
    (
        "quotation marks inside a phrase",
        "the so-called “national security” reason",
        '"called national"',
        "called “national",
    ),
    ("a line break inside a phrase", "national\u2028security", '"national security"', "national\u2028security"),
    ("Han of one character", "奥里亚反对出口管制。", "反", "反"),
    ("Han of two characters", "奥里亚反对出口管制。", "出口", "出口"),
    ("Han of many characters", "奥里亚反对出口管制。", "反对出口管制", "反对出口管制"),
    ("simplified finds traditional", "奧里亞反對出口管制。", "反对出口", "反對出口"),
    ("traditional finds simplified", "奥里亚反对出口管制。", "反對", "反对"),
    ("Han over white space", "出口 管制", "出口管制", "出口 管制"),
    ("Han and Latin together", "用AI治理", "AI治理", "AI治理"),
    ("Arabic without harakat", "أُورِيَا تعترض", "اوريا", "أُورِيَا"),
    ("an astral character before", "𝐀𝐁 Auria", "auria", "Auria"),
]
NO_MATCH = [
    ("one word missing", "Auria objects", "auria measure"),
    ("words in another order", "the measure", '"measure the"'),
    ("part of a word", "measurement", "measure"),
    ("a phrase over a comma", "human, rights", '"human rights"'),
    ("a phrase over a full stop", "It is human. Rights follow", '"human rights"'),
    ("Han over a full stop", "他支持出口。管制已经开始", "出口管制"),
    ("Han in another order", "管制出口", "出口管制"),
    ("a stem in exact search", "Auria opposed it", "oppose"),
]


@pytest.mark.parametrize(("chars", "words", "expected"), [m[1:] for m in MATCHES], ids=[m[0] for m in MATCHES])
def test_what_is_found(store: Store, make: Any, chars: str, words: str, expected: str) -> None:
    """A hit gives the exact stretches of the stored text."""
    store.put([Entry(make(chars))])
    assert found(store, words) == [expected]


@pytest.mark.parametrize(("chars", "words"), [m[1:] for m in NO_MATCH], ids=[m[0] for m in NO_MATCH])
def test_what_is_not_found(store: Store, make: Any, chars: str, words: str) -> None:
    """What the index alone would take for a match is dropped when it does not stand in the text."""
    store.put([Entry(make(chars))])
    assert found(store, words) == []


@pytest.mark.parametrize(
    ("lang", "chars", "words", "expected"),
    [
        ("en", "Auria opposed the measures", "opposing measure", "opposed|measures"),
        ("ru", "Российские меры", "российскими мерами", "Российские|меры"),
        ("ar", "والصين تعترض", "الصين", "والصين"),
        ("fr", "Les mesures prises", "mesure", "mesures"),
        ("zh-Hans", "出口管制", "管制", "管制"),
    ],
)
def test_stems_are_found_when_asked_for(
    store: Store, make: Any, lang: str, chars: str, words: str, expected: str
) -> None:
    """``stemmed`` finds other forms of the same word, in the language of the paragraph."""
    store.put([Entry(make(chars, lang=lang))])
    assert found(store, words, stemmed=True) == [expected]


def test_hits_come_newest_first_then_in_order_of_the_text(store: Store, make: Any) -> None:
    """Newest first; paragraphs of one text in its order; statements without a date last; pages do not overlap."""
    dates = ["2030-01-01", None, "2031-05-04", "2031", "XXXX-05-04"]
    for i, date in enumerate(dates):
        store.put([Entry(make(f"measure one {i}\nmeasure two {i}", f"{i}.txt", date=date))])
    hits = store.search("measure", Filters(), Page(limit=100)).hits
    assert [h.date for h in hits[::2]] == ["2031", "2031-05-04", "2030-01-01", None, "XXXX-05-04"]
    assert all(a.block.start < b.block.start for a, b in list(pairwise(hits))[::2])
    pages = [store.search("measure", Filters(), Page(limit=3, offset=at)) for at in (0, 3, 6, 9)]
    assert [h for page in pages for h in page.hits] == list(hits)
    assert [page.more for page in pages] == [True, True, True, False]


def test_a_hit_says_who_where_and_with_what_authority(store: Store, make: Any) -> None:
    """A hit carries the innermost voice at the match, and what is known of its statement and page."""
    given = make("Auria objects to the measure.\nNext.", "a.txt")
    who = Speaker("Bo Lark", "AU-B")
    inner = replace(given.utterances[0], id="in", span=Span(0, 13), parts=(), speaker=who, capacity="Aide")
    store.put([Entry(replace(given, utterances=(*given.utterances, inner)))])
    [first] = store.search("objects").hits
    [second] = store.search("measure").hits
    assert (first.speaker, first.actor, first.capacity) == ("Bo Lark", "AU-B", "Aide")
    assert (second.speaker, second.actor, second.capacity) == ("Ada Quill", "AU-X", "Minister")
    assert (second.left, second.match, second.right) == ("Auria objects to the ", "measure", ".")
    assert (second.authority, second.publisher, second.form, second.locator) == (
        "press", "veil.times", "report", "a.txt",
    )  # fmt: skip
    assert second.statement == given.statements[0].id


@pytest.mark.parametrize(
    ("filters", "dates"),
    [
        (Filters(since="2031"), ["2031-05-04", "2031", None, "XXXX-01-29"]),
        (Filters(since="2031-06"), ["2031", None, "XXXX-01-29"]),
        (Filters(until="2030-12"), ["2030-11-02", None, "XXXX-01-29"]),
        (Filters(since="2031-05", until="2031-06"), ["2031-05-04", "2031", None]),
        (Filters(since="2030-01", until="2030-02"), [None, "XXXX-01-29"]),
    ],
)
def test_a_date_that_can_lie_in_the_period_is_kept_and_said(
    store: Store, make: Any, filters: Filters, dates: list[str | None]
) -> None:
    """Uncertain dates are included only if they can lie in the period, and are marked as unsure."""
    for i, date in enumerate(["2030-11-02", "2031-05-04", "2031", None, "XXXX-01-29"]):
        store.put([Entry(make(f"measure {i}", f"{i}.txt", date=date))])
    page = store.search("measure", filters)
    assert sorted(map(str, [h.date for h in page.hits])) == sorted(map(str, dates))
    unsure = [h.date for h in page.hits if not h.date_sure]
    assert page.uncertain == len(unsure)
    assert "2031-05-04" not in unsure
    assert "2030-11-02" not in unsure
    assert {d for d in dates if d is None or d.startswith("XXXX")} <= set(unsure)


def test_filters_by_actor_language_form_and_kind(store: Store, make: Any) -> None:
    """Each filter keeps what it names, and nothing else."""
    store.put(
        [
            Entry(make("measure one", "a.txt", actor="BO-1")),
            Entry(make("measure two\nmeasure three", "b.txt", lang="zh-Hans", kinds=("furniture",))),
            Entry(make("measure four", "c.txt", actor=None)),
        ]
    )
    assert len(found(store, "measure")) == 3
    assert [h.actor for h in store.search("measure", Filters(actor="BO-1")).hits] == ["BO-1"]
    assert len(found(store, "measure", Filters(actor="ada quill"))) == 2
    assert len(found(store, "measure", Filters(lang="zh"))) == 1
    assert len(found(store, "measure", Filters(lang="zh", kinds=("furniture",)))) == 1
    assert len(found(store, "measure", Filters(form="report", authority="press"))) == 3
    assert found(store, "measure", Filters(form="qa")) == []
    assert found(store, "measure", Filters(authority="wire")) == []


def test_copies_fold_into_one_hit_that_counts_them(store: Store, make: Any) -> None:
    """Statements with the same words, whatever their furniture, case and script, are one hit."""
    store.put(
        [
            Entry(make("Menu\n出口管制 MEASURE", "a.txt", kinds=("furniture",), date="2031-01-01")),
            Entry(make("出口管制 measure\nShare this", "b.txt", kinds=("body", "furniture"), date="2031-01-02")),
            Entry(make("出口管制 measure", "c.txt", date="2031-01-03")),
            Entry(make("出口管制 measure too", "d.txt", date="2031-01-04")),
        ]
    )
    page = store.search("measure", Filters(), Page(fold_copies=True))
    assert [(h.locator, h.copies) for h in page.hits] == [("d.txt", 1), ("c.txt", 3)]
    assert page.folded == 2
    assert len(store.search("measure").hits) == 4


def test_a_long_block_is_indexed_in_pieces_with_true_spans(store: Store, make: Any) -> None:
    """Words far inside a block of many pieces are found at their true place."""
    chars = "Filler words stand here. " * (PIECE_CHARS // 4) + "needle word. " + "More of it follows. " * 500
    store.put([Entry(make(chars)), Entry(make("x" * (3 * PIECE_CHARS) + " needle", "b.txt"))])
    hits = store.search('"needle word"').hits
    assert [h.spans for h in hits] == [(Span(chars.index("needle"), chars.index("needle") + 11),)]
    assert len(found(store, "needle")) == 2
    assert not list(store.check())


@pytest.mark.parametrize("words", ["", "  ", '""', "！？", '"', "...", "\u200b"])
def test_a_query_without_words_is_refused(store: Store, words: str) -> None:
    """A query that has no word says so."""
    with pytest.raises(InputError, match="no word"):
        store.search(words)


def test_a_query_with_too_many_words_is_refused(store: Store) -> None:
    """The number of words is bounded."""
    with pytest.raises(InputError, match="more than 32"):
        store.search(" ".join(f"w{i}" for i in range(33)))


@pytest.mark.parametrize(("field", "value"), [("since", "yesterday"), ("until", "2031-13"), ("since", "XXXX-01-29")])
def test_a_date_that_is_none_is_refused(store: Store, field: str, value: str) -> None:
    """A filter's date must be one, with a year."""
    with pytest.raises(InputError, match="2024-01-29"):
        store.search("measure", Filters(**{field: value}))


def test_a_page_must_have_a_size() -> None:
    """A page of nothing is refused."""
    with pytest.raises(InputError):
        Page(limit=0)


def test_a_query_that_takes_too_long_is_stopped(tmp_path: Path, make: Any) -> None:
    """A query is interrupted at its time limit, and the record can be asked again."""
    with Store.open(tmp_path / "r", write=True, create=True, limits=Limits(query_s=-1.0)) as store:
        store.put([Entry(make("\n".join(f"measure {i}" for i in range(3_000))))])
        with pytest.raises(InputError, match="too long"):
            store.search("measure", Filters(form="none"))
        store.limits = Limits()
        assert store.search("measure").hits


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_query_is_taken_for_syntax(store: Store, make: Any, words: str) -> None:
    """Whatever is typed, search answers or says why not; every hit holds every word."""
    store.put([Entry(make('NEAR AND OR NOT " * ( ) ^ : {} - exact stem'))])
    try:
        hits = store.search(words).hits
    except InputError:
        return
    if hits:
        assert set(forms(words)) <= set(forms('NEAR AND OR NOT " * ( ) ^ : {} - exact stem'))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chars=st.text(alphabet="出口管制 。，人\n", min_size=1, max_size=60),
    term=st.text("出口管制人", min_size=1, max_size=3),
)
def test_chinese_recall_is_that_of_substring_search(tmp_path_factory: Any, make: Any, chars: str, term: str) -> None:
    """A term of any length is found in exactly the paragraphs that hold it, white space aside."""
    with Store.open(tmp_path_factory.mktemp("r") / "r", write=True, create=True) as store:
        store.put([Entry(make(chars))])
        lines = sum(term in "".join(line.split()) for line in chars.split("\n"))
        assert len(store.search(term, Filters(), Page(limit=1000)).hits) == lines
