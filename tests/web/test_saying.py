"""What pages say beside their figures: what was not looked for, what is not counted, which words were found."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest
import re2
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model import Span
from onrecord.store import Hit
from onrecord.web import app, guard, pages, writing
from onrecord.web.screens import others

KEY = "key-of-this-start"
OF_A_VOICE = frozenset({"actor", "capacity", "country", "name"})  # told on the card of a claim
TEXT = (
    "<html lang=en><title>{title}</title><body><h1>{title}</h1><p>{day}</p>"
    "<p>Chips that run weather models need a licence, the ministry said of weather chips.</p></body></html>"
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a dated page and one without a day, whose versions were not looked for."""
    folder = tmp_path_factory.mktemp("saying")
    (folder / "one.html").write_text(TEXT.format(title="Remarks on chips", day="March 9, 2025"))
    (folder / "two.html").write_text(TEXT.format(title="Other remarks", day="On some day."))
    with Record.open(folder / "record", write=True) as held:
        held.add([folder / "one.html", folder / "two.html"], workers=1, link=False)
    return folder / "record"


@pytest.fixture
def client(place: Path) -> TestClient:
    """A reader of it, with the key."""
    return opened(place)


def opened(place: Path) -> TestClient:
    """A server that has just started, and a reader with its key."""
    built = app.build(lambda: Record.open(place), guard.rules(8765, KEY))
    return TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): KEY})


def test_versions_not_looked_for_are_said(client: TestClient, place: Path) -> None:
    """A statement without versions says when they were not looked for, and stops saying so when they were."""
    with Record.open(place, write=True) as held:
        name = held.statements()[0].id
        assert held.links_wait()
        assert "onrecord link" in client.get(f"/statement/{name}").text
        assert client.get(f"/api/statement/{name}").json()["unlinked"] is True
        held.link()
        assert not held.links_wait()
    assert "onrecord link" not in opened(place).get(f"/statement/{name}").text


def test_hits_of_one_month_say_why_no_chart_stands_there(client: TestClient) -> None:
    """One month makes no chart: the page says so, and how many passages have no month."""
    page = client.get("/?q=licence").text
    assert "1 dated passage, all of 2025-03: no chart." in page
    assert "1 passage has no month and is not counted here." in page


def test_every_word_of_a_hit_is_marked() -> None:
    """All matches inside the shown words are marked, and the words stay what they are."""
    spans = (Span(10, 15), Span(29, 36), Span(90, 95))
    hit = Hit("s", "x", "t", Span(0, 99), "paragraph", spans, "All the <", "chips", "> used to run weather", "en")
    shown = writing.context(hit)
    assert shown.count("<mark>") == 2
    assert shown == "…the &lt;<mark>chips</mark>&gt; used to run <mark>weather</mark>…"


def test_the_same_statement_twice_is_refused(client: TestClient) -> None:
    """Two fields with one id compare nothing silently."""
    name = client.get("/api/search").json()["latest"][0]["id"]
    answer = client.get(f"/compare?id={name}&id={name}")
    assert answer.status_code == 400
    assert "was given twice" in answer.text


@pytest.mark.parametrize(
    ("kind", "own", "other", "told"),
    [
        ("of_translation", True, True, "same_act"),
        ("translation", True, False, "of_translation"),
        ("of_translation", False, True, "translation"),
        ("translation", False, False, "same_act"),
        ("report", True, False, "report"),
    ],
)
def test_which_is_the_translation(kind: str, own: bool, other: bool, told: str) -> None:
    """A text that surely is a translation is one, whatever the link's direction; else two are the same."""
    assert others.way(kind, own, other) == told


ZH = "奥里亚政府反对新的港口关税，并欢迎就渔业问题举行会谈。奥里亚的港口对所有国家的船只开放，这一政策不会改变。"
EN = "The Government of Auria opposes the new harbour tariff and welcomes the talks on fisheries. This will not change."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("英语如下：", ["same_act", "same_act"]),
        ("English version follows:", ["same_act", "same_act"]),
        ("Unofficial translation:", ["translation", "of_translation"]),
        ("非官方翻译：", ["translation", "of_translation"]),
    ],
)
def test_a_page_that_leads_to_another_language(tmp_path: Path, line: str, told: list[str]) -> None:
    """Such a page does not say which text came first, unless it calls one a translation: the one that follows."""
    (tmp_path / "page.txt").write_text("\n\n".join([*[ZH] * 6, line, *[EN] * 6]))
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / "page.txt"], workers=1)
        one, other = (held.show(s.id) for s in sorted(held.statements(), key=lambda s: s.lang, reverse=True))
        assert [one.statement.lang, other.statement.lang] == ["zh-Hans", "en"]
        sides = others.is_translation(one, other), others.is_translation(other, one)
        assert [others.way("translation", *sides), others.way("of_translation", *sides[::-1])] == told


def test_paths_of_this_machine_are_shortened() -> None:
    """Only the end of a path is shown; addresses stay whole."""
    assert pages.place("/home/ana/texts/one.html") == "…/texts/one.html"
    assert pages.place("https://a.example/b/c/d") == "https://a.example/b/c/d"


@pytest.mark.parametrize("ui", ["en", "zh"])
def test_what_a_value_rests_on_is_named_in_words(ui: str) -> None:
    """Every field that a statement has evidence for stands in both catalogues: no page shows a name of the code."""
    words = tomllib.loads((resources.files("onrecord") / "web" / "messages" / f"{ui}.toml").read_text("utf-8"))
    folder = Path(str(resources.files("onrecord"))) / "structure"
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    fields = set(re2.findall(r"Evidence\(\s*\"([a-z_]+)\"", code)) - OF_A_VOICE
    assert len(fields) > 4
    assert [one for one in sorted(fields) if f"field_{one}" not in words] == []
