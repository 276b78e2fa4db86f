"""The server on a real socket: odd, slow, large and malformed requests; starting and stopping."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import re2

KEY = "key-of-this-start-for-tests"
WAIT = 300  # a machine that does much else takes its time to start a process
CLI = "import sys; from onrecord.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Started:
    """A server of the command line: its process and port."""

    process: subprocess.Popen[str]
    port: int

    def send(self, data: bytes, *, wait: float = 20) -> bytes:
        """What comes back until the server closes the connection, or asks for no more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as line:
            line.sendall(data)
            got = b""
            try:
                while piece := line.recv(65536):
                    got += piece
            except (TimeoutError, ConnectionResetError):
                pass
            return got

    def ask(self, first: str, *headers: str, version: str = "1.1", key: bool = True) -> bytes:
        """One request whose connection is closed after it."""
        told = [f"Host: 127.0.0.1:{self.port}", "Connection: close", *headers]
        told += [f"Cookie: onrecord-{self.port}={KEY}"] if key else []
        return self.send("\r\n".join([f"{first} HTTP/{version}", *told, "", ""]).encode())


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """The verb `serve` in a process of its own."""
    command = [sys.executable, "-c", CLI, "serve", str(folder), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ})


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Started]:
    """A server with a key from a file."""
    secret = folder.with_name("secret")
    secret.write_text(KEY)
    process = start(folder, "--port", "0", "--auth", str(secret))
    assert process.stdout is not None
    port = int(process.stdout.readline().partition("/?")[0].rpartition(":")[2])
    yield Started(process, port)
    process.terminate()
    process.wait(timeout=WAIT)


def status(answer: bytes) -> int:
    """The status of the first answer; 0 when there is none."""
    found = re2.match(r"HTTP/1\.1 (\d{3})", answer.decode("latin-1"))
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", 200), ("/static/app.css", 200), ("/static/../app.py", 404), ("/static/%2e%2e/app.py", 404),
        ("/static/..%2fapp.py", 404), ("/static/%2e%2e%2f%2e%2e%2fversion.py", 404), ("/../../../etc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404), ("/static//etc/passwd", 404), ("/static/%00", 404), ("/statement/..", 404),
        ("/statement/%2e%2e%2fx", 404), ("/source/..%2f..%2fetc%2fpasswd", 404), ("/api/statement/%ff%fe", 404),
        ("//evil.test/", 404), ("/.git/config", 404), ("/static/", 404), ("/static", 404), ("/api/", 404),
    ],
)  # fmt: skip
def test_paths_lead_nowhere_else(server: Started, path: str, wanted: int) -> None:
    """Only addresses of our own are answered; no spelling of a path leads to a file."""
    answer = server.ask(f"GET {path}")
    assert status(answer) == wanted, answer[:300]
    assert b"root:" not in answer
    assert b"import" not in answer.partition(b"\r\n\r\n")[2][:200] or path == "/static/app.css"


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        ("OPTIONS", 405),
        ("TRACE", 403),
        ("POST", 403),
        ("DELETE", 403),
        ("PROPFIND", 403),
        ("CONNECT", 403),
    ],
)
def test_other_methods_do_nothing(server: Started, method: str, wanted: int) -> None:
    """Methods that a page does not have are refused; nothing of the request is echoed."""
    answer = server.ask(f"{method} /", "X-Echo: secret-in-a-header")
    assert status(answer) == wanted
    assert b"secret-in-a-header" not in answer
    assert b"access-control" not in answer.lower()


def test_head_has_the_headers_of_get_and_no_body(server: Started) -> None:
    """On pages, data and files, behind the same checks; what is no address of GET is none of HEAD."""
    for path in ("/", "/record", "/api/record", "/api/export/csv", "/static/app.css", "/statement/none"):
        told, asked = server.ask(f"HEAD {path}"), server.ask(f"GET {path}")
        assert status(told) == status(asked), path
        head, _, body = told.partition(b"\r\n\r\n")
        names = [line.lower() for line in head.split(b"\r\n") if not line.lower().startswith(b"date:")]
        wanted = asked.partition(b"\r\n\r\n")[0].split(b"\r\n")
        assert names == [line.lower() for line in wanted if not line.lower().startswith(b"date:")], path
        assert body == b"", path
    assert status(server.ask("HEAD /", key=False)) == 401
    assert status(server.ask("HEAD /api/record", "Sec-Fetch-Site: cross-site")) == 403
    assert status(server.ask("HEAD /api/add/x.txt")) == 405


