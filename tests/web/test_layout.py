"""Every screen at three widths: nothing spills over, is cut off or overlaps, and what is empty says so.

Over a record of 242 documents always; over a record of your own (of 50,000 documents, say) with
``ONRECORD_LAYOUT=RECORD``, where ``ONRECORD_PICTURES=FOLDER`` keeps a picture of each page that is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.visiting import Visit

from onrecord import Record
from onrecord.store import Filters
from onrecord.web import serving

MOST_BYTES = 200_000
WIDTHS = (360, 800, 1400)
OWN = os.environ.get("ONRECORD_LAYOUT", "")
PICTURES = os.environ.get("ONRECORD_PICTURES", "")
WORDS = ("harbour", "tariff", "国家")


# Elements outside the window, words cut off by their own box, and the page itself when it scrolls sideways. What may
# scroll by itself (wide tables, the cards) and what is hidden on purpose does not count.
_SPILLED = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('.wide, .claims, .hidden, .skip, dialog, datalist, svg') || !one.offsetParent) continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (box.width && (box.right > wide + 1 || box.left < -1)) found.push('outside ' + one.outerHTML.slice(0, 90));
    const cut = style.overflowX !== 'visible' && one.tagName !== 'INPUT' && one.scrollWidth > one.clientWidth + 1;
    if (cut && !one.childElementCount && one.textContent.trim()) found.push('cut ' + one.outerHTML.slice(0, 90));
  }
  for (const words of document.querySelectorAll('svg text')) {
    const box = words.getBoundingClientRect();
    if (box.right > wide + 1 || box.left < -1) found.push('chart ' + words.textContent);
    for (const other of words.closest('svg').querySelectorAll('text')) {
      const b = other.getBoundingClientRect();
      const across = Math.min(box.right, b.right) - Math.max(box.left, b.left);
      const high = Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top);
      if (other !== words && across > 2 && high > 4) found.push(`${words.textContent} on ${other.textContent}`);
    }
  }
  if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways');
  return found;
}"""

# Words that lie on other words: line boxes of the smallest elements that hold words, which must not cross.
_OVERLAPS = """() => {
  const boxes = [], found = [];
  for (const one of document.querySelectorAll('main *')) {
    if (one.childElementCount || !one.textContent.trim() || !one.checkVisibility()) continue;
    if (one.closest('svg, .hidden, .claims, .wide, option, datalist, dialog, mark')) continue;
    for (const box of one.getClientRects()) boxes.push([box, one]);
    if (boxes.length > 600) break;
  }
  boxes.forEach(([a, one], i) => boxes.slice(i + 1).forEach(([b, other]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (one !== other && wide > 3 && high > 6) found.push(
      `${one.outerHTML.slice(0, 90)} on ${other.outerHTML.slice(0, 90)}`);
  }));
  return found.slice(0, 3);
}"""
_SILENT = """() => [...document.querySelectorAll('main .empty, main figure, main section, main td')]
  .filter((one) => one.checkVisibility() && !one.textContent.trim() && !one.querySelector('svg, input, img, progress'))
  .map((one) => one.outerHTML.slice(0, 90)).slice(0, 3)"""


def pages(record: Path) -> list[str]:
    """Addresses of every screen, with and without an answer; of long, short, Chinese and Arabic statements."""
    with Record.open(record) as held:
        some = held.statements(limit=3)
        some += [one for lang in ("zh", "ar") for one in held.statements(Filters(lang=lang), limit=1)]
        names = [one.id for one in some]
        known = [id for id, *_ in held.known_formulations()[:1]]
    found = ["/", *(f"/?q={word}" for word in WORDS), "/?q=zebra", "/positions", "/positions?actor=nobody", "/record"]
    found += ["/formulations", "/formulations?phrase=harbour&by=month", "/formulations?phrase=zebra", "/compare"]
    found += [f"/formulations?phrase={id}&measure={how}" for id in known for how in ("rate", "heat")]
    found += ["/formulations?phrase=harbour&measure=heat"]
    found += ["/compare?id=" + "&id=".join(names[:3]), "/compare?quotation=the+harbour+is+open", "/nowhere", "/api"]
    return found + [f"/statement/{name}" for name in names]


@pytest.fixture(scope="module")
def record(request: pytest.FixtureRequest) -> Path:
    """The record that is looked at."""
    return Path(OWN) if OWN else request.getfixturevalue("large")


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    """The address that a real server over it prints."""
    with serving.beside(record) as opened:
        yield opened


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_spills_over_overlaps_or_is_silent(browser: Any, address: str, record: Path, width: int) -> None:
    """At three widths, in both languages, light and dark, each screen stands inside its window and says what it has."""
    for ui, scheme in (("en", "light"), ("zh", "dark")):
        visit = Visit(browser, address, viewport={"width": width, "height": 800}, color_scheme=scheme)
        for number, path in enumerate(pages(record)):
            page = visit.go(f"{path}{'&' if '?' in path else '?'}ui={ui}")
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/{number:02}-{width}-{ui}.png")
            for question in (_SPILLED, _OVERLAPS, _SILENT):
                assert page.evaluate(question) == [], (path, ui)
            assert page.locator("main h1").first.inner_text().strip(), path
        visit.context.close()


def test_the_harness_can_fail(browser: Any, address: str) -> None:
    """A word wider than the window, words on words, and a box without words are found."""
    visit = Visit(browser, address, viewport={"width": 800, "height": 800})
    page = visit.go("/nowhere")
    page.evaluate("""() => {
        const put = (tag, words, style) => {
            const one = document.createElement(tag);
            one.textContent = words;
            one.style.cssText = style;
            document.querySelector('main').append(one);
        };
        put('p', 'x'.repeat(900), 'white-space: nowrap; overflow-wrap: normal; width: 5000px');
        put('p', 'under', '');
        put('p', 'over', 'margin-top: -2.5em');
        put('section', '', 'height: 9px');
    }""")
    assert all(page.evaluate(question) for question in (_SPILLED, _OVERLAPS, _SILENT))
    visit.context.close()


def test_no_page_is_heavy(browser: Any, address: str, record: Path) -> None:
    """Each screen with its style and scripts weighs at most 200 kB."""
    visit = Visit(browser, address)
    around = sum(len(visit.context.request.get(f"{visit.root}/static/{one}").body()) for one in (
        "app.css", "trusted.js", "htmx.min.js", "keys.js", "layers.js"))  # fmt: skip
    for path in pages(record):
        size = around + len(visit.context.request.get(visit.root + path).body())
        assert size <= MOST_BYTES, (path, size)
    visit.context.close()
