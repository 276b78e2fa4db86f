"""Which address is asked: one URL, read strictly.

Lives here: parsing and the rule that what is not encrypted stays on this machine. Not here: connecting (``call``).
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.errors import InputError

ENDPOINT = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a model answers. ``path`` is that of the endpoint; ``local`` says that only this machine may be reached."""

    secure: bool
    host: str
    port: int
    path: str
    local: bool


def parse_address(url: str, *, plain_http: bool = False) -> Address:
    """The address of an OpenAI-compatible service: "https://host/v1" or, on this machine, "http://127.0.0.1:8080/v1".

    InputError for anything else: other schemes, a name or password in the URL, a query, plain HTTP to another machine
    (unless ``plain_http``).

    >>> parse_address("http://localhost:8080/v1").path
    '/v1/chat/completions'
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InputError(f"{url!r} is no address; write https://HOST/v1 or http://127.0.0.1:PORT/v1") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() or ord(c) < 33 for c in url):
        raise InputError("give an address such as https://HOST/v1 or http://127.0.0.1:PORT/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment or "\\" in url:
        raise InputError("an address has no user name, password, query or fragment; a key is read from the environment")
    secure, local = parts.scheme == "https", _loopback(parts.hostname)
    if not secure and not local and not plain_http:
        raise InputError(
            "plain http would send text and key unencrypted to another machine; use https (or --plain-http)"
        )
    path = parts.path.rstrip("/")
    path = path if path.endswith(ENDPOINT) else path + ENDPOINT
    return Address(secure, parts.hostname, port or (443 if secure else 80), path, not secure and not plain_http)


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