def test_web_sockets_are_refused(server: Started) -> None:
    """An upgrade is answered as the plain request that it is, or refused; never accepted."""
    answer = server.ask(
        "GET /", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )  # fmt: skip
    assert status(answer) != 101


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"GET  /  HTTP/1.1\r\nHost x\r\n\r\n",
        b"\r\n\r\n\r\nnonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzzz",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"b" * 70_000 + b"\r\n\r\n",
    ],
)
def test_malformed_and_oversize_requests_end_with_400(server: Started, data: bytes) -> None:
    """What is no request, or has more headers than it may, is refused; the next reader is answered."""
    answer = server.send(data, wait=5)
    assert status(answer) in (0, 400, 431), answer[:200]
    assert status(server.ask("GET /static/app.css")) == 200


def test_old_clients_and_pipelines_are_answered(server: Started) -> None:
    """HTTP/1.0 is answered and closed; requests sent at once are answered in order."""
    assert status(server.ask("GET /", version="1.0")) == 200
    head = f"Host: 127.0.0.1:{server.port}\r\nCookie: onrecord-{server.port}={KEY}\r\n"
    both = f"GET /static/icon.svg HTTP/1.1\r\n{head}\r\nGET /nowhere HTTP/1.1\r\n{head}Connection: close\r\n\r\n"
    got = server.send(both.encode())
    assert re2.findall(r"HTTP/1\.1 (\d{3})", got.decode("latin-1")) == ["200", "404"]


def test_slow_and_many_connections_hold_nobody_up(server: Started) -> None:
    """A hundred connections that send a header a byte at a time, or nothing, leave the others answered."""
    lines = []
    for number in range(100):
        line = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        line.sendall(b"GET / HTTP/1.1\r\nX-Slow: " if number % 2 else b"")
        lines.append(line)
    try:
        for line in lines[1::2]:
            line.sendall(b"x")
        assert status(server.ask("GET /static/app.css")) == 200
        assert status(server.ask("GET /api/search?q=harbour")) == 200
    finally:
        for line in lines:
            line.close()


def test_a_large_body_is_cut(server: Started) -> None:
    """A body without a length that goes on and on is cut where the limit is."""
    head = f"POST /api/add/x HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {KEY}\r\n"
    answer = server.send(f"{head}Content-Length: {1 << 31}\r\n\r\n".encode() + b"x" * 1000, wait=5)
    assert status(answer) == 413


def test_pages_are_never_kept_by_others(server: Started) -> None:
    """Pages and data are for the reader with the key: no cache keeps them; package files may be kept."""
    for path in ("/", "/api/search?q=harbour", "/statement/none"):
        assert b"cache-control: no-store" in server.ask(f"GET {path}").lower()
    assert b"cache-control: no-store" not in server.ask("GET /static/app.css").lower()
    told = server.ask(f"GET /?token={KEY}", key=False).lower()
    assert f"set-cookie: onrecord-{server.port}=".encode() in told
    assert b"httponly; samesite=strict" in told
    assert b"cache-control: no-store" in told
    assert b"server:" not in told


def test_a_taken_port_is_one_sentence(server: Started, folder: Path) -> None:
    """When the port is in use the sentence says so and what to do; exit status 1."""
    process = start(folder, "--port", str(server.port))
    out, err = process.communicate(timeout=WAIT)
    assert (process.returncode, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert "--port" in err
    assert "in use" in err


def test_no_record_is_one_sentence(tmp_path: Path) -> None:
    """A folder without a record is said before any address is printed."""
    process = start(tmp_path / "none", "--port", "0")
    out, err = process.communicate(timeout=WAIT)
    assert process.returncode == 1
    assert "http" not in out
    assert len(err.strip().splitlines()) == 1


def test_others_need_a_secret_and_a_name(folder: Path) -> None:
    """An address that others can reach needs `--auth` and `--public-host`."""
    process = start(folder, "--host", "0.0.0.0", "--port", "0")
    out, err = process.communicate(timeout=WAIT)
    assert process.returncode == 1
    assert "--public-host" in err
    assert "http" not in out


def test_ctrl_c_ends_without_a_word(folder: Path) -> None:
    """Ctrl-C ends the server at once, with nothing on standard error."""
    process = start(folder, "--port", "0")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("open http://127.0.0.1:")
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=WAIT)
    assert err == ""
    assert process.returncode in (0, 130)
    assert "Traceback" not in out
