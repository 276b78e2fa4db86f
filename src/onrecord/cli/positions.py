"""The verb `positions`: who stands where on what, with counts, and the quotations of one cell.

Lives here: options and the three ways a table is printed. Not here: counting and wording (``record.standing``).
"""

from __future__ import annotations

import csv
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath
from onrecord.cli.screen import cell, plural, say, say_json, visible
from onrecord.cli.stances import details, headline

if TYPE_CHECKING:
    from onrecord.record import Positions, Standing, Wanted
    from onrecord.store import Quotation

Filter = Annotated[str | None, typer.Option(rich_help_panel="Filters")]
ABOUT = 60
ACTS = 3
COUNTRY = 2  # letters of a country code (ISO 3166)


def positions(
    record: RecordPath = DEFAULT_RECORD,
    actor: Annotated[
        str | None, typer.Option(help="An actor's id, a country (ISO 3166) or a name.", rich_help_panel="Filters")
    ] = None,
    measure: Annotated[
        str | None, typer.Option(help="A measure's id or name, or words of a target.", rich_help_panel="Filters")
    ] = None,
    act: Filter = None,
    since: Annotated[str | None, typer.Option(help="EDTF date, included.", rich_help_panel="Filters")] = None,
    until: Annotated[str | None, typer.Option(help="EDTF date, included.", rich_help_panel="Filters")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The table as it stood: what surely had been said.", rich_help_panel="Filters")
    ] = None,
    lang: Filter = None,
    every_target: Annotated[
        bool, typer.Option("--every-target", help="A column for each target, not only those of several texts.")
    ] = False,
    by_origin: Annotated[
        bool, typer.Option("--origins", help="Count copies, excerpts and reports that lean on one source as one.")
    ] = False,
    by_state: Annotated[
        bool, typer.Option("--by-state", help="One row for a country: its people and bodies with it, companies not.")
    ] = False,
    own: Annotated[
        bool, typer.Option("--own", help="Only what the holder says itself, not what others tell of it.")
    ] = False,
    cell_of: Annotated[
        tuple[str, str] | None,
        typer.Option("--cell", metavar="ACTOR MEASURE", help="The quotations of one cell, with ids and characters."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Quotations of a cell.")] = 100,
    pack: Packs = None,
    as_json: Json = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="CSV with a header line, one cell of the table a line.")
    ] = False,
    as_md: Annotated[bool, typer.Option("--md", help="A Markdown table: a row for each actor.")] = False,
) -> None:
    """Who stands where: for each actor and measure the latest act, counts, dates; a blank says no statement is held.

    Counts tell texts from origins (statements with the same words are one; `--origins`: those of one source). Exit
    status 3 when no position is held.
    """
    from onrecord.cli.search import check_choices
    from onrecord.errors import InputError
    from onrecord.record import Record, Wanted

    check_choices(None, None, since, until)
    if sum((as_json, as_csv, as_md)) > 1:
        raise InputError("give one of --json, --csv and --md")
    wanted = Wanted(actor, measure, act, since, until, as_of, lang, every_target, by_origin, by_state, own=own)
    with Record.open(record, packs=pack or ()) as held:
        if cell_of:
            _print_cell(held.quotations(*cell_of, limit=limit, wanted=wanted), cell_of, wanted, as_json=as_json)
            return
        found = held.positions(
            actor=actor, measure=measure, act=act, since=since, until=until, as_of=as_of, lang=lang,
            every_target=every_target, by_origin=by_origin, by_state=by_state, own=own,
        )  # fmt: skip
    if as_json:
        _print_json(found)
    elif as_csv:
        _print_csv(found)
    elif as_md:
        _print_md(found, by_origin=by_origin)
    else:
        print_table(found, wanted)
        if measure and not found.cells:
            say(_hint(measure))
        if actor and len(actor) > COUNTRY and not found.cells:
            say(_hint_of(actor))
    if not found.cells:
        raise typer.Exit(3)


def _hint(measure: str) -> str:
    """What to try when nothing is held about a measure."""
    return (
        f"{measure!r} was looked for as a measure or initiative of the packs and in the words of targets;"
        " --pack FILE adds a pack that names it, `onrecord packs` lists the bundled ones"
    )


def _hint_of(actor: str) -> str:
    """What to try when nothing is held of an actor: a spokesperson's stances are those of the state."""
    return (
        f"{actor!r}: who speaks for a state or body takes its stances, so ask for that (--actor with a country's two"
        " letters); `onrecord search WORDS --actor NAME` finds what a person said"
    )


def _print_json(found: Positions) -> None:
    import msgspec

    for one in found.cells:
        say_json(msgspec.json.encode(one))
    if found.left_out:
        say_json(msgspec.json.encode({"left_out": found.left_out}))


