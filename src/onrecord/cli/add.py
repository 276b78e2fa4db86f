"""The verb `add`, and how what became of files is printed.

Lives here: options of `add`, progress, the summary. Not here: adding (``record.adding``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath, Workers, worker_count
from onrecord.cli.screen import plural, say, say_json, say_table, visible

if TYPE_CHECKING:
    from onrecord.record.events import Added, Event, Summary

FieldName = Annotated[
    str | None, typer.Option(help="Column of a data set; the usual names are guessed.", rich_help_panel="Data sets")
]
KINDS = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "web pages",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "message/rfc822": "mail",
}
CONTAINERS = {
    "warc": "WARC",
    "feed": "feeds",
    "jsonl": "JSON lines",
    "json": "JSON",
    "parquet": "Parquet",
    "mail": "mail",
    "zip": "ZIP",
    "gzip": "packed (gzip)",
    "sitemap": "sitemaps",
}
OUTCOMES = {"new": "new", "revision": "revision", "copy": "copy", "same": "held already: nothing added"}


def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    record: RecordPath = DEFAULT_RECORD,
    workers: Workers = None,
    pack: Packs = None,
    text_field: FieldName = None,
    date_field: FieldName = None,
    url_field: FieldName = None,
    title_field: FieldName = None,
    lang_field: FieldName = None,
    publisher_field: FieldName = None,
    id_field: FieldName = None,
    author_field: FieldName = None,
    hidden: Annotated[bool, typer.Option("--hidden", help="Take names that begin with a dot, too.")] = False,
    link: Annotated[
        bool | None,
        typer.Option("--link/--no-link", help="Link versions at the end. Default: unless more than 500 are new."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Add documents to the record: text, Markdown, HTML, PDF, DOCX, mail; feeds, WARC, ZIP, gzip, JSONL, Parquet.

    A bad file is set aside with a reason and never stops the run. Stopped, the same command goes on where it was.
    Exit status 0, also when documents were set aside; the summary says how many and why.
    """
    from onrecord.collect import FieldNames
    from onrecord.errors import InputError
    from onrecord.record import Record, Summary

    for path in paths:
        if path != "-" and not Path(path).exists() and not Path(path).is_symlink():
            raise InputError(f"there is no file or folder {path}; check the path")
    fields = FieldNames(
        text_field, date_field, url_field, title_field, lang_field, publisher_field, id_field, author_field
    )
    summary = Summary()
    with Record.open(record, write=True, packs=pack or ()) as held:
        events = held.adding(paths, workers=worker_count(workers), fields=fields, hidden=hidden, link=link)
        if as_json:
            for event in events:
                summary.count(event)
                say_json(event_json(event))
            say_json(summary_json(summary))
            return
        asides = count_with_progress(events, summary)
        waiting = held.unlinked()
    print_summary(summary, asides, record)
    if waiting and link is None:
        say(f"{plural(waiting, 'statement')} not yet linked to other versions: `onrecord link --record {record}`")


def count_with_progress(events: Iterable[Event], summary: Summary) -> list[Added]:
    """Count events while a progress line shows on a terminal; gives those that were set aside."""
    asides: list[Added] = []
    for event in _with_progress(events):
        summary.count(event)
        if getattr(event, "reason", None):
            asides.append(event)  # type: ignore[arg-type]
    return asides


def _with_progress(events: Iterable[Event]) -> Iterator[Event]:
    if not sys.stderr.isatty():
        yield from events
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[last]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("add", total=None, last="")
        for event in events:
            last = visible(str(getattr(event, "locator", "")))[-60:].replace("[", r"\[")
            progress.update(task, advance=1, last=last)
            yield event


def event_json(event: Event) -> bytes:
    """One event as JSON."""
    import msgspec

    from onrecord.record.events import Opened, Skipped

    if isinstance(event, Opened):
        kept = {"kind": event.kind, "kept": event.kept, "set_aside": event.aside}
        return msgspec.json.encode({"outcome": "opened", "locator": event.locator} | kept)
    if isinstance(event, Skipped):
        return msgspec.json.encode({"outcome": "skipped", "what": event.what, "count": event.count})
    value: dict[str, object] = {"outcome": event.outcome, "locator": event.locator}
    if event.reason:
        value |= {"reason": event.reason, "detail": event.detail, "again": event.again}
    elif event.file:
        value |= {"file": True, "found": event.found}
    else:
        value |= {
            "source": event.source,
            "media_type": event.media_type,
            "statements": [{"id": s.id, "form": s.form, "lang": s.lang, "date": s.date} for s in event.statements],
            "utterances": event.utterances,
            "notices": [{"reason": n.reason, "detail": n.detail} for n in event.notices],
        }
        if event.before:
            value["before"] = event.before
    return msgspec.json.encode(value)


def summary_json(summary: Summary) -> bytes:
    """The sum as one line of JSON."""
    import msgspec

    return msgspec.json.encode({"summary": summary})


def print_summary(summary: Summary, asides: list[Added], record: Path) -> None:
    """One line for each kind, what was understood, what was not and why."""
    rows = [
        (KINDS.get(kind, kind), *(f"{counts[o]} {OUTCOMES[o]}" if counts[o] else "" for o in OUTCOMES), "")
        for kind, counts in sorted(summary.documents.items())
    ]
    say_table(rows)
    say_table([_container_row(kind, counts) for kind, counts in sorted(summary.containers.items())])
    if summary.files_held:
        aside = f", {summary.held_aside} set aside then" if summary.held_aside else ""
        inside = f" ({plural(summary.held, 'document')}{aside})" if aside or summary.held != summary.files_held else ""
        say(f"  {plural(summary.files_held, 'file')} held already, with the same bytes: nothing changed{inside}")
    for what, count in sorted(summary.skipped.items()):
        say(f"  {count} passed over: {what}", one_line=True)
    if summary.statements:
        forms = ", ".join(f"{n} {form}" for form, n in summary.forms.most_common())
        langs = ", ".join(f"{n} {lang}" for lang, n in summary.languages.most_common())
        undated = f"; {summary.undated} without a date" if summary.undated else ""
        counted = f"{plural(summary.statements, 'statement')} ({forms}; {langs})"
        say(f"  understood: {counted}, {plural(summary.utterances, 'utterance')}{undated}")
    _print_notices(summary)
    _print_asides(asides)
    say(f"record: {record}", one_line=True)


def _container_row(kind: str, counts: Counter[str]) -> tuple[str, str]:
    aside = f", {counts['aside']} set aside" if counts["aside"] else ""
    return CONTAINERS.get(
        kind, kind
    ), f"{plural(counts['files'], 'file')} with {plural(counts['kept'], 'document')}{aside}"


def _print_notices(summary: Summary) -> None:
    from onrecord.reasons import SENTENCES, Reason

    for code, count in summary.notices.most_common():
        say(f"  to know: {count} x {code}: {SENTENCES[Reason(code)]}")
    if summary.notices:
        say("  (`onrecord list --notices` names the documents)")


def _print_asides(asides: list[Added], most: int = 10) -> None:
    for event in asides[:most]:
        say(
            f"  set aside{' (as before)' if event.again else ''}: {event.locator}: {event.reason}: {event.detail}",
            one_line=True,
        )
    if len(asides) > most:
        say(f"  ... and {len(asides) - most} more; `onrecord list --set-aside` shows all")
