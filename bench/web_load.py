"""Readers while somebody adds: python bench/web_load.py RECORD --add MORE.jsonl [--seconds N] [--readers N] [--plant]

Copies RECORD (made with ``web_record.py``), serves the copy with `onrecord serve` and a key in a file, warms up each
question once, and lets readers ask without a pause (searches of common and rare words, statements at random, every
other screen, the API) while `onrecord add MORE.jsonl` writes. Prints requests/s, latencies, CPU milliseconds of the
server for one request, errors, answers whose parts are of two states of the record ("mixed views"), and the load.
Exit 1 when an error or a mixed view is met. ``--plant``: the server takes no consistent
view, and its time over it: that must be caught.

A mixed view is told by sums that hold in every state: statements by language, form, authority, outlet and year each
add up to the statements held; the values of each facet add up to its hits; a word found on less than a page has as many
hits listed as counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import quote

from onrecord import Record

WORDS = (
    "tariff", "economy", "president", '"human rights"', "fisheries", "semiconductor", "经济", "人权", "外交部", "长江",
    "gobierno", "Argentina", "мир", '"climate change"', "harbour", "vaccine", "border", "Ukraine", "ceasefire",
    "energía", "农业", "航天", "investment", "sanctions", "minister", "wildfire", "inflation", "taxes", "nuclear",
    "agriculture",
)  # fmt: skip
CLI = "import sys; from onrecord.cli import main; sys.exit(main())"
PLANT = """import contextlib, time; from onrecord.store.store import Store
Store.view = lambda self: contextlib.nullcontext()
Store.counts = lambda self, whole=Store.counts: (whole(self), time.sleep(0.5))[0]
"""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Seen:
    """What the readers met."""

    took: list[float] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    slow: dict[str, float] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    answers: list[tuple[str, bytes]] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)


def questions(record: Path, chance: random.Random) -> tuple[list[str], list[str]]:
    """Addresses that people ask again and again, and those of statements."""
    with Record.open(record) as held:
        names = [one.id for one in held.statements(limit=2_000)]
        names += [one.id for one in held.statements(limit=2_000, offset=20_000)]
    asked = [f"/?q={quote(word)}" for word in WORDS] + [f"/?q={quote(word)}&page=2" for word in WORDS[:6]]
    asked += [f"/api/search?q={quote(word)}" for word in WORDS[:20]] + ["/", "/?lang=es", "/api/search?lang=zh"]
    asked += ["/record", "/api/record", "/formulations", "/positions?actor=FR", "/api/positions?actor=SG", "/compare"]
    return asked, [f"/statement/{name}" for name in chance.sample(names, len(names))]


def chosen(asked: list[str], statements: list[str], chance: random.Random) -> str:
    """One of them: a third are statements, a tenth the counts of the record."""
    at = chance.random()
    if at < 0.33:
        return chance.choice(statements)
    return "/api/record" if at < 0.43 else chance.choice(asked)


def mixed(path: str, body: bytes) -> str:
    """What does not add up in an answer of the API; nothing when all of it is of one state."""
    answer = json.loads(body)
    if path.startswith("/api/record"):
        sums = {name: sum(n for _, n in values) for name, values in answer["spread"].items()}
        held = answer["counts"]["statement"]
        return "" if set(sums.values()) == {held} else f"{path}: {held} statements, by kind {sums}"
    facets = answer.get("facets") if path.startswith("/api/search") else None
    if not facets:
        return ""
    sums = {name: sum(n for _, n in facets[name]) for name in ("actor", "lang", "form", "authority", "year")}
    listed = len(answer["hits"])
    whole = facets["hits"] == listed if facets["hits"] <= 20 and not answer["more"] else True
    same = set(sums.values()) <= {facets["hits"]} and whole
    return "" if same else f"{path}: {facets['hits']} hits, {listed} listed, by kind {sums}"


class Line:
    """One connection that is kept open. Plain bytes: the readers share two cores with the server and the writer."""

    def __init__(self, port: int, key: str, timeout: float) -> None:
        self._head = f" HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncookie: onrecord-{port}={key}\r\n\r\n"
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)

    def ask(self, path: str) -> tuple[int, bytes]:
        """One request: its status and the whole body; OSError when the line breaks or no length is told."""
        self._socket.sendall(f"GET {path}{self._head}".encode())
        held = b""
        while (end := held.find(b"\r\n\r\n")) < 0:
            held += self._more()
        head = held[:end].lower()
        at = head.find(b"content-length:")
        if at < 0:
            raise OSError(f"no length told: {head[:80]!r}")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0])
        parts, missing = [held[end + 4 :]], length - len(held) + end + 4
        while missing > 0:
            parts.append(self._more())
            missing -= len(parts[-1])
        return int(head[9:12]), b"".join(parts)

    def _more(self) -> bytes:
        some = self._socket.recv(1 << 18)
        if not some:
            raise OSError("the server closed the line")
        return some

    def close(self) -> None:
        """Close it."""
        self._socket.close()


def read(port: int, key: str, choice: Iterator[str], until: float, seen: Seen) -> None:
    """One reader."""
    line = Line(port, key, timeout=60)
    while time.monotonic() < until:
        path = next(choice)
        begun = time.perf_counter()
        try:
            status, body = line.ask(path)
        except OSError as error:
            seen.errors.append(f"{path}: {error!r}")
            line.close()
            line = Line(port, key, timeout=60)
            continue
        took = time.perf_counter() - begun
        seen.took.append(took)
        kind = path.partition("?")[0] if not path.startswith("/statement") else "/statement"
        seen.kinds[kind] += 1
        seen.slow[path] = max(took, seen.slow.get(path, 0.0))
        if status != 200:
            seen.errors.append(f"{path}: {status} {body[:120]!r}")
        elif path.startswith("/api/"):
            seen.answers.append((path, body))
    line.close()


def cpu(process: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def server(record: Path, folder: Path, *, plant: bool) -> Iterator[tuple[int, int, str]]:
    """The real server over a record: its process, port and key."""
    key = secrets.token_urlsafe(24)
    (folder / "key").write_text(key)
    command = ["serve", str(record), "--port", "0", "--auth", str(folder / "key")]
    started = subprocess.Popen(
        [sys.executable, "-c", (PLANT if plant else "") + CLI, *command], stdout=subprocess.PIPE, text=True
    )
    try:
        assert started.stdout is not None
        port = int(started.stdout.readline().partition("/?")[0].rpartition(":")[2])
        yield started.pid, port, key
    finally:
        started.terminate()
        started.wait(timeout=20)


def warm(port: int, key: str, asked: list[str]) -> None:
    """Ask each question once; what takes longest is told."""
    line = Line(port, key, timeout=600)
    took = []
    for path in asked:
        begun = time.perf_counter()
        status, body = line.ask(path)
        took.append((time.perf_counter() - begun, path))
        if status != 200:
            print(f"  {status} {path}: {body[:100]!r}")
    line.close()
    slowest = ", ".join(f"{path} {1e3 * seconds:.0f} ms" for seconds, path in sorted(took)[-5:])
    print(f"first time each: median {1e3 * median(t for t, _ in took):.0f} ms; slowest: {slowest}", flush=True)


def await_first(record: Path, writer: subprocess.Popen[bytes]) -> None:
    """Wait until the writer has written something."""
    with Record.open(record) as held:
        state = held.state()
        while held.state() == state and writer.poll() is None:
            time.sleep(0.2)


def run(given: argparse.Namespace, folder: Path) -> bool:
    """Serve, ask, add, print; True when nothing was wrong."""
    record = folder / "record"
    shutil.copytree(given.record, record)
    Record.open(record, write=True).close()  # brings the tables of an older record up to date
    asked, statements = questions(record, random.Random(1))
    with server(record, folder, plant=given.plant) as (process, port, key):
        warm(port, key, asked)
        writer = subprocess.Popen(
            [sys.executable, "-c", CLI, "add", str(given.add), "--record", str(record), "--workers", "1"],
            stdout=subprocess.DEVNULL,
        )
        await_first(record, writer)
        seen, before, begun = Seen(), cpu(process), time.monotonic()
        until = begun + given.seconds

        def choice(number: int) -> Iterator[str]:
            chance = random.Random(number)
            while True:
                yield chosen(asked, statements, chance)

        readers = [
            threading.Thread(target=read, args=(port, key, choice(n), until, seen)) for n in range(given.readers)
        ]
        for one in readers:
            one.start()
        for one in readers:
            one.join()
        took, spent = time.monotonic() - begun, cpu(process) - before
        added = writer.poll() is not None
        writer.terminate()
        writer.wait()
    seen.mixed = [fault for path, body in seen.answers if (fault := mixed(path, body))]  # not while readers wait
    report(seen, took, spent, over=added)
    return not seen.errors and not seen.mixed


def report(seen: Seen, took: float, spent: float, *, over: bool) -> None:
    """The figures."""
    times = sorted(seen.took)
    at = {share: 1e3 * times[min(len(times) - 1, int(share * len(times)))] for share in (0.5, 0.9, 0.99)}
    print(f"{len(times)} requests in {took:.1f} s: {len(times) / took:.0f} requests/s")
    print(f"latency: p50 {at[0.5]:.1f} ms, p90 {at[0.9]:.1f} ms, p99 {at[0.99]:.1f} ms, most {1e3 * times[-1]:.0f} ms")
    print(f"server: {1e3 * spent / len(times):.2f} CPU ms for each request, {spent / took:.2f} cores")
    print("asked: " + ", ".join(f"{kind} {n}" for kind, n in seen.kinds.most_common()))
    slowest = sorted(seen.slow.items(), key=lambda one: -one[1])[:5]
    print("slowest: " + ", ".join(f"{path} {1e3 * seconds:.0f} ms" for path, seconds in slowest))
    print(f"errors {len(seen.errors)}, mixed views {len(seen.mixed)}; load {os.getloadavg()[0]:.1f}")
    print("the writer was done before the readers: give --add more" if over else "the writer wrote all the time")
    for fault in [*seen.errors[:3], *seen.mixed[:3]]:
        print(f"  {fault}")


def main() -> None:
    """Run; exit 1 when something was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path)
    parser.add_argument("--add", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--plant", action="store_true")
    given = parser.parse_args()
    scratch = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="onrecord-load-", dir=scratch) as folder:
        sys.exit(not run(given, Path(folder)))


if __name__ == "__main__":
    main()
