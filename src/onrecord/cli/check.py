"""The verbs `check`, `reindex` and `relabel`: is the record sound, its indexes again, new labels over held texts."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath, Workers, worker_count
from onrecord.cli.screen import EXIT_INPUT, plural, say, say_json

COUNTED = ("source", "capture", "text", "statement", "block", "utterance", "position", "occurrence", "notice")


def check(
    record: RecordPath = DEFAULT_RECORD,
    reindex: Annotated[
        bool, typer.Option("--reindex", help="Make the search index again from the texts first.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Verify every hash, offset, quote and index row of the record. Exit status 1 when something is wrong."""
    import msgspec

    from onrecord.record import Record

    if reindex:
        with Record.open(record, write=True) as held:
            rows = held.reindex()
        if not as_json:
            say(f"made the search index again: {plural(rows, 'row')}")
    with Record.open(record) as held:
        counts = held.counts()
        findings = list(held.check())
    if as_json:
        for finding in findings:
            say_json(msgspec.json.encode(finding))
        say_json(msgspec.json.encode({"checked": counts, "findings": len(findings)}))
    else:
        for finding in findings:
            say(f"  {finding.kind}: {finding.where}: {finding.what}; {finding.mend}", one_line=True)
        held_things = ", ".join(plural(n, what) for what, n in counts.items() if n and what in COUNTED)
        say(f"checked {held_things or 'a record that holds nothing yet'}")
        say(f"{plural(len(findings), 'thing')} wrong" if findings else "all is well")
    if findings:
        raise typer.Exit(EXIT_INPUT)


def reindex(record: RecordPath = DEFAULT_RECORD) -> None:
    """Throw away what can be made again, the search index and the passage index, and make both from the texts."""
    from onrecord.record import Record

    with Record.open(record, write=True) as held:
        say(f"made the search index again: {plural(held.reindex(), 'row')}")
        texts, passages = held.reindex_passages()
    say(f"made the passage index again: {plural(texts, 'text')}, {plural(passages, 'shared passage')}")


def relabel(
    record: RecordPath = DEFAULT_RECORD,
    workers: Workers = None,
    pack: Packs = None,
    details: Annotated[bool, typer.Option("--details", help="One line for each source.")] = False,
) -> None:
    """Label and annotate all held texts again with today's knowledge; no character and no offset changes."""
    from onrecord.record import Record

    counts: Counter[str] = Counter()
    with Record.open(record, write=True, packs=pack or ()) as held:
        for one in held.relabel(workers=worker_count(workers)):
            counts[one.outcome] += 1
            if details or one.outcome in ("other_text", "set_aside"):
                say(f"  {one.outcome}: {one.locator} {one.detail}", one_line=True)
    say(", ".join(f"{n} {what}" for what, n in sorted(counts.items())) or "the record is empty")
