"""Receipts: what verifying a quotation gives, with characters on both sides.

Lives here: the values, and the exit status of many. Not here: making them (``verify``, ``record``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.compare.differ import Change
from onrecord.compare.verify import Verdict
from onrecord.model import Span

GOOD = frozenset({"verbatim", "formal"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation to verify: ``chars`` without its marks. From an article: ``span``, its code points there, ``before``
    and ``after`` the rest of the paragraph, and the ``speaker`` that the article names. ``lang``: BCP 47; ``within``:
    the only text or statement in which to look (empty: anywhere)."""

    id: str
    chars: str
    lang: str = "und"
    span: Span | None = None
    before: str = ""
    after: str = ""
    speaker: str | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the record: half-open code points ``span`` of the text ``text_id``, the words there, and the
    rest of their paragraph ``before`` and ``after``. ``statement`` is its id, or that of a line; dates are EDTF."""

    statement: str
    text_id: str
    span: Span
    words: str
    before: str = ""
    after: str = ""
    lang: str = "und"
    date: str | None = None
    published: str | None = None
    publisher: str | None = None
    authority: str = "unknown"
    speaker: str | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The verdict on a quotation: see ``docs/decisions/0010-verdicts.md``. ``places`` are where its parts stand, in the
    order of the quotation (for ``not_held``: the nearest words held, if any come near); ``changes`` are what differs
    (``a`` in the quotation, ``b`` in the text); ``share`` of its words stands there unchanged. For ``translation``,
    ``uncovered`` are the words of the quotation that nothing in the place answers to."""

    asked: Asked
    verdict: Verdict
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0
    uncovered: tuple[Span, ...] = ()


def status(receipts: Iterable[Receipt]) -> int:
    """0 when every quotation stands word for word or changed in form only; 3 when those that do not are not held, or
    there is none at all; else 1."""
    verdicts = {receipt.verdict for receipt in receipts}
    if not verdicts or verdicts - GOOD == {"not_held"}:
        return 3
    return 1 if verdicts - GOOD else 0


def shape(receipt: Receipt) -> dict[str, Any]:
    """A receipt as published: plain values for JSON. ``found`` is the first place, None when nothing is held."""
    asked, places = receipt.asked, receipt.places
    held = receipt.verdict != "not_held" and bool(places)
    return {
        "id": asked.id,
        "verdict": receipt.verdict,
        "found": _found(places[0]) if held else None,
        "difference": [_change(change) for change in receipt.changes] if held else [],
        "share": receipt.share,
        "quote": asked.chars,
        "lang": asked.lang,
        "span": _pair(asked.span),
        "speaker": asked.speaker,
        "before": asked.before,
        "after": asked.after,
        "places": [_place(place) for place in places] if held else [],
        "nearest": _place(places[0]) if places and not held else None,
        "uncovered": [{"start": s.start, "end": s.end, "words": s.of(asked.chars)} for s in receipt.uncovered],
    }


def _found(place: Place) -> dict[str, Any]:
    return {"id": place.statement, "start": place.span.start, "end": place.span.end}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "quoted": change.a_words,
        "held": change.b_words,
        "quoted_span": _pair(change.a),
        "held_span": _pair(change.b),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        **_found(place),
        "text_id": place.text_id,
        "words": place.words,
        "before": place.before,
        "after": place.after,
        "lang": place.lang,
        "date": place.date,
        "published": place.published,
        "publisher": place.publisher,
        "authority": place.authority,
        "speaker": place.speaker,
        "locator": place.locator,
    }
