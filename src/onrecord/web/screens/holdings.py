"""The record screen: what is held, what was set aside and why, what to know before trusting it.

Lives here: its answer. Not here: counting (``record``), adding (``uploads``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import SetAside
from onrecord.record import Record
from onrecord.store.listing import Noted

MOST = 200


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """``counts`` of things held; ``spread``: statements by language, form, authority, outlet and year; ``aside`` and
    ``notices`` up to ``MOST`` each, and how many there are in all."""

    path: str
    counts: dict[str, int]
    spread: dict[str, tuple[tuple[str, int], ...]]
    aside: tuple[SetAside, ...]
    asides: int
    notices: tuple[Noted, ...]
    noticed: int


def ask(record: Record) -> RecordAnswer:
    """What the record holds now."""
    aside, notices = record.set_aside(), record.notices()
    return RecordAnswer(
        record.path.name, record.counts(), record.spread(), tuple(aside[:MOST]), len(aside), tuple(notices[:MOST]),
        len(notices),
    )  # fmt: skip
