"""The verb `serve`: the pages in a browser.

Lives here: options, and the address to open. Not here: the server (``web``), which is imported only here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD
from onrecord.cli.screen import say


def serve(
    record: Annotated[
        Path, typer.Argument(envvar="ONRECORD_RECORD", help="The folder of the record.")
    ] = DEFAULT_RECORD,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8765,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    auth: Annotated[
        Path | None, typer.Option(help="A file with the key that readers need, in place of a new one each start.")
    ] = None,
    public_host: Annotated[
        list[str] | None, typer.Option("--public-host", help="A host name that readers use; may be repeated.")
    ] = None,
) -> None:
    """Open the pages: read, search, compare and cite in a browser. Stops with Ctrl-C."""
    from onrecord.web import serving

    serving.require(record)
    served, taken = serving.prepare(host, port, auth, public_host or ())
    say(f"open {served.address}")
    if auth:
        say(f"SECRET stands for what {auth} holds; Ctrl-C stops the server")
    else:
        say("this address holds the key of this start; Ctrl-C stops the server")
    serving.serve(record, served, taken, public_host or ())
