"""The port that `serve` takes."""

from __future__ import annotations

import socket
from pathlib import Path

from onrecord.web import guard, serving
from onrecord.web.serving import prepare


def test_what_is_sent_is_not_held_back() -> None:
    """asyncio turns Nagle's waiting off on sockets that say TCP: an accepted one does."""
    served, taken = prepare("127.0.0.1", 0, None, ())
    with taken, socket.create_connection((served.host, served.port), timeout=10):
        accepted, _ = taken.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP


def test_a_secret_is_not_printed_and_the_address_is_the_public_one(tmp_path: Path) -> None:
    """With a secret and a public name the address has the name and the port, and both forms of the host are let in."""
    secret = tmp_path / "secret"
    secret.write_text("a-secret-of-many-letters\n", encoding="utf-8")
    served, taken = serving.prepare("0.0.0.0", 0, secret, ["record.example"])
    taken.close()
    assert served.address == f"http://record.example:{served.port}/?token=SECRET"
    hosts = guard.rules(served.port, served.token, ["record.example"]).hosts
    assert {"record.example", f"record.example:{served.port}"} <= hosts
