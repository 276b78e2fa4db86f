"""One bounded request: so many seconds, so many bytes, no redirect, no proxy, no compression.

Lives here: everything that touches the network. Not here: what is asked (``question``), what is made of the answer
(``verify``). The name is resolved once and that very address is connected to. A key is sent to the given address only,
and stands in no error, no log and no record.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import InputError
from onrecord.propose.address import Address

STEP = 64 * 1024


class CallFailed(Exception):
    """A request without a usable answer; the text is a short code, such as "timeout" or "status 500"."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model at an address, with a key that is never printed."""

    address: Address
    model: str
    key: str = field(default="", repr=False)


def post(endpoint: Endpoint, body: bytes, *, seconds: float, answer_bytes: int) -> bytes:
    """Send a body and give the answer's; CallFailed on time-out, too many bytes, a status that is not 200, or a broken
    connection; InputError when the address cannot be reached at all."""
    box = _Box()
    thread = threading.Thread(target=_run, args=(endpoint, body, seconds, answer_bytes, box), daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        box.close()
        raise CallFailed("timeout")
    if box.error is not None:
        raise box.error
    return box.answer


@dataclass(slots=True)
class _Box:
    """What the thread that waits leaves behind; ``connection`` lets the one in charge close it."""

    answer: bytes = b""
    error: Exception | None = None
    connection: socket.socket | None = None

    def close(self) -> None:
        if self.connection is not None:
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
            with suppress(OSError):
                self.connection.close()


def _run(endpoint: Endpoint, body: bytes, seconds: float, answer_bytes: int, box: _Box) -> None:
    end = time.monotonic() + seconds
    try:
        box.connection = _connect(endpoint.address, seconds)
        box.answer = _exchange(endpoint, body, box.connection, end, answer_bytes)
    except (CallFailed, InputError) as error:
        box.error = error
    except TimeoutError:
        box.error = CallFailed("timeout")
    except (OSError, http.client.HTTPException, ValueError) as error:
        box.error = CallFailed(f"broken answer ({type(error).__name__})")
    finally:
        box.close()


def _connect(address: Address, seconds: float) -> socket.socket:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        places = [place[4] for place in found]
        if address.local and not all(ipaddress.ip_address(p[0]).is_loopback for p in places):
            raise InputError(f"{address.host} is not this machine; plain http is for this machine only")
        plain = _open(places, seconds)
    except OSError as error:
        raise InputError(
            f"no model answers at {address.host}:{address.port} ({error.strerror or 'no such host'})"
        ) from None
    if not address.secure:
        return plain
    try:
        return _tls().wrap_socket(plain, server_hostname=address.host)
    except OSError as error:
        plain.close()
        raise InputError(f"the encrypted connection to {address.host} fails ({type(error).__name__})") from None


def _open(places: list[Any], seconds: float) -> socket.socket:
    """A connection to the first of the resolved addresses that takes one."""
    for place in places[:-1]:
        with suppress(OSError):
            return socket.create_connection(place[:2], timeout=seconds)
    return socket.create_connection(places[-1][:2], timeout=seconds)


def _tls() -> ssl.SSLContext:
    """Certificates are always verified: against certifi's list if installed (extra `llm`), else the system's."""
    try:
        import certifi
    except ImportError:
        return ssl.create_default_context()
    return ssl.create_default_context(cafile=certifi.where())


def _exchange(endpoint: Endpoint, body: bytes, connection: socket.socket, end: float, answer_bytes: int) -> bytes:
    address = endpoint.address
    client = http.client.HTTPConnection(address.host, address.port)
    client.sock = connection
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    client.request("POST", address.path, body=body, headers=headers)
    response = client.getresponse()
    if response.status != 200:
        raise CallFailed(f"status {response.status}")
    if response.getheader("Content-Encoding", "identity").lower() != "identity":
        raise CallFailed("compressed answer")
    parts, size = [], 0
    while part := response.read(STEP):
        size += len(part)
        if size > answer_bytes:
            raise CallFailed("answer too large")
        if time.monotonic() > end:
            raise CallFailed("timeout")
        parts.append(part)
    return b"".join(parts)
