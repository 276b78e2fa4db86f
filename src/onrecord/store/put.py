"""What an entry becomes: a new document, a copy, a revision, nothing new, or a set-aside row.

Lives here: these decisions and the rows of one document. Not here: columns and hashes (``rows``), the index
(``shadow``), the transaction (``batch``), jobs (``attempts``).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside, Source, Span, Text
from onrecord.reasons import Reason
from onrecord.store import attempts, read, rows, shadow
from onrecord.store.batch import Batch, Capture, Known
from onrecord.store.entries import Entry, Finish, PutResult
from onrecord.text.fold import forms

PIPED = "stdin:"
_ASIDE = "SELECT 1 FROM set_aside WHERE locator = ? AND file = ? AND part = ? AND reason = ?"
_INDEXED = """SELECT b.id, b.start, b."end", s.last_day, t.chars FROM labelling l JOIN block b ON b.labelling = l.id
    LEFT JOIN statement s ON s.id = b.statement JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text
    WHERE l.source = ? AND l.generation = ?"""


_READING = """SELECT r.id, r.hash FROM reading r JOIN text t ON t.id = r.text
    WHERE r.source = ? AND t.sha256 = ? AND r.reader = ?"""


class TooLarge(ValueError):
    """A document has more characters or layout than one row may hold."""


def address_of(source: Source, text: Text | None = None) -> str:
    """What tells that two captures are of the same page: the address told by the carrier, else the page's own
    canonical address (unless it is only a home page, as careless sites write), else the locator."""
    told = source.told_value("url")
    if told and told.value.strip():
        return told.value.strip()
    canonical = text.layout.fact("link:canonical") if text else None
    return (canonical and _page_address(canonical.value.strip())) or source.locator


def _page_address(value: str) -> str | None:
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query) else None


def put(batch: Batch, entry: Entry | Finish, limits: Limits) -> PutResult:
    """Make the rows of one entry in ``batch`` and say what became of it."""
    if isinstance(entry, Finish):
        attempts.finish(batch, entry)
        return PutResult("done", entry.job.locator)
    what = entry.what
    result = _set_aside(batch, what, entry) if isinstance(what, SetAside) else _keep(batch, what, entry, limits)
    if entry.job is not None:
        attempts.note(batch, entry, "set_aside" if result.reason else result.outcome)
    return result


def _set_aside(batch: Batch, aside: SetAside, entry: Entry) -> PutResult:
    fields = rows.set_aside_fields(aside, entry.job.file if entry.job else "")
    fields = tuple(f.encode("utf-8", "replace").decode() if isinstance(f, str) else f for f in fields)
    held = batch.connection.execute(_ASIDE, fields[:4]).fetchone()
    if held or any(row[1:5] == fields[:4] for row in batch.rows["set_aside"]):
        return PutResult("same", aside.locator, reason=str(aside.reason))
    batch.add(rows.SET_ASIDE, (), fields)
    return PutResult("set_aside", aside.locator, reason=str(aside.reason))


def _keep(batch: Batch, dossier: Dossier, entry: Entry, limits: Limits) -> PutResult:
    """Store a dossier; one that no database can hold is set aside, and the batch goes on."""
    mark = batch.mark()
    try:
        return _document(batch, dossier, limits)
    except UnicodeEncodeError:
        reason, detail = Reason.BAD_UNICODE, "a lone surrogate cannot be stored"
    except TooLarge as error:
        reason, detail = Reason.TOO_LARGE, str(error)
    batch.back_to(mark)
    return _set_aside(batch, SetAside(dossier.source.locator, reason, detail, entry.part), entry)


def _document(batch: Batch, dossier: Dossier, limits: Limits) -> PutResult:
    source, address = dossier.source, address_of(dossier.source, dossier.text)
    earlier = batch.captures(address, source.locator)
    known = batch.source(source.id)
    if known and source.locator.startswith(PIPED) and not source.retrieved:
        # what was piped in has no place of its own: bytes that are held already say nothing new
        return PutResult("same", source.locator, source.id, batch.statement_names(known))
    here = [c for c in earlier if c.locator == source.locator]
    again = [c for c in here if c.source == source.id]
    returned = bool(again) and not source.retrieved and here[-1].source != source.id
    if known and again and not returned and not _later(source.retrieved, again):
        return PutResult("same", source.locator, source.id, batch.statement_names(known), again[-1].sequence)
    of_page = [c for c in earlier if c.address == address]
    new = known is None
    if known is None:
        known = _new_source(batch, dossier, limits)
    sequence = max((c.sequence for c in of_page), default=0) + 1
    capture = Capture(sequence, address, source.locator, source.id, source.retrieved)
    _capture(batch, source, known, capture)
    batch.sources[source.id] = known
    names = batch.statement_names(known)
    if again and not returned:
        return PutResult("same", source.locator, source.id, names, sequence)
    if of_page and of_page[-1].source != source.id:
        return PutResult("revision", source.locator, source.id, names, sequence, of_page[-1].source)
    return PutResult("new" if new else "copy", source.locator, source.id, names, sequence)


def _later(retrieved: str, again: list[Capture]) -> bool:
    """True when the same bytes were seen at another time: that is worth a capture, though not a document."""
    return bool(retrieved) and all(c.retrieved and c.retrieved != retrieved for c in again)


def _capture(batch: Batch, source: Source, known: Known, capture: Capture) -> None:
    fields = rows.capture_fields(source, capture.address, capture.sequence)
    batch.add(rows.CAPTURE, (known.id,), fields, known.hash)
    batch.captured(capture)


def _new_source(batch: Batch, dossier: Dossier, limits: Limits) -> Known:
    place = batch.add_original(dossier.source.id, dossier.source.data)
    known = Known(*batch.add(rows.SOURCE, (place.pack, place.at), rows.source_fields(dossier.source)))
    label(batch, dossier, known, limits)
    return known


def label(batch: Batch, dossier: Dossier, known: Known, limits: Limits) -> None:
    """Add one generation of labels of a source, with its text and reading when they are new, and its index rows."""
    reading, guard = _reading(batch, dossier, known, limits)
    parts = tuple(len(p) for p in _parts(dossier))
    known.generation += 1
    fields = rows.labelling_fields(known.generation, dossier.made, parts)
    labelling, guard = batch.add(rows.LABELLING, (known.id, reading), fields, guard)
    _labels(batch, dossier, labelling, guard)
    known.statements = tuple(s.id for s in dossier.statements)


def _parts(dossier: Dossier) -> tuple[tuple[object, ...], ...]:
    """The labels of a dossier in the order of ``rows.LABELS``."""
    return (
        dossier.statements, dossier.blocks, dossier.utterances, dossier.positions, dossier.occurrences, dossier.notices,
    )  # fmt: skip


def _reading(batch: Batch, dossier: Dossier, known: Known, limits: Limits) -> tuple[int, bytes]:
    text = dossier.text
    held = batch.connection.execute(_READING, (known.id, text.id, text.reader)).fetchone() if known.generation else None
    if held:
        return held[0], held[1]
    text_number = batch.text(text.id)
    if text_number is None:
        text_number = _text(batch, text, limits)
    blob = rows.layout_blob(text.layout, text.runs)
    if len(blob) > limits.row_bytes // 2:
        raise TooLarge(f"the layout takes {len(blob)} bytes")
    return batch.add(rows.READING, (known.id, text_number), (text.reader, blob), known.hash + bytes.fromhex(text.id))


def _text(batch: Batch, text: Text, limits: Limits) -> int:
    size = len(text.chars.encode())  # raises UnicodeEncodeError for a lone surrogate
    if size > limits.row_bytes // 2:
        raise TooLarge(f"the text takes {size} bytes")
    number = batch.next_id("text")
    batch.rows["text"].append((number, text.id, text.chars))
    batch.texts[text.id] = number
    return number


def _labels(batch: Batch, dossier: Dossier, labelling: int, guard: bytes) -> None:
    chars = dossier.text.chars
    views = [forms(block.span.of(chars)) for block in dossier.blocks]
    owners = [shadow.owner(block, dossier.statements) for block in dossier.blocks]
    numbers = []
    for index, statement in enumerate(dossier.statements):
        own = [(b.kind, v) for b, v, o in zip(dossier.blocks, views, owners, strict=True) if o == index]
        fields = rows.statement_fields(statement, shadow.likeness(own))
        numbers.append((batch.add(rows.STATEMENT, (labelling,), fields, guard)[0], rows.days(statement)[1]))
    for index, (block, owner) in enumerate(zip(dossier.blocks, owners, strict=True)):
        statement_number, day = (None, None) if owner is None else numbers[owner]
        fields = rows.block_fields(index, block)
        number, _ = batch.add(rows.BLOCK, (labelling, statement_number), fields, guard)
        made = shadow.index_rows(chars, block, number, day, views[index])
        batch.rows["words"].extend((r.rowid, r.exact, r.stem) for r in made)
    _marks(batch, dossier, labelling, guard, [number for number, _ in numbers])


def _marks(batch: Batch, dossier: Dossier, labelling: int, guard: bytes, statements: list[int]) -> None:
    for utterance in dossier.utterances:
        batch.add(rows.UTTERANCE, (labelling,), rows.utterance_fields(utterance), guard)
    owners = shadow.position_owners(dossier.positions, dossier.utterances, dossier.statements)
    for position, owner in zip(dossier.positions, owners, strict=True):
        fields = rows.position_fields(position, dossier.text.chars)
        batch.add(rows.POSITION, (labelling, None if owner is None else statements[owner]), fields, guard)
    for occurrence in dossier.occurrences:
        batch.add(rows.OCCURRENCE, (labelling,), rows.occurrence_fields(occurrence), guard)
    for notice in dossier.notices:
        batch.add(rows.NOTICE, (labelling,), rows.notice_fields(notice), guard)


def relabel(batch: Batch, dossier: Dossier, limits: Limits) -> PutResult:
    """Add a generation of labels to a held source; its earlier labels leave the index but stay readable.

    The outcome is "same" when nothing differs. InputError when the source is not held, or twice in one batch."""
    known = batch.source(dossier.source.id)
    if known is None or dossier.source.id in batch.relabelled:
        raise InputError(f"the source {dossier.source.id} is not held, or was just labelled; relabel it alone")
    before = (known.id, known.generation)
    if _as_held(batch, dossier):
        return PutResult("same", dossier.source.locator, dossier.source.id, batch.statement_names(known))
    batch.relabelled.add(dossier.source.id)
    label(batch, dossier, known, limits)
    for block, start, end, day, chars in batch.connection.execute(_INDEXED, before):
        count = len(shadow.pieces(chars, Span(start, end)))
        batch.rows["unwords"].extend((shadow.rowid(day, block, piece),) for piece in range(count))
    return PutResult("relabelled", dossier.source.locator, dossier.source.id, batch.statement_names(known))


def _as_held(batch: Batch, dossier: Dossier) -> bool:
    """True when the labels that hold are equal to the dossier's, and made by the same versions."""
    number = read.latest_labelling(batch.connection, dossier.source.id)
    held = read.labelling(batch.connection, number)
    labels = tuple(held.labels[table.name] for table in rows.LABELS)
    return (held.text, held.made, labels) == (dossier.text, dossier.made, _parts(dossier))
