"""The verb `link`: which statements are versions of one.

Lives here: options and the lines printed. Not here: linking (``record.linking``), its rules (``compare``).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, PRINTED, Json, Limit, RecordPath
from onrecord.cli.screen import plural, say, say_json

if TYPE_CHECKING:
    from onrecord.model import VersionLink
    from onrecord.record import Record
    from onrecord.record.reported import Reported
    from onrecord.store import Held

DOCUMENTS = (".jsonl", ".jsonl.gz", ".ndjson", ".parquet", ".zip", ".warc", ".warc.gz")
MOST_TEXTS = 5  # official texts that are named where none has the words


def link(
    what: Annotated[
        str | None,
        typer.Argument(help="A statement id; or a file of documents (*.jsonl, ...), linked without a record."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    anew: Annotated[bool, typer.Option("--again", help="Throw all links away and make them again.")] = False,
    limit: Limit = None,
    as_json: Json = False,
) -> None:
    """Link statements that are versions of one: translations, reports, excerpts, reposts, revisions, counterparts.

    `add` links what is new; this verb does what is left to do and prints the links, of one statement or of all.
    """
    from onrecord.record import Record

    if what and what.lower().endswith(DOCUMENTS):
        from onrecord.errors import InputError

        if not Path(what).exists():
            raise InputError(f"there is no file {what}; give lines of JSON, a statement's id or nothing")
        folder = tempfile.TemporaryDirectory(prefix="onrecord-")
        with folder as path, Record.open(Path(path) / "record", write=True) as held:
            held.add([what], link=True)
            _print(held, held.links(), limit, as_json=as_json)
        return
    with Record.open(record, write=True) as held:
        held.link(anew=anew)
        found = held.versions(what) if what else held.links()
        _print(held, found, limit, as_json=as_json, name=what)


def _print(
    held: Record, found: Sequence[VersionLink], limit: int | None, *, as_json: bool, name: str | None = None
) -> None:
    if as_json:
        _print_json(held, _best(found)[:limit] if limit else found)
        return
    best = _best(found)[: limit or PRINTED]
    shown = {id: held.show(id) for one in best for id in (one.one, one.other)}
    for one in best:
        say(f"{one.kind}  {one.score:.2f}  ({_reasons(one)})", one_line=True)
        for id in (one.one, one.other):
            say(f"  {head(shown[id])}", one_line=True)
    kinds = ", ".join(
        f"{sum(one.kind == kind for one in found)} {kind}" for kind in dict.fromkeys(o.kind for o in found)
    )
    say(f"{plural(len(found), 'link')}{f' ({kinds})' if kinds else ''}")
    if name and (told := held.reported(held.show(name).statement.id)):
        _print_reported(held, told)
    if not found:
        say("no statement held is a version of another" if name is None else "no other version is held")
        raise typer.Exit(3)


def _best(found: Sequence[VersionLink]) -> list[VersionLink]:
    """Links, the surest first."""
    return sorted(found, key=lambda one: -one.score)


def _print_reported(held: Record, told: Reported) -> None:
    """What a report that is linked to no official text has of those held."""
    number = sum(count for _, count in told.found)
    if not number:
        say("what it reports is not found in the official text held")
        for id in told.official[:MOST_TEXTS]:
            say(f"  {head(held.show(id))}", one_line=True)
        return
    found = f"{number} {'is' if number == 1 else 'are'} found in the official texts held, {told.sayings - number} not"
    say(f"of {plural(told.sayings, 'saying')} of officials in it {found}")
    for id, count in told.found:
        say(f"  {count} in {head(held.show(id))}", one_line=True)


def _print_json(held: Record, found: Sequence[VersionLink]) -> None:
    import msgspec

    ids = held.document_ids([id for one in found for id in (one.one, one.other)])
    for one in found:
        say_json(msgspec.json.encode({"a": ids[one.one], "b": ids[one.other], **shape(one)}))


def shape(one: VersionLink) -> dict[str, object]:
    """A link as published: ids of statements, kind, score, rule, places on both sides, reasons."""
    return {
        "kind": one.kind, "score": one.score, "one": one.one, "other": one.other, "rule": one.rule,
        "passages": one.passages, "told": dict(one.told),
    }  # fmt: skip


def head(held: Held) -> str:
    """A statement in one line."""
    s = held.statement
    title = s.title.of(held.text.chars) if s.title else next((e.value for e in s.evidence if e.field == "title"), "")
    return f"{s.id}  {s.date or s.published or 'no date'}  {s.lang}  {s.publisher or 'no outlet'}  {title[:60]}"


def _reasons(one: VersionLink) -> str:
    return ", ".join(f"{name} {value}" for name, value in one.told)
