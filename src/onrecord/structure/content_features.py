"""What the content labeller sees of a page: one row of numbers for each layout piece.

Lives here: features, computed from the model alone (``Text`` and its ``Layout``) by numpy over whole columns, in time
linear in characters, pieces and nodes. Not here: sums over elements (``content_tree.py``), vocabulary
(``content_words.py``), weights and votes (``trees.py``), what is done with the answer (``content.py``).

Features are language-neutral: lengths are weighed by script (one Han character says as much as three Latin ones),
marks are classes of Unicode, and the only words are web vocabulary in class and id attributes. A *long* piece reads
as a paragraph: at least LONG weight and few links. A column is used when the weights file names it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from onrecord.model import Layout, Piece, Span, Text
from onrecord.structure.content_tree import CATEGORIES, Numbers, Tree, name_hits, numbered, running
from onrecord.structure.content_words import ARTICLE_TYPES, HEADINGS, KIND_OF, KINDS, STOPS, TAGS

Floats = npt.NDArray[np.float32]
Columns = dict[str, Numbers]

SPACE, LETTER, WIDE, DIGIT, STOP, COMMA, CAPITAL, OTHER = range(8)
WIDE_WEIGHT = 3.0
LONG = 60.0  # script-weighted length from which a piece reads as a paragraph
FEW_LINKS = 0.3
LEVELS = 5  # how many elements are looked at from the piece upwards
REACHES = (2, 5, 15)  # pieces on either side that count as nearby
TAG_CODE = {tag: code for code, tag in enumerate(TAGS)}
OTHER_TAG = len(TAGS)
_linked, _strong, _hidden, _tag, _node, _names, _span, _start, _end = map(
    attrgetter, ("linked", "strong", "hidden", "tag", "node", "names", "span", "start", "end")
)


@cache
def classes() -> npt.NDArray[np.uint8]:
    """Class of each code point of the Basic Multilingual Plane; built once, in about 30 ms."""
    return np.fromiter((character_class(chr(code)) for code in range(0x10000)), np.uint8, 0x10000)


def kinds_of(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """Class of each code point; beyond the Basic Multilingual Plane all Han is wide and the rest as its last one."""
    if not len(codes) or int(codes.max()) <= 0xFFFF:
        return classes()[codes]
    kinds = classes()[np.minimum(codes, 0xFFFF)]
    kinds[(codes >= 0x20000) & (codes < 0x40000)] = WIDE
    return kinds


@cache
def heading_codes() -> npt.NDArray[np.bool_]:
    """Whether each number of a tag is that of a heading."""
    return np.array([*(tag in HEADINGS for tag in TAGS), False])


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


class Page:
    """The columns that the features share: one entry for each piece, unless a comment says for each node."""

    def __init__(self, text: Text) -> None:
        layout: Layout = text.layout
        pieces: Sequence[Piece] = layout.pieces
        self.text, self.pieces, self.size = text, pieces, len(pieces)
        self._characters(text.chars)
        rows = np.array([*map(_linked, pieces), *map(_strong, pieces)], np.int64).reshape(2, -1)
        self.linked, self.strong = (np.minimum(np.maximum(rows, 0), self.length) / self.length).astype(np.float32)
        self.hidden = np.fromiter(map(_hidden, pieces), np.int64, self.size)
        self.tag = np.array([TAG_CODE.get(tag, OTHER_TAG) for tag in map(_tag, pieces)], np.int64)
        self.heading = heading_codes()[self.tag]
        self.long = (self.weight > LONG) & (self.linked < FEW_LINKS)
        self.good = np.where(self.long, self.weight, 0)
        self.total = max(float(self.weight.sum()), 1.0)
        self.good_total = max(float(self.good.sum()), 1.0)
        self.tree = Tree(layout.nodes)
        node = np.fromiter(map(_node, pieces), np.int64, self.size) + 1
        self.node = np.where((node < 0) | (node >= self.tree.size), 0, node)
        self.parent = self.tree.parent[self.node]
        self.depth = self.tree.depth[self.node]
        # each node, the root first: its tag and its names among the distinct ones
        self.tags, self.tag_of = numbered(["", *map(_tag, layout.nodes)])
        self.names, self.names_of = numbered(["", *map(_names, layout.nodes)])

    def _characters(self, chars: str) -> None:
        codes = np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), np.uint32)
        kinds = kinds_of(codes)
        spans = [*map(_span, self.pieces)]
        starts = np.fromiter(map(_start, spans), np.int64, self.size).clip(0, len(codes))
        ends = np.fromiter(map(_end, spans), np.int64, self.size).clip(starts, len(codes))
        self.starts, self.ends, lengths = starts, ends, ends - starts
        raw = kinds.tobytes()  # slices of bytes are joined faster than places are looked up
        shown = b"".join([raw[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)])
        keys = np.repeat(np.arange(self.size) * 8, lengths)
        keys += np.frombuffer(shown, np.uint8)
        self.counts = np.bincount(keys, minlength=self.size * 8).reshape(-1, 8).astype(np.float32)
        self.length = np.maximum(lengths, 1)
        self.weight = self.counts.sum(axis=1) + (WIDE_WEIGHT - 1) * self.counts[:, WIDE]
        padded = np.frombuffer(
            bytes((SPACE, SPACE)) + raw, np.uint8
        )  # the last characters, also of a piece at the very start
        final, before = padded[ends + 1], padded[ends]
        self.final = final
        self.closed = (final == STOP) | ((before == STOP) & (final == COMMA))


def itself(page: Page) -> Columns:
    """The piece alone: length, links, marks, its element and its place."""
    counts, weight = page.counts, page.weight
    return {
        "weight": np.log1p(weight),
        "linked": page.linked,
        "strong": page.strong,
        "hidden": page.hidden,
        "tag": page.tag,
        "final": page.final,
        "closed": page.closed,
        "stops": np.minimum(counts[:, STOP], 50),
        "commas": counts[:, COMMA] / (weight / 10 + 1),
        "digits": counts[:, DIGIT] / page.length,
        "capitals": counts[:, CAPITAL] / page.length,
        "spaces": np.log1p(counts[:, SPACE]),
        "place": np.arange(page.size) / max(page.size, 1),
    }


def elements(page: Page) -> Columns:
    """The elements it stands in: their tags and what their class and id names say."""
    tree, node = page.tree, page.node
    marks = np.array([(KIND_OF.get(tag, -1), TAG_CODE.get(tag, OTHER_TAG)) for tag in page.tags])[page.tag_of]
    kinds = marks[:, :1] == np.arange(len(KINDS))
    hits = name_hits(page.names)[page.names_of]
    path = tree.path(np.concatenate([kinds, hits], axis=1))[node].T
    grand = tree.parent[page.parent]
    inside, named = np.minimum(path[: len(KINDS)], 4), np.minimum(path[len(KINDS) :], 6)
    own, up = hits[node].T, (hits[page.parent] + 2 * hits[grand]).T
    made: Columns = {"in_" + name: inside[k] for k, name in enumerate(KINDS)}
    for k, name in enumerate(CATEGORIES):
        made["names_" + name], made["own_" + name], made["up_" + name] = named[k], own[k], up[k]
    made["depth"] = np.minimum(page.depth, 40)
    tags = marks[:, 1]
    made["node_tag"], made["parent_tag"], made["grand_tag"] = tags[node], tags[page.parent], tags[grand]
    return made


def holders(page: Page) -> Columns:
    """How much the elements around it hold, and whether it stands in those that hold most of the long text."""
    tree, node, weight = page.tree, page.node, page.weight
    held = (page.good, weight * page.linked, weight, None, np.where(page.closed, weight, 0))
    own = np.stack([np.bincount(node, column, tree.size) for column in held], axis=1)
    below = tree.below(own)
    direct = own[:, 0] + np.bincount(tree.parent, own[:, 0], tree.size)  # long text in the element or one below
    levels = [node]
    for _ in range(LEVELS - 1):
        levels.append(tree.parent[levels[-1]])
    made = _levels(page, below, direct, np.stack(levels))
    for name, share in (("half", 0.5), ("most", 0.8)):
        enough = np.flatnonzero(below[:, 0] >= share * page.good_total)
        best = int(enough[np.argmax(tree.depth[enough])]) if len(enough) else 0
        made["in_" + name] = (node >= best) & (node <= tree.last[best])
        made["depth_" + name] = page.depth - tree.depth[best]
    dense = int(np.argmax(direct))
    made["in_dense"] = (node >= dense) & (node <= tree.last[dense])
    made["depth_dense"] = np.minimum(np.abs(page.depth - tree.depth[dense]), 10)
    made["share_dense"] = np.full(page.size, direct[dense] / page.good_total)
    return made


def _levels(page: Page, below: Numbers, direct: Numbers, levels: Numbers) -> Columns:
    """What the elements of each level (levels x pieces) hold: long text, links, their share of the page ..."""
    row = below[levels]
    count = row[..., 3]
    whole = np.maximum(row[..., 2], 1)
    shares = {
        "good": row[..., 0] / page.good_total,
        "link": row[..., 1] / whole,
        "share": row[..., 2] / page.total,
        "count": np.log1p(count),
        "mean": np.log1p(row[..., 2] / np.maximum(count, 1)),
        "closed": row[..., 4] / whole,
        "direct": direct[levels] / page.good_total,
    }
    return {f"{name}_{level}": rows[level] for name, rows in shares.items() for level in range(LEVELS)}


def alike(page: Page) -> Columns:
    """What pieces in elements made alike hold: same tag, same names, same names of the parent; and equal pieces."""
    sort = (page.tag_of * len(page.names) + page.names_of) * len(page.names) + page.names_of[page.tree.parent]
    kinds, kind = np.unique(sort, return_inverse=True)
    mark = kind[page.node]
    held = (page.good, page.weight * page.linked, page.weight, None)
    row = np.stack([np.bincount(mark, column, len(kinds)) for column in held], axis=1)[mark]
    whole = np.maximum(row[:, 2], 1)
    chars = page.text.chars
    strings = [chars[s:e] for s, e in zip(page.starts.tolist(), page.ends.tolist(), strict=True)]
    seen: dict[str, int] = {}
    for string in strings:
        seen[string] = seen.get(string, 0) + 1
    title = next((s for s, p in zip(strings, page.pieces, strict=True) if p.tag == "title"), "")
    titled = [len(s) / len(title) if 3 < len(s) <= len(title) and s in title else 0.0 for s in strings]
    return {
        "alike_good": row[:, 0] / page.good_total,
        "alike_link": row[:, 1] / whole,
        "alike_count": np.log1p(row[:, 3]),
        "alike_mean": np.log1p(row[:, 2] / np.maximum(row[:, 3], 1)),
        "alike_long": row[:, 0] / whole,
        "twice": np.minimum([seen[s] for s in strings], 5),
        "titled": np.array(titled),
    }


def order(page: Page, titled: Numbers) -> Columns:
    """What comes before and after: headings, the title, long text so far."""
    rows, good, weight = np.arange(page.size), page.good, page.weight
    last = np.maximum.accumulate(np.where(page.heading, rows, -1))
    tops = np.flatnonzero((titled > 0.3) & page.heading)
    tops = tops if len(tops) else np.flatnonzero(page.tag == TAG_CODE["h1"])
    section = np.cumsum(page.heading)
    section_good, section_weight = np.bincount(section, good)[section], np.bincount(section, weight)[section]
    firm = np.where(page.long & page.closed & (weight > 2 * LONG), weight, 0)
    before = np.maximum.accumulate(np.where(firm > 0, rows, -100))
    after = np.minimum.accumulate(np.where(firm > 0, rows, page.size + 100)[::-1])[::-1]
    return {
        "since_heading": np.minimum(rows - last, 50),
        "heading_tag": np.where(last >= 0, page.tag[last], -1),
        "heading_weight": np.where(last >= 0, np.log1p(weight[last]), 0),
        "past_title": np.clip(rows - tops[0], -50, 200) if len(tops) else np.full(page.size, -60),
        "section_good": section_good / page.good_total,
        "section_share": section_good / np.maximum(section_weight, 1),
        "done": np.cumsum(good) / page.good_total,
        "firm_done": np.cumsum(firm) / max(float(firm.sum()), 1.0),
        "since_firm": np.minimum(rows - before, 50),
        "until_firm": np.minimum(after - rows, 50),
    }


def around(page: Page, made: Columns) -> Columns:
    """The pieces nearby: means over windows, and single columns of the two before and the two after."""
    rows = np.arange(page.size)
    columns = np.stack([page.weight, page.good, page.weight * page.linked, page.closed], axis=1)
    sums = running(columns)
    reach = np.array(REACHES)[:, None]
    low, high = np.maximum(rows - reach, 0), np.minimum(rows + reach + 1, page.size)
    held = np.maximum(sums[high] - sums[low], 0) / (high - low)[..., None]
    whole = np.maximum(held[..., 0], 1)
    near = {
        "weight": np.log1p(held[..., 0]),
        "good": held[..., 1] / whole,
        "link": held[..., 2] / whole,
        "closed": held[..., 3],
    }
    result: Columns = {f"near_{name}_{by}": row[k] for name, row in near.items() for k, by in enumerate(REACHES)}
    names = ("weight", "linked", "closed", "tag", "names_around", "names_body", "names_boxes", "depth", "own_more")
    moved = np.zeros((len(names), page.size + 4), np.float32)
    for k, name in enumerate(names):
        moved[k, 2 : page.size + 2] = made[name]
        for by in (-2, -1, 1, 2):
            result[f"{name}{by:+d}"] = moved[k, 2 + by : page.size + 2 + by]
    return result


def whole(page: Page) -> Columns:
    """The page as a whole: the same number for every piece."""
    said = {f.value.lower() for f in page.text.layout.facts if f.name in ("meta:og:type", "ld:@type")}
    dated = page.text.layout.fact("meta:article:published_time", "ld:datePublished") is not None
    numbers = {
        "page_count": float(np.log1p(page.size)),
        "page_weight": float(np.log1p(page.total)),
        "page_good": page.good_total / page.total,
        "page_link": float((page.weight * page.linked).sum()) / page.total,
        "page_long": float(np.log1p(page.long.sum())),
        "page_article": float(bool(said & ARTICLE_TYPES)),
        "page_website": float("website" in said),
        "page_dated": float(dated),
    }
    return {name: np.full(page.size, value) for name, value in numbers.items()}


def columns(page: Page) -> Columns:
    """Every feature of every layout piece by name; each column has one entry for each piece (at least one)."""
    made = itself(page) | elements(page) | holders(page) | alike(page) | whole(page)
    made |= order(page, made["titled"])
    made |= around(page, made)
    return made


def matrix(made: Columns, names: Sequence[str]) -> Floats:
    """The named columns side by side, pieces x names; KeyError for a name that no feature has."""
    result = np.empty((len(made["weight"]), len(names)), np.float32)
    for k, name in enumerate(names):
        result[:, k] = made[name]
    return result


@cache
def names() -> frozenset[str]:
    """The names of all features."""
    return frozenset(columns(Page(Text("", "", "", "a", Layout((Piece(Span(0, 1)),))))))
