"""Stances in Chinese, French, Spanish, Russian and Arabic: cases by language, and laws that hold for any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge.codes import ACTS, RUNGS, SOURCES
from onrecord.knowledge.languages import LANGUAGES

FOLDER = Path(__file__).parent / "cases"
CASES = [
    row for name in ("stances", "five") for row in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
]
OURS = [x for x in LANGUAGES if x.code.split("-")[0] in ("zh", "fr", "es", "ru", "ar")]
WORDS = (
    "中方",
    "美国",
    "坚决反对",
    "愿同",
    "，",
    "。",
    "加强",
    "应",
    "不",
    "《",
    "》",
    "（",
    "“",
    "对",
    "表示",
    "nous ",
    "condamnons ",
)
MORE = (
    "no ",
    "rechaza ",
    "que ",
    "мы ",
    "осуждаем ",
    "не ",
    "ندين ",
    "أن ",
    "L’",
    "Valdoria ",
    ", ",
    ". ",
    "\n",
    "？",
    "10%",
)
TEXTS = st.lists(st.sampled_from([*WORDS, *MORE]) | st.text(max_size=3), max_size=60).map("".join)


def _params() -> list[Any]:
    gap = pytest.mark.xfail(strict=True, reason="known failure")
    return [
        pytest.param(row, id=f"{row['lang']}: {row['label']}", marks=gap if row["kind"] == "known-failure" else ())
        for row in CASES
    ]


def _found(read: Any) -> list[tuple[str, str | None, str, str]]:
    chars = read.text.chars
    return [
        (
            ("not " if p.negated else "") + p.act,
            p.holder.actor,
            p.holder.name,
            p.target.span.of(chars) if p.target else "",
        )
        for p in read.marks.positions
    ]


@pytest.mark.parametrize("case", _params())
def test_case(case: dict[str, Any], read: Callable[..., Any]) -> None:
    """Each case's stances are found with act, holder and target, and nothing else is."""
    found = _found(read(case["text"], case["lang"], form=case.get("form", "report")))
    assert [row[0] for row in found] == [act for act, _, _ in case["expect"]], found
    for (_, actor, name, target), (_, holder, words) in zip(found, case["expect"], strict=True):
        assert holder in (actor, name, "*"), found
        assert words in target, found
        assert not case.get("ends") or target == words, found


@pytest.mark.parametrize("language", OURS, ids=lambda x: x.code)
def test_every_language_takes_stances(language: Any) -> None:
    """Each language has hundreds of forms, of every act, with known acts, rungs and sources, in small letters."""
    words = language.stance.words
    assert sum(len(w.forms) for w in words) >= 400
    assert {w.act for w in words if w.act} == set(ACTS)
    assert {w.strength for w in words if w.strength} <= set(RUNGS)
    assert {w.source for w in words if w.source} <= set(SOURCES)
    assert [f for w in words for f in w.forms if f != f.lower() or f != f.strip() or not f] == []


@settings(deadline=None, max_examples=200)
@given(chars=TEXTS, lang=st.sampled_from([x.code for x in OURS]), form=st.sampled_from(["statement", "report"]))
def test_any_text(chars: str, lang: str, form: Any, read: Callable[..., Any]) -> None:
    """Any text is read without an exception; every span lies inside it, and every position in its utterance's text."""
    result = read(chars, lang, form=form)
    known = {u.id for u in result.marks.utterances}
    for p in result.marks.positions:
        assert 0 <= p.span.start < p.span.end <= len(chars)
        assert 0 <= p.cue.start < p.cue.end <= len(chars)
        assert p.target is None or 0 <= p.target.span.start < p.target.span.end <= len(chars)
        assert p.act in ACTS
        assert p.rule
        assert p.utterance in known
        assert p.strength in RUNGS
