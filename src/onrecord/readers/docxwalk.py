"""The walk over a Word document's elements: characters, pieces and runs, one paragraph after the other.

Lives here: what each element of the text gives. Not here: parts (``docx``), styles (``docxstyles``). Rules: every
``w:t`` is taken, in whatever element it stands; where a drawing has a version for old programs beside its own
(``mc:AlternateContent``), only one of the two is text; a text box comes after the paragraph it is anchored in.
"""

from __future__ import annotations

from typing import Any

from onrecord.model import Node, Piece, Run, RunKind, Span
from onrecord.readers.docxstyles import Styles, W, switched, value

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_UNSHOWN = frozenset(("delText", "instrText", "delInstrText"))
_UNREAD = frozenset(("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "proofErr"))
_TINY_HALF_POINTS = 2


class Walk:
    """What has been taken so far. ``hidden`` are stretches marked as hidden, ``deleted`` counts tracked deletions."""

    def __init__(self, styles: Styles) -> None:
        self.chars: list[str] = []
        self.runs: list[Run] = []
        self.pieces: list[Piece] = []
        self.nodes: list[Node] = []
        self.links: list[tuple[Span, str]] = []
        self.strong: list[Span] = []
        self.hidden: list[Span] = []
        self.deleted = 0
        self._styles = styles
        self._at = 0
        self._source = 0
        self._targets: dict[str, str] = {}
        self._boxes: list[Any] = []
        self._linked: list[Span] = []

    def part(self, root: Any, tag: str, targets: dict[str, str]) -> None:
        """Walk one part; ``targets`` are addresses of its links by relationship id."""
        self._targets = targets
        self._blocks(root, self._node(tag, -1), "")

    def _node(self, tag: str, parent: int) -> int:
        self.nodes.append(Node(tag, parent))
        return len(self.nodes) - 1

    def _blocks(self, parent: Any, node: int, cell: str) -> None:
        """Everything that stands among paragraphs: paragraphs, tables, and whatever wraps them."""
        for item in parent:
            name = _name(item)
            if name == "p":
                self._paragraph(item, node, cell)
            elif name in ("tbl", "tr", "tc"):
                tag = {"tbl": "table", "tc": "td"}.get(name, name)
                self._blocks(item, self._node(tag, node), "td" if name == "tc" else cell)
            elif name and name not in _UNREAD:
                self._blocks(item, node, cell)

    def _paragraph(self, item: Any, node: int, cell: str) -> None:
        properties = item.find(f"{W}pPr")
        style = self._style_of(properties, "pStyle")
        listed = properties is not None and properties.find(f"{W}numPr") is not None
        tag = style.tag or ("li" if listed else cell or "p")
        begin = self._at
        self._inline(item, style.bold, style.hidden)
        self._cut_into_pieces(begin, tag, node)
        self._add("\n", "break")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, self._node("aside", node), "")

    def _style_of(self, properties: Any | None, name: str) -> Any:
        item = None if properties is None else properties.find(f"{W}{name}")
        return self._styles.of(None if item is None else value(item))

    def _inline(self, parent: Any, bold: bool, hidden: bool) -> None:
        """Everything inside a paragraph."""
        for item in parent:
            name = _name(item)
            if name == "t":
                self._add(item.text or "", "same", bold=bold, hidden=hidden)
            elif name in _SIGNS:
                self._add(_SIGNS[name], "break" if _SIGNS[name] == "\n" else "decoded")
            elif name in _UNSHOWN:
                self.deleted += len(item.text or "") if name == "delText" else 0
            elif name == "r":
                self._inline(item, *self._print_of(item, bold, hidden))
            elif name == "txbxContent":
                self._boxes.append(item)
            elif name == "hyperlink":
                self._hyperlink(item, bold, hidden)
            elif name and name not in _UNREAD:
                self._inline(_one_version(item), bold, hidden)

    def _print_of(self, run: Any, bold: bool, hidden: bool) -> tuple[bool, bool]:
        """Whether a run is bold and hidden: what it says itself, else its style, else its paragraph's."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return bold, hidden
        style = self._style_of(properties, "rStyle")
        own_bold, own_hidden = switched(properties, "b"), switched(properties, "vanish")
        size = properties.find(f"{W}sz")
        tiny = size is not None and value(size).isdigit() and int(value(size)) < _TINY_HALF_POINTS
        bold = (bold or style.bold) if own_bold is None else own_bold
        return bold, tiny or ((hidden or style.hidden) if own_hidden is None else own_hidden)

    def _hyperlink(self, item: Any, bold: bool, hidden: bool) -> None:
        begin = self._at
        self._inline(item, bold, hidden)
        address = self._targets.get(str(item.get(f"{_RELATION}id") or ""))
        if address and self._at > begin:
            self._linked.append(Span(begin, self._at))
            self.links.append((self._linked[-1], address))

    def _add(self, chars: str, kind: RunKind, *, bold: bool = False, hidden: bool = False) -> None:
        """Take characters; equal neighbours become one run."""
        if not chars:
            return
        span = Span(self._at, self._at + len(chars))
        length = len(chars) if kind == "same" else 0
        source = Span(self._source, self._source + length)
        last = self.runs[-1] if self.runs else None
        if last and kind == last.kind == "same" and last.source.end == source.start:
            self.runs[-1] = Run(Span(last.text.start, span.end), Span(last.source.start, source.end))
        else:
            self.runs.append(Run(span, source, kind))
        for wanted, spans in ((bold, self.strong), (hidden, self.hidden)):
            if wanted and spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            elif wanted:
                spans.append(span)
        self.chars.append(chars)
        self._at, self._source = span.end, source.end

    def _cut_into_pieces(self, begin: int, tag: str, node: int) -> None:
        """The lines of a paragraph as pieces; a line after a break has the tag "br"."""
        at = begin
        for line in self._since(begin).split("\n"):
            body = line.strip()
            if body:
                start = at + len(line) - len(line.lstrip())
                self._piece(Span(start, start + len(body)), tag, node)
                tag = "br"
            at += len(line) + 1

    def _piece(self, span: Span, tag: str, node: int) -> None:
        linked = _shared(span, self._linked)
        strong = _shared(span, self.strong)
        hidden = _shared(span, self.hidden) == len(span)
        self.pieces.append(Piece(span, tag, node, linked, strong, hidden=hidden))

    def _since(self, begin: int) -> str:
        """The characters from ``begin`` on."""
        parts, length = [], 0
        for chars in reversed(self.chars):
            if length >= self._at - begin:
                break
            parts.append(chars)
            length += len(chars)
        return "".join(reversed(parts))


def _shared(span: Span, others: list[Span]) -> int:
    """How many characters of a span lie in the others; they are in order and near, so it looks from the end."""
    total = 0
    for other in reversed(others):
        if other.end <= span.start:
            break
        total += max(0, min(span.end, other.end) - max(span.start, other.start))
    return total


def _one_version(item: Any) -> Any:
    """The element itself, or of an AlternateContent its first choice (else its fallback)."""
    if item.tag != f"{_CHOICE}AlternateContent":
        return item
    choice = item.find(f"{_CHOICE}Choice")
    fallback = item.find(f"{_CHOICE}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _name(item: Any) -> str:
    """The local name of a Word element; "?" for one of another namespace, empty for comments and the like."""
    if not isinstance(item.tag, str):
        return ""
    return str(item.tag.removeprefix(W)) if item.tag.startswith(W) else "?"
