"""The formulation screen: the formulations of the packs, and one phrase over time.

Lives here: its questions and answers, and the window of days that is shown. Not here: counting (``record``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from onrecord import dates
from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.trace.phrases import Edge, Period, Trace
from onrecord.web import timeline
from onrecord.web.timeline import Measure, Window

LANGS = ("en", "zh")
AROUND = 160


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks: a phrase, the length of a period, what bars measure, and the EDTF dates between which to
    look (both included; None: all of it)."""

    phrase: str = ""
    by: Literal["year", "month"] = "year"
    measure: Measure = "rate"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A formulation that the packs know, with how often texts held have it."""

    id: str
    name: str
    uses: int
    texts: int


@dataclass(frozen=True, slots=True)
class Place:
    """Words where they stand, with up to ``AROUND`` characters of the text on each side."""

    statement: str
    lang: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class FormulationsAnswer:
    """``trace`` of the phrase asked for (None: not held); without one, what the packs know and the record holds.
    ``window`` are the days shown (None: no use has a date) and ``periods`` what touches them; ``first`` and ``last``
    the words of the first and last use; ``names`` of ids by language."""

    phrase: str
    by: Literal["year", "month"]
    trace: Trace | None = None
    known: tuple[Known, ...] = ()
    measure: Measure = "rate"
    window: Window | None = None
    periods: tuple[Period, ...] = ()
    first: Place | None = None
    last: Place | None = None
    names: dict[str, dict[str, str]] = field(default_factory=dict)


def ask(record: Record, question: Question) -> FormulationsAnswer:
    """One phrase over time, or the list. InputError for a date that is none."""
    phrase, by = question.phrase, question.by
    if not phrase.strip():
        known = tuple(Known(*one) for one in record.known_formulations())
        return FormulationsAnswer(phrase, by, known=known, names=record.names((k.id for k in known), LANGS))
    trace = record.trace(phrase, by=by)
    if trace is None:
        return FormulationsAnswer(phrase, by)
    window = _window(question, timeline.whole(trace))
    return FormulationsAnswer(
        phrase, by, trace, (), question.measure, window, timeline.inside(trace, window) if window else trace.periods,
        _place(record, trace.first), _place(record, trace.last), record.names(_ids(trace), LANGS),
    )  # fmt: skip


def _ids(trace: Trace) -> Iterator[str]:
    yield from (one.key for one in trace.actors)
    yield from (edge.publisher for edge in (trace.first, trace.last) if edge.publisher)
    if trace.formulation:
        yield trace.formulation


def _window(question: Question, whole: Window | None) -> Window | None:
    """The days asked for, else all; the end that is not asked for is that of all."""
    if whole is None:
        return None
    first = _day(question.since, 0) or whole.first
    last = _day(question.until, 1) or max(whole.last, first)
    if last < first:
        raise InputError(f"the end {question.until} lies before the beginning {question.since or whole.first}")
    return Window(first, last)


def _day(edtf: str | None, side: int) -> str | None:
    if not edtf:
        return None
    try:
        found = dates.bounds(edtf)[side]
    except ValueError:
        found = None
    if found is None:
        raise InputError(f"{edtf!r} is not a date with a year; give one such as 2024 or 2024-05")
    return found


def _place(record: Record, edge: Edge) -> Place:
    held = record.show(edge.statement)
    chars, lang = held.text.chars, held.statement.lang
    block = next((b for b in held.blocks if b.span.start <= edge.start < b.span.end), None)
    low, high = (block.span.start, block.span.end) if block else (edge.start, edge.end)
    before = chars[max(low, edge.start - AROUND) : edge.start]
    return Place(edge.statement, block.lang if block else lang, before, chars[edge.start : edge.end],
                 chars[edge.end : min(high, edge.end + AROUND)])  # fmt: skip
