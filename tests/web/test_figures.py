"""Every count on a page is the command line's `--json` for the same question."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import re2
from starlette.testclient import TestClient

import onrecord.demo
from onrecord import Record
from onrecord.cli import main
from onrecord.web import app, guard

KEY = "key-of-this-start"
VOICES = {"turn": "answer", "direct": "quotation", "mixed": "quotation", "indirect": "reported"}
SUMS = {"softened": "softer", "hardened": "harder", "dropped": "absent there", "added": "only there"}
Rows = Callable[..., list[Any]]
Page = Callable[..., Element]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the bundled sample, in six languages, with a file set aside and a revision."""
    place = tmp_path_factory.mktemp("figures") / "record"
    with Record.open(place, write=True) as record:
        record.add([Path(onrecord.demo.__file__).parent / "documents"], workers=1)
    return place


@pytest.fixture
def rows(demo: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Rows:
    """The lines that a verb prints with `--json`."""

    def run(*words: str) -> list[Any]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *words, "--json", "--record", str(demo)])
        with suppress(SystemExit):
            main()
        sys.stdout.flush()
        return [json.loads(line) for line in capfd.readouterr().out.splitlines()]

    return run


@pytest.fixture
def page(demo: Path) -> Page:
    """The page at an address, parsed as browsers do."""
    built = app.build(lambda: Record.open(demo), guard.rules(8765, KEY))
    client = TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): KEY})

    def get(path: str, **asked: Any) -> Element:
        answer = client.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        return html5lib.parse(answer.text, namespaceHTMLElements=False)

    return get


def words(element: Element) -> str:
    """What is read there."""
    return " ".join("".join(element.itertext()).split())


def numbers(element: Element) -> list[int]:
    """The whole numbers that are read there, in order."""
    return [int(n) for n in re2.findall(r"\d+", words(element).replace(",", ""))]


def count(element: Element) -> int:
    """The number in the part that holds one."""
    (found,) = element.findall(".//*[@class='count']")
    return numbers(found)[0]


def having(root: Element, kind: str, name: str) -> list[Element]:
    """Elements of a kind with a class."""
    return [one for one in root.iter(kind) if name in one.get("class", "").split()]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("weather", {}), ("chips", {"stem": "true"}), ('"weather chips"', {}), ("the", {"lang": "en"}), ("芯片", {}),
        ("rule", {"authority": "official_translation"}), ("the", {"since": "2025", "until": "2025"}),
    ],
)  # fmt: skip
def test_search(page: Page, rows: Rows, query: str, options: dict[str, str]) -> None:
    """Hits, texts, origins, months and every facet; the hits listed are those of the first page."""
    given = [w for k, v in options.items() for w in ([f"--{k}"] if v == "true" else [f"--{k}", v])]
    (facets,) = rows("search", query, "--facets", *given)
    root = page("/", q=query, **options)
    (line,) = [one for one in root.iter("p") if one.get("id") == "sum"]
    assert numbers(line)[:3] == [facets["hits"], facets["statements"], facets["likenesses"]]
    assert facets["hits"] > 0
    (aside,) = root.iter("aside")
    for name, part in zip(("actor", "lang", "form", "authority", "year"), aside.findall("details"), strict=True):
        assert [count(one) for one in part.iter("li")] == [n for _, n in facets[name]], name
    assert len(having(root, "li", "hit")) == len(rows("search", query, *given))
    months = [r for r in root.iter("tr") if r.find("td") is not None]
    if len(facets["months"]) > 1:
        assert [words(r[0]) for r in months] == [m["month"] for m in facets["months"]]
        assert [numbers(r[1]) for r in months] == [[m["hits"]] for m in facets["months"]]


def layer(u: dict[str, Any], asked: list[tuple[int, int]]) -> str:
    """Where the page shows a voice: a turn that stands in a question is one."""
    inside = any(start <= u["start"] and u["end"] <= end for start, end in asked)
    return "question" if u["mode"] == "turn" and inside else VOICES[u["mode"]]


def test_statements(page: Page, rows: Rows) -> None:
    """A card for each claim of each layer; in the heading those that are seen, under it those that are not."""
    for one in rows("list"):
        (shown,) = rows("show", one["id"])
        alone = len(shown["statements"]) == 1  # a page of two statements is shown whole
        root = page(f"/statement/{one['id']}")
        layers = Counter(card.get("class", "").partition("l-")[2] for card in having(root, "li", "claim"))
        asked = [(b["start"], b["end"]) for b in shown["blocks"] if b["kind"] == "question"]
        voices = Counter(
            layer(u, asked) for u in shown["utterances"] if u["mode"] in VOICES and u["statement"] in (one["id"], "")
        )
        assert {k: layers[k] for k in voices} == dict(voices), one["id"]
        for name, held in (("position", "positions"), ("formulation", "occurrences")):
            assert layers[name] == len(shown[held]) if alone else layers[name] <= len(shown[held])
        (aside,) = having(root, "aside", "claims")
        unseen = [card for card in having(root, "li", "claim") if "hidden" in card.attrib]
        assert numbers(aside.find("h2")) == [sum(layers.values()) - len(unseen)]
        assert numbers(aside.find("p[@id='off']")) == [len(unseen)]
        assert ("hidden" in aside.find("p[@id='off']").attrib) is not bool(unseen)


