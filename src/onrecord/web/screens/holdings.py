"""The record screen: what is held, what was set aside and why, what to know before trusting it.

Lives here: its answers. Not here: counting (``record``), adding (``uploads``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from onrecord.errors import InputError
from onrecord.model import SetAside
from onrecord.record import Record
from onrecord.record.knowing import Known
from onrecord.store import Finding
from onrecord.store.listing import Noted
from onrecord.store.spread import Coverage, Labelled

MOST = 200
MOST_CHECKED = 2_000
LANGS = ("en", "zh")


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """``counts`` of things held; ``spread``: statements by language, form, authority, outlet and year; ``aside`` and
    ``notices`` up to ``MOST`` each, how many there are in all, and how many for each reason. ``coverage`` by outlet,
    ``labelled`` by maker, ``known`` today; ``names`` of outlets by id and language."""

    path: str
    counts: dict[str, int]
    spread: dict[str, tuple[tuple[str, int], ...]]
    aside: tuple[SetAside, ...]
    asides: int
    notices: tuple[Noted, ...]
    noticed: int
    why_aside: tuple[tuple[str, int], ...] = ()
    why_noticed: tuple[tuple[str, int], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    labelled: tuple[Labelled, ...] = ()
    known: Known = field(default_factory=lambda: Known("", ()))
    names: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a check of the whole record found, up to ``MOST`` findings; nothing when all is well."""

    findings: tuple[Finding, ...]
    more: bool


def ask(record: Record) -> RecordAnswer:
    """What the record holds now."""
    aside, notices, covered = record.set_aside(), record.notices(), record.coverage()
    return RecordAnswer(
        record.path.name, record.counts(), record.spread(), tuple(aside[:MOST]), len(aside), tuple(notices[:MOST]),
        len(notices), _ranked(one.reason for one in aside), _ranked(one.notice.reason for one in notices),
        tuple(covered), tuple(record.labelled()), record.known(),
        record.names((one.publisher for one in covered), LANGS),
    )  # fmt: skip


def ask_check(record: Record) -> CheckAnswer:
    """Check everything. InputError for a record so large that it takes longer than a page should."""
    sources = record.counts()["source"]
    if sources > MOST_CHECKED:
        raise InputError(
            f"the record holds {sources:,} sources, more than the {MOST_CHECKED:,} that a page checks: "
            f"`onrecord check --record {record.path.name}` checks it"
        )
    found = list(islice(record.check(), MOST + 1))
    return CheckAnswer(tuple(found[:MOST]), len(found) > MOST)


def _ranked(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(reasons).items(), key=lambda one: (-one[1], one[0])))
