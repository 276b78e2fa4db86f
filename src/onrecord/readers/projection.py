"""The projection: a page's tokens to the characters it shows, with a map back to the source.

Lives here: the walk over tokens with the open elements: where lines begin and end, what is hidden, linked or bold,
what is no text at all. Nothing shown is dropped; what a stretch is for is not asked here (``structure``). Not here:
characters, white space and runs (``writing.py``), tokens (``tokens.py``), facts outside the text (``facts.py``).
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.readers.elements import CLOSED_ROOMS, LEAVES_DRAWING, ROOM_ENDS
from onrecord.readers.marks import END, GROUP, REFERENCE, START, Mark
from onrecord.readers.tokens import Token
from onrecord.readers.writing import SPACE, Page

_ROOT = Mark("start", "", "")


class Projection(Page):
    """One walk over one page; the results stand in the attributes without underscore."""

    __slots__ = (
        "_after_br", "_altered", "_depth", "_flat", "_hidden_from", "_ids", "_keep", "_low", "_piece_low",
        "_piece_node", "_piece_tag", "_skip", "_skip_depth", "_stack", "covered", "nodes", "odd", "scripts", "stated",
        "too_deep",
    )  # fmt: skip

    def __init__(self, source: str, depth: int, altered: bool = False) -> None:
        super().__init__(source)
        self.nodes: list[tuple[str, int, str]] = []
        self.stated: list[tuple[Mark, int, int, int]] = []  # mark, source start, text start and end
        self.scripts: list[tuple[Mark, str, int]] = []  # script, its content, source start of the content
        self.too_deep = self.odd = 0
        self.covered = 0  # characters of the source that the tokens were
        self._depth = depth
        self._altered = altered  # the tokens are those of a copy: take text from the source
        # open elements, and the node of each (-1: none yet)
        self._stack: list[Mark] = [_ROOT]
        self._ids: list[int] = [-1]
        self._flat = 0  # open elements beyond the depth that is followed
        self._low = 1  # the fewest elements open since the piece's last character but one
        self._piece_low = 1  # the same, since the piece began, at its last character
        self._piece_node = -1  # its node, when the innermost element that holds it has ended
        self._piece_tag = ""
        self._after_br = False
        self._keep = 0
        self._hidden_from = 0  # length of the stack at the outermost hidden element
        self._skip = ""
        self._skip_depth = 0

    def walk(self, tokens: Iterable[Token]) -> str:
        """Take all tokens; the characters of the page. Tags that only group, most of all, are dealt with here."""
        at, depth, altered = 0, self._depth, self._altered
        stack, ids = self._stack, self._ids  # both are changed in place only
        for token in tokens:
            if isinstance(token, str):
                end = at + len(token)
                if altered or self._skip or self._keep:
                    self._odd_text(token, at, end)
                elif body := token.strip(SPACE):
                    self.text(token, body, at)
                    self._piece_low = self._low
                elif self._open:
                    self.wait(at, end)
                at = end
                continue
            end = at + token.width
            act = token.act
            if self._skip:
                self._skipped(token, at, end)
            elif act == GROUP:
                if token.stops is not None and stack[-1].tag not in token.stops:
                    self._imply(token, at, end)
                if token.block:  # as ``_line``, without the call
                    if self._open:
                        self._end_piece()
                    if not self._breaks and self.length:
                        self._breaks.append((at, end))
                    self._after_br = False
                if len(stack) > depth:
                    self._too_deep()
                else:
                    stack.append(token)
                    ids.append(-1)
            elif act == END:
                if token.block:
                    if self._open:
                        self._end_piece()
                    if not self._breaks and self.length:
                        self._breaks.append((at, end))
                    self._after_br = False
                top = stack[-1]
                if not top.plain or top.tag != token.tag or self._flat:
                    self._end(token, at, end)
                else:
                    if self._open and self._piece_low == len(stack):
                        self._piece_node = self._node(len(stack) - 1)
                    stack.pop()
                    ids.pop()
                    if len(stack) < self._low:
                        self._low = len(stack)
            elif act == START:
                self._start(token, at, end)
            elif act == REFERENCE:
                self._reference(token, at, end)
            at = end
        self.covered = at
        return self.close(at)

    def _odd_text(self, text: str, at: int, end: int) -> None:
        """Text that is none, whose white space is shown, or that the tokens may not have as it stands."""
        if self._skip:
            self._skipped_text(text, at)
        elif self._keep or (self._altered and "<" in text):
            self._from_source(at, end)
        elif body := text.strip(SPACE):
            self.text(text, body, at)
            self._piece_low = self._low
        elif self._open:
            self.wait(at, end)

    def _from_source(self, at: int, end: int) -> None:
        """Text of which the token holds only a copy, or whose white space is shown."""
        text = self.source[at:end]
        if not self._keep:
            self.text(text, text.strip(SPACE), at)
        else:
            if not self._open and text[:1] in ("\n", "\r"):  # the line end after <pre> is not shown
                drop = 2 if text.startswith("\r\n") else 1
                text, at = text[drop:], at + drop
            if text:
                self.same(text, at)
        self._piece_low = self._low

    def _reference(self, mark: Mark, start: int, end: int) -> None:
        chars = mark.chars
        if self._keep or chars.strip(SPACE):
            self.before()
            self.other(chars, start, end, "decoded")
            self._piece_low = self._low
        elif chars:
            self.wait(start, end)

    def begin(self) -> None:
        """The piece is of the innermost block, or a line after a line break in it."""
        self._low = len(self._stack)
        if self._after_br:
            self._piece_tag = "br"
            self._after_br = False
            return
        for mark in reversed(self._stack):
            if mark.block:
                self._piece_tag = mark.tag
                return
        self._piece_tag = "body"

    def finish(self, start: int, end: int, linked: int, strong: int) -> None:
        """Keep the piece with the innermost element that holds all of it."""
        index = self._piece_low - 1
        if index < len(self._stack):
            node = self._ids[index]
            if node < 0:
                node = self._node(index)
        else:  # the element has ended since
            node = self._piece_node
        self.pieces.append((start, end, self._piece_tag, node, linked, strong, self._hidden_from > 0))

    def _node(self, index: int) -> int:
        """Make the node of the open element at ``index``, and those of its ancestors that have none."""
        ids, nodes, first = self._ids, self.nodes, index
        while first > 0 and ids[first] < 0:
            first -= 1
        node = ids[first]
        for place in range(first + 1, index + 1):
            mark = self._stack[place]
            nodes.append((mark.tag, node, mark.names()))
            ids[place] = node = len(nodes) - 1
        return node

    # -- elements

    def _line(self, start: int, end: int) -> None:
        """The line ends at a tag of a block."""
        self.boundary(start, end)
        self._after_br = False

    def _start(self, mark: Mark, start: int, end: int) -> None:
        """A start tag that does more than group."""
        if mark.stops is not None and self._stack[-1].tag not in mark.stops:
            self._imply(mark, start, end)
        if mark.block:
            self._line(start, end)
        tag = mark.tag
        if mark.stating or mark.odd:
            self._state(mark, start, end)
        if tag == "br":
            self._line_break(start, end)
        if mark.void:
            return
        if mark.unshown:
            self._skip, self._skip_depth = tag, 1
        elif len(self._stack) > self._depth:
            self._too_deep()
        else:
            self._push(mark, start, end)

    def _too_deep(self) -> None:
        self._flat += 1
        self.too_deep += 1

    def _line_break(self, start: int, end: int) -> None:
        self._after_br = self.length > 0 and (self._after_br or self._open or not self._breaks)
        self.line_break(start, end)

    def _push(self, mark: Mark, start: int, end: int) -> None:
        if mark.hidden and not self._hidden_from:
            self.boundary(start, end)
            self._hidden_from = len(self._stack) + 1
        self._stack.append(mark)
        self._ids.append(-1)
        self._bold += mark.bold
        self._keep += mark.keeps
        if mark.links:
            self.end_link()
            self._href = mark.value("href")

    def _state(self, mark: Mark, start: int, end: int) -> None:
        self.odd += mark.odd
        if mark.tag == "script":
            self.scripts.append((mark, "", end))
        elif mark.stating:
            self.stated.append((mark, start, self.length, -1))

    def _end(self, mark: Mark, start: int, end: int) -> None:
        """An end tag that does not end the innermost element, or one that does more than group."""
        top = self._stack[-1]
        if self._flat:
            self._flat -= 1
        elif mark.tag == "br":
            self._line_break(start, end)
        else:
            place = len(self._stack) - 1 if top.tag == mark.tag else self._find(mark.tag, mark.block)
            if place > 0:
                self._pop(place, start, end)

    def _find(self, tag: str, block: bool) -> int:
        """The open element that an end tag closes, or 0: an inline end tag does not reach out of a block."""
        for place in range(len(self._stack) - 1, 0, -1):
            open_mark = self._stack[place]
            if open_mark.tag == tag:
                return place
            if open_mark.tag in CLOSED_ROOMS and tag not in ROOM_ENDS:
                return 0
            if open_mark.block and not block and tag != "a":
                return 0
        return 0

    def _imply(self, mark: Mark, start: int, end: int) -> None:
        """Close what a start tag ends without an end tag."""
        if mark.ends is None:
            return
        closed, shields, through = mark.ends
        last = 0
        for place in range(len(self._stack) - 1, 0, -1):
            open_mark = self._stack[place]
            tag = open_mark.tag
            if tag in shields:
                break
            if tag in closed:
                last = place
            elif through is not None and open_mark.block and tag not in through:
                break
        if last:
            if self._stack[last].block:
                self.boundary(start, end)
            self._pop(last, start, end)

    def _pop(self, place: int, start: int, end: int) -> None:
        """Close the open elements from ``place`` up."""
        for mark in self._stack[place:]:
            if mark.plain:
                continue
            if mark.bold:
                self._bold -= 1
                if not self._bold:
                    self.end_bold()
            self._keep -= mark.keeps
            if mark.links:
                self.end_link()
                self._href = ""
            if mark.stating:
                self._stood(mark)
        if self._hidden_from > place:
            self.boundary(start, end)
            self._hidden_from = 0
        if self._open and place < self._piece_low <= len(self._stack):
            self._piece_node = self._node(self._piece_low - 1)
        del self._stack[place:]
        del self._ids[place:]
        self._low = min(self._low, place)

    def _stood(self, mark: Mark) -> None:
        """An element that states a fact ends: the fact stands at the text since its start."""
        for index in range(len(self.stated) - 1, max(len(self.stated) - 9, -1), -1):
            stated, at, text_start, text_end = self.stated[index]
            if stated is mark and text_end < 0:
                self.stated[index] = (stated, at, text_start, self.length)
                return

    # -- what is no text

    def _skipped_text(self, content: str, at: int) -> None:
        if self._skip == "script":
            mark, before, start = self.scripts[-1]
            self.scripts[-1] = (mark, before + content, start)

    def _skipped(self, mark: Mark, start: int, end: int) -> None:
        """A tag inside something that is not text."""
        if mark.kind == "end" and mark.tag == self._skip:
            self._skip_depth -= 1
            if not self._skip_depth:
                self._skip = ""
        elif mark.kind == "start" and mark.tag == self._skip and not mark.source.endswith("/>"):
            self._skip_depth += 1
        elif mark.kind == "start" and self._skip == "svg" and mark.tag in LEAVES_DRAWING:
            self._skip = ""
            self._start(mark, start, end)
