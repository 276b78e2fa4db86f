"""The verb `process`: documents in, dossiers out, no record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from onrecord.cli.options import Packs, Workers, worker_count
from onrecord.errors import InputError, Refused


def process(
    file: Annotated[
        str,
        typer.Argument(help='A document, or *.jsonl with {"id", "text"} or {"id", "path"} lines; - reads such lines.'),
    ],
    out: Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")] = None,
    workers: Workers = None,
    pack: Packs = None,
) -> None:
    """Run the per-document line without a record: one dossier (JSON) for each document, in order."""
    from onrecord.export.dossier import encode, shape
    from onrecord.record.knowing import knowledge_of
    from onrecord.record.lines import process as process_one
    from onrecord.record.lines import process_lines

    spec = knowledge_of(pack or ())
    with output(out) as stream:
        if file == "-" or file.endswith(".jsonl"):
            with input_lines(file) as lines:
                folder = Path.cwd() if file == "-" else Path(file).absolute().parent
                for result in process_lines(lines, folder, workers=worker_count(workers), knowledge=spec):
                    stream.write(encode(result) + b"\n")
            return
        path = Path(file)
        if not path.exists():
            raise InputError(f"there is no file {file}; give a document, a *.jsonl file, or - for such lines piped in")
        try:
            dossier = process_one(path, packs=pack or ())
        except Refused as refused:
            raise Refused(refused.reason, f"{file}: {refused.detail}") from None
        stream.write(encode(shape(dossier)) + b"\n")


@contextmanager
def input_lines(file: str) -> Iterator[BinaryIO]:
    """A file, or standard input for ``-``, open for reading; InputError when it cannot be."""
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115  (closed below; the message needs the failed open alone)
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}; check the path") from None
    with stream:
        yield stream


@contextmanager
def output(out: Path | None) -> Iterator[BinaryIO]:
    """A file, or standard output for None, open for writing; InputError when it cannot be."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        stream = out.open("wb")
    except OSError as error:
        raise InputError(f"cannot write {out}: {error.strerror}; choose another --out") from None
    with stream:
        yield stream
