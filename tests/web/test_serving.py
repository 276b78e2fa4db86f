"""The port that `serve` takes."""

from __future__ import annotations

import socket

from onrecord.web.serving import prepare


def test_what_is_sent_is_not_held_back() -> None:
    """asyncio turns Nagle's waiting off on sockets that say TCP: an accepted one does."""
    served, taken = prepare("127.0.0.1", 0, None, ())
    with taken, socket.create_connection((served.host, served.port), timeout=10):
        accepted, _ = taken.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP
