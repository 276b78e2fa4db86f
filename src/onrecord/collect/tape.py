"""Tapes: a WARC's bytes to be read forwards, with a way back after an error.

Lives here: plain files and single gzip members under one small interface. Not here: what a record is (``records``).
"""

from __future__ import annotations

import io

from onrecord.limits import Limits
from onrecord.unpack import GzipReader

STEP = 64 * 1024
MARK = b"WARC/1."


class Tape:
    """A plain, seekable stream. ``at`` is the offset of the next byte, from the stream's start. ``verified``: its end
    is known to be the true one (a checksum was right), so a record that wants more has a wrong length."""

    verified = False

    def __init__(self, stream: io.BufferedReader) -> None:
        self.stream = stream
        self.at = stream.tell()

    def read(self, count: int) -> bytes:
        """Up to ``count`` bytes; fewer only at the end."""
        data = self.stream.read(count)
        self.at += len(data)
        return data

    def line(self, most: int) -> bytes:
        """A line with its end, of at most ``most`` bytes."""
        data = self.stream.readline(most)
        self.at += len(data)
        return data

    def behind(self, count: int, most: int) -> bytes | None:
        """Up to ``most`` bytes that stand ``count`` bytes further on, None when the end comes before; stays here."""
        self.stream.seek(self.at + count)
        data = self.stream.read(most)
        past = not data and self.stream.seek(0, io.SEEK_END) < self.at + count
        self.stream.seek(self.at)
        return None if past else data

    def skip(self, count: int) -> int:
        """Pass over up to ``count`` bytes; how many there were."""
        left = count
        while left and (data := self.read(min(left, STEP))):
            left -= len(data)
        return count - left

    def ended(self) -> bool:
        """True when nothing follows (which, for a packed member, also verifies its checksum)."""
        return not self.stream.peek(1)

    def back(self, at: int) -> None:
        """Go back to an earlier offset."""
        self.stream.seek(at)
        self.at = at

    def scan(self, start: int) -> int:
        """The offset at or after ``start`` where the next record seems to begin (a line "WARC/1."), or -1."""
        self.back(start)
        held, base = b"\n", start - 1
        while True:
            data = self.read(STEP)
            held += data
            found = held.find(b"\n" + MARK)
            if found >= 0:
                return base + found + 1
            if not data:
                return -1
            keep = held[-len(MARK) :]
            base += len(held) - len(keep)
            held = keep


class MemberTape(Tape):
    """One gzip member of a file; ``at`` counts inflated bytes. Going back inflates again from the member's start."""

    verified = True

    def __init__(self, raw: io.BufferedReader, start: int, limits: Limits) -> None:
        self._raw, self.start, self._limits = raw, start, limits
        self._rewind()

    def behind(self, count: int, most: int) -> bytes | None:
        """Not known without inflating: nothing, which no frame is."""
        return b""

    def _rewind(self) -> None:
        self._raw.seek(self.start)
        self._reader = GzipReader(self._raw, self._limits, one=True)
        self.stream = io.BufferedReader(self._reader, STEP)
        self.at = 0

    def back(self, at: int) -> None:
        """Go back to an earlier offset of the inflated bytes."""
        self._rewind()
        self.skip(at)

    def end(self) -> int:
        """The offset in the file just after the member, once ``ended()``."""
        return self._raw.tell() - len(self._reader.unused)
