"""Files dropped on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web import app, guard, imports
from onrecord.web.imports import Imports

KEY = "key-of-this-start"
OWN = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A client of a server that may add to an empty record."""
    Record.open(tmp_path / "record", write=True).close()
    rules = guard.Rules(frozenset({"127.0.0.1:8765"}), frozenset({OWN["origin"]}), KEY, upload_bytes=4096)
    opened = app.build(
        lambda: Record.open(tmp_path / "record"), rules, writable=lambda: Record.open(tmp_path / "record", write=True)
    )
    return TestClient(opened, base_url="http://127.0.0.1:8765", cookies={guard.COOKIE: KEY})


def test_a_dropped_file_is_held(client: TestClient, tmp_path: Path) -> None:
    """What is sent is added, can be searched at once, and stands under its plain name; a second time it is held."""
    words = "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nAuria opposes the harbour tariff."
    answer = client.put("/api/add/..%5C..%5Cnote.txt", content=words.encode(), headers=OWN)
    assert answer.status_code == 200, answer.text
    (name,) = answer.json()["statements"]
    assert client.get("/api/search", params={"q": "tariff"}).json()["hits"][0]["statement"] == name
    assert client.get(f"/api/statement/{name}").json()["captures"][0]["locator"].endswith("/record-dropped/note.txt")
    assert [p.name for p in (tmp_path / "record-dropped").iterdir()] == ["note.txt"]
    assert client.put("/api/add/note.txt", content=words.encode(), headers=OWN).json()["statements"] == []


def test_what_cannot_be_read_is_set_aside_with_its_reason(client: TestClient) -> None:
    """A broken file is told with a reason code, and the server goes on."""
    answer = client.put("/api/add/broken.pdf", content=b"%PDF-1.7 nothing more", headers=OWN).json()
    assert answer["set_aside"][0][0] == "broken_pdf"
    assert client.get("/api/record").json()["asides"] == 1


def test_large_and_empty_files_are_refused(client: TestClient) -> None:
    """A file over the limit is refused by the length it tells, or cut off while it comes when it tells none."""
    assert client.put("/api/add/a.txt", content=b"x" * 5000, headers=OWN).status_code == 413
    assert client.put("/api/add/a.txt", content=(b"x" * 1000 for _ in range(9)), headers=OWN).status_code == 400
    assert "empty" in client.put("/api/add/a.txt", content=b"", headers=OWN).json()["detail"]


def test_what_became_of_files_is_told_to_who_comes_back(client: TestClient) -> None:
    """The list has the latest files first, in the reader's language, those refused too, and is bounded."""
    words = b"Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nAuria opposes the harbour tariff."
    before = client.get("/record?ui=zh").text
    (name,) = client.put("/api/add/note.txt", content=words, headers=OWN).json()["statements"]
    client.put("/api/add/none.txt", content=b"", headers=OWN)
    told = client.get("/api/record/added").json()
    assert [(one["name"], one["state"]) for one in told["imports"]] == [("none.txt", "failed"), ("note.txt", "done")]
    assert (told["running"], told["all"]) == (0, 2)
    for path in ("/record", "/record/added"):
        page = client.get(f"{path}?ui=zh").text
        assert f'<a href="/statement/{name}">' in page, path
        assert "新增：1" in page, path
        assert "文件是空的" in page, path
        assert "held already" not in page, path
    assert "note.txt" not in before
    assert "new: 1" in client.get("/record?ui=en").text
    held = Imports()
    for number in range(imports.MOST + 9):
        held.change(held.begin(f"{number}.txt"), state="reading")
    assert (len(held.answer().imports), held.answer().all) == (imports.MOST, imports.MOST + 9)
    held.change(1, state="done")  # one that is not listed any more
    assert held.answer().running == imports.MOST


def test_strangers_add_nothing(client: TestClient) -> None:
    """Another site's page adds nothing, whatever cookie the browser sends."""
    for headers in ({"origin": "http://evil.test"}, {"sec-fetch-site": "cross-site"}, {}):
        assert client.put("/api/add/a.txt", content=b"words", headers=headers).status_code == 403
    assert client.get("/api/record").json()["counts"]["source"] == 0
