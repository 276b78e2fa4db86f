"""The verbs `show`, `list` and `source`: what is held, and where every value comes from.

Lives here: printing statements. Not here: reading and verifying them (``store``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.cli.screen import plural, say, say_json, say_table
from onrecord.cli.spans import because, excerpt, place
from onrecord.cli.stances import print_positions
from onrecord.cli.voices import print_utterances, print_voices

if TYPE_CHECKING:
    from onrecord.model import Statement, VersionLink
    from onrecord.record import Record
    from onrecord.store import Held

FIELDS = ("form", "date", "published", "venue", "lang", "publisher", "authority")


class Layer(StrEnum):
    """What `show` prints of a statement."""

    ALL = "all"
    STATEMENT = "statement"
    BLOCKS = "blocks"
    UTTERANCES = "utterances"
    POSITIONS = "positions"
    FORMULATIONS = "formulations"
    TEXT = "text"


def show(
    name: Annotated[
        str,
        typer.Argument(help="A statement's id (or its beginning), a sha256, locator, address or file name."),
    ],
    record: RecordPath = DEFAULT_RECORD,
    layer: Annotated[list[Layer] | None, typer.Option(help="What to show; may be repeated. Default: all.")] = None,
    as_json: Json = False,
) -> None:
    """Show a statement: who, capacity, venue, date, authority, blocks, utterances, positions; where each comes from."""
    from onrecord.record import Record

    with Record.open(record) as held_record:
        name = _place_of(held_record, name)
        statements = _named(held_record, name)
        versions = {one.statement.id: held_record.versions(one.statement.id) for one in statements}
        if as_json:
            from onrecord.export.dossier import encode, shape

            whole = encode(shape(held_record.dossier(name)))
            say_json(_layers_of(whole, layer) if layer and Layer.ALL not in layer else whole)
            return
    for held in statements:
        _print(held, layer or [Layer.ALL])
        if not layer or {Layer.ALL, Layer.STATEMENT} & set(layer):
            _print_versions(held.statement.id, versions[held.statement.id])


def _print_versions(name: str, versions: Sequence[VersionLink]) -> None:
    """The other versions of a statement: what each is of it, or it of that one."""
    if versions:
        say("versions")
    for one in versions:
        told = ", ".join(f"{what} {value}" for what, value in one.told)
        way = f"{one.kind}  {one.one}" if one.other == name else f"{one.kind} of  {one.other}"
        say(f"  {way}  {one.score:.2f}  by {one.rule} ({told})", one_line=True)


JSON_KEYS = {
    Layer.STATEMENT: "statements", Layer.BLOCKS: "blocks", Layer.UTTERANCES: "utterances",
    Layer.POSITIONS: "positions", Layer.FORMULATIONS: "occurrences", Layer.TEXT: "text",
}  # fmt: skip


def _layers_of(whole: bytes, layers: list[Layer]) -> bytes:
    """Of a dossier as JSON the layers asked for, and the source they are of."""
    import msgspec

    wanted = {"source", *(JSON_KEYS[one] for one in layers)}
    return msgspec.json.encode({k: v for k, v in msgspec.json.decode(whole).items() if k in wanted})


def _place_of(record: Record, name: str) -> str:
    """The name; the whole path of a file that was added when a relative one is given and nothing has it as its name."""
    from pathlib import Path

    from onrecord.errors import InputError

    for form in (name, str(Path(name).absolute()), Path(name).absolute().as_uri()):
        for ask in (record.show, record.statements_of):
            try:
                ask(form)
            except InputError:
                continue
            return form
    return name


def _named(record: Record, name: str) -> list[Held]:
    """The statement with this id, else every statement of the source with this sha256, locator or address."""
    from onrecord.errors import InputError

    try:
        return [record.show(name)]
    except InputError as error:
        try:
            names = record.statements_of(name)
        except InputError:
            raise error from None
        return [record.show(one) for one in names]


def _print(held: Held, layers: list[Layer]) -> None:
    for name, show_it in LAYERS:
        if Layer.ALL in layers or name in layers:
            show_it(held)
    if Layer.TEXT in layers:
        say(held.statement.span.of(held.text.chars))


def _print_head(held: Held) -> None:
    _print_statement(held)
    print_voices(held)


def _print_statement(held: Held) -> None:
    from onrecord.cli.search import which

    s, chars = held.statement, held.text.chars
    apart = which(held.version)
    say(f"statement {s.id}" + ("" if held.latest else "  (an earlier labelling; a later one holds)"))
    if apart:
        say(f"  {'; '.join(apart)}", one_line=True)
    if s.title:
        say(f"  title: {excerpt(s.title, chars, 160)}  {place(s.title)}", one_line=True)
    for e in s.evidence if not s.title else ():
        if e.field == "title":
            say(f"  title: {e.value}  {because(e, chars)}", one_line=True)
    say_table([row for name in FIELDS for row in _field_rows(s, name, chars)])
    others = [e for e in s.evidence if e.field.removesuffix("_unresolved") not in (*FIELDS, "title")]
    say_table([(e.field, e.value, because(e, chars)) for e in others])
    say("source")
    say(f"  bytes      sha256 {held.source}, {held.media_type}")
    say(f"  text       sha256 {held.text.id}, {len(chars)} characters, read by {held.made.reader}")
    say(f"  statement  {place(s.span)}, labelled by {held.made.labeller}, knowledge {held.made.knowledge}")
    for c in held.captures:
        say(
            f"  captured   {c.locator}, capture {c.sequence} of the page{f', {c.retrieved}' if c.retrieved else ''}",
            one_line=True,
        )
    for capture in held.revisions:
        if capture.source != held.source:
            say(
                f"  revision: capture {capture.sequence} of this page has other bytes (sha256 {capture.source[:16]}...)"
            )
    for notice in held.notices:
        say(f"  to know: {notice.reason}: {notice.detail}", one_line=True)


def _field_rows(s: Statement, name: str, chars: str) -> Iterator[tuple[str, str, str]]:
    """A field's value and what says so; below it each other value that was found and does not count."""
    value = getattr(s, name)
    found = [e for e in s.evidence if e.field == name]
    agreeing = "; ".join(because(e, chars) for e in found if e.value == value)
    yield name, value or "-", agreeing or ("" if value else _open(s, name, chars))
    for e in found:
        if e.value != value:
            yield "", f"not {e.value}", because(e, chars)


