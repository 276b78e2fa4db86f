"""A visit of the pages in a real browser, and what it asked for and said."""

from __future__ import annotations

from typing import Any


class Visit:
    """A page of the server, with everything that the browser asked for and said."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.root = address.partition("/?")[0]
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(120_000)
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.add_init_script("window.HOSTILE = () => { window.broken = true; };")
        self.page.goto(address)

    def go(self, path: str) -> Any:
        """The page at a path of the server."""
        self.page.goto(self.root + path)
        return self.page

    def statement(self, word: str) -> str:
        """The path of the first statement with a word."""
        self.go(f"/?q={word}")
        found = self.page.locator("a.cover").first.get_attribute("href")
        assert found is not None
        return str(found).partition("?")[0]
