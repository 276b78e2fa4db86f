"""Styles of a Word document: which are headings, lists, bold or hidden, with what they inherit.

Lives here: ``styles.xml`` to a small table. Not here: direct formatting (``docxwalk``). Heading levels come from the
outline level, else from the built-in names, which Word writes in English whatever its language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DEPTH = 16


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: ``tag`` ("h1"..., "li", or empty for a plain paragraph), ``bold`` and ``hidden`` print."""

    tag: str = ""
    bold: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id."""

    by_id: dict[str, Style]

    def of(self, style_id: str | None) -> Style:
        """A style, or a plain one when it is not there."""
        return self.by_id.get(style_id or "", Style())


def read_styles(root: Any | None) -> Styles:
    """The table of a styles part (None: no part)."""
    if root is None:
        return Styles({})
    items = {value(item, "styleId"): item for item in root.iter(f"{W}style")}
    return Styles({key: _style(key, items, 0) for key in items if key})


def value(item: Any, name: str = "val") -> str:
    """An attribute in the Word namespace, empty when absent."""
    return str(item.get(f"{W}{name}") or "")


def switched(properties: Any | None, name: str) -> bool | None:
    """An on-off property: True, False, or None when it is not stated. ECMA-376 part 1, 17.17.4 (ST_OnOff)."""
    item = None if properties is None else properties.find(f"{W}{name}")
    return None if item is None else value(item).lower() not in _OFF


def _style(key: str, items: dict[str, Any], depth: int) -> Style:
    item = items[key]
    based = item.find(f"{W}basedOn")
    parent = value(based) if based is not None else ""
    inherited = _style(parent, items, depth + 1) if parent in items and depth < _DEPTH else Style()
    run = item.find(f"{W}rPr")
    bold, hidden = switched(run, "b"), switched(run, "vanish")
    return Style(
        _tag(item) or inherited.tag,
        inherited.bold if bold is None else bold,
        inherited.hidden if hidden is None else hidden,
    )


def _tag(item: Any) -> str:
    """The block a paragraph style stands for."""
    name = item.find(f"{W}name")
    words = value(name).lower() if name is not None else ""
    level = item.find(f"{W}pPr/{W}outlineLvl")
    if level is not None and value(level) in ("0", "1", "2", "3", "4", "5"):
        return f"h{int(value(level)) + 1}"
    if words == "title":
        return "h1"
    if words.startswith("heading ") and words[8:] in ("1", "2", "3", "4", "5", "6"):
        return f"h{words[8:]}"
    listed = item.find(f"{W}pPr/{W}numPr") is not None or words.startswith("list ")
    return "li" if listed else ""
