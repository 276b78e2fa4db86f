"""The projection: a page's tokens to the characters it shows, with a map back to the source.

Lives here: the walk over tokens: open elements, white space as browsers collapse it, breaks, pieces, links,
emphasis. Nothing shown is dropped; what a stretch is for is not asked here (``structure``). Not here: tokens
(``tokens.py``), facts outside the text (``facts.py``), limits of the page as a whole (``html.py``).
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.readers.elements import CLOSED_ROOMS, LEAVES_DRAWING, ROOM_ENDS, Ends
from onrecord.readers.marks import Mark
from onrecord.readers.tokens import Token

SPACE = " \t\n\f\r"
# text start, source start, text length, source length, kind
RunRow = tuple[int, int, int, int, str]
# start, end, tag, node, linked, strong, hidden
PieceRow = tuple[int, int, str, int, int, int, bool]
_ROOT = Mark("start", "")
_BREAKS = {ord(c): "\n" for c in "\t\f\r"}


class Projection:
    """One walk over one page. Results stand in the attributes without underscore; offsets as in the model."""

    def __init__(self, source: str, depth: int, altered: bool = False) -> None:
        self.out: list[str] = []
        self.runs: list[RunRow] = []
        self.pieces: list[PieceRow] = []
        self.nodes: list[tuple[str, int, str]] = []
        self.links: list[tuple[int, int, str]] = []
        self.emphasis: list[tuple[int, int]] = []
        self.stated: list[tuple[Mark, int, int, int]] = []  # mark, source start, text start and end
        self.scripts: list[tuple[Mark, str, int]] = []  # script, its content, source start of the content
        self.too_deep = self.odd = 0
        self._source = source
        self._depth = depth
        self._altered = altered  # the tokens are those of a copy: take text from the source
        self._length = 0
        # open elements, and the node of each (-1: none yet)
        self._stack: list[Mark] = [_ROOT]
        self._ids: list[int] = [-1]
        self._flat = 0  # open elements beyond the depth that is followed
        self._low = 1  # the fewest elements open since the piece began
        self._bold = self._keep = 0
        self._hidden_from = 0  # length of the stack at the outermost hidden element
        self._href = ""
        self._link_from = self._bold_from = -1
        # the run that grows, as text start, source start, length
        self._run_text = self._run_source = self._run_length = 0
        # the piece that grows
        self._open = False
        self._piece_from = self._piece_low = self._linked = self._strong = 0
        self._piece_tag = ""
        self._after_br = False
        self._pending: tuple[int, int] | None = None  # white space not yet shown
        self._breaks: list[tuple[int, int]] = []  # line breaks not yet shown
        self._skip = ""
        self._skip_depth = 0

    def walk(self, tokens: Iterable[Token]) -> str:
        """Take all tokens; the characters of the page."""
        at, source = 0, self._source
        for token in tokens:
            if isinstance(token, str):
                end = at + len(token)
                if not self._skip:
                    self._text(source[at:end] if self._altered else token, at)
                elif self._skip == "script":
                    self._program(token, at)
            else:
                end = at + len(token.source)
                if self._skip:
                    self._skipped(token, at, end)
                elif token.kind == "start":
                    self._start(token, at, end)
                elif token.kind == "end":
                    self._end(token, at, end)
                elif token.kind == "reference":
                    self._reference(token, at, end)
            at = end
        self._boundary(at, at)
        self._close_run()
        return "".join(self.out)

    def _program(self, content: str, at: int) -> None:
        mark, before, start = self.scripts[-1]
        self.scripts[-1] = (mark, before + content, start)

    # -- characters

    def _text(self, text: str, at: int) -> None:
        if self._keep:
            self._kept(text, at)
            return
        body = text.strip(SPACE)
        if not body:
            if self._open and self._pending is None:
                self._pending = (at, at + len(text))
            return
        whole, length = len(text), len(body)
        lead = 0 if whole == length else whole - len(text.lstrip(SPACE))
        if lead and self._open and self._pending is None:
            self._pending = (at, at + lead)
        if "\n" in body or "  " in body or "\t" in body or "\r" in body or "\f" in body:
            self._lines(body, at + lead)
        else:
            self._same(body, at + lead)
        if lead + length < whole:
            self._pending = (at + lead + length, at + whole)

    def _lines(self, body: str, at: int) -> None:
        """Text with white space to collapse inside: word by word only where a line holds more than single spaces."""
        for line in body.translate(_BREAKS).replace("  ", "\n\n").split("\n"):
            word = line.strip(" ")
            if word:
                lead = len(line) - len(line.lstrip(" "))
                self._wait(at, at + lead)
                self._same(word, at + lead)
                self._wait(at + lead + len(word), at + len(line) + 1)
            else:
                self._wait(at, at + len(line) + 1)
            at += len(line) + 1
        self._pending = None

    def _wait(self, start: int, end: int) -> None:
        """More white space before the next word; a run of it is one space."""
        if not self._open or start == end:
            return
        if self._pending is not None and self._pending[1] == start:
            start = self._pending[0]
        elif self._pending is not None:
            return
        self._pending = (start, end)

    def _kept(self, text: str, at: int) -> None:
        """Text whose white space is shown."""
        if not self._open and text[:1] in ("\n", "\r"):
            drop = 2 if self._source[at : at + 2] == "\r\n" else 1
            text, at = text[drop:], at + drop
        if text:
            self._same(text, at)

    def _same(self, chars: str, at: int) -> None:
        """Show characters that stand in the source at ``at``."""
        self._before(at)
        length = len(chars)
        if self._run_source + self._run_length == at and self._run_length:
            self._run_length += length
        else:
            self._close_run()
            self._run_text, self._run_source, self._run_length = self._length, at, length
        self._show(chars, length)

    def _other(self, chars: str, start: int, end: int, kind: str) -> None:
        """Show characters that stand for something else in the source."""
        self._close_run()
        self.runs.append((self._length, start, len(chars), end - start, kind))
        self._show(chars, len(chars))

    def _show(self, chars: str, length: int) -> None:
        self.out.append(chars)
        self._length += length
        if self._open:
            if self._href:
                self._linked += length
            if self._bold:
                self._strong += length

    def _close_run(self) -> None:
        if self._run_length:
            self.runs.append((self._run_text, self._run_source, self._run_length, self._run_length, "same"))
            self._run_length = 0

    def _before(self, at: int) -> None:
        """Show the breaks or the space that wait, and begin a piece if none is open."""
        if self._open:
            if self._pending is not None:
                self._space(*self._pending)
        else:
            for start, end in self._breaks:
                self._other("\n", start, end, "break")
            self._breaks = []
            self._begin()
        self._pending = None
        self._piece_low = self._low
        if self._href and self._link_from < 0:
            self._link_from = self._length
        if self._bold and self._bold_from < 0:
            self._bold_from = self._length

    def _space(self, start: int, end: int) -> None:
        if self._source[start:end] == " ":
            self._pending = None
            length, at = 1, start
            if self._run_source + self._run_length == at and self._run_length:
                self._run_length += 1
            else:
                self._close_run()
                self._run_text, self._run_source, self._run_length = self._length, at, 1
            self._show(" ", length)
        else:
            self._other(" ", start, end, "space")

    def _reference(self, mark: Mark, start: int, end: int) -> None:
        chars = mark.chars
        if not self._keep and not chars.strip(SPACE):
            if chars:
                self._wait(start, end)
            return
        self._before(start)
        self._other(chars, start, end, "decoded")

    # -- pieces

    def _begin(self) -> None:
        self._open = True
        self._piece_from = self._length
        self._low = len(self._stack)
        self._linked = self._strong = 0
        self._piece_tag = "br" if self._after_br else self._block_tag()
        self._after_br = False

    def _block_tag(self) -> str:
        for mark in reversed(self._stack):
            if mark.block:
                return mark.tag
        return "body"

    def _boundary(self, start: int, end: int, br: bool = False) -> None:
        """The line ends here, at a tag ``[start, end)``."""
        if self._open:
            self._finish()
        self._pending = None
        if br:
            self._after_br = self._length > 0 and (self._after_br or not self._breaks)
            if self._length and len(self._breaks) < 2:
                self._breaks.append((start, end))
        else:
            self._after_br = False
            if self._length and not self._breaks:
                self._breaks.append((start, end))

    def _finish(self) -> None:
        node = self._node(min(self._piece_low, len(self._stack)) - 1)
        hidden = self._hidden_from > 0
        row = (self._piece_from, self._length, self._piece_tag, node, self._linked, self._strong, hidden)
        self.pieces.append(row)
        self._open = False
        self._end_link()
        self._end_bold()

    def _end_link(self) -> None:
        if self._link_from >= 0:
            self.links.append((self._link_from, self._length, self._href))
            self._link_from = -1

    def _end_bold(self) -> None:
        if self._bold_from >= 0:
            self.emphasis.append((self._bold_from, self._length))
            self._bold_from = -1

    def _node(self, index: int) -> int:
        """The node of the open element at ``index``, made with its ancestors when first needed."""
        first = index
        while first > 0 and self._ids[first] < 0:
            first -= 1
        for place in range(first + 1, index + 1):
            mark = self._stack[place]
            self.nodes.append((mark.tag, self._ids[place - 1], mark.names))
            self._ids[place] = len(self.nodes) - 1
        return self._ids[index]

    # -- elements

    def _start(self, mark: Mark, start: int, end: int) -> None:
        tag = mark.tag
        if mark.ends is not None:
            self._imply(mark.ends, start, end)
        if mark.block:
            self._boundary(start, end)
        elif tag == "br":
            self._boundary(start, end, br=True)
        if mark.stating or mark.odd:
            self.odd += mark.odd
            self._state(mark, start, end)
        if mark.void:
            if tag == "hr":
                self._boundary(start, end)
            return
        if mark.unshown:
            self._skip, self._skip_depth = tag, 1
            return
        if len(self._stack) > self._depth:
            self._flat += 1
            self.too_deep += 1
            return
        self._push(mark, start, end)

    def _push(self, mark: Mark, start: int, end: int) -> None:
        if mark.hidden and not self._hidden_from:
            self._boundary(start, end)
            self._hidden_from = len(self._stack) + 1
        self._stack.append(mark)
        self._ids.append(-1)
        if mark.bold:
            self._bold += 1
        if mark.keeps:
            self._keep += 1
        if mark.href:
            self._end_link()
            self._href = mark.href

    def _state(self, mark: Mark, start: int, end: int) -> None:
        if mark.tag == "script":
            self.scripts.append((mark, "", end))
        elif mark.stating:
            self.stated.append((mark, start, self._length, -1))

    def _end(self, mark: Mark, start: int, end: int) -> None:
        tag = mark.tag
        if self._flat:
            if mark.block:
                self._boundary(start, end)
            self._flat -= 1
            return
        if self._stack[-1].tag == tag:
            place = len(self._stack) - 1
        else:
            place = self._find(tag, mark.block)
        if mark.block:
            self._boundary(start, end, br=tag == "br")
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

    def _imply(self, ends: Ends, start: int, end: int) -> None:
        """Close what a start tag ends without an end tag."""
        closed, shields, through = ends
        last = 0
        for place in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[place].tag
            if tag in shields:
                break
            if tag in closed:
                last = place
            elif through is not None and self._stack[place].block and tag not in through:
                break
        if last:
            if self._stack[last].block:
                self._boundary(start, end)
            self._pop(last, start, end)

    def _pop(self, place: int, start: int, end: int) -> None:
        """Close the open elements from ``place`` up."""
        for mark in self._stack[place:]:
            if mark.bold:
                self._bold -= 1
                if not self._bold:
                    self._end_bold()
            if mark.keeps:
                self._keep -= 1
            if mark.href:
                self._end_link()
                self._href = ""
            if mark.stating:
                self._stood(mark)
        if self._hidden_from > place:
            self._boundary(start, end)
            self._hidden_from = 0
        del self._stack[place:]
        del self._ids[place:]
        self._low = min(self._low, place)

    def _stood(self, mark: Mark) -> None:
        for index in range(len(self.stated) - 1, max(len(self.stated) - 9, -1), -1):
            stated, at, text_start, text_end = self.stated[index]
            if stated is mark and text_end < 0:
                self.stated[index] = (stated, at, text_start, self._length)
                return

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
