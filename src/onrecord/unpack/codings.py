"""HTTP codings of a stored message: chunked transfer, then gzip, deflate and (when its library is there) br.

Lives here: bytes to bytes under caps. Not here: headers (``collect.responses``). Sources: RFC 9112 section 7.1, RFC
9110 section 8.4. Where we depart: crawlers often store a body already decoded under its old headers, so a coding whose
signature is not there leaves the body as it is, and the caller is told.
"""

from __future__ import annotations

import importlib
from typing import Any

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.reasons import Reason
from onrecord.unpack.inflate import GZIP, RAW, ZLIB, Budget, inflate

CHUNK_LINE = 1024
HEX = frozenset(b"0123456789abcdefABCDEF")


def dechunk(body: bytes, limits: Limits = DEFAULT) -> tuple[bytes, str]:
    """A chunked body joined, and what was odd: "" or "not chunked" (returned as it is) or "cut".

    Refused(bad_http) when a chunk's size is impossible or a chunk does not end where it says.
    """
    made: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + CHUNK_LINE)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b"?"
        if not size or not HEX.issuperset(size):
            if at == 0:
                return body, "not chunked"
            if at >= len(body):
                return b"".join(made), "cut"
            raise Refused(Reason.BAD_HTTP, f"no chunk size at byte {at} of the body")
        count = int(size, 16) if len(size) <= 16 else limits.warc_record_bytes + 1
        if count > limits.warc_record_bytes:
            raise Refused(Reason.BAD_HTTP, f"impossible chunk size at byte {at} of the body")
        if count == 0:
            return b"".join(made), ""
        at = end + 2
        made.append(body[at : at + count])
        at += count
        if at > len(body):
            return b"".join(made), "cut"
        if body[at : at + 2] not in (b"\r\n", b""):
            raise Refused(Reason.BAD_HTTP, f"a chunk does not end at byte {at} of the body")
        at += 2


def decode(body: bytes, codings: list[str], limits: Limits = DEFAULT) -> tuple[bytes, list[str]]:
    """Undo content codings (in the header's order); the body, and the codings that were declared but not there.

    Refused(too_many_layers, ratio, bad_crc, truncated_input, broken_container, missing_part).
    """
    if len(codings) > limits.inflate_layers:
        raise Refused(Reason.TOO_MANY_LAYERS, f"{len(codings)} content codings; the limit is {limits.inflate_layers}")
    absent: list[str] = []
    for coding in reversed(codings):
        if coding in ("gzip", "x-gzip"):
            if body.startswith(b"\x1f\x8b"):
                body = inflate(body, GZIP, limits)[0]
            else:
                absent.append(coding)
        elif coding == "deflate":
            body = _deflate(body, limits)
        elif coding == "br":
            body = _brotli(body, limits)
        elif coding not in ("identity", ""):
            raise Refused(Reason.MISSING_PART, f"content coding {coding[:40]!r} cannot be undone here")
    return body, absent


def _deflate(body: bytes, limits: Limits) -> bytes:
    """RFC 9110 says zlib; servers also send raw deflate."""
    zlib_header = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return inflate(body, ZLIB if zlib_header else RAW, limits)[0]


def _brotli(body: bytes, limits: Limits) -> bytes:
    """The ``brotli`` library (1.2 or later, for its output limit) is used when it is installed anyway."""
    try:
        brotli: Any = importlib.import_module("brotli")
    except ImportError:
        raise Refused(Reason.MISSING_PART, "content coding br needs: pip install brotli") from None
    machine, budget = brotli.Decompressor(), Budget(limits, limits.inflate_bytes)
    made: list[bytes] = []
    try:
        piece = machine.process(body, output_buffer_limit=limits.inflate_step_bytes)
        budget.spend(len(body), len(piece))
        while piece or not machine.is_finished():
            made.append(piece)
            if not piece and machine.can_accept_more_data():
                raise Refused(Reason.TRUNCATED_INPUT, "the packed data end too early")
            piece = machine.process(b"", output_buffer_limit=limits.inflate_step_bytes)
            budget.spend(0, len(piece))
    except brotli.error:
        raise Refused(Reason.BROKEN_CONTAINER, "the packed data are damaged") from None
    return b"".join(made)
