"""The verb `formulations`: set phrases, proposed.

Lives here: options and the lines printed. Not here: finding them (``trace``, ``record.phrasing``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.process import input_lines, output
from onrecord.cli.screen import plural, say

if TYPE_CHECKING:
    from onrecord.trace.formulations import Formulation
    from onrecord.trace.reuse import BadLine


def formulations(
    lines: Annotated[
        str | None,
        typer.Argument(
            metavar="[IN.jsonl]",
            help='*.jsonl (- for standard input) with {"id", "text", "date"?, "lang"?} lines; none for the record.',
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    top: Annotated[int, typer.Option("--top", min=1, help="How many, best first.")] = 50,
    out: Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")] = None,
    as_json: Json = False,
) -> None:
    """Set phrases that texts repeat, proposed without a list of any: forms, texts, origins, first text held."""
    if lines is not None:
        _write(_of_lines(lines, top), out)
        return
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.formulations(top)
    if as_json:
        _write(found, out)
        return
    for one in found:
        say(f"{one.forms[0]}  [{one.lang}]  {plural(one.texts, 'text')}, {plural(one.origins, 'origin')}, "
            f"earliest held {one.first.date or 'without a date'}  {one.first.id}", one_line=True)  # fmt: skip
        for other in one.variants:
            say(f"    {other.kind}: {other.form}  {plural(other.texts, 'text')}, {plural(other.origins, 'origin')}, "
                f"earliest held {other.first.date or 'without a date'}  {other.first.id}", one_line=True)  # fmt: skip
    say(f"{plural(len(found), 'phrase')} proposed; none of them is a claim")
    if not found:
        raise typer.Exit(3)


def _of_lines(file: str, top: int) -> list[Formulation]:
    from onrecord.knowledge import load
    from onrecord.trace.phrase_lines import formulation_lines

    bad: list[BadLine] = []
    with input_lines(file) as lines:
        found = formulation_lines(lines, load(), top, bad)
    for line in bad:
        typer.echo(f'line {line.number} of {file} is left out: {line.why}; write {{"id": ..., "text": ...}}', err=True)
    return found


def _write(found: list[Formulation], out: Path | None) -> None:
    import msgspec

    with output(out) as stream:
        for one in found:
            stream.write(msgspec.json.encode(one) + b"\n")
