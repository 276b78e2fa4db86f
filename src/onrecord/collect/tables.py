"""Data sets: JSON lines, a JSON array, Parquet. Each row with text is a Source.

Lives here: reading rows in steps. Not here: what a row means (``rows``). A bad row is set aside with its number and the
rest goes on. When no row of the first ``TRIED`` holds text the whole file is one SetAside that names its fields.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.collect.given import Given, Items, Open
from onrecord.collect.locators import part_of
from onrecord.collect.rows import Used, source_of
from onrecord.collect.strict_json import parse
from onrecord.errors import Refused
from onrecord.model import SetAside
from onrecord.reasons import Reason

TRIED = 20
BATCH_ROWS = 64
Row = tuple[str, object]


def unfold_lines(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """JSON lines; blank lines are no rows."""
    return _rows(_lines(stream, given), given)


def unfold_array(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """One JSON value: an array of objects, an object that holds one, or a single object with a text field."""
    data = stream.read(given.limits.inflate_bytes + 1)
    if len(data) > given.limits.inflate_bytes:
        detail = f"more than {given.limits.inflate_bytes} bytes of JSON; write it as JSON lines (.jsonl)"
        raise Refused(Reason.TOO_LARGE, detail)
    value = parse(data, given.limits)
    if isinstance(value, dict) and given.fields.column("text", value) is not None:
        yield source_of(value, given, "", Used())
        return
    if isinstance(value, dict):
        value = max((v for v in value.values() if _objects(v)), key=len, default=None)
    if not isinstance(value, list) or not value:
        raise Refused(Reason.NO_TEXT, "no JSON object with a text field; name it with --text-field")
    yield from _rows(((f"item-{n}", item) for n, item in enumerate(value, 1)), given)


def unfold_parquet(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """Parquet in batches of rows, only the columns that are used."""
    try:
        parquet: Any = importlib.import_module("pyarrow.parquet")
        arrow: Any = importlib.import_module("pyarrow")
    except ImportError:
        raise Refused(Reason.MISSING_PART, "Parquet needs the package pyarrow: pip install 'pyarrow>=20'") from None
    damage = (arrow.ArrowException, OSError, ValueError, OverflowError)
    yield from _rows(_batches(parquet, stream, given, damage), given)


def _objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _batches(parquet: Any, stream: io.BufferedReader, given: Given, damage: tuple[Any, ...]) -> Iterator[Row]:
    try:
        yield from _batch_rows(parquet.ParquetFile(stream, pre_buffer=False), given)
    except damage as error:
        detail = str(error)[:200].encode("utf-8", "replace").decode()
        raise Refused(Reason.BROKEN_CONTAINER, f"damaged Parquet: {detail}") from None


def _batch_rows(table: Any, given: Given) -> Iterator[Row]:
    names = list(table.schema_arrow.names)
    columns = given.fields.columns(names)
    if given.fields.column("text", dict.fromkeys(names, "?")) is None:
        raise _no_text(names)
    number = 0
    for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield f"row-{number}", row


def _lines(stream: io.BufferedReader, given: Given) -> Iterator[Row]:
    """Name and value of each line; a line that cannot be parsed gives its Refused as value."""
    most = 2 * given.limits.text_file_bytes
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        part = f"line-{number}"
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = stream.readline(most)
            yield part, Refused(Reason.TOO_LARGE, f"{part}: more than {most} bytes")
        elif line.strip():
            try:
                yield part, parse(line, given.limits)
            except Refused as refused:
                yield part, Refused(refused.reason, f"{part}: {refused.detail}")


def _rows(rows: Iterator[Row], given: Given) -> Items:
    used = Used()
    held: list[SetAside] = []
    names: dict[str, None] = {}
    seen = texts = 0
    for part, row in rows:
        seen += 1
        try:
            if isinstance(row, Refused):
                raise row
            if not isinstance(row, Mapping):
                raise Refused(Reason.BAD_JSON, f"{part}: not an object")
            names |= dict.fromkeys(list(row)[:50])
            item = source_of(row, given, part, used)
        except Refused as refused:
            aside = SetAside(part_of(given.locator, part), refused.reason.value, refused.detail)
            if texts:
                yield aside
                continue
            held.append(aside)
            if len(held) >= TRIED and all(h.reason == Reason.NO_TEXT.value for h in held):
                raise _no_text(list(names)) from None
            continue
        texts += 1
        yield from held
        held = []
        yield item
    if held and not texts and all(h.reason == Reason.NO_TEXT.value for h in held):
        raise _no_text(list(names))
    yield from held


def _no_text(names: list[str]) -> Refused:
    listed = ", ".join(name[:40] for name in names[:20]).encode("utf-8", "replace").decode()
    return Refused(Reason.NO_TEXT, f"no field holds the text (fields: {listed}); name it with --text-field")
