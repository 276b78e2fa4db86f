"""Tags of a page, each distinct one understood once.

Lives here: ``Mark``, what one token other than text means for the projection; the tokenizers (``tokens.py``,
``tokenizer.py``) give them in order. A page repeats its tags, so marks are kept by their source within one page, and
attributes are read only when asked for. Not here: the open elements and the characters (``projection.py``).
"""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from typing import Literal

from onrecord.readers import attributes
from onrecord.readers.elements import BLOCK, BOLD, ENDS, KEEPS_SPACE, STATING, UNSHOWN, VOID, Ends
from onrecord.readers.styles import is_bold, is_hidden

# What ``tokens.level`` writes, of equal length, in place of elements whose content a tokenizer would take as raw.
STAND_INS = {"no-scrip": "noscript", "no-frame": "noframes"}

Kind = Literal["start", "end", "reference", "other"]
Flags = tuple[bool, bool, bool, bool, bool, bool, Ends | None]


@lru_cache(maxsize=4096)
def _flags(tag: str) -> Flags:
    """Block, void, unshown, keeps white space, bold, stating, and what it ends."""
    return (
        tag in BLOCK,
        tag in VOID,
        tag in UNSHOWN,
        tag in KEEPS_SPACE,
        tag in BOLD,
        tag in STATING,
        ENDS.get(tag),
    )


class Mark:
    """One distinct tag, character reference or comment. ``chars`` is what a reference stands for.

    ``most`` bounds the attributes that are read; ``odd`` says that there are more. ``plain`` says that an element
    only groups: opening and closing it changes nothing but the open elements.
    """

    __slots__ = (
        "_given", "_names", "block", "bold", "chars", "ends", "hidden", "keeps", "kind", "links", "most", "odd",
        "plain", "source", "stating", "tag", "unshown", "void", "width",
    )  # fmt: skip

    def __init__(self, kind: Kind, tag: str, source: str, chars: str = "", most: int = 0) -> None:
        self.kind, self.tag, self.source, self.chars, self.most = kind, tag, source, chars, most
        self.block, self.void, self.unshown, self.keeps, self.bold, self.stating, self.ends = _flags(tag)
        self.hidden = self.odd = self.links = False
        self.plain = not (self.bold or self.keeps or self.stating or self.void or self.unshown)
        self.width = len(source)
        self._names: str | None = None
        self._given: dict[str, str] | None = None

    def given(self) -> dict[str, str]:
        """Attributes by lower-case name, decoded; the first of a name counts."""
        if self._given is None:
            self._given = attributes.values(self.source, self.most) if len(self.source) > len(self.tag) + 3 else {}
        return self._given

    def value(self, name: str) -> str:
        """One attribute, decoded; empty when there is none."""
        return attributes.value(self.source, name, self.most) or ""

    def names(self) -> str:
        """Class and id, in lower case."""
        if self._names is None:
            lowered = self.source.lower()
            found = self.value("class") if "class" in lowered else ""
            if "id=" in lowered or "id =" in lowered:
                own = self.value("id")
                found = f"{found} {own}" if found and own else found or own
            self._names = found.lower()
        return self._names


MOST_KEPT = 300  # characters of a tag that is worth keeping for the next page


def start_mark(tag: str, source: str, self_closing: bool, most: int) -> Mark:
    """What a start tag means. Pages of one site share their tags, so short ones are kept from page to page."""
    make = _kept_start if len(source) < MOST_KEPT else _start
    return make(tag, source, self_closing, most)


def _start(tag: str, source: str, self_closing: bool, most: int) -> Mark:
    tag = STAND_INS.get(tag, tag)
    mark = Mark("start", tag, source, "", most)
    if self_closing and tag == "svg":
        mark.void, mark.plain = True, False
    if len(source) > len(tag) + 3:
        _look(mark, source.lower())
    return mark


_kept_start = lru_cache(maxsize=8192)(_start)


def _look(mark: Mark, lowered: str) -> None:
    """Set what the attributes decide, reading them only where a name of interest stands in the tag."""
    if "style" in lowered:
        style = mark.value("style")
        if style:
            mark.hidden, mark.bold = is_hidden(style), mark.bold or is_bold(style)
    if "hidden" in lowered and not mark.void and mark.given().get("hidden", "until-found") != "until-found":
        mark.hidden = True
    if mark.tag == "template" and "shadowroot" in lowered:  # declared shadow trees are shown
        mark.unshown, mark.block, mark.plain = False, True, True
    if "itemprop" in lowered:
        mark.stating = mark.stating or "itemprop" in mark.given()
    mark.links = mark.tag == "a" and "href" in lowered
    if len(lowered) > 2 * mark.most:
        mark.odd = len(attributes.scan(mark.source, mark.most + 1)) > mark.most
    if mark.hidden or mark.bold or mark.stating or mark.links or mark.odd:
        mark.plain = False


@lru_cache(maxsize=1024)
def reference(source: str) -> Mark:
    """A character reference."""
    return Mark("reference", "", source, unescape(source))


def other_mark(source: str) -> Mark:
    """A character reference, or something that shows nothing (comment, declaration, instruction)."""
    return reference(source) if source[0] == "&" else Mark("other", "", source)


@lru_cache(maxsize=1024)
def end_mark(tag: str, source: str) -> Mark:
    """An end tag."""
    mark = Mark("end", STAND_INS.get(tag, tag), source)
    mark.block = mark.block or tag == "br"
    return mark
