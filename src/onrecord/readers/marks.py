"""Tags of a page, each distinct one understood once.

Lives here: ``Mark``, what one token other than text means for the projection; the tokenizer ``tokens`` gives them in
order. A page repeats its tags, so marks are kept by their source within one page. Not here: the open elements and
the characters (``projection.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from onrecord.readers import attributes
from onrecord.readers.elements import BLOCK, BOLD, ENDS, KEEPS_SPACE, RAW, STATING, UNSHOWN, VOID, Ends

# What ``tokens.level`` writes, of equal length, in place of elements whose content a tokenizer would take as raw.
STAND_INS = {"no-scrip": "noscript", "no-frame": "noframes"}

Kind = Literal["start", "end", "reference", "other"]


@dataclass(slots=True)
class Mark:
    """One distinct tag, character reference or comment. ``chars`` is what a reference stands for."""

    kind: Kind
    tag: str = ""
    source: str = ""
    chars: str = ""
    block: bool = False
    void: bool = False
    unshown: bool = False
    raw: bool = False
    keeps: bool = False
    bold: bool = False
    stating: bool = False
    hidden: bool = False
    odd: bool = False
    href: str = ""
    names: str = ""
    ends: Ends | None = None
    given: dict[str, str] = field(default_factory=dict)


def start_mark(tag: str, source: str, self_closing: bool, most: int) -> Mark:
    """What a start tag means; ``most`` bounds the attributes that are read."""
    tag = STAND_INS.get(tag, tag)
    mark = Mark("start", tag, source)
    mark.block = tag in BLOCK
    mark.void = tag in VOID or (self_closing and tag == "svg")
    mark.unshown = tag in UNSHOWN
    mark.raw = tag in RAW
    mark.keeps = tag in KEEPS_SPACE
    mark.bold = tag in BOLD
    mark.ends = ENDS.get(tag)
    if len(source) > len(tag) + 3:
        _read_attributes(mark, most)
    mark.stating = tag in STATING or "itemprop" in mark.given
    return mark


def _read_attributes(mark: Mark, most: int) -> None:
    given = attributes.values(mark.source, most + 1)
    mark.odd = len(given) > most
    mark.given = given
    mark.names = " ".join(v for v in (given.get("class"), given.get("id")) if v).lower()
    if mark.tag == "a":
        mark.href = given.get("href", "")
    style = given.get("style", "")
    mark.hidden = "hidden" in given and given["hidden"] != "until-found"
    if style:
        rules = _rules(style)
        mark.hidden = mark.hidden or _hides(rules)
        mark.bold = mark.bold or rules.get("font-weight", "") in ("bold", "bolder", "600", "700", "800", "900")


def _rules(style: str) -> dict[str, str]:
    """Properties of an inline style, in lower case, without white space."""
    pairs = (rule.partition(":") for rule in style.lower().split(";"))
    return {name.strip(): "".join(value.replace("!important", "").split()) for name, _, value in pairs}


def _hides(rules: dict[str, str]) -> bool:
    """True for a style under which nothing can be seen: not shown, no size, or ink of the paper's colour."""
    if rules.get("display") == "none" or rules.get("visibility") in ("hidden", "collapse"):
        return True
    if _is_zero(rules.get("font-size", "1")) or _is_zero(rules.get("opacity", "1")):
        return True
    paper = rules.get("background-color") or rules.get("background")
    ink = rules.get("color")
    return bool(ink and paper) and _colour(ink) == _colour(paper)


def _is_zero(size: str) -> bool:
    return size.rstrip("%abcdefghijklmnopqrstuvwxyz") in ("0", "0.0", ".0", "0.00")


def _colour(value: str | None) -> str:
    value = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}.get(
        value or "", value or ""
    )
    if len(value) == 4 and value[0] == "#":
        return "#" + "".join(c + c for c in value[1:])
    return value


def other_mark(source: str) -> Mark:
    """A character reference, or something that shows nothing (comment, declaration, instruction)."""
    if source[0] == "&":
        return Mark("reference", "", source, unescape(source))
    return Mark("other", "", source)


def end_mark(tag: str, source: str) -> Mark:
    """An end tag."""
    tag = STAND_INS.get(tag, tag)
    return Mark("end", tag, source, block=tag in BLOCK or tag == "br", unshown=tag in UNSHOWN)
