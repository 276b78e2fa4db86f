"""What the content labeller sees of a page: one row of numbers for each layout piece.

Lives here: features, computed from the model alone (``Text`` and its ``Layout``), by numpy over whole columns, in
time linear in characters, pieces and nodes. Not here: the weights and how they vote (``trees.py``), what counts
as main content (``bench/train_content.py``), what is done with the answer (``content.py``).

Features are language-neutral: lengths are weighed by script (one Han character says as much as three Latin ones),
marks are classes of Unicode, and the only words are web vocabulary in class and id attributes (``WORDS``).
The order of columns is fixed by ``NAMES``; the weights file carries the same list and is refused when they differ.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.model import Layout, Node, Piece, Span, Text

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SPACE, LETTER, WIDE, DIGIT, STOP, COMMA, CAPITAL, OTHER = range(8)
WIDE_WEIGHT = 3.0
LONG = 60.0  # script-weighted length from which a piece reads as a paragraph
STOPS = ".!?…。！？؟۔।"
QUOTES = "\"'»”’）)]】」』"

# Web vocabulary of class and id attributes: category -> parts of names. General English web usage, plus pinyin and
# Han names common on Chinese pages. A name may hit several categories.
WORDS: dict[str, tuple[str, ...]] = {
    "body": ("article", "content", "body", "text", "post", "entry", "story", "main", "detail", "news", "zoom",
             "prose", "wysiwyg", "richtext", "markdown", "transcript", "正文", "wenzhang", "zhengwen"),
    "around": ("nav", "menu", "side", "foot", "header", "bread", "crumb", "toolbar", "pagin", "pager", "masthead",
               "topbar", "skip", "toc", "tabs"),
    "boxes": ("widget", "banner", "popup", "modal", "overlay", "promo", "advert", "sponsor", "cookie", "consent",
              "gdpr", "newsletter", "subscri", "signup", "login", "paywall", "cta", "donat"),
    "more": ("related", "recommend", "more", "teaser", "card", "grid", "carousel", "slider", "latest", "popular",
             "trending", "recent", "similar", "upsell", "hot", "rank", "tile", "read-next", "xiangguan"),
    "social": ("share", "social", "follow", "comment", "disqus", "respond", "reply", "rating", "review", "fenxiang"),
    "about": ("byline", "author", "bio", "meta", "tag", "date", "time", "caption", "credit", "copyright", "legal",
              "disclaimer", "privacy", "print", "footnote"),
    "unseen": ("hidden", "sr-only", "screen-reader", "visually", "collaps", "offcanvas", "noprint"),
    "forum": ("forum", "thread", "topic", "message", "question", "answer", "bbs"),
    "shop": ("product", "price", "cart", "shop", "listing", "results", "search", "filter", "form", "button", "btn"),
}  # fmt: skip
CATEGORIES = tuple(WORDS)

TAGS: tuple[str, ...] = (
    "p", "div", "br", "li", "h1", "h2", "h3", "h4", "td", "blockquote", "pre", "dd", "dt", "th", "section",
    "article", "a", "span", "button", "label", "title", "figcaption", "summary", "header", "footer", "h5", "h6",
)  # fmt: skip
TAG_CODE = {tag: code for code, tag in enumerate(TAGS)}
OTHER_TAG = len(TAGS)

# Elements whose presence among the ancestors means something, as bits.
BITS: dict[str, int] = {
    "nav": 1, "footer": 2, "aside": 4, "header": 8, "form": 16, "button": 32, "article": 64, "main": 128,
    "ul": 256, "ol": 256, "dl": 256, "table": 512, "figure": 1024, "blockquote": 2048, "label": 32, "dialog": 4096,
}  # fmt: skip
BIT_NAMES = ("nav", "footer", "aside", "header", "form", "button", "article", "main", "list", "table", "figure",
             "blockquote", "dialog")  # fmt: skip
LEVELS = 5
NAMES_LENGTH = 400  # characters of class and id names that are read
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def classes() -> npt.NDArray[np.uint8]:
    """Class of each code point of the Basic Multilingual Plane; built once, about 30 ms."""
    table = np.full(0x10000, OTHER, np.uint8)
    for code in range(0x10000):
        table[code] = character_class(chr(code))
    return table


def character_class(char: str) -> int:
    """Class of one character.

    >>> [character_class(c) for c in " aA1.,中"] == [SPACE, LETTER, CAPITAL, DIGIT, STOP, COMMA, WIDE]
    True
    """
    if char in STOPS:
        return STOP
    kind = unicodedata.category(char)
    if kind[0] == "Z" or char.isspace():
        return SPACE
    if kind in ("Lo", "Lm") and unicodedata.east_asian_width(char) in "WF":
        return WIDE
    if kind[0] in "LM":
        return CAPITAL if kind == "Lu" else LETTER
    return {"N": DIGIT, "P": COMMA}.get(kind[0], OTHER)


def class_counts(chars: str, pieces: Sequence[Piece]) -> tuple[Floats, Ints, Ints, npt.NDArray[np.uint8]]:
    """Counts of each character class per piece (pieces x 8), with starts, ends and the class of every character."""
    codes = np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = classes()[np.minimum(codes, 0xFFFF)]
    kinds[(codes >= 0x20000) & (codes < 0x40000)] = WIDE
    starts = np.clip(np.fromiter((p.span.start for p in pieces), np.int64, len(pieces)), 0, len(codes))
    ends = np.clip(np.fromiter((p.span.end for p in pieces), np.int64, len(pieces)), starts, len(codes))
    lengths = ends - starts
    total = int(lengths.sum())
    offsets = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(total)
    keys = np.repeat(np.arange(len(pieces)) * 8, lengths) + kinds[offsets]
    counts = np.bincount(keys, minlength=len(pieces) * 8).reshape(-1, 8)
    return counts.astype(np.float32), starts, ends, kinds


class Tree:
    """The elements of a layout as columns, with an invisible root at 0 (node i of the layout is i + 1).

    Nodes stand in document order, so the descendants of ``i`` are ``i + 1 .. last[i]`` and every sum over a subtree
    or over a path is a difference of running sums. A parent that is not before its child counts as the root.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        size = len(nodes) + 1
        parent = [0] * size
        depth = [0] * size
        last = list(range(size))
        for i, node in enumerate(nodes, 1):
            above = node.parent + 1
            parent[i] = above if 0 <= above < i else 0
            depth[i] = depth[parent[i]] + 1
        for i in range(size - 1, 0, -1):
            if last[i] > last[parent[i]]:
                last[parent[i]] = last[i]
        self.size = size
        self.parent = np.array(parent)
        self.depth = np.array(depth)
        self.last = np.array(last)
        self._exit_order = np.argsort(self.last, kind="stable")
        self._exited = np.searchsorted(self.last[self._exit_order], np.arange(size), "left")

    def below(self, own: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Sum of ``own`` over each node and its descendants; rows are nodes."""
        sums = running(own)
        result: npt.NDArray[Any] = sums[self.last + 1] - sums[: self.size]
        return result

    def path(self, own: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Sum of ``own`` over each node and its ancestors."""
        entered = running(own)[1:]
        left = running(own[self._exit_order])[self._exited]
        result: npt.NDArray[Any] = entered - left
        return result


def running(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Running sums with a leading zero row: ``running(v)[j] - running(v)[i]`` sums rows ``i .. j - 1``."""
    zero = np.zeros((1, *values.shape[1:]), np.float64)
    return np.concatenate([zero, np.cumsum(values, axis=0, dtype=np.float64)])


@lru_cache(maxsize=50_000)
def name_categories(name: str) -> frozenset[int]:
    """Categories of WORDS that one class or id name hits: any word that stands anywhere in it.

    >>> sorted(CATEGORIES[c] for c in name_categories("article-sidebar"))
    ['around', 'body']
    """
    return frozenset(c for c, category in enumerate(CATEGORIES) if any(w in name for w in WORDS[category]))


def name_hits(nodes: Sequence[Node]) -> npt.NDArray[np.float32]:
    """Whether the class and id names of each node hit each category (nodes + 1 x categories), 0 or 1."""
    seen: dict[str, list[int]] = {"": []}
    rows: list[int] = []
    found: list[int] = []
    for i, node in enumerate(nodes, 1):
        hit = seen.get(node.names)
        if hit is None:
            names = node.names[:NAMES_LENGTH].split()
            hit = seen[node.names] = sorted(set().union(*map(name_categories, names)))
        rows += [i] * len(hit)
        found += hit
    hits = np.zeros((len(nodes) + 1, len(CATEGORIES)), np.float32)
    hits[rows, found] = 1.0
    return hits


def shifted(values: Floats, by: int) -> Floats:
    """``values`` moved so that row i holds the value of row i + by; zero beyond the ends."""
    result = np.zeros_like(values)
    if by > 0:
        result[:-by] = values[by:]
    elif by < 0:
        result[-by:] = values[:by]
    return result


def window(values: Floats, reach: int) -> Floats:
    """Mean of each value and its neighbours up to ``reach`` rows away."""
    sums = running(values)
    rows = np.arange(len(values))
    low, high = np.maximum(rows - reach, 0), np.minimum(rows + reach + 1, len(values))
    return ((sums[high] - sums[low]) / (high - low)).astype(np.float32)


def columns(text: Text) -> dict[str, npt.NDArray[Any]]:
    """Every feature of every layout piece by name; each column has one entry per piece."""
    layout: Layout = text.layout
    pieces = layout.pieces
    n = len(pieces)
    out: dict[str, npt.NDArray[Any]] = {}
    counts, starts, ends, kinds = class_counts(text.chars, pieces)
    length = np.maximum(ends - starts, 1)
    weight = counts[:, LETTER] + counts[:, CAPITAL] + counts[:, DIGIT] + WIDE_WEIGHT * counts[:, WIDE] + 0.0
    weight += counts[:, SPACE] + counts[:, COMMA] + counts[:, STOP] + counts[:, OTHER]
    linked = np.clip(np.fromiter((p.linked for p in pieces), np.float64, n) / length, 0, 1).astype(np.float32)
    strong = np.clip(np.fromiter((p.strong for p in pieces), np.float64, n) / length, 0, 1).astype(np.float32)
    hidden = np.fromiter((p.hidden for p in pieces), np.float32, n)
    tag = np.fromiter((TAG_CODE.get(p.tag, OTHER_TAG) for p in pieces), np.int64, n)
    is_heading = np.fromiter((p.tag in HEADINGS for p in pieces), np.bool_, n)
    long = (weight > LONG) & (linked < 0.3)
    good = np.where(long, weight, 0.0).astype(np.float32)
    total = max(float(weight.sum()), 1.0)
    good_total = max(float(good.sum()), 1.0)

    # the piece itself
    out["weight"] = np.log1p(weight)
    out["linked"] = linked
    out["strong"] = strong
    out["hidden"] = hidden
    out["stops"] = counts[:, STOP] / (weight / 10 + 1)
    out["commas"] = counts[:, COMMA] / (weight / 10 + 1)
    out["digits"] = counts[:, DIGIT] / length
    out["capitals"] = counts[:, CAPITAL] / length
    out["others"] = counts[:, OTHER] / length
    out["spaces"] = np.log1p(counts[:, SPACE])
    out["stopcount"] = np.minimum(counts[:, STOP], 50)
    final = kinds[np.maximum(ends - 1, 0)] if len(kinds) else np.zeros(n, np.uint8)
    before = kinds[np.maximum(ends - 2, 0)] if len(kinds) else np.zeros(n, np.uint8)
    closed = (final == STOP) | ((before == STOP) & (final == COMMA))
    out["closed"] = closed
    out["final"] = final
    out["initial"] = kinds[np.minimum(starts, max(len(kinds) - 1, 0))] if len(kinds) else np.zeros(n, np.uint8)
    out["tag"] = tag
    out["place"] = np.arange(n) / max(n, 1)

    # where it stands
    tree = Tree(layout.nodes)
    node = np.fromiter((p.node for p in pieces), np.int64, n) + 1
    node[(node < 0) | (node >= tree.size)] = 0
    node_tags = np.fromiter(
        (TAG_CODE.get(x.tag, OTHER_TAG) for x in layout.nodes), np.int64, len(layout.nodes)
    )
    node_tags = np.concatenate([[OTHER_TAG], node_tags])
    flags = np.fromiter((BITS.get(x.tag, 0) for x in layout.nodes), np.int64, len(layout.nodes))
    flags = np.concatenate([[0], flags])
    bits = (flags[:, None] >> np.arange(len(BIT_NAMES))) & 1
    bit_path = tree.path(bits)[node]
    for k, name in enumerate(BIT_NAMES):
        out["in_" + name] = np.minimum(bit_path[:, k], 4)
    hits = name_hits(layout.nodes)
    hit_path = tree.path(hits)[node]
    parent = tree.parent[node]
    grand = tree.parent[parent]
    for k, name in enumerate(CATEGORIES):
        out["names_" + name] = np.minimum(hit_path[:, k], 6)
        out["own_" + name] = hits[node, k]
        out["up_" + name] = hits[parent, k] + 2 * hits[grand, k]
    # nearest element whose names say "around", "boxes", "more", "social" or "body": depth below it
    depth = tree.depth[node]
    out["depth"] = np.minimum(depth, 40)
    out["node_tag"] = node_tags[node]
    out["parent_tag"] = node_tags[parent]
    out["grand_tag"] = node_tags[grand]

    # how much the elements around it hold
    own = np.zeros((tree.size, 5))
    for k, v in enumerate((good, weight * linked, weight, np.ones(n), np.where(closed, weight, 0))):
        own[:, k] = np.bincount(node, v, tree.size)
    below = tree.below(own)
    direct = np.bincount(tree.parent, own[:, 0], tree.size) + own[:, 0]
    at = node
    for level in range(LEVELS):
        row = below[at]
        out[f"good_{level}"] = row[:, 0] / good_total
        out[f"link_{level}"] = row[:, 1] / np.maximum(row[:, 2], 1)
        out[f"share_{level}"] = row[:, 2] / total
        out[f"count_{level}"] = np.log1p(row[:, 3])
        out[f"mean_{level}"] = np.log1p(row[:, 2] / np.maximum(row[:, 3], 1))
        out[f"closed_{level}"] = row[:, 4] / np.maximum(row[:, 2], 1)
        out[f"direct_{level}"] = direct[at] / good_total
        at = tree.parent[at]
    # the elements that hold most of the long text
    for name, share in (("half", 0.5), ("most", 0.8)):
        holders = np.flatnonzero(below[:, 0] >= share * good_total)
        best = int(holders[np.argmax(tree.depth[holders])]) if len(holders) else 0
        out["in_" + name] = (node >= best) & (node <= tree.last[best])
        out["depth_" + name] = depth - tree.depth[best]
    dense = int(np.argmax(direct))
    out["in_dense"] = (node >= dense) & (node <= tree.last[dense])
    out["depth_dense"] = np.minimum(np.abs(depth - tree.depth[dense]), 10)
    out["share_dense"] = np.full(n, direct[dense] / good_total)

    # pieces made alike
    alike: dict[tuple[str, str, str], int] = {}
    signature = np.zeros(tree.size, np.int64)
    for i, x in enumerate(layout.nodes, 1):
        up = layout.nodes[tree.parent[i] - 1].names if tree.parent[i] else ""
        signature[i] = alike.setdefault((x.tag, x.names, up), len(alike) + 1)
    mark = signature[node]
    groups = np.zeros((len(alike) + 1, 4))
    for k, v in enumerate((good, weight * linked, weight, np.ones(n))):
        groups[:, k] = np.bincount(mark, v, len(groups))
    row = groups[mark]
    out["alike_good"] = row[:, 0] / good_total
    out["alike_link"] = row[:, 1] / np.maximum(row[:, 2], 1)
    out["alike_count"] = np.log1p(row[:, 3])
    out["alike_mean"] = np.log1p(row[:, 2] / np.maximum(row[:, 3], 1))
    out["alike_goodmean"] = row[:, 0] / np.maximum(row[:, 2], 1)

    # words that stand twice, the title
    seen: dict[str, int] = {}
    strings = [text.chars[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
    for s in strings:
        seen[s] = seen.get(s, 0) + 1
    out["twice"] = np.minimum([seen[s] for s in strings], 5)
    title = next((s for s, p in zip(strings, pieces, strict=True) if p.tag == "title"), "")
    out["titled"] = np.array([len(s) / len(title) if title and len(s) > 3 and s in title else 0.0 for s in strings])

    # order on the page
    rows = np.arange(n)
    h = np.maximum.accumulate(np.where(is_heading, rows, -1)) if n else rows
    out["since_heading"] = np.minimum(rows - h, 50)
    out["heading_tag"] = np.where(h >= 0, tag[h], -1)
    out["heading_weight"] = np.where(h >= 0, out["weight"][h], 0)
    out["heading_titled"] = np.where(h >= 0, out["titled"][h], 0)
    first_title = np.flatnonzero(out["titled"] * is_heading > 0.3)
    h1 = np.flatnonzero(tag == TAG_CODE["h1"])
    anchor = int(first_title[0]) if len(first_title) else int(h1[0]) if len(h1) else -1
    out["past_title"] = np.clip(rows - anchor, -50, 200) if anchor >= 0 else np.full(n, -60)
    sections = np.cumsum(is_heading)
    section_good = np.bincount(sections, good) if n else np.zeros(1)
    section_weight = np.bincount(sections, weight) if n else np.zeros(1)
    out["section_good"] = section_good[sections] / good_total
    out["section_share"] = section_good[sections] / np.maximum(section_weight[sections], 1)
    done = np.cumsum(good) / good_total
    out["done"] = done
    firm = np.where(long & closed & (weight > 2 * LONG), weight, 0.0).astype(np.float32)
    firm_total = max(float(firm.sum()), 1.0)
    out["firm_done"] = np.cumsum(firm) / firm_total
    for reach in (2, 5, 15):
        mean = window(weight, reach)
        out[f"near_good_{reach}"] = window(good, reach) / np.maximum(mean, 1)
        out[f"near_weight_{reach}"] = np.log1p(mean)
        out[f"near_link_{reach}"] = window(weight * linked, reach) / np.maximum(mean, 1)
        out[f"near_closed_{reach}"] = window(closed.astype(np.float32), reach)
    same = np.zeros(n)
    for by in (-2, -1, 1, 2):
        for name in ("weight", "linked", "closed", "tag", "stops", "names_around", "names_body", "names_boxes", "depth"):
            out[f"{name}{by:+d}"] = shifted(np.asarray(out[name], np.float32), by)
        same = (shifted(node.astype(np.float32), by) == node) * 2 + (
            shifted(parent.astype(np.float32), by) == parent
        )
        out[f"same{by:+d}"] = same

    # the page
    out["page_count"] = np.full(n, np.log1p(n))
    out["page_weight"] = np.full(n, np.log1p(total))
    out["page_good"] = np.full(n, good_total / total)
    out["page_link"] = np.full(n, float((weight * linked).sum()) / total)
    out["page_long"] = np.full(n, np.log1p(float(long.sum())))
    return out


def matrix(text: Text, names: Sequence[str]) -> Floats:
    """The named features of each layout piece, pieces x names."""
    made = columns(text)
    return np.stack([np.asarray(made[name], np.float32) for name in names], axis=1)


NAMES = frozenset(columns(Text("", "", "", "a", Layout((Piece(Span(0, 1)),)))))
