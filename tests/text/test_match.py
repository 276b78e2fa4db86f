"""The matcher: many phrases at once, exact places, folded spelling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text.match import Matcher


def _found(phrases: list[str], chars: str) -> list[tuple[str, str]]:
    matcher = Matcher({p: p for p in phrases})
    return [(span.of(chars), key) for span, key in matcher.find(chars, Span(0, len(chars)))]


def test_the_longer_of_two_wins() -> None:
    """Where one phrase begins another, the longer is taken, and what it covers is not taken again."""
    assert _found(["open skies", "open skies and open data", "open data"], "Open skies and open data.") == [
        ("Open skies and open data", "open skies and open data")
    ]


def test_case_width_and_han_variants() -> None:
    """Case, width, punctuation between words and traditional characters do not matter."""
    assert _found(["open skies"], "ＯＰＥＮ  Skies!") == [("ＯＰＥＮ  Skies", "open skies")]
    assert _found(["数据开放"], "支持數據開放。") == [("數據開放", "数据开放")]


def test_whole_words_only() -> None:
    """A phrase does not match inside a word."""
    assert _found(["open sky"], "reopen sky-blue opens open skying") == []


def test_a_phrase_at_the_end_of_the_text() -> None:
    """A longer phrase with the same beginning does not reach past the end."""
    assert _found(["a b", "a b c d"], "x a b") == [("a b", "a b")]


@given(
    phrases=st.lists(st.text(alphabet="ab ", min_size=1, max_size=5), max_size=5),
    chars=st.text(alphabet="ab .\n", max_size=40),
)
def test_against_a_plain_search(phrases: list[str], chars: str) -> None:
    """A single phrase is found exactly where its words stand in a row, from left to right."""
    for phrase in phrases:
        words, want = chars.replace(".", " ").split(), phrase.split()
        hits = i = 0
        while want and i + len(want) <= len(words):
            if words[i : i + len(want)] == want:
                hits, i = hits + 1, i + len(want)
            else:
                i += 1
        assert len(_found([phrase], chars)) == hits


@given(
    st.sets(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(tuple), min_size=1, max_size=8),
    st.lists(st.sampled_from("abcdefg"), max_size=14),
)
def test_overlapping_phrases_also_with_one_word_more(phrases: set[tuple[str, ...]], words: list[str]) -> None:
    """Of those that begin at a word the longest is found, and each long one where dropping a word inside gives it."""
    chars = " ".join(words)
    found = Matcher({" ".join(p): p for p in phrases}, wide=3).find(chars, Span(0, len(chars)), overlapping=True)

    wanted = set()
    for start in range(len(words)):
        here = [p for p in phrases if tuple(words[start : start + len(p)]) == p]
        if here:
            longest = max(here, key=len)
            wanted.add((start, start + len(longest), longest))
        for p in phrases:
            window = tuple(words[start : start + len(p) + 1])
            inside = range(1, len(p)) if len(p) >= 3 and len(window) == len(p) + 1 else ()
            if any(window[:at] + window[at + 1 :] == p for at in inside):
                wanted.add((start, start + len(window), p))
    assert {(span.start // 2, span.end // 2 + 1, p) for span, p in found} == wanted
    assert len(found) == len(wanted)
