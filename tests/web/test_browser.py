"""The pages in a real browser: keys, layers, right-to-left pages, hostile words, dropped files, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.visiting import Visit

from onrecord import Record
from onrecord.web import serving

HOSTILE = "<img src=x onerror=HOSTILE()><script>HOSTILE()</script>\" onload=HOSTILE() '{{7*7}}"
PAGES = {
    "a.txt": "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nSpokesperson: The Government of Auria opposes the "
    "harbour tariff. 𝐀𝐁 signs stand “before the harbour words” said the minister.\n\nThe harbour is open.",
    "b.html": f"<html lang=en><title>&lt;script&gt;HOSTILE()&lt;/script&gt; {HOSTILE}</title><body><h1>&lt;img src=x "
    "onerror=HOSTILE()&gt; harbour</h1><p>March 9, 2025</p><p>“&lt;script&gt;HOSTILE()&lt;/script&gt; the harbour,” "
    "the spokesperson said.</p><img src='http://evil.test/x.png'></body></html>",
    "c.txt": "وزارة التجارة في أوريا\n\n5 يناير 2024\n\nقال المتحدث باسم الوزارة إن الميناء مفتوح أمام الجميع، وإن "
    "حكومة أوريا ترفض الرسوم الجديدة 2024 (harbour).",
    "e.html": "<html lang=en><title>Buoys \u202esyoub\u202c end</title><body><h1>Buoys \u202esyoub\u202c end</h1>"
    "<p>March 9, 2025</p>"
    "<p>\U0001d400 “The \u2067buoys\u2069 \U0001d401\u200f of \u202eAuria harbour,” the spokesperson said.</p>",
    "d.txt": "奥里亚外交部发言人\n\n2024年1月6日\n\n发言人说：“奥里亚反对港口关税。”港口仍然开放。harbour",
}
SCREENS = ("/", "/?q=harbour", "/positions", "/formulations?phrase=harbour", "/record", "/compare", "/api")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a record in four languages, with hostile words in it."""
    place = tmp_path_factory.mktemp("browser")
    for name, words in PAGES.items():
        (place / name).write_text(words)
    with Record.open(place / "record", write=True) as held:
        held.add([place / name for name in PAGES], workers=1)
    return place / "record"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address that a real server over the record prints."""
    with serving.beside(folder) as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Visit]:
    """A visit in a window of usual size."""
    made = Visit(browser, address, viewport={"width": 1200, "height": 900})
    yield made
    made.context.close()


def test_no_screen_asks_elsewhere_or_runs_what_documents_say(visit: Visit) -> None:
    """On every screen and every statement: no outside request, no script of a document, no error in the console."""
    with_statements = [visit.statement(word) for word in ("HOSTILE", "tariff", "港口", "الميناء")]
    for path in (*SCREENS, *with_statements):
        page = visit.go(path)
        assert page.evaluate("window.broken") is None
        assert page.locator("#text img, #text script, .hits img").count() == 0
    assert [url for url in visit.asked if not url.startswith(visit.root)] == []
    assert visit.faults == []


def test_a_planted_script_would_be_seen(visit: Visit) -> None:
    """The harness can fail: the function that hostile words call does mark the page when it runs."""
    visit.go("/")
    visit.page.evaluate("HOSTILE()")
    assert visit.page.evaluate("window.broken") is True


def test_keys_walk_hits_and_open_one(visit: Visit) -> None:
    """`j` and `k` move over hits, Enter opens the one in focus, `/` goes to the words, `?` lists the keys."""
    page = visit.go("/?q=harbour")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement === document.querySelector('.hit')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/statement/" in page.url


def test_layers_stand_on_the_characters_they_claim(visit: Visit) -> None:
    """Every highlighted range holds the characters of its claim, also behind characters of two UTF-16 units."""
    page = visit.go(visit.statement("signs"))
    shown = page.evaluate("""() => [...CSS.highlights].flatMap(([name, ranges]) =>
        [...ranges].map((r) => r.startContainer.textContent.slice(r.startOffset, r.endOffset)))""")
    held = page.evaluate("""async () => (await (await fetch('/api' + location.pathname)).json())""")
    quotes = [claim["quote"] for claim in held["claims"] if claim["layer"] not in ("answer", "furniture")]
    assert any("𝐀𝐁" in p["segments"][0]["text"] or "𝐀𝐁" in str(p) for p in held["paragraphs"])
    assert sorted(shown) == sorted(quotes)
    page.get_by_label("quotation").uncheck()
    assert page.evaluate("CSS.highlights.has('l-quotation')") is False


def test_without_scripts_everything_is_there(browser: Any, address: str) -> None:
    """A browser without scripts finds, narrows and reads; claims are marked in the text."""
    made = Visit(browser, address, java_script_enabled=False)
    made.page.goto(made.root + "/?q=harbour")
    made.page.locator("aside a").first.click()
    assert made.page.locator(".hit").count() >= 1
    made.page.goto(made.root + str(made.page.locator("a.cover").first.get_attribute("href")))
    assert made.page.locator("#text mark").count() >= 1
    made.page.locator(".claim a").first.click()
    assert made.page.locator(".card dd").count() >= 2
    made.context.close()


def test_direction_controls_are_shown_and_turn_nothing(visit: Visit) -> None:
    """Stored text keeps its characters, its highlights and its order on the page; controls are seen."""
    page = visit.go(visit.statement("buoys"))
    held = page.evaluate("async () => (await (await fetch('/api' + location.pathname)).json())")
    text = "all => all.map((one) => one.textContent)"
    blocks = ["".join(s["text"] for s in p["segments"]) for p in held["paragraphs"]]
    assert page.locator("#text .block").evaluate_all(text) == blocks
    assert "\u202e" in "".join(blocks)
    said = page.evaluate("""() => [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map((r) => {
        const live = new Range();
        live.setStart(r.startContainer, r.startOffset);
        live.setEnd(r.endContainer, r.endOffset);
        return live.toString();
    }))""")
    assert sorted(said) == sorted(c["quote"] for c in held["claims"] if c["layer"] != "answer")
    assert any("\u2067" in one and "\U0001d401" in one for one in said)
    edges = """([place, word]) => {
        const all = document.createTreeWalker(document.querySelector(place), NodeFilter.SHOW_TEXT);
        const found = new Range();
        while (all.nextNode() && !all.currentNode.data.includes(word));
        const at = all.currentNode.data.indexOf(word);
        return [at, at + word.length - 1].map((n) => {
            found.setStart(all.currentNode, n);
            found.setEnd(all.currentNode, n + 1);
            return found.getBoundingClientRect().left;
        });
    }"""
    for place in (["h1", "syoub"], ["#text", "Auria"]):
        first, last = page.evaluate(edges, place)
        assert first < last, place
    assert page.locator("h1 .control").evaluate_all("all => all.map((one) => one.dataset.code)") == ["RLO", "PDF"]
    assert page.title().startswith("Buoys [U+202E]syoub")
    page.locator("#text .block", has_text="spokesperson").click(position={"x": 70, "y": 12})
    page.locator(".claim .card").first.wait_for()
    assert visit.faults == []


def test_layers_are_switched_by_the_address(browser: Any, address: str) -> None:
    """Without scripts the switches are a form whose address keeps what is shown; with scripts the address follows."""
    for scripts in (False, True):
        made = Visit(browser, address, java_script_enabled=scripts)
        path = made.statement("tariff")
        page = made.go(f"{path}?at=30-40&layer=none&layer=position")
        assert page.locator(".layers :checked").evaluate_all("all => all.map((one) => one.value)") == ["position"]
        kinds = "all => [...new Set(all.filter((one) => !one.hidden).map((one) => one.className))]"
        assert page.locator(".claim").evaluate_all(kinds) == ["claim l-position"]
        claims = page.locator(".claim").count()
        seen = page.locator(".claim:visible").count()
        assert page.locator("#seen, #off .count").all_inner_texts() == [str(seen), str(claims - seen)]
        assert page.locator(".text.off-quotation.off-furniture:not(.off-position)").count() == 1
        page.get_by_label("position").uncheck()
        if not scripts:
            page.locator(".layers button").click()
        assert page.url.endswith(f"{path}?at=30-40&layer=none")
        assert page.locator(".claim").evaluate_all(kinds) == []
        assert page.locator("#seen, #off .count").all_inner_texts() == ["0", str(claims)]
        assert "layer=none" in str(page.locator(".langs a").first.get_attribute("href"))
        assert made.faults == []
        made.context.close()


def test_right_to_left_pages(visit: Visit) -> None:
    """An Arabic statement runs from the right inside a page that does not; nothing is wider than a phone."""
    path = visit.statement("الميناء")
    visit.page.set_viewport_size({"width": 360, "height": 740})
    page = visit.go(path)
    assert page.evaluate("getComputedStyle(document.querySelector('#text:lang(ar) .block')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_scripts_and_scriptless_mark_the_same_place(visit: Visit, browser: Any, address: str) -> None:
    """A hit leads to its very characters, with scripts by a highlight and without by a mark."""
    visit.go("/?q=harbour%20tariff")
    link = str(visit.page.locator("a.cover").first.get_attribute("href"))
    page = visit.go(link)
    found = (
        "[...CSS.highlights.get('found')].map((r) => r.startContainer.textContent.slice(r.startOffset, r.endOffset))"
    )
    assert page.evaluate(found) == ["harbour"]
    made = Visit(browser, address, java_script_enabled=False)
    made.go(link)
    assert made.page.locator("mark.found").all_inner_texts() == ["harbour"]
    assert made.page.locator("#at").count() == 1
    made.context.close()


def test_a_card_is_opened_by_its_address_and_by_a_click_on_its_words(visit: Visit) -> None:
    """The link of a claim opens its card; a click on words opens the card of the shortest claim there."""
    path = visit.statement("tariff")
    page = visit.go(path)
    card = page.locator(".claim.l-position").first
    name = card.get_attribute("id")
    page = visit.go(f"{path}?again#{name}")
    page.locator(f"#{name} .card").wait_for()
    assert page.evaluate("document.activeElement.closest('.claim').id") == name
    visit.go(path)
    page.locator("#text .block", has_text="opposes").first.click(position={"x": 60, "y": 12})
    page.locator(".claim .card").wait_for()
    assert page.locator(".claim .card").count() == 1


def test_keys_walk_claims_and_rows(visit: Visit) -> None:
    """`j` walks the claims of a statement, Enter opens a card; in a comparison it walks what differs."""
    one, other = visit.statement("tariff"), visit.statement("HOSTILE")
    page = visit.go(one)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.locator(".claim:focus-within .card").wait_for()
    page.keyboard.press("Enter")
    assert not page.locator(".claim:focus-within .card").is_visible()
    page = visit.go(f"/compare?id={one.rpartition('/')[2]}&id={other.rpartition('/')[2]}")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('.versions tr.hit')")
    assert visit.faults == []


def test_print_leaves_the_words_and_takes_the_controls_away(visit: Visit) -> None:
    """On paper there is the text with its claims and where it comes from, and no control or navigation."""
    page = visit.go(visit.statement("tariff"))
    page.emulate_media(media="print")
    assert page.locator("#text .block").first.is_visible()
    assert page.locator("#where").is_visible()
    assert page.locator(".claim:not([hidden])").first.is_visible()
    for gone in (".bar", ".layers input", ".layers button", "footer"):
        assert not page.locator(gone).first.is_visible(), gone


def test_paper_is_light_and_nothing_on_it_is_cut(browser: Any, address: str) -> None:
    """Printed from a dark screen: dark words on white, the whole of a comparison, and of a table only what is held."""
    made = Visit(browser, address, color_scheme="dark", viewport={"width": 1200, "height": 700})
    one, other = made.statement("tariff"), made.statement("HOSTILE")
    page = made.go(one)
    page.emulate_media(media="print", color_scheme="dark")
    back = page.evaluate("getComputedStyle(document.querySelector('.who')).color").strip("rgb()").split(",")
    assert max(map(int, back)) < 128
    page = made.go(f"/compare?id={one.rpartition('/')[2]}&id={other.rpartition('/')[2]}")
    assert page.evaluate("getComputedStyle(document.querySelector('.locked')).maxHeight") == "none"
    assert not page.locator(".filters").is_visible()
    page = made.go("/positions")
    assert page.evaluate("document.querySelector('.key li').getBoundingClientRect().height > 10")  # folded on screen
    assert page.locator(".matrix td:visible").count() == page.locator(".matrix a.cell").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    made.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, address: str, scheme: str) -> None:
    """No screen has a serious or critical finding of axe-core, in light and dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    made = Visit(browser, address, color_scheme=scheme)
    for screen in (*SCREENS, made.statement("tariff"), made.statement("الميناء")):
        found = axe.run(made.go(screen)).response["violations"]
        grave = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
        assert grave == [], screen
    made.context.close()


