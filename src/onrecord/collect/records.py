"""WARC records: framing, strictly as the standard says, with a way on after every fault.

Lives here: headers, lengths, the bytes between records. Not here: gzip members (``warc``), HTTP (``responses``).
Source: ISO 28500 (WARC 1.1) section 4: ``version CRLF *named-field CRLF block CRLF CRLF``. Rules: Content-Length is a
non-negative decimal up to ``limits.warc_record_bytes``; after the block stand exactly CR LF CR LF; a fault names the
offset from which to look for the next record, so that a wrong length never swallows a good record.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.collect.tape import Tape
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.reasons import Reason

END = b"\r\n\r\n"
WANTED = ("response", "resource", "conversion")
VERSIONS = (b"WARC/1.0", b"WARC/1.1")


class Fault(Refused):
    """A record that cannot be taken; reading may go on by scanning from ``resume``. ``short``: it wants more bytes than
    there are, which is a wrong length when another record follows, else a cut."""

    def __init__(self, reason: Reason, detail: str, resume: int, *, short: bool = False) -> None:
        super().__init__(reason, detail)
        self.resume = resume
        self.short = short


@dataclass(frozen=True, slots=True)
class Record:
    """One record at ``offset`` (of the tape). ``fields`` have lower-case names; ``block`` is empty for kinds that are
    never documents and for blocks over the limit (``length`` says the stated size)."""

    offset: int
    fields: dict[str, str]
    length: int
    block: bytes

    @property
    def kind(self) -> str:
        """WARC-Type, lower case."""
        return self.fields.get("warc-type", "").lower()

    @property
    def uri(self) -> str:
        """WARC-Target-URI; old writers put it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<>")


def read_record(tape: Tape, limits: Limits) -> Record:
    """The record that begins at ``tape.at``; a Fault when it is none or its frame is wrong."""
    offset = tape.at
    fields = _fields(tape, limits)
    length, start = _length(fields, tape.at, limits), tape.at
    _look_ahead(tape, length, offset)
    keep = fields.get("warc-type", "").lower() in WANTED and length <= limits.inflate_bytes
    if keep:
        block = tape.read(length)
        had = len(block)
    else:
        block, had = b"", tape.skip(length)
    if had < length:
        detail = f"the record at {offset} says {length} bytes, {had} follow"
        raise Fault(Reason.WARC_LENGTH, detail, start, short=True)
    after = tape.read(len(END))
    if after not in (END, b""):
        raise Fault(Reason.WARC_LENGTH, f"the record at {offset} does not end after its {length} bytes", start)
    return Record(offset, fields, length, block)


def _look_ahead(tape: Tape, length: int, offset: int) -> None:
    """A wrong length is seen where the tape can look ahead, so that it does not cost reading what it claims."""
    after = tape.behind(length, len(END))
    if after is None:
        detail = f"the record at {offset} says {length} bytes, fewer follow"
        raise Fault(Reason.WARC_LENGTH, detail, tape.at, short=True)
    if after not in (END, b""):
        raise Fault(Reason.WARC_LENGTH, f"the record at {offset} does not end after its {length} bytes", tape.at)


def _fields(tape: Tape, limits: Limits) -> dict[str, str]:
    offset = tape.at
    left = limits.warc_header_bytes
    line = tape.line(left)
    while line in (b"\r\n", b"\n"):
        offset = tape.at
        line = tape.line(left)
    if line.rstrip() not in VERSIONS:
        raise Fault(Reason.WARC_GARBAGE, f"no record begins at {offset}", offset + 1)
    fields: dict[str, str] = {}
    name = ""
    while True:
        left -= len(line)
        line = tape.line(max(left, 1))
        if line in (b"\r\n", b"\n"):
            return fields
        if not line.endswith(b"\n"):
            more = left <= len(line)
            reason = Reason.WARC_GARBAGE if more else Reason.TRUNCATED_INPUT
            raise Fault(reason, f"the header at {offset} " + ("is too long" if more else "is cut"), offset + 1)
        name = _field(line.decode("utf-8", "replace").rstrip("\r\n"), name, fields)
        if not name:
            raise Fault(Reason.WARC_GARBAGE, f"the header at {offset} has a line without a colon", offset + 1)


def _field(line: str, last: str, fields: dict[str, str]) -> str:
    """Add one header line; the name it belongs to, or empty when it is none."""
    if line[:1] in (" ", "\t") and last:
        fields[last] += " " + line.strip()
        return last
    name, colon, value = line.partition(":")
    name = name.strip().lower()
    if not colon or not name:
        return ""
    fields[name] = value.strip()
    return name


def _length(fields: dict[str, str], start: int, limits: Limits) -> int:
    text = fields.get("content-length", "")
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise Fault(Reason.WARC_LENGTH, f"Content-Length {text[:40]!r} is no length", start)
    if int(text) > limits.warc_record_bytes:
        raise Fault(Reason.WARC_LENGTH, f"Content-Length {text} passes the limit", start)
    return int(text)
