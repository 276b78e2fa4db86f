"""Look at every screen over a record, at three widths: `python tools/look.py RECORD PICTURES`.

Opens each page in the system's headless Chromium, in English in light and in Chinese in dark, first as it comes and
then with everything unfolded; prints what spills over, is cut off, overlaps or is empty without a word, and keeps a
picture of each page. Exit 1 when something was found. ``--break STYLE`` adds a style sheet to each page, to see the
check fail: `--break 'h1 { margin-block-end: -2rem }'`. Not here: the pictures of the tour (``screenshots.py``),
accessibility (``tests/web``).
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import Record
from onrecord.store import Filters
from onrecord.web import serving

WIDTHS = (360, 800, 1400)
LOOKS = (("en", "light"), ("zh", "dark"))
WORDS = ("harbour", "tariff", "国家")
MOST_HIGH = 4000  # pixels of a page that are kept in its picture

# What can be seen of an element: its box, less what boxes around it that scroll or cut leave out.
_SEEN = """
  const clips = new Map();
  const clip = (one) => {
    if (!one || one === document.documentElement) return { left: 0, right: innerWidth, top: -1e9, bottom: 1e9 };
    if (clips.has(one)) return clips.get(one);
    const outer = clip(one.parentElement), style = getComputedStyle(one);
    const open = one === document.body || (style.overflowX === 'visible' && style.overflowY === 'visible');
    const found = open ? outer : seen(one.getBoundingClientRect(), outer);
    clips.set(one, found);
    return found;
  };
  const seen = (box, within) => ({ left: Math.max(box.left, within.left), right: Math.min(box.right, within.right),
    top: Math.max(box.top, within.top), bottom: Math.min(box.bottom, within.bottom) });
  const brief = (one) => one.outerHTML.slice(0, 90);
  const aside = 'svg, .hidden, .skip, option, datalist, dialog';
"""

# Elements outside the window, words cut off by their own box, and the page itself when it scrolls sideways. What may
# scroll by itself (wide tables) and what is hidden on purpose does not count.
SPILLED = f"""() => {{{_SEEN}
  const wide = document.documentElement.clientWidth, found = [];
  for (const one of document.querySelectorAll('body *')) {{
    if (one.closest(aside) || !one.checkVisibility()) continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const out = box.width && (box.right > wide + 1 || box.left < -1);
    if (out && !one.closest('.wide, .locked')) found.push('outside ' + brief(one));
    const holds = one.textContent.trim() && !['INPUT', 'SELECT', 'TEXTAREA'].includes(one.tagName);
    const hides = (how) => how === 'hidden' || how === 'clip';
    const across = hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    const down = hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
    const unseen = style.clipPath !== 'none'; // for screen readers only
    if (holds && !unseen && one !== document.body && (across || down)) found.push('cut ' + brief(one));
  }}
  for (const words of document.querySelectorAll('svg text')) {{
    if (!words.checkVisibility()) continue;
    const box = words.getBoundingClientRect();
    if (box.right > wide + 1 || box.left < -1) found.push('chart ' + words.textContent);
    for (const other of words.closest('svg').querySelectorAll('text')) {{
      const b = other.getBoundingClientRect();
      const across = Math.min(box.right, b.right) - Math.max(box.left, b.left);
      const high = Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top);
      if (other !== words && across > 2 && high > 4) found.push(`${{words.textContent}} on ${{other.textContent}}`);
    }}
  }}
  if (document.documentElement.scrollWidth > wide) found.unshift('the page scrolls sideways');
  return found.slice(0, 5);
}}"""

# Words and controls that lie on others: boxes of the smallest elements, line by line, which must not cross.
OVERLAPS = f"""() => {{{_SEEN}
  const boxes = [], found = [];
  for (const one of document.querySelectorAll('body *')) {{
    const control = one.matches('input, select, textarea, button, progress, .chart');
    if (!control && (one.childElementCount || !one.textContent.trim())) continue;
    if ((one.closest(aside) && !control) || one.closest('.hidden, dialog') || !one.checkVisibility()) continue;
    if (one.closest('mark, .locked thead, .matrix th') && !control) continue;
    const within = clip(one.parentElement);
    for (const box of one.getClientRects()) {{
      const part = seen(box, within);
      if (part.right - part.left > 3 && part.bottom - part.top > 6) boxes.push([part, one]);
    }}
  }}
  boxes.sort(([a], [b]) => a.top - b.top);
  for (let i = 0; i < boxes.length && found.length < 3; i += 1) {{
    const [a, one] = boxes[i];
    for (let j = i + 1; j < boxes.length && boxes[j][0].top < a.bottom - 6; j += 1) {{
      const [b, other] = boxes[j];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - b.top;
      if (one !== other && across > 3 && high > 6) found.push(`${{brief(one)}} on ${{brief(other)}}`);
    }}
  }}
  return found.slice(0, 3);
}}"""
SILENT = """() => [...document.querySelectorAll('main, main :is(.empty, figure, section, td, li, h2)')]
  .filter((one) => one.checkVisibility() && !one.innerText.trim() && !one.querySelector('svg, input, img, progress'))
  .map((one) => 'silent ' + one.outerHTML.slice(0, 90)).slice(0, 3)"""
_BROKEN = """(style) => document.addEventListener('DOMContentLoaded', () =>
  document.head.append(Object.assign(document.createElement('style'), { textContent: style })))"""
UNFOLDED = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"


def pages(record: Path) -> list[str]:
    """Addresses of every screen, with and without an answer; of long, short, Chinese and Arabic statements; of a claim
    and of a cell of the positions where there is one."""
    with Record.open(record) as held:
        some = held.statements(limit=4)
        some += [one for lang in ("zh", "ar") for one in held.statements(Filters(lang=lang), limit=1)]
        names = list(dict.fromkeys(one.id for one in some))
        known = [id for id, *_ in held.known_formulations()[:1]]
    found = ["/", *(f"/?q={word}" for word in WORDS), "/?q=zebra", "/positions", "/positions?actor=nobody", "/record"]
    found += ["/formulations", "/formulations?phrase=harbour&by=month", "/formulations?phrase=zebra", "/compare"]
    found += [f"/formulations?phrase={id}&measure={how}" for id in known for how in ("rate", "heat")]
    found += ["/formulations?phrase=harbour&measure=heat"]
    found += ["/compare?id=" + "&id=".join(names[:3]), "/compare?quotation=the+harbour+is+open", "/nowhere", "/api"]
    return found + [f"/statement/{name}" for name in names]


def faults(page: Any) -> list[str]:
    """What is wrong with the page as it stands and with all of it unfolded, in words and markup."""
    told: list[str] = []
    for unfold in (False, True):
        if unfold:
            page.evaluate(UNFOLDED)
        for question in (SPILLED, OVERLAPS, SILENT):
            told += page.evaluate(question)
    named = page.locator("main h1")
    return told + ([] if named.count() and named.first.inner_text().strip() else ["no heading"])


def behind(page: Any) -> list[str]:
    """The first address of each kind on a page that only the page knows: a claim's card, a cell of the positions."""
    links = (page.locator(one).first for one in (".claim > a", "a.cell"))
    return [str(one.get_attribute("href")) for one in links if one.count()]


