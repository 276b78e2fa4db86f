"""The verb `propose`: ask a language model about one statement; what stands in the text waits for a person.

Lives here: options and printing; the key is read from the environment here and printed nowhere. Not here: asking.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath
from onrecord.cli.screen import EXIT_INPUT, plural, say, say_json

if TYPE_CHECKING:
    from onrecord.record import Proposed, Waiting

KEY = "ONRECORD_LLM_KEY"


def propose(
    name: Annotated[str | None, typer.Argument(help="A statement's id, or its beginning.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="An OpenAI-compatible service: https://HOST/v1.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="The model's name there.")] = None,
    key_env: Annotated[str, typer.Option(metavar="NAME", help="The environment variable that holds the key.")] = KEY,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="Allow http:// to another machine: text and key go unencrypted.")
    ] = False,
    list_all: Annotated[bool, typer.Option("--list", help="Print every proposal and what became of it.")] = False,
    pack: Packs = None,
    as_json: Json = False,
) -> None:
    """Ask a language model what a statement says. The only verb that uses the network, and only the given address.

    Each proposal must stand in the text character by character or is dropped and counted. What is kept counts for
    nothing until a person accepts it: `onrecord judge --accept N`.
    """
    from onrecord.errors import InputError
    from onrecord.record import Record

    if list_all:
        with Record.open(record) as held:
            _list(held.proposals(), as_json=as_json)
        return
    if not (name and address and model):
        raise InputError("give a statement's id, --address URL and --model NAME; or --list")
    from onrecord.propose import Endpoint, parse_address

    key = os.environ.get(key_env, "")
    if any(ord(c) < 33 or ord(c) > 126 for c in key):
        raise InputError(f"the key in {key_env} has characters that no key has; set it again")
    endpoint = Endpoint(parse_address(address, plain_http=plain_http), model, key)
    _require(record)
    with Record.open(record, write=True, packs=pack or ()) as held:
        found = held.propose(name, endpoint)
        states = {w.proposal.id: w for w in held.proposals()}
    for one in found.kept:
        _print(states[one.id], as_json=as_json)
    _sum(found, as_json=as_json)
    if found.outcome.unanswered:
        raise typer.Exit(EXIT_INPUT)


def _require(record: Path) -> None:
    from onrecord.errors import InputError
    from onrecord.store.connect import DATABASE

    if not (record / DATABASE).is_file():
        raise InputError(f"{record} holds no record; make one with `onrecord add ... --record {record}`")


def _list(found: list[Waiting], *, as_json: bool) -> None:
    for one in found:
        _print(one, as_json=as_json)
    if not as_json:
        waiting = sum(w.state == "waiting" for w in found)
        say(f"{plural(len(found), 'proposal')}, {waiting} waiting for `onrecord judge --accept N` or `--reject N`")


def _print(one: Waiting, *, as_json: bool) -> None:
    import msgspec

    from onrecord.cli.stances import excerpt, headline
    from onrecord.model import Position

    proposal = one.proposal
    if as_json:
        say_json(msgspec.json.encode(one))
        return
    said = f"{one.state} by {one.by}" if one.by else one.state
    say(f"{proposal.id}  {proposal.kind}  {said}  by the model {proposal.by}, {proposal.at[:10]}", one_line=True)
    span = proposal.anchor.span
    where = f"[{span.start}:{span.end}] of text {proposal.anchor.text_id[:12]}"
    if isinstance(one.claim, Position):
        say(f"      {headline(one.claim)}  {where}", one_line=True)
        say(f'      "{excerpt(proposal.anchor.quote, 160)}"', one_line=True)
        if one.warning:
            say(f"      WARNING: {one.warning}", one_line=True)
    elif one.claim is not None:
        speaker = one.claim.speaker.name if one.claim.speaker else "(nobody)"
        say(f'      {one.claim.mode}, {speaker}: "{excerpt(proposal.anchor.quote, 120)}" {where}', one_line=True)


def _sum(found: Proposed, *, as_json: bool) -> None:
    import msgspec

    outcome = found.outcome
    if as_json:
        value = {
            "kept": len(found.kept), "dropped": dict(outcome.dropped), "calls": outcome.calls,
            "failed": dict(outcome.failed), "sent": outcome.sent, "unasked": outcome.unasked,
        }  # fmt: skip
        say_json(msgspec.json.encode({"summary": value}))
        return
    dropped = ", ".join(f"{n} {reason}" for reason, n in sorted(outcome.dropped.items()))
    failed = ", ".join(f"{n} {code}" for code, n in sorted(outcome.failed.items()))
    say(
        f"{plural(len(found.kept), 'proposal')} kept; {outcome.sent} characters sent in {plural(outcome.calls, 'call')}"
    )
    if dropped:
        say(f"  dropped: {dropped}")
    if failed:
        say(f"  failed calls: {failed}", one_line=True)
    if outcome.unanswered:
        say("  nothing could be asked" if not outcome.calls else "  no answer could be read")
    if outcome.unasked:
        say(f"  not asked about: {outcome.unasked} characters of main text")
