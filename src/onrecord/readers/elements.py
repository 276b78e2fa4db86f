"""What HTML elements do to text: which begin a line, hold none, keep white space, or end others by starting.

Lives here: tables from the HTML standard (rendering section and optional tags). Not here: any walking of a page.
"""

from __future__ import annotations


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCK = _set(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing "
    "main menu nav ol optgroup option p plaintext pre search section select summary table tbody td "
    "textarea tfoot th thead title tr ul xmp noscript noframes"
)
VOID = _set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
# Their content is not text of the page: programs, drawings, other documents.
UNSHOWN = _set("script style template svg iframe noembed")
# The content of these has no markup inside.
RAW = _set("script style iframe noembed noframes noscript xmp")
ESCAPABLE_RAW = _set("title textarea")
KEEPS_SPACE = _set("pre textarea listing xmp plaintext")
BOLD = _set("b strong em h1 h2 h3 h4 h5 h6")
# Facts about the page are read from these.
STATING = _set("meta link html time script")
# A start tag inside a drawing that shows that the drawing was not closed.
LEAVES_DRAWING = _set(
    "blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var article section main "
    "footer header nav"
)

_LINES = _set(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul"
)
_CELLS = frozenset(("td", "th"))
_ROWS = _CELLS | {"tr"}
_GROUPS = frozenset(("thead", "tbody", "tfoot", "caption"))

# Start tag: the open elements it ends; the elements that shield what is outside them; the blocks it reaches through
# (None: any). Inline elements never stand in the way.
Ends = tuple[frozenset[str], frozenset[str], frozenset[str] | None]
NONE: frozenset[str] = frozenset()
_LOOSE = frozenset(("address", "div", "p"))
ENDS: dict[str, Ends] = {
    **{tag: (frozenset("p"), frozenset(("td", "th", "button", "table", "body")), NONE) for tag in _LINES},
    "li": (frozenset(("li", "p")), frozenset(("ul", "ol", "menu", "dir", "table", "td", "th")), _LOOSE),
    **{tag: (frozenset(("dt", "dd", "p")), frozenset(("dl", "table", "td", "th")), _LOOSE) for tag in ("dt", "dd")},
    "option": (frozenset(("option",)), frozenset(("select", "datalist", "optgroup")), NONE),
    "optgroup": (frozenset(("option", "optgroup")), frozenset(("select",)), NONE),
    **{tag: (_CELLS, frozenset(("table", "tr")), None) for tag in _CELLS},
    "tr": (_ROWS, frozenset(("table",)), None),
    **{tag: (_ROWS | _GROUPS, frozenset(("table",)), None) for tag in ("thead", "tbody", "tfoot")},
    "a": (frozenset("a"), frozenset(("table", "td", "th")), NONE),
    "body": (frozenset(("head", "title")), NONE, NONE),
}
# An end tag of another element does not reach out of these.
CLOSED_ROOMS = frozenset(("td", "th", "table", "button"))
ROOM_ENDS = frozenset(("td", "th", "tr", "table", "tbody", "thead", "tfoot", "body", "html", "button"))
