"""Step 4: on web pages, what is main text and what stands around it.

Lives here: the labels of what is not main text (navigation, comment, table, caption ...). Not here: the model that
gives each layout piece its probability (``content``). Plain text and print have no surroundings: all of it is main.
"""

from __future__ import annotations

from onrecord.structure import content
from onrecord.structure.passage import Passage, Sheet

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
    "nav": "navigation", "footer": "navigation", "header": "navigation", "aside": "related", "td": "table", "th": "table",
    "caption": "caption", "figcaption": "caption", "form": "form", "button": "form", "select": "form", "option": "form",
    "textarea": "form", "label": "form", "title": "title",
}  # fmt: skip
CLIMB = 12


def mark(sheet: Sheet, passages: list[Passage], scores: list[float]) -> list[Passage]:
    """Passages that the content model holds for surroundings become furniture with a finer label."""
    for i, passage in enumerate(passages):
        last = passages[i + 1].first if i + 1 < len(passages) else len(scores)
        passage.main = max(scores[passage.first : max(last, passage.first + 1)], default=1.0)
        if passage.main < content.MAIN and not _titles(sheet, passage):
            passage.decide("furniture", NOT_MAIN, around(sheet, passage.first), 1.0 - passage.main)
    return passages


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