def _print_csv(found: Positions) -> None:
    from onrecord.record import tabled

    writer = csv.writer(sys.stdout, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(tabled.COLUMNS)
    for one in found.cells:
        writer.writerow([cell(value) for value in tabled.row(one)])


def _print_md(found: Positions, *, by_origin: bool) -> None:
    """A row for each actor, a column for each measure; a blank cell says that no statement is held."""
    columns = list(dict.fromkeys((s.column, s.about) for s in found.cells))
    rows = list(dict.fromkeys((s.row, s.holder) for s in found.cells))
    cells = {(s.row, s.column): s for s in found.cells}
    print("| |" + "".join(f" {_md(_short(about))} |" for _, about in columns))
    print("|---|" + "---|" * len(columns))
    for row, holder in rows:
        line = [_md_cell(cells.get((row, column))) for column, _ in columns]
        print(f"| {_md(holder)} |" + "".join(f" {text} |" if text else " |" for text in line))
    for _, about in columns:
        if len(about) > ABOUT:
            print(f"\n{_md(_short(about))}: {_md(about)}")
    one = "copies, excerpts and reports that lean on one source" if by_origin else "texts with the same words"
    print(f"\nA blank cell: no statement held. Counts are origins: {one} are one.")


def _md_cell(one: Standing | None) -> str:
    from onrecord.record import tabled

    if one is None:
        return ""
    wording = f"{one.wording}: " if one.wording else ""
    return _md(f"{wording}{one.sentence}; latest {tabled.latest(one)} ({one.tally.last or 'no date'})")


def _short(about: str) -> str:
    """A title as a heading: at most ABOUT characters; the whole stands below the table."""
    return about if len(about) <= ABOUT else about[: ABOUT - 1] + "…"


def _md(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in visible(text))


def _latest(one: Standing) -> str:
    """The latest acts and their date; that no date tells which came last, and how many more there are than ACTS."""
    from onrecord.record import tabled

    acts, last = one.tally.latest, one.tally.last
    if last is None and len(acts) > 1:
        return "latest: not known, for no text tells its year"
    shown = replace(one, tally=replace(one.tally, latest=acts[:ACTS]))
    more = f" or {plural(len(acts) - ACTS, 'other act')}" if len(acts) > ACTS else ""
    return f"latest: {tabled.latest(shown)}{more}, {last or 'no date'}"


def print_table(found: Positions, wanted: Wanted | None = None) -> None:
    """Each actor with its measures: what it says in how many of how many origins, the latest act, the counts."""

    row = None
    for one in found.cells:
        if one.row != row:
            row = one.row
            say(f"{one.holder} <{one.actor}>" if one.actor else one.holder, one_line=True)
        wording = f"{one.wording}: " if one.wording else ""
        say(f"  {_column(one)}: {wording}{one.sentence}", one_line=True)
        say(f"      {_latest(one)}; {_counts(one)}", one_line=True)
        if one.examples:
            shown = ", ".join(
                f'"{words if len(words) <= ABOUT else words[: ABOUT - 1] + "…"}"' for words in one.examples
            )
            say(f"      such as {shown}", one_line=True)
    if wanted is not None:
        _print_feet(found, wanted)


def _print_feet(found: Positions, wanted: Wanted) -> None:
    if found.cells:
        cells = plural(len(found.cells), "cell")
        say(f"{cells}; what is not listed: no statement held. Quotations: --cell ACTOR MEASURE")
    else:
        asked = (wanted.actor, wanted.measure, wanted.act, wanted.since, wanted.until, wanted.as_of, wanted.lang)
        say("no position is held" + (" of what the options leave" if any(asked) else ""))
    if found.left_out:
        say(f"{plural(found.left_out, 'text')} left out: not surely dated on or before {wanted.as_of}")


def _column(one: Standing) -> str:
    """The column's name, and what `--cell` takes for it."""
    about = _short(one.about)
    if one.kind == "topic":
        return f"targets that mention {about} <{one.column}>"
    if one.kind == "measure":
        return f"{about} <{one.measure}>"
    return f'"{about}"' if one.kind == "words" else f"{about} <{one.kind}>"


def _counts(one: Standing) -> str:
    t = one.tally
    first = f", first {t.first}" if t.first and t.first != t.last else ""
    unsure = f", {t.unsure} with a date that only may lie in the period" if t.unsure else ""
    return f"{plural(t.positions, 'position')}, {plural(t.texts, 'text')}, {plural(t.origins, 'origin')}{first}{unsure}"


def _filters(wanted: Wanted) -> str:
    """The filters that bear on one cell, as they are typed."""
    given = (("act", wanted.act), ("since", wanted.since), ("until", wanted.until), ("as-of", wanted.as_of),
             ("lang", wanted.lang))  # fmt: skip
    return " ".join(f"--{name} {value}" for name, value in given if value)


def _print_cell(found: list[Quotation], place: tuple[str, str], wanted: Wanted, *, as_json: bool) -> None:
    for one in found:
        if as_json:
            _print_quotation_json(one)
            continue
        when = one.date or (f"published {one.published}" if one.published else "no date")
        sure = "" if one.sure else " (may lie in the period)"
        outlet = f"{one.publisher} ({one.authority})" if one.publisher else f"authority {one.authority}"
        say(f"{one.id}  {when}{sure}  {headline(one.position)}", one_line=True)
        span = one.position.span
        say(
            f"      in {one.statement}, {one.lang}, {outlet}; [{span.start}:{span.end}] of text {one.text.id}",
            one_line=True,
        )
        for line in details(one.position, one.text.chars, one.voice):
            say(f"      {line}", one_line=True)
    if not found:
        if not as_json:
            filters = _filters(wanted)
            left = f" within {filters}; without these filters there may be some" if filters else ""
            say(f"no statement held: {place[0]} on {place[1]}{left}", one_line=True)
        raise typer.Exit(3)


def _print_quotation_json(one: Quotation) -> None:
    import msgspec

    value: dict[str, object] = {"id": one.id, "statement": one.statement, "text": one.text.id}
    value |= {"start": one.position.span.start, "end": one.position.span.end, "words": one.words}
    value |= {name: getattr(one, name) for name in ("position", "lang", "date", "published", "publisher", "authority")}
    say_json(msgspec.json.encode(value | {"sure": one.sure, "voice": one.voice}))
