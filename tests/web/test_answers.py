"""Answers that are kept: never of another state of the record than they may be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.responses import Response
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web import answers, app, guard
from onrecord.web.pool import Pool

KEY = "key-of-this-start"
WORDS = "Ministry of Trade of Auria\n\nJanuary {}, 2024\n\nAuria opposes the harbour tariff number {}."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record with one text."""
    add(tmp_path / "record", 1)
    return tmp_path / "record"


def add(record: Path, number: int) -> None:
    """One more text."""
    file = record.with_name(f"{number}.txt")
    file.write_text(WORDS.format(number, number))
    with Record.open(record, write=True) as held:
        held.add([file], workers=1)


def test_what_another_process_adds_is_seen_by_the_next_request(place: Path) -> None:
    """A kept page is made anew as soon as anything was added; until then it is the same."""
    rules = guard.rules(8765, KEY)
    client = TestClient(app.build(lambda: Record.open(place), rules), base_url="http://127.0.0.1:8765")
    client.cookies.set(guard.cookie(8765), KEY)
    first = client.get("/api/search?q=tariff").json()
    assert client.get("/api/search?q=tariff").json() == first
    add(place, 2)
    assert client.get("/api/search?q=tariff").json()["facets"]["hits"] == first["facets"]["hits"] + 1


def made(place: Path) -> answers.Answers:
    """Answers over the record."""
    return answers.Answers(*(Pool(lambda: Record.open(place), size) for size in (4, 1, 1)))


def test_an_answer_is_made_once_for_a_state(place: Path) -> None:
    """The same question in the same state is not asked of the record again; in another state it is."""
    kept, asked = made(place), []

    def make(record: Record) -> Response:
        asked.append(record.counts()["statement"])
        return Response(str(asked[-1]))

    assert [bytes(kept.of("q", make).body) for _ in range(3)] == [b"1"] * 3
    add(place, 2)
    assert bytes(kept.of("q", make).body) == b"2"
    assert asked == [1, 2]
    kept.forget()
    kept.of("q", make)
    assert asked == [1, 2, 2]


def test_a_dear_answer_may_be_older_but_not_long(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What took long is given again for a while after the record has changed, and never after ``MOST_AGE_S``."""
    kept = made(place)
    monkeypatch.setattr(answers, "DEAR_S", -1.0)
    count = lambda record: Response(str(record.counts()["statement"]))  # noqa: E731
    assert bytes(kept.of("q", count).body) == b"1"
    add(place, 2)
    monkeypatch.setattr(answers.Answers, "_renew", lambda *_: None)
    assert bytes(kept.of("q", count).body) == b"1"
    monkeypatch.setattr(answers, "MOST_AGE_S", 0.0)
    assert bytes(kept.of("q", count).body) == b"2"


def test_what_is_kept_is_bounded(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers asked for longest ago are let go."""
    kept = made(place)
    monkeypatch.setattr(answers, "MOST_BYTES", 1000)
    for number in range(50):
        kept.of(number, lambda record: Response("x" * 100))
    assert kept.size() <= 1000


def test_an_answer_that_sets_a_cookie_is_not_kept(place: Path) -> None:
    """A choice of one reader is never given to another."""
    kept = made(place)

    def make(record: Record) -> Response:
        answer = Response("x")
        answer.set_cookie("onrecord-ui", "zh")
        return answer

    kept.of("q", make)
    assert kept.size() == 0


def test_what_is_kept_is_sent_before_anything_is_asked(place: Path) -> None:
    """A kept answer goes out from before the application, with the guard's headers, until the record changes."""
    built = app.build(lambda: Record.open(place), guard.rules(8765, KEY))
    client = TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): KEY})
    first = client.get("/?q=tariff")
    behind, built._app._app = built._app._app, None
    again = client.get("/?q=tariff")
    assert (again.text, again.headers) == (first.text, first.headers)
    built._app._app = behind
    add(place, 2)
    assert client.get("/?q=tariff").text != first.text


def test_shapes_of_rows_are_learnt_before_threads() -> None:
    """A server knows every shape that rows hold before two requests can meet one for the first time together."""
    asked = """from onrecord.web import app, guard
from onrecord.model import Evidence, Layout, Notice, Span, Told
app.build(lambda: None, guard.rules(8765, "key-of-this-start"))
print([one.__name__ for one in (Evidence, Layout, Notice, Span, Told) if not hasattr(one, "__msgspec_cache__")])"""
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]", found
