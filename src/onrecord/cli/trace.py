"""The verb `trace`: one phrase over time.

Lives here: options and the lines printed. Not here: finding and counting (``record.tracing``, ``trace.phrases``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.screen import plural, say

if TYPE_CHECKING:
    from onrecord.trace.company import Parted
    from onrecord.trace.phrases import Edge, Form, Trace
    from onrecord.trace.swings import Swing


class By(StrEnum):
    """Length of a period."""

    year = "year"
    month = "month"


def trace(
    phrase: Annotated[str, typer.Argument(help="A formulation's id or form, or any words.")],
    record: RecordPath = DEFAULT_RECORD,
    by: Annotated[By, typer.Option("--by", help="Length of a period.")] = By.year,
    every: Annotated[bool, typer.Option("--forms", help="Also list known forms that no text has.")] = False,
    as_json: Json = False,
) -> None:
    """One phrase over time: forms, counts by period, actor and authority, first and last use, who came after whom."""
    from onrecord.record import Record

    with Record.open(record) as held:
        found = held.trace(phrase, by=by.value)
    if found is None:
        typer.echo(f"{phrase!r} is not held", err=True)
        raise typer.Exit(3)
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode(found).decode())
        return
    _print(found, every=every)


def _print(found: Trace, *, every: bool) -> None:
    from onrecord.trace.phrases import FEW, NO_DATE
    from onrecord.trace.swings import LEAST

    say(f"{found.phrase}{f'  ({found.formulation})' if found.formulation else ''}", one_line=True)
    _print_forms(found.forms, every=every)
    for p in found.periods:
        rate = f"{p.per_million:g} per million characters, {p.per_text:g} per text, in {p.share:.1%} of origins"
        heat = "too few to tell" if p.heat == FEW else p.heat
        rate += "" if p.period == NO_DATE else f": {heat}"
        say(f"  {p.period}  {_counted(p.uses, p.texts, p.origins)}; {rate}")
    for title, counts in (("actor", found.actors), ("authority", found.authorities)):
        for count in counts:
            say(f"  {title} {count.key}  {_counted(count.uses, count.texts, count.origins)}", one_line=True)
    langs = ", ".join(found.langs)
    starts = f", which starts {_days(found.starts)} in {langs}" if found.starts[0] else ", where nothing has a date"
    say(f"earliest in this record{starts}: {_edge(found.first)}", one_line=True)
    for step in found.lineage:
        after = "  after the one before" if step.surely_after else ""
        say(f"  first by {step.actor}: {_edge(step.first)}{after}", one_line=True)
    if found.unnamed:
        say(f"  without a known speaker: {found.unnamed}")
    say(f"last in this record: {_edge(found.last)}", one_line=True)
    for swing in found.swings:
        say(f"observed: {_swing(swing)}")
    for one in found.parted:
        say(f"observed: {_parted(one)}", one_line=True)
    if sum(p.origins for p in found.periods if p.period != NO_DATE) < LEAST:
        say(f"fewer than {LEAST} origins with a date hold it: too few to tell of bursts or silence")
    if found.undated:
        say(f"{plural(found.undated, 'use')} without a date")


def _print_forms(forms: Sequence[Form], *, every: bool) -> None:
    """The forms with their counts; those that no text has are only counted, unless ``every``."""
    for form in forms:
        if form.uses or every:
            first = f", first {_days(form.first.days)}" if form.first and len(forms) > 1 else ""
            say(f"  {form.lang}  {form.form}  {_counted(form.uses, form.texts, form.origins)}{first}", one_line=True)
    without = Counter(form.lang for form in forms if not form.uses)
    if without and not every:
        of = ", ".join(f"{lang} {count}" for lang, count in sorted(without.items()))
        say(f"  {plural(without.total(), 'known form')} in no text ({of}): --forms lists them")


def _swing(swing: Swing) -> str:
    if swing.kind == "burst":
        at = "at the rate of the other periods"
        return f"in {swing.when} {swing.origins} of {swing.held} origins hold it; {swing.expected:g} would {at}"
    later = plural(swing.held, "later origin")
    return f"not held since {swing.when}: in none of {later}; {swing.expected:g} would at the rate before"


def _parted(one: Parted) -> str:
    usual = f'usually said together with "{one.words}" [{one.lang}]'
    until = f"in {one.together} of {plural(one.held, 'origin')} up to {one.when}"
    later = f"in none of {plural(one.later, 'later origin')} with the phrase; {one.expected:g} would at the rate before"
    return f"{usual} ({until}), missing here since: {later}"


def _counted(uses: int, texts: int, origins: int) -> str:
    return f"{plural(uses, 'use')} in {plural(texts, 'text')} of {plural(origins, 'origin')}"


def _edge(edge: Edge) -> str:
    more = f", or {len(edge.candidates) - 1} more that can be it" if len(edge.candidates) > 1 else ""
    return f"{_days(edge.days)}  {edge.statement}  {edge.publisher or 'no outlet'} [{edge.start}:{edge.end}]{more}"


def _days(days: tuple[str | None, str | None]) -> str:
    first, last = days
    if first is None or last is None:
        return "on a day not known"
    return first if first == last else f"between {first} and {last}"
