"""Who reads a page: the language of the interface, its words, and the address that was asked.

Lives here: sentences of the catalogue, names of things in that language, addresses like this one with other values. Not
here: templates (``pages``), answers (``screens``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

RTL = frozenset({"ar", "fa", "he", "ur"})
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """``ui``: "en" or "zh"; ``words``: the catalogue; ``asked``: the parameters of the address, in order."""

    ui: str
    words: Mapping[str, str | list[str]]
    asked: tuple[tuple[str, str], ...] = ()

    def say(self, key: str, **facts: Any) -> str:
        """A sentence of the catalogue. One with two forms takes the first where ``n`` is 1; numbers get thousands."""
        held = self.words[key]
        if not isinstance(held, str):
            held = held[0] if facts.get("n") == 1 else held[-1]
        return held.format(**{k: f"{v:,}" if isinstance(v, int) else v for k, v in facts.items()})

    def said(self, kind: str, value: str) -> str:
        """The word for a value of a kind ("form", "report"), or the value where the catalogue has none."""
        return self.say(f"{kind}_{value}") if f"{kind}_{value}" in self.words else value

    def called(self, names: Names, id: str | None) -> str:
        """The name of an id in the reader's language, or the id."""
        return names.get(id or "", {}).get(self.ui) or id or ""

    def link(self, address: str = "", **changed: Any) -> str:
        """This address (or another path) with other values: None takes one out, a list gives one several times. Any
        change goes back to the first page."""
        kept = [(k, v) for k, v in self.asked if k not in changed]
        for name, value in changed.items():
            some = value if isinstance(value, list | tuple) else [value]
            kept += [(name, one) for one in some if one not in (None, "", False)]
        query = urlencode(kept)
        return f"{address}?{query}" if query else address or "?"


def direction(lang: str) -> str:
    """ "rtl" or "ltr" for a language; "auto" where it is unknown."""
    return "rtl" if lang[:2] in RTL else "ltr" if lang and lang != "und" else "auto"
