"""The verb `export`: many citations at once, by the filters of `list` or the words of `search`.

Lives here: options and counting. Not here: citations and formats (``record``, ``export``).
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.cite import NAMES, Out, put
from onrecord.cli.options import DEFAULT_RECORD, Packs, RecordPath
from onrecord.cli.screen import say
from onrecord.cli.search import Filter, check_choices


def export(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Export the paragraphs in which `search` finds these words, instead of statements."),
    ] = None,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=NAMES)] = ...,  # type: ignore[assignment]
    record: RecordPath = DEFAULT_RECORD,
    what: Annotated[
        str | None,
        typer.Option("--what", help="statement, utterance, position, or several with commas. Default: by format."),
    ] = None,
    out: Out = None,
    stem: Annotated[bool, typer.Option("--stem/--exact", help="With words: find other forms of a word too.")] = False,
    actor: Filter = None,
    lang: Filter = None,
    since: Filter = None,
    until: Filter = None,
    form_of: Annotated[str | None, typer.Option("--form", rich_help_panel="Filters")] = None,
    authority: Filter = None,
    publisher: Filter = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many statements or hits.")] = None,
    pack: Packs = None,
) -> None:
    """Export statements and claims in a format of citations, each with its proof; exit status 3 when there is none."""
    from onrecord.export.formats import format_named
    from onrecord.record import Choice, Record
    from onrecord.store import Filters

    check_choices(form_of, authority, since, until)
    chosen = format_named(form)
    filters = Filters(
        actor=actor, lang=lang, since=since, until=until, form=form_of, authority=authority, publisher=publisher
    )
    query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words or ())
    kinds = tuple(what.split(",")) if what else chosen.holds
    choice = Choice(filters, kinds, query, stem, limit)  # type: ignore[arg-type]
    with Record.open(record, packs=pack or ()) as held:
        first = next(held.citations(choice), None)
        if first is None:
            say("nothing to export" if not query else f"nothing holds {query}", one_line=True)
            raise typer.Exit(3)
        put(held.export(form, choice), out, binary=chosen.binary)
    if out is not None:
        print(f"wrote {out}", file=sys.stderr)
