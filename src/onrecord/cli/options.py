"""Options that several verbs share, and how their values are read.

Lives here: the annotated types and their defaults. Not here: verbs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_RECORD = Path("onrecord-record")

RecordPath = Annotated[
    Path,
    typer.Option("--record", "-r", envvar="ONRECORD_RECORD", help="The folder of the record.", show_default=True),
]
Packs = Annotated[list[Path] | None, typer.Option("--pack", help="A further domain pack (TOML); may be repeated.")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, max=64, help="Worker processes; the default is one for each core.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON, one value a line, instead of text.")]

Limit = Annotated[
    int | None,
    typer.Option("--limit", min=1, help="At most so many, also with --json (default: 50 as text, all as JSON)."),
]
PRINTED = 50  # of what a verb found, as text, without a limit


def worker_count(workers: int | None) -> int:
    """The number of workers to use: the one asked for, else the cores this process may run on."""
    return workers or len(os.sched_getaffinity(0))
