"""A model on this machine that answers as a test tells it: truly, falsely, slowly, endlessly or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


class Mock:
    """What the model was asked, and how it answers."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.answer: Answer = says({"utterances": [], "positions": []})
        self.url = ""
        self.stop = threading.Event()


def says(content: object) -> Answer:
    """An answer in the usual envelope; ``content`` is the message, as JSON unless it is text already."""
    text = content if isinstance(content, str) else json.dumps(content)
    return sends(json.dumps({"choices": [{"message": {"content": text}}]}).encode())


def sends(body: bytes, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """A whole answer as bytes."""

    def answer(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
        handler.send_response(status)
        for name, value in (("Content-Length", str(len(body))), *headers):
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def _serve(mock: Mock) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            mock.requests.append({"path": self.path, **json.loads(body)})
            mock.headers.append(dict(self.headers.items()))
            with suppress(OSError):
                mock.answer(self, mock.requests[-1])

        def do_GET(self) -> None:
            mock.requests.append({"path": self.path, "method": "GET"})
            with suppress(OSError):
                self.send_error(404)

        def log_message(self, format: str, *args: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    return server


@pytest.fixture
def mock() -> Iterator[Mock]:
    """A model that answers on this machine."""
    model = Mock()
    server = _serve(model)
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield model
    model.stop.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def say() -> Callable[[object], Answer]:
    """See ``says``."""
    return says


@pytest.fixture
def send() -> Callable[..., Answer]:
    """See ``sends``."""
    return sends
