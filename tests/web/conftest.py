"""A record about invented countries and a client that may ask."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.conftest import absent

from onrecord import Record
from onrecord.web import app, guard

KEY = "key-of-this-start"
PAGES = {
    "one.txt": "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nThe Government of Auria opposes the harbour tariff "
    "and welcomes the talks on fisheries.\n\nThe harbour is open.",
    "two.html": "<html lang=en><title>A <script>alert(1)</script> & b</title><body><h1>Remarks 𝐀 on harbours</h1>"
    "<p>March 9, 2025</p><p>“The harbour <b>stays</b> open,” the spokesperson said.</p></body></html>",
    "three.txt": "وزارة التجارة\n\nقال المتحدث إن الميناء مفتوح أمام الجميع وإن بلاده ترفض الرسوم الجديدة.",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the record."""
    place = tmp_path_factory.mktemp("web")
    for name, words in PAGES.items():
        (place / name).write_text(words)
    with Record.open(place / "record", write=True) as held:
        held.add([place / name for name in PAGES], workers=1)
    return place / "record"


@pytest.fixture
def stranger(folder: Path) -> TestClient:
    """A client without the key."""
    built = app.build(lambda: Record.open(folder), guard.rules(8765, KEY))
    return TestClient(built, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)


@pytest.fixture
def reader(stranger: TestClient) -> TestClient:
    """A client with the key in its cookie."""
    stranger.cookies.set(guard.cookie(8765), KEY)
    return stranger


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium of the system."""
    api = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium")
    if path is None:
        absent("Chromium (apt-get install chromium)")
    with api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


NAMES = ("Auria", "Belmont", "Cordessa", "Dunmere", "Esterholm", "Faro Verde", "Galdova", "Hestia", "Ithrel", "Jorund")
THINGS = ("harbour tariff", "fisheries treaty", "lighthouse rule", "salt tax", "ferry agreement", "pilot licence law")
ACTS = ("opposes", "welcomes", "supports", "condemns", "demands the withdrawal of", "is concerned about")
REPEATED = (
    "“We oppose the harbour tariff number {n},” the spokesperson said. The road to the old lighthouse was dry on that "
    "day, and boats lay side by side along the quay until the evening. It was the {n}th day of the fair.\n\n"
)


def statements() -> Iterator[tuple[str, str]]:
    """Names and words of 240 documents: many holders and measures, three scripts, titles and words of any length."""
    for n in range(200):
        who, what, act = NAMES[n % 10], THINGS[n % 6], ACTS[n % 5]
        head = f"Remarks of the Ministry of Trade of {who} on the {what}" + " and related questions of the day" * (
            n % 4
        )
        day = f"{1 + n % 28} March {2015 + n % 10}"
        tail = "x" * (40 * (n % 7 == 0)) + f" The Government of {who} {act} the {what}. The harbour is open."
        yield f"{n}.txt", f"{head}\n\n{day}\n\nSpokesperson: {tail}\n\n{'The quay was dry. ' * (n % 9)}"
    for n in range(20):
        yield (
            f"z{n}.txt",
            f"奥里亚外交部发言人\n\n2024年1月{1 + n}日\n\n发言人说：“奥里亚反对港口关税第{n}号。”港口仍然开放。",
        )
        yield (
            f"a{n}.txt",
            "وزارة التجارة\n\nقال المتحدث إن الميناء مفتوح أمام الجميع وإن بلاده ترفض الرسوم الجديدة " + str(n),
        )
    yield (
        "long.txt",
        "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\n" + "".join(REPEATED.format(n=n) for n in range(105)),
    )


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of 242 documents, one of 20,000 characters with 300 claims."""
    place = tmp_path_factory.mktemp("large")
    (place / "documents").mkdir()
    for name, words in statements():
        (place / "documents" / name).write_text(words)
    (place / "documents" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with Record.open(place / "record", write=True) as held:
        held.add([place / "documents"], workers=1)
    return place / "record"
