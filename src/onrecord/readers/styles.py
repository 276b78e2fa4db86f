"""Inline styles: the little that is asked of them.

Lives here: whether a ``style`` attribute hides its element or makes it bold. Not here: style sheets, which are not
read; text that only a sheet hides is text like any other.
"""

from __future__ import annotations

from functools import lru_cache

_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}


@lru_cache(maxsize=4096)
def is_hidden(style: str) -> bool:
    """True for a style under which nothing can be seen: not shown, no size, or ink of the paper's colour.

    >>> is_hidden("color: #FFF; background: white"), is_hidden("font-size:0"), is_hidden("color:#fff")
    (True, True, False)
    """
    rules = _rules(style)
    if rules.get("display") == "none" or rules.get("visibility") in ("hidden", "collapse"):
        return True
    if _is_zero(rules.get("font-size", "1")) or _is_zero(rules.get("opacity", "1")):
        return True
    paper = rules.get("background-color") or rules.get("background")
    ink = rules.get("color")
    return bool(ink and paper) and _colour(ink or "") == _colour(paper or "")


@lru_cache(maxsize=4096)
def is_bold(style: str) -> bool:
    """True when the style asks for bold print."""
    return "font-weight" in style.lower() and _rules(style).get("font-weight") in _BOLD


def _rules(style: str) -> dict[str, str]:
    """Properties in lower case, values without white space."""
    pairs = (rule.partition(":") for rule in style[:2000].lower().split(";"))
    return {name.strip(): "".join(value.replace("!important", "").split()) for name, _, value in pairs}


def _is_zero(size: str) -> bool:
    number = size.rstrip("%abcdefghijklmnopqrstuvwxyz")
    return bool(number) and not number.strip("0.")


def _colour(value: str) -> str:
    value = _NAMED.get(value, value)
    if len(value) == 4 and value[0] == "#":
        return "#" + "".join(c + c for c in value[1:])
    return value
