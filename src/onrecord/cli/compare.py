"""The verb `compare`: statements side by side, and what a page changed.

Lives here: options and the lines printed. Not here: comparing (``record.comparing``), the page (``export``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.process import output
from onrecord.cli.screen import say, say_json

if TYPE_CHECKING:
    from onrecord.compare.differ import Change
    from onrecord.compare.pairs import Pair
    from onrecord.record.comparing import Compared, Comparison

EXCERPT = 300


def compare(
    names: Annotated[
        list[str], typer.Argument(help="Ids of statements (or their beginnings); one alone: the captures of its page.")
    ],
    record: RecordPath = DEFAULT_RECORD,
    html: Annotated[Path | None, typer.Option("--html", help="Write one self-contained page of HTML here.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Print sentences that were kept, too.")] = False,
    as_json: Json = False,
) -> None:
    """Compare statements sentence by sentence: kept, reworded, softened, hardened, dropped, added; each word changed.

    The first is compared with each of the others, in one language or across two.
    """
    import msgspec

    from onrecord.record import Record, compared

    with Record.open(record) as held:
        found = held.compare(*names)
    if html is not None:
        with output(html) as stream:
            stream.write(compared.html(found).encode("utf-8", "replace"))
    for one in found:
        if as_json:
            say_json(msgspec.json.encode(compared.shape(one)))
        else:
            _print(one, every=every)
    if html is not None and not as_json:
        say(f"written: {html}")


def _print(found: Comparison, *, every: bool) -> None:
    from onrecord.record.compared import summary

    say(f"{_head(found.one)}  ->  {_head(found.other)}", one_line=True)
    say(f"  {summary(found)}")
    for pair in found.pairs:
        if every or pair.kind != "kept":
            _print_pair(pair, found)
    kept = sum(pair.kind == "kept" for pair in found.pairs)
    if kept and not every:
        say(f"  {kept} kept: not listed (--all)")
    if found.unasked:
        say("  questions present in the first and absent from the second:")
        for n in found.unasked:
            say(f"    {_words(found.one, (n,))}", one_line=True)


def _head(side: Compared) -> str:
    s = side.statement
    seen = f" seen {side.retrieved[:10]}" if side.retrieved else ""
    return f"{s.id}  {s.date or s.published or 'no date'}  {s.lang}  {s.publisher or 'no outlet'}{seen}"


def _print_pair(pair: Pair, found: Comparison) -> None:
    from onrecord.record.compared import notes

    said = "; ".join(note.sentence() for note in notes(pair))
    say(f"{pair.kind}{f' ({said})' if said else ''}", one_line=True)
    if pair.one:
        say(f"  - {_words(found.one, pair.one)}", one_line=True)
    if pair.other:
        say(f"  + {_words(found.other, pair.other)}", one_line=True)
    for change in pair.changes:
        say(f"    {_change(change)}", one_line=True)
    for spans, side, sign in ((pair.only_one, found.one, "-"), (pair.only_other, found.other, "+")):
        if spans:
            words = ", ".join(span.of(side.text.chars) for span in spans)
            say(f"    {sign} words without a known counterpart: {words}", one_line=True)


def _words(side: Compared, numbers: tuple[int, ...]) -> str:
    words = " ".join(" ".join(side.text.sentences[n].span.of(side.text.chars).split()) for n in numbers)
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT // 2]} … {words[-EXCERPT // 2 :]}"


def _change(change: Change) -> str:
    if not change.a_words:
        return f"{change.kind}: “{change.b_words}” is added"
    if not change.b_words:
        return f"{change.kind}: “{change.a_words}” is absent"
    return f"{change.kind}: “{change.a_words}” to “{change.b_words}”"
