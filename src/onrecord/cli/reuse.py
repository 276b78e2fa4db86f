"""The verb `reuse`: passages that statements share.

Lives here: options and the lines printed. Not here: finding them (``trace``, ``record.reusing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, PRINTED, Json, Limit, RecordPath
from onrecord.cli.process import input_lines, output
from onrecord.cli.screen import plural, say
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.record.clusters import Cluster
    from onrecord.record.origins import Origin
    from onrecord.record.reusing import Met, Shared, Side
    from onrecord.trace.lines import BadLine

EXCERPT = 100


def reuse(
    what: Annotated[
        str | None,
        typer.Argument(
            help='A statement id; a document that is not held; or *.jsonl (- for standard input) with {"id", "text"} '
            "lines, no record."
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    out: Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")] = None,
    limit: Limit = None,
    as_json: Json = False,
    by_origin: Annotated[bool, typer.Option("--origins", help="Statements that are one source, and why.")] = False,
    clusters: Annotated[
        bool, typer.Option("--clusters", help="Each passage once, with all its places and dates.")
    ] = False,
) -> None:
    """Passages that statements share, word for word or nearly: of one statement, of the record, of a document that is
    not held, or of lines of JSON."""
    if what and (by_origin or clusters):
        raise InputError(f"--{'origins' if by_origin else 'clusters'} looks at the whole record: leave {what} out")
    if by_origin:
        _origins(record, limit, out, as_json=as_json)
        return
    if clusters:
        _clusters(record, limit, out, as_json=as_json)
        return
    if what == "-" or (what and what.endswith(".jsonl")):
        _lines(what, out, limit)
        return
    if what and Path(what).is_file():
        _document(what, record, limit, out, as_json=as_json)
        return
    from onrecord.record import Record

    with Record.open(record) as held:
        found = list(held.reuse(what))
        chosen = found[: limit or PRINTED]
        texts = {} if as_json else {s.statement.statement: held.show(s.statement.statement).text.chars
                                    for p in chosen for s in (p.a, p.b)}  # fmt: skip
    if as_json:
        _print_json(found[:limit], out)
        return
    for one in chosen:
        _print(one, texts)
    say(_summary(len(found), len(chosen)))
    if not found:
        raise typer.Exit(3)


def _origins(record: Path, limit: int | None, out: Path | None, *, as_json: bool) -> None:
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.origins()
    if as_json:
        _print_json(found[:limit], out)
        return
    for origin in found[: limit or PRINTED]:
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


def _clusters(record: Path, limit: int | None, out: Path | None, *, as_json: bool) -> None:
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.clusters()
        texts = {} if as_json else {p.statement.statement: held.show(p.statement.statement).text.chars
                                    for one in found[: limit or PRINTED] for p in one.places}  # fmt: skip
    if as_json:
        _print_json(found[:limit], out)
        return
    for one in found[: limit or PRINTED]:
        first = one.places[0]
        days = f"{one.first} to {one.last}" if one.first != one.last else one.first or "no date"
        say(f"{plural(len(one.places), 'statement')}, {days}")
        say(f"    {_excerpt(texts[first.statement.statement][first.start : first.end])}", one_line=True)
        for side in one.places:
            say(f"  {_head(side)}", one_line=True)
    say(
        f"{plural(len(found), 'passage')}{_rest(len(found), limit or PRINTED)}"
        if found
        else "no shared passage is held"
    )
    if not found:
        raise typer.Exit(3)


def _document(file: str, record: Path, limit: int | None, out: Path | None, *, as_json: bool) -> None:
    from onrecord.record import Record, lines

    chars = lines.process(file, voices=True).text.chars
    with Record.open(record) as held:
        found = held.reused(chars)
        chosen = found[: limit or PRINTED]
        texts = {} if as_json else {p.held.statement.statement: held.show(p.held.statement.statement).text.chars
                                    for p in chosen}  # fmt: skip
    if as_json:
        _print_json(found[:limit], out)
        return
    for one in chosen:
        say(f"differing ({one.differs}), score {one.score}" if one.differs else f"same, score {one.score}")
        place = one.held
        _print_side(_head(place), texts[place.statement.statement], (place.start, place.end), one.held_word)
        _print_side(f"{file}  [{one.start}:{one.end}]", chars, (one.start, one.end), one.word)
    say(_summary(len(found), len(chosen)))
    if not found:
        raise typer.Exit(3)


def _lines(file: str, out: Path | None, limit: int | None) -> None:
    from onrecord.trace import telling
    from onrecord.trace.reuse import reuse_lines

    bad: list[BadLine] = []
    with input_lines(file) as lines, output(out) as stream:
        for written in _first(reuse_lines(lines, telling.known(), bad), limit):
            stream.write(written)
    for line in bad:
        typer.echo(f'line {line.number} of {file} is left out: {line.why}; write {{"id": ..., "text": ...}}', err=True)


def _first(pages: Iterable[bytes], limit: int | None) -> Iterator[bytes]:
    """The first ``limit`` lines of pages of lines; what is behind them is not looked for."""
    if limit is None:
        yield from pages
        return
    left = limit
    for page in pages:
        lines = page.splitlines(keepends=True)[:left]
        yield b"".join(lines)
        left -= len(lines)
        if not left:
            return


def _print_json(found: Sequence[Shared | Origin | Met | Cluster], out: Path | None) -> None:
    import msgspec

    with output(out) as stream:
        for one in found:
            stream.write(msgspec.json.encode(one) + b"\n")


def _print(one: Shared, texts: dict[str, str]) -> None:
    told = f"differing ({one.differs})" if one.differs else "same"
    say(f"{told}, score {one.score}")
    for side, word in ((one.a, one.a_word), (one.b, one.b_word)):
        _print_side(_head(side), texts[side.statement.statement], (side.start, side.end), word)


def _print_side(head: str, chars: str, span: tuple[int, int], word: tuple[int, int] | None) -> None:
    say(f"  {head}", one_line=True)
    say(f"    {_excerpt(chars[span[0] : span[1]])}", one_line=True)
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
    return f"{plural(found, 'shared passage')}{_rest(found, printed)}"


def _rest(found: int, printed: int) -> str:
    return f"; {printed} printed, best first (--limit)" if printed < found else ""
