"""Search: keyword in context, newest first, every hit confirmed on the stored text.

Lives here: filters, the one SQL question, hits. Not here: parsing and matching (``query``), folding (``text.fold``).

The index proposes pieces of blocks in the order of the answer (its rowids are made for that, see ``schema``), so a
page is read off without sorting. Each proposal is looked up in the stored text and gives exact spans, or is dropped.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import apsw
import msgspec

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import BLOCK_KINDS, Span, digest
from onrecord.store import query, shadow
from onrecord.store.period import Period
from onrecord.store.versions import ALONE, Version, Versions
from onrecord.text.fold import View, forms

CONTEXT = 80
OTHERS = 5
_STEPS = 2_000


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be. ``actor`` is an actor's id, a country or a speaker's name, ``NOBODY`` for words of a voice
    without a name; ``publisher`` an outlet's id; ``since`` and ``until`` are EDTF dates (both ends included); ``lang``
    "zh" takes "zh-Hans" too; ``kinds`` are block kinds (all but furniture); ``without`` are variants of the words
    (``Hit.variants``) that are not looked for."""

    actor: str | None = None
    lang: str | None = None
    since: str | None = None
    until: str | None = None
    form: str | None = None
    authority: str | None = None
    kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Which hits are wanted: ``stemmed`` finds other forms of a word too; ``fold_copies`` shows one hit for all
    statements with the same words; ``limit`` hits after the first ``offset``."""

    stemmed: bool = False
    fold_copies: bool = False
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        if self.limit < 1 or self.offset < 0:
            raise InputError("give a limit of 1 or more and an offset of 0 or more")


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that matches. ``spans`` are the matched stretches and ``block`` the block, in code points of the
    text ``text_id``; ``left``, ``match``, ``right`` show the first stretch. ``date`` is EDTF, as stated, or else None.
    ``date_sure`` is False when the date only *can* lie in the asked period. ``speaker``, ``actor``, ``capacity`` and
    ``mode`` are of the innermost utterance at the first stretch. ``copies`` counts the places with the same words that
    this hit stands for (1: itself alone; counted only when copies are folded), and ``likeness`` is equal for them;
    ``others`` are the first of those statements. ``version`` tells look-alikes apart. ``variants`` are the forms in
    which the words stand in the paragraph, in small letters."""

    statement: str
    source: str
    text_id: str
    block: Span
    kind: str
    spans: tuple[Span, ...]
    left: str
    match: str
    right: str
    lang: str
    speaker: str | None = None
    actor: str | None = None
    capacity: str | None = None
    mode: str | None = None
    date: str | None = None
    published: str | None = None
    date_sure: bool = True
    form: str = ""
    authority: str = ""
    publisher: str | None = None
    locator: str = ""
    copies: int = 1
    likeness: int = 0
    version: Version = ALONE
    others: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits. ``more`` says that others follow; ``uncertain`` counts hits whose date only can lie in the asked
    period; ``folded`` counts hits left out because they repeat one that is shown."""

    hits: tuple[Hit, ...]
    more: bool = False
    uncertain: int = 0
    folded: int = 0


class TooLong(InputError):
    """The user's turn: the question takes longer than the limit."""


@dataclass(slots=True)
class _Row:
    """A proposal of the index with what is known of its statement."""

    number: int
    labelling: int
    start: int
    end: int
    kind: str
    lang: str
    statement: str
    form: str
    authority: str
    publisher: str | None
    date: str | None
    published: str | None
    first: str | None
    last: str | None
    likeness: int
    text_id: str
    chars: str
    source: str
    locator: str | None


NOBODY = "no voice"  # as traces call it
_ROWS = f"""SELECT w.rowid, b.labelling, b.start, b."end", b.kind, b.lang, ifnull(s.name, ''), ifnull(s.form, ''),
    ifnull(s.authority, 'unknown'), s.publisher, s.date, s.published, s.first_day, s.last_day, ifnull(s.likeness, 0),
    t.sha256, t.chars, o.sha256, (SELECT locator FROM capture WHERE source = o.id ORDER BY id LIMIT 1)
    FROM words w CROSS JOIN block b ON b.id = (({shadow.LOW} - (w.rowid & {shadow.LOW})) >> {shadow.PIECE_BITS})
    CROSS JOIN labelling l ON l.id = b.labelling CROSS JOIN reading r ON r.id = l.reading
    CROSS JOIN text t ON t.id = r.text CROSS JOIN source o ON o.id = l.source
    LEFT JOIN statement s ON s.id = b.statement
    WHERE words MATCH ? AND w.rowid BETWEEN ? AND ?"""
