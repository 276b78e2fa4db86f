"""The verb `search`: keyword in context.

Lives here: options and the lines printed for hits. Not here: finding them (``store.search``).
"""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.screen import cell, plural, say, say_json, say_table, visible
from onrecord.text.excerpt import head, tail

if TYPE_CHECKING:
    from onrecord.record.origins import Counted
    from onrecord.store import Hit, Hits, Version
    from onrecord.store.facets import Facets

CONTEXT = 80  # characters of context that the store gives on each side
Filter = Annotated[str | None, typer.Option(rich_help_panel="Filters")]
COLUMNS = (
    "statement", "date", "published", "speaker", "actor", "capacity", "mode", "form", "authority", "publisher", "lang",
    "left", "match", "right", "start", "end", "text_id", "source", "locator", "copies",
    "others", "revision", "revisions", "captured", "places", "copy_of",
)  # fmt: skip


def search(
    words: Annotated[
        list[str], typer.Argument(help='Words (all must stand in the paragraph) or "a phrase" in quotes.')
    ],
    record: RecordPath = DEFAULT_RECORD,
    stem: Annotated[bool, typer.Option("--stem/--exact", help="Find other forms of a word too.")] = False,
    actor: Annotated[
        str | None,
        typer.Option(help="An actor's id, a country (ISO 3166) or a speaker's name.", rich_help_panel="Filters"),
    ] = None,
    lang: Filter = None,
    since: Annotated[
        str | None, typer.Option(help="EDTF date, included: 2024, 2024-05, 2024-05-01.", rich_help_panel="Filters")
    ] = None,
    until: Annotated[str | None, typer.Option(help="EDTF date, included.", rich_help_panel="Filters")] = None,
    form: Annotated[
        str | None, typer.Option(help="transcript, qa, statement, report or repost.", rich_help_panel="Filters")
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option(
            help="official_transcript, official_translation, state_media, wire, press, repost or unknown.",
            rich_help_panel="Filters",
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="An outlet's id.", rich_help_panel="Filters")] = None,
    fold_copies: Annotated[
        bool, typer.Option("--fold-copies", help="Show statements with the same words once, and name the others.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="Hits a page.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="Hits to leave out first.")] = 0,
    as_json: Json = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the hits by actor, language, form, authority, year and month.")
    ] = False,
    origins: Annotated[
        bool,
        typer.Option("--origins", help="Count all hits by texts and by origins, where copies and excerpts are one."),
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV with a header line.")] = False,
) -> None:
    """Find words in the record, or "a phrase": each hit with speaker, capacity, date, authority; exit 3 when none."""
    from onrecord.errors import InputError
    from onrecord.record import Record
    from onrecord.store import Filters

    filters = Filters(
        actor=actor, lang=lang, since=since, until=until, form=form, authority=authority, publisher=publisher
    )
    check_choices(form, authority, since, until)
    if as_json and as_csv:
        raise InputError("give --json or --csv, not both")
    query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
    if facets and as_csv:
        raise InputError("--facets has no CSV; give --facets --json")
    with Record.open(record) as held:
        if origins:
            _print_counted(held.counted(query, filters, stem=stem), as_json=as_json)
            return
        if facets:
            _print_facets(held.facets(query, filters, stem=stem), as_json=as_json)
            return
        hits = held.search(query, filters, stem=stem, fold_copies=fold_copies, limit=limit, offset=offset)
    if as_json:
        _print_json(hits)
    elif as_csv:
        _print_csv(hits)
    else:
        narrowed = bool(offset or filters != Filters())
        _print_lines(hits, query, stem=stem, narrowed=narrowed)
    if not hits.hits:
        raise typer.Exit(3)


def check_choices(form: str | None, authority: str | None, since: str | None = None, until: str | None = None) -> None:
    """InputError for a form or authority that does not exist, and for a period that ends before it begins."""
    from onrecord.dates import bounds
    from onrecord.errors import InputError
    from onrecord.model import AUTHORITIES, FORMS

    if form and form not in FORMS:
        raise InputError(f"no form is called {form!r}; there are: {', '.join(FORMS)}")
    if authority and authority not in AUTHORITIES:
        raise InputError(f"no authority is called {authority!r}; there are: {', '.join(AUTHORITIES)}")
    try:
        first, last = bounds(since)[0], bounds(until)[1]
    except ValueError as error:
        raise InputError(f"{error}; give an EDTF date: 2024, 2024-05 or 2024-05-01") from None
    if first and last and first > last:
        raise InputError(f"the period ends ({until}) before it begins ({since})")


