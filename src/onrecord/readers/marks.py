"""Tags of a page, each distinct one understood once.

Lives here: ``Mark``, what one token other than text means for the projection; the tokenizers (``tokens.py``,
``tokenizer.py``) give them in order. A page repeats its tags, so marks are kept by their source within one page, and
attributes are read only when asked for. Not here: the open elements and the characters (``projection.py``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from html import unescape
from typing import Literal

from onrecord.readers import attributes
from onrecord.readers.elements import BLOCK, BOLD, ENDS, KEEPS_SPACE, NONE, STATING, UNSHOWN, VOID, Ends
from onrecord.readers.styles import is_bold, is_hidden

# What ``tokens.level`` writes, of equal length, in place of elements whose content a tokenizer would take as raw.
STAND_INS = {"no-scrip": "noscript", "no-frame": "noframes"}

Kind = Literal["start", "end", "reference", "other"]
Flags = tuple[bool, bool, bool, bool, bool, bool, bool, Ends | None, frozenset[str] | None]
# What a mark asks of the projection: nothing, to open an element that only groups or any other, to close one, to
# show a character.
NOTHING, GROUP, START, END, REFERENCE = range(5)
_ACTS: dict[Kind, int] = {"start": START, "end": END, "reference": REFERENCE, "other": NOTHING}


@lru_cache(maxsize=4096)
def _flags(tag: str) -> Flags:
    """Block, void, unshown, keeps white space, bold, stating, plain, what it ends, and inside what it ends nothing."""
    ends = ENDS.get(tag)
    return (
        tag in BLOCK,
        tag in VOID,
        tag in UNSHOWN,
        tag in KEEPS_SPACE,
        tag in BOLD,
        tag in STATING,
        not any(tag in names for names in (BOLD, KEEPS_SPACE, STATING, VOID, UNSHOWN)),
        ends,
        ends and ends[1] | (BLOCK - ends[0] - ends[2] if ends[2] is not None else NONE),
    )


class Mark:
    """One distinct tag, character reference or comment. ``chars`` is what a reference stands for.

    ``most`` bounds the attributes that are read; ``odd`` says that there are more. ``plain`` says that an element
    only groups: opening and closing it changes nothing but the open elements. ``act`` says what it asks for, ``stops``
    inside which elements its start ends none (None: it never ends any).
    """

    __slots__ = (
        "_given", "_names", "act", "block", "bold", "chars", "ends", "hidden", "keeps", "kind", "links", "most", "odd",
        "plain", "source", "stating", "stops", "tag", "unshown", "void", "width",
    )  # fmt: skip

    def __init__(self, kind: Kind, tag: str, source: str, chars: str = "", most: int = 0) -> None:
        self.kind, self.tag, self.source, self.chars, self.most = kind, tag, source, chars, most
        flags = _flags(tag)
        self.block, self.void, self.unshown, self.keeps, self.bold, self.stating, self.plain, _, _ = flags
        self.ends, self.stops = flags[7], flags[8]
        self.hidden = self.odd = self.links = False
        self.act = _ACTS[kind]
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
MOST_MARKS = 8192  # marks kept, before the next page begins anew


@cache
def _kept(most: int) -> dict[str, Mark]:
    return {}


def kept(most: int) -> dict[str, Mark]:
    """Marks by their source, to look up and to fill; ``most`` bounds attributes. Pages of one site share their tags,
    so marks of short ones are kept from page to page."""
    marks = _kept(most)
    if len(marks) > MOST_MARKS:
        marks.clear()
    return marks


def start_mark(tag: str, source: str, self_closing: bool, most: int) -> Mark:
    """What a start tag means."""
    tag = STAND_INS.get(tag, tag)
    mark = Mark("start", tag, source, "", most)
    if self_closing and tag == "svg":
        mark.void, mark.plain = True, False
    if len(source) > len(tag) + 3:
        lowered = source.lower()
        if tag == "a" and "href" in lowered:
            mark.links, mark.plain = True, False
        if (
            "style" in lowered or "hidden" in lowered or "itemprop" in lowered or tag == "template"
            or len(lowered) > 2 * most
        ):  # fmt: skip
            _look(mark, lowered)
    mark.act = GROUP if mark.plain else START
    return mark


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
    if len(lowered) > 2 * mark.most:
        mark.odd = len(attributes.scan(mark.source, mark.most + 1)) > mark.most
    if mark.hidden or mark.bold or mark.stating or mark.odd:
        mark.plain = False


@lru_cache(maxsize=1024)
def reference(source: str) -> Mark:
    """A character reference."""
    return Mark("reference", "", source, unescape(source))


def other_mark(source: str) -> Mark:
    """A character reference, or something that shows nothing (comment, declaration, instruction)."""
    return reference(source) if source[0] == "&" else Mark("other", "", source)


def end_mark(tag: str, source: str) -> Mark:
    """An end tag."""
    mark = Mark("end", STAND_INS.get(tag, tag), source)
    mark.block = mark.block or tag == "br"
    return mark
