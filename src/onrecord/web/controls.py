"""Characters that change the direction of writing, shown: a hostile title or quotation cannot re-order a page.

Lives here: putting them into marks, over a page that is made whole, so that no template can forget it. Not here: which
texts have them (``onrecord.reasons``). No character is taken away: those that embed, override or isolate stand alone in
an element that isolates them, where they have nothing to turn; the invisible letters of one direction keep their sense,
which Arabic pages need. What is copied and counted is the text as it is. Where no element may stand (the title of a
page, an option, a chart, an attribute) the code point is written in their place.
"""

from __future__ import annotations

import re2

NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
LETTERS = {"\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM"}
WORDS_ONLY = frozenset({"title", "option", "svg", "textarea"})
TYPED = ("input", "textarea")  # what a reader typed is asked again as it is

_WRITTEN = {ord(control): f"[U+{ord(control):04X}]" for control in (*NAMES, *LETTERS)}
_MARKED = {
    **{ord(c): f'<bdi class="control" dir="ltr" data-code="{name}">{c}</bdi>' for c, name in NAMES.items()},
    **{ord(c): f'<span class="control" data-code="{name}">{c}</span>' for c, name in LETTERS.items()},
}
_ALL = frozenset([*NAMES, *LETTERS])
_TAG = re2.compile(r"<[^>]*>")
_NAME = re2.compile(r"</?([a-z0-9]*)")


def shown(page: str) -> str:
    """A page with its direction controls in marks. Values in it must be escaped: no attribute holds a bare ">".

    >>> shown('<p lang="en">a\\u202eb</p>')
    '<p lang="en">a<bdi class="control" dir="ltr" data-code="RLO">\\u202e</bdi>b</p>'
    >>> shown("<title>a\\u202eb</title>")
    '<title>a[U+202E]b</title>'
    """
    if not any(control in page for control in _ALL):
        return page
    within: list[str] = []
    pieces, at = [], 0
    for tag in _TAG.finditer(page):
        pieces += [_words(page[at : tag.start()], within), _tag(tag[0], within)]
        at = tag.end()
    return "".join([*pieces, _words(page[at:], within)])


def _words(piece: str, within: list[str]) -> str:
    """The words between two tags; ``within`` are the elements around them that take no other."""
    if within and within[-1] in TYPED:
        return piece
    return piece.translate(_WRITTEN if within else _MARKED)


def _tag(piece: str, within: list[str]) -> str:
    told = _NAME.match(piece)
    name = told[1] if told else ""
    if name in WORDS_ONLY:
        if not piece.startswith("</"):
            within.append(name)
        elif within:
            within.pop()
    return piece if name in TYPED else piece.translate(_WRITTEN)
