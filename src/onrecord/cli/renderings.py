"""The lines of `formulations --renderings`: what renders a phrase, by whom and when.

Lives here: printing. Not here: the verb (``formulations``), finding renderings (``record.rendering``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from onrecord.cli.screen import plural, say

if TYPE_CHECKING:
    from onrecord.record.rendered import Rendered, Renderings
    from onrecord.trace.drift import Stretch
    from onrecord.trace.phrases import Count, Edge

RECEIPTS = 3  # of each rendering; --json has all
NAMES = 3


def show(found: Sequence[Renderings], phrase: str | None, *, as_json: bool) -> None:
    """Print what was found: JSON values one a line, or lines to read."""
    if as_json:
        import msgspec

        for one in found:
            typer.echo(msgspec.json.encode(one).decode())
        return
    for one in found:
        _print(one)
    asked = f"of {phrase!r} " if phrase else ""
    say(f"no translation {asked}is linked" if not found else "observed in this record; none of them is a claim")


def _print(one: Renderings) -> None:
    id = f"  ({one.formulation})" if one.formulation and one.formulation != one.phrase else ""
    unread = f"; {plural(one.unread, 'more translation')} not read" if one.unread else ""
    held = f"{plural(one.pairs, 'pair')} of sentences in {plural(one.translations, 'translation')}"
    say(f"{one.phrase}{id}  {one.lang} -> {one.into}: {held}{unread}", one_line=True)
    for row in one.found:
        _row(row, one.pairs)
    if one.unanswered:
        say(f"  no rendering found in {plural(one.unanswered, 'pair')}")
    for turn in one.turns:
        before, after = turn.before, turn.after
        say(f"  observed: since {after.since} {_stretch(after)}; from {before.since} to {before.until} "
            f"{_stretch(before)}", one_line=True)  # fmt: skip


def _row(row: Rendered, pairs: int) -> None:
    counted = f"{row.pairs} of {plural(pairs, 'pair')}, {plural(row.texts, 'text')}, {plural(row.origins, 'origin')}"
    firm = f"dice {row.dice:g}, log-likelihood {row.likelihood:g}"
    elsewhere = f", {row.elsewhere} pairs without the phrase" if row.elsewhere else ""
    state = "known" if row.known else "proposed"
    say(f"  {row.form}  {state}: {counted}; {firm}{elsewhere}", one_line=True)
    say(f"      first {_day(row.first)}, last {_day(row.last)}; by {_names(row.outlets)}; said by {_names(row.voices)}",
        one_line=True)  # fmt: skip
    for place in row.places[:RECEIPTS]:
        say(f"      {place.one} [{place.start}:{place.end}] = {place.other} [{place.other_start}:{place.other_end}]")
    if len(row.places) > RECEIPTS:
        say(f"      and {len(row.places) - RECEIPTS} more: --json")


def _stretch(one: Stretch) -> str:
    return f'"{one.form}" in {one.origins} of {plural(one.held, "origin")}'


def _names(counts: Sequence[Count]) -> str:
    more = f" and {len(counts) - NAMES} more" if len(counts) > NAMES else ""
    return ", ".join(f"{one.key} {one.uses}" for one in counts[:NAMES]) + more


def _day(edge: Edge) -> str:
    first, last = edge.days
    if first is None or last is None:
        return "on a day not known"
    return first if first == last else f"between {first} and {last}"