def test_a_formulation(page: Page, rows: Rows) -> None:
    """Uses, texts and origins of each period, form, actor and authority."""
    for phrase in ("weather", "chips"):
        for by in ("year", "month"):
            (trace,) = rows("trace", phrase, "--by", by)
            tables = [t for t in page("/formulations", phrase=phrase, by=by).iter("table") if len(t.findall(".//td"))]
            wanted = [trace["periods"], trace["forms"], trace["actors"], trace["authorities"]]
            counted = [[[numbers(cell)[0] for cell in r.findall("td")[1:4]] for r in body(t)] for t in tables]
            for table in wanted:
                assert [[r["uses"], r["texts"], r["origins"]] for r in table] in counted


def body(table: Element) -> list[Element]:
    """The rows of a table with values."""
    return [r for r in table.iter("tr") if r.find("td") is not None]


def test_known_formulations(page: Page, rows: Rows) -> None:
    """Uses and texts in the list are those of each one's own trace."""
    (table,) = page("/formulations").iter("table")
    for row in body(table):
        name = next(row.iter("a")).get("href").partition("phrase=")[2]
        (trace,) = rows("trace", name)
        periods = trace["periods"]
        assert [numbers(cell) for cell in row[1:3]] == [[sum(p[key] for p in periods)] for key in ("uses", "texts")]


def test_comparison(page: Page, rows: Rows) -> None:
    """The sentences of each kind, as counted above the table."""
    names = [one["id"] for one in rows("list") if one["lang"] == "en"][:3]
    found = rows("compare", *names)
    shown = page("/compare", id=names)
    heading = " ".join(words(one) for tag in ("h2", "li") for one in shown.iter(tag))
    for one in found:
        for kind, n in one["counts"].items():
            assert not n or f"{n} {SUMS.get(kind, kind)}" in heading, (heading, one["counts"])
    for one in having(page("/compare", id=names, ui="zh"), "ul", "sums"):
        assert not re2.search("kept|reworded|absent|only", words(one)), words(one)


def test_a_cell_reads_as_on_the_command_line(page: Page, rows: Rows) -> None:
    """The sentence of each cell, made from its counts in the reader's language, is the record's own in English; in
    Chinese no English word is left in it."""
    cells = [one for one in rows("positions", "--actor", "Teshar") if "row" in one]
    wanted = {f"{one['sentence']} · {one['wording']}" if one["wording"] else one["sentence"] for one in cells}
    shown = {words(one) for one in having(page("/positions", actor="Teshar"), "span", "sentence")}
    assert shown
    assert shown <= wanted
    for one in having(page("/positions", actor="Teshar", ui="zh"), "span", "sentence"):
        assert not re2.search("[A-Za-z]", words(one)), words(one)


@pytest.mark.parametrize("asked", [{}, {"actor": "Teshar"}, {"act": "oppose"}, {"as_of": "2025-02-01"}])
def test_positions(page: Page, rows: Rows, asked: dict[str, str]) -> None:
    """Texts and origins of every cell, and the sentences behind it."""
    given = [w for k, v in asked.items() for w in (f"--{k.replace('_', '-')}", v)]
    cells = [one for one in rows("positions", *given) if "row" in one]
    places, path = {}, "/positions"
    root = page(path, **asked)
    for link in having(root, "a", "cell"):
        (shown,) = having(link, "span", "count")
        places[link.get("href")] = numbers(shown)[:2]
    counts = Counter((one["tally"]["texts"], one["tally"]["origins"]) for one in cells)
    assert Counter(map(tuple, places.values())) <= counts
    assert places
    if not any("wide" in (a.get("href") or "") or "page=" in (a.get("href") or "") for a in root.iter("a")):
        assert len(places) == len(cells)
    for one in cells[:6]:
        sentences = page("/positions/cell", row=one["row"], column=one["column"], **asked)
        assert len(having(sentences, "li", "hit")) == len(
            rows("positions", "--cell", one["row"], one["column"], *given)
        )


def test_record(page: Page, rows: Rows) -> None:
    """What is held, spread by language, form, authority, outlet and year, and what was set aside and noticed."""
    root = page("/record")
    held = rows("check")[-1]["checked"]
    (figures,) = having(root, "dl", "figures")
    assert [numbers(dd)[0] for dd in figures.iter("dd")] == [n for name, n in held.items() if name != "block"]
    listed = rows("list", "--limit", "1000")
    (pair,) = having(root, "div", "pair")
    spread = [Counter(one[name] or "" for one in listed) for name in ("lang", "form", "authority", "publisher")]
    for section, counted in zip(pair.findall("section"), spread, strict=False):
        assert sorted(numbers(td)[0] for td in having(section, "td", "count")) == sorted(counted.values())
    for part, option in (("aside", "--set-aside"), ("notices", "--notices")):
        (heading,) = [h for h in root.iter("h2") if h.get("id") == part]
        assert numbers(heading) == [len(rows("list", option))]


def test_outlets_and_the_nameless_lead_to_what_they_count(page: Page, rows: Rows) -> None:
    """An outlet on the record page opens its statements; the facet of nobody named, the hits it counts."""
    root = page("/record")
    told = {a.get("href", "").partition("publisher=")[2] for a in root.iter("a") if "publisher=" in a.get("href", "")}
    listed = Counter(one["publisher"] for one in rows("list"))
    assert told == {name for name in listed if name}
    for name in told:
        found = having(page("/", publisher=name), "li", "hit")
        assert len(found) == len(rows("list", "--publisher", name)) == listed[name]
    (facets,) = rows("search", "the", "--facets")
    nameless = dict(facets["actor"])[""]
    (some,) = rows("search", "the", "--actor", "no voice", "--facets")
    assert 0 < nameless <= some["hits"] < facets["hits"]
    (line,) = [one for one in page("/", q="the", actor="no voice").iter("p") if one.get("id") == "sum"]
    assert numbers(line)[0] == some["hits"]
