"""Step 4: on web pages, what is main text and what stands around it.

Lives here: the labels of what is not main text (navigation, comment, table, caption ...). Not here: the model that
gives each layout piece its probability (``content``). Plain text and print have no surroundings: all of it is main.
"""

from __future__ import annotations

from onrecord.structure import content, tables
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold

NOT_MAIN = "content_model"
AROUND = (
    (
        "navigation",
        ("nav", "menu", "breadcrumb", "crumb", "pager", "pagination", "header", "footer", "sidebar", "toolbar"),
    ),
    ("comment", ("comment", "respond", "reply", "disqus", "pinglun", "liuyan")),
    ("share", ("share", "social", "addthis", "fenxiang")),
    ("related", ("related", "recommend", "more", "xiangguan", "tuijian", "latest", "popular")),
    ("advertisement", ("advert", "sponsor", "promo", "banner")),
)
TAGS = {
    "nav": "navigation", "footer": "navigation", "header": "navigation", "aside": "related", "td": "table",
    "th": "table",
    "caption": "caption", "figcaption": "caption", "form": "form", "button": "form", "select": "form", "option": "form",
    "textarea": "form", "label": "form", "title": "title",
}  # fmt: skip
MENUS = ("menu", "navbar", "navigation", "breadcrumb", "pagination")
HEADS = frozenset(("h1", "h2", "h3", "h4"))
MENU_LINE = 160
CLIMB = 12
ABOVE = 25


def mark(sheet: Sheet, passages: list[Passage], scores: list[float]) -> list[Passage]:
    """Passages that the content model holds for surroundings become furniture with a finer label."""
    scores = _all_of_it(sheet) or scores
    for i, passage in enumerate(passages):
        last = passages[i + 1].first if i + 1 < len(passages) else len(scores)
        passage.main = max(scores[passage.first : max(last, passage.first + 1)], default=1.0)
    tables.mark(sheet, passages)
    title = _headline(sheet, passages)
    for passage in passages:
        if passage is title:
            passage.mark = "heading"
        elif passage.main < content.MAIN and not _titles(sheet, passage):
            passage.decide("furniture", NOT_MAIN, around(sheet, passage.first), 1.0 - passage.main)
    _related(sheet, passages)
    return passages


def _all_of_it(sheet: Sheet) -> list[float]:
    """A page without a single link or form is a document and nothing else: what it shows is main. Else empty."""
    if any(p.linked or p.tag in ("button", "option", "textarea") for p in sheet.pieces):
        return []
    return [0.0 if p.hidden or p.tag == "title" or _menu(sheet, i) else 1.0 for i, p in enumerate(sheet.pieces)]


def _menu(sheet: Sheet, piece: int) -> bool:
    """True for a short line in an element that calls itself a menu, links or not."""
    nodes, at = sheet.text.layout.nodes, sheet.pieces[piece].node
    if len(sheet.pieces[piece].span) > MENU_LINE or sheet.pieces[piece].tag in HEADS:
        return False
    for _ in range(CLIMB):
        if not 0 <= at < len(nodes):
            break
        if nodes[at].tag == "nav" or any(part in nodes[at].names for part in MENUS):
            return True
        at = nodes[at].parent
    return False


def _related(sheet: Sheet, passages: list[Passage]) -> None:
    """Links under a heading such as "Related news" lead to other pages, however much they look like text."""
    under = False
    for passage in passages:
        linked = sheet.pieces[passage.first].linked >= 0.6 * (passage.end - passage.start)
        if passage.end - passage.start <= 40 and sheet.rules.has("related", sheet.of(passage)):
            under = True
        elif under and not passage.kind and linked:
            passage.decide("furniture", NOT_MAIN, "related", 0.8)
        elif not passage.kind:
            under = False


def _headline(sheet: Sheet, passages: list[Passage]) -> Passage | None:
    """The page's own headline: the last passage above the text that repeats the window's title, or most of it."""
    window = next((fold(sheet.of(p)) for p in passages[:3] if sheet.pieces[p.first].tag == "title"), "")
    start = next((i for i, p in enumerate(passages) if p.main >= content.MAIN and p.end - p.start > 30), -1)
    if not window or start < 0:
        return None
    for passage in passages[start : start + 3] + passages[max(start - ABOVE, 0) : start][::-1]:
        tag = sheet.pieces[passage.first].tag
        words = fold(sheet.of(passage)) if passage.end - passage.start <= 300 else ""
        if tag != "title" and len(words) >= 6 and words in window and len(words) >= 0.4 * len(window):
            return passage
    return None


def _titles(sheet: Sheet, passage: Passage) -> bool:
    """The page's first-level heading heads the text, whatever stands between."""
    return sheet.pieces[passage.first].tag == "h1" and passage.main >= 0.1


def around(sheet: Sheet, piece: int) -> str:
    """A finer label for a piece that is not main text, from its element, the elements around it and their names."""
    nodes, at = sheet.text.layout.nodes, sheet.pieces[piece].node
    own = TAGS.get(sheet.pieces[piece].tag, "")
    if own:
        return own
    for _ in range(CLIMB):
        if not 0 <= at < len(nodes):
            break
        node = nodes[at]
        if node.tag in TAGS and node.tag not in ("td", "th"):
            return TAGS[node.tag]
        for label, parts in AROUND:
            if any(part in node.names for part in parts):
                return label
        at = node.parent
    linked = sheet.pieces[piece].linked
    return "navigation" if linked > 0.5 * len(sheet.pieces[piece].span) else "furniture"
