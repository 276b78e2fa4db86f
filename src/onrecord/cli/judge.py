"""The verb `judge`: a person's decision about a claim, kept for good, listed, undone.

Lives here: options and printing. Not here: what a decision does (``judge``), keeping it (``store``).
"""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath
from onrecord.cli.screen import plural, say, say_json

if TYPE_CHECKING:
    from onrecord.model import Judgement, Ruling
    from onrecord.record import Record

Value = Annotated[str | None, typer.Option(rich_help_panel="What is decided")]
Pair = Annotated[tuple[str, str] | None, typer.Option(metavar="NAME NAME", rich_help_panel="What is decided")]
Number = Annotated[int | None, typer.Option(min=1, rich_help_panel="What is decided")]
QUOTE = 70


def judge(
    name: Annotated[
        str | None,
        typer.Argument(help="The id of a statement (s...), utterance (u...) or position (p...); see `show`."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    by: Annotated[str | None, typer.Option(envvar="ONRECORD_BY", help="Who decides; default: the user's name.")] = None,
    speaker: Value = None,
    capacity: Value = None,
    wrong: Annotated[
        bool, typer.Option("--wrong", help="There is no such utterance or position.", rich_help_panel="What is decided")
    ] = False,
    act: Value = None,
    holder: Value = None,
    target: Value = None,
    towards: Value = None,
    negated: Annotated[bool | None, typer.Option("--negated/--not-negated", rich_help_panel="What is decided")] = None,
    date: Value = None,
    published: Value = None,
    form: Value = None,
    venue: Value = None,
    authority: Value = None,
    same: Pair = None,
    different: Pair = None,
    accept: Number = None,
    reject: Number = None,
    undo: Number = None,
    list_all: Annotated[bool, typer.Option("--list", help="Print every judgement and what became of it.")] = False,
    pack: Packs = None,
    as_json: Json = False,
) -> None:
    """Decide something about a claim: who speaks, what is wrong, which act, holder, target, date; or about two names.

    A judgement is only ever added, never changed; it is laid over the rules' labels and replayed over every later
    relabelling. `--undo N` is another judgement. `--list` says which are applied, and why others are not.
    """
    from onrecord.errors import InputError

    given = {
        "speaker": speaker, "capacity": capacity, "wrong": "yes" if wrong else None, "act": act, "holder": holder,
        "target": target, "towards": towards, "negated": None if negated is None else "yes" if negated else "no",
        "date": date, "published": published, "form": form, "venue": venue, "authority": authority,
    }  # fmt: skip
    decisions = {field: value for field, value in given.items() if value is not None}
    pairs = [(pair, kind) for pair, kind in ((same, True), (different, False)) if pair]
    numbers = [(n, verb) for n, verb in ((undo, "undo"), (accept, "accept"), (reject, "reject")) if n]
    asked = [name, *pairs, *numbers, *([True] if list_all else [])]
    if sum(x is not None for x in asked) != 1 or bool(decisions) != (name is not None):
        raise InputError("give an id and what is decided, or one of --same, --different, --accept, --undo, --list")
    if list_all:
        _list(record, as_json=as_json)
        return
    who = by or getpass.getuser()
    with opened(record, pack) as held:
        if name is not None:
            made = held.judge(name, who, **decisions)
        elif pairs:
            (first, other), kind = pairs[0]
            made = [held.judge_names(first, other, who, same=kind)]
        else:
            number, verb = numbers[0]
            made = [held.undo(number, who) if verb == "undo" else held.accept(number, who, yes=verb == "accept")]
        rulings = {r.judgement.id: r for r in held.judgements()}
        called = held.now_called(made[-1])
    for one in made:
        print_ruling(rulings[one.id], as_json=as_json)
    if called and not as_json:
        say(f"      the position is {called} now" if not called.startswith(name or "-") else f"      id {called}")


def opened(record: Path, pack: list[Path] | None) -> Record:
    """The record, to write decisions to; InputError when the folder holds none."""
    from onrecord.errors import InputError
    from onrecord.record import Record
    from onrecord.store.connect import DATABASE

    if not (record / DATABASE).is_file():
        raise InputError(f"{record} holds no record; make one with `onrecord add ... --record {record}`")
    return Record.open(record, write=True, packs=pack or ())


def _list(record: Path, *, as_json: bool) -> None:
    from onrecord.record import Record

    with Record.open(record) as held:
        rulings = held.judgements()
    for ruling in rulings:
        print_ruling(ruling, as_json=as_json)
    if not as_json:
        unapplied = sum(bool(r.reason) for r in rulings)
        say(plural(len(rulings), "judgement") + (f", {unapplied} not applied" if unapplied else ""))


def print_ruling(ruling: Ruling, *, as_json: bool) -> None:
    """Print a judgement and what became of it."""
    import msgspec

    from onrecord.reasons import UNAPPLIED, Unapplied

    one = ruling.judgement
    if as_json:
        say_json(msgspec.json.encode(ruling))
        return
    state = f"not applied: {UNAPPLIED[Unapplied(ruling.reason)]} [{ruling.reason}]" if ruling.reason else "applied"
    say(f"{one.id}  {_sentence(one)}  by {one.by}, {one.at[:10]}  {state}", one_line=True)
    if one.anchor.quote:
        over = f"  over {ruling.over}" if ruling.over else ""
        words = " ".join(one.anchor.quote.split())
        shown = words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"
        place = f"[{one.anchor.span.start}:{one.anchor.span.end}]"
        say(f'      "{shown}" {place} of text {one.anchor.text_id[:12]}{over}', one_line=True)


def _sentence(one: Judgement) -> str:
    if one.about == "names":
        kind = "one person" if one.field == "same" else "not one person"
        return f"{one.value} and {one.detail} are {kind}"
    if one.about == "formulation":
        of = f" for {one.entity}" if one.entity else ""
        return f"{one.field} formulation {one.value} [{one.detail}]{of}"
    if one.about in ("judgement", "proposal"):
        return f"{one.field} {one.value}" if one.about == "judgement" else f"{one.field} proposal {one.value}"
    entity = f" <{one.entity}>" if one.entity else ""
    return f"{one.about}: {one.field}" + ("" if one.field == "wrong" else f" is {one.value or 'none'}{entity}")
