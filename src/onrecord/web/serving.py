"""Starting the server: address, key of this start, and uvicorn with its limits.

Lives here: that. Not here: the application (``app``).
"""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.web import app, guard

LEAST_SECRET = 16
BACKLOG = 512


@dataclass(frozen=True, slots=True)
class Served:
    """Where a server listens, and the key of this start; ``named``: the host name that others use, and whether the key
    is a secret of the caller's, which is not printed."""

    host: str
    port: int
    token: str
    named: str = ""
    secret: bool = False

    @property
    def address(self) -> str:
        """The address to open, with its key unless that is a secret."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        place = (
            f"{host}:{self.port}"
            if not self.named
            else self.named
            if ":" in self.named
            else f"{self.named}:{self.port}"
        )
        return f"http://{place}/?token={'SECRET' if self.secret else self.token}"


def prepare(host: str, port: int, auth: Path | None, public: Sequence[str]) -> tuple[Served, socket.socket]:
    """Take the port; InputError when it is taken, or when others could reach the server without a secret of its own."""
    if not _loopback(host) and not (auth and public):
        raise InputError(f"{host} can be reached by others: give --auth FILE (a secret) and --public-host NAME too")
    token = _secret(auth) if auth else secrets.token_urlsafe(24)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends without delay only on sockets that say TCP; else the end of each long page waits 40 ms for a receipt
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(BACKLOG)  # who comes before the server is up waits
    except OSError as error:
        taken.close()
        raise InputError(f"{host}:{port} cannot be used ({error.strerror}); give another --port") from None
    named = public[0] if public and not _loopback(host) else ""
    return Served(host, taken.getsockname()[1], token, named, bool(auth)), taken


def require(record: Path) -> None:
    """InputError when there is no record to serve."""
    Record.open(record).close()


def serve(record: Path, served: Served, taken: socket.socket, public: Sequence[str] = (), readers: int = 4) -> None:
    """Answer until stopped."""
    rules = guard.rules(served.port, served.token, public)
    built = app.build(
        lambda: Record.open(record), rules, readers=readers, writable=lambda: Record.open(record, write=True)
    )
    config = uvicorn.Config(
        built, log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none",
        h11_max_incomplete_event_size=64 * 1024, timeout_keep_alive=10, limit_concurrency=200, lifespan="off",
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([taken])


@contextmanager
def beside(record: Path) -> Iterator[str]:
    """Serve a record from a thread on a free port for as long as the block lasts, and give the address to open: for
    tests and pictures, not for readers."""
    served, taken = prepare("127.0.0.1", 0, None, ())
    rules = guard.rules(served.port, served.token)
    built = app.build(lambda: Record.open(record), rules, writable=lambda: Record.open(record, write=True))
    server = uvicorn.Server(uvicorn.Config(built, log_level="error", lifespan="off"))
    runs = threading.Thread(target=server.run, args=([taken],), daemon=True)
    runs.start()
    while not server.started and runs.is_alive():
        time.sleep(0.02)
    try:
        yield served.address
    finally:
        server.should_exit = True
        runs.join(timeout=10)


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _secret(path: Path) -> str:
    try:
        token = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({error}); give a file that holds a secret") from None
    if len(token) < LEAST_SECRET or not token.isascii() or not token.isprintable() or " " in token:
        raise InputError(f"{path} must hold one secret of at least {LEAST_SECRET} letters, digits or signs")
    return token
