"""The first paint of a long statement: python bench/web_paint.py [--rounds N]

Adds one interview of 20,000 characters about an invented country, with 300 claims or more, to a fresh record and asks
for its page through the whole application (guard, routes, record, template), each time made anew. Prints claims,
characters, bytes of the page and median CPU and clock milliseconds of the server's work. Exit 1 when the page is not
such a statement. Not here: many readers (``web_load.py``).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web import app, guard

KEY = "key-of-this-bench"
CHARS, CLAIMS = 21_200, 300
SAID = (
    "“We oppose the harbour tariff number {n},” the spokesperson said. The road to the old lighthouse was dry on that "
    "day, and boats lay side by side along the quay until the evening. It was the {n}th day of the fair.\n\n"
)


def interview() -> str:
    """A report full of quotations, of just over ``CHARS`` characters."""
    head, parts = "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\n", []
    while sum(map(len, parts)) < CHARS:
        parts.append(SAID.format(n=len(parts)))
    return head + "".join(parts)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="onrecord-paint-") as folder:
        place = Path(folder)
        (place / "long.txt").write_text(interview(), encoding="utf-8")
        with Record.open(place / "record", write=True) as held:
            held.add([place / "long.txt"], workers=1)
            name = held.statements()[0].id
        built = app.build(lambda: Record.open(place / "record"), guard.rules(8765, KEY))
        client = TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): KEY})
        page, api = client.get(f"/statement/{name}").content, client.get(f"/api/statement/{name}").json()
        cpu, clock = [], []
        for number in range(rounds):  # another address each time: kept answers are not what is measured
            one, other = time.process_time(), time.perf_counter()
            client.get(f"/statement/{name}?anew={number}")
            cpu.append(1e3 * (time.process_time() - one))
            clock.append(1e3 * (time.perf_counter() - other))
    claims, chars = len(api["claims"]), api["chars"]
    print(f"{chars} characters, {claims} claims, a page of {len(page) / 1000:.0f} kB")
    print(f"server: {median(cpu):.0f} CPU ms, {median(clock):.0f} ms by the clock; load {os.getloadavg()[0]:.1f}")
    sys.exit(chars < CHARS or claims < CLAIMS)


if __name__ == "__main__":
    main()
