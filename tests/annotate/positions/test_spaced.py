"""Positions in languages with spaces: cases by kind, and laws that hold for any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge.codes import ACTS, PLOVER, RUNGS, STATEMENT

CASES = Path(__file__).parent / "cases"
AFTER = "\nThe harbour is open all year."
WORDS = (
    "opposes",
    " we ",
    "must ",
    "not ",
    "Valdoria ",
    "urged ",
    "to ",
    "share",
    ", ",
    "and ",
    "the ",
    "“",
    "”",
    ". ",
    "is wrong",
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=60).map("".join)


def _cases(name: str) -> list[Any]:
    """The cases of a file; a known failure must fail, so that a closed gap is noticed."""
    gap = pytest.mark.xfail(strict=True, reason="known failure")
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(r, id=r["label"], marks=gap if r["kind"] == "known-failure" else ()) for r in rows]


@pytest.mark.parametrize("case", _cases("en"))
def test_case(case: dict[str, Any], read: Callable[..., Any]) -> None:
    """Each case has its positions, in order, and no others; "*" stands for anything."""
    chars = case["text"] if case.get("lone") else case["text"] + AFTER
    marks = read(chars, case["lang"], form="statement" if case.get("lone") else "report").marks
    rows = [
        [("not " if p.negated else "") + p.act, p.holder.name, p.target.span.of(chars) if p.target else ""]
        for p in marks.positions
    ]
    expected = case.get("expect", [])
    shown = [
        ["*" if e == "*" else g for g, e in zip(got, want, strict=True)]
        for got, want in zip(rows, expected, strict=False)
    ]
    assert (shown if len(rows) == len(expected) else rows) == expected
    if "codes" in case:
        assert [[p.plover, p.cameo] for p in marks.positions] == case["codes"]
    if "actors" in case:
        assert [p.holder.actor for p in marks.positions] == case["actors"]
    if "targets" in case:
        assert [p.target.entity if p.target else None for p in marks.positions] == case["targets"]
    if "towards" in case:
        assert [p.towards and p.towards.name for p in marks.positions] == case["towards"]
    if "strength" in case:
        assert [p.strength for p in marks.positions] == [case["strength"]]


@pytest.mark.parametrize("case", _cases("answers"))
def test_answers_that_name_nobody(case: dict[str, Any], read: Callable[..., Any]) -> None:
    """Answers whose labels name nobody hold positions of the side they speak for, else of a holder nobody names."""
    marks = read(case["text"], "en", form="qa", labels=True).marks
    assert [[("not " if p.negated else "") + p.act, p.holder.actor] for p in marks.positions] == case["expect"]


@settings(deadline=None, max_examples=200)
@given(chars=TEXTS, lang=st.sampled_from(["en", "fr", "es", "ru", "ar"]), lone=st.booleans())
def test_any_text(chars: str, lang: str, lone: bool, read: Callable[..., Any]) -> None:
    """Any text is read without an exception; spans lie inside it, acts, codes and rungs are of the closed lists."""
    chars = chars.replace("\n", " ") if lone else chars + "\n" + chars
    marks = read(chars, lang).marks
    ids = {u.id for u in marks.utterances}
    for p in marks.positions:
        places = [
            p.span,
            p.cue,
            *([p.target.span] if p.target else []),
            *(s.span for s in (p.holder, p.towards) if s and s.span),
        ]
        assert all(0 <= x.start < x.end <= len(chars) for x in places)
        assert p.utterance in ids
        assert p.act in ACTS
        assert p.plover is None or p.plover in (*PLOVER, STATEMENT)
        assert p.strength in RUNGS
        assert p.rule


STOPS = (" to", " than", " for", " and", " is", " that")
ENDS = [
    "Ministry spokesperson: I just want to", "If we pass this, ports will want to", "Teshar pledges to build and to",
    "The visit is called open, rather than", "Teshar thanks the ports for",
]  # fmt: skip


def test_a_text_may_stop_anywhere(read: Callable[..., Any]) -> None:
    """A text cut off in the middle of a sentence, behind a word that wants another, is read like any."""
    texts = {row["text"] for row in json.loads((CASES / "en.json").read_text(encoding="utf-8"))}
    cut = {text[: at.end()] for text in texts for stop in STOPS for at in re2.finditer(rf"{stop}\b", text)}
    for chars in [*ENDS, *sorted(cut)]:
        read(chars, "en", form="report")