_ACTOR = """ AND EXISTS (SELECT 1 FROM utterance u WHERE u.labelling = b.labelling AND u.start < b."end"
    AND u."end" > b.start AND (u.actor = ? OR u.country = ? OR u.speaker = ? COLLATE NOCASE))"""
_VOICES = """SELECT start, "end", parts, CASE WHEN rule = 'turn/word' THEN NULL ELSE speaker END, actor, capacity,
    country, mode FROM utterance
    WHERE labelling = ? AND start < ? AND "end" > ? ORDER BY "end" - start, id"""
_COPIES = """SELECT s.name FROM statement s JOIN labelling l ON l.id = s.labelling WHERE s.likeness = ?
    AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source) ORDER BY l.source, s.id"""


def search(connection: apsw.Connection, words: str, filters: Filters, page: Page, limits: Limits) -> Hits:
    """A page of hits, newest first, then in the order of the text; statements without any date come last.

    InputError for a query without words or with too many, a date that is none, or a search that takes too long.
    """
    terms = query.parse(words, limits)
    langs = (filters.lang,) if filters.lang else ()
    match = query.match_text(terms, stemmed=page.stemmed, langs=langs)
    period = Period.of(filters.since, filters.until)
    kept: list[Hit] = []
    seen: dict[tuple[int, str], str] = {}
    folded = 0
    with _deadline(connection, limits.query_s):
        for row in _proposals(connection, match, filters, period):
            spans = _spans(row, terms, stemmed=page.stemmed, without=filters.without)
            if spans is None or not period.may_hold(row.date, row.first, row.last):
                continue
            if page.fold_copies and seen.setdefault(_words(row), row.statement) != row.statement:
                folded += 1
                continue
            hit = _hit(connection, row, spans, filters, period)
            if hit is not None:
                kept.append(hit)
            if len(kept) > page.offset + page.limit:
                break
        shown = kept[page.offset : page.offset + page.limit]
        if page.fold_copies:
            shown = [_with_copies(connection, hit) for hit in shown]
        versions = Versions(connection)
        shown = [replace(h, version=versions.of(h.statement, h.source, h.likeness)) for h in shown]
    uncertain = sum(not hit.date_sure for hit in shown)
    return Hits(tuple(shown), len(kept) > page.offset + page.limit, uncertain, folded)


def every(
    connection: apsw.Connection, words: str, filters: Filters, limits: Limits, *, stemmed: bool
) -> Generator[Hit]:
    """Every hit, newest first, as ``search`` finds them; InputError as there."""
    terms = query.parse(words, limits)
    match = query.match_text(terms, stemmed=stemmed, langs=(filters.lang,) if filters.lang else ())
    period = Period.of(filters.since, filters.until)
    with _deadline(connection, limits.query_s):
        for row in _proposals(connection, match, filters, period):
            spans = _spans(row, terms, stemmed=stemmed, without=filters.without)
            if spans is None or not period.may_hold(row.date, row.first, row.last):
                continue
            hit = _hit(connection, row, spans, filters, period)
            if hit is not None:
                yield hit


def _proposals(connection: apsw.Connection, match: str, filters: Filters, period: Period) -> Iterator[_Row]:
    """Rows of the index in the order of the answer: the dated ones of the period, then those without a date."""
    where, values = _where(filters, period)
    sql = f"{_ROWS}{where} ORDER BY w.rowid DESC"
    ranges = [(shadow.first_rowid(period.since), shadow.LAST)] if period.since else [(0, shadow.LAST)]
    if period.since:
        ranges.append((0, shadow.LOW))
    for low, high in ranges:
        for row in connection.execute(sql, (match, low, high, *values)):
            yield _Row(*row)


