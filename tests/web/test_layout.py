"""Every screen at three widths: nothing spills over, is cut off or overlaps, and what is empty says so.

Over a record of 242 documents and, where the evaluation material is, over the seeds; over a record of your own (of
50,000 documents, say) with ``ONRECORD_LAYOUT=RECORD``. The looking is that of ``tools/look.py``, which keeps pictures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.tools.conftest import ROOT, load_file
from tests.web.visiting import Visit

from onrecord import Record
from onrecord.web import serving

look = load_file(ROOT / "tools" / "look.py", "look")
MOST_BYTES = 200_000
OWN = os.environ.get("ONRECORD_LAYOUT", "")


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the documents that the project was created from."""
    place = tmp_path_factory.mktemp("seeds") / "record"
    with Record.open(place, write=True) as held:
        held.add([shared / "seeds"], workers=1)
        held.link()
    return place


@pytest.fixture(scope="module", params=["own"] if OWN else ["large", "seeds"])
def record(request: pytest.FixtureRequest) -> Path:
    """The record that is looked at."""
    return Path(OWN) if OWN else request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    """The address that a real server over it prints."""
    with serving.beside(record) as opened:
        yield opened


@pytest.mark.parametrize("width", look.WIDTHS)
@pytest.mark.parametrize(("ui", "scheme"), look.LOOKS)
def test_nothing_spills_over_overlaps_or_is_silent(
    browser: Any, address: str, record: Path, width: int, ui: str, scheme: str
) -> None:
    """Each screen, as it comes and with everything unfolded, stands inside its window and says what it has."""
    page = look.window(browser, address, width, scheme)
    found = dict(look.looked_at(page, address.partition("/?")[0], look.pages(record), ui))
    page.context.close()
    assert len(found) > 20
    assert any("claim=" in path for path in found)
    assert {path: faults for path, faults in found.items() if faults} == {}


BROKEN = (
    ("main { max-inline-size: none; inline-size: 5000px }", "outside"),
    ("main { max-inline-size: none; inline-size: 5000px }", "the page scrolls sideways"),
    ("h1 { block-size: 1rem; overflow: hidden }", "cut"),
    (".who { white-space: nowrap; overflow-x: clip; inline-size: 5rem }", "cut"),
    ("h1 { margin-block-end: -2rem }", " on "),
    (".claim { block-size: .4rem }", " on "),
    (".choices { margin-block-start: -3rem }", " on "),
    ("main > * { display: none }", "silent"),
)


@pytest.fixture(scope="module")
def among(large: Path) -> Iterator[str]:
    """The address that a server over 242 documents prints."""
    with serving.beside(large) as opened:
        yield opened


@pytest.mark.parametrize(("style", "said"), BROKEN)
def test_a_broken_page_is_seen(browser: Any, among: str, large: Path, style: str, said: str) -> None:
    """The harness can fail: what is too wide, cut off, on other words or empty is told, and by the word for it."""
    page = look.window(browser, among, 800, "light", style)
    paths = ["/?q=harbour", next(one for one in look.pages(large) if one.startswith("/statement/"))]
    found = [one for _, faults in look.looked_at(page, among.partition("/?")[0], paths, "en") for one in faults]
    page.context.close()
    assert any(said in one for one in found), found


def test_no_page_is_heavy(browser: Any, address: str, record: Path) -> None:
    """Each screen with its style and scripts weighs at most 200 kB."""
    visit = Visit(browser, address)
    around = sum(len(visit.context.request.get(f"{visit.root}/static/{one}").body()) for one in (
        "app.css", "trusted.js", "htmx.min.js", "keys.js", "layers.js"))  # fmt: skip
    for path in look.pages(record):
        size = around + len(visit.context.request.get(visit.root + path).body())
        assert size <= MOST_BYTES, (path, size)
    visit.context.close()
