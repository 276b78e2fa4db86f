"""A comparison as published: plain values for JSON, and the rows of its page.

Lives here: shapes. Not here: comparing (``comparing``), markup (``export.comparison``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.compare.differ import Change
from onrecord.compare.pairs import KINDS, Pair, Text
from onrecord.compare.strength import Step
from onrecord.export.comparison import Cell, Column, Marked, Note, Row, Section, page
from onrecord.model import Span
from onrecord.record.comparing import Compared, Comparison
from onrecord.version import VERSION

TELLING = frozenset({"attribution", "number", "date", "negation", "modal", "name"})

UNANSWERED = "no word there is known to answer to it"


def shape(found: Comparison) -> dict[str, Any]:
    """A comparison as plain values. Pairs hold sentence numbers; spans are code points of each side's text."""
    return {
        "a": _side(found.one),
        "b": _side(found.other),
        "pairs": [_pair(pair, found) for pair in found.pairs],
        "counts": {kind: found.count(kind) for kind in KINDS},
        "questions_only_in_a": list(found.unasked),
        "markup_only": found.markup_only,
        "paired": list(found.paired),
    }


def _side(side: Compared) -> dict[str, Any]:
    s = side.statement
    return {
        "id": s.id, "text_id": side.text_id, "lang": s.lang, "date": s.date, "published": s.published,
        "publisher": s.publisher, "authority": s.authority, "form": s.form, "retrieved": side.retrieved,
        "locator": side.locator, "sentences": [[x.span.start, x.span.end] for x in side.text.sentences],
    }  # fmt: skip


def _pair(pair: Pair, found: Comparison) -> dict[str, Any]:
    return {
        "a": list(pair.one), "b": list(pair.other), "kind": pair.kind,
        "score": round(pair.score, 3), "moved": pair.moved,
        "difference": [_change(change) for change in pair.changes],
        "step": _step(pair.step),
        "only_a": [_stretch(span, found.one.text) for span in pair.only_one],
        "only_b": [_stretch(span, found.other.text) for span in pair.only_other],
        "telling": [list(one) for one in pair.telling],
    }  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind, "a": change.a_words, "b": change.b_words,
        "a_span": [change.a.start, change.a.end], "b_span": [change.b.start, change.b.end],
    }  # fmt: skip


def _step(step: Step | None) -> dict[str, Any] | None:
    if step is None:
        return None
    return {"what": step.what, "way": step.way, "a": list(step.one), "b": list(step.other)}


def _stretch(span: Span, text: Text) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "words": span.of(text.chars)}


def summary(found: Comparison) -> str:
    """The counts in one line.

    Kinds that do not occur are left out.
    """
    if found.markup_only:
        return "the same words: only markup, spacing or punctuation differ"
    told = ", ".join(f"{found.count(kind)} {kind}" for kind in KINDS if found.count(kind)) or "nothing to compare"
    paired, whole = found.paired
    few = f"; {paired} of {whole} sentences stand in pairs: these may be no versions of one statement"
    return told + (few if found.apart else "")


def notes(pair: Pair) -> tuple[Note, ...]:
    """What is to be said of a pair."""
    said = [Note("moved")] if pair.moved else []
    if pair.step:
        (rung, words), (rung2, words2) = pair.step.one, pair.step.other
        facts = ("what", pair.step.what), ("one", words), ("rung", str(rung)), ("other", words2), ("rung2", str(rung2))
        said.append(Note("step", facts))
    said += [Note("telling", (("what", kind), ("words", words))) for kind, words in pair.telling]
    told = {change.kind for change in pair.changes if not change.formal}
    said += [Note("changed", (("what", kind),)) for kind in sorted(told & TELLING)]
    return tuple(said + ([Note("form")] if pair.changes and not told else []))


def html(found: Sequence[Comparison]) -> str:
    """The page of one or more comparisons."""
    names = dict.fromkeys(c.statement.id for x in found for c in (x.one, x.other))
    return page(f"Compared: {', '.join(names)}", [section(one) for one in found], f"Made by onrecord {VERSION}.")


def section(found: Comparison) -> Section:
    """A comparison as its page shows it: the heads of both columns and a row for each pair."""
    rows = tuple(_row(pair, found) for pair in found.pairs)
    columns = _column(found.one), _column(found.other)
    few = found.paired if found.apart else None
    return Section(*columns, summary(found), rows, KINDS, found.markup_only, len(found.unasked), few)


def _column(side: Compared) -> Column:
    s = side.statement
    facts = (
        ("date", s.date or ""), ("published", s.published or ""), ("seen", side.retrieved),
        ("outlet", s.publisher or ""),
        ("authority", s.authority), ("language", s.lang), ("place", side.locator), ("text", side.text_id[:16]),
    )  # fmt: skip
    return Column(s.id, s.lang, facts)


def _row(pair: Pair, found: Comparison) -> Row:
    differ = pair.kind != "kept"  # of what was kept, words the lists do not know are no difference
    ones = [(c.a, c.kind) for c in pair.changes] + [(s, UNANSWERED) for s in pair.only_one if differ]
    others = [(c.b, c.kind) for c in pair.changes] + [(s, UNANSWERED) for s in pair.only_other if differ]
    one, other = _cell(pair.one, found.one.text, ones), _cell(pair.other, found.other.text, others)
    return Row(pair.kind, one, other, notes(pair))


def _cell(numbers: Sequence[int], text: Text, marks: Iterable[tuple[Span, str]]) -> Cell:
    if not numbers:
        return Cell()
    spans = [text.sentences[n].span for n in sorted(numbers)]
    whole = Span(spans[0].start, spans[-1].end)
    inside = tuple(Marked(s.shift(-whole.start), kind, kind in TELLING) for s, kind in marks if whole.covers(s))
    return Cell(whole.of(text.chars), inside, whole)