def _row(hit: Hit) -> dict[str, object]:
    spans = hit.spans or (hit.block,)
    v = hit.version
    extra = {
        "start": spans[0].start, "end": spans[0].end, "others": " ".join(hit.others), "revision": v.revision,
        "revisions": v.revisions, "captured": v.captured, "places": v.places, "copy_of": v.copy_of,
    }  # fmt: skip
    return {name: extra.get(name, getattr(hit, name, None)) for name in COLUMNS}


def _print_json(hits: Hits) -> None:
    import msgspec

    for hit in hits.hits:
        say_json(msgspec.json.encode(_row(hit) | {"spans": [(s.start, s.end) for s in hit.spans]}))


def _print_csv(hits: Hits) -> None:
    writer = csv.writer(sys.stdout, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in hits.hits:
        writer.writerow([cell(value) for value in _row(hit).values()])


def _print_counted(counted: Counted, *, as_json: bool) -> None:
    if as_json:
        import msgspec

        say_json(msgspec.json.encode(counted))
    else:
        texts, origins = plural(counted.texts, "text"), plural(counted.origins, "origin")
        say(f"{plural(counted.hits, 'hit')} in {texts} of {origins}")
    if not counted.hits:
        raise typer.Exit(3)


def _print_facets(counted: Facets, *, as_json: bool) -> None:
    if as_json:
        import msgspec

        say_json(msgspec.json.encode(counted))
        return
    more = "" if counted.complete else " (the newest; more hits follow)"
    say(f"{plural(counted.hits, 'hit')}{more} in {plural(counted.statements, 'text')}, {counted.likenesses} different")
    for name in ("actor", "lang", "form", "authority", "year"):
        say(name)
        say_table([(value or "-", str(count)) for value, count in getattr(counted, name)])
    say("month, hits, hits for each million characters said")
    say_table([(m.month, str(m.hits), f"{1e6 * m.hits / m.chars:.1f}" if m.chars else "-") for m in counted.months])


def _print_lines(hits: Hits, query: str, *, stem: bool, narrowed: bool) -> None:
    bold, plain = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    for hit in hits.hits:
        say(_who(hit), one_line=True)
        print(f"    {_marked(hit, bold, plain)}")
    if not hits.hits:
        hint = "" if stem else "; `--stem` finds other forms of a word too"
        where = "among what the options leave" if narrowed else "in the record"
        say(f"nothing {where} holds {query}{hint}", one_line=True)
        return
    notes = [plural(len(hits.hits), "hit")]
    notes += ["more follow: --offset, --limit"] if hits.more else []
    notes += [f"{hits.folded} copies folded"] if hits.folded else []
    notes += [f"{hits.uncertain} with a date that only may lie in the period"] if hits.uncertain else []
    say("; ".join(notes))


def _marked(hit: Hit, bold: str, plain: str) -> str:
    """The first match in its context; the other matches that stand in the context are marked too."""
    first = hit.spans[0]
    left, right = tail(hit.left, CONTEXT), head(hit.right, CONTEXT)
    shown = f"{left}{hit.match}{right}"
    begin = first.start - len(hit.left) + (len(hit.left) - len(left))
    inside = [s.shift(-begin) for s in hit.spans if s.start >= begin and s.end <= begin + len(shown)]
    parts, at = list[str](), 0
    for span in sorted(inside):
        if span.start >= at:
            parts += [visible(shown[at : span.start]), bold, visible(span.of(shown)), plain]
            at = span.end
    return "".join([*parts, visible(shown[at:])])


def _who(hit: Hit) -> str:
    when = hit.date or (f"published {hit.published}" if hit.published else "no date")
    if not hit.date_sure:
        when += " (may lie in the period)"
    speaker = hit.speaker or ("(no named voice)" if hit.mode == "turn" else "(narration)")
    who = f"{speaker}, {hit.capacity}" if hit.capacity and hit.capacity != speaker else speaker
    place = hit.publisher or hit.authority
    source = f"{place} ({hit.authority})" if hit.publisher else f"authority {hit.authority}"
    apart = which(hit.version, folded=hit.copies > 1)
    if hit.copies > 1:
        more = ", ..." if len(hit.others) < hit.copies - 1 else ""
        apart = [*apart, f"stands for {hit.copies} statements with the same words: also {', '.join(hit.others)}{more}"]
    return f"{hit.statement}  {when}  {who}  {hit.form}, {hit.lang}, {source}{''.join(f'  {a}' for a in apart)}"


def which(version: Version, *, folded: bool = False) -> list[str]:
    """What tells a statement from those that look like it: its revision, what it is a copy of, its places."""
    found = []
    if version.revisions > 1:
        captured = f", captured {version.captured}" if version.captured else ""
        found.append(f"revision {version.revision} of {version.revisions}{captured}")
    if version.copy_of and not folded:
        found.append(f"copy of {version.copy_of}")
    if version.places > 1:
        found.append(f"same bytes at {version.places} places")
    return found
