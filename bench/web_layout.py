"""What a browser does with a long statement: python bench/web_layout.py [--rounds N] [--thrash]

Serves the interview of ``web_paint.py`` (20,000 characters, 300 claims) from a fresh record, opens it in the system's
headless Chromium at two widths and walks 20 claims with `j`. Prints layouts, style passes, their milliseconds, tasks of
50 ms and more, how far what was painted moved (cumulative layout shift) and the time of the first paint. Exit 1 when
the page lays itself out again and again, or moves. ``--thrash`` asks for a size after each of 300 changes and pushes
the text down after it was painted: it must end with 1. Not here: the server's work (``web_paint.py``), what overlaps
(``tests/web/test_layout.py``).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

MOST_LAYOUTS, MOST_STYLES, MOST_MOVED = 12, 20, 0.1
MOST_FOR_A_KEY = 4
KEYS = 20
WINDOWS = ((360, 740), (1400, 900))
SETTLED_MS = 400

# Kept by the page from its first moment on: what moved without the reader's doing, and tasks of 50 ms and more.
WATCH = """() => {
  window.moved = 0; window.slow = [];
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
  watch('layout-shift', (one) => { if (!one.hadRecentInput) window.moved += one.value; });
  watch('longtask', (one) => window.slow.push(one.duration));
}"""
THRASH = """addEventListener('load', () => {
  for (const one of [...document.querySelectorAll('.claim')].slice(0, 300)) {
    one.style.paddingBlockStart = `${3 + one.offsetHeight / 100}px`;
  }
  setTimeout(() => document.querySelector('main').prepend(Object.assign(document.createElement('div'),
    { style: 'block-size: 400px' })), 100);
});"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


@dataclass(frozen=True, slots=True)
class Work:
    """What the browser did: claims on the page, counts, milliseconds, how far what was painted moved, first paint."""

    claims: int
    layouts: int
    styles: int
    layout_ms: float
    style_ms: float
    script_ms: float
    moved: float
    slow: tuple[float, ...]
    painted_ms: float

    def faults(self, layouts: int = MOST_LAYOUTS, styles: int = MOST_STYLES) -> list[str]:
        """What is too much, each in words; nothing when the page does not thrash."""
        told = [
            f"{self.layouts} layouts, {layouts} allowed" if self.layouts > layouts else "",
            f"{self.styles} style passes, {styles} allowed" if self.styles > styles else "",
            f"what was painted moved by {self.moved:.3f}, {MOST_MOVED} allowed" if self.moved > MOST_MOVED else "",
        ]
        return [one for one in told if one]


class Watched:
    """A fresh page that counts its own work."""

    def __init__(self, context: Any, script: str = "") -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(120_000)
        self.page.add_init_script(f"({WATCH})()")
        if script:
            self.page.add_init_script(script)
        self._wire = context.new_cdp_session(self.page)
        self._wire.send("Performance.enable")

    def load(self, address: str) -> Work:
        """The work of opening an address, until nothing more happens."""
        self.page.goto(address, wait_until="load")
        return self._since({})

    def keys(self, key: str, times: int) -> Work:
        """The work of pressing a key again and again, a frame apart."""
        before = self._metrics()
        self.page.evaluate("() => { window.moved = 0; window.slow = []; }")
        for _ in range(times):
            self.page.keyboard.press(key)
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
        return self._since(before)

    def _metrics(self) -> dict[str, float]:
        return {one["name"]: one["value"] for one in self._wire.send("Performance.getMetrics")["metrics"]}

    def _since(self, before: dict[str, float]) -> Work:
        self.page.wait_for_timeout(SETTLED_MS)
        now = self._metrics()
        ms = {name: 1e3 * (now[name] - before.get(name, 0)) for name in now}
        return Work(
            claims=self.page.locator(".claim").count(),
            layouts=round(ms["LayoutCount"] / 1e3),
            styles=round(ms["RecalcStyleCount"] / 1e3),
            layout_ms=ms["LayoutDuration"],
            style_ms=ms["RecalcStyleDuration"],
            script_ms=ms["ScriptDuration"],
            moved=self.page.evaluate("window.moved"),
            slow=tuple(self.page.evaluate("window.slow")),
            painted_ms=self.page.evaluate(PAINTED),
        )


def looked_at(browser: Any, opened: str, path: str, size: tuple[int, int], script: str = "") -> tuple[Work, Work]:
    """The work of opening a page of the server in a window of that size, and that of walking its claims."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    first = context.new_page()
    first.goto(opened)  # the address that lets a reader in
    watched = Watched(context, script)
    found = watched.load(opened.partition("/?")[0] + path), watched.keys("j", KEYS)
    context.close()
    return found


def main() -> int:
    """Measure, print; 1 when a page thrashes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--thrash", action="store_true", help="a page that thrashes on purpose")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright
    from web_paint import interview

    from onrecord import Record
    from onrecord.web import serving

    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="onrecord-layout-") as folder, sync_playwright() as play:
        place = Path(folder)
        (place / "long.txt").write_text(interview(), encoding="utf-8")
        with Record.open(place / "record", write=True) as held:
            held.add([place / "long.txt"], workers=1)
            path = f"/statement/{held.statements()[0].id}"
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with serving.beside(place / "record") as opened:
            for size in WINDOWS:
                found = [
                    looked_at(browser, opened, path, size, THRASH if given.thrash else "") for _ in range(given.rounds)
                ]
                told("opened", size, [load for load, _ in found])
                told(f"{KEYS} keys", size, [walk for _, walk in found])
                faults += [fault for load, _ in found for fault in load.faults()]
                faults += [
                    fault for _, walk in found for fault in walk.faults(KEYS * MOST_FOR_A_KEY, KEYS * MOST_FOR_A_KEY)
                ]
        browser.close()
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n" + "".join(f"{one}\n" for one in dict.fromkeys(faults)))
    return int(bool(faults))


def told(what: str, size: tuple[int, int], works: list[Work]) -> None:
    """One line: the most of what is counted, the median of what is timed."""
    times = (
        f"{name} {median(getattr(one, f'{name}_ms') for one in works):.0f} ms"
        for name in ("layout", "style", "script", "painted")
    )
    slow = [ms for one in works for ms in one.slow]
    sys.stdout.write(
        f"{size[0]} px, {what}: {max(one.layouts for one in works)} layouts, "
        f"{max(one.styles for one in works)} style passes, moved {max(one.moved for one in works):.3f}; "
        f"{len(slow) / len(works):.1f} tasks of 50 ms or more (longest {max(slow, default=0):.0f} ms); "
        f"{', '.join(times)}\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