def test_axe_can_find_something(visit: Visit) -> None:
    """The harness can fail: a picture without words is a finding."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit.go("/")
    page.evaluate("document.querySelector('main').append(new Image())")
    assert any(v["impact"] in ("serious", "critical") for v in axe.run(page).response["violations"])


def test_a_check_is_asked_for_by_a_button_and_never_by_an_address(visit: Visit) -> None:
    """The button checks every hash and says how it went; the address alone, with any parameter, does not."""
    page = visit.go("/record?check=true")
    assert page.locator("[role=status]", has_text="sources").count() == 0
    page.locator("#checked button").click()
    page.locator("#checked [role=status]", has_text="sources").wait_for()
    assert visit.faults == []


def test_a_file_is_added_by_choosing_it(visit: Visit, tmp_path: Path) -> None:
    """A chosen file is read, listed with a link, and its statement opens."""
    note = tmp_path / "new note.txt"
    note.write_text("Ministry of Trade of Auria\n\nMay 6, 2024\n\nThe lighthouse rule is welcome.")
    page = visit.go("/record")
    page.set_input_files("#files", note)
    link = page.locator("#added a").first
    link.wait_for()
    link.click()
    page.wait_for_url("**/statement/**")
    assert "lighthouse rule" in page.locator("#text").inner_text()
    assert visit.faults == []


def test_files_are_added_by_dropping_them(visit: Visit) -> None:
    """Two files dropped on the box are read one after the other; a damaged one says why and does not stop the rest."""
    page = visit.go("/record")
    figures = page.locator("#held .figures").inner_text()
    page.evaluate("""() => {
        const held = new DataTransfer();
        const words = ["Ministry of Trade of Auria", "June 7, 2024", "The buoy rule is welcome."];
        held.items.add(new File(["%PDF-1.4 broken"], "broken.pdf"));
        held.items.add(new File([words.join("\\n\\n")], "buoy.txt"));
        const dropped = new DragEvent("drop", { dataTransfer: held, bubbles: true });
        document.getElementById("drop").dispatchEvent(dropped);
    }""")
    page.locator("#added a").first.wait_for()
    page.locator("#progress", has_text="2 of 2").wait_for()
    page.wait_for_function("(old) => document.querySelector('#held .figures').innerText !== old", arg=figures)
    for again in (page, visit.go("/record?ui=zh")):
        lines = again.locator("#added li").all_inner_texts()
        assert "buoy.txt" in lines[0]
        assert "broken.pdf" in lines[1]
        assert "broken_pdf" in lines[1]
        assert again.locator("#sending li").count() == 0
    assert "搁置" in lines[1]
    visit.go("/record?ui=en")
    assert visit.faults == []


def test_htmx_narrows_without_a_reload(visit: Visit) -> None:
    """Asking again swaps the results only, keeps the address true, and runs nothing that a page part says."""
    page = visit.go("/")
    page.evaluate("window.stays = true")
    page.fill("#q", "HOSTILE")
    page.keyboard.press("Enter")
    page.locator("#sum").wait_for()
    assert page.evaluate("window.stays") is True
    assert "q=HOSTILE" in page.url
    assert page.evaluate("window.broken") is None
    assert visit.faults == []
