"""Parquet: the columns of the CSV, typed; needs the extra ``parquet``.

Lives here: the schema and writing in groups of rows. The proof's column is kept as it is (no compression, no
dictionary), so that it can be found in the file's bytes without a reader of Parquet.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from onrecord.errors import InputError
from onrecord.export.citation import Citation
from onrecord.export.lines import COLUMNS, FLAGS, NUMBERS, plain, row

GROUP = 1_000  # rows held at a time


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """The file in pieces, one or more for each group of rows. InputError without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError("Parquet needs the package pyarrow: pip install 'pyarrow>=20'") from None
    schema, sink = _schema(pyarrow), _Sink()
    others = [name for name in COLUMNS if name != "citation"]
    codecs = dict.fromkeys(others, "zstd") | {"citation": "none"}
    stream = iter(citations)
    with parquet.ParquetWriter(
        sink, schema, compression=codecs, use_dictionary=others, write_statistics=others
    ) as writer:
        while group := list(islice(stream, GROUP)):
            rows = [row(one) | {"citation": plain(one)} for one in group]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))
            yield sink.taken()
    yield sink.taken()


def _schema(pyarrow: Any) -> Any:
    kinds = dict.fromkeys(NUMBERS, pyarrow.int64()) | dict.fromkeys(FLAGS, pyarrow.bool_())
    return pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])


class _Sink(io.RawIOBase):
    """Takes what is written until it is fetched."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """It is written to only."""
        return True

    def write(self, data: Any) -> int:
        """Keep the bytes."""
        self._held.append(bytes(data))
        self._at += len(self._held[-1])
        return len(self._held[-1])

    def tell(self) -> int:
        """How many bytes were written so far."""
        return self._at

    def taken(self) -> bytes:
        """What was written since the last time."""
        held, self._held = self._held, []
        return b"".join(held)
