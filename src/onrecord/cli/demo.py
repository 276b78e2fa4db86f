"""The verb `demo`: the bundled sample in a fresh record, what was understood of it, and what to try next."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.add import count_with_progress, print_summary
from onrecord.cli.options import Workers, worker_count
from onrecord.cli.screen import plural, say, say_table

if TYPE_CHECKING:
    from onrecord.store import Summary as Listed

MARK = "made-by-onrecord-demo"
PHRASE = "weather chips"
NEXT = (
    ("list", "what is held"),
    ("show {first}", "one statement: who, when, in which words, and why we think so"),
    ('search "{words}"', "words in context, with speaker, date and authority"),
    ("positions", "who stands where on what, and how often"),
    ("link", "which statements are versions of one, and why we think so"),
    ("compare {first}", "what its versions say otherwise, sentence by sentence"),
    ("list --set-aside", "what could not be read, and the reason"),
    ("check", "verify every hash, offset and quotation"),
)


def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the sample and its record; made anew each time.")] = Path(
        "onrecord-demo"
    ),
    workers: Workers = None,
) -> None:
    """Load the bundled sample (invented countries, six languages) into a fresh record and say what was found."""
    from onrecord.demo import documents
    from onrecord.record import Record, Summary

    _make_fresh(folder)
    (folder / "documents").mkdir()
    for document in documents():
        (folder / "documents" / document.name).write_bytes(document.read_bytes())
    record = folder / "record"
    summary = Summary()
    say(f"reading the sample in {folder / 'documents'}")
    with Record.open(record, write=True) as held:
        events = held.adding([folder / "documents"], workers=worker_count(workers), link=False)
        asides = count_with_progress(events, summary)
        print_summary(summary, asides, record)
        # said before it is done: its loops are compiled the first time, which takes some ten seconds
        say("looking for versions of one statement (the first time on a machine: some ten seconds)")
        say(f"  {_linked(held.link().kinds)}")
        listed = held.statements(limit=100)
        stands = [c for c in held.positions().cells if c.kind == "measure" and c.actor]
    _print_statements(listed)
    say()
    say("Who stands where: actors and measures that the sample pack knows, in how many texts with different words:")
    say_table([(c.holder, c.about, c.sentence) for c in stands])
    say()
    say("Next, with this record:")
    say(f"  export ONRECORD_RECORD={record}")
    first = next((s.id for s in listed if s.form == "transcript"), listed[0].id)
    say_table([(f"onrecord {verb.format(first=first, words=PHRASE)}", what) for verb, what in NEXT])
    say("The same as pages in a browser (search, statements, formulations, comparisons, positions):")
    say(f"  onrecord serve {record}")
    say("With documents of your own (files, folders, feeds, WARC, data sets):")
    say("  onrecord add PATH... --record my-record")


def _linked(kinds: Mapping[str, int]) -> str:
    named = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))
    return f"linked: {plural(sum(kinds.values()), 'pair')} of statements ({named})"


def _print_statements(listed: Sequence[Listed]) -> None:
    say()
    say_table(
        [
            (
                s.date or (f"published {s.published}" if s.published else "no date"),
                s.lang,
                s.form,
                s.authority,
                s.title[:70],
            )
            for s in listed
        ]
    )


def _make_fresh(folder: Path) -> None:
    """An empty folder with our mark; InputError when something that we did not make stands there."""
    from onrecord.errors import InputError

    if folder.exists():
        if not (folder / MARK).is_file():
            raise InputError(
                f"{folder} exists and was not made by `onrecord demo`; name another folder: onrecord demo FOLDER"
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).touch()
