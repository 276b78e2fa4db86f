"""The verb `reuse`: passages that statements share.

Lives here: options and the lines printed. Not here: finding them (``trace``, ``record.reusing``).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.process import input_lines, output
from onrecord.cli.screen import plural, say

if TYPE_CHECKING:
    from onrecord.record.origins import Origin
    from onrecord.record.reusing import Shared, Side
    from onrecord.trace.lines import BadLine

EXCERPT = 100


def reuse(
    what: Annotated[
        str | None,
        typer.Argument(help='A statement id; or *.jsonl (- for standard input) with {"id", "text"} lines, no record.'),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    out: Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Passages to print.")] = 20,
    as_json: Json = False,
    by_origin: Annotated[bool, typer.Option("--origins", help="Statements that are one source, and why.")] = False,
) -> None:
    """Passages that statements share, word for word or nearly: of one statement, of the record, or of lines of JSON."""
    if by_origin:
        _origins(record, limit, out, as_json=as_json)
        return
    if what == "-" or (what and what.endswith(".jsonl")):
        _lines(what, out)
        return
    from onrecord.record import Record

    with Record.open(record) as held:
        found = list(held.reuse(what))
        chosen = found if as_json else found[:limit]
        texts = {} if as_json else {s.statement.statement: held.show(s.statement.statement).text.chars
                                    for p in chosen for s in (p.a, p.b)}  # fmt: skip
    if as_json:
        _print_json(found, out)
        return
    for one in chosen:
        _print(one, texts)
    say(_summary(len(found), len(chosen)))
    if not found:
        raise typer.Exit(3)


def _origins(record: Path, limit: int, out: Path | None, *, as_json: bool) -> None:
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.origins()
    if as_json:
        _print_json(found, out)
        return
    for origin in found[:limit]:
        for one in origin.members:
            head = (
                f"{one.statement}  {one.date or one.published or 'no date'}  {one.lang}  {one.publisher or 'no outlet'}"
            )
            told = f"    {one.why} of {one.of}: {one.own:.0%} of it, {one.theirs:.0%} of that one" if one.why else ""
            say(f"{'  ' if told else ''}{head}{told}", one_line=True)
    if not found:
        say("no statement is a copy of another or leans on it")
        raise typer.Exit(3)
    folded = sum(len(origin.members) - 1 for origin in found)
    say(f"{plural(len(found), 'origin')} of two statements or more; {plural(folded, 'statement')} folded")


def _lines(file: str, out: Path | None) -> None:
    from onrecord.trace.reuse import all_negators, reuse_lines

    bad: list[BadLine] = []
    with input_lines(file) as lines, output(out) as stream:
        for written in reuse_lines(lines, all_negators(), bad):
            stream.write(written)
    for line in bad:
        typer.echo(f'line {line.number} of {file} is left out: {line.why}; write {{"id": ..., "text": ...}}', err=True)


def _print_json(found: Sequence[Shared | Origin], out: Path | None) -> None:
    import msgspec

    with output(out) as stream:
        for one in found:
            stream.write(msgspec.json.encode(one) + b"\n")


def _print(one: Shared, texts: dict[str, str]) -> None:
    told = f"differing ({one.differs})" if one.differs else "same"
    say(f"{told}, score {one.score}")
    for side, word in ((one.a, one.a_word), (one.b, one.b_word)):
        say(f"  {_head(side)}", one_line=True)
        chars = texts[side.statement.statement]
        say(f"    {_excerpt(chars[side.start : side.end])}", one_line=True)
        if word:
            say(f"    here: {chars[word[0] : word[1]]} [{word[0]}:{word[1]}]", one_line=True)


def _head(side: Side) -> str:
    place = side.statement
    date = place.date or place.published or "no date"
    return f"{place.statement}  {date}  {place.lang}  {place.publisher or 'no outlet'}  [{side.start}:{side.end}]"


def _excerpt(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT // 2]} … {words[-EXCERPT // 2 :]}"


def _summary(found: int, printed: int) -> str:
    if not found:
        return "no shared passage is held"
    rest = f"; {printed} printed, best first (--limit)" if printed < found else ""
    return f"{plural(found, 'shared passage')}{rest}"
