"""Looks: templates, words of the interface, and numbers as they are shown.

Lives here: rendering. Not here: answers (``screens``). Everything is escaped; nothing from a document is ever markup.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any
from urllib.parse import urlencode

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from onrecord.store.facets import Facets
from onrecord.trace.phrases import Trace
from onrecord.web.charts import Bar, bars

LANGUAGES = ("en", "zh")
RTL = frozenset({"ar", "fa", "he", "ur"})
LANGUAGE_COOKIE = "onrecord-ui"


@dataclass(frozen=True, slots=True)
class Look:
    """Templates and catalogues, read once when the server starts."""

    templates: jinja2.Environment
    words: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls) -> Look:
        """From the package."""
        folder = resources.files("onrecord.web")
        words = {code: tomllib.loads((folder / "messages" / f"{code}.toml").read_text("utf-8")) for code in LANGUAGES}
        env = jinja2.Environment(
            loader=jinja2.PackageLoader("onrecord.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )  # fmt: skip
        env.filters |= {
            "direction": direction,
            "thousands": lambda n: f"{n:,}",
            "short": short,
            "months": months,
            "periods": periods,
        }
        return cls(env, words)

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page in the reader's language."""
        code = language(request)
        words = self.words[code]

        def say(key: str, **facts: Any) -> str:
            return words.get(key, self.words["en"][key]).format(**facts)

        def link(**changed: Any) -> str:
            """This address with other values; None takes one out, and any change goes back to the first page."""
            kept = {k: v for k, v in request.query_params.items() if k not in ("page", "token")}
            kept |= changed
            query = urlencode({k: v for k, v in kept.items() if v not in (None, "", False)})
            return f"?{query}" if query else "?"

        html = self.templates.get_template(template).render(
            t=say, link=link, ui=code, path=request.scope["path"], **values
        )
        answer = HTMLResponse(html, status)
        if request.query_params.get("ui") in LANGUAGES:
            answer.set_cookie(LANGUAGE_COOKIE, code, max_age=31_536_000, httponly=True, samesite="strict")
        return answer


def language(request: Request) -> str:
    """The interface's language: asked for in the address, kept in a cookie, or what the browser prefers."""
    asked = request.query_params.get("ui") or request.cookies.get(LANGUAGE_COOKIE, "")
    if asked in LANGUAGES:
        return asked
    told = request.headers.get("accept-language", "").lower().split(",")[0]
    return "zh" if told.startswith("zh") else "en"


def months(facets: Facets, title: str) -> Markup:
    """Hits of each month, for each million characters said in it."""
    rates = [(m, 1e6 * m.hits / m.chars if m.chars else 0.0) for m in facets.months]
    return bars([Bar(m.month, rate, f"{m.month}: {m.hits} ({rate:,.1f} / 1M)") for m, rate in rates], title)


def periods(trace: Trace, title: str) -> Markup:
    """Uses of each period for each million characters; periods that are intervals are drawn hollow."""
    shown = [
        Bar(p.period, p.per_million, f"{p.period}: {p.uses} ({p.per_million:,.1f} / 1M), {p.heat}", "/" in p.period)
        for p in trace.periods
    ]
    return bars(shown, title)


def direction(lang: str) -> str:
    """ "rtl" or "ltr" for a language; "auto" where it is unknown."""
    return "rtl" if lang[:2] in RTL else "ltr" if lang and lang != "und" else "auto"


def short(text: str, most: int = 120) -> str:
    """One line of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
