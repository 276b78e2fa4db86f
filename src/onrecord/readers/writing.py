"""The characters of a page as they are shown, with the map back to the source.

Lives here: ``Page``, which takes text, spaces and line breaks in order and keeps characters, runs, pieces, links and
emphasis. Not here: which elements are open and what they ask for (``projection.py``). This is the busiest code of the
reader; where it repeats itself, it does so for speed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

SPACE = " \t\n\f\r"
# text start and end, source start and end, kind
RunRow = tuple[int, int, int, int, str]
# start, end, tag, node, linked, strong, hidden
PieceRow = tuple[int, int, str, int, int, int, bool]
_BREAKS = {ord(c): "\n" for c in "\t\f\r"}
MOST_BREAKS = 2  # an empty line is shown once


class Page(ABC):
    """What a page shows. Offsets as in the model; ``source`` is the decoded source."""

    __slots__ = (
        "_bold", "_bold_from", "_breaks", "_href", "_link_from", "_linked", "_open", "_pending", "_piece_from",
        "_run_end", "_run_start", "_run_text", "_strong", "emphasis", "length", "links", "out", "pieces", "runs",
        "source",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.runs: list[RunRow] = []
        self.pieces: list[PieceRow] = []
        self.links: list[tuple[int, int, str]] = []
        self.emphasis: list[tuple[int, int]] = []
        # the run that grows: text start, source start, source end (-1: none)
        self._run_text = self._run_start = 0
        self._run_end = -1
        # the piece that grows, and what waits to be shown before the next character
        self._open = False
        self._piece_from = self._linked = self._strong = 0
        self._pending: tuple[int, int] | None = None
        self._breaks: list[tuple[int, int]] = []
        # the link and the emphasis that are open, and where their characters began (-1: none yet)
        self._href = ""
        self._bold = 0
        self._link_from = self._bold_from = -1

    @abstractmethod
    def begin(self) -> None:
        """A piece begins with the next character."""

    @abstractmethod
    def finish(self, start: int, end: int, linked: int, strong: int) -> None:
        """The piece ``[start, end)`` ends."""

    def text(self, text: str, body: str, at: int) -> None:
        """Text at ``at`` in the source whose white space collapses; ``body`` is its middle, not empty."""
        whole, length = len(text), len(body)
        end = at + whole
        if whole != length:
            lead = whole - len(text.lstrip(SPACE))
            if lead:
                if self._open and self._pending is None:
                    self._pending = (at, at + lead)
                at += lead
        if "\n" in body or "  " in body or "\t" in body or "\r" in body or "\f" in body:
            self._lines(body, at)
        else:
            self.same(body, at)
        if at + length < end:
            self._pending = (at + length, end)

    def _lines(self, body: str, at: int) -> None:
        """Text with white space to collapse inside, cut where there is more than a single space."""
        for line in body.translate(_BREAKS).replace("  ", "\n\n").split("\n"):
            word = line.strip(" ")
            end = at + len(line) + 1
            if word:
                lead = len(line) - len(line.lstrip(" "))
                self.wait(at, at + lead)
                self.same(word, at + lead)
                self.wait(at + lead + len(word), end)
            else:
                self.wait(at, end)
            at = end
        self._pending = None

    def wait(self, start: int, end: int) -> None:
        """White space ``[start, end)`` of the source: the run it belongs to is one space before the next word."""
        if self._open and start != end:
            if self._pending is None:
                self._pending = (start, end)
            elif self._pending[1] == start:
                self._pending = (self._pending[0], end)

    def same(self, chars: str, at: int) -> None:
        """Show characters that stand in the source at ``at``."""
        if not self._open or self._pending is not None or self._href or self._bold:
            self.before()
        if self._run_end != at:
            if self._run_end >= 0:
                self._close_run()
            self._run_text, self._run_start = self.length, at
        length = len(chars)
        self._run_end = at + length
        self.length += length
        self.out.append(chars)

    def other(self, chars: str, start: int, end: int, kind: str) -> None:
        """Show characters that stand for something else in the source."""
        if self._run_end >= 0:
            self._close_run()
        length = len(chars)
        self.runs.append((self.length, self.length + length, start, end, kind))
        self.length += length
        self.out.append(chars)

    def before(self) -> None:
        """Show the breaks or the space that wait, and begin a piece if none is open."""
        if not self._open:
            if self._breaks:
                if self._run_end >= 0:
                    self._close_run()
                for start, end in self._breaks:
                    self.runs.append((self.length, self.length + 1, start, end, "break"))
                    self.length += 1
                    self.out.append("\n")
                self._breaks.clear()
            self._open = True
            self._piece_from = self.length
            self._linked = self._strong = 0
            self.begin()
        elif self._pending is not None:
            self._space(*self._pending)
        self._pending = None
        if self._href and self._link_from < 0:
            self._link_from = self.length
        if self._bold and self._bold_from < 0:
            self._bold_from = self.length

    def _space(self, start: int, end: int) -> None:
        if self.source[start:end] != " ":
            self.other(" ", start, end, "space")
            return
        if self._run_end != start:
            self._close_run()
            self._run_text, self._run_start = self.length, start
        self._run_end = end
        self.length += 1
        self.out.append(" ")

    def _close_run(self) -> None:
        if self._run_end >= 0:
            start, end = self._run_start, self._run_end
            self.runs.append((self._run_text, self._run_text + end - start, start, end, "same"))
            self._run_end = -1

    def boundary(self, start: int, end: int) -> None:
        """The line ends at a tag ``[start, end)``."""
        if self._open:
            self._end_piece()
        if not self._breaks and self.length:
            self._breaks.append((start, end))

    def line_break(self, start: int, end: int) -> None:
        """The same for a tag that asks for a line break each time it stands."""
        if self._open:
            self._end_piece()
        if self.length and len(self._breaks) < MOST_BREAKS:
            self._breaks.append((start, end))

    def _end_piece(self) -> None:
        self._open = False
        self._pending = None
        if self._link_from >= 0:
            self.end_link()
        if self._bold_from >= 0:
            self.end_bold()
        self.finish(self._piece_from, self.length, self._linked, self._strong)

    def end_link(self) -> None:
        """Characters shown since the link began are linked."""
        if self._link_from >= 0:
            self.links.append((self._link_from, self.length, self._href))
            self._linked += self.length - self._link_from
            self._link_from = -1

    def end_bold(self) -> None:
        """Characters shown since the emphasis began are emphasised."""
        if self._bold_from >= 0:
            self.emphasis.append((self._bold_from, self.length))
            self._strong += self.length - self._bold_from
            self._bold_from = -1

    def close(self, at: int) -> str:
        """The page ends; all its characters."""
        self.boundary(at, at)
        self._close_run()
        return "".join(self.out)
