"""Looks: templates, words of the interface, and numbers as they are shown.

Lives here: rendering. Not here: answers (``screens``). Everything is escaped; nothing from a document is ever markup.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.web import addresses, controls, drawing, wording, writing
from onrecord.web.marks import AT_FIRST, LAYERS
from onrecord.web.reader import Reader, direction
from onrecord.web.sentences import Sentences

LANGUAGES = ("en", "zh")
LANGUAGE_COOKIE = "onrecord-ui"


@dataclass(frozen=True, slots=True)
class Look:
    """Templates and catalogues, read once when the server starts."""

    templates: jinja2.Environment
    words: Mapping[str, Mapping[str, str | list[str]]]
    sentences: Mapping[str, Sentences]

    @classmethod
    def load(cls) -> Look:
        """From the package."""
        folder = resources.files("onrecord.web")
        words = {code: tomllib.loads((folder / "messages" / f"{code}.toml").read_text("utf-8")) for code in LANGUAGES}
        env = jinja2.Environment(
            loader=jinja2.PackageLoader("onrecord.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
            undefined=jinja2.StrictUndefined, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        env.filters |= {"direction": direction, "thousands": thousands, "short": short, "plain": plain, "place": place}
        env.globals |= {
            "months": drawing.months, "timeline": drawing.timeline, "lineage": drawing.lineage, "zooms": drawing.zooms,
            "spark": drawing.spark, "zoomed": drawing.zoomed, "layers": LAYERS, "formats": addresses.formats,
            "cites": addresses.cites, "cited": addresses.of_claim, "whole": addresses.whole, "written": writing,
            "layers_at_first": AT_FIRST,
            "wording": wording,
        }  # fmt: skip
        for name in env.list_templates():
            env.get_template(name)  # compiled now, not with the first page
        return cls(env, words, {code: Sentences.load(code) for code in LANGUAGES})

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page in the reader's language."""
        code = language(request)
        kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("page", "token")]
        reader = Reader(code, self.words[code], tuple(kept))
        html = self.templates.get_template(template).render(
            t=reader.say, link=reader.link, said=reader.said, called=reader.called, reader=reader, ui=code,
            sentences=self.sentences[code],
            path=request.scope["path"], **values,
        )  # fmt: skip
        answer = HTMLResponse(controls.shown(html), status)
        if request.query_params.get("ui") in LANGUAGES:
            answer.set_cookie(LANGUAGE_COOKIE, code, max_age=31_536_000, httponly=True, samesite="strict")
        return answer


def asked(scope: MutableMapping[str, Any]) -> tuple[str, bytes, str]:
    """What a request asks: equal for two that must get the same answer in the same state of the record."""
    return scope["path"], scope["query_string"], language(Request(scope))


def language(request: Request) -> str:
    """The interface's language: asked for in the address, kept in a cookie, or what the browser prefers."""
    asked = request.query_params.get("ui") or request.cookies.get(LANGUAGE_COOKIE, "")
    if asked in LANGUAGES:
        return asked
    told = request.headers.get("accept-language", "").lower().split(",")[0]
    return "zh" if told.startswith("zh") else "en"


def short(text: str, most: int = 120) -> str:
    """One line of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def thousands(number: int) -> str:
    """A number with its thousands set apart."""
    return f"{number:,}"


def place(locator: str) -> str:
    """Where a source is from; of a path on this machine only the end, as the rest tells about its owner.

    >>> place("/home/ana/texts/one.html"), place("https://a.example/b/c")
    ('…/texts/one.html', 'https://a.example/b/c')
    """
    parts = locator.split("/")
    return "…/" + "/".join(parts[-2:]) if locator.startswith("/") and len(parts) > 3 else locator


def plain(number: float) -> str:
    """A rate, with a decimal only where it tells something."""
    return f"{number:,.0f}" if number >= 100 else f"{number:,.1f}"
