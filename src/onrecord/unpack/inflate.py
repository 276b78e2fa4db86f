"""Inflate in steps, under a budget of output bytes and of ratio.

Lives here: zlib and gzip. Not here: ZIP listings (``zips``), HTTP codings (``codings``). Rules: never ``.read()`` to
the end of a packed stream without a cap; never trust a size that a header states; the checksum is always verified.
"""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.reasons import Reason

GZIP = 31
ZLIB = 15
RAW = -15
MAGIC = b"\x1f\x8b\x08"


class Budget:
    """What one packed thing may cost: ``spend`` raises Refused(ratio) when it passes the cap or the ratio.

    ``cap`` is the most bytes it may inflate to (None: no cap, for streams that are read in steps and not kept).
    """

    def __init__(self, limits: Limits = DEFAULT, cap: int | None = None) -> None:
        self.cap = cap
        self.ratio = limits.inflate_ratio
        self.after = limits.inflate_ratio_after_bytes
        self.packed = 0
        self.made = 0

    def spend(self, packed: int, made: int) -> None:
        """Count bytes read and bytes made."""
        self.packed += packed
        self.made += made
        if self.cap is not None and self.made > self.cap:
            raise Refused(Reason.RATIO, f"unpacks to more than {self.cap} bytes")
        if self.made > self.after and self.made > self.ratio * max(self.packed, 1):
            raise Refused(Reason.RATIO, f"unpacks to more than {self.ratio} times its size")


def inflate(data: bytes, wbits: int = RAW, limits: Limits = DEFAULT, cap: int | None = None) -> tuple[bytes, int]:
    """Inflate one zlib, gzip or raw deflate stream at the start of ``data``: its bytes, and how many were used.

    ``cap`` defaults to ``limits.inflate_bytes``. Refused: ratio, bad_crc, truncated_input, broken_container.
    """
    budget = Budget(limits, limits.inflate_bytes if cap is None else cap)
    machine = zlib.decompressobj(wbits)
    made: list[bytes] = []
    at, step = 0, limits.inflate_step_bytes
    while not machine.eof:
        packed = machine.unconsumed_tail or data[at : at + step]
        fresh = 0 if machine.unconsumed_tail else len(packed)
        at += fresh
        piece = decompress(machine, packed, step)
        if not piece and not packed:
            raise Refused(Reason.TRUNCATED_INPUT, "the packed data end too early")
        budget.spend(fresh, len(piece))
        made.append(piece)
    return b"".join(made), at - len(machine.unused_data)


def decompress(machine: zlib._Decompress, packed: bytes, step: int) -> bytes:
    """One step of at most ``step`` bytes out; zlib's errors as Refused."""
    try:
        return machine.decompress(packed, step)
    except zlib.error as error:
        if "check" in str(error) and "header" not in str(error):
            raise Refused(Reason.BAD_CRC, "the checksum or length after the packed data does not match") from None
        raise Refused(Reason.BROKEN_CONTAINER, "the packed data are damaged") from None


class GzipReader(io.RawIOBase):
    """A gzip file as a stream of its inflated bytes, member after member; wrap it in ``io.BufferedReader``.

    ``trailing`` is the number of bytes after the last member that are no gzip member (0 until the end is reached).
    Reading raises Refused(ratio, bad_crc, truncated_input, broken_container).
    """

    def __init__(self, raw: BinaryIO, limits: Limits = DEFAULT, cap: int | None = None, *, one: bool = False) -> None:
        self._raw = raw
        self._step = limits.inflate_step_bytes
        self._budget = Budget(limits, cap)
        self._machine = zlib.decompressobj(GZIP)
        self._packed = b""
        self._one = one
        self._ended = False
        self._fault: Refused | None = None
        self.members = 0
        self.trailing = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        """Fill ``into`` as far as there is data; a fault is raised only when all before it was handed over."""
        filled = 0
        while filled < len(into) and self._fault is None:
            try:
                piece = self._next(len(into) - filled)
            except Refused as refused:
                self._fault = refused
                break
            if not piece:
                break
            into[filled : filled + len(piece)] = piece
            filled += len(piece)
        if self._fault is not None and not filled:
            raise self._fault
        return filled

    @property
    def unused(self) -> bytes:
        """Packed bytes read from the raw stream and not used: what follows the member (``one=True``)."""
        return self._machine.unused_data

    def _next(self, most: int) -> bytes:
        while not self._ended:
            if self._machine.eof:
                self._turn()
                continue
            packed = self._machine.unconsumed_tail
            fresh = 0
            if not packed:
                packed = self._packed or self._raw.read(self._step) or b""
                self._packed = b""
                fresh = len(packed)
            piece = decompress(self._machine, packed, min(most, self._step))
            if not piece and not packed:
                raise Refused(Reason.TRUNCATED_INPUT, "the gzip data end in the middle of a member")
            self._budget.spend(fresh, len(piece))
            if piece:
                return piece
        return b""

    def _turn(self) -> None:
        """A member ended, with its checksum right: go to the next one, or note what follows."""
        self.members += 1
        if self._one:
            self._ended = True
            return
        rest = self._machine.unused_data
        while len(rest) < len(MAGIC) and (more := self._raw.read(self._step)):
            rest += more
        if rest.startswith(MAGIC):
            self._packed, self._machine = rest, zlib.decompressobj(GZIP)
            return
        self._ended = True
        while rest:
            self.trailing += len(rest.strip(b"\0"))
            rest = self._raw.read(self._step) or b""
