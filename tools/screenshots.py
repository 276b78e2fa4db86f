"""Screenshots of every screen over the bundled sample, for docs/tour.md: `python tools/screenshots.py docs/images`.

Lives here: which screens, at which size, in which state. Not here: the pages (``onrecord.web``). Needs playwright and
the system's Chromium. The sample is about invented countries; nothing of anybody else's text is ever shown. The same
sample and program give the same pictures, up to fonts.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import Record
from onrecord.demo import documents
from onrecord.web import serving

MOST_BYTES, MOST_IN_ALL = 80_000, 1_000_000
CONFERENCE, CHINESE = "s3b46f08eb2eec69d", "s580487270ef21912"
REPORT, ARABIC = "s358a79a1661fe6ce", "s7e7cf4670c5bea58"
QUOTATIONS = "Weather+knows+no+borders%0AWe+urge+the+Valdorian+side+to+cancel+the+Weather-Chip+Export+Rule"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the address, the window, light or dark, and a selector that is clicked before."""

    name: str
    path: str
    size: tuple[int, int] = (1000, 640)
    scheme: str = "light"
    click: str = ""


SHOTS = (
    Shot("search", "/?q=forecast&stem=true"),
    Shot("statement", f"/statement/{CONFERENCE}", (1000, 560), click=".claim.l-position a"),
    Shot("statement-ar", f"/statement/{ARABIC}", (390, 700)),
    Shot("formulation", "/formulations?phrase=forecasts-into-a-barrier&by=month", (1000, 700)),
    Shot("compare", f"/compare?id={CONFERENCE}&id={REPORT}&id={CHINESE}", (1000, 940)),
    Shot("quotations", f"/compare?quotation={QUOTATIONS}", (1000, 620)),
    Shot("positions", "/positions?actor=Teshar", (1000, 600), "dark"),
    Shot("record", "/record?ui=zh", (1000, 640)),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The sample in a fresh record, linked and served; gives the address to open."""
    (folder / "documents").mkdir()
    for document in documents():
        (folder / "documents" / document.name).write_bytes(document.read_bytes())
    place = folder / "record"
    with Record.open(place, write=True) as record:
        record.add([folder / "documents"])
        record.link()
    with serving.beside(place) as address:
        yield address


_WEBP = """async (png) => {
  const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", 0.8).split(",")[1];
}"""


def webp(browser: Any, picture: bytes) -> bytes:
    """A PNG as WebP, which is a third of it; the browser does it, so no picture library is needed."""
    page = browser.new_page()
    made = page.evaluate(_WEBP, base64.b64encode(picture).decode())
    page.close()
    return base64.b64decode(made)


def taken(browser: Any, address: str, shot: Shot) -> bytes:
    """The picture, as PNG."""
    width, height = shot.size
    window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=shot.scheme)
    page = window.new_page()
    page.set_default_timeout(120_000)
    page.goto(address)
    page.goto(address.partition("/?")[0] + shot.path)
    if shot.click:
        page.locator(shot.click).first.click()
    picture = bytes(page.screenshot())
    window.close()
    return picture


def main() -> int:
    """Write the pictures; 1 when one is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("Chromium is not installed (apt-get install chromium)\n")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    with tempfile.TemporaryDirectory() as place, served(Path(place)) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            picture = webp(browser, taken(browser, address, shot))
            (folder / f"{shot.name}.webp").write_bytes(picture)
            sizes[shot.name] = len(picture)
            sys.stdout.write(f"{shot.name}.webp {len(picture):,} bytes\n")
        browser.close()
    return int(max(sizes.values()) > MOST_BYTES or sum(sizes.values()) > MOST_IN_ALL)


if __name__ == "__main__":
    raise SystemExit(main())
