"""A record about invented countries and a client that may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

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
    stranger.cookies.set(guard.COOKIE, KEY)
    return stranger