def _open(s: Statement, name: str, chars: str) -> str:
    """Why a value is open: words that were seen and do not settle it, or that there are none."""
    seen = [e for e in s.evidence if e.field == f"{name}_unresolved" and e.span]
    words = ", ".join(f'"{excerpt(e.span, chars, 40)}" {place(e.span)}' for e in seen if e.span)
    return f"left open: {words}" if seen else "nothing says so"


def _print_blocks(held: Held) -> None:
    say(plural(len(held.blocks), "block"))
    say_table(
        [
            (
                place(b.span),
                b.kind + (f"/{b.label}" if b.label else ""),
                b.lang,
                f"{b.score:.2f}",
                excerpt(b.span, held.text.chars),
            )
            for b in held.blocks
        ]
    )


def _print_occurrences(held: Held) -> None:
    say(plural(len(held.occurrences), "known formulation"))
    say_table([(place(o.span), o.formulation, o.span.of(held.text.chars)) for o in held.occurrences])


LAYERS: tuple[tuple[Layer, Callable[[Held], None]], ...] = (
    (Layer.STATEMENT, _print_head),
    (Layer.BLOCKS, _print_blocks),
    (Layer.UTTERANCES, print_utterances),
    (Layer.POSITIONS, print_positions),
    (Layer.FORMULATIONS, _print_occurrences),
)


def list_statements(
    record: RecordPath = DEFAULT_RECORD,
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="List what did not become a statement, and why.")
    ] = False,
    notices: Annotated[
        bool, typer.Option("--notices", help="List what to know before trusting documents that are held.")
    ] = False,
    actor: str | None = None,
    lang: str | None = None,
    since: str | None = None,
    until: str | None = None,
    form: str | None = None,
    authority: str | None = None,
    publisher: str | None = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    offset: Annotated[int, typer.Option(min=0)] = 0,
    as_json: Json = False,
) -> None:
    """List the statements held, newest first, or (--set-aside, --notices) what could not be read or needs care."""
    import msgspec

    from onrecord.cli.search import check_choices, which
    from onrecord.record import Record
    from onrecord.store import Filters

    check_choices(form, authority, since, until)
    with Record.open(record) as held:
        if notices:
            noted = held.notices()
            if as_json:
                for one in noted:
                    say_json(msgspec.json.encode(one))
                return
            say_table([(n.notice.reason, n.locator, n.notice.detail) for n in noted])
            say(plural(len(noted), "notice"))
            return
        if set_aside:
            asides = held.set_aside()
            if as_json:
                for aside in asides:
                    say_json(msgspec.json.encode(aside))
                return
            say_table([(a.reason, a.locator, a.detail) for a in asides])
            mended = len(held.set_aside(mended=True))
            since = f" ({mended} more, set aside earlier, could be read since)" if mended else ""
            say(f"{plural(len(asides), 'thing')} set aside{since}")
            return
        filters = Filters(
            actor=actor, lang=lang, since=since, until=until, form=form, authority=authority, publisher=publisher
        )
        found = held.statements(filters, limit=limit, offset=offset)
        versions = {s.id: len(held.versions(s.id)) for s in found}
    if as_json:
        for item in found:
            say_json(msgspec.json.encode(item))
        return
    say_table(
        [
            (
                s.id,
                s.date or (f"published {s.published}" if s.published else "-"),
                s.lang,
                s.form,
                ", ".join((s.authority, *s.notices)),
                s.publisher or "-",
                s.title[:60] or s.locator[-60:],
                "; ".join((*which(s.version), *([plural(versions[s.id], "version")] if versions[s.id] else ()))),
            )
            for s in found
        ]
    )
    say(plural(len(found), "statement") + (" (more may follow: --offset, --limit)" if len(found) == limit else ""))


def source(
    name: Annotated[
        str,
        typer.Argument(help="A statement's id, a sha256, locator, address or file name."),
    ],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Write the original bytes to standard output, verified against their hash."""
    from onrecord.record import Record

    with Record.open(record) as held:
        data = held.source_bytes(_source_of(held, name))
    sys.stdout.buffer.write(data)


def _source_of(held: Record, name: str) -> str:
    """The sha256 of a statement's source; the name itself when it is no statement's."""
    from onrecord.errors import InputError

    try:
        return held.show(name).source
    except InputError:
        return name