def _where(filters: Filters, period: Period) -> tuple[str, list[str | int]]:
    parts, values = [], list[str | int]()
    for column, value in (
        ("s.form", filters.form),
        ("s.authority", filters.authority),
        ("s.publisher", filters.publisher),
    ):
        if value:
            parts.append(f" AND {column} = ?")
            values.append(value)
    if filters.lang:
        parts.append(" AND (b.lang = ? OR substr(b.lang, 1, ?) = ?)")
        values += [filters.lang, len(filters.lang) + 1, f"{filters.lang}-"]
    if period.until:
        parts.append(" AND (s.first_day IS NULL OR s.first_day <= ?)")
        values.append(period.until)
    if filters.actor and filters.actor != NOBODY:
        parts.append(_ACTOR)
        values += [filters.actor] * 3
    kinds = filters.kinds or tuple(kind for kind in BLOCK_KINDS if kind != "furniture")
    parts.append(f" AND b.kind IN ({', '.join('?' * len(kinds))})")
    return "".join(parts), [*values, *kinds]


def _spans(
    row: _Row, terms: Sequence[query.Term], *, stemmed: bool, without: tuple[str, ...]
) -> tuple[Span, ...] | None:
    """Where the terms stand in the text; None when the index proposed a piece that does not hold them."""
    block = Span(row.start, row.end)
    cut = shadow.pieces(row.chars, block)
    number = shadow.place(row.number)[1]
    if number >= len(cut):
        return None
    found = query.places(View(cut[number].of(row.chars)), terms, stemmed=stemmed, lang=row.lang, without=without)
    return None if found is None else tuple(span.shift(cut[number].start) for span in found)


def _words(row: _Row) -> tuple[int, str]:
    """What two hits share when one is a copy of the other: the statement's words and the paragraph's."""
    return row.likeness, digest(" ".join(forms(row.chars[row.start : row.end])))


def _hit(
    connection: apsw.Connection, row: _Row, spans: tuple[Span, ...], filters: Filters, period: Period
) -> Hit | None:
    """The hit with the voice it stands in; None when ``filters.actor`` speaks in none of the spans."""
    voices = list(connection.execute(_VOICES, (row.labelling, row.end, row.start)))
    for span in spans:
        voice = next((v for v in voices if _holds(v, span)), None)
        if filters.actor is None or _is(filters.actor, voice):
            break
    else:
        return None
    speaker, actor, capacity, _, mode = voice[3:] if voice else (None,) * 5
    return Hit(
        row.statement, row.source, row.text_id, Span(row.start, row.end), row.kind, spans,
        row.chars[max(row.start, span.start - CONTEXT) : span.start], span.of(row.chars),
        row.chars[span.end : min(row.end, span.end + CONTEXT)], row.lang, speaker, actor, capacity, mode, row.date,
        row.published, period.surely_holds(row.date, row.first, row.last), row.form, row.authority, row.publisher,
        row.locator or "", likeness=row.likeness,
        variants=tuple(dict.fromkeys(query.variant(one.of(row.chars)) for one in spans)),
    )  # fmt: skip


def _holds(voice: tuple[Any, ...], span: Span) -> bool:
    """True when a stretch stands in a voice; of a split quotation, in one of its parts and not between them."""
    stretches = msgspec.json.decode(voice[2], type=list[tuple[int, int]]) or [voice[:2]]
    return any(start <= span.start and span.end <= end for start, end in stretches)


def _is(actor: str, voice: tuple[Any, ...] | None) -> bool:
    """Whether a voice (None: the page's own) is the one that is asked for."""
    if actor == NOBODY:
        return voice is None or not (voice[3] or voice[4])
    if voice is None:
        return False
    _, _, _, speaker, voice_actor, _, country, _ = voice
    return actor in (voice_actor, country) or (speaker or "").casefold() == actor.casefold()


def _with_copies(connection: apsw.Connection, hit: Hit) -> Hit:
    """The hit with the number of statements that have its words, and the first others of them."""
    if not hit.statement:
        return hit
    names = [name for (name,) in connection.execute(_COPIES, (hit.likeness,))]
    return replace(hit, copies=len(names), others=tuple(n for n in names if n != hit.statement)[:OTHERS])


@contextmanager
def _deadline(connection: apsw.Connection, seconds: float) -> Iterator[None]:
    """Interrupt SQLite after ``seconds`` of this thread's CPU, so that a busy machine refuses no question that an idle
    one answers; InputError then."""
    end = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > end, _STEPS)
    try:
        yield
    except apsw.InterruptError:
        raise TooLong("the query took too long; give more or rarer words, or narrow it by date") from None
    finally:
        connection.set_progress_handler(None)
