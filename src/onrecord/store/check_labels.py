"""Labels against their text: spans inside it, blocks in order over all of it, names that lead somewhere.

Lives here: the laws of ``model`` that hashes cannot show, for what is stored now. Not here: hashes (``check``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import apsw

from onrecord.errors import InputError
from onrecord.model import Block, Evidence, Position, Span, Statement, Utterance, digest
from onrecord.store import read, rows, shadow
from onrecord.store.finding import BACKUP, Finding

_OURS = "report this fault of Onrecord; `onrecord relabel` makes the labels again"


def check(connection: apsw.Connection) -> Iterator[Finding]:
    """Faults of every labelling, the replaced ones too, and of the quotes of judgements."""
    for (number,) in list(connection.execute("SELECT id FROM labelling ORDER BY id")):
        try:
            whole = read.labelling(connection, number)
        except InputError as error:
            yield Finding("row", f"labelling {number}", str(error), BACKUP)
            continue
        yield from _labelling(whole, f"labelling {number} of source {whole.sha256[:12]}")
        yield from _derived(connection, whole, number)
    yield from _reviews(connection)


def _labelling(whole: read.Labelled, where: str) -> Iterator[Finding]:
    size = len(whole.text.chars)
    for name, spans in _spans(whole.labels):
        for span in spans:
            if not 0 <= span.start <= span.end <= size:
                yield Finding("span", where, f"{name} has the span {span.start}-{span.end} of {size} characters", _OURS)
    yield from _cover(whole.text.chars, whole.labels["block"], where)
    yield from _names(whole.labels, where)


def _spans(labels: dict[str, tuple[object, ...]]) -> Iterator[tuple[str, Iterable[Span]]]:
    for kind, values in labels.items():
        for value in values:
            yield getattr(value, "id", kind), [s for s in _of(value) if s is not None]


def _of(value: object) -> Iterator[Span | None]:
    """Every span of a label, those of its parts and evidence too."""
    yield getattr(value, "span", None)
    for name in ("title", "mention", "cue"):
        yield getattr(value, name, None)
    for name in ("speaker", "holder", "towards", "target"):
        yield getattr(getattr(value, name, None), "span", None)
    yield from getattr(value, "parts", ())
    evidence: tuple[Evidence, ...] = getattr(value, "evidence", ())
    yield from (e.span for e in evidence)


def _cover(chars: str, blocks: tuple[Block, ...], where: str) -> Iterator[Finding]:
    end = 0
    for block in blocks:
        if block.span.start < end:
            yield Finding(
                "cover", where, f"the block at {block.span.start} begins before the one before it ends", _OURS
            )
        if chars[end : block.span.start].strip():
            yield Finding("cover", where, f"characters {end}-{block.span.start} are in no block", _OURS)
        end = max(end, block.span.end)
    if chars[end:].strip():
        yield Finding("cover", where, f"characters from {end} on are in no block", _OURS)


def _names(labels: dict[str, tuple[object, ...]], where: str) -> Iterator[Finding]:
    utterances: tuple[Utterance, ...] = labels["utterance"]  # type: ignore[assignment]
    positions: tuple[Position, ...] = labels["position"]  # type: ignore[assignment]
    statements: tuple[Statement, ...] = labels["statement"]  # type: ignore[assignment]
    known = {u.id for u in utterances}
    wanted = {p.utterance for p in positions} | {n for u in utterances for n in (u.answers, u.within) if n}
    for name in sorted(wanted - known):
        yield Finding("span", where, f"a claim names the utterance {name}, which is not there", _OURS)
    for name in sorted({u.statement for u in utterances if u.statement} - {s.id for s in statements}):
        yield Finding("span", where, f"an utterance names the statement {name}, which is not there", _OURS)


def _derived(connection: apsw.Connection, whole: read.Labelled, number: int) -> Iterator[Finding]:
    """Which statement each block hangs on, made again: the link is a number and not in the row's hash."""
    statements: tuple[Statement, ...] = whole.labels["statement"]
    sql = "SELECT b.id, s.name FROM block b LEFT JOIN statement s ON s.id = b.statement AND s.labelling = b.labelling"
    held = list(connection.execute(f"{sql} WHERE b.labelling = ? ORDER BY b.id", (number,)))
    for (block_number, name), block in zip(held, whole.labels["block"], strict=True):
        owner = shadow.owner(block, statements)
        if name != (None if owner is None else statements[owner].id):
            yield Finding("link", f"block {block_number}", "hangs on another statement than it should", BACKUP)
    yield from _derived_positions(connection, whole, number)


def _derived_positions(connection: apsw.Connection, whole: read.Labelled, number: int) -> Iterator[Finding]:
    positions: tuple[Position, ...] = whole.labels["position"]
    statements: tuple[Statement, ...] = whole.labels["statement"]
    sql = """SELECT p.id, p.target, s.name FROM position p
        LEFT JOIN statement s ON s.id = p.statement AND s.labelling = p.labelling WHERE p.labelling = ? ORDER BY p.id"""
    owners = shadow.position_owners(positions, whole.labels["utterance"], statements)
    held = connection.execute(sql, (number,)).fetchall()
    for (row, words, name), position, owner in zip(held, positions, owners, strict=True):
        if name != (None if owner is None else statements[owner].id):
            yield Finding("link", f"position {row}", "hangs on another statement than it should", BACKUP)
        if words != rows.target_words(position, whole.text.chars):
            yield Finding("span", f"position {row}", "keeps other words than those of its target", BACKUP)


def _reviews(connection: apsw.Connection) -> Iterator[Finding]:
    """Quotes of judgements and proposals against the texts they were made on."""
    for table in ("judgement", "proposal"):
        sql = f"""SELECT j.id, j.start, j."end", j.quote, t.sha256, t.chars FROM {table} j
            LEFT JOIN text t ON t.sha256 = j.text WHERE j.text <> ''"""
        for number, start, end, quote, sha256, chars in connection.execute(sql):
            if chars is None or digest(chars) != sha256 or chars[start:end] != quote:
                yield Finding("span", f"{table} {number}", "its quote does not stand at its place", BACKUP)
