"""The verb `formulations`: set phrases, proposed, accepted, rejected.

Lives here: options and the lines printed. Not here: finding them (``trace``, ``record.phrasing``), what a decision
does (``judge``).
"""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.process import input_lines, output
from onrecord.cli.screen import plural, say

if TYPE_CHECKING:
    from onrecord.record.phrasing import Numbered
    from onrecord.trace.formulations import First, Formulation
    from onrecord.trace.lines import BadLine

DECISIONS = ("accept", "reject")


def formulations(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[IN.jsonl | accept PHRASE | reject PHRASE | PHRASE]",
            help='*.jsonl (- for standard input) with {"id", "text", "date"?, "lang"?} lines; none for the record; '
            "or a decision about a phrase, given by its words or its number; with --renderings a phrase.",
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    top: Annotated[int, typer.Option("--top", min=1, help="How many, best first.")] = 50,
    out: Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")] = None,
    by: Annotated[str | None, typer.Option(envvar="ONRECORD_BY", help="Who decides; default: the user's name.")] = None,
    lang: Annotated[
        str, typer.Option("--lang", help="Language of a phrase accepted or rejected, or of renderings.")
    ] = "",
    renderings: Annotated[
        bool, typer.Option("--renderings", help="What renders PHRASE (none: known formulations) in translations held.")
    ] = False,
    renders: Annotated[
        str, typer.Option("--renders", metavar="PHRASE", help="Accept a phrase as a form of this formulation.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Set phrases that texts repeat, proposed without a list of any: forms, texts, origins, first text held."""
    from onrecord.errors import InputError
    from onrecord.record import Record

    if what and what[0] in DECISIONS:
        if len(what) != 2:
            raise InputError(f"say which phrase to {what[0]}: its words in quotation marks, or its number")
        decision = what[0] == "accept", what[1], renders
        _decide(record, decision, by or getpass.getuser(), lang, as_json=as_json)
        return
    if renderings:
        if what and len(what) > 1:
            raise InputError("give one phrase, in quotation marks")
        _renderings(record, what[0] if what else None, (lang, top), as_json=as_json)
        return
    if what:
        if len(what) > 1:
            raise InputError("give one file of lines, or accept PHRASE, or reject PHRASE")
        _write(_of_lines(what[0], top), out)
        return
    with Record.open(record) as held:
        found = held.formulations_listed(top)
    if as_json:
        _write([one.formulation for one in found], out)
        return
    for one in found:
        _print(one)
    say(f"{plural(len(found), 'phrase')} proposed; none of them is a claim")
    if not found:
        raise typer.Exit(3)


def _renderings(record: Path, phrase: str | None, asked: tuple[str, int], *, as_json: bool) -> None:
    from onrecord.cli.renderings import show
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.renderings(phrase, into=asked[0], top=asked[1])
    show(found, phrase, as_json=as_json)
    if not found:
        raise typer.Exit(3)


def _decide(record: Path, decision: tuple[bool, str, str], by: str, lang: str, *, as_json: bool) -> None:
    from onrecord.cli.judge import opened, print_ruling

    yes, given, renders = decision
    with opened(record, None) as held:
        phrase = int(given) if given.isdecimal() else given
        made = held.judge_formulation(phrase, by, accept=yes, lang=lang, renders=renders)
        ruling = next(r for r in held.judgements() if r.judgement.id == made.id)
    print_ruling(ruling, as_json=as_json)


def _print(listed: Numbered) -> None:
    one = listed.formulation
    accepted = f"  accepted by {listed.by}: {listed.id}" if listed.id else ""
    say(f"{listed.number}  {one.forms[0]}  [{one.lang}]  {_held(one.texts, one.origins, one.first)}{accepted}",
        one_line=True)  # fmt: skip
    for other in one.variants:
        say(f"    {other.kind}: {other.form}  {_held(other.texts, other.origins, other.first)}", one_line=True)


def _held(texts: int, origins: int, first: First) -> str:
    earliest = f"earliest held {first.date or 'without a date'}  {first.id}"
    return f"{plural(texts, 'text')}, {plural(origins, 'origin')}, {earliest}"


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
