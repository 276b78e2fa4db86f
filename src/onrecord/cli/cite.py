"""The verb `cite`: one statement, claim or stretch of characters, in a format that an outsider can check.

Lives here: options, reading a range, writing bytes out. Not here: citations and formats (``record``, ``export``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Packs, RecordPath
from onrecord.cli.screen import visible

Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file instead of standard output.")]
NAMES = "text, web-annotation, csl-json, bibtex, ris, gbt7714, csv, jsonl, parquet or html"


def cite(
    name: Annotated[str, typer.Argument(help="The id of a statement, utterance or position, or its beginning.")],
    characters: Annotated[
        str | None,
        typer.Argument(metavar="START-END", help="Code points of its text, end excluded, instead of the whole."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=NAMES)] = "text",
    out: Out = None,
    pack: Packs = None,
) -> None:
    """Cite a statement, a claim or any characters, with all that is needed to check it against the original bytes."""
    from onrecord.export.formats import format_named
    from onrecord.record import Record

    binary = format_named(form).binary
    name, span = _range(name, characters)
    with Record.open(record, packs=pack or ()) as held:
        put([held.cite(name, form, characters=span)], out, binary=binary)


def _range(name: str, characters: str | None) -> tuple[str, tuple[int, int] | None]:
    """The id and the range, which may stand in an argument of its own or behind the id and a colon, as it is printed.

    >>> _range("s12", "3-9"), _range("s12:3-9", None), _range("s12", None)
    (('s12', (3, 9)), ('s12', (3, 9)), ('s12', None))
    """
    from onrecord.errors import InputError

    if characters is None:
        name, _, characters = name.partition(":")
    if not characters:
        return name, None
    start, _, end = characters.strip("[]").replace(":", "-").partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise InputError(f"{characters!r} is no range of characters; give START-END, such as 118-205")
    return name, (int(start), int(end))


def put(pieces: Iterable[bytes], out: Path | None, *, binary: bool) -> None:
    """Write bytes to a file, which appears when it is whole, or to standard output; a terminal gets safe text only."""
    from onrecord.errors import InputError

    if out is not None:
        _to_file(pieces, out)
    elif not sys.stdout.isatty():
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    elif binary:
        raise InputError("this format is for files: give -o FILE")
    else:
        for piece in pieces:
            sys.stdout.write(visible(piece.decode("utf-8"), one_line=False))


def _to_file(pieces: Iterable[bytes], out: Path) -> None:
    from onrecord.errors import InputError

    half = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        with half.open("xb") as file:
            file.writelines(pieces)
        half.replace(out)
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror}") from None
    finally:
        half.unlink(missing_ok=True)
