"""The table of verbs. Each verb is a function of its own file; this file only names them in the order of use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from onrecord.cli import (
    add,
    align,
    check,
    cite,
    compare,
    demo,
    doctor,
    export,
    formulations,
    judge,
    known,
    link,
    positions,
    process,
    propose,
    reuse,
    search,
    serve,
    show,
    trace,
    verify,
)
from onrecord.version import VERSION

VERBS: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("demo", "Start here", demo.demo),
    ("add", "The record", add.add),
    ("show", "The record", show.show),
    ("search", "The record", search.search),
    ("list", "The record", show.list_statements),
    ("source", "The record", show.source),
    ("serve", "The record", serve.serve),
    ("positions", "The record", positions.positions),
    ("judge", "The record", judge.judge),
    ("propose", "The record", propose.propose),
    ("reuse", "The record", reuse.reuse),
    ("formulations", "The record", formulations.formulations),
    ("trace", "The record", trace.trace),
    ("verify", "The record", verify.verify),
    ("link", "The record", link.link),
    ("compare", "The record", compare.compare),
    ("cite", "The record", cite.cite),
    ("export", "The record", export.export),
    ("check", "Keep it sound", check.check),
    ("relabel", "Keep it sound", check.relabel),
    ("reindex", "Keep it sound", check.reindex),
    ("doctor", "Keep it sound", doctor.doctor),
    ("process", "Without a record", process.process),
    ("align", "Without a record", align.align),
    ("schema", "Without a record", known.schema),
    ("languages", "What is known", known.languages),
    ("readers", "What is known", known.readers),
)


def _version(asked: bool) -> None:
    if asked:
        print(f"onrecord {VERSION}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A verifiable record of official statements: who said it, in which exact words, where it stands."""


def build() -> typer.Typer:
    """The application with all verbs."""
    app = typer.Typer(
        no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich"
    )
    app.callback()(_root)
    for name, panel, verb in VERBS:
        app.command(name, rich_help_panel=panel)(verb)
    app.add_typer(known.packs_app, name="packs", rich_help_panel="What is known")
    return app