def looked_at(page: Any, root: str, paths: list[str], ui: str) -> Iterator[tuple[str, list[str]]]:
    """Each address with what is wrong there, the page open on it; those found on the way come last, one of a kind."""
    queue, kinds = list(paths), set[str]()
    for path in queue:
        page.goto(f"{root}{path}{'&' if '?' in path else '?'}ui={ui}")
        if path in paths:
            for one in behind(page):
                kind = "card" if "claim=" in one else "cell"
                if kind not in kinds:
                    kinds.add(kind)
                    queue.append(one if one.startswith("/") else path + one)
        yield path, faults(page)


def main() -> int:
    """Look, print, keep the pictures; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--break", dest="style", default="", help="a style sheet that breaks each page")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("Chromium is not installed (apt-get install chromium)\n")
        return 2
    given.pictures.mkdir(parents=True, exist_ok=True)
    paths, looked, wrong = pages(given.record), 0, 0
    with serving.beside(given.record) as opened, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in WIDTHS:
            for ui, scheme in LOOKS:
                page = window(browser, opened, width, scheme, given.style)
                for number, (path, found) in enumerate(looked_at(page, opened.partition("/?")[0], paths, ui)):
                    keep(page, given.pictures / f"{number:02}-{width}-{ui}.png", width)
                    looked, wrong = looked + 1, wrong + bool(found)
                    sys.stdout.writelines(f"{width} px, {ui}, {path}: {one}\n" for one in found)
                page.context.close()
        browser.close()
    sys.stdout.write(f"{looked} pages looked at, {wrong} with something wrong\n")
    return int(wrong > 0)


def window(browser: Any, opened: str, width: int, scheme: str, style: str = "") -> Any:
    """A page in a window of a width, let in, in light or dark; with a further style sheet if one is given."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=bool(style))
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(opened)
    if style:
        page.add_init_script(f"({_BROKEN})({json.dumps(style)})")
    return page


def keep(page: Any, path: Path, width: int) -> None:
    """A picture of the page from its top, at most ``MOST_HIGH`` pixels of it."""
    high = min(MOST_HIGH, page.evaluate("document.documentElement.scrollHeight"))
    page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": high})


if __name__ == "__main__":
    raise SystemExit(main())
